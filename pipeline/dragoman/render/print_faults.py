"""What Typst could not do, said as a fault of the edition: which document, which place, what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.errors import FaultyEdition
from dragoman.render.print import Book

MISSING_GLYPH = Rule(
    "PRT002",
    Severity.ERROR,
    "no font has a character",
    "A character that no font can set would be an empty box on the page, and its text lost to whoever "
    "copies or hears it. The book is not made until a font for it is named.",
)
PRIVATE_CHARACTER = Rule(
    "PRT003",
    Severity.ERROR,
    "a character of Unicode's private area",
    "What such a character means is known only to the font that was used when it was typed. "
    "An archival PDF may not hold one.",
)
MISSING_PICTURE = Rule(
    "PRT004",
    Severity.ERROR,
    "a picture is not there",
    "A figure names a file. Without it the page would show nothing where the text speaks of something.",
)
BROKEN_PICTURE = Rule(
    "PRT005",
    Severity.ERROR,
    "a picture cannot be read",
    "The typesetter takes PNG, JPEG, GIF, WebP, SVG and PDF; what it cannot decode it cannot print.",
)
MISSING_FONT = Rule(
    "PRT006",
    Severity.ERROR,
    "a font family is not there",
    "A book that is set in whatever font happens to be on a machine is another book on the next one.",
)
TYPESETTER = Rule(
    "PRT007",
    Severity.ERROR,
    "the typesetter stopped",
    "Typst met something that the template did not foresee. The last good book is still there.",
)
NO_ROOM = Rule(
    "PRT008",
    Severity.ERROR,
    "the book's working folder cannot be written",
    "The typesetter reads its input from files, which need some room on the disk for temporary files.",
)

UNFIT_PICTURE = Rule(
    "PRT015",
    Severity.ERROR,
    "a picture is of a kind that an EPUB cannot show",
    "Reading systems show PNG, JPEG, GIF, WebP and SVG. The printed book may have a picture as PDF besides.",
    '<graphic url="../pictures/plan.pdf"/>',
    '<graphic url="../pictures/plan.svg"/>',
)

UNTITLED = Rule(
    "PRT016",
    Severity.ERROR,
    "the book has no title",
    "A book is catalogued, cited and read aloud by its title, which is that of tei/edition.xml.",
    "<title/>",
    '<title type="main">The Selenga River Commission</title>',
)

_GLYPH: Final = re.compile(r"the text `\"(.*?)\"` could not be displayed", re.DOTALL)
_PRIVATE: Final = re.compile(r"the PDF contains the codepoint `\"\\u\{([0-9a-f]+)\}\"`")


def fault(book: Book, message: str, diagnostic: str = "", hints: Sequence[str] = ()) -> Diagnostic:
    """Return the diagnostic for an error of Typst's; characters with the place where they stand."""
    said = diagnostic or message
    unset = [text for found in _GLYPH.finditer(said) for text in _unescaped(found[1])]
    if unset:
        return _characters(
            book,
            unset,
            MISSING_GLYPH,
            "no font of the book has",
            "for Chinese, Japanese and Korean install dragoman with [cjk], as in `pip install '.[cjk]'`; for "
            "another script name a font that has it; or correct the character",
        )
    private = [chr(int(found[1], 16)) for found in _PRIVATE.finditer(said)]
    if private:
        return _characters(
            book,
            private,
            PRIVATE_CHARACTER,
            "Unicode's private area holds",
            "write the character that is meant, or describe it with <g>",
        )
    if "missing document title" in said:
        return UNTITLED.at(Place("tei/edition.xml"), "the edition has no title", "write it into titleStmt")
    return TYPESETTER.at(Place("book"), " ".join(message.split()), "; ".join(hints))


def unfit_picture(book: Book, url: str) -> Diagnostic:
    """Return the diagnostic for a picture that an EPUB cannot show, at the figure that shows it."""
    document, anchor = _figure(book, url)
    return UNFIT_PICTURE.at(
        _place(book, document),
        f"the picture {url} {_where(document, anchor)} is of a kind that an EPUB cannot show",
        "save it as PNG, JPEG, GIF, WebP or SVG",
    )


