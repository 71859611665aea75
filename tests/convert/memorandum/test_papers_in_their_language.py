"""Records and letters in the language in which they were written: recognised, tagged, dated, peopled."""

from __future__ import annotations

import pytest

from dragoman.convert.detect import converter_for, detections, is_decided
from dragoman.source import SourceText

RUSSIAN = """Сов. секретно
Экз. № 2

ЗАПИСЬ БЕСЕДЫ
с послом МНР в СССР Д. Самбуу

г. Москва, 14 марта 1958 г.

На беседе присутствовали:
с советской стороны: П. А. Гроховский, заведующий отделом
с монгольской стороны: Ц. Дулмаа, второй секретарь

Принял посла по его просьбе. Самбуу сообщил, что паром на Орхоне стоит с осени, и просил прислать мастера.

Гроховский: Мы знаем об этом. Мастер выедет после ледохода.

Самбуу: Когда можно ждать ледохода?

Гроховский: По нашим измерениям, в середине апреля.

Самбуу: Благодарю вас за ответ.

Беседа продолжалась 40 минут.

Беседу записал
первый секретарь посольства        П. Лунин
"""
GERMAN = """Streng vertraulich
3. Ausfertigung

Niederschrift über das Gespräch des Genossen Lorenz mit dem Botschafter der MVR, Genossen B. Dorj

Berlin, den 14. März 1968

Anwesend:
Karl Lorenz, Stellvertreter des Ministers
B. Dorj, Botschafter

Genosse Lorenz begrüßte den Botschafter und fragte, ob die Lieferung der Pontons eingetroffen sei.

Dorj: Die Pontons sind noch nicht da. Wir warten auf eine Antwort der Werft.

Lorenz: Die Werft hat uns gestern geschrieben, daß sie im Mai liefern wird.

Dorj: Das ist für uns sehr spät.

Lorenz: Ich werde mit der Werft sprechen.

Das Gespräch dauerte eine Stunde.
"""
CHINESE = """机密
李河部长同蒙古大使巴特尔谈话记录

时间：1962年3月14日上午10时至11时30分
地点：北京
参加人：李河、王石
翻译：陈林
记录：周木

巴特尔：渡口的船去年秋天就停了，我们希望你们派人来修。
李河：我们知道这件事。春天以后可以派人。
巴特尔：什么时候可以来？
李河：四月中旬。
"""
MONGOLIAN = """Маш нууц

Гадаад явдлын яамны орлогч сайд Д. Готов нь элчин сайд П. А. Орловтой уулзсан тэмдэглэл

Улаанбаатар, 1962 оны 3 дугаар сарын 14

Оролцсон:
Д. Готов, орлогч сайд
П. А. Орлов, элчин сайд

Элчин сайд гүүрийн ажлын тухай асуув. Д. Готов хэлэхдээ ус их байгаа тул ажил зогссон гэв.

Орлов: Хэзээ дахин эхлэх вэ?

Готов: Дөрөвдүгээр сард эхэлнэ гэж бодож байна.

Орлов: Баярлалаа.

Готов: Бид танд мэдэгдэнэ.

Тэмдэглэл хөтөлсөн: Ц. Дулмаа
ТАНИЛЦСАН: Б. Ширэндэв
"""
POLISH = """Tajne
Notatka z rozmowy z ambasadorem MRL J. Bazarem

Warszawa, 14 marca 1965 r.

Ambasador powiedział, że prom na rzece nie kursuje od jesieni i że jego rząd prosi o przysłanie mechanika.
Odpowiedziałem, że sprawa jest nam znana oraz że mechanik przyjedzie po spłynięciu lodu.

Notował: K. Wilk
"""
HUNGARIAN = """Szigorúan titkos
Feljegyzés a mongol nagykövettel folytatott beszélgetésről

Budapest, 1965. március 14.

A nagykövet elmondta, hogy a komp ősz óta nem közlekedik, és kérte, hogy küldjünk egy szerelőt. Azt
válaszoltam, hogy az ügy ismert, és a szerelő csak a jég levonulása után indul el.
"""
KOREAN = """극비
최강 부상과 몽골 대사 바트의 담화록

1962년 3월 14일, 평양

참가자: 최강 부상, 바트 대사

바트: 나룻배가 가을부터 다니지 않습니다.
최강: 우리는 그것을 알고 있습니다.
바트: 언제 고칠 수 있습니까?
최강: 사월에 할 수 있습니다.
"""
RUSSIAN_LETTER = """Товарищу ОРЛОВУ П. А.
Послу СССР в МНР

Уважаемый товарищ посол!

Прошу Вас сообщить, когда прибудет мастер для парома. Лодки стоят с осени, и мы не можем перевезти зерно.

С уважением

Д. Самбуу

14 марта 1958 г.
"""
GERMAN_LETTER = """An: Genossen K. Lorenz
Von: I. Ziemer
Berlin, den 3. April 1968

Werter Genosse Lorenz!

Die Werft hat mir geschrieben, daß die Pontons im Mai geliefert werden.

Mit sozialistischem Gruß
I. Ziemer
"""
CHINESE_LETTER = """亲爱的巴特尔同志：

渡口的修理工作已经安排好了，四月中旬派人前往。请将河水的高度告诉我们。

此致
敬礼

李河
一九六二年三月二十日
"""
# What is no record of anything: weather, a recipe, a match, a poem.
STRANGERS = {
    "ru": "Погода на завтра\n\nЗавтра на юге ожидается дождь: ветер слабый. На реке начнется ледоход, и "
    "водителям следует быть осторожными.\n\nПротокол соревнований по гребле будет готов вечером.\n",
    "de": "Apfelkuchen\n\nZutaten: Mehl, Butter und Zucker.\n\nDie Äpfel schälen und in Scheiben schneiden. "
    "Den Teig mit der Butter kneten und auf dem Blech ausrollen. Das ist nicht schwer und gelingt immer.\n",
    "zh": "红烧鱼的做法\n\n材料：鱼一条，姜三片。\n做法：先把鱼洗干净，再放入锅中。\n注意：火不要太大。\n",
    "mn": "Цаг агаарын мэдээ\n\nМаргааш баруун аймгуудад бороо орно. Температур 12 градус дулаан байна.\n",
    "pl": "Kronika sportowa\n\nW niedzielę na rzece odbyły się zawody. Nie było wiatru, i łodzie płynęły "
    "wolno.\n",
}


