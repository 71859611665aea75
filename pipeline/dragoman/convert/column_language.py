"""The language of a column of running text, also where it is typed in plain letters."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from dragoman.convert.memorandum.text_language import text_language

_SAMPLE: Final = 8_000
# Small words as a typewriter without accents has them, and as romanised texts do. What two languages share
# counts for both, so that only the rest of the words can tell.
_SMALL_WORDS: Final = {
    "en": "the of and to that was for with by from which were this his has have had would not it on be in a "
    "is as at he are an they their we i if there but said asked",
    "de": "der die das und ist nicht mit den dem des ein eine von zu auf fuer sich im ueber wurde dass auch "
    "er sie es als wir werden hat haben bei nach einer einen zur zum ich noch wird in an",
    "pl": "nie sie na jest ze do w z przez oraz i o po od tym ktory ktora ktore zostal byl byla jak",
    "hu": "a az es hogy nem volt van is egy meg el azt mint vagy ezt csak szerint amely pedig utan kell",
    "fr": "le la les des et du une est que dans pour par sur avec il au aux pas ce qui sont ont nous de en",
    "cs": "ze se na je by jsme byl pro za ke ve jako ale take ktere ktery jeho byla bylo pri a v",
    "ro": "si in de la cu nu ca pe din este sa am pentru care sau fost mai lui a",
    "es": "el los las y del que en con por para una se su no al como mas fue de la",
    "it": "il gli e di che della del per con non una sono alla nel dei la",
    "ru-Latn": "i v na s po my ne chto kak on ego dlya ot k iz za u byl byla eto tak zhe my ya vy",
    "mn-Latn": "ba bolon ni baina baigaa bol gej yum deer ene ter uu tus khoyor manai tanai bui bi ta",
    "zh-Latn": "de shi zai women nimen tamen he le bu you ye zhe na jiu dui shuo ta wo",
    "ko-Latn": "nun un i ka e ui rul ul wa kwa uro ro ege eso do to man",
}  # fmt: skip
_LANGUAGES_OF_WORD: Final[dict[str, tuple[str, ...]]] = {
    word: tuple(tag for tag, small in _SMALL_WORDS.items() if word in small.split())
    for words in _SMALL_WORDS.values()
    for word in words.split()
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS: Final = 20
# Of the words of running text so many at least are small ones; and so many times those of another language.
_SHARE: Final = 0.15
_TIMES: Final = 1.5
UNKNOWN: Final = "und"


def column_language(text: str) -> str:
    """Return the tag of the language of running text, ``und`` where its words do not tell it.

    Letters beyond ASCII tell most; a table of names, or a few words, is in no language.
    """
    start = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(start)]
    if not start.isascii() and (found := text_language(start, UNKNOWN)) != UNKNOWN:
        return found
    if len(words) < _FEWEST_WORDS:
        return UNKNOWN
    counts: Counter[str] = Counter()
    for word in words:
        counts.update(_LANGUAGES_OF_WORD.get(word, ()))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _SHARE * len(words):
        return UNKNOWN
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] >= _TIMES * second else UNKNOWN


def two_languages(left: str, right: str) -> tuple[str, str] | None:
    """Return the languages of two texts where both are known and not the same, else None."""
    languages = column_language(left), column_language(right)
    return languages if UNKNOWN not in languages and languages[0] != languages[1] else None
