"""The class of a bracket: what each kind of evidence decides, and when doubt is admitted."""

from __future__ import annotations

import pytest
from gold_file import square_brackets

from dragoman.convert.brackets.case import Habits, case_of
from dragoman.convert.brackets.classify import classify
from dragoman.convert.brackets.find import find_brackets
from dragoman.convert.brackets.phrases import PHRASES
from dragoman.convert.brackets.verdict import Verdict
from dragoman.source import Span


def judged(text: str, original: str = "", notes: str = "") -> list[Verdict]:
    """Return the verdict on each bracket of a paragraph, those in parentheses too."""

    def walk(pairs):  # type: ignore[no-untyped-def]
        for pair in pairs:
            yield pair
            yield from walk(pair.children)

    habits = Habits(original, "the test says so", frozenset(notes.split()))
    pairs = walk(find_brackets(text, Span(0, len(text))).pairs)
    cases = [case_of(text, p.opening.start, p.closing.start, (0, len(text)), p.is_parenthesis) for p in pairs]
    return classify(cases, habits)


def kinds(text: str, original: str = "", notes: str = "") -> list[str]:
    return [verdict.kind.value for verdict in judged(text, original, notes)]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The second word is “bank” [?] and no other. He spoke of the [?] of the river.", "uncertain", "gap"),
        ("Everybody feared his [Mao’s] notebook. On [Mao’s] notebook nobody wrote.", "gloss", "supplied"),
        ("It stood in the treaty [1]. Only [1] man came to the river bank.", "reference", "supplied"),
        ("He met Zhou [Enlai] there. He saw him [Zhou] there.", "supplied", "gloss"),
    ],
)
def test_the_same_text_has_two_classes_by_its_place(text: str, first: str, second: str) -> None:
    assert kinds(text) == [first, second]


@pytest.mark.parametrize(
    ("original", "term", "tag"),
    [
        ("mn", "usny khuvaar’", "mn-Latn"),
        ("ru", "soglashenie", "ru-Latn"),
        ("zh", "maodun", "zh-Latn"),
        ("zh", "kung-ch’an-tang", "zh-Latn"),
        ("ko", "charyŏk kaengsaeng", "ko-Latn"),
        ("de", "Rahmenvertrag", "de"),
        ("de", "blinder Alarm", "de"),
        ("pl", "zła wola", "pl"),
        ("hu", "küldöttség", "hu"),
        ("mn", "ёс журам", "mn-Cyrl"),
        ("ru", "уравниловка", "ru"),
        ("zh", "群众路线", "zh"),
        ("ko", "요새", "ko"),
        ("mn", "ᠮᠣᠩᠭᠣᠯ", "mn-Mong"),
    ],
)
def test_terms_have_the_language_of_the_document(original: str, term: str, tag: str) -> None:
    (verdict,) = judged(f"They spoke of the agreement [{term}] for an hour.", original)
    assert verdict.kind.value == "source-term"
    assert verdict.language is not None
    assert (verdict.language.tag, verdict.language.cert) == (tag, "high")


@pytest.mark.parametrize(
    ("term", "tag", "cert"),
    [
        ("khamtragch", "und-Latn", "low"),
        ("współpraca", "pl", "medium"),
        ("jegyzőkönyv", "hu", "medium"),
        ("уровень", "und-Cyrl", "low"),
        ("Rus.: uroven’", "ru-Latn", "high"),
    ],
)
def test_without_a_document_the_word_says_little_of_its_language(term: str, tag: str, cert: str) -> None:
    (verdict,) = judged(f"They spoke of the level [{term}] for an hour.")
    assert verdict.language is not None
    assert (verdict.language.tag, verdict.language.cert) == (tag, cert)


def test_a_term_in_another_script_than_the_originals_is_not_given_its_language() -> None:
    (verdict,) = judged("He wrote “friendship” [友谊] on it.", "mn")
    assert verdict.language is not None
    assert (verdict.language.tag, verdict.language.cert) == ("zh", "medium")


def test_terms_in_parentheses_are_found_beside_bracketed_ones_and_remarks_stay_text() -> None:
    text = "The dam [dalan] and the bridge (güür) are closed (as he said), like the ford (BAM)."
    assert kinds(text, "mn") == ["source-term", "source-term", "text", "text"]


def test_nested_brackets_are_judged_each_for_itself() -> None:
    text = "He left. [Translator’s note: beside it stands the word khudal [a lie] with a mark [sic].]"
    assert kinds(text, "mn") == ["comment", "gloss", "sic"]


def test_two_brackets_in_a_row() -> None:
    assert kinds("He took note of it [zur Kenntnis genommen] [sic] at once.", "de") == ["source-term", "sic"]


def test_quotation_marks_that_do_not_pair_do_no_harm() -> None:
    assert kinds("He called it “a level [uroven’ and “nothing” else [sic].", "ru") == ["sic"]
    assert kinds("a “just part” [shudarga khuv’] of “the [North river.", "mn") == ["source-term"]


