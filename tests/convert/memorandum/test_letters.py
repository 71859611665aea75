"""Letters: recognised, with sender, addressee and day in the header, salutation and signature in the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from dragoman.convert.context import Context
from dragoman.convert.detect import converter_for
from dragoman.document import missing_spans
from dragoman.edition import packaged
from dragoman.source import SourceText
from dragoman.tei.ns import NSMAP
from dragoman.tei.views import source_view
from dragoman.tei.write import document_element

PLAIN = """Brno, 22 January 1974

To Comrade A.N. Kosin
Chairman of the Board of Weirs
Prague, Old Mill

Dear Alexei Nikolaevich,

I thank you for the telegram of 3 January. The weir depends on the road, and the road on the weir.

I ask you to look into the matter yourself.

With comradely greetings,

D. Maidarjav
First Deputy Chairman of the Board of Weirs

P.S. The clerk sends his greetings.
cc: N.S. Patolin
"""
ADDRESSED = """From: D. Maidarjav, Brno
To: the Ministry of Weirs
Date: 22 January 1974
Subject: The weir

The weir is older than the road, and the road is older than both of us.

I ask you to send a second engineer, for the first has married here.

Respectfully,

Pavel Stroev
Second Secretary of the Embassy
"""
UNDATED = """Esteemed Comrade Dorjkhand!

The boats that you sent are here, and two of them float.

Yours sincerely,

/V. Prokhin/

