"""What may stand at a place of a file that is being written: for an editor's completion.

The file need not be well formed: only what stands before the place is read, tags alone. The elements that
are open there, and their children so far, lead through the automaton of the grammar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from dragoman.tei.ns import TEI, XML
from dragoman.validate.grammar import Grammar, value_words
from dragoman.validate.patterns import Kind, Pattern, label


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may stand at the place: its name, and what it is for in words, or ""."""

    name: str
    gloss: str = ""
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may stand at a place. Between tags: elements, text, and which end tag closes what is open;
    in a start tag: attributes; in the value of an attribute: the values of its closed list.
    """

    elements: tuple[Candidate, ...] = ()
    attributes: tuple[Candidate, ...] = ()
    values: tuple[str, ...] = ()
    text: bool = False
    end_tag: str = ""


@dataclass(slots=True)
class _Open:
    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[str] = field(default_factory=list)


_TAG: Final = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|</(?P<close>[^\s>]+)\s*>"
    r"|<(?P<open>[^\s<>/!?]+)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/?)>",
    re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(r"([^\s=\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_UNFINISHED: Final = re.compile(r"<(?P<open>[^\s<>/!?]+)(?P<attributes>(?:\s[^<>]*)?)\Z")
_IN_VALUE: Final = re.compile(r"([^\s=\"']+)\s*=\s*(?:\"[^\"]*|'[^']*)\Z")


def allowed_at(grammar: Grammar, text: str, offset: int) -> Allowed:
    """Return what the grammar allows at ``offset`` of a file's text."""
    before = text[:offset]
    opened, end = _open_elements(before)
    unfinished = _UNFINISHED.search(before, end)
    tag = None
    if unfinished is not None and unfinished["attributes"]:
        tag = _Open(unfinished["open"], _attributes(unfinished["attributes"]))
    state = _followed(grammar, opened)
    if state is None:
        return Allowed(end_tag=opened[-1].name if opened else "")
    if tag is not None and unfinished is not None:
        return _in_start_tag(grammar, state, tag, unfinished["attributes"])
    elements = tuple(
        Candidate(found.name.label, grammar.documentation(found), not state.nullable)
        for found in state.first
        if found.kind is Kind.ELEMENT
    )
    return Allowed(
        tuple(dict.fromkeys(elements)),
        text=grammar.algebra.text_step(state) is not grammar.algebra.not_allowed,
        end_tag=opened[-1].name if opened and state.nullable else "",
    )


def _open_elements(before: str) -> tuple[list[_Open], int]:
    """Return the elements that are open at the end of ``before``, and where the last tag ends."""
    opened: list[_Open] = []
    end = 0
    for match in _TAG.finditer(before):
        end = match.end()
        if match["open"] is not None:
            if opened:
                opened[-1].children.append(match["open"])
            if not match["empty"]:
                opened.append(_Open(match["open"], _attributes(match["attributes"])))
        elif match["close"] is not None:
            names = [element.name for element in opened]
            # An end tag that closes nothing is passed over; one that closes more closes it all.
            if match["close"] in names:
                while opened.pop().name != match["close"]:
                    pass
    return opened, end


def _attributes(text: str) -> dict[str, str]:
    return {found[1]: found[2] if found[2] is not None else found[3] for found in _ATTRIBUTE.finditer(text)}


def _followed(grammar: Grammar, opened: list[_Open]) -> Pattern | None:
    """Return the innermost element's state after its children so far, None if the schema knows it not."""
    algebra = grammar.algebra
    state = grammar.start
    for depth, element in enumerate(opened):
        # The element itself is the last child that its parent has so far.
        step = algebra.step(state, _clark(element.name))
        definitions = grammar.elements.get(_clark(element.name), [])
        leaf = step[0] if step else definitions[0] if definitions else None
        if leaf is None:
            return None
        state = _content(grammar, leaf, element.attributes)
        children = element.children if depth == len(opened) - 1 else element.children[:-1]
        for child in children:
            onward = algebra.step(state, _clark(child))
            state = onward[1] if onward else state
    return state


def _content(grammar: Grammar, leaf: Pattern, attributes: dict[str, str]) -> Pattern:
    return grammar.algebra.without_attributes(_after(grammar, leaf.content, attributes), forgiving=True)


def _after(grammar: Grammar, pattern: Pattern, attributes: dict[str, str]) -> Pattern:
    """Return the pattern once the attributes that fit have been read, @type first."""
    algebra = grammar.algebra
    for name, value in sorted(attributes.items(), key=lambda item: item[0] != "type"):
        fitting = [
            leaf
            for leaf in pattern.attributes
            if label(leaf.name.names[0]) == name and algebra.accepts(leaf.parts[0], value)
        ]
        if fitting:
            pattern = algebra.after_attribute(pattern, frozenset(fitting))
    return pattern


def _in_start_tag(grammar: Grammar, state: Pattern, tag: _Open, written: str) -> Allowed:
    step = grammar.algebra.step(state, _clark(tag.name))
    definitions = grammar.elements.get(_clark(tag.name), [])
    if step is None and not definitions:
        return Allowed()
    pattern = _after(grammar, (step[0] if step else definitions[0]).content, tag.attributes)
    value_of = _IN_VALUE.search(written)
    if value_of is not None:
        leaves = [leaf for leaf in pattern.attributes if label(leaf.name.names[0]) == value_of[1]]
        values = [word for leaf in leaves for word in value_words(leaf.parts[0])]
        return Allowed(values=tuple(dict.fromkeys(values)))
    algebra = grammar.algebra
    found = [
        Candidate(
            leaf.name.label,
            is_required=algebra.without_attribute(pattern, leaf.name.names[0]) is algebra.not_allowed,
        )
        for leaf in pattern.attributes
    ]
    return Allowed(attributes=tuple(dict.fromkeys(found)))


def _clark(name: str) -> str:
    return f"{{{XML}}}{name[4:]}" if name.startswith("xml:") else f"{{{TEI}}}{name}"
