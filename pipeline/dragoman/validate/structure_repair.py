"""Repair: what was probably meant by a child that does not fit, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from lxml import etree

from dragoman.validate import structure_rules as rules
from dragoman.validate.advice import ELEMENT_ALIASES, either, nearest
from dragoman.validate.algebra import Algebra
from dragoman.validate.patterns import Kind, Pattern, label
from dragoman.validate.structure_rules import Fault, Spot
from dragoman.validate.structure_words import name_of, unknown_element, values_in_words

# So far back a child is looked for that should have followed: a file may have a fault in every line.
_LOOK_BACK: Final = 200
_USUAL_WRAPPERS: Final = ("p", "item", "div", "body", "bibl", "cell", "row", "head", "sp", "list", "listBibl")


class Repair:
    """Finds what was meant in one document, by the elements of its grammar and their algebra."""

    def __init__(self, algebra: Algebra, elements: Mapping[str, list[Pattern]]) -> None:
        self._algebra = algebra
        self._grammar_elements = elements
        # What was found out for one fault serves the next: the states before each child of an element
        # by one of its definitions, and which element an unknown name stands for.
        self._states: dict[tuple[etree._Element, Pattern], list[Pattern]] = {}
        self._meant: dict[str, str] = {}

    def renamed(self, state: Pattern, tag: str) -> tuple[Pattern, Pattern] | None:
        """Return the element that a child of an unknown name probably is, and the state after it."""
        allowed = {label(name): name for name in state.children if name != "*"}
        meant = nearest(label(tag), allowed, ELEMENT_ALIASES)
        if label(tag) in allowed:
            return self._algebra.step(state, allowed[label(tag)])
        return self._algebra.step(state, allowed[meant]) if meant else None

    def missing_before(
        self, state: Pattern, tag: str, rest: Sequence[str]
    ) -> tuple[str, Pattern, Pattern] | None:
        """Return the child whose absence explains that ``tag`` does not fit.

        Either something has to come here anyway, or the child is one that ``tag`` belongs with, as an
        item belongs with its label.
        """
        without = self._fitting(state, rest)
        for leaf in state.first:
            if leaf.kind is not Kind.ELEMENT:
                continue
            after = self._algebra.after(state, leaf)
            if state.nullable and after.nullable:
                continue
            step = self._algebra.step(after, tag)
            if step is not None and self._fitting(step[1], rest) >= without:
                return leaf.name.names[0], *step
        return None

    def _fitting(self, state: Pattern, tags: Sequence[str]) -> int:
        """Return how many of ``tags`` fit one after the other."""
        for count, tag in enumerate(tags):
            step = self._algebra.step(state, tag)
            if step is None:
                return count
            state = step[1]
        return len(tags)

    def misplaced(
        self,
        parent: etree._Element,
        children: Sequence[etree._Element],
        at: int,
        state: Pattern,
    ) -> Fault:
        """Return the fault of the child at a position that cannot stand there."""
        child = children[at]
        tag = str(child.tag)
        name, inside = label(tag), name_of(parent)
        if tag not in self._grammar_elements:
            meant = self._meant.get(tag)
            if meant is None:
                meant = nearest(name, map(label, self._grammar_elements), ELEMENT_ALIASES)
                self._meant[tag] = meant
            message, hint = unknown_element(child, meant)
            return Fault(rules.UNKNOWN, child, message, hint or self._expected(state, inside))
        follower = self._admitting(parent, children, at, tag)
        if follower is not None and follower.tag == tag:
            return Fault(
                rules.NOT_HERE,
                child,
                f"a second <{name}> in <{inside}>",
                "there can be one only: join the two, or delete one",
            )
        if follower is not None:
            return Fault(
                rules.NOT_HERE,
                child,
                f"<{name}> comes too late in <{inside}>",
                f"move it before the <{name_of(follower)}> that precedes it",
            )
        wrapper = self._wrapper(state, tag)
        hint = f"put it into <{wrapper}>" if wrapper else self._expected(state, inside)
        return Fault(rules.NOT_HERE, child, f"<{name}> cannot stand in <{inside}> here", hint)

    def _admitting(
        self, parent: etree._Element, children: Sequence[etree._Element], at: int, tag: str
    ) -> etree._Element | None:
        """Return the last of the children before ``at`` in whose place ``tag`` could have stood."""
        found = None
        for leaf in self._grammar_elements.get(str(parent.tag), []):
            states = self._states.get((parent, leaf))
            if states is None:
                content = self._algebra.without_attributes(leaf.content, forgiving=True)
                states = self._states[parent, leaf] = [content]
            for sibling in children[len(states) - 1 : at]:
                step = self._algebra.step(states[-1], sibling.tag) if isinstance(sibling.tag, str) else None
                states.append(step[1] if step else states[-1])
            for before in range(at - 1, max(at - 1 - _LOOK_BACK, -1), -1):
                if self._algebra.step(states[before], tag):
                    found = children[before]
                    break
        return found

    def _wrapper(self, state: Pattern, tag: str) -> str:
        """Return an element that is allowed here and can hold ``tag``, a block for choice, or ""."""
        holding = [
            leaf.name.label
            for leaf in state.first
            if leaf.kind is Kind.ELEMENT
            and self._algebra.without_attributes(leaf.content, forgiving=True).child(tag)
        ]
        usual = [name for name in _USUAL_WRAPPERS if name in holding]
        return usual[0] if usual else ""

    def _expected(self, state: Pattern, parent: str) -> str:
        allowed = [leaf.name.label for leaf in state.first if leaf.kind is Kind.ELEMENT]
        if not allowed:
            end = " but text" if self._algebra.text in state.first else ""
            return f"nothing{end} can follow here in <{parent}>"
        return f"allowed here: {either([f'<{name}>' for name in dict.fromkeys(allowed)])}"

    def incomplete(self, node: etree._Element, state: Pattern) -> Fault:
        """Return the fault of an element that ends in a state in which something has to follow."""
        values = tuple(leaf for leaf in state.first if leaf.kind in (Kind.DATA, Kind.VALUE, Kind.LIST))
        if values:
            return Fault(
                rules.CONTENT_VALUE, node, f"<{name_of(node)}> is empty", f"write {values_in_words(values)}"
            )
        leaves = [leaf for leaf in state.first if leaf.kind is Kind.ELEMENT]
        ending = [leaf for leaf in leaves if self._algebra.after(state, leaf).nullable]
        names = [f"<{leaf.name.label}>" for leaf in ending or leaves]
        return Fault(
            rules.INCOMPLETE,
            node,
            f"<{name_of(node)}> lacks {either(list(dict.fromkeys(names)), 4)}",
            f"add it before </{name_of(node)}>, or delete the <{name_of(node)}>",
            Spot.END,
        )

    def place_for_text(self, state: Pattern, parent: str) -> str:
        """Return a hint on where text belongs that cannot stand in ``parent``."""
        admitting = [
            leaf.name.label
            for leaf in state.first
            if leaf.kind is Kind.ELEMENT
            and self._algebra.text in self._algebra.without_attributes(leaf.content, forgiving=True).first
        ]
        preferred = [name for name in ("p", "item", "head", "cell", "l", "desc") if name in admitting]
        if preferred or admitting:
            return f"put it into <{(preferred or admitting)[0]}>"
        return f"<{parent}> holds elements only"
