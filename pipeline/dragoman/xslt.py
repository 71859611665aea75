"""Saxon: the only module that speaks to it.

Stylesheets are trusted and compiled once per process; documents are not. lxml has
parsed every document before it comes here (no DTD, no entities, no network); what
comes as text this program has written itself. Once a stylesheet is compiled Saxon
may open nothing: no ``doc()``, no ``unparsed-text()``, no extension functions. A
stylesheet returns a map of path to text, or writes one page; Python writes the files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import saxonche
from lxml import etree

from dragoman.diagnostics import Place, Rule, Severity
from dragoman.errors import UnusableInput

FAILED = Rule(
    "XSL001",
    Severity.ERROR,
    "a stylesheet failed",
    "A stylesheet of the edition has an error, or met a document that it cannot render.",
)

REFUSED = Rule(
    "XSL002",
    Severity.ERROR,
    "Saxon refuses a document",
    "Saxon reads what the stylesheets render, and has limits of its own, for one two hundred attributes on "
    "an element.",
)

_PROTOCOLS: Final = "http://saxon.sf.net/feature/allowedProtocols"
_EXTERNAL: Final = "http://saxon.sf.net/feature/allow-external-functions"


@dataclass(frozen=True, slots=True)
class Markup:
    """XML that this program has written itself: Saxon alone parses it, lxml would only write it out again."""

    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Constant:
    """A parameter that is the same for many documents: a stylesheet makes it Saxon's own once.

    value: an element, which must not be changed any more, markup, or a JSON object, which becomes a map.
    """

    value: etree._Element | Markup | str


# What a stylesheet is applied to.
Source = etree._Element | Markup | Constant
# What a stylesheet parameter may be; a list goes as JSON in a string.
Parameter = str | bool | int | Source


class Stylesheet:
    """One compiled stylesheet with a Saxon of its own.

    Its own, because a Saxon that has been locked cannot be opened again to compile
    the next stylesheet (SaxonC-HE 13.1).
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._saxon = saxonche.PySaxonProcessor(license=False)
        try:
            self._executable = self._saxon.new_xslt30_processor().compile_stylesheet(
                stylesheet_file=str(path)
            )
        except saxonche.PySaxonApiError as error:
            raise _failure(path, str(error)) from None
        self._saxon.set_configuration_property(_PROTOCOLS, "none")
        self._saxon.set_configuration_property(_EXTERNAL, "false")
        # By the parameter's name: the last constant that it was, and what Saxon has of it.
        self._constants: dict[str, tuple[Constant, Any]] = {}

    def _value(self, name: str, value: Parameter) -> Any:
        if isinstance(value, Constant):
            known = self._constants.get(name)
            if known is None or known[0] is not value:
                known = self._constants[name] = value, self._constant(value)
            return known[1]
        if isinstance(value, bool):
            return self._saxon.make_boolean_value(value)
        if isinstance(value, str):
            return self._saxon.make_string_value(value)
        if isinstance(value, int):
            return self._saxon.make_integer_value(value)
        return self._parsed(value)

    def _constant(self, constant: Constant) -> Any:
        if not isinstance(constant.value, str):
            return self._parsed(constant.value)
        xpath = self._saxon.new_xpath_processor()
        xpath.declare_variable("json")
        xpath.set_parameter("json", self._saxon.make_string_value(constant.value))
        return xpath.evaluate_single("parse-json($json)")

    def _parsed(self, root: etree._Element | Markup) -> Any:
        if isinstance(root, Markup):
            text, shown = root.text, None
        else:
            tree = root.getroottree()
            text, shown = etree.tostring(tree, encoding="unicode"), tree.docinfo.URL
        try:
            return self._saxon.parse_xml(xml_text=text)
        except saxonche.PySaxonApiError as error:
            raise UnusableInput(
                REFUSED.at(
                    Place(shown or "a document"),
                    " ".join(str(error).split()),
                    "make the element that is named smaller; no text of an edition needs so much",
                )
            ) from None

    def transform(
        self, root: etree._Element, parameters: Mapping[str, Parameter] | None = None
    ) -> dict[str, str]:
        """Return what the stylesheet makes of a document: a map of path to text.

        The stylesheet's match for the document node has to return map(xs:string, xs:string).
        Errors: UnusableInput (XSL001) with the stylesheet's place where Saxon tells it.
        """
        executable = self._ready(root, parameters)
        executable.set_result_as_raw_value(True)
        try:
            result = executable.apply_templates_returning_value()
        except saxonche.PySaxonApiError as error:
            raise _failure(self.path, str(error)) from None
        head = result.head if result is not None and result.size == 1 else None
        assert isinstance(head, saxonche.PyXdmMap), f"{self.path.name} returned no map"
        return {key.string_value: head.get(key).head.string_value for key in head.keys()}

    def written(self, root: Source, parameters: Mapping[str, Parameter] | None = None) -> str:
        """Return the principal result for a document, as its xsl:output says that it is written.

        Errors: UnusableInput (XSL001), see `transform`.
        """
        executable = self._ready(root, parameters)
        executable.set_result_as_raw_value(False)
        try:
            result: str | None = executable.apply_templates_returning_string()
        except saxonche.PySaxonApiError as error:
            raise _failure(self.path, str(error)) from None
        assert result is not None, f"{self.path.name} wrote nothing"
        return result

    def _ready(self, root: Source, parameters: Mapping[str, Parameter] | None) -> Any:
        executable = self._executable
        executable.clear_parameters()
        for name, value in (parameters or {}).items():
            executable.set_parameter(name, self._value(name, value))
        # No parameter has this name.
        executable.set_initial_match_selection(xdm_value=self._value("", root))
        return executable


def _failure(stylesheet: Path, message: str) -> UnusableInput:
    text = " ".join(message.split())
    # An edition's own lies among ours by a link; its editor knows it by its own place.
    stylesheet = stylesheet.resolve()
    before = re.search(r"on line (\d+) column (\d+) of (\S+\.xsl)", text)
    after = re.search(r"(\S+\.xsl)\D{0,20}?(?::|line )(\d+)", text)
    place = Place(str(stylesheet))
    if before and before[3] == stylesheet.name:
        place = Place(str(stylesheet), int(before[1]), int(before[2]))
    elif after and not before:
        place = Place(str(Path(after[1].removeprefix("file:")).resolve()), int(after[2]))
    return UnusableInput(FAILED.at(place, text, "mend the stylesheet; the last good product is still there"))


@cache
def compiled(stylesheet: Path) -> Stylesheet:
    """Return the stylesheet, compiled once in this process."""
    return Stylesheet(stylesheet)


def transform(
    stylesheet: Path, root: etree._Element, parameters: Mapping[str, Parameter] | None = None
) -> dict[str, str]:
    """Return what ``stylesheet`` makes of a document; see `Stylesheet.transform`."""
    return compiled(stylesheet).transform(root, parameters)


def written(stylesheet: Path, root: Source, parameters: Mapping[str, Parameter] | None = None) -> str:
    """Return what ``stylesheet`` writes for a document; see `Stylesheet.written`."""
    return compiled(stylesheet).written(root, parameters)
