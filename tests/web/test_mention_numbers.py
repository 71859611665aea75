"""The numbers of mentions, and the order in which a page lists the names of its document."""

from lxml import etree

from dragoman.render.mentions import NUMBER, named, number_mentions

GROUP = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><p><persName ref="person:a">A</persName></p></teiHeader>
<text><group>
  <text><p><persName ref="person:a">A</persName> of <placeName ref="place:x">X</placeName></p></text>
  <text><p><rs ref="person:b person:a person:b">both</rs>, <persName>C</persName></p></text>
</group></text></TEI>"""


def test_mentions_are_numbered_once_and_in_the_text_alone() -> None:
    root = etree.fromstring(GROUP)

    assert number_mentions(root) == {"person:a": [1, 3], "place:x": [2], "person:b": [3]}
    assert root.xpath(f"//@{NUMBER}") == ["1", "2", "3"]
    assert number_mentions(root) == {"person:a": [1, 3], "place:x": [2], "person:b": [3]}


def test_names_stand_by_their_mentions_and_then_as_the_registers_have_them() -> None:
    mentions = {"person:z": [4], "person:b": [3], "person:a": [1, 2], "person:unknown": [5, 6, 7]}

    names = named(mentions, {"person:a": 2, "person:b": 1, "person:z": 0})

    assert names.text == (
        '<names><name ref="person:a" count="2" first="1"/><name ref="person:z" count="1" first="4"/>'
        '<name ref="person:b" count="1" first="3"/></names>'
    )