def _kind(text: str) -> str:
    return converter_for(SourceText("paper.txt", text))[1].kind


@pytest.mark.parametrize(
    ("text", "tag", "title", "day"),
    [
        (RUSSIAN, "ru", "ЗАПИСЬ БЕСЕДЫ с послом МНР в СССР Д. Самбуу", "1958-03-14"),
        (
            GERMAN,
            "de",
            "Niederschrift über das Gespräch des Genossen Lorenz mit dem Botschafter der MVR, "
            "Genossen B. Dorj",
            "1968-03-14",
        ),
        (CHINESE, "zh", "李河部长同蒙古大使巴特尔谈话记录", "1962-03-14"),
        (
            MONGOLIAN,
            "mn-Cyrl",
            "Гадаад явдлын яамны орлогч сайд Д. Готов нь элчин сайд П. А. Орловтой уулзсан тэмдэглэл",
            "1962-03-14",
        ),
        (POLISH, "pl", "Notatka z rozmowy z ambasadorem MRL J. Bazarem", "1965-03-14"),
        (HUNGARIAN, "hu", "Feljegyzés a mongol nagykövettel folytatott beszélgetésről", "1965-03-14"),
        (KOREAN, "ko", "최강 부상과 몽골 대사 바트의 담화록", "1962-03-14"),
    ],
    ids=["ru", "de", "zh", "mn", "pl", "hu", "ko"],
)
def test_a_record_is_recognised_tagged_and_dated_in_its_own_language(
    written, text: str, tag: str, title: str, day: str
) -> None:
    made = written(text)

    assert _kind(text) == "memorandum"
    assert made.values("/tei:TEI/@xml:lang") == [tag]
    assert made.texts("//tei:titleStmt/tei:title[@type='main']") == [title]
    dates = made.find("//tei:creation/tei:date")
    assert [(date.get("when") or date.get("from"))[:10] for date in dates] == [day]
    assert not made.codes & {"MEM001", "MEM002", "MEM005"}


