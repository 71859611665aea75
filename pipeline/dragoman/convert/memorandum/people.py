"""Who took part in a conversation, by the title, the lists, the turns and the closing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from dragoman.convert.brackets.words import TITLES
from dragoman.convert.memorandum.blocks import Block, Role
from dragoman.convert.memorandum.closing_patterns import ATTENDANCE
from dragoman.convert.memorandum.listed_people import COLUMN, in_columns
from dragoman.convert.memorandum.names import (
    SIDE_LEAD,
    is_pair,
    name_at_end,
    names_in,
    people_in,
    plain_names,
    signature_names,
    signed_names,
    surname_of,
)
from dragoman.convert.memorandum.native_forms import RECORD_KEEPERS, SELVES
from dragoman.convert.memorandum.native_names import han_names, hangul_names
from dragoman.convert.memorandum.native_titles import names_of_title
from dragoman.convert.memorandum.patterns import NATIVE_TITLE, PARTICIPANTS_HEAD, head_of
from dragoman.convert.memorandum.sides import side_in
from dragoman.convert.memorandum.tables import cells_of
from dragoman.convert.memorandum.turns import VOICES, may_speak, speaker_key
from dragoman.source import SourceText

_SIDE: Final = re.compile(
    r"\b(?:[Ff]rom|[Oo]n|[Ff]or) (?:the (?P<side>[A-Z][\w-]+(?: [A-Z][\w-]+)?)|our) side\b"
)
_WITH: Final = re.compile(r"(?:were|was) with (?:Comrade |Mr\. )?(?P<name>[^\W\d_a-zа-џөү][\w’'-]+)")
_TITLE_BETWEEN: Final = re.compile(r"\b(?:between|with)\s+(?:the\s+)?", re.IGNORECASE)
_LETTER: Final = re.compile(
    r"(?:\w+ )?(?:letter|telegram|cable|message)(?:\s(?:from|of)|,)\s(?P<sender>.{3,120}?)"
    r"\sto\s(?:the\s)?(?P<addressee>[^,]{3,120})",
    re.IGNORECASE,
)
# The full stop of an initial ends no sentence.
_NO_STOP: Final = r"(?:[^.]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.)"
_CONVERSED: Final = re.compile(
    r"^[^.]{0,80}\b(?:conversation|talks?|meeting|discussion|negotiations?)\b[^.]{0,80}?\bbetween\s"
    rf"(?P<people>{_NO_STOP}{{5,300}}?\sand\s{_NO_STOP}{{5,200}}?)(?=\.\s|\.$|$)"
)
# What stands before a place and not before a name: “the Embassy in”, “the Consulate at”.
_PLACE_OF_BODY: Final = re.compile(
    r"\b(?:embassy|legation|consulate(?: general)?|mission|office|representation|residency|rezidentura)\b"
    r"[^,]{0,40}\b(?:in|at|of) (?:the )?$",
    re.IGNORECASE,
)
_SENT_BY: Final = re.compile(
    r"(?i:from|sender|от(?: кого)?|von|absender|od|feladó|de)\s?:\s+(?:(?i:comrade|com\.|cde\.?|mrs?\.?|"
    r"ambassador)\s)?"
    r"(?:[^\W\d_a-z]\.\s?){0,3}(?P<name>[^\W\d_a-zа-џөү][\w’'-]+)(?=,|\s?$)"
)
_DIARY: Final = re.compile(
    r"\b(?:diary|journal|notebook) of (?:Comrade |Ambassador )?(?P<name>.+)$", re.IGNORECASE
)
# What is sent and not said.
_MESSAGE: Final = re.compile(
    r"донесение|(?:шифр)?телеграмма|(?:докладная )?записка|политическое|нота", re.IGNORECASE
)
_CONVERSATION: Final = re.compile(r"\b(?:conversation|meeting|talks?|discussion|visit)s?\b", re.IGNORECASE)
_HOST: Final = re.compile(
    r"\b(?:conversation|talks?|meeting|discussion|interview) of (?P<name>.+)$", re.IGNORECASE
)
_AND: Final = re.compile(r"\s+(?:and|with)\s+(?:the\s+)?")
_LONGEST: Final = 1200
_COURTESY: Final = re.compile(r"(?:comrades?|com|cde|mrs?|ms|dr|gen)\.?", re.IGNORECASE)
_COURTESY_AT_END: Final = re.compile(
    r"(?:,\s|\s|^)(?:comrade|com\.|cde\.?|mr\.?)$|\s(?:of|for|to|in)(?: the)?$", re.IGNORECASE
)
# "Bat-Ochir (below, Ba): …"
_BELOW: Final = re.compile(
    r"[(\[](?:below|hereafter|hereinafter|henceforth|further)[,:]?\s(?P<alias>[\w’'-]+)[)\]]", re.I
)
# Words of office before the name of a speaker: “Vice Minister Zhou”, “Ambassador Xie”.
_COURTESY_BEFORE: Final = re.compile(
    r"^(?:Comrade|Cde\.?|Com\.|Mr\.?|Mrs\.?|Miss|Ms\.?|Dr\.?|Prof\.?|Tov\.|Tow\.|Тов\.|Gen\.)\s"
)
_OFFICES: Final = "|".join(
    sorted(TITLES | {"vice", "first", "second", "third", "charge", "delegate", "harbor", "miss"})
)
_SPEAKING_OFFICE: Final = re.compile(rf"^(?:(?i:{_OFFICES})\.?\s)+(?=[^\W\d_a-z])")
# “Present: S. Koleka, H. Toska. Absent: …” of minutes that say it in a paragraph.
_PRESENT: Final = re.compile(
    r"\b(?:present|attending|in attendance|participants|attended by)(?: were)?\s?:\s"
    r"(?P<people>(?:[^.:]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.)+)",
    re.IGNORECASE,
)
_NEAR: Final = 12
_OPENING_PARAGRAPHS: Final = 3


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who took part. ``part`` as in `dragoman.document.Participant`;
    is_acquainted: the record was submitted to them, so it is their side's.
    """

    name: str
    role: str = ""
    side: str = ""
    part: str = ""
    is_acquainted: bool = False


