"""Found under every name, cited in every form, taken away whole."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from lxml import html as lxml_html
from web_trials import lone_page, read, tei

from dragoman.render import citation, search, takeaway, web, web_assets
from dragoman.render.cited_names import CitedName, cited_name, names_in
from dragoman.render.fonts import web_fonts

Pages = Callable[..., web.Pages]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Łódź", "Lodz"),
        ("Đặng", "Dang"),
        ("Søren", "Soren"),
        ("Ürümqi", "Urumqi"),
        ("P’yŏngyang", "Pyongyang"),
        ("Teng Hsiao-p'ing", "Teng Hsiao-ping"),
        ("Дэн", "Дэн"),
        ("й", "и"),
    ],
)
def test_diacritics_and_apostrophes_fold(text: str, plain: str) -> None:
    assert search.folded(text) == plain


def test_a_han_name_is_found_by_any_part_of_it() -> None:
    assert set(search.search_forms("马尔一")) == {"马", "马尔", "马尔一", "尔", "尔一", "一"}


@pytest.fixture(scope="module")
def record(pages: Pages, people: etree._Element) -> lxml_html.HtmlElement:
    (page,) = pages(read("memorandum.xml"), (people,)).files.values()
    made = search.search_record(page, {"kind": ["Memorandum"]}, search.variants([people]), "3 May 1961")
    return lxml_html.document_fromstring(made)


def said_at(record: lxml_html.HtmlElement, anchor: str) -> str:
    """Return what a record says from an id to the next."""
    return " ".join(
        record.xpath("string(//p[@id=$anchor]/following-sibling::text()[1])", anchor=anchor).split()
    )


def told_to_pagefind(record: lxml_html.HtmlElement, what: str) -> list[tuple[str, str]]:
    """Return the facts ("meta") or the filters ("filter") that a record tells, by name."""
    (body,) = record.xpath("//*[@data-pagefind-body]")
    pairs = re.findall(r"([^,\[]+)\[([^\]]+)\]", body.get(f"data-pagefind-{what}", ""))
    return [(name, body.get(place)) for name, place in pairs]


def test_the_index_gets_the_reading_text_and_below_it_the_other_names(record: lxml_html.HtmlElement) -> None:
    paragraph = "The keeper received [illegible] oil. See the list, said Marl."
    assert said_at(record, "p2").startswith(paragraph)
    # The other names stand with the name as it is said, so that a hit among them leads to it.
    assert {"Ede Marll", "马尔"} <= set(said_at(record, "~p2~Marl~").split("; "))
    assert said_at(record, "~p2") == "recieved."
    assert record.xpath("//*[contains(@class, 'fw') or contains(@class, 'choices')]") == []
    # The page's own headings are no words of the document.
    assert "Editor’s notes" not in record.text_content()
    assert "Whale oil" in record.text_content()


@pytest.mark.parametrize(
    ("said", "others"),
    [
        ("At Łódź,\u00a0and (Søren) too.", "Lodz; Soren"),
        ("P’yŏngyang—Đặng, “again”: ’tis.", "Pyongyang; Dang"),
        ("The Дэн of <!-- not this: Łódź -->Słu<b>psk</b>", "Slupsk"),
        ("Don't ask — “never”.", ""),
    ],
)
def test_a_word_is_found_without_the_marks_of_its_letters(said: str, others: str) -> None:
    page = f"<html lang='en'><body><article><p id='p1'>{said}</p></article></body></html>".encode()
    record = lxml_html.document_fromstring(search.search_record(page, {}, {}, ""))
    assert said_at(record, "~p1") == (others and f"{others}.")


def test_names_are_told_in_the_order_in_which_they_begin_whatever_they_hold_and_stand_in() -> None:
    paragraph = """<p id="p1">To
        <a class="name" href="../places.html#l"><b>Łódź</b> <span class="src">Ł.</span></a>
        <i lang="pl">and <a class="name" href="../places.html#l">Lotz</a></i>, <a class="name" href="#x"></a>
        <a class="name">Søren</a> <span id="ui:more">Łask</span> <span class="src">Łaba</span></p>
        <a class="name">Gdańsk</a>"""
    page = f"<html lang='en'><body><article>{paragraph}</article></body></html>".encode()
    made = search.search_record(page, {}, {"places.html#l": ["Łódź", "Lodz"]}, "")
    assert re.findall(r'<p id="~([^"]*)"></p>([^<]*)', made) == [
        ("p1~Łódź~Ł.", "Łódź; Lodz; Lodz L. "),
        ("p1~Lotz", "Łódź; Lodz. "),
        ("p1~Søren", "Soren. "),
        ("p1", "Ł.; Łaba; Lodz; L; Soren; Laba. "),
    ]


def test_pagefind_reads_of_a_record_what_it_would_read_of_the_page() -> None:
    article = """<article id="top"><header><h1 id="t1">A lamp</h1></header>
        <div id="d1">One <b>&amp;</b> two <p id="p1">A list: <br>of<br/>lamps</p>
        <ul><li id="p2">Oil</li><li id="p3">Wick.</li></ul>behind it</div>
        <h2>Part “A”</h2><blockquote>He said: <p id="p4">“Light it”</p> <p></p></blockquote>
        <svg><text>no</text></svg><nav>Next</nav><form>no</form>
        <table><tr><th>Lamp</th><th>Oil</th></tr><tr><td>1</td><td>2 &lt; 3</td></tr></table>
        <section><div><p id="p5">A stop!</p>$</div></section><dl><dt>Keeper:</dt><dd>Marl</dd></dl>
        <p id="p6">Ten</p><figure><figcaption>Quay</figcaption></figure><hr><p id="p7">(lit)</p>
        <p id="p8">7 km²</p><p id="p9">said so¹</p><p id="p10">said so⁷</p><p id="p11">A7</p></article>"""
    page = f"<html lang='en'><body>{article}</body></html>"
    # But for words of two cells, two lines of a list and so on, which Pagefind would run together.
    apart = re.sub("(</(?:blockquote|dd|dt|figcaption|th)>)", r"\1 ", page)
    whole = apart.replace("<body>", "<body><main data-pagefind-body>").replace("</body>", "</main></body>")

    def read_by_pagefind(html: str) -> tuple[str, list[tuple[str, str, int]]]:
        files = search.search_index({"documents/a.html": html}, "en")
        (octets,) = (files[path] for path in files if path.startswith(f"{search.BUNDLE}/fragment/"))
        fragment = json.loads(gzip.decompress(octets).removeprefix(b"pagefind_dcd"))
        anchors = [(one["element"], one["id"], one["location"]) for one in fragment["anchors"]]
        return fragment["content"], [one for one in anchors if one[0] != "article"]

    assert read_by_pagefind(search.search_record(page.encode(), {}, {}, "")) == read_by_pagefind(whole)


def test_filters_and_the_date_are_told_to_pagefind(record: lxml_html.HtmlElement) -> None:
    assert told_to_pagefind(record, "filter") == [("kind", "Memorandum")]
    assert told_to_pagefind(record, "meta") == [("date", "3 May 1961")]


def test_every_file_of_the_index_has_a_twin_for_pages_opened_from_disk(record: lxml_html.HtmlElement) -> None:
    text = etree.tostring(record, method="html", encoding="unicode")
    files = search.search_index({"documents/lamp-talk.html": text}, "en")
    bundle = [path for path in files if path.startswith("pagefind/")]
    assert "pagefind/pagefind.js" in bundle
    assert {
        f"pagefind-disk/{path.removeprefix('pagefind/').replace('/', '__')}.js" for path in bundle
    } == set(files) - set(bundle)
    assert files["pagefind-disk/pagefind-entry.json.js"].startswith(
        b'editionDisk("pagefind/pagefind-entry.json","'
    )
    assert search.search_index({"documents/lamp-talk.html": text}, "en") == files


@pytest.fixture(scope="module")
def cited(summarise: Callable[[etree._Element], etree._Element]) -> citation.Source:
    return citation.source(summarise(read("memorandum.xml")), read("edition.xml"))


def test_chicago_and_mla(cited: citation.Source, words: dict[str, Any]) -> None:
    found = {c.get("style"): "".join(c.itertext()) for c in citation.citations(cited, words).iter("citation")}
    assert found == {
        "chicago": "“Talk about the Lamp, 3 May 1961,” Archive of Lamps, fond 1, 7, trans. Bolor Trial, in "
        "The Lighthouse Papers, ed. Ada Quill (Quill Press, 2025), "
        "https://papers.example.org/lighthouse/documents/lamp-talk.html.",
        "mla": "“Talk about the Lamp, 3 May 1961.” The Lighthouse Papers, translated by Bolor Trial, "
        "edited by Ada Quill, Quill Press, 2025, https://papers.example.org/lighthouse/documents/lamp-talk.html.",
    }


URL = "https://papers.example.org/lighthouse/documents/lamp.html"
LAMP = citation.Source(
    "lamp",
    "The Lamp",
    "1961-05-03",
    (CitedName("B. Trial"), CitedName("C. Test")),
    "fond 1, 7",
    "Papers",
    (CitedName("A. Quill"),),
    "Press",
    "2025",
    URL,
)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (
            "en",
            {
                "chicago": "“The Lamp,” 3 May 1961, fond 1, 7, trans. B. Trial and C. Test, in _Papers_, "
                f"ed. A. Quill (Press, 2025), para. 5, {URL}.",
                "mla": "“The Lamp.” 3 May 1961. _Papers_, translated by B. Trial and C. Test, "
                f"edited by A. Quill, Press, 2025, par. 5, {URL}.",
            },
        ),
        (
            "de",
            {
                "chicago": "„The Lamp“, 3. Mai 1961, fond 1, 7, übers. von B. Trial und C. Test, in: "
                f"_Papers_, hg. von A. Quill (Press, 2025), Abs. 5, {URL}.",
                "mla": "„The Lamp“. 3. Mai 1961. _Papers_, übersetzt von B. Trial und C. Test, "
                f"herausgegeben von A. Quill, Press, 2025, Abs. 5, {URL}.",
            },
        ),
        (
            "fr",
            {
                "chicago": "«\xa0The Lamp\xa0», 3 mai 1961, fond 1, 7, trad. par B. Trial et C. Test, "
                f"dans _Papers_, éd. par A. Quill (Press, 2025), paragr. 5, {URL}.",
                "mla": "«\xa0The Lamp\xa0». 3 mai 1961. _Papers_, traduit par B. Trial et C. Test, "
                f"édité par A. Quill, Press, 2025, paragr. 5, {URL}.",
            },
        ),
        (
            "ru",
            {
                "chicago": "«The Lamp», 3 мая 1961, fond 1, 7, пер.: B. Trial и C. Test, в изд.: _Papers_, "
                f"ред.: A. Quill (Press, 2025), абз. 5, {URL}.",
                "gost": "The Lamp. 3 мая 1961 / пер.: B. Trial и C. Test // Papers / ред.: A. Quill. – "
                f"Press, 2025. – Абз. 5. – fond 1, 7. – URL: {URL}.",
                "mla": "«The Lamp». 3 мая 1961. _Papers_, пер.: B. Trial и C. Test, "
                f"ред.: A. Quill, Press, 2025, абз. 5, {URL}.",
            },
        ),
        (
            "zh",
            {
                "chicago": "“The Lamp”，1961年5月3日，fond 1, 7，B. Trial，C. Test译，载A. Quill编《Papers》"
                f"（Press，2025），第 5 段，{URL}。",
                "gbt7714": "The Lamp[A/OL]. 1961年5月3日. fond 1, 7. B. Trial，C. Test, 译//A. Quill, 编. "
                f"Papers. Press, 2025: 第 5 段. {URL}.",
                "mla": "“The Lamp。”1961年5月3日。《Papers》，B. Trial，C. Test译，A. Quill编，Press，2025，"
                f"第 5 段，{URL}。",
            },
        ),
    ],
)
def test_a_citation_is_set_as_the_language_of_the_edition_sets_it(
    tag: str, expected: dict[str, str], languages: dict[str, str]
) -> None:
    words = json.loads(web_assets.interface_language(languages, tag))
    found = {}
    for cited in citation.citations(LAMP, words).iter("citation"):
        for pin in cited.iter("pin"):
            pin.text = pin.get("words", "").replace("{}", "5")
        for italic in cited.iter("i"):
            italic.text = f"_{italic.text}_"
        found[cited.get("style")] = "".join(cited.itertext())
    assert found == expected


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<forename>Ada</forename> <surname>Quill</surname>", "Quill Ada"),
        (
            "<forename>Ada</forename> <nameLink>von der</nameLink> <surname>Heide</surname>, "
            "<genName>Jr.</genName>",
            "von der Heide Ada, Jr.",
        ),
        ("<surname>Heide</surname>, <forename>Ada</forename>", "Heide Ada"),
        ("<surname>马</surname><forename>尔一</forename>", "马尔一"),
        ("<surname>Szép</surname> <forename>Ida</forename>", "Szép Ida"),
        ("B. Uyanga", "B. Uyanga"),
        ("<surname>Uyanga</surname>", "Uyanga"),
    ],
)
def test_chinese_references_have_the_family_first_where_the_markup_tells_it(
    languages: dict[str, str], markup: str, said: str
) -> None:
    words = json.loads(web_assets.interface_language(languages, "zh"))
    name = cited_name(etree.fromstring(f'<persName xmlns="http://www.tei-c.org/ns/1.0">{markup}</persName>'))
    styles = citation.citations(replace(LAMP, translators=(name,), editors=(name,)), words).iter("citation")
    (cited,) = (style for style in styles if style.get("style") == "gbt7714")
    assert f". fond 1, 7. {said}, 译//{said}, 编. Papers." in "".join(cited.itertext())


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", "_Papers: A Trial_, ed. Ada Quill and B. Trial, second edition (Press, 2025)."),
        ("de", "_Papers: A Trial_, hg. von Ada Quill und B. Trial, second edition (Press, 2025)."),
        ("fr", "_Papers: A Trial_, éd. par Ada Quill et B. Trial, second edition (Press, 2025)."),
        ("ru", "_Papers: A Trial_, ред.: Ada Quill и B. Trial, second edition (Press, 2025)."),
        ("zh", "Ada Quill，B. Trial编《Papers: A Trial》，second edition（Press，2025）。"),
    ],
)
def test_the_edition_as_a_whole_is_cited_with_its_editors_as_they_are_read(
    languages: dict[str, str], tag: str, said: str
) -> None:
    edition = etree.fromstring(
        """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
        <title type="sub">A Trial</title><title type="main">Papers</title>
        <editor><surname>Quill</surname>, <forename>Ada</forename></editor>
        <editor>B. Trial</editor></titleStmt>
        <editionStmt><edition>second edition</edition></editionStmt>
        <publicationStmt><publisher>Press</publisher><date>2025</date></publicationStmt></fileDesc>
        </teiHeader></TEI>"""
    )
    words = json.loads(web_assets.interface_language(languages, tag))
    cited = citation.edition_citation(edition, words)
    for italic in cited:
        italic.text = f"_{italic.text}_"
    assert "".join(cited.itertext()) == said


def test_each_style_of_each_language_has_words_for_a_paragraph_and_for_an_entry(
    languages: dict[str, str],
) -> None:
    for text in languages.values():
        for said in json.loads(text).get("citations", {}).values():
            assert [words.count("{}") for words in said[1:]] == [1, 1]


def test_a_document_of_which_only_the_title_is_known_is_cited_with_one_comma(words: dict[str, Any]) -> None:
    summary = etree.fromstring('<document id="x" title="A Letter"/>')
    chicago, *_ = citation.citations(citation.source(summary, read("edition.xml")), words)
    assert "".join(chicago.itertext()).startswith("“A Letter,” in The Lighthouse Papers, ed.")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("A Talk about Oil.", "“A Talk about Oil.” _Papers_. – Press."),
        ("Who Reads the Gauge?", "“Who Reads the Gauge?” _Papers_. – Press."),
        ("A Call at 5 p.m.", "“A Call at 5 p.m.” _Papers_. – Press."),
        ("Oil for the U.S.", "“Oil for the U.S.” _Papers_. – Press."),
        ("Tom. ", "“Tom.” _Papers_. – Press."),
    ],
)
def test_no_point_stands_twice_and_none_is_lost(words: dict[str, Any], title: str, said: str) -> None:
    summary = etree.Element("document", id="x", title=title)
    cited = replace(
        citation.source(summary, read("edition.xml")), edition="Papers", editors=(CitedName("J. Quill, Jr."),)
    )
    styles = {"mla": ["“{title}.” *{edition}*. – Press.", ""], "last": ["ed. {editors}. {title}.", ""]}
    mla, last, *_ = citation.citations(cited, words | {"citations": styles})
    mla[0].text = f"_{mla[0].text}_"
    assert "".join(mla.itertext()) == said
    assert "".join(last.itertext()) == f"ed. J. Quill, Jr. {said[1:].partition('”')[0]}"


@pytest.mark.parametrize(
    ("date", "year", "issued"),
    [
        ("<date when='2025-03-02'>Spring 2025</date>", "Spring 2025", [2025, 3, 2]),
        ("<date>Spring 2025–2026</date>", "Spring 2025–2026", [2025]),
        ("<date when='2025'/>", "2025", [2025]),
        ("<date>soon</date>", "soon", None),
    ],
)
def test_programs_are_told_the_year_of_the_edition_and_readers_its_words(
    date: str, year: str, issued: list[int] | None
) -> None:
    edition = etree.fromstring(
        f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
        <publicationStmt><publisher>P</publisher>{date}</publicationStmt></fileDesc></teiHeader></TEI>"""
    )
    cited = citation.source(etree.fromstring('<document id="x"/>'), edition)
    (item,) = json.loads(citation.csl_json(cited))
    assert cited.year == year
    assert item.get("issued", {}).get("date-parts") == (issued and [issued])
    for made, line in ((citation.bibtex(cited), "  year = {2025},"), (citation.ris(cited), "PY  - 2025")):
        assert (line in made.splitlines()) == (issued is not None)


