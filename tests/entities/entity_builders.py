"""Small TEI documents and entities for the tests of names."""

from __future__ import annotations

from lxml import etree

from dragoman.entities.analysis import analyse
from dragoman.entities.link import Link, link
from dragoman.entities.matcher import Matcher
from dragoman.entities.model import Authorities, Entity, Kind, Name, Office, Years
from dragoman.tei.parse import parse

OPENING = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d1"><teiHeader><fileDesc><titleStmt><title>t</title>'
    "</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>"
    '<profileDesc><creation><date when="{date}"/></creation></profileDesc></teiHeader><text><body>'
    '<div type="document" subtype="memorandum"><head>Record</head>'
)
CLOSING = "</div></body></text></TEI>"


def document(body: str, date: str = "1979-03-01") -> bytes:
    """Return a TEI file with ``body`` (paragraphs and the like) in its document division."""
    return (OPENING.replace("{date}", date) + body + CLOSING).encode()


def paragraph(text: str, date: str = "1979-03-01") -> bytes:
    """Return a TEI file of one paragraph."""
    return document(f'<p xml:id="p1">{text}</p>', date)


def person(
    identifier: str, *names: str, birth: str = "", offices: tuple[tuple[str, str, str], ...] = ()
) -> Entity:
    """Return a person: the first name is the preferred one, offices are text, first and last year."""
    return Entity(
        identifier,
        Kind.PERSON,
        names[0],
        tuple(Name(text, "preferred" if index == 0 else "variant") for index, text in enumerate(names)),
        birth=birth,
        offices=tuple(Office(text, Years(start, end)) for text, start, end in offices),
    )


def place(identifier: str, *names: str) -> Entity:
    """Return a place: the first name is the preferred one."""
    return Entity(identifier, Kind.PLACE, names[0], tuple(Name(text) for text in names))


def org(identifier: str, *names: str) -> Entity:
    """Return an organisation; names in capitals are abbreviations."""
    return Entity(
        identifier,
        Kind.ORG,
        names[0],
        tuple(Name(text, "abbreviation" if text.isupper() else "variant") for text in names),
    )


def links(octets: bytes, own: Authorities | None = None, gazetteer: Authorities | None = None) -> list[Link]:
    """Return the links of a document."""
    own = own or Authorities()
    return link(analyse(parse(octets, "d1.xml"), Matcher(own, gazetteer)), own.entities)


def found(
    octets: bytes, own: Authorities | None = None, gazetteer: Authorities | None = None
) -> list[tuple[str, str]]:
    """Return kind and words of every name in a document."""
    analysis = analyse(parse(octets, "d1.xml"), Matcher(own or Authorities(), gazetteer))
    return [(name.candidate.kind.value, analysis.text(name)) for name in analysis.names]


def linked(
    octets: bytes, own: Authorities | None = None, gazetteer: Authorities | None = None
) -> list[tuple[str, str, str]]:
    """Return words, id of the best candidate and certainty of every name in a document."""
    own = own or Authorities()
    analysis = analyse(parse(octets, "d1.xml"), Matcher(own, gazetteer))
    return [
        (analysis.text(made.name), made.ranked[0].entity.id if made.ranked else "", str(made.certainty))
        for made in link(analysis, own.entities)
    ]


def tags(octets: bytes) -> list[tuple[str, str, str]]:
    """Return tag, reference and text of every name that is tagged in a file's text."""
    root = parse(octets, "d1.xml")
    names = ("persName", "placeName", "orgName")
    return [
        (etree.QName(element).localname, element.get("ref", ""), "".join(element.itertext()))
        for element in root.iter(etree.Element)
        if etree.QName(element).localname in names
    ]
