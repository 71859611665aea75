"""The page of a document: what a reader finds on it, and where."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree
from lxml import html as lxml_html
from web_trials import Render, lone_page, read, tei

from dragoman.entities.mentions import mentions_of
from dragoman.entities.register import terms_register
from dragoman.render import citation, web
from dragoman.tei.ns import TEI
from dragoman.tei.parse import parse


@pytest.fixture(scope="module")
def memorandum(render: Render, people: etree._Element) -> lxml_html.HtmlElement:
    return render(read("memorandum.xml"), people)


@pytest.fixture(scope="module")
def telegram(render: Render) -> lxml_html.HtmlElement:
    return render(read("telegram.xml"))


def facts(page: lxml_html.HtmlElement) -> dict[str, str]:
    return {
        " ".join(fact.findtext("dt", "").split()): " ".join(fact.find("dd").text_content().split())
        for fact in page.xpath("//dl[@class='card-facts']/div")
    }


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_card_of_a_memorandum_says_who_when_where_and_from_which_archive(
    memorandum: lxml_html.HtmlElement,
) -> None:
    assert facts(memorandum) == {
        "Present": "E. Marl; Tuya",
        "Date": "3 May 1961, 10:00 (UTC+8)",
        "Place": "Port Saint",
        "Classification": "Secret",
        "Archive": "Archive of Lamps, fond 1",
        "Shelfmark": "7",
        "Translated from": "Mongolian",
        "Translator": "Bolor Trial",
        "Editing": "reviewed",
    }


def test_nobody_is_present_in_a_letter(render: Render) -> None:
    letter = read("memorandum.xml")
    for person, role in zip(letter.iter("{*}person"), ("sender", "recipient"), strict=True):
        person.set("role", role)
    assert "Present" not in facts(render(letter))


def test_the_card_of_a_telegram_tells_action_from_information(telegram: lxml_html.HtmlElement) -> None:
    found = facts(telegram)
    assert found["From"] == "AMCONSUL PORT SAINT"
    assert found["To"] == "LAMPSTATE"
    assert found["For information"] == "2 postsAMEMBASSY HARBOR, AMEMBASSY SHOAL"
    assert found["Date"] == "4 June 1979, 09:15 UTC"


def test_the_title_line_of_the_transcript_is_the_heading_and_is_said_once(
    memorandum: lxml_html.HtmlElement,
) -> None:
    assert [words(heading) for heading in memorandum.findall(".//h1")] == ["Talk about the Lamp, 3 May 1961."]
    assert memorandum.xpath("//div[@class='text']//h2") == []


def test_every_paragraph_has_an_address_that_leads_to_itself(memorandum: lxml_html.HtmlElement) -> None:
    anchors = memorandum.xpath("//a[@class='anchor']")
    assert [anchor.get("href") for anchor in anchors] == ["#p1", "#p2"]
    assert [anchor.getparent().get("id") for anchor in anchors] == ["p1", "p2"]


def test_the_banner_of_the_edition_stands_at_the_head_and_at_the_foot(
    memorandum: lxml_html.HtmlElement,
) -> None:
    banners = memorandum.xpath("//p[@class='banner']")
    assert [words(banner) for banner in banners] == ["A trial: nothing in it is true."] * 2
    assert banners[0].getparent().tag == "header"
    assert banners[1].getparent().tag == "footer"


def test_the_translators_voice_is_told_apart_by_class(memorandum: lxml_html.HtmlElement) -> None:
    (term,) = memorandum.xpath("//*[@id='n1']")
    assert term.get("class").split() == ["tn", "source-term"]
    assert words(term) == "[büdeg]"
    assert term.xpath("string(.//@lang)") == "mn-Latn"
    (supplied,) = memorandum.xpath("//*[contains(@class,'supplied')]")
    assert supplied.get("class").split() == ["tv", "supplied"]
    assert words(supplied) == "[North]"


def test_notes_are_called_by_letters_numbers_and_the_transcripts_own_numbers(
    memorandum: lxml_html.HtmlElement,
) -> None:
    calls = {call.get("href"): words(call) for call in memorandum.xpath("//a[contains(@class,'call')]")}
    assert calls == {"#n2": "a", "#n3": "1", "#n4": "[1]"}
    labels = {
        note.get("id"): words(note.find("a")) for note in memorandum.xpath("//li[contains(@class,'note ')]")
    }
    assert labels == {"n2": "a", "n4": "[1]", "n3": "1"}
    (printed,) = memorandum.xpath("//li[@id='n4']")
    assert " ".join(words(printed).split()).startswith("[1] A list of wicks."), "its number stands once"
    headings = [words(heading) for heading in memorandum.xpath("//section[contains(@class,'notes')]/h2")]
    assert headings == ["Translator’s notes", "Editor’s notes"]


def test_source_and_edited_reading_are_both_there(memorandum: lxml_html.HtmlElement) -> None:
    assert memorandum.xpath("//*[contains(@class,'src')]/text()") == ["recieved"]
    assert memorandum.xpath("//*[contains(@class,'reg')]/text()") == ["received"]


def test_a_name_leads_to_its_register_entry_and_is_an_anchor(memorandum: lxml_html.HtmlElement) -> None:
    names = memorandum.xpath("//div[@class='text']//a[contains(@class,'name')]")
    assert [(name.get("id"), name.get("href"), words(name)) for name in names] == [
        ("m1", "../people.html#ede-marl", "Marl"),
        ("m2", "../people.html#ede-marl", "Marl"),
    ]


def test_a_name_within_a_name_is_an_anchor_and_the_outer_is_the_link(
    render: Render, people: etree._Element
) -> None:
    marl = "ref='person:ede-marl'"
    page = render(tei(f"<p><rs {marl}>the Keeper, <persName {marl}>Marl</persName></rs></p>"), people)
    (outer,) = page.xpath("//p[@class='p']/a")
    assert (outer.get("id"), outer.get("data-within")) == ("m1", "../people.html#ede-marl")
    assert [(inner.tag, inner.get("id")) for inner in outer] == [("span", "m2")]


def test_the_card_of_a_person_says_the_office_of_the_day(memorandum: lxml_html.HtmlElement) -> None:
    (card,) = memorandum.xpath("//aside//li[a/@href='../people.html#ede-marl']/div")
    assert [words(line) for line in card] == [
        "1911–1990",
        "Keeper of the Lamp",
        "also Ede Märłl, 马尔一",
        "2 passages, 1 document",
    ]


def test_a_form_of_a_name_says_its_language_and_a_romanised_one_is_read_as_the_page_is(
    render: Render, people: etree._Element
) -> None:
    register = etree.fromstring(etree.tostring(people).replace(b'xml:lang="pl"', b'xml:lang="ru-Latn"'))
    for name in register.iter("name"):
        name.set("{http://www.w3.org/XML/1998/namespace}lang", "fr")
    page = render(read("memorandum.xml"), register)
    (item,) = page.xpath("//aside//li[a/@href='../people.html#ede-marl']")
    assert item.find("a").get("lang") == "fr"
    assert item.xpath(".//p[@class='variants']/span/@lang") == ["zh"]
    assert words(item.xpath(".//p[@class='variants']")[0]) == "also Ede Märłl, 马尔一"


@pytest.mark.parametrize(
    ("title", "last", "said"),
    [
        ("Talk about Oil", "1962-07-07", ["7 July 1962"]),
        ("Talk, July 7, 1962", "1962-07-07", []),
        ("Talk, July 7, 1962", "1962-07-09", ["7–9 July 1962"]),
    ],
)
def test_a_related_document_whose_title_says_its_date_does_not_say_it_again(
    site: web.Site, title: str, last: str, said: list[str]
) -> None:
    context = etree.fromstring("<context><related><document id='x' kind='letter'/></related></context>")
    context[0][0].attrib.update({"title": title, "date-from": "1962-07-07", "date-to": last})
    made = lone_page(read("memorandum.xml"), site, context=context)
    page = lxml_html.document_fromstring(next(iter(made.files.values())).decode("utf-8"))
    assert [when.text for when in page.xpath("//ul[@class='related']//span")] == said


def test_a_text_in_another_language_than_its_header_says_which(render: Render) -> None:
    root = tei("<p>Die Lampe ist matt.</p>")
    for text in root.iter("{http://www.tei-c.org/ns/1.0}text"):
        text.set("{http://www.w3.org/XML/1998/namespace}lang", "de")
    page = render(root)
    assert page.xpath("//div[@class='text']/@lang") == ["de"]


def test_a_name_that_no_register_has_is_a_name_and_no_link(render: Render) -> None:
    page = render(tei("<p><persName ref='person:nobody'>Nobody</persName></p>"))
    (name,) = page.xpath("//*[@id='m1']")
    assert name.tag == "span"


def test_a_word_that_a_page_cuts_is_whole_and_the_page_is_marked(telegram: lxml_html.HtmlElement) -> None:
    (paragraph,) = telegram.xpath("//p[@id='p1']")
    for hidden in paragraph.xpath(".//*[contains(@class,'fw')]"):
        hidden.drop_tree()
    assert words(paragraph) == "1. THE LAMP WENT OUT AND THE STATEMENT OF THE KEEPER WAS SHORT."
    (page_break,) = paragraph.xpath(".//span[contains(@class,'pb')]")
    assert (page_break.get("data-n"), page_break.get("title")) == ("2", "page 2")
    assert page_break.get("class").split() == ["pb", "in-word"]


def test_a_sentence_runs_across_a_section_and_the_section_is_named(telegram: lxml_html.HtmlElement) -> None:
    (paragraph,) = telegram.xpath("//p[@id='p2']")
    (page_break,) = paragraph.xpath(".//span[contains(@class,'pb')]")
    assert page_break.get("data-n").splitlines() == ["Section 2", "1"]
    assert page_break.get("title") == "Section 2, page 1"
    for hidden in paragraph.xpath(".//*[contains(@class,'fw')]"):
        hidden.drop_tree()
    assert words(paragraph) == "2. HE SAID NOTHING.1"


def test_a_page_that_bears_nothing_but_furniture_is_marked_as_bare(render: Render) -> None:
    page = render(
        tei(
            "<pb n='3'/><p>One<pb n='4'/><fw type='classification'>SECRET</fw></p>"
            "<pb n='1'/><milestone unit='section' n='2'/><p>Two.</p><pb n='2'/><fw>END</fw>",
            kind="telegram",
        )
    )
    breaks = page.find_class("pb")
    assert [(mark.get("title"), mark.get("class")) for mark in breaks] == [
        ("page 3", "pb"),
        ("page 4", "pb bare"),
        ("Section 2, page 1", "pb"),
        ("page 2", "pb"),
    ]


def test_the_mark_of_an_entry_says_its_number_in_the_list(render: Render) -> None:
    entries = """<item xml:id='e1' n='11'><bibl><title>A lamp</title></bibl></item><item xml:id='e2'>B</item>
        <item>C</item><item xml:id='oil-1961'>D</item>"""
    page = render(tei(f"<p xml:id='p1'>x</p><list type='results'>{entries}</list>", kind="search-results"))
    assert [(mark.get("aria-label"), mark.get("data-n")) for mark in page.find_class("anchor")] == [
        ("Paragraph 1, its address", None),
        ("Entry 11, its address", "11"),
        ("Entry 2, its address", "2"),
        # Another project's id has no number of an entry in it: its place on the page counts.
        ("Entry 4, its address", "4"),
    ]


def test_what_is_cut_short_ends_neither_with_initials_nor_with_a_small_word(render: Render) -> None:
    begun = "The lamp was lit by the chairman of the commission" + " and went out again" * 7
    assert len(begun) < 190
    for end in (", L. P. Dorjsuren said", " of it by moonlight", ", A.F.M. Dorjsuren said"):
        page = render(tei(f"<p>{begun}{end} when the wind from the sea began.</p>"))
        assert page.xpath("string(//meta[@name='description']/@content)") == f"{begun}…", end


def test_a_line_feed_on_a_telegrams_page_is_a_line_end_of_the_source(render: Render) -> None:
    (paragraph,) = render(read("telegram.xml")).xpath("//p[@id='p1']")
    assert [line.strip() for line in paragraph.text_content().splitlines()] == [
        "1. THE LAMP WENT OUT AND THE STATESECRETPAGE 02 LAMP 00001MENT OF THE KEEPER",
        "WAS SHORT.",
    ]
    assert len(paragraph.xpath(".//br[@class='cut']")) == 2


BILINGUAL = """<div type='document' subtype='memorandum'><head>A trial</head>
  <p xml:id='p1'>The lamp is dim.</p><sp><speaker>Marl</speaker><p xml:id='p2'>It is.</p></sp></div>
  <div type='original' xml:lang='mn'><p xml:id='o1' corresp='#p1'>Дэнлүү бүдэг.</p>
  <p xml:id='o2' corresp='#p2'>Тийм.</p><p xml:id='o3'>Гарын үсэг.</p></div>"""


def test_an_original_stands_beside_its_translation_paragraph_against_paragraph(render: Render) -> None:
    root = tei("")
    (body,) = root.iter("{http://www.tei-c.org/ns/1.0}body")
    made = parse(f"<body xmlns='http://www.tei-c.org/ns/1.0'>{BILINGUAL}</body>".encode(), "body")
    body.getparent().replace(body, made)
    page = render(root)
    pairs = page.xpath("//div[@class='pair']")
    assert [[(words(part), part.get("lang")) for part in pair] for pair in pairs] == [
        [("The lamp is dim.", None), ("Дэнлүү бүдэг.", "mn")],
        [("It is.", None), ("Тийм.Гарын үсэг.", "mn")],
    ]
    assert not page.xpath("//div[contains(@class, 'rest')]")
    assert page.xpath("//form[@class='choices']//input[@name='languages']/@value") == [
        "both",
        "translation",
        "original",
    ]


UNPAIRED = """<div xmlns='http://www.tei-c.org/ns/1.0' type='original' xml:lang='ru'>
  <head xml:id='o1'>Запись</head><opener xml:id='o2'><dateline>Порт</dateline></opener>
  <sp><speaker>Марл</speaker><p xml:id='o3' corresp='#p1'>Раз.</p><stage>встаёт</stage></sp>
  <p xml:id='o4'>Пауза.</p><p xml:id='o5' corresp='#p2'>Два.</p><p xml:id='o6'>Печать.</p>
  <div><p xml:id='o7'>Приложение.</p></div></div>"""


def test_what_the_translation_lacks_stays_with_the_part_of_the_original_before_it(render: Render) -> None:
    root = tei("<p xml:id='p1'>One.</p><p xml:id='p2'>Two.</p>")
    (body,) = root.iter("{http://www.tei-c.org/ns/1.0}body")
    body.append(parse(UNPAIRED.encode(), "original"))
    page = render(root)
    assert [[words(part) for part in pair] for pair in page.xpath("//div[@class='pair']")] == [
        ["One.", "ЗаписьПорт Марл Раз.встаёт Пауза."],
        ["Two.", "Два.Печать.Приложение."],
    ]
    for number in range(1, 8):
        assert len(page.xpath(f"//*[@id='o{number}']")) == 1
    assert "two" in page.get("class").split()


def test_an_original_of_which_no_part_is_paired_follows_the_translation(render: Render) -> None:
    root = tei("<p xml:id='p1'>One.</p>")
    (body,) = root.iter("{http://www.tei-c.org/ns/1.0}body")
    original = "<div xmlns='http://www.tei-c.org/ns/1.0' type='original' xml:lang='ru'><p>Раз.</p></div>"
    body.append(parse(original.encode(), "original"))
    page = render(root)
    assert [words(rest) for rest in page.xpath("//div[contains(@class, 'rest')]")] == ["Раз."]
    assert "two" not in page.get("class").split()


def test_the_heading_of_the_original_is_kept_where_that_of_the_page_is_its_counterpart(
    render: Render,
) -> None:
    root = tei("<head xml:id='h1'>A trial</head><p xml:id='p1'>One.</p>")
    (body,) = root.iter("{http://www.tei-c.org/ns/1.0}body")
    original = """<div xmlns='http://www.tei-c.org/ns/1.0' type='original' xml:lang='ru'>
      <head corresp='#h1'>Проба</head><p corresp='#p1'>Раз.</p></div>"""
    body.append(parse(original.encode(), "original"))
    assert [words(side) for side in render(root).xpath("//div[@class='original']")] == ["Проба", "Раз."]


def test_the_blank_before_a_bracket_that_may_be_hidden_goes_with_it_where_a_comma_follows(
    render: Render,
) -> None:
    note = "<note type='translator' subtype='gloss' rend='brackets'>a pole</note>"
    page = render(tei(f"<p>the staff {note}, painted, and the staff {note} at the bridge</p>"))
    read = words(page.find_class("p")[0])
    assert read == "the staff [a pole], painted, and the staff [a pole] at the bridge"
    for bracket in (*page.find_class("tn"), *page.find_class("blank")):
        bracket.drop_tree()
    assert words(page.find_class("p")[0]) == "the staff, painted, and the staff at the bridge"


def test_a_term_leads_to_its_entry_in_the_glossary_and_its_number_to_its_first_place(render: Render) -> None:
    note = "<note type='translator' subtype='source-term' {}>{}</note>"
    term = "<term xml:lang='mn-Latn'>{}</term>"
    named = note.format("xml:id='n1'", term.format("dengluu"))
    nameless = note.format("", term.format("khemjuur"))
    # Two terms in one note have an entry each.
    two = note.format("xml:id='n2'", f"{term.format('tul')}, {term.format('togtov')}")
    page = render(
        tei(
            f"<p xml:id='p1'>a lamp {named}</p><p xml:id='p2'>a pole {nameless}</p>"
            f"<p>{nameless}</p><p>{note.format('', term.format('evgui'))}</p><p>{two}</p>"
        )
    )
    assert page.xpath("//ul[@class='terms']/../h2/a/@href") == ["../terms.html"]
    terms = page.xpath("//ul[@class='terms']/li")
    glossary = "../terms.html#term-mn-latn-"
    assert [(words(item), item.xpath("a/@href")) for item in terms] == [
        ("dengluu 1", [f"{glossary}dengluu", "#n1"]),
        # A note without an id is found in its paragraph, if that has one.
        ("khemjuur 2", [f"{glossary}khemjuur", "#p2"]),
        ("evgui", [f"{glossary}evgui"]),
        ("tul 1", [f"{glossary}tul", "#n2"]),
        ("togtov 1", [f"{glossary}togtov", "#n2"]),
    ]
    assert terms[1].xpath("a/@aria-label") == ["2 mentions"]


@pytest.mark.parametrize(
    "term",
    [
        "<term xml:lang='de'>Große Straße,\n  \u201eMaß\u201c</term>",
        "<term xml:lang='ru'>Кяхтинский\u00a0 протокол</term>",
        "<term xml:lang='zh'>水 位</term>",
        "<term>usny <hi>khuvaar\u2019</hi></term>",
    ],
)
def test_where_a_term_leads_its_entry_stands(render: Render, term: str) -> None:
    root = tei(f"<p xml:id='p1'>x <note type='translator' subtype='source-term'>{term}</note></p>")
    (entry,) = terms_register([mentions_of(root)]).iter("entry")
    link, _ = render(root).xpath("//ul[@class='terms']/li/a/@href")
    assert link == f"../terms.html#{entry.get('id')}"


def test_paragraphs_that_the_translator_joined_or_divided_stand_beside_each_other(render: Render) -> None:
    root = tei("<p xml:id='p1'>One and two.</p><p xml:id='p2'>Three,</p><p xml:id='p3'>divided.</p>")
    (body,) = root.iter("{http://www.tei-c.org/ns/1.0}body")
    original = """<div xmlns='http://www.tei-c.org/ns/1.0' type='original' xml:lang='ru'>
      <p xml:id='o1' corresp='#p1'>Раз.</p><p xml:id='o2' corresp='#p1'>Два.</p>
      <p xml:id='o3' corresp='#p2 #p3'>Три.</p></div>"""
    body.append(parse(original.encode(), "original"))
    page = render(root)
    assert [[words(part) for part in pair] for pair in page.xpath("//div[@class='pair']")] == [
        ["One and two.", "Раз.Два."],
        ["Three,", "Три."],
    ]
    assert len(page.xpath("//*[@id='o3']")) == 1
    assert [words(alone) for alone in page.xpath("//p[@id='p3']")] == ["divided."]


def test_a_strangers_type_is_no_class_of_ours(render: Render) -> None:
    page = render(
        tei("".join(f"<div type='{name}'><p>x</p></div>" for name in ("sub", "anchor", "enclosure")))
    )
    assert [division.get("class") for division in page.xpath("//div[@class='text']/div")] == [
        "div",
        "div",
        "div enclosure",
    ]


def test_a_list_that_asks_for_numbers_or_bullets_has_them(render: Render) -> None:
    page = render(
        tei(
            "".join(
                f"<list {kind}><item>a</item></list>" for kind in ("rend='numbered'", "type='bulleted'", "")
            )
        )
    )
    assert [(held[0].tag, held[0].get("class")) for held in page.xpath("//div[@class='list']")] == [
        ("ol", "marked"),
        ("ul", "marked"),
        ("ul", None),
    ]


def test_the_book_is_linked_and_its_pages_are_told(site: web.Site) -> None:
    made = lone_page(
        read("memorandum.xml"),
        site,
        book=web.BookPlaces("../edition.pdf", {"p2": "17"}),
    )
    (octets,) = made.files.values()
    page = lxml_html.document_fromstring(octets.decode("utf-8"))
    assert page.xpath("//p[@class='take']/a[.='PDF']/@href") == ["../edition.pdf"]
    assert page.xpath("//a[@class='anchor']/@title") == ["page 17 of the book"]


def test_message_attributes_are_a_table_that_opens(telegram: lxml_html.HtmlElement) -> None:
    rows = telegram.xpath("//details[contains(@class,'attributes')]//tr")
    assert [[words(cell) for cell in row] for row in rows] == [
        ["Capture Date:", "01 jan 1994"],
        ["Expiration:", ""],
    ]


def test_the_page_of_an_id_with_an_underscore_has_the_name_of_its_file(pages: object) -> None:
    assert list(pages(read("telegram.xml")).files) == ["documents/1979LAMP00001.html"]  # type: ignore[operator]


def test_an_entry_of_a_finding_list_leads_to_the_document_of_this_edition(render: Render) -> None:
    page = render(read("catalogue.xml"))
    entries = page.xpath("//li[@class='entry']")
    assert [entry.get("id") for entry in entries] == ["e1", "e2", "e3", "e4"]
    assert entries[0].xpath(".//span[@class='entry-title']/a/@href") == ["lamp-talk.html"]
    assert words(entries[1]) == "February, 1970 Letter on Oil"


def test_no_id_stands_twice_and_every_fragment_leads_somewhere(
    memorandum: lxml_html.HtmlElement, telegram: lxml_html.HtmlElement
) -> None:
    for page in (memorandum, telegram):
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        fragments = [href[1:] for href in page.xpath("//@href") if href.startswith("#")]
        assert [fragment for fragment in fragments if fragment not in ids] == []


def test_the_same_document_gives_the_same_bytes(pages: object) -> None:
    first, second = (pages(read("memorandum.xml")).files for _ in range(2))  # type: ignore[operator]
    assert first == second


@pytest.fixture(scope="module")
def cited_page(
    site: web.Site, words: dict[str, Any], summarise: Callable[[etree._Element], etree._Element]
) -> lxml_html.HtmlElement:
    """The memorandum's page, as the edition that it is in cites it."""
    root = read("memorandum.xml")
    summary = summarise(root)
    cited = citation.citations(citation.source(summary, site.edition), words)
    made = lone_page(root, site, citations=cited, summary=summary)
    return lxml_html.document_fromstring(*(octets.decode() for octets in made.files.values()))