def test_of_an_entry_a_style_says_what_it_has_words_for(words: dict[str, Any]) -> None:
    styles = {
        "full": ["{title}{paragraph}", ", para. {}", ", entry {}"],
        "old": ["{paragraph}", ", para. {}"],
    }
    root = citation.citations(LAMP, words | {"citations": styles})
    assert [dict(pin.attrib) for pin in root.iter("pin")] == [
        {"words": ", para. {}", "entry": ", entry {}"},
        {"words": ", para. {}", "entry": ""},
    ]


def test_a_title_that_looks_like_a_pattern_is_a_title(words: dict[str, Any]) -> None:
    odd = citation.Source("x", "{url} <*> {none}", "1961-05", (), "", "E*", (), "", "", "")
    chicago, *_ = citation.citations(
        odd, words | {"citations": {"chicago": ["{title}<, {date}> *{edition}* {what}", ""], "mla": ["", ""]}}
    )
    assert "".join(chicago.itertext()) == "{url} <*> {none}, May 1961 E* {what}"
    assert [i.text for i in chicago.iter("i")] == ["E*"]


def test_csl_json_bibtex_and_ris_say_the_same(cited: citation.Source) -> None:
    (item,) = json.loads(citation.csl_json(cited))
    assert item["title"] == "Talk about the Lamp, 3 May 1961"
    assert item["original-date"] == {"date-parts": [[1961, 5, 3]]}
    assert item["translator"] == [{"literal": "Bolor Trial"}]
    assert citation.bibtex(cited).splitlines()[:3] == [
        "@incollection{lamp-talk,",
        # In two pairs of braces, so that no style sets names in small letters.
        "  title = {{Talk about the Lamp, 3 May 1961}},",
        "  booktitle = {The Lighthouse Papers},",
    ]
    assert citation.ris(cited).split("\r\n")[:2] == ["TY  - CHAP", "TI  - Talk about the Lamp, 3 May 1961"]
    assert citation.ris(cited).endswith("ER  - \r\n")


