"""Whatever TEI comes: its text reaches the page, and what has no rule is reported."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from lxml import etree
from lxml import html as lxml_html
from web_trials import Render, tei

from dragoman.render import web

RNG = "{http://relaxng.org/ns/structure/1.0}"

# Where any element is put: text may come in all of these, whatever the schema says.
PLACES = {
    "a division": "{}",
    "a paragraph": "<p>before {} after</p>",
    "a heading": "<div><head>before {} after</head><p/></div>",
    "an emphasised word": "<p><hi rend='italic'>{}</hi></p>",
    "a list": "<list>{}</list>",
    "an item": "<list><item>before {} after</item></list>",
    "a list with labels": "<list><label>L</label><item>{}</item></list>",
    "a table": "<table><row><cell>x</cell></row>{}</table>",
    "a row": "<table><row>{}</row></table>",
    "a cell": "<table><row><cell>{}</cell></row></table>",
    "a speech": "<sp><speaker>S</speaker>{}</sp>",
    "a stanza": "<lg>{}</lg>",
    "an opener": "<opener>{}</opener>",
    "a closer": "<closer>before {} after</closer>",
    "a list of titles": "<listBibl>{}</listBibl>",
    "a title entry": "<listBibl><bibl>{}</bibl></listBibl>",
    "a quotation": "<quote><p>{}</p></quote>",
    "a figure": "<figure>{}</figure>",
    "a footnote": "<p>x<note place='foot'><p>{}</p></note></p>",
    "a choice": "<p><choice>{}<reg>r</reg></choice></p>",
    "a variant": "<p><app><lem>l</lem><rdg wit='#A'>{}</rdg></app></p>",
    "a correction": "<p><subst><del>{}</del><add>a</add></subst></p>",
    "a name in a name": "<p><persName ref='person:a'>{}</persName></p>",
    "a reference": "<p><ref target='https://example.org/'>{}</ref></p>",
}

# Statements about the text, the header and the bytes of a picture are not text.
NOT_TEXT = {"binaryObject", "certainty", "index", "interpGrp", "precision", "respons", "teiHeader"}


def element_names(grammar: etree._Element) -> list[str]:
    names = {element.get("name") or "" for element in grammar.iter(f"{RNG}element")}
    return sorted(name for name in names if re.fullmatch(r"[A-Za-z0-9]+", name))


def contents(grammar: etree._Element) -> dict[str, set[str]]:
    """What may stand right inside each element: names of elements, and "" for text."""
    definitions: dict[str, list[etree._Element]] = {}
    for definition in grammar.iter(f"{RNG}define"):
        definitions.setdefault(definition.get("name") or "", []).append(definition)
    found: dict[str, set[str]] = {}
    for element in grammar.iter(f"{RNG}element"):
        inside = found.setdefault(element.get("name") or "", set())
        todo, seen = [element], set()
        while todo:
            for child in todo.pop():
                if child.tag in (f"{RNG}text", f"{RNG}data", f"{RNG}value"):
                    inside.add("")
                elif child.tag == f"{RNG}element":
                    inside.add(child.get("name") or "")
                elif child.tag == f"{RNG}ref":
                    name = child.get("name") or ""
                    if name not in seen:
                        seen.add(name)
                        todo += definitions.get(name, [])
                elif child.tag != f"{RNG}attribute":
                    todo.append(child)
    return found


def trial(name: str, word: str, inside: dict[str, set[str]]) -> str | None:
    """The element with a word in it, or in a child of it; None where neither can hold one."""
    if "" in inside[name]:
        return f"<{name}>{word}</{name}>"
    holders = [child for child in inside[name] if "" in inside.get(child, ()) and child not in NOT_TEXT]
    child = "p" if "p" in holders else min(holders, default=None)
    return f"<{name}><{child}>{word}</{child}></{name}>" if child else None


@pytest.mark.parametrize("place", PLACES)
def test_the_text_of_every_element_of_tei_reaches_the_page(
    place: str, tei_all_grammar: etree._Element, render: Render
) -> None:
    inside = contents(tei_all_grammar)
    trials = {}
    for name in element_names(tei_all_grammar):
        made = None if name in NOT_TEXT else trial(name, f"word-{name}-", inside)
        if made:
            trials[name] = PLACES[place].format(made)
    page = "".join(render(tei("".join(trials.values()))).find(".//main").itertext())
    assert len(trials) > 450
    assert [name for name in trials if f"word-{name}-" not in page] == []


# Beside the text: what describes pictures, people or passages.
BESIDE = {
    "stand-off": "<standOff>{}</standOff>",
    "a person": "<standOff><listPerson><person>{}</person></listPerson></standOff>",
    "a picture": "<facsimile><surface><zone>{}</zone></surface></facsimile>",
    "a transcription of lines": "<sourceDoc><surface><zone><line>{}</line></zone></surface></sourceDoc>",
}


@pytest.mark.parametrize("place", BESIDE)
def test_the_text_of_every_element_reaches_the_page_from_beside_the_text(
    place: str, tei_all_grammar: etree._Element, render: Render
) -> None:
    inside = contents(tei_all_grammar)
    trials = {}
    for name in element_names(tei_all_grammar):
        made = None if name in NOT_TEXT else trial(name, f"word-{name}-", inside)
        if made and name != "text":
            trials[name] = made
    root = tei("<p>x</p>")
    beside = f'<x xmlns="http://www.tei-c.org/ns/1.0">{BESIDE[place].format("".join(trials.values()))}</x>'
    root.insert(1, etree.fromstring(beside)[0])
    page = "".join(render(root).find(".//main").itertext())
    assert [name for name in trials if f"word-{name}-" not in page] == []


# What rare.css has rules for: classes of any element, and elements.
RARE_CLASSES = "lg l figure stage roleDesc titlePage titlePart witness entries results entry-date entry-title"
RARE = " | ".join(
    (
        "//blockquote | //img | //details[@class='facsimile'] | //*[@class='text']//dl",
        *(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]" for name in RARE_CLASSES.split()),
    )
)

# The elements whose trials have them, and texts that do.
BRINGS_RARE = ("figure", "l", "lg", "listBibl", "roleDesc", "stage", "titlePage", "titlePart")
RARE_TEXTS = (
    "<list type='results'><item><bibl><title>a</title></bibl></item></list>",
    "<list><label>a</label><item>b</item></list>",
    "<quote><p>a</p></quote>",
    "<lg><l n='5'>a</l></lg>",
    "<app><lem>a</lem><rdg wit='#A'>b</rdg></app>",
)


def test_a_page_that_has_what_is_rare_loads_its_style_and_no_other_does(
    tei_all_grammar: etree._Element, render: Render
) -> None:
    inside = contents(tei_all_grammar)
    rare = etree.XPath(RARE)
    trials = {
        name: trial(name, "word", inside) for name in element_names(tei_all_grammar) if name not in NOT_TEXT
    }
    others = "".join(f"<p>{made}</p>" for name, made in trials.items() if made and name not in BRINGS_RARE)
    page = render(tei(others))
    assert rare(page) == []
    for text in (*RARE_TEXTS, *(trials[name] for name in BRINGS_RARE)):
        page = render(tei(f"<p>{text}</p>"))
        assert rare(page), text
        assert "../assets/rare.css" in page.xpath("//link/@href"), text
    assert "../assets/rare.css" not in render(tei("<p>a</p>")).xpath("//link/@href")


def test_an_element_without_a_rule_stands_as_its_content_and_is_reported(
    pages: object, render: Render
) -> None:
    root = tei("<p>one <w>two</w></p>\n<blort xml:id='b1'>three</blort>")
    made = pages(root)  # type: ignore[operator]
    assert [(d.code, d.message, d.place.file) for d in made.diagnostics] == [
        (web.NO_RULE.code, "blort has no rule in the web stylesheets", "trial.xml")
    ]
    (span,) = render(root).xpath("//*[@id='b1']")
    assert span.text_content() == "three"


# What is no text to be read: declarations of a header, schemas, formal analyses.
WITHOUT_READING = {
    "the header": """
        application cRefPattern calendar catDesc category channel char charDecl citeStructure
        constitution correction derivation domain editorialDecl encodingDesc factuality geoDecl
        glyph interaction interpretation listPrefixDef mapping metDecl metSym namespace
        normalization prefixDef preparedness projectDesc punctuation purpose quotation refsDecl
        rendition revisionDesc samplingDecl segmentation styleDefDecl tagUsage tagsDecl taxonomy
        textDesc unitDef xenoData""",
    "schemas": """
        altIdent attDef classSpec classes constraint constraintDecl constraintSpec content
        dataSpec datatype defaultVal egXML elementSpec exemplum macroSpec memberOf model
        modelGrp modelSequence moduleRef moduleSpec outputRendition paramSpec remarks schemaRef
        schemaSpec specGrp valDesc valItem""",
    "analyses": """
        arc bicond cond eLeaf eTree fDecl fDescr fLib fsDecl fsDescr fvLib graph iNode if leaf
        listForest node root tree triangle vAlt vColl vDefault vLabel vMerge vNot vRange""",
}


def test_every_element_that_is_meant_to_be_read_has_a_rule(
    tei_all_grammar: etree._Element, pages: Callable[..., web.Pages]
) -> None:
    inside = contents(tei_all_grammar)
    trials = [trial(name, "word", inside) for name in element_names(tei_all_grammar) if name not in NOT_TEXT]
    root = tei("".join(f"<p>before {made} after</p>" for made in trials if made))
    reported = {diagnostic.message.split()[0] for diagnostic in pages(root).diagnostics}
    assert reported == {name for names in WITHOUT_READING.values() for name in names.split()}


RECORD = """<msDesc xml:id='ms1'>
  <msIdentifier><settlement>Port Saint</settlement><idno>L 3</idno></msIdentifier>
  <head>The log</head>
  <msContents><msItem><title>Log</title><incipit>The lamp was lit</incipit></msItem></msContents>
  <physDesc><objectDesc><supportDesc><support><p>Paper, <material>blue</material>.</p></support></supportDesc>
  </objectDesc></physDesc>
  <history><provenance>Found in <placeName>a boat</placeName>.</provenance></history></msDesc>"""


def test_a_manuscript_that_is_described_in_the_text_reads_as_lines(render: Render) -> None:
    page = render(tei(f"{RECORD}<p>after</p>"))
    assert text_of(page) == (
        "Port Saint, L 3 The log Log Begins: The lamp was lit Material: Paper, blue. "
        "Provenance: Found in a boat. after"
    )
    (described,) = page.xpath("//*[@id='ms1']")
    assert [p.text_content() for p in described.find_class("list-head")] == ["The log"]
    lines = [" ".join(line.text_content().split()) for line in described.find_class("line")]
    assert "Begins: The lamp was lit" in lines
    assert "Provenance: Found in a boat." in lines


def test_a_manuscript_that_is_described_in_the_header_is_described_on_the_card(render: Render) -> None:
    root = tei("<p>after</p>")
    (source,) = root.iter("{http://www.tei-c.org/ns/1.0}sourceDesc")
    described = RECORD.replace("<msDesc", "<msDesc xmlns='http://www.tei-c.org/ns/1.0'").replace(
        "</support>",
        "</support><extent>3 leaves<dimensions unit='mm'><height>210</height><width>140</width></dimensions>"
        "</extent>",
    )
    source[:] = [etree.fromstring(described)]
    (fact,) = render(root).find_class("description")
    assert fact[0].text == "Description"
    lines = [" ".join(line.text_content().split()) for line in fact.iter("p")]
    assert lines == [
        "The log",
        "Log",
        "Begins: The lamp was lit",
        "Material: Paper, blue.",
        "Extent: 3 leaves 210 × 140 mm",
        "Provenance: Found in a boat.",
    ]


def test_how_an_archive_cites_its_paper_is_not_said_a_second_time_on_the_card(render: Render) -> None:
    cited = "<additional><listBibl><bibl>{}</bibl></listBibl></additional></msDesc>"
    for words, described in (
        ("“The log,” Port Saint, L 3.", []),
        ("A. Marl, The Log", ["Literature: A. Marl, The Log"]),
    ):
        root = tei("<p>after</p>")
        (source,) = root.iter("{http://www.tei-c.org/ns/1.0}sourceDesc")
        found = """<msDesc xmlns='http://www.tei-c.org/ns/1.0'><msIdentifier><repository>Port
            Saint</repository><idno>L 3</idno></msIdentifier>"""
        source[:] = [etree.fromstring(found + cited.format(words))]
        lines = render(root).xpath("//*[contains(@class, 'description')]//p")
        assert [" ".join(line.text_content().split()) for line in lines] == described


def test_the_parts_of_an_entry_of_a_dictionary_are_parted_and_where_points_part_them_those_are_enough(
    render: Render,
) -> None:
    sense = "<sense n='1'><def>a light</def></sense>"
    form = "<form><orth>lamp</orth><pron>læmp</pron></form>"
    entry = f"<entry>{form}<gramGrp><pos>n</pos></gramGrp>{sense}</entry>"
    printed = "<entryFree><orth>lamp</orth>, <pos>n</pos>. <def>a light</def></entryFree>"
    assert text_of(render(tei(entry))) == "lamp læmp n 1. a light"
    assert text_of(render(tei(f"<p>{printed}</p>"))) == "lamp, n. a light"


def test_the_parts_of_a_title_have_blanks_between_them(render: Render) -> None:
    title = (
        "<analytic><author>A. Marl</author><title>Oil</title></analytic><monogr><title>Lamps</title></monogr>"
    )
    page = render(tei(f"<listBibl><biblStruct>{title}</biblStruct></listBibl>"))
    assert text_of(page) == "A. Marl Oil Lamps"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<dimensions unit='mm'><height>210</height><width>140</width></dimensions>", "210 × 140 mm"),
        ("<imprint><pubPlace>Ulm</pubPlace><publisher>Quill</publisher></imprint>", "Ulm, Quill"),
        ("<imprint><pubPlace>Ulm</pubPlace>: <publisher>Quill</publisher></imprint>", "Ulm: Quill"),
        ("<secl>so they say</secl>", "{so they say}"),
    ],
)
def test_parts_are_parted_as_their_kind_has_it(written: str, read: str, render: Render) -> None:
    assert text_of(render(tei(f"<p>{written}</p>"))) == read


def test_how_a_word_is_said_stands_above_it(render: Render) -> None:
    (ruby,) = render(tei("<p><ruby><rb>灯</rb><rt place='above'>dēng</rt></ruby></p>")).iter("ruby")
    assert (ruby.text, [(rt.tag, rt.text) for rt in ruby]) == ("灯", [("rt", "dēng")])


def test_markup_that_is_spoken_of_is_shown_as_it_is_written(render: Render) -> None:
    example = "<egXML xmlns='http://www.tei-c.org/ns/Examples'><p rend='x'>A <b/> &amp; c</p></egXML>"
    (code,) = render(tei(f"<p>{example}</p>")).iter("code")
    assert code.text_content() == '<p rend="x">A <b/> &amp; c</p>'


def test_what_an_example_says_of_a_namespace_stays(render: Render) -> None:
    said = '<![CDATA[<text xmlns="urn:lamps" mention-number="1">]]>'
    example = f"<egXML xmlns='http://www.tei-c.org/ns/Examples'><p>{said}</p></egXML>"
    (code,) = render(tei(f"<p>{example}</p>")).iter("code")
    assert code.text_content() == '<p>&lt;text xmlns="urn:lamps" mention-number="1"&gt;</p>'


def test_words_of_a_document_that_look_like_the_mark_of_such_an_element_stay(pages: object) -> None:
    said = "He typed &lt;unknown name=&quot;a&quot; path=&quot;b&quot;&gt; and &lt;/unknown&gt; there."
    root = tei(f"<p>{said}</p><blort>three</blort><p><unclear reason='&lt;/unknown&gt;'>four</unclear></p>")
    made = pages(root)  # type: ignore[operator]
    (octets,) = made.files.values()
    page = lxml_html.document_fromstring(octets.decode("utf-8"))
    plain = 'He typed <unknown name="a" path="b"> and </unknown> there.'
    assert page.xpath("string(//p[@class='p'])") == plain
    assert page.xpath("string(//meta[@name='description']/@content)").startswith(plain)
    assert page.xpath("string(//*[@class='unclear']/@title)").endswith("</unknown>")
    assert [diagnostic.code for diagnostic in made.diagnostics] == [web.NO_RULE.code]


def test_an_element_of_another_namespace_is_an_element_without_a_rule(render: Render) -> None:
    page = render(tei("<p>a <x:em xmlns:x='urn:x'>b</x:em> c</p>"))
    assert page.xpath("string(//p[@class='p'])").split() == ["a", "b", "c"]


def test_prefixes_make_no_difference(render: Render) -> None:
    text = etree.tostring(tei("<p xml:id='p1'>a <hi rend='bold'>b</hi></p>"), encoding="unicode")
    prefixed = re.sub(r"<(/?)(?=[A-Za-z])", r"<\1t:", text).replace("xmlns=", "xmlns:t=")
    page = render(etree.fromstring(prefixed))
    assert page.xpath("string(//p[@id='p1'])") == "a b"


def test_a_paragraph_that_holds_a_list_or_a_table_is_valid_html(render: Render) -> None:
    page = render(
        tei("<p xml:id='p1'>a<list><item>b</item></list><table><row><cell>c</cell></row></table>d</p>")
    )
    (paragraph,) = page.xpath("//*[@id='p1']")
    assert paragraph.tag == "div"
    assert "".join(paragraph.itertext()) == "abcd"


def test_the_words_of_two_readings_are_both_there_and_told_apart(render: Render) -> None:
    page = render(tei("<p><app><lem>oil</lem><rdg wit='#A #B'>fat</rdg></app></p>"))
    assert page.xpath("string(//*[contains(@class,'reg')])") == "oil"
    assert page.xpath("//*[contains(@class,'src')]/text()") == ["fat", "A B"]


def test_a_note_in_a_note_and_a_note_with_paragraphs_are_both_called(render: Render) -> None:
    page = render(
        tei(
            "<p>x<note type='editor' xml:id='a'><p>one</p>"
            "<p>two<note type='editor' xml:id='b'>three</note></p></note></p>"
        )
    )
    assert page.xpath("//a[contains(@class,'call')]/@href") == ["#a", "#b"]
    assert page.xpath("//li[@id='a']/a/text()") == ["1"]
    assert page.xpath("//li[@id='b']/a/text()") == ["2"]


def test_several_refs_on_one_name_lead_to_all_of_them(render: Render, people: etree._Element) -> None:
    second = etree.fromstring(etree.tostring(people).replace(b"ede-marl", b"ada-marl"))
    page = render(
        tei("<p><persName ref='person:ede-marl person:ada-marl'>the Marls</persName></p>"), people, second
    )
    assert page.xpath("//p[@class='p']//a[not(@class='anchor')]/@href") == [
        "../people.html#ede-marl",
        "../people.html#ada-marl",
    ]


def text_of(page: lxml_html.HtmlElement) -> str:
    return " ".join(page.xpath("string(//div[@class='text'])").split())


@pytest.mark.parametrize(
    ("attributes", "series"),
    [
        ("type='translator' subtype='gloss'", "translator"),
        ("type='translator' subtype='comment'", "translator"),
        ("type='physical'", "editor"),
        ("type='abstract'", "editor"),
        ("", "editor"),
    ],
)
def test_a_note_in_the_block_at_the_end_is_a_note_whatever_its_kind(
    render: Render, attributes: str, series: str
) -> None:
    note = f"<note xml:id='n9' {attributes}>Of oil.</note>"
    back = f"<back><div type='notes'><head>Notes</head>{note}</div></back>"
    page = render(tei("<p>The lamp<ref type='note' target='#n9'>9</ref> is dim.</p>", back))
    (call,) = page.find_class("call")
    assert (call.get("href"), call.text_content()) == ("#n9", "9")
    (shown,) = page.xpath(f"//section[@class='notes {series}']//li[@id='n9']")
    assert shown.xpath("string(div)").strip() == "Of oil."


def test_a_pointer_to_a_note_that_stays_in_its_line_leads_there(render: Render) -> None:
    page = render(
        tei(
            "<p>Oil<note type='translator' subtype='gloss' xml:id='n9' rend='brackets'>of whales</note>.</p>"
            "<p>Wicks<ref type='note' target='#n9' rend='brackets'>9</ref>.</p>"
        )
    )
    assert [
        (link.get("href"), link.text_content())
        for link in page.xpath("//*[@class='text']//a[not(@aria-label)]")
    ] == [("#n9", "[9]")]
    assert page.find_class("call") == []


def test_a_note_of_an_apparatus_is_a_note_and_is_said_once(render: Render) -> None:
    page = render(tei("<p><app><lem>oil</lem><note>The mason slipped.</note></app></p>"))
    assert page.xpath("//*[@class='text']//a[contains(@class,'call')]/@href") == ["#note-editor-1"]
    assert page.xpath("string(//article)").count("The mason slipped.") == 1


def test_a_reference_of_scholarship_is_one_line_and_an_entry_of_a_list_is_several(render: Render) -> None:
    page = render(
        tei(
            "<listBibl><bibl><author>A. Reader</author>, <title>Stones</title>, <date>1901</date>.</bibl>"
            "<bibl><date>1902</date> <title>Letter</title></bibl></listBibl>"
        )
    )

    assert [e.text_content() for e in page.find_class("entry-title")] == ["Letter"]
    assert [e.text_content() for e in page.find_class("entry-date")] == ["1902"]
    assert text_of(page).startswith("A. Reader, Stones, 1901.")


def test_a_comment_that_is_a_paragraph_stands_in_its_place_and_one_beside_words_is_called(
    render: Render,
) -> None:
    comment = '<note type="translator" subtype="comment" rend="brackets">{}</note>'
    page = render(
        tei(f"<p>{comment.format('The minister enters.')}</p><p>He sits. {comment.format('Laughter.')}</p>")
    )

    assert text_of(page).startswith("[The minister enters.]He sits. a")
    assert [" ".join(e.text_content().split()) for e in page.xpath("//li[contains(@class,'note')]")] == [
        "aLaughter."
    ]


def test_numbered_lines_are_lines_and_their_numbers_stand_beside_them(render: Render) -> None:
    page = render(tei('<ab><lb n="1"/>one <lb n="2"/>two in<lb n="3" break="no"/>scribed</ab><p>a<lb/>b</p>'))
    assert page.xpath("//span[@class='lb']/@data-n") == ["1", "2", "3"]
    assert len(page.xpath("//br")) == len(page.xpath("//br[preceding-sibling::node()]")) == 2
    assert page.xpath("name(//span[@class='wrap']/following-sibling::*[1])") == "br"


def test_in_a_play_what_stands_within_a_line_stays_in_it(render: Render) -> None:
    page = render(
        tei(
            "<castList><castItem><role>Maud</role>, <roleDesc>the daughter</roleDesc></castItem></castList>"
            '<sp><speaker>Maud</speaker><l n="4" part="I">Who calls?</l></sp>'
            '<sp><speaker>Boatman</speaker><l n="5" part="F">No one. <stage>He spits.</stage></l></sp>'
        )
    )
    assert text_of(page).startswith("Maud, the daughter")
    (spits,) = page.find_class("stage")
    assert (spits.get("class"), spits.getparent().get("class")) == ("stage", "l part")
    assert page.xpath("//div[contains(@class,'l ') or @class='l']/@data-n") == ["5"]


@pytest.mark.parametrize(
    ("quoted", "tag"),
    [
        ("<q>Who calls?</q> she said.", "q"),
        ("<said>“Who calls?”</said> she said.", "span"),
        ("“<quote>Who calls?</quote>” she said.", "span"),
        ("<quote rend='brackets'>Who calls?</quote> she said.", "span"),
    ],
)
def test_quotation_marks_that_were_made_markup_are_set_again_and_no_others(
    quoted: str, tag: str, render: Render
) -> None:
    (element,) = render(tei(f"<p>{quoted}</p>")).xpath("//*[@class='q' or @class='said' or @class='quote']")
    assert element.tag == tag


def test_a_pointer_says_what_it_points_to(render: Render) -> None:
    page = render(
        tei(
            "<p>See <ptr target='#n1'/>, <ptr target='#d'/> and <ptr target='https://example.org/'/>.</p>"
            "<div xml:id='d'><head>Spring</head><p>x<note xml:id='n1'>A note.</note></p></div>"
        )
    )
    assert page.xpath("(//p[@class='p'])[1]/a/text()") == ["1", "Spring", "https://example.org/"]


def test_a_letter_of_another_project_is_a_letter(render: Render) -> None:
    page = render(
        tei("<div type='letter'><opener><salute>Dear friend,</salute></opener><p>x</p></div>", kind="letter")
    )
    stranger = etree.tostring(tei("<opener><salute>Dear friend,</salute></opener>"), encoding="unicode")
    stranger = stranger.replace('<div type="document" subtype="memorandum">', '<div type="letter">')
    other = render(etree.fromstring(stranger))
    assert [p.xpath("string(//p[@class='kicker']/span[1])") for p in (page, other)] == ["Letter", "Letter"]
