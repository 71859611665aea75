"""Imports point one way."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import dragoman

PACKAGE = Path(dragoman.__file__).parent

# What each part may import, besides itself and the standard library.
BASE = {"diagnostics", "errors", "source", "document", "__init__"}
LOW = BASE | {"tei", "xslt", "edition", "fidelity"}
ALLOWED = {
    "diagnostics": set(),
    "errors": {"diagnostics"},
    "signals": set(),
    "source": {"diagnostics", "errors"},
    "document": {"source"},
    "tei": BASE | {"tei"},
    "xslt": BASE,
    "stylesheets": set(),
    "edition": BASE | {"tei", "stylesheets"},
    "fidelity": BASE | {"tei"},
    "convert": LOW | {"convert"},
    "entities": LOW | {"entities"},
    "validate": LOW | {"validate"},
    "render": LOW | {"render", "entities"},
    "build": LOW | {"convert", "entities", "validate", "render", "build", "signals"},
}


def imported_parts(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [node.module] if node.module != "dragoman" else [f"dragoman.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("dragoman.")}
    return found - {"__version__"}


@pytest.mark.parametrize("part", ALLOWED)
def test_imports_point_one_way(part: str) -> None:
    files = (
        [PACKAGE / f"{part}.py"]
        if (PACKAGE / f"{part}.py").exists()
        else sorted((PACKAGE / part).rglob("*.py"))
    )
    assert files
    for file in files:
        wrong = imported_parts(file) - ALLOWED[part]
        assert not wrong, f"{file.relative_to(PACKAGE)} imports {sorted(wrong)}"


def test_only_one_module_speaks_to_saxon() -> None:
    speakers = [
        file.relative_to(PACKAGE).as_posix()
        for file in sorted(PACKAGE.rglob("*.py"))
        if "import saxonche" in file.read_text(encoding="utf-8")
    ]
    assert speakers == ["xslt.py"]
