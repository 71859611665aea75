"""Entries found by the beginnings of words of their names, as a reviewer types them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.entities.model import Entity, Kind
from dragoman.entities.tokens import name_words


@dataclass(slots=True, eq=False)
class EntrySearch:
    """Entries to search. Their names are cut into words once, when something is first looked for."""

    entries: tuple[Entity, ...] = ()
    _words: list[tuple[Entity, tuple[tuple[str, ...], ...]]] = field(default_factory=list)

    def found(self, typed: str, kind: Kind, most: int = 9) -> list[Entity]:
        """Return entries of which one name has a word beginning with each word typed; ``kind`` goes first.

        A reference (person:orlov-lev) or its id finds its entry too.
        """
        wanted = name_words(typed)
        if not wanted and not typed:
            return []
        self._words = self._words or [
            (entity, tuple(tuple(name_words(name.text)) for name in entity.names)) for entity in self.entries
        ]
        ranked = []
        for entity, names in self._words:
            named = typed in (entity.id, entity.ref)
            if named or any(_begins(wanted, name) for name in names):
                is_whole = named or tuple(wanted) in names
                ranked.append(((not is_whole, entity.kind is not kind, entity.name, entity.ref), entity))
        ranked.sort(key=lambda pair: pair[0])
        return [entity for _, entity in ranked[:most]]


def _begins(wanted: Iterable[str], name: tuple[str, ...]) -> bool:
    wanted = list(wanted)
    return bool(wanted) and all(any(word.startswith(start) for word in name) for start in wanted)
