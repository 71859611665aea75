"""Names of the languages that occur in diplomatic papers, by their BCP 47 tag."""

from __future__ import annotations

from typing import Final

_NAMES: Final = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "mn": "Mongolian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sh": "Serbo-Croatian",
    "sk": "Slovak",
    "sq": "Albanian",
    "und": "undetermined",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
_SCRIPTS: Final = {"Latn": "romanised", "Cyrl": "in Cyrillic", "Hans": "simplified", "Hant": "traditional"}

TAG_OF: Final[dict[str, str]] = {name.lower(): tag for tag, name in _NAMES.items()}


def language_name(tag: str) -> str:
    """Return the English name of a language tag: ``mn-Latn`` is “Mongolian, romanised”."""
    language, *subtags = tag.split("-")
    name = _NAMES.get(language, language)
    scripts = [_SCRIPTS[subtag] for subtag in subtags if subtag in _SCRIPTS]
    return ", ".join([name, *scripts])
