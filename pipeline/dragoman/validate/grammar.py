"""A RELAX NG schema in XML syntax, read as patterns.

What it reads is what TEI's and our schemas use: one grammar, ``define`` with ``combine``, name
classes with ``except``, interleave, lists, datatypes. Elements are read when they are first met.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from lxml import etree

from dragoman.tei.ns import XML, local_name
from dragoman.tei.parse import parser
from dragoman.validate.algebra import Algebra
from dragoman.validate.datatypes import RNG, Datatype
from dragoman.validate.kept import kept
from dragoman.validate.patterns import Kind, NameClass, Pattern

_DOCUMENTATION: Final = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"


def _children(node: etree._Element) -> list[etree._Element]:
    return [child for child in node if isinstance(child.tag, str) and child.tag.startswith(f"{{{RNG}}}")]


class Grammar:
    """A schema: where a document starts, and every element that it defines.

    algebra: makes and derives the patterns; start: the pattern of the root.
    """

    def __init__(self, root: etree._Element) -> None:
        """Read a ``grammar`` element."""
        self.algebra = Algebra()
        self._defines: dict[str, list[etree._Element]] = {}
        self._patterns: dict[str, Pattern] = {}
        self._elements: dict[etree._Element, Pattern] = {}
        self._nodes: dict[Pattern, etree._Element] = {}
        self._root = root
        for node in root.iter(f"{{{RNG}}}define"):
            self._defines.setdefault(node.get("name", ""), []).append(node)
        self.start = self._combined([*root.iter(f"{{{RNG}}}start")])

    # --- Elements

    @property
    def elements(self) -> dict[str, list[Pattern]]:
        """The elements that the schema defines, by name in Clark notation."""
        found: dict[str, list[Pattern]] = {}
        for node in self._root.iter(f"{{{RNG}}}element"):
            pattern = self._element(node)
            for name in pattern.name.names:
                found.setdefault(name, []).append(pattern)
        return found

    def documentation(self, element: Pattern) -> str:
        """Return the comment of the define that holds the element, "" where there is none."""
        node = self._nodes[element].getparent()
        note = node.findtext(_DOCUMENTATION) if node is not None else None
        return " ".join(note.split()) if note else ""

    # --- Patterns

    def _combined(self, nodes: list[etree._Element]) -> Pattern:
        patterns = [self._group(node) for node in nodes]
        if any(node.get("combine") == "interleave" for node in nodes):
            result = patterns[0]
            for pattern in patterns[1:]:
                result = self.algebra.interleave(result, pattern)
            return result
        return self.algebra.choice(patterns)

    def _reference(self, name: str) -> Pattern:
        known = self._patterns.get(name)
        if known is None:
            known = self._patterns[name] = self._combined(self._defines[name])
        return known

    def _group(self, node: etree._Element) -> Pattern:
        return self.algebra.groups(self._pattern(child) for child in _children(node))

    def _pattern(self, node: etree._Element) -> Pattern:
        make = self.algebra
        name = local_name(node)
        match name:
            case "ref":
                return self._reference(node.get("name", ""))
            case "element":
                return self._element(node)
            case "attribute":
                named = node.get("name") is None
                parts = [self._pattern(child) for child in _children(node)[1 if named else 0 :]]
                value = make.groups(parts) if parts else make.text
                return make.attribute(_name_class(node, is_attribute=True), value)
            case "choice":
                return make.choice(self._pattern(child) for child in _children(node))
            case "optional":
                return make.optional(self._group(node))
            case "zeroOrMore":
                return make.optional(make.one_or_more(self._group(node)))
            case "oneOrMore":
                return make.one_or_more(self._group(node))
            case "interleave" | "mixed":
                result = make.text if name == "mixed" else make.empty
                for child in _children(node):
                    result = make.interleave(result, self._pattern(child))
                return result
            case "list":
                return make.list_of(self._group(node))
            case "data":
                facets = tuple((p.get("name", ""), p.text or "") for p in node.iter(f"{{{RNG}}}param"))
                return make.data(Datatype(node.get("type", ""), facets))
            case "value":
                return make.value(" ".join((node.text or "").split()))
            case "text":
                return make.text
            case "empty":
                return make.empty
            case "notAllowed":
                return make.not_allowed
            case "group" | "div":
                return self._group(node)
            case _:
                raise ValueError(f"line {node.sourceline}: {name} is not supported")

    def _element(self, node: etree._Element) -> Pattern:
        known = self._elements.get(node)
        if known is None:
            known = self.algebra.element(_name_class(node), self._definition(node))
            self._elements[node] = known
            self._nodes[known] = node
        return known

    def _definition(self, node: etree._Element) -> Callable[[], Pattern]:
        named = node.get("name") is None
        return lambda: self.algebra.groups(
            self._pattern(child) for child in _children(node)[1 if named else 0 :]
        )


def _name_class(node: etree._Element, is_attribute: bool = False) -> NameClass:
    name = node.get("name")
    if name is not None:
        if name.startswith("xml:"):
            return NameClass((_clark(XML, name[4:]),))
        space = "" if is_attribute else _namespace(node)
        return NameClass((_clark(space, name),))
    return _read_name_class(_children(node)[0], is_attribute)


def _read_name_class(node: etree._Element, is_attribute: bool) -> NameClass:
    match local_name(node):
        case "name":
            namespace = node.get("ns")
            if namespace is None:
                namespace = "" if is_attribute else _namespace(node)
            return NameClass((_clark(namespace, (node.text or "").strip()),))
        case "choice":
            classes = [_read_name_class(child, is_attribute) for child in _children(node)]
            opened = [c for c in classes if c.is_open]
            names = [name for c in classes for name in c.names]
            if not opened:
                return NameClass(names)
            return NameClass(names, True, lambda name: all(name not in c for c in opened))
        case "nsName":
            namespace = _namespace(node)
            return NameClass((), True, lambda name: _namespace_of(name) != namespace)
        case _:
            excepted = node.find(f"{{{RNG}}}except")
            inner = _children(excepted) if excepted is not None else []
            classes = [_read_name_class(child, is_attribute) for child in inner]
            return NameClass((), True, lambda name: any(name in c for c in classes))


def _namespace(node: etree._Element) -> str:
    at: etree._Element | None = node
    while at is not None:
        namespace = at.get("ns")
        if namespace is not None:
            return namespace
        at = at.getparent()
    return ""


def _namespace_of(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else ""


def _clark(namespace: str, name: str) -> str:
    return f"{{{namespace}}}{name}" if namespace else name


@kept
def read_grammar(path: Path) -> Grammar:
    """Return the grammar in a file, read once as long as it is as it is.

    Errors: OSError, lxml.etree.XMLSyntaxError: the schema is part of the program or of the edition.
    """
    return Grammar(etree.parse(str(path), parser()).getroot())


def value_words(pattern: Pattern) -> list[str]:
    """Return the values of a closed list, in the order of the schema; [] where it is not one."""
    inner = pattern.parts[0] if pattern.kind in (Kind.LIST, Kind.ONE_OR_MORE) else pattern
    if inner is not pattern:
        return value_words(inner)
    parts = pattern.parts if pattern.kind is Kind.CHOICE else (pattern,)
    return [part.value for part in parts] if all(part.kind is Kind.VALUE for part in parts) else []
