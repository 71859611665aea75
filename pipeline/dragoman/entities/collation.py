"""The order of a register: Unicode collation of a language, and the letter an entry stands under.

The collation is ICU's, with the tailoring of the edition's language (CLDR): Ö stands with O in an
English register and after Z in a Swedish one. Han characters are ordered, and grouped, by their
pinyin, which is how a register in Latin letters is looked up. Sort keys are given as hexadecimal
digits, so that a stylesheet that sorts them by code point gets the same order.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import icu

_HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
# Breathings and quotation marks of romanisations (P'yongyang, ʻAli, Hsiao-p’ing, bar’dag) do not
# count in the order of a register.
_MARKS: Final = re.compile("[\\'\"‘’ʻʼʹ`“”]")


@cache
def _pinyin() -> icu.Transliterator:
    """Return ICU's romanisation of Han: a tenth of a second, and few editions have a heading in Han."""
    return icu.Transliterator.createInstance("Han-Latin")


class Collation:
    """The collation of one language (a BCP 47 tag; an unknown one gives the root order)."""

    def __init__(self, language: str) -> None:
        locale = icu.Locale.forLanguageTag(language or "en")
        self._collator = icu.Collator.createInstance(locale)
        index = icu.AlphabeticIndex(locale)
        # An edition about the Soviet Union has headings in Cyrillic whatever its own language.
        for other in ("ru", "en"):
            index.addLabels(icu.Locale(other))
        self._index = index.buildImmutableIndex()

    def reading(self, text: str) -> str:
        """Return the form of ``text`` that is compared: without marks, Han as pinyin."""
        if _HAN.search(text):
            text = _pinyin().transliterate(text)
        return " ".join(_MARKS.sub("", text).split())

    def sort_key(self, text: str) -> str:
        """Return the key of ``text`` in hexadecimal digits; keys compare as the texts sort.

        Texts that differ only in what the collation ignores get different keys, in code point order.
        """
        key: bytes = self._collator.getSortKey(self.reading(text))
        return f"{key.hex()}00{text.encode().hex()}"

    def letter(self, text: str) -> str:
        """Return the heading under which ``text`` stands: its first letter in the language, or “#”."""
        reading = self.reading(text)
        if not reading:
            return "#"
        label, kind = self._index.getBucket(self._index.getBucketIndex(reading))
        return str(label) if kind == _NORMAL else "#"


_NORMAL: Final = 0


@cache
def collation(language: str) -> Collation:
    """Return the collation of a language, made once in this process."""
    return Collation(language)
