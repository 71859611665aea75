"""The datatypes of attribute values: whether a value fits, and what they are in words.

The types of W3C XML Schema that TEI uses are decided here, in Python; one that is not
known here, or a pattern with a property escape that Python cannot read, is given to libxml2.
Tests hold the two against each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from lxml import etree

from dragoman.validate.blanks import words_of

RNG: Final = "http://relaxng.org/ns/structure/1.0"
XSD: Final = "http://www.w3.org/2001/XMLSchema-datatypes"

# XML 1.0 (fifth edition), productions 4 and 4a, without the colon.
_NAME_START: Final = (
    r"A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D"
    r"\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_NAME_REST: Final = _NAME_START + r"\-.0-9\u00B7\u0300-\u036F\u203F\u2040"
_ZONE: Final = r"(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_YEAR: Final = r"-?(?:[1-9]\d{4,}|(?!0000)\d{4})"
_TIME: Final = r"(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)"

_SHAPES: Final[dict[str, str]] = {
    "string": r"[\s\S]*",
    "normalizedString": r"[\s\S]*",
    "token": r"[\s\S]*",
    "boolean": r"true|false|1|0",
    "decimal": r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)",
    "integer": r"[+-]?\d+",
    "nonNegativeInteger": r"\+?\d+|-0+",
    "double": r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN",
    "NCName": f"[{_NAME_START}][{_NAME_REST}]*",
    "Name": f"[{_NAME_START}:][{_NAME_REST}:]*",
    "language": r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*",
    "gYear": _YEAR + _ZONE,
    "gYearMonth": rf"{_YEAR}-(?:0[1-9]|1[0-2]){_ZONE}",
    "date": rf"(?P<day>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])){_ZONE}",
    "dateTime": rf"(?P<day>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))T{_TIME}{_ZONE}",
    "time": _TIME + _ZONE,
}
# The same for a value in ASCII, as almost all are: the classes above take 20 ms to compile.
_ASCII_SHAPES: Final[dict[str, str]] = {
    "NCName": r"[A-Za-z_][A-Za-z0-9_.\-]*",
    "ID": r"[A-Za-z_][A-Za-z0-9_.\-]*",
    "Name": r"[A-Za-z_:][A-Za-z0-9_.:\-]*",
}
_SHAPES["float"] = _SHAPES["double"]
_SHAPES["ID"] = _SHAPES["NCName"]

_WORDS: Final[dict[str, str]] = {
    "boolean": "`true` or `false`",
    "decimal": "a number, for example 12 or 3.5",
    "integer": "a whole number",
    "nonNegativeInteger": "a whole number from 0 on",
    "double": "a number",
    "ID": "an id: a letter or underscore, then letters, digits, hyphens, dots, underscores",
    "NCName": "a name: a letter or underscore, then letters, digits, hyphens, dots, underscores",
    "Name": "a name",
    "language": "a language tag such as en, mn or mn-Latn",
    "gYear": "a year (1978)",
    "gYearMonth": "a year and month (1978-04)",
    "date": "a date (1978-04-20)",
    "dateTime": "a date and time (1979-01-29T15:30:00+00:00)",
    "time": "a time of day (13:17:00)",
    "anyURI": "a pointer: no blanks, one # at most",
    "token": "one word",
}
# Patterns of the schema's own datatypes (schema/datatypes.rnc) in words.
_PATTERN_WORDS: Final[dict[str, str]] = {
    r"[a-z][a-z0-9]*(\-[a-z0-9]+)*": "a word in lower case, hyphens between its parts",
    r"[^\p{C}\p{Z}]+": "a word without blanks",
    r"#\S+": "a pointer to an id of this file, for example #editor",
    r"\S+": "a pointer: no blanks, one # at most",
    r"\s*-?\d+(\.\d+)?[ ,]\s*-?\d+(\.\d+)?\s*": "latitude and longitude in degrees, for example 47.92 106.92",
    r"\d+(\.\d+)?(%|cm|mm|in|pt|px|em)": "a size with its unit, for example 12cm or 50%",
    r"\d+[a-z]*\d*(\.\d+[a-z]*\d*){0,3}": "a version number, for example 0.1.0",
}


@dataclass(frozen=True, slots=True)
class Datatype:
    """A type of XML Schema with its facets.

    name: for example ``token``; facets: pairs of facet and value in the order of the schema.
    """

    name: str
    facets: tuple[tuple[str, str], ...] = ()

    def accepts(self, value: str) -> bool:
        """Return True when ``value``, white space collapsed as the type has it, is of the type."""
        return _check(self)(value if self.name == "string" else " ".join(words_of(value)))

    def in_words(self) -> str:
        """Return what a value has to be, for a message."""
        for facet, value in self.facets:
            if facet == "pattern":
                return _PATTERN_WORDS.get(value, f"text of the form {value}")
        bounds = [f"{_BOUNDS[facet]} {value}" for facet, value in self.facets if facet in _BOUNDS]
        return " ".join([_WORDS.get(self.name, "text"), *bounds])


_BOUNDS: Final = {"minInclusive": "from", "maxInclusive": "to"}


@cache
def _check(datatype: Datatype) -> Callable[[str], bool]:
    tests: list[Callable[[str], bool]] = []
    if datatype.name in _SHAPES:
        tests.append(_shape_test(datatype.name))
    elif datatype.name == "anyURI":
        tests.append(_is_address)
    else:
        return _libxml2_test(datatype)
    for facet, value in datatype.facets:
        if facet == "pattern":
            test = _pattern_test(value)
            if test is None:
                return _libxml2_test(datatype)
            tests.append(test)
        elif facet in _BOUNDS:
            tests.append(_bound_test(facet, float(value)))
        else:
            return _libxml2_test(datatype)
    return lambda value: all(test(value) for test in tests)


def _shape_test(name: str) -> Callable[[str], bool]:
    shapes = _ASCII_SHAPES if name in _ASCII_SHAPES else _SHAPES
    # Figures are those of ASCII: the types of XML Schema know no others.
    shape = re.compile(shapes[name], re.ASCII)

    def fits(value: str) -> bool:
        if shapes is _ASCII_SHAPES and not value.isascii():
            return re.fullmatch(_SHAPES[name], value, re.ASCII) is not None
        match = shape.fullmatch(value)
        return match is not None and ("day" not in shape.groupindex or _is_day(match["day"]))

    return fits


def _is_day(text: str) -> bool:
    """Return True when a day of the form YYYY-MM-DD is in the calendar."""
    year, month, day = text.lstrip("-").split("-")
    # Years repeat every 400; Python has none below 1 or above 9999.
    try:
        date(int(year) % 400 + 2000, int(month), int(day))
    except ValueError:
        return False
    return True


# RFC 3986: what stands before the first colon of an address, and a sign written as its octet.
_SCHEME: Final = re.compile(r"[^:/?#]*:")
_GOOD_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_BAD_OCTET: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")


def _is_address(value: str) -> bool:
    """Return True for what may be a reference to a resource, other signs than those of RFC 3986 admitted."""
    scheme = _SCHEME.match(value)
    has_good_scheme = scheme is None or _GOOD_SCHEME.match(value) is not None
    return has_good_scheme and value.count("#") <= 1 and not _BAD_OCTET.search(value)


def _pattern_test(pattern: str) -> Callable[[str], bool] | None:
    if pattern == r"[^\p{C}\p{Z}]+":
        return lambda value: bool(value) and all(unicodedata.category(c)[0] not in "CZ" for c in value)
    if r"\p" in pattern or r"\i" in pattern or r"\c" in pattern or "-[" in pattern:
        return None
    compiled = re.compile(pattern)
    # Beyond ASCII the two disagree on white space and figures.
    beyond = _libxml2_test(Datatype("string", (("pattern", pattern),)))
    return lambda value: compiled.fullmatch(value) is not None if value.isascii() else beyond(value)


def _bound_test(facet: str, bound: float) -> Callable[[str], bool]:
    if facet == "minInclusive":
        return lambda value: float(value) >= bound
    return lambda value: float(value) <= bound


def libxml2_schema(datatype: Datatype) -> etree.RelaxNG:
    """Return a schema of one element ``v`` whose content is of the type."""
    grammar = etree.Element(f"{{{RNG}}}element", {"name": "v", "datatypeLibrary": XSD}, nsmap={None: RNG})
    data = etree.SubElement(grammar, f"{{{RNG}}}data", {"type": datatype.name})
    for facet, value in datatype.facets:
        etree.SubElement(data, f"{{{RNG}}}param", {"name": facet}).text = value
    return etree.RelaxNG(grammar)


def _libxml2_test(datatype: Datatype) -> Callable[[str], bool]:
    schema = libxml2_schema(datatype)
    element = etree.Element("v")

    def fits(value: str) -> bool:
        element.text = value
        return bool(schema.validate(element))

    return fits
