"""The fonts of the book: the typesetter's own, and for Chinese, Japanese and Korean an optional package.

Only fonts that come with packages are used, never those of the machine: the same edition is the
same book everywhere.
"""

from __future__ import annotations

from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Final

# ``pip install dragoman[cjk]``: one collection with every form of the characters, 19 MB.
CJK_PACKAGE: Final = "noto-cjk-sans-otc"
_CJK_MODULE: Final = "noto_cjk_sans_otc"

# The form of a shared character by the language it is written in; what has no entry is simplified Chinese.
CJK_FAMILIES: Final = {
    "zh": "Noto Sans CJK SC",
    "zh-Hant": "Noto Sans CJK TC",
    "ja": "Noto Sans CJK JP",
    "ko": "Noto Sans CJK KR",
}


def cjk_folder() -> Path | None:
    """Return the folder of the optional package's fonts, or None where it is not installed."""
    spec = find_spec(_CJK_MODULE)
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None


def cjk_families() -> dict[str, str]:
    """Return the families for Chinese, Japanese and Korean by language; none without the package."""
    return dict(CJK_FAMILIES) if cjk_folder() is not None else {}


def fonts_version() -> str:
    """Return the optional package's name and version, or "": part of the key of a book."""
    return f"{CJK_PACKAGE} {metadata.version(CJK_PACKAGE)}" if cjk_folder() is not None else ""
