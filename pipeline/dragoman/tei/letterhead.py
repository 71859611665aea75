"""What an edition says in the header of every document: read out of tei/edition.xml once.

Its parts are text, each laid out for the place where it will stand, so that the ten thousandth document costs
no more copying of trees than the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from dragoman.tei.indentation import NAMES, indent
from dragoman.tei.ns import NSMAP, TEI, XML_ID, tei

LOCAL_TIME: Final = (
    "Times without an offset are those of the place where the conversation was held: "
    "the source does not say by which clock."
)


@dataclass(frozen=True, slots=True)
class Translator:
    """A translator of the edition, with the statement as it stands in a document's header.

    documents: the documents that ``respStmt/@corresp`` gives them, None without one;
    as_first, as_other: the statement with the id ``translator``, and with its own.
    """

    name: str
    documents: frozenset[str] | None
    as_first: str
    as_other: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The parts of a document's header that are the edition's, as markup.

    responsible: the statements of all but the translators, and whether one is the ``editor``;
    principles, principles_with_local_time: the ``editorialDecl``s, as they are and with a word on the clock.
    """

    translators: tuple[Translator, ...]
    responsible: tuple[str, ...]
    has_editor: bool
    publication: tuple[str, ...]
    banners: tuple[str, ...]
    principles: tuple[str, ...]
    principles_with_local_time: tuple[str, ...]


def letterhead(edition: etree._Element) -> Letterhead:
    """Return the letterhead of an edition; ``edition`` is the root of its tei/edition.xml."""
    statements = _copies(edition, "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:respStmt")
    translators = [one for one in statements if _id_of(one).startswith("translator")]
    others = [one for one in statements if one not in translators]
    principles = _copies(edition, "tei:teiHeader/tei:encodingDesc/tei:editorialDecl")
    return Letterhead(
        translators=tuple(_translator(one) for one in translators),
        responsible=_laid_out(others, 4),
        has_editor=any(_id_of(one) == "editor" for one in others),
        publication=_laid_out(_copies(edition, "tei:teiHeader/tei:fileDesc/tei:publicationStmt"), 3),
        banners=_laid_out(
            _copies(edition, "tei:teiHeader/tei:fileDesc/tei:notesStmt/tei:note[@type='banner']"), 4
        ),
        principles=_laid_out(principles, 3),
        principles_with_local_time=_laid_out(_with_local_time(principles), 3),
    )


def _copies(edition: etree._Element, path: str) -> list[etree._Element]:
    return [deepcopy(element) for element in edition.iterfind(path, NSMAP)]


def _id_of(element: etree._Element) -> str:
    return element.get(XML_ID) or ""


def _translator(statement: etree._Element) -> Translator:
    given = statement.attrib.pop("corresp", None)
    (as_other,) = _laid_out([statement], 4)
    statement.set(XML_ID, "translator")
    (as_first,) = _laid_out([statement], 4)
    documents = None if given is None else frozenset(given.split())
    return Translator(_name_in(statement), documents, as_first, as_other)


def _name_in(statement: etree._Element) -> str:
    """Return the first name of a statement, as it is read; "" without one."""
    found = next(statement.iterchildren(*NAMES), None)
    return "" if found is None else " ".join("".join(found.itertext()).split())


def _with_local_time(principles: Sequence[etree._Element]) -> list[etree._Element]:
    made = [deepcopy(one) for one in principles] or [etree.Element(tei("editorialDecl"))]
    values = made[0].find("tei:stdVals", NSMAP)
    if values is None:
        values = etree.SubElement(made[0], tei("stdVals"))
    etree.SubElement(values, tei("p")).text = LOCAL_TIME
    return made


def _laid_out(elements: Sequence[etree._Element], depth: int) -> tuple[str, ...]:
    """Return elements as markup, indented for ``depth``, without the declaration of TEI's namespace."""
    return tuple(_in_place(deepcopy(element), depth) for element in elements)


def _in_place(element: etree._Element, depth: int) -> str:
    element.tail = None
    holder = etree.Element(tei("holder"), nsmap={None: TEI})
    holder.append(element)
    indent(element, depth)
    markup = etree.tostring(holder, encoding="unicode")
    return markup[markup.index(">") + 1 : -len("</holder>")]
