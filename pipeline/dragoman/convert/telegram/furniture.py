"""The furniture of the pages: banners, classifications at a page's head and foot, ends of messages.

A banner can stand on two lines, or share one with what follows; the classification at a page's
foot is often glued to the last line of the text, in the middle of a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from dragoman.convert.telegram import classification
from dragoman.convert.telegram.lines import FURNITURE, Line, Role, indices_of, role_of
from dragoman.document import Element, Lines

_TYPES: Final = {
    Role.CLASSIFICATION: {"type": "classification"},
    Role.BANNER: {"type": "page-banner"},
    Role.PAGE_NUMBER: {"type": "page-number"},
    Role.END: {"type": "end-of-message"},
    Role.DUPLICATE: {"type": "duplicate"},
    Role.STAMP: {"type": "declassification"},
    Role.FOOTER: {"type": "footer"},
    Role.SPECIMEN: {"type": "specimen"},
    Role.PART_TEXT: {"type": "part-heading"},
    Role.PART_ATTRIBUTES: {"type": "part-heading"},
}

_BANNERS: Final = frozenset((Role.BANNER,))
_CLASSIFICATIONS: Final = frozenset((Role.CLASSIFICATION,))
_ENDS: Final = frozenset((Role.BANNER, Role.END))
_PAGE_MARKS: Final = _ENDS | {Role.CLASSIFICATION}
# As many blanks as there are: a layout-preserving extraction sets the number in a column of its own.
_PAGE: Final = re.compile(r"PAGE\s*(\d{1,3})")
_PAGE_OF: Final = re.compile(r"PAGE\s*\d{1,3}\s+OF\s+\d{1,3}")
_POST: Final = (
    r"(?!(?:OF|AND|THE|IN|ON|TO|IS|WAS|FROM|WITH|OR|AT) )"
    r"[A-Z][A-Z'.\-/]{0,12}(?: {1,3}[A-Z][A-Z'.\-]{0,11}){0,2}"
)
_BANNER_REST: Final = re.compile(
    rf"\s*(?P<post>{_POST}) {{1,12}}(?P<number>\d{{3,6}})(?:/\d)?"
    r"(?: {1,4}(?:TOSEC|SECTO) {1,4}\d{2,6})?"
    r"(?: {1,8}(?P<section>\d{1,2}) {1,3}OF {1,3}(?P<sections>\d{1,2}))?"
    r"(?: {1,8}\d{6}Z)?(?=\s|$)"
)
_POST_ONLY: Final = re.compile(rf"\s*(?:{_POST})?\s*$")
_LONGEST_BANNER: Final = 160
_LONGEST_POST: Final = 20


def _banner(line: Line, following: Line | None) -> tuple[list[Line], bool]:
    """Return what the line of a banner holds and whether the line after it belongs to it."""
    page = _PAGE.match(line.text)
    assert page is not None
    number = int(page[1])
    head = line.text[:_LONGEST_BANNER]
    rest = _BANNER_REST.match(head, page.end())
    if rest is not None:
        made = [_part(line, Role.BANNER, 0, rest.end(), number, rest)]
        if line.text[rest.end() :].strip():
            made.append(_remainder(line, rest.end()))
        return made, False
    if page.end() == len(line.text) and following is not None:
        rest = _BANNER_REST.match(following.text[:_LONGEST_BANNER])
        if rest is not None and following.role is Role.TEXT:
            joined = Line(
                Role.BANNER,
                line.start,
                following.start + rest.end(),
                line.breaks,
                "",
                number,
                *_section(rest),
            )
            made = [joined]
            if following.text[rest.end() :].strip():
                made.append(_remainder(following, rest.end()))
            return made, True
    is_plain = page[1].startswith("0") and len(line.text) <= page.end() + _LONGEST_POST
    if is_plain and _POST_ONLY.match(line.text, page.end()):
        return [line._replace(page=number)], False
    if _PAGE_OF.fullmatch(line.text):
        return [line._replace(role=Role.PAGE_NUMBER)], False
    return [line._replace(role=Role.TEXT)], False


def _section(rest: re.Match[str]) -> tuple[int, int]:
    return int(rest["section"] or 0), int(rest["sections"] or 0)


def _part(line: Line, role: Role, start: int, end: int, page: int, rest: re.Match[str]) -> Line:
    return Line(
        role, line.start + start, line.start + end, line.breaks, line.text[start:end], page, *_section(rest)
    )


def _remainder(line: Line, at: int) -> Line:
    """Return what follows on the line from ``at``, as a line on the same line."""
    text = line.text[at:]
    bare = text.lstrip()
    start = line.start + at + len(text) - len(bare)
    return Line(role_of(bare), start, line.end, 0, bare)


def resolve_banners(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with every page banner told apart from what shares its line."""
    resolved: list[Line] = []
    at = 0
    for index in indices_of(lines, _BANNERS):
        resolved.extend(lines[at:index])
        following = lines[index + 1] if index + 1 < len(lines) else None
        made, is_taken = _banner(lines[index], following)
        resolved.extend(made)
        at = index + 1 + is_taken
    resolved.extend(lines[at:])
    return resolved