def test_a_span_of_time_is_cited_whole(words: dict[str, Any]) -> None:
    summary = etree.fromstring(
        '<document id="d" title="Diary" date="1969-06" date-from="1969-06" date-to="1969-08"'
        ' date-text="June–August 1969"/>'
    )
    cited = citation.source(summary, read("edition.xml"))

    chicago, *_ = citation.citations(cited, words)
    (item,) = json.loads(citation.csl_json(cited))
    assert "“Diary,” June–August 1969" in "".join(chicago.itertext())
    assert item["original-date"] == {"date-parts": [[1969, 6], [1969, 8]]}
    assert "  origdate = {1969-06/1969-08}," in citation.bibtex(cited).splitlines()


def test_bibtex_escapes_what_tex_would_read() -> None:
    odd = citation.Source(
        "ł&ż", "50% of {a} & b_c #1", "", (), "", "E", (CitedName("Quill & Co."),), "", "", ""
    )
    assert citation.bibtex(odd).splitlines()[:4] == [
        "@incollection{l-z,",
        r"  title = {{50\% of \{a\} \& b\_c \#1}},",
        "  booktitle = {E},",
        r"  editor = {{Quill \& Co.}},",
    ]
    # An address is read as it stands.
    assert "  url = {https://e.example/a_b.html}," in (
        citation.bibtex(replace(odd, url="https://e.example/a_b.html")).splitlines()
    )


