"""A whole edition annotated: new entries proposed and accepted, then every document linked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from lxml import etree

from dragoman.diagnostics import Diagnostic
from dragoman.entities.analysis import Analysis, analyse, analysed_again, figures_of
from dragoman.entities.annotate import Annotation, Linked, Options, annotate_linked, linked_names
from dragoman.entities.authority import DOUBLE_ID, read_authority
from dragoman.entities.authority_edit import new_file, with_entries
from dragoman.entities.company import Company, sure_references
from dragoman.entities.decisions import Decision, read_decisions
from dragoman.entities.link import Certainty
from dragoman.entities.matcher import Matcher
from dragoman.entities.model import Authorities, Entity, Kind
from dragoman.entities.propose import propose
from dragoman.entities.standing import CHANGED, unmade, without_left
from dragoman.errors import UnusableInput
from dragoman.tei.ids import from_xml_id
from dragoman.tei.ns import XML_ID
from dragoman.tei.parse import parse_editable


@dataclass(frozen=True, slots=True)
class AnnotatedEdition:
    """What annotating an edition gives; nothing has been written yet.

    documents:   by the file's name, each with its new bytes and its decisions;
    authorities: new bytes of the authority files that gain entries (also of files that are new);
    known:       the references that lead to an entry of the edition;
    accepted:    the new entries; diagnostics: of the authority files; a file with errors is not changed.
    """

    documents: Mapping[str, Annotation]
    authorities: Mapping[Kind, bytes]
    accepted: tuple[Entity, ...]
    diagnostics: tuple[Diagnostic, ...]
    known: frozenset[str] = frozenset()


def annotate_edition(
    documents: Mapping[str, bytes],
    authority_files: Mapping[Kind, tuple[str, bytes]],
    gazetteer: Authorities,
    options: Options | None = None,
    title: str = "",
    decisions: tuple[str, str] = ("decisions.txt", ""),
    others: Collection[str] = (),
    standing: Mapping[str, Collection[str]] | None = None,
) -> AnnotatedEdition:
    """Return an edition with its names tagged and its authority files filled.

    documents:       TEI files by name, in the order in which decisions are wanted;
    authority_files: for each kind that has one, the file's name and bytes;
    title:           of the edition, for authority files that have to be made;
    decisions:       name and text of the file of the reviewer's decisions;
    others:          names of all files of the edition, which the decisions may be about;
    standing:        of documents that are not annotated now, by id, the references that are sure.

    Two entries with one id are an error that leaves everything as it is: links would lead to either.
    """
    entities: list[Entity] = []
    diagnostics: list[Diagnostic] = []
    broken: set[Kind] = set()
    decided, faults = read_decisions(decisions[1], decisions[0])
    diagnostics += faults
    for kind, (name, octets) in authority_files.items():
        found = read_authority(octets, name, kind)
        entities += found.entities
        diagnostics += found.diagnostics
        if not found.entities and found.diagnostics:
            broken.add(kind)
    if any(diagnostic.code == DOUBLE_ID.code for diagnostic in diagnostics):
        unchanged = {name: Annotation(octets, ()) for name, octets in documents.items()}
        return AnnotatedEdition(unchanged, {}, (), tuple(diagnostics))
    own = Authorities.of(entities)
    gone = unmade(decided, own)
    linkable = Authorities.of(entity for entity in entities if entity.ref not in gone)
    matcher = Matcher(linkable, gazetteer)
    roots: dict[str, etree._Element] = {}
    revised: dict[str, bytes] = {}
    annotated: dict[str, Annotation] = {}
    for name, octets in documents.items():
        try:
            revised[name], roots[name] = without_left(
                octets, parse_editable(octets, name), name, decided, gone
            )
        except UnusableInput as error:
            annotated[name] = Annotation(octets, (), (error.diagnostic,))
    diagnostics += _about_nothing(decided, roots.values(), [*documents, *others])
    figures = figures_of(roots.values(), matcher)
    analyses = {name: analyse(root, matcher, figures) for name, root in roots.items()}
    options = options or Options()
    proposed = propose(list(analyses.values()), own, gazetteer) if options.with_new else []
    filling = _filled(
        roots,
        analyses,
        matcher,
        (linkable, gazetteer),
        [entity for entity in proposed if entity.kind not in broken],
        decided,
        options,
    )
    files = _with_new(authority_files, filling.accepted, title)
    named: dict[str, Collection[str]] = dict(standing or {})
    for name, root in roots.items():
        named[analyses[name].id] = filling.linked[name].sure | sure_references(root)
    company = Company.of(named)
    for name, root in roots.items():
        # Each analysis is let go when its document is done: they are larger than the documents.
        analysis = analyses.pop(name)
        annotated[name] = annotate_linked(
            revised[name], name, root, analysis, filling.linked.pop(name), filling.known, options, company
        )
    in_order = {name: annotated[name] for name in documents}
    return AnnotatedEdition(
        in_order, files, filling.accepted, tuple(diagnostics), frozenset(filling.known.entities)
    )


@dataclass(frozen=True, slots=True)
class _Filling:
    """New entries that documents are linked to, all entries with them, and the links by the file's name."""

    accepted: tuple[Entity, ...]
    known: Authorities
    linked: dict[str, Linked]


