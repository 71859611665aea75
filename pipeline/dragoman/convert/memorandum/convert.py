"""A memorandum of conversation, from its transcript to the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.convert.brackets.case import Case, Habits, case_of
from dragoman.convert.brackets.classify import classify
from dragoman.convert.brackets.encode import Encoder, NoteIds, note_number
from dragoman.convert.brackets.find import Bracket, find_brackets
from dragoman.convert.brackets.report import bracket_decisions, bracket_diagnostics
from dragoman.convert.brackets.verdict import BracketClass, Verdict
from dragoman.convert.context import Context, Conversion, Decision
from dragoman.convert.dates import find_dates
from dragoman.convert.header_decisions import header_decisions
from dragoman.convert.memorandum import letter, rules
from dragoman.convert.memorandum.blocks import Block, Role, content_of
from dragoman.convert.memorandum.glued_pages import GluedPages, glued_pages
from dragoman.convert.memorandum.marks import marks_of
from dragoman.convert.memorandum.metadata import Reading, read_metadata
from dragoman.convert.memorandum.overlaps import without
from dragoman.convert.memorandum.pages import page_number, pages_of
from dragoman.convert.memorandum.running_heads import RunningHead, running_heads
from dragoman.convert.memorandum.segment import segment
from dragoman.convert.memorandum.structure import Builder
from dragoman.convert.memorandum.tables import cells_of
from dragoman.diagnostics import Diagnostic, in_order
from dragoman.document import Document, Element, Node
from dragoman.source import SourceText, Span

KIND = "memorandum"


def convert(source: SourceText, context: Context) -> Conversion:
    """Return the document that a transcript stands for; whatever the text, nothing of it is lost."""
    return _converted(source, context, KIND)


def convert_letter(source: SourceText, context: Context) -> Conversion:
    """Return the letter that a transcript stands for; whatever the text, nothing of it is lost."""
    return _converted(source, context, letter.KIND)


def _converted(source: SourceText, context: Context, kind: str) -> Conversion:
    blocks = segment(source)
    reading = read_metadata(source, blocks, context)
    read_correspondents = letter.letter_metadata if kind == letter.KIND else letter.message_metadata
    reading = replace(reading, metadata=read_correspondents(source, blocks, reading.metadata))
    note_numbers = {block.subtype: block for block in blocks if block.role is Role.NOTE}
    stretches = [span for block in blocks for span in _stretches(source, block)]
    printed = frozenset(span.start for block in blocks for span in block.pages)
    found = {span.start: without(find_brackets(source.text, span), printed) for span in stretches}
    cases: dict[int, Case] = {}
    for span in stretches:
        _collect(source.text, found[span.start].pairs, (span.start, span.end), cases)
    habits = Habits(
        reading.language.tag,
        reading.language.reason,
        frozenset(note_numbers),
        language=reading.metadata.language,
    )
    verdicts = dict(zip(cases, classify(list(cases.values()), habits), strict=True))
    ids = NoteIds()
    targets = {number: ids.next() for number in note_numbers}
    encoder = Encoder(source, verdicts, ids, targets)
    heads = running_heads(source, source.lines())
    page_lines = _page_lines(blocks)
    glued = glued_pages(source, _printed(source, page_lines, heads))
    ends = pages_of(source, page_lines, heads)
    marks = {
        span.start: marks
        for block, span in _running(source, blocks)
        if (marks := marks_of(source, block, span, targets, glued, ends))
    }
    pairs = {start: brackets.pairs for start, brackets in found.items()}
    structure = Builder(source, encoder, pairs, marks, ends, reading.metadata.title).build(blocks)
    document = Document(
        context.id,
        kind,
        source,
        replace(reading.metadata, term_languages=tuple(sorted(encoder.term_languages))),
        structure.body,
        structure.back,
    )
    diagnostics = [
        *_missing(source, blocks, reading, context.language),
        *_doubtful_turns(source, blocks),
        *_references(source, cases, verdicts, note_numbers),
        *_doubtful_pages(source, glued),
        *_unused_notes(source, structure.body, targets, note_numbers),
        *bracket_diagnostics(source, found.values(), cases, verdicts),
    ]
    decisions: list[Decision] = []
    if context.is_explained:
        decisions = [*_decisions(source, blocks, reading, glued), *bracket_decisions(source, cases, verdicts)]
    return Conversion(document, tuple(in_order(diagnostics)), tuple(decisions))


def _printed(source: SourceText, lines: Iterable[Span], heads: Mapping[int, RunningHead]) -> dict[int, int]:
    """Return the numbers of the pages that stand by themselves or in a line that pages repeat, by offset."""
    found = {
        span.start: heads[span.start].number if span.start in heads else page_number(source, span)
        for span in lines
    }
    return {start: int(number) for start, number in found.items() if number}


def _page_lines(blocks: Iterable[Block]) -> list[Span]:
    """Return the lines that number the pages or that pages repeat."""
    return [span for block in blocks for span in ((block.span,) if block.role is Role.PAGE else block.pages)]


def _running(source: SourceText, blocks: Iterable[Block]) -> Iterable[tuple[Block, Span]]:
    for block in blocks:
        for span in _stretches(source, block):
            yield block, span


def _stretches(source: SourceText, block: Block) -> list[Span]:
    """Return the stretches of running text of a block: its label and its content, or the whole."""
    if block.role is Role.PAGE:
        return []
    if block.role is Role.TABLE:
        return [cell for row in cells_of(source, block.span) for cell in row if cell]
    if block.label is None:
        return [block.span]
    content = content_of(source, block)
    if block.role in (Role.KEY, Role.NOTE):
        return [content] if content else []
    return [block.label, content] if content else [block.label]


def _collect(text: str, pairs: Sequence[Bracket], block: tuple[int, int], cases: dict[int, Case]) -> None:
    for pair in pairs:
        start, end = pair.opening.start, pair.closing.start
        cases[start] = case_of(text, start, end, block, pair.is_parenthesis)
        _collect(text, pair.children, (pair.opening.end, end), cases)


def _missing(source: SourceText, blocks: Sequence[Block], reading: Reading, usual: str) -> list[Diagnostic]:
    """Return what a reader would look for in the document and not find; ``usual``: the edition's language."""
    metadata, place = reading.metadata, source.place(0)
    found = []
    # A letter seldom has a title, and sender, addressee and day make it one.
    is_named = any(one.action == "sent" for one in metadata.correspondents)
    if not is_named and not any(block.role is Role.HEAD for block in blocks):
        hint = "write the title into the head; until then it is marked as supplied"
        found.append(
            rules.NO_TITLE.at(place, f"no line reads as a title; “{metadata.title}” was composed", hint)
        )
    if metadata.date is None:
        impossible = _impossible_dates(source, blocks)
        hint = "put the date into creation/date of the header"
        found += impossible or [
            rules.NO_DATE.at(place, "neither title, opening, front matter nor closing has a date", hint)
        ]
    if not metadata.participants:
        hint = "put the people into particDesc of the header"
        found.append(rules.NO_PARTICIPANTS.at(place, "no title, list or closing names who took part", hint))
    if not any(block.role in (Role.PARAGRAPH, Role.TURN, Role.TABLE) for block in blocks):
        hint = "compare the transcript with the document it was taken from"
        found.append(rules.NO_BODY.at(place, "there is no paragraph between opening and closing", hint))
    if not metadata.original_language and metadata.language == usual:
        hint = "put a line “Original Language: …” above or below the text, or the language into the header"
        found.append(
            rules.NO_LANGUAGE.at(place, "nothing says from which language this was translated", hint)
        )
    return found