def participants(source: SourceText, blocks: Sequence[Block]) -> list[Person]:
    """Return the people who took part, each once, in the order in which they are first named."""
    people: dict[str, Person] = {}
    named = (
        *_of_title(source, blocks),
        *_of_lists(source, blocks),
        *_of_tables(source, blocks),
        *_of_session(source, blocks),
    )
    for person in (*named, *_of_turns(source, blocks)):
        _add(people, person)
    for person in _of_attendance(source, blocks, people):
        _add(people, person)
    for person in _of_signatures(source, blocks):
        _add(people, person)
    return list(people.values())


def _add(people: dict[str, Person], person: Person) -> None:
    key = surname_of(person.name)
    if not key:
        return
    if key not in people and " " not in person.name:
        # “Xie” is “Xie Fu”, whose surname stands first.
        firsts = [at for at, one in people.items() if one.name.lower().startswith(f"{key} ")]
        key = firsts[0] if len(firsts) == 1 else key
    known = people.get(key)
    if known is None:
        people[key] = person
        return
    parts = [part for part in (known.part, person.part) if part]
    part = "notetaker" if "notetaker" in parts else "speaker" if "speaker" in parts else (parts or [""])[0]
    people[key] = replace(
        known,
        name=person.name if " " not in known.name and "." in person.name else known.name,
        role=known.role or person.role,
        side=known.side or person.side,
        part=part,
        is_acquainted=known.is_acquainted or person.is_acquainted,
    )


