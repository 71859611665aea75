"""People found by the title before their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.entities.candidates import (
    Candidate,
    end_of_hyphenated,
    is_common,
    start_of_hyphenated,
    title_before,
)
from dragoman.entities.english import is_word_of_language, looks_english
from dragoman.entities.model import Kind
from dragoman.entities.surnames import (
    ENDINGS_OF_VERBS,
    SHORTEST_IN_CAPITALS,
    goes_on_in_capitals,
    is_month_with_day,
    is_surname,
)
from dragoman.entities.tokens import Tokens
from dragoman.entities.words import words


def by_title(tokens: Tokens, taken: set[int]) -> Iterator[Candidate]:
    """Yield who has a title before the name: “Comrade Stolz”, AMBASSADOR TOON."""
    titles = words("titles")
    for index in tokens.preceded:
        if tokens.norms[index - 1] not in titles or index in taken or tokens.joins[index] != " ":
            continue
        token, title = tokens[index], tokens[index - 1]
        if is_month_with_day(tokens, index):
            continue
        if not title.is_capitalised and title.norm in _NOT_TITLES_IN_SMALL_LETTERS:
            continue
        # In minutes speakers stand in capitals: “Mr. CUONG agreed”.
        is_set_off = token.text.isupper() and title.norm in _TITLES_OF_A_NAME and not is_common(token)
        if not is_surname(tokens, index) and not (is_set_off and len(token.norm) > 1 and not token.has_dot):
            continue
        last = end_of_hyphenated(tokens, index)
        if tokens.is_capitals and goes_on_in_capitals(tokens, last, taken):
            last = end_of_hyphenated(tokens, last)
        if last < len(tokens) and tokens[last].joins == " " and not tokens.is_capitals:
            following = tokens[last]
            if following.is_capitalised and last not in taken and is_surname(tokens, last):
                last = end_of_hyphenated(tokens, last)
        opened = max(index, start_of_hyphenated(tokens, last - 1))
        yield Candidate(
            index,
            last,
            Kind.PERSON,
            f"the title “{tokens[index - 1].text}” before it",
            surname=" ".join(t.norm for t in tokens.row(opened, last)),
            given=tuple(t.norm for t in tokens.row(index, opened)),
            title=title_before(tokens, index),
            is_weak=tokens.is_capitals and not _leaves_no_doubt(tokens, index, last),
        )


def _leaves_no_doubt(tokens: Tokens, index: int, last: int) -> bool:
    """Return True in capitals where a title and the word after it can only be somebody's.

    SECOND SECRETARY TARBELL has a name where SECRETARY TARBELL, or CHARGE DELIVERED, may have none.
    """
    if tokens[index - 1].norm in _TITLES_OF_A_NAME:
        return True
    if any(
        len(tokens.norms[at]) >= SHORTEST_IN_CAPITALS and not is_word_of_language(tokens.norms[at])
        for at in (index, last - 1)
    ):
        return True
    before = tokens[index - 2].norm if index > 1 and tokens[index - 1].joins == " " else ""
    is_ranked = before in _RANKS or before in words("adjectives")
    if before in words("adjectives") and looks_english(tokens[index].norm):
        return False
    return is_ranked and not tokens[index].norm.endswith((*ENDINGS_OF_VERBS, "s"))


_RANKS: Final = frozenset(
    ("first", "second", "third", "prime", "foreign", "vice", "deputy", "assistant", "rear")
)


# “general Soviet policy”, “chief Chinese concern”: adjectives, and nouns of everyday.
_NOT_TITLES_IN_SMALL_LETTERS: Final = frozenset(
    (
        "general",
        "chief",
        "deputy",
        "officer",
        "justice",
        "citizen",
        "king",
        "lord",
        "lady",
        "miss",
        "charge",
        "major",
    )
)
# In capitals “CHARGE DELIVERED”, “CHIEF DELEGATE” look like a title and a name.
_TITLES_OF_A_NAME: Final = frozenset(
    ("mr", "mrs", "ms", "dr", "comrade", "ambassador", "senator", "colonel", "admiral")
)
