"""Papers in their own language that are set unusually: in one line, with their closing on its side."""

from __future__ import annotations

from dragoman.convert.detect import converter_for
from dragoman.source import SourceText

ONE_LINE = (
    "Сов. секретно. Запись беседы П. А. Гусева с послом Ц. Болдом. 3 мая 1958 г. Болд сообщил, что "
    "паром стоит с осени и просил прислать мастера для осмотра. Гусев: Когда его ждать? Болд: В "
    "июне, не раньше, потому что вода стоит высоко и лодки не ходят. Гусев: Хорошо. Болд: "
    "Благодарю. Беседа продолжалась 40 минут. Беседу записал К. Орлов."
)


def test_a_russian_record_in_one_line_is_recognised_and_parted(written) -> None:
    made = written(ONE_LINE)

    assert converter_for(SourceText("one.txt", ONE_LINE))[1].kind == "memorandum"
    assert made.texts("//tei:opener/tei:seg") == ["Сов. секретно."]
    assert made.texts("//tei:body//tei:head") == [
        "Запись беседы П. А. Гусева с послом Ц. Болдом. 3 мая 1958 г."
    ]
    assert made.texts("//tei:speaker") == ["Гусев:", "Болд:"] * 2
    assert made.texts("//tei:closer/tei:seg") == ["Беседа продолжалась 40 минут.", "Беседу записал К. Орлов."]


def test_a_short_letter_is_tagged_with_its_language(written) -> None:
    made = written(
        "Brief des Vorsitzenden, Gen. Lang, an Gen. Bold\n\nBerlin, 3. April 1968\n\nLieber Genosse Bold!\n\n"
        "Ich danke Dir für den Brief vom 1. März. Die Fähre wird repariert.\n\nMit kommunistischem Gruß\n\n"
        "(Unterschrift)\nH. Lang\n\nF.d.R.: Ziemer\n"
    )

    assert made.values("/tei:TEI/@xml:lang") == ["de"]
    assert made.texts("//tei:closer//tei:persName")[0] == "H. Lang"


def test_a_chinese_salutation_ends_with_comrade() -> None:
    text = "巴特尔大使同志：\n\n来信收到。渡口的船，四月修好。\n\n此致\n敬礼！\n\n周平\n1962.3.20\n"

    assert converter_for(SourceText("letter.txt", text))[1].kind == "letter"


def test_a_doctor_signs_with_a_bare_name_above_a_postscript(written) -> None:
    made = written(
        "Letter from Dr. Barna Szőke to Comrade Gusev, 3 May 1958\n\nDear Comrade Gusev,\n\nThe gauge "
        "is broken.\n\n"
        "With comradely greetings,\n\n[signature]\n\nDr. Barna Szőke\n\nP.S. The rope, too.\n"
    )

    assert len(made.find("//tei:closer")) == 1
    assert made.texts("//tei:postscript") == ["P.S. The rope, too."]
