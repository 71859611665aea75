"""What a memorandum says of itself: title, dates, language, archive, who took part."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from dragoman.convert.context import Context
from dragoman.convert.dates import FoundDate, find_dates
from dragoman.convert.memorandum.archives import archive_of, language_of_archive, names_archive
from dragoman.convert.memorandum.blocks import Block, Role, content_of
from dragoman.convert.memorandum.closing_patterns import ATTENDANCE
from dragoman.convert.memorandum.datelines import is_dateline
from dragoman.convert.memorandum.element_types import TEXT
from dragoman.convert.memorandum.native_forms import TITLES
from dragoman.convert.memorandum.patterns import DATELINE_KEY, SPACED_HEADING
from dragoman.convert.memorandum.people import Person, correspondents, participants
from dragoman.convert.memorandum.places import one_line, place_of
from dragoman.convert.memorandum.sides import side_in
from dragoman.convert.memorandum.site_page import key_of
from dragoman.convert.memorandum.text_language import text_language
from dragoman.document import Correspondent, DateValue, Identifier, Metadata, Participant
from dragoman.source import SourceText
from dragoman.tei.languages import TAG_OF

_TRANSLATED: Final = re.compile(
    r"\b[Tt]ranslat(?:ed|ion)(?: from (?:the )?[A-Z]\w+)?(?: into English)?(?: for [^.;]{2,80}?)? by (?:the "
    r")?"
    r"(?P<translator>(?:[^\W\d_a-z]\w?\.\s?)*[^\W\d_a-z][\w’'-]+(?:\s(?:[^\W\d_a-z]\.\s?)*[^\W\d_a-z][\w’'-]+){0,3})"
)
_FROM_LANGUAGE: Final = re.compile(
    r"\b(?:(?i:translat\w+ from (?:the )?)|(?:[Tt]ypescript|[Mm]anuscript|[Oo]riginal|[Rr]ecord|"
    r"[Tt]ext),?(?: is)? in )"
    r"(?P<language>[A-Z][A-Za-z]+)"
)
_MESSAGE: Final = re.compile(r"(?:\w+ )?(?:letter|telegram|cable|message|telegramme)\b", re.IGNORECASE)
# A paper that is no record of a conversation: "Report of the Legation on the Weir".
_PAPER: Final = re.compile(
    r"\b(?:report|information|resolution|decision|instructions?|directive|statement|speech)\b", re.IGNORECASE
)
_CONVERSATION: Final = re.compile(
    r"\b(?:conversations?|talks?|meetings?|negotiations|discussions?|audience|reception|sessions?|visit)\b",
    re.IGNORECASE,
)
# "Warsaw, 3 May 1970. Secret. No. 12": between full stops it is no word of a sentence.
_CLASSIFIED: Final = re.compile(
    r"(?<=\. )(?:top secret|strictly secret|strictly confidential|secret|confidential|"
    r"for official use only)(?=\.)",
    re.IGNORECASE,
)
# The language in which a side keeps its records.
_LANGUAGE_OF_SIDE: Final[Mapping[str, str]] = {
    "Mongolian": "mn",
    "Soviet": "ru",
    "Russian": "ru",
    "Chinese": "zh",
    "Korean": "ko",
    "German": "de",
    "Polish": "pl",
    "Hungarian": "hu",
    "Czechoslovak": "cs",
    "Romanian": "ro",
    "Bulgarian": "bg",
    "Albanian": "sq",
}


_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# "Summary of a conversation held at Kyakhta between …": a heading set as a paragraph.
_RECORD: Final = re.compile(
    r"(?:summary|record|notes?|minutes|memorandum|report|protocol|transcript|account|stenogram)\b.{0,80}?"
    r"\b(?:conversation|talks?|meeting|session|discussions?|negotiations|reception|audience|visit)\b",
    re.IGNORECASE,
)
# "Vermerk [Note]": the heading of the original with its translation.
_HEADING_KEPT: Final = re.compile(r"(?P<heading>[^\[\]]{3,60}?)\s?\[[^\[\]]{3,80}\]")
_ROMANISED_RUSSIAN: Final = (
    r"spravka\b|donesenie\b|(?:zapis[ʹ’']?|soderzhanie|protokol) (?:besed|zased|peregovor)|iz dnevnika\b"
)
_FOREIGN_HEADINGS: Final = tuple(
    (tag, re.compile(form, re.IGNORECASE)) for tag, form in (*TITLES.items(), ("ru", _ROMANISED_RUSSIAN))
)
# "Embassy of the GDR in the MPR", "HUNGARIAN EMBASSY"
_LETTERHEAD: Final = re.compile(
    r"(?i:the )?(?:(?i:ministry of foreign affairs|embassy|legation|consulate(?: general)?) "
    r"(?i:of) (?i:the )?[\w’' ]{2,40}?(?= in |,|$|\s{2})|"
    r"(?:[A-Z][\w’'-]+ ){1,3}(?i:embassy|legation|consulate)\b)"
)
_SOURCE: Final = re.compile(r"[\[(]?(?:Source|Archive|Quelle|Źródło|Источник|Forrás)s?\s?:\s", re.IGNORECASE)
_CLASS_KEY: Final = re.compile(r"^(?:security )?classification\s?:\s", re.IGNORECASE)
_YEAR_AT_END: Final = re.compile(r"\d (?:г|гг|r|rr|n\. l)\.$")
_MONSIEUR: Final = re.compile(r"^(?:MM?\.|Mmes?\.?|Mlle\.?)\s")
_FIRST: Final = 4
_AT_BEGINNING: Final = 12
_SHORT: Final = 400


@dataclass(frozen=True, slots=True)
class OriginalLanguage:
    """The tag of the language the document was translated from, how certain, and why."""

    tag: str = ""
    cert: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a document: its metadata, and why the original language is what it is."""

    metadata: Metadata
    language: OriginalLanguage
    date_reason: str


