"""What stands in brackets in papers in their own language: gaps, slips, hands and stamps."""

from __future__ import annotations

from typing import Final

from dragoman.convert.brackets.phrase_parts import Phrase, phrase
from dragoman.convert.brackets.verdict import BracketClass as C

_SEEN: Final = "papers in their own language"
# Nothing that was learnt from English translations speaks against these words.
_SURE: Final = 14

NATIVE: Final[tuple[Phrase, ...]] = (
    phrase(
        C.GAP,
        "illegible",
        r"^(?:(?:одно|два|три|\d+) )?(?:слов\w? |подпись )?(?:неразборчив\w*|нрзб\.?|не читается)$|"
        r"^(?:(?:нэг|хоёр|\d+) үг )?(?:гаргацгүй|уншигдахгүй)\b.{0,20}$|"
        r"^(?:字迹)?(?:不清|不明|模糊|难辨|無法辨認|无法辨认)$|^(?:판독 불가|판독불가)$|"
        r"^(?:(?:ein|zwei|\d+) worte? )?(?:unleserlich\w*|nicht lesbar)$|"
        r"^(?:(?:słowo|dwa słowa) )?nieczytelne$|^(?:(?:egy|két) szó )?olvashatatlan$|^illisible$",
        "неразборчиво",
        _SEEN,
        _SURE,
    ),
    phrase(
        C.GAP,
        "missing",
        r"^(?:пропуск|пропущено|строка отсутствует|лист отсутствует|缺|缺字|原缺|缺页|fehlt|auslassung|"
        r"(?:eine )?zeile fehlt|(?:eine )?seite fehlt|brak (?:słowa|strony|wiersza)|hiányzik|"
        r"дутуу)\b.{0,20}$",
        "пропуск",
        _SEEN,
        _SURE,
    ),
    phrase(
        C.SIC,
        "",
        r"^(?:так в (?:тексте|документе|оригинале|подлиннике)|原文如此|如此|원문대로|эх бичигт ийм|"
        r"so im (?:original|text)|tak w (?:oryginale|tekście)|így az eredetiben|"
        r"ainsi dans l[’']original)!?\.?$",
        "так в тексте",
        _SEEN,
        _SURE,
    ),
    phrase(
        C.PHYSICAL,
        "signature",
        r"^(?:подпись|подписи|гарын үсэг|签名|簽名|签字|서명|unterschrift|gez\.?|podpis|aláírás)$",
        "подпись",
        _SEEN,
        _SURE,
    ),
    phrase(
        C.PHYSICAL,
        "stamp",
        r"^(?:штамп|печать|тамга|印|印章|盖章|stempel|pieczęć|bélyegző)\b.{0,60}$",
        "штамп",
        _SEEN,
        _SURE,
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^(?:от руки|рукописная пометка|помета|резолюция|гараар бичсэн|手写|手書|批示|handschriftlich|"
        r"handschriftl\.|odręcznie|kézírással)\b.{0,200}$",
        "от руки: согласен",
        _SEEN,
        _SURE,
    ),
)
