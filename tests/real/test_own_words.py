"""What the repository contains was written for it: no ten words in a row are those of the real edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

RUN = 10
FOLDERS = ("benchmarks", "docs", "fuzz", "pipeline", "schema", "tei", "tests", "xslt")
SUFFIXES = {
    ".css",
    ".html",
    ".js",
    ".json",
    ".md",
    ".py",
    ".rnc",
    ".sch",
    ".toml",
    ".tsv",
    ".txt",
    ".typ",
} | {
    ".xml",
    ".xsl",
}


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of words, tags and marks round names left out."""
    words = re.findall(r"\w+", re.sub(r"<[^>]*>|\{\w+:|\}|\[\[|\]\]", " ", text).lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def borrowed(files: Iterator[Path], foreign: set[tuple[str, ...]]) -> dict[str, str]:
    found = {}
    for file in files:
        for run in runs(file.read_text(encoding="utf-8", errors="replace")):
            if run in foreign:
                found[file.name] = " ".join(run)
    return found


def texts(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES and path.is_file())


def test_no_ten_words_in_a_row_are_those_of_the_real_edition(repository: Path, real_edition: Path) -> None:
    foreign = {run for file in texts(real_edition) for run in runs(file.read_text(encoding="utf-8"))}
    assert len(foreign) > 1_000
    for folder in FOLDERS:
        assert borrowed(texts(repository / folder), foreign) == {}
    assert borrowed(repository.glob("*.md"), foreign) == {}


def test_a_sentence_that_was_taken_over_is_noticed(real_edition: Path, tmp_path: Path) -> None:
    source = next(iter(sorted((real_edition / "tei" / "sources").glob("*.txt"))))
    words = source.read_text(encoding="utf-8").split()[100:140]
    (tmp_path / "copy.txt").write_text(" ".join(words), encoding="utf-8")
    assert list(borrowed(texts(tmp_path), set(runs(source.read_text(encoding="utf-8"))))) == ["copy.txt"]
