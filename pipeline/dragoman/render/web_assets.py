"""What the pages load: style, scripts, fonts, the words of the interface."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Final

from rcssmin import cssmin
from rjsmin import jsmin

from dragoman.render.fonts import BASE, web_fonts

ASSETS: Final = "web/assets"
LANGUAGES: Final = "web/languages"
DEFAULT_LANGUAGE: Final = "en"

# An edition's own style: the last to be loaded, so that it overrides tokens and rules.
EDITION_STYLE: Final = "edition.css"


def interface_language(files: Mapping[str, str], tag: str) -> str:
    """Return the words of the interface in a language, as JSON.

    files: the text of each language file by its tag (``languages/*.json``). What a language does
    not say, English says; a language that has no file is English altogether.
    """
    english = json.loads(files[DEFAULT_LANGUAGE])
    main = tag.split("-")[0]
    own = json.loads(files.get(tag) or files.get(main) or "{}")
    return json.dumps(english | own, ensure_ascii=False, sort_keys=True)


def language_files(folder: Path) -> dict[str, Path]:
    """Return the language files of a folder by their tags."""
    return {path.stem: path for path in sorted(folder.glob("*.json"))}


def style_and_scripts(packaged: Mapping[str, bytes], own: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the assets by their path in the site.

    packaged: ours by name, of which the site has no comments and no blanks that say nothing;
    own:      the edition's (``xslt/web/assets``), which take their place and are left as they are: what
              shortens ours was tried on ours.
    """
    files = {EDITION_STYLE: b""} | {name: _shortened(name, data) for name, data in packaged.items()}
    return {f"assets/{name}": data for name, data in (files | dict(own)).items()}


def minifier_versions() -> str:
    """Return the versions of what shortens the assets: part of their stage's key."""
    return " ".join(f"{name} {metadata.version(name)}" for name in ("rcssmin", "rjsmin"))


def _shortened(name: str, data: bytes) -> bytes:
    minified = {".css": cssmin, ".js": jsmin}.get(Path(name).suffix)
    return str(minified(data.decode("utf-8"))).encode() if minified else data


def fonts(pages: Iterable[bytes]) -> dict[str, bytes]:
    """Return the site's fonts, cut to the characters of its pages."""
    return web_fonts(characters(pages))


_LINE_ENDS: Final = frozenset("\t\r\n")
# Most of a page is of these; what is left of its bytes without them is still UTF-8.
_COMMON: Final = bytes(code for code in range(0x80) if chr(code) in BASE | _LINE_ENDS)


def characters(pages: Iterable[bytes]) -> frozenset[str]:
    """Return the characters that pages use beside the base set: all that the fonts depend on."""
    found: set[str] = set()
    for page in pages:
        found.update(page.translate(None, _COMMON).decode("utf-8"))
    return frozenset(found - BASE - _LINE_ENDS)
