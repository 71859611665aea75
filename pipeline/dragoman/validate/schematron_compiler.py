"""ISO Schematron compiled to XSLT.

The part of ISO/IEC 19757-3 that an edition's rules need: ``ns``, ``let``, ``pattern``, ``rule`` (in a
pattern the first rule that matches a node is the one that holds), ``assert``, ``report``,
``diagnostics``, ``properties``, ``value-of``, ``name``, ``@subject``, ``@role``; with the query
binding xslt3, whose ``xsl:key`` and ``xsl:function`` are copied. The stylesheet returns its findings as
JSON under the key ``#findings``; a finding names an element by its position in document order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

SCH: Final = "http://purl.oclc.org/dsdl/schematron"
XSL: Final = "http://www.w3.org/1999/XSL/Transform"
FINDINGS: Final = "#findings"
# The namespace of the stylesheet's own names, and its parameter: the codes of patterns to leave out.
OURS: Final = "https://dragoman.invalid/ns/schematron"
SKIPPED: Final = f"{{{OURS}}}skipped"
_XS: Final = "http://www.w3.org/2001/XMLSchema"


def compile_schematron(schema: etree._Element) -> etree._Element:
    """Return the stylesheet that checks a document by the rules of a Schematron ``schema``."""
    return _Compiler(schema).stylesheet()


def serialised_stylesheet(schema: etree._Element) -> str:
    """Return the stylesheet as the text of its file."""
    made = compile_schematron(schema)
    etree.indent(made)
    note = etree.Comment(
        " Made from dragoman.sch by `python -m dragoman.validate.generate`; edit that file. "
    )
    note.tail = "\n"
    made.insert(0, note)
    return etree.tostring(made, encoding="unicode") + "\n"


def sch(name: str) -> str:
    """Return the qualified name of an element of Schematron."""
    return f"{{{SCH}}}{name}"


class _Compiler:
    def __init__(self, schema: etree._Element) -> None:
        self._schema = schema
        self._namespaces = {ns.get("prefix", ""): ns.get("uri", "") for ns in schema.iterchildren(sch("ns"))}
        self._texts = {
            element.get("id", ""): element for element in schema.iter(sch("diagnostic"), sch("property"))
        }

    def stylesheet(self) -> etree._Element:
        """Build the stylesheet: one template for the root, one named template for each pattern."""
        spaces = {"xsl": XSL, "xs": _XS, "found": OURS, **self._namespaces}
        root = etree.Element(_xsl("stylesheet"), nsmap=spaces)
        root.set("version", "3.0")
        root.set("exclude-result-prefixes", "#all")
        for copied in self._schema:
            if isinstance(copied.tag, str) and copied.tag.startswith(f"{{{XSL}}}"):
                root.append(etree.fromstring(etree.tostring(copied, with_tail=False)))
        patterns = list(self._schema.iterchildren(sch("pattern")))
        _add(root, "param", name="found:skipped", select="''", **{"as": "xs:string"})
        main = _add(root, "template", match="/")
        findings = _add(main, "variable", name="findings", **{"as": "map(*)*"})
        for pattern in patterns:
            name = pattern.get("id", "")
            active = _add(findings, "if", test=f"not(contains-token($found:skipped, '{name}'))")
            _add(active, "call-template", name=f"found:{name}")
        entries = _add(_add(main, "map"), "map-entry", key=f"'{FINDINGS}'")
        entries.set("select", "serialize(array { $findings }, map { 'method': 'json' })")
        for pattern in patterns:
            self._pattern(root, pattern)
        _finding_function(root)
        return root

    def _pattern(self, root: etree._Element, pattern: etree._Element) -> None:
        name = pattern.get("id", "")
        rules = list(pattern.iterchildren(sch("rule")))
        template = _add(root, "template", name=f"found:{name}", **{"as": "map(*)*"})
        # A pattern's variables are seen from the document node, whatever the context of a rule is.
        for let in (*self._needed_lets(pattern), *pattern.iterchildren(sch("let"))):
            _variable(template, let)
        seen: list[str] = []
        for rule in rules:
            context = rule.get("context", "")
            body = _add(template, "for-each", select=_selected(context, seen))
            seen.append(context)
            for let in rule.iterchildren(sch("let")):
                _variable(body, let)
            for test in rule.iterchildren(sch("assert"), sch("report")):
                self._test(body, test)

    def _needed_lets(self, pattern: etree._Element) -> Iterator[etree._Element]:
        """Yield the schema's variables that a pattern uses, also by way of one another."""
        tests = pattern.iter(sch("assert"), sch("report"))
        said = {name for test in tests for name in _text_ids(test)}
        sources = [pattern, *(self._texts[name] for name in said)]
        texts = [etree.tostring(source, encoding="unicode") for source in sources]
        lets = list(self._schema.iterchildren(sch("let")))
        needed: set[str] = set()
        for let in reversed(lets):
            used = re.compile(rf"\${re.escape(let.get('name', ''))}\b")
            if any(used.search(text) for text in texts):
                needed.add(let.get("name", ""))
                texts.append(let.get("value", ""))
        return (let for let in lets if let.get("name") in needed)

    def _test(self, body: etree._Element, test: etree._Element) -> None:
        is_report = test.tag == sch("report")
        condition = test.get("test", "")
        chosen = _add(body, "if", test=condition if is_report else f"not({condition})")
        message = _add(chosen, "variable", name="found:message", **{"as": "xs:string"})
        self._text(message, test)
        hint = _add(chosen, "variable", name="found:hint", **{"as": "xs:string"})
        self._joined(hint, test.get("diagnostics", "").split())
        offset = _add(chosen, "variable", name="found:offset", **{"as": "xs:string"})
        self._joined(offset, test.get("properties", "").split())
        subject = test.get("subject", ".")
        call = (
            f"found:finding('{test.get('id')}', '{test.get('role', 'error')}', "
            f"(({subject}), .)[1], $found:message, $found:hint, $found:offset, {str(is_report).lower()}())"
        )
        _add(chosen, "sequence", select=call)

    def _joined(self, variable: etree._Element, ids: list[str]) -> None:
        if not ids:
            variable.set("select", "''")
            return
        for name in ids:
            self._text(variable, self._texts[name])

    def _text(self, variable: etree._Element, source: etree._Element) -> None:
        """Fill a variable with the text of an assertion, its expressions evaluated."""
        joined = _add(variable, "value-of", separator="")
        _literal(joined, source.text)
        for part in source:
            if part.tag == sch("value-of"):
                _add(joined, "value-of", select=part.get("select", ""), separator=" ")
            elif part.tag == sch("name"):
                _add(joined, "value-of", select=f"name({part.get('path', '.')})")
            _literal(joined, part.tail)


