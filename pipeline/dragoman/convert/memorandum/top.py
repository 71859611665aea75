"""The top of a memorandum: front matter, title, lines of the opening, list of participants."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.convert.dates import find_dates
from dragoman.convert.memorandum import patterns, top_patterns
from dragoman.convert.memorandum.blocks import Block, Role
from dragoman.convert.memorandum.closing import is_only_brackets
from dragoman.convert.memorandum.datelines import is_dateline
from dragoman.convert.memorandum.layout import Unit
from dragoman.convert.memorandum.listed_people import is_participant, speaks
from dragoman.convert.memorandum.names import is_pair
from dragoman.convert.memorandum.patterns import head_of
from dragoman.convert.memorandum.turns import TURN_LABEL
from dragoman.source import SourceText, Span

_LONGEST_TITLE: Final = 420
_LONGEST_LINE: Final = 400
_ADDRESS_LINES: Final = 8
_LONGEST_PARTICIPANT: Final = 280
# A title is looked for in the first units; what comes later is a heading within the text.
_REACH: Final = 30
_LONG_VALUES: Final = frozenset(
    ("Summary", "Description", "Abstract", "Citation", "Credits", "Subjects", "Rights", "Donors")
)
_MOST_PARAGRAPHS: Final = 6
# Above its heading a paper may have a remark or a summary; below more than that there is none.
_SHORTEST_PARAGRAPH: Final = 60
_MOST_ABOVE_TITLE: Final = 2
_CLASSIFICATION: Final = patterns.OPENER_CUES[0].pattern
_NEAR: Final = 3
_LONGEST_LETTERHEAD: Final = 100
_OPENINGS: Final = (Role.CLASSIFICATION, Role.DATELINE, Role.REFERENCE)
_CARD_FIRST: Final = frozenset(("Title", "Author", "Source", "Description", "Abstract"))


def top_blocks(source: SourceText, units: Sequence[Unit], pages: frozenset[int]) -> tuple[int, list[Block]]:
    """Return how many units the top takes and their blocks.

    pages: the indices of the units that are page numbers.
    """
    return _Top(source, units, pages).read()


class _Top:
    def __init__(self, source: SourceText, units: Sequence[Unit], pages: frozenset[int]) -> None:
        self._source = source
        self._units = units
        self._pages = pages
        self._keys = self._find_keys()
        self._title = self._title_end = -1
        self._is_letter = False
        self._is_letter = self._find_salute() >= 0 or self._is_addressed() or self._forwards()
        self._title, self._title_end = self._find_title()
        self._salute_end = self._find_salute()
        self._blocks: list[Block] = []
        self._at = 0

    def _line(self, at: int) -> str:
        return head_of(self._source, self._units[at].span)

    def read(self) -> tuple[int, list[Block]]:
        is_listed = False
        while self._at < len(self._units):
            at = self._at
            if at in self._pages:
                self._take(Role.PAGE)
            elif at == self._title:
                self._take(Role.HEAD, self._title_end - at)
            elif at in self._keys and not is_listed:
                self._take_key()
            elif patterns.SPECIMEN_LINE.match(self._line(at)):
                self._take(Role.SPECIMEN)
            elif not is_listed and patterns.SITE_LINE.match(self._line(at)):
                self._take(Role.SITE)
            elif at > self._title and self._participants_begin(at):
                is_listed = True
                self._take_participants()
            elif is_listed and self._blocks[-1].role is Role.PARTICIPANT and is_dateline(self._line(at)):
                # Below those present: where and when.
                self._take(Role.DATELINE)
            elif not is_listed and (role := self._opener_role(at)):
                self._take(role)
            elif at < self._salute_end:
                self._take(self._address_role(at))
            elif at < self._title or (not is_listed and self._is_letterhead(at)):
                self._take(Role.REFERENCE)
            else:
                break
        return self._at, self._blocks

    def _take(self, role: Role, count: int = 1) -> None:
        first, last = self._units[self._at].span, self._units[self._at + count - 1].span
        self._blocks.append(Block(role, Span(first.start, last.end)))
        self._at += count

    # Front matter

    def _find_keys(self) -> frozenset[int]:
        """Return the units that begin with a key of an archive's printout.

        ``Date:`` and ``Place:`` by themselves are lines of the document and not of the archive.
        """
        found: dict[int, str] = {}
        for at in range(min(len(self._units), _REACH)):
            if match := patterns.KEY_LINE.match(self._line(at)):
                found[at] = match["key"]
        named = set(found.values())
        is_archive = any(key in patterns.ARCHIVE_KEYS for key in named)
        is_card = len(named & _CARD_FIRST) >= 2
        return frozenset(found) if is_archive or is_card else frozenset()

    def _take_key(self) -> None:
        at = self._at
        span = self._units[at].span
        label = self._key_label(span)
        end = at + 1
        key = self._source[label].rstrip(" :")
        if label.end < span.end and key in _LONG_VALUES:
            # A summary of several paragraphs goes on as far as the next key.
            following = min((key for key in self._keys if key > at), default=end)
            if following - at <= _MOST_PARAGRAPHS and not at < self._title < following:
                end = max(end, following)
        elif label.end >= span.end:
            following = min((key for key in self._keys if key > at), default=at + 2)
            limit = max(at + 2, following) if following - at <= 6 else at + 2
            while end < min(limit, len(self._units)) and end != self._title and end not in self._keys:
                end += 1
        last = self._units[end - 1].span
        self._blocks.append(Block(Role.KEY, Span(span.start, last.end), label))
        self._at = end

    def _key_label(self, span: Span) -> Span:
        colon = top_patterns.COLON.search(self._source.text, span.start)
        assert colon is not None, "only a line with a colon has a key"
        return Span(span.start, colon.end())

    # Title

    def _find_title(self) -> tuple[int, int]:
        """Return the first unit of the title and the one after its last; (-1, -1) if there is none."""
        fallback = journal = subject = -1
        paragraphs = 0
        values = self._values()
        for at in range(min(len(self._units), _REACH)):
            if at in self._pages or at in self._keys or at in values:
                continue
            span, line = self._units[at].span, self._line(at)
            if patterns.SITE_LINE.match(line) or patterns.SPECIMEN_LINE.match(line):
                continue
            if subject < 0 and (top_patterns.SUBJECT.match(line) or patterns.SUBJECT_OF_A_TALK.match(line)):
                subject = at
                continue
            if patterns.DATELINE_KEY.match(line):
                # “Place: Ministry of Water Transport, Ulan Bator” is nobody's turn.
                continue
            if len(span) > _LONGEST_TITLE or (TURN_LABEL.match(line) and len(line) > 40):
                break
            if journal < 0 and patterns.JOURNAL.match(line):
                # The title of the entry may follow it.
                journal = at
                continue
            paragraphs += len(line) > _SHORTEST_PARAGRAPH and line[-1] == "."
            if paragraphs > _MOST_ABOVE_TITLE:
                break
            is_spaced = patterns.SPACED_HEADING.match(line) and not _CLASSIFICATION.match(line)
            if patterns.TITLE_CUE.match(line) or is_spaced:
                return at, self._title_until(at)
            if self._participants_begin(at) or (patterns.SALUTE.match(line) and not speaks(line)):
                break
            if fallback < 0 and not self._opener_role(at) and not top_patterns.NO_HEADING.search(line):
                fallback = at
            elif fallback < 0 and len(line) > _SHORTEST_PARAGRAPH and (line[-1] == "." or line[0].islower()):
                break
        if journal >= 0:
            return journal, self._title_until(journal)
        if subject >= 0 and not self._is_letter:
            return subject, self._title_until(subject)
        if fallback < 0 or self._is_letter or any(self._line(key).startswith("Title") for key in self._keys):
            # The archive's card has the title; a line of an address is none, and a letter seldom has one.
            return -1, -1
        return fallback, self._title_until(fallback)

    def _values(self) -> set[int]:
        """Return the units that hold the value of a key on the line above."""
        values: set[int] = set()
        for key in self._keys:
            span = self._units[key].span
            if self._key_label(span).end >= span.end:
                values.add(key + 1)
        return values

    def _title_until(self, at: int) -> int:
        end = at + 1
        while end < len(self._units) and end not in self._pages and end not in self._keys:
            line, before = self._line(end), self._line(end - 1)
            if (
                top_patterns.OF_A_TOWN.match(line)
                or len(line) > _LONGEST_LINE
                or not (
                    line[0].islower()
                    or top_patterns.JOINING.search(before)
                    or (patterns.SPACED_HEADING.match(before) and patterns.SPACED_HEADING.match(line))
                )
            ):
                break
            end += 1
        return end

    # Opening

    def _opener_role(self, at: int) -> Role | None:
        span = self._units[at].span
        line = self._line(at)
        if len(span) > _LONGEST_LINE:
            return None
        if line[:1] == "[" and is_only_brackets(self._source[span]):
            return Role.DATELINE if is_dateline(line[1:-1]) else Role.REMARK
        # A year may be the translator's: "on December 30 [1949]".
        completed = line.replace("[", "").replace("]", "")
        line = top_patterns.IN_BRACKETS.sub("", line).strip() or line
        if top_patterns.REFERRING.match(line):
            return Role.REFERENCE
        if (
            patterns.DATELINE_KEY.match(line)
            or is_dateline(completed)
            or (line != completed and is_dateline(line))
        ):
            return Role.DATELINE
        for cue in patterns.OPENER_CUES:
            if cue.pattern.search(line):
                return Role(cue.role)
        if completed != line and top_patterns.TO_SOMEBODY.match(completed):
            return Role.ADDRESSEE
        if top_patterns.ASIDE.fullmatch(line):
            if at == self._title_end and find_dates(line):
                return Role.DATELINE
            if self._is_near_opening(at):
                return Role.REFERENCE
        if at == self._title_end and is_pair(line):
            return Role.REFERENCE
        if self._is_letter and patterns.BODY_ADDRESSED.match(line):
            return Role.ADDRESSEE
        if self._is_second_title(at, line) or self._is_below_second_title(at):
            return Role.REFERENCE
        if patterns.SALUTE.match(line):
            return Role.SALUTE
        is_place = len(line) < 40 and line[0].isupper() and re.fullmatch(r"[\w ,.’'-]+", line) is not None
        if is_place and at == self._title_end and at + 1 < len(self._units):
            following = self._line(at + 1)
            if is_dateline(following) or patterns.PARTICIPANTS_HEAD.match(following):
                # Below “Conversation with the Harbor Master” stands who that is, below others where it was.
                return Role.REFERENCE if top_patterns.INITIALS.match(line) else Role.DATELINE
        return None

    def _is_near_opening(self, at: int) -> bool:
        """Return True where lines of when, where and who follow within a few lines."""
        ahead = range(at + 1, min(at + 1 + _NEAR, len(self._units)))
        lines = [self._line(i) for i in ahead]
        return any(
            patterns.DATELINE_KEY.match(line) or patterns.PARTICIPANTS_HEAD.match(line) for line in lines
        )

    def _address_role(self, at: int) -> Role:
        """Return the role of a line above the salutation: the address, or what stands above it."""
        own = self._opener_role(self._at) or Role.ADDRESSEE
        if top_patterns.KEYED.match(self._line(at)) and own not in (Role.ADDRESSEE, Role.SENDER):
            return own
        roles = [self._opener_role(i) for i in range(at + 1, self._salute_end) if i not in self._pages]
        is_below = any(block.role is Role.ADDRESSEE for block in self._blocks)
        if is_below or Role.ADDRESSEE not in roles:
            return Role.ADDRESSEE
        return Role.SENDER if top_patterns.BODY.match(self._line(at)) else Role.REFERENCE

    def _is_letterhead(self, at: int) -> bool:
        """Return True for a line in capitals, such as a legation's name, amid the lines of the opening."""
        line = self._line(at)
        if len(line) > _LONGEST_LETTERHEAD or not line.isupper() or line[-1] in ".:;?!":
            return False
        ahead = range(at + 1, min(at + 1 + _NEAR, len(self._units)))
        return any(self._opener_role(i) in _OPENINGS for i in ahead if i not in self._pages)

    def _is_second_title(self, at: int, line: str) -> bool:
        """Return True for a heading below the heading, where lines of the opening or a list still follow."""
        if (
            at < self._title_end
            or self._title < 0
            or not patterns.TITLE_CUE.match(line)
            or line[-1:] in ".:;?"
        ):
            return False
        ahead = range(at + 1, min(at + 1 + _NEAR, len(self._units)))
        return any(
            patterns.DATELINE_KEY.match(self._line(i))
            or is_dateline(self._line(i))
            or patterns.PARTICIPANTS_HEAD.match(self._line(i))
            for i in ahead
            if len(self._units[i].span) <= _LONGEST_LINE
        )

    def _is_below_second_title(self, at: int) -> bool:
        """Return True for “with Deputy Minister Ts. Bold” between a second heading and a date."""
        above = next(
            (i for i in range(at - 1, max(self._title_end, at - _NEAR) - 1, -1) if self._is_heading(i)), -1
        )
        if above < 0 or not all(self._is_brief(i) for i in range(above, at + 1)):
            return False
        ahead = range(at + 1, min(at + 1 + _NEAR, len(self._units)))
        return any(is_dateline(self._line(i)) for i in ahead)

    def _is_heading(self, at: int) -> bool:
        line = self._line(at)
        return patterns.TITLE_CUE.match(line) is not None and self._is_second_title(at, line)

    def _is_brief(self, at: int) -> bool:
        line = self._line(at)
        return len(line) <= _LONGEST_LETTERHEAD and line[-1] not in ".:;?!"

    def _find_salute(self) -> int:
        """Return the unit after the salutation of a letter; -1 where there is none soon after the title."""
        first = max(self._title, max(self._keys, default=-1)) + 1
        for at in range(first, min(first + 1 + _ADDRESS_LINES, len(self._units))):
            if len(self._units[at].span) > _LONGEST_LINE:
                break
            line = self._line(at)
            if speaks(line) and not top_patterns.is_keyed(line):
                # “Comrade Pen: That is a lot!”: the talk has begun. “Ref: 45/62” is nobody's.
                break
            if patterns.SALUTE.match(line):
                return at + 1
            if top_patterns.POINT.match(line):
                # The text has begun: it is the salutation of a letter that is enclosed.
                break
        return -1

    def _is_addressed(self) -> bool:
        """Return True where lines of the opening say from whom the document comes and to whom it goes."""
        first = max(self._keys, default=-1) + 1
        lines = [self._line(at) for at in range(first, min(first + _ADDRESS_LINES, len(self._units)))]
        return all(any(cue.search(line) for line in lines) for cue in (patterns.FROM_LINE, patterns.TO_LINE))

    def _forwards(self) -> bool:
        """Return True for the body addressed, and below it the words with which something is sent to it."""
        lines = [self._line(at) for at in range(min(len(self._units), _ADDRESS_LINES))]
        addressed = [at for at, line in enumerate(lines) if patterns.BODY_ADDRESSED.match(line)]
        return bool(addressed) and any(map(patterns.FORWARDING.match, lines[addressed[0] + 1 :]))

    # Participants

    def _participants_begin(self, at: int) -> bool:
        return patterns.PARTICIPANTS_HEAD.match(self._line(at)) is not None

    def _take_participants(self) -> None:
        span = self._units[self._at].span
        label = self._key_label(span)
        while label.end >= span.end and self._at + 1 < len(self._units):
            # "Participants:" above "Soviet side:" is one heading.
            below = self._at + 1
            if below in self._pages or not self._participants_begin(below):
                break
            self._at = below
            span = self._units[below].span
            label = Span(label.start, self._key_label(span).end)
        if label.end < span.end and not self._source.text[label.end].isspace():
            # No blank parts the heading from the first name: both, and a heading above, are one item.
            self._blocks.append(Block(Role.PARTICIPANT, Span(label.start, span.end)))
            self._at += 1
            return
        self._blocks.append(Block(Role.PARTICIPANTS_HEAD, label))
        for part in self._parts(self._source.trimmed(Span(label.end, span.end))):
            self._blocks.append(Block(Role.PARTICIPANT, part))
        self._at += 1
        while (following := self._next_participant()) is not None:
            while self._at < following:
                self._take(Role.PAGE)
            self._take(Role.PARTICIPANT)
        if self._blocks[-1].role is Role.PARTICIPANTS_HEAD:
            # A heading without anybody under it is no list.
            self._blocks[-1] = Block(Role.PARAGRAPH, self._blocks[-1].span)

    def _next_participant(self) -> int | None:
        """Return the unit of the next of the list; None where it ends. A page may end in its midst."""
        at = self._at
        while at in self._pages:
            at += 1
        if at == len(self._units) or len(self._units[at].span) > _LONGEST_PARTICIPANT:
            return None
        return at if is_participant(self._line(at), self._source[self._units[at].span]) else None

    def _parts(self, rest: Span) -> list[Span]:
        """Return the people of one line apart, where semicolons part them."""
        cuts = [match.end() for match in re.finditer(r";(?=\s)", self._source[rest])]
        starts = [rest.start, *(rest.start + cut for cut in cuts)]
        ends = [*(rest.start + cut for cut in cuts), rest.end]
        parts = [self._source.trimmed(Span(start, end)) for start, end in zip(starts, ends, strict=True)]
        return [part for part in parts if part]
