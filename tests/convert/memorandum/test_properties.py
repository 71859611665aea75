"""Whatever the text: nothing is lost, nothing fails, and the order stays that of the transcript."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from memoranda import memoranda

from dragoman.convert.context import Context
from dragoman.convert.memorandum import convert, detect
from dragoman.document import missing_spans
from dragoman.edition import packaged
from dragoman.source import SourceText
from dragoman.tei.ns import TEI
from dragoman.tei.views import source_view
from dragoman.tei.write import document_element

_FEW = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


_EDITION = etree.fromstring(f'<TEI xmlns="{TEI}"><teiHeader/></TEI>')


def _written(text: str) -> etree._Element:
    source = SourceText("transcript.txt", text)
    conversion = convert(source, Context("made-up"))
    assert missing_spans(conversion.document) == []
    assert 0.0 <= detect(source).score <= 1.0
    root = document_element(conversion.document, _EDITION)
    assert source_view(root).text.split() == text.split()
    return root


def _holds_everything(text: str) -> None:
    _written(text)


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(packaged("schema") / "dragoman.rng"))


@_FEW
@given(st.text(max_size=300))
@example("[")
@example("]")
@example("[]")
@example("[[[[[[[[[[[[x]]]]]]]]]]]]")
@example("/[/]/ [/x/")
@example("Title:\n\nAuthor:")
@example("[page 3]")
@example("3\n\n4")
@example("A: b\r\nA: c\rA: d\n\x85\u2028[x\u2029]")
@example("Notes:\n1. a\n1. b")
@example("P.S. x")
@example("x\n\n[Signature]\n/A. B/")
def test_no_text_at_all_is_lost_or_makes_the_conversion_fail(text: str) -> None:
    _holds_everything(text)


@_FEW
@given(st.text(alphabet="[](){}［］【】〔〕/ .?!…aAB1\n", max_size=120))
def test_brackets_in_every_order_are_kept(text: str) -> None:
    _holds_everything(text)


@_FEW
@given(text=memoranda())
def test_a_memorandum_with_furniture_strewn_in_is_kept_and_valid(text: str, grammar: etree.RelaxNG) -> None:
    for variant in (text, " ".join(text.split())):
        root = _written(variant)
        assert grammar.validate(root), grammar.error_log.last_error
