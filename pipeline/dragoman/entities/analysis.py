"""All the names of one document, found and freed of overlaps, ready to be linked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from lxml import etree

from dragoman.entities.body_shapes import POST_NOUNS, SEAT
from dragoman.entities.candidates import Candidate, start_of_hyphenated
from dragoman.entities.cities import is_city
from dragoman.entities.discover import candidates
from dragoman.entities.lessons import applied, lessons
from dragoman.entities.loose import loose
from dragoman.entities.matcher import Form, Matcher
from dragoman.entities.mentions import document_date
from dragoman.entities.model import Entity, Kind
from dragoman.entities.people_again import again, called_by_first_name, surnames_of
from dragoman.entities.people_in_context import TELLING
from dragoman.entities.reading import NAME_ELEMENTS, Reading, TaggedName, read
from dragoman.entities.roles import roles
from dragoman.entities.tokens import Figures, Tokens, tokenize
from dragoman.tei.ids import from_xml_id
from dragoman.tei.ns import XML_ID, local_name, tei


class FoundName(NamedTuple):
    """A name in the text.

    block:  index in `Analysis.blocks`; element: the name element that holds exactly this name, or None;
    order:  its number in reading order.
    """

    block: int
    candidate: Candidate
    element: etree._Element | None = None
    order: int = 0


@dataclass(slots=True)
class Analysis:
    """A document with its names.

    dates:  of each block: that of the entry of a list it stands in, else the document's;
    linked: names that carry a reference already; place: where it was written, as its header says;
    tagged: the name elements that stand in each block, by its index; people: all whom the matcher knows.
    """

    id: str
    date: str
    reading: Reading
    blocks: Sequence[Tokens]
    dates: Sequence[str]
    names: Sequence[FoundName]
    linked: Sequence[tuple[int, TaggedName, str]]
    place: str = ""
    tagged: Mapping[int, Sequence[TaggedName]] = field(default_factory=dict)
    people: Sequence[Entity] = ()

    @property
    def is_telegram(self) -> bool:
        """True where the document is a telegram."""
        owners = (tokens.block.owner for tokens in self.blocks[:1])
        return any(
            ancestor.get("subtype") == "telegram"
            for owner in owners
            for ancestor in owner.iterancestors()
            if local_name(ancestor) == "div"
        )

    def text(self, name: FoundName) -> str:
        """Return a name as it is read, without the brackets that complete it."""
        return self.blocks[name.block].text(name.candidate.first, name.candidate.last)


def figures_of(roots: Iterable[etree._Element], matcher: Matcher) -> Figures:
    """Return the numbers of the names that are known, and of those that editors tagged in documents."""
    tagged = (
        "".join(element.itertext())
        for root in roots
        for element in root.iter(*_NAMES)
        if element.get("ref") is None
    )
    return matcher.figures.with_names(tagged)


_NAMES: Final = tuple(map(tei, sorted(NAME_ELEMENTS)))


def analyse(root: etree._Element, matcher: Matcher, figures: Figures | None = None) -> Analysis:
    """Return the names of a TEI document that a matcher and the shapes find.

    ``figures``: the numbers in names, where they are those of several documents.
    """
    figures = figures or figures_of([root], matcher)
    reading = read(root)
    reading.blocks = [block for block in reading.blocks if is_searched(block.owner)]
    blocks = [tokenize(block, figures) for block in reading.blocks]
    index_of = {id(block): number for number, block in enumerate(reading.blocks)}
    tagged: dict[int, list[TaggedName]] = {}
    linked: list[tuple[int, TaggedName, str]] = []
    for found in reading.names:
        if found.block is None or id(found.block) not in index_of:
            continue
        number = index_of[id(found.block)]
        reference = found.element.get("ref")
        tagged.setdefault(number, []).append(found)
        if reference is not None:
            linked.append((number, found, reference))
    identifier = from_xml_id(root.get(XML_ID, ""))
    date = document_date(root)
    dates = [_entry_date(block.owner) or date for block in reading.blocks]
    names = _names(blocks, dates, tagged, matcher)
    return Analysis(
        identifier, date, reading, blocks, dates, names, linked, _place(root), tagged, matcher.people
    )


def _is_somebodys(tokens: Tokens, candidate: Candidate, surnames: frozenset[str]) -> bool:
    """Return True for a place that only its shape tells, in a document where somebody is so called."""
    is_told_by_shape = candidate.kind is Kind.PLACE and not candidate.uses
    is_one_word = candidate.last - candidate.first == 1
    return is_told_by_shape and is_one_word and tokens[candidate.first].norm in surnames


def _telling(firsts: Sequence[Sequence[Candidate]]) -> set[str]:
    """Return the surnames of people whom their place in a sentence shows beyond doubt."""
    return {
        candidate.surname
        for found in firsts
        for candidate in found
        if candidate.kind is Kind.PERSON and candidate.rule in TELLING and candidate.surname
    }


def analysed_again(analysis: Analysis, matcher: Matcher) -> Analysis:
    """Return the document of an analysis with the names that another matcher finds in it."""
    return replace(
        analysis,
        names=_names(analysis.blocks, analysis.dates, analysis.tagged, matcher),
        people=matcher.people,
    )


def _names(
    blocks: Sequence[Tokens],
    dates: Sequence[str],
    tagged: Mapping[int, Sequence[TaggedName]],
    matcher: Matcher,
) -> list[FoundName]:
    """Return the names of a document in reading order."""
    firsts = [candidates(tokens, matcher, date) for tokens, date in zip(blocks, dates, strict=True)]
    full = [c for found in firsts for c in found if c.kind is Kind.PERSON and is_full(c)]
    surnames = frozenset(surname for candidate in full for surname in surnames_of(candidate))
    surnames |= called_by_first_name(blocks, full) | _telling(firsts)
    learned = lessons(blocks, firsts, surnames)
    names: list[FoundName] = []
    for number, tokens in enumerate(blocks):
        taken = {
            index
            for candidate in firsts[number]
            if candidate.kind is not Kind.PERSON and candidate.uses
            for index in range(candidate.first, candidate.last)
        }
        unlike = [c for c in firsts[number] if not _is_somebodys(tokens, c, surnames)]
        covered = {i for c in unlike if _is_settled(c) for i in range(c.first, c.last)}
        found_in_block = applied(tokens, [*unlike, *again(tokens, surnames, taken, covered)], learned)
        found_in_block += loose(tokens, found_in_block, surnames)
        found_in_block += roles(tokens, found_in_block)
        for candidate, element in _placed(tokens, found_in_block, tagged.get(number, [])):
            names.append(FoundName(number, candidate, element, len(names)))
    return names


def _is_settled(candidate: Candidate) -> bool:
    """Return True for somebody named in full by a known name, so that no part of it is sought."""
    is_person = candidate.kind is Kind.PERSON and candidate.last - candidate.first > 1
    return is_person and any(use.form is Form.FULL for use in candidate.uses)


def _place(root: etree._Element) -> str:
    """Return the place that a document was sent from, or else the only one its header gives, or ""."""
    sent = root.find(f".//{tei('correspAction')}[@type='sent']/{tei('placeName')}")
    found = [sent] if sent is not None else list(root.iterfind(f".//{tei('setting')}/{tei('placeName')}"))
    return "".join(found[0].itertext()) if len(found) == 1 else ""


def _entry_date(owner: etree._Element) -> str:
    """Return the date of the entry of a catalogue that a block belongs to, or ""."""
    for ancestor in (owner, *owner.iterancestors()):
        if local_name(ancestor) == "bibl":
            date = ancestor.find(tei("date"))
            if date is not None:
                return (date.get("when") or date.get("from") or date.get("notBefore") or "")[:10]
    return ""


# Lines of a telegram's header that hold codes and numbers, not names.
_CODED_SEGMENTS: Final = frozenset(
    (
        "action",
        "origin",
        "distribution",
        "transmission",
        "classification",
        "section",
        "message-number",
        "caption",
        "tags",
        "reference",
    )
)


def is_searched(owner: etree._Element) -> bool:
    """Return False for blocks of codes: lines of a telegram's header, the archive's message attributes."""
    divisions = [ancestor for ancestor in owner.iterancestors() if local_name(ancestor) == "div"]
    is_telegram = any(division.get("subtype") == "telegram" for division in divisions)
    if is_telegram and local_name(owner) == "seg" and owner.get("type") in _CODED_SEGMENTS:
        return False
    return all(division.get("type") != "messageAttributes" for division in divisions)


def is_full(candidate: Candidate) -> bool:
    """Return True for a name with a given name or initials, that is nobody else's."""
    return bool(candidate.given) or any(use.form >= Form.INITIALS for use in candidate.uses)


