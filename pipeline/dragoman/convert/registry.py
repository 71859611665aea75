"""The converters: ours in one table, an outsider's by the entry-point group ``dragoman.converters``."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from dragoman.convert import memorandum, telegram
from dragoman.convert.context import Converter
from dragoman.convert.lists import catalogue, search_results

GROUP = "dragoman.converters"

_OURS = (
    Converter(memorandum.KIND, memorandum.detect, memorandum.convert, memorandum.ceiling),
    Converter(
        memorandum.LETTER, memorandum.detect_letter, memorandum.convert_letter, memorandum.letter_ceiling
    ),
    Converter(telegram.KIND, telegram.detect, telegram.convert),
    *(
        Converter(module.KIND, module.detect, module.convert, module.ceiling)
        for module in (catalogue, search_results)
    ),
)


@cache
def converters() -> dict[str, Converter]:
    """Return every converter by its kind; an installed one may not take the name of ours.

    Shape of an entry point: its name is the kind, its object a `Converter`.
    """
    table = {converter.kind: converter for converter in _OURS}
    for point in sorted(entry_points(group=GROUP), key=lambda found: found.name):
        converter = point.load()
        assert isinstance(converter, Converter), f"{point.value} is no dragoman Converter"
        table.setdefault(converter.kind, converter)
    return table
