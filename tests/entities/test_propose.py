"""An edition without authority files gets them from its documents."""

from __future__ import annotations

from entity_builders import OPENING, paragraph, person, tags

from dragoman.entities.authority import read_authority
from dragoman.entities.authority_edit import new_file
from dragoman.entities.edition import AnnotatedEdition, annotate_edition
from dragoman.entities.gazetteer import gazetteer
from dragoman.entities.model import Authorities, Kind
from dragoman.entities.romanisation import is_same_chinese_name


def edition(*texts: str, own: tuple[Kind, bytes] | None = None) -> AnnotatedEdition:
    documents = {
        f"d{number}.xml": paragraph(text).replace(b'xml:id="d1"', f'xml:id="d{number}"'.encode())
        for number, text in enumerate(texts, 1)
    }
    files = {own[0]: ("own.xml", own[1])} if own else {}
    return annotate_edition(documents, files, gazetteer(), title="Letters")


def accepted(made: AnnotatedEdition) -> list[tuple[str, tuple[str, ...]]]:
    return [(entity.ref, tuple(name.text for name in entity.names)) for entity in made.accepted]


def test_one_person_in_two_documents_is_one_entry() -> None:
    made = edition("Here M.S. Tarasov spoke.", "THEN M. TARASOV SPOKE. TARASOV LEFT.")

    assert accepted(made) == [("person:tarasov-m-s", ("M. S. Tarasov", "M. Tarasov", "Tarasov"))]
    assert tags(made.documents["d2.xml"].octets) == [
        ("persName", "person:tarasov-m-s", "M. TARASOV"),
        ("persName", "person:tarasov-m-s", "TARASOV"),
    ]


def test_an_entry_that_nothing_is_linked_to_is_not_made() -> None:
    # What is lost between the two words keeps the name from being found by the name of its entry.
    made = edition('So <persName>Archelaos <gap reason="lost"/>dorou</persName> met Pavel Tarhan.')

    assert [ref for ref, _ in accepted(made)] == ["person:tarhan-pavel"]


def test_words_that_only_capitals_make_a_name_of_make_no_entry_when_they_come_again() -> None:
    made = edition("HE HAS NO FIGURE FOR EATEN RAISINS, THOUGH. THE RAISINS LEFT. M.S. TARHAN SPOKE.")

    assert [ref for ref, _ in accepted(made)] == ["person:tarhan-m-s"]


def test_two_persons_of_one_surname_are_two_entries() -> None:
    made = edition("Here P.A. Tarasov met L.S. Tarasov.")

    assert [ref for ref, _ in accepted(made)] == ["person:tarasov-l-s", "person:tarasov-p-a"]


def test_two_spellings_of_one_surname_with_the_same_initials_are_one_entry_under_the_commoner() -> None:
    made = edition(
        "Here L. Tarajsuren spoke. Tarajsuren left.", "THEN L. TARAZHSUREN SPOKE. TARAZHSUREN LEFT."
    )

    assert accepted(made) == [
        ("person:tarajsuren-l", ("L. Tarajsuren", "Tarajsuren", "L. Tarazhsuren", "Tarazhsuren")),
    ]
    others = edition("Here L. Tarajsuren met P. Tarazhsuren.")
    assert [ref for ref, _ in accepted(others)] == ["person:tarajsuren-l", "person:tarazhsuren-p"]


def test_an_american_mission_in_ordinary_words_is_the_one_of_the_gazetteer() -> None:
    made = edition(
        "The U.S. Embassy in Dacca and the American Consulate General in Hong Kong wrote.",
        "He came from the US Embassy at Bangkok and the North Korean Embassy.",
    )

    assert [ref for ref, _ in accepted(made) if ref.startswith("org:")] == [
        "org:us-consulate-hong-kong",
        "org:us-embassy-bangkok",
        "org:us-embassy-dhaka",
    ]


def test_wade_giles_and_pinyin_are_one_entry() -> None:
    made = edition("Here Xie Tingfang spoke.", "THEN HSIEH T'ING-FANG SPOKE.")

    assert accepted(made) == [("person:xie-tingfang", ("Xie Tingfang", "Hsieh T'ing-fang", "Xie"))]


def test_a_polite_form_is_a_variant_of_the_person() -> None:
    made = edition("Here T.O. Tarasova spoke. “Why, Tamara Olegovna?”")

    assert accepted(made) == [("person:tarasova-t-o", ("T. O. Tarasova", "Tamara Olegovna", "Tarasova"))]


def test_the_acronyms_of_a_body_stay_in_capitals_where_all_was_in_capitals() -> None:
    made = edition("HE SPOKE TO THE SOVIET MFA FAR EASTERN DEPT ABOUT THE ICE. HE LEFT FOR THE WEIR.")

    assert accepted(made) == [
        ("org:soviet-mfa-far-eastern-dept", ("Soviet MFA Far Eastern Dept",)),
    ]
    assert [
        names
        for _, names in accepted(edition("HE CAME FROM THE UNIVERSITY OF WARSAW."))
        if "University" in names[0]
    ] == [("University of Warsaw",)]


