"""What book, EPUB and Word files say in their own voice, in the language of the edition."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

FILE: Final = "words.json"
_DEFAULT: Final = "en"


def words_of(text: str, tag: str) -> dict[str, Any]:
    """Return the words of a language; what it has no word for is said in English.

    text: the file xslt/print/words.json, which has a table for each language.
    """
    tables: Mapping[str, Mapping[str, Any]] = json.loads(text)
    english = tables[_DEFAULT]
    own = tables.get(tag) or tables.get(tag.partition("-")[0]) or {}
    return {
        key: {**word, **own.get(key, {})} if isinstance(word, dict) else own.get(key, word)
        for key, word in english.items()
    }


def language_name(words: Mapping[str, Any], tag: str) -> str:
    """Return “Mongolian, romanised” for mn-Latn; the tag itself where the words do not name it.

    words: as made by `words_of`. What is no tag comes back as it is.
    """
    main, *others = tag.split("-")
    name = words["language"].get(main, tag)
    is_romanised = "Latn" in others and main in words["language"] and main != "und"
    return str(words["romanised"].replace("{}", name) if is_romanised else name)
