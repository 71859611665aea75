"""Annotating inserts tags and changes no other byte of a file."""

from __future__ import annotations

import re
from pathlib import Path

from entity_builders import document, org, paragraph, person, place, tags
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.entities.annotate import Options, annotate
from dragoman.entities.gazetteer import gazetteer
from dragoman.entities.model import Authorities
from dragoman.entities.standing import without_links

OWN = Authorities.of(
    [
        person("mao-lingfei", "Mao Lingfei", "Mao"),
        person("tarasov-igor", "Igor Tarasov", "M. S. Tarasov", "Tarasov"),
        person("orlov-pavel", "Pavel Orlov", "Orlov"),
        person("orlov-lev", "Lev Orlov", "Orlov"),
        place("north-korea", "North Korea"),
        place("tarvik", "Tarvik"),
        org("us-embassy-tarvik", "AMEMBASSY TARVIK"),
    ]
)
INSERTED = re.compile(rb'</?(?:persName|placeName|orgName)(?: ref="[^"]*")?(?: cert="[^"]*")?>')


def annotated(octets: bytes, options: Options | None = None) -> bytes:
    made = annotate(octets, "d1.xml", OWN, options=options)
    assert not made.diagnostics
    return made.octets


def inside(text: str) -> str:
    made = annotated(paragraph(text)).decode()
    return made[made.index('<p xml:id="p1">') + 15 : made.index("</p></div>")]


def test_a_name_is_tagged_with_its_reference() -> None:
    assert inside("So Igor Tarasov said.") == (
        'So <persName ref="person:tarasov-igor">Igor Tarasov</persName> said.'
    )


def test_a_name_of_the_header_is_linked_only_to_an_entry_of_its_kind() -> None:
    head = b"<profileDesc><correspDesc><correspAction><orgName>Tarvik</orgName><placeName>Tarvik</placeName>"
    octets = paragraph("So Tarvik wrote.").replace(b"<profileDesc>", head + b"</correspAction></correspDesc>")

    made = annotated(octets).decode()

    assert '<orgName>Tarvik</orgName><placeName ref="place:tarvik">Tarvik</placeName>' in made


def test_a_name_completed_in_brackets_is_wrapped_whole() -> None:
    supplied = 'Mao <supplied rend="brackets">Lingfei</supplied>'

    assert (
        inside(f"So {supplied} said.") == f'So <persName ref="person:mao-lingfei">{supplied}</persName> said.'
    )


def test_a_name_that_begins_in_brackets_is_wrapped_whole() -> None:
    supplied = '<supplied rend="brackets">North</supplied> Korea'

    assert inside(f"in {supplied}.") == f'in <placeName ref="place:north-korea">{supplied}</placeName>.'


def test_where_the_whole_cannot_be_wrapped_the_longest_part_is() -> None:
    text = 'So Mao <hi rend="italic">Lingfei, then</hi> others.'

    assert inside(text) == (
        'So Mao <hi rend="italic"><persName ref="person:mao-lingfei">Lingfei</persName>, then</hi> others.'
    )


def test_a_name_that_a_page_banner_cuts_is_wrapped_with_the_banner() -> None:
    cut = 'TARA<pb n="2" break="no"/><fw type="page-banner">PAGE 02</fw>SOV'

    assert inside(f"THEN IGOR {cut} SPOKE.") == (
        f'THEN <persName ref="person:tarasov-igor">IGOR {cut}</persName> SPOKE.'
    )


def test_a_name_that_the_header_of_a_section_cuts_is_tagged_in_its_longer_part() -> None:
    header = '<fw type="section-header">FM AMEMBASSY TARVIK</fw>'

    assert inside(f"THEN IGOR {header} TARASOV SPOKE.") == (
        f'THEN IGOR {header} <persName ref="person:tarasov-igor">TARASOV</persName> SPOKE.'
    )


