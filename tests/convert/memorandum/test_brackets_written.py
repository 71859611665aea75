"""Brackets as they are written, class by class: the table of docs/encoding.md."""

from __future__ import annotations

import pytest

HEAD = "Conversation between P. A. Petrov and D. Bold, June 9, 1982\n\n"
NOTE = 'xml:id="n1" resp="#translator" rend="brackets"'
SUPPLIED = 'resp="#translator" rend="brackets"'


@pytest.mark.parametrize(
    ("sentence", "written_as"),
    [
        (
            "We watch [khanaj] the bank closely.",
            f'We watch <note type="translator" subtype="source-term" {NOTE}><term '
            f'xml:lang="mn-Latn">khanaj</term></note> the',
        ),
        (
            "Many huaqiao [overseas Chinese] came.",
            f'<note type="translator" subtype="gloss" {NOTE}>overseas Chinese</note> came.',
        ),
        (
            "They live in [North] Korea now.",
            f'in <supplied reason="omitted" {SUPPLIED}>North</supplied> Korea',
        ),
        (
            "Then came Mao [Zedong] in person.",
            f'<supplied reason="completed" {SUPPLIED}>Zedong</supplied> in',
        ),
        (
            "The Com[munist] party met.",
            f'The Com<supplied reason="expansion" {SUPPLIED}>munist</supplied> party',
        ),
        (
            "He said: [two lines illegible] and left.",
            f'<gap reason="illegible" unit="line" quantity="2" {SUPPLIED}><desc>two lines '
            f"illegible</desc></gap>",
        ),
        ("He spoke. […] Then he left.", f'<gap reason="ellipsis" {SUPPLIED}><desc>…</desc></gap> Then'),
        ("It cost [ ] rubles.", f'cost <gap reason="blank" {SUPPLIED}><desc> </desc></gap> rubles'),
        (
            "There is no watter [sic] left.",
            f'no <sic>watter</sic> <note type="translator" subtype="sic" {NOTE}>sic</note> left',
        ),
        (
            "The second secretary of it, A. Wilk [sic, should be third secretary], wept.",
            '<choice><sic>second secretary</sic><corr resp="#translator">third secretary</corr></choice> of '
            "it",
        ),
        (
            "He said ten [?] was enough.",
            f'ten <note type="translator" subtype="uncertain" {NOTE}>?</note> was',
        ),
        (
            "He paid seventeen [seventy?] rubles.",
            '<supplied reason="omitted" resp="#translator" cert="low" rend="brackets">seventy?</supplied> '
            "rubles",
        ),
        (
            "He left. [in the margin: why?] Nobody knew.",
            f'<note type="physical" subtype="marginal" {NOTE}>in the margin: why?</note> Nobody',
        ),
        (
            "He left. [Translator’s note: a pun.] Nobody knew.",
            f'<note type="translator" subtype="comment" {NOTE}>Translator’s note: a pun.</note> Nobody',
        ),
        (
            "He left [page 3] by train.",
            '<pb n="3"/><fw type="page-number" rend="brackets">page 3</fw> by train',
        ),
        (
            "It ends here. [x 7/b]",
            '<note type="unclassified" cert="low" xml:id="n1" resp="#translator" rend="brackets">x '
            "7/b</note>",
        ),
        (
            "A levy (khanaj) was raised on ［usny khuv’］ wool.",
            'levy <note type="translator" subtype="source-term" xml:id="n1" resp="#translator" '
            'rend="parentheses">',
        ),
        (
            "They took ［North］ Korea.",
            'took <supplied reason="omitted" resp="#translator" rend="fullwidth-brackets">',
        ),
        ("He said [North］ Korea.", "He said [North］ Korea."),
        (
            "The word [Rus.: uroven’] stood there.",
            f'subtype="source-term" {NOTE}>Rus.: <term xml:lang="ru-Latn">uroven’</term></note>',
        ),
        (
            "He crossed it [Translator’s note: the word khudal [a lie] is meant.] out.",
            '<note type="translator" subtype="gloss" xml:id="n1" resp="#translator" rend="brackets">a '
            "lie</note> is meant",
        ),
    ],
)
def test_each_class_is_written_as_the_guidelines_say(written, sentence: str, written_as: str) -> None:
    made = written(HEAD + sentence + "\n", original_language="mn")
    assert written_as in made.xml("//tei:body//tei:p")


def test_a_bracket_over_a_page_end_holds_the_page(written) -> None:
    made = written(
        HEAD + "He named the Red Cross [the ambassador\n\n[page 3]\n\nmeans the Red Crescent], and left.\n"
    )
    assert made.values("//tei:p/tei:note/tei:pb/@n") == ["3"]


