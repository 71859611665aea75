"""The gazetteer of the field: who and what recurs in diplomatic papers from 1945 to 1991.

It only proposes. An edition is linked into its own authority files; an entry comes from here into
them when it is accepted (`dragoman.entities.propose`). The files are authority files as an edition has them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dragoman.entities.authority import read_authorities
from dragoman.entities.model import Authorities, Kind


@cache
def gazetteer() -> Authorities:
    """Return the entries of the gazetteer."""
    folder = files(__name__)
    entities, diagnostics = read_authorities(
        (kind, f"{kind.plural}.xml", folder.joinpath(f"{kind.plural}.xml").read_bytes()) for kind in Kind
    )
    assert not diagnostics, "the gazetteer of the package is broken"
    return Authorities.of(entities)
