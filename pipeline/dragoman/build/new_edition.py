"""Making the folder of a new edition."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from lxml import etree
from lxml.builder import ElementMaker

from dragoman.build.files import keep_out_of_git, write_file
from dragoman.build.schema import provide_schema
from dragoman.diagnostics import Place, Rule, Severity
from dragoman.edition import Edition
from dragoman.errors import UnusableInput
from dragoman.tei.indentation import indent
from dragoman.tei.ns import TEI, XML_ID, XML_LANG

OCCUPIED = Rule(
    "EDN002",
    Severity.ERROR,
    "the folder holds an edition already",
    "`dragoman new` writes only where there is nothing that it could overwrite.",
)

_E: Final = ElementMaker(namespace=TEI, nsmap={None: TEI})
_ON_NAMES: Final = (
    " Bibliographies sort by the surname. A name that has none, or is sorted as it stands, has no parts: "
    "<persName>B. Uyanga</persName>; a body is an <orgName>. "
)


def make_edition(folder: Path, title: str) -> list[str]:
    """Make the folders and the header of an edition and return the paths written.

    Errors: UnusableInput: EDN002 where there is an edition, OUT001 where nothing can be written.
    """
    edition = Edition(folder.resolve())
    if edition.edition_file.exists():
        raise UnusableInput(
            OCCUPIED.at(
                Place(str(folder / "tei" / "edition.xml")),
                "this file exists already",
                "name another folder, or edit the edition that is there",
            )
        )
    write_file(edition.edition_file, _header(title))
    written = [edition.shown(edition.edition_file)]
    for part in (edition.sources, edition.documents, edition.authorities):
        write_file(part / ".gitkeep", b"")
        written.append(edition.shown(part) + "/")
    keep_out_of_git(edition.out)
    return written + provide_schema(edition)


def _responsible(identifier: str, what: str) -> etree._Element:
    forename = _E.forename("Forename")
    forename.tail = " "
    statement = _E.respStmt(_E.resp(what), _E.persName(forename, _E.surname(f"Surname of the {identifier}")))
    statement.set(XML_ID, identifier)
    return statement


def _header(title: str) -> bytes:
    root = _E.TEI(
        _E.teiHeader(
            _E.fileDesc(
                _E.titleStmt(
                    _E.title(title, type="main"),
                    etree.Comment(_ON_NAMES),
                    _responsible("translator", "translation"),
                    _responsible("editor", "encoding and annotation"),
                ),
                _E.editionStmt(_E.edition("working edition", n="0.1")),
                _E.publicationStmt(
                    _E.publisher("Name of the publisher"),
                    _E.availability(_E.p("Say here under which licence the edition may be used.")),
                ),
                _E.sourceDesc(_E.p("Say here where the transcripts come from.")),
            ),
            _E.encodingDesc(
                _E.editorialDecl(
                    _E.correction(_E.p("Nothing is corrected silently: the transcript's reading is kept.")),
                    _E.normalization(_E.p("White space and line ends only.")),
                    _E.hyphenation(
                        _E.p("Where a banner between two pages parts a word, readers see it whole.")
                    ),
                    _E.interpretation(
                        _E.p("Square brackets are of a translator; the editors say of which class.")
                    ),
                )
            ),
            _E.profileDesc(_E.langUsage(_E.language("English", ident="en"))),
            _E.revisionDesc(_E.change("The edition was begun."), status="draft"),
        ),
        _E.text(
            _E.front(
                _E.div(
                    _E.head("Introduction"),
                    _E.p("What these papers are, where they lie, and why they are edited."),
                    type="introduction",
                )
            ),
            _E.body(
                _E.div(
                    _E.head("Editorial principles"),
                    _E.p("How the texts were established, and what the marks in them mean."),
                    type="editorial-principles",
                )
            ),
        ),
    )
    root.set(XML_ID, "edition")
    root.set(XML_LANG, "en")
    indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="utf-8") + b"\n"