def test_the_hours_of_a_chinese_record_are_read(written) -> None:
    made = written(CHINESE)
    date = made.find("//tei:setting/tei:date")[0]

    assert (date.get("from"), date.get("to")) == ("1962-03-14T10:00:00", "1962-03-14T11:30:00")
    assert made.texts("//tei:setting/tei:placeName") == ["北京"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (RUSSIAN, ["Д. Самбуу", "П. А. Гроховский", "Ц. Дулмаа", "П. Лунин"]),
        (GERMAN, ["B. Dorj", "Karl Lorenz"]),
        (CHINESE, ["李河", "巴特尔", "王石", "陈林", "周木"]),
        (KOREAN, ["최강", "바트"]),
        (POLISH, ["J. Bazarem", "K. Wilk"]),
        (MONGOLIAN, ["Д. Готов", "П. А. Орлов", "Ц. Дулмаа", "Б. Ширэндэв"]),
    ],
    ids=["ru", "de", "zh", "ko", "pl", "mn"],
)
def test_those_present_are_read(written, text: str, people: list[str]) -> None:
    assert written(text).texts("//tei:particDesc//tei:persName") == people


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (RUSSIAN, ["Гроховский:", "Самбуу:"] * 2),
        (GERMAN, ["Dorj:", "Lorenz:"] * 2),
        (MONGOLIAN, ["Орлов:", "Готов:"] * 2),
        (CHINESE, ["巴特尔：", "李河："] * 2),
        (KOREAN, ["바트:", "최강:"] * 2),
    ],
    ids=["ru", "de", "mn", "zh", "ko"],
)
def test_speakers_are_recognised_also_where_no_blank_follows_the_colon(
    written, text: str, speakers: list[str]
) -> None:
    assert written(text).texts("//tei:sp/tei:speaker | //tei:sp/tei:p/tei:label") == speakers


def test_who_wrote_it_down_who_saw_it_and_what_side_is_read(written) -> None:
    russian, chinese = written(RUSSIAN), written(CHINESE)

    assert russian.texts("//tei:person[@role='notetaker']") == ["П. Лунин"]
    assert russian.values("//tei:person/@n") == ["Soviet", "Mongolian"]
    assert chinese.texts("//tei:person[@role='notetaker']") == ["周木"]
    assert written(MONGOLIAN).texts("//tei:closer/tei:seg[@type='acquainted']/tei:persName") == [
        "Б. Ширэндэв"
    ]


def test_a_classification_in_other_letters_has_an_id_of_its_own(written) -> None:
    assert "#classification-sov-sekretno" in written(RUSSIAN).values("//tei:catRef/@target")
    assert "#classification-ji-mi" in written(CHINESE).values("//tei:catRef/@target")


@pytest.mark.parametrize("text", [RUSSIAN_LETTER, GERMAN_LETTER, CHINESE_LETTER], ids=["ru", "de", "zh"])
def test_a_letter_is_recognised_by_its_salutation_and_valediction(text: str) -> None:
    assert _kind(text) == "letter"


@pytest.mark.parametrize("tag", STRANGERS)
def test_what_is_no_such_paper_is_refused_in_every_language(tag: str) -> None:
    ranked = detections(SourceText("stranger.txt", STRANGERS[tag]))

    assert not is_decided(ranked)


def test_small_words_of_a_sentence_are_no_names_in_cyrillic(written) -> None:
    made = written(RUSSIAN.replace("стоит с осени", "стоит, т. е. мы ждем, с осени 1957 г. Лодка цела"))

    assert "мы" not in " ".join(made.texts("//tei:persName"))
    assert made.texts("//tei:particDesc//tei:persName")[:2] == ["Д. Самбуу", "П. А. Гроховский"]


def test_brackets_are_told_by_the_words_of_the_language_and_not_by_english_ones(written) -> None:
    made = written(
        RUSSIAN.replace("стоит с осени", "[2 слова неразборчиво] стоит [старый] с осени")
        .replace("в середине апреля", "в [Москве] в апреле [см. док. № 12]")
        .replace("за ответ", "за ответ [берег]")
    )

    assert made.xml("//tei:gap").startswith('<gap reason="illegible" unit="word" quantity="2"')
    assert made.texts("//tei:supplied") == ["старый", "Москве"]
    assert made.values("//tei:supplied/@cert") == ["low", "medium"]
    assert made.texts("//tei:ref[@type='see']") == ["см. док. № 12"]
    assert made.texts("//tei:note[@type='unclassified']") == ["берег"]
    assert made.texts("//tei:term") == []


@pytest.mark.parametrize(
    ("bracket", "unit", "quantity"),
    [
        ("zwei Wörter unleserlich", "word", "2"),
        ("Seite 3 fehlt", "page", None),
        ("eine Zeile fehlt", "line", "1"),
    ],
)
def test_the_extent_of_a_gap_is_read_in_the_language_of_the_paper(
    written, bracket: str, unit: str, quantity: str | None
) -> None:
    gap = written(GERMAN.replace("noch nicht da", f"[{bracket}] noch nicht da")).find("//tei:gap")[0]

    assert (gap.get("unit"), gap.get("quantity")) == (unit, quantity)


def test_round_brackets_of_a_paper_in_its_own_language_are_its_authors(written) -> None:
    made = written(GERMAN.replace("Die Werft", "Die Werft (Rostow)").replace("sehr spät", "sehr spät (sic!)"))

    assert "(Rostow)" in " ".join(made.texts("//tei:sp"))
    assert made.texts("//tei:note | //tei:supplied") == ["sic!"]
