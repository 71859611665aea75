"""What the registers show of a document: its mentions as markup, and as a file of the build.

A register copies what it finds here, and looks into none of it: it is made anew whenever a mention of any
document changes. For the same reason the markup is written as text, every value through the escapes of
`dragoman.tei.markup`: as elements, fifty thousand mentions took longer than the documents that they stand in.

The file has a line for the document, one for the shares of each register, both JSON, and then the markup:

    ["1979MOSCOW02204", "Telegram from …", "1979-01-29", [1830, 402, 0, 0]]
    [["stolbov-anatoly", 2, 1830, []]]
    …
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final, Generic, NamedTuple, TypeVar

from dragoman.entities.mentions import DocumentMentions, Mention, TermMention
from dragoman.entities.model import Kind
from dragoman.tei.markup import attribute_value, attributes, escaped

Key = TypeVar("Key")
Term = tuple[str, str]

TERMS: Final = "terms"
REGISTERS: Final = (*(kind.plural for kind in Kind), TERMS)


class Dated(NamedTuple):
    """A document, with what puts it in its place among the others of a register."""

    id: str
    title: str
    date: str


class Share(NamedTuple, Generic[Key]):
    """What a document has for one entry of a register.

    key:       the id of a person, place or organisation; of a term its language and its letters (`term_key`);
    passages:  how many they are; size: the bytes of their markup;
    spellings: of a term, as it is written there, each once.
    """

    key: Key
    passages: int
    size: int
    spellings: Sequence[str] = ()


class DocumentPassages(NamedTuple, Generic[Key]):
    """The mentions of a document for one register; ``markup`` has those of one share after the other."""

    document: Dated
    shares: Sequence[Share[Key]]
    markup: bytes


def entity_passages(document: DocumentMentions, kind: Kind, language: str) -> DocumentPassages[str]:
    """Return what the register of a kind shows of a document; ``language``: the register's own."""
    found = [(mention.id, mention) for mention in document.mentions if mention.kind is kind]
    return _passages(document, found, language)


def term_passages(document: DocumentMentions, language: str) -> DocumentPassages[Term]:
    """Return what the register of source terms shows of a document."""
    found = [(term_key(term.lang, term.text), term) for term in document.terms]
    made = _passages(document, found, language)
    spellings: dict[Term, dict[str, None]] = {}
    for key, term in found:
        spellings.setdefault(key, {})[term.text] = None
    shares = [share._replace(spellings=[*spellings[share.key]]) for share in made.shares]
    return made._replace(shares=shares)


# Terms come again: in a document, in others, and for its page.
@lru_cache(maxsize=4096)
def term_key(language: str, text: str) -> Term:
    """Return the language of a term and its letters, which two spellings of it have in common."""
    return language, folded(text)


@lru_cache(maxsize=4096)
def term_id(key: Term) -> str:
    """Return the id of the entry that the register of source terms has for a term (`term_key`)."""
    language, letters = key
    return "term-" + re.sub(r"\W+", "-", f"{language.casefold()}-{letters}").strip("-")


def folded(text: str) -> str:
    """Return a name or a term without what its spellings differ in: capitals, marks, apostrophes."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘ʼʻ`")


def _passages(
    document: DocumentMentions, found: Iterable[tuple[Key, Mention | TermMention]], language: str
) -> DocumentPassages[Key]:
    about = {"id": document.id, "title": document.title, "date": document.date}
    if document.lang not in ("", language):
        about["lang"] = document.lang
    start = f"<document{attributes(about)}>"
    languages = ("", language)
    written: dict[Key, list[str]] = {}
    for key, mention in found:
        others = ""
        if isinstance(mention, Mention):
            if mention.cert:
                others = ' cert="likely"'
            if mention.is_role:
                others += ' role="true"'
        if (said_in := mention.said_in or document.lang) not in languages:
            others += attributes({"lang": said_in})
        before, match, after = mention.passage
        written.setdefault(key, []).append(
            f'<mention anchor="{attribute_value(mention.anchor)}" '
            f'paragraph="{attribute_value(mention.paragraph)}" n="{attribute_value(mention.number)}"{others}>'
            f"{escaped(before)}<match>{escaped(match)}</match>{escaped(after)}</mention>"
        )
    shares, pieces = [], []
    for key, mentions in written.items():
        pieces.append(piece := f"{start}{''.join(mentions)}</document>".encode())
        shares.append(Share(key, len(mentions), len(piece)))
    return DocumentPassages(Dated(document.id, document.title, document.date), shares, b"".join(pieces))


_encoded: Final = json.JSONEncoder(ensure_ascii=False).encode


def passages_file(mentions: DocumentMentions, language: str) -> bytes:
    """Return what all registers show of a document; `passages_in` reads it.

    Its digest changes when, and only when, something changes that a register shows.
    """
    entities = [entity_passages(mentions, kind, language) for kind in Kind]
    terms = term_passages(mentions, language)
    found = [*((passages.shares, passages.markup) for passages in entities), (terms.shares, terms.markup)]
    document = (*terms.document, [len(markup) for _, markup in found])
    lines = [_encoded(document), *(_encoded(shares) for shares, _ in found), ""]
    return b"".join(("\n".join(lines).encode(), *(markup for _, markup in found)))


def passages_in(octets: bytes, register: str) -> DocumentPassages[str]:
    """Return what one of `REGISTERS`, not that of terms, shows of a document (`passages_file`)."""
    document, rows, markup = _read(octets, register)
    return DocumentPassages(document, [Share._make(row) for row in rows], markup)


def terms_in(octets: bytes) -> DocumentPassages[Term]:
    """Return what the register of source terms shows of a document (`passages_file`)."""
    document, rows, markup = _read(octets, TERMS)
    shares = [Share((language, letters), *share) for (language, letters), *share in rows]
    return DocumentPassages(document, shares, markup)


def _read(octets: bytes, register: str) -> tuple[Dated, list[list[Any]], bytes]:
    place = REGISTERS.index(register)
    first, *shares, markup = octets.split(b"\n", 1 + len(REGISTERS))
    *document, sizes = json.loads(first)
    start = sum(sizes[:place])
    return Dated(*document), json.loads(shares[place]), markup[start : start + sizes[place]]
