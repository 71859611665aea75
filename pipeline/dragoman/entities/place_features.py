"""Places told by a noun for a feature, by the region they lie in, or by a preposition before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.entities.candidates import Candidate, end_of_hyphenated, is_common, start_of_hyphenated
from dragoman.entities.cities import is_geographic
from dragoman.entities.english import is_word_of_language, looks_english
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words


def features(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the places that a noun, a region or a preposition tells; ``known`` are the names found."""
    known = list(known)
    yield from _of_nouns(tokens, {i for c in known if c.uses for i in range(c.first, c.last)})
    yield from _beside_built(tokens, {i for c in known for i in range(c.first, c.last)})
    yield from _republics(tokens)
    yield from _parts(tokens, known)
    yield from _before_state(tokens, known)
    yield from _located(tokens, known)
    yield from _with_article(tokens, known)


def _beside_built(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield TABQA in TABQA DAM: a word that is none of the language before what was built there."""
    if not tokens.is_capitals:
        return
    nouns = words("built-features")
    for index in tokens.followed:
        if tokens.norms[index + 1] not in nouns or tokens.joins[index + 1] != " " or index in taken:
            continue
        norm = tokens.norms[index]
        is_name = len(norm) >= _SHORTEST_BESIDE and not is_word_of_language(norm)
        if is_name and not (index and tokens.norms[index - 1] in words("titles")):
            yield Candidate(index, index + 1, Kind.PLACE, "an unknown word before what was built there")


_SHORTEST_BESIDE: Final = 4


def _of_nouns(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield Selenga River, Nghe An Province, Lake Baikal, Hotel Altai; ``taken`` are words of known names."""
    nouns = words("place-nouns")
    for index in tokens.capitalised:
        if tokens.norms[index] not in nouns:
            continue
        token = tokens[index]
        before = index - 1
        if before >= 0 and token.joins == " " and _may_open_feature(tokens, before):
            first = _start_of_feature(tokens, before)
            yield Candidate(
                first,
                index + 1,
                Kind.PLACE,
                f"“{token.text}” after a name",
                is_weak=_is_doubtful(tokens, before, index, taken),
            )
        after = index + 1
        if token.norm in _OF and after + 1 < len(tokens) and tokens[after].norm == "of":
            named = after + 2 if tokens[after + 1].norm == "the" else after + 1
            if named < len(tokens) and tokens[named].joins == " " and _is_feature_name(tokens, named):
                yield Candidate(index, named + 1, Kind.PLACE, f"“{token.text} of” before a name")
        if (
            token.norm in _OPENING
            and after < len(tokens)
            and tokens[after].joins == " "
            and _is_feature_name(tokens, after)
        ):
            yield Candidate(
                index,
                after + 1,
                Kind.PLACE,
                f"“{token.text}” before a name",
                is_weak=_is_doubtful(tokens, after, index, taken),
            )


def _is_doubtful(tokens: Tokens, index: int, noun: int, named: set[int]) -> bool:
    """Return True in capitals where the word beside a noun may be any word, or is a name without it."""
    if not tokens.is_capitals:
        return False
    norm = tokens.norms[index]
    is_word = (is_word_of_language(norm) and not is_geographic((norm,))) or tokens.norms[noun] in words(
        "built-features"
    )
    return is_word or index in named


# Nouns that stand before the name.
_OPENING: Final = frozenset(
    ("lake", "mount", "cape", "hotel", "port", "camp", "checkpoint", "bezirk", "villa")
)
# What says of which sort a feature is and names none: a heading in capitals has railway bridges too.
_SORTS: Final = frozenset(
    (
        *("railway", "railroad", "rail", "road", "highway", "pontoon", "floating", "suspension", "foot"),
        *("border", "frontier", "boundary", "military", "naval", "air", "main", "second", "temporary"),
        *("wooden", "stone", "steel", "concrete", "destroyed", "rebuilt", "nearby", "upper", "lower"),
    )
)
_OF: Final = frozenset(("bay", "gulf", "sea", "strait", "straits", "cape", "isle", "isthmus", "delta"))


def _start_of_feature(tokens: Tokens, index: int) -> int:
    """Return the start of Nghe in “Nghe An Province”, Bayan in “Bayan-Ölgii Aimag”: all words of its name."""
    first = start_of_hyphenated(tokens, index)
    while not tokens.is_capitals and first > 0 and tokens[first].joins == " ":
        before = tokens[first - 1]
        is_part = before.is_capitalised and not before.is_initial and before.norm not in words("titles")
        if not is_part or before.norm in words("adjectives") | words("org-nouns") | words("place-nouns"):
            break
        if tokens.starts_sentence(first - 1) and (is_common(before) or looks_english(before.norm)):
            break
        first = start_of_hyphenated(tokens, first - 1)
    return first


def _may_open_feature(tokens: Tokens, index: int) -> bool:
    """Return True for Yellow in “the Yellow River”: amid a sentence capitals make a name of any word."""
    token = tokens[index]
    if token.norm in _SORTS:
        return False
    if _is_feature_name(tokens, index):
        return True
    if token.norm in _NUMERALS or token.norm in words("titles") or len(token.norm) <= 2:
        return False
    return not tokens.is_capitals and not tokens.starts_sentence(index) and token.is_capitalised


_NUMERALS: Final = frozenset(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))