def _of_title(source: SourceText, blocks: Sequence[Block]) -> Iterator[Person]:
    """Yield the two sides of a “Conversation between OFFICE NAME and OFFICE NAME, date”."""
    title = next((source[block.span] for block in blocks if block.role is Role.HEAD), "")[:_LONGEST]
    # “J[an] Wilk” is Jan Wilk.
    text = re.sub(r"(?<=\w)\[(\w+)\]", r"\1", " ".join(title.split()))
    if letter := _LETTER.match(text):
        for part, words in (("author", letter["sender"]), ("", letter["addressee"])):
            if found := _person_at_end(words):
                yield Person(words[found[0] : found[1]], _office(words[: found[0]]), side_in(words), part)
        return
    begin = _TITLE_BETWEEN.search(text)
    if (diary := _DIARY.search(text)) and (named := names_in(diary["name"])) and not named[0][0]:
        yield Person(diary["name"][: named[0][1]], part="author")
    if not begin:
        if NATIVE_TITLE.match(text):
            part = "" if _MESSAGE.match(text) else "speaker"
            yield from (Person(name, part=part) for name in names_of_title(text, source.text))
        if _CONVERSATION.search(text) and not NATIVE_TITLE.match(text):
            # “discussed at the meeting of Foreign Minister D. Tsevegmid and Ambassador P. Gusev”
            yield from (Person(text[start:end], part="speaker") for start, end in names_in(text))
        yield from _of_pair(source, blocks)
        yield from _of_first_paragraph(source, blocks)
        return
    if begin[0].lower().startswith("with") and (host := _HOST.search(text[: begin.start()])):
        # “Conversation of N. N. with N. N.”; what has not the shape of a name may be a delegation.
        name = host["name"].strip()
        titled = name_at_end(name) if _COURTESY_BEFORE.match(name) else None
        for start, end in names_in(name)[-1:] or ([titled] if titled else []):
            if end == len(name):
                role = name[:start].strip(" ,")
                yield Person(name[start:end], _office(role), side_in(role), "speaker")
    rest = text[begin.end() :]
    at = 0
    for join in [*_AND.finditer(rest), None]:
        piece = rest[at : join.start() if join else len(rest)]
        if join is None:
            piece = re.split(r",\s+(?=[^,]*\d)|\s+on\s+(?=\d|[A-Z][a-z]+ \d)|,\s+(?=[A-Z][\w-]+,)", piece)[0]
        # “with driver G. Kuular in Kyzyl”: the place is no name of somebody.
        placed = re.split(r"\s(?:in|at)\s(?=[^\W\d_a-zа-џөү])", piece)[0]
        found = (name_at_end(placed) if placed != piece else None) or name_at_end(piece)
        if found is None and join is None and (sure := names_in(piece)) and sure[0][0] < _NEAR:
            # “with Ts. Bold, Deputy Minister of Water Transport”
            yield Person(piece[slice(*sure[0])], _office(piece[sure[0][1] :]), side_in(piece), "speaker")
            return
        if found is None:
            continue
        role = piece[: found[0]].strip(" ,")
        yield Person(piece[found[0] : found[1]], _office(role), side_in(role), "speaker")
        at = join.end() if join else len(rest)


def _of_pair(source: SourceText, blocks: Sequence[Block]) -> Iterator[Person]:
    """Yield the two whom a line below the heading names alone: “P. A. Gusev — Ts. Bold”."""
    lines = (head_of(source, block.span) for block in blocks if block.role is Role.REFERENCE)
    for line in filter(is_pair, lines):
        yield from (Person(line[start:end], part="speaker") for start, end in names_in(line))


def _of_first_paragraph(source: SourceText, blocks: Sequence[Block]) -> Iterator[Person]:
    """Yield the two of “Summary of a conversation between N. N., OFFICE, and N. N., OFFICE, on …”."""
    first = next((block for block in blocks if block.role is Role.PARAGRAPH), None)
    if first is None:
        return
    stated = _CONVERSED.search(" ".join(source[first.span][:_LONGEST].split()))
    if not stated:
        return
    text = stated["people"]
    names = names_in(text)
    for index, (start, end) in enumerate(names):
        after = text[end : names[index + 1][0] if index + 1 < len(names) else len(text)]
        office = re.match(r",\s(?P<office>[^,]+)", after)
        role = office["office"] if office else ""
        yield Person(text[start:end], role, side_in(role), "speaker")


