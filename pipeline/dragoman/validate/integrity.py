"""What holds across the files of an edition: pointers, ids, transcripts."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.source import SourceText
from dragoman.tei.ids import document_id, xml_id
from dragoman.validate.fact_places import Places
from dragoman.validate.facts import ENTITY_PREFIXES, Entry, Facts, Pointer, file_name
from dragoman.validate.surnames import bare_surnames

UNKNOWN_ENTITY = Rule(
    "REF001",
    Severity.ERROR,
    "a name points to nobody",
    "The registers and the cards of people and places are made from the authority files; a reference "
    "without an entry leads nowhere.",
    '<persName ref="person:teng">Teng</persName>',
    '<persName ref="person:deng-xiaoping">Teng</persName>',
)
UNKNOWN_FILE = Rule(
    "REF002",
    Severity.ERROR,
    "a pointer to another file leads nowhere",
    "What a list or a note refers to has to be there: the file, and in it the element of that id.",
    '<ref target="memcon-1982.xml#p4">',
    '<ref target="memcon-1982-06-09.xml#p4">',
)
TAKEN_ID = Rule(
    "REF003",
    Severity.WARNING,
    "two documents have the same id",
    "Site and book know a document by the name of its file, and so do pointers. Whoever takes the TEI away "
    "and looks for the id finds two; mostly a file was copied and its id forgotten.",
)
WRONG_ID = Rule(
    "REF004",
    Severity.WARNING,
    "the id of a document is not the name of its file",
    "Site, book and pointers know a document by the name of its file: that is its address. The id stays in "
    "the TEI that is taken away, and nothing leads to it.",
    '1982-06-09.xml: <TEI xml:id="memcon">',
    '1982-06-09.xml: <TEI xml:id="_1982-06-09">',
)
ONE_ADDRESS = Rule(
    "REF012",
    Severity.ERROR,
    "two documents have the same address",
    "The address of a document is made of the name of its file; what an address cannot have becomes a "
    "hyphen, and there are disks that do not tell capitals apart. One page would overwrite the other.",
    "letter 12.xml, letter-12.xml",
    "letter-12.xml, letter-12a.xml",
)
CHANGED_TRANSCRIPT = Rule(
    "REF005",
    Severity.WARNING,
    "the transcript was changed after the conversion",
    "The document was made from a transcript that reads otherwise now. What was changed there is not in the "
    "document.",
)
NO_TRANSCRIPT = Rule(
    "REF006",
    Severity.ERROR,
    "the transcript is not there",
    "Without its transcript nobody can check that a document says what the source says.",
)
UNMENTIONED = Rule(
    "REF008",
    Severity.NOTE,
    "nobody mentions an entry",
    "An entry that no document mentions makes no line in the register; mostly a link is missing.",
)

SHARED_TRANSCRIPT = Rule(
    "REF013",
    Severity.WARNING,
    "two documents stand for the same transcript",
    "A document holds all that its transcript says, so two of one transcript are one document twice: mostly "
    "a file was copied, or converted again after it had been renamed. Readers and the search find both.",
)
NO_PICTURE = Rule(
    "REF009",
    Severity.ERROR,
    "a picture is not there",
    "Site and book show what graphic/@url names, the site what pb/@facs names besides. The address is "
    "relative to the file that has it, and the picture has to lie in the folder of the edition.",
    '<graphic url="pictures/ferry.png"/>',
    '<graphic url="../pictures/ferry.png"/>',
)
PICTURE_ASTRAY = Rule(
    "REF010",
    Severity.ERROR,
    "the address of a picture leads out of the edition",
    "What lies outside the folder of the edition is neither copied nor shown: it would be gone on another "
    "machine, and nobody may have meant it to be published. xml:base changes no address.",
    '<graphic url="/home/me/scans/ferry.png"/>',
    '<graphic url="../pictures/ferry.png"/>',
)
BROKEN_PICTURE = Rule(
    "REF011",
    Severity.ERROR,
    "a picture cannot be read",
    "The site, the EPUB and the book show PNG, JPEG, GIF, WebP and SVG, the book PDF besides. A file of "
    "another kind, or one that was not wholly copied, would be an empty frame.",
    '<graphic url="../pictures/ferry.tif"/>',
    '<graphic url="../pictures/ferry.png"/>',
)

_NEAR: Final = 0.72
# In which file the entries of a prefix stand.
_HOMES: Final = {"person": "people.xml", "place": "places.xml", "org": "organizations.xml"}


def check_facts(
    documents: Sequence[Facts],
    authorities: Sequence[Facts],
    others: Sequence[Facts],
    places: Places,
    unread: frozenset[str] = frozenset(),
) -> list[Diagnostic]:
    """Return what does not hold between files.

    documents: the files in tei/documents; authorities: those in tei/authorities; others: edition.xml;
    unread: the names, without their folders, of files that are not well formed: nothing is said of what
    they may hold.
    """
    entries = {entry.ref: entry for facts in authorities for entry in facts.entries}
    everything = [*documents, *authorities, *others]
    found: list[Diagnostic] = []
    for facts in documents:
        found.extend(_ids(facts, places))
    found.extend(_taken_ids(documents, places))
    found.extend(_shared_transcripts(documents, places))
    found.extend(shared_addresses((facts.file, document_id(facts.stem)) for facts in documents))
    files = {facts.file.rpartition("/")[2]: facts for facts in everything}
    for facts in everything:
        found.extend(_pointers(facts, entries, files, places, unread))
    found.extend(bare_surnames(documents, entries, places))
    if not unread:
        found.extend(_unmentioned(everything, authorities, places))
    return found


class Lack(NamedTuple):
    """Why a picture cannot be shown: ``missing``, ``astray`` or ``broken``.

    others: of a missing one, the addresses of the pictures of the edition, as its file would write them.
    """

    reason: str
    others: Sequence[str] = ()


def check_pictures(
    facts: Facts, beside: Callable[[str, str], Lack | None], places: Places
) -> Iterator[Diagnostic]:
    """Yield what is to be said of the pictures of a file that cannot be shown.

    beside: for the name of a file and an address in it, None where the picture is there and in order.
    Pages without their pictures are mostly many: they are one finding.
    """
    pages: list[tuple[Pointer, Lack]] = []
    for pointer in facts.pictures:
        lack = beside(facts.file, pointer.value)
        if lack is None:
            continue
        if pointer.attribute == "facs":
            pages.append((pointer, lack))
        else:
            yield _lacking(facts, pointer, lack, places)
    if pages:
        yield _lacking(facts, *pages[0], places, len(pages) - 1)


def _lacking(facts: Facts, pointer: Pointer, lack: Lack, places: Places, more: int = 0) -> Diagnostic:
    place = places.of(facts, pointer.at, pointer.attribute)
    those = f", nor are those of {more} other pages" if more else ""
    match lack.reason:
        case "astray":
            said = f"{pointer.value} is neither an address within the edition nor one of the web"
            hint = "put the picture into the folder of the edition and name it from this file"
            return PICTURE_ASTRAY.at(place, f"{said}{those}", hint)
        case "broken":
            said = f"the picture {pointer.value} is no whole PNG, JPEG, GIF, WebP or SVG"
            return BROKEN_PICTURE.at(place, f"{said}{those}", "save it again as one of these")
    hint = _near_picture(pointer.value, lack.others)
    return NO_PICTURE.at(place, f"the picture {pointer.value} is not there{those}", hint)


def _near_picture(address: str, others: Sequence[str]) -> str:
    if "\\" in address:
        return f"write {address.replace(chr(92), '/')}: folders are parted by /"
    name = address.rpartition("/")[2]
    same = [other for other in others if other.rpartition("/")[2].lower() == name.lower()]
    near = same or difflib.get_close_matches(address, others, n=1, cutoff=_NEAR)
    return f"did you mean {near[0]}?" if near else "put the file there, or correct the address"


def check_transcript(facts: Facts, source: SourceText | None, places: Places) -> list[Diagnostic]:
    """Return what is to be said of a document's transcript: None where the file is not there."""
    if not facts.transcript:
        return []
    if source is None:
        return [
            NO_TRANSCRIPT.at(
                places.of(facts, facts.transcript_at),
                f"{PurePosixPath(facts.transcript).name} is not among the transcripts",
                "put the file back into tei/sources, or correct its name here",
            )
        ]
    if facts.sha256 and source.sha256 and facts.sha256 != source.sha256:
        return [
            CHANGED_TRANSCRIPT.at(
                places.of(facts, facts.transcript_at),
                f"{source.name} is not what it was when it was converted",
                "if the change was meant, make it in the document too, and set the sha256 to "
                f"{source.sha256}; otherwise restore the transcript",
            )
        ]
    return []


