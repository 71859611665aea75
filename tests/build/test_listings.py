"""Entries of lists lead to the documents of the edition and to their like in other lists."""

from __future__ import annotations

from dragoman.build.listings import linked_entries

HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}">'
    "<teiHeader><fileDesc><titleStmt><title>{title}</title>"
)
REST = (
    "</titleStmt></fileDesc><profileDesc><creation><date when='{date}'/></creation></profileDesc></teiHeader>"
    "<text><body><div type='document' subtype='{kind}'>{body}</div></body></text></TEI>"
)


def made(id_: str, kind: str, body: str, title: str = "List", date: str = "1980") -> bytes:
    return (HEAD + REST).format(id=id_, kind=kind, body=body, title=title, date=date).encode()


def entry(id_: str, title: str, date: str = "1979-08-03", extra: str = "") -> str:
    return f'<bibl  xml:id="{id_}"{extra}><date when="{date}">d</date>\n <title>{title}</title></bibl>'


VISIT = made("visit", "memorandum", "<p>x</p>", "Record of a Visit to Gauge Post No. 7", "1979-08-03")


def test_an_entry_leads_to_the_document_that_it_names_and_no_other_byte_changes() -> None:
    before = made("list", "catalogue", entry("e1", "Record of a Visit to Gauge Post No. 7"))
    changed = linked_entries({"visit.xml": VISIT, "list.xml": before})
    assert changed == {"list.xml": before.replace(b"<title>Record", b'<title ref="visit.xml">Record')}


def test_the_same_entry_in_a_second_list_leads_to_the_first() -> None:
    first = made("one", "catalogue", entry("e1", "Protocol on the Leaking Pontoon"))
    second = made("two", "search-results", entry("e4", "Protocol on the leaking pontoon"))
    changed = linked_entries({"one.xml": first, "two.xml": second})
    assert changed == {"two.xml": second.replace(b' xml:id="e4"', b' xml:id="e4" sameAs="one.xml#e1"')}


def test_what_an_editor_has_pointed_stays_and_a_second_run_changes_nothing() -> None:
    title = "Record of a Visit to Gauge Post No. 7"
    by_hand = made("list", "catalogue", entry("e1", title)).replace(b"<title>Rec", b'<title ref="x.xml">Rec')
    assert linked_entries({"visit.xml": VISIT, "list.xml": by_hand}) == {}
    changed = linked_entries({"visit.xml": VISIT, "list.xml": made("list", "catalogue", entry("e1", title))})
    assert linked_entries({"visit.xml": VISIT, **changed}) == {}


def test_another_title_of_the_same_day_is_another_document() -> None:
    other = made("list", "catalogue", entry("e1", "Telegram on Timber Floating"))
    assert linked_entries({"visit.xml": VISIT, "list.xml": other}) == {}
