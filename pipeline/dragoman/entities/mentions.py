"""What the registers need from a document: its names and source terms, each in its sentence.

This is all that the registers read of a document, so that an edit to prose elsewhere rebuilds no register.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from lxml import etree

from dragoman.entities.model import Kind, split_reference
from dragoman.entities.reading import NOTES_APART, Block, TaggedName, read
from dragoman.entities.words import words
from dragoman.tei.ids import from_xml_id
from dragoman.tei.ns import XML_ID, XML_LANG, local_name, tei

_CONTEXT: Final = 160  # characters of a sentence shown on each side of a mention
_SPEAKER: Final = tei("speaker")
_ROLE: Final = tei("rs")
_NOTE: Final = tei("note")
_TERM: Final = tei("term")
# A stop before a capital, or two ends of line. (It begins with one class of characters, not with two
# alternatives: only then are the other characters passed over without a trial.)
_SENTENCE_END: Final = re.compile(r"[.!?…\n](?:(?<!\n)[\"”’»)\]]*(?=\s+[\"“‘«(\[]?[A-ZÀ-ÞА-Я0-9])|(?<=\n)\n)")
_LONGEST_WORD: Final = 24
_WORD: Final = re.compile(r"[\w.]*")
_LONGEST_INITIAL: Final = 2
_INITIAL: Final = re.compile(r"[^\W\d_]|[A-ZА-Я][a-zа-я]")
_LAST_DIGITS: Final = re.compile(r"\d+$")


class Passage(NamedTuple):
    """A mention in its sentence; white space is single blanks, a cut is shown as “…”."""

    before: str
    match: str
    after: str


class Mention(NamedTuple):
    """One tagged name. ``anchor`` is m1, m2, … in document order (docs/encoding.md, Names).

    paragraph: xml:id of the paragraph, note or entry that holds it, ``number``: what is shown for it;
    cert: "" where the link is sure; is_role: an ``rs`` ("the Ambassador") and not a name;
    said_in: the language of the passage, "" where it is the document's.
    """

    kind: Kind
    id: str
    anchor: str
    paragraph: str
    number: str
    passage: Passage
    cert: str = ""
    is_role: bool = False
    said_in: str = ""


class TermMention(NamedTuple):
    """One term in the language of the source, with the words that render it before it.

    said_in: the language of these words, "" where it is the document's.
    """

    text: str
    lang: str
    anchor: str
    paragraph: str
    number: str
    passage: Passage
    said_in: str = ""


@dataclass(frozen=True, slots=True)
class DocumentMentions:
    """A document as the registers know it. ``date`` is ISO, as precise as known, "" if unknown.

    lang: the language of its title and, where they have no other, of its passages; "" if unknown.
    """

    id: str
    title: str
    date: str
    mentions: tuple[Mention, ...]
    terms: tuple[TermMention, ...]
    lang: str = ""


def mentions_of(root: etree._Element) -> DocumentMentions:
    """Return the names and source terms of a TEI document."""
    reading = read(root)
    holders = _Holders()
    speeches = _speeches(reading.blocks)
    mentions: list[Mention] = []
    number = 0
    for found in reading.names:
        reference = found.element.get("ref")
        if reference is None:
            continue
        number += 1
        targets = _targets(reference)
        if not targets:
            continue
        paragraph, shown, said_in = holders.of(found.element)
        said = _passage(found, speeches)
        cert = found.element.get("cert", "").replace("high", "")
        is_role = found.element.tag == _ROLE
        for kind, identifier in targets:
            mentions.append(
                Mention(kind, identifier, f"m{number}", paragraph, shown, said, cert, is_role, said_in)
            )
    terms = tuple(term for found in reading.terms for term in _terms(found, holders))
    return DocumentMentions(
        from_xml_id(root.get(XML_ID, "")),
        _title(root),
        document_date(root),
        tuple(mentions),
        terms,
        _language(root),
    )


# A document names the same again and again.
@lru_cache(maxsize=4096)
def _targets(reference: str) -> tuple[tuple[Kind, str], ...]:
    """Return whom an attribute refers to: all that are of one of our kinds."""
    return tuple(filter(None, map(split_reference, reference.split())))


def passage(text: str, start: int, end: int) -> Passage:
    """Return the sentence of ``text`` that holds [start, end), in three parts."""
    begun, ended, squeezed = _sentences(text)
    first, last = 0, len(text)
    if ended:
        # A stop within [start, end) ends no sentence.
        count_before = bisect.bisect_right(ended, start)
        if count_before:
            first = ended[count_before - 1]
        next_after = bisect.bisect_left(begun, end)
        if next_after < len(ended):
            last = ended[next_after]
    before = squeezed(text[first:start])
    after = squeezed(text[end:last])
    # A blank at the seam belongs to the passage: "said Kapitsa ." would be wrong as well as "saidKapitsa".
    space_before = " " if before and text[start - 1 : start].isspace() else ""
    space_after = " " if after and text[end : end + 1].isspace() else ""
    return Passage(
        _shortened_left(before) + space_before,
        squeezed(text[start:end]),
        space_after + _shortened_right(after),
    )


class _Sentences(NamedTuple):
    """What is known of a block's text before its names are looked at.

    begun, ended: where the stops that end sentences begin, and where each ends;
    squeezed:     gives a part of the text with single blanks for its white space.
    """

    begun: list[int]
    ended: list[int]
    squeezed: Callable[[str], str]


# As many blocks as most documents have with names in them: its source terms are asked for after all names.
@lru_cache(maxsize=64)
def _sentences(text: str) -> _Sentences:
    """Return the sentences of a block, which may have many names."""
    stops = [stop.span() for stop in _SENTENCE_END.finditer(text)]
    ends = [(start, end) for start, end in stops if _ends_sentence(text, start)]
    # Most blocks have single blanks as they are; white space that is no blank is not printable.
    has_single = (text.isprintable() and "  " not in text) or _squeezed(text) == text.strip()
    squeezed = str.strip if has_single else _squeezed
    return _Sentences([start for start, _ in ends], [end for _, end in ends], squeezed)


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _ends_sentence(text: str, stop: int) -> bool:
    """Return False for the stop after an initial, a syllable of two letters (Kh., Yu.), an abbreviation."""
    if text[stop] != ".":
        return True
    before = text[max(0, stop - _LONGEST_WORD) : stop]
    last = before.rpartition(" ")[2]
    if not last.isalnum():
        # Read backwards: looked for from the left, the end of the word would be tried at each of its letters.
        # A line may have ended before the stop.
        word = _WORD.match(before[::-1].removeprefix("\n"))
        last = word[0][::-1] if word else ""
    if "." in last or (len(last) <= _LONGEST_INITIAL and _INITIAL.fullmatch(last)):
        return False
    return last.lower() not in words("sentence-abbreviations")


def _shortened_left(text: str) -> str:
    if len(text) <= _CONTEXT:
        return text
    cut = text.find(" ", len(text) - _CONTEXT)
    return "…" + (text[cut:] if cut >= 0 else text[-_CONTEXT:])


def _shortened_right(text: str) -> str:
    if len(text) <= _CONTEXT:
        return text
    cut = text.rfind(" ", 0, _CONTEXT + 1)
    return (text[: cut + 1] if cut > 0 else text[:_CONTEXT]) + "…"


def _speeches(blocks: Sequence[Block]) -> dict[Block, str]:
    """Return what is said by the speaker that each of some blocks names: the name alone is no sentence."""
    return {
        block: following.text
        for block, following in pairwise(blocks)
        if block.owner.tag == _SPEAKER and following.owner.getparent() is block.owner.getparent()
    }


_NO_SPEECHES: Final[Mapping[Block, str]] = {}


def _passage(found: TaggedName, speeches: Mapping[Block, str] = _NO_SPEECHES) -> Passage:
    if found.block is None:
        return Passage("", _squeezed("".join(found.element.itertext())), "")
    speech = speeches.get(found.block)
    text = found.block.text if speech is None else f"{found.block.text} {speech}"
    return passage(text, found.start, found.end)


def _terms(found: TaggedName, holders: _Holders) -> Iterator[TermMention]:
    """Yield the source terms of a note; what stands about them in it, brackets too, is of their passages."""
    note = found.element
    paragraph, shown, said_in = holders.of(note)
    identifier = note.get(XML_ID, "")
    whole = _passage(found)
    read = 0
    for term in source_terms(note) or (note,):
        text = _squeezed("".join(term.itertext()))
        start = whole.match.find(text, read)
        start = len(whole.match) if start < 0 else start
        read = start + len(text)
        said = Passage(whole.before + whole.match[:start], text, whole.match[read:] + whole.after)
        language = term.get(XML_LANG, "und")
        yield TermMention(text, language, identifier, paragraph, shown, said, said_in)


def source_terms(note: etree._Element) -> list[etree._Element]:
    """Return the terms that a note names, without those of notes in it; of “рейка, reyka” two."""
    return [term for term in note.iter(_TERM) if next(term.iterancestors(_NOTE), None) is note]


def paragraph_of(element: etree._Element) -> tuple[str, str]:
    """Return the xml:id of what is or holds an element and people cite, and the number to show for it.

    The number is that of a paragraph or entry: of what stands in a note of the line the one that holds the
    note, of a speaker the one that begins to speak; "" for a note at the foot.
    """
    number: str | None = None
    found = ""
    ancestor: etree._Element | None = element
    while ancestor is not None:
        name = local_name(ancestor)
        identifier = ancestor.get(XML_ID)
        if name == "note" and ancestor.get("type") in NOTES_APART:
            number = number or ""
        if identifier is not None and name not in ("TEI", "text"):
            found = found or identifier
            if number is None and name != "note":
                number = _number(_spoken(ancestor) if name == "sp" else ancestor)
            if number is not None:
                break
        ancestor = ancestor.getparent()
    return found, number or ""


def _spoken(speech: etree._Element) -> etree._Element:
    return next((paragraph for paragraph in speech.iter(tei("p")) if XML_ID in paragraph.attrib), speech)


def _number(holder: etree._Element) -> str:
    if said := holder.get("n"):
        return said
    identifier = holder.get(XML_ID, "")
    digits = _LAST_DIGITS.search(identifier)
    return digits[0] if digits else identifier


class _Holders:
    """The paragraphs that names stand in, each looked for once: a paragraph has many names."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, tuple[str, str, str]] = {}
        self._languages: dict[etree._Element, str] = {}

    def of(self, element: etree._Element) -> tuple[str, str, str]:
        """Return `paragraph_of` what holds an element, and the language said for it, "" for none."""
        parent = element.getparent()
        above = element if parent is None else parent
        known = self._known.get(above)
        if known is None:
            known = self._known[above] = (*paragraph_of(above), self._said_in(above))
        return known

    def _said_in(self, element: etree._Element | None) -> str:
        """Return the language that an element or one that holds it says, short of the document as a whole."""
        if element is None or local_name(element) == "TEI":
            return ""
        if element not in self._languages:
            self._languages[element] = element.get(XML_LANG) or self._said_in(element.getparent())
        return self._languages[element]


def _language(root: etree._Element) -> str:
    """Return the language of a document as a whole; "" where it says none."""
    said = root.get(XML_LANG)
    if said:
        return said
    languages = root.iterfind(f"{tei('teiHeader')}/{tei('profileDesc')}/{tei('langUsage')}/{tei('language')}")
    return next((one.get("ident", "") for one in languages if one.get("n") == "text"), "")


def _title(root: etree._Element) -> str:
    title = root.find(f"{tei('teiHeader')}/{tei('fileDesc')}/{tei('titleStmt')}/{tei('title')}")
    return _squeezed("".join(title.itertext())) if title is not None else ""


def document_date(root: etree._Element) -> str:
    """Return the date of a document from its header: ISO, as precise as known, "" if unknown."""
    for date in root.iterfind(f"{tei('teiHeader')}/{tei('profileDesc')}/{tei('creation')}/{tei('date')}"):
        for name in ("when", "from", "notBefore"):
            value = date.get(name)
            if value:
                return value[:10]
    return ""