def _impossible_dates(source: SourceText, blocks: Iterable[Block]) -> list[Diagnostic]:
    """Return what there is to say of dates of title and dateline that the calendar does not have."""
    return [
        diagnostic
        for block in blocks
        if block.role in (Role.HEAD, Role.DATELINE)
        for date in find_dates(source[block.span])
        if date.fault
        for diagnostic in date.diagnostics(source, block.span.start)
    ]


def _doubtful_turns(source: SourceText, blocks: Iterable[Block]) -> Iterator[Diagnostic]:
    """Yield the paragraphs of a dialogue of which it cannot be told whether somebody else begins to speak."""
    for block in blocks:
        if block.doubt is not None and block.doubt.is_open:
            words = source[block.doubt.label]
            message = f"“{words}” opens a paragraph of the dialogue and is {block.doubt.reason}"
            hint = "if it is a speaker, put the paragraph into an sp of its own with a speaker"
            yield rules.DOUBTFUL_TURN.at(source.place(block.span), message, hint)


def _doubtful_pages(source: SourceText, glued: GluedPages) -> Iterator[Diagnostic]:
    """Yield the numbers that touch a word and may be those of pages."""
    for page in glued.doubtful:
        number = source[page.span]
        message = f"“{number}{page.word}” begins with a number that may be a page’s: {page.reason}"
        hint = f'if a page begins here, put pb[@n="{number}"] before the number and the number into fw'
        yield rules.DOUBTFUL_PAGE.at(source.place(page.span), message, hint)