def no_room(error: OSError) -> Diagnostic:
    """Return the diagnostic for a temporary file that cannot be written."""
    text = f"a temporary file cannot be written: {error.strerror}"
    return NO_ROOM.at(Place("book"), text, "make room for temporary files")


def missing_font(family: str, known: Sequence[str]) -> Diagnostic:
    """Return the diagnostic for a family that neither Typst nor a font folder has."""
    return MISSING_FONT.at(
        Place("book"),
        f"the font family “{family}” is not there; there are {', '.join(sorted(known))}",
        "install the package or name the folder that has the font, or choose another",
    )


def broken_picture(book: Book, url: str, reason: str) -> Diagnostic:
    """Return the diagnostic for a picture that Typst cannot decode, at the figure that shows it."""
    return BROKEN_PICTURE.at(
        _place(book, _figure(book, url)[0]),
        f"the picture {url} {_where(*_figure(book, url))} cannot be read: {reason}",
        "save it again as PNG, JPEG or SVG",
    )


def check_pictures(book: Book) -> None:
    """Raise FaultyEdition (PRT004) for the first figure whose picture is not there."""
    # Most books have none, and to walk through every node of a long one takes a tenth of a second.
    if not any('"figure"' in text for text in book.files.values()):
        return
    for document, anchor, node in nodes(book):
        if node.get("t") == "figure" and node["url"] not in book.pictures:
            raise FaultyEdition(
                MISSING_PICTURE.at(
                    _place(book, document),
                    f"the picture {node['url']} {_where(document, anchor)} is not there",
                    "put the file beside the document, or correct graphic/@url",
                )
            )


def picture_addresses(text: str) -> set[str]:
    """Return the addresses of the pictures in the JSON of a document or of the edition."""
    return {node["url"] for _, _, node in _walk("", json.loads(text), [""]) if node["t"] == "figure"}


def nodes(book: Book) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield every node: document ("" for the edition's own text), the nearest id before it, the node."""
    yield from _walk("", json.loads(book.files["edition.json"])["front"], [""])
    for document in book.documents:
        yield from _walk(document, json.loads(book.files[f"documents/{document}.json"]), [""])


def _walk(document: str, value: Any, anchor: list[str]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    # ``anchor`` has one member: the walk goes through the document in its order and remembers the last id.
    if isinstance(value, dict):
        own = value.get("id", "")
        if "t" in value and own:
            anchor[0] = own.partition("#")[2]
        if "t" in value:
            yield document, anchor[0], value
        for part in value.values():
            yield from _walk(document, part, anchor)
    elif isinstance(value, list):
        for part in value:
            if isinstance(part, str):
                yield document, anchor[0], {"t": "text", "text": part}
            else:
                yield from _walk(document, part, anchor)


def _characters(book: Book, characters: Sequence[str], rule: Rule, says: str, hint: str) -> Diagnostic:
    wanted = list(dict.fromkeys(characters))
    places: dict[str, tuple[str, str]] = {}
    for document, anchor, node in nodes(book):
        for character in wanted:
            if character in node.get("text", "") and character not in places:
                places[character] = (document, anchor)
    named = [f"{_named(c)} {_where(*places[c])}" if c in places else _named(c) for c in wanted]
    place = _place(book, places[wanted[0]][0]) if wanted[0] in places else Place("tei/edition.xml")
    return rule.at(place, f"{says} {'; '.join(named)}", hint)


def _named(character: str) -> str:
    return f"“{character}” ({', '.join(f'U+{ord(c):04X}' for c in character)})"


def _unescaped(text: str) -> list[str]:
    """Return the characters of a string as Typst quotes it, each once."""
    plain = re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: chr(int(m[1], 16)), text).replace('\\"', '"')
    return [c for c in dict.fromkeys(plain) if not c.isspace()]


def _where(document: str, anchor: str) -> str:
    return f"in {document}, {anchor}" if document and anchor else f"in {document or 'the front matter'}"


def _place(book: Book, document: str) -> Place:
    return Place(book.shown.get(document, f"{document}.xml" if document else "tei/edition.xml"))


def _figure(book: Book, url: str) -> tuple[str, str]:
    for document, anchor, node in nodes(book):
        if node.get("t") == "figure" and node["url"] == url:
            return document, anchor
    return "", ""
