"""What the elements of a Word file hold besides words: pictures, signs, links, instructions, changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from docx.opc.rel import Relationships
from lxml import etree

from dragoman.convert.carriers.docx_numbering import W
from dragoman.convert.carriers.docx_parts import boxes_in, children, is_repeated, local, words_of

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TITLE: Final = "{urn:schemas-microsoft-com:office:office}title"
PICTURES: Final = frozenset(("drawing", "pict", "object", "AlternateContent"))
CHANGES: Final = {"ins": "insertion", "moveTo": "insertion", "del": "deletion", "moveFrom": "deletion"}


class Held(NamedTuple):
    """Something that is no text. ``kind``, ``text``, ``reason``: as in the ledger."""

    kind: str
    text: str
    reason: str


def held_by(element: etree._Element, relations: Relationships, is_read: bool = True) -> Iterator[Held]:
    """Yield what an element itself is, or says of itself, that is no text.

    relations: those of the part in which it stands; is_read: its words are in the text.
    """
    kind = local(element)
    if kind == "sym":
        yield Held("symbol", f"{element.get(f'{W}font')} {element.get(f'{W}char')}", "is no letter")
    elif kind in ("instrText", "delInstrText"):
        yield Held("field", element.text or "", "is an instruction to Word")
    elif kind == "fldSimple":
        yield Held("field", element.get(f"{W}instr", ""), "is an instruction to Word")
    elif kind == "hyperlink":
        relation = relations.get(element.get(f"{_R}id", ""))
        target = relation.target_ref if relation is not None else f"#{element.get(f'{W}anchor', '')}"
        yield Held("link", target, f"leads elsewhere{'; its words are in the text' if is_read else ''}")
        if hint := element.get(f"{W}tooltip"):
            yield Held("hint", hint, "appears only under the mouse")
    elif kind == "sdt":
        for name in element.iterfind(f"{W}sdtPr/{W}alias"):
            yield Held("field", name.get(f"{W}val", ""), "is the name of what is filled in")
    elif kind in CHANGES and len(element):
        is_in_text = is_read and CHANGES[kind] == "insertion"
        reason = "is in the text" if is_in_text else "is not in the text"
        yield Held(CHANGES[kind], f"{changed_by(element)}: {words_of(element)}", reason)
    elif kind in PICTURES:
        said = list(_descriptions(element))
        if said or not boxes_in(element):
            text = "; ".join(dict.fromkeys(said)) or "without a description"
            yield Held("image", text, "is a picture")


def held_within(element: etree._Element, relations: Relationships) -> Iterator[Held]:
    """Yield what an element holds besides its words, where these are not in the text."""
    inner = [element]
    while inner:
        one = inner.pop()
        yield from held_by(one, relations, is_read=False)
        # Of a picture all is said but for what stands in its boxes.
        within = boxes_in(one) if local(one) in PICTURES else list(children(one))
        inner.extend(reversed(within))


def changed_by(mark: etree._Element) -> str:
    """Return who changed something, and when."""
    return f"{mark.get(f'{W}author', 'somebody')}, {mark.get(f'{W}date', 'no date')}"


def _descriptions(picture: etree._Element) -> Iterator[str]:
    """Yield what is said of pictures: alternative texts, names, letters drawn as a picture."""
    for one in picture.iter("{*}docPr", "{*}textpath", "{*}shape", "{*}imagedata"):
        if local(one) == "docPr":
            said = one.get("descr") or one.get("name")
        else:
            said = one.get("string") or one.get("alt") or one.get(_TITLE)
        if said and not is_repeated(one) and not _is_in_box(one, picture):
            yield said


def _is_in_box(element: etree._Element, picture: etree._Element) -> bool:
    for above in element.iterancestors():
        if above is picture:
            return False
        if local(above) == "txbxContent":
            return True
    return False
