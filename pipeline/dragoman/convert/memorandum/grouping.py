"""Which blocks make one element: an opener, a list, a turn with what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.convert.memorandum.blocks import CLOSER_ROLES, OPENER_ROLES, Block, Role

_TEXT: Final = frozenset((Role.PARAGRAPH, Role.TURN, Role.TABLE, Role.PARTICIPANTS_HEAD, Role.PARTICIPANT))
# Below the text these open the closing of a letter.
_VALEDICTION: Final = frozenset((Role.SALUTE, Role.DATELINE))


def groups_of(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks that make one element: an opener, a list, a turn with what belongs to it."""
    group: list[Block] = []
    has_text = False
    for block in blocks:
        if group and _belongs(group, block, has_text):
            group.append(block)
            continue
        has_text = has_text or block.role in _TEXT
        if group:
            yield from _without_trailing_pages(group)
        group = [block]
    if group:
        yield from _without_trailing_pages(group)


def _belongs(group: Sequence[Block], block: Block, has_text: bool) -> bool:
    first = group[0].role
    if first in CLOSER_ROLES or (has_text and first in _VALEDICTION):
        return block.role in CLOSER_ROLES | {Role.SALUTE, Role.DATELINE, Role.PAGE}
    if first in OPENER_ROLES:
        return block.role in OPENER_ROLES
    if first in (Role.PARTICIPANTS_HEAD, Role.PARTICIPANT):
        return block.role in (Role.PARTICIPANT, Role.PAGE)
    if first is Role.TURN:
        return block.role is Role.PAGE or (block.role is Role.PARAGRAPH and block.subtype == "continued")
    return block.role is first and first in (Role.KEY,)


def _without_trailing_pages(group: list[Block]) -> Iterator[list[Block]]:
    if group[0].role is Role.PAGE:
        yield group
        return
    end = len(group)
    while group[end - 1].role is Role.PAGE:
        end -= 1
    yield group[:end]
    if end < len(group):
        yield group[end:]


def is_valediction(group: Sequence[Block], has_common: bool) -> bool:
    """Return True for a salutation or a date below the text, which open the closing of a letter."""
    return has_common and group[0].role in _VALEDICTION
