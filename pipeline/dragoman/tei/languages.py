"""Names of the languages that occur in diplomatic papers, by their BCP 47 tag."""

from __future__ import annotations

from typing import Final

_NAMES: Final = {
    "am": "Amharic",
    "ar": "Arabic",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "bo": "Tibetan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "km": "Khmer",
    "ko": "Korean",
    "lo": "Lao",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "mn": "Mongolian",
    "my": "Burmese",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "prs": "Dari",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sh": "Serbo-Croatian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "tg": "Tajik",
    "th": "Thai",
    "tr": "Turkish",
    "ug": "Uyghur",
    "uk": "Ukrainian",
    "und": "undetermined",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
_KNOWN: Final = frozenset(_NAMES.values())
_SCRIPTS: Final = {"Latn": "romanised", "Cyrl": "in Cyrillic", "Hans": "simplified", "Hant": "traditional"}

TAG_OF: Final[dict[str, str]] = {name.lower(): tag for tag, name in _NAMES.items()}


def is_language_name(words: str) -> bool:
    """Return True for the English name of a language, or of several: ``Russian``, ``German, English``."""
    names = [word.strip() for word in words.replace(" and ", ",").replace(";", ",").split(",")]
    return all(name in _KNOWN for name in names)


def language_name(tag: str) -> str:
    """Return the English name of a language tag: ``mn-Latn`` is “Mongolian, romanised”."""
    language, *subtags = tag.split("-")
    name = _NAMES.get(language, language)
    scripts = [_SCRIPTS[subtag] for subtag in subtags if subtag in _SCRIPTS]
    return ", ".join([name, *scripts])
