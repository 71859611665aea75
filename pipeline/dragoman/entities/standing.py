"""Names that stand tagged already: what the reviewer's decisions say of them, and taking tags away.

Annotating does not look at a name that carries a reference. A decision about it is carried out,
or contradicted by the file, or says that the name is to be left: then the tag is taken away and the
bytes are as they were.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from dragoman.diagnostics import Diagnostic, Rule, Severity
from dragoman.entities.decisions import Decision, digest_of
from dragoman.entities.insertion import Placement
from dragoman.entities.mentions import Passage, paragraph_of, passage
from dragoman.entities.model import Authorities, Entity
from dragoman.entities.reading import NAME_ELEMENTS, TaggedName, read
from dragoman.entities.tokens import name_words
from dragoman.tei.edit import Edit, apply_edits
from dragoman.tei.ids import from_xml_id
from dragoman.tei.ns import XML_ID, local_name, tei
from dragoman.tei.parse import parse

CHANGED = Rule(
    "DEC002",
    Severity.WARNING,
    "a decision is about a passage that has since changed",
    "What was decided for one sentence may be wrong for another; the decision is kept but not applied.",
)
CONTRADICTED = Rule(
    "DEC004",
    Severity.WARNING,
    "a document says otherwise than a decision",
    "The name carries a reference already, which somebody may have written by hand. Neither is changed.",
    "link  orlov-1978 p3 2 “Orlov” person:orlov-pavel ~9f31c2a07b, and in the file "
    '<persName ref="person:orlov-ivan">',
)


# Where a header names people, places and bodies that annotating links as the text does.
HEADER_PARTS: Final = ("particDesc", "correspDesc", "settingDesc")
HEADER_NAMES: Final = ("persName", "placeName", "orgName")


def unmade(decisions: Sequence[Decision], authorities: Authorities) -> frozenset[str]:
    """Return the references of entries that a decision made of its words and that has been taken back.

    Such an entry says nothing but these words. Nothing is linked to it as long as no other line is.
    """
    linked = {one.ref for one in decisions if one.ref and not one.is_undone}
    return frozenset(
        one.ref
        for one in decisions
        if one.is_undone and one.ref not in linked and _is_made_of(authorities.get(one.ref), one.text)
    )


def _is_made_of(entity: Entity | None, text: str) -> bool:
    if entity is None or len(entity.names) > _NAMES_OF_NEW:
        return False
    says_more = entity.offices or entity.birth or entity.death or entity.identifiers or entity.geo
    return not says_more and name_words(entity.name) == name_words(text)


_NAMES_OF_NEW: Final = 2  # the name and its surname


def without_left(
    octets: bytes,
    root: etree._Element,
    name: str,
    decisions: Sequence[Decision],
    gone: frozenset[str] = frozenset(),
) -> tuple[bytes, etree._Element]:
    """Return a file, and its root, without the tags of names that the decisions leave untagged or take back.

    A line about single words that are no name takes any tag away; one that takes a link back those that
    lead to its entry, as far as it reaches. Only a tag that says no more than annotating writes goes.
    gone: entries to which nothing is to lead any more.
    ``octets`` and ``root`` are those of one file; ``name`` is what diagnostics call it.
    """
    undone = [one for one in decisions if one.is_undone and one.document in ("*", _identifier(root))]
    left = [one for one in _of(root, decisions) if not one.ref]
    tagged = _tagged(root) if left or undone or gone else []
    chosen = [
        found.element
        for decision in (*left, *undone)
        for found in _certainly_meant(tagged, decision)
        if _is_left(found.element, decision)
    ]
    chosen += [
        found.element
        for found in tagged
        if found.element.get("ref") in gone and _is_plain(found.element) and found.element not in chosen
    ]
    if not chosen:
        return octets, root
    made = _untagged(octets, root, [*chosen, *_of_header(root, chosen)])
    return made, parse(made, name)


def _is_left(element: etree._Element, decision: Decision) -> bool:
    reference = element.get("ref", "")
    return bool(reference) and decision.ref in ("", reference) and _is_plain(element)


def _of_header(root: etree._Element, chosen: Collection[etree._Element]) -> Iterator[etree._Element]:
    """Yield the names of the header whose reference came from the text, where it has none of them left."""
    gone = {_called(element) for element in chosen}
    gone -= {_called(found.element) for found in _tagged(root) if found.element not in chosen}
    for part in HEADER_PARTS:
        for section in root.iter(tei(part)):
            for element in section.iter(*(tei(kind) for kind in HEADER_NAMES)):
                if element.get("ref") and _called(element) in gone:
                    yield element


def _called(element: etree._Element) -> tuple[str, str]:
    return _plain_words("".join(element.itertext())), element.get("ref", "")


def doubtful(root: etree._Element, unused: Iterable[Decision]) -> Iterator[Diagnostic]:
    """Yield what is to be said of decisions about single passages in which no untagged name was found."""
    unused = list(unused)
    tagged = _tagged(root) if unused else []
    for decision in unused:
        where = f"{decision.document}#{decision.paragraph}"
        found = [one.element.get("ref", "") for one in _meant(tagged, decision)]
        if not any(found):
            yield CHANGED.at(
                decision.place,
                f"“{decision.text}” no longer stands so in {where}",
                "review the passage again and delete this line",
            )
        elif not decision.ref or not any(decision.ref in refs.split() for refs in found):
            yield CONTRADICTED.at(
                decision.place,
                f"“{decision.text}” in {where} is tagged as {' and '.join(filter(None, found))}",
                "correct the reference in the document, or this line",
            )


def without_links(octets: bytes, name: str, ref: str) -> bytes:
    """Return the file without the tags that annotating put round the names of one entity.

    Only a tag with nothing but @ref and @cert is taken away; one that says more is an
    editor's, and loses its reference only.
    """
    root = parse(octets, name)
    return _untagged(octets, root, [element for element in root.iter(etree.Element) if _leads(element, ref)])


def _leads(element: etree._Element, ref: str) -> bool:
    return element.get("ref") == ref and local_name(element) in NAME_ELEMENTS


def _untagged(octets: bytes, root: etree._Element, chosen: Collection[etree._Element]) -> bytes:
    mark = b"\xef\xbb\xbf" if octets.startswith(b"\xef\xbb\xbf") else b""
    text = octets[len(mark) :].decode("utf-8")
    placement = Placement(text, root)
    wanted = set(chosen)
    edits = []
    for element, scanned in zip(root.iter(etree.Element), placement.scan.elements, strict=True):
        if element not in wanted:
            continue
        if _is_plain(element) and not _is_of_header(element):
            edits.append(Edit(scanned.start, scanned.start_tag_end, ""))
            edits.append(Edit(scanned.end_tag, scanned.end, ""))
        else:
            start, _, end = scanned.attributes["ref"]
            edits.append(Edit(start - 1, end + 1, ""))
    return mark + apply_edits(text, edits).encode("utf-8")


def _is_of_header(element: etree._Element) -> bool:
    """Return True for a name of the header, whose tag was there before annotating gave it a reference."""
    return any(local_name(ancestor) == "teiHeader" for ancestor in element.iterancestors())


def _is_plain(element: etree._Element) -> bool:
    """Return True for a tag that says no more than annotating writes."""
    return set(element.attrib) <= {"ref", "cert"} | ({"type"} if local_name(element) == "rs" else set())


def _of(root: etree._Element, decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions about single passages of a document."""
    identifier = _identifier(root)
    return [decision for decision in decisions if decision.rank == 2 and decision.document == identifier]


def _identifier(root: etree._Element) -> str:
    return from_xml_id(root.get(XML_ID, ""))


def _tagged(root: etree._Element) -> list[TaggedName]:
    return [found for found in read(root).names if found.block is not None]


def _meant(tagged: Iterable[TaggedName], decision: Decision) -> list[TaggedName]:
    """Return the names that a decision is about: by their sentence, or where it names none by their place."""
    of_words = [one for one in tagged if _plain_words(_passage(one).match) == _plain_words(decision.text)]
    if decision.rank < 2:
        return of_words
    if decision.digest:
        return [one for one in of_words if digest_of(_passage(one)) == decision.digest]
    return [one for one in of_words if paragraph_of(one.element)[0] == decision.paragraph]


def _certainly_meant(tagged: Iterable[TaggedName], decision: Decision) -> list[TaggedName]:
    found = _meant(tagged, decision)
    # Which of several is the second is not known where some are tagged and some are not.
    return found if decision.digest or not decision.occurrence or len(found) == 1 else []


def _passage(found: TaggedName) -> Passage:
    assert found.block is not None
    return passage(found.block.text, found.start, found.end)


def _plain_words(text: str) -> str:
    return " ".join(re.sub(r"[\[\]]", "", text).split())