def title_of(source: SourceText, blocks: Sequence[Block], fields: Mapping[str, str], identifier: str) -> str:
    """Return the title: that of the heading, of the front matter, or one made of the id."""
    for block in blocks:
        if block.role is Role.HEAD:
            lines = filter(None, map(str.strip, source[block.span].split("\n")))
            title = one_line(" ".join(map(unspaced, lines))).rstrip(" ,;")
            # “14 marca 1965 r.” keeps its full stop.
            return title if _YEAR_AT_END.search(title) else title.rstrip(" .,;")
    return fields.get("Title", "").rstrip(" .") or f"Memorandum {identifier}"


def unspaced(line: str) -> str:
    """Return a heading set with spaces, ``M e m o``, as words; any other line as it is."""
    if not SPACED_HEADING.match(line):
        return line
    return " ".join("".join(word.split()) for word in re.split(r"\s{2,}", line))


def front_matter(source: SourceText, blocks: Sequence[Block]) -> dict[str, str]:
    """Return the values of an archive's printout by their keys, blanks run together."""
    fields: dict[str, str] = {}
    for block in blocks:
        if block.role is Role.KEY and block.label is not None:
            key = key_of(source[block.label].rstrip(" :"))
            fields.setdefault(key, one_line(source[content_of(source, block)]))
    return fields


