"""From the folder of transcripts to the folder of documents, without touching what an editor changed."""

from __future__ import annotations

import re
import traceback
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final

from dragoman.build.collector import sleeping_collector
from dragoman.build.differences import difference
from dragoman.build.files import digest, read_file, remove_unfinished, write_file
from dragoman.build.keys import key_of, program_digest
from dragoman.build.ledger import Ledger, Record
from dragoman.build.sources import refusals, renamed
from dragoman.build.transcripts import read_transcript
from dragoman.build.workers import Workers
from dragoman.convert.carriers import LedgerItem
from dragoman.convert.context import Context, Conversion, Decision, Detection
from dragoman.convert.detect import converter_for, converter_named
from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.document import missing_spans
from dragoman.edition import Edition
from dragoman.errors import DragomanError
from dragoman.fidelity import compare
from dragoman.source import SourceText
from dragoman.tei.ids import document_id
from dragoman.tei.letterhead import Letterhead, letterhead
from dragoman.tei.letterhead_exchange import exchanged
from dragoman.tei.parse import parse
from dragoman.tei.write import document_octets

EDITED = Rule(
    "CNV001",
    Severity.WARNING,
    "the document has been edited; it was not overwritten",
    "A converted document belongs to its editor. A new conversion that differs from the one it "
    "was made from is shown, and written only when asked.",
)
LOST = Rule(
    "CNV900",
    Severity.ERROR,
    "the converter lost or changed text",
    "Every conversion is held against its transcript before it is written. This is a fault of "
    "dragoman, not of the transcript.",
)
FAILED = Rule(
    "CNV901",
    Severity.ERROR,
    "the conversion failed",
    "A converter takes any text. Where one fails all the same the fault is dragoman's; the other "
    "transcripts are converted.",
)

_POOL_FROM: Final = 32
# How many transcripts may be under way for each process: enough to keep it busy, few enough to hold.
_UNDER_WAY: Final = 16
_SAVE_EVERY: Final = 500
# A conversion links no names.
_LINK: Final = re.compile(rb"<(?:persName|placeName|orgName|rs)\b[^>]*\sref=")


class Status(StrEnum):
    """What became of one transcript."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    HEADED = "headed"
    RENAMED = "renamed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Options:
    """kind: the kind that the user named for these transcripts, or "": then the one that was named for a
    transcript before, and where there is none it is detected; is_forced: overwrite what an editor changed;
    is_reported: convert also what is known to be up to date, and say what was decided and why.
    """

    kind: str = ""
    is_forced: bool = False
    is_reported: bool = False
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Converted:
    """The conversion of one transcript: the bytes of its document (None where it failed).

    ledger: what the file that carried the transcript holds and the document does not take over.
    """

    source: Path
    id: str
    octets: bytes | None
    kind: str = ""
    detection: Detection | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    decisions: tuple[Decision, ...] = ()
    ledger: tuple[LedgerItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one transcript and what is to be said about it.

    copy: where the document of an editor was kept before it was overwritten;
    had_names: the document that was overwritten had names linked, which annotating puts back.
    """

    converted: Converted
    document: Path
    status: Status
    diagnostics: tuple[Diagnostic, ...]
    copy: Path | None = None
    had_names: bool = False


def converted_bytes(source: SourceText, conversion: Conversion, head: Letterhead) -> bytes:
    """Return the file of a conversion. The result is parsed again and held against the transcript.

    head: what the edition says in the header of every document.
    Errors: DragomanError (CNV900) when a character is lost, which no input should bring about.
    """
    missing = missing_spans(conversion.document)
    if missing:
        raise DragomanError(
            LOST.at(
                source.place(missing[0]),
                f"the conversion does not hold “{source[missing[0]][:60]}”",
                "nothing was written; please report this transcript, or one cut down to this place",
            )
        )
    octets = document_octets(conversion.document, head)
    name = f"{conversion.document.id}.xml"
    differences = compare(source, octets, parse(octets, name), name)
    if differences:
        raise DragomanError(
            LOST.at(
                Place(source.name),
                differences[0].message,
                "nothing was written; please report this transcript, or one cut down to this place",
            )
        )
    return octets


