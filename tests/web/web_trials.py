"""Documents composed for the tests of the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from dragoman.edition import packaged
from dragoman.tei.parse import parse

XSLT = packaged("xslt")
FIXTURES = Path(__file__).parent / "fixtures"

Render = Callable[..., lxml_html.HtmlElement]


def read(name: str) -> etree._Element:
    return parse((FIXTURES / name).read_bytes(), name)


def tei(body: str, back: str = "", identifier: str = "trial", kind: str = "memorandum") -> etree._Element:
    """A document with this text; `body` stands in the division that is the document."""
    return parse(
        f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{identifier}" xml:lang="en">
        <teiHeader><fileDesc><titleStmt><title type="main">A trial</title></titleStmt>
        <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
        <text><body><div type="document" subtype="{kind}">{body}</div></body>{back}</text></TEI>""".encode(),
        "trial.xml",
    )