def _references(
    source: SourceText, cases: Mapping[int, Case], verdicts: Mapping[int, Verdict], notes: Mapping[str, Block]
) -> list[Diagnostic]:
    """Return the references that have no note."""
    found = []
    for offset, verdict in verdicts.items():
        if verdict.kind is not BracketClass.REFERENCE or verdict.subtype != "note":
            continue
        number = note_number(cases[offset].inner)
        if number not in notes:
            message = f"[{cases[offset].inner}] refers to a note, and there is no note {number}"
            hint = "look for the note in the source, or make the reference plain text"
            found.append(rules.NO_NOTE.at(source.place(offset), message, hint))
    return found


def _unused_notes(
    source: SourceText, body: Sequence[Node], targets: Mapping[str, str], notes: Mapping[str, Block]
) -> list[Diagnostic]:
    """Return the numbered notes that no reference of the text points to."""
    used = set(_targets(body))
    hint = "put a reference to the note where the source has its number"
    return [
        rules.UNUSED_NOTE.at(source.place(block.span), f"nothing refers to note {number}", hint)
        for number, block in notes.items()
        if f"#{targets[number]}" not in used
    ]


def _targets(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Element):
            if node.name == "ref":
                yield node.attributes.get("target", "")
            yield from _targets(node.content)


def _decisions(
    source: SourceText, blocks: Sequence[Block], reading: Reading, glued: GluedPages
) -> Iterator[Decision]:
    """Yield what of the header was decided, on what evidence, at the line that says it."""
    metadata, language = reading.metadata, reading.language
    head = next((block.span for block in blocks if block.role is Role.HEAD), None)
    if head is None:
        yield Decision("title", metadata.title, "composed: no line reads as a title", "low", source.place(0))
    else:
        yield Decision("title", metadata.title, "the heading of the transcript", "high", source.place(head))
    if language.tag:
        offset = max(0, source.text.find(stated)) if (stated := _quoted(language.reason)) else 0
        yield Decision(
            "original language", language.tag, language.reason, language.cert, source.place(offset)
        )
    for block in blocks:
        if block.doubt is not None:
            value = (
                f"{source[block.doubt.label]} is {'a speaker' if block.role is Role.TURN else 'no speaker'}"
            )
            cert = "medium" if block.role is Role.TURN else "low"
            yield Decision("turn", value, block.doubt.reason, cert, source.place(block.span))
    for page in glued.sure:
        evidence = f"it touches “{page.word}”: {page.reason}"
        yield Decision("page number", source[page.span], evidence, page.cert, source.place(page.span))
    for decision in header_decisions(source, metadata):
        is_first = metadata.date is not None and decision.subject == f"date ({metadata.date.kind})"
        if is_first and reading.date_reason:
            decision = replace(decision, evidence=f"{decision.evidence}; in {reading.date_reason}")
        yield decision


def _quoted(reason: str) -> str:
    """Return the words that a reason quotes, or ""."""
    return reason.partition("“")[2].rpartition("”")[0]
