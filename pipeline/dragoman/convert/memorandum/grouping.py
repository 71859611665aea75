"""Which blocks make one element: an opener, a list, a turn with what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.convert.memorandum.blocks import CLOSER_ROLES, OPENER_ROLES, Block, Role


def groups_of(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks that make one element: an opener, a list, a turn with what belongs to it."""
    group: list[Block] = []
    for block in blocks:
        if group and _belongs(group, block):
            group.append(block)
            continue
        if group:
            yield from _without_trailing_pages(group)
        group = [block]
    if group:
        yield from _without_trailing_pages(group)


def _belongs(group: Sequence[Block], block: Block) -> bool:
    first = group[0].role
    if first in CLOSER_ROLES:
        return block.role in CLOSER_ROLES | {Role.SALUTE, Role.DATELINE, Role.PAGE}
    if first in OPENER_ROLES:
        return block.role in OPENER_ROLES
    if first is Role.PARTICIPANTS_HEAD:
        return block.role is Role.PARTICIPANT
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
