"""Make the files of ``schema/`` that are made: ``python -m dragoman.validate.generate``.

vocabulary.rnc comes from vocabulary.toml, dragoman.rng from the compact syntax, dragoman.sch.xsl from
dragoman.sch, examples.json from the test folders of the rules; digests.txt is added to. They are
committed, because editors' tools read them where they stand; a test makes them again and finds no
difference. Needs rnc2rng, which is a dependency of the tests and not of the package.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path

import rnc2rng
from rnc2rng import serializer

from dragoman.edition import packaged
from dragoman.validate.schematron import read_schematron
from dragoman.validate.schematron_compiler import serialised_stylesheet
from dragoman.validate.vocabulary import ClosedList, read_vocabulary

_HEADER = """\
# Made from vocabulary.toml by `python -m dragoman.validate.generate`; edit that file.

default namespace = "http://www.tei-c.org/ns/1.0"
"""


def vocabulary_rnc(lists: Mapping[str, ClosedList]) -> str:
    """Return the closed lists as RELAX NG compact syntax, a pattern for each."""
    patterns = []
    for entry in lists.values():
        glosses = "\n".join(f"#   {value}: {gloss}" for value, gloss in entry.values.items())
        values = " | ".join(f'"{value}"' for value in entry.values)
        patterns.append(f"{glosses}\n## {entry.title}\nvocabulary.{entry.name} = {values}\n")
    return "\n".join((_HEADER, *patterns))


def grammar_rng(schema: Path) -> str:
    """Return the XML form of the schema whose compact form is ``schema``."""
    return str(serializer.XMLSerializer().toxml(rnc2rng.load(str(schema)))) + "\n"


def examples_json(rules: Path) -> str:
    """Return a wrong and a right example of each rule, from the folders of its tests.

    Shape: {code: {"wrong": text, "right": text}}: the lines in which fail.xml and pass.xml differ.
    """
    examples = {}
    for folder in sorted(path for path in rules.iterdir() if path.is_dir()):
        right, wrong = (
            (folder / name).read_text(encoding="utf-8").split("\n") for name in ("pass.xml", "fail.xml")
        )
        lines = list(difflib.ndiff(right, wrong))
        examples[folder.name] = {
            "wrong": _dedented(line[2:] for line in lines if line.startswith("+ ")),
            "right": _dedented(line[2:] for line in lines if line.startswith("- ")),
        }
    return json.dumps(examples, ensure_ascii=False, indent=1) + "\n"


def known_digests(lines: str, files: Mapping[str, str]) -> str:
    """Return the list of all states that files of the schema were ever in, oldest first, the present last.

    lines: the list so far; files: text by name. An edition's copy that is in the list and is none of the
    present files is an old copy of ours, and one that is not in the list was changed on purpose.
    """
    known = lines.splitlines()
    present = [f"{hashlib.sha256(text.encode()).hexdigest()}  {name}" for name, text in files.items()]
    return "".join(f"{line}\n" for line in (*known, *(line for line in present if line not in known)))


def _dedented(lines: Iterable[str]) -> str:
    return textwrap.dedent("\n".join(lines)).strip("\n")


def generated(folder: Path) -> dict[str, str]:
    """Return name and text of each file that is made from the sources in ``folder``.

    vocabulary.rnc has to be up to date for dragoman.rng to be.
    """
    lists = read_vocabulary((folder / "vocabulary.toml").read_text(encoding="utf-8"))
    rng, sch = grammar_rng(folder / "dragoman.rnc"), (folder / "dragoman.sch").read_text(encoding="utf-8")
    digests = (folder / "digests.txt").read_text(encoding="utf-8")
    return {
        "vocabulary.rnc": vocabulary_rnc(lists),
        "dragoman.rng": rng,
        "digests.txt": known_digests(digests, {"dragoman.rng": rng, "dragoman.sch": sch}),
        "examples.json": examples_json(folder.parent / "tests" / "validate" / "rules"),
        "dragoman.sch.xsl": serialised_stylesheet(read_schematron(folder / "dragoman.sch")),
    }


def main() -> None:
    """Write the made files beside their sources."""
    folder = packaged("schema")
    lists = read_vocabulary((folder / "vocabulary.toml").read_text(encoding="utf-8"))
    (folder / "vocabulary.rnc").write_text(vocabulary_rnc(lists), encoding="utf-8")
    for name, text in generated(folder).items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
