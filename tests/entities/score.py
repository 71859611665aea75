"""Print precision, recall and F1 of name discovery and linking, and B³ of clusters, against the gold files.

    python tests/entities/score.py [--real FOLDER] [--sealed]

Without ``--real`` (the edition with the two real documents) only the specimen documents are scored; without
``--sealed`` the sets that nobody may tune on are left out, so that their totals are not seen by the way.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from blind import GOLD, LISTED_SETS, MARKED_SETS, aliases, is_sealed, listed_set, marked_set, read_names
from gold_places import TranscriptPlaces
from lxml import etree

from dragoman.convert.context import Context
from dragoman.convert.registry import converters
from dragoman.edition import Edition
from dragoman.entities.analysis import Analysis, analyse
from dragoman.entities.authority import read_authorities
from dragoman.entities.gazetteer import gazetteer
from dragoman.entities.link import Certainty, link
from dragoman.entities.matcher import Matcher
from dragoman.entities.model import Authorities, Kind
from dragoman.entities.propose import propose
from dragoman.source import SourceText, read_source
from dragoman.tei.letterhead import letterhead
from dragoman.tei.parse import parse
from dragoman.tei.views import source_view
from dragoman.tei.write import document_octets

REAL = ("1978MOSCOW08357", "kapitsa-yondon-1982-06-09")
TUNED = (*REAL, "1979PEKING01642", "krappe-vereshchagin-1980-02-19", "vereshchagin-dorjsuren-1978-09-14")
UNSEEN = (
    "1979STATE128840",
    "commission-third-session-1979-06-21",
    "gauge-seven-visit-1979-08-03",
    "polish-note-dredger-1980-10-30",
    "szendrodi-letter-1981-03-12",
)

Names = dict[tuple[int, int, str], str]


@dataclass
class Tally:
    """Counts of one measure."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """How much of what was found is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """How much of what was wanted is found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        counts = f"{self.right} right, {self.found} found, {self.wanted} wanted"
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  ({counts})"


def totals(tallies: Iterable[Tally]) -> Tally:
    """Return the sums of several tallies."""
    tallies = list(tallies)
    return Tally(sum(t.right for t in tallies), sum(t.found for t in tallies), sum(t.wanted for t in tallies))


@dataclass
class Scores:
    """All measures of one set: by kind, and for clusters the pairs of what was wanted and what was made.

    misses: a line for each name that was not found, found wrongly, or linked otherwise than in the gold.
    """

    discovery: Mapping[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    linking: Mapping[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    clusters: list[tuple[str, str]] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Texts:
    """Documents with their gold, and the authority files that they are linked with.

    renamed: gold ids of entries that the authority files call otherwise, by kind and id.
    """

    roots: Mapping[str, etree._Element]
    gold: Mapping[str, Names]
    own: Authorities
    renamed: Mapping[tuple[str, str], str] = field(default_factory=dict)


def of_edition(edition: Edition, stems: Sequence[str]) -> Texts:
    """Return documents of an edition with their gold."""
    sources = {stem: read_source(edition.sources / f"{stem}.txt", f"{stem}.txt") for stem in stems}
    return Texts(
        {stem: parse(converted(edition, stem, source), stem) for stem, source in sources.items()},
        {stem: read_names(GOLD / f"{stem}.tsv") for stem in stems},
        own_authorities([(kind, edition.authority_file(kind.plural)) for kind in Kind]),
    )


def texts_of(name: str, edition: Edition) -> Texts:
    """Return the transcripts of a marked or listed set with their gold; the edition gives the header."""
    marked = listed_set(name) if name in LISTED_SETS else marked_set(name)
    sources = {stem: SourceText(f"{stem}.txt", one.text) for stem, one in marked.items()}
    return Texts(
        {stem: parse(converted(edition, stem, source), stem) for stem, source in sources.items()},
        {stem: dict(one.names) for stem, one in marked.items()},
        own_authorities([(kind, GOLD / name / f"{kind.plural}.xml") for kind in Kind]),
        aliases(name),
    )


def converted(edition: Edition, stem: str, source: SourceText) -> bytes:
    """Return the TEI that the best converter makes of a transcript."""
    converter = max(converters().values(), key=lambda c: c.detect(source).score)
    return document_octets(converter.convert(source, Context(stem)).document, letterhead(edition.header))


def own_authorities(files: Sequence[tuple[Kind, Path]]) -> Authorities:
    """Return the entries of authority files."""
    present = [(kind, kind.plural, path.read_bytes()) for kind, path in files if path.is_file()]
    entities, _ = read_authorities(present)
    return Authorities.of(entities)


def score(texts: Texts, scores: Scores) -> None:
    """Add documents to the scores of a set."""
    known = gazetteer()
    bare = Matcher(Authorities(), known)
    analyses = {stem: analyse(root, bare) for stem, root in texts.roots.items()}
    made = Authorities.of(propose(list(analyses.values()), Authorities(), known))
    of_made = Matcher(made, known)
    own = texts.own if len(texts.own) else made
    linker = Matcher(own, known)
    in_files = {(kind, texts.renamed.get((kind, id), id)) for kind, id in _ids(own)}
    for stem, root in texts.roots.items():
        gold, places = texts.gold[stem], TranscriptPlaces(root)
        found = _found(analyses[stem], places)
        _discovery(gold, found, scores)
        linked = {
            span: texts.renamed.get((span[2], id), id)
            for span, id in _linked(analyse(root, linker), own, places).items()
        }
        _linking(gold, linked, in_files, scores)
        scores.misses += _misses(stem, root, gold, found, linked if len(texts.own) else {}, in_files)
        clustered = _linked(analyse(root, of_made), made, places)
        scores.clusters += [
            (gold[span], clustered.get(span, f"alone {stem} {span}"))
            for span in gold
            if span[2] == "person" and gold[span] != "-"
        ]


def _ids(authorities: Authorities) -> list[tuple[str, str]]:
    return [(entity.kind.value, entity.id) for entity in authorities.entities.values()]


def _found(analysis: Analysis, places: TranscriptPlaces) -> set[tuple[int, int, str]]:
    spans = (
        (places.range_of(analysis, name), name.candidate)
        for name in analysis.names
        if not name.candidate.is_role
    )
    return {(*span, c.kind.value) for span, c in spans if span is not None and not (c.is_weak and not c.uses)}


def _linked(analysis: Analysis, own: Authorities, places: TranscriptPlaces) -> Names:
    names: Names = {}
    for made in link(analysis, own.entities):
        span = places.range_of(analysis, made.name)
        entity = made.entity
        if (
            span is not None
            and entity is not None
            and made.certainty is Certainty.SURE
            and own.get(entity.ref)
            and not made.name.candidate.is_role
        ):
            names[*span, entity.kind.value] = entity.id
    return names


def _discovery(gold: Names, found: set[tuple[int, int, str]], scores: Scores) -> None:
    for kind in Kind:
        wanted = {span for span in gold if span[2] == kind}
        of_kind = {span for span in found if span[2] == kind}
        tally = scores.discovery[kind]
        tally.right += len(wanted & of_kind)
        tally.found += len(of_kind)
        tally.wanted += len(wanted)


def _misses(
    stem: str,
    root: etree._Element,
    gold: Names,
    found: set[tuple[int, int, str]],
    linked: Names,
    in_files: set[tuple[str, str]],
) -> Iterator[str]:
    """Yield a line for each name that differs from the gold, with the words before and after it."""
    view = source_view(root).text
    offsets = [offset for offset, character in enumerate(view) if not character.isspace()]

    def shown(span: tuple[int, int, str]) -> str:
        start, end = offsets[span[0]], offsets[span[1] - 1] + 1
        parts = (view[max(0, start - 30) : start], view[start:end], view[end : end + 25])
        before, name, after = (" ".join(part.split()) for part in parts)
        return f"{stem} {span[2]}: {before} [{name}] {after}"

    for span in sorted(found | gold.keys()):
        if (span in gold) != (span in found):
            yield f"{'missed' if span in gold else 'wrong '}  {shown(span)}"
    # Without authority files ids mean nothing: nothing is linked then.
    for span in sorted(linked.keys() | gold.keys()):
        wanted = gold.get(span, "nothing")
        if span in linked and linked[span] != wanted:
            yield f"mislinked to {linked[span]}, not {wanted}  {shown(span)}"
        elif linked and span not in linked and (span[2], wanted) in in_files:
            yield f"unlinked {wanted}  {shown(span)}"


def _linking(gold: Names, linked: Names, in_files: set[tuple[str, str]], scores: Scores) -> None:
    for kind in Kind:
        wanted = {s: name for s, name in gold.items() if s[2] == kind and (kind, name) in in_files}
        made = {s: name for s, name in linked.items() if s[2] == kind}
        tally = scores.linking[kind]
        tally.right += sum(1 for span, name in made.items() if gold.get(span) == name)
        tally.found += len(made)
        tally.wanted += len(wanted)


def b_cubed(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return B³ precision and recall of pairs of wanted and made cluster, one for each mention."""
    both, wanted, made = Counter(pairs), Counter(w for w, _ in pairs), Counter(m for _, m in pairs)
    precision = sum(count * count / made[m] for (_, m), count in both.items()) / len(pairs)
    recall = sum(count * count / wanted[w] for (w, _), count in both.items()) / len(pairs)
    return precision, recall


