"""Records: a date on a line of its own (or first on its line), a title below it, then a summary.

This is how the archives' sites print both their collections and their search results. What
begins an entry is decided for the page as a whole: where bullets carry dates, only a bullet
begins one; elsewhere every date does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dragoman.convert.lists.below import split_titles
from dragoman.convert.lists.layout import GENRE, LONGEST_TITLE, Unit, is_sentence
from dragoman.convert.lists.model import Entry, Part
from dragoman.source import SourceText, Span
from dragoman.tei.languages import is_language_name

ATTACHMENT: Final = re.compile(
    r"(?:attachments?|att\.|enclosures?|encls?\.|annex(?:es)?|appendi(?:x|ces)|supplements?|tabs?)"
    r"(?: ?\((?:no\. ?)?[A-Z0-9]{1,3}\)| (?:no\. ?)?[A-Z0-9]{1,3})?\s*[:–—]\s*",
    re.IGNORECASE,
)
# What numbers the attachments of an entry that has several: "a) Map", "2. Map", "- Map".
_ENUMERATED: Final = re.compile(r"[^\S\n]*((?:\(?[a-h1-9][.)]|[-–•])[^\S\n]+)(?=\S)", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"(?P<abstract>summary|description|abstract|contents?|note)\s*:\s*"
    r"|(?P<title>title|subject)\s*:\s*"
    r"|(?P<shelfmark>source|archive|shelfmark|citation|reference|call number|(?:record |document )?id)"
    r"\s*:\s*",
    re.IGNORECASE,
)
# "AVPRF, f. 100, op. 43, d. 7": a fond or record group and at least one more number.
_SHELFMARK: Final = re.compile(
    r"(?:[A-Z][\w.-]{1,15}(?: [A-Z][\w.-]{1,15}){0,3},? )?"
    r"(?:f\. ?|fond |RG[ -]|DY ?|record group )\d+\b[^\n]{0,120}\d[^\n]{0,20}",
    re.IGNORECASE,
)
# A title that ends so goes on in the next paragraph.
_UNFINISHED: Final = re.compile(
    r"(?:,|\b(?:and|or|of|the|in|on|at|to|for|with|by|from|an?|between|no\.))$", re.IGNORECASE
)
_LONGEST_HEADING: Final = 80
_LONG_LINE: Final = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry in the making: the units of the page that belong to it.

    cert: "low" where only its words say that it is an entry.
    """

    units: tuple[Unit, ...]
    cert: str = ""


def gather(
    source: SourceText, units: Sequence[Unit], is_title_first: bool, expected: int | None
) -> list[Unit | Draft]:
    """Return the units of a page in reading order, those of one entry gathered in a draft.

    is_title_first: whether the titles stand above their dates (`below.sides_of_dates`);
    expected: how many entries the page has by its own word. Where fewer have a date, paragraphs
    that look like titles are taken for entries, but only if that makes the count right.
    """
    if is_title_first:
        units, starts = split_titles(source, units)
    else:
        starts = _starts(units)
    last = max((at for at, start in enumerate(starts) if start), default=-1)
    is_complete = expected is None or sum(starts) >= expected
    pieces: list[Unit | Draft] = []
    at = 0
    while at < len(units):
        if not starts[at]:
            pieces.append(units[at])
            at += 1
            continue
        end = at + 1
        while (
            end < len(units) and not starts[end] and not _is_outside(units, starts, at, end, is_title_first)
        ):
            end += 1
        kept = _kept(source, units[at:end], is_last=at == last and is_complete)
        pieces.append(Draft(tuple(units[at : at + kept])))
        at += kept
    return _with_undated(source, pieces, expected)


def _starts(units: Sequence[Unit]) -> list[bool]:
    indents = {unit.indent for unit in units if unit.bullet and unit.kind in ("date", "undated")}
    if indents:
        return [unit.bullet is not None and (unit.kind != "text" or unit.indent in indents) for unit in units]
    return [
        unit.kind in ("date", "undated") and not _is_group_heading(units, at) for at, unit in enumerate(units)
    ]


