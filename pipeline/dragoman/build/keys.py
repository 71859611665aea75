"""Keys: digests of everything a product depends on, so that what has the same key is not made again."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from dragoman.build.files import digest

# One for all: json.dumps makes one at each call that is not of its usual kind.
_encoded = json.JSONEncoder(ensure_ascii=False).encode


def key_of(parts: Mapping[str, str]) -> str:
    """Return the digest of named parts, whatever their order."""
    return digest(_encoded(dict(sorted(parts.items()))).encode())


@cache
def program_digest(*folders: str) -> str:
    """Return the digest of dragoman's own modules: all, or those of some folders and the top level.

    So a change of the program makes its products anew even where no version was counted up.
    """
    package = Path(__file__).parent.parent
    files = sorted(package.rglob("*.py") if not folders else _modules(package, folders))
    hashed = hashlib.sha256()
    for file in files:
        hashed.update(file.relative_to(package).as_posix().encode())
        hashed.update(file.read_bytes())
    return hashed.hexdigest()


def _modules(package: Path, folders: Iterable[str]) -> Iterable[Path]:
    yield from package.glob("*.py")
    for folder in folders:
        yield from (package / folder).rglob("*.py")


_INCLUSION = re.compile(rb"<xsl:(?:include|import)\s[^>]*?href=[\"']([^\"']+)[\"']")


def stylesheet_closure(stylesheet: Path) -> list[Path]:
    """Return a stylesheet and all that it includes or imports, directly or not; sorted."""
    found: set[Path] = set()
    # Not resolved: a link leads to a stylesheet, and what it includes lies beside the link.
    waiting = [stylesheet]
    while waiting:
        path = waiting.pop()
        if path in found or not path.is_file():
            continue
        found.add(path)
        hrefs = _INCLUSION.findall(path.read_bytes())
        waiting.extend(Path(os.path.normpath(path.parent / href.decode())) for href in hrefs)
    return sorted(found)
