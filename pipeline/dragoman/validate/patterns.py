"""The patterns of RELAX NG and their derivatives.

A pattern describes what may still come; its derivative by an attribute, a child element
or text describes what may come after that (Brzozowski 1964; Clark, "An algorithm for RELAX NG
validation", 2002). Patterns are shared: two equal ones are one object, so that a pattern is a
state of an automaton that is built as far as documents need it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from functools import cached_property
from typing import Final

from dragoman.validate.datatypes import Datatype


class Kind(IntEnum):
    """What a pattern is. The leaves come first."""

    NOT_ALLOWED = 0
    EMPTY = 1
    TEXT = 2
    ELEMENT = 3
    ATTRIBUTE = 4
    DATA = 5
    VALUE = 6
    LIST = 7
    CHOICE = 8
    GROUP = 9
    INTERLEAVE = 10
    ONE_OR_MORE = 11


class NameClass:
    """The names that an element or attribute may have, in Clark notation.

    names: those it lists; is_open: whether it admits every other name too, but for those for
    which ``excludes`` is true.
    """

    __slots__ = ("excludes", "is_open", "names")

    def __init__(
        self,
        names: Iterable[str],
        is_open: bool = False,
        excludes: Callable[[str], bool] | None = None,
    ) -> None:
        self.names = tuple(names)
        self.is_open = is_open
        self.excludes = excludes

    def __contains__(self, name: object) -> bool:
        if name in self.names:
            return True
        if not self.is_open or not isinstance(name, str):
            return False
        return self.excludes is None or not self.excludes(name)

    @property
    def label(self) -> str:
        """The name as diagnostics write it: local, ``xml:id``, or ``*``."""
        return label(self.names[0]) if self.names else "*"


_XML: Final = "{http://www.w3.org/XML/1998/namespace}"


def label(name: str) -> str:
    """Return a name in Clark notation as an editor writes it: ``p``, ``xml:id``."""
    return f"xml:{name[len(_XML) :]}" if name.startswith(_XML) else name.rpartition("}")[2]


class Pattern:
    """A pattern, and what is known of it. Made by `Algebra` alone, compared by identity.

    kind, parts: CHOICE, GROUP, INTERLEAVE have two or more parts, ONE_OR_MORE, LIST one;
    an ATTRIBUTE has its value's pattern as its part. name: of an ELEMENT or ATTRIBUTE;
    datatype: of DATA; value: of VALUE; definition: an ELEMENT's content, given by the grammar.
    """

    def __init__(self, kind: Kind, parts: tuple[Pattern, ...] = ()) -> None:
        self.kind = kind
        self.parts = parts
        self.name = NameClass(())
        self.datatype = Datatype("string")
        self.value = ""
        self.definition: Callable[[], Pattern] | None = None
        # The automaton, as far as documents have needed it: see `Algebra.step`.
        self.steps: dict[str, tuple[Pattern, Pattern] | None] = {}
        self.after_text: Pattern | None = None
        self.nullable = _is_nullable(kind, parts)
        self.has_attributes: bool = kind is Kind.ATTRIBUTE or (
            kind not in (Kind.ELEMENT, Kind.LIST) and any(part.has_attributes for part in parts)
        )

    def __repr__(self) -> str:
        if self.kind in (Kind.ELEMENT, Kind.ATTRIBUTE):
            return f"{self.kind.name.lower()} {self.name.label}"
        inner = ", ".join(map(repr, self.parts)) or self.value or self.datatype.name
        return f"{self.kind.name.lower()}({inner})"

    @cached_property
    def content(self) -> Pattern:
        """The content and attributes of an ELEMENT."""
        assert self.definition is not None
        return self.definition()

    def leaves(self) -> Iterator[Pattern]:
        """Yield the elements, attributes, texts and data in the pattern, each once, in order."""
        seen: set[Pattern] = set()
        waiting = [self]
        while waiting:
            pattern = waiting.pop()
            if pattern in seen:
                continue
            seen.add(pattern)
            if pattern.kind < Kind.CHOICE:
                yield pattern
            else:
                waiting.extend(reversed(pattern.parts))

    @cached_property
    def attributes(self) -> tuple[Pattern, ...]:
        """The attributes in the pattern, each once, in order."""
        if self.kind is Kind.ATTRIBUTE:
            return (self,)
        if not self.has_attributes:
            return ()
        return tuple(dict.fromkeys(leaf for part in self.parts for leaf in part.attributes))

    @cached_property
    def first(self) -> tuple[Pattern, ...]:
        """The leaves with which what matches the pattern can begin, attributes aside."""
        found: dict[Pattern, None] = {}
        self._add_first(found, set())
        return tuple(found)

    @cached_property
    def children(self) -> dict[str, tuple[Pattern, ...]]:
        """The elements of ``first`` by each name that they list; those of any name under "*"."""
        found: dict[str, list[Pattern]] = {}
        for leaf in self.first:
            if leaf.kind is Kind.ELEMENT:
                for name in leaf.name.names:
                    found.setdefault(name, []).append(leaf)
                if leaf.name.is_open:
                    found.setdefault("*", []).append(leaf)
        return {name: tuple(leaves) for name, leaves in found.items()}

    def child(self, name: str) -> tuple[Pattern, ...]:
        """Return the elements of ``first`` that may have this name."""
        children = self.children
        named = children.get(name, ())
        if "*" not in children:
            return named
        return named + tuple(leaf for leaf in children["*"] if leaf not in named and name in leaf.name)

    def _add_first(self, found: dict[Pattern, None], seen: set[Pattern]) -> None:
        if self in seen:
            return
        seen.add(self)
        if self.kind < Kind.CHOICE:
            if self.kind > Kind.EMPTY:
                found[self] = None
        elif self.kind is Kind.GROUP:
            for part in self.parts:
                part._add_first(found, seen)
                if not part.nullable:
                    break
        else:
            for part in self.parts:
                part._add_first(found, seen)


def _is_nullable(kind: Kind, parts: tuple[Pattern, ...]) -> bool:
    match kind:
        case Kind.EMPTY | Kind.TEXT:
            return True
        case Kind.CHOICE:
            return any(part.nullable for part in parts)
        case Kind.GROUP | Kind.INTERLEAVE:
            return all(part.nullable for part in parts)
        case Kind.ONE_OR_MORE:
            return parts[0].nullable
        case _:
            return False
