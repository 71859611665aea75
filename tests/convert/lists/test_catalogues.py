from __future__ import annotations

import pytest

from dragoman.convert.lists import catalogue, search_results
from dragoman.source import SourceText

PAGE = """Search in

River Archive Digital Archive International History Declassified

Gauge Office, 1976-1982

The office kept the gauges of the lower Selenga and of the four ponds of the Naushki fish farm, and had

Room 12 to do it in. (Image, the office in snow (1979?)) It closed. (Image, the office in snow)

  • June 21, 1977

    Note on Ice

    The ice is described.

  • September, 1978

    Note on Drift Wood of 17 June 1977 [file 12/80], “The Logs”

  • 1980

    Ledger of the Fish Farm, 1979-1980

    Two volumes.

    The second is damp.
"""


def test_a_collection_page_has_heading_introduction_and_entries(catalogue_of):
    page = catalogue_of(PAGE)
    assert [element.tag.rpartition("}")[2] for element in page.body] == ["fw", "fw", "head", "p", "listBibl"]
    assert page.all("tei:head") == ["Gauge Office, 1976-1982"]
    assert page.entries == [
        ("1977-06-21", "Note on Ice", "The ice is described."),
        ("1978-09", "Note on Drift Wood of 17 June 1977 [file 12/80], “The Logs”", "-"),
        ("1980", "Ledger of the Fish Farm, 1979-1980", "Two volumes. The second is damp."),
    ]
    assert page.codes == []
    assert page.conversion.document.metadata.title == "Gauge Office, 1976-1982"


def test_a_paragraph_that_the_page_width_broke_is_one_paragraph(catalogue_of):
    [paragraph] = catalogue_of(PAGE).all("tei:p")
    assert "and had Room 12 to do it in." in paragraph


def test_the_caption_of_an_image_is_a_figure_in_its_parentheses(catalogue_of):
    page = catalogue_of(PAGE)
    [figure] = page.body.iterfind("{*}p/{*}figure")
    assert figure.get("rend") == "parentheses"
    assert page.all("tei:p/tei:figure/tei:figDesc") == ["Image, the office in snow"]


def test_dates_and_numbers_within_a_title_are_marked(catalogue_of):
    page = catalogue_of(PAGE)
    assert [dict(date.attrib) for date in page.body.iterfind(".//{*}title/{*}date")] == [
        {"when": "1977-06-17"},
        {"from": "1979", "to": "1980"},
    ]
    assert page.all(".//tei:title/tei:idno") == ["12/80"]


def test_entries_out_of_order_keep_their_order(catalogue_of):
    page = catalogue_of("Ice\n\n• 1980\n\nB\n\n• 1977\n\nA\n\n• 1979\n\nC\n")
    assert [date for date, _, _ in page.entries] == ["1980", "1977", "1979"]


@pytest.mark.parametrize("bullet", ["•", "-", "–", "*", "·"])
def test_every_bullet_becomes_a_token_of_rend(catalogue_of, bullet):
    page = catalogue_of(f"Ice\n\n{bullet} May 1, 1979\n\nA\n\n{bullet} May 2, 1979\n\nB\n")
    assert [bibl.get("rend") for bibl in page.bibls] == [
        {
            "•": "bullet",
            "-": "hyphen-bullet",
            "–": "dash-bullet",
            "*": "asterisk-bullet",
            "·": "middle-dot-bullet",
        }[bullet]
    ] * 2


def test_a_bullet_on_a_line_of_its_own_belongs_to_the_entry_below(catalogue_of):
    page = catalogue_of("Ice\n\n•\nMay 1, 1979\nNote\n•\nMay 2, 1979\nLetter\n")
    assert page.entries == [("1979-05-01", "Note", "-"), ("1979-05-02", "Letter", "-")]


def test_an_entry_with_a_bullet_and_no_date_is_an_entry(catalogue_of):
    page = catalogue_of("Ice\n\n  • May 1, 1979\n\n    Note\n\n  • Letter to nobody\n\n    It is short.\n")
    assert page.entries == [("1979-05-01", "Note", "-"), ("-", "Letter to nobody", "It is short.")]
    assert page.codes == ["LIST005"]


