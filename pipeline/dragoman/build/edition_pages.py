"""The pages of the edition as a whole: home, calendar with its parts, about, map, network, search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from lxml import etree

from dragoman.build.builder import Builder
from dragoman.build.document_pictures import picture_faults, shown_pictures
from dragoman.build.document_work import SiteFiles, site_of, site_product
from dragoman.build.prepare import register_path
from dragoman.build.stages import Product, Stage
from dragoman.build.surroundings import (
    CALENDAR,
    HOME,
    INDEX,
    NAMES,
    PARTS,
    STAGE,
    calendar_parts,
    summaries_in,
)
from dragoman.edition import packaged
from dragoman.render.land import LAND
from dragoman.render.pictures import parties_picture, places_picture, timeline_picture
from dragoman.render.web import ABOUT, DOCUMENT, PAGE_PICTURES, PAGES, about_page, edition_page
from dragoman.tei.parse import parse
from dragoman.xslt import Constant, Markup

# How the names of the stages begin that make the parts of a calendar, which may be gone in the next build.
PART_STAGE: Final = "pages:calendar/"

_PLACES: Final = register_path("places")
_LAND: Final = "land"
# What has been gathered of the documents.
_GATHERED: Final = (HOME, CALENDAR, INDEX, NAMES, PARTS)
# What the pages of the edition as a whole show of it, beside tei/edition.xml.
_PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "index": (HOME, INDEX),
    "calendar": (CALENDAR, NAMES, PARTS),
    "network": (INDEX, NAMES),
    "map": (_PLACES, _LAND),
}


def about_stage(
    builder: Builder, site: SiteFiles, common: Mapping[str, str], pictures: Mapping[str, Path | None]
) -> Stage:
    """Return the stage for the page about the edition.

    common: what the page depends on, by name; pictures: where those of tei/edition.xml lie, by their
    addresses in it.
    """
    inputs = {**common, **builder.stylesheet_inputs(DOCUMENT)}
    return Stage(f"pages:{ABOUT}", inputs, _about, (builder.edition.stylesheet(DOCUMENT), site, pictures))


def edition_stages(builder: Builder, site: SiteFiles, common: Mapping[str, str]) -> list[Stage]:
    """Return a stage for each of the other pages, with what that page shows of the edition.

    common: what all pages of the site depend on, by name.
    """
    stylesheet = builder.edition.stylesheet(PAGES)
    shared = {**common, **builder.stylesheet_inputs(PAGES)}
    land = packaged("xslt") / LAND
    known = {part: builder.product_digest(STAGE, part) for part in _GATHERED} | {
        _PLACES: builder.product_digest("registers:places", _PLACES),
        _LAND: builder.state.file_digest(land),
    }
    files = {part: builder.folder / part for part in (*_GATHERED, _PLACES)} | {_LAND: land}
    stages = []
    for name in PAGE_PICTURES:
        parts = _PARTS.get(name, ())
        inputs = {part: known[part] for part in parts} | shared
        arguments = (stylesheet, name, site, {part: files[part] for part in parts}, "")
        stages.append(Stage(f"pages:{name}", inputs, _edition, arguments, is_large=True, kin=PAGES))
    shared |= {part: known[part] for part in (NAMES, PARTS)}
    for page, path in calendar_parts(builder).items():
        shown = {CALENDAR: builder.folder / path, NAMES: files[NAMES], PARTS: files[PARTS]}
        inputs = {path: builder.product_digest(STAGE, path)} | shared
        arguments = (stylesheet, "calendar", site, shown, page)
        stages.append(Stage(f"{PART_STAGE}{page}", inputs, _edition, arguments, kin=PAGES))
    return stages


def _edition(
    stylesheet: Path,
    name: str,
    site: SiteFiles,
    parts: Mapping[str, Path],
    part: str = "",
) -> Product:
    # The whole index is read summary by summary, and Saxon has what the page lists of it.
    octets = {part: path.read_bytes() for part, path in parts.items() if part != INDEX}
    listed = Markup((octets.get(HOME) or octets.get(CALENDAR) or b"<index/>").decode())
    called = octets.get(NAMES, b"<names/>")
    picture: etree._Element | None = None
    match PAGE_PICTURES[name]:
        case "timeline":
            picture = timeline_picture(summaries_in(parts[INDEX]), site.language)
        case "map":
            places = parse(octets[_PLACES], "places")
            picture = places_picture(places, octets[_LAND].decode(), site.language)
        case "network":
            picture = parties_picture(summaries_in(parts[INDEX]), parse(called, "names"), site.language)
    divided = _constant(octets[PARTS]) if PARTS in octets else None
    return site_product(
        edition_page(stylesheet, name, site_of(site), listed, _constant(called), picture, divided, part)
    )


@lru_cache(maxsize=4)
def _constant(octets: bytes) -> Constant:
    """Return what all parts of a calendar show, so that it is made ready once."""
    return Constant(Markup(octets.decode()))


def _about(stylesheet: Path, site: SiteFiles, pictures: Mapping[str, Path | None]) -> Product:
    """Return the page about the edition, and what there is to say of its pictures."""
    edition, described = site.opened(), site_of(site)
    shown = shown_pictures(edition, pictures, "")
    product = site_product(about_page(stylesheet, site.shown, described, shown))
    faults = picture_faults(edition, site.edition.read_bytes(), described.edition, site.shown, pictures)
    return replace(product, diagnostics=(*product.diagnostics, *faults))
