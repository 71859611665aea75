"""What a page holds besides its text is in the ledger, wherever it stands and whatever holds it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.convert import carriers
from dragoman.convert.carriers.html_tree import tree_of
from dragoman.convert.carriers.html_words import name_of
from dragoman.errors import UnusableInput


def page(body: str) -> carriers.Carried:
    return carriers.read(f"<!doctype html><html><body>{body}</body></html>".encode(), "a.html")


def ledger_of(body: str) -> list[tuple[str, str]]:
    return [(item.kind, item.text) for item in page(body).ledger]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (
            "<ul><li>Weir</li>and below it <li>Ferry</li> at last</ul>",
            "  • Weir|and below it|  • Ferry|at last",
        ),
        ("<ol><li>Weir</li>and <i>below</i> it</ol>", "  1. Weir|and below it"),
        ("<p>One</p></body>at the end", "One|at the end"),
    ],
)
def test_words_between_the_items_of_a_list_and_behind_the_page_are_text(body: str, lines: str) -> None:
    assert [line for line in page(body).source.text.split("\n") if line] == lines.split("|")


def test_blanks_between_items_and_rows_are_no_text() -> None:
    body = "<ul> <li>Weir</li>\n <li>Ferry</li>\n</ul><table> <tr> <td>a</td> <td>b</td> </tr> </table>"
    assert page(body).source.text == "  • Weir\n\n  • Ferry\n\na\tb\n"


@pytest.mark.parametrize(
    "held",
    [
        "<del>{}</del>",
        "<p hidden>{}</p>",
        "<noscript>{}</noscript>",
        "<main>text</main><footer>{}</footer>",
        "<sup>1{}</sup>",
    ],
)
def test_what_an_element_holds_that_is_not_read_is_in_the_ledger(held: str) -> None:
    inner = "<!-- a remark --><img src=pier.png alt='The pier'><a href=/ice title='Of ice'></a>"
    assert {
        ("comment", "a remark"),
        ("file", "pier.png"),
        ("image", "The pier"),
        ("link", "/ice"),
        ("hint", "Of ice"),
    } <= set(ledger_of(f"<p>Treaty{held.format(inner)}"))


def test_comments_before_and_after_the_page_and_in_its_head_are_in_the_ledger() -> None:
    head = "<!-- saved from the archive --><html><head><!-- of 1958 --></head>"
    saved = f"{head}<body>Ice</body></html><!-- end -->"
    found = carriers.read(saved.encode(), "a.html")
    assert [(item.kind, item.text, item.place) for item in found.ledger] == [
        ("comment", "saved from the archive", "page/comment()"),
        ("comment", "end", "page/comment()"),
        ("comment", "of 1958", "head/*[1]/comment()"),
    ]


@pytest.mark.parametrize(
    ("markup", "item"),
    [
        ("<time datetime='1958-05-03'>May 3</time>", ("date", "1958-05-03")),
        ("<area href='/weir' alt='The weir'>", ("link", "/weir")),
        ("<area href='/weir' alt='The weir'>", ("image", "The weir")),
        ("<nav aria-label='Breadcrumb'>Home</nav>", ("hint", "Breadcrumb")),
        ("<table summary='Levels by day'><tr><td>a<td>b</table>", ("hint", "Levels by day")),
        ("<blockquote cite='/note/4'>Ice.</blockquote>", ("link", "/note/4")),
        ("<input value='river' placeholder='What?'>", ("field of a form", "river")),
        ("<input value='river' placeholder='What?'>", ("field of a form", "What?")),
        ("<select><option label='Newest first'></select>", ("field of a form", "Newest first")),
        ("<iframe src='/map'>A map</iframe>", ("file", "/map")),
        ("<iframe src='/map'>A map</iframe>", ("frame", "A map")),
        ("<video poster='p.png' src='v.mp4'></video>", ("file", "p.png")),
    ],
)
def test_what_an_attribute_says_is_in_the_ledger(markup: str, item: tuple[str, str]) -> None:
    assert item in ledger_of(f"<p>Text {markup}")


NAMES = st.sampled_from(
    "p div ul ol li table tr td th caption dl dt dd pre b i a del sup sub span nav main footer aside button "
    "select option textarea noscript template svg iframe figure time q blockquote font h1 form".split()
)
STYLES = st.sampled_from(
    ["", "", "", " hidden", " class=label", " style='display:flex'", " style='vertical-align:super'",
     " style='display:none'", " role=main", " class=footnote-ref", " start=3", " colspan=2", " href=#x"]
)  # fmt: skip


def parts(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    content = st.lists(inner, max_size=4).map("".join)
    return st.builds(
        lambda name, style, hint, within: f"<{name}{style}{hint}>{within}</{name}>",
        NAMES,
        STYLES,
        st.sampled_from(("", " title='W'")),
        content,
    )


PIECES = st.recursive(
    st.sampled_from(("W", " W W ", "\n", "1", "<!-- W -->", "<br>", "<img alt='W' src='W'>", "<!--W-->W")),
    parts,
    max_leaves=40,
)


def words_in(element: Element) -> list[str]:
    held = [element.text or "", element.tail or ""]
    if name_of(element):
        held += [element.get(name, "") for name in ("title", "alt", "src", "href")]
    return re.findall(r"w\d+e", " ".join(held))


@given(st.lists(PIECES, max_size=8).map("".join))
def test_every_word_of_a_page_is_in_its_text_or_in_its_ledger(body: str) -> None:
    numbers = iter(range(10_000))
    # Each word is another, so that none is taken for its neighbour.
    whole = re.sub("W", lambda _: f"w{next(numbers)}e", f"<!doctype html><body>W{body}</body>W<!--W-->")
    try:
        found = carriers.read(whole.encode(), "a.html")
    except UnusableInput:
        return
    kept = found.source.text + "".join(f" {item.text} {item.reason}" for item in found.ledger)
    words = [word for element in tree_of(whole).iter() for word in words_in(element)]
    assert set(words) <= set(re.findall(r"w\d+e", kept))
