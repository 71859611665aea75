"""Names with numbers: found with them, in whatever spelling, and never without them."""

from __future__ import annotations

import pytest
from entity_builders import document, found, linked, org, paragraph, person, place, tags

from dragoman.entities.annotate import annotate
from dragoman.entities.edition import annotate_edition
from dragoman.entities.gazetteer import gazetteer
from dragoman.entities.matcher import Matcher
from dragoman.entities.model import Authorities

OWN = Authorities.of(
    [
        org("group-of-77", "Group of 77", "G-77"),
        org("directive-12", "Directive 12"),
        org("directive-12-75", "Directive 12/75"),
        org("decree-40", "Decree No. 40", "Decree № 40"),
        org("committee-303", "Committee 303", "303 Committee"),
        org("committee-40a", "The 40A Committee"),
        org("treaty-of-1946", "Treaty of 1946"),
        org("plan", "Plan 1941–1945"),
        org("council-ii", "Grain Council II"),
        org("division", "12th Directorate"),
        place("line-5", "Line 5"),
        person("agent-7", "Agent 7"),
    ]
)


@pytest.mark.parametrize(
    ("text", "name", "identifier"),
    [
        ("Later the Group of 77 met.", "Group of 77", "group-of-77"),
        ("LATER THE GROUP OF 77 MET.", "GROUP OF 77", "group-of-77"),
        ("Later the Group of  77 met.", "Group of 77", "group-of-77"),
        ("Later the Group of\n77 met.", "Group of 77", "group-of-77"),
        ("Later the Group of 77’s chairman came.", "Group of 77", "group-of-77"),
        ("Later the G-77 met.", "G-77", "group-of-77"),
        ("Later the G77 met.", "G77", "group-of-77"),
        ("Later came Directive 12.", "Directive 12", "directive-12"),
        ("Later came Directive 12/75.", "Directive 12/75", "directive-12-75"),
        ("Later came Decree No. 40.", "Decree No. 40", "decree-40"),
        ("Later came Decree No 40.", "Decree No 40", "decree-40"),
        ("Later came Decree № 40.", "Decree № 40", "decree-40"),
        ("Later Committee 303 met.", "Committee 303", "committee-303"),
        ("Later the 303 Committee met.", "303 Committee", "committee-303"),
        ("Later the 40A Committee met.", "40A Committee", "committee-40a"),
        ("Later came the Treaty of 1946.", "Treaty of 1946", "treaty-of-1946"),
        ("Later came Plan 1941-1945.", "Plan 1941-1945", "plan"),
        ("Later the Grain Council II met.", "Grain Council II", "council-ii"),
        ("Later the 12th Directorate met.", "12th Directorate", "division"),
        ("Later they drew Line 5.", "Line 5", "line-5"),
        ("Later Agent 7 came.", "Agent 7", "agent-7"),
    ],
)
def test_a_name_is_found_with_its_number(text: str, name: str, identifier: str) -> None:
    assert linked(paragraph(text), OWN) == [(name, identifier, "sure")]


@pytest.mark.parametrize(
    "text",
    [
        "Later the Study Group of the delegation met.",
        "Later the Group of 7 met.",
        "Later the Group of 770 met.",
        "Later the Group of 77.5 met.",
        "Later the Group of 77th Street met.",
        "Later the Group of all 77 met.",
        "Later came the Committee. 303 men followed.",
        "Later the G. of them came, and G too.",
        "Later came Directive 12.5.",
        "Later came Directive 13, and the Directive.",
        "Later came Decree No. 41, and Decree No.",
        "Later Committee 304 met, and the Committee.",
        "Later the 40 Committee met.",
        "Later came the Treaty of 1947, and the Treaty of them.",
        "Later came Plan 1941.",
        "Later they drew Line 5a, Line 5-7 and the Line.",
    ],
)
def test_a_name_is_not_found_without_its_number_or_with_another(text: str) -> None:
    assert [row for row in linked(paragraph(text), OWN) if row[1]] == []


def test_a_number_of_somebody_is_not_his_surname() -> None:
    linked_names = linked(paragraph("A 7 percent rise was told to the Agent and to Lev Orlov."), OWN)

    assert linked_names == [("Lev Orlov", "", "open")]


def test_a_name_of_nothing_but_a_number_is_looked_for_nowhere() -> None:
    own = Authorities.of([org("committee-303", "303"), org("group-of-77", "The 77")])

    assert len(Matcher(own)) == 0
    assert linked(paragraph("Later 303 and the 77 came."), own) == []


def test_years_added_to_a_name_are_no_part_of_it() -> None:
    own = Authorities.of(
        [
            person("orlov-pavel", "Pavel Orlov (1893–1976)"),
            person("orlov-lev", "Lev Orlov, 1901-"),
            org("ministry-of-grain", "Ministry of Grain (1953-1988)"),
        ]
    )

    assert linked(paragraph("Later Pavel Orlov, Lev Orlov and the Ministry of Grain came."), own) == [
        ("Pavel Orlov", "orlov-pavel", "sure"),
        ("Lev Orlov", "orlov-lev", "sure"),
        ("Ministry of Grain", "ministry-of-grain", "sure"),
    ]


def test_no_name_runs_across_a_number_that_is_none_of_its_own() -> None:
    own = Authorities.of([*OWN.entities.values(), person("orlov-lev", "Lev Orlov")])

    names = [name for name, _, _ in linked(paragraph("In the Group of 77 Lev 77 Orlov came."), own)]

    assert names == ["Group of 77", "Lev", "Orlov"]


def test_other_names_are_the_same_beside_a_number() -> None:
    text = "In 1946 Lev Orlov met 77 men of the Soviet Union. Pavel Orlov, 12 May, left Gomel 5 days later."

    assert found(paragraph(text), OWN) == found(paragraph(text))


def test_the_tag_holds_the_number_and_not_the_stop_after_it() -> None:
    octets = paragraph("Later they drew Line 5. The Group of 77.")

    assert tags(annotate(octets, "d1.xml", OWN).octets) == [
        ("placeName", "place:line-5", "Line 5"),
        ("orgName", "org:group-of-77", "Group of 77"),
    ]


def test_an_editors_tag_round_a_number_alone_changes_nothing_else() -> None:
    text = "Later {} came, and in 1946 Lev Orlov met the Soviet Minister."

    assert found(paragraph(text.format("<rs>1946</rs>"))) == found(paragraph(text.format("1946")))


def test_a_study_group_is_not_the_group_of_77_of_the_gazetteer() -> None:
    octets = paragraph("Later a Study Group of the Soviet party and a Group of 77 came.")

    assert [row for row in linked(octets, gazetteer=gazetteer()) if row[1] == "group-of-77"] == [
        ("Group of 77", "group-of-77", "sure")
    ]


def test_an_editors_tag_makes_an_entry_with_its_number() -> None:
    documents = {
        "d1.xml": paragraph("Later <orgName>Zubr Committee 909</orgName> met."),
        "d2.xml": document('<p xml:id="p1">Zubr Committee 909 and Zubr Committee 910 met.</p>'),
    }

    annotated = annotate_edition(documents, {}, Authorities())

    assert [tags(made.octets) for made in annotated.documents.values()] == [
        [("orgName", "org:zubr-committee-909", "Zubr Committee 909")],
        [
            ("orgName", "org:zubr-committee-909", "Zubr Committee 909"),
            ("orgName", "org:zubr-committee", "Zubr Committee"),
        ],
    ]
