"""The language of a transcript that is no translation: an original lies among the papers, in its script."""

from __future__ import annotations

import re
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
)
_OF_SCRIPT: Final = {"Jpan": "ja", "Kore": "ko", "Grek": "el", "Mong": "mn-Mong"}
_KANA: Final = re.compile("[\u3040-\u30ff]")


def text_language(text: str, usual: str) -> str:
    """Return the tag of the language of a text: ``usual`` where most of its letters are Latin.

    The letters of another script say as much as they can; ``und-Arab`` is written in Arabic letters.
    """
    start = text[:_SAMPLE]
    sample = "" if start.isascii() else "".join(_OTHER.findall(start))
    if not sample or len(sample) <= len(_LATIN.findall(start)):
        return usual
    script = script_of(sample)
    if script == "Cyrl":
        return next((tag for letter, tag in _CYRILLIC if letter.search(sample)), "und-Cyrl")
    if script == "Hani":
        return "ja" if _KANA.search(sample) else "zh"
    return _OF_SCRIPT.get(script, f"und-{script}" if script != "Latn" else usual)