def _is_group_heading(units: Sequence[Unit], at: int) -> bool:
    """Return True for a year or month over the more precise dates below it."""
    unit, below = units[at], units[at + 1] if at + 1 < len(units) else None
    if unit.date is None or unit.rest or below is None or below.date is None:
        return False
    when, precise = unit.date.value.when, below.date.value.when
    return bool(when) and len(precise) > len(when) and precise.startswith(when)


def _is_outside(
    units: Sequence[Unit], starts: Sequence[bool], start: int, at: int, is_title_first: bool
) -> bool:
    """Return True where unit ``at`` cannot belong to the entry that begins with unit ``start``."""
    unit = units[at]
    if unit.kind in ("range", "query"):
        return True
    is_before_start = at + 1 < len(units) and starts[at + 1]
    if unit.kind == "date" and not unit.bullet and is_before_start and not is_title_first:
        return True
    # To the left of the bullets stand headings, not summaries.
    is_left = unit.kind == "text" and unit.indent < units[start].indent
    return units[start].bullet is not None and is_left and not is_title_first


def _kept(source: SourceText, units: Sequence[Unit], is_last: bool) -> int:
    """Return how many of the units after an entry's start are the entry's own."""
    end = len(units)
    texts = 1 if units[0].rest or units[0].kind == "text" else 0
    ended = False
    for at, unit in enumerate(units[1:], 1):
        if unit.kind == "furniture":
            ended = ended or unit.type != "page-number"
            continue
        before = source[units[at - 1].text] if units[at - 1].kind != "furniture" else ""
        if is_last and ended and texts and (texts < 2 or is_sentence(_last_words(source, units, at))):
            end = at
            break
        text = source[unit.text]
        is_short = len(text) < _LONGEST_HEADING and not is_sentence(text)
        if is_last and texts >= 2 and is_short and is_sentence(before) and not _entitles(source, units, at):
            end = at
            break
        texts += 1
    while end > 1 and units[end - 1].kind == "furniture":
        end -= 1
    return end


def _entitles(source: SourceText, units: Sequence[Unit], at: int) -> bool:
    """Return True for the title of a document, by its words, with a summary below it."""
    below = units[at + 1] if at + 1 < len(units) else None
    if below is None or below.kind != "text" or not is_sentence(source[below.text]):
        return False
    return units[at].kind == "text" and GENRE.match(source[units[at].text]) is not None


def _last_words(source: SourceText, units: Sequence[Unit], end: int) -> str:
    """Return the words of the last unit before ``end`` that is no furniture."""
    before = (units[at] for at in range(end - 1, -1, -1))
    return next((source[unit.text] for unit in before if unit.kind != "furniture"), "")


def _with_undated(source: SourceText, pieces: list[Unit | Draft], expected: int | None) -> list[Unit | Draft]:
    """Return the pieces with entries that have no date: by the count that the page gives, or by words."""
    drafts = [piece for piece in pieces if isinstance(piece, Draft)]
    if not drafts or (expected is not None and len(drafts) >= expected):
        return pieces
    cuts = {id(draft): _titles_within(source, draft) for draft in drafts}
    if expected is None or len(drafts) + sum(len(cut) for cut in cuts.values()) != expected:
        # The number does not confirm them: a title must begin as titles of documents do.
        cuts = {
            id(draft): [at for at in cuts[id(draft)] if GENRE.match(source[draft.units[at].text])]
            for draft in drafts
        }
    if not any(cuts.values()) or (
        expected is not None and len(drafts) + sum(len(cut) for cut in cuts.values()) > expected
    ):
        return pieces
    split: list[Unit | Draft] = []
    for piece in pieces:
        if isinstance(piece, Unit):
            split.append(piece)
            continue
        bounds = [0, *cuts[id(piece)], len(piece.units)]
        split.extend(Draft(piece.units[a:b], cert="low" if a else piece.cert) for a, b in pairwise(bounds))
    return split