def _placed(
    tokens: Tokens, found: Sequence[Candidate], tagged: Sequence[TaggedName]
) -> list[tuple[Candidate, etree._Element | None]]:
    """Return the names of a block in order, each with the element that an editor gave it already."""
    ranges = {name: _word_range(tokens, name) for name in tagged}
    of_tags = [
        _fitted(tokens, found, first, last, name) for name, (first, last) in ranges.items() if first < last
    ]
    chosen = _without_overlaps(tokens, [*found, *of_tags])
    placed: list[tuple[Candidate, etree._Element | None]] = []
    for candidate in chosen:
        element = None
        is_protected = False
        for name, (first, last) in ranges.items():
            is_same = (first, last) == (candidate.first, candidate.last)
            if is_same and local_name(name.element) in (candidate.kind.tag, "rs"):
                element = name.element
            elif name.element.get("ref") is not None or is_same:
                is_protected |= (
                    first < candidate.last and candidate.first < last and not _nests(candidate, first, last)
                )
        if not is_protected and (element is None or element.get("ref") is None):
            placed.append((candidate, element))
    return placed


def _nests(candidate: Candidate, first: int, last: int) -> bool:
    """Return True where a tag's words [first, last) and a place inside a body's name may be nested."""
    return (candidate.kind is Kind.PLACE and first <= candidate.first and candidate.last <= last) and (
        last - first > candidate.last - candidate.first
    )


