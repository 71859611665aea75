"""What is seen of a bracket, and how it is weighed where the rules leave the class open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.convert.brackets.case import Case, Habits, case_of
from dragoman.convert.brackets.classify import classify
from dragoman.convert.brackets.features import features_of
from dragoman.convert.brackets.subtypes import subtype_of
from dragoman.convert.brackets.verdict import BracketClass as C
from dragoman.convert.brackets.weights import ALWAYS, read_weights, weigh, weights

TABLE = read_weights("feature\tgap\tcomment\tgloss\nalways\t\t10\nholds :\t-30\t50\nfirst: article\t\t\t45\n")


def case(text: str) -> Case:
    return case_of(text, text.index("["), text.index("]"), (0, len(text)), False)


def test_the_class_with_the_greatest_sum_is_found_with_its_lead() -> None:
    found = weigh(["holds :", "first: article"], TABLE, None, 0)
    assert (found.kind, found.lead) == (C.COMMENT, 60 - 45)
    assert found.reasons == ("seen: holds :",)


def test_what_the_rules_say_is_one_weight_more() -> None:
    assert weigh(["first: article"], TABLE, C.GAP, 40).kind is C.GLOSS
    assert weigh(["first: article"], TABLE, C.GAP, 50).kind is C.GAP


def test_a_feature_that_the_table_lacks_weighs_nothing() -> None:
    assert weigh(["never seen"], TABLE, None, 0) == (C.COMMENT, 10, ())


def test_of_equal_classes_the_first_of_the_table_is_taken_and_leads_by_nothing() -> None:
    table = read_weights("feature\tgloss\tgap\nalways\t7\t7\n")
    assert weigh([], table, None, 0)[:2] == (C.GLOSS, 0)


def test_the_stored_table_has_a_column_for_each_class_and_says_how_frequent_they_are() -> None:
    table = weights()
    assert set(table.classes) == set(C) - {C.TEXT}
    assert {len(row) for row in table.rows.values()} == {len(table.classes)}
    assert any(table.rows[ALWAYS])


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("They [the herdsmen] left.", "form: noun phrase"),
        ("They [the herdsmen] left.", "before: pronoun"),
        ("The letter [of June] was lost.", "form: date"),
        ("He went [on foot].", "form: phrase with a preposition"),
        ("The word [уровень] stood there.", "form: another script"),
        ("[Two lines are illegible.]", "speaks of loss, alone"),
        ("[Two lines are illegible.]", "a paragraph by itself"),
        ("“The Nine” [the judges] agreed.", "after a quotation"),
        ("The UN [United Nations] met.", "the letters before it begin its words"),
        ("He had gone [away].", "the clause has a verb"),
        ("In the end [all] went.", "the clause has no verb yet"),
    ],
)
def test_a_feature_says_what_is_seen(text: str, seen: str) -> None:
    assert seen in features_of(case(text), Habits())


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_of_any_text_no_feature_comes_twice(before: str, inner: str, after: str) -> None:
    text = f"{before}[{inner}]{after}"
    start = len(before)
    seen = features_of(
        case_of(text, start, start + len(inner) + 1, (0, len(text)), False), Habits("de", "the test says so")
    )
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    ("kind", "text", "subtype"),
    [
        (C.PHYSICAL, "Read. [a stamp below the text]", "stamp"),
        (C.PHYSICAL, "Read. [a flourish]", "handwritten"),
        (C.GAP, "He said [the line cannot be deciphered].", "illegible"),
        (C.GAP, "He said [here the sheet is torn].", "missing"),
        (C.REFERENCE, "It is known [file 12].", "shelfmark"),
        (C.REFERENCE, "It is known [compare the list].", "see"),
        (C.SUPPLIED, "Karel [Novotny] came.", "completed"),
        (C.SUPPLIED, "We [too] came.", "omitted"),
        (C.UNCERTAIN, "We saw Novak [Nowak?].", "reading"),
        (C.GLOSS, "We saw him [Novak].", ""),
    ],
)
def test_a_weighed_class_has_the_subtype_of_its_words(kind: C, text: str, subtype: str) -> None:
    assert subtype_of(kind, case(text), ()) == subtype


def test_the_verdict_on_a_weighed_bracket_names_what_was_seen() -> None:
    text = "In the reading room [the lamp was broken] nobody stayed."
    (verdict,) = classify([case(text)], Habits("ru", "the test says so"))
    assert any(reason.startswith("seen: ") for reason in verdict.evidence)