# --- Ids


def _ids(facts: Facts, places: Places) -> Iterator[Diagnostic]:
    address = document_id(facts.stem)
    expected = xml_id(address)
    if facts.id != expected:
        said = f"the document's id is “{facts.id}”" if facts.id else "the document has no id"
        yield WRONG_ID.at(
            places.of(facts, 0, "xml:id"),
            f"{said}, and the file is {facts.stem}.xml: its page is {address}.html",
            f'write xml:id="{expected}", or rename the file',
        )


def _taken_ids(documents: Iterable[Facts], places: Places) -> Iterator[Diagnostic]:
    first: dict[str, Facts] = {}
    for facts in documents:
        if not facts.id:
            continue
        if facts.id in first:
            yield TAKEN_ID.at(
                places.of(facts, 0, "xml:id"),
                f"the id “{facts.id}” is that of {first[facts.id].file} too",
                "give each document the name of its file as its id",
            )
        else:
            first[facts.id] = facts


def _shared_transcripts(documents: Iterable[Facts], places: Places) -> Iterator[Diagnostic]:
    first: dict[str, Facts] = {}
    for facts in documents:
        known = first.setdefault(facts.transcript, facts) if facts.transcript else facts
        if known is not facts:
            name = PurePosixPath(facts.transcript).name
            yield SHARED_TRANSCRIPT.at(
                places.of(facts, facts.transcript_at),
                f"{name} is the transcript of {known.file} too",
                "delete the one that nobody has worked on, or give each a transcript of its own",
            )


