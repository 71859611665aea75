"""Finding known names in a text: one pass of an automaton for any number of names.

The words of a block are joined with single blanks, and so are those of every name; a hit is
therefore always of whole words. Aho–Corasick makes the time independent of the number of names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from itertools import accumulate, product
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from dragoman.entities.headings import surname_of
from dragoman.entities.model import Authorities, Entity, Kind, Name
from dragoman.entities.tokens import Figures, Tokens, is_figure, name_words, normalised
from dragoman.entities.words import words


class Form(IntEnum):
    """How a name names: the greater, the more it says."""

    SURNAME = 1  # derived from a full name: the file does not say that it is used alone
    ALONE = 2  # one word that the file lists as a name
    ABBREVIATION = 3
    INITIALS = 4  # initials with the surname
    FULL = 5


class Use(NamedTuple):
    """A name of an entity that a pattern stands for; a named tuple, as there are hundreds of thousands."""

    entity: Entity
    name: Name
    form: Form


class Hit(NamedTuple):
    """Words [first, last) of a block that spell a name of one or several entities, which are told by kind."""

    first: int
    last: int
    by_kind: Sequence[tuple[Kind, tuple[Use, ...]]]

    @property
    def is_of_people(self) -> bool:
        """True where nothing but people go by it."""
        return len(self.by_kind) == 1 and self.by_kind[0][0] is Kind.PERSON

    @property
    def is_full_name(self) -> bool:
        """True where people, and nothing else, go by it as by their full name."""
        return self.is_of_people and any(use.form is Form.FULL for use in self.by_kind[0][1])


class Matcher:
    """The automaton of the names of an edition's entries and of a gazetteer.

    A surname that the gazetteer does not list to stand alone is no pattern: there are too many of
    them, and only a full name in the document can tell whom one means (`dragoman.entities.link`).
    ``people``: all of them, an entry of the edition in the place of the gazetteer's.
    ``figures``: the numbers in the names, without which the words of a block are not those of the patterns.
    """

    def __init__(self, own: Authorities, gazetteer: Authorities | None = None) -> None:
        uses: dict[str, list[Use]] = {}
        entities = list(own.entities.values())
        for known in (gazetteer or Authorities()).entities.values():
            # What was taken over from the gazetteer goes by all the names that it has there.
            adopted = own.get(known.ref)
            entities.append(replace(adopted, names=known.names) if adopted is not None else known)
        self.people = [own.get(e.ref) or e for e in entities if e.kind is Kind.PERSON]
        self._called: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities:
            adopting = own.get(entity.ref)
            best: dict[str, Use] = {}
            surnames = _surnames(entity)
            for pattern, name, form in _patterns(entity, surnames):
                if form is Form.SURNAME and adopting is not entity:
                    continue
                if _NUMBER_ALONE.fullmatch(pattern):
                    continue  # any number may be meant
                used = best.get(pattern)
                if used is None or used.form < form:
                    best[pattern] = Use(adopting or entity, name, form)
            for pattern, use in best.items():
                uses.setdefault(pattern, []).append(use)
            for surname in {" ".join(name_words(surname)) for surname in surnames}:
                self._called[surname].append(entity)
        self._covered = _covered(uses.values(), own)
        self._patterns = list(uses)
        self.figures = Figures(pattern.split() for pattern in uses if _HAS_FIGURE(pattern))
        self._uses = [tuple(found) for found in uses.values()]
        # Of fifty thousand names a document has some forty: the uses of those are sorted.
        self._by_kind: dict[int, Sequence[tuple[Kind, tuple[Use, ...]]]] = {}
        self._automaton = (
            AhoCorasick([f" {p} " for p in self._patterns], implementation=Implementation.ContiguousNFA)
            if self._patterns
            else None
        )

    def __len__(self) -> int:
        return len(self._patterns)

    def people_called(self, surname: str, given: Sequence[str]) -> tuple[Use, ...]:
        """Return the people of a surname whose given names may be ``given`` (all as compared)."""
        found = []
        for entity in self._called.get(surname, ()):
            for name in entity.names:
                parts = name_words(name.text)
                own = name_words(surname_of(entity, name))
                rest = [part for part in parts if part not in own]
                if rest and is_compatible(rest, given):
                    form = Form.FULL if len(rest[0]) > 1 and len(given[0]) > 1 else Form.INITIALS
                    found.append(Use(entity, name, form))
                    break
        return tuple(found)

    def people_of_the_time(self, surname: str, date: str) -> tuple[Use, ...]:
        """Return the people of a surname who are known for an office at about ``date`` (ISO, or "").

        Somebody whom the edition has an entry for is not returned a second time as the gazetteer has him.
        """
        return tuple(
            Use(entity, Name(surname), Form.SURNAME)
            for entity in self._called.get(surname, ())
            if entity.ref not in self._covered and _is_of_the_time(entity, date)
        )

    def hits(self, tokens: Tokens) -> Iterator[Hit]:
        """Yield every run of words that spells a name, also those that lie within another."""
        if self._automaton is None or not tokens.norms:
            return
        parts = list(tokens.norms)
        for index in tokens.breaks[1:]:
            parts[index] = f"| {parts[index]}"
        # Where each part begins, with the blank before it.
        starts = [0, *accumulate([len(part) + 1 for part in parts])]
        for pattern, start, end in self._automaton.find_matches_as_indexes(
            f" {' '.join(parts)} ", overlapping=True
        ):
            # The first part may have a break before the word.
            first = bisect_right(starts, start) - 1
            last = bisect_left(starts, end - 1, first)
            by_kind = self._by_kind.get(pattern)
            if by_kind is None:
                by_kind = self._by_kind[pattern] = _by_kind(self._uses[pattern])
            yield Hit(first, last, by_kind)


def _by_kind(uses: Iterable[Use]) -> list[tuple[Kind, tuple[Use, ...]]]:
    found = [(kind, tuple(use for use in uses if use.entity.kind is kind)) for kind in Kind]
    return [(kind, of_kind) for kind, of_kind in found if of_kind]


def _covered(uses: Iterable[Sequence[Use]], own: Authorities) -> frozenset[str]:
    """Return the entries of the gazetteer that share a full name with one of the edition's own."""
    found: set[str] = set()
    for of_pattern in uses:
        full = [use.entity.ref for use in of_pattern if use.form is Form.FULL]
        if len(full) > 1 and any(ref in own.entities for ref in full):
            found.update(ref for ref in full if ref not in own.entities)
    return frozenset(found)


