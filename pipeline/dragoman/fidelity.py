"""Transcript and document held against each other: nothing lost, nothing silently changed.

What is compared is the text that is rendered (`dragoman.tei.views.source_view`), never a copy
of the transcript that a file might carry along. Both are read as words: runs of white
space count as one blank, and nothing else may differ.
"""

from __future__ import annotations

import operator
import re
from typing import Final

from lxml import etree

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.source import SourceText
from dragoman.tei.ns import NSMAP
from dragoman.tei.scan import scan
from dragoman.tei.views import View, source_text, source_view

DIFFERS = Rule(
    "FID001",
    Severity.ERROR,
    "the document no longer holds what the transcript says",
    "An edition is trusted because every word of the transcript is in it. An emendation keeps the "
    "transcript's reading beside its own; a slip of the keyboard does not.",
    "<p>The Comission met at noon.</p> corrected to <p>The Commission met at noon.</p>",
    "<p>The <choice><sic>Comission</sic><corr>Commission</corr></choice> met at noon.</p>",
)

_WORD: Final = re.compile(r"\S+")
_CONTEXT: Final = 4


def transcript_of(root: etree._Element) -> str:
    """Return the transcript that a document stands for: its lines, without blank ones at the ends."""
    lines = [" ".join(line.split()) for line in source_text(root).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def compare(source: SourceText, octets: bytes, root: etree._Element, name: str) -> list[Diagnostic]:
    """Return nothing where document and transcript agree, else FID001 at the first difference.

    source: the transcript; octets, root: the document as a file and as a tree; name: the file's.
    The place is that of the document; the message names the line of the transcript.
    """
    if _have_same_words(source.text, source_text(root)):
        return []
    view = source_view(root)
    expected, found = source.text.split(), view.text.split()
    at = next(
        (i for i, (a, b) in enumerate(zip(expected, found, strict=False)) if a != b),
        min(len(expected), len(found)),
    )
    transcript_at = _offset_of_word(source.text, at)
    place = _place(view, octets, name, _offset_of_word(view.text, at))
    line, _ = source.line_column(min(transcript_at, max(len(source.text) - 1, 0)))
    return [
        DIFFERS.at(
            place,
            f"the document reads “{_words(found, at)}” where the transcript, {source.name}:{line}, "
            f"reads “{_words(expected, at)}”",
            _hint(root),
        )
    ]


def _hint(root: etree._Element) -> str:
    if any(note.get("type") is None for note in root.iterfind("tei:text//tei:note", NSMAP)):
        # Whoever writes <note> means a note of their own; without its type it is the transcript's.
        return 'a note of the editors is <note type="editor">; all other words have to be the transcript\'s'
    return (
        "restore the transcript's reading; an emendation keeps it beside the new one: "
        "<choice><sic>…</sic><corr>…</corr></choice>, <supplied>…</supplied>, <surplus>…</surplus>"
    )


def _have_same_words(one: str, other: str) -> bool:
    """Return True where two texts have the same words in the same order, whatever white space parts them.

    Lines that are alike have the same words; only below them the words are held against each other,
    which takes three times as long.
    """
    lines, others = _lines(one), _lines(other)
    alike = next((at for at, differ in enumerate(map(operator.ne, lines, others)) if differ), None)
    at = min(len(lines), len(others)) if alike is None else alike
    return " ".join(lines[at:]).split() == " ".join(others[at:]).split()


def _lines(text: str) -> list[str]:
    """Return the lines of a text that are not blank, without the blanks at their ends."""
    return [line for line in map(str.strip, text.split("\n")) if line]


def _words(words: list[str], at: int) -> str:
    chosen = words[at : at + _CONTEXT]
    return " ".join(chosen) if chosen else "nothing more"


def _offset_of_word(text: str, ordinal: int) -> int:
    for index, match in enumerate(_WORD.finditer(text)):
        if index == ordinal:
            return match.start()
    return len(text)


def _place(view: View, octets: bytes, name: str, offset: int) -> Place:
    places = scan(octets.decode("utf-8-sig"))
    at = view.file_offset(places, min(offset, max(len(view.text) - 1, 0)))
    return Place(name, *places.line_column(at))