def of_name(markup: str) -> CitedName:
    return cited_name(etree.fromstring(f'<persName xmlns="http://www.tei-c.org/ns/1.0">{markup}</persName>'))


@pytest.mark.parametrize(
    ("markup", "read", "in_lists"),
    [
        ("<forename>Ada</forename>\n <surname>Quill</surname>", "Ada Quill", "Quill, Ada"),
        ("Ada <surname>Quill</surname>", "Ada Quill", "Quill, Ada"),
        ("<surname>Quill</surname>, <forename>Ada</forename>", "Ada Quill", "Quill, Ada"),
        (
            "<roleName>Dr.</roleName> <forename>Ada</forename> <forename>Maria</forename>"
            " <nameLink>von der</nameLink> <surname>Heide</surname>, <genName>Jr.</genName>",
            "Ada Maria von der Heide, Jr.",
            "von der Heide, Ada Maria, Jr.",
        ),
        (
            "<forename>Jean</forename>-<forename>Luc</forename>"
            " <nameLink>d’</nameLink><surname>Alder</surname>",
            "Jean-Luc d’Alder",
            "d’Alder, Jean-Luc",
        ),
        (
            "<surname>Heide</surname>, <forename>Ada</forename> <nameLink>von der</nameLink>",
            "Ada von der Heide",
            "von der Heide, Ada",
        ),
        (
            "<forename>Juan</forename> <surname>Molina</surname> <nameLink>y</nameLink>"
            " <surname>Rosa</surname>",
            "Juan Molina y Rosa",
            "Molina y Rosa, Juan",
        ),
        (
            "<forename>Karl</forename> <surname>Feld</surname> <addName>the Elder</addName>",
            "Karl Feld the Elder",
            "Feld, Karl, the Elder",
        ),
        # Where the family stands first it stays there.
        ("<surname>马</surname><forename>尔一</forename>", "马尔一", "马, 尔一"),
        ("<surname>Nagy</surname> <forename>Ida</forename>", "Nagy Ida", "Nagy, Ida"),
        # What is not told is not guessed.
        ("Nagy Ida", "Nagy Ida", "Nagy Ida"),
        ("Quill, Ada", "Quill, Ada", "Quill, Ada"),
        ("<forename>Ochiryn</forename> <forename>Bolor</forename>", "Ochiryn Bolor", "Ochiryn Bolor"),
        (
            "Dr. <forename>Ada</forename> <surname>Quill</surname>",
            "Dr. Ada Quill",
            "Dr. Ada Quill",
        ),
        (
            "<forename>Ada</forename> <surname>Quill</surname> (née <surname>Marl</surname>)",
            "Ada Quill (née Marl)",
            "Ada Quill (née Marl)",
        ),
        ("Ada <surname>Quill</surname>, PhD", "Ada Quill, PhD", "Ada Quill, PhD"),
    ],
)
def test_a_name_is_sorted_by_the_surname_that_its_markup_tells(markup: str, read: str, in_lists: str) -> None:
    name = of_name(markup)
    assert (name.read, name.sorted) == (read, in_lists)