@pytest.mark.parametrize("words", ["Undated", "n.d.", "[No date]", "s.d."])
def test_an_entry_may_say_that_it_has_no_date(catalogue_of, words):
    page = catalogue_of(f"Ice\n\nMay 1, 1979\n\nNote\n\n{words}\n\nLetter\n")
    assert page.entries == [("1979-05-01", "Note", "-"), ("-", "Letter", "-")]
    assert page.all(".//tei:bibl/tei:date") == ["May 1, 1979", words]
    assert page.codes == []


def test_the_date_and_the_title_may_share_a_line(catalogue_of):
    page = catalogue_of("Ice\n\n• May 1, 1979 – Note on fish\n\n• 2 May 1979: Letter\n  It is short.\n")
    assert page.entries == [("1979-05-01", "Note on fish", "-"), ("1979-05-02", "Letter", "It is short.")]


def test_without_blank_lines_the_first_line_is_the_title(catalogue_of):
    page = catalogue_of(
        "Ice\nMay 1, 1979\nNote on fish and\non ice\nIt is short.\nVery short.\nMay 2, 1979\nB\n"
    )
    assert page.entries == [
        ("1979-05-01", "Note on fish and on ice", "It is short. Very short."),
        ("1979-05-02", "B", "-"),
    ]


def test_an_attachment_is_an_entry_within_its_entry(catalogue_of):
    page = catalogue_of(
        "Ice\n\n• May 1, 1979\n\nNote\n\nAttachment: Sketch of the pier, 1978\n\n• 1980\n\nB\n"
    )
    [attachment] = page.body.iterfind("{*}listBibl/{*}bibl/{*}bibl")
    assert attachment.get("type") == "attachment"
    assert page.all(".//tei:bibl/tei:bibl/tei:title") == ["Sketch of the pier, 1978"]
    assert len(page.entries) == 2


def test_a_shelfmark_below_the_title_is_an_identifier(catalogue_of):
    page = catalogue_of(
        "Ice\n\n• 1979\n\nNote\n\nIt is short.\n\nSource: RGO, f. 12, op. 3, d. 77\n\n• 1980\n\nB\n"
    )
    assert page.all(".//tei:bibl/tei:idno[@type='shelfmark']") == ["RGO, f. 12, op. 3, d. 77"]
    assert page.entries[0] == ("1979", "Note", "It is short.")


def test_years_above_their_days_head_lists_of_their_own(catalogue_of):
    page = catalogue_of("Ice\n\n1978\n\nMay 1, 1978\n\nA\n\nMay 2, 1978\n\nB.\n\n1979\n\nMay 3, 1979\n\nC\n")
    assert page.all("tei:listBibl/tei:head") == ["1978", "1979"]
    assert [date for date, _, _ in page.entries] == ["1978-05-01", "1978-05-02", "1979-05-03"]


def test_a_date_without_a_title_is_reported_at_its_place(catalogue_of):
    page = catalogue_of("Ice\n\n• May 1, 1979\n\n• May 2, 1979\n\nB\n")
    [diagnostic] = page.conversion.diagnostics
    assert str(diagnostic).startswith("list.txt:3:1: warning[LIST004] nothing but a date stands here")


def test_an_impossible_date_is_kept_and_reported(catalogue_of):
    page = catalogue_of("Ice\n\n• February 30, 1979\n\nA\n\n• May 2, 1979\n\nB\n")
    assert page.entries[0] == ("-", "A", "-")
    assert page.codes == ["DATE001"]


def test_a_page_without_a_heading_gets_one_that_is_marked_as_supplied(catalogue_of):
    page = catalogue_of("• May 1, 1979\n\nA\n\n• May 2, 1979\n\nB\n")
    [supplied] = page.body.iterfind("{*}head/{*}supplied")
    assert (supplied.text, supplied.get("resp")) == ("List of 2 documents", "#dragoman")
    assert page.codes == ["LIST006"]


