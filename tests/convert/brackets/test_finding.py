"""Pairs of brackets: nested, lone, of several shapes, over lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.convert.brackets.find import DEEPEST, Bracket, find_brackets
from dragoman.source import Span


def _shown(text: str) -> list[object]:
    def tree(pairs: tuple[Bracket, ...]) -> list[object]:
        return [(text[p.opening.start : p.closing.end], p.rend, *tree(p.children)) for p in pairs]

    return tree(find_brackets(text, Span(0, len(text))).pairs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [b] c", [("[b]", "brackets")]),
        ("[a [b] c]", [("[a [b] c]", "brackets", ("[b]", "brackets"))]),
        ("[a][b]", [("[a]", "brackets"), ("[b]", "brackets")]),
        ("[]", [("[]", "brackets")]),
        ("［a］", [("［a］", "fullwidth-brackets")]),
        ("【a】〔b〕", [("【a】", "lenticular-brackets"), ("〔b〕", "tortoise-brackets")]),
        ("[a］", [("[a］", "")]),
        ("(a [b) c]", [("[b) c]", "brackets")]),
        ("[a (b] c)", [("[a (b]", "brackets")]),
        ("[a\n\n“b]", [("[a\n\n“b]", "brackets")]),
        ("a] b [c", []),
    ],
)
def test_what_belongs_together(text: str, expected: list[object]) -> None:
    assert _shown(text) == expected


def test_a_bracket_without_partner_is_named_and_a_parenthesis_is_not() -> None:
    found = find_brackets("1) a [b c] d] (e [f", Span(0, 19))
    assert [span.start for span in found.unpaired] == [12, 17]


def test_brackets_below_the_deepest_level_stay_text_and_are_named() -> None:
    text = "[" * (DEEPEST + 2) + "x" + "]" * (DEEPEST + 2)
    found = find_brackets(text, Span(0, len(text)))
    assert len(found.too_deep) == 2
    depth, pairs = 0, found.pairs
    while pairs:
        depth, pairs = depth + 1, pairs[0].children
    assert depth == DEEPEST


@given(st.text(alphabet="[](){}［］【】〔〕ab ", max_size=80))
def test_pairs_nest_and_do_not_cross(text: str) -> None:
    def check(pairs: tuple[Bracket, ...], start: int, end: int) -> None:
        for pair in pairs:
            assert start <= pair.opening.start < pair.closing.start < end
            start = pair.closing.end
            check(pair.children, pair.opening.end, pair.closing.start)

    check(find_brackets(text, Span(0, len(text))).pairs, 0, len(text))