@sleeping_collector()
def convert_source(
    path: Path, shown: str, kind: str, head: Letterhead, is_explained: bool = True
) -> Converted:
    """Return the conversion of one transcript; what goes wrong is in its diagnostics.

    kind: as the user named it, or ""; is_explained: with the decisions, for a report.
    """
    identifier = document_id(path.stem)
    detection: Detection | None = None
    try:
        carried = read_transcript(path, shown)
        source = carried.source
        if kind:
            converter = converter_named(kind)
        else:
            converter, detection = converter_for(source)
        conversion = converter.convert(source, Context(identifier, is_explained=is_explained))
        octets = converted_bytes(source, conversion, head)
    except DragomanError as error:
        return Converted(path, identifier, None, detection=detection, diagnostics=(error.diagnostic,))
    except Exception as error:
        # A fault of ours in one transcript of ten thousand: the others are none the worse for it.
        return Converted(path, identifier, None, detection=detection, diagnostics=(_fault(shown, error),))
    found = carried.diagnostics + conversion.diagnostics
    decisions = conversion.decisions if is_explained else ()
    return Converted(path, identifier, octets, converter.kind, detection, found, decisions, carried.ledger)


def _fault(shown: str, error: Exception) -> Diagnostic:
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return FAILED.at(
        Place(shown),
        f"{type(error).__name__} in {where}: {error}",
        "nothing was written; please report this transcript",
    )


_worker_head: list[Letterhead] = []


def _prepare_worker(head: Letterhead) -> None:
    _worker_head[:] = [head]


def _convert_in_worker(path: Path, shown: str, kind: str, is_explained: bool) -> Converted:
    return convert_source(path, shown, kind, _worker_head[0], is_explained)


