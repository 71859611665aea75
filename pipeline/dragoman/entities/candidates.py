"""A candidate: words of a block that are, or may be, a name; and the questions every rule asks of a word."""

from __future__ import annotations

from typing import Final, NamedTuple

from dragoman.entities.matcher import Use
from dragoman.entities.model import Kind
from dragoman.entities.tokens import Token, Tokens
from dragoman.entities.words import words

# What one-letter words with full stops spell when they are not a person's initials.
ABBREVIATED_STATES: Final = frozenset(
    ("us", "uk", "un", "eo", "dc", "sea", "pr", "ie", "eg", "am", "pm", "ad", "bc")
)
LONGEST_PLAIN_ABBREVIATION: Final = 5
_ROLE_TYPES: Final = {Kind.PERSON: "person", Kind.PLACE: "place", Kind.ORG: "organization"}


class Candidate(NamedTuple):
    """Words [first, last) of a block that are, or may be, a name.

    uses:     entities that go by exactly this name; rule: what found it, in words;
    surname, given: the parts of a person's name as compared, () and "" where the shape does not tell;
    title:    the words of a title right before it, as compared;
    is_weak:  the shape alone would also fit a word that is no name;
    is_role:  a role that stands for a person, and no name: its tag is ``rs``.
    """

    first: int
    last: int
    kind: Kind
    rule: str
    uses: tuple[Use, ...] = ()
    surname: str = ""
    given: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    is_weak: bool = False
    is_role: bool = False

    @property
    def start_tag(self) -> str:
        """The start tag round it, up to its attributes' end: ``persName``, ``rs type="person"``."""
        return f'rs type="{_ROLE_TYPES[self.kind]}"' if self.is_role else self.kind.tag


def is_common(token: Token) -> bool:
    """Return True for a word of the language or an adjective of a country, whatever its capitals."""
    return token.norm in words("common") or token.norm in words("adjectives")


def follows_initial(tokens: Tokens, index: int) -> bool:
    """Return True where an initial stands before: “A. Castro” is not the Castro everybody knows."""
    if index == 0 or tokens[index].joins != " " or not tokens[index - 1].is_initial:
        return False
    if may_be_numbering(tokens, index - 1):
        return False
    spelled = tokens[index - 1].norm
    if index > 1 and tokens[index - 2].is_initial and tokens[index - 1].joins == " ":
        spelled = tokens[index - 2].norm + spelled
    return spelled not in ABBREVIATED_STATES


def may_be_numbering(tokens: Tokens, index: int) -> bool:
    """Return True where “B. TUTTLE SAID” may be the second point of a list."""
    return tokens.is_capitals and len(tokens[index].text) == 1 and tokens.starts_sentence(index)


_TITLE_PARTS: Final = frozenset(
    ("prime", "foreign", "vice", "first", "deputy", "general", "party", "defense", "of")
)


def title_before(tokens: Tokens, first: int) -> tuple[str, ...]:
    """Return the words of a title that stand right before a name, as compared."""
    found: list[str] = []
    index = first - 1
    while index >= 0 and tokens[index + 1].joins in (" ", "-") and len(found) < 4:
        token = tokens[index]
        if token.norm not in words("titles") and not (
            found and (token.norm in _TITLE_PARTS or token.norm in words("adjectives"))
        ):
            break
        found.insert(0, token.norm)
        index -= 1
    return tuple(found)


def start_of_hyphenated(tokens: Tokens, index: int) -> int:
    """Return the start of the given name that ends at ``index``: that of Hans in “Hans-Joachim”."""
    while index > 0 and tokens[index].joins == "-" and tokens[index - 1].is_capitalised:
        if is_common(tokens[index - 1]):
            break
        index -= 1
    return index


def end_of_hyphenated(tokens: Tokens, index: int) -> int:
    """Return the end of the word at ``index`` with all that is hyphenated to it."""
    end = index + 1
    while end < len(tokens) and tokens[end].joins == "-" and not _is_adjective(tokens[end]):
        end += 1
    return end


def _is_adjective(token: Token) -> bool:
    """Return True for Soviet in “Reagan-Soviet”; the Han of “Lo Kuang-han” is a syllable of a name."""
    return token.norm in words("adjectives") and len(token.norm) > _LONGEST_SYLLABLE_LIKE_ADJECTIVE


_LONGEST_SYLLABLE_LIKE_ADJECTIVE: Final = 4
