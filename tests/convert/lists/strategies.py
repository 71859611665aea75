"""Transcripts of lists made out of their grammar, with furniture strewn in, and arbitrary text."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = (
    "river gauge Naushki timber of the Commission (Excerpt) “ice” [file 7] No. 12 1979 and 3,5 – Räte 水"
).split()
FURNITURE = [
    "Skip to content",
    "Pagination",
    "Search in",
    "« First ‹ Previous 1 2 3 Next › Last »",
    "Page 3 of 7",
    "- 12 -",
    "© The Archive",
    "Results:",
    "Documents",
    "21 - 30 of 34",
    "You searched for: gauge AND ice",
    "Attachment: Sketch of the pier",
    "Note on a Barge",
    "2",
    "•",
    "Summary: nothing",
    "\f",
]
DATES = [
    "June 21, 1977",
    "September, 1978",
    "1980",
    "Undated",
    "n.d.",
    "30 February 1982",
    "summer and fall 1982",
    "Friday, 3 May 1979",
    "1977-06-21",
    "12. Dezember 1949",
    "3. June 1, 1979",
    "June 1, 1979 – Note on ice",
]

words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join)
titles = words
sentences = words.map(lambda text: text + ".")
gaps = st.sampled_from(["\n", "\n\n", "\n \n", "\r\n", "\n\n\n   ", "\n\t"])


@st.composite
def lists(draw: st.DrawFn) -> str:
    bullet = draw(st.sampled_from(["", "• ", "  • ", "* ", "- ", "•\n", "7. "]))
    lines: list[str] = draw(st.lists(st.sampled_from(FURNITURE) | words, max_size=4))
    is_title_first = draw(st.booleans())
    for _ in range(draw(st.integers(0, 5))):
        entry = [draw(st.sampled_from(DATES)), *draw(st.lists(titles, max_size=1))]
        if is_title_first:
            entry.reverse()
        lines.extend([bullet + entry[0], *entry[1:]])
        lines.extend(draw(st.lists(sentences | titles | st.sampled_from(FURNITURE), max_size=3)))
    lines.extend(draw(st.lists(st.sampled_from(FURNITURE) | words, max_size=3)))
    return "".join(line + draw(gaps) for line in lines)


_finding_lines = st.tuples(
    st.sampled_from(["", "1. ", "12. ", "   "]),
    words,
    st.sampled_from([" ", " ........ ", "   ", ", ", "\t"]),
    st.sampled_from([*DATES, "5/12/79", "n.d.", ""]),
).map("".join)
finding_lists = st.lists(
    _finding_lines | st.sampled_from(["Box 3", "Folder 7: Ice", "", "- 2 -"]), max_size=12
).map("\n".join)

_cells = st.sampled_from(
    [
        "1978-04-20",
        "20 APR 1978",
        "1978MOSCOW08357",
        "CH, UR, PGOV",
        "GAUGE AND ICE",
        "",
        "CONFIDENTIAL",
        "x",
        "•",
    ]
)
_columns = st.sampled_from(["Draft Date\tDocument Number\tSubject\tTAGS", "Showing 1 - 3 of 3 records"])
_rows = st.tuples(st.lists(_cells, min_size=1, max_size=6), st.sampled_from(["\t", "   ", " | "])).map(
    lambda row: row[1].join(row[0])
)
hit_lists = st.lists(_rows | _columns | st.sampled_from(FURNITURE), max_size=10).map("\n".join)

transcripts = lists() | finding_lists | hit_lists | st.text(max_size=200)
