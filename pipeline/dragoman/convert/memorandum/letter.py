"""A letter: how it is recognised, from whom it is and to whom, and the title it has by that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dragoman.convert.brackets.words import ROLES
from dragoman.convert.context import Detection
from dragoman.convert.dates import parse_date
from dragoman.convert.memorandum import closing_patterns, patterns
from dragoman.convert.memorandum import native_forms as native
from dragoman.convert.memorandum.blocks import Block, Role
from dragoman.convert.memorandum.names import name_at_end, names_in, signed_names, surname_of
from dragoman.convert.memorandum.patterns import head_of
from dragoman.convert.memorandum.people import correspondents
from dragoman.convert.memorandum.sides import side_in
from dragoman.convert.telegram_form import is_keyed_telegram
from dragoman.document import Correspondent, DateValue, Metadata, Participant
from dragoman.source import SourceText, Span

KIND: Final = "letter"
_TOP_LINES: Final = 16
_END_LINES: Final = 14
_TOP: Final = 3_000
_END: Final = 2_000
_LONGEST_DATE: Final = 40
_LONGEST_TITLE: Final = 200
_TITLE: Final = re.compile(r"^(?:\w+ ){0,3}letter\s(?:from|of|to|by)\b", re.IGNORECASE)
_OTHER_TITLE: Final = re.compile(
    r"^(?:\w+ ){0,2}(?:memorandum|record|minutes|notes?|telegram|cable|conversation|protocol)\b",
    re.IGNORECASE,
)
_VALEDICTIONS: Final = tuple(cue.pattern for cue in closing_patterns.CLOSER_CUES if cue.role == "salute")
# The weights of all that speaks for a letter, together; lines of a telegram's form outweigh them.
_ALL_CUES: Final = 1.6
# With the line feed before the line, from which the search leaps to the next.
_TELEGRAM: Final = re.compile(
    r"\n[^\S\n]*(?:PAGE \d\d\b|FM [A-Z]{3,}|E\.?O\.? ?1\d{4}|TAGS\b|[ZOPRY] \d{6}Z |Message Text\b)"
)
# What is addressed so is no letter to anybody: a diary, a circular, an advertisement.
_TO_NOBODY: Final = re.compile(
    r"(?:my )?dear(?:est)? (?:old )?(?:diary|journal|notebook|log|santa|father christmas|god|lord|jesus|"
    r"(?:valued |"
    r"fellow |esteemed )?(?:customers?|readers?|subscribers?|shoppers?|guests?|passengers?|users?|clients?|"
    r"listeners?|viewers?|occupants?|householders?|residents?|applicants?|neighbou?rs?))\b",
    re.IGNORECASE,
)
# What an address begins with and a name or a body does not.
_DIRECTION: Final = re.compile(
    r"^(?:(?:to|from|for|addressee|attention|attn)\b\.?\s?:?\s+(?:the\s)?"
    rf"|(?:{native.any_of(native.SENDERS)}|{native.any_of(native.ADDRESSEES)})\s?[:：]\s?)",
    re.IGNORECASE,
)
# "Ciphered. To Ulan Bator, for Comrade Gusev."
_CIPHERED: Final = re.compile(
    r"^(?:ciphered|by cipher|by cable|by courier|urgent(?:ly)?|in cipher)\.\s", re.IGNORECASE
)
_FOR_SOMEBODY: Final = re.compile(
    r", (?:for|to) (?:Comrade|Com\.|Mr\.?|Ambassador) (?P<name>(?:[A-Z]\.\s?){0,3}[^\W\d_a-z][\w’'-]+)\.?$"
)
_COMPLIMENTS: Final = re.compile(
    r"The (?P<sender>[A-Z][^.;]{4,120}?) presents? its compliments to the (?P<addressee>[A-Z][^.;]{4,120}?)"
    r"(?=,? and,? (?:has|refer\w*|with|in|on|begs)\b|,)"
)
# "To the" on a line of its own
_BARE_DIRECTION: Final = re.compile(r"(?:to|an|do|кому)(?: the| das| den| die)?\s?:?", re.IGNORECASE)
_REMARK: Final = re.compile(r"\[[^\[\]]*\]")
_SALUTED: Final = re.compile(
    rf"(?:(?:my )?(?:dear|esteemed|respected)\s|{native.any_of(native.SALUTES)}\s?)(?P<who>[^,!:，！：]+)",
    re.IGNORECASE,
)
_HAN_SALUTED: Final = re.compile(
    r"(?P<name>[\u3400-\u9fff·]{2,9}?)(?:大使|部长|总理|主席|书记|同志|先生|女士|阁下|閣下)+"
)
_COURTESY: Final = re.compile(
    rf"^(?:comrades?|cde\.?|com\.|mr\.?|mrs\.?|his excellency|h\.e\.|"
    rf"(?:{'|'.join(native.COURTESIES)})\.?)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Party:
    """Who writes or is written to: ``name`` of a person or, where ``kind`` says so, of a body."""

    name: str
    role: str = ""
    kind: str = "person"


# A memorandum is asked first whether it is a letter.
@lru_cache(maxsize=4)
def detect(source: SourceText) -> Detection:
    """Return the score of the kind ``letter`` with its evidence: salutation, valediction, address, title."""
    text = source.text
    top = [head_of(source, line.span) for line in source.lines(_TOP, _TOP_LINES)]
    end = SourceText(source.name, text[-_END:])
    last = [head_of(end, line.span) for line in end.lines()[-_END_LINES:]]
    has_salute = any(patterns.SALUTE.match(line) and not _TO_NOBODY.match(line) for line in top)
    dates = sum(map(_is_date, top))
    found = [
        (
            0.45,
            "a title that calls it a letter",
            any(map(_is_title, top[:4])),
        ),
        (0.4, "a salutation", has_salute),
        (0.3, "a valediction", any(form.match(line) for form in _VALEDICTIONS for line in last)),
        (0.45, "words with which something is sent, below an address", _forwards(top)),
        (0.2, "a line that says to whom", any(map(_is_address, top))),
        (0.25, "a line that says from whom", any(map(patterns.FROM_LINE.match, top))),
        (
            -0.6,
            "a title of another kind",
            any(map(_is_other_title, top[:6])),
        ),
        (-0.45, "lines that are dates by themselves", dates > (2 if has_salute else 1)),
        (-0.5, "a list of participants", any(map(patterns.PARTICIPANTS_HEAD.match, top))),
        (-_ALL_CUES, "lines of a telegram's form", _has_telegram_line(source)),
    ]
    score = sum(weight for weight, _, holds in found if holds)
    evidence = tuple(what for _, what, holds in found if holds)
    return Detection(KIND, round(max(0.0, min(1.0, score)), 2), evidence)


def ceiling(source: SourceText) -> float:
    """Return a score that `detect` does not exceed."""
    return 0.0 if _has_telegram_line(source) else 1.0


def _has_telegram_line(source: SourceText) -> bool:
    return _TELEGRAM.search(f"\n{source.text[:_TOP]}") is not None or is_keyed_telegram(source)


def _is_date(line: str) -> bool:
    return len(line) < _LONGEST_DATE and parse_date(line) is not None


def _is_title(line: str) -> bool:
    return bool(_TITLE.match(line) or patterns.NATIVE_LETTER_TITLE.match(line))


def _is_other_title(line: str) -> bool:
    return bool(_OTHER_TITLE.match(line) or patterns.NATIVE_TITLE.match(line))


def _forwards(lines: Sequence[str]) -> bool:
    """Return True for ``ЦК КПСС``, and below it ``Направляем запись …``: such papers have no salutation."""
    addressed = next((at for at, line in enumerate(lines) if patterns.BODY_ADDRESSED.match(line)), -1)
    return addressed >= 0 and any(map(patterns.FORWARDING.match, lines[addressed + 1 :]))


def _is_address(line: str) -> bool:
    return (
        patterns.TO_LINE.match(line) is not None
        or re.match(r"to (?:the )?(?:comrade|his |her |mr|the |[A-Z]\. ?[A-Z])", line, re.IGNORECASE)
        is not None
    )


def letter_metadata(source: SourceText, blocks: Sequence[Block], metadata: Metadata) -> Metadata:
    """Return the metadata of a letter: sender and addressee, the day it was sent, a title by these."""
    has_title = any(
        block.role is Role.HEAD or (block.label is not None and source[block.label].startswith("Title"))
        for block in blocks
    )
    titled = {action: Party(name, kind=kind) for action, name, kind in correspondents(metadata.title)}
    sender = titled.get("sent") or _sender(source, blocks)
    addressee = titled.get("received") or _addressee(source, blocks)
    date = replace(metadata.date, kind="sent") if metadata.date else None
    title = metadata.title if has_title else _title(sender, addressee, date) or metadata.title
    return replace(
        metadata,
        title=title,
        date=date,
        participants=tuple(_participants(metadata, sender, addressee)),
        correspondents=tuple(_correspondents(metadata, sender, addressee, date)),
        medium="letter",
    )


def message_metadata(source: SourceText, blocks: Sequence[Block], metadata: Metadata) -> Metadata:
    """Return the metadata of a record that was sent, with those whom its lines “From:” and “To:” name.

    A telegram says in its title from which house it comes, and in a line who wrote it: the line is preferred
    where it names a person.
    """
    senders, addressees = (
        [block.span for block in blocks if block.role is role] for role in (Role.SENDER, Role.ADDRESSEE)
    )
    if not senders or not (metadata.medium or addressees):
        return _with_houses(source, blocks, metadata)
    sender, addressee = (
        next((party for span in spans if (party := _party(source, span))), None)
        for spans in (senders, addressees)
    )
    keys = {surname_of(person.name) for person in metadata.participants}
    if sender and sender.name.lower() in keys:
        # “From: Stone, Ulan Bator”: he signed.
        sender = replace(sender, kind="person")
    sender, addressee = (_house_of(party, keys) for party in (sender, addressee))
    known = {one.action: one for one in metadata.correspondents}
    date = replace(metadata.date, kind="") if metadata.date else None
    for one in _correspondents(metadata, sender, addressee, date):
        if one.kind == "person" or one.action not in known:
            known[one.action] = one
    return replace(
        metadata,
        participants=tuple(_participants(metadata, sender, addressee)),
        correspondents=tuple(known[action] for action in ("sent", "received") if action in known),
    )


def _with_houses(source: SourceText, blocks: Sequence[Block], metadata: Metadata) -> Metadata:
    """Return the metadata of a note that one house sends to another with its compliments."""
    first = next((block.span for block in blocks if block.role is Role.PARAGRAPH), None)
    stated = _COMPLIMENTS.match(head_of(source, first)) if first and not metadata.correspondents else None
    if stated is None:
        return metadata
    sender, addressee = (Party(stated[part], kind="organization") for part in ("sender", "addressee"))
    date = replace(metadata.date, kind="") if metadata.date else None
    return replace(metadata, correspondents=tuple(_correspondents(metadata, sender, addressee, date)))


def _house_of(party: Party | None, keys: Set[str]) -> Party | None:
    """Return the house at a place, where a line such as ``FROM ULAN BATOR`` names the place alone."""
    if party is None or party.kind != "person" or party.role or "." in party.name:
        return party
    return party if surname_of(party.name) in keys else replace(party, kind="organization")


def _sender(source: SourceText, blocks: Sequence[Block]) -> Party | None:
    """Return who signed, or whom the line “From:” names."""
    for block in blocks:
        if block.role is Role.SENDER and (party := _party(source, block.span)):
            return party
    for block in blocks:
        if block.role is Role.SIGNED:
            raw = source[block.span]
            for start, end in signed_names(raw)[:1]:
                name = " ".join(raw[start:end].replace("[", "").replace("]", "").split())
                office = " ".join(_REMARK.sub(" ", raw[end:]).strip(" ,/\n()").split())
                return Party(name, office)
    return None


def _addressee(source: SourceText, blocks: Sequence[Block]) -> Party | None:
    """Return whom the first line of the address names, with the office in the line below it."""
    lines = [
        block.span
        for block in blocks
        if block.role is Role.ADDRESSEE and not _BARE_DIRECTION.fullmatch(head_of(source, block.span))
    ]
    for at, span in enumerate(lines):
        party = _party(source, span)
        if party is None:
            continue
        if party.kind == "person" and not party.role and at + 1 < len(lines):
            below = head_of(source, lines[at + 1])
            if not names_in(below) and not _DIRECTION.match(below) and _has_office(below):
                return replace(party, role=below.strip(" ,."))
        return party
    for block in blocks:
        if block.role is Role.SALUTE:
            named = _SALUTED.match(head_of(source, block.span))
            words = _COURTESY.sub("", named["who"].strip()) if named else ""
            if han := _HAN_SALUTED.fullmatch(words):
                return Party(han["name"])
            found = name_at_end(words)
            if found:
                return Party(words[found[0] : found[1]])
            return None
    return None


def _party(source: SourceText, span: Span) -> Party | None:
    """Return the person or body that a line of an address names: “To Comrade A.N. Orlov, Minister”."""
    line = _CIPHERED.sub("", head_of(source, span))
    if named := _FOR_SOMEBODY.search(line):
        return Party(named["name"])
    words = _COURTESY.sub("", _DIRECTION.sub("", line)).strip(" ,.;")
    first, _, rest = words.partition(",")
    if names := names_in(words):
        start, end = names[0]
        beside = words[end:].strip(" ,.;") or words[:start].strip(" ,")
        return Party(words[start:end], beside if _has_office(beside) else "")
    found = name_at_end(first)
    if found and len(first.split()) - len(first[found[0] : found[1]].split()) < 4 and found[0] < len(first):
        before = first[: found[0]].strip(" ,")
        beside = rest.strip(" ,.;") or before
        return Party(first[found[0] : found[1]], beside if _has_office(beside) else "")
    return Party(first, kind="organization") if first and _DIRECTION.match(head_of(source, span)) else None


def _has_office(words: str) -> bool:
    return any(word in ROLES for word in re.findall(r"[^\W\d_]+", words.lower()))


def _title(sender: Party | None, addressee: Party | None, date: DateValue | None) -> str:
    words = ["Letter"]
    if sender:
        words.append(f"from {sender.name}")
    if addressee:
        words.append(f"to {'the ' if addressee.kind == 'organization' else ''}{addressee.name}")
    if len(words) == 1 and date is None:
        return ""
    title = " ".join(words)[:_LONGEST_TITLE]
    return f"{title}, {' '.join(date.text.split())}" if date and date.text else title


def _participants(metadata: Metadata, sender: Party | None, addressee: Party | None) -> Iterator[Participant]:
    """Yield sender and addressee first; then the others whom the letter names as having a part in it."""
    known = {surname_of(person.name): person for person in metadata.participants}
    taken = set()
    for party, part in ((sender, "sender"), (addressee, "recipient")):
        if party is None or party.kind != "person":
            continue
        key = surname_of(party.name)
        person = known.get(key, Participant(party.name))
        if not _may_be_one(person.name, party.name):
            person = Participant(party.name)
        role = person.role or party.role
        taken.add(key)
        name = person.name if " " in person.name else party.name
        yield replace(person, name=name, role=role, side=person.side or side_in(role), part=part)
    yield from (person for key, person in known.items() if key not in taken)


def _correspondents(
    metadata: Metadata, sender: Party | None, addressee: Party | None, date: DateValue | None
) -> Iterator[Correspondent]:
    if sender:
        sent = replace(date, kind="") if date else None
        yield Correspondent("sent", sender.name, place=metadata.place, date=sent, kind=sender.kind)
    if addressee:
        yield Correspondent("received", addressee.name, kind=addressee.kind)


def _may_be_one(name: str, other: str) -> bool:
    """Return True for two names of one surname unless each has a given name of its own: a brother writes."""
    initials = [re.findall(r"[^\W\d_]+", one)[:-1] for one in (name, other)]
    return all(first[:1] == second[:1] for first, second in zip(*initials, strict=False))