def test_a_bracket_over_a_line_end_is_one_bracket(written) -> None:
    made = written(
        HEAD + "He saw a small drawing [Translator’s note: of a hole in the ice,\nwith a stick in it].\n"
    )
    assert len(made.find("//tei:note[@subtype='comment']")) == 1


def test_lone_brackets_stay_in_the_text_and_are_reported_with_their_place(written) -> None:
    made = written(HEAD + "The cadres [question has progressed.\n\nNobody] knew.\n")
    lone = [d for d in made.conversion.diagnostics if d.code == "BRK001"]
    assert [(d.place.line, d.place.column) for d in lone] == [(3, 12), (5, 7)]
    assert "[question has" in made.texts("//tei:body//tei:p")[0]


def test_what_cannot_be_told_is_a_warning(written) -> None:
    made = written(HEAD + "It ends here. [x 7/b]\n")
    assert "BRK002" in made.codes


def test_a_pair_of_two_shapes_is_reported(written) -> None:
    assert "BRK004" in written(HEAD + "He said [North］ Korea.\n").codes


def test_every_bracket_has_a_decision_with_class_evidence_and_certainty(written) -> None:
    made = written(HEAD + "We watch [khanaj] the [North] bank.\n", original_language="mn")
    decisions = [d for d in made.conversion.decisions if d.subject.startswith("[")]
    assert [(d.subject, d.value, d.cert) for d in decisions] == [
        ("[khanaj]", "source-term in mn-Latn", "high"),
        ("[North]", "supplied (omitted)", "high"),
    ]
    assert all(d.evidence for d in decisions)


def test_the_languages_of_terms_are_declared(written) -> None:
    made = written(HEAD + "We watch [khanaj] the bank [Rus.: bereg].\n", original_language="mn")
    assert made.values("//tei:langUsage/tei:language[@n='terms']/@ident") == ["mn-Latn", "ru-Latn"]


@pytest.mark.parametrize(
    ("bracket", "original", "terms"),
    [
        ("[路线 luxian]", "zh", [("zh", "路线"), ("zh-Latn", "luxian")]),
        ("[luxian 路线]", "zh", [("zh-Latn", "luxian"), ("zh", "路线")]),
        ("[路线, luxian]", "zh", [("zh", "路线"), ("zh-Latn", "luxian")]),
        ("[路线 (luxian)]", "zh", [("zh", "路线"), ("zh-Latn", "luxian")]),
        ("[党 dang]", "zh", [("zh", "党"), ("zh-Latn", "dang")]),
        ("[자력갱생 charyŏk kaengsaeng]", "ko", [("ko", "자력갱생"), ("ko-Latn", "charyŏk kaengsaeng")]),
        ("[ёс журам yos juram]", "mn", [("mn-Cyrl", "ёс журам"), ("mn-Latn", "yos juram")]),
        ("[中国 China]", "zh", [("zh", "中国")]),
        ("[路线 the line of the party]", "zh", [("zh", "路线")]),
    ],
)
def test_a_term_in_its_script_and_its_romanisation_are_two_terms(written, bracket, original, terms) -> None:
    made = written(HEAD + f"We keep to the line {bracket} as before.\n", original_language=original)
    found = [
        (term.get("{http://www.w3.org/XML/1998/namespace}lang"), term.text)
        for term in made.find("//tei:p//tei:term")
    ]
    assert found == terms
    assert made.values("//tei:langUsage/tei:language[@n='terms']/@ident") == sorted(tag for tag, _ in terms)


def test_references_within_the_papers_and_shelfmarks_have_types_of_their_own(written) -> None:
    made = written(
        HEAD + "The plan [see annex 2] was old. [ZPA, DY 12/IV 3, Bl. 4]\n\nThe end. [end of page 6]\n"
    )
    assert made.values("//tei:p//tei:ref/@type") == ["see", "shelfmark"]
    assert [pb.get("n") for pb in made.find("//tei:pb")] == [None]
    assert made.texts("//tei:fw[@type='page-number']") == ["end of page 6"]


@pytest.mark.parametrize("words", ["\x05", "two lines \x01illegible"])
def test_a_gap_with_a_sign_that_xml_cannot_hold_is_a_note_and_the_document_valid(
    recognised, words: str
) -> None:
    made = recognised(f"{HEAD}He said [{words}] and left. Then they spoke of the river and of the ice.\n")

    assert made.find("//tei:gap") == []
    assert made.values("//tei:note/@type") == ["unclassified"]