_BEFORE_OFFICE: Final = 4  # years before an office in which its later holder is already named
_AFTER_OFFICE: Final = 15


def _is_of_the_time(entity: Entity, date: str) -> bool:
    """Return True where an office of a person lies near the date."""
    if not date[:4].isdigit():
        return bool(entity.offices)
    year = int(date[:4])
    for office in entity.offices:
        start, end = office.years.start[:4], office.years.end[:4]
        begun = not start.isdigit() or year >= int(start) - _BEFORE_OFFICE
        ended = end.isdigit() and year > int(end) + _AFTER_OFFICE
        if begun and not ended:
            return True
    return False


def is_compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return True where two rows of given names or initials can be the same person's.

    ``m`` with ``mikhail stepanovich`` can, ``kh`` with ``khorloogiin`` can, ``p a`` with ``l s`` cannot.
    """
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=False))


def _surnames(entity: Entity) -> list[str]:
    """Return the surname in each name of a person; none for other entities."""
    return [surname_of(entity, name) for name in entity.names] if entity.kind is Kind.PERSON else []


def _patterns(entity: Entity, surnames: Sequence[str]) -> Iterator[tuple[str, Name, Form]]:
    for number, name in enumerate(entity.names):
        parts = name_words(name.text)
        if not parts:
            continue
        joined = " ".join(parts)
        has_figure = any(map(is_figure, parts))  # of which no shorter form is made
        if entity.kind is not Kind.PERSON:
            form = Form.ABBREVIATION if name.type == "abbreviation" else Form.FULL
            yield joined, name, form
            mission, seat = mission_and_seat(name.text) if not has_figure else ("", "")
            if entity.kind is Kind.ORG and seat:
                yield " ".join(name_words(mission)), Name(name.text), Form.SURNAME
            for said in _american_mission(name.text):
                yield said, name, Form.FULL
            if parts[0] == "the" and len(parts) > 1:
                yield " ".join(parts[1:]), name, form
            continue
        if len(parts) == 1:
            yield joined, name, Form.ALONE
            continue
        spelled = [part for part in _SPELLED.findall(name.text) if normalised(part) != parts[-1]]
        yield joined, name, Form.FULL if spelled else Form.INITIALS
        if has_figure:
            continue
        for pattern, form in _derived(name, parts, name_words(surnames[number])):
            yield pattern, name, form
    if entity.kind is Kind.PERSON and not any(map(is_figure, name_words(entity.name))):
        first = next((n for n, name in enumerate(entity.names) if name.text == entity.name), None)
        called = surnames[first] if first is not None else surname_of(entity)
        surname = name_words(called)
        if surname:
            yield " ".join(surname), Name(called), Form.SURNAME
        parts = name_words(entity.name)
        if len(parts) > 2 and parts[0] in words("vietnamese-family-names"):
            # General Giap is Vo Nguyen Giap.
            yield parts[-1], Name(entity.name.split()[-1]), Form.SURNAME


def _derived(name: Name, parts: Sequence[str], surname: Sequence[str]) -> Iterator[tuple[str, Form]]:
    """Yield the shorter and joined forms of a full name."""
    if len(parts) == 2 == len(surname) + 1 and parts[1] == surname[0] and "-" not in name.text:
        # The common case, for which all the rest comes to two forms.
        yield f"{_initial(parts[0])} {parts[1]}", Form.INITIALS
        yield f"{parts[0]} {parts[1]}", Form.FULL if len(parts[0]) > 1 else Form.INITIALS
        return
    if "-" in name.text:
        yield " ".join("".join(name_words(word)) for word in name.text.split()), Form.FULL
    if parts[: len(surname)] == surname or parts[-len(surname) :] != surname:
        return
    given = parts[: -len(surname)]
    if len(given) > _MOST_GIVEN_NAMES or not given:
        return
    initials = [_initial(word) for word in given]
    tail = " ".join(surname)
    for count in range(1, len(given) + 1):
        yield f"{' '.join(initials[:count])} {tail}", Form.INITIALS
    yield f"{given[0]} {tail}", Form.FULL if len(given[0]) > 1 else Form.INITIALS
    if len(given) > 1 and len(given[0]) > 1:
        yield f"{given[0]} {initials[1]} {tail}", Form.FULL


def _american_mission(name: str) -> Iterator[str]:
    """Yield how others than telegrams call “United States Embassy, Moscow”: “US Embassy in Moscow”."""
    match = _AMERICAN.fullmatch(name)
    if match is None:
        return
    seat = " ".join(name_words(match[2]))
    missions = ["consulate", "consulate general"] if match[1] == "Consulate" else [match[1].lower()]
    for state, mission, preposition in product(
        ("us", "u s", "american", "united states"), missions, ("in ", "at ", "")
    ):
        yield f"{state} {mission} {preposition}{seat}"


_AMERICAN: Final = re.compile(r"United States (Embassy|Consulate|Mission|Liaison Office), (.+)")


def mission_and_seat(name: str) -> tuple[str, str]:
    """Return “Polish Embassy” and “Dacca” for “Polish Embassy in Dacca”; "" where a name says no seat."""
    match = _SEATED.fullmatch(name)
    return (match[1], match[2]) if match else ("", "")


_SEATED: Final = re.compile(r"(.*\b(?:Embassy|Consulate|Consulate General|Legation)\b.*) (?:in|at) (.+)")
_MOST_GIVEN_NAMES: Final = 3
_HAS_FIGURE: Final = re.compile(r"\b\d").search
_NUMBER_ALONE: Final = re.compile(r"(?:the )?\d\S*(?: \d\S*)*")
_SPELLED: Final = re.compile(r"[^\W\d_]{2,}(?!\.|[^\W\d_])")


def _initial(word: str) -> str:
    for syllable in ("shch", "kh", "yu", "ya", "ye", "zh", "ts", "ch", "sh"):
        if word.startswith(syllable) and len(word) > len(syllable):
            return syllable
    return word[:1]