def _filled(
    roots: Mapping[str, etree._Element],
    analyses: dict[str, Analysis],
    matcher: Matcher,
    known: tuple[Authorities, Authorities],
    proposed: Sequence[Entity],
    decided: Sequence[Decision],
    options: Options,
) -> _Filling:
    """Return the entries of ``proposed`` that something is linked to, and the links.

    ``analyses`` are made again where a name of a new entry occurs. ``known``: the entries of the edition
    and the gazetteer. An entry to which nothing is linked is not taken in: it would be proposed at each run.
    """
    own, gazetteer = known
    accepted = tuple(proposed)
    again: set[str] = set()
    while True:
        filled = own.with_entities(accepted)
        final = Matcher(filled, gazetteer) if accepted else matcher
        # What was known before is found already: only where a name of a new entry occurs is there more.
        of_new = Matcher(Authorities.of(accepted))
        linked: dict[str, Linked] = {}
        used: set[str] = set()
        for name, root in roots.items():
            if name in again or any(True for tokens in analyses[name].blocks for _ in of_new.hits(tokens)):
                again.add(name)
                analyses[name] = analysed_again(analyses[name], final)
            linked[name] = linked_names(root, analyses[name], filled, decided)
            used |= _written(linked[name], options)
        used |= {part for entity in accepted for part in _parts(entity)}
        kept = tuple(entity for entity in accepted if entity.ref in used)
        if kept == accepted:
            return _Filling(accepted, filled, linked)
        accepted = kept


def _written(linked: Linked, options: Options) -> set[str]:
    """Return the references that the links of a document write into it."""
    return {
        made.entity.ref
        for made in linked.links
        if made.entity and (made.certainty is Certainty.SURE or options.with_likely)
    }


def _parts(entity: Entity) -> Iterator[str]:
    """Yield the references of entries that an entry names: the place it lies in, bodies of its offices."""
    if entity.within:
        yield f"place:{entity.within}"
    for office in entity.offices:
        if office.org:
            yield f"org:{office.org}"


def _with_new(
    authority_files: Mapping[Kind, tuple[str, bytes]], accepted: Sequence[Entity], title: str
) -> dict[Kind, bytes]:
    """Return new bytes of the authority files that gain entries."""
    files: dict[Kind, bytes] = {}
    for kind in Kind:
        new = [entity for entity in accepted if entity.kind is kind]
        if new and kind in authority_files:
            files[kind] = with_entries(authority_files[kind][1], authority_files[kind][0], kind, new)
        elif new:
            files[kind] = new_file(kind, new, title)
    return files


def _about_nothing(
    decisions: Iterable[Decision], roots: Iterable[etree._Element], files: Iterable[str]
) -> Iterator[Diagnostic]:
    """Yield what is to be said of decisions about documents that are not there."""
    known = {from_xml_id(root.get(XML_ID, "")) for root in roots} | {PurePath(file).stem for file in files}
    known.add("*")
    for decision in decisions:
        if decision.document not in known:
            yield CHANGED.at(
                decision.place,
                f"there is no document {decision.document}",
                "name a document of the edition, or delete this line",
            )