def test_zotero_and_others_are_told_what_the_page_is(cited_page: lxml_html.HtmlElement) -> None:
    meta = {m.get("name"): m.get("content") for m in cited_page.xpath("//meta[@name]")}
    assert meta["citation_title"] == "Talk about the Lamp, 3 May 1961"
    # Zotero makes a section of a book of it, its editor an editor; published is the edition.
    assert meta["citation_inbook_title"] == "The Lighthouse Papers"
    # By its comma Zotero knows the surname; a name without one is written whole.
    assert meta["citation_editor"] == "Quill, Ada"
    assert meta["citation_translator"] == "Bolor Trial"
    assert meta["citation_publication_date"] == "2025"
    assert "citation_author" not in meta
    assert meta["DC.date"] == "1961-05-03"
    assert meta["DC.identifier"] == "https://papers.example.org/lighthouse/documents/lamp-talk.html"
    assert cited_page.xpath("string(//link[@rel='canonical']/@href)") == meta["DC.identifier"]
    (told,) = cited_page.xpath("//script[@type='application/ld+json']")
    data = json.loads(told.text)
    assert data["@type"] == ["Manuscript", "ArchiveComponent"]
    assert data["holdingArchive"] == {"@type": "ArchiveOrganization", "name": "Archive of Lamps"}
    assert data["itemLocation"] == "Archive of Lamps, fond 1, 7"
    assert data["editor"] == [
        {"@type": "Person", "name": "Ada Quill", "familyName": "Quill", "givenName": "Ada"}
    ]
    assert data["translator"] == [{"@type": "Person", "name": "Bolor Trial"}]
    assert data["dateCreated"] == "1961-05-03"