def main_classification(lines: Sequence[Line]) -> str:
    """Return the classification, as printed, that stands alone on most lines; "" if none does."""
    counted = Counter([lines[index].text for index in indices_of(lines, _CLASSIFICATIONS)])
    return min(counted, key=lambda text: (-counted[text], text)) if counted else ""


class _Cut:
    """A run of furniture between two lines of text that holds a banner or the end of a message."""

    __slots__ = ("before", "classifications", "has_banner")

    def __init__(self, before: int, classifications: int, has_banner: bool) -> None:
        self.before = before
        self.classifications = classifications
        self.has_banner = has_banner


def _cuts(lines: Sequence[Line]) -> list[_Cut]:
    cuts: list[_Cut] = []
    for index in indices_of(lines, _ENDS):
        before, count = index - 1, 0
        while before >= 0 and (role := lines[before].role) in FURNITURE and role not in _ENDS:
            count += role is Role.CLASSIFICATION
            before -= 1
        # Of several in one run of furniture the first ends the page.
        if before >= 0 and lines[before].role not in _ENDS:
            cuts.append(_Cut(before, count, lines[index].role is Role.BANNER))
    return cuts


def _foot(text: str, main: str) -> int:
    """Return where in a line the classification begins that may end it, misspelt perhaps, or -1."""
    at = classification.ending(text)
    return classification.misspelt_ending(text, main) if at < 0 and main else at


def split_page_ends(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines with the page's classification cut off the text it is glued to,
    and those classifications that are misspelt.

    A word of the text can be SECRET too. What tells is how many classifications stand at the
    other page ends: a foot and a head, or a head alone. Where a foot is missing, the last word
    of the text is the foot. (Glued without a blank it cannot be anything else.)
    """
    main = main_classification(lines)
    cuts = _cuts(lines)
    feet = {cut.before: _foot(lines[cut.before].text, main) for cut in cuts}
    banner_cuts = [cut for cut in cuts if cut.has_banner]
    is_head_only = all(cut.classifications <= 1 for cut in banner_cuts) and any(
        cut.classifications == 1 and feet[cut.before] < 0 for cut in banner_cuts
    )
    made: list[Line] = []
    misspelt: list[Line] = []
    taken = 0
    for cut in cuts:
        line, at = lines[cut.before], feet[cut.before]
        expected = 1 if is_head_only or not cut.has_banner else 2
        is_glued = at > 0 and not line.text[at - 1].isspace() and line.text[at - 1] not in "\"'(-/"
        if line.role is Role.SECTION or at <= 0 or not (is_glued or cut.classifications < expected):
            continue
        kept = line.text[:at].rstrip()
        tail = Line(Role.CLASSIFICATION, line.start + at, line.end, 0, line.text[at:])
        made.extend(lines[taken : cut.before])
        made += (line._replace(end=line.start + len(kept), text=kept), tail)
        taken = cut.before + 1
        if classification.ending(line.text) < 0:
            misspelt.append(tail)
    made.extend(lines[taken:])
    return made, misspelt


def read_misspelt(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines with each misspelt classification beside a banner read as one, and those."""
    made = list(lines)
    misspelt: list[Line] = []
    for index in indices_of(lines, _PAGE_MARKS):
        line = lines[index - 1] if index else lines[index]
        if line.role is Role.TEXT and classification.nearest(line.text):
            made[index - 1] = line._replace(role=Role.CLASSIFICATION)
            misspelt.append(made[index - 1])
    return made, misspelt


def furniture_element(line: Line) -> Element:
    """Return the ``fw`` of a line of furniture."""
    return Element("fw", _TYPES[line.role], (Lines(line.start, line.end),))
