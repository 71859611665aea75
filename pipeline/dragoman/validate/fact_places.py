"""Where the elements and attributes of an edition's files stand, looked up when there is something to say."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.diagnostics import Place
from dragoman.tei.scan import Scan, scan
from dragoman.validate.facts import Facts


class Places:
    """Line and column of elements and attributes.

    text_of: gives the text of a file by its name; known: places that were looked up before, by the name of
    the file and then by the position of the element and the name of the attribute; it is added to.
    """

    def __init__(
        self, text_of: Callable[[str], str], known: dict[str, dict[str, tuple[int, int]]] | None = None
    ) -> None:
        self._text_of = text_of
        self._known = known if known is not None else {}
        self._scans: dict[str, Scan] = {}

    def of(self, facts: Facts, at: int, attribute: str = "") -> Place:
        """Return the place of an element's start tag, or of the value of its attribute."""
        known = self._known.setdefault(facts.file, {})
        key = f"{at} {attribute}"
        found = known.get(key)
        if found is None:
            found = known[key] = self._looked_up(facts.file, at, attribute)
        return Place(facts.file, *found)

    def _looked_up(self, file: str, at: int, attribute: str) -> tuple[int, int]:
        places = self._scans.get(file)
        if places is None:
            places = self._scans[file] = scan(self._text_of(file))
        element = places.elements[at]
        written = element.attributes.get(attribute)
        return places.line_column(written[1] if written else element.start)