def _is_feature_name(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    return token.is_capitalised and not is_common(token) and not token.is_initial and len(token.norm) > 2


def _parts(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield “Little Aden”, “Upper Silesia”: with a capital of its own the part has a name."""
    if tokens.is_capitals:
        return
    for place in known:
        at = place.first - 1
        if place.kind is not Kind.PLACE or at < 0 or tokens.joins[place.first] != " ":
            continue
        if tokens.texts[at] in _PARTS and not tokens.starts_sentence(at):
            yield Candidate(at, place.last, Kind.PLACE, "a part of a place, with a capital")


_PARTS: Final = frozenset(("Little", "Old", "New", "Upper", "Lower", "Greater", "Inner", "Outer", "Central"))


def _republics(tokens: Tokens) -> Iterator[Candidate]:
    """Yield “People’s Republic of Mozambique”: the name of a state in full."""
    for index in tokens.followed:
        if tokens.norms[index] not in _STATES or tokens.norms[index + 1] != "of" or index + 2 >= len(tokens):
            continue
        named = index + 3 if tokens.norms[index + 2] == "the" else index + 2
        if named >= len(tokens) or not _is_feature_name(tokens, named) or tokens.joins[named] != " ":
            continue
        first = index
        while first and tokens.norms[first - 1] in _SORTS_OF_STATES and tokens.joins[first] in (" ", "'"):
            first -= 1
        if first < index and tokens[first].is_capitalised:
            yield Candidate(first, end_of_hyphenated(tokens, named), Kind.PLACE, "a state’s name in full")


_STATES: Final = frozenset(("republic", "kingdom", "union", "federation"))
_SORTS_OF_STATES: Final = frozenset(
    ("peoples", "people", "democratic", "socialist", "federal", "federative", "islamic", "arab", "united")
) | frozenset(("popular", "cooperative", "revolutionary", "imperial"))


def _before_state(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the town of “Ashland, Wisconsin”: a name, a comma and the region or country it lies in."""
    text = tokens.block.text
    starts = {c.first for c in known if c.kind is Kind.PLACE and c.uses}
    for index in tokens.followed:
        if index + 1 not in starts or tokens.joins[index + 1] != "|":
            continue
        between = text[tokens[index].end : tokens[index + 1].start]
        if between != ", " or not _is_feature_name(tokens, index):
            continue
        first = index
        while first > 0 and tokens[first].joins == " " and _is_feature_name(tokens, first - 1):
            first -= 1
        before = tokens[first - 1].norm if first else ""
        if before in _PREPOSITIONS:
            yield Candidate(first, index + 1, Kind.PLACE, "a name before the region it lies in")


def _located(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield Shuren in “at Shuren”: a capitalised word that nobody knows, after in, at or near."""
    if tokens.is_capitals:
        return
    taken = {index for c in known for index in range(c.first, c.last)}
    for index in tokens.preceded:
        if tokens.norms[index - 1] not in _PREPOSITIONS or tokens.joins[index] != " " or index in taken:
            continue
        token, before = tokens[index], tokens[index - 1]
        if before.is_capitalised and not tokens.starts_sentence(index - 1):
            continue
        last = index + 1
        while last < len(tokens) and tokens[last].joins == "-":
            last += 1
        goes_on = last < len(tokens) and tokens[last].joins in (" ", "'") and tokens[last].is_capitalised
        is_name = _is_feature_name(tokens, index) and not token.text.isupper() and not goes_on
        if is_name and token.norm not in words("org-nouns") and token.norm not in words("titles"):
            yield Candidate(index, last, Kind.PLACE, LOCATED)


_PREPOSITIONS: Final = frozenset(("in", "at", "near"))
LOCATED: Final = "a capitalised word after in, at or near"


def _with_article(tokens: Tokens, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield Kherlen in “across the Kherlen”: an unknown word with an article, which people never have."""
    if tokens.is_capitals:
        return
    taken = {index for c in known for index in range(c.first, c.last)}
    for index in tokens.preceded:
        if tokens.norms[index - 1] != "the" or index < 2 or index in taken or tokens.joins[index] != " ":
            continue
        token = tokens[index]
        if tokens[index - 1].is_capitalised or tokens[index - 2].norm not in _ALONG:
            continue
        goes_on = index + 1 < len(tokens) and tokens[index + 1].joins in ("-", "'")
        goes_on |= (
            index + 1 < len(tokens) and tokens[index + 1].is_capitalised and tokens[index + 1].joins == " "
        )
        is_word = looks_english(token.norm) or (
            is_word_of_language(token.norm) and not is_geographic((token.norm,))
        )
        is_name = _is_feature_name(tokens, index) and not token.text.isupper() and not is_word
        if is_name and not goes_on and not token.norm.endswith("s"):
            yield Candidate(
                index, index + 1, Kind.PLACE, "a capitalised word with an article, after a word of place"
            )


_ALONG: Final = frozenset(
    (
        "along",
        "across",
        "on",
        "over",
        "beyond",
        "crossed",
        "cross",
        "crossing",
        "up",
        "down",
        "upper",
        "lower",
    )
) | frozenset(
    ("near", "at", "reached", "below", "above", "toward", "towards", "follows", "follow", "between")
)
