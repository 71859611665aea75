"""Zip files that are the same bytes for the same content: EPUB and Word files are such."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

# The earliest moment that a zip file can hold.
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes], stored: frozenset[str] = frozenset()) -> bytes:
    """Return a zip file with ``files`` in their order; those in ``stored`` are not compressed."""
    octets = io.BytesIO()
    with zipfile.ZipFile(octets, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            # Whatever system it is made on.
            entry.create_system = 3
            archive.writestr(entry, content, compresslevel=9)
    return octets.getvalue()
