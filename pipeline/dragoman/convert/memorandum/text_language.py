"""The language of a transcript that is no translation: an original lies among the papers, in its script."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from dragoman.convert.brackets.languages import script_of

_SAMPLE: Final = 8_000
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_OTHER: Final = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# Letters that tell the languages of Cyrillic apart, tried in this order.
_CYRILLIC: Final = (
    (re.compile("[қғҳҷӣӯәңұһҚҒҲҶӢӮӘҢҰҺ]"), "und-Cyrl"),  # Kazakh, Uzbek, Tajik and others
    (re.compile("[өүӨҮ]"), "mn-Cyrl"),
    (re.compile("[ґєїҐЄЇ]"), "uk"),
    (re.compile("[ўЎ]"), "be"),
    (re.compile("[ђћџљњјЂЋЏЉЊЈ]"), "sr-Cyrl"),
    (re.compile("[ыэёЫЭЁ]"), "ru"),
    (re.compile("[ъЪ]"), "bg"),
    # Short Russian papers may lack them all.
    (re.compile("[ьЬщЩ]"), "ru"),
)
_OF_SCRIPT: Final = {"Jpan": "ja", "Kore": "ko", "Grek": "el", "Mong": "mn-Mong"}
_KANA: Final = re.compile("[\u3040-\u30ff]")
# Small words of the languages of Latin letters that the papers are in; none that two of them have in common,
# but for those that the others outnumber.
_SMALL_WORDS: Final = {
    "en": "the of and to that was for with by from which were this his has have had would not it on be",
    "de": "der die das und ist nicht mit den dem des ein eine von zu auf für sich im über wurde daß "
    "dass auch er sie es als wir werden hat haben bei nach einer einen zur zum",
    "pl": "nie się na jest że do w z przez oraz i o po od tym jego który która które został jak był była ze",
    "hu": "az és hogy nem volt van is egy meg el azt mint vagy ezt csak szerint amely pedig után kell",
    "fr": "le la les des et du une est que dans pour par sur avec il au aux pas ce qui sont été nous "
    "de l d qu j n c m",
    "cs": "že se na je by jsme byl pro za ke ve jako ale také které který jeho byla bylo při",
    "ro": "și şi în de la cu nu că pe din este să am pentru care sau fost mai lui",
    "es": "el los las y del que en con por para una se su no al como más fue",
    "it": "il gli e di che della del per con non una sono è alla nel dei",
}
_LANGUAGE_OF_WORD: Final = {tag: frozenset(small.split()) for tag, small in _SMALL_WORDS.items()}
_SMALL_WORD: Final = re.compile(r"\b[^\W\d_]{1,6}\b")
# Letters that one of them alone has: a word with one says as much as a small word.
_OWN_LETTERS: Final = {
    "pl": re.compile("[łąęśźżń]"),
    "hu": re.compile("[őű]"),
    "cs": re.compile("[řěů]"),
    "ro": re.compile("[șțşţ]"),
}
_ANY_WORD: Final = re.compile(r"\b[^\W\d_]{2,24}\b")
# So many small words tell a language; and it has so many times those of the usual one.
_ENOUGH: Final = 8
_FEWEST: Final = 4
_TIMES: Final = 3


def text_language(text: str, usual: str) -> str:
    """Return the tag of the language of a text; ``usual`` where nothing says that it is another.

    The letters of another script say as much as they can; ``und-Arab`` is written in Arabic letters.
    Of the languages of Latin letters the small words tell: *der*, *się*, *hogy*.
    """
    start = text[:_SAMPLE]
    sample = "" if start.isascii() else "".join(_OTHER.findall(start))
    if not sample or len(sample) <= len(_LATIN.findall(start)):
        return _by_small_words(start, usual)
    script = script_of(sample)
    if script == "Cyrl":
        return next((tag for letter, tag in _CYRILLIC if letter.search(sample)), "und-Cyrl")
    if script == "Hani":
        return "ja" if _KANA.search(sample) else "zh"
    return _OF_SCRIPT.get(script, f"und-{script}" if script != "Latn" else usual)


def _by_small_words(text: str, usual: str) -> str:
    if usual == "en" and text.count(" the ") >= _ENOUGH:
        return usual
    words = Counter(_SMALL_WORD.findall(text.lower()))
    counts = {
        tag: sum(count for word, count in words.items() if word in small)
        for tag, small in _LANGUAGE_OF_WORD.items()
    }
    if not text.isascii():
        others = [word for word in _ANY_WORD.findall(text.lower()) if not word.isascii()]
        for tag, letters in _OWN_LETTERS.items():
            counts[tag] += sum(letters.search(word) is not None for word in others)
    ranked = sorted(counts, key=lambda tag: (-counts[tag], tag))
    best = ranked[0]
    rivals = max(counts[ranked[1]] * 1.5, counts.get(usual.partition("-")[0], 0) * _TIMES)
    # A short letter has few words; then none may be of the usual language.
    is_enough = counts[best] >= _ENOUGH or (
        counts[best] >= _FEWEST and not counts.get(usual.partition("-")[0])
    )
    return best if is_enough and counts[best] > rivals else usual
