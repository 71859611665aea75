"""The end of a memorandum: who was present and how long, who has seen it, signatures, who took notes."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Final

from dragoman.convert.brackets.lexicon import is_common_english, is_english
from dragoman.convert.brackets.words import ROLES
from dragoman.convert.dates import find_dates
from dragoman.convert.memorandum import closing_patterns, patterns
from dragoman.convert.memorandum.blocks import Block, Role
from dragoman.convert.memorandum.datelines import is_dateline
from dragoman.convert.memorandum.layout import Unit
from dragoman.convert.memorandum.letters import SMALL
from dragoman.convert.memorandum.names import DATED, OWN_HAND, names_in
from dragoman.convert.memorandum.native_forms import OFFICES
from dragoman.convert.memorandum.native_names import han_names, is_han_list, signs_in_hangul
from dragoman.convert.memorandum.offices import LONGEST_OFFICE, is_office
from dragoman.convert.memorandum.offices import SMALL as SMALL_IN_OFFICES
from dragoman.convert.memorandum.patterns import head_of
from dragoman.source import SourceText, Span

_SHORT: Final = 200
_LONGEST_REMARK: Final = 400
_LONGEST_ATTENDANCE: Final = 900
_LONGEST_NAME: Final = 45
_LONGEST_DATED: Final = 60
_REACH: Final = 40
_ROLES: Final = {
    "acquainted": Role.ACQUAINTED,
    "notes-taken": Role.NOTES_TAKEN,
    "signed": Role.SIGNED,
    "physical": Role.PHYSICAL,
    "salute": Role.SALUTE,
    "reference": Role.CLOSING_LINE,
}
_BEFORE_A_NAME: Final = (Role.PHYSICAL, Role.SALUTE, Role.SIGNED, Role.NOTES_TAKEN, Role.ACQUAINTED)
_INNERMOST: Final = re.compile(r"\[[^\[\]]*\]")
_SIGNATURE: Final = re.compile(
    r"\b(?:signature|signed|initials|unterschrift|podpis|aláírás)\b", re.IGNORECASE
)
# "[signature]" beside a name, and the mark of a copy for it: "(–) J. Kowalski".
_SIGNED_REMARK: Final = re.compile(
    r"[\[(][^\[\]()]*\b(?:signature|signed|seal|stamp|initials|sign[ée]e?|unterschrift|gez|gezeichnet|"
    r"подпись|"
    r"печать|podpis|aláírás|podepsán|semnat|semnătură|гарын үсэг)\b[^\[\]()]*[\])]|"
    r"[\[(（](?:签字|签名|簽字|簽名|서명)[\])）]|\([-–—]\)|/[-–—]/|/(?:seal|stamp|signature|signed)/",
    re.IGNORECASE,
)
_OWN_HAND: Final = re.compile(f"{OWN_HAND}$")
_BARE_NAME: Final = re.compile(
    rf"(?:(?:Dr|Prof|Eng|Gen|Col)\.\s)?[^\W\d_{SMALL}][\w’'.-]+(?:\s[^\W\d_{SMALL}][\w’'.-]*){{0,3}}"
)
_OFFICE_LINES: Final = 2
_SHORT_DATE: Final = re.compile(
    r"(?:[^\W\d_]{2,20}\.?,\s(?:den )?)?(?:\d{1,2}/(?:\d{1,2}|[IVX]{1,4})\.?|"
    r"\d{1,2}[./](?:\d{1,2}|[IVX]{1,4})[./]\d{2}\.?)"
)
# The end of a sentence, a call of a note behind it or not.
_AFTER_SENTENCE: Final = re.compile(r"[.!?。！？][”’\"')\]]{0,2}(?:\d{1,2}|\[\d{1,2}\])?$")
_ADDRESSED: Final = re.compile(r"to\b", re.IGNORECASE)
# Before a name that lists of English words have: somebody of that name is spoken of.
_TITLE_OF_SOMEBODY: Final = (
    r"(?:\b(?:Mrs?|Ms|Miss|Dr|Prof|Com|Cde|Comrade|Ambassador|Counsell?or|Consul|Minister|Secretary|Attach[ée]|"
    r"Captain|Colonel|General|Major|Professor|Chairman|Director|Herr|Frau|Pan|Monsieur|"
    r"M)\.?\s(?:[A-Z]\.\s?){0,3}"
    r"|\b(?:[A-Z]\.\s?){1,3})"
)
# "Comrade Ogrodz." of a list of recipients
_ABBREVIATED_MAN: Final = re.compile(r"(?:Comrade|Com\.|Cde\.?|Tow\.|Gen\.|Тов\.) [^\W\d_a-z][^\W\d_]+\.")


def closing_blocks(
    source: SourceText,
    units: Sequence[Unit],
    first: int,
    end: int,
    pages: frozenset[int],
    people: Set[str] = frozenset(),
) -> tuple[int, list[Block]]:
    """Return the index of the first unit of the closing that ends before ``end``, and its blocks.

    The closing is read backwards from the last unit, as far as every line has a form that
    closings have; it never takes the whole of the text, for a document without a body is none.
    first: the first unit after the top; people: the keys of those whom the top names.
    """
    start = end
    blocks: list[Block] = []
    has_attendance = False
    listed = _listed_from(source, units, first, end, pages)
    for at in range(end - 1, max(first, end - _REACH) - 1, -1):
        if at >= listed:
            role: Role | None = Role.PAGE if at in pages else Role.CLOSING_LINE
        else:
            role = Role.PAGE if at in pages else _role(source, units, at, listed, people)
        if role is None or (role is not Role.ATTENDANCE and has_attendance):
            break
        has_attendance = role is Role.ATTENDANCE
        blocks.append(Block(role, units[at].span))
        start = at
    blocks.reverse()
    # A page number, a date or a remark in brackets is not by itself the beginning of a closing.
    while blocks and not (_opens_closing(source, blocks[0]) or _dates_a_seal(source, blocks)):
        blocks.pop(0)
        start += 1
    if start <= first:
        return end, []
    return start, _joined(source, blocks)


def _listed_from(
    source: SourceText, units: Sequence[Unit], first: int, end: int, pages: frozenset[int]
) -> int:
    """Return where a list of what is enclosed, or of who has copies, begins; ``end`` where none is the end.

    It stands below the signatures, and would hide them from whoever reads the closing backwards.
    """
    for at in range(end - 1, max(first, end - _REACH) - 1, -1):
        if at in pages:
            continue
        if len(units[at].span) > LONGEST_OFFICE:
            return end
        line = head_of(source, units[at].span)
        if closing_patterns.LIST_HEAD.fullmatch(line):
            return at
        is_item = closing_patterns.LIST_ITEM.match(line) or (
            len(line) <= _LONGEST_DATED and (line[-1] not in ".!?:" or _ABBREVIATED_MAN.fullmatch(line))
        )
        if not is_item and closing_role(source, units[at].span) is not Role.CLOSING_LINE:
            return end
    return end


def _role(source: SourceText, units: Sequence[Unit], at: int, end: int, people: Set[str]) -> Role | None:
    role = closing_role(source, units[at].span)
    if role is Role.ACQUAINTED and at > 0 and _signs_in_capitals(source, units, at):
        return Role.SIGNED
    if role is not None or at == 0:
        return role
    if at == end - 1 and patterns.SPACED_HEADING.match(head_of(source, units[at].span)):
        # "L a n g e" below the last line.
        return Role.SIGNED
    span, before = units[at].span, units[at - 1].span
    if _is_bare_name(source, span, people) and not _has_native_office(source, span):
        if closing_role(source, before) is Role.CLOSING_LINE and _ADDRESSED.match(head_of(source, before)):
            # Where the addressee is, below a diplomatic note.
            return Role.CLOSING_LINE
        is_named = closing_role(source, before) in _BEFORE_A_NAME
        is_signature = _stands_as_signature(source, units, at, end, people)
        return Role.SIGNED if is_named or is_signature else None
    last = _without_references(source, units, at, end)
    if at == last - 1 and closing_role(source, before) is Role.SALUTE and _may_sign(source, span):
        # “Yours, / Ann”: what stands there is a name, whatever else the word means.
        return Role.SIGNED
    if at == last - 2 and is_office(source, units[at + 1].span) and _may_sign_here(source, units, at):
        return Role.SIGNED
    if is_office(source, span):
        below = units[at + 1].span if at + 1 < end else None
        if below is not None and (
            closing_role(source, below) is Role.SIGNED or is_signature_remark(source, below)
        ):
            # Offices above the names, in columns, or above “(Signature)”.
            return Role.SIGNED
        if closing_role(source, before) in _BEFORE_A_NAME and names_in(head_of(source, span)):
            # “Беседу записал”, and below it “первый секретарь посольства   П. Лунин”.
            return Role.SIGNED
        names = [units[i].span for i in range(max(0, at - _OFFICE_LINES), at)]
        if any(
            _is_signature(head_of(source, s))
            or _is_bare_name(source, s, people)
            or closing_role(source, s) is Role.SIGNED
            for s in names
            if len(s) <= _SHORT
        ) or (at == last - 1 and _may_sign_here(source, units, at - 1)):
            return Role.SIGNED
    return None


def _signs_in_capitals(source: SourceText, units: Sequence[Unit], at: int) -> bool:
    """Return True for ``GUSEV`` below the last sentence: telegrams are signed so.

    Other lines in capitals head those who have seen the paper: `ACQUAINTED`.
    """
    line = head_of(source, units[at].span)
    return (
        line.isupper()
        and _BARE_NAME.fullmatch(line) is not None
        and not any(cue.pattern.match(line) for cue in closing_patterns.CLOSER_CUES)
        and not any(map(is_english, re.findall(r"[^\W\d_]+", line)))
        and _ends_sentence(source, units[at - 1].span)
    )


def _without_references(source: SourceText, units: Sequence[Unit], at: int, end: int) -> int:
    """Return the end of a closing without the lines below the signature: who has copies, what is enclosed."""
    while end - 1 > at and closing_role(source, units[end - 1].span) is Role.CLOSING_LINE:
        end -= 1
    return end


def _may_sign_here(source: SourceText, units: Sequence[Unit], at: int) -> bool:
    """Return True for a line that, below a sentence or a valediction, can only be a name: ``Stone``."""
    if at < 1 or not _may_sign(source, units[at].span):
        return False
    above = units[at - 1].span
    return _ends_sentence(source, above) or closing_role(source, above) is Role.SALUTE


def _stands_as_signature(
    source: SourceText, units: Sequence[Unit], at: int, end: int, people: Set[str]
) -> bool:
    """Return True for a name above an office or a distribution, or at the very end below a sentence.

    Translated telegrams are signed so: `Roshchin`. At the end a word that English has too is a name only
    where the document names somebody so.
    """
    if at + 1 < end:
        below = units[at + 1].span
        role = closing_role(source, below)
        if role is Role.POSTSCRIPT:
            return _ends_sentence(source, units[at - 1].span)
        return role is Role.CLOSING_LINE or is_office(source, below)
    words = re.findall(r"[^\W\d_]+", source[units[at].span])
    return _ends_sentence(source, units[at - 1].span) and (
        not any(map(is_english, words[-1:])) or _is_somebody(source, people, words[-1:])
    )


def _ends_sentence(source: SourceText, span: Span) -> bool:
    return source[span].rstrip("”\"’')]")[-1:] in tuple(".?!。？！")


def _dates_a_seal(source: SourceText, blocks: Sequence[Block]) -> bool:
    """Return True for a date right above a seal or a signature, as diplomatic notes have it, or at the end.

    ``blocks`` are those of the closing; a page may end between them.
    """
    if blocks[0].role is not Role.DATELINE:
        return False
    below = next((block for block in blocks[1:] if block.role is not Role.PAGE), None)
    if below is None:
        before = source.text[: blocks[0].span.start].rstrip()
        return bool(before) and _AFTER_SENTENCE.search(before, max(0, len(before) - 8)) is not None
    return _opens_closing(source, below)


def _opens_closing(source: SourceText, block: Block) -> bool:
    if block.role in (Role.PAGE, Role.DATELINE, Role.POSTSCRIPT):
        return False
    if block.role is Role.PHYSICAL:
        line = head_of(source, block.span).lower()
        return re.search(r"signature|signed|seal|stamp|initials", line) is not None
    return True


def closing_role(source: SourceText, span: Span) -> Role | None:
    """Return the part that a unit plays in a closing, or None where it is none of one."""
    line = head_of(source, span)
    if len(span) <= _LONGEST_ATTENDANCE:
        if closing_patterns.ATTENDANCE.search(line):
            return Role.ATTENDANCE
        if closing_patterns.POSTSCRIPT.match(line):
            return Role.POSTSCRIPT
    if len(span) <= _LONGEST_REMARK and is_only_brackets(source[span]):
        return Role.PHYSICAL
    if len(span) > _SHORT:
        return None
    for cue in closing_patterns.CLOSER_CUES:
        if cue.pattern.match(line):
            return _ROLES[cue.role]
    if _is_signature(line):
        return Role.SIGNED
    if (dated := DATED.match(line)) and _is_lone_name(line[dated.end() :].strip(" ,.")):
        # "1.XII.62  CHERVYAKOV"
        return Role.SIGNED
    dates = find_dates(line) if len(line) < _LONGEST_DATED else []
    is_date = bool(dates) and dates[0].span.end - dates[0].span.start > len(line) // 2
    if is_date or _SHORT_DATE.fullmatch(line) or (dates and is_dateline(line)):
        # "22.V.57" is in capitals too.
        return Role.DATELINE
    return Role.ACQUAINTED if line.isupper() and len(line) < 90 else None


def is_only_brackets(text: str) -> bool:
    """Return True for text that consists of square brackets alone, nested ones too."""
    rest = text
    while (shorter := _INNERMOST.sub("", rest)) != rest:
        rest = shorter
    return not rest.strip() and bool(text.strip())


def is_signature_remark(source: SourceText, span: Span) -> bool:
    """Return True for ``[Signature]`` and its like."""
    line = head_of(source, span)
    return line[:1] in "[(" and _SIGNATURE.search(line) is not None


def _is_signature(line: str) -> bool:
    """Return True for names with nothing else but offices: one line, or columns side by side."""
    plain = _OWN_HAND.sub("", _SIGNED_REMARK.sub(" ", line)).replace("[", "").replace("]", "").strip()
    if plain.endswith(".") and (whole := names_in(plain)) and whole[-1][1] == len(plain) - 1:
        # “J. W. Stone.”
        plain = plain[:-1]
    if len(plain) > 120 or re.search(r"[.!?:]$", plain):
        return False
    if plain != line and is_han_list(plain) and len(han_names(plain)) == 1:
        # “李河（签字）”
        return True
    if signs_in_hangul(plain):
        return True
    if _OWN_HAND.search(line) and _BARE_NAME.fullmatch(plain):
        # “Kovács János s. k.”
        return True
    names = names_in(plain)
    rest = plain
    for start, end in reversed(names):
        rest = rest[:start] + rest[end:]
    words = re.findall(r"[^\W\d_]+", rest)
    if not all(word[0].isupper() or word in SMALL_IN_OFFICES for word in words) or len(words) > 12:
        return False
    offices = [word for word in words if word.lower() in ROLES]
    if plain != line and _BARE_NAME.fullmatch(plain) and _SIGNED_REMARK.search(line) and not offices:
        # “[Signed] Brissac”
        return True
    return bool(names) or (bool(offices) and "," in plain and not is_common_english(words[0]))


def _has_native_office(source: SourceText, span: Span) -> bool:
    """Return True for “III. Sekretär”, whose words English has not and which look like a name."""
    return any(word.lower() in OFFICES for word in re.findall(r"[^\W\d_]+", head_of(source, span)))


def _is_bare_name(source: SourceText, span: Span, people: Set[str]) -> bool:
    if len(span) > _LONGEST_NAME:
        return False
    line = head_of(source, span)
    if line[0] == "(" and line[-1] == ")":
        # “(Ziemer)” below the place for his hand.
        line = line[1:-1]
    return _is_lone_name(line) or (
        _BARE_NAME.fullmatch(line) is not None
        and _is_somebody(source, people, re.findall(r"[^\W\d_]+", line)[-1:])
    )


def _may_sign(source: SourceText, span: Span) -> bool:
    return (
        len(span) <= _LONGEST_NAME
        and _BARE_NAME.fullmatch(head_of(source, span)) is not None
        and not is_office(source, span)
    )


def _is_somebody(source: SourceText, people: Set[str], words: Sequence[str]) -> bool:
    """Return True for a word by which the document names a person: in its top, or with a title."""
    return any(
        word[0].isupper()
        and word.lower() not in ROLES
        and (
            word.lower() in people
            or re.search(rf"{_TITLE_OF_SOMEBODY}{re.escape(word)}\b(?!\s[A-Z])", source.text) is not None
        )
        for word in words
    )


def _is_lone_name(line: str) -> bool:
    words = re.findall(r"[^\W\d_]+", line)
    return _BARE_NAME.fullmatch(line) is not None and not all(map(is_common_english, words))


def _joined(source: SourceText, blocks: Sequence[Block]) -> list[Block]:
    """Join the lines that are one thing: a formula and the office below it, a signature and its name."""
    made: list[Block] = []
    for block in blocks:
        last = made[-1] if made else None
        signs = block.role is Role.PHYSICAL and is_signature_remark(source, block.span)
        if last is not None and (
            (block.role is Role.ACQUAINTED and last.role is Role.ACQUAINTED)
            or (block.role is Role.SIGNED and last.role is Role.SIGNED and last.subtype == "awaits a name")
            or (
                block.role is Role.SIGNED
                and last.role is Role.SIGNED
                and is_office(source, block.span)
                and not names_in(head_of(source, block.span))
            )
        ):
            made[-1] = Block(last.role, Span(last.span.start, block.span.end))
        elif signs:
            made.append(Block(Role.SIGNED, block.span, subtype="awaits a name"))
        else:
            made.append(block)
    return made
