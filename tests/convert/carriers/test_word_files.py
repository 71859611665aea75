"""Word files: numbers of lists, tables, boxes, hidden words, running heads; each is text or in the ledger."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from dragoman.convert import carriers
from dragoman.convert.carriers.numerals import word_number

from .makers import W, paragraph, run, word_file

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def read(body: str, **parts: str) -> carriers.Carried:
    return carriers.read(word_file(body, **parts), "a.docx")


def text_of(body: str, **parts: str) -> str:
    return read(body, **parts).source.text


def ledger_of(found: carriers.Carried) -> list[tuple[str, str, str]]:
    return [(item.kind, item.text, item.place) for item in found.ledger]


def level(at: int, text: str, style: str = "decimal", more: str = "") -> str:
    form = f'<w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{form}</w:lvl>'


def listed(words: str, number: str, at: int = 0) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(f"<w:pPr>{numbered}</w:pPr>", run(words))


CELL = f"<w:tc>{paragraph(run('{}'))}</w:tc>"
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    + level(0, "%1.")
    + level(1, "(%2)", "lowerLetter")
    + level(2, "%1.%2.%3", "lowerRoman", "<w:isLgl/>")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="8">'
    + level(0, "\uf0b7", "bullet")
    + level(1, "–", "bullet")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="9">'
    + level(0, "Article %1:", "upperRoman", '<w:pStyle w:val="Article"/>')
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="7"/>'
    + '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    + '<w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Article">'
    '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Short"><w:basedOn w:val="Article"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Plain"><w:basedOn w:val="Article"/>'
    '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
)


def lines(body: str) -> list[str]:
    return [line for line in text_of(body, numbering=NUMBERING, styles=STYLES).split("\n") if line]


def test_the_numbers_that_word_shows_are_in_the_text_and_in_the_ledger():
    body = listed("The weir.", "1") + listed("The road.", "1")
    found = read(body, numbering=NUMBERING)
    assert found.source.text == "1. The weir.\n\n2. The road.\n"
    assert [str(item) for item in found.ledger] == [
        "paragraph 1: numbering “1.” is a number of Word's making, written into the text",
        "paragraph 2: numbering “2.” is a number of Word's making, written into the text",
    ]


def test_a_level_below_begins_anew_under_each_number_and_can_show_the_numbers_above():
    body = "".join(
        listed(words, "1", at)
        for words, at in [("A", 0), ("b", 1), ("c", 1), ("d", 2), ("E", 0), ("f", 1), ("g", 2)]
    )
    assert lines(body) == ["1. A", "(a) b", "(b) c", "1.2.1 d", "2. E", "(a) f", "2.1.1 g"]


def test_lists_made_of_one_count_on_unless_one_says_where_it_begins():
    body = listed("A", "1") + listed("B", "3") + listed("C", "1") + listed("D", "3")
    assert lines(body) == ["1. A", "5. B", "6. C", "7. D"]


def test_a_bullet_in_a_font_of_signs_is_a_bullet_and_a_dash_is_a_dash():
    assert lines(listed("ice", "2") + listed("water", "2", 1)) == ["• ice", "– water"]


def test_a_style_gives_its_paragraphs_numbers_and_another_takes_them_back():
    styled = [("Article", "Rivers"), ("Plain", "A word."), ("Short", "Weirs")]
    body = "".join(
        paragraph(f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>', run(words)) for style, words in styled
    )
    assert lines(body) == ["Article I: Rivers", "A word.", "Article II: Weirs"]


def test_the_lists_of_a_file_made_with_another_program_are_numbered():
    document = docx.Document()
    for words in ("The weir.", "The road."):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("Ice.", style="List Bullet")
    octets = io.BytesIO()
    document.save(octets)
    text = carriers.read(octets.getvalue(), "a.docx").source.text
    assert text == "1. The weir.\n\n2. The road.\n\n• Ice.\n"


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        '<w:num w:numId="1"/>',
        '<w:num w:numId="1"><w:abstractNumId w:val="none"/></w:num>',
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Article"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num>',
    ],
)
def test_a_list_that_is_nowhere_defined_has_no_numbers(numbering: str):
    assert text_of(listed("The weir.", "1", 3), numbering=numbering, styles=STYLES) == "The weir.\n"


@pytest.mark.parametrize(
    ("number", "style", "shown"),
    [
        (28, "lowerLetter", "bb"),
        (4, "upperRoman", "IV"),
        (3, "decimalZero", "03"),
        (22, "ordinal", "22nd"),
        (11, "ordinal", "11th"),
        (2, "cardinalText", "Two"),
        (40, "ordinalText", "40"),
        (7, "russianLower", "ж"),
        (5, "chicago", "**"),
        (0, "lowerRoman", "0"),
        (1, "none", ""),
        (1, "hebrew1", None),
    ],
)
def test_numbers_have_the_form_that_word_gives_them(number: int, style: str, shown: str | None):
    assert word_number(number, style) == shown


def test_a_format_that_is_not_known_is_written_in_figures_and_the_ledger_says_so():
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{level(0, "%1)", "hebrew1")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    found = read(listed("The weir.", "1"), numbering=numbering)
    assert found.source.text == "1) The weir.\n"
    assert found.ledger[0].reason.endswith("in figures (its format is hebrew1)")


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(words))}</w:tc>"


def test_a_table_has_a_line_for_each_row_and_a_wide_cell_keeps_its_columns():
    wide = cell("Level in cm", '<w:gridSpan w:val="2"/>')
    rows = f"<w:tr>{cell('Gauge')}{wide}</w:tr><w:tr>{cell('Four')}{cell('212')}{cell('')}</w:tr>"
    struck = f'<w:tr><w:trPr><w:del w:author="Editor"/></w:trPr>{cell("Five")}{cell("99")}</w:tr>'
    found = read(f"<w:tbl>{rows}{struck}</w:tbl>")
    assert found.source.text == "Gauge\tLevel in cm\t\nFour\t212\t\n"
    assert ledger_of(found)[:2] == [
        ("table", "3 rows, 3 columns", "table 1"),
        ("deletion", "Editor, no date: Five 99", "table 1"),
    ]


def test_a_table_of_one_column_is_a_frame_round_paragraphs():
    frame = f"<w:tc>{paragraph(run('First.'))}{paragraph(run('Second.'))}</w:tc>"
    assert text_of(f"<w:tbl><w:tr>{frame}</w:tr></w:tbl>") == "First.\n\nSecond.\n"


def test_a_box_of_text_follows_its_paragraph_once_however_often_it_is_drawn():
    box = f"<w:txbxContent>{paragraph(run('TOP SECRET'))}{paragraph(run('Copy 2'))}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    drawn = (
        f'<w:r><m:AlternateContent xmlns:m="{mc}"><m:Choice><w:drawing>{box}</w:drawing></m:Choice>'
        f"<m:Fallback><w:pict>{box}</w:pict></m:Fallback></m:AlternateContent></w:r>"
    )
    found = read(paragraph(drawn, run("Record of Ice")) + paragraph(run("It is thin.")))
    assert found.source.text == "Record of Ice\n\nTOP SECRET\n\nCopy 2\n\nIt is thin.\n"
    assert ledger_of(found) == [("text box", "TOP SECRET Copy 2", "paragraph 1")]


def test_words_that_word_hides_are_in_the_ledger_and_not_in_the_text():
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>nobody sees</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/><w:b w:val="false"/></w:rPr><w:t>seen</w:t></w:r>'
    found = read(paragraph(hidden, shown))
    assert found.source.text == "seen\n"
    assert ledger_of(found) == [("hidden text", "nobody sees", "paragraph 1")]


def test_the_heads_of_all_pages_are_in_the_ledger_with_the_words_of_their_tables():
    document = docx.Document()
    document.add_paragraph("It is thin.")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Secret"
    section.first_page_header.add_paragraph("Copy 2")
    section.footer.add_table(1, 2, 100).cell(0, 1).text = "Page"
    octets = io.BytesIO()
    document.save(octets)
    found = carriers.read(octets.getvalue(), "a.docx")
    heads = [item for item in ledger_of(found) if item[0] in ("header", "footer")]
    assert heads == [("footer", "Page", "section 1"), ("header", "Secret Copy 2", "section 1, first page")]
    assert ("metadata", "creator: python-docx", "document") in ledger_of(found)


def test_a_paragraph_whose_end_is_struck_out_goes_on_in_the_next():
    struck = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert text_of(paragraph(struck, run("The ice ")) + paragraph(run("is thin."))) == "The ice is thin.\n"


def test_formulas_and_readings_above_words_do_not_vanish():
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {math}><m:r><m:t>q=vA</m:t></m:r></m:oMath>"
    ruby = f"<w:r><w:ruby><w:rt>{run('bing')}</w:rt><w:rubyBase>{run('冰')}</w:rubyBase></w:ruby></w:r>"
    found = read(paragraph(formula, run(" for "), ruby))
    assert found.source.text == "q=vA for 冰\n"
    assert [item[:2] for item in ledger_of(found)] == [("formula", "q=vA"), ("reading", "bing")]


def test_a_raised_number_that_somebody_typed_calls_a_note():
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    body = paragraph(run("the treaty"), raised.format(1), run(" of 40 km"), raised.format(2), run("."))
    assert text_of(body) == "the treaty[1] of 40 km².\n"


@pytest.mark.parametrize(
    ("look", "said"),
    [
        ("", []),
        (
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
            [("formatting", "raised or lowered: *", "paragraph 1")],
        ),
    ],
)
def test_a_note_with_a_mark_of_its_own_is_numbered_and_its_mark_is_in_the_ledger(
    look: str, said: list[tuple[str, str, str]]
):
    call = f'<w:r>{look}<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    note = f'<w:footnote w:id="2">{paragraph(run("Frozen."))}</w:footnote>'
    found = read(paragraph(run("ice"), call), footnotes=note)
    assert found.source.text == "ice[1]\n\n[1] Frozen.\n"
    assert ledger_of(found) == [*said, ("mark of a note", "*", "paragraph 1")]


@pytest.mark.parametrize(
    ("part", "content"),
    [("word/comments.xml", b"<broken"), ("word/comments.xml", None), ("word/styles.xml", b"\x00")],
)
def test_a_damaged_part_beside_the_text_is_left_out_and_the_rest_is_read(part: str, content: bytes | None):
    whole = word_file(paragraph(run("The ice is thin.")), comments="", styles="")
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as package, zipfile.ZipFile(stream, "w") as damaged:
        for name in package.namelist():
            octets = content if name == part else package.read(name)
            if octets is not None:
                damaged.writestr(name, octets)
    found = carriers.read(stream.getvalue(), "a.docx")
    assert found.source.text == "The ice is thin.\n"
    assert [d.message for d in found.diagnostics] == [f"the part {part} is damaged or lost and was left out"]


def test_rows_within_content_controls_are_rows_of_the_table():
    def row(*words: str) -> str:
        return f"<w:tr>{''.join(map(CELL.format, words))}</w:tr>"

    controlled = f"<w:sdt><w:sdtContent>{row('Rye', '14')}</w:sdtContent></w:sdt>"
    body = f"<w:tbl>{row('Oats', '12')}{controlled}{row('Wheat', '17')}</w:tbl>"
    assert text_of(body) == "Oats\t12\nRye\t14\nWheat\t17\n"


@pytest.mark.parametrize(
    ("after", "text"),
    [
        (f"<w:tbl><w:tr>{CELL.format('Oats')}{CELL.format('12')}</w:tr></w:tbl>", "Oats\t12"),
        (f"<w:sdt><w:sdtContent>{paragraph(run('Oats.'))}</w:sdtContent></w:sdt>", "Oats."),
    ],
)
def test_a_paragraph_whose_end_is_struck_out_stays_before_what_follows_it(after: str, text: str):
    struck = paragraph('<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>', run("The list: "))
    assert text_of(struck + after + paragraph(run("He left."))) == f"The list: \n\n{text}\n\nHe left.\n"


TYPED = (
    "C O N F I D E N T I A L ULAAN 0777",
    "SUBJECT: THE FERRY AT KYAKHTA",
    "REF: ULAAN 774",
    "      AND PREVIOUS",
    "",
    "1. THE FERRY MASTER TOLD EMBOFF THAT THE GOVERNMENT WILL",
    "BUY A BARGE OF TWO HUNDRED TONS FOR THE CROSSING AT",
    "KYAKHTA, WHICH HAS BEEN SHUT SINCE AUTUMN.",
    "2. HE ADDED THAT THE CREW HAD NOT BEEN PAID FOR THE",
    "WINTER AND THAT NOBODY KNEW WHO WAS TO PAY IT.",
    "3. COMMENT: WE DO NOT",
    "KNOW EITHER.",
    "TOLLIVER",
)


def test_a_text_typed_line_by_line_keeps_its_lines_and_blank_lines():
    assert text_of("".join(paragraph(run(line)) for line in TYPED)) == "\n".join(TYPED) + "\n"


def test_paragraphs_of_prose_and_of_lists_are_parted_by_blank_lines():
    prose = [f"{line} {line} {line}" for line in TYPED if line]
    listed = ["3 May 1958", "Letter from Sambuu", "He asks for a mechanic."] * 5
    for paragraphs in (prose, listed, [f"{line}." for line in TYPED if line]):
        assert text_of("".join(paragraph(run(line)) for line in paragraphs)) == "\n\n".join(paragraphs) + "\n"


PICTURE = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="Picture 1" descr="The weir"/></wp:inline></w:drawing>'
)
HELD = (
    f"<w:r>{PICTURE}</w:r>"
    '<w:r><w:instrText>REF ice</w:instrText><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    '<w:hyperlink w:anchor="ice" w:tooltip="Of ice"><w:r><w:t>ice</w:t></w:r></w:hyperlink>'
    '<w:fldSimple w:instr="PAGE"><w:r><w:t>4</w:t></w:r></w:fldSimple>'
)
FOUND = {
    ("image", "The weir"),
    ("field", "REF ice"),
    ("symbol", "Wingdings F0E0"),
    ("link", "#ice"),
    ("hint", "Of ice"),
    ("field", "PAGE"),
}


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        (paragraph(HELD), {}),
        (paragraph(f'<w:del w:author="B. Dorj">{HELD}</w:del>'), {}),
        (paragraph(f"<w:odd>{HELD}</w:odd>"), {}),
        (f"<w:tbl><w:tr><w:tc><w:odd>{paragraph(HELD)}</w:odd></w:tc><w:tc/></w:tr></w:tbl>", {}),
        ("", {"comments": f'<w:comment w:id="1" w:author="B. Dorj">{paragraph(HELD)}</w:comment>'}),
        ("", {"footnotes": f'<w:footnote w:id="3">{paragraph(HELD)}</w:footnote>'}),
        (
            paragraph('<w:r><w:footnoteReference w:id="3"/></w:r>'),
            {"footnotes": f'<w:footnote w:id="3">{paragraph(HELD)}</w:footnote>'},
        ),
    ],
)
def test_what_is_no_text_is_in_the_ledger_wherever_it_stands(body: str, parts: dict[str, str]) -> None:
    found = read(paragraph(run("River.")) + body, **parts)
    assert set(FOUND) <= {(item.kind, item.text) for item in found.ledger}


def test_what_a_hidden_run_holds_besides_its_words_is_in_the_ledger() -> None:
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>ice</w:t>{PICTURE}</w:r>"
    found = read(paragraph(run("River."), hidden))
    assert ledger_of(found) == [
        ("hidden text", "ice", "paragraph 1"),
        ("image", "The weir", "paragraph 1"),
    ]


def test_a_change_within_a_comment_says_what_was_struck_out() -> None:
    struck = '<w:del w:author="B. Dorj" w:date="1982"><w:r><w:delText>cold</w:delText></w:r></w:del>'
    comment = f'<w:comment w:id="1" w:author="N. Sarnai">{paragraph(run("Very "), struck)}</w:comment>'
    assert ledger_of(read(paragraph(run("River.")), comments=comment)) == [
        ("comment", "N. Sarnai: Very cold", "comment 1"),
        ("deletion", "B. Dorj, 1982: cold", "comment 1"),
    ]


def test_the_link_of_a_note_is_that_of_the_part_in_which_the_note_stands() -> None:
    link = f'<w:hyperlink r:id="link" xmlns:r="{R}"><w:r><w:t>ice</w:t></w:r></w:hyperlink>'
    note = f'<w:footnote w:id="3">{paragraph(link)}</w:footnote>'
    body = paragraph('<w:r><w:footnoteReference w:id="3"/></w:r>')
    whole = io.BytesIO(word_file(body, footnotes=note))
    relation = (
        f'<Relationship Id="link" Type="{R}/hyperlink" Target="https://y.test/" TargetMode="External"/>'
    )
    with zipfile.ZipFile(whole, "a") as package:
        relations = f'<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>'
        package.writestr("word/_rels/footnotes.xml.rels", relations)
    assert ("link", "https://y.test/", "note 1, paragraph 1") in ledger_of(
        carriers.read(whole.getvalue(), "a.docx")
    )


def test_a_struck_row_of_a_frame_is_in_the_ledger_and_not_in_the_text() -> None:
    rows = f"<w:tr><w:trPr><w:del/></w:trPr>{CELL.format('old')}</w:tr><w:tr>{CELL.format('new')}</w:tr>"
    found = read(f"<w:tbl>{rows}</w:tbl>")
    assert found.source.text == "new\n"
    assert ("deletion", "somebody, no date: old", "table 1") in ledger_of(found)


def test_changes_in_notes_are_counted_with_those_of_the_text() -> None:
    struck = "<w:del><w:r><w:delText>cold</w:delText></w:r></w:del>"
    note = f'<w:footnote w:id="3">{paragraph(run("Ice."), struck)}</w:footnote>'
    found = read(paragraph('<w:r><w:footnoteReference w:id="3"/></w:r>'), footnotes=note)
    (told,) = [one for one in found.diagnostics if one.code == "CAR005"]
    assert told.message == "1 tracked change: insertions are in the text, deletions are not"


def saved(document: Document) -> carriers.Carried:
    octets = io.BytesIO()
    document.save(octets)
    return carriers.read(octets.getvalue(), "a.docx")


def test_a_picture_in_a_running_head_is_in_the_ledger() -> None:
    document = docx.Document()
    document.add_paragraph("River.")
    document.sections[0].header.paragraphs[0]._p.append(parse_xml(f'<w:r xmlns:w="{W}">{PICTURE}</w:r>'))
    assert ("image", "The weir", "section 1") in ledger_of(saved(document))


def test_what_people_say_of_a_file_and_the_words_of_its_diagrams_are_in_the_ledger() -> None:
    document = docx.Document()
    document.add_paragraph("River.")
    package = document.part.package
    custom = '<Properties><property name="Box"><lpwstr>7, folder 2</lpwstr></property></Properties>'
    program = "<Properties><Company>Weir Office</Company><Words>3</Words></Properties>"
    drawn = f'<data xmlns:a="{A}"><p><a:t>Ministry</a:t></p><p><a:t>Embassy</a:t></p></data>'
    for owner, kind, content in (
        (package, "custom-properties", custom),
        (package, "extended-properties", program),
        (document.part, "diagramData", drawn),
    ):
        part = Part(PackURI(f"/made/{kind}.xml"), "application/xml", content.encode(), package)
        owner.relate_to(part, f"{R}/{kind}")
    items = ledger_of(saved(document))
    assert {
        ("metadata", "Box: 7, folder 2", "document"),
        ("metadata", "Company: Weir Office", "document"),
        ("diagram", "Ministry Embassy", "document"),
    } <= set(items)
    assert "Words: 3" not in [text for _, text, _ in items]


@pytest.mark.parametrize(("switch", "text"), [("", "Ice.\n\n\fMud.\n"), (' w:val="0"', "Ice.\n\nMud.\n")])
def test_a_page_begins_before_a_paragraph_where_that_is_not_switched_off(switch: str, text: str) -> None:
    second = paragraph(f"<w:pPr><w:pageBreakBefore{switch}/></w:pPr>", run("Mud."))
    assert text_of(paragraph(run("Ice.")) + second) == text