def _titles_within(source: SourceText, draft: Draft) -> list[int]:
    """Return the places of the paragraphs of an entry that look like the title of another."""
    found: list[int] = []
    texts = 0
    for at, unit in enumerate(draft.units):
        if unit.kind != "text":
            continue
        texts += 1
        # With keys of its own below it a title is no paragraph of a summary.
        keyed = _at_keys(source, unit.lines)
        text = source[keyed[0]]
        looks = len(text) <= LONGEST_TITLE and not is_sentence(text) and not ATTACHMENT.match(text)
        below = draft.units[at + 1] if at + 1 < len(draft.units) else None
        above = draft.units[at - 1]
        is_apart = texts > 2 or (texts > 1 and above.kind in ("date", "undated"))
        is_apart = is_apart or (texts > 1 and len(_at_keys(source, above.lines)) > 1)
        is_whole = len(keyed) > 1 or below is None or is_sentence(source[below.text])
        if is_apart and looks and is_whole:
            found.append(at)
    return found


def entry_of(source: SourceText, draft: Draft) -> Entry:
    """Return the entry that the units of a draft make up."""
    parts: list[Part] = []
    first = draft.units[0]
    if first.bullet:
        parts.append(Part("bullet", first.bullet))
    if first.number:
        parts.append(Part("number", first.number))
    texts: list[Span] = []
    if first.kind == "date" and first.date is not None:
        parts.append(Part("date", first.date.span, first.date))
        texts.extend(_cells(source, first.rest))
    elif first.kind == "undated":
        end = first.rest.start if first.rest else first.text.end
        parts.append(Part("undated", source.trimmed(Span(first.text.start, end))))
        texts.extend(_cells(source, first.rest))
    elif any(unit.kind in ("date", "undated") for unit in draft.units[1:]):
        texts.append(first.text)
    else:
        texts.extend(_title_lines(source, first, draft.units))
    pending: list[tuple[Span, Unit | None]] = [(span, None) for span in texts]
    for unit in draft.units[1:]:
        is_first = all(is_language_name(source[span]) for span, _ in pending)
        if unit.kind == "text" and is_first and len(unit.lines) > 1:
            pending.extend((span, None) for span in _title_lines(source, unit, draft.units))
        elif unit.kind == "text" and len(unit.lines) > 1:
            pending.extend((span, unit) for span in _at_keys(source, unit.lines))
        else:
            pending.append((unit.span, unit))
    parts.extend(_parts(source, pending, is_dated=any(part.role in ("date", "undated") for part in parts)))
    return Entry(Span(first.span.start, draft.units[-1].span.end), tuple(parts), draft.cert)


def _cells(source: SourceText, rest: Span | None) -> Iterator[Span]:
    """Yield what stands behind a date on its line: title and summary, where a tab parts them."""
    at = rest.start if rest else 0
    for cell in source[rest].split("\t") if rest else ():
        if words := source.trimmed(Span(at, at + len(cell))):
            yield words
        at += len(cell) + 1


def _title_lines(source: SourceText, unit: Unit, units: Sequence[Unit]) -> list[Span]:
    """Return title and summary of a unit that may hold both, where no blank line parts them.

    If any other unit of the entry is text, this one is the title alone.
    """
    if len(unit.lines) > 1 and is_language_name(source[unit.lines[0]]):
        below = unit._replace(text=Span(unit.lines[1].start, unit.text.end), lines=unit.lines[1:])
        return [unit.lines[0], *_title_lines(source, below, units)]
    texts = [other for other in units if other.span != unit.span and other.kind == "text"]
    others = any(not is_language_name(source[other.text]) for other in texts)
    keyed = _at_keys(source, unit.lines)
    lines = [line for line in unit.lines if line.end <= keyed[0].end]
    if others or len(lines) == 1:
        return [Span(unit.text.start, lines[-1].end), *keyed[1:]]
    end = 1
    while end < len(lines) and _runs_on(source[lines[end - 1]], source[lines[end]]):
        end += 1
    spans = [Span(lines[0].start, lines[end - 1].end)]
    spans += [Span(lines[end].start, lines[-1].end)] if end < len(lines) else []
    return [*spans, *keyed[1:]]


