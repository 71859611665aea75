"""The lines of a transcript and what their form says."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.convert.telegram import classification
from dragoman.convert.telegram.lines import BEGINNINGS, FORMS, Role, role_of, segment_lines
from dragoman.source import SourceText

STAMP = "Declassified/Released US Department of State EO Systematic Review 19 Mar 2014"
PIECES = (
    "THE FERRY SANK",
    "NNN",
    "PAGE  02",
    "CONFIDENTIAL",
    "TAGS: MG",
    STAMP,
    " ",
    "\n",
    "\n",
    "\r\n",
    "\t",
)


@settings(max_examples=20)
@pytest.mark.parametrize(("letters", "form"), [(letters, form) for _, letters, form in FORMS])
@given(choice=st.data())
def test_a_form_begins_with_a_letter_that_its_table_names(letters: str, form: str, choice: st.DataObject):
    assert choice.draw(st.from_regex(rf"\A(?:{form})")).lstrip()[0] in letters


@settings(max_examples=20)
@pytest.mark.parametrize(
    "form",
    [*(form for _, _, form in FORMS), *map(classification.line_form, sorted(classification.FIRST_LETTERS))],
)
@given(choice=st.data())
def test_a_form_that_begins_with_three_letters_has_them_in_the_table(form: str, choice: st.DataObject):
    beginning = choice.draw(st.from_regex(rf"\A(?:{form})")).lstrip()[:3]
    assert not beginning.isalpha() or beginning in BEGINNINGS


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
@example(f"\n\n{STAMP}\nTHE ROPE{STAMP} HUNG\n")
def test_lines_are_the_same_whichever_way_they_are_told_apart(text: str):
    # A vertical tab ends lines too, so the second text is gone through more slowly.
    assert segment_lines(SourceText("a", text)) == segment_lines(SourceText("a", f"{text}\v"))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("C O N F I D E N T I A L", Role.CLASSIFICATION),
        ("SECRET//NODIS", Role.CLASSIFICATION),
        (f"SECRET{' NODIS' * 20}", Role.TEXT),
        ("SUBJECT: THE ROPE", Role.SUBJECT),
        ("PAGE\t02   ULAAN 00417", Role.BANNER),
        ("٣٤٥٦", Role.TEXT),
        ("THE ROPE", Role.TEXT),
    ],
)
def test_the_role_of_a_line_is_told_by_how_it_begins(text: str, role: Role):
    assert role_of(text) is role


def test_only_below_the_last_heading_of_the_attributes_lines_have_no_form():
    text = "Message Text\nMessage Attributes\n\nPAGE 01\nSECRET\n\nMessage  Attributes\nTAGS: MG\nNNN\n"
    assert [line.role for line in segment_lines(SourceText("a", text))] == [
        Role.PART_TEXT,
        Role.PART_ATTRIBUTES,
        Role.BANNER,
        Role.CLASSIFICATION,
        Role.PART_ATTRIBUTES,
        Role.TEXT,
        Role.TEXT,
    ]
