"""What the tests of telegrams share: composing a transcript, converting it, looking at the result."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from dragoman.convert.context import Context, Conversion
from dragoman.convert.telegram import convert
from dragoman.document import missing_spans
from dragoman.source import SourceText
from dragoman.tei.views import reading_view, source_view
from dragoman.tei.write import document_element

_EDITION = etree.fromstring('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>')
_NAMESPACE = ' xmlns="http://www.tei-c.org/ns/1.0"'
TEI = {"t": "http://www.tei-c.org/ns/1.0"}

HEADER = """\
CONFIDENTIAL

PAGE 01 ULAAN 00417 121030Z

ACTION EA-12

INFO OCT-01 EUR-12 /057 W
------------------098206 121045Z /10
R 120915Z MAR 79
FM AMEMBASSY ULAAN
TO SECSTATE WASHDC 3417
INFO AMEMBASSY MOSCOW
C O N F I D E N T I A L ULAAN 00417
E.O. 12065: GDS 3/12/85 (FERRY, JOHN) OR-M
TAGS: PFOR, MG
SUBJECT: THE FERRY AT KYAKHTA
"""
ATTRIBUTES = """\
Message Attributes

Capture Date: 01 JAN 1994
Draft Date: 12 MAR 1979
Document Number: 1979ULAAN00417
From: ULAAN
Original Classification: CONFIDENTIAL
Subject: THE FERRY AT KYAKHTA
TAGS: PFOR, MG
To: STATE
"""
ENDING = "\nCONFIDENTIAL\n\nNNN\n"


@dataclass
class Converted:
    """A converted telegram and views of it."""

    conversion: Conversion
    root: etree._Element

    @property
    def metadata(self):
        return self.conversion.document.metadata

    @property
    def codes(self) -> list[str]:
        return [diagnostic.code for diagnostic in self.conversion.diagnostics]

    def messages(self, code: str) -> list[str]:
        return [d.message for d in self.conversion.diagnostics if d.code == code]

    @property
    def reading(self) -> str:
        return " ".join(reading_view(self.root).text.split())

    def elements(self, path: str) -> list[etree._Element]:
        found = self.root.xpath(path, namespaces=TEI)
        assert isinstance(found, list)
        return found

    def xml(self, path: str) -> list[str]:
        """The elements at a path as strings, without namespace and tail."""
        return [
            etree.tostring(element, encoding="unicode", with_tail=False).replace(_NAMESPACE, "")
            for element in self.elements(path)
        ]

    def paragraphs(self) -> list[tuple[str, str]]:
        """Number and reading text of each paragraph of the body."""
        return [(element.get("n", ""), self.words(element)) for element in self.elements("//t:body//t:p")]

    @staticmethod
    def words(element: etree._Element) -> str:
        inside = etree.fromstring(etree.tostring(element, with_tail=False))
        root = etree.Element("{http://www.tei-c.org/ns/1.0}TEI")
        text = etree.SubElement(root, "{http://www.tei-c.org/ns/1.0}text")
        text.append(inside)
        return " ".join(reading_view(root).text.split())

    def segments(self) -> list[tuple[str, str]]:
        """Type and words of each part of the opener."""
        found = []
        for element in self.elements("//t:opener/*"):
            name = element.get("type") or etree.QName(element).localname
            found.append((name, " ".join("".join(element.itertext()).split())))
        return found

    def furniture(self) -> list[tuple[str, str]]:
        return [
            (element.get("type", ""), " ".join("".join(element.itertext()).split()))
            for element in self.elements("//t:body//t:fw")
        ]


def converted(text: str, document: str = "1979ULAAN00417") -> Converted:
    """Convert a transcript and hold it against its document: nothing may be lost."""
    source = SourceText(f"{document}.txt", text)
    conversion = convert(source, Context(document))
    assert missing_spans(conversion.document) == []
    root = etree.fromstring(etree.tostring(document_element(conversion.document, _EDITION)))
    assert source_view(root).text.split() == text.split()
    return Converted(conversion, root)


def telegram(
    text: str, header: str = HEADER, ending: str = ENDING, attributes: str = ATTRIBUTES
) -> Converted:
    """Convert a telegram of one section with this text."""
    return converted(f"Message Text\n\n{header}\n{text}\n{ending}\n{attributes}")


def cut(
    first: str, second: str, page: int = 2, marking: str = "CONFIDENTIAL", foot: str = "CONFIDENTIAL"
) -> str:
    """Two pieces of text with a page's end between them; ``foot`` is glued to the first."""
    return f"{first}{foot}\n\n{marking}\n\nPAGE {page:02} ULAAN 00417 121030Z\n\n{second}"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