def test_a_post_is_tagged_with_its_place_inside() -> None:
    assert inside("FROM AMEMBASSY TARVIK TODAY") == (
        'FROM <orgName ref="org:us-embassy-tarvik">AMEMBASSY '
        '<placeName ref="place:tarvik">TARVIK</placeName></orgName> TODAY'
    )


def test_an_editors_tag_gets_the_reference_and_keeps_what_it_says() -> None:
    text = "So <persName\n  n='1'>Igor Tarasov</persName> said."

    assert inside(text) == "So <persName ref=\"person:tarasov-igor\"\n  n='1'>Igor Tarasov</persName> said."


def test_an_editors_reference_is_left_alone_and_counts_as_the_full_name() -> None:
    text = '<persName ref="person:orlov-lev">the elder</persName> came. Orlov sat down.'

    assert inside(text) == (
        '<persName ref="person:orlov-lev">the elder</persName> came. '
        '<persName ref="person:orlov-lev">Orlov</persName> sat down.'
    )


def test_what_is_open_gets_no_tag() -> None:
    assert inside("Later Comrade Orlov came.") == "Later Comrade Orlov came."


def test_what_is_likely_is_written_with_cert_when_asked_for() -> None:
    own = Authorities.of([person("tarasov-igor", "Igor Tarasov")])
    octets = paragraph("Later Comrade Tarasov came.")

    likely = annotate(octets, "d1.xml", own, options=Options(with_likely=True))

    assert [str(decision.certainty) for decision in likely.decisions] == ["likely"]
    assert b'<persName ref="person:tarasov-igor" cert="medium">Tarasov</persName>' in likely.octets
    assert annotate(octets, "d1.xml", own).octets == octets


def test_values_and_terms_are_not_tagged() -> None:
    text = '<note subtype="source-term"><term xml:lang="mn-Latn">Tarvik</term></note>'

    assert inside(text) == text


def test_layout_entities_comments_and_line_ends_stay() -> None:
    octets = document(
        '<p\txml:id = "p1" >A &amp; B &#x2014;\r\n  <!-- Igor Tarasov -->'
        "Igor\r\n   Tarasov &lt;x&gt; <?pi Mao?></p>"
    )

    made = annotated(octets)

    assert INSERTED.sub(b"", made) == octets
    assert b'<persName ref="person:tarasov-igor">Igor\r\n   Tarasov</persName>' in made


def test_a_byte_order_mark_and_a_prefix_are_kept() -> None:
    octets = b"\xef\xbb\xbf" + paragraph("Igor Tarasov said.").replace(b"<", b"<t:").replace(
        b"<t:/", b"</t:"
    ).replace(b"xmlns=", b"xmlns:t=")

    made = annotated(octets)

    assert made.startswith(b"\xef\xbb\xbf<t:TEI")
    assert b'<t:persName ref="person:tarasov-igor">Igor Tarasov</t:persName>' in made


def test_names_of_the_header_get_the_reference_of_the_same_words_in_the_text() -> None:
    octets = document("<p>So Igor Tarasov said.</p>").replace(
        b"</profileDesc>",
        b"<particDesc><listPerson><person><persName>Igor Tarasov</persName></person>"
        b"</listPerson></particDesc></profileDesc>",
    )

    assert b'<persName ref="person:tarasov-igor">Igor Tarasov</persName></person>' in annotated(octets)


def test_annotating_twice_changes_nothing() -> None:
    once = annotated(paragraph("Igor Tarasov of AMEMBASSY TARVIK met Mao. Tarasov left North Korea."))

    assert annotated(once) == once


def test_taking_a_link_back_restores_the_bytes() -> None:
    octets = paragraph('So Igor Tarasov &amp; Mao <supplied rend="brackets">Lingfei</supplied> said.')
    made = annotated(octets)

    back = without_links(without_links(made, "d1.xml", "person:tarasov-igor"), "d1.xml", "person:mao-lingfei")

    assert made != octets
    assert back == octets


