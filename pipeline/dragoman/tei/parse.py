"""Reading XML: one parser for every file, without DTD, entities or network."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from dragoman.diagnostics import Place, Rule, Severity
from dragoman.errors import UnusableInput

MALFORMED = Rule(
    "XML001",
    Severity.ERROR,
    "the file is not well-formed XML",
    "Without well-formedness there is no document: which text belongs to which element cannot be told.",
    "<p>The Commission met.</div>",
    "<p>The Commission met.</p>",
)
NOT_UTF8 = Rule(
    "XML005",
    Severity.ERROR,
    "the file is not UTF-8",
    "Every tool that touches the file has to read the same characters; UTF-8 is the one encoding "
    "that all of them share.",
)
DOCTYPE = Rule(
    "XML002",
    Severity.ERROR,
    "a document type declaration is refused",
    "A declaration can pull in other files and swell a few bytes to gigabytes. "
    "TEI files of an edition need none.",
    '<!DOCTYPE TEI [<!ENTITY x "y">]>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
)

_DECLARATION: Final = b"<!DOCTYPE"
_ENCODING: Final = re.compile(rb"<\?xml\s[^>]*?\bencoding\s*=\s*[\"']([A-Za-z][\w.\-]*)")
_HARMLESS: Final = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_MARK: Final = b"\xef\xbb\xbf"
_ROOT: Final = b"<TEI"


def parser() -> etree.XMLParser:
    """Return a parser that resolves nothing and opens nothing.

    Ids are not collected: a second xml:id of one value would be a fault of well-formedness, found at the
    end of its tag, and hide everything else. It is well-formed XML; `dragoman check` names both places.
    """
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
    )


# To begin a parser takes a tenth of the time of a telegram's file.
_PARSER: Final = parser()


def editable_text(octets: bytes, name: str) -> str:
    """Return the text of a file that will be written again, and which therefore has to be UTF-8.

    A byte order mark stays. Errors: UnusableInput: XML005 where it is not UTF-8.
    """
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError as error:
        line = octets.count(b"\n", 0, error.start) + 1
        raise UnusableInput(
            NOT_UTF8.at(
                Place(name, line), f"byte 0x{octets[error.start]:02X} is not UTF-8", "save it as UTF-8"
            )
        ) from None


def parse_editable(octets: bytes, name: str) -> etree._Element:
    """Return the root of a file whose text will be edited.

    Errors: UnusableInput: those of `editable_text` and of `parse`.
    """
    editable_text(octets, name)
    return parse(octets, name)


def parse(octets: bytes, name: str) -> etree._Element:
    """Return the root of the document that ``octets`` hold.

    Errors: UnusableInput: XML001 with line and column, XML002 for a document type declaration, XML005 where
    the file is said to be in another encoding than UTF-8.
    """
    encoding = _ENCODING.match(octets, len(_MARK) if octets.startswith(_MARK) else 0)
    if encoding is not None and encoding[1].lower() not in _HARMLESS:
        # The parser would believe it, and take two characters for each that is not of ASCII.
        raise UnusableInput(
            NOT_UTF8.at(
                Place(name, 1, encoding.start(1) + 1),
                f"the file says that its encoding is {encoding[1].decode()}",
                'save it as UTF-8, and write encoding="UTF-8"',
            )
        )
    root_at = octets.find(_ROOT)
    # The words may stand in a comment or a CDATA section; only the parser can tell, below.
    at = octets.find(_DECLARATION, 0, root_at if root_at >= 0 else None)
    if at >= 0 and not octets[:at].rstrip().endswith(b"<!--"):
        line = octets.count(b"\n", 0, at) + 1
        column = at - (octets.rfind(b"\n", 0, at) + 1) + 1
        raise UnusableInput(
            DOCTYPE.at(Place(name, line, column), DOCTYPE.title, "delete the <!DOCTYPE …> declaration")
        )
    try:
        root = etree.fromstring(octets, _PARSER)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        start = octets.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
        message = (error.msg or "not XML").split(", line ")[0] if start else "the file is empty"
        hint = "mend the markup at this place; `dragoman check` says more"
        if start != b"<":
            # A transcript, say, that was named where its document was meant.
            hint = "name a TEI file; the documents are in tei/documents" if start else "restore it"
        raise UnusableInput(MALFORMED.at(Place(name, line, max(column, 0)), message, hint)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnusableInput(
            DOCTYPE.at(Place(name, 1, 1), DOCTYPE.title, "delete the <!DOCTYPE …> declaration")
        )
    return root
