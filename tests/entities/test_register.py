"""Registers: what stands in them, in which order, and when their input counts as changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from dragoman.entities.authority import read_authority
from dragoman.entities.document_passages import passages_file
from dragoman.entities.mentions import DocumentMentions, mentions_of, passage
from dragoman.entities.model import Authorities, Kind
from dragoman.entities.register import register, terms_register
from dragoman.tei.parse import parse

FIXTURES = Path(__file__).parent / "fixtures"


def authorities() -> Authorities:
    people = read_authority((FIXTURES / "people.xml").read_bytes(), "people.xml", Kind.PERSON)
    places = read_authority((FIXTURES / "places.xml").read_bytes(), "places.xml", Kind.PLACE)
    assert not people.diagnostics
    assert not places.diagnostics
    return Authorities.of([*people.entities, *places.entities])


def documents() -> list[DocumentMentions]:
    return [
        mentions_of(parse((FIXTURES / f"{name}.xml").read_bytes(), name))
        for name in ("telegram", "memorandum")
    ]


def mention_rows(entry: etree._Element) -> list[tuple[str, ...]]:
    return [
        (
            document.get("id", ""),
            document.get("date", ""),
            mention.get("anchor", ""),
            mention.get("paragraph", ""),
            mention.text or "",
            mention.findtext("match") or "",
            mention[0].tail or "",
        )
        for document in entry.iterchildren("document")
        for mention in document.iterchildren("mention")
    ]


def test_mentions_of_a_person_stand_by_date_with_their_sentences() -> None:
    people = register(Kind.PERSON, documents(), authorities())

    zhao = people.find(".//entry[@id='zhao-wenli']")

    assert zhao is not None
    assert mention_rows(zhao) == [
        (
            "orlov-1978",
            "1978-09",
            "m1",
            "p1",
            "",
            "Zhao [Wenli]",
            " would settle the debt [bar’dag] in spring.",
        ),
        ("1979PEKING01642", "1979-03-02", "m4", "p2", "ASKED AGAIN, ", "CHAO", " SAID NOTHING."),
    ]
    assert [mention.get("cert") for mention in zhao.iter("mention")] == [None, "likely"]


def test_a_name_that_a_page_banner_cuts_is_whole_in_its_sentence() -> None:
    people = register(Kind.PERSON, documents(), authorities())

    orlov = people.find(".//entry[@id='orlov-viktor']")

    assert orlov is not None
    assert mention_rows(orlov) == [
        ("1979PEKING01642", "1979-03-02", "m3", "p1", "MR. V. P. ", "ORLOV", " TOLD THE EMBASSY SO.")
    ]


def test_an_entry_says_what_its_authority_file_says() -> None:
    people = register(Kind.PERSON, documents(), authorities())

    zhao = people.find(".//entry[@id='zhao-wenli']")

    assert zhao is not None
    assert [(child.tag, dict(child.attrib), child.text) for child in zhao if child.tag != "document"] == [
        ("name", {"{http://www.w3.org/XML/1998/namespace}lang": "zh-Latn"}, "Zhao Wenli"),
        ("variant", {"{http://www.w3.org/XML/1998/namespace}lang": "zh-Latn-wadegile"}, "Chao Wen-li"),
        ("variant", {}, "Chao"),
        ("dates", {"from": "1911", "to": "1989"}, "1911–1989"),
        ("office", {"notBefore": "1972", "notAfter": "1980"}, "Deputy Minister of Water Conservancy"),
        ("bio", {}, "Headed the observer delegation."),
        ("idno", {"type": "wikidata", "href": "https://www.wikidata.org/wiki/Q0"}, "Q0"),
    ]


def test_people_stand_under_their_surnames_and_variants_refer_to_them() -> None:
    people = register(Kind.PERSON, documents(), authorities())

    rows = [
        (group.get("letter"), item.tag, item.get("heading") or item.get("name"), item.get("target"))
        for group in people
        for item in group
    ]

    assert rows == [
        ("C", "see", "Chao", "zhao-wenli"),
        ("C", "see", "Chao Wen-li", "zhao-wenli"),
        ("O", "entry", "Orlov, Viktor", None),
        ("Z", "entry", "Zhao Wenli", None),
    ]


def test_entries_that_nothing_mentions_are_there_only_when_asked_for() -> None:
    assert register(Kind.PERSON, documents(), authorities()).find(".//entry[@id='nobody']") is None
    everybody = register(Kind.PERSON, documents(), authorities(), has_unmentioned=True)
    assert everybody.find(".//entry[@id='nobody']") is not None


@pytest.mark.parametrize(("language", "letters"), [("en", ["B", "O", "P"]), ("sv", ["B", "P", "Ö"])])
def test_the_language_of_the_edition_decides_the_order(language: str, letters: list[str]) -> None:
    places = register(Kind.PLACE, documents(), authorities(), language)

    assert [group.get("letter") for group in places] == letters
    keys = [item.get("sort") or "" for group in places for item in group]
    assert keys == sorted(keys)


def test_places_carry_their_coordinates_and_what_they_lie_in() -> None:
    beijing = register(Kind.PLACE, documents(), authorities()).find(".//entry[@id='beijing']")

    assert beijing is not None
    geo = beijing.find("geo")
    assert geo is not None
    assert (geo.get("lat"), geo.get("lon")) == ("39.9075", "116.397")
    assert beijing.findtext("within") == "china"
    assert beijing.findtext("kind") == "settlement"


def test_a_name_in_an_editors_note_is_in_the_register_with_the_note_as_its_place() -> None:
    ostersund = register(Kind.PLACE, documents(), authorities()).find(".//entry[@id='ostersund']")

    assert ostersund is not None
    assert mention_rows(ostersund) == [("orlov-1978", "1978-09", "m2", "n2", "In ", "Östersund", " too.")]


def test_a_mention_has_the_number_of_the_paragraph_that_a_reader_counts() -> None:
    root = parse(
        b"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t"><teiHeader/><text><body><div>
        <p xml:id="p7">By rail<note type="translator" subtype="gloss" xml:id="n3">to
        <placeName ref="place:tayshet">Tayshet</placeName></note>.<note type="editor" xml:id="n9">From
        <placeName ref="place:kyakhta">Kyakhta</placeName>.</note></p>
        <sp xml:id="u1"><speaker><persName ref="person:marl">Marl</persName></speaker>
        <p xml:id="p8">Light it.</p></sp>
        <list><item xml:id="e2" n="12"><placeName ref="place:irkutsk">Irkutsk</placeName></item></list>
        </div></body><back><div type="notes"><note type="translator" xml:id="n4">See
        <placeName ref="place:kirov">Kirov</placeName>.</note></div></back></text></TEI>""",
        "t",
    )
    found = {mention.id: (mention.paragraph, mention.number) for mention in mentions_of(root).mentions}
    assert found == {
        "tayshet": ("n3", "7"),
        "kyakhta": ("n9", ""),
        "marl": ("u1", "8"),
        "irkutsk": ("e2", "12"),
        "kirov": ("n4", ""),
    }


