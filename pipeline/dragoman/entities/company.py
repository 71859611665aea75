"""Who is named together with whom in the documents of an edition, as evidence between namesakes.

It ranks candidates and can make a link likely, never sure: what is sure does not depend on it, so that
annotating again finds the same company and changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from dragoman.entities.link import LIKELY_POINTS, Certainty, Evidence, Link, Ranked, in_rank
from dragoman.entities.model import Kind
from dragoman.entities.reading import NAME_ELEMENTS
from dragoman.tei.ns import tei

_WITH_MOST: Final = 2
_WITH_SOME: Final = 1
_PREFIXES: Final = (f"{Kind.PERSON}:", f"{Kind.ORG}:")


@dataclass(frozen=True, slots=True)
class Company:
    """People and bodies that are surely named in each document, by its id, and the documents of each."""

    named: Mapping[str, frozenset[str]]
    documents: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, named: Mapping[str, Iterable[str]]) -> Company:
        """Return the company of documents; places are in everybody's and are left out."""
        kept = {
            document: frozenset(ref for ref in references if ref.startswith(_PREFIXES))
            for document, references in named.items()
        }
        documents: dict[str, set[str]] = defaultdict(set)
        for document, references in kept.items():
            for ref in references:
                documents[ref].add(document)
        return cls(kept, {ref: frozenset(found) for ref, found in documents.items()})

    def companions(self, ref: str, document: str, besides: frozenset[str]) -> list[str]:
        """Return who is named in ``document`` and, in another one, together with ``ref``; sorted."""
        elsewhere = self.documents.get(ref, frozenset()) - {document}
        if not elsewhere:
            return []
        here = self.named.get(document, frozenset()) - besides
        return sorted(other for other in here if self.documents[other] & elsewhere)


def sure_references(root: etree._Element) -> set[str]:
    """Return the references of the text of a document that say nothing of their certainty."""
    found: set[str] = set()
    for text in root.iter(tei("text")):
        for element in text.iter(*(tei(name) for name in NAME_ELEMENTS)):
            if element.get("cert") is None:
                found.update(element.get("ref", "").split())
    return found


def reconsidered(links: Sequence[Link], document: str, company: Company) -> list[Link]:
    """Return the links of a document; where several are meant by a name, company counts among its reasons."""
    return [
        _reconsidered(made, document, company)
        if made.certainty is not Certainty.SURE and len(made.ranked) > 1
        else made
        for made in links
    ]


def _reconsidered(made: Link, document: str, company: Company) -> Link:
    besides = frozenset(ranked.entity.ref for ranked in made.ranked)
    found = {ref: company.companions(ref, document, besides) for ref in besides}
    most = max(len(others) for others in found.values())
    if not most or made.name.candidate.is_role:
        return made
    is_one = sum(1 for others in found.values() if len(others) == most) == 1
    ranked = in_rank(
        Ranked(one.entity, (*one.evidence, *_evidence(found[one.entity.ref], most if is_one else most + 1)))
        for one in made.ranked
    )
    is_likely = ranked[0].points >= LIKELY_POINTS and ranked[0].points > ranked[1].points
    return Link(made.name, Certainty.LIKELY if is_likely else Certainty.OPEN, ranked)


def _evidence(others: Sequence[str], most: int) -> Iterable[Evidence]:
    if others:
        points = _WITH_MOST if len(others) == most else _WITH_SOME
        more = f" and {len(others) - 1} more of this document" if len(others) > 1 else ""
        yield Evidence(points, f"elsewhere named together with {others[0]}{more}")
