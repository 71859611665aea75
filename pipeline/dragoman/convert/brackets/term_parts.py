"""The parts of a source term: one written in its own script and its romanisation beside it are two terms."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dragoman.convert.brackets.languages import latin_tag, may_be_pinyin
from dragoman.convert.brackets.verdict import Language
from dragoman.convert.brackets.words import FUNCTION_WORDS, is_foreign

_LATIN: Final = r"A-Za-zÀ-ɏḀ-ỿ"
_OTHER: Final = rf"[^\W\d_{_LATIN}]"
_PARTS: Final = re.compile(
    rf"(?P<other>{_OTHER}(?:[^{_LATIN}]*{_OTHER})?)|(?P<latin>[{_LATIN}](?:[{_LATIN}\s'’ʼ.‐-]*[{_LATIN}])?['’]?)"
)


class TermPart(NamedTuple):
    """A stretch of a term's text, from ``start`` to ``end``, in one language and script."""

    start: int
    end: int
    language: Language


def term_parts(text: str, language: Language) -> list[TermPart]:
    """Return the terms in ``text``, which is a term in ``language``: itself, or term and romanisation.

    Words in Latin letters beside those of another script are a romanisation where they are no English; else
    they are its meaning, and no term.
    """
    whole = [TermPart(0, len(text), language)]
    if text.isascii():
        return whole
    found = list(_PARTS.finditer(text))
    characters = sum(len(re.findall(_OTHER, part["other"])) for part in found if part["other"])
    if not characters or not any(part["latin"] for part in found):
        return whole
    parts: list[TermPart] = []
    for part in found:
        if part["other"]:
            parts.append(TermPart(*part.span(), language))
        elif _is_romanised(part["latin"], characters, language):
            reason = f"it stands beside the term in its script: {language.reason}"
            romanised = Language(latin_tag(language.tag), language.cert, reason)
            parts.append(TermPart(*part.span(), romanised))
    return parts


def _is_romanised(words: str, characters: int, language: Language) -> bool:
    low = re.findall(r"[^\W\d_]+", words)
    if any(word.lower() in FUNCTION_WORDS for word in low):
        return False
    return any(map(is_foreign, low)) or (
        language.tag == "zh" and words.islower() and may_be_pinyin(words, characters)
    )