def original_language(
    source: SourceText,
    blocks: Sequence[Block],
    fields: Mapping[str, str],
    people: Sequence[Person],
    context: Context,
) -> OriginalLanguage:
    """Return the language of the original, from the surest evidence that the document holds.

    fields: the front matter; people: those who took part.
    """
    for key in ("Original Language", "Language"):
        tag = TAG_OF.get(fields.get(key, "").split(",")[0].strip().lower(), "")
        if tag and (tag != "en" or key == "Original Language"):
            return OriginalLanguage(tag, "high", f"the front matter has “{key}: {fields[key]}”")
    for text in (*fields.values(), *_opening_lines(source, blocks), *_first_lines(source, blocks)):
        if match := _FROM_LANGUAGE.search(text):
            tag = TAG_OF.get(match["language"].lower(), "")
            if tag and tag != "en":
                return OriginalLanguage(tag, "high", f"it says “{match[0]}”")
    if context.original_language:
        return OriginalLanguage(context.original_language, "high", "the edition says so")
    kept = _language_of_keeper(people)
    if not kept.tag:
        lines = (*fields.values(), *_lines_above(source, blocks), *_source_lines(source, blocks))
        kept = _language_of_archive(lines)
    if not kept.tag:
        kept = _language_of_heading(source, blocks)
    return kept if kept.tag else _language_of_letterhead(source, blocks)


def _language_of_keeper(people: Sequence[Person]) -> OriginalLanguage:
    """Return the language of the side that kept the record: it was submitted there, or written there."""
    keepers = {p.side for p in people if p.side and (p.is_acquainted or p.part == "notetaker")}
    tags = {_LANGUAGE_OF_SIDE[side] for side in keepers if side in _LANGUAGE_OF_SIDE}
    if len(tags) == 1 and len(keepers) == 1:
        side = keepers.pop()
        return OriginalLanguage(tags.pop(), "high", f"the {side} side kept the record: it is signed there")
    return OriginalLanguage()


def _language_of_archive(lines: Sequence[str]) -> OriginalLanguage:
    """Return the language in which an archive's papers are, where a line names the archive with a number."""
    tag, named = language_of_archive(lines)
    reason = f"the archive “{named}” keeps papers in it"
    return OriginalLanguage(tag, "medium", reason) if tag else OriginalLanguage()


def _language_of_heading(source: SourceText, blocks: Sequence[Block]) -> OriginalLanguage:
    """Return the language of a heading that is left as it was and translated beside: ``Vermerk [Note]``."""
    head = next((one_line(source[block.span]) for block in blocks if block.role is Role.HEAD), "")
    kept = _HEADING_KEPT.match(head)
    if kept is None:
        return OriginalLanguage()
    tags = {tag for tag, form in _FOREIGN_HEADINGS if form.match(kept["heading"])}
    if len(tags) != 1:
        return OriginalLanguage()
    return OriginalLanguage(tags.pop(), "medium", f"the heading is left as “{kept['heading']}”")


def _language_of_letterhead(source: SourceText, blocks: Sequence[Block]) -> OriginalLanguage:
    """Return the language of the state whose embassy or ministry the paper bears at its top."""
    lines = [one_line(source[block.span]) for block in blocks if block.role is Role.REFERENCE][:_FIRST]
    # “MINISTRY OF FOREIGN AFFAIRS / OF THE POLISH PEOPLE'S REPUBLIC” stands in two.
    for line in (*lines, *(f"{above} {below}" for above, below in pairwise(lines))):
        house = _LETTERHEAD.match(line)
        side = (side_in(house[0]) or side_in(house[0].title())) if house else ""
        if tag := _LANGUAGE_OF_SIDE.get(side, ""):
            return OriginalLanguage(tag, "medium", f"it bears the letterhead “{line[:60]}”")
    return OriginalLanguage()


def _source_lines(source: SourceText, blocks: Sequence[Block]) -> list[str]:
    """Return the remarks at the end that say where a paper was found: ``[Source: MOL, …]``."""
    last = [one_line(source[block.span]) for block in blocks[-_FIRST:] if len(block.span) < _SHORT]
    return [line.strip("[]() ") for line in last if _SOURCE.match(line) or names_archive(line)]


def _first_lines(source: SourceText, blocks: Sequence[Block]) -> list[str]:
    """Return the short paragraphs at the beginning, where a translator may say what was translated."""
    paragraphs = [block.span for block in blocks if block.role is Role.PARAGRAPH][:_FIRST]
    return [one_line(source[span]) for span in paragraphs if len(span) < _SHORT]