@pytest.mark.parametrize(
    ("inner", "unit", "quantity"),
    [
        ("one line missing", "line", "1"),
        ("2½ lines not declassified", "line", "2.5"),
        ("One and a half lines not declassified", "line", "1.5"),
        ("less than 1 line not declassified", "line", ""),
        ("three names illegible", "name", "3"),
        ("half a page torn off", "page", "0.5"),
        ("word illegible", "word", ""),
        ("…", "", ""),
    ],
)
def test_a_gap_has_the_extent_that_is_stated(inner: str, unit: str, quantity: str) -> None:
    (verdict,) = judged(f"He said that [{inner}] was agreed.")
    assert verdict.kind.value == "gap"
    assert (verdict.unit, verdict.quantity) == (unit, quantity)


@pytest.mark.parametrize(
    ("inner", "correction"),
    [
        ("sic", ""),
        ("sic!", ""),
        ("sic, should be third secretary", "third secretary"),
        ("sic – recte 1953", "1953"),
        ("sic: “assistance”", "assistance"),
        ("so in the original", ""),
    ],
)
def test_a_correction_is_taken_from_a_sic(inner: str, correction: str) -> None:
    (verdict,) = judged(f"He was the second secretary [{inner}] of the embassy.")
    assert (verdict.kind.value, verdict.correction) == ("sic", correction)


@pytest.mark.parametrize("inner", ["7/b-II", "+", "xl 4//", "Zb. 3 – q"])
def test_filing_marks_are_left_unclassified(inner: str) -> None:
    (verdict,) = judged(f"At the foot stands a mark. [{inner}]", "ru")
    assert (verdict.kind.value, verdict.cert) == ("unclassified", "low")


def test_every_verdict_carries_its_evidence_in_words() -> None:
    text = "The dam [dalan], the [North] bank, BAM [Baikal-Amur Mainline], I[van], […], [1982], [zz/9]."
    assert all(verdict.evidence and all(verdict.evidence) for verdict in judged(text, "mn"))


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase.kind.value}: {phrase.example}")
def test_the_example_of_a_phrase_is_of_its_class(phrase) -> None:  # type: ignore[no-untyped-def]
    found = next(p for p in PHRASES if p.pattern.search(phrase.example))
    assert found.kind is phrase.kind


def test_square_brackets_within_parentheses_are_judged_too() -> None:
    text = "The mayor (a certain Wilk [Jan]) slept."
    assert [p.opening.start for p in square_brackets(find_brackets(text, Span(0, len(text))).pairs)] == [26]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said that the herdsmen [the men of Khutag] had come.", ["gloss"]),
        ("This was the “Old Guard” [the founders of the port].", ["gloss"]),
        ("They call them “the Four” [Kolm, Ostrava, Vidin, Sered].", ["gloss"]),
        ("It was decided at the Fourth Congress [October 1961].", ["gloss"]),
        ("The other bank [Kolmia] was silent.", ["gloss"]),
        ("There [at the lower lock] nothing was decided.", ["gloss"]),
        ("He agreed that [the mission] would stay.", ["supplied"]),
        ("In his view [the Poles] were late.", ["supplied"]),
        ("They carried 2.4 million tons against 1.9 [million tons] before.", ["supplied"]),
        ("The journal of Counsellor [B.] Orlov was read.", ["supplied"]),
        ("He answered: [“]No.", ["supplied"]),
        ("[Mr. Karol:] We have no boats.", ["supplied"]),
        ("The decision of the Villa [d’Este] was known.", ["supplied"]),
        ("It was built in [19]56.", ["expansion"]),
        ("It was built in 19[56].", ["supplied"]),
        ("This is a “non-ali[g]ned” port.", ["expansion"]),
        ("The mill in Kolmia [B] is shut.", ["unclassified"]),
        ("Item 6 [7] was not read.", ["unclassified"]),
        ("He is envoy to [from] 1962.", ["unclassified"]),
        ("Captain Sereda [name unclear] was there, and the [name unclear] too.", ["uncertain", "gap"]),
        ("There was a mark by the minister [“Yes!!”].", ["physical"]),
        ("They saw his svoi [our own] there.", ["gloss"]),
        ("He spoke of the Cross [the minister means evidently the other office].", ["comment"]),
    ],
)
def test_what_stands_beside_a_bracket_decides_what_it_is_for(text: str, expected: list[str]) -> None:
    assert kinds(text, "ru") == expected


