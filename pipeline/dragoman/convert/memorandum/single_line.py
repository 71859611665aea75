"""A whole document in one line: where its lines would have ended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.convert.dates import find_dates
from dragoman.convert.memorandum import native_forms as native
from dragoman.convert.memorandum import patterns
from dragoman.convert.memorandum.turns import INITIALS, may_speak, speaker_key
from dragoman.source import Line, SourceText, Span

_TOP: Final = 4000
_KEYS: Final = re.compile(
    r"(?<=\s)(?:"
    + "|".join(map(re.escape, (*patterns.ARCHIVE_KEYS, "Title", "Author", "Source", "Description")))
    + r")\s?:(?=\s)"
)
_CONTENTS: Final = re.compile(
    r"(?<=\s)Contents\s?:\s+(?:[-–—•] )?(?:\w+ (?:Translation|Transcript|Original)|Translation)(?=\s)"
)
_SIDES: Final = re.compile(
    r"(?<=\s)(?:(?:Also )?[Pp]resent|PRESENT|Participants|PARTICIPANTS|In attendance|(?:On|From) the "
    r"[A-Z]\w+ side)\s?:(?=\s)"
)
_CLOSINGS: Final = re.compile(
    r"(?<=\s)(?:ACQUAINTED\b|(?:Signed|SIGNED):(?=\s)|Notes taken by\b|Recorded by\b|Written down by\b|"
    r"Taken down by\b|"
    r"The (?:meeting|conversation|talks?|discussion) (?:lasted|ended|took place|went on)\b|"
    r"(?:Translator[’']s )?(?:Foot)?[Nn]otes:(?=\s+\[?1\b)"
    rf"|(?i:{native.any_of(native.ATTENDANCE)})"
    rf"|(?:Беседу (?:записал|вел)|Запись вел|Записал)а?\b|Тэмдэглэл хөтөлсөн\b|Notował\b|ТАНИЛЦСАН\b)"
)
_SIGNED: Final = re.compile(r"(?<=\s)\[[Ss]ignature[^\]]{0,60}\](?=\s|$)|(?<=\s)/[A-Z][^/\n]{2,50}/(?=\s|$)")
_TITLES: Final = "Comrade|Com|Cde|Mrs|Mr|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Adm|Amb|Min|Sec|Sen|Rep|Eng"
_TURN: Final = re.compile(
    rf"(?:(?<=[.!?”’\"\])…:]\s)|(?<=\s\s))(?P<name>(?:(?:{_TITLES})\.?\s|[^\W\d_a-z](?:[^\W\d_]|"
    rf"[-’'])*\s|{INITIALS}){{0,3}}[^\W\d_a-z](?:[^\W\d_]|[-’'])+)"
    r"(?:\s?[–—]|\s-|:)(?=\s)"
)
# What stands between the front matter and the text, in whatever order: each begins a line of its own.
_OPENINGS: Final = (
    re.compile(
        r"(?:(?:TOP )?SECRET|(?:Top |Strictly )?(?:[Ss]ecret)|CONFIDENTIAL|(?:Strictly )?[Cc]onfidential|"
        r"For (?:O|o)fficial (?:U|u)se(?: Only| only)?)[.,]?(?=\s)(?! (?:record|memorandum|letter|talks?)\b)"
    ),
    re.compile(
        rf"{native.end_of(native.any_of(native.CLASSIFICATIONS))}[.,]?(?=\s)(?!\s[^\W\d_A-ZА-ЯЁ])",
        re.IGNORECASE,
    ),
    re.compile(r"(?:Copy|Ekz\.|Ex\.) ?(?:No\.? ?)?\d{1,3}(?: of \d{1,3})?[.,]?(?=\s)"),
    re.compile(r"(?:No\.|Nr\.|№) ?[\w/.-]{0,15}\d[\w/-]{0,15}[.,]?(?=\s)"),
    re.compile(
        rf"From (?:the )?(?:official |working )?(?:[Jj]ournal|[Dd]iary) of (?:{INITIALS}\s?){{0,2}}"
        r"[^\W\d_a-z][\w’'-]+[.,]?(?=\s)"
    ),
)
_AFTER_DATE: Final = re.compile(r"[.,]?(?=\s)")
_PLACE_OF_DATE: Final = re.compile(r"(?:[^\W\d_a-z][\w’'-]+,? ){0,3}")
_LONGEST_DATELINE: Final = 60
_MOST_OPENINGS: Final = 12
_NAMED: Final = re.compile(r"[^\W\d_a-z][\w’'-]+")
# No sentence ends with these: “Ts. Bold”, “Yu. V. Orlov”.
_NO_INITIAL: Final = "".join(rf"(?<!\b{letters})" for letters in "Ts Kh Ch Sh Zh Yu Ya Ye Dr Mr St".split())
_WORD_END: Final = re.compile(
    rf"(?:{_NO_INITIAL}(?<=[^\W\d_]{{2}})|(?<=[)\]\d]))\.\s+(?=[^\W\d_a-z][^\W\d_]+\s)"
)
_LONGEST_LIST: Final = 1_500
# The office and the name of who signs, in capitals, after the last sentence.
_SIGNED_IN_CAPITALS: Final = re.compile(
    r"(?<=[.!?”\"\])]\s)(?:[^\W\d_a-z](?:[^\W\d_a-z]|[.,’'-])*(?:\s+|$)){3,14}$"
)
_LONGEST_SIGNATURE: Final = 200
_NOTE: Final = re.compile(r"(?<=\s)\[?(?P<number>\d{1,3})[\].](?=\s)")


def lines_within(source: SourceText, lines: Sequence[Line]) -> list[Line]:
    """Return the lines that a document in one line would have had, each after a blank line.

    A line begins at the keys of the front matter, after the title, at the names of a dialogue,
    at the formulas of the closing and at the notes; always at white space.
    """
    found: list[Line] = []
    for line in lines:
        cuts = sorted(at for at in _cuts(source, line.span) if line.span.start < at < line.span.end)
        for start, end in zip([line.span.start, *cuts], [*cuts, line.span.end], strict=True):
            span = source.trimmed(Span(start, end))
            if span:
                found.append(Line(span, 0, True))
    return found


def _cuts(source: SourceText, span: Span) -> set[int]:
    text, start, end = source.text, span.start, span.end
    top = min(end, start + _TOP)
    cuts = {match.start() for match in _KEYS.finditer(text, start, top)}
    cuts.update(match.end() for match in _CONTENTS.finditer(text, start, top))
    cuts.update(_openings(source, max(cuts, default=start), end))
    opening = text[start : max(cuts, default=start)]
    for match in _SIDES.finditer(text, start, top):
        cuts.add(match.start())
        if listed := _WORD_END.search(text, match.end(), min(end, match.end() + _LONGEST_LIST)):
            cuts.add(listed.end())
    if signed := _SIGNED_IN_CAPITALS.search(text[max(start, end - _LONGEST_SIGNATURE) : end]):
        cuts.add(max(start, end - _LONGEST_SIGNATURE) + signed.start())
    cuts.update(match.start() for match in _CLOSINGS.finditer(text, start, end))
    signatures = list(_SIGNED.finditer(text, max(start, end - _TOP), end))
    cuts.update(match.start() for match in signatures)
    cuts.update(match.end() for match in signatures)
    turns = [(speaker_key(m["name"]), m.start()) for m in _TURN.finditer(text, start, end)]
    counts = Counter(key for key, _ in turns)
    # Who speaks once must be named in the title, and not be the only one to speak.
    named = {speaker_key(name) for name in _NAMED.findall(opening)} if len(counts) > 1 else set()
    cuts.update(at for key, at in turns if (counts[key] > 1 or key in named) and may_speak(key))
    cuts.update(_notes(text, end))
    return cuts


def _openings(source: SourceText, start: int, end: int) -> Iterator[int]:
    """Yield where title, classification, number and dateline begin and end, below the front matter."""
    text = source.text
    at = start
    has_title = False
    for _ in range(_MOST_OPENINGS):
        while at < end and text[at].isspace():
            at += 1
        found = next(filter(None, (opening.match(text, at, end) for opening in _OPENINGS)), None)
        after = found.end() if found else -1
        if after < 0 and not has_title:
            after = _after_title(source, at, end)
            has_title = after > at
        if after < 0:
            after = _after_dateline(text, at, end)
        if after < 0:
            return
        yield at
        yield after
        at = after


def _after_dateline(text: str, start: int, end: int) -> int:
    """Return where a date ends before which stands no more than a place; -1 where there is none."""
    window = text[start : min(end, start + _LONGEST_DATELINE)]
    for date in find_dates(window)[:1]:
        place = _PLACE_OF_DATE.match(window)
        if not date.fault and place and place.end() >= date.span.start:
            after = _AFTER_DATE.match(window, date.span.end)
            return start + after.end() if after else -1
    return -1


def _after_title(source: SourceText, start: int, end: int) -> int:
    """Return where a title that begins here ends; -1 where none does.

    It ends after the date in it, before a word of classification or a list, or with the first sentence.
    """
    window = source.text[start : min(end, start + 400)]
    if not patterns.TITLE_CUE.match(window):
        return -1
    stops = [found.start() for opening in _OPENINGS if (found := _later(opening, window))]
    if sides := _SIDES.search(window):
        stops.append(sides.start())
    if sentence := _WORD_END.search(window):
        stops.append(sentence.start() + 1)
    dates = [date.span.end for date in find_dates(window) if not date.fault][:1]
    stops += [after.end() for at in dates if (after := _AFTER_DATE.match(window, at))]
    return start + min(stops) if stops else -1


def _later(opening: re.Pattern[str], window: str) -> re.Match[str] | None:
    """Return where an opening stands amid a window: after white space, and not at its beginning."""
    return next((found for found in opening.finditer(window) if window[: found.start()][-1:].isspace()), None)


def _notes(text: str, end: int) -> list[int]:
    """Return where the notes of a block at the end begin: after its heading, numbers in their order."""
    heading = None
    for match in re.finditer(
        r"(?<=\s)(?:Translator[’']s )?(?:Foot)?[Nn]otes:", text[max(0, end - 4 * _TOP) : end]
    ):
        heading = match
    if heading is None:
        return []
    base = max(0, end - 4 * _TOP)
    cuts: list[int] = []
    expected = 1
    for match in _NOTE.finditer(text, base + heading.end(), end):
        if int(match["number"]) == expected:
            cuts.append(match.start())
            expected += 1
    return cuts
