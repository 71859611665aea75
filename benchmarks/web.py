"""The site of 100, 1,000 and 10,000 documents: time on the clock and of the processors, memory, size, edits.

``python benchmarks/web.py [SIZE …]``. The documents are those of an edition (this repository's; it has to
be converted and annotated) set again and again with other ids, dates and orders of paragraphs. Every
size is built twice, in processes of its own: who looks at the memory of a build holds it up by a twentieth,
so the time is that of a build at which nobody looks, memory and processor are those of the next. The edit is
then made with ``dragoman serve`` running. What was built is deleted at the end of all: for some minutes after
files were deleted ext4 looks past each of them for the place of a new one, which costs a build of 1,000
documents some five seconds. Wait as long between two runs.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from contextlib import ExitStack
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from lxml import etree

REPOSITORY = Path(__file__).parent.parent
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
TEI = "{http://www.tei-c.org/ns/1.0}"
COMMAND = [sys.executable, "-um", "dragoman"]
# How long after each edit the next one comes, in seconds: what the one before touches is built meanwhile.
PAUSES = (0.1, 0.5, 1, 2, 4, 1, 0.5, 0.1)


def compose(source: Path, folder: Path, size: int) -> list[Path]:
    """Write an edition of ``size`` documents to ``folder`` and return the documents."""
    shutil.copytree(source / "tei" / "authorities", folder / "tei" / "authorities")
    shutil.copy(source / "tei" / "edition.xml", folder / "tei")
    (folder / "tei" / "documents").mkdir()
    originals = sorted((source / "tei" / "documents").glob("*.xml"))
    if not originals:
        raise SystemExit(f"{source} has no documents: run `dragoman convert` and `dragoman annotate` there")
    written = []
    for number in range(size):
        random = Random(number)
        root = etree.fromstring(originals[number % len(originals)].read_bytes())
        root.set(XML_ID, f"document-{number:05}")
        for date in root.iterfind(f".//{TEI}profileDesc//{TEI}date[@when]"):
            year = 1950 + random.randrange(40)
            date.set(
                "when",
                re.sub(r"^\d{4}-\d\d-\d\d", f"{year}-{random.randint(1, 12):02}-15", date.get("when", "")),
            )
        _shuffle(root, random)
        path = folder / "tei" / "documents" / f"document-{number:05}.xml"
        path.write_bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))
        written.append(path)
    return written


def _shuffle(root: etree._Element, random: Random) -> None:
    for division in root.iter(f"{TEI}div"):
        paragraphs = division.findall(f"{TEI}p")
        places = [division.index(paragraph) for paragraph in paragraphs]
        random.shuffle(paragraphs)
        for place, paragraph in zip(places, [deepcopy(paragraph) for paragraph in paragraphs], strict=True):
            division[place] = paragraph


@dataclass(frozen=True, slots=True)
class Cost:
    """What a build took: seconds on the clock and of the processors, the most memory in MB."""

    seconds: float
    processor: float
    memory: float


def timed(folder: Path, jobs: int) -> float:
    """Build the site of an edition and return the seconds on the clock."""
    started = time.perf_counter()
    command = [*COMMAND, "-C", str(folder), "build", "web", "--jobs", str(jobs)]
    status = subprocess.run(command, check=False).returncode
    if status:
        raise SystemExit(f"the build ended with {status}")
    return time.perf_counter() - started


def measured(folder: Path, jobs: int) -> Cost:
    """Build the site of an edition and say what it took, all its processes together.

    Each is looked at five times a second, so that what is over sooner is not in it.
    """
    most, used, done = 0, dict[int, float](), threading.Event()
    started = time.perf_counter()
    process = subprocess.Popen([*COMMAND, "-C", str(folder), "build", "web", "--jobs", str(jobs)])

    def watch() -> None:
        nonlocal most
        while not done.wait(0.2):
            pids = _family(process.pid)
            most = max(most, sum(map(_memory_kb, pids)))
            used.update((pid, seconds) for pid in pids if (seconds := _processor_seconds(pid)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    status = process.wait()
    seconds = time.perf_counter() - started
    done.set()
    watcher.join()
    if status:
        raise SystemExit(f"the build ended with {status}")
    return Cost(seconds, sum(used.values()), most / 1024)


def _family(pid: int) -> list[int]:
    """Return a process and all that descend from it."""
    found = [pid]
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += _family(int(child))
    except OSError:
        pass  # The process has ended.
    return found


def _memory_kb(pid: int) -> int:
    """Return the memory of a process; of what it shares with others, its share."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        return int(next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:")))
    except (OSError, StopIteration):
        return 0  # The process has ended.


def _processor_seconds(pid: int) -> float:
    """Return the time that the processors have given to a process."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def edits_seen(folder: Path, document: Path) -> list[float]:
    """Return the seconds from saving a document to its new page, for some edits, with ``serve`` running."""
    process = subprocess.Popen(
        [*COMMAND, "-C", str(folder), "serve", "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    address = process.stdout.readline().split()[0]
    assert process.stdout.readline().startswith("built")
    page = f"documents/{document.stem}.html"
    times = []
    try:
        with urllib.request.urlopen(f"{address}~live/events", timeout=600) as stream:
            _told(stream)
            time.sleep(1)
            for number, pause in enumerate(PAUSES):
                text = document.read_text(encoding="utf-8")
                document.write_text(
                    re.sub(r'(<title type="main">).*?(</title>)', rf"\g<1>Edit {number}\g<2>", text), "utf-8"
                )
                saved = time.perf_counter()
                while page not in _told(stream)["changed"]:
                    pass
                urllib.request.urlopen(f"{address}{page}", timeout=60).read()
                times.append(time.perf_counter() - saved)
                time.sleep(pause)
    finally:
        process.terminate()
        process.wait()
    return times


def _told(stream: Any) -> dict[str, Any]:
    for line in stream:
        if line.startswith(b"data: "):
            found: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
            return found
    raise SystemExit("the server ended")


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000, 10000])
    parser.add_argument("--edition", type=Path, default=REPOSITORY)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args()
    rows = []
    with ExitStack() as kept:
        for size in chosen.sizes:
            folder = Path(kept.enter_context(tempfile.TemporaryDirectory()))
            documents = compose(chosen.edition, folder, size)
            seconds = timed(folder, chosen.jobs)
            # Not deleted yet, for the reason above.
            (folder / "out").rename(folder / "made-before")
            first, again = measured(folder, chosen.jobs), measured(folder, chosen.jobs)
            files = [path for path in (folder / "out" / "web").rglob("*") if path.is_file()]
            megabytes = sum(path.stat().st_size for path in files) / 1e6
            pages = sum(path.suffix == ".html" for path in files)
            seen = edits_seen(folder, documents[size // 2])
            rows.append(
                f"| {size:,} | {pages:,} | {seconds:.1f} s | {pages / seconds:.0f} "
                f"| {first.processor:.1f} s | {first.memory:.0f} MB "
                f"| {megabytes:.0f} MB | {again.seconds:.1f} s ({again.processor:.1f} s) "
                f"| {statistics.median(seen):.2f} s ({max(seen):.2f} s) |"
            )
            print(rows[-1], flush=True)
    print(
        "| documents | pages | whole site | pages a second | processor | memory | size "
        "| nothing to do (processor) | edit seen, median (longest) |"
    )
    print("|---" * 9 + "|", *rows, sep="\n")


if __name__ == "__main__":
    main()