def correspondents(title: str) -> list[tuple[str, str, str]]:
    """Return (``sent`` or ``received``, name, ``person`` or ``organization``) of a letter, by its title.

    ``Letter from A. Petrov to the Ministry of Fisheries, 3 May 1970``: a person by name, a body
    as it is called.
    """
    letter = _LETTER.match(" ".join(title.split()))
    if not letter:
        return []
    found = []
    for action, words in (("sent", letter["sender"]), ("received", letter["addressee"])):
        name = _person_at_end(words)
        plain = _office(words)
        if name:
            found.append((action, words[name[0] : name[1]], "person"))
        elif plain:
            found.append((action, plain, "organization"))
    return found


def _person_at_end(words: str) -> tuple[int, int] | None:
    """Return start and end of the name that ends the words; None where it is the place of a body.

    “the Embassy in Ulan Bator” is nobody's name.
    """
    found = name_at_end(words)
    return None if found is None or _PLACE_OF_BODY.search(words[: found[0]]) else found


def sender_keys(source: SourceText, blocks: Sequence[Block]) -> frozenset[str]:
    """Return the surnames, in lower case, that lines such as ``From: Stone, Ulan Bator`` name."""
    lines = (head_of(source, block.span) for block in blocks if block.role is Role.SENDER)
    named = (_SENT_BY.match(line) for line in lines)
    return frozenset(match["name"].lower() for match in named if match)


def _office(text: str) -> str:
    office = re.sub(r"^(?:the|an?|comrades?|mr\.?)\s+", "", text.strip(" ,"), flags=re.IGNORECASE)
    office = _COURTESY_AT_END.sub("", office).strip(" ,")
    return "" if _COURTESY.fullmatch(office) else office


def _of_lists(source: SourceText, blocks: Sequence[Block]) -> Iterator[Person]:
    head_side, heads_notes = "", False
    for block in blocks:
        if block.role not in (Role.PARTICIPANTS_HEAD, Role.PARTICIPANT):
            continue
        printed = source[block.span][:_LONGEST]
        text = " ".join((COLUMN.sub(", ", printed) if in_columns(printed) else printed).split())
        if block.role is Role.PARTICIPANTS_HEAD:
            head_side = side_in(text)
            heads_notes = RECORD_KEEPERS.match(text) is not None
        else:
            is_notetaker = heads_notes
            if heading := PARTICIPANTS_HEAD.match(text):
                head_side = side_in(heading[0])
                is_notetaker = RECORD_KEEPERS.match(heading[0]) is not None
            names = people_in(text) or han_names(text) or hangul_names(text) or plain_names(text)
            lead = SIDE_LEAD.match(text)
            stated = side_in(lead["side"]) if lead else ""
            for index, (start, end) in enumerate(names):
                after = text[end : names[index + 1][0] if index + 1 < len(names) else len(text)]
                country = re.match(r"\s?\(([^)]+)\)", after)
                role = _office_beside(text[:start], after) if len(names) == 1 else ""
                side = (
                    stated
                    or head_side
                    or side_in(country[1] if country else text if len(names) == 1 else role)
                )
                yield Person(
                    text[start:end],
                    role,
                    side,
                    "notetaker" if is_notetaker or "notes" in role else "attendee",
                )


def _of_tables(source: SourceText, blocks: Sequence[Block]) -> Iterator[Person]:
    """Yield those whom the cells of a table below “Participants:” name; its first row may name the sides."""
    for heading, table in pairwise(blocks):
        if table.role is not Role.TABLE or not PARTICIPANTS_HEAD.match(head_of(source, heading.span)):
            continue
        sides: dict[int, str] = {}
        for number, row in enumerate(cells_of(source, table.span)):
            for column, cell in enumerate(row):
                text = " ".join(source[cell][:_LONGEST].split())
                names = names_in(text) or plain_names(text)
                if not names and not number:
                    sides[column] = side_in(text)
                for start, end in names[:1]:
                    role = _office_beside(text[:start], text[end:])
                    side = sides.get(column, "") or side_in(role)
                    yield Person(text[start:end], role, side, "attendee")


