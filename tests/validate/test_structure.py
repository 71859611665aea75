"""The derivative engine agrees with libxml2 on what is valid, and finds every fault of a file."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from lxml import etree
from mutations import mutated, rewritten, without_second_ids

from dragoman.edition import packaged
from dragoman.validate.datatypes import Datatype, libxml2_schema
from dragoman.validate.document import check_document
from dragoman.validate.schema import PACKAGED
from dragoman.validate.structure import Structure

DOCUMENTS = Path(__file__).parent / "documents"


@pytest.fixture(scope="module")
def ours() -> Structure:
    return PACKAGED.structure


@pytest.fixture(scope="module")
def libxml2() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(packaged("schema") / "dragoman.rng")))


def test_an_original_may_stand_beside_its_translation(ours: Structure) -> None:
    root = etree.parse(str(DOCUMENTS / "memorandum.xml")).getroot()
    (body,) = root.iter("{*}body")
    original = (
        '<div xmlns="http://www.tei-c.org/ns/1.0" type="original" xml:lang="mn-Latn">'
        '<p xml:id="o1" corresp="#p1">Tiim.</p></div>'
    )
    body.append(etree.fromstring(original))
    assert ours.faults(root) == []
    assert check_document(etree.tostring(root), "memorandum.xml") == []


@pytest.mark.parametrize("name", ["memorandum", "telegram"])
def test_ours_and_libxml2_agree_on_what_is_valid(ours: Structure, libxml2: etree.RelaxNG, name: str) -> None:
    root = etree.parse(str(DOCUMENTS / f"{name}.xml")).getroot()
    chance, disagreements = random.Random(name), []
    for _ in range(250):
        # An id that stands twice is a fault for us alone.
        made = without_second_ids(mutated(root, chance))
        faults = ours.faults(made)
        if bool(faults) == bool(libxml2.validate(made)):
            disagreements.append((faults[:1], etree.tostring(made)))
    assert disagreements == []


@pytest.mark.parametrize("name", ["memorandum", "telegram"])
def test_ours_and_libxml2_agree_however_a_document_is_written(
    ours: Structure, libxml2: etree.RelaxNG, name: str
) -> None:
    good = (DOCUMENTS / f"{name}.xml").read_text(encoding="utf-8")
    chance = random.Random(f"written {name}")
    for _ in range(150):
        text = rewritten(rewritten(good, chance), chance)
        root = etree.fromstring(text.encode(), etree.XMLParser(collect_ids=False))
        faults = ours.faults(root)
        codes = [d.code for d in check_document(text.encode(), "x.xml") if d.code.startswith("RNG")]
        assert len(codes) == len(faults), text
        if not any(fault.rule.code == "RNG009" for fault in faults):
            assert bool(faults) != libxml2.validate(root), text


@pytest.mark.parametrize("aside", ["<!-- so -->", "<?note so?>", "<!-- so --><?note so?>"])
def test_text_after_a_comment_is_found_where_it_stands(aside: str) -> None:
    good = (DOCUMENTS / "memorandum.xml").read_text(encoding="utf-8")
    (found,) = check_document(good.replace("<sp xml", f"{aside}so<sp xml", 1).encode(), "x.xml")
    assert (found.code, found.place.column) == ("RNG004", 5 + len(aside))
    assert found.message == "text in <div>: “so”"


@pytest.mark.parametrize(
    ("element", "message", "hint"),
    [
        ('<p xmlns="">So.</p>', "<p> stands in no namespace", 'delete xmlns=""'),
        (
            '<p xmlns="http://www.w3.org/1999/xhtml">So.</p>',
            "<p> stands in the namespace http://www.w3.org/1999/xhtml",
            'delete xmlns="http://www.w3.org/1999/xhtml"',
        ),
        (
            '<h:para xmlns:h="urn:h">So.</h:para>',
            "<para> stands in the namespace urn:h",
            "write it without the prefix h:, and write <p>",
        ),
    ],
)
def test_an_element_that_was_pasted_with_its_namespace_is_told_from_one_of_tei(
    element: str, message: str, hint: str
) -> None:
    good = (DOCUMENTS / "memorandum.xml").read_text(encoding="utf-8")
    (found,) = check_document(good.replace("<sp xml", f"{element}<sp xml", 1).encode(), "x.xml")
    assert found.code == "RNG001"
    assert (found.message, found.hint) == (f"{message}, and not in that of TEI", hint)


def test_an_attribute_of_another_namespace_is_named_as_such() -> None:
    good = (DOCUMENTS / "memorandum.xml").read_text(encoding="utf-8")
    faulty = good.replace("<sp ", '<sp xmlns:q="urn:q" q:n="1" ', 1)
    (found,) = check_document(faulty.encode(), "x.xml")
    assert found.message == "@n on <sp> is of the namespace urn:q"
    assert found.place.column == 5 + len('<sp xmlns:q="urn:q" ')


DATATYPES = [
    Datatype("date"),
    Datatype("dateTime"),
    Datatype("gYear"),
    Datatype("gYearMonth"),
    Datatype("time"),
    Datatype("nonNegativeInteger"),
    Datatype("decimal"),
    Datatype("NCName"),
    Datatype("language"),
    Datatype("token", (("pattern", r"[a-z][a-z0-9]*(\-[a-z0-9]+)*"),)),
    Datatype("token", (("pattern", r"[^\p{C}\p{Z}]+"),)),
    Datatype("anyURI", (("pattern", r"\S+"),)),
    Datatype("anyURI", (("pattern", r"#\S+"),)),
    Datatype("token", (("pattern", r"\s*-?\d+(\.\d+)?[ ,]\s*-?\d+(\.\d+)?\s*"),)),
    Datatype("double", (("minInclusive", "0"), ("maxInclusive", "1"))),
]
VALUES = """
1979 1979-06 1979-06-21 1979-06-31 1979-02-29 1980-02-29 1900-02-29 2000-02-29 1979-13 1979-6-1
-0044 0000 12345 1979-06-21T10:00:00 1979-06-21T10:00:00Z 1979-06-21T10:00:00+08:00 1979-06-21T10:00
1979-06-21T25:00:00 1979-06-21T10:00:00.5 10:00:00 10:00 24:00:00 10:60:00 1979Z 1979-06+14:00
1979-06+15:00 0 1 007 -1 +3 1.5 .5 5. 1e3 -0.5 0.25 2 NaN abc a1 1a a-b a--b a_b a.b é ab-cd en
mn-Latn mn_Latn x-y-z abcdefghi a,b “a” ² #p1 #p1#n1 %zz a%20b 1979-06-21T24:00:00 person:x ID.xml#p1 ../a?b
""".split()
# Figures of other scripts, which libxml2 takes for letters of no name, and blanks that XML does not know.
FIGURES = ["١٩٧٩", "１９７９", "1979-0６"]
VALUES += ["1979\u00a0", "\u00a01979", " 1979 ", "21\u00a0June", "1979-06\u2003", "a\u3000b", "\n1979\t"]


@pytest.mark.parametrize("datatype", DATATYPES, ids=str)
def test_a_datatype_accepts_what_libxml2_accepts(datatype: Datatype) -> None:
    schema = libxml2_schema(datatype)
    element = etree.Element("v")
    # Names are those of the fifth edition of XML, libxml2 has those of the fourth.
    for value in VALUES if datatype.name == "NCName" else VALUES + FIGURES:
        # libxml2 forgets that blanks round an address do not count.
        element.text = value.strip(" \t\n") if datatype.name == "anyURI" else value
        assert datatype.accepts(value) == schema.validate(element), value


def test_all_faults_of_a_file_are_found_in_one_pass() -> None:
    good = (DOCUMENTS / "memorandum.xml").read_text(encoding="utf-8")
    faulty = (
        good.replace("<sic>recieve</sic>", "")
        .replace('when="1979-06-21">June', 'when="June">June')
        .replace("<item>first reading</item>", "<item>first</item><para>x</para>")
        .replace('<sp xml:id="u1">', '<sp xml:id="u1" voice="low">')
        .replace("<row>", "words<row>")
        .replace('<p xml:id="p6">', '<head/><p xml:id="p6">')
        .replace('<gap reason="illegible"', "<gap")
    )
    found = [d.code for d in check_document(faulty.encode(), "x.xml")]
    assert found == ["RNG007", "RNG003", "RNG006", "RNG005", "RNG001", "RNG004", "RNG002"]


def test_unknown_elements_do_not_hide_what_is_in_them() -> None:
    good = (DOCUMENTS / "memorandum.xml").read_text(encoding="utf-8")
    faulty = good.replace("The ferry", 'The <river><date when="x">ferry</date></river>')
    assert [d.code for d in check_document(faulty.encode(), "x.xml")] == ["RNG001", "RNG007"]


def test_an_attribute_called_as_the_value_of_another_is_found_after_it() -> None:
    good = (DOCUMENTS / "memorandum.xml").read_text(encoding="utf-8")
    divisions = '<div type="appendix"><p xml:id="x1">A</p></div><div type="appendix" appendix="yes"/></body>'
    found = check_document(good.replace("</body>", divisions).encode(), "x.xml")
    assert [d.message for d in found if d.code == "RNG005"] == ["<div> has no attribute @appendix"]
