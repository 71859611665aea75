"""What start tags lead to: the patterns of their values and of the content, by the names of attributes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.validate.algebra import Algebra
from dragoman.validate.patterns import Pattern

# Values seen before are not checked again; ids are all different, so the memory is bounded.
_REMEMBERED_VALUES: Final = 4096


@dataclass(frozen=True, slots=True)
class StartTag:
    """What a start tag with certain attribute names leads to.

    values: the pattern of each value; content: the content, None where the tag has a fault or where
    values decide: those of the attributes at the positions ``deciding``.
    """

    values: tuple[Pattern, ...]
    content: Pattern | None
    deciding: tuple[int, ...] = ()


class StartTags:
    """Knows the start tags that were met, and the values that fitted."""

    def __init__(self, algebra: Algebra) -> None:
        self._algebra = algebra
        self._known: dict[tuple[object, ...], StartTag] = {}
        self._values: dict[Pattern, set[str]] = {}

    def content_of(self, leaf: Pattern, names: Sequence[str], values: Sequence[str]) -> Pattern | None:
        """Return the content of an element with these attributes, None where the start tag has a fault."""
        tag = self.of(leaf, names, values)
        fit = all(map(self.is_value, tag.values, values))
        return tag.content if fit else None

    def is_value(self, pattern: Pattern, value: str) -> bool:
        """Return True where a value is of a pattern."""
        known = self._values.get(pattern)
        if known is None:
            known = self._values[pattern] = set()
        if value in known:
            return True
        if not self._algebra.accepts(pattern, value):
            return False
        if len(known) < _REMEMBERED_VALUES:
            known.add(value)
        return True

    def of(self, leaf: Pattern, names: Sequence[str], values: Sequence[str]) -> StartTag:
        """Return what the start tag of an element with these attributes leads to."""
        tag = self._known.get((leaf, *names))
        if tag is None:
            tag = self._known[leaf, *names] = self._start_tag(leaf.content, names, {})
        return self._decided(leaf, names, values, tag.deciding) if tag.deciding else tag

    def _decided(
        self, leaf: Pattern, names: Sequence[str], values: Sequence[str], deciding: Sequence[int]
    ) -> StartTag:
        """Return the start tag where values decide as well as names, as @type of a note does."""
        chosen = {names[at]: values[at] for at in deciding}
        # A value may be called as an attribute is.
        key = (leaf, *names, None, *chosen.values())
        tag = self._known.get(key)
        if tag is None:
            tag = self._start_tag(leaf.content, names, chosen)
            if tag.content is None:
                return tag
            self._known[key] = tag
        return tag

    def _start_tag(self, pattern: Pattern, names: Sequence[str], chosen: dict[str, str]) -> StartTag:
        """Return what names decide, and the values of those attributes that are ``chosen``."""
        deciding = [
            at for at, name in enumerate(names) if sum(name in leaf.name for leaf in pattern.attributes) > 1
        ]
        if deciding and not chosen:
            return StartTag((), None, tuple(deciding))
        values: dict[str, Pattern] = {}
        # In the order of the alphabet, so that tags with the same attributes share their patterns.
        for name in sorted(names):
            leaves = [leaf for leaf in pattern.attributes if name in leaf.name]
            if name in chosen:
                leaves = [leaf for leaf in leaves if self._algebra.accepts(leaf.parts[0], chosen[name])]
            if not leaves:
                return StartTag((), None)
            values[name] = self._algebra.choice(leaf.parts[0] for leaf in leaves)
            pattern = self._algebra.after_attribute(pattern, frozenset(leaves))
        content = self._algebra.without_attributes(pattern)
        if content is self._algebra.not_allowed:
            return StartTag((), None)
        return StartTag(tuple(values[name] for name in names), content)