def _xsl(name: str) -> str:
    return f"{{{XSL}}}{name}"


def _add(parent: etree._Element, instruction: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, _xsl(instruction), attributes)


def _variable(parent: etree._Element, let: etree._Element) -> None:
    _add(parent, "variable", name=let.get("name", ""), select=let.get("value", ""))


def _literal(parent: etree._Element, text: str | None) -> None:
    if text and (words := re.sub(r"\s+", " ", text)):
        _add(parent, "text").text = words


def _selected(context: str, before: list[str]) -> str:
    """Return the nodes that a rule's context matches, without those of the rules before it."""
    alternatives = [_anywhere(part) for part in _split_union(context)]
    nodes = " | ".join(alternatives)
    if not before:
        return nodes
    taken = " | ".join(_anywhere(part) for earlier in before for part in _split_union(earlier))
    return f"({nodes}) except ({taken})"


def _anywhere(pattern: str) -> str:
    """Return a match pattern as an expression that selects what it matches, from the document node.

    Saxon goes down the axis once where the first step is a name; a pattern in parentheses costs it a
    look at every node.
    """
    if pattern.startswith("/"):
        return pattern
    if pattern.startswith("@"):
        return f"/descendant::*/{pattern}"
    if pattern.startswith("("):
        return f"/descendant-or-self::node()/({pattern})"
    return f"/descendant::{pattern}"


def _split_union(pattern: str) -> list[str]:
    """Return the alternatives of a pattern: what stands between the outermost ``|``."""
    parts, depth, quote, start = [], 0, "", 0
    for at, character in enumerate(pattern):
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
        elif character == "|" and depth == 0 and pattern[at - 1 : at + 2] == " | ":
            parts.append(pattern[start:at].strip())
            start = at + 1
    return [*parts, pattern[start:].strip()]


def _text_ids(test: etree._Element) -> list[str]:
    return f"{test.get('diagnostics', '')} {test.get('properties', '')}".split()


def _finding_function(root: etree._Element) -> None:
    """Append the function that makes the map of a finding."""
    position = _add(root, "function", name="found:position", **{"as": "xs:integer"})
    _add(position, "param", name="element", **{"as": "element()"})
    _add(position, "sequence", select="count($element/ancestor::*) + count($element/preceding::*)")
    function = _add(root, "function", name="found:finding", **{"as": "map(*)"})
    for name, kind in (
        ("id", "xs:string"),
        ("role", "xs:string"),
        ("subject", "node()"),
        ("message", "xs:string"),
        ("hint", "xs:string"),
        ("offset", "xs:string"),
        ("report", "xs:boolean"),
    ):
        _add(function, "param", name=name, **{"as": kind})
    element = "($subject/ancestor-or-self::*[1], $subject/root()/*)[1]"
    _add(function, "variable", name="element", select=element, **{"as": "element()"})
    _add(
        function,
        "variable",
        name="before",
        select="$subject[self::text()]/preceding-sibling::*[1]",
        **{"as": "element()?"},
    )
    made = _add(function, "map")
    for key, select in (
        ("assertion", "$id"),
        ("role", "$role"),
        ("message", "normalize-space($message)"),
        ("hint", "normalize-space($hint)"),
        ("path", "replace(path($subject), 'Q\\{http://www\\.tei-c\\.org/ns/1\\.0\\}', 'tei:')"),
        ("element", "found:position($element)"),
        ("attribute", "if ($subject instance of attribute()) then name($subject) else ''"),
        (
            "text",
            "if ($subject instance of text()) then ($before ! found:position(.), -1)[1] else ()",
        ),
        ("offset", "if ($offset castable as xs:integer) then xs:integer($offset) else 0"),
        ("is_report", "$report"),
    ):
        _add(made, "map-entry", key=f"'{key}'", select=select)