def test_programs_for_bibliographies_are_told_the_parts_of_names() -> None:
    names = (
        of_name(
            "<forename>Ada</forename> <nameLink>von der</nameLink> <surname>Heide</surname>,"
            " <genName>Jr.</genName>"
        ),
        of_name("<surname>马</surname><forename>尔一</forename>"),
        of_name("<forename>Juan</forename> <surname>Molina y Rosa</surname>"),
        CitedName("Trial, Ltd.", is_body=True),
    )
    cited = replace(LAMP, editors=names, translators=names[:1])

    (item,) = json.loads(citation.csl_json(cited))
    assert item["editor"] == [
        {
            "family": "Heide",
            "given": "Ada",
            "non-dropping-particle": "von der",
            "suffix": "Jr.",
            "comma-suffix": True,
        },
        {"family": "马", "given": "尔一", "static-ordering": True},
        {"family": "Molina y Rosa", "given": "Juan"},
        {"literal": "Trial, Ltd."},
    ]
    assert (
        "  editor = {von der Heide, Jr., Ada and 马, 尔一 and {Molina y Rosa}, Juan and {Trial, Ltd.}},"
        in citation.bibtex(cited).splitlines()
    )
    lines = citation.ris(cited).split("\r\n")
    assert [line for line in lines if line.startswith(("A2", "A4"))] == [
        "A2  - von der Heide, Ada, Jr.",
        "A2  - 马, 尔一",
        "A2  - Molina y Rosa, Juan",
        # No comma: what stands before it would be a surname.
        "A2  - Trial Ltd.",
        "A4  - von der Heide, Ada, Jr.",
    ]


