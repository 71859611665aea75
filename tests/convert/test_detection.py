"""The choice of a converter: the same whether all kinds are weighed or only those that can win."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.convert import detect
from dragoman.convert.context import Context, Conversion, Converter, Detection
from dragoman.convert.detect import converter_for, detections, is_decided
from dragoman.convert.registry import converters
from dragoman.errors import UnusableInput
from dragoman.source import SourceText

# Lines by which one kind or another is known, and lines that say nothing.
LINES = (
    "PAGE 02 ULAAN 00417 121030Z", "FM AMEMBASSY ULAANBAATAR", "TO SECSTATE WASHDC", "TAGS: SENV",
    "E.O. 11652: GDS", "R 121030Z APR 79", "NNN", "Message Text", "Draft Date: 12 apr 1979",
    "Record of a Conversation on the River", "Present: N. Sarnai", "The gauge [tavilga] was read twice.",
    "Rozhkov – No, it was not.", "ACQUAINTED", "/N. Sarnai/", "Source: fond 3", "  \N{BULLET} March 14, 1978",
    "March 14, 1978", "Monday, 3 April 1978", "1978", "1. undated 1979", "1 - 10 of 34",
    "Showing 1 - 10 of 34",
    "Results:", "Documents", "Date | Subject | 1978", "14 Mar 1978\t1978ULAAN00417\tRIVER",
    "Fernschreiben Nr. 233", "An: MfAA", "Von: Botschaft Peking", "Betr.: Fähre", "Objet : Le bac",
    "-", "\N{BULLET}", "\N{BULLET} n.d.\t3/45", "\N{BULLET} 3.5.58", "* [1951?]", "12/1957",
    "the pier was moved and nobody counted the boats", "A report of 1978 on the pontoon", "",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(LINES), min_size=1, max_size=40).map("\n".join)


@settings(max_examples=200)
@given(TEXTS)
@example("-\n1958-05-03\n\n*\n3 May 1958\n\n*\n5 May 1958")
@example("\N{BULLET} n.d.\t3/45\n\N{BULLET} n.d.\t3/46")
def test_no_score_is_above_the_ceiling_of_its_kind(text: str) -> None:
    source = SourceText("any.txt", text)
    for converter in converters().values():
        assert converter.detect(source).score <= converter.ceiling(source)


@settings(max_examples=200)
@given(TEXTS)
@example("\n".join(LINES[:9]))
@example("\n".join(LINES))
def test_the_choice_is_that_of_all_scores(text: str) -> None:
    source = SourceText("any.txt", text)
    ranked = detections(source)
    if is_decided(ranked):
        converter, detection = converter_for(source)
        assert (converter.kind, detection) == (ranked[0].kind, ranked[0])
    else:
        with pytest.raises(UnusableInput) as refused:
            converter_for(source)
        for one in ranked:
            assert f"{one.kind} {one.score:.2f}" in refused.value.diagnostic.message


def test_a_kind_that_cannot_win_is_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[str] = []

    def made(kind: str, score: float, ceiling: float) -> Converter:
        def detection(source: SourceText) -> Detection:
            weighed.append(kind)
            return Detection(kind, score)

        return Converter(kind, detection, _unused, lambda source: ceiling)

    table = {
        one.kind: one for one in (made("ode", 0.1, 0.5), made("elegy", 0.9, 1.0), made("idyll", 0.2, 0.8))
    }
    monkeypatch.setattr(detect, "converters", lambda: table)
    assert converter_for(SourceText("any.txt", "x"))[0].kind == "elegy"
    assert weighed == ["elegy", "idyll"]


def _unused(source: SourceText, context: Context) -> Conversion:
    raise AssertionError("only detection is tried")