def main() -> None:
    """Score the sets and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--real", type=Path, help="the edition with the two real documents")
    parser.add_argument("--sealed", action="store_true", help="also print the totals of the sealed sets")
    sets = (*MARKED_SETS, *LISTED_SETS)
    open_sets = ["tuned", "unseen", *(name for name in sets if not is_sealed(name))]
    parser.add_argument("--misses", choices=open_sets, help="also list what a set that is not sealed missed")
    arguments = parser.parse_args()
    specimen = Edition(Path(__file__).parents[2])
    for half, stems in (("tuned", TUNED), ("unseen", UNSEEN)):
        scores = Scores()
        score(of_edition(specimen, [stem for stem in stems if stem not in REAL]), scores)
        if arguments.real and half == "tuned":
            score(of_edition(Edition(arguments.real), REAL), scores)
        show(half, scores)
        if arguments.misses == half:
            print(*scores.misses, sep="\n")
    for name in sets:
        if is_sealed(name) and not arguments.sealed:
            continue
        scores = Scores()
        score(texts_of(name, specimen), scores)
        show(name, scores, has_links=name not in LISTED_SETS)
        if arguments.misses == name:
            print(*scores.misses, sep="\n")


def show(half: str, scores: Scores, *, has_links: bool = True) -> None:
    """Print the table of one set."""
    print(half)
    for kind in Kind:
        print(f"  {'discovery without authorities':30} {kind:7} {scores.discovery[kind]}")
    for kind in Kind if has_links else ():
        print(f"  {'sure links':30} {kind:7} {scores.linking[kind]}")
    if has_links:
        print(f"  {'sure links':30} {'all':7} {totals(scores.linking.values())}")
    precision, recall = b_cubed(scores.clusters)
    print(f"  {'clusters of people (B³)':30} {'':7} P {precision:.3f}  R {recall:.3f}")


if __name__ == "__main__":
    main()