def test_taking_links_back_leaves_the_tags_of_the_header() -> None:
    octets = document("<p>So Igor Tarasov said.</p>").replace(
        b"</profileDesc>",
        b"<particDesc><listPerson><person><persName>Igor Tarasov</persName></person>"
        b"</listPerson></particDesc></profileDesc>",
    )

    assert without_links(annotated(octets), "d1.xml", "person:tarasov-igor") == octets


def test_a_broken_file_is_reported_and_comes_back_as_it_was() -> None:
    made = annotate(b"<TEI>\n<p>", "d1.xml", OWN)

    assert made.octets == b"<TEI>\n<p>"
    assert [(d.code, d.place.file) for d in made.diagnostics] == [("XML001", "d1.xml")]


PIECES = st.sampled_from(
    [
        *("Igor Tarasov", "Tarasov", "Mao", "Mao Lingfei", "Orlov", "P. Orlov", "AMEMBASSY TARVIK", "Tarvik"),
        *(
            "North Korea",
            "<lb/>",
            "\r\n",
            "&amp;",
            "<!-- Mao -->",
            "<fw>Mao</fw>",
            "said.",
            "<pb n='2'/>",
            ", ",
        ),
        *(
            '<hi rend="italic">',
            '<supplied rend="brackets">',
            "<persName>",
            "'s",
            "-",
            "Com",
            "M. S.",
            "<gap/>",
        ),
    ]
)
OPENED = re.compile(r"<(hi|supplied|persName)\b[^/>]*>")


@settings(deadline=None)
@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "]), st.integers(0, 3)), max_size=20))
def test_whatever_stands_there_only_tags_are_inserted(parts: list[tuple[str, str, int]]) -> None:
    text, open_names = "", []
    for piece, space, depth in parts:
        text += piece + space
        opened = OPENED.fullmatch(piece)
        if opened:
            open_names.append(opened[1])
        while len(open_names) > depth:
            text += f"</{open_names.pop()}>"
    octets = paragraph(text + "".join(f"</{name}>" for name in reversed(open_names)))

    made = annotate(octets, "d1.xml", OWN).octets

    kept = re.sub(rb' ref="[^"]*"', b"", made)
    tagless = re.sub(rb"</?(?:persName|placeName|orgName)>", b"", kept)
    assert tagless == re.sub(rb"</?(?:persName|placeName|orgName)>", b"", octets)
    assert annotate(made, "d1.xml", OWN).octets == made


def test_the_packaged_gazetteer_only_proposes() -> None:
    octets = paragraph("Fidel Castro came.", "1978-01-01")

    made = annotate(octets, "d1.xml", Authorities(), gazetteer())

    assert made.octets == octets
    assert [(d.text, d.ref, str(d.certainty)) for d in made.decisions] == [
        ("Fidel Castro", "person:castro-fidel", "sure")
    ]


def test_decisions_say_where_the_name_stands() -> None:
    octets = (Path(__file__).parent / "fixtures" / "telegram.xml").read_bytes()

    made = annotate(octets, "telegram.xml", OWN)

    chao = next(decision for decision in made.decisions if decision.text == "CHAO")
    line = octets.decode().splitlines()[chao.place.line - 1]
    assert line[chao.place.column - 1 :].startswith("CHAO")
    assert (chao.document, chao.paragraph, chao.occurrence) == ("1979PEKING01642", "p1", 1)


def test_the_tags_are_where_the_decisions_say() -> None:
    made = annotated(document("<p>Igor Tarasov</p><p>met Mao.</p>"))

    assert tags(made) == [
        ("persName", "person:tarasov-igor", "Igor Tarasov"),
        ("persName", "person:mao-lingfei", "Mao"),
    ]


def test_a_file_that_is_not_utf_8_is_reported_and_comes_back_as_it_was() -> None:
    octets = paragraph("Igor Tarasov left.").decode().encode("utf-16")

    made = annotate(octets, "d1.xml", OWN)

    assert (made.octets, [d.code for d in made.diagnostics]) == (octets, ["XML005"])
