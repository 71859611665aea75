"""The fonts of the book: the typesetter's own, and for Chinese, Japanese and Korean optional packages.

Only fonts that come with packages are used, never those of the machine: the same edition is the
same book everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class CjkFace:
    """A face of ``pip install dragoman[cjk]``: Noto Serif, under the SIL Open Font License."""

    family: str
    package: str
    file: str

    @property
    def path(self) -> Path | None:
        """Where the face lies, None where its package is not installed."""
        spec = find_spec(self.package.replace("-", "_"))
        return Path(spec.origin).parent / self.file if spec is not None and spec.origin is not None else None


# The form of a shared character by the language it is written in; what has no entry is simplified Chinese.
CJK_FACES: Final = {
    "zh": CjkFace("Noto Serif SC", "pylopdf-fonts-zh-cn", "NotoSerifSC-Regular.otf"),
    "zh-Hant": CjkFace("Noto Serif TC", "pylopdf-fonts-zh-tw", "NotoSerifTC-Regular.otf"),
    "ja": CjkFace("Noto Serif JP", "pylopdf-fonts-jp", "NotoSerifJP-Regular.otf"),
    "ko": CjkFace("Noto Serif KR", "pylopdf-fonts-ko", "NotoSerifKR-Regular.otf"),
}


def cjk_folders() -> list[Path]:
    """Return the folders of those optional packages that are installed."""
    return [face.path.parent for face in CJK_FACES.values() if face.path is not None]


def cjk_families() -> dict[str, str]:
    """Return the families for Chinese, Japanese and Korean by language; none without the packages."""
    return {tag: face.family for tag, face in CJK_FACES.items() if face.path is not None}


def fonts_version() -> str:
    """Return the names and versions of the optional packages, or "": part of the key of a book."""
    installed = [face.package for face in CJK_FACES.values() if face.path is not None]
    return " ".join(f"{package} {metadata.version(package)}" for package in installed)
