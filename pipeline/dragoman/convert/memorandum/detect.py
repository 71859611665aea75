"""How far a transcript looks like a memorandum of conversation or another record in translation."""

from __future__ import annotations

import itertools
import re
from typing import Final

from dragoman.convert.context import Detection
from dragoman.convert.dates import parse_date
from dragoman.convert.memorandum import letter, patterns
from dragoman.convert.memorandum import native_forms as native
from dragoman.convert.memorandum.layout import is_single_line
from dragoman.convert.memorandum.patterns import head_of
from dragoman.convert.memorandum.single_line import lines_within
from dragoman.convert.memorandum.text_language import text_language
from dragoman.convert.telegram_form import is_keyed_telegram
from dragoman.source import SourceText
from dragoman.tei.languages import language_name

KIND: Final = "memorandum"
# The weights of all that speaks for a memorandum, together, and of a line of a telegram's form.
_ALL_CUES: Final = 2.21
_WEIGHT_OF_OTHERS: Final = 0.25
_MOST_OTHERS: Final = 6
# From this score on a letter's form speaks against a memorandum.
_LETTER_FORM: Final = 0.4
_WEIGHT_OF_LETTER: Final = 0.5
# What is looked at: the beginning, more closely its first lines, and the end.
_WINDOW: Final = 8_000
_END: Final = 2_000
_TOP: Final = 3_000
_HEAD_LINES: Final = 12
_LONGEST_DATE: Final = 40
# No date begins with one, and lists have one on every other line.
_BULLETS: Final = frozenset("•‣◦●▪·–—")
# A document in one line or two may have so many line ends.
_ENDS_OF_ONE: Final = 3

_BRACKET: Final = re.compile(r"\[[^\]\n]{1,200}\]")
# Patterns of lines are looked for from one line feed to the next, in a text with one before it: a
# beginning of a line (``^``) would be looked for at every character.
_TURN: Final = re.compile(
    r"\n[ \t]*(?:[^\W\d_a-z][\w.’' -]{1,40}?(?:\s[–—]|:)\s+|[\u3400-\u9fff·]{1,12}：)\S"
)
# Formulas are looked for as they stand, which is ten times as fast as by a pattern.
_FORMULAS: Final = (
    "ACQUAINTED",
    "otes taken by",
    "ecorded by",
    "ritten down by",
    "ranslated from",
    "еседу записал",
    "ТАНИЛЦСАН",
    "Танилцсан",
    "эмдэглэл хөтөлсөн",
)
# "Legation at Brno, Report, 'Barges'": a title as archives' catalogues have it.
_CATALOGUED_TITLE: Final = re.compile(
    r"[^.:;]{3,80}, (?:Report|Memorandum|Note|Record|Minutes|"
    r"Information|Transcript|Summary)\b"
)
# In a paper in its own language: "Věc: …", "Tárgy: …"
_SUBJECT: Final = re.compile(rf"(?:{native.SUBJECTS})\s?:\s\S", re.IGNORECASE)
_OFFICE_LINE: Final = re.compile(
    rf"\s*(?:[\w.]+ ){{0,3}}(?:{'|'.join(sorted(native.OFFICES))})(?: [\w.]+){{0,4}}\s*", re.IGNORECASE
)
_END_LINES: Final = 6
_TITLE_LINES: Final = 4
_SLASHED: Final = re.compile(r"\n[ \t]*/[^/\n]{2,50}/[ \t\r]*$", re.MULTILINE)
_PROSE: Final = re.compile(r"\b[a-z]{2,20}[,;]? [a-z]{2,20} [a-z]{2,20}\b")
# The same where a text is not in English: small letters of Latin and Cyrillic.
_LETTERS: Final = "[a-zß-öø-ÿăąćčďęěğłńňőœřśșšşťțţůűźżžа-яёөүҕєії]{2,20}"
_NATIVE_PROSE: Final = re.compile(rf"\b{_LETTERS}[,;]? {_LETTERS} {_LETTERS}\b")
# What other kinds of transcript have and a memorandum has not. (No `\s*` at a line's beginning: it would
# run through all blank lines below, from each of them anew.)
_TELEGRAM: Final = re.compile(
    r"\n[^\S\n]*(?:PAGE \d\d\b|(?:FM|TO) [A-Z]{3,}|E\.?O\.? ?1\d{4}|TAGS\b|[ZOPRY] \d{6}Z |Message (?:Text|"
    r"Attributes)\b|NNN\b)"
)
_LIST: Final = re.compile(r"\n[^\S\n]*(?:Results:|\d+ ?[-–] ?\d+ of \d+|Pagination)\b", re.IGNORECASE)
_SITE_HEAD: Final = re.compile(
    r"\n(?:English|Document|Full) (?:Translation|Text|Transcription)$", re.MULTILINE
)
_WORDS_OF_SITE: Final = ("Translation", "Transcription", "Text")
_SITE_RECORD: Final = re.compile(
    r"\n(?:Document Information|Author\(s\):?|About this Document)$", re.MULTILINE
)
_DATED_LINE: Final = re.compile(
    r"\n[^\S\n]*(?:[•*-] *)?[(\[]?(?:(?:(?:ca?\.?|circa|before|after|early|mid|late)[ -])?"
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)[ \d,]+|\d{4})\??|[Uu]ndated|n\. ?d\.)[)\]]?[^\S\n]*$",
    re.MULTILINE,
)


