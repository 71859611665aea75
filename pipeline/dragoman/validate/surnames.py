"""Surnames that stand alone, and that several people of the edition have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dragoman.diagnostics import Diagnostic, Rule, Severity
from dragoman.validate.fact_places import Places
from dragoman.validate.facts import Entry, Facts, Pointer

BARE_SURNAME = Rule(
    "REF007",
    Severity.WARNING,
    "a surname alone stands for one of several people",
    "Two people of the edition have this surname. Who links the bare surname to one of them has to say how "
    "certain that is, or on what evidence.",
    '<persName ref="person:wang-bingnan">Wang</persName>',
    '<persName ref="person:wang-bingnan" cert="high" evidence="context">Wang</persName>',
)

_WORD: Final = re.compile(r"[^\W\d_]+")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+(?=[.\s])")


def bare_surnames(
    documents: Iterable[Facts], entries: Mapping[str, Entry], places: Places
) -> Iterator[Diagnostic]:
    """Yield what is to be said of bare surnames, of each person's first in a document."""
    bearers: dict[str, set[str]] = {}
    for entry in entries.values():
        if not entry.ref.startswith("person:"):
            continue
        for surname in {*entry.surnames, *(name for name in entry.names if " " not in name)}:
            bearers.setdefault(surname, set()).add(entry.ref)
    for facts in documents:
        for pointer, others, count in _unsupported_surnames(facts, bearers, entries):
            times = f", here and {count - 1} more times" if count > 1 else ""
            yield BARE_SURNAME.at(
                places.of(facts, pointer.at, pointer.attribute),
                f"“{pointer.words}”{times}, can also be {', '.join(sorted(others))}",
                'add cert="…" and evidence="context", or whatever the evidence is',
            )


def _unsupported_surnames(
    facts: Facts, bearers: Mapping[str, set[str]], entries: Mapping[str, Entry]
) -> Iterator[tuple[Pointer, set[str], int]]:
    """Yield the first bare surname of each person that may mean another: who else, and how often.

    A document that names one of them more fully, and the others not, says itself whom it means; so does a
    bracket behind the name that begins with given names or initials: “Vereshchagin [L. S.]”.
    """
    names = [p for p in facts.pointers if p.element == "persName" and p.attribute == "ref"]
    fully = {pointer.value for pointer in names if len(pointer.words.split()) > 1}
    found: dict[tuple[str, str], list[Pointer]] = {}
    for pointer in names:
        others = bearers.get(pointer.words, set()) - {pointer.value}
        if not others or pointer.value not in bearers[pointer.words] or pointer.is_supported:
            continue
        if _is_given(pointer.after, entries[pointer.value], pointer.words):
            continue
        if pointer.value not in fully or others & fully:
            found.setdefault((pointer.words, pointer.value), []).append(pointer)
    for (words, value), pointers in found.items():
        yield pointers[0], bearers[words] - {value}, len(pointers)


def _is_given(after: str, entry: Entry, surname: str) -> bool:
    """Return True where a text begins with a given name of an entry, or its initial."""
    first = _FIRST_WORD.match(after)
    if first is None:
        return False
    given = {word for name in entry.names for word in _WORD.findall(name)} - {surname}
    return first[0] in given or (len(first[0]) == 1 and any(word.startswith(first[0]) for word in given))
