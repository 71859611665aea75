"""Structure: a document held against a grammar, all faults in one pass, each with its place.

The automaton of the grammar is built as far as documents need it, so that a document
without faults costs two look-ups for an element. Where no step leads on, the walker looks for
the repair after which most of the following siblings fit (a child renamed, one that is missing,
one too many), reports it, and goes on from there, so that one mistake gives one report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from lxml import etree

from dragoman.tei.ns import TEI, XML, XML_ID
from dragoman.validate import structure_rules as rules
from dragoman.validate.advice import ATTRIBUTE_ALIASES, either, nearest
from dragoman.validate.blanks import BLANKS
from dragoman.validate.grammar import Grammar
from dragoman.validate.patterns import Kind, Pattern, label
from dragoman.validate.structure_repair import Repair
from dragoman.validate.structure_rules import Fault, Spot
from dragoman.validate.structure_tags import StartTags
from dragoman.validate.structure_words import (
    attributes_in_words,
    how_to_add,
    name_of,
    required_attributes,
    shortened,
    unknown_element,
    values_in_words,
    wrong_value,
)

_LOOK_AHEAD: Final = 8


class Cleared(Protocol):
    """Knows elements that are faultless, by their numbers in the document; see `dragoman.validate.gate`."""

    @property
    def ids_differ(self) -> bool:
        """Whether it is known that no id stands twice."""
        ...

    @property
    def following(self) -> Sequence[int]:
        """Of each element the number of the first that follows after its end."""
        ...

    def has_passed(self, number: int) -> bool:
        """Return True where an element is known to be faultless."""
        ...

    def is_clear(self, number: int, content: Pattern) -> bool:
        """Return True where an element with this content has no fault but in its start tag."""
        ...

    def forget(self) -> None:
        """Be ready for the same elements with another content."""
        ...


class Structure:
    """Checks documents against one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._algebra = grammar.algebra
        self.start_tags = StartTags(grammar.algebra)
        self._elements: dict[str, list[Pattern]] = {}
        # That of the document at hand.
        self._repair = Repair(self._algebra, {})
        self._cleared: Cleared | None = None

    def faults(self, root: etree._Element, cleared: Cleared | None = None) -> list[Fault]:
        """Return every fault of the document below ``root``, in the order in which they were met.

        cleared: knows elements that are faultless, and are not looked at.
        """
        found: list[Fault] = []
        self._cleared = cleared
        self._repair = Repair(self._algebra, self.known_elements())
        leaves = self.grammar.start.child(root.tag) if isinstance(root.tag, str) else ()
        if leaves:
            self._element(root, leaves[0], found, 0)
        else:
            found.append(self._wrong_root(root))
        if cleared is None or not cleared.ids_differ:
            found.extend(_duplicate_ids(root))
        return found

    def known_elements(self) -> dict[str, list[Pattern]]:
        """Return the definitions of the elements of the grammar, by name."""
        if not self._elements:
            self._elements = self.grammar.elements
        return self._elements

    def _wrong_root(self, root: etree._Element) -> Fault:
        wanted = [leaf.name.label for leaf in self.grammar.start.first]
        name = label(str(root.tag))
        if name in wanted:
            return Fault(
                rules.ROOT,
                root,
                f"<{name}> is not in the TEI namespace",
                f'write <{name} xmlns="{TEI}">',
            )
        return Fault(rules.ROOT, root, f"the file begins with <{name}>", f"begin it with <{either(wanted)}>")

    # --- The start tag

    def _element(self, node: etree._Element, leaf: Pattern, found: list[Fault], number: int) -> None:
        """Check an element. number: which it is in the document, where that is asked for."""
        names = node.keys()
        values = node.values()
        tag = self.start_tags.of(leaf, names, values)
        content = tag.content
        for name, pattern, value in zip(names, tag.values, values, strict=False):
            if not self.start_tags.is_value(pattern, value):
                found.append(wrong_value(node, name, value, (pattern,)))
        if content is None:
            content = self._odd_attributes(node, leaf.content, found)
        if self._cleared is None or not self._cleared.is_clear(number, content):
            self._children(node, content, found, number)

    def _odd_attributes(self, node: etree._Element, pattern: Pattern, found: list[Fault]) -> Pattern:
        """Read attributes one by one, @type before the others, which it may restrict."""
        whole = pattern
        read: list[str] = []
        for name, value in sorted(node.items(), key=lambda item: item[0] != "type"):
            leaves = [leaf for leaf in pattern.attributes if name in leaf.name]
            fitting = [leaf for leaf in leaves if self._algebra.accepts(leaf.parts[0], value)]
            if not leaves:
                fault = self._odd_attribute(node, name, whole, read)
                found.append(fault)
                # What stands there under a wrong name is not missing.
                leaves = [leaf for leaf in pattern.attributes if fault.meant and fault.meant in leaf.name]
                if leaves and fault.meant not in node.attrib:
                    fitting = [leaf for leaf in leaves if self._algebra.accepts(leaf.parts[0], value)]
                    pattern = self._algebra.after_attribute(pattern, frozenset(fitting or leaves))
                    read.append(fault.meant)
                continue
            if not fitting:
                context = f" with @type=“{node.get('type')}”" if name == "subtype" and "type" in read else ""
                found.append(wrong_value(node, name, value, tuple(leaf.parts[0] for leaf in leaves), context))
            pattern = self._algebra.after_attribute(pattern, frozenset(fitting or leaves))
            read.append(name)
        content = self._algebra.without_attributes(pattern)
        if content is self._algebra.not_allowed:
            missing = required_attributes(pattern)
            found.append(
                Fault(
                    rules.ATTRIBUTE_MISSING,
                    node,
                    f"<{name_of(node)}> lacks {either([f'@{label(name)}' for name in missing])}",
                    how_to_add(pattern, missing),
                )
            )
            content = self._algebra.without_attributes(pattern, forgiving=True)
        return content

    def _odd_attribute(self, node: etree._Element, name: str, whole: Pattern, read: list[str]) -> Fault:
        shown, spot = label(name), Spot.ATTRIBUTE_NAME
        namespace = etree.QName(name).namespace
        if namespace not in (None, XML):
            said = f"@{shown} on <{name_of(node)}> is of the namespace {namespace}"
            return Fault(rules.ATTRIBUTE, node, said, "delete it: TEI has no such attribute", spot, name)
        names = {label(other): other for leaf in whole.attributes for other in leaf.name.names}
        if shown in names and names[shown] == name:
            beside = either(
                [f"@{label(other)}" for other in read if not _go_together(self, whole, other, name)]
            )
            return Fault(
                rules.ATTRIBUTE,
                node,
                f"@{shown} cannot stand beside {beside or 'the other attributes'}",
                "keep one of them",
                spot,
                name,
            )
        meant = nearest(shown, names, ATTRIBUTE_ALIASES)
        hint = (
            f"did you mean @{meant}?"
            if meant
            else f"<{name_of(node)}> admits {attributes_in_words(sorted(names))}"
        )
        said = f"<{name_of(node)}> has no attribute @{shown}"
        return Fault(rules.ATTRIBUTE, node, said, hint, spot, name, meant=names[meant] if meant else "")

    # --- The content

    def _children(self, node: etree._Element, state: Pattern, found: list[Fault], number: int) -> None:
        text_step = self._algebra.text_step
        cleared = self._cleared
        number += 1
        is_said = False
        text = node.text
        if text and text.strip(BLANKS) and (state.after_text or text_step(state)) is not state:
            state, is_said = self._after_text(node, None, text, state, found, is_said)
        skipped: Pattern | None = None
        children = node[:] if len(node) else ()
        previous: etree._Element | None = None
        for at, child in enumerate(children):
            tag = child.tag
            # A comment or an instruction parts texts and is no place for a fault.
            if isinstance(tag, str):
                previous = child
                step = state.steps.get(tag) or self._algebra.step(state, tag)
                if step is None:
                    before = state
                    state = self._repaired(node, children, at, state, found, number)
                    skipped = before if state is before else None
                else:
                    leaf, state = step
                    if cleared is None or not cleared.has_passed(number):
                        self._element(child, leaf, found, number)
                if cleared is not None:
                    number = cleared.following[number]
            text = child.tail
            if text and text.strip(BLANKS) and (state.after_text or text_step(state)) is not state:
                state, is_said = self._after_text(node, previous, text, state, found, is_said)
        # A child that was just reported as unfit may be the one that is missing.
        if not state.nullable and state is not skipped:
            found.append(self._repair.incomplete(node, state))

    def _after_text(
        self,
        node: etree._Element,
        after: etree._Element | None,
        run: str,
        state: Pattern,
        found: list[Fault],
        is_said: bool,
    ) -> tuple[Pattern, bool]:
        """Return the state after text, and whether it has been said that the element holds odd text."""
        known = self._algebra.text_step(state)
        if known is not self._algebra.not_allowed:
            return known, is_said
        values = [leaf for leaf in state.first if leaf.kind in (Kind.DATA, Kind.VALUE, Kind.LIST)]
        if values:
            words = "".join(node.itertext())
            fitting = [leaf for leaf in values if self._algebra.accepts(leaf, words)]
            if not fitting:
                found.append(
                    Fault(
                        rules.CONTENT_VALUE,
                        node,
                        f"<{name_of(node)}> holds “{shortened(words)}”",
                        f"write {values_in_words(tuple(values))}",
                        Spot.TEXT,
                        after=after,
                    )
                )
            following = self._algebra.choice(self._algebra.after(state, leaf) for leaf in fitting or values)
            return following, is_said or not fitting
        # Text that goes on round a child that does not belong here is one mistake.
        if not is_said:
            found.append(
                Fault(
                    rules.TEXT,
                    node,
                    f"text in <{name_of(node)}>: “{shortened(run)}”",
                    # What Python strips beyond XML's white space is blanks of another kind.
                    self._repair.place_for_text(state, name_of(node)) if run.strip() else "delete it",
                    Spot.TEXT,
                    after=after,
                )
            )
        return state, True

    # --- Repair

    def _repaired(
        self,
        node: etree._Element,
        children: Sequence[etree._Element],
        at: int,
        state: Pattern,
        found: list[Fault],
        number: int,
    ) -> Pattern:
        """Report a child that does not fit and return the state from which to go on."""
        child = children[at]
        tag = str(child.tag)
        rest = [c.tag for c in children[at + 1 : at + 1 + _LOOK_AHEAD] if isinstance(c.tag, str)]
        known = self.known_elements()
        meant = self._repair.renamed(state, tag) if tag not in known else None
        if meant is not None:
            leaf, after = meant
            message, hint = unknown_element(child, leaf.name.label)
            found.append(Fault(rules.UNKNOWN, child, message, hint, meant=leaf.name.names[0]))
            self._element_renamed(child, leaf, found, number)
            return after
        missing = self._repair.missing_before(state, tag, rest) if tag in known else None
        if missing is not None:
            name, leaf, after = missing
            found.append(
                Fault(
                    rules.INCOMPLETE,
                    child,
                    f"<{label(name)}> is missing before <{label(tag)}>",
                    f"add <{label(name)}> here",
                )
            )
            self._element(child, leaf, found, number)
            return after
        found.append(self._repair.misplaced(node, children, at, state))
        self._loose(child, found, number)
        return state

    def _element_renamed(self, node: etree._Element, leaf: Pattern, found: list[Fault], number: int) -> None:
        """Check the content of a misnamed element; its attributes may belong to the wrong name."""
        state = self._algebra.without_attributes(leaf.content, forgiving=True)
        self._children(node, state, found, number)

    def _loose(self, node: etree._Element, found: list[Fault], number: int) -> None:
        """Check an element that stands where it must not: by its own definition, if it has one."""
        definitions = self.known_elements().get(str(node.tag), [])
        if definitions:
            fewest: list[Fault] | None = None
            for leaf in definitions:
                trial: list[Fault] = []
                if self._cleared is not None:
                    self._cleared.forget()
                self._element(node, leaf, trial, number)
                fewest = trial if fewest is None or len(trial) < len(fewest) else fewest
            found.extend(fewest or ())
            return
        number += 1
        for child in node.iterchildren("{*}*"):
            self._loose(child, found, number)
            if self._cleared is not None:
                number = self._cleared.following[number]


def _duplicate_ids(root: etree._Element) -> Iterator[Fault]:
    first: dict[str, etree._Element] = {}
    for element in root.iter("{*}*"):
        name = element.get(XML_ID)
        if name is None:
            continue
        if name in first:
            yield Fault(
                rules.DUPLICATE_ID,
                element,
                f"the id “{name}” is taken",
                "give this element an id of its own",
                Spot.ATTRIBUTE_VALUE,
                XML_ID,
                first=first[name],
            )
        else:
            first[name] = element


def _go_together(structure: Structure, whole: Pattern, one: str, other: str) -> bool:
    algebra = structure.grammar.algebra
    leaves = frozenset(leaf for leaf in whole.attributes if one in leaf.name)
    return any(other in leaf.name for leaf in algebra.after_attribute(whole, leaves).attributes)