def test_translators_of_a_document_come_with_their_parts_and_one_by_one(
    summarise: Callable[[etree._Element], etree._Element],
) -> None:
    root = tei("<p>A lamp.</p>")
    (statement,) = root.iter("{*}titleStmt")
    statement.append(
        etree.fromstring(
            """<respStmt xmlns="http://www.tei-c.org/ns/1.0" xml:id="translator"><resp>translation</resp>
            <persName><forename>Bolor</forename> <surname>Trial</surname>, <genName>Jr.</genName></persName>
            <orgName>Office of <surname>Marl</surname></orgName></respStmt>"""
        )
    )
    cited = citation.source(summarise(root), read("edition.xml"))
    assert cited.translators == (
        CitedName("Bolor Trial, Jr.", "Trial", "Bolor", suffix="Jr.", has_comma=True),
        CitedName("Office of Marl", is_body=True),
    )


def test_an_editor_element_may_hold_several_names() -> None:
    edition = etree.fromstring(
        """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>
        <editor><persName>Ada <surname>Quill</surname></persName> and <persName>B. Trial</persName></editor>
        <editor>Mr Marl</editor></titleStmt></fileDesc></teiHeader></TEI>"""
    )
    cited = citation.source(etree.fromstring('<document id="x"/>'), edition)
    assert [name.sorted for name in cited.editors] == ["Quill, Ada", "B. Trial", "Mr Marl"]


