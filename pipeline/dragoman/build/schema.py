"""The schema in an edition's folder: put there for editors' programs, and read from there by `check`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from lxml import etree

from dragoman.build.files import digest, write_file
from dragoman.build.keys import program_digest
from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.edition import Edition, packaged
from dragoman.errors import UnusableInput
from dragoman.tei.ns import local_name
from dragoman.tei.parse import parse
from dragoman.validate.datatypes import RNG
from dragoman.validate.schema import (
    DIGESTS_FILE,
    GRAMMAR_FILE,
    PACKAGED,
    RULES_FILE,
    Schema,
    schema_from,
)
from dragoman.validate.schematron import unfit
from dragoman.validate.schematron_compiler import serialised_stylesheet

SCHEMA_FILES: Final = (GRAMMAR_FILE, RULES_FILE)

UNREADABLE = Rule(
    "SCH001",
    Severity.ERROR,
    "the edition's own schema cannot be used",
    "An edition may have a schema of its own in its folder schema/. One that cannot be read would let every "
    "fault pass.",
)

OUTDATED = Rule(
    "SCH002",
    Severity.NOTE,
    "a schema file of the edition is an older one of ours",
    "`dragoman new` and `dragoman convert` put our schema into the edition's folder schema/, for editors' "
    "programs, and what stands there holds. A copy that nobody changed says nothing of what was added "
    "since. One that was changed on purpose is the edition's own, and no note is made of it.",
)

_COMPACT: Final = "dragoman.rnc"
_PAGE: Final = "docs/checking.md"
_NOT_UNDERSTOOD: Final = tuple(f"{{{RNG}}}{name}" for name in ("include", "externalRef", "parentRef"))


def provide_schema(edition: Edition) -> list[str]:
    """Copy the packaged schema into ``schema/`` where the edition has none; return what was written.

    A file that is there is left alone: an edition may have tightened its schema.
    """
    written: list[str] = []
    for name in SCHEMA_FILES:
        target = edition.schema / name
        if not target.exists():
            write_file(target, (packaged("schema") / name).read_bytes())
            written.append(edition.shown(target))
    return written


def schema_of(edition: Edition) -> Schema:
    """Return the schema by which an edition is checked: its own files where it has any, else ours.

    Rules that are not ours word for word are compiled, once, into the output folder.
    Errors: UnusableInput (SCH001) where a file of its own cannot be used.
    """
    grammar, rules = (_own_or_packaged(edition, name) for name in SCHEMA_FILES)
    if grammar != PACKAGED.grammar:
        _assert_usable_grammar(edition, grammar)
    elif (edition.schema / _COMPACT).is_file() and not (edition.schema / GRAMMAR_FILE).is_file():
        raise UnusableInput(
            UNREADABLE.at(
                Place(edition.shown(edition.schema / _COMPACT)),
                f"the grammar is there in the compact syntax only, without {GRAMMAR_FILE}",
                f"make the XML form of it, for example with `rnc2rng {_COMPACT} {GRAMMAR_FILE}`",
            )
        )
    compiled = PACKAGED.compiled if rules == PACKAGED.rules else _compiled(edition, rules)
    return schema_from(grammar, rules, compiled)


def _own_or_packaged(edition: Edition, name: str) -> Path:
    """Return a file of the schema: the edition's own where it has one that is not ours word for word."""
    ours, file = packaged("schema") / name, edition.schema_file(name)
    return ours if file != ours and _unix(file) == ours.read_bytes() else file


def _unix(file: Path) -> bytes:
    """Return the bytes of a file with line feeds: version control may have written it otherwise."""
    return file.read_bytes().replace(b"\r\n", b"\n")


def outdated_copies(edition: Edition) -> list[Diagnostic]:
    """Return a note for each file of the edition's schema that is ours as it was once, word for word.

    Digests tell an old copy from one that was changed on purpose, and need no record in the edition, which
    could be lost, or wanting in an edition that is older than such a record.
    """
    own = [edition.schema / name for name in SCHEMA_FILES if (edition.schema / name).is_file()]
    odd = [file for file in own if _own_or_packaged(edition, file.name) == file]
    if not odd or edition.schema == packaged("schema"):
        return []
    known = (packaged("schema") / DIGESTS_FILE).read_text(encoding="ascii").splitlines()
    return [
        OUTDATED.at(
            Place(edition.shown(file)),
            f"{file.name} is dragoman's own of an earlier day; the newer one of this dragoman is not used",
            "delete the file: the newer one is used then, and the next `dragoman convert` puts a copy of it "
            "here for your editor",
        )
        for file in odd
        if f"{digest(_unix(file))}  {file.name}" in known
    ]


def _compiled(edition: Edition, rules: Path) -> Path:
    """Return the stylesheet of an edition's own rules, made anew where they or the compiler have changed."""
    key = digest(rules.read_bytes() + program_digest("validate").encode())[:16]
    target = edition.out / "work" / f"rules-{key}.xsl"
    if not target.is_file():
        schema = _parsed(edition, rules)
        fault = unfit(schema)
        if fault is not None:
            line, message = fault
            raise UnusableInput(
                UNREADABLE.at(
                    Place(edition.shown(rules), line), message, f"mend it; {_PAGE} says what is understood"
                )
            )
        write_file(target, serialised_stylesheet(schema).encode())
    return target


def _assert_usable_grammar(edition: Edition, grammar: Path) -> None:
    tree = _parsed(edition, grammar).getroottree()
    strange = next(tree.getroot().iter(*_NOT_UNDERSTOOD), None)
    if strange is not None:
        place = Place(edition.shown(grammar), strange.sourceline or 0)
        raise UnusableInput(
            UNREADABLE.at(place, f"{local_name(strange)} is not understood", "write one grammar in one file")
        )
    try:
        etree.RelaxNG(tree)
    except etree.RelaxNGParseError as error:
        entry = error.error_log.last_error
        place = Place(edition.shown(grammar), entry.line if entry is not None else 0)
        raise UnusableInput(
            UNREADABLE.at(place, str(error), "mend the grammar, or delete it to use dragoman's")
        ) from None


def _parsed(edition: Edition, path: Path) -> etree._Element:
    try:
        return parse(path.read_bytes(), edition.shown(path))
    except UnusableInput as error:
        found = error.diagnostic
        raise UnusableInput(UNREADABLE.at(found.place, found.message, found.hint)) from None
