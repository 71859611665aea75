"""Names are tagged in a file and no other byte of it changes.

`annotate` is a function of the file, the authority files and the decisions that a reviewer took.
Its edits are insertions only: tags round a name, or a reference in the tag that an editor
gave a name already. What carries a reference is left alone, so annotating twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.entities.analysis import Analysis, FoundName, analyse
from dragoman.entities.company import Company, reconsidered
from dragoman.entities.decisions import Decision, apply_decisions, digest_of
from dragoman.entities.insertion import Placement
from dragoman.entities.link import Certainty, Link, Ranked, link
from dragoman.entities.matcher import Matcher
from dragoman.entities.mentions import Passage, paragraph_of, passage
from dragoman.entities.model import Authorities, Entity, Kind
from dragoman.entities.roles import ROLE
from dragoman.entities.standing import HEADER_NAMES, HEADER_PARTS, doubtful, without_left
from dragoman.errors import UnusableInput
from dragoman.tei.edit import Edit, apply_edits
from dragoman.tei.ns import local_name, tei
from dragoman.tei.parse import parse_editable

UNTAGGABLE = Rule(
    "ENT001",
    Severity.WARNING,
    "a name cannot be tagged",
    "Its words stand in elements that overlap with it, so that no tag can go round them.",
    "Mao <note>Zedong, and then</note>",
    "<persName ref=…>Mao</persName> <note>Zedong, and then</note>",
)


@dataclass(frozen=True, slots=True)
class Options:
    """What annotating writes.

    with_likely: also links that are likely, with @cert;
    with_new:    entries that are proposed and sure enter the authority files.
    """

    with_likely: bool = False
    with_new: bool = True


@dataclass(frozen=True, slots=True)
class NameDecision:
    """What was decided of one name in one document, and why.

    paragraph: xml:id of the paragraph or note; occurrence: from 1, of these words in it;
    ranked: the candidates, best first; around: the text of the block, where the name is [start, end);
    date: of the document or, in a list, of the entry, "" where it is not known.
    """

    document: str
    paragraph: str
    occurrence: int
    text: str
    kind: str
    certainty: Certainty
    rule: str
    ranked: tuple[Ranked, ...]
    around: str
    start: int
    end: int
    place: Place
    date: str = ""

    @property
    def ref(self) -> str:
        """The reference written (or, where it is open, the best candidate's), "" without any."""
        return self.ranked[0].entity.ref if self.ranked else ""

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The references of the other candidates."""
        return tuple(ranked.entity.ref for ranked in self.ranked[1:])

    @property
    def evidence(self) -> tuple[str, ...]:
        """The reasons for the best candidate, strongest first."""
        reasons = self.ranked[0].evidence if self.ranked else ()
        return tuple(piece.reason for piece in sorted(reasons, key=lambda piece: -piece.points))

    @property
    def passage(self) -> Passage:
        """The name in its sentence."""
        return passage(self.around, self.start, self.end)

    @property
    def digest(self) -> str:
        """The digest of the sentence, as the decisions file names it."""
        return digest_of(self.passage)

    @property
    def is_idle(self) -> bool:
        """True for a role of which nothing is known: it can be decided about, and nobody is asked to."""
        return self.rule == ROLE and not self.ranked


@dataclass(frozen=True, slots=True)
class Annotation:
    """A file annotated: its new bytes, what was decided, and what could not be done."""

    octets: bytes
    decisions: tuple[NameDecision, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    def changes(self, octets: bytes) -> bool:
        """Return True where the file is no longer as it was."""
        return self.octets != octets


def annotate(
    octets: bytes,
    name: str,
    authorities: Authorities,
    gazetteer: Authorities | None = None,
    options: Options | None = None,
    matcher: Matcher | None = None,
    decisions: Sequence[Decision] = (),
) -> Annotation:
    """Return the TEI file with its names tagged and linked into ``authorities``.

    name:      what diagnostics call the file;
    gazetteer: names known beside the edition's own; they take part in the decision, so that a
               surname which may be somebody else's is not linked, but nothing is linked to them;
    matcher:   made of both, where the caller has it already (it is worth keeping for many files);
    decisions: what a reviewer decided, which goes before all evidence.
    """
    try:
        octets, root = without_left(octets, parse_editable(octets, name), name, decisions)
    except UnusableInput as error:
        return Annotation(octets, (), (error.diagnostic,))
    analysis = analyse(root, matcher or Matcher(authorities, gazetteer))
    return annotate_analysed(octets, name, root, analysis, authorities, options, decisions)


def annotate_analysed(
    octets: bytes,
    name: str,
    root: etree._Element,
    analysis: Analysis,
    authorities: Authorities,
    options: Options | None = None,
    decisions: Sequence[Decision] = (),
) -> Annotation:
    """Return what `annotate` does, for a file that has been parsed and analysed."""
    linked = linked_names(root, analysis, authorities, decisions)
    return annotate_linked(octets, name, root, analysis, linked, authorities, options)


@dataclass(frozen=True, slots=True)
class Linked:
    """The links of a document, decisions carried out, and what is to be said of decisions."""

    links: Sequence[Link]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def sure(self) -> set[str]:
        """The references of the entities that are surely named."""
        return {made.entity.ref for made in self.links if made.entity and made.certainty is Certainty.SURE}


def linked_names(
    root: etree._Element, analysis: Analysis, authorities: Authorities, decisions: Sequence[Decision] = ()
) -> Linked:
    """Return the links of a document that has been analysed, as evidence and decisions make them."""
    links, doubts, unused = apply_decisions(
        analysis, link(analysis, authorities.entities), decisions, authorities
    )
    return Linked(links, (*doubts, *doubtful(root, unused)))


def annotate_linked(
    octets: bytes,
    name: str,
    root: etree._Element,
    analysis: Analysis,
    linked: Linked,
    authorities: Authorities,
    options: Options | None = None,
    company: Company | None = None,
) -> Annotation:
    """Return the file with its links written; ``company`` is weighed where a name may mean several."""
    links = reconsidered(linked.links, analysis.id, company) if company else linked.links
    made = write_links(octets, name, root, analysis, links, authorities, options or Options())
    return replace(made, diagnostics=(*linked.diagnostics, *made.diagnostics))


def write_links(
    octets: bytes,
    name: str,
    root: etree._Element,
    analysis: Analysis,
    links: Sequence[Link],
    authorities: Authorities,
    options: Options,
) -> Annotation:
    """Return the file with the links of an analysis written into it."""
    mark = b"\xef\xbb\xbf" if octets.startswith(b"\xef\xbb\xbf") else b""
    text = octets[len(mark) :].decode("utf-8")
    placement = Placement(text, root)
    edits: list[Edit] = []
    decisions: list[NameDecision] = []
    diagnostics: list[Diagnostic] = []
    seen: dict[tuple[str, str], int] = {}
    written: dict[str, set[str]] = {}
    paragraphs: dict[int, str] = {}
    for made in links:
        block = made.name.block
        if block not in paragraphs:
            paragraphs[block] = paragraph_of(analysis.blocks[block].block.owner)[0]
        decision = _decision(analysis, made, name, placement, paragraphs[block], seen)
        decisions.append(decision)
        entity = made.entity
        if entity is None or authorities.get(entity.ref) is None:
            continue
        if made.certainty is Certainty.LIKELY and not options.with_likely:
            continue
        written.setdefault(decision.text, set()).add(entity.ref)
        edit = _edits(analysis, made.name, entity, made.certainty, placement)
        if not edit:
            diagnostics.append(
                UNTAGGABLE.at(
                    decision.place,
                    f"“{decision.text}” cannot be tagged as {entity.ref}",
                    "tag a part of it by hand",
                )
            )
        edits += edit
    edits += _header_edits(root, placement, written)
    return Annotation(
        mark + apply_edits(text, _in_nesting_order(edits)).encode("utf-8"),
        tuple(decisions),
        tuple(diagnostics),
    )


def _decision(
    analysis: Analysis,
    made: Link,
    file: str,
    placement: Placement,
    paragraph: str,
    seen: dict[tuple[str, str], int],
) -> NameDecision:
    found = made.name
    candidate = found.candidate
    tokens = analysis.blocks[found.block]
    start, end = tokens[candidate.first].start, tokens[candidate.last - 1].end
    text = analysis.text(found)
    occurrence = seen[paragraph, text] = seen.get((paragraph, text), 0) + 1
    line, column = placement.scan.line_column(placement.start_of(tokens.block, start))
    return NameDecision(
        analysis.id,
        paragraph,
        occurrence,
        text,
        candidate.kind.value,
        made.certainty,
        candidate.rule,
        made.ranked,
        tokens.block.text,
        start,
        end,
        Place(file, line, column),
        analysis.dates[found.block],
    )


def _edits(
    analysis: Analysis, found: FoundName, entity: Entity, certainty: Certainty, placement: Placement
) -> list[Edit]:
    attributes = f' ref="{entity.ref}"' + (' cert="medium"' if certainty is Certainty.LIKELY else "")
    if found.element is not None:
        return [placement.attribute(found.element, attributes)]
    tokens = analysis.blocks[found.block]
    candidate = found.candidate
    span = placement.range_of(tokens.block, tokens[candidate.first].start, tokens[candidate.last - 1].end)
    if span is None:
        return []
    opened = placement.prefix + candidate.start_tag
    closed = opened.partition(" ")[0]
    return [Edit(span[0], span[0], f"<{opened}{attributes}>"), Edit(span[1], span[1], f"</{closed}>")]


def _in_nesting_order(edits: Sequence[Edit]) -> list[Edit]:
    """Return insertions so that, at one offset, end tags come first and outer start tags before inner.

    Names are in order of their beginnings, the longer first: start tags are in order as they are;
    of end tags at one offset the later name's comes first.
    """
    ends = [edit for edit in edits if edit.new.startswith("</")]
    others = [edit for edit in edits if not edit.new.startswith("</")]
    return [*reversed(ends), *others]


def _header_edits(root: etree._Element, placement: Placement, written: dict[str, set[str]]) -> list[Edit]:
    """Return references for the names of the header that the text has linked under the same words."""
    edits = []
    for part in HEADER_PARTS:
        for section in root.iter(tei(part)):
            for element in section.iter(*(tei(kind) for kind in HEADER_NAMES)):
                text = " ".join("".join(element.itertext()).split())
                refs = written.get(text, set())
                if element.get("ref") is None and len(refs) == 1 and _fits(element, min(refs)):
                    edits.append(placement.attribute(element, f' ref="{min(refs)}"'))
    return edits


def _fits(element: etree._Element, reference: str) -> bool:
    """Return True where a name element of the header is of the kind that a reference leads to."""
    return any(kind.tag == local_name(element) and reference.partition(":")[0] == kind.value for kind in Kind)