@pytest.mark.parametrize(
    "said",
    [
        "not named",
        "translator not named in the source",
        "The name of the translator is not known.",
        "Unknown",
        "an unknown translator",
        "translator unknown",
        "Anonymous",
        "N.N.",
        "the editors",
        "Translator",
        "Übersetzer nicht genannt",
        "ungenannter Übersetzer",
        "Die Herausgeberinnen",
        "переводчик не указан",
        "неизвестен",
        "traducteur inconnu",
        "les éditeurs",
        "译者不详",
    ],
)
def test_whom_nobody_names_no_citation_names(said: str, words: dict[str, Any]) -> None:
    summary = etree.fromstring(
        f'<document id="x" title="A Lamp"><translator kind="name">{said}</translator></document>'
    )
    edition = etree.fromstring(
        f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Lamps</title>
        <respStmt xml:id="editor"><resp>annotation</resp><name>{said}</name></respStmt></titleStmt>
        <publicationStmt><date>2026</date></publicationStmt></fileDesc></teiHeader></TEI>"""
    )
    cited = citation.source(summary, edition)
    assert (cited.translators, cited.editors) == ((), ())
    chicago = citation.citations(cited, words).find("citation[@style='chicago']")
    assert chicago is not None
    assert "".join(chicago.itertext()) == "“A Lamp,” in Lamps (2026)."


@pytest.mark.parametrize(
    "markup",
    [
        "<name>B. Uyanga</name>",
        # Names, not statements that nobody is named.
        "<orgName>Bureau of the Unknown</orgName>",
        "<persName>Ada <surname>Unknown</surname></persName>",
        "<name>A. Edit</name>",
        "<name>Knot Named Ltd.</name>",
        "<name>Translators’ Pool</name>",
        "<name>Transl. Section</name>",
    ],
)
def test_whoever_has_a_name_is_cited(markup: str) -> None:
    statement = etree.fromstring(f'<respStmt xmlns="http://www.tei-c.org/ns/1.0">{markup}</respStmt>')
    assert [name.read for name in names_in(statement)] == ["".join(statement.itertext())]


def test_the_plain_text_is_the_reading_text(pages: Pages) -> None:
    (page,) = pages(read("telegram.xml")).files.values()
    assert takeaway.plain_text(page).decode("utf-8") == (
        "Telegram from Port Saint, 4 June 1979\n\nACTION LMP-01\n\nFM AMCONSUL PORT SAINT\n\n"
        "SUBJECT: THE LAMP\n\n"
        "1. THE LAMP WENT OUT AND THE STATEMENT OF THE KEEPER WAS SHORT.\n\n2. HE SAID NOTHING.[1]\n\n"
        "Message Attributes\n\nCapture Date: 01 jan 1994\n\nExpiration:\n\n"
        "Editor’s notes\n\n[1] He said more by post.\n"
    )


def test_in_the_plain_text_a_note_has_the_mark_of_its_call(pages: Pages) -> None:
    notes = """<p>Oil<note type="editor" xml:id="n1"><p>Whale oil.</p><p>Not seal.</p></note>
        and wicks<ref type="note" target="#n2" rend="brackets">1</ref>.</p>"""
    back = """<back><div type="notes"><note type="translator" xml:id="n2" n="1">
        <label rend="brackets">1</label> Of cotton.</note></div></back>"""
    (page,) = pages(tei(notes, back)).files.values()
    assert takeaway.plain_text(page).decode("utf-8") == (
        "A trial\n\nOil[1] and wicks[1].\n\nTranslator’s notes\n\n[1] Of cotton.\n\n"
        "Editor’s notes\n\n[1] Whale oil.\n\nNot seal.\n"
    )


def test_the_plain_text_begins_with_the_title_wherever_that_stands() -> None:
    page = """<body><div class="text"><p>Oil<!-- --> and <span class="src">wyks</span>
        <a class="name">wicks</a>.</p><table><tr><td>1<td>2</table></div><h1>Lamps</h1><h1>No</h1></body>"""
    assert takeaway.plain_text(page.encode()).decode() == "Lamps\n\nOil and wicks.\n\n1 2\n"


@pytest.mark.parametrize(
    ("behind", "text"),
    [
        ("<aside><div class='fact'>A text, notes.</div></aside>", "Oil."),
        ("<aside>Side.</aside><h1 id='t'>Lamps</h1>", "Lamps\n\nOil."),
        ("<aside>Side.</aside><section class='author notes'>Of whales.</section>", "Oil.\n\nOf whales."),
        ('<aside>Side.</aside><div class="text" lang="de">Öl.</div>', "Oil.\n\nÖl."),
    ],
)
def test_the_plain_text_has_what_an_editions_stylesheets_put_behind_the_article(
    behind: str, text: str
) -> None:
    page = f"<body><main><article><div class='text'><p>Oil.</p></div></article>{behind}</main></body>"
    assert takeaway.plain_text(page.encode()).decode() == f"{text}\n"


@pytest.mark.parametrize(
    ("of_page", "said"),
    [
        ("en", {"other": "ru o2 o3"}),
        ("de", {"title-lang": "en", "lang": "en", "other": "ru o2 o3"}),
    ],
)
def test_the_search_is_told_which_parts_have_another_language(
    languages: dict[str, str], of_page: str, said: dict[str, str]
) -> None:
    site = web.Site(read("edition.xml"), web_assets.interface_language(languages, of_page))
    made = lone_page(read("bilingual.xml"), site)
    (octets,) = made.files.values()
    record = lxml_html.document_fromstring(search.search_record(octets, {}, {}, ""))
    assert dict(told_to_pagefind(record, "meta")) == {"date": "", **said}


def test_an_archive_is_the_same_whenever_it_is_packed() -> None:
    files = {"tei/b.xml": b"b", "tei/a.xml": b"a"}
    packed = takeaway.archive(files, "edition")
    assert packed == takeaway.archive(dict(reversed(files.items())), "edition")
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert opened.namelist() == ["edition/tei/a.xml", "edition/tei/b.xml"]


def test_the_feed_has_the_changes_of_the_edition_and_its_documents_the_latest_first() -> None:
    index = etree.fromstring(
        """<index><document id="a b" title="A Lamp"><change when="2024-12-01">Read.</change>
        <change when="2025-02-11">Read again.</change></document></index>"""
    )
    feed = etree.fromstring(
        takeaway.feed(read("edition.xml"), index, "https://papers.example.org/lighthouse/")
    )
    assert [
        tuple(entry.findtext(f"{{*}}{part}") for part in ("updated", "title", "content"))
        for entry in feed.iter("{*}entry")
    ] == [
        ("2025-03-02T00:00:00Z", "The second document.", "The second document."),
        ("2025-02-11T00:00:00Z", "A Lamp", "Read again."),
        ("2025-01-09T00:00:00Z", "The first document.", "The first document."),
        ("2024-12-01T00:00:00Z", "A Lamp", "Read."),
    ]
    assert feed.findtext("{*}updated") == "2025-03-02T00:00:00Z"
    # An id stays when others are added.
    assert [entry.findtext("{*}id").partition("#")[2] for entry in feed.iter("{*}entry")] == [
        "2",
        "a%20b-2",
        "1",
        "a%20b-1",
    ]
    assert [entry.find("{*}link").get("href") for entry in feed.iter("{*}entry")][:2] == [
        "https://papers.example.org/lighthouse/",
        "https://papers.example.org/lighthouse/documents/a%20b.html",
    ]


def test_the_sitemap_has_every_page_at_its_address() -> None:
    made = etree.fromstring(takeaway.sitemap(["b c.html", "a.html"], "https://e.example/"))
    assert [loc.text for loc in made.iter("{*}loc")] == [
        "https://e.example/a.html",
        "https://e.example/b%20c.html",
    ]


def test_fonts_hold_the_characters_asked_for_and_are_the_same_each_time() -> None:
    first, second = (web_fonts(frozenset("ŏж")) for _ in range(2))
    assert first == second
    for name in ("serif-italic", "mono"):
        font = first[f"assets/{name}.woff2"]
        assert font.startswith(b"wOF2")
        assert len(font) < 80_000
        assert {ord("ŏ"), ord("ж"), ord("a")} <= set(TTFont(io.BytesIO(font)).getBestCmap())
