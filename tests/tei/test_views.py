"""What of a document is transcript, and what a reader reads: docs/encoding.md."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dragoman.fidelity import compare, transcript_of
from dragoman.source import decode
from dragoman.tei.scan import scan
from dragoman.tei.views import reading_view, source_text, source_view


def document(paragraph: str) -> etree._Element:
    return etree.fromstring(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>not read</title></teiHeader>'
        f"<text><body><div><p>{paragraph}</p></div></body></text></TEI>"
    )


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("markup", "source", "reading"),
    [
        (
            'control <note rend="brackets"><term>khyanalt</term></note> of it',
            "control [khyanalt] of it",
            "control [khyanalt] of it",
        ),
        (
            'Com<supplied rend="brackets" reason="expansion">munist</supplied>',
            "Com[munist]",
            "Com[munist]",
        ),
        ("the <supplied>lost</supplied> word", "the word", "the lost word"),
        (
            "<choice><sic>recieve</sic><corr>receive</corr></choice> it",
            "recieve it",
            "receive it",
        ),
        (
            "the <choice>\n <abbr>DCM</abbr>\n <expan>deputy chief</expan>\n</choice>, he",
            "the DCM, he",
            "the deputy chief, he",
        ),
        ("<subst><del>noon</del><add>dawn</add></subst>", "noon", "dawn"),
        ("the <surplus>the</surplus> boat", "the the boat", "the boat"),
        (
            'STATE<pb n="3" break="no"/><fw>SECRET</fw><lb break="no"/><fw>PAGE 03</fw><lb break="no"/>MENTS',
            "STATESECRET PAGE 03 MENTS",
            "STATEMENTS",
        ),
        ("AFRAID\n<lb/>OF", "AFRAID OF", "AFRAID OF"),
        (
            'FORE<pc force="weak">-</pc><lb break="no"/>SEEABLE',
            "FORE- SEEABLE",
            "FORESEEABLE",
        ),
        ('one <gap rend="brackets" reason="ellipsis"><desc>…</desc></gap> two', "one […] two", "one […] two"),
        ("one <gap reason='lost'><desc>water</desc></gap>two", "one two", "one two"),
        ('said<note type="editor">He did not.</note> so', "said so", "said so"),
        ('said <note type="transmission">NOTE BY OC/T</note> so', "said NOTE BY OC/T so", "said so"),
        ('<g ref="#U0001"/>A', "\x01A", "A"),
        (
            "A dam.<figure><graphic url='x'/><figDesc>Seen from above</figDesc></figure> Next",
            "A dam. Next",
            "A dam.Seen from above Next",
        ),
        (
            "A dam.<figure rend='brackets'><graphic url='x'/><figDesc>Plan</figDesc></figure> Next",
            "A dam.[Plan] Next",
            "A dam.[Plan] Next",
        ),
        (
            "split.<figure rend='parentheses'>\n <figDesc>Image of a dam</figDesc>\n</figure> Next",
            "split.(Image of a dam) Next",
            "split.(Image of a dam) Next",
        ),
        ("<app><lem>Orkhon</lem><rdg>Orhon</rdg></app>", "Orkhon", "Orkhon"),
        ("<rs><persName rend='slashes'>D. Naran</persName></rs>", "/D. Naran/", "/D. Naran/"),
    ],
)
def test_each_construct_is_read_as_the_encoding_says(markup: str, source: str, reading: str) -> None:
    root = document(markup)
    assert words(source_view(root).text) == source
    assert words(reading_view(root).text) == reading


def test_children_of_an_element_without_text_are_lines_of_their_own() -> None:
    root = document("x</p><list><label>Channel:</label><item>n/a</item></list><p>y")
    assert words(source_view(root).text) == "x Channel: n/a y"


def test_an_original_beside_its_translation_is_read_and_is_no_part_of_the_transcript() -> None:
    root = document("The keeper left.")
    (body,) = root.iter("{*}body")
    body.append(
        etree.fromstring('<div xmlns="http://www.tei-c.org/ns/1.0" type="original"><p>Ушёл.</p></div>')
    )
    assert words(source_view(root).text) == "The keeper left."
    assert words(reading_view(root).text) == "The keeper left. Ушёл."


def test_the_transcript_keeps_its_lines() -> None:
    root = document("FM MOSCOW\n<lb/>TO STATE</p><p>TEXT")
    assert transcript_of(root).split("\n") == ["FM MOSCOW", "", "TO STATE", "TEXT", ""]


def test_a_slip_of_the_keyboard_is_shown_at_its_place_in_both_files() -> None:
    source = decode(b"The Commission met.\nThe gauge was read at noon.\n", "tei/sources/gauge.txt")
    octets = (
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>\n'
        b"<p>The Commission met.</p>\n<p>The gauge was raed at noon.</p></div></body></text></TEI>"
    )
    (found,) = compare(source, octets, etree.fromstring(octets), "tei/documents/gauge.xml")
    assert found.code == "FID001"
    assert (found.place.file, found.place.line, found.place.column) == ("tei/documents/gauge.xml", 3, 18)
    assert "reads “raed at noon.”" in found.message
    assert "tei/sources/gauge.txt:2, reads “read at noon.”" in found.message


def test_a_lost_end_is_a_difference_and_so_is_a_word_too_many() -> None:
    source = decode(b"one two three", "s.txt")
    for markup, message in (("one two", "reads “nothing more”"), ("one two three four", "reads “four”")):
        root = document(markup)
        (found,) = compare(source, etree.tostring(root), root, "d.xml")
        assert message in found.message


def test_a_blank_that_is_lost_is_a_difference() -> None:
    source = decode(b"one two", "s.txt")
    root = document("onetwo")
    assert [d.code for d in compare(source, etree.tostring(root), root, "d.xml")] == ["FID001"]


def test_an_editor_s_note_without_its_type_is_answered_with_the_type() -> None:
    source = decode(b"one two", "s.txt")
    root = document("one<note>so he says</note> two")
    (found,) = compare(source, etree.tostring(root), root, "d.xml")
    assert found.hint.startswith('a note of the editors is <note type="editor">')


def test_a_copy_of_the_transcript_that_is_not_rendered_proves_nothing() -> None:
    source = decode(b"one two", "s.txt")
    root = document("one<!-- two --><note type='editor'>two</note>")
    assert [d.code for d in compare(source, etree.tostring(root), root, "d.xml")] == ["FID001"]


NAMES = (
    "p", "lb", "fw", "list", "item", "choice", "sic", "corr", "orig", "supplied", "gap", "ex", "expan", "add",
    "subst", "app", "rdg", "lem", "g", "figure", "graphic", "index", "note", "div", "head", "term",
)  # fmt: skip
VALUES = (
    {}, {"rend": "brackets"}, {"rend": "slashes brackets"}, {"type": "editor"}, {"type": "original"},
    {"ref": "#U0001"},
)  # fmt: skip


@st.composite
def trees(draw: st.DrawFn, depth: int = 0) -> etree._Element:
    """Elements of every rule in each other, in any order, with text and without."""
    texts = st.sampled_from(("", " ", "\n", "rope", " hung"))
    name = "text" if not depth else draw(st.sampled_from(NAMES))
    made = etree.Element(f"{{http://www.tei-c.org/ns/1.0}}{name}", draw(st.sampled_from(VALUES)))
    made.text = draw(texts)
    for _ in range(draw(st.integers(0, 3 if depth < 3 else 0))):
        child = draw(st.one_of(trees(depth + 1), st.builds(etree.Comment, st.just("said"))))
        child.tail = draw(texts)
        made.append(child)
    return made


@given(trees())
def test_the_text_of_a_view_is_the_same_without_its_pieces(tree: etree._Element) -> None:
    root = document("")
    root.append(tree)
    assert source_text(root) == source_view(root).text


def test_an_offset_in_a_view_leads_back_to_the_file() -> None:
    octets = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><p>A &amp; B <!-- c -->'
        "<hi>Жив</hi>ago</p></div></body></text></TEI>"
    )
    view = reading_view(etree.fromstring(octets))
    found = scan(octets)
    for word in ("B", "Жив", "ago"):
        assert octets.startswith(word, view.file_offset(found, view.text.index(word)))