def test_a_text_without_entries_is_kept_and_reported(catalogue_of):
    page = catalogue_of("Some words.\n\nAnd others.\n")
    assert page.entries == []
    assert page.codes == ["LIST006", "LIST001"]


def test_what_follows_the_list_is_not_part_of_its_last_entry(catalogue_of):
    page = catalogue_of(PAGE + "\nPagination\n\nWrite to the office\n\n© The Archive\n")
    assert page.entries[-1] == (
        "1980",
        "Ledger of the Fish Farm, 1979-1980",
        "Two volumes. The second is damp.",
    )
    assert page.all("tei:fw")[-2:] == ["Pagination", "© The Archive"]
    assert page.all("tei:p")[-1] == "Write to the office"


def test_page_furniture_in_an_entry_stays_in_its_place(catalogue_of):
    page = catalogue_of("Ice\n\n• 1979\n\nA\n\n- 12 -\n\nIt is\nshort.\n\n• 1980\n\nB\n")
    assert page.entries[0] == ("1979", "A", "It is short.")
    assert page.all(".//tei:bibl/tei:fw[@type='page-number']") == ["- 12 -"]


FINDING_LIST = """Papers of the Gauge Office
Finding list

Box 3, Folder 1: Ice

1. Memorandum of conversation, Dorjsuren and Krappe, on pontoon
   no. 4 and the loose timber .......................... 14 September 1978
2. Letter, Brusnikina to the Ministry of Fisheries ..... October 2, 1976
3. Telegram No. 2204, Moscow to State .................. 1/29/79
4. Sketch of the second pier ........................... n.d.

Box 3, Folder 2: Fish

5. Report on the taimen (summer and fall 1982)
7. Note, Krappe to Rozhkov                              2/3/80

- 2 -
"""


def test_a_finding_list_has_its_dates_at_the_ends_of_its_lines(catalogue_of):
    page = catalogue_of(FINDING_LIST)
    assert page.entries == [
        (
            "1978-09-14",
            "Memorandum of conversation, Dorjsuren and Krappe, on pontoon no. 4 and the loose timber",
            "-",
        ),
        ("1976-10-02", "Letter, Brusnikina to the Ministry of Fisheries", "-"),
        ("1979-01-29", "Telegram No. 2204, Moscow to State", "-"),
        ("-", "Sketch of the second pier", "-"),
        ("1982-06/1982-11", "Report on the taimen", "-"),
        ("1980-02-03", "Note, Krappe to Rozhkov", "-"),
    ]
    assert page.all("tei:listBibl/tei:head") == ["Box 3, Folder 1: Ice", "Box 3, Folder 2: Fish"]
    assert [bibl.get("n") for bibl in page.bibls] == ["1", "2", "3", "4", "5", "7"]
    assert page.codes == ["LIST008"]


def test_a_finding_list_without_numbers_is_read_by_its_dates(catalogue_of):
    page = catalogue_of(
        "Papers\n\nLetter to the\nMinistry, 2 May 1979\nNote on ice, 3 May 1979\nNote on fish, 1980\n"
    )
    assert page.entries == [
        ("1979-05-02", "Letter to the Ministry", "-"),
        ("1979-05-03", "Note on ice", "-"),
        ("1980", "Note on fish", "-"),
    ]


@pytest.mark.parametrize(("text", "least"), [(PAGE, 0.8), (FINDING_LIST, 0.6)])
def test_catalogues_are_recognised_and_are_no_search_results(text, least):
    source = SourceText("list.txt", text)
    assert catalogue.detect(source).score >= least
    assert catalogue.detect(source).evidence
    assert search_results.detect(source).score == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MEMORANDUM\n\nMay 2, 1979\n\nComrade Krappe said that the ice was thin. " + "It was thin. " * 300,
        "PAGE 01 MOSCOW 02204 300914Z\n\nR 291530Z JAN 79\n\nSUBJECT: ICE\n\n1. THE ICE OF 1979.\n",
    ],
)
def test_other_transcripts_are_no_catalogues(text):
    assert catalogue.detect(SourceText("a.txt", text)).score < 0.2