def shared_addresses(files: Iterable[tuple[str, str]]) -> Iterator[Diagnostic]:
    """Yield what is to be said of documents whose names make one address; each with its id, `document_id`."""
    first: dict[str, str] = {}
    for file, identifier in files:
        known = first.setdefault(identifier.casefold(), file)
        if known != file:
            yield ONE_ADDRESS.at(
                Place(file),
                f"{file} and {known} would both be {identifier}.html",
                "give one of the two files another name",
            )


# --- Pointers


def _pointers(
    facts: Facts,
    entries: Mapping[str, Entry],
    files: Mapping[str, Facts],
    places: Places,
    unread: frozenset[str],
) -> Iterator[Diagnostic]:
    for pointer in facts.pointers:
        prefix = pointer.value.partition(":")[0]
        if prefix in ENTITY_PREFIXES and ":" in pointer.value:
            if pointer.value not in entries and _HOMES[prefix] not in unread:
                yield UNKNOWN_ENTITY.at(
                    places.of(facts, pointer.at, pointer.attribute),
                    f"{pointer.value} is not in the authority files",
                    _near_entry(pointer, entries),
                )
            continue
        address, _, target = pointer.value.partition("#")
        name = file_name(address)
        if name.rpartition("/")[2] in unread:
            continue
        found = files.get(name.rpartition("/")[2])
        if found is None:
            near = difflib.get_close_matches(name.rpartition("/")[2], files, n=1, cutoff=_NEAR)
            hint = f"did you mean {near[0]}?" if near else "correct the name of the file"
            yield UNKNOWN_FILE.at(
                places.of(facts, pointer.at, pointer.attribute), f"{name} is not a file of this edition", hint
            )
        elif target and target not in found.ids:
            near = difflib.get_close_matches(target, found.ids, n=1, cutoff=_NEAR)
            hint = f"did you mean {name}#{near[0]}?" if near else f"look up the id in {found.file}"
            yield UNKNOWN_FILE.at(
                places.of(facts, pointer.at, pointer.attribute),
                f"{found.file} has no element with the id “{target}”",
                hint,
            )


def _near_entry(pointer: Pointer, entries: Mapping[str, Entry]) -> str:
    """Return a hint that names the entry that was probably meant: by its names first, then by its id."""
    kind = pointer.value.partition(":")[0]
    candidates = [entry for entry in entries.values() if entry.ref.startswith(f"{kind}:")]
    for entry in candidates:
        if pointer.words and pointer.words in entry.names:
            return f"{entry.ref} has the name “{pointer.words}”"
    other = [e.ref for e in entries.values() if e.ref.partition(":")[2] == pointer.value.partition(":")[2]]
    if other:
        return f"did you mean {other[0]}?"
    near = difflib.get_close_matches(pointer.value, [e.ref for e in candidates], n=1, cutoff=_NEAR)
    if near:
        return f"did you mean {near[0]}?"
    names = {name: entry.ref for entry in candidates for name in entry.names}
    close = difflib.get_close_matches(pointer.words, names, n=1, cutoff=_NEAR)
    if close:
        return f"{names[close[0]]} has the name “{close[0]}”"
    return "add an entry with this id to the authority file, or correct the reference"


# --- Entries


def _unmentioned(
    everything: Iterable[Facts], authorities: Iterable[Facts], places: Places
) -> Iterator[Diagnostic]:
    mentioned = {pointer.value for facts in everything for pointer in facts.pointers}
    for facts in authorities:
        for entry in facts.entries:
            if entry.ref not in mentioned:
                name = entry.names[0] if entry.names else entry.ref
                yield UNMENTIONED.at(
                    places.of(facts, entry.at, "xml:id"),
                    f"{entry.ref} (“{name}”) is mentioned nowhere",
                    "run `dragoman annotate`, or delete the entry",
                )