def _is_title(line: str) -> bool:
    """Return True for the heading of a record; that of a letter in its own language is the letter's."""
    if patterns.SPACED_HEADING.match(line):
        return True
    return patterns.TITLE_CUE.match(line) is not None and patterns.NATIVE_LETTER_TITLE.match(line) is None


def _is_native(text: str) -> bool:
    return text_language(text, "en") != "en"


def _is_foreign_date(line: str) -> bool:
    if len(line) >= _LONGEST_DATE or line.isascii() or line.lstrip()[:1] in _BULLETS:
        return False
    return parse_date(line) is not None


def _text_of(source: SourceText) -> str:
    """Return the part of a transcript that is looked at, with a line feed before each of its lines."""
    if len(source.text) <= _WINDOW:
        return f"\n{source.text}"
    return f"\n{source.text[:_WINDOW]}\n{source.text[-_END:]}"


def ceiling(source: SourceText) -> float:
    """Return a score that `detect` does not exceed: lines of a telegram's form weigh most."""
    others = sum(1 for _ in itertools.islice(_TELEGRAM.finditer(_text_of(source)), _MOST_OTHERS))
    return min(1.0, _ALL_CUES - _WEIGHT_OF_OTHERS * others)


def detect(source: SourceText) -> Detection:
    """Return the score of the kind ``memorandum`` with the evidence for and against it."""
    text, end = _text_of(source), source.text[-_END:]
    # A line may be as long as the whole document: only so much of it is read as a heading needs.
    heads = [head_of(source, line.span) for line in source.lines(_TOP, _HEAD_LINES)]
    if source.text.count("\n") <= _ENDS_OF_ONE and not any(map(_is_title, heads)):
        lines = source.lines()
        if is_single_line(lines):
            heads = [head_of(source, line.span) for line in lines_within(source, lines)[:_HEAD_LINES]]
    score, evidence = 0.0, []

    def count(weight: float, what: str) -> None:
        nonlocal score
        score += weight
        evidence.append(what)

    titles = [h for h in heads if _is_title(h)]
    titles += [h for h in heads[:_TITLE_LINES] if _CATALOGUED_TITLE.match(h)]
    if title := next(iter(titles), ""):
        count(0.4, f"a title such as “{title[:40]}”")
    if any(patterns.KEY_LINE.match(h) for h in heads):
        count(0.15, "the keys of an archive's printout")
    may_be_site = any(word in text for word in _WORDS_OF_SITE)
    if may_be_site and _SITE_HEAD.search(text) and _SITE_RECORD.search(f"\n{source.text}"):
        count(0.4, "the headings of a page that shows one document")
    if any(patterns.PARTICIPANTS_HEAD.match(h) for h in heads):
        count(0.2, "a list of participants")
    if brackets := len(_BRACKET.findall(text)):
        count(min(0.2, 0.04 * brackets), f"{brackets} brackets of a translator")
    if (turns := len(_TURN.findall(text))) >= 4:
        count(0.2, f"{turns} turns of speech")
    if any(formula in text for formula in _FORMULAS) or ("/" in end and _SLASHED.search(f"\n{end}")):
        count(0.25, "the formulas of a record's closing")
    # So many are enough: the rest need not be counted.
    prose = _PROSE if source.text[:_TOP].isascii() else _NATIVE_PROSE
    if sum(1 for _ in itertools.islice(prose.finditer(source.text, 0, _TOP), 6)) > 5:
        count(0.2, "paragraphs of prose")
    if any(patterns.NATIVE_TITLE.match(h) or patterns.NATIVE_PARTICIPANTS_HEAD.match(h) for h in heads):
        language = text_language(text, "en")
        if language != "en":
            count(0.2, f"a text in {language_name(language)}")
    if not titles and any(map(patterns.SUBJECT_OF_A_TALK.match, heads)):
        count(0.3, "a subject that is a conversation")
    if any(map(_SUBJECT.match, heads)) and _is_native(text):
        count(0.25, "a line that says what it is about")
        if any(_OFFICE_LINE.fullmatch(line) for line in end.split("\n")[-_END_LINES:]):
            count(0.2, "an office below the text")
    if others := len(_TELEGRAM.findall(text)):
        count(-_WEIGHT_OF_OTHERS * min(others, _MOST_OTHERS), f"{others} lines of a telegram's form")
    if is_keyed_telegram(source):
        count(-_ALL_CUES, "the heading and the header of a telegram")
    if _LIST.search(text):
        count(-0.5, "the heading of a list of results")
    dated = len(_DATED_LINE.findall(text))
    if not text.isascii():
        # The dates of other languages; a text has one or two by themselves at most.
        dated += sum(
            1 for line in text.split("\n")[1:] if len(line) < _LONGEST_DATE and _is_foreign_date(line)
        )
    if dated >= 3:
        count(-0.15 * min(dated, 5), f"{dated} lines that are dates by themselves")
    if score > 0 and letter.detect(source).score >= _LETTER_FORM:
        count(-_WEIGHT_OF_LETTER, "the form of a letter")
    return Detection(KIND, round(max(0.0, min(1.0, score)), 2), tuple(evidence))