def convert_sources(
    edition: Edition, sources: Sequence[Path], ledger: Ledger, options: Options
) -> Generator[Outcome, None, None]:
    """Convert transcripts and write their documents, yielding what became of each.

    What the ledger knows to be done is not done again. A document that was edited by hand
    is not overwritten unless asked; then a copy is kept. The ledger is saved as the work
    goes on, so that an interrupted run is taken up where it stopped. Few transcripts are
    under way at a time, however many there are.
    """
    remove_unfinished(edition.documents)
    refused = refusals(edition, sources)
    for path, diagnostic in refused.items():
        failed = _failed(path, diagnostic)
        yield Outcome(failed, edition.documents / f"{failed.id}.xml", Status.FAILED, failed.diagnostics)
    elsewhere = renamed(edition, [path for path in sources if path not in refused])
    for path, diagnostic in elsewhere.items():
        left = _failed(path, diagnostic)
        yield Outcome(left, edition.documents / f"{left.id}.xml", Status.RENAMED, left.diagnostics)
    common = _common_key(edition)
    under_way: deque[tuple[_Begun, Callable[[], Converted]]] = deque()
    unsaved = 0

    def settled() -> Outcome:
        nonlocal unsaved
        begun, conversion = under_way.popleft()
        outcome = _settle(edition, conversion(), begun, ledger, options)
        unsaved += 1
        # A tenth of what the ledger holds: saving it costs no more than the work between.
        if unsaved >= max(_SAVE_EVERY, len(ledger.records) // 10):
            ledger.save()
            unsaved = 0
        return outcome

    with ExitStack() as stack:
        stack.callback(ledger.save)
        conversion_of = _conversion_of(edition, len(sources), options, stack)
        for path in sources:
            if path in refused or path in elsewhere:
                continue
            octets = read_file(path) if path.is_file() else None
            kind = options.kind or _kind_before(path, ledger)
            key = key_of({"common": common, "kind": kind, "transcript": digest(octets or b"")})
            if not (options.is_forced or options.is_reported) and _is_done(edition, path, key, ledger):
                done = Converted(path, document_id(path.stem), None)
                yield Outcome(done, edition.documents / f"{done.id}.xml", Status.UNCHANGED, ())
                continue
            under_way.append((_Begun(key, kind), conversion_of(path, kind)))
            if len(under_way) >= _UNDER_WAY * options.jobs:
                yield settled()
        while under_way:
            yield settled()


def _conversion_of(
    edition: Edition, count: int, options: Options, stack: ExitStack
) -> Callable[[Path, str], Callable[[], Converted]]:
    """Return how a conversion is begun: a function that gives for a transcript, and the kind that was named
    for it, the wait for its result.

    With one job, or few transcripts, the wait is the work itself; else processes share it, which
    ``stack`` ends.
    """
    head = letterhead(edition.header)
    if options.jobs <= 1 or count < _POOL_FROM:
        return lambda path, kind: partial(
            convert_source, path, edition.shown(path), kind, head, options.is_reported
        )
    workers: Workers[Converted] = stack.enter_context(Workers(options.jobs, partial(_prepare_worker, head)))

    def begin(path: Path, kind: str) -> Callable[[], Converted]:
        shown = edition.shown(path)
        pending = workers.submit(partial(_convert_in_worker, path, shown, kind, options.is_reported))
        return lambda: workers.result(pending) or _failed(path, _death(shown))

    return begin


def _failed(path: Path, diagnostic: Diagnostic) -> Converted:
    return Converted(path, document_id(path.stem), None, diagnostics=(diagnostic,))


def _death(shown: str) -> Diagnostic:
    return FAILED.at(
        Place(shown),
        "the process that converted it was ended by the system",
        "nothing was written; see whether the machine has run out of memory",
    )


def _kind_before(source: Path, ledger: Ledger) -> str:
    """Return the kind that the user once named for a transcript, or ""."""
    record = ledger.records.get(document_id(source.stem))
    return record.kind if record is not None and record.source == source.name else ""


def _common_key(edition: Edition) -> str:
    """Return the key of what all conversions of an edition depend on."""
    return key_of(
        {
            "program": program_digest("convert", "tei"),
            "edition": digest(edition.edition_file.read_bytes()),
        }
    )


def _is_done(edition: Edition, source: Path, key: str, ledger: Ledger) -> bool:
    identifier = document_id(source.stem)
    record = ledger.records.get(identifier)
    return record is not None and record.key == key and (edition.documents / f"{identifier}.xml").is_file()


@dataclass(frozen=True, slots=True)
class _Begun:
    """What the ledger will say of a conversion: its key, and the kind that the user named, or ""."""

    key: str
    kind: str


def _settle(
    edition: Edition, converted: Converted, begun: _Begun, ledger: Ledger, options: Options
) -> Outcome:
    document = edition.documents / f"{converted.id}.xml"
    if converted.octets is None:
        return Outcome(converted, document, Status.FAILED, converted.diagnostics)
    new = digest(converted.octets)
    old = read_file(document)
    record = ledger.records.get(converted.id)
    copy: Path | None = None
    if old is not None:
        was_same = record is not None and record.converted == new
        if digest(old) == new or (was_same and not options.is_forced):
            written = record.written if record is not None and was_same else new
            ledger.records[converted.id] = Record(converted.source.name, begun.key, new, written, begun.kind)
            return Outcome(converted, document, Status.UNCHANGED, converted.diagnostics)
        headed = _with_new_header(old, converted.octets, record) if not options.is_forced else None
        if headed is not None and record is not None:
            write_file(document, headed)
            # Names and an editor's work are in it as before, and an editor's document stays an editor's.
            written = digest(headed) if record.written == digest(old) else record.written
            ledger.records[converted.id] = Record(converted.source.name, begun.key, new, written, begun.kind)
            return Outcome(converted, document, Status.HEADED, converted.diagnostics)
        if record is None or record.written != digest(old):
            if not options.is_forced:
                changes = difference(old, converted.octets)
                if changes:
                    return _kept(edition, converted, document, changes)
                # Names apart it is this conversion: the ledger was lost, or says what was before.
                ledger.records[converted.id] = Record(converted.source.name, begun.key, new, new, begun.kind)
                return Outcome(converted, document, Status.UNCHANGED, converted.diagnostics)
            copy = _free_name(document)
            write_file(copy, old)
    write_file(document, converted.octets)
    ledger.records[converted.id] = Record(converted.source.name, begun.key, new, new, begun.kind)
    had_names = old is not None and _LINK.search(old) is not None
    return Outcome(converted, document, Status.WRITTEN, converted.diagnostics, copy, had_names)


def _with_new_header(old: bytes, new: bytes, record: Record | None) -> bytes | None:
    """Return a document with what the edition now says in every header, and all else as it was.

    None where the document is its conversion and nothing more, or where more than that has changed: put back
    into the new conversion, what the document has there now must give the conversion that it was made from.
    """
    if record is None or record.converted == digest(old):
        return None
    try:
        before, after = old.decode("utf-8"), new.decode("utf-8")
        parse(old, "")
    except (UnicodeDecodeError, DragomanError):
        return None
    base = exchanged(after, before)
    if base is None or digest(base.encode()) != record.converted:
        return None
    headed = exchanged(before, after)
    return headed.encode() if headed is not None else None


def _kept(edition: Edition, converted: Converted, document: Path, changes: str) -> Outcome:
    warning = EDITED.at(
        Place(edition.shown(document)),
        "the document was edited by hand, and the conversion of its transcript has changed since"
        " (the tags of names left out):\n" + changes,
        "`--force` writes the new conversion and keeps the old document as a copy",
    )
    return Outcome(converted, document, Status.KEPT, (*converted.diagnostics, warning))


def _free_name(document: Path) -> Path:
    number = 1
    while (copy := document.with_suffix(f".xml.{number}.bak")).exists():
        number += 1
    return copy
