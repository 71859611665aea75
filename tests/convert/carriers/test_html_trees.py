"""The tree of a saved page: as browsers read it, in time that grows with its length."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

import pytest
import tinyhtml5
from hypothesis import given
from hypothesis import strategies as st
from tinyhtml5.treebuilder import TreeBuilder

from dragoman.convert.carriers import read
from dragoman.convert.carriers.html_tree import tree_of
from dragoman.errors import UnusableInput

PIECES = st.sampled_from(
    [
        "<p title='a&amp;b", '<p title="', "'", '"',
        "river", " ", "\n", "<", "&", "&amp;", "&#1103;", "&nbsp", "\0", "<p>", "</p>", "<b>", "</b>",
        "<pre>\n", "<table>", "<tr>", "<td>", "</table>", "<caption>", "<colgroup>", "<select>", "<option>",
        "</select>", "<ul>", "<li>", "<script>", "</script>", "<textarea>", "</textarea>", "<title>",
        "</title>", "<head>", "</head>", "<body>", "</body>", "</html>", "<!-- ice -->",
        "<!--", "--!", "--", "-->", "<!doctype html>",
        "<svg>", "<![CDATA[x]]>", "</svg>", "<math>", "<mi>", "<style>", "</style>", "<a href='?a&amp;b'>",
        "<br>", "</br>", "<plaintext>", "<ruby>", "<rt>",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_the_tree_is_the_librarys_own_whatever_the_page_holds(page: str) -> None:
    assert tostring(tree_of(page)) == tostring(tinyhtml5.parse(page, full_tree=True))


@pytest.mark.parametrize("sign", ["<", "&", "&amp;", "&#1103;", "a < b ", "a &lt; b "])
def test_running_text_is_put_into_the_tree_at_once(sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The builder copies the text before each piece that it adds.
    pieces: list[str] = []
    insert = TreeBuilder.insert_text
    monkeypatch.setattr(TreeBuilder, "insert_text", lambda *given: pieces.append(given[1]) or insert(*given))
    (text,) = tree_of(f"<p>{sign * 500}</p>").itertext()
    assert pieces == [text]
    assert text.count("<") + text.count("&") + text.count("я") == 500


@pytest.mark.parametrize("mark", ['"', "'"])
def test_a_long_value_is_read_whole(mark: str) -> None:
    page = f"<p title={mark}{'ice &amp; mud &#1103; ' * 3_000}{mark} id=x lang={mark}mn{mark}>river</p>"
    assert tostring(tree_of(page)) == tostring(tinyhtml5.parse(page, full_tree=True))


@pytest.mark.parametrize("ending", ["-->", "--!>", ""])
def test_a_long_comment_full_of_what_may_end_it_is_read_whole(ending: str) -> None:
    page = f"<p>x<!--{'a - b -- <!-- c ' * 2_000}{'-' * 9_000}{ending}<p>y"
    assert tostring(tree_of(page)) == tostring(tinyhtml5.parse(page, full_tree=True))


def test_a_comment_that_comes_after_a_long_one_begins_anew() -> None:
    page = f"<!--{'a - ' * 4_000}--><p>x<!--b--><p>y"
    assert tostring(tree_of(page)) == tostring(tinyhtml5.parse(page, full_tree=True))


def test_formatting_that_is_never_shut_is_refused_where_every_block_makes_it_again() -> None:
    fonts = "".join(f'<font color="{number}">' for number in range(600))
    with pytest.raises(UnusableInput) as refused:
        read(f"<html><body>\n<p>{fonts}</p>\n{'<p>ice</p>' * 5_000}</body></html>".encode(), "a.html")
    assert refused.value.diagnostic.code == "CAR001"
    assert "never shut" in refused.value.diagnostic.message


def test_formatting_that_is_shut_or_alike_may_come_any_number_of_times() -> None:
    page = "<html><body>" + "<p><b>ice</b> <font size=2>on<p>the <i>Orkhon</p>" * 300
    assert read(page.encode(), "a.html").source.text.count("Orkhon") == 300


def test_nul_is_no_text_of_a_page_and_is_listed() -> None:
    carried = read(b"<!doctype html><html><meta charset=utf-8><p>ri\0ver\0 <b\0>ice</b></p>", "page.html")
    assert carried.source.text.strip() == "river ice"
    assert "U+0000, 3 times" in [item.text for item in carried.ledger]


@pytest.mark.parametrize(
    "page", ["<body>" + "a<" * 50_000, "<p " + "a1" * 50_000 + ">river</p>", "<!doctype " + "a" * 50_001]
)
def test_a_name_without_end_is_refused_at_its_place(page: str) -> None:
    with pytest.raises(UnusableInput) as refused:
        read(b"<html>\n" + page.encode(), "page.html")
    diagnostic = refused.value.diagnostic
    assert (diagnostic.code, diagnostic.place.line) == ("CAR001", 2)
    assert "a name is longer than 50000 characters" in diagnostic.message