@pytest.mark.parametrize(
    "name",
    [
        "Selenga River Digital Archive",
        "The Online Collections of the Weir",
        "Archive of the Weir, Online Library",
    ],
)
def test_the_name_of_an_archive_above_the_title_is_not_the_title(catalogue_of, name: str):
    page = catalogue_of(
        PAGE.replace("River Archive Digital Archive International History Declassified", name)
    )
    is_site = name != "The Online Collections of the Weir"
    assert page.all("tei:head") == (["Gauge Office, 1976-1982"] if is_site else [name])


WEIR_LIST = """Finding List of the Weir Office

Box 3, Folder 1
1. Sarnai to Gromov, on ice ........ 3 May 1978
2. Gromov to Sarnai (with map) ..... 4 May 1978
Box 3, Folder 2
3. Minutes of the board, no summary .... [June 1978]
4. Minutes of the board ................ 1978
4a. Map of the weir ................... May 1978
Attachment: List of those present
5. Note "On the Level (212)" [draft] ... n.d.
"""


def test_a_box_amid_the_rows_is_a_heading_and_a_year_behind_dots_a_date(catalogue_of):
    page = catalogue_of(WEIR_LIST)
    assert page.all("tei:listBibl/tei:head") == ["Box 3, Folder 1", "Box 3, Folder 2"]
    assert [entry[:2] for entry in page.entries] == [
        ("1978-05-03", "Sarnai to Gromov, on ice"),
        ("1978-05-04", "Gromov to Sarnai (with map)"),
        ("1978-06", "Minutes of the board, no summary"),
        ("1978", "Minutes of the board"),
        ("-", 'Note "On the Level (212)" [draft]'),
    ]


def test_what_belongs_to_an_entry_of_a_finding_list_is_an_attachment_with_its_own_date(catalogue_of):
    page = catalogue_of(WEIR_LIST)
    attachments = page.body.findall(".//{*}bibl[@type='attachment']")
    assert [(one.findtext("{*}title"), one.findtext("{*}date")) for one in attachments] == [
        ("Map of the weir", "May 1978"),
        ("List of those present", None),
    ]


def test_a_sentence_with_the_caption_of_an_image_behind_it_heads_no_list(catalogue_of):
    page = catalogue_of(
        "Weirs, 1966\n\nOn weirs. (Image, the weir, 1931)\n\n• May 1, 1966\nNote\n\n• 1967\nPlan\n"
    )
    assert page.all("tei:p") == ["On weirs. Image, the weir, 1931"]
    assert page.all("tei:listBibl/tei:head") == []


def test_a_table_with_named_columns_and_no_message_numbers_is_a_catalogue(catalogue_of):
    """As a Word file gives a finding list: a year alone, “n.d.”, an empty cell."""
    table = "No.\tTitle\tDate\n1\tSarnai to Gromov, on ice\t3 May 1978\n2\tMinutes\t1978\n"
    table += "3\tPlan\tn.d.\n4\tMap\t\n"
    text = f"Finding List of the Weir Office\n\n{table}"
    assert catalogue.detect(SourceText("list.txt", text)).score >= 0.7
    assert search_results.detect(SourceText("list.txt", text)).score < 0.4
    assert [entry[:2] for entry in catalogue_of(text).entries] == [
        ("1978-05-03", "Sarnai to Gromov, on ice"),
        ("1978", "Minutes"),
        ("-", "Plan"),
        ("-", "Map"),
    ]


def test_an_attachment_right_below_a_summary_is_a_sub_item(catalogue_of):
    page = catalogue_of(
        "Barges\n\nJune, 1952\nLetter of J. Kiss\nHe writes about the ferry,\nand of the ice.\n"
        "Attachment: List of Barges\nAnnex: Map\n\n1953\nNote\nIt is short.\n"
    )
    assert page.entries == [
        ("1952-06", "Letter of J. Kiss", "He writes about the ferry, and of the ice."),
        ("1953", "Note", "It is short."),
    ]
    assert page.all(".//tei:bibl/tei:bibl/tei:title") == ["List of Barges", "Map"]
