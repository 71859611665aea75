"""The review: single keys, decisions in a text file, replayed and undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from entity_builders import paragraph, person, tags

from dragoman.entities.annotate import Annotation, annotate
from dragoman.entities.decisions import Decision, read_decisions, written
from dragoman.entities.model import Authorities
from dragoman.entities.review import STOP, Session, Split, begun, pressed, questions_of, review
from dragoman.entities.review_screen import shown

OWN = Authorities.of(
    [person("orlov-pavel", "Pavel Orlov", "Orlov"), person("orlov-lev", "Lev Orlov", "Orlov")]
)
OCTETS = paragraph("Later Comrade Orlov came. Then Comrade Orlov left.")


def annotated(octets: bytes, text: str) -> Annotation:
    decisions, faults = read_decisions(text, "decisions.txt")
    assert not faults
    return annotate(octets, "d1.xml", OWN, decisions=decisions)


def session(octets: bytes = OCTETS) -> Session:
    return begun(questions_of(annotate(octets, "d1.xml", OWN).decisions, OWN), OWN.entities.values())


def after(keys: str, octets: bytes = OCTETS) -> Session:
    made = session(octets)
    for key in keys:
        made = pressed(made, key)
    return made


def test_a_question_shows_the_sentence_the_candidates_with_their_reasons_and_the_keys() -> None:
    assert shown(session()).splitlines() == [
        "1 of 2 · d1 p1 · 1979-03-01 · person",
        "",
        "  Later Comrade »Orlov« came.",
        "",
        "  1  Lev Orlov  person:orlov-lev",
        "       +3 a name listed to stand alone, +1 an entry of this edition",
        "  2  Pavel Orlov  person:orlov-pavel",
        "       +3 a name listed to stand alone, +1 an entry of this edition",
        "",
        "  y accept the first              2 choose",
        "  o another entry                 n new person",
        "  k of another kind               t new, split from the first",
        "  x no name, leave untagged       m merge the first two",
        "  s skip                          u undo",
        "  q stop, keep what was decided",
        "  Counts for: this passage (d all like this in the document, e all like this in",
        "  the edition)",
    ]


def test_each_candidate_has_its_own_reasons_and_the_office_held_on_the_day() -> None:
    known = Authorities.of(
        [
            person(
                "a", "Ivan Orlov", "Orlov", offices=(("Consul", "1950", "1955"), ("Envoy", "1978", "1980"))
            ),
            person("b", "Lev Orlov", "Orlov", offices=(("Ambassador", "1950", "1953"),)),
        ]
    )
    names = annotate(paragraph("Later Orlov came."), "d1.xml", known).decisions

    lines = shown(begun(questions_of(names, known))).splitlines()

    assert lines[4:10] == [
        "  1  Ivan Orlov  person:a",
        "       Envoy (1978–1980)",
        "       +3 a name listed to stand alone, +1 an entry of this edition, +1 in",
        "       office at that date",
        "  2  Lev Orlov  person:b",
        "       Ambassador (1950–1953)",
    ]


def test_keys_that_do_nothing_here_are_not_offered() -> None:
    screen = shown(session(paragraph("Later Comrade Zaytsev came.")))

    assert "  nobody known is so called; found because of: the title “Comrade” before it" in screen
    for key in ("y accept", "choose", "t new", "m merge"):
        assert key not in screen


def test_a_name_that_a_line_cuts_is_marked_in_both_lines() -> None:
    made = session(paragraph("Then Comrade Anna Orlov came."))
    question = replace(
        made.questions[0],
        name=replace(made.questions[0].name, around="word " * 14 + "Anna Orlov", start=70, end=80),
    )

    lines = shown(replace(made, questions=(question,))).splitlines()

    assert lines[2:4] == ["  " + "word " * 14 + "»Anna«", "  »Orlov«"]


def test_a_decision_about_a_title_is_carried_out_and_taken_back() -> None:
    octets = paragraph("Nothing.").replace(b"<head>Record</head>", b"<head>A talk with Comrade Orlov</head>")
    text = written(after("2", octets).decisions)

    assert "link  d1 - 1 “Orlov” person:orlov-pavel ~" in text
    made = annotated(octets, text)
    assert tags(made.octets) == [("persName", "person:orlov-pavel", "Orlov")]
    assert annotated(made.octets, text.replace("link ", "leave")).octets == octets


def test_choosing_gives_a_decision_that_annotating_carries_out() -> None:
    made = after("2s")

    text = written(made.decisions)

    assert made.is_over
    assert tags(annotated(OCTETS, text).octets) == [("persName", "person:orlov-pavel", "Orlov")]


def test_a_decision_for_all_in_the_document_answers_the_other_questions() -> None:
    keys = iter("d2")

    made = review(
        questions_of(annotate(OCTETS, "d1.xml", OWN).decisions, OWN), lambda: next(keys), lambda _: None
    )

    assert [str(decision) for decision in made.decisions] == ["link  d1 * * “Orlov” person:orlov-pavel"]
    assert len(tags(annotated(OCTETS, written(made.decisions)).octets)) == 2


def test_leaving_untagged_and_a_new_entry_and_a_merge() -> None:
    left = after("x")
    new = after("n")
    merged = after("m")

    assert left.decisions[0].ref == ""
    assert [entity.ref for entity in new.new] == ["person:orlov"]
    assert new.decisions[0].ref == "person:orlov"
    assert merged.merges == (("person:orlov-pavel", "person:orlov-lev"),)


def test_a_split_makes_a_new_entry_and_takes_along_what_is_tagged_alike_in_the_scope() -> None:
    here = after("t")
    in_document = after("dt")

    assert (here.new[0].ref, here.splits) == ("person:orlov", ())
    assert in_document.splits == (Split("person:orlov-lev", "person:orlov", "d1", "Orlov"),)
    assert str(in_document.decisions[0]) == "link  d1 * * “Orlov” person:orlov"
    assert after("et").splits[0].document == "*"
    assert after("dtu").splits == ()


def test_without_a_candidate_there_is_nothing_to_split_from() -> None:
    octets = paragraph("Later Comrade Zaytsev came.")

    assert "no such key here" in after("t", octets).message


def test_a_new_entry_has_an_id_that_no_entry_has() -> None:
    questions = questions_of(annotate(OCTETS, "d1.xml", OWN).decisions, OWN)

    made = pressed(begun(questions, [person("orlov", "Orlov")]), "n")

    assert made.new[0].ref == "person:orlov-2"


def test_a_new_entry_is_printed_in_small_letters_under_its_surname_and_can_be_of_another_kind() -> None:
    octets = paragraph("THEN COMRADE ANNA ZAYTSEVA-LVOVA CAME TO THE TALKS AND COMRADE ZZYKHOV SPOKE.")
    first = after("n", octets).new[0]
    place = after("kn", octets).new[0]

    assert (first.name, first.ref) == ("Anna Zaytseva-Lvova", "person:zaytseva-lvova-anna")
    assert [(name.text, name.surname) for name in first.names] == [
        ("Anna Zaytseva-Lvova", "Zaytseva-Lvova"),
        ("Zaytseva-Lvova", ""),
    ]
    assert place.ref == "place:anna-zaytseva-lvova"
    assert after("knn", octets).new[1].kind == "person"


def test_any_entry_can_be_chosen_by_the_beginning_of_its_name() -> None:
    octets = paragraph("Later Comrade Zaytsev came.")

    assert shown(after("oor", octets)).splitlines()[4:7] == [
        "  another entry: or_",
        "  1  Lev Orlov  person:orlov-lev",
        "  2  Pavel Orlov  person:orlov-pavel",
    ]
    assert after("oor2", octets).decisions[0].ref == "person:orlov-pavel"
    assert after("opav or\r", octets).decisions[0].ref == "person:orlov-pavel"
    assert after("operson:orlov-lev\r", octets).decisions[0].ref == "person:orlov-lev"
    assert after("door1", octets).decisions[0].paragraph == "*"
    assert after("oor1u", octets).decisions == ()
    assert after("oor1u", octets).typed is None


def test_a_search_that_finds_nothing_says_so_and_backspace_leaves_it() -> None:
    assert after("ozz\r").message == "nothing of that name"
    assert after("ozz\x7f\x7f").typed == ""
    assert after("ozz\x7f\x7f\x7f").typed is None
    assert after("oor\t").message == "no such key here"
    assert after("oor" + STOP).is_over


def test_the_last_screen_says_what_was_decided_and_what_is_left() -> None:
    assert shown(after("2q")) == "Decisions: 1. Not looked at: 1."
    assert shown(after("ss")) == "That was the last name. Nothing was decided."
    assert shown(begun([])) == "There is nothing to review."


def test_undoing_goes_back_one_step() -> None:
    assert after("2u").decisions == ()
    assert after("2u").at == 0
    assert after("u").message == "nothing to undo"
    assert len(after("21u").decisions) == 1


def test_an_unknown_key_does_nothing_but_say_so() -> None:
    made = after("9")

    assert (made.at, made.decisions) == (0, ())
    assert "no such key" in made.message


def test_stopping_keeps_what_was_decided() -> None:
    assert len(after("2q").decisions) == 1
    assert after("2q").is_over


def test_decisions_are_read_as_they_are_written() -> None:
    decisions = [
        Decision("d1", "p1", 2, "Orlov", "person:orlov-lev", "0123456789"),
        Decision("*", "*", 0, "Teng", "person:deng-xiaoping"),
        Decision("d1", "p3", 1, "Union", ""),
        Decision("d1", "", 1, "Orlov", "person:orlov-lev", "0123456789"),
    ]

    read, faults = read_decisions(written(decisions), "decisions.txt")

    assert not faults
    assert [str(decision) for decision in read] == [str(decision) for decision in decisions]
    assert [decision.place.line for decision in read] == [3, 4, 5, 6]


def test_a_line_that_cannot_be_read_is_reported_with_its_line() -> None:
    _, faults = read_decisions("# x\n\nlink d1 p1 “Orlov” person:x\n", "decisions.txt")

    assert [(d.code, d.place.line) for d in faults] == [("DEC001", 3)]


def test_the_more_special_decision_wins_and_of_equals_the_later() -> None:
    text = (
        "link d1 p1 2 “Orlov” person:orlov-lev\n"
        "link * * * “Orlov” person:orlov-lev\n"
        "link * * * “Orlov” person:orlov-pavel\n"
    )

    assert [ref for _, ref, _ in tags(annotated(OCTETS, text).octets)] == [
        "person:orlov-pavel",
        "person:orlov-lev",
    ]


def test_a_decision_follows_its_sentence_to_another_paragraph() -> None:
    text = written(after("2").decisions)
    moved = OCTETS.replace(b'<p xml:id="p1">', b'<p xml:id="p1">New.</p><p xml:id="p2">')

    made = annotated(moved, text)

    assert [ref for _, ref, _ in tags(made.octets)] == ["person:orlov-pavel"]
    assert not made.diagnostics


def test_a_decision_about_a_changed_sentence_is_reported_and_not_applied() -> None:
    text = written(after("2").decisions)

    made = annotated(OCTETS.replace(b"Later", b"Never"), text)

    assert tags(made.octets) == []
    assert [(d.code, d.place.file, d.place.line) for d in made.diagnostics] == [
        ("DEC002", "decisions.txt", 3)
    ]


def test_a_decision_for_an_entry_that_is_not_there_is_reported() -> None:
    made = annotated(OCTETS, "link * * * “Orlov” person:nobody\n")

    assert [d.code for d in made.diagnostics] == ["DEC003"]
    assert made.octets == OCTETS


ONCE = paragraph("Later Comrade Orlov came.")


def left_for(text: str) -> str:
    return text.replace("link  d1", "leave d1").replace("person:orlov-pavel", "-")


def taken_back(text: str) -> str:
    return text.replace("link  d1", "leave d1")


def test_a_decision_that_is_carried_out_says_nothing_more() -> None:
    text = written(after("2", ONCE).decisions)
    once = annotated(ONCE, text)

    again = annotated(once.octets, text)

    assert again.octets == once.octets
    assert not again.diagnostics


@pytest.mark.parametrize("anew", [left_for, taken_back])
def test_a_decision_written_anew_as_leave_takes_its_link_back(anew: Callable[[str], str]) -> None:
    text = written(after("2", ONCE).decisions)
    once = annotated(ONCE, text)
    assert once.octets != ONCE
    left = anew(text)

    back = annotated(once.octets, left)

    assert back.octets == ONCE
    assert not back.diagnostics
    assert annotated(back.octets, left).octets == ONCE


@pytest.mark.parametrize(
    "line", ["link * * * “Orlov” person:orlov-pavel\n", "link d1 * * “Orlov” person:orlov-pavel\n"]
)
def test_a_decision_for_all_like_it_is_taken_back_by_writing_leave_for_link(line: str) -> None:
    octets = paragraph("Later Lev Orlov came.\r\n  Then Comrade Orlov left.").replace(
        b"</body>", b"<p xml:id='p2'>Comrade Pavel Petrov saw  Orlov &amp; me.</p><!-- Orlov --></body>"
    )
    alone = octets.replace(b"Lev Orlov", b"he")
    for undecided, refs in ((octets, ["person:orlov-lev"] * 3), (alone, [])):
        before = annotated(undecided, "").octets
        assert [ref for _, ref, _ in tags(before)] == refs
        once = annotated(before, line).octets
        taken = annotated(once, line.replace("link", "leave"))

        assert taken.octets == before
        assert not taken.diagnostics
    assert [ref for _, ref, _ in tags(annotated(alone, line).octets)] == ["person:orlov-pavel"] * 2


def test_taking_a_link_back_leaves_other_links_of_the_words_and_a_tag_that_says_more() -> None:
    octets = OCTETS.replace(
        b"Later Comrade Orlov", b'Later Comrade <persName ref="person:orlov-lev">Orlov</persName>'
    ).replace(b"Then Comrade Orlov", b'Then <persName key="o" ref="person:orlov-pavel">Orlov</persName>')

    assert annotated(octets, "leave * * * “Orlov” person:orlov-pavel\n").octets == octets


def test_words_may_stand_in_straight_quotation_marks() -> None:
    assert tags(annotated(ONCE, 'link * * * "Orlov" person:orlov-pavel\n').octets) == [
        ("persName", "person:orlov-pavel", "Orlov")
    ]


def test_a_tag_that_an_editor_said_more_in_is_not_taken_away() -> None:
    text = written(after("2", ONCE).decisions)
    said = annotated(ONCE, text).octets.replace(
        b'ref="person:orlov-pavel"', b'key="o" ref="person:orlov-pavel"'
    )

    kept = annotated(said, left_for(text))

    assert kept.octets == said
    assert [d.code for d in kept.diagnostics] == ["DEC004"]


def test_a_reference_that_contradicts_a_decision_is_reported_and_kept() -> None:
    text = written(after("2", ONCE).decisions)
    other = annotated(ONCE, text).octets.replace(b"person:orlov-pavel", b"person:orlov-lev")

    made = annotated(other, text)

    assert made.octets == other
    assert [(d.code, d.place.file, d.place.line) for d in made.diagnostics] == [
        ("DEC004", "decisions.txt", 3)
    ]


def test_a_decision_without_a_digest_is_silent_too_once_it_is_carried_out() -> None:
    line = "link d1 p1 2 “Orlov” person:orlov-pavel\n"
    once = annotated(OCTETS, line)
    assert "person:orlov-pavel" in [ref for _, ref, _ in tags(once.octets)]

    assert not annotated(once.octets, line).diagnostics


def test_undoing_a_merge_leaves_no_merge() -> None:
    undone = after("mu")

    assert undone.decisions == ()
    assert undone.merges == ()


def test_a_merge_is_kept_beside_later_decisions() -> None:
    assert after("m2").merges == (("person:orlov-pavel", "person:orlov-lev"),)


WITH_HEADER = ONCE.replace(
    b"</profileDesc>",
    b"<particDesc><listPerson><person><persName  >Orlov</persName></person></listPerson></particDesc>"
    b"</profileDesc>",
)


def test_a_link_taken_back_is_taken_from_the_header_too() -> None:
    text = written(after("2", ONCE).decisions)
    once = annotated(WITH_HEADER, text)
    assert b'<persName ref="person:orlov-pavel"  >Orlov</persName></person>' in once.octets

    assert annotated(once.octets, left_for(text)).octets == WITH_HEADER


def test_the_header_keeps_a_reference_that_the_text_still_has() -> None:
    twice = WITH_HEADER.replace(b"came.", b"came. Then Orlov left.")
    text = written(after("21", paragraph("Later Comrade Orlov came. Then Orlov left.")).decisions)
    text = text.replace("orlov-lev", "orlov-pavel")
    once = annotated(twice, text)

    first = text.splitlines()[2]
    back = annotated(once.octets, text.replace(first, left_for(first)))

    assert back.octets.count(b'ref="person:orlov-pavel"') == 2
    assert b'<persName ref="person:orlov-pavel"  >' in back.octets
