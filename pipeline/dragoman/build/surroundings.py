"""What the pages show of the rest of the edition, gathered once for all of them.

One stage reads every summary and the registers' cards. What it leaves is small and read as
it is: a build in which nothing has changed parses nothing, and a page depends on its own
slice alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final

from lxml import etree

from dragoman.build.builder import Builder
from dragoman.build.files import digest, read_bytes, scratch_file
from dragoman.build.prepare import WORK, cards_path, summary_path
from dragoman.build.stages import Product, Stage
from dragoman.entities.document_passages import REGISTERS
from dragoman.render.calendar_parts import MOST, CalendarParts
from dragoman.render.home_index import HomeIndex
from dragoman.render.search import variants
from dragoman.render.web_context import Described, InTime, cards, contexts, described, names
from dragoman.tei.parse import parse

INDEX: Final = f"{WORK}/site/index.xml"
# Of the index, what the home page shows, and what the calendar shows: all of it, unless that is divided.
HOME: Final = f"{WORK}/site/home.xml"
CALENDAR: Final = f"{WORK}/site/documents.xml"
NAMES: Final = f"{WORK}/site/names.xml"
SLICES: Final = f"{WORK}/site/slices.jsonl"
# The parts of a divided calendar, by name; and the index of each.
PARTS: Final = f"{WORK}/site/calendar.xml"
_PART: Final = f"{WORK}/site/calendar/"
STAGE: Final = "pages:surroundings"


@dataclass(frozen=True, slots=True)
class Slice:
    """What the page of one document shows of the others; ``id`` is the document's.

    context: its neighbours and related documents, XML (`web_context.contexts`);
    cards:   the digest of the register entries it shows.
    """

    id: str
    context: str
    cards: str


def surroundings_stage(builder: Builder) -> Stage:
    """Return the stage: it runs where any summary or any entry of a register has changed."""
    inputs: dict[str, str] = {}
    for file in builder.documents:
        path = summary_path(file.id)
        inputs[path] = builder.product_digest(f"summaries:{file.id}", path)
    for kind in REGISTERS:
        inputs[cards_path(kind)] = builder.product_digest(f"registers:{kind}", cards_path(kind))
    inputs |= builder.program_inputs("render", "build")
    ids = [file.id for file in builder.documents]
    return Stage(STAGE, inputs, _surroundings, (builder.folder, ids), is_large=True)


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of the registers without their passages.

    cards:  all of them (`web_context.cards`);
    called: what the registers call each, by reference;
    forms:  under which forms it is found, by address.
    """

    cards: etree._Element
    called: dict[str, str]
    forms: dict[str, list[str]]


def slices(builder: Builder) -> Iterator[Slice]:
    """Yield the slice of each document, in the order of the documents."""
    with (builder.folder / SLICES).open("rb") as lines:
        for line in lines:
            yield Slice(*json.loads(line))


def calendar_parts(builder: Builder) -> dict[str, str]:
    """Return the paths of the indices of a divided calendar, by the name of the page; none if undivided."""
    made = builder.state.records[STAGE].outputs
    return {path.removeprefix(_PART).removesuffix(".xml"): path for path in made if path.startswith(_PART)}


def cards_key(builder: Builder) -> str:
    """Return the digest of the cards of all registers."""
    known = [builder.product_digest(f"registers:{kind}", cards_path(kind)) for kind in REGISTERS]
    return digest("".join(known).encode())


@lru_cache(maxsize=1)
def entries(folder: Path, key: str) -> Entries:
    """Return the entries of the registers, read once in a process for each ``key`` (`cards_key`)."""
    registers = _registers(folder)
    return Entries(
        cards(registers),
        {name.get("ref", ""): name.text or "" for name in names(registers)},
        variants(registers),
    )


def _registers(folder: Path) -> list[etree._Element]:
    return [parse((folder / cards_path(kind)).read_bytes(), cards_path(kind)) for kind in REGISTERS]


def _surroundings(folder: Path, ids: Sequence[str]) -> Product:
    return Product({}, others=_gathered(folder, ids))


def _gathered(folder: Path, ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield what is gathered, file by file: each is gone when the next is made."""
    with scratch_file(folder / WORK) as file:
        registers = _registers(folder)
        known = {entry.get("ref", ""): etree.tostring(entry) for register in registers for entry in register}
        order: dict[str, InTime] = {}
        shown: dict[str, str] = {}
        calendar, home = CalendarParts(MOST, file), HomeIndex()

        def documents() -> Iterator[Described]:
            # The trees are let go one by one: all of them at once would be most of the memory.
            for identifier in ids:
                octets = _summary(folder, identifier)
                summary = parse(octets, identifier)
                document = described(summary)
                order[identifier] = document.order
                calendar.add(summary, octets)
                home.add(summary)
                named = [known[reference] for reference in document.references if reference in known]
                shown[identifier] = digest(b"".join(named))
                yield document

        lines = {
            identifier: json.dumps((identifier, context, shown[identifier]))
            for identifier, context in contexts(documents())
        }
        yield SLICES, "\n".join(lines[identifier] for identifier in ids).encode()
        del lines
        yield NAMES, etree.tostring(names(registers), encoding="utf-8")
        pages = calendar.divided()
        yield PARTS, _parts(pages)
        in_order = sorted(ids, key=order.__getitem__)
        chosen = home.chosen()
        at_home = (_summary(folder, identifier) for identifier in in_order if identifier in chosen)
        yield HOME, _index(map(_outline, at_home), len(ids))
        all_of_them = (_summary(folder, identifier) for identifier in in_order)
        whole = _index(map(_outline, all_of_them) if pages else all_of_them)
        yield INDEX, whole
        yield CALENDAR, calendar.overview() if pages else whole
        del whole
        for page, held in pages.items():
            yield f"{_PART}{page}.xml", calendar.index(held)


def _summary(folder: Path, identifier: str) -> bytes:
    return read_bytes(f"{folder}/{summary_path(identifier)}")


def _parts(pages: Iterable[str]) -> bytes:
    listed = etree.Element("parts")
    for page in pages:
        etree.SubElement(listed, "part", page=page)
    return etree.tostring(listed)


def summaries_in(index: Path) -> Iterator[etree._Element]:
    """Yield the summaries that an index holds; each is gone when the next is asked for."""
    for _, summary in etree.iterparse(index, tag="document", resolve_entities=False, no_network=True):
        yield summary
        parent = summary.getparent()
        assert parent is not None, "a summary stands in an index"
        parent.remove(summary)


def _index(summaries: Iterable[bytes], of: int | None = None) -> bytes:
    """Return ``<index>`` with summaries; ``of``: of how many documents, where these are not all."""
    # Not joined: all of them would be there twice.
    index = BytesIO()
    index.write(b"<index>" if of is None else b'<index documents="%d">' % of)
    between = b""
    for summary in summaries:
        index.write(between)
        index.write(summary)
        between = b"\n"
    index.write(b"</index>")
    return index.getvalue()


def _outline(summary: bytes) -> bytes:
    """Return a summary without what only the facets of a calendar ask for: names are most of an index."""
    root = parse(summary, "summary")
    etree.strip_elements(root, "name", "term", with_tail=False)
    return etree.tostring(root)
