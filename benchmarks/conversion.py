"""How fast transcripts are converted, how that grows, and how much memory it takes.

    python benchmarks/conversion.py kinds      documents and megabytes a second, one process, each kind
    python benchmarks/conversion.py growth     one transcript of 0.1 to 5 MB, each kind and hostile shapes
    python benchmarks/conversion.py growth SHAPE...         only these: "blank lines" annexes
    python benchmarks/conversion.py folders    100, 1,000 and 10,000 files; one process and two
    python benchmarks/conversion.py against PIPELINE    this code and another checkout's, in turn

Without a word, all three. Every conversion is the whole of it: the kind is detected, the document made,
written, parsed again and held against its transcript. Seconds of `kinds` and `growth` are those of the
processor, so that other work on the machine counts little; those of `folders` are on the clock.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import Final

from composed import COMPOSERS, composed

import dragoman
from dragoman.build.conversion import Options, Status, convert_source, convert_sources
from dragoman.build.ledger import read_ledger
from dragoman.build.new_edition import make_edition
from dragoman.convert.detect import detections
from dragoman.edition import Edition
from dragoman.source import SourceText
from dragoman.tei.letterhead import letterhead

SIZE: Final = 10_000
DISTINCT: Final = 200
FOLDERS: Final = (100, 1_000, 10_000)
MEGABYTE: Final = 1_000_000
SIZES: Final = (100_000, 1_000_000, 2_500_000, 5_000_000)


def kinds() -> None:
    """Print documents and megabytes a second for each kind, the best of five rounds."""
    print(f"\none process, {DISTINCT} transcripts of about {SIZE} characters, best of five rounds")
    print(f"{'kind':16}{'documents/s':>12}{'MB/s':>8}{'ms each':>9}")
    with tempfile.TemporaryDirectory() as folder:
        edition = _edition(Path(folder))
        for kind in COMPOSERS:
            files = _fill(edition, kind, DISTINCT)
            size = sum(file.stat().st_size for file in files)
            # As the workers do: what is loaded stays.
            gc.freeze()
            seconds = min(_processor_seconds(partial(_all_of, files, edition)) for _ in range(5))
            print(
                f"{kind:16}{len(files) / seconds:12.0f}{size / seconds / MEGABYTE:8.2f}"
                f"{1000 * seconds / len(files):9.2f}"
            )
            for file in files:
                file.unlink()


def _all_of(files: list[Path], edition: Edition) -> None:
    head = letterhead(edition.header)
    for file in files:
        converted = convert_source(file, file.name, "", head, is_explained=False)
        assert converted.octets is not None, converted.diagnostics


_HEADER: Final = "R 201317Z APR 78\nFM AMEMBASSY MOSCOW\nTO SECSTATE WASHDC\n"


def _counted(piece: str, size: int) -> str:
    """Return a piece again and again, with 1, 2, 3 for its braces."""
    made, length, number = [], 0, 0
    while length < size:
        number += 1
        made.append(piece.replace("{}", str(number)))
        length += len(made[-1])
    return "".join(made)


def _parted(kind: str, by: str, size: int) -> str:
    return by.join(composed(kind, 1, size).split())


def _shapes() -> dict[str, tuple[str, Callable[[int], str]]]:
    """Return the shapes of one large transcript: by name, the kind and a function of the size."""
    shapes: dict[str, tuple[str, Callable[[int], str]]] = {}
    for kind in COMPOSERS:
        shapes[kind] = (kind, partial(composed, kind, 1))
        shapes[f"{kind}, one line"] = (kind, partial(_parted, kind, " "))
        shapes[f"{kind}, a word a line"] = (kind, partial(_parted, kind, "\n"))
    shapes |= {
        "banners alone": ("telegram", lambda size: "PAGE 02 MOSCOW 02204 01 OF 03 300914Z\n" * (size // 38)),
        "cut words": ("telegram", lambda size: "NEGOTI SECRET\nPAGE 02 MOSCOW 02204\nATED " * (size // 40)),
        "keys alone": ("telegram", lambda size: "Message Attributes\n" + "Errors: A TAGS: B " * (size // 18)),
        "begin text": ("telegram", lambda size: "BEGIN TEXT\n" * (size // 11)),
        "stamps": ("telegram", lambda size: "Declassified/Released US Department of State\n" * (size // 45)),
        "brackets": ("memorandum", lambda size: "the pier [tavilga] was [sic] built. " * (size // 36)),
        "open brackets": ("memorandum", lambda size: "[" * size),
        "nested brackets": ("memorandum", lambda size: "[" * (size // 2) + "]" * (size // 2)),
        "turns": ("memorandum", lambda size: "Rozhkov: no.\n" * (size // 13)),
        "signatures": ("memorandum", lambda size: "[Signature]\n/N. Sarnai/\n" * (size // 24)),
        "notes": ("memorandum", lambda size: "river [1]\n\n[1] A note.\n" * (size // 23)),
        "dates": ("catalogue", lambda size: "  • March 14, 1978\n" * (size // 19)),
        "years": ("catalogue", lambda size: "1978 " * (size // 5)),
        "references": ("telegram", lambda size: _HEADER + "REF: " + _counted("({}) STATE {}; ", size)),
        "quoted messages": (
            "telegram",
            lambda size: "BEGIN TEXT\nTHE RIVER ROSE.\nEND TEXT\n\n" * (size // 36),
        ),
        "annexes": (
            "memorandum",
            lambda size: "Attachment: Draft\nThe river rose and the road was closed.\n" * (size // 58),
        ),
        "page numbers": (
            "memorandum",
            lambda size: _counted("the pontoon went on and\n\n{}\n\n", size),
        ),
        "glued pages": ("memorandum", lambda size: _counted("{}The pontoon was moved.\n\n{}\n\n", size)),
        "numbered notes": ("memorandum", lambda size: _counted("river [{}]\n\n[{}] A note.\n", size)),
        "titles first": (
            "catalogue",
            lambda size: "A Note on Ice\n\nMay 3, 1976\n\nThe ice is thin.\n\n" * (size // 46),
        ),
        "blank lines, memorandum": ("memorandum", lambda size: "x" + "\n" * size + "x"),
        "blank lines": ("catalogue", lambda size: "x" + "\n" * size + "x"),
        "blanks": ("memorandum", lambda size: "x" + " " * size + "x"),
        "blanks behind a bullet": (
            "catalogue",
            lambda size: "x\n•" + " " * (size // 2) + "ice " * (size // 8),
        ),
        "counts": ("search-results", lambda size: "Showing 12 results of 34\n" * (size // 25)),
        "keys": (
            "telegram",
            lambda size: "Telegramm\nAn: MfAA\nVon: Peking\n" + "Betr.: Weir\n" * (size // 12),
        ),
        "Foreign Office": (
            "telegram",
            lambda size: "FM OSTROVO 091215Z OCT 78\nTELEGRAM NUMBER 412\n" * (size // 46),
        ),
        "rows": ("search-results", lambda size: "14 Mar 1978\t1978MOSCOW02204\tRIVER\tUR\n" * (size // 37)),
        "capitals": ("telegram", lambda size: "A" * size),
        "digits": ("catalogue", lambda size: "1" * size),
        "slashes": ("memorandum", lambda size: "/" * size),
        "hyphens": ("telegram", lambda size: "-\n" * (size // 2)),
        "controls": ("telegram", lambda size: "\x01a" * (size // 2)),
    }  # fmt: skip
    return shapes


def growth(named: Collection[str] = ()) -> None:
    """Print the seconds of one large transcript at several sizes, and the growth of the last doubling.

    named: the shapes to measure; without one, all.
    """
    print("\none transcript: seconds of the processor; growth of the last doubling (2.0 is linear)")
    print(f"{'shape':32}" + "".join(f"{size / MEGABYTE:>8} MB" for size in SIZES) + f"{'growth':>9}")
    for shape, (kind, make) in _shapes().items():
        if named and shape not in named:
            continue
        seconds = [_seconds_of(kind, make(size)) for size in SIZES]
        print(
            f"{shape:32}"
            + "".join(f"{one:11.2f}" for one in seconds)
            + f"{seconds[-1] / max(seconds[-2], 0.01):9.1f}",
            flush=True,
        )


def _seconds_of(kind: str, text: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        edition = _edition(Path(folder))
        head, file = letterhead(edition.header), edition.sources / "large.txt"
        file.write_text(text, encoding="utf-8", newline="")

        def convert() -> None:
            # Named, so that no shape is refused; but every kind looks at every shape.
            detections(SourceText(file.name, text))
            converted = convert_source(file, file.name, kind, head, is_explained=True)
            assert converted.octets is not None, converted.diagnostics

        return _processor_seconds(convert)


def folders() -> None:
    """Print seconds and peak memory of folders of telegrams, with one process and with two."""
    print(f"\nfolders of telegrams of about {SIZE} characters; memory is the largest resident set")
    print("  files  jobs  seconds  documents/s  parent MB  worker MB  again s")
    for count in FOLDERS:
        for jobs in (1, 2):
            with tempfile.TemporaryDirectory() as folder:
                _fill(_edition(Path(folder)), "telegram", count)
                first, again = (_run(folder, jobs) for _ in range(2))
            print(
                f"{count:7}{jobs:6}{first['seconds']:9.1f}{count / first['seconds']:13.0f}"
                f"{first['parent']:11.0f}{first['worker']:11.0f}{again['seconds']:9.1f}",
                flush=True,
            )


def _run(folder: str, jobs: int) -> dict[str, float]:
    """Return what the conversion of a folder took, in a process of its own."""
    run = subprocess.run(
        [sys.executable, __file__, "folder", folder, str(jobs)], capture_output=True, check=True
    )
    return dict(json.loads(run.stdout))


def _convert_folder(folder: str, jobs: int) -> None:
    edition = Edition(Path(folder))
    began = time.perf_counter()
    ledger = read_ledger(edition.ledger_file, "ledger")
    for outcome in convert_sources(edition, edition.source_files(), ledger, Options(jobs=jobs)):
        assert outcome.status is not Status.FAILED, outcome.diagnostics
    seconds = time.perf_counter() - began
    parent, worker = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(json.dumps({"seconds": seconds, "parent": parent, "worker": worker if jobs > 1 else 0}))


def against(other: str) -> None:
    """Print what a document of each kind takes in another checkout, whose ``pipeline`` is named, and here.

    The two take turns, and of each transcript the least time counts: so they can be compared on a machine
    that has other work.
    """
    print(f"\nms of the processor for each document, in turn\n{'kind':16}{'there':>9}{'here':>9}")
    for kind in COMPOSERS:
        least = [float("inf")] * 2
        for _ in range(3):
            for at, path in enumerate((other, str(Path(dragoman.__file__).parent.parent))):
                run = subprocess.run(
                    [sys.executable, __file__, "least", kind],
                    env=os.environ | {"PYTHONPATH": path},
                    capture_output=True,
                    check=True,
                )
                least[at] = min(least[at], float(run.stdout))
        print(f"{kind:16}{least[0]:9.2f}{least[1]:9.2f}", flush=True)


def _least(kind: str) -> float:
    """Return the mean milliseconds of a document: of each of the transcripts the least of four rounds."""
    with tempfile.TemporaryDirectory() as folder:
        edition = _edition(Path(folder))
        files = _fill(edition, kind, DISTINCT // 5)
        gc.freeze()
        rounds = [[_processor_seconds(partial(_all_of, [file], edition)) for file in files] for _ in range(4)]
    return 1000 * sum(map(min, zip(*rounds, strict=True))) / len(files)


def _edition(folder: Path) -> Edition:
    make_edition(folder, "Benchmark")
    return Edition(folder)


def _fill(edition: Edition, kind: str, count: int) -> list[Path]:
    """Write ``count`` transcripts; beyond `DISTINCT` their texts come again under other names."""
    texts = [composed(kind, seed, SIZE).encode() for seed in range(min(count, DISTINCT))]
    files = [edition.sources / f"{kind}-{number:05}.txt" for number in range(count)]
    for number, file in enumerate(files):
        file.write_bytes(texts[number % DISTINCT])
    return files


def _processor_seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


PARTS: Final = {"kinds": kinds, "growth": growth, "folders": folders}


def main(words: list[str]) -> None:
    """Run the parts that are named, or all."""
    if words[:1] == ["folder"]:
        _convert_folder(words[1], int(words[2]))
        return
    if words[:1] == ["least"]:
        print(_least(words[1]))
        return
    if words[:1] == ["against"]:
        against(words[1])
        return
    if words[:1] == ["growth"]:
        growth(words[1:])
        return
    for name in words or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
