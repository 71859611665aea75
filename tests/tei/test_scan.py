"""Exact places: what the scanner says must be what lxml says, with offsets besides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dragoman.tei.scan import characters, scan

SAMPLE = (
    '<?xml version="1.0"?>\n<!-- <not> a tag -->\n<a x="1 > 0" y=\'"\'>'
    "one<b/>two<!-- <c> --><![CDATA[<d>&amp;]]>\n"
    '  <c z="&lt;">A&amp;B &#x416;</c>tail</a>\n'
)


def test_elements_are_in_the_order_of_the_tree_and_their_offsets_are_those_of_their_tags() -> None:
    found = scan(SAMPLE)
    names = [element.name for element in found.elements]
    assert names == [e.tag for e in etree.fromstring(SAMPLE.encode()).iter(etree.Element)] == ["a", "b", "c"]
    a, b, c = found.elements
    assert SAMPLE[a.start : a.start_tag_end] == '<a x="1 > 0" y=\'"\'>'
    assert SAMPLE[a.end_tag : a.end] == "</a>"
    assert SAMPLE[b.start : b.end] == "<b/>"
    assert b.is_empty_tag
    assert (c.parent, b.parent, a.parent) == (0, 0, -1)


def test_attributes_have_the_offsets_of_name_and_value() -> None:
    a = scan(SAMPLE).elements[0]
    name, start, end = a.attributes["x"]
    assert SAMPLE[name : name + 1] == "x"
    assert SAMPLE[start:end] == "1 > 0"
    assert SAMPLE[slice(*a.attributes["y"][1:])] == '"'


def test_line_and_column_count_from_one() -> None:
    found = scan(SAMPLE)
    assert found.line_column(found.elements[2].start) == (4, 3)


def test_a_reference_is_one_character_at_the_place_where_it_is_written() -> None:
    found = scan(SAMPLE)
    run = next(r for r in found.texts if found.elements[r.parent].name == "c")
    text, offsets = characters(SAMPLE, run)
    assert text == "A&B Ж"
    assert SAMPLE[offsets[1] : offsets[2]] == "&amp;"
    assert SAMPLE[offsets[4] : offsets[5]] == "&#x416;"


def test_markup_in_comments_and_cdata_is_no_markup() -> None:
    found = scan(SAMPLE)
    cdata = [run for run in found.texts if run.is_cdata]
    assert [SAMPLE[run.start : run.end] for run in cdata] == ["<d>&amp;"]
    assert characters(SAMPLE, cdata[0])[0] == "<d>&amp;"


_names = st.sampled_from(["p", "hi", "note", "tei:seg"])
_chunks = st.text(alphabet="ab <>&\"'é\n\r字", max_size=6)


@st.composite
def _trees(draw: st.DrawFn, depth: int = 3) -> etree._Element:
    element = etree.Element(draw(_names).replace("tei:", ""))
    for name in draw(st.lists(st.sampled_from(["n", "rend", "type"]), unique=True)):
        element.set(name, draw(_chunks))
    element.text = draw(_chunks)
    for _ in range(draw(st.integers(0, 3)) if depth else 0):
        child = draw(st.one_of(_trees(depth - 1), st.builds(etree.Comment, st.sampled_from([" <x> ", "y"]))))
        child.tail = draw(_chunks)
        element.append(child)
    return element


def _texts_of(node: etree._Element, root: etree._Element) -> tuple[str | None, str | None]:
    return (node.text if isinstance(node.tag, str) else None), (node.tail if node is not root else None)


@given(_trees())
def test_the_texts_of_the_scan_are_the_texts_of_the_tree(tree: etree._Element) -> None:
    written = etree.tostring(tree, encoding="unicode")
    read = etree.fromstring(written)
    found = scan(written)
    assert [e.name for e in found.elements] == [e.tag for e in read.iter(etree.Element)]
    texts = [text for node in read.iter() for text in _texts_of(node, read) if text]
    assert sorted(characters(written, run)[0] for run in found.texts) == sorted(texts)
    values = [e.get(name) for e in read.iter(etree.Element) for name in e.attrib]
    raw = [written[s:e] for element in found.elements for _, s, e in element.attributes.values()]
    assert len(values) == len(raw)