def _opening_lines(source: SourceText, blocks: Sequence[Block]) -> list[str]:
    roles = (Role.REFERENCE, Role.CLASSIFICATION, Role.DATELINE, Role.HEAD)
    return [one_line(source[block.span]) for block in blocks if block.role in roles]


def _lines_above(source: SourceText, blocks: Sequence[Block]) -> list[str]:
    """Return the lines of the opening without the heading."""
    roles = (Role.REFERENCE, Role.CLASSIFICATION, Role.DATELINE)
    return [one_line(source[block.span]) for block in blocks if block.role in roles]


def read_metadata(source: SourceText, blocks: Sequence[Block], context: Context) -> Reading:
    """Return what the document says of itself; what it does not say stays empty."""
    if _CONTROL.search(source.text):
        # The header holds no ``g`` for what XML cannot hold; offsets stay what they are.
        source = SourceText(source.name, _CONTROL.sub(" ", source.text))
    fields = front_matter(source, blocks)
    title = title_of(source, blocks, fields, context.id)
    people = participants(source, blocks)
    language = original_language(source, blocks, fields, people, context)
    written_in = text_language(source.text, context.language)
    if language.cert != "high" or not fields.get("Original Language"):
        own = written_in.partition("-")[0]
        # A paper in its own language is no translation from it.
        language = OriginalLanguage() if own == language.tag.partition("-")[0] else language
    if written_in == "fr":
        people = [replace(person, name=_MONSIEUR.sub("", person.name)) for person in people]
    dates, reason = _dates(source, blocks, fields, _date_kind(title), context.language)
    openings = _opening_lines(source, blocks)
    sources = _source_lines(source, blocks)
    repository, shelfmark = archive_of(
        (*_lines_above(source, blocks), fields.get("Source", ""), fields.get("Citation", ""), *sources)
    )
    place = place_of(source, blocks, title, _first_lines(source, blocks))
    sent = replace(dates[0], kind="") if dates else None
    metadata = Metadata(
        title=title,
        language=written_in,
        original_language=language.tag,
        date=dates[0] if dates else None,
        dates=tuple(dates[1:]),
        abstract=fields.get("Summary") or fields.get("Description") or fields.get("Abstract", ""),
        repository=repository or fields.get("Repository", "") or fields.get("Archive", ""),
        collection=fields.get("Collection", ""),
        identifiers=(Identifier("shelfmark", shelfmark),) if shelfmark else (),
        citation=fields.get("Citation", "") or fields.get("Source", ""),
        classification=_classification(source, blocks),
        participants=tuple(Participant(p.name, p.role, p.side, p.part) for p in people),
        place=place,
        correspondents=tuple(
            Correspondent(
                action,
                name,
                place=place if action == "sent" else "",
                date=sent if action == "sent" else None,
                kind=kind,
            )
            for action, name, kind in correspondents(title)
        ),
        medium=_medium(title),
        translator=_translator((*openings, *fields.values(), *sources))
        or fields.get("Translator", "")
        or context.translator,
    )
    return Reading(metadata, language, reason)


def _date_kind(title: str) -> str:
    """Return what the date of a document is the date of, by its title."""
    if _MESSAGE.match(title):
        return "sent"
    return "document" if _PAPER.search(title) and not _CONVERSATION.search(title) else "conversation"


