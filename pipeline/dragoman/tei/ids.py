"""Identifiers: what a document, a person or a place may be called in the files."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final
from urllib.parse import unquote

from lxml import etree

from dragoman.tei.ns import XML_ID

# Letters that carry no mark to be taken off, but have a customary plain form.
_PLAIN: Final = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "ı": "i"}
)

_HAN: Final = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

# Ids that the header and the text of a document give to their own parts.
_WITHIN: Final = re.compile(
    r"source|transcript|translator(?:-.*)?|editor(?:-.*)?|dragoman|kinds|kind-.*|classifications|"
    r"classification-.*|tags|U[0-9A-F]{4,6}|[pnesum]\d+"
)


def plain(text: str) -> str:
    """Return ``text`` without diacritics, in ASCII as far as its letters are Latin."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def document_id(stem: str) -> str:
    """Return the id of the document whose transcript has the file stem ``stem``.

    Letters, digits, hyphen, full stop and underscore stay; every other run becomes a hyphen. Letters of
    other scripts are written in Latin ones (ICU, Any-Latin).
    A stem that is an id within every document (``source``, ``p1``) gets ``-document`` after it.
    """
    name = in_latin_letters(stem)
    identifier = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.") or "document"
    return f"{identifier}-document" if _WITHIN.fullmatch(identifier) else identifier


def in_latin_letters(text: str) -> str:
    """Return ``text`` in ASCII, as far as its letters are those of a script that ICU can write so."""
    name = plain(text)
    if any(letter.isalpha() for letter in name if not letter.isascii()):
        return _in_latin_letters(name)
    return name


@cache
def _in_latin_letters(text: str) -> str:
    # Imported here: most names need none of it.
    import icu

    written: str = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII").transliterate(text)
    return re.sub(r"['ʹʺ`]", "", written)


def xml_id(identifier: str) -> str:
    """Return the xml:id for an id: one that begins with a digit gets an underscore before it."""
    return f"_{identifier}" if not (identifier[:1].isalpha() or identifier.startswith("_")) else identifier


def give_id(root: etree._Element, identifier: str) -> None:
    """Give a TEI document the id of its file, by which its pages, its mentions and the other files know it.

    The file may say another (files of other projects do, or say none): in it, that one stays.
    """
    root.set(XML_ID, xml_id(identifier))


# A pointer to a document of the edition: what is before its name, the name, and the place in it.
_POINTER: Final = re.compile(r"((?:documents/)?)([^/#?:\s]+)\.xml((?:#\S*)?)")
_POINTING: Final = etree.XPath(
    "//@*[contains(., '.xml')][name() = 'target' or name() = 'ref' or name() = 'sameAs']"
)


def lead_to_ids(root: etree._Element) -> None:
    """Have the pointers of a file lead to the ids of the documents whose files they name.

    ``Gespräch.xml#p1``, or ``Gespr%C3%A4ch.xml#p1``, becomes ``Gesprach.xml#p1``.
    """
    for value in _POINTING(root):
        leading = _led(value)
        if leading != value:
            value.getparent().set(value.attrname, leading)


def names_files_by_ids(octets: bytes) -> bool:
    """Return whether the pointers of a file are as `lead_to_ids` would leave them, which most files' are.

    False where the file would have to be parsed to be known.
    """
    # A reference may stand for any letter of a name; a file with NULs is in an encoding of two bytes.
    if b"&#" in octets or b"\0" in octets:
        return False
    at = octets.find(b".xml")
    while at >= 0:
        end = octets.find(b'"', at)
        last = end if end >= 0 else len(octets)
        within = octets[octets.rfind(b"<", 0, at) : last]
        # An apostrophe may be the mark about a value, or a letter of a name.
        if b"'" in within or not _is_led(within[within.rfind(b'"') + 1 :]):
            return False
        at = octets.find(b".xml", last)
    return True


@lru_cache(maxsize=4096)
def _is_led(value: bytes) -> bool:
    text = value.decode("utf-8", "replace")
    return "&" not in text and _led(text) == text


def _led(value: str) -> str:
    return " ".join(map(_leading, value.split()))


def _leading(pointer: str) -> str:
    named = _POINTER.fullmatch(pointer)
    return f"{named[1]}{document_id(unquote(named[2]))}.xml{named[3]}" if named else pointer


def from_xml_id(value: str) -> str:
    """Return the id that `xml_id` made ``value`` of."""
    return value[1:] if value[:1] == "_" and value[1:2].isdigit() else value


def entity_id(name: str) -> str:
    """Return the id of a person, place or organisation called ``name``: kebab case in ASCII.

    Letters of other scripts are written in Latin ones: ``Туманов`` is ``tumanov``. Han characters, which
    may be read in three languages, give their code points: ``毛泽东`` is ``u6bdb-6cfd-4e1c``.
    """
    spelled = plain(name)
    if any(c.isalpha() and not c.isascii() for c in spelled) and not _HAN.search(name):
        spelled = _in_latin_letters(spelled)
    words = re.findall(r"[a-z0-9]+", spelled.lower().replace("’", "").replace("'", ""))
    if not words:
        return "u" + "-".join(f"{ord(c):x}" for c in name if not c.isspace())
    joined = "-".join(words)
    return joined if joined[0].isalpha() else f"n-{joined}"
