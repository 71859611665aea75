"""Words for faults of structure: what a value has to be, what is missing, what an element is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lxml import etree

from dragoman.tei.ns import TEI
from dragoman.validate import structure_rules as rules
from dragoman.validate.advice import either, iso_date, nearest
from dragoman.validate.blanks import visible, words_of
from dragoman.validate.grammar import value_words
from dragoman.validate.patterns import Kind, Pattern, label
from dragoman.validate.structure_rules import Fault, Spot


def required_attributes(pattern: Pattern) -> list[str]:
    """Return the names without one of which the start tag cannot be complete."""
    if pattern.kind is Kind.ATTRIBUTE:
        return [pattern.name.names[0]]
    if pattern.kind is Kind.CHOICE:
        if any(not required_attributes(part) for part in pattern.parts):
            return []
        return list(dict.fromkeys(name for part in pattern.parts for name in required_attributes(part)))
    if pattern.kind in (Kind.GROUP, Kind.INTERLEAVE):
        for part in pattern.parts:
            if names := required_attributes(part):
                return names
    return required_attributes(pattern.parts[0]) if pattern.kind is Kind.ONE_OR_MORE else []


_DAY: Final = re.compile(r"-?[0-9]{4,}-[0-9]{2}-[0-9]{2}")
_DAY_AND_TIME: Final = re.compile(r"[0-9]{4,}-[0-9]{2}-[0-9]{2}[T ][0-9]")


def how_to_add(pattern: Pattern, missing: list[str]) -> str:
    """Return a hint on adding the first of the ``missing`` attributes of a start tag."""
    leaves = tuple(leaf.parts[0] for leaf in pattern.attributes if missing[0] in leaf.name)
    return f'add {label(missing[0])}="…": {values_in_words(leaves)}'


def wrong_value(
    node: etree._Element, name: str, value: str, patterns: tuple[Pattern, ...], context: str = ""
) -> Fault:
    """Return the fault of an attribute's value that none of ``patterns`` admits.

    name: in Clark notation; context: words on what restricts the value, for example another attribute.
    """
    shown = label(name)
    meant = ""
    words = list(dict.fromkeys(word for pattern in patterns for word in value_words(pattern)))
    message = f"@{shown}=“{shortened(value)}” is not {values_in_words(patterns)}{context}"
    if words:
        wrong = next((word for word in words_of(value) if word not in words), value)
        meant = nearest(wrong, words)
        message = f"@{shown}=“{shortened(value)}” is not in the list{context}"
        hint = f"did you mean “{meant}”? " if meant else ""
        hint += f"the list: {either(words, 14)}"
    elif any("a date" in values_in_words((pattern,)) for pattern in patterns) and iso_date(value):
        hint = f"write {iso_date(value)}"
    elif _DAY.fullmatch(value):
        hint = "write a day that there is"
    elif _DAY_AND_TIME.match(value):
        hint = "write a day and a time that there are, as in 1979-01-29T15:30:00+00:00"
    elif shown == "xml:id" and value[:1].isdigit():
        hint = f"write “_{value}”: an id cannot begin with a digit"
    elif shown in ("resp", "who") and value and "#" not in value:
        hint = f"write “#{value}”, where {value} is the xml:id of a respStmt"
    else:
        hint = f"write {values_in_words(patterns)}"
    whole = " ".join(meant if word == wrong else word for word in words_of(value)) if meant else ""
    return Fault(rules.VALUE, node, message, hint, Spot.ATTRIBUTE_VALUE, name, meant=whole)


def unknown_element(node: etree._Element, meant: str) -> tuple[str, str]:
    """Return message and hint for an element that the schema does not have; the hint may be "".

    meant: the element that was probably meant, "" where none is near.
    """
    name, namespace = name_of(node), etree.QName(node).namespace
    if namespace == TEI:
        return f"<{name}> is not an element of the schema", f"did you mean <{meant}>?" if meant else ""
    where = f"in the namespace {namespace}" if namespace else "in no namespace"
    # Pasted text brings its declaration along: <p xmlns="http://www.w3.org/1999/xhtml">, <p xmlns="">.
    hint = (
        f"write it without the prefix {node.prefix}:" if node.prefix else f'delete xmlns="{namespace or ""}"'
    )
    named = f", and write <{meant}>" if meant and meant != name else ""
    return f"<{name}> stands {where}, and not in that of TEI", hint + named


def values_in_words(patterns: tuple[Pattern, ...]) -> str:
    """Return what a value has to be, in words."""
    described: dict[str, None] = {}
    for pattern in patterns:
        parts = pattern.parts if pattern.kind is Kind.CHOICE else (pattern,)
        for part in parts:
            if part.kind is Kind.DATA:
                described[part.datatype.in_words()] = None
            elif part.kind is Kind.VALUE:
                described[f"“{part.value}”"] = None
            elif part.kind is Kind.LIST:
                inner = part.parts[0]
                while inner.kind is Kind.ONE_OR_MORE:
                    inner = inner.parts[0]
                described[values_in_words((inner,))] = None
            elif part.kind is Kind.TEXT:
                described["text"] = None
    return either(list(described), 14)


def name_of(node: etree._Element) -> str:
    """Return the name of an element as diagnostics write it."""
    return label(str(node.tag))


def attributes_in_words(names: Sequence[str]) -> str:
    """Return names of attributes as words: ``@n, @rend or @type``."""
    return either([f"@{name}" for name in names], 10)


def shortened(text: str, length: int = 40) -> str:
    """Return text as `visible` shows it, cut at ``length`` characters."""
    text = visible(text)
    return text if len(text) <= length else f"{text[: length - 1]}…"
