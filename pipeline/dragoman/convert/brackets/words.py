"""Classes of English words that tell what a bracket beside them is for. Tables and predicates only."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dragoman.convert.brackets.lexicon import is_english


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES: Final = _words("a an the")
DEMONSTRATIVES: Final = _words("this that these those such")
POSSESSIVES: Final = _words("my your his her its our their whose")
PRONOUNS: Final = _words(
    "i you he she it we they me him us them himself herself itself themselves who whom one who's he's"
)
QUANTIFIERS: Final = _words(
    "some any no every each all both several many few other another same own certain first second third "
    "last next"
)
PREPOSITIONS: Final = _words(
    """
    of in on at to from by with without for about against between among into onto through during
    before after under over above below near toward towards upon within since until till as like via
    per regarding concerning despite instead together according beyond across along around behind
    beside besides than off out up down except including
    """
)
CONJUNCTIONS: Final = _words(
    "and or but nor so yet if because although though while when where whether that which who whose unless "
    "as than"
)
AUXILIARIES: Final = _words(
    "is are was were be been being am has have had having do does did will would shall should can could may"
    " might must not cannot never also only just even still already too very there here then"
)
# What can stand before a noun and points to it.
DETERMINERS: Final = ARTICLES | POSSESSIVES
PLACE_PREPOSITIONS: Final = _words("in at to from near via through toward towards around outside")

FUNCTION_WORDS: Final = (
    ARTICLES
    | DEMONSTRATIVES
    | POSSESSIVES
    | PRONOUNS
    | QUANTIFIERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | AUXILIARIES
)
NUMBERS: Final = _words(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand "
    "million"
)
UNITS: Final = _words(
    """
    ton tons tonne tonnes kilogram kilograms metre metres meter meters kilometre kilometres
    kilometer kilometers hectare hectares litre litres ruble rubles rouble roubles tugrik tugriks
    yuan mark marks zloty zlotys forint forints dollar dollars percent head men people persons
    workers families houses years months weeks days hours minutes degrees copies pages o'clock
    o’clock
    """
)
# After one of these a noun has to follow: what stands in the bracket is what the sentence lacks.
EXPECTING: Final = (
    NUMBERS
    | ARTICLES
    | DEMONSTRATIVES
    | POSSESSIVES
    | QUANTIFIERS
    | PREPOSITIONS
    | _words("and or but nor that which")
    | _words(
        "is are was were be been has have had will would shall should can could may might must not if when"
    )
)

# Directly before a name.
TITLES: Final = _words(
    "comrade comrades cde com mr mrs ms miss dr prof professor general gen marshal colonel col major maj "
    "captain"
    " capt lieutenant lt admiral ambassador counsellor counselor consul minister premier president chairman"
    " secretary academician engineer director king prince lama archbishop attaché attache deputy envoy"
)
# People by their office: "his deputy [Name]".
ROLES: Final = TITLES | _words(
    "chief head leader delegate representative interpreter translator commander commissar governor mayor wife"
    " husband brother son daughter father colleague assistant aide spokesman predecessor successor friend "
    "host"
    " guest correspondent observer surveyor foreman boss chairwoman co-chairman"
)
DATE_WORDS: Final = _words(
    "january february march april may june july august september october november december spring summer "
    "autumn"
    " fall winter year month week day today yesterday tomorrow jan feb mar apr jun jul aug sept sep oct nov "
    "dec"
)
# Adjectives and nouns that complete the name of a country, body or region.
NAME_PARTS: Final = _words(
    "north south east west northern southern eastern western central inner outer soviet chinese mongolian "
    "korean"
    " russian people's people’s communist democratic federal socialist supreme national general union "
    "republic"
    " committee ministry party state foreign deputy first vice workers' peasants' great lower upper new old"
    " league nations council government army front war sea river lake province region district department"
)

# The same in other languages: "Khalkhin [Gol]".
FOREIGN_NAME_PARTS: Final = _words(
    "gol nuur uul khot aimag sum balgas jiang shan xian sheng hu reka gora gorod more ozero ula dong san"
)
# Within the name of a place: "Port Arthur [Lüshun]".
PLACE_WORDS: Final = _words("port lake mount fort river city station cape bay island village town")
# Before a name by which somebody goes among friends: "Uncle Ba [Lê Văn Tư]".
KIN: Final = _words("brother sister uncle aunt father mother grandfather anh chú bác")
COUNTRIES: Final = _words(
    """
    albania algeria angola argentina australia austria belgium bolivia brazil bulgaria burma cambodia
    canada chile china congo cuba czechoslovakia denmark egypt england ethiopia finland france germany
    ghana greece guinea hungary iceland india indonesia iran iraq ireland israel italy japan kampuchea
    kenya korea laos lebanon libya malaysia mali mexico mongolia morocco mozambique nepal netherlands
    nicaragua nigeria norway pakistan peru philippines poland portugal romania russia scotland senegal
    somalia spain sudan sweden switzerland syria tanzania thailand tibet tunisia turkey ukraine venezuela
    vietnam yemen yugoslavia zaire zambia zimbabwe
    """
)
# Words of these countries that English lists have, and that translators explain all the same.
REALIA: Final = _words(
    """
    sum sums bag bags ger gers aimag aimags pood poods verst versts troika troikas kulak kulaks
    kolkhoz kolkhozes sovkhoz oblast oblasts krai samizdat apparatchik apparatchiks nomenklatura
    soviets duma zemstvo muzhik kopeck kopecks kuomintang mukden urga peking li jin mu catty catties
    mou yurt yurts arshin dessiatine lama lamas khan taiga steppe samovar kumis dacha
    dachas cossack cossacks hetman sejm stasi gestapo yuan fen jiao
    """
)

# States and parties by the letters that English uses: what follows them completes a name.
# The letters of another language ("ZK") are explained by what follows them.
ENGLISH_ABBREVIATIONS: Final = frozenset(
    """
    USSR U.S.S.R. US U.S. USA UK PRC P.R.C. GDR FRG MPR M.P.R. DPRK ROK DRV SRV CSSR CPR PPR HPR UN CC
    CCP CPC CPSU MPRP KWP SED CMEA NATO WTO
    """.split()
)
# A word that describes a name just given when a preposition follows: "the Bureau [responsible for …]".
DESCRIBING: Final = _words(
    "responsible located situated founded headed led born known adjacent based built belonging subordinate "
    "subordinated residing formerly later stationed close equal equivalent similar"
)
MONTHS: Final = _words(
    "january february march april may june july august september october november december"
)

# Words whose nature is remembered: those of a language come back, those of a text are soon forgotten.
_KEPT: Final = 32768
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐‑'’ʹ.·]?[^\W\d_]+)*['’ʹ]?")
_TOKEN: Final = re.compile(r"[^\W_]+(?:[-‐‑'’ʹ.,:/]?[^\W_]+)*['’ʹ]?|[^\w\s]|_")


def words_of(text: str) -> list[str]:
    """Return the words of ``text`` with their apostrophes and hyphens, numbers left out."""
    return _WORD.findall(text)


def tokens_of(text: str) -> list[str]:
    """Return words, numbers and single punctuation marks of ``text``."""
    return _TOKEN.findall(text)


def first_token(text: str) -> str:
    """Return the first token of ``text``, "" for blanks."""
    match = _TOKEN.search(text)
    return match[0] if match else ""


def is_word(token: str) -> bool:
    """Return True for a token that begins with a letter."""
    return token[:1].isalpha()


def is_capitalised(word: str) -> bool:
    """Return True for a word that begins with a capital and is not all capitals."""
    return word[:1].isupper() and not (len(word) > 1 and word.isupper())


@lru_cache(maxsize=_KEPT)
def is_abbreviation(word: str) -> bool:
    """Return True for ``BAM``, ``U.S.``, ``NKVD``, ``MfAA``: capitals, and fewer small letters than these."""
    letters = word.replace(".", "")
    if not 1 < len(letters) <= 8 or not letters.isalpha():
        return False
    if not letters[0].isupper():
        return False
    capitals = sum(map(str.isupper, letters))
    return capitals == len(letters) or capitals > 2


@lru_cache(maxsize=_KEPT)
def is_foreign(word: str) -> bool:
    """Return True for a word with a letter in it that no English list knows."""
    return word[:1].isalpha() and not is_abbreviation(word) and not is_english(word)


def has_initials(abbreviation: str, words: list[str]) -> bool:
    """Return True when the letters of ``abbreviation`` begin ``words`` in their order.

    Small words may be passed over, parts of compounds count: NAM is the Non-Aligned Movement.
    """
    wanted = abbreviation.replace(".", "").lower()
    parts = [part for word in words for part in re.split(r"[-‐‑]", word) if part]
    initials = "".join(part[0].lower() for part in parts)
    strong = "".join(part[0].lower() for part in parts if part.lower() not in FUNCTION_WORDS)
    return wanted in (initials, strong) or (len(wanted) > 2 and _is_subsequence(wanted, initials))


def _is_subsequence(wanted: str, letters: str) -> bool:
    rest = iter(letters)
    return all(letter in rest for letter in wanted)