@pytest.mark.parametrize(
    ("text", "original", "kind"),
    [
        ("He was in a corner [in der Klemme] again.", "de", "source-term"),
        ("It is the house of cards [el castillo de naipes] of the party.", "", "source-term"),
        ("Monsieur Aubry [de la Tour] came.", "fr", "supplied"),
        ("It was in Minguo 38 [1949] that they left.", "zh", "gloss"),
        ("It was on June 9 [1949] that they left.", "zh", "supplied"),
        ("The front of 1941-[19]45 was long.", "ru", "supplied"),
        ("Uncle Tám [Trần Văn Ký] holds that it will rain.", "vi", "gloss"),
        ("They came from Peru and Chile [Orlov] at night.", "ru", "unclassified"),
        ("The deputy’s [Bulgarian] driver waited.", "bg", "supplied"),
        ("The harvest [cotton? the ink has run] was late.", "ru", "uncertain"),
        ("The other guest [Havel, it seems] sat still.", "cs", "uncertain"),
        ("We asked for your [approval] at once.", "ru", "supplied"),
        ("We shall win. [Loud cheers.]", "ru", "comment"),
        ("They will fly next week [to Prague], not before.", "ru", "supplied"),
        ("The count was 45 [the second digit is blurred].", "ru", "uncertain"),
        ("The letter came from Orel [or Oryol].", "ru", "uncertain"),
        ("Havel [to Novak]: You know that.", "cs", "comment"),
        ("They met at noon in the Center [Moscow] again.", "ru", "gloss"),
        ("The neighbors [Bulgarian intelligence] had told him.", "bg", "gloss"),
        ("They came at 5 [p.m.] and left.", "ru", "supplied"),
        ("Minister Havel [said]: No.", "cs", "supplied"),
        ("The [word crossed out and illegible] plan was dropped.", "ru", "gap"),
        ("He said so earlier [telegram 214 of 3 May].", "ru", "reference"),
        ("Some came early; [the others] were late.", "ru", "supplied"),
        ("He gave six hundred won [about 300 U.S. dollars at the official rate] for it.", "ko", "gloss"),
    ],
)
def test_a_bracket_is_judged_by_what_stands_beside_it(text: str, original: str, kind: str) -> None:
    assert kinds(text, original) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "He serves in the Second Department [of the Ministry of Forests].",
        "Carrying out [this plan] could take years.",
        "It was the loss of the mill [that had] driven him away.",
        "He spoke to Chairman Hruska [of the Mill Union].",
    ],
)
def test_words_that_no_explanation_begins_or_ends_with_are_supplied_and_at_least_likely(text: str) -> None:
    (verdict,) = judged(text, "ru")
    assert verdict.kind.value == "supplied"
    assert verdict.cert in {"medium", "high"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He is sixty year [as written].", "sic"),
        ("They met at Lipov, in Austria [an obvious error; Lipov lies on this side].", "sic"),
        ("The list of the guests is appended. [The third sheet of the list has not been found.]", "gap"),
        ("The dam at Orlik [the name can also be read Orlin] held.", "uncertain"),
        ("Record of a Conversation with Comrade Wilk, [undated]", "comment"),
    ],
)
def test_a_slip_a_loss_a_doubt_or_a_remark_is_known_by_its_words(text: str, kind: str) -> None:
    assert kinds(text, "ru") == [kind]


def test_english_words_after_a_foreign_one_are_surely_its_meaning() -> None:
    (verdict,) = judged("Your zła wola [ill will] is known.", "pl")
    assert (verdict.kind.value, verdict.cert) == ("gloss", "high")


def test_a_foreign_noun_with_a_capital_is_surely_a_term_of_a_german_paper() -> None:
    (verdict,) = judged("Two bilge pumps [Lenzpumpen] were promised for the bridge.", "de")
    assert (verdict.kind.value, verdict.cert) == ("source-term", "high")


@pytest.mark.parametrize(
    "words",
    [
        "laughter",
        "Laughter",
        "general laughter",
        "applause",
        "stormy, prolonged applause",
        "laughter in the hall",
        "applause, all rise",
        "commotion",
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "The ferry is late. [{}] Nobody knows why.",
        "Nobody knows why the ferry is late [{}].",
        "[{}]",
        "Gromov [{}]: Nobody knows.",
    ],
)
def test_what_the_hall_does_is_surely_a_comment(frame: str, words: str) -> None:
    [verdict] = judged(frame.format(words))
    assert (verdict.kind.value, verdict.cert) == ("comment", "high")


@pytest.mark.parametrize(
    "words",
    [
        "long pause",
        "a break for lunch",
        "break for lunch",
        "the Minister smiles",
        "Gromov laughs",
        "bell rings",
        "voices from the floor",
        "interpreter repeats the question",
        "stirring in the hall",
        "all stand",
    ],
)
def test_what_happens_between_two_sentences_is_surely_a_comment(words: str) -> None:
    [verdict] = judged(f"The ferry is late. [{words}] Nobody knows why.")
    assert (verdict.kind.value, verdict.cert) == ("comment", "high")


@pytest.mark.parametrize(
    "text",
    [
        "He asked for a [break] and left.",
        "They met with our [approval] and left.",
        "There was a [pause] before he spoke.",
        "He spoke of the [applause] of the crowd.",
    ],
)
def test_a_word_that_its_sentence_lacks_is_no_scene(text: str) -> None:
    assert kinds(text) == ["supplied"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The lower pi[handwritten: why?]er is shut.", "physical"),
        ("The clerk, Grom[illegible]v, left.", "gap"),
        ("The fer[page 2]ry does not run.", "reference"),
        ("The cable was bro[stamp: SECRET]ken.", "physical"),
        ("He was a mem[ber]s of the Com[mun]ist Party.", "expansion expansion"),
    ],
)
def test_a_remark_in_the_middle_of_a_word_is_none_of_its_letters(text: str, kind: str) -> None:
    assert kinds(text) == kind.split()
