"""The language of a source term: from the document first, from the look of the word second."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dragoman.convert.brackets.verdict import Language
from dragoman.tei.languages import TAG_OF, language_name

# Names of languages as translators write them before a term: "[Rus.: uroven’]".
LABELS: Final[dict[str, str]] = {
    **TAG_OF,
    "mongol": "mn",
    "mong": "mn",
    "mo": "mn",
    "russ": "ru",
    "rus": "ru",
    "ru": "ru",
    "chin": "zh",
    "ch": "zh",
    "kor": "ko",
    "germ": "de",
    "ger": "de",
    "pol": "pl",
    "hung": "hu",
    "czech": "cs",
    "fr": "fr",
    "fren": "fr",
}
LABELS.pop("english", None)
LABELS.pop("undetermined", None)

# Written in Latin letters, so that a term in them is not a romanisation.
_LATIN: Final = frozenset(
    "de pl hu cs sk en fr es it pt ro sh sq vi da et fi hr id lt lv nl no sl sv sw tr uz".split()
)

_SCRIPT_OF_PREFIX: Final = {
    "CYRILLIC": "Cyrl",
    "CJK": "Hani",
    "HANGUL": "Kore",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "MONGOLIAN": "Mong",
    "ARABIC": "Arab",
    "GREEK": "Grek",
}
_LANGUAGES_OF_SCRIPT: Final = {
    "Cyrl": ("ru", "mn", "bg", "uk"),
    "Hani": ("zh", "ja", "ko"),
    "Kore": ("ko",),
    "Jpan": ("ja",),
    "Mong": ("mn",),
    "Arab": ("ar",),
    "Grek": ("el",),
}
# The script that a language's tag implies is not repeated in it.
_IMPLIED: Final = {
    ("ru", "Cyrl"),
    ("bg", "Cyrl"),
    ("uk", "Cyrl"),
    ("zh", "Hani"),
    ("ko", "Kore"),
    ("ja", "Jpan"),
    ("ja", "Hani"),
    ("ko", "Hani"),
    ("ar", "Arab"),
    ("el", "Grek"),
}


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """A letter or cluster by which a written language is known, with a word that shows it.

    is_sure: no other language of these papers is written so.
    """

    tag: str
    pattern: re.Pattern[str]
    shown_by: str
    example: str
    is_sure: bool


_SYLLABLE: Final = (
    r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ue|üe|er|an|en|in|un|ün|ia|ua|uo"
    r"|a|o|e|i|u|ü)"
)
_WADE_GILES: Final = (
    r"(?:ch['’]?|ts['’]?|tz['’]?|hs|sz|sh|[pmftnlkhjsyw]|[ptk]['’])"
    r"(?:iang|iung|uang|ang|eng|ing|ung|ieh|ien|iao|uai|uan|üan|üeh|ai|ei|ui|ao|ou|iu|eh|ih|uo|an|en|in|un|ün"
    r"|ia|ua|a|o|e|i|u|ü|ê)"
)
_LOOKS: Final[tuple[_Look, ...]] = (
    _Look("pl", re.compile("[ąęłńśźżŁŚŻŹ]"), "letters of Polish", "współpraca", True),
    _Look("hu", re.compile("[őűŐŰ]"), "letters of Hungarian", "küldöttség vezetője", True),
    _Look("cs", re.compile("[řěůŘ]"), "letters of Czech", "řeka", True),
    _Look(
        "de",
        re.compile("ß|[äöü].*(?:ung|keit|schaft)$|(?:schaft|keit|ung|lich)$"),
        "the ending or a letter of German",
        "Verhandlung",
        False,
    ),
    _Look("ko-Latn", re.compile("[ŏŭŎŬ]"), "McCune-Reischauer's breve", "hyŏpchŏng", True),
    _Look("zh-Latn", re.compile("[āēīōūǎěǐǒǔǚǜ]"), "tone marks of pinyin", "lǐngdǎo", True),
    _Look(
        "zh-Latn",
        re.compile(rf"(?i)^{_WADE_GILES}(?:-{_WADE_GILES})+$"),
        "syllables of Wade-Giles",
        "kung-ch’an-tang",
        True,
    ),
    _Look(
        "zh-Latn",
        re.compile(rf"(?i)^(?=.*(?:zh|q|x|iao|ian|uang|iong)){_SYLLABLE}(?:{_SYLLABLE}){{1,3}}$"),
        "syllables of pinyin",
        "huaqiao",
        True,
    ),
    _Look(
        "ru-Latn",
        re.compile(r"(?i)(?:stvo|nost['’]?|niia|nie|niye|skii|skiy|yi|shch|tsiia|tsiya)$"),
        "a Russian ending",
        "soglashenie",
        False,
    ),
    _Look(
        "mn-Latn",
        re.compile(r"(?i)aa|uu|oo|ee|öö|üü|kh[aeiou].*(?:lt|lgaa|gch|gui)$"),
        "the long vowels of Mongolian",
        "khamtragch",
        False,
    ),
)


def script_of(text: str) -> str:
    """Return the ISO 15924 code of the first letter that is not Latin, or ``Latn``."""
    for character in text[:200]:
        if ord(character) > 0x36F and character.isalpha():
            prefix = unicodedata.name(character, "").partition(" ")[0].partition("-")[0]
            if prefix in _SCRIPT_OF_PREFIX:
                return _SCRIPT_OF_PREFIX[prefix]
    return "Latn"


def language_label(text: str) -> str:
    """Return the tag of the language that ``text`` names (``Russ.``), or ""."""
    return LABELS.get(text.strip(" .:").lower(), "")


def term_language(term: str, original: str, original_reason: str, label: str = "") -> Language:
    """Return the language of a term.

    original: the tag of the language the document was translated from, "" where nothing says it;
    original_reason: how that is known; label: the tag that the translator put before the term.
    A term is tagged with another language than the original's only for its script or a label.
    """
    script = script_of(term)
    if label:
        return Language(_tag(label, script), "high", f"the translator says {language_name(label)}")
    if script != "Latn":
        return _by_script(script, original, original_reason)
    look = _look_of(term)
    if not original:
        return _without_a_document(look)
    tag = _tag(original, script)
    if look and look.is_sure and look.tag != tag:
        return Language(tag, "medium", f"{original_reason}; but it has {look.shown_by}")
    return Language(tag, "high", original_reason)


def latin_tag(tag: str) -> str:
    """Return the tag of a language in Latin letters, given it in any script: ``mn-Latn`` for ``mn-Cyrl``."""
    return _tag(tag.partition("-")[0], "Latn")


def may_be_pinyin(words: str, syllables: int) -> bool:
    """Return True for words that can be so many syllables of pinyin."""
    return re.fullmatch(rf"(?:{_SYLLABLE}[\s'’-]*){{{syllables}}}", words) is not None


def _tag(language: str, script: str) -> str:
    if script == "Latn":
        return language if language in _LATIN else f"{language}-Latn"
    return language if (language, script) in _IMPLIED else f"{language}-{script}"


def _by_script(script: str, original: str, original_reason: str) -> Language:
    languages = _LANGUAGES_OF_SCRIPT[script]
    if original in languages:
        return Language(_tag(original, script), "high", original_reason)
    if len(languages) == 1:
        return Language(_tag(languages[0], script), "high", f"its script is {script}")
    # Han characters in these papers are Chinese unless the document is Japanese or Korean.
    if script == "Hani":
        return Language("zh", "medium", "it is written in Chinese characters")
    return Language(f"und-{script}", "low", f"its script is {script}, which serves several languages")


def _look_of(term: str) -> _Look | None:
    looks = [found for word in term[:200].split() if (found := _look_of_word(word)) is not None]
    return min(looks, key=_LOOKS.index) if looks else None


@lru_cache(maxsize=8192)
def _look_of_word(word: str) -> _Look | None:
    return next((look for look in _LOOKS if look.pattern.search(word)), None)


def _without_a_document(look: _Look | None) -> Language:
    """Return what the word alone allows: letters that one language owns, or nothing."""
    nothing = "nothing in the document says which language"
    if look is None:
        return Language("und-Latn", "low", nothing)
    if look.is_sure and look.tag in _LATIN:
        return Language(look.tag, "medium", f"{nothing}, but it has {look.shown_by}")
    return Language("und-Latn", "low", f"{nothing}; {look.shown_by} would suit {look.tag}")