def test_a_speaker_is_quoted_with_what_is_said_and_not_with_more() -> None:
    root = parse(
        b"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t"><teiHeader/><text><body><div>
        <sp xml:id="u1"><speaker><persName ref="person:marl">Marl</persName>:</speaker>
        <p xml:id="p1">The lamp is out. Light it.</p><p>Now.</p></sp>
        <sp xml:id="u2"><speaker><persName ref="person:tuya">Tuya</persName></speaker></sp>
        <p>Nobody did.</p></div></body></text></TEI>""",
        "t",
    )
    assert [mention.passage for mention in mentions_of(root).mentions] == [
        ("", "Marl", ": The lamp is out."),
        ("", "Tuya", ""),
    ]


def test_a_source_term_is_quoted_as_it_stands_between_its_brackets() -> None:
    terms = terms_register(documents())

    (entry,) = terms.iter("entry")
    assert entry.get("id") == "term-mn-latn-bardag"
    assert entry.findtext("name") == "bar’dag"
    assert mention_rows(entry) == [
        (
            "orlov-1978",
            "1978-09",
            "n1",
            "p1",
            "Zhao [Wenli] would settle the debt [",
            "bar’dag",
            "] in spring.",
        )
    ]


def test_the_order_of_the_documents_given_does_not_matter() -> None:
    forward = register(Kind.PERSON, documents(), authorities())
    backward = register(Kind.PERSON, reversed(documents()), authorities())

    assert etree.tostring(forward) == etree.tostring(backward)


def test_what_registers_show_changes_with_a_mention_and_not_with_other_prose() -> None:
    text = (FIXTURES / "telegram.xml").read_text(encoding="utf-8")

    def shown(old: str, new: str) -> bytes:
        assert old in text
        return passages_file(mentions_of(parse(text.replace(old, new).encode(), "telegram.xml")), "en")

    same = shown("A telegram", "A telegram")
    assert shown("THE RIVER ROSE.", "THE RIVER FELL.") == same
    assert shown("SAID NOTHING", "SAID MUCH") != same
    # A register tells what is likely from what is sure, and no more.
    assert shown('cert="medium"', 'cert="low"') == same
    assert shown('cert="medium"', 'cert="high"') != same


@pytest.mark.parametrize(
    ("text", "match", "expected"),
    [
        ("One. Two Kim three. Four.", "Kim", ("Two ", " three.")),
        ("He met M. S. Kapitsa, Kh. Bekhbat and Mr. Li. They ate.", "Kapitsa", ("He met M. S. ", None)),
        ("THE U.S. AND KIM AGREED. TEXT", "KIM", ("THE U.S. AND ", " AGREED.")),
        ("“Why?” asked Kim. “So.”", "Kim", ("“Why?” asked ", ".")),
        ("A list\n\n2  men\tmet Kim\u00a0\n there\n\nand ate", "Kim", ("2 men met ", " there")),
        ("It rained.\n\n“Kim came.\n", "Kim", ("“", " came.")),
        ("He came.) Kim.", "Kim", ("", ".")),
        ("Here Kh\n. Kim sat.", "Kim", ("Here Kh . ", " sat.")),
    ],
)
def test_a_passage_is_the_sentence(text: str, match: str, expected: tuple[str, str | None]) -> None:
    start = text.index(match)
    found = passage(text, start, start + len(match))

    assert found.before == expected[0]
    if expected[1] is not None:
        assert found.after == expected[1]


def test_a_long_sentence_is_cut_at_a_word() -> None:
    text = "word " * 60 + "Kim" + " word" * 60 + "."
    found = passage(text, 300, 303)

    assert found.match == "Kim"
    assert found.before.startswith("… word ")
    assert found.after.endswith("word …")
    assert len(found.before) < 170


SPOKEN = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a" xml:lang="en"><text><body>
<p><persName ref="person:zhao-wenli">Zhao</persName> said
  <note type="translator" subtype="source-term" xml:id="n1"><term xml:lang="mn-Latn">bar</term></note>.</p>
<div type="original" xml:lang="ru"><p>Сказал <persName ref="person:zhao-wenli">Чжао</persName>.</p></div>
</body></text></TEI>"""


@pytest.mark.parametrize(
    ("language", "title", "passages"),
    [("en", None, [None, "ru"]), ("de", "en", ["en", "ru"]), ("ru", "en", ["en", None])],
)
def test_a_passage_says_its_language_where_the_register_has_another(
    language: str, title: str | None, passages: list[str | None]
) -> None:
    found = [mentions_of(parse(SPOKEN.encode(), "a.xml"))]
    people = register(Kind.PERSON, found, authorities(), language)
    (document,) = people.iter("document")
    assert document.get("lang") == title
    assert [mention.get("lang") for mention in document] == passages
    (of_term,) = terms_register(found, language).iter("document")
    assert (of_term.get("lang"), [term.get("lang") for term in of_term]) == (title, [title])


def test_a_document_that_says_its_language_in_its_header_alone_has_it() -> None:
    usage = '<langUsage><language ident="de" n="text"/></langUsage>'
    header = f"><teiHeader><profileDesc>{usage}</profileDesc></teiHeader>"
    text = SPOKEN.replace('xml:lang="en">', header, 1)
    assert mentions_of(parse(text.encode(), "a.xml")).lang == "de"


def test_each_term_of_a_note_has_its_entry_with_the_whole_note_as_its_passage() -> None:
    terms = """a pole [<note subtype="source-term" xml:id="n1">Rus.: <term xml:lang="ru">рейка</term>,
      <term xml:lang="ru-Latn">reyka</term>; also <term xml:lang="ru-Latn">rey</term><note
      subtype="source-term" xml:id="n2"><term xml:lang="ru">щит</term></note></note>]."""
    document = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a" xml:lang="en"><text><body><p>He saw
      {terms} He left.</p></body></text></TEI>"""
    found = mentions_of(parse(document.encode(), "a.xml"))
    assert [(term.text, term.lang, term.anchor) for term in found.terms] == [
        ("рейка", "ru", "n1"),
        ("reyka", "ru-Latn", "n1"),
        ("rey", "ru-Latn", "n1"),
        ("щит", "ru", "n2"),
    ]
    assert ["".join(term.passage) for term in found.terms] == [
        "He saw a pole [Rus.: рейка, reyka; also reyщит]."
    ] * 4
    assert [term.passage.before for term in found.terms[:3]] == [
        "He saw a pole [Rus.: ",
        "He saw a pole [Rus.: рейка, ",
        "He saw a pole [Rus.: рейка, reyka; also ",
    ]
