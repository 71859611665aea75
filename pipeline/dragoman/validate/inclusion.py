"""The proof that one schema is a subset of another: language inclusion by derivatives.

For every element of the narrower schema, its attributes (which, with which values, in which
combinations) and its content are held against those of the element of the same name in
the wider one. Attributes are taken in the order of their names, each once as present and once as
absent; then children step by step. A pair of patterns that was met before is not
followed again, so the search ends, and it finds a shortest path to a difference.

The proof is by element names. It is exact where the wider schema defines an element once,
as TEI All does for its own namespace; where it defines it twice, the definitions are tried in turn.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.validate.datatypes import Datatype
from dragoman.validate.grammar import Grammar
from dragoman.validate.patterns import Kind, Pattern, label
from dragoman.validate.regular import includes_regular

_ANY_TEXT = (Datatype("string"), Datatype("token"), Datatype("normalizedString"))

# What contains what among the types of XML Schema, as far as the two schemas use them. Dates and
# times are disjoint; a decimal is not a double of the value space, but every decimal is written like one.
_WIDER: dict[str, frozenset[str]] = {
    "ID": frozenset({"NCName", "Name", "token", "string"}),
    "NCName": frozenset({"Name", "token", "string"}),
    "Name": frozenset({"token", "string"}),
    "nonNegativeInteger": frozenset({"integer", "decimal", "double", "float", "token", "string"}),
    "integer": frozenset({"decimal", "double", "float", "token", "string"}),
    "decimal": frozenset({"double", "float", "token", "string"}),
    "double": frozenset({"float", "token", "string"}),
    "language": frozenset({"token", "string"}),
    "anyURI": frozenset({"token", "string"}),
    "boolean": frozenset({"token", "string"}),
    "date": frozenset({"token", "string"}),
    "dateTime": frozenset({"token", "string"}),
    "time": frozenset({"token", "string"}),
    "gYear": frozenset({"token", "string"}),
    "gYearMonth": frozenset({"token", "string"}),
    "token": frozenset({"string", "normalizedString"}),
}


@dataclass(frozen=True, slots=True)
class Counterexample:
    """What the narrower schema admits and the wider one does not.

    element: its name; attributes: those present, name and what the value is; children: the sequence
    of children that leads there, ending in ``(end)`` where the wider schema wants more.
    """

    element: str
    attributes: tuple[str, ...]
    children: tuple[str, ...]

    def __str__(self) -> str:
        tag = " ".join((self.element, *self.attributes))
        return f"<{tag}> with content ({', '.join(self.children)})"


def counterexamples(narrow: Grammar, wide: Grammar) -> list[Counterexample]:
    """Return one counterexample for each element of ``narrow`` that ``wide`` does not include.

    An empty list proves that every document of ``narrow`` is one of ``wide``.
    """
    proof = _Proof(narrow, wide)
    found: list[Counterexample] = []
    wide_elements = wide.elements
    for name, definitions in sorted(narrow.elements.items()):
        wider = wide_elements.get(name, [])
        for definition in definitions:
            faults = [proof.element(definition.content, other.content, label(name)) for other in wider]
            if not faults:
                found.append(Counterexample(label(name), (), ("unknown element",)))
            elif all(faults):
                found.extend(fault for fault in faults[:1] if fault is not None)
    roots = [leaf for leaf in narrow.start.first if not wide.start.child(leaf.name.names[0])]
    return found + [Counterexample("(root)", (), (leaf.name.label,)) for leaf in roots]


class _Proof:
    def __init__(self, narrow: Grammar, wide: Grammar) -> None:
        self._narrow = narrow.algebra
        self._wide = wide.algebra
        self._included: dict[tuple[Pattern, Pattern], bool] = {}
        self._contents: dict[tuple[Pattern, Pattern], tuple[str, ...] | None] = {}

    def element(self, narrow: Pattern, wide: Pattern, name: str) -> Counterexample | None:
        """Follow the attributes by name; at each end, compare the contents."""
        waiting: list[tuple[Pattern, Pattern, tuple[str, ...], tuple[str, ...]]] = [
            (narrow, wide, _attribute_names(narrow), ())
        ]
        seen: set[tuple[Pattern, Pattern, tuple[str, ...]]] = set()
        while waiting:
            ours, theirs, names, path = waiting.pop()
            if ours is self._narrow.not_allowed or (ours, theirs, names) in seen:
                continue
            seen.add((ours, theirs, names))
            if not names:
                theirs = self._wide.without_attributes(theirs)
                children = self._content(ours, theirs)
                if children is not None:
                    return Counterexample(name, path, children)
                continue
            attribute, rest = names[0], names[1:]
            for leaf in _attributes(ours, attribute):
                present = self._narrow.after_attribute(ours, frozenset((leaf,)))
                for value in _values(leaf.parts[0]):
                    fitting = frozenset(
                        other
                        for other in _attributes(theirs, attribute)
                        if self._includes_value(other.parts[0], value)
                    )
                    step = (*path, f"{label(attribute)}={value!r}")
                    after = self._wide.after_attribute(theirs, fitting) if fitting else self._wide.not_allowed
                    if after is self._wide.not_allowed and present is not self._narrow.not_allowed:
                        return Counterexample(name, step, ("(attribute not admitted)",))
                    waiting.append((present, after, rest, step))
            # Looked at first, so that a counterexample has no more attributes than it needs.
            absent = self._narrow.without_attribute(ours, attribute)
            waiting.append((absent, self._wide.without_attribute(theirs, attribute), rest, path))
        return None

    def _content(self, narrow: Pattern, wide: Pattern) -> tuple[str, ...] | None:
        """Return the shortest sequence of children that leads out of ``wide``, or None."""
        if (narrow, wide) not in self._contents:
            self._contents[narrow, wide] = self._compare_contents(narrow, wide)
        return self._contents[narrow, wide]

    def _compare_contents(self, narrow: Pattern, wide: Pattern) -> tuple[str, ...] | None:
        waiting: deque[tuple[Pattern, Pattern, tuple[str, ...]]] = deque([(narrow, wide, ())])
        seen: set[tuple[Pattern, Pattern]] = set()
        while waiting:
            ours, theirs, path = waiting.popleft()
            if (ours, theirs) in seen:
                continue
            seen.add((ours, theirs))
            if ours.nullable and not theirs.nullable:
                return (*path, "(end)")
            for leaf in ours.first:
                after = self._narrow.after(ours, leaf)
                fitting = self._narrow_leaf_in(leaf, theirs)
                if fitting is self._wide.not_allowed and after is not self._narrow.not_allowed:
                    return (*path, leaf.name.label if leaf.kind is Kind.ELEMENT else "text")
                step = leaf.name.label if leaf.kind is Kind.ELEMENT else "text"
                waiting.append((after, fitting, (*path, step)))
        return None

    def _narrow_leaf_in(self, leaf: Pattern, wide: Pattern) -> Pattern:
        if leaf.kind is Kind.ELEMENT:
            matches = list(wide.child(leaf.name.names[0]))
        elif leaf.kind is Kind.TEXT:
            matches = [w for w in wide.first if w.kind is Kind.TEXT]
        else:
            matches = [w for w in wide.first if self._includes_value(w, leaf)]
        return self._wide.choice(self._wide.after(wide, match) for match in matches)

    def _includes_value(self, wide: Pattern, narrow: Pattern) -> bool:
        """Return True when ``wide`` certainly admits all text that ``narrow`` admits."""
        known = self._included.get((wide, narrow))
        if known is None:
            known = self._included[wide, narrow] = self._compare_values(wide, narrow)
        return known

    def _compare_values(self, wide: Pattern, narrow: Pattern) -> bool:
        if wide.kind is Kind.TEXT or (wide.kind is Kind.DATA and wide.datatype in _ANY_TEXT):
            return True
        if wide.kind is Kind.CHOICE:
            return any(self._includes_value(part, narrow) for part in wide.parts) or (
                narrow.kind is Kind.CHOICE and all(self._includes_value(wide, part) for part in narrow.parts)
            )
        match narrow.kind:
            case Kind.VALUE:
                return self._wide.accepts(wide, narrow.value)
            case Kind.CHOICE:
                return all(self._includes_value(wide, part) for part in narrow.parts)
            case Kind.LIST:
                return wide.kind is Kind.LIST and self._words_in(narrow.parts[0], wide.parts[0])
            case Kind.DATA if wide.kind is Kind.DATA:
                return _includes_type(wide.datatype, narrow.datatype)
            case Kind.DATA | Kind.TEXT if wide.kind is Kind.LIST:
                return self._word_in(narrow, wide.parts[0])
            case _:
                return False

    def _word_in(self, narrow: Pattern, wide: Pattern) -> bool:
        """Return True when one word of ``narrow`` is a list of the words ``wide``."""
        return _is_one_word(narrow) and any(
            self._includes_value(leaf, narrow) and self._wide.after(wide, leaf).nullable
            for leaf in wide.first
        )

    def _words_in(self, narrow: Pattern, wide: Pattern) -> bool:
        waiting, seen = [(narrow, wide)], set()
        while waiting:
            ours, theirs = waiting.pop()
            if (ours, theirs) in seen:
                continue
            seen.add((ours, theirs))
            if ours.nullable and not theirs.nullable:
                return False
            for leaf in ours.first:
                fitting = self._wide.choice(
                    self._wide.after(theirs, other)
                    for other in theirs.first
                    if self._includes_value(other, leaf)
                )
                if fitting is self._wide.not_allowed:
                    return False
                waiting.append((self._narrow.after(ours, leaf), fitting))
        return True


def _is_one_word(pattern: Pattern) -> bool:
    datatype = pattern.datatype
    return pattern.kind is Kind.DATA and (
        datatype.name not in ("string", "token", "normalizedString", "anyURI")
        or any(facet == "pattern" for facet, _ in datatype.facets)
    )


def _attributes(pattern: Pattern, name: str) -> list[Pattern]:
    return [leaf for leaf in pattern.attributes if name in leaf.name]


def _attribute_names(pattern: Pattern) -> tuple[str, ...]:
    names: Iterable[str] = (name for leaf in pattern.attributes for name in leaf.name.names)
    return tuple(sorted(set(names)))


def _values(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return the alternatives of a value: each word of a closed list goes its own way."""
    return pattern.parts if pattern.kind is Kind.CHOICE else (pattern,)


def _includes_type(wide: Datatype, narrow: Datatype) -> bool:
    if narrow.name != wide.name and wide.name not in _WIDER.get(narrow.name, frozenset()):
        return False
    if not wide.facets or set(wide.facets) <= set(narrow.facets):
        return True
    patterns = [value for facet, value in wide.facets if facet == "pattern"]
    ours = [value for facet, value in narrow.facets if facet == "pattern"]
    if len(patterns) != len(wide.facets):
        return False
    narrower = ours[0] if ours else _LEXICAL.get(narrow.name)
    return narrower is not None and all(includes_regular(wider, narrower) for wider in patterns)


# A regular expression that holds at least what a type can look like, for those types that are narrower
# than a pattern of TEI's.
_LEXICAL: dict[str, str] = {
    "nonNegativeInteger": r"[+\-]?\d+",
    "language": r"[A-Za-z0-9\-]+",
}
