"""Documents made at random from a grammar: every one of them is valid by construction."""

from __future__ import annotations

import random

from lxml import etree

from dragoman.validate.algebra import Algebra
from dragoman.validate.datatypes import Datatype
from dragoman.validate.grammar import Grammar
from dragoman.validate.patterns import Kind, Pattern

# Beyond this depth, or this many elements, the generator looks for the way out instead of for variety.
_DEEP = 10
_MANY = 60
_SAMPLES = {
    "ID": "",
    "NCName": "name",
    "Name": "name",
    "language": "mn-Latn",
    "gYear": "1982",
    "gYearMonth": "1982-06",
    "date": "1982-06-09",
    "dateTime": "1982-06-09T10:00:00+08:00",
    "time": "10:00:00",
    "nonNegativeInteger": "3",
    "decimal": "2.5",
    "double": "0.5",
    "anyURI": "#p1",
    "string": "some text",
    "token": "some words",
}
_PATTERNS = {
    r"[a-z][a-z0-9]*(\-[a-z0-9]+)*": "kebab-case",
    r"[^\p{C}\p{Z}]+": "word",
    r"#\S+": "#editor",
    r"\S+": "person:somebody",
    r"\d+(\.\d+)?(%|cm|mm|in|pt|px|em)": "12.5cm",
    r"[a-z][a-z0-9\+\.\-]*": "person",
    r"\d+[a-z]*\d*(\.\d+[a-z]*\d*){0,3}": "0.1.0",
    r"\s*-?\d+(\.\d+)?[ ,]\s*-?\d+(\.\d+)?\s*": "47.92 106.92",
}


class Sizes:
    """How many elements a pattern needs at least, and so which way out of it is the shortest."""

    def __init__(self, grammar: Grammar) -> None:
        self._algebra = grammar.algebra
        leaves = [leaf for definitions in grammar.elements.values() for leaf in definitions]
        self._sizes = dict.fromkeys(leaves, 10_000)
        changed = True
        while changed:
            changed = False
            for leaf in leaves:
                size = 1 + self.of(self._algebra.without_attributes(leaf.content, forgiving=True))
                if size < self._sizes[leaf]:
                    self._sizes[leaf] = size
                    changed = True

    def of(self, pattern: Pattern) -> int:
        if pattern.nullable:
            return 0
        match pattern.kind:
            case Kind.ELEMENT:
                return self._sizes[pattern]
            case Kind.CHOICE:
                return min(self.of(part) for part in pattern.parts)
            case Kind.GROUP | Kind.INTERLEAVE | Kind.ONE_OR_MORE:
                return sum(self.of(part) for part in pattern.parts)
            case _:
                return 1

    def way_out(self, pattern: Pattern) -> Pattern:
        def needed(leaf: Pattern) -> int:
            return self.of(leaf) + self.of(self._algebra.after(pattern, leaf))

        return min((leaf for leaf in pattern.first if leaf.kind is not Kind.TEXT), key=needed)


class Generator:
    """``most_attributes`` beyond those that an element needs."""

    def __init__(self, grammar: Grammar, sizes: Sizes, seed: int, most_attributes: int = 30) -> None:
        self._most_attributes = most_attributes
        self._sizes = sizes
        self._count = 0
        self._algebra: Algebra = grammar.algebra
        self._start = grammar.start
        self._random = random.Random(seed)
        self._ids = 0

    def document(self) -> etree._Element:
        return self._element(self._random.choice(self._start.first), 0)

    def _element(self, leaf: Pattern, depth: int) -> etree._Element:
        self._count += 1
        name = leaf.name.names[0]
        element = etree.Element(name, nsmap={None: name[1:].partition("}")[0]} if depth == 0 else None)
        pattern = self._attributes(element, leaf.content)
        self._content(element, pattern, depth)
        return element

    def _attributes(self, element: etree._Element, pattern: Pattern) -> Pattern:
        """Set some of the attributes that the pattern admits, and all that it wants."""
        for leaf in self._random.sample(pattern.attributes, len(pattern.attributes)):
            if len(element.attrib) < self._most_attributes and self._random.random() < 0.12:
                pattern = self._set(element, pattern, leaf)
        while self._algebra.without_attributes(pattern) is self._algebra.not_allowed:
            needed = [leaf for leaf in pattern.attributes if self._is_needed(pattern, leaf)] or [
                leaf for leaf in pattern.attributes if self._completes(pattern, leaf)
            ]
            pattern = self._set(element, pattern, self._random.choice(needed))
        return self._algebra.without_attributes(pattern)

    def _is_needed(self, pattern: Pattern, leaf: Pattern) -> bool:
        lacking = self._algebra.without_attribute(pattern, leaf.name.names[0])
        return lacking is self._algebra.not_allowed

    def _completes(self, pattern: Pattern, leaf: Pattern) -> bool:
        after = self._algebra.after_attribute(pattern, frozenset((leaf,)))
        return self._algebra.without_attributes(after) is not self._algebra.not_allowed

    def _set(self, element: etree._Element, pattern: Pattern, leaf: Pattern) -> Pattern:
        if leaf not in pattern.attributes:
            return pattern
        element.set(leaf.name.names[0], self._value(leaf.parts[0]))
        return self._algebra.after_attribute(pattern, frozenset((leaf,)))

    def _content(self, element: etree._Element, pattern: Pattern, depth: int) -> None:
        while True:
            enough = depth > _DEEP or self._count > _MANY or self._random.random() < 0.25 + depth * 0.06
            if not pattern.first or (pattern.nullable and enough):
                return
            leaf = self._sizes.way_out(pattern) if enough else self._random.choice(pattern.first)
            if leaf.kind is Kind.ELEMENT:
                element.append(self._element(leaf, depth + 1))
            else:
                self._add_text(element, "words " if leaf.kind is Kind.TEXT else self._value(leaf))
            pattern = self._algebra.after(pattern, leaf)

    def _add_text(self, element: etree._Element, text: str) -> None:
        if len(element):
            element[-1].tail = (element[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text

    def _value(self, pattern: Pattern) -> str:
        match pattern.kind:
            case Kind.TEXT:
                return "text of any kind"
            case Kind.VALUE:
                return pattern.value
            case Kind.DATA:
                return self._datum(pattern.datatype)
            case Kind.CHOICE:
                return self._value(self._random.choice(pattern.parts))
            case Kind.LIST | Kind.ONE_OR_MORE:
                return " ".join(
                    self._value(pattern.parts[0]) for _ in range(1 if pattern.kind is Kind.LIST else 2)
                )
            case _:
                return ""

    def _datum(self, datatype: Datatype) -> str:
        if datatype.name == "ID":
            self._ids += 1
            return f"id{self._ids}"
        for facet, value in datatype.facets:
            if facet == "pattern":
                return _PATTERNS[value]
        return _SAMPLES[datatype.name]