def _office_beside(before: str, after: str) -> str:
    """Return the office that stands before a name of a list, or after it and a comma or dash."""
    stated = re.match(r",?\s?(?:[,–—-]\s+|who\s)(.+?)(?:(?<!\b[A-Z])\.\s+[A-Z]|[.;]?$)", after)
    if stated:
        return stated[1].strip()
    ahead = re.sub(r"^.*\bside, |^[^：:]{1,20}[：:]", "", before).strip(" ,")
    return _office(ahead) if len(ahead) > 3 else ""


def _of_session(source: SourceText, blocks: Sequence[Block]) -> Iterator[Person]:
    """Yield those whom one of the first paragraphs names after “Present:”, or says to have been present."""
    paragraphs = [block for block in blocks if block.role is Role.PARAGRAPH][:_OPENING_PARAGRAPHS]
    for block in paragraphs:
        text = " ".join(source[block.span][:_LONGEST].split())
        stated = _PRESENT.search(text)
        named = stated["people"] if stated else text if ATTENDANCE.match(text) else ""
        for start, end in people_in(named):
            yield Person(named[start:end], part="attendee")


def _of_turns(source: SourceText, blocks: Sequence[Block]) -> Iterator[Person]:
    seen: set[str] = set()
    for block in blocks:
        if block.role is Role.TURN and block.label is not None:
            if alias := _BELOW.search(source[block.label]):
                seen.add(alias["alias"])
            label = re.sub(r"\s?[(\[].*$", "", source[block.label]).strip(" :：.–—-―")
            key = speaker_key(label)
            if label and label not in seen and may_speak(key) and key not in SELVES | VOICES:
                seen.add(label)
                name = _COURTESY_BEFORE.sub("", label)
                name = name.title() if name.isupper() else name
                yield Person(_SPEAKING_OFFICE.sub("", name), part="speaker")


def _of_attendance(
    source: SourceText, blocks: Sequence[Block], known: Mapping[str, Person]
) -> Iterator[Person]:
    for block in blocks:
        if block.role is not Role.ATTENDANCE:
            continue
        text = " ".join(source[block.span][:_LONGEST].split())
        names = people_in(text)
        sides = list(_SIDE.finditer(text))
        is_prefixed = bool(sides and names and sides[0].start() < names[0][0])
        for start, end in names:
            if is_prefixed:
                side = next((m["side"] or "" for m in reversed(sides) if m.end() <= start), "")
            else:
                side = next((m["side"] or "" for m in sides if m.start() >= end), "")
            if not sides and (company := _WITH.search(text, end)):
                host = known.get(surname_of(company["name"]))
                side = host.side if host else ""
            yield Person(text[start:end], "", side.title() if side else "", "attendee")


def _of_signatures(source: SourceText, blocks: Sequence[Block]) -> Iterator[Person]:
    """Yield who was acquainted with the record and who took the notes, by the lines before a signature."""
    part, acquainted = "", False
    for block in blocks:
        if block.role is Role.NOTES_TAKEN:
            part, acquainted = "notetaker", False
        elif block.role is Role.ACQUAINTED:
            part, acquainted = "", True
        elif block.role not in (Role.SIGNED, Role.PHYSICAL):
            continue
        if block.role is Role.PHYSICAL:
            continue
        raw = source[block.span][:_LONGEST]
        found = signed_names(raw) if block.role is Role.SIGNED else signature_names(raw)
        names = [raw[start:end] for start, end in found]
        for name in names:
            name = " ".join(name.replace("[", "").replace("]", "").split())
            yield Person(name, part=part or "attendee", is_acquainted=acquainted)
