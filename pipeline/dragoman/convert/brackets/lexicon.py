"""Which words are English: the word list of symspellpy, read once and kept.

symspellpy was chosen because it is maintained, MIT-licensed, one light wheel without
dependencies, and works offline. Its list (Google Books counts over the words of SCOWL) holds
British spellings and hardly a foreign word; an American one is looked for by its British form
(``labor``). Lists drawn from subtitles lack ``programme`` and know ``xian``, and wordfreq's data
may only be shared alike and has ceased to grow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

_LIST: Final = "frequency_dictionary_en_82_765.txt"

# Counts of the list: below it stand words such as "kulak" (34,000) and "sal"; "dike" has half a million.
_COMMON: Final = 200_000

# English in these papers, unknown to a general list; or a homograph that the list has for another reason.
_ADDED: Final = frozenset(
    """
    a i o chargé communiqué café naïve rapprochement-minded cooperation co-operation sino soviet
    subcommittee counterproposal telegramme aide-memoire aide-mémoire détente mainline
    nonaligned non-aligned splittist splittists revisionist revisionists hegemonism hegemonist
    hegemonists hegemony politburo presidium upriver downriver riverbank
    anti ex pro vice non semi pan euro afro asian afro-asian mongolian soviet chinese korean
    russian vietnamese polish hungarian german romanian albanian yugoslav bulgarian czechoslovak
    meager mustache mustaches laborers
    cuban american british french indian japanese tibetan uyghur uighur kazakh
    """.split()
)
_REMOVED: Final = frozenset(
    "tul sal ger ne na ot ko wei pao ming shi po mo tu tang dang xian ting nara uns unter mit"
    " mao lin chen peng hua kang wang zhao zhou deng liu hu wu sun kim park pak choi ri yi tito castro "
    "lenin stalin"
    " jan del hui yuan jiao zedong xiaoping pyongyang ivan leonid mikhail sergei dmitri boris"
    " igor ho chi".split()
)

# The list has "labour" and not "labor": what an American spelling has, and what a British one has there.
_SPELLINGS: Final = (
    (re.compile(r"or(?=(?:s|ed|ing|ers?|able|ably|hoods?|ly|ite|ites)?$)"), "our"),
    (re.compile(r"(?<=[bcht])er(?=s?$)"), "re"),
    (re.compile(r"(?<=[aeiou])l(?=(?:ed|ing|ers?)$)"), "ll"),
    (re.compile(r"yz(?=e[sd]?$|ing$|ers?$)"), "ys"),
    (re.compile(r"og(?=s?$)"), "ogue"),
    (re.compile(r"(?<=man)eu"), "oeu"),
    (re.compile(r"(?<=pl)ow"), "ough"),
    (re.compile(r"(?<=alumin)um$"), "ium"),
)
_SHORTEST_AMERICAN: Final = 4
# "subdistrict", "counterproposal": a prefix before an English word that is long enough to be sure.
_PREFIXED: Final = re.compile(
    r"^(?:sub|non|anti|counter|inter|under|over|pre|post|semi|trans)(?P<rest>\w{5,})$"
)

_PARTS: Final = re.compile(r"[-‐‑/]")
_POSSESSIVE: Final = re.compile(r"['’]s?$")


@cache
def _counts() -> Mapping[str, int]:
    counts: dict[str, int] = {}
    with (files("symspellpy") / _LIST).open(encoding="utf-8-sig") as lines:
        for line in lines:
            word, _, count = line.partition(" ")
            counts[word] = int(count)
    for word in _REMOVED:
        counts.pop(word, None)
    counts.update(dict.fromkeys(_ADDED, _COMMON))
    return counts


@lru_cache(maxsize=65536)
def _count(word: str) -> int:
    """Return how often a word occurs; a compound as often as its rarest part, 0 for no English word."""
    counts = _counts()
    low = _POSSESSIVE.sub("", word.lower().replace("’", "'"))
    if low in counts:
        return counts[low]
    parts = _PARTS.split(low)
    if len(parts) == 1:
        return _derived(low, counts)
    return min((counts.get(part, 0) or _derived(part, counts) for part in parts if part), default=0)


def _derived(word: str, counts: Mapping[str, int]) -> int:
    """Return the count of the British form of an American spelling, or of the word after a prefix; else 0."""
    if len(word) < _SHORTEST_AMERICAN:
        return 0
    count = max(counts.get(pattern.sub(british, word), 0) for pattern, british in _SPELLINGS)
    if not count and (prefixed := _PREFIXED.match(word)):
        return min(_COMMON, counts.get(prefixed["rest"], 0))
    return count


def is_english(word: str) -> bool:
    """Return True for an English word, in any case, possessive or hyphenated; False for a name."""
    return _count(word) > 0


def is_common_english(word: str) -> bool:
    """Return True for an English word that nobody would take for a foreign one because it is rare."""
    return _count(word) >= _COMMON
