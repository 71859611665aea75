"""The words of dates: months, seasons and particles of the languages that the sources use.

Tables only. Keys are lower case and without the full stop of an abbreviation or the
apostrophe of a soft sign; values are numbers of months.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_NUMBERED: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "january jan",
        "february feb febr",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sept sep",
        "october oct",
        "november nov",
        "december dec",
    ),
    "de": (
        "januar jänner",
        "februar feber",
        "märz maerz mrz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober okt",
        "november",
        "dezember dez",
    ),
    "fr": (
        "janvier janv",
        "février fevrier févr fevr",
        "mars",
        "avril avr",
        "mai",
        "juin",
        "juillet juil",
        "août aout",
        "septembre",
        "octobre",
        "novembre",
        "décembre decembre déc",
    ),
    "pl": (
        "stycznia styczeń styczen",
        "lutego luty",
        "marca marzec",
        "kwietnia kwiecień kwiecien",
        "maja maj",
        "czerwca czerwiec",
        "lipca lipiec",
        "sierpnia sierpień sierpien",
        "września wrzesnia wrzesień wrzesien",
        "października pazdziernika październik pazdziernik",
        "listopada listopad",
        "grudnia grudzień grudzien",
    ),
    "ru": (
        "января январь янв",
        "февраля февраль февр",
        "марта март",
        "апреля апрель апр",
        "мая май",
        "июня июнь",
        "июля июль",
        "августа август авг",
        "сентября сентябрь сент",
        "октября октябрь окт",
        "ноября ноябрь нояб",
        "декабря декабрь дек",
    ),
    "cs": (
        "ledna leden",
        "února unora únor",
        "března brezna březen",
        "dubna duben",
        "května kvetna květen",
        "června cervna červen",
        "července cervence červenec",
        "srpna srpen",
        "září zari",
        "října rijna říjen",
        "listopadu",
        "prosince prosinec",
    ),
    "ro": (
        "ianuarie",
        "februarie",
        "martie",
        "aprilie",
        "mai",
        "iunie",
        "iulie",
        "august",
        "septembrie",
        "octombrie",
        "noiembrie",
        "decembrie",
    ),
    "bg": (
        "януари",
        "февруари",
        "март",
        "април",
        "май",
        "юни",
        "юли",
        "август",
        "септември",
        "октомври",
        "ноември",
        "декември",
    ),
    # Library of Congress, BGN/PCGN and scientific romanisation, genitive and nominative.
    "ru-Latn": (
        "ianvaria yanvarya janvarja ianvar yanvar janvar",
        "fevralia fevralya fevralja fevral",
        "marta mart",
        "aprelia aprelya aprelja aprel",
        "maia maya maja",
        "iiunia iyunya iunia ijunja ijun iiun iyun",
        "iiulia iyulya iulia ijulja ijul iiul iyul",
        "avgusta avgust",
        "sentiabria sentyabrya sentjabrja sentiabr sentyabr sentjabr",
        "oktiabria oktyabrya oktjabrja oktiabr oktyabr oktjabr",
        "noiabria noyabrya nojabrja noiabr noyabr nojabr",
        "dekabria dekabrya dekabrja dekabr",
    ),
}

# English "may" and "march" are verbs; languages of this set capitalise their months.
_CAPITALISED: Final = frozenset({"en", "de"})

CAPITALISED_MONTHS: Final[Mapping[str, int]] = {
    word: number
    for language, months in _NUMBERED.items()
    if language in _CAPITALISED
    for number, words in enumerate(months, 1)
    for word in words.split()
}

MONTHS: Final[Mapping[str, int]] = {
    word: number
    for language, months in _NUMBERED.items()
    if language not in _CAPITALISED
    for number, words in enumerate(months, 1)
    for word in words.split()
}

ROMAN_MONTHS: Final[Mapping[str, int]] = {
    numeral: number for number, numeral in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)
}

# First and last month; winter runs into the next year and is treated apart.
SEASONS: Final[Mapping[str, tuple[int, int]]] = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 14),
}

# One character for each class of particle: the alphabet of the forms in `dates`.
PARTICLES: Final[Mapping[str, str]] = {
    **dict.fromkeys("and und et oraz и".split(), "A"),
    **dict.fromkeys("to until till through thru bis au do до по".split(), "T"),
    **dict.fromkeys("from vom von du od с so".split(), "F"),
    **dict.fromkeys("between zwischen entre między miedzy mezhdu между".split(), "B"),
    **dict.fromkeys("of".split(), "O"),
    **dict.fromkeys("on at am um le w dnia dne o в".split(), "N"),
    **dict.fromkeys("ca circa approximately approx probably possibly".split(), "C"),
    **dict.fromkeys("early mid late beginning end".split(), "E"),
    **dict.fromkeys(("before",), "L"),
    **dict.fromkeys(("after",), "G"),
    **dict.fromkeys("г гг года году годы g gg goda godu r roku".split(), "Y"),
}

# A bare four-digit number is taken for a year after one of these …
BEFORE_A_YEAR: Final = frozenset(
    "ca circa in since of until till from by during for year years before after early mid late through "
    "throughout im seit bis ab nach vor jahr en depuis année w od do roku в с до".split()
)

# … and never before one of these, or after one of those below.
COUNTED: Final = frozenset(
    "ton tons tonne tonnes man men km kilometers kilometres kilometer kilometre meter meters metre "
    "metres m kg kilograms ruble rubles rouble roubles dollar dollars yuan tugrik tugriks people "
    "persons troops soldiers families households head heads hectares acres percent per million "
    "thousand billion hours hrs hour words pages copies items sheets volumes vehicles tanks "
    "aircraft workers students specialists delegates members megawatts mw kw cubic square".split()
)
NUMBERED_BEFORE: Final = frozenset(
    "no nos nr number numbers num file fond f opis op delo d list l ll p pp page pages folder box "
    "series vol volume document doc telegram tel cable airgram despatch dispatch order resolution "
    "issue copy art article para paragraph item record protocol n".split()
)
NUMBER_MARKS: Final = frozenset("№#$£")