def test_only_what_documents_name_is_taken_from_the_gazetteer() -> None:
    made = edition("Here Fidel Castro was in Havana.")

    assert [ref for ref, _ in accepted(made)] == ["person:castro-fidel", "place:havana"]
    places = read_authority(made.authorities[Kind.PLACE], "places.xml", Kind.PLACE)
    assert not places.diagnostics
    assert [(e.ref, e.within) for e in places.entities] == [("place:havana", "")]


def test_generic_bodies_and_weak_shapes_make_no_entry() -> None:
    made = edition("At the Foreign Ministry the Soviet Embassy was spoken of. Wrzosek agreed.")

    assert accepted(made) == []
    assert made.authorities == {}


def test_an_edition_annotated_again_does_not_change() -> None:
    once = edition("Here M.S. Tarasov and Fidel Castro spoke of the Lena River Commission in Havana.")

    again = annotate_edition(
        {name: made.octets for name, made in once.documents.items()},
        {kind: (f"{kind.plural}.xml", octets) for kind, octets in once.authorities.items()},
        gazetteer(),
    )

    assert again.accepted == ()
    assert again.authorities == {}
    assert [made.octets for made in again.documents.values()] == [
        made.octets for made in once.documents.values()
    ]


def test_an_existing_file_is_filled_and_its_entries_are_used() -> None:
    own = new_file(Kind.PERSON, [person("tarasov", "M. S. Tarasov")])

    made = edition("Here M.S. Tarasov and K. Belov spoke.", own=(Kind.PERSON, own))

    assert [ref for ref, _ in accepted(made)] == ["person:belov-k"]
    assert [e.id for e in read_authority(made.authorities[Kind.PERSON], "p", Kind.PERSON).entities] == [
        "tarasov",
        "belov-k",
    ]


def test_a_broken_authority_file_is_reported_and_left_alone() -> None:
    made = edition("Here K. Belov spoke.", own=(Kind.PERSON, b"<TEI>"))

    assert [d.code for d in made.diagnostics] == ["XML001"]
    assert made.authorities == {}


def test_a_broken_document_is_reported_once_and_does_not_stop_the_others() -> None:
    made = annotate_edition({"a.xml": b"<TEI>", "b.xml": paragraph("K. Belov spoke.")}, {}, Authorities())

    assert [d.code for d in made.documents["a.xml"].diagnostics] == ["XML001"]
    assert [e.ref for e in made.accepted] == ["person:belov-k"]
    assert OPENING.startswith("<TEI")


def test_wade_giles_names_are_known_in_pinyin() -> None:
    pairs = [
        ("Teng Hsiao-p'ing", "Deng Xiaoping"),
        ("Chou En-lai", "Zhou Enlai"),
        ("Yeh Chien-ying", "Ye Jianying"),
        ("Chao Tzu-yang", "Zhao Ziyang"),
        ("Ch'iao Kuan-hua", "Qiao Guanhua"),
        ("Hsü Hsiang-ch'ien", "Xu Xiangqian"),
    ]

    assert [is_same_chinese_name(*pair) for pair in pairs] == [True] * len(pairs)
    assert not is_same_chinese_name("Li Hsien-nien", "Li Peng")
    assert not is_same_chinese_name("Hua Kuo-feng", "Huang Hua")


def test_two_entries_with_one_id_are_named_and_nothing_is_linked() -> None:
    entry = '<person xml:id="belov"><persName type="preferred">K. Belov</persName></person>'
    people = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>t</title></titleStmt>'
        "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
        f"<standOff><listPerson>{entry}{entry}</listPerson></standOff></TEI>"
    ).encode()
    text = paragraph("K. Belov spoke.")

    made = annotate_edition({"d1.xml": text}, {Kind.PERSON: ("people.xml", people)}, Authorities())

    assert [diagnostic.code for diagnostic in made.diagnostics] == ["AUT001"]
    assert made.documents["d1.xml"].octets == text
    assert made.authorities == {}


def test_a_decision_about_a_document_that_is_not_there_is_named() -> None:
    lines = "link  d9 * * “Belov” person:belov\nleave d2 * * “Belov” -\nleave * * * “Belov” -\n"

    made = annotate_edition(
        {"d1.xml": paragraph("He spoke.")},
        {},
        Authorities(),
        decisions=("decisions.txt", lines),
        others=["tei/documents/d2.xml"],
    )

    assert [(d.code, d.place.line, d.message) for d in made.diagnostics] == [
        ("DEC002", 1, "there is no document d9")
    ]
