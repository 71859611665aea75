"""Where the glossary has the terms of a document."""

from __future__ import annotations

from lxml import etree

from dragoman.entities.document_passages import term_id, term_key
from dragoman.entities.mentions import source_terms
from dragoman.tei.ns import XML_LANG, tei


def glossary_ids(root: etree._Element) -> dict[str, str]:
    """Return the ids of the glossary's entries for the source terms of a document.

    Keys: the language of a term, a blank, its text without blanks, as card.xsl looks for it.
    """
    found = {}
    for note in root.iter(tei("note")):
        if note.get("subtype") != "source-term":
            continue
        for term in source_terms(note):
            language, words = term.get(XML_LANG, "und"), "".join(term.itertext()).split()
            found[f"{language} {''.join(words)}"] = term_id(term_key(language, " ".join(words)))
    return found
