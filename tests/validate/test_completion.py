"""What may stand at a place of a file that is being written."""

from __future__ import annotations

import pytest

from dragoman.edition import packaged
from dragoman.validate.completion import Allowed, allowed_at
from dragoman.validate.grammar import read_grammar

BEFORE = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
    '<div type="document" subtype="telegram"><head>x</head>'
)


def at(written: str) -> Allowed:
    text = BEFORE + written
    return allowed_at(read_grammar(packaged("schema") / "dragoman.rng"), text + "</div>", len(text))


def names(allowed: Allowed) -> set[str]:
    return {candidate.name for candidate in allowed.elements}


def test_what_opens_a_division_is_not_offered_after_a_paragraph() -> None:
    assert {"opener", "p", "list"} <= names(at(""))
    assert "opener" not in names(at("<p>x</p>"))
    assert {"p", "closer"} <= names(at("<p>x</p>"))


def test_the_partner_of_a_sic_is_required() -> None:
    allowed = at("<p><choice><sic>x</sic>")
    assert {candidate.name: candidate.is_required for candidate in allowed.elements} == {
        "corr": True,
        "supplied": True,
    }
    assert allowed.end_tag == ""
    assert not allowed.text


def test_text_and_the_end_tag_are_offered_where_they_fit() -> None:
    allowed = at("<p>words")
    assert allowed.text
    assert allowed.end_tag == "p"


def test_candidates_say_what_they_are_for() -> None:
    gloss = {candidate.name: candidate.gloss for candidate in at("<p>").elements}
    assert gloss["gap"] == "Words that are missing; desc holds the printed words of the gap."


def test_attributes_are_offered_in_a_start_tag_once() -> None:
    allowed = at('<p><note type="translator" ')
    offered = {candidate.name: candidate.is_required for candidate in allowed.attributes}
    assert offered["subtype"]
    assert "type" not in offered
    assert not offered["resp"]


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ('<p><note type="translator" subtype="', ("source-term", "gloss", "sic", "uncertain", "comment")),
        ('<milestone unit="', ("section", "folio", "page")),
        ('<p n="', ()),
    ],
)
def test_the_values_of_a_closed_list_are_offered(written: str, values: tuple[str, ...]) -> None:
    assert at(written).values == values


def test_a_file_that_is_not_finished_or_not_well_formed_is_read_all_the_same() -> None:
    assert "item" in names(at("<p>x</hi></p><list>"))
    assert at("<unheard-of>") == Allowed(end_tag="unheard-of")
