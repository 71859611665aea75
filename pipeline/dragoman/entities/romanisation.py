"""The shapes of romanised Chinese, Korean and Vietnamese names."""

from __future__ import annotations

import re
from typing import Final

_PINYIN: Final = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v))"
    r"{1,2}"
)
_WADE_GILES: Final = re.compile(
    r"(?:(?:hs|ch|sh|ts|tz|ss|[pmftnlkhjsyw])?"
    r"(?:iang|iung|uang|ieh|ien|iao|uai|uan|ueh|ang|eng|ing|ung|ih|ai|an|ao|eh|ei|en|erh|ia|in|iu|ou|ua|ui|uei|un|uo"
    r"|yi|yeh|yen|ying|yin|yang|yao|yu|yuan|a|e|i|o|u))"
)
_KOREAN: Final = re.compile(
    r"(?:kk|tt|pp|ss|jj|ch|sh|[kntrmpshjcgdbyw])?(?:yo|ya|yu|ye|wa|wi|wo|ae|eo|oe|ui|eu|[aeiou])(?:ng|kk|[knlmptkhbr])?h?"
)
_VIETNAMESE_MIDDLE: Final = frozenset(
    ("van", "thi", "duc", "duy", "huu", "dinh", "chi", "co", "quang", "xuan", "ngoc", "cao")
)


def is_pinyin(word: str) -> bool:
    """Return True where the word (as compared) can be a given name of one or two syllables of pinyin."""
    return len(word) > 1 and _PINYIN.fullmatch(word) is not None


_JAPANESE: Final = re.compile(r"(?:(?:sh|ch|ts|[kgsztdnhbpmyrwjf]y?)?[aeiou]|n(?![aeiouy]))+")
_JAPANESE_VOWELS: Final = re.compile(r"[aeiou]")


def is_japanese(word: str, syllables: int) -> bool:
    """Return True where the word (as compared) is of Japanese syllables, ``syllables`` at least."""
    return _JAPANESE.fullmatch(word) is not None and len(_JAPANESE_VOWELS.findall(word)) >= syllables


def is_syllable(word: str) -> bool:
    """Return True where the word can be one syllable of a hyphenated or divided given name."""
    return any(shape.fullmatch(word) for shape in (_WADE_GILES, _KOREAN)) or is_vietnamese_middle(word)


_VIETNAMESE: Final = re.compile(
    r"(?:ngh|ng|nh|ph|th|tr|kh|gi|qu|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[mnptc])?"
)


def is_vietnamese(word: str) -> bool:
    """Return True where the word (as compared) can be a syllable of a Vietnamese name."""
    return len(word) > 1 and _VIETNAMESE.fullmatch(word) is not None


def is_vietnamese_middle(word: str) -> bool:
    """Return True for the middle of a Vietnamese name: van, thi, dinh."""
    return word in _VIETNAMESE_MIDDLE


# Initials and finals of Wade–Giles with their pinyin. An apostrophe after the consonant tells
# ch' from ch; telegrams drop it, and then the syllable is read both ways (`pinyin_readings`).
_INITIALS: Final = (
    ("ch'", ("ch", "q")),
    ("ch", ("zh", "j")),
    ("ts'", ("c",)),
    ("tz'", ("c",)),
    ("ts", ("z",)),
    ("tz", ("z",)),
    ("hs", ("x",)),
    ("sh", ("sh",)),
    ("ss", ("s",)),
    ("k'", ("k",)),
    ("p'", ("p",)),
    ("t'", ("t",)),
    ("k", ("g",)),
    ("p", ("b",)),
    ("t", ("d",)),
    ("j", ("r",)),
)
_FINALS: Final = {
    "ien": "ian",
    "ieh": "ie",
    "ung": "ong",
    "iung": "iong",
    "ueh": "ue",
    "eh": "e",
    "ih": "i",
    "u": "u",
    "erh": "er",
    "uei": "ui",
    "uo": "uo",
    "o": "e",
    "yeh": "ye",
    "yen": "yan",
}
_WHOLE: Final = {"tzu": "zi", "tz'u": "ci", "ssu": "si", "szu": "si"}
_PALATAL: Final = frozenset(("q", "j", "x"))


