"""Pagefind's index of a site, the same bytes for the same pages.

Pagefind keeps filters and their values in hash tables, so that their order, and with it the
names of the files, which are digests, differ from run to run. Here they are put in order:
the filters by name, their values by value. What is in the files stays the same.

Format (Pagefind 1.5): a file is gzip of ``pagefind_dcd`` and one value in CBOR (RFC 8949), made of
arrays, texts and unsigned numbers. A filter is ``[name, [[value, [page, …]], …]]``; the metadata are
``[version, pages, chunks, [[filter, file], …], sorts, fields]``; pagefind-entry.json names their file.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from dragoman.diagnostics import Place, Rule, Severity
from dragoman.errors import UnusableInput

NO_INDEX: Final = Rule(
    "WEB003",
    Severity.ERROR,
    "the search index cannot be made",
    "Pagefind makes the index of the search. Its program did not start, or ended with an error of its own.",
)

_MAGIC: Final = b"pagefind_dcd"
_ENTRY: Final = "pagefind-entry.json"
# Memory that can be used like a disk; few systems but Linux have it.
_IN_MEMORY: Final = Path("/dev/shm")
# An index takes about as much room as what it is made of, Pagefind's programs 2 MB; several parts are made at
# a time.
_ROOM: Final = 16
_LEAST_ROOM: Final = 32_000_000
# CBOR: the kinds of value that are met here, and the least number that does not stand in the head itself.
_NUMBER, _TEXT, _ARRAY = 0, 3, 4
_LONG: Final = 24
# Where the metadata name the files of the filters.
_FILTERS: Final = 3


def bundle(
    records: Mapping[str, str | Path],
    language: str,
    in_turn: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> dict[str, bytes]:
    """Return the files of the index by their path in its folder.

    records: HTML, or the file that holds it, by address; in_turn: gives a block that Pagefind runs in, which
    needs ten times the memory of all else. Errors: UnusableInput (WEB003).
    Pagefind's program is run on a folder, because its Python client waits a tenth of a second for each page.
    """
    size = sum(r.stat().st_size if isinstance(r, Path) else len(r) for r in records.values())
    # What Pagefind reads stays on the disk: it numbers the pages as the folder lists them, and in memory that
    # would be another order.
    with (
        tempfile.TemporaryDirectory() as site_name,
        tempfile.TemporaryDirectory(dir=_memory(size)) as made_name,
    ):
        site, made = Path(site_name, "site"), Path(made_name, "index")
        for folder in {(site / address).parent for address in records}:
            folder.mkdir(parents=True, exist_ok=True)
        for address, record in records.items():
            _put(record, site / address)
        with in_turn():
            _run(
                "--site", site, "--output-path", made, "--force-language", language.split("-")[0], "--silent"
            )
        files = {p.relative_to(made).as_posix(): p.read_bytes() for p in made.rglob("*") if p.is_file()}
    return in_order(files)


def _put(record: str | Path, path: Path) -> None:
    """Put what is told of a page where Pagefind finds it; a file of the same disk gets a second name."""
    if isinstance(record, Path):
        # To make a file for a moment and to delete it takes half a millisecond.
        with contextlib.suppress(OSError):
            os.link(record, path)
            return
    path.write_bytes(record.read_bytes() if isinstance(record, Path) else record.encode())


def _memory(size: int) -> str | None:
    """Return where the index of so many bytes lies for a moment, in memory; None where there is no room.

    It is a file for each document, made and soon deleted.
    """
    try:
        room = shutil.disk_usage(_IN_MEMORY).free
    except OSError:
        return None
    is_open = room > max(_LEAST_ROOM, _ROOM * size) and os.access(_IN_MEMORY, os.W_OK | os.X_OK)
    return str(_IN_MEMORY) if is_open else None


def _run(*options: str | Path) -> None:
    # Imported here: it brings a client that is not used, and asyncio, which only that client needs.
    from pagefind.service import get_executable

    program = get_executable()
    try:
        ran = subprocess.run([str(program), *options], capture_output=True, text=True, check=False)
        said, failed = f"{ran.stdout}{ran.stderr}", ran.returncode != 0
    except OSError as error:
        said, failed = str(error), True
    if failed:
        raise UnusableInput(
            NO_INDEX.at(
                Place("pagefind"),
                " ".join(said.split()) or "Pagefind ended without a word",
                "look whether the folder for temporary files is full, or install pagefind[extended] again",
            )
        )


def in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index with its filters and their values in order, and named accordingly."""
    entry = json.loads(files[_ENTRY])
    made = {path: octets for path, octets in files.items() if path != _ENTRY}
    for language in entry["languages"].values():
        metadata = f"pagefind.{language['hash']}.pf_meta"
        table = _opened(made.pop(metadata))
        filters = []
        for name, file in sorted(table[_FILTERS]):
            _, values = _opened(made.pop(f"filter/{file}.pf_filter"))
            octets = _encoded([name, sorted(values)])
            named = _named(file, octets)
            made[f"filter/{named}.pf_filter"] = _packed(octets)
            filters.append([name, named])
        table[_FILTERS] = filters
        octets = _encoded(table)
        language["hash"] = _named(language["hash"], octets)
        made[f"pagefind.{language['hash']}.pf_meta"] = _packed(octets)
    made[_ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return made


def _named(name: str, octets: bytes) -> str:
    """Return a name like Pagefind's, the language and a digest, for other bytes."""
    language, _, digest = name.rpartition("_")
    return f"{language}_{hashlib.sha256(octets).hexdigest()[: len(digest)]}"


def _opened(packed: bytes) -> Any:
    octets = gzip.decompress(packed)
    assert octets.startswith(_MAGIC), "an index of Pagefind 1.5"
    value, end = _decoded(octets, len(_MAGIC))
    assert end == len(octets), "one value"
    return value


def _packed(octets: bytes) -> bytes:
    return gzip.compress(_MAGIC + octets, mtime=0)


def _decoded(octets: bytes, at: int) -> tuple[Any, int]:
    """Return the value that begins at ``at``, and where it ends."""
    kind, number = divmod(octets[at], 32)
    at += 1
    if number >= _LONG:
        size = 1 << (number - _LONG)
        assert size <= 8, "a definite length"
        number = int.from_bytes(octets[at : at + size], "big")
        at += size
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT:
        return octets[at : at + number].decode(), at + number
    assert kind == _ARRAY, "an array, a text or a number"
    values = []
    for _ in range(number):
        value, at = _decoded(octets, at)
        values.append(value)
    return values, at


def _encoded(value: Any) -> bytes:
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        octets = value.encode()
        return _head(_TEXT, len(octets)) + octets
    return _head(_ARRAY, len(value)) + b"".join(map(_encoded, value))


# A filter's value has the numbers of its pages, and each page has a dozen values.
@lru_cache(maxsize=4096)
def _head(kind: int, number: int) -> bytes:
    if number < _LONG:
        return bytes([kind * 32 + number])
    size = next(size for size in (1, 2, 4, 8) if number < 1 << 8 * size)
    return bytes([kind * 32 + _LONG + size.bit_length() - 1]) + number.to_bytes(size, "big")