@pytest.mark.parametrize(
    ("pdf", "told"),
    [
        ("../pdf/lamp-talk.pdf", ["https://papers.example.org/lighthouse/pdf/lamp-talk.pdf"]),
        ("../edition.pdf#page=3", []),
    ],
)
def test_a_reference_manager_is_offered_the_pdf_of_the_document_and_not_the_whole_book(
    site: web.Site, pdf: str, told: list[str]
) -> None:
    made = lone_page(
        read("memorandum.xml"),
        site,
        book=web.BookPlaces(pdf, {}),
    )
    (octets,) = made.files.values()
    page = lxml_html.document_fromstring(octets.decode("utf-8"))
    assert page.xpath("//meta[@name='citation_pdf_url']/@content") == told


def test_a_name_beside_the_text_is_a_link_under_its_own_id(
    pages: Callable[..., web.Pages], people: etree._Element
) -> None:
    name = '<persName ref="person:ede-marl"{}>Marl</persName>'
    root = tei(f"<p>{name.format('')}</p>")
    beside = name.format("") + name.format(' xml:id="n7"')
    root.append(etree.fromstring(f'<standOff xmlns="{TEI}"><p>{beside}</p></standOff>'))
    (octets,) = pages(root, (people,)).files.values()
    page = lxml_html.document_fromstring(octets.decode("utf-8"))
    named = page.xpath("//article//a[@class='name']")
    assert [link.get("id") for link in named] == ["m1", None, "n7"]


def test_the_number_that_the_editors_print_in_a_note_stays_where_the_list_numbers_it_otherwise(
    render: Render,
) -> None:
    note = "<note type='editor' n='7'><label>7</label> A lamp.</note>"
    page = render(tei(f"<p>Dim.{note}</p>"))
    (listed,) = page.xpath("//li[contains(@class, 'note')]")
    assert listed.xpath("string(*[@class='label'])") == "1"
    assert listed.xpath("normalize-space(div[@class='said'])") == "7 A lamp."