Kyakhta, May 3, 1961
"""


@pytest.fixture
def letter(repository: Path):
    """Convert what is recognised as a letter, and prove that it is whole and valid."""
    edition = etree.parse(repository / "tei" / "edition.xml").getroot()
    grammar = etree.RelaxNG(etree.parse(packaged("schema") / "dragoman.rng"))

    def make(text: str) -> etree._Element:
        source = SourceText("letter.txt", text)
        converter, _ = converter_for(source)
        assert converter.kind == "letter"
        conversion = converter.convert(source, Context("letter"))
        assert missing_spans(conversion.document) == []
        assert "MEM001" not in {one.code for one in conversion.diagnostics}
        root = document_element(conversion.document, edition)
        assert source_view(root).text.split() == text.split()
        assert grammar.validate(root), grammar.error_log.last_error
        return root

    return make


def texts(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NSMAP)
    return [one if isinstance(one, str) else " ".join("".join(one.itertext()).split()) for one in found]


def test_a_plain_letter_is_a_letter_with_a_title_by_its_correspondents(letter) -> None:
    root = letter(PLAIN)
    title = "Letter from D. Maidarjav to A.N. Kosin, 22 January 1974"
    assert texts(root, "//tei:titleStmt/tei:title") == [title]
    assert texts(root, "//tei:head/tei:supplied[@resp='#dragoman']") == [title]
    assert texts(root, "//tei:div[@type='document']/@subtype") == ["letter"]
    assert texts(root, "//tei:catRef[@scheme='#kinds']/@target") == ["#kind-letter"]


def test_a_letter_says_who_sent_it_whence_and_when_and_who_received_it(letter) -> None:
    root = letter(PLAIN)
    sent = "//tei:correspAction[@type='sent']"
    assert texts(root, f"{sent}/tei:persName") == ["D. Maidarjav"]
    assert texts(root, f"{sent}/tei:placeName") == ["Brno"]
    assert texts(root, f"{sent}/tei:date/@when") == ["1974-01-22"]
    assert texts(root, "//tei:correspAction[@type='received']/tei:persName") == ["A.N. Kosin"]
    assert texts(root, "//tei:creation/tei:date/@type") == ["sent"]
    assert texts(root, "//tei:particDesc//tei:person/@role") == ["sender", "recipient"]
    assert texts(root, "//tei:particDesc//tei:occupation") == [
        "First Deputy Chairman of the Board of Weirs",
        "Chairman of the Board of Weirs",
    ]


def test_a_letter_between_two_of_one_surname_has_both(letter) -> None:
    root = letter(
        "Letter from Horst Wendt to Martha Wendt\n\nBrno, 24 December 1966\n\nDear Martha,\n\n"
        "The weir is lowered by hand.\n\nWith many greetings,\n\nHorst Wendt\n"
    )

    assert texts(root, "//tei:particDesc//tei:persName") == ["Horst Wendt", "Martha Wendt"]
    assert texts(root, "//tei:correspDesc//tei:persName") == ["Horst Wendt", "Martha Wendt"]
    assert texts(root, "//tei:particDesc//tei:occupation") == []


def test_salutation_valediction_signature_and_postscript_have_their_elements(letter) -> None:
    root = letter(PLAIN)
    assert texts(root, "//tei:opener/tei:dateline") == ["Brno, 22 January 1974"]
    assert texts(root, "//tei:opener/tei:seg[@type='to']") == [
        "To Comrade A.N. Kosin", "Chairman of the Board of Weirs", "Prague, Old Mill",
    ]  # fmt: skip
    assert texts(root, "//tei:opener/tei:salute") == ["Dear Alexei Nikolaevich,"]
    assert len(texts(root, "//tei:div[@type='document']/tei:p")) == 2
    assert texts(root, "//tei:closer[1]/tei:salute") == ["With comradely greetings,"]
    assert texts(root, "//tei:closer[1]/tei:signed") == [
        "D. Maidarjav First Deputy Chairman of the Board of Weirs"
    ]
    assert texts(root, "//tei:postscript/tei:p") == ["P.S. The clerk sends his greetings."]
    assert texts(root, "//tei:closer[2]/tei:seg") == ["cc: N.S. Patolin"]


def test_a_letter_by_lines_from_and_to_has_its_parties_from_them(letter) -> None:
    root = letter(ADDRESSED)
    assert texts(root, "//tei:correspAction[@type='sent']/tei:persName") == ["D. Maidarjav"]
    assert texts(root, "//tei:correspAction[@type='received']/tei:orgName") == ["Ministry of Weirs"]
    assert texts(root, "//tei:titleStmt/tei:title") == [
        "Letter from D. Maidarjav to the Ministry of Weirs, 22 January 1974"
    ]
    assert texts(root, "//tei:signed/tei:persName") == ["Pavel Stroev"]


def test_a_letter_may_have_its_date_below_the_signature(letter) -> None:
    root = letter(UNDATED)
    assert texts(root, "//tei:closer/tei:dateline/tei:date/@when") == ["1961-05-03"]
    assert texts(root, "//tei:correspAction[@type='sent']/tei:placeName") == ["Kyakhta"]
    assert texts(root, "//tei:correspAction[@type='received']/tei:persName") == ["Dorjkhand"]


def test_a_record_that_begins_with_a_greeting_in_its_text_is_no_letter() -> None:
    text = (
        "Memorandum of Conversation between P. A. Petrov and D. Bold, June 9, 1982\n\nPresent: E. Orlov.\n\n"
        "Petrov: Dear Comrade Bold, good day.\n\nBold: Good day to you as well.\n\nPetrov: It is late.\n\n"
        "Bold: It is.\n\nNotes taken by E. Orlov\n"
    )
    assert converter_for(SourceText("record.txt", text))[0].kind == "memorandum"


def test_a_report_signed_at_its_end_has_its_signature_with_name_and_office(written) -> None:
    made = written(
        "Report of the Legation on the Weir, 5 December 1974\n\nI visited the weir. It is wet.\n\n"
        "Ferenc Tarján\nAmbassador\n"
    )
    assert made.texts("//tei:closer/tei:signed") == ["Ferenc Tarján Ambassador"]
    assert made.texts("//tei:signed/tei:persName") == ["Ferenc Tarján"]
    assert made.values("//tei:creation/tei:date/@type") == ["document"]


def test_a_signature_in_brackets_beside_the_name_leaves_the_name_the_sender(letter) -> None:
    made = letter(PLAIN.replace("D. Maidarjav\n", "D. Maidarjav [signature]\n"))
    assert texts(made, "//tei:person[@role='sender']/tei:persName") == ["D. Maidarjav"]
    assert texts(made, "//tei:closer//tei:signed/tei:persName") == ["D. Maidarjav"]


def test_the_letterhead_of_the_sender_is_no_address(written) -> None:
    made = written(
        "TOP SECRET\nEmbassy of the Hungarian People’s Republic\nUlan Bator, 12 May 1965\n\n"
        "To Comrade János Péter, Minister of Foreign Affairs, Budapest\n\nEsteemed Comrade Minister,\n\n"
        "The barges are late.\n\nWith comradely greetings,\n\nFerenc Kovács\nambassador\n"
    )
    assert made.texts("//tei:opener/tei:seg[@type='from']") == ["Embassy of the Hungarian People’s Republic"]
    assert made.texts("//tei:opener/tei:seg[@type='to']") == [
        "To Comrade János Péter, Minister of Foreign Affairs, Budapest"
    ]


@pytest.mark.parametrize("below", ["", "\nDistributed to: Stalin, Molotov\n"])
def test_a_name_below_a_translated_telegram_is_its_signature(written, below) -> None:
    made = written(
        "Ciphered Telegram No. 112\n\nFrom Peking\n\nSECRET\n\n18 December 1949\n\n"
        "The barges are late.\n\nRoshchin\n" + below
    )
    assert made.texts("//tei:closer/tei:signed/tei:persName") == ["Roshchin"]
    assert made.texts("//tei:div/tei:p") == ["The barges are late."]


def test_a_word_of_english_below_the_text_is_no_signature(written) -> None:
    made = written(
        "Ciphered Telegram No. 112\n\nFrom Peking\n\nSECRET\n\n18 December 1949\n\n"
        "The barges are late.\n\nTranslation\n"
    )
    assert made.find("//tei:signed") == []


def test_lists_of_enclosures_and_copies_below_the_name_do_not_hide_the_closing(letter) -> None:
    root = letter(
        "To the Chairman of the River Commission\nComrade D. Sarnai\n\nEsteemed Comrade Chairman,\n\n"
        "I have the honour to send you the gauge books that were asked for.\n\nWith comradely greetings,\n\n"
        "A. N. Gromov\nAmbassador\n\nEnclosures:\n1. Gauge book, 1957, 44 pp.\n2. Map of the lower pier\n\n"
        "cc: Ministry of Waterways\n"
    )
    assert texts(root, "//tei:closer/tei:salute") == ["With comradely greetings,"]
    assert texts(root, "//tei:closer/tei:signed/tei:persName") == ["A. N. Gromov"]
    assert texts(root, "//tei:closer/tei:seg[@type='reference']") == [
        "Enclosures:",
        "1. Gauge book, 1957, 44 pp.",
        "2. Map of the lower pier",
        "cc: Ministry of Waterways",
    ]


ADDRESS = "To Comrade P. A. Gusev,\nMinister of Fisheries\n\n14 March 1962\n\n"
WORDS = "Dear Comrade Gusev,\n\nThe ferry at Kyakhta will not run before May.\n\n"


@pytest.mark.parametrize("reference", ["Ref: 45/62", "Az.: 112/62", "Re: The ferry of Kyakhta"])
def test_a_reference_above_the_address_is_nobody_who_speaks(letter, reference: str) -> None:
    root = letter(f"Secret\n\nEmbassy of the MPR in the USSR\n\n{reference}\n\n{ADDRESS}{WORDS}/Ts. Bold/\n")

    assert texts(root, "//tei:opener//tei:salute") == ["Dear Comrade Gusev,"]
    assert texts(root, "//tei:opener/tei:seg[@type='reference']") == [reference]
    assert texts(root, "//tei:body//tei:p") == ["The ferry at Kyakhta will not run before May."]


def test_what_closes_a_letter_is_not_its_title(written) -> None:
    made = written(
        "Werter Genosse Kowalik!\n\nIch bitte um Auskunft.\n\nHochachtungsvoll\n\ngez. P. Lorenz\n"
    )

    assert made.find("//tei:body//tei:head[not(tei:supplied)]") == []
    assert made.texts("//tei:closer/*") == ["Hochachtungsvoll", "gez. P. Lorenz"]


def test_a_deputy_minister_below_the_name_is_his_office(letter) -> None:
    root = letter(
        f"{ADDRESS}{WORDS}Respectfully,\n\nTs. Bold\nDeputy Minister\n\nEnclosure: Gauge readings\n"
    )

    assert texts(root, "//tei:closer/tei:signed") == ["Ts. Bold Deputy Minister"]


@pytest.mark.parametrize(
    "line",
    [
        "Приложение: на 2 листах",
        "Anlage: 2 Blatt",
        "Annexe : 2 feuilles",
        "Pièce jointe : 1",
        "Załącznik: 2 karty",
        "Melléklet: 1 lap",
        "Příloha: mapa",
    ],
)
def test_what_is_enclosed_is_told_in_the_language_of_the_letter(letter, line: str) -> None:
    root = letter(f"{ADDRESS}{WORDS}/Ts. Bold/\n\n{line}\n")

    assert texts(root, "//tei:closer/tei:signed") == ["Ts. Bold"]
    assert texts(root, "//tei:closer/tei:seg[@type='reference']") == [line]


@pytest.mark.parametrize("below", ["P.S. The rope has come.", "cc: Archive", "Ulan Bator, 14 March 1962"])
def test_an_enclosure_without_text_below_it_is_a_line_of_the_closing(letter, below: str) -> None:
    root = letter(f"{ADDRESS}{WORDS}/Ts. Bold/\n\nEnclosure: Gauge readings\n\n{below}\n")

    assert texts(root, "//tei:back//tei:div") == []
    assert texts(root, "//tei:closer/tei:seg[@type='reference']")[0] == "Enclosure: Gauge readings"
