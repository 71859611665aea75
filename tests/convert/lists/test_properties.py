from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from lxml import etree

from dragoman.convert.context import Context
from dragoman.convert.lists import catalogue, search_results
from dragoman.document import missing_spans
from dragoman.source import SourceText
from dragoman.tei.views import source_view
from dragoman.tei.write import document_element

from .conftest import EDITION
from .strategies import transcripts


@pytest.mark.parametrize("module", [catalogue, search_results], ids=lambda module: module.KIND)
@settings(max_examples=150, deadline=None)
@given(text=transcripts)
def test_no_text_is_lost_and_none_makes_a_converter_fail(module, text):
    source = SourceText("a.txt", text)
    detection = module.detect(source)
    assert 0 <= detection.score <= 1
    conversion = module.convert(source, Context("a"))
    assert missing_spans(conversion.document) == []
    root = etree.fromstring(etree.tostring(document_element(conversion.document, EDITION)))
    assert source_view(root).text.split() == text.split()
    assert len(root.findall("{*}text/{*}body/{*}div/{*}head")) == 1
    assert module.convert(source, Context("a")) == conversion


HOSTILE = {
    "dates": "May 1, 1979\n",
    "bullets": "• ",
    "bullet lines": "•\n",
    "captions": "(Image, ",
    "words": "a ",
    "numbers": "1. ",
    "dots": ". ",
    "cells": "a\t",
    "rows": "1979-05-01\t1979STATE00001\tICE\n",
    "lines": "Note on ice\n",
    "dated lines": "Note on ice, 1 May 1979\n",
    "titles": "May 1, 1979\n\nNote, and\n\n",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("module", [catalogue, search_results], ids=lambda module: module.KIND)
def test_the_work_grows_no_faster_than_the_text(module, name):
    def calls(size: int) -> int:
        source = SourceText("a.txt", (HOSTILE[name] * size)[:size])
        counted = 0

        def count(*_: object) -> None:
            nonlocal counted
            counted += 1

        sys.setprofile(count)
        try:
            module.detect(source)
            module.convert(source, Context("a"))
        finally:
            sys.setprofile(None)
        return counted

    # Eight times the text: a quadratic converter takes sixty-four times as many calls.
    assert calls(8_000) < 12 * calls(1_000)