def _at_keys(source: SourceText, lines: Sequence[Span]) -> list[Span]:
    """Return the lines as one stretch, but that each which a key or the word for an attachment opens begins
    another.
    """
    spans: list[Span] = []
    for line in lines:
        text = source[line]
        if spans and not (ATTACHMENT.match(text) or _LABEL.match(text)):
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            spans.append(line)
    return spans


def _runs_on(line: str, below: str) -> bool:
    return _UNFINISHED.search(line[-12:]) is not None or (below[0].islower() and len(line) >= _LONG_LINE)


def _parts(source: SourceText, pending: list[tuple[Span, Unit | None]], is_dated: bool) -> list[Part]:
    parts: list[Part] = []
    title: Part | None = None
    for at, (span, unit) in enumerate(pending):
        text = source[span]
        if unit is not None and unit.kind == "furniture":
            parts.append(Part("furniture", span, type=unit.type))
            continue
        if title is None and at + 1 < len(pending) and is_language_name(text):
            # A site says the original's language between date and title.
            parts.append(Part("label", span))
            continue
        if unit is not None and not is_dated and unit.kind in ("date", "undated") and not unit.rest:
            parts.append(
                Part("undated", unit.text) if unit.date is None else Part("date", unit.date.span, unit.date)
            )
            is_dated = True
            continue
        # The number of a paragraph of several lines is no part of its words.
        is_numbered = unit is not None and unit.number is not None and span.start == unit.text.start
        whole = Span(unit.span.start, span.end) if unit is not None and is_numbered else span
        attachments = list(_attachments(source, whole, parts)) if title is not None else []
        if attachments:
            parts.extend(attachments)
            continue
        if title is None:
            called = _LABEL.match(text)
            skipped = called.end() if called and called["title"] and called.end() < len(text) else 0
            title = Part("title", Span(span.start + skipped, span.end))
            parts.append(title)
        elif parts[-1] is title and _UNFINISHED.search(source[title.span][-12:]):
            title = Part("title", Span(title.span.start, span.end))
            parts[-1] = title
        else:
            parts.extend(_below_title(source, span, parts))
    return parts


def _attachments(source: SourceText, span: Span, parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the attachments that a paragraph names: one, or a numbered line for each.

    parts: those of the entry before it; below an attachment that is numbered its like may go on.
    """
    text = source[span]
    named = ATTACHMENT.match(text)
    begins = named.end() if named else 0
    is_numbered = _ENUMERATED.match(text, begins) is not None
    if named is None and not (is_numbered and parts[-1].role in ("attachment", "label")):
        return
    label = [Part("label", source.trimmed(Span(span.start, span.start + begins)))] if named else []
    if begins == len(text):
        yield from label
        return
    starts = [begins]
    if is_numbered:
        starts += [at for at in _line_starts(text, begins) if _ENUMERATED.match(text, at)]
    for start, end in pairwise((*starts, len(text))):
        number = _ENUMERATED.match(text, start) if is_numbered else None
        line = source.trimmed(Span(span.start + start, span.start + end))
        if number is not None:
            label.append(Part("label", source.trimmed(Span(*(span.start + at for at in number.span(1))))))
            line = source.trimmed(Span(span.start + number.end(), line.end))
        first = label[0].span.start if label else line.start
        yield Part("attachment", Span(first, line.end), parts=(*label, Part("title", line)))
        label = []


def _line_starts(text: str, begin: int) -> Iterator[int]:
    at = text.find("\n", begin)
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1)


def _below_title(source: SourceText, span: Span, parts: list[Part]) -> list[Part]:
    text = source[span]
    label = _LABEL.match(text)
    if label and label["shelfmark"] and label.end() < len(text):
        return [Part("identifier", Span(span.start + label.end(), span.end), type="shelfmark")]
    if _SHELFMARK.fullmatch(text):
        return [Part("identifier", span, type="shelfmark")]
    if parts and parts[-1].role == "abstract":
        # Paragraphs of one summary make one note.
        return [Part("abstract", Span(parts.pop().span.start, span.end))]
    return [Part("abstract", span)]
