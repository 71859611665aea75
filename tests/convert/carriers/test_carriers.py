from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from dragoman.convert import carriers
from dragoman.convert.context import Context
from dragoman.convert.lists import catalogue, search_results
from dragoman.convert.lists.joined import listed_entries
from dragoman.errors import UnusableInput
from dragoman.tei.write import document_element

from .makers import W, paragraph, pdf_file, run, word_file

EDITION = etree.fromstring('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>')
PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>River Archive</title><script>count()</script></head><body>
<a class="visually-hidden" href="#main">Skip to content</a>
<nav><ul><li><a href="/">Home</a></li><li>Search in</li></ul></nav>
<main><h1>Results:</h1><div>21 - 22 of 34</div><h2>Documents</h2>
<div class="row"><time>May 1, 1979</time><h3><a href="/d/1">Note on <i>Ice</i></a></h3><p>It is
   thin &mdash; very.</p></div>
<div class="row"><time>May, 1979</time><h3><a href="/d/2" title="Read it">Letter</a></h3></div>
<p hidden>Nobody sees this.</p><img src="pier.png" alt="The pier"><!-- made by a machine -->
</main><footer>Pagination</footer></body></html>
"""


def ledger_of(found: carriers.Carried) -> list[tuple[str, str, str]]:
    return [(item.kind, item.text, item.place) for item in found.ledger]


def test_a_saved_page_gives_the_lines_that_a_transcript_has():
    found = carriers.read(PAGE.encode(), "page.html")
    assert (found.format, found.source.encoding) == ("html", "utf-8")
    assert [line for line in found.source.text.split("\n") if line] == [
        "Results:",
        "21 - 22 of 34",
        "Documents",
        "May 1, 1979",
        "Note on Ice",
        "It is thin — very.",
        "May, 1979",
        "Letter",
    ]


def test_what_a_page_holds_beside_its_text_is_in_the_ledger_with_its_place():
    found = carriers.read(PAGE.encode(), "page.html")
    assert ledger_of(found) == [
        ("title", "River Archive", "head/*[2]"),
        ("script", "count()", "head/*[3]"),
        ("part of the site", "Skip to content", "body/a[1]"),
        ("link", "#main", "body/a[1]"),
        ("navigation", "Home Search in", "body/nav[1]"),
        ("link", "/", "body/nav[1]"),
        ("link", "/d/1", "body/main[1]/div[2]/h3[1]/a[1]"),
        ("formatting", "i: Ice", "body/main[1]/div[2]/h3[1]/a[1]/i[1]"),
        ("link", "/d/2", "body/main[1]/div[3]/h3[1]/a[1]"),
        ("hint", "Read it", "body/main[1]/div[3]/h3[1]/a[1]"),
        ("hidden text", "Nobody sees this.", "body/main[1]/p[1]"),
        ("file", "pier.png", "body/main[1]/img[1]"),
        ("image", "The pier", "body/main[1]/img[1]"),
        ("comment", "made by a machine", "body/main[1]/comment()"),
        ("part of the site", "Pagination", "body/footer[1]"),
    ]
    assert [diagnostic.code for diagnostic in found.diagnostics] == ["CAR004"]


def test_one_thing_in_the_ledger_is_one_thing() -> None:
    page = b"<html><head><title>Weir</title></head><body><p>The weir stands.</p></body></html>"

    (diagnostic,) = carriers.read(page, "page.html").diagnostics

    assert diagnostic.message == "1 thing is in the ledger: title"


def test_a_saved_page_of_results_converts_like_its_transcript():
    found = carriers.read(PAGE.encode(), "page.html")
    assert search_results.detect(found.source).score > 0.6
    conversion = search_results.convert(found.source, Context("page"))
    assert conversion.diagnostics == ()
    edition = document_element(conversion.document, EDITION)
    assert [(e.n, e.date, e.title) for e in listed_entries(edition)] == [
        ("21", "1979-05-01", "Note on Ice"),
        ("22", "1979-05", "Letter"),
    ]


def test_items_of_a_list_have_bullets_and_cells_have_tabs():
    table = b"<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    page = b"<!doctype html><h1>Ice</h1><ul><li>May 1, 1979<p>Note</p></ul>" + table
    text = carriers.read(page, "a.html").source.text
    assert text == "Ice\n\n  • May 1, 1979\n    Note\n\na\tb\nc\td\n"
    assert catalogue.detect(carriers.read(page, "a.html").source).score < 0.5


def test_a_page_that_nests_very_deeply_is_read():
    assert carriers.read(b"<html>" + b"<div>" * 1500 + b"deep", "a.html").source.text == "deep\n"


def test_a_page_that_lies_about_its_encoding_is_read_and_reported():
    page = '<html><meta charset="utf-8"><p>naïve “ice”</p>'.encode("cp1252")
    found = carriers.read(page, "a.html")
    assert found.source.text == "naïve “ice”\n"
    assert [diagnostic.code for diagnostic in found.diagnostics][:2] == ["CAR002", "CAR002"]


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        ("Räte über “Eis” – naïve café", "cp1252", "windows-1252"),
        ("Совещание о льде на реке: товарищ Крюков сказал, что лёд тонок.", "cp1251", "cp1251"),
        ("Совещание о льде на реке: товарищ Крюков сказал, что лёд тонок.", "koi8-r", "koi8-r"),
        ("Zażółć gęślą jaźń, powiedział towarzysz, że lód jest bardzo cienki.", "cp1250", "cp1250"),
        ("Notes on ice", "utf-16-le", "utf-16-le"),
    ],
)
def test_an_encoding_without_a_mark_is_recognised_and_reported(text, encoding, named):
    found = carriers.read(text.encode(encoding), "a.txt")
    assert (found.source.text, found.source.encoding) == (text, named)
    assert [diagnostic.code for diagnostic in found.diagnostics] == ["CAR002"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_that_says_its_encoding_is_read_without_remark(encoding):
    found = carriers.read("Лёд, “ice”\n".encode(encoding), "a.txt")
    assert (found.source.text, found.ledger, found.diagnostics) == ("Лёд, “ice”\n", (), ())


def test_characters_that_xml_cannot_hold_are_accounted_for():
    found = carriers.read(b"Notes\non\x1a ice\x02", "a.txt")
    assert ledger_of(found) == [("character", "U+001A", "2:3"), ("character", "U+0002", "2:8")]


def test_the_pages_of_a_pdf_end_with_form_feeds():
    found = carriers.read(pdf_file(["Note on Ice", "It is thin."], ["Second page"]), "a.pdf")
    assert found.format == "pdf"
    assert found.source.text.splitlines() == ["Note on Ice", "It is thin.", "", "Second page"]
    assert found.source.text.count("\f") == 1


def test_a_page_without_text_is_reported_and_the_rest_is_read():
    found = carriers.read(pdf_file(["Note on Ice"], []), "a.pdf")
    assert found.source.text.strip() == "Note on Ice"
    [diagnostic] = [d for d in found.diagnostics if d.code == "CAR003"]
    assert diagnostic.message == "page 2 has no text layer"


NOTED = word_file(
    paragraph(
        run("The "), run("bar’dag", "i"), run(" is a term."), '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    + paragraph(
        run("It was "),
        f'<w:ins w:author="Editor" w:date="2020-01-01T00:00:00Z">{run("very ")}</w:ins>',
        '<w:del w:author="Editor"><w:r><w:delText>quite </w:delText></w:r></w:del>',
        '<w:commentRangeStart w:id="0"/>',
        run("cold."),
        f'<w:hyperlink r:id="link">{run(" See there.")}</w:hyperlink>',
    )
    + f"<w:tbl><w:tr><w:tc>{paragraph(run('a'))}</w:tc><w:tc>{paragraph(run('b'))}</w:tc></w:tr></w:tbl>"
    + paragraph('<w:r><w:t>End</w:t><w:br w:type="page"/><w:t>of page</w:t></w:r>'),
    footnotes=f'<w:footnote w:id="2">{paragraph(run("Romanised Mongolian."))}</w:footnote>'
    f'<w:footnote w:id="3">{paragraph(run("Lost."))}</w:footnote>',
    comments=f'<w:comment w:id="0" w:author="Reader">{paragraph(run("How cold?"))}</w:comment>',
)


def test_a_word_file_is_read_with_its_footnotes_and_accepted_changes():
    found = carriers.read(NOTED, "a.docx")
    assert found.format == "docx"
    assert found.source.text == (
        "The bar’dag is a term.[1]\n\nIt was very cold. See there.\n\na\tb\n\nEnd\n\fof page\n\n"
        "[1] Romanised Mongolian.\n"
    )


def test_what_a_word_file_holds_beside_its_text_is_in_the_ledger_with_its_place():
    found = carriers.read(NOTED, "a.docx")
    assert ledger_of(found) == [
        ("formatting", "italic: bar’dag", "paragraph 1"),
        ("insertion", "Editor, 2020-01-01T00:00:00Z: very", "paragraph 2"),
        ("deletion", "Editor, no date: quite", "paragraph 2"),
        ("link", "https://x.test/", "paragraph 2"),
        ("table", "1 row, 2 columns", "table 1"),
        ("note", "Lost.", "footnotes 3"),
        ("comment", "Reader: How cold?", "paragraph 2"),
    ]
    assert [diagnostic.code for diagnostic in found.diagnostics] == ["CAR005", "CAR004"]


def test_text_in_content_controls_boxes_and_nested_tables_is_not_lost():
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(run('inner'))}</w:tc></w:tr></w:tbl>"
    found = carriers.read(
        word_file(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('controlled'))}</w:sdtContent></w:sdt>"
            f"<w:tbl><w:tr><w:tc>{paragraph(run('outer'))}{inner}</w:tc></w:tr></w:tbl>"
            + paragraph(
                f"<w:r><w:pict><w:txbxContent>{paragraph(run('boxed'))}</w:txbxContent></w:pict></w:r>",
                run("x"),
            )
        ),
        "a.docx",
    )
    assert found.source.text == "controlled\n\nouter\n\ninner\n\nx\n\nboxed\n"
    assert [(item.kind, item.text) for item in found.ledger] == [
        ("table", "1 row, 1 column"),
        ("table", "1 row, 1 column"),
        ("text box", "boxed"),
    ]


def test_an_odd_part_of_a_word_file_does_not_stop_it():
    found = carriers.read(word_file(paragraph(run("Words")), footnotes="<broken"), "a.docx")
    assert found.source.text == "Words\n"
    assert [diagnostic.code for diagnostic in found.diagnostics] == ["CAR006"]


@pytest.mark.parametrize(
    ("octets", "name", "code"),
    [
        (b"", "a.txt", "SRC002"),
        (b"\x00\x01\x02\x00" * 9, "a.bin", "SRC003"),
        (b"%PDF-1.4\nbroken", "a.pdf", "CAR001"),
        (pdf_file([]), "a.pdf", "CAR001"),
        (NOTED[:900], "a.docx", "CAR001"),
        (b"<html><body></body></html>", "a.html", "SRC002"),
    ],
)
def test_a_carrier_that_gives_no_text_is_refused(octets, name, code):
    with pytest.raises(UnusableInput) as refused:
        carriers.read(octets, name)
    assert (refused.value.diagnostic.code, refused.value.diagnostic.place.file) == (code, name)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([NOTED, pdf_file(["a", "b"], ["c"])]), st.randoms(use_true_random=False))
def test_a_damaged_file_is_refused_or_read_and_never_fails(octets, random):
    damaged = bytearray(octets)
    for _ in range(random.randint(1, 5)):
        at = random.randrange(len(damaged))
        junk = bytes(random.randrange(256) for _ in range(random.randint(0, 5)))
        damaged[at : at + random.randint(0, 9)] = junk
    try:
        text = carriers.read(bytes(damaged), "a").source.text
    except UnusableInput as refused:
        text = refused.diagnostic.code
    assert text.strip()


_markup = st.lists(
    st.sampled_from(
        "<div> </div> <p> <li> <ul> </ul> <table> <td> <tr> <br> <pre> </pre> <b> </i> <!-- --> <svg> </svg> "
        "<select> <option> <template> <a&#0;> &amp; &#x1; words ice <script> </script> <title>".split()
    ),
    max_size=30,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(_markup | st.text(max_size=60))
def test_no_page_makes_the_reader_fail_and_the_same_page_gives_the_same_text(markup):
    octets = ("<html><body>begin " + markup).encode("utf-8", "replace")
    found = carriers.read(octets, "a.html")
    assert found.source.text.startswith("begin")
    assert carriers.read(octets, "a.html") == found


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_diagnostic(octets):
    try:
        text = carriers.read(octets, "a").source.text
    except UnusableInput as refused:
        text = refused.diagnostic.code
    assert text.strip()


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("_rels/.rels", "<other/>"),
        ("_rels/.rels", "<Relationships/>"),
        ("word/document.xml", "<document/>"),
        ("word/document.xml", f'<w:document xmlns:w="{W}"/>'),
        ("[Content_Types].xml", "<Types/>"),
    ],
)
def test_a_word_file_whose_parts_hold_other_elements_is_refused(part, content):
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_file(paragraph(run("Ice."))))) as whole,
        zipfile.ZipFile(stream, "w") as odd,
    ):
        for name in whole.namelist():
            odd.writestr(name, content if name == part else whole.read(name))
    with pytest.raises(UnusableInput) as refused:
        carriers.read(stream.getvalue(), "odd.docx")
    assert refused.value.diagnostic.code == "CAR001"


def test_an_empty_cell_of_a_table_keeps_its_place():
    rows = "<tr><td>1</td><td></td><td>x</td></tr><tr><td></td><td>2</td><td></td></tr>"
    page = f"<html><body><table>{rows}</table></body></html>"
    assert carriers.read(page.encode(), "page.html").source.text == "1\t\tx\n\t2\n"


def nested(depth: int) -> bytes:
    return (f"<html><body><p>Top<p>{'<div>' * depth}\n<p>The pier.{'</div>' * depth}<p>End").encode()


def test_a_page_nested_without_end_is_refused_where_it_becomes_too_deep() -> None:
    with pytest.raises(UnusableInput) as refused:
        carriers.read(nested(100_000), "deep.html")
    diagnostic = refused.value.diagnostic
    assert (diagnostic.code, str(diagnostic.place)) == ("CAR001", "deep.html:1:10022")
    assert diagnostic.message == "elements are nested more than 2000 deep"


def test_an_element_with_attributes_without_number_is_refused_at_its_place() -> None:
    page = (
        "<html><body><p>Top</p>\n<p " + " ".join(f"a{number}=1" for number in range(2_100)) + ">The pier.</p>"
    )
    with pytest.raises(UnusableInput) as refused:
        carriers.read(page.encode(), "many.html")
    diagnostic = refused.value.diagnostic
    assert (diagnostic.code, str(diagnostic.place)) == ("CAR001", "many.html:2:1")
    assert diagnostic.message == "an element has more than 2000 attributes"


def test_a_picture_drawn_with_many_words_in_one_attribute_is_no_reason_to_refuse_a_page() -> None:
    drawing = f"<svg><path d='{'M 1 2 ' * 2_000}'/></svg>"
    assert (
        carriers.read(f"<html><body>{drawing}<p>The pier.</p>".encode(), "a.html").source.text
        == "The pier.\n"
    )


@pytest.mark.parametrize(
    "page",
    [
        nested(200),
        b"<html><body>" + b"<p>The pier.<br><li>" * 3_000,
        b"<html><!-- " + b"<div>" * 3_000 + b" --><body>The pier.",
        b"<html><script>'" + b"<div>" * 3_000 + b"'</script><body>The pier.",
        b"<html><body>" + b"<div>The pier.</div>" * 3_000,
    ],
)
def test_what_does_not_nest_is_not_counted_as_nested(page: bytes) -> None:
    assert "The pier." in carriers.read(page, "page.html").source.text


def test_words_in_the_ledger_are_whole_and_scripts_are_cut_short() -> None:
    long = "ice " * 50
    page = f"<html><body><p>The pier.</p><p hidden>{long}</p><script>{long}</script></body></html>"
    hidden, script = map(str, carriers.read(page.encode(), "page.html").ledger)
    assert long.strip() in hidden
    assert (len(script) < 200, "…" in script) == (True, True)
