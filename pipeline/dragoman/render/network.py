"""Who speaks with whom and who cables whom: the parties on a circle, their ties as lines."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, NamedTuple
from urllib.parse import quote

from lxml import etree

from dragoman.render.svg import element, picture, text_width, written

WIDTH: Final = 1100
_RADIUS: Final = 300
_LABEL: Final = 14
_ROOM: Final = 18  # along the circle for one name
_FEW: Final = 10  # parties whose names stand level; of more each follows its radius
_ONE_LINE: Final = 18  # characters of a level name; a longer one has two lines
_LINE: Final = 1.2 * _LABEL
_PHONE: Final = 520.0  # a picture of this width can still be read where it is made as narrow as a phone
_MOST: Final = 100  # parties on the picture; the list has all
_MOST_DATES: Final = 8  # of two parties; more are folded
_MOST_FOLDED: Final = 100  # and more than these only counted: the calendar has them all
_LONGEST: Final = 32  # characters of a name
_LONGEST_END: Final = 14  # characters of the end of one that is cut
_PAGES: Final = {"person": "people.html", "org": "organizations.html", "place": "places.html"}


class _Document(NamedTuple):
    """A document as a list of ties names it: by its date, or where it has none by its title."""

    id: str
    text: str


@dataclass(slots=True)
class _Ties:
    """The ties of an edition: pairs of parties with the documents that tie them, spoken and wired."""

    names: dict[str, str] = field(default_factory=dict)
    spoken: dict[tuple[str, str], list[_Document]] = field(default_factory=lambda: defaultdict(list))
    wired: dict[tuple[str, str], list[_Document]] = field(default_factory=lambda: defaultdict(list))

    def add_party(self, element_: etree._Element) -> str:
        """Return the key of a participant or correspondent: its reference, else its name as printed."""
        key = (element_.get("ref") or "").split(" ")[0] or element_.get("name", "")
        self.names.setdefault(key, element_.get("name", ""))
        return key


def network_picture(
    summaries: Iterable[etree._Element], names: Mapping[str, str], title: str, words: Mapping[str, str]
) -> etree._Element:
    """Return ``<picture>`` with the circle and the list.

    summaries: of the documents; each is done with when the next is asked for;
    names:     what the registers call an entity, by its reference;
    words:     phrases of the interface: the headings ``network-spoke`` and ``network-cabled``, what is said
               below them, how names, their dates and the number of what is folded are written.
    """
    ties = _ties(summaries)
    labels = {key: names.get(key, name) for key, name in ties.names.items()}
    holder = etree.Element("picture")
    weights: Counter[str] = Counter()
    for pair, documents in [*ties.spoken.items(), *ties.wired.items()]:
        for key in pair:
            weights[key] += len(documents)
    chosen = [key for key, _ in sorted(weights.items(), key=lambda item: (-item[1], labels[item[0]]))[:_MOST]]
    if not chosen:
        return holder
    holder.append(_circle(chosen, ties, labels, names, title))
    both_ways = {(other, one): documents for (one, other), documents in ties.spoken.items()}
    for heading, kind, pairs in (
        ("network-spoke", "tie", ties.spoken | both_ways),
        ("network-cabled", "wire", ties.wired),
    ):
        if pairs:
            # The heading is the key of the picture as well: before it stands a line of these ties' colour.
            etree.SubElement(holder, "h2", {"class": f"of-{kind}"}).text = words[heading]
            etree.SubElement(holder, "p", {"class": "hint"}).text = words[f"{heading}-under"]
            holder.append(_list(pairs, kind, labels, names, words))
    return holder


def _ties(summaries: Iterable[etree._Element]) -> _Ties:
    ties = _Ties()
    for summary in summaries:
        document = _Document(summary.get("id", ""), summary.get("date-text") or summary.get("title") or "")
        people = [
            person for person in summary.iter("participant") if person.get("role") in ("speaker", "chair")
        ]
        for one, other in combinations(people or _principals(summary), 2):
            # People of one side do not speak with each other, as far as the record goes.
            if not one.get("side") or one.get("side") != other.get("side"):
                first, second = sorted((ties.add_party(one), ties.add_party(other)))
                if first != second:
                    ties.spoken[first, second].append(document)
        sent = [party for party in summary.iter("correspondent") if party.get("action") == "sent"]
        received = [
            party
            for party in summary.iter("correspondent")
            if party.get("action") in ("received", "received action")
        ]
        for sender in sent:
            for receiver in received:
                key = ties.add_party(sender), ties.add_party(receiver)
                if key[0] and key[1] and key[0] != key[1]:
                    ties.wired[key].append(document)
    return ties


def _principals(summary: etree._Element) -> list[etree._Element]:
    """Return the first participant of each side, where no one is called a speaker."""
    firsts: dict[str, etree._Element] = {}
    for person in summary.iter("participant"):
        firsts.setdefault(person.get("side", ""), person)
    return list(firsts.values()) if len(firsts) > 1 else []


def _circle(
    chosen: Sequence[str],
    ties: _Ties,
    labels: Mapping[str, str],
    names: Mapping[str, str],
    title: str,
) -> etree._Element:
    are_few = len(chosen) <= _FEW
    if are_few:
        radius, beyond = 60.0 + 14 * len(chosen), 2 * _LINE + 12
    else:
        radius = max(_RADIUS * min(1, 0.55 + len(chosen) / 40), len(chosen) * _ROOM / (2 * math.pi))
        beyond = max(text_width(_cut(labels[key]), _LABEL) for key in chosen) + 16
    height = 2 * (radius + beyond)
    # Who has to do with whom stands together: people first, then posts, each by name.
    order = sorted(chosen, key=lambda key: (not key.startswith("person:"), labels[key], key))
    # Few stand left and right of the middle, where their names have room.
    first = -math.pi / 2 - (math.pi / len(order) if are_few else 0)
    angles = {key: 2 * math.pi * number / len(order) + first for number, key in enumerate(order)}
    width = 2 * max(_reach(labels[key], radius, angles[key]) for key in order) if are_few else WIDTH
    svg = picture(
        width,
        height,
        title,
        "network" if not are_few else "network few" if width <= _PHONE else "network level",
    )
    if are_few:
        svg.set("width", written(width))
    middle_x, middle_y = width / 2, height / 2
    at = {
        key: (middle_x + radius * math.cos(angle), middle_y + radius * math.sin(angle))
        for key, angle in angles.items()
    }
    for pairs, kind in ((ties.spoken, "tie"), (ties.wired, "wire")):
        for (one, other), documents in sorted(pairs.items()):
            if one in at and other in at:
                (x0, y0), (x1, y1) = at[one], at[other]
                curve = f"M{x0:.1f},{y0:.1f}Q{middle_x:.1f},{middle_y:.1f} {x1:.1f},{y1:.1f}"
                line = element(
                    svg, "path", d=curve, class_=kind, stroke_width=1 + 1.4 * len(documents) ** 0.6
                )
                element(line, "title").text = f"{labels[one]} – {labels[other]}: {len(documents)}"
    for key in order:
        _party(svg, labels[key], _address(key, names), at[key], angles[key], is_level=are_few)
    return svg


def _party(
    svg: etree._Element,
    label: str,
    address: str | None,
    at: tuple[float, float],
    angle: float,
    *,
    is_level: bool,
) -> None:
    """Draw one party: its dot, and its name outward, level or along the radius, never upside down."""
    x, y = at
    holder = element(svg, "a", href=address) if address else element(svg, "g")
    if _cut(label) != label:
        # Who hears the name, or points to it, has it whole.
        element(holder, "title").text = label
    element(holder, "circle", cx=x, cy=y, r=4.5, class_="spot")
    if is_level:
        _level_name(holder, label, at, angle)
        return
    degrees = math.degrees(angle)
    is_left = math.cos(angle) < -1e-9
    text = element(
        holder,
        "text",
        x=x + 10 * (-1 if is_left else 1),
        y=y + _LABEL * 0.34,
        font_size=_LABEL,
        text_anchor="end" if is_left else "start",
        transform=f"rotate({degrees + (180 if is_left else 0):.1f} {x:.1f} {y:.1f})",
    )
    text.text = _cut(label)


def _level_name(holder: etree._Element, label: str, at: tuple[float, float], angle: float) -> None:
    """Write a name level beside its dot, above or below it where that is the top or the bottom."""
    lines = _lines(label)
    anchor = _anchor(angle)
    x = at[0] + _BESIDE[anchor]
    # The middle of all lines is level with the dot, or their nearer edge is a line away from it.
    middle = at[1] + _LABEL * 0.34
    if anchor == "middle":
        middle += math.copysign(_LINE * (len(lines) + 1) / 2, math.sin(angle))
    text = element(holder, "text", x=x, y=middle - _LINE * (len(lines) - 1) / 2, font_size=_LABEL)
    text.set("text-anchor", anchor)
    text.text = lines[0]
    for line in lines[1:]:
        # The blank is for who hears the name, or copies it; it stands where it moves no line.
        if anchor == "end":
            element(text, "tspan", x=x, dy=_LINE).text = f" {line}"
        else:
            text.text += " "
            element(text, "tspan", x=x, dy=_LINE).text = line


_BESIDE: Final = {"start": 10.0, "middle": 0.0, "end": -10.0}


def _anchor(angle: float) -> str:
    across = math.cos(angle)
    return "middle" if abs(across) < 0.2 else "start" if across > 0 else "end"


def _reach(label: str, radius: float, angle: float) -> float:
    """Return how far a level name reaches from the middle of the picture, to the left or to the right."""
    long = max(text_width(line, _LABEL) for line in _lines(label))
    across = abs(radius * math.cos(angle))
    return across + (long / 2 if _anchor(angle) == "middle" else 10 + long) + 4


def _lines(label: str) -> list[str]:
    """Return a name as it stands level: in one line, or parted at the blank nearest its middle."""
    cut = _cut(label)
    blanks = [at for at, character in enumerate(cut) if character == " "]
    if len(cut) <= _ONE_LINE or not blanks:
        return [cut]
    blank = min(blanks, key=lambda at: abs(at - len(cut) / 2))
    return [cut[:blank], cut[blank + 1 :]]


def _cut(label: str) -> str:
    """Return a name as the circle has room for it; the list says it whole.

    Its end is kept, which tells one embassy from another: "Embassy of the … in Moscow".
    """
    if len(label) <= _LONGEST:
        return label
    words = label.split()
    end = _fitting(words[::-1], _LONGEST_END)[::-1]
    beginning = _fitting(words, _LONGEST - 3 - len(" ".join(end)))
    return " ".join((*beginning, "…", *end))


def _fitting(words: Sequence[str], room: int) -> Sequence[str]:
    """Return as many of the first words as have room, in characters with their blanks; one at least."""
    count = 1
    while count < len(words) and len(" ".join(words[: count + 1])) <= room:
        count += 1
    return words[:count]


def _address(key: str, names: Mapping[str, str]) -> str | None:
    prefix, colon, identifier = key.partition(":")
    return f"{_PAGES[prefix]}#{identifier}" if colon and key in names and prefix in _PAGES else None


def _list(
    pairs: Mapping[tuple[str, str], Sequence[_Document]],
    kind: str,
    labels: Mapping[str, str],
    names: Mapping[str, str],
    words: Mapping[str, str],
) -> etree._Element:
    """Return a list of the parties of pairs, each over those it is tied to and the documents that say so.

    Who is tied to a party by the same documents stands in one line: the dozen who sat at one table were a
    dozen lines with one date. Who is tied by most documents comes first.
    """
    tied: dict[str, dict[tuple[_Document, ...], list[str]]] = defaultdict(lambda: defaultdict(list))
    for one, other in sorted(pairs, key=lambda pair: (labels[pair[1]], pair[1])):
        tied[one][tuple(pairs[one, other])].append(other)
    before, after = words["labelled"].split("{}")
    items = etree.Element("ul", {"class": f"as-list {kind}s", "role": "list"})
    for key in sorted(tied, key=lambda key: (labels[key], key)):
        item = etree.SubElement(items, "li")
        _named(etree.SubElement(item, "h3"), key, labels, names)
        lines = etree.SubElement(item, "ul", role="list")
        for documents, others in sorted(tied[key].items(), key=lambda tie: -len(tie[0])):
            line = etree.SubElement(lines, "li")
            line.text = before
            for other in others:
                _named(line, other, labels, names).tail = words["semicolon"]
            line[-1].tail = after
            _documents(line, documents, words)
    return items


def _named(
    holder: etree._Element, key: str, labels: Mapping[str, str], names: Mapping[str, str]
) -> etree._Element:
    address = _address(key, names)
    named = etree.SubElement(holder, "a", href=address) if address else etree.SubElement(holder, "span")
    named.text = labels[key]
    return named


def _documents(holder: etree._Element, documents: Sequence[_Document], words: Mapping[str, str]) -> None:
    """Write the dates of documents behind names: the first, more of them folded, of the rest the number."""
    comma = words["comma"]
    _dates(holder, documents[:_MOST_DATES], comma)
    if len(documents) <= _MOST_DATES:
        return
    fold = etree.SubElement(holder, "details")
    etree.SubElement(fold, "summary").text = words["more"].replace("{}", str(len(documents) - _MOST_DATES))
    _dates(fold, documents[_MOST_DATES : _MOST_DATES + _MOST_FOLDED], comma)
    if (beyond := len(documents) - _MOST_DATES - _MOST_FOLDED) > 0:
        etree.SubElement(fold, "span").text = f" … {words['more'].replace('{}', str(beyond))}"


def _dates(holder: etree._Element, documents: Sequence[_Document], comma: str) -> None:
    for number, document in enumerate(documents, 1):
        link = etree.SubElement(holder, "a", href=f"documents/{quote(document.id)}.html")
        link.text = document.text
        link.tail = comma if number < len(documents) else ""