def _dates(
    source: SourceText, blocks: Sequence[Block], fields: Mapping[str, str], kind: str, usual: str
) -> tuple[list[DateValue], str]:
    """Return the date of the conversation first, then its hours, with where they were read."""
    by_place: list[tuple[str, FoundDate]] = []
    head = next((at for at, block in enumerate(blocks) if block.role is Role.HEAD), 0)
    # Above the heading stands when the paper was written or the diary kept, below it when they met. An
    # archive's printout has the day above all.
    head = 0 if any(block.role is Role.KEY for block in blocks) else head
    text = next((at for at, block in enumerate(blocks) if block.role in TEXT), len(blocks))
    for role in (Role.DATELINE, Role.HEAD):
        for block in (*blocks[head:text], *blocks[:head]):
            if block.role is role:
                by_place += [(f"the {role.value}", found) for found in find_dates(source[block.span][:2000])]
    for block in blocks:
        # Below the list of participants: "Time and place: May 3, 1979, Moscow".
        if block.role is Role.PARAGRAPH and len(block.span) < _SHORT:
            line = one_line(source[block.span])
            if DATELINE_KEY.match(line):
                by_place += [(f"“{line[:40]}”", found) for found in find_dates(line)]
    for key in ("Date", "Citation"):
        by_place += [
            (f"“{key}:” of the front matter", found) for found in find_dates(fields.get(key, ""))[:1]
        ]
    for role in (Role.ATTENDANCE, Role.DATELINE):
        for block in blocks[text:]:
            if block.role is role:
                by_place += [("the closing", found) for found in find_dates(source[block.span][:2000])]
    if not any(found.value.attributes() for _, found in by_place):
        for line in _first_lines(source, blocks)[:1]:
            found_dates = find_dates(line)[:1]
            # “W dniu 14 marca 1965 r. przyjąłem …”: so records begin that have no dateline.
            is_first = bool(found_dates) and found_dates[0].span.start < _AT_BEGINNING
            is_native = text_language(source.text, usual) != usual
            if _RECORD.match(line) or ATTENDANCE.match(line) or (is_native and is_first):
                by_place += [("the first paragraph", found) for found in found_dates]
    if not any(found.value.attributes() for _, found in by_place):
        paragraphs = [one_line(source[block.span]) for block in blocks if block.role is Role.PARAGRAPH]
        if paragraphs and is_dateline(paragraphs[-1]):
            by_place += [("the last line", found) for found in find_dates(paragraphs[-1])]
    sound = [(where, found) for where, found in by_place if not found.fault and found.value.attributes()]
    if not sound:
        return [], ""
    where, first = next((item for item in sound if item[0] == "the head"), sound[0])
    day = _day_of(first.value)
    hours = next(
        (
            found.value
            for _, found in sound
            if found.precision in ("time", "range") and _day_of(found.value) == day
        ),
        None,
    )
    date = replace(first.value, kind=kind, text=one_line(first.value.text))
    if first.precision == "range" and hours is not None and _has_hours(first.value):
        date = DateValue(when=day, kind=kind, text=one_line(first.value.text))
    dates = [date]
    if hours is not None and _has_hours(hours):
        dates.append(replace(hours, kind="setting", text=one_line(hours.text)))
    return dates, where


def _medium(title: str) -> str:
    """Return what a message was sent as, by its title: ``letter`` or ``telegram``."""
    match = _MESSAGE.match(title)
    word = match[0].lower().split()[-1] if match else ""
    return "telegram" if word in ("cable", "telegramme") else word


def _day_of(value: DateValue) -> str:
    return (value.when or value.from_ or value.not_before)[:10]


def _has_hours(value: DateValue) -> bool:
    return "T" in (value.when or value.from_)


def _classification(source: SourceText, blocks: Sequence[Block]) -> str:
    for block in blocks:
        if block.role is Role.CLASSIFICATION:
            line = _CLASS_KEY.sub("", one_line(source[block.span]))
            words = re.match(r"(?:[Сс]ов\. ?)?(?:[^\W\d_]+[ -]?)+", line)
            text = re.sub(r"\s(?:nr|no|ekz|экз|egz|ausf)$", "", words[0].strip(), flags=re.I) if words else ""
            return "".join(text.split()).capitalize() if SPACED_HEADING.match(text) else text.capitalize()
    for line in _opening_lines(source, blocks):
        if stated := _CLASSIFIED.search(line):
            return stated[0].capitalize()
    return ""


def _translator(texts: Sequence[str]) -> str:
    for text in texts:
        if (match := _TRANSLATED.search(text[:4000])) and match["translator"]:
            return match["translator"].strip(" .")
    return ""