def pinyin_readings(syllable: str) -> frozenset[str]:
    """Return the pinyin that a Wade–Giles syllable (small letters, ' for the breathing) can stand for.

    Without its breathing, ``teng`` is read as dèng and as téng: both are returned.
    """
    found: set[str] = set()
    breathed = {syllable}
    for plain_initial in ("ch", "ts", "tz", "k", "p", "t"):
        if syllable.startswith(plain_initial) and not syllable.startswith(plain_initial + "'"):
            if plain_initial == "t" and syllable[:2] in ("ts", "tz"):
                continue
            breathed.add(plain_initial + "'" + syllable[len(plain_initial) :])
    for form in breathed:
        found |= _readings(form)
    return frozenset(found)


def _readings(syllable: str) -> set[str]:
    if syllable in _WHOLE:
        return {_WHOLE[syllable]}
    for initial, readings in _INITIALS:
        if syllable.startswith(initial):
            final = syllable[len(initial) :]
            return {
                reading + _final(final, reading)
                for reading in readings
                if initial not in ("ch", "ch'") or (reading in _PALATAL) == _is_palatal(final)
            }
    if syllable in ("yu", "yuan", "yun", "yueh"):
        return {syllable.replace("yueh", "yue")}
    match = re.match(r"[bcdfghlmnrswyz]*", syllable)
    initial = match[0] if match else ""
    return {initial + _final(syllable[len(initial) :], initial)}


def _is_palatal(final: str) -> bool:
    """Return True where ch stands for pinyin j or q: before i and before ü (chü, chüan, chiang)."""
    return final.startswith(("i", "ü")) and final != "ih"


def _final(final: str, initial: str) -> str:
    final = final.replace("ü", "u")
    if final == "o" and initial in (
        "b",
        "p",
        "m",
        "f",
        "w",
        "l",
        "t",
        "d",
        "n",
        "r",
        "zh",
        "ch",
        "z",
        "c",
        "s",
    ):
        return "uo" if initial in ("l", "t", "d", "n", "r", "zh", "ch", "z", "c", "s") else "o"
    if final in ("u", "uh") and initial in ("z", "c", "s"):
        return "i" if final == "uh" else "u"
    return _FINALS.get(final, final)


def is_same_chinese_name(one: str, other: str) -> bool:
    """Return True where a name in Wade–Giles and a name in pinyin can be one name.

    ``Teng Hsiao-p’ing`` and ``Deng Xiaoping`` can; both may also be in the same romanisation.
    """
    first, second = (re.sub("[’‘ʼ`]", "'", name.casefold()) for name in (one, other))
    return _joined(first) == _joined(second) or _can_be(first, second) or _can_be(second, first)


def _joined(name: str) -> str:
    return re.sub(r"[\s'-]", "", name)


def _can_be(wade_giles: str, pinyin: str) -> bool:
    syllables = [s for s in re.split(r"[\s-]+", wade_giles) if s]
    target = _joined(pinyin)
    ends = {0}
    for syllable in syllables:
        ends = {
            end + len(reading)
            for end in ends
            for reading in pinyin_readings(syllable)
            if target.startswith(reading, end)
        }
    return len(syllables) > 1 and len(target) in ends


# Longest first. What one sound of Russian or Mongolian is written with in English, German, Polish, French and
# Hungarian papers; the sign it is brought to is compared and never shown.
_SOUNDS: Final = (
    ("schtsch", "š"),
    ("shch", "š"),
    ("tsch", "č"),
    ("dsch", "j"),
    ("tch", "č"),
    ("dzh", "j"),
    ("sch", "š"),
    ("zh", "j"),
    ("dj", "j"),
    ("sh", "š"),
    ("ch", "č"),
    ("kh", "h"),
    ("ph", "f"),
    ("ck", "k"),
    ("yu", "u"),
    ("ju", "u"),
    ("ya", "a"),
    ("ja", "a"),
    ("ye", "e"),
    ("w", "v"),
    ("x", "ks"),
    ("y", "i"),
)
_END_OF_SURNAME: Final = re.compile(r"(?:ff|w)$")
_DOUBLED: Final = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """Return by what two spellings of one surname are compared: equal for Dorjsuren and Dorzhsuren.

    ``word`` is as compared: small letters without accents.
    """
    word = _END_OF_SURNAME.sub("v", word)
    for spelled, sign in _SOUNDS:
        word = word.replace(spelled, sign)
    return _DOUBLED.sub(r"\1", word)