def _word_range(tokens: Tokens, name: TaggedName) -> tuple[int, int]:
    first = bisect_left(range(len(tokens)), name.start, key=lambda index: tokens[index].start)
    last = first
    while last < len(tokens) and tokens[last].end <= name.end:
        last += 1
    return (first, last) if last > first else (0, 0)


def _fitted(tokens: Tokens, found: Sequence[Candidate], first: int, last: int, name: TaggedName) -> Candidate:
    """Return the candidate for words that an editor tagged: what the tag says is not in doubt."""
    tag = local_name(name.element)
    kind = next((kind for kind in Kind if kind.tag == tag), Kind(name.element.get("type") or "person"))
    same = [c for c in found if (c.first, c.last, c.kind) == (first, last, kind)]
    words = tokens.row(first, last)
    ends = [index for index in range(first, last) if not tokens[index].is_initial] or [last - 1]
    opens = max(first, start_of_hyphenated(tokens, ends[-1]))  # “Tadeusz Morawiec-Lis”
    surname = tokens.row(opens, ends[-1] + 1)
    is_person = kind is Kind.PERSON
    base = Candidate(
        first,
        last,
        kind,
        f"an editor’s {tag}",
        surname=" ".join(token.norm for token in surname) if is_person else "",
        given=tuple(token.norm for token in words if token not in surname) if is_person else (),
    )
    return _merged([*same, base]) if same else base


def _without_overlaps(tokens: Tokens, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the best candidates in order: of two that overlap the longer, then the better known."""
    by_span: dict[tuple[int, int, Kind], list[Candidate]] = {}
    for candidate in found:
        by_span.setdefault((candidate.first, candidate.last, candidate.kind), []).append(candidate)
    merged = [_merged(group) for group in by_span.values()]
    chosen: list[Candidate] = []
    for candidate in sorted(merged, key=_rank, reverse=True):
        first, last = candidate.first, candidate.last
        overlapping = [other for other in chosen if first < other.last and other.first < last]
        if all(_can_stand_inside(tokens, candidate, other) for other in overlapping):
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: (c.first, -c.last))


def _rank(candidate: Candidate) -> tuple[bool, int, int, int, int]:
    form = max((use.form for use in candidate.uses), default=Form(1))
    is_strong = "editor’s" in candidate.rule
    score = int(form) if candidate.uses else (0 if candidate.is_weak else 2)
    # A title turns a word that may be either (Washington, Jordan) into a person.
    titled = int(candidate.kind is Kind.PERSON and bool(candidate.title))
    # A doubtful shape does not swallow a known name that lies in it.
    length = candidate.last - candidate.first if candidate.uses or not candidate.is_weak else 0
    return (is_strong, length, titled, score, -candidate.first)


def _can_stand_inside(tokens: Tokens, candidate: Candidate, other: Candidate) -> bool:
    """Return True where of two names that overlap one is the place inside the name of a post."""
    if candidate.kind is not Kind.PLACE or other.kind is not Kind.ORG:
        return False
    is_address = tokens.block.owner.get("type") in ("from", "to", "info")
    if candidate.first > 0 and tokens[candidate.first - 1].norm in ("of", "the"):
        return False  # whose embassy it is, not where it sits
    words_of_post = {token.norm for token in tokens.row(other.first, other.last)}
    is_seat = candidate.first > 0 and tokens.norms[candidate.first - 1] == "in"
    is_seat = is_seat and is_city(tokens.text(candidate.first, candidate.last))
    if not is_address and not is_seat and not words_of_post & (POST_NOUNS.keys() | _MISSIONS):
        return False
    return (
        (bool(candidate.uses) or candidate.rule == SEAT)
        and other.first < candidate.first
        and candidate.last == other.last
        and not candidate.is_weak
    )


_MISSIONS: Final = frozenset(("embassy", "consulate", "legation", "mission"))


def _merged(group: Sequence[Candidate]) -> Candidate:
    """Return one candidate for the same words found by several rules."""
    if len(group) == 1:
        return group[0]
    first = max(group, key=lambda c: (len(c.given), bool(c.surname), bool(c.uses)))
    uses = {(use.entity.ref, use.form): use for candidate in group for use in candidate.uses}
    return Candidate(
        first.first,
        first.last,
        first.kind,
        "; ".join(dict.fromkeys([candidate.rule for candidate in group])),
        tuple(uses.values()),
        first.surname,
        first.given,
        max((candidate.title for candidate in group), key=len),
        is_weak=all(candidate.is_weak for candidate in group),
        is_role=all(candidate.is_role for candidate in group),
    )
