"""What a reviewer decided about names: a plain text file that is read, replayed and undone by lines.

    link  orlov-1978 p3 2 “Orlov” person:orlov-pavel ~9f31c2a07b
    link  orlov-1978 * * “Orlov” person:orlov-pavel
    link  * * * “Teng” person:deng-xiaoping
    leave orlov-1978 p7 1 “Union” - ~11d0a6c9e2

A line names the document, the paragraph and the occurrence of the words in it; ``*`` stands for
all, ``-`` for a title or another place without an id. The number after ``~`` is a digest of the sentence:
a decision follows its sentence when ids change in a new conversion, and is not applied to a sentence that
has been changed. Of two lines about one name the more special wins, and of equals the later. Straight
quotation marks do as well.

To undo a decision that is not carried out yet, delete its line. Where it is, write ``leave`` for ``link``:
the tags that lead to the entry are taken away within the line's reach, and names are as if it had never
been taken. With ``-`` for the entry the words are no name, and stay untagged whatever speaks for them.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.entities.analysis import Analysis
from dragoman.entities.link import Certainty, Evidence, Link, Ranked
from dragoman.entities.mentions import Passage, paragraph_of, passage
from dragoman.entities.model import Authorities, split_reference
from dragoman.entities.nearest import advice

MALFORMED = Rule(
    "DEC001",
    Severity.ERROR,
    "a line of the decisions cannot be read",
    "A decision that is not understood would silently not be carried out.",
    "orlov is the father",
    "link orlov-1978 p3 2 “Orlov” person:orlov-pavel ~9f31c2a07b",
)
NOBODY = Rule(
    "DEC003",
    Severity.ERROR,
    "a decision links to an entry that does not exist",
    "A reference has to lead to an entry of the authority files.",
    "link * * * “Teng” person:teng",
    "link * * * “Teng” person:deng-xiaoping",
)

_NOWHERE: Final = Place("")
HEADING: Final = (
    "# Decisions about names. One line each: link or leave, document, paragraph, occurrence, words, entry.\n"
    "# An asterisk stands for all. To undo a link, write leave for link and annotate again.\n"
)
_LINE: Final = re.compile(
    r"(?P<action>link|leave)\s+(?P<document>\S+)\s+(?P<paragraph>\S+)\s+(?P<occurrence>\d+|\*)\s+"
    r"[“\"](?P<text>.*?)[”\"]\s+(?P<ref>\S+)(?:\s+~(?P<digest>[0-9a-f]+))?"
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One line. ``paragraph``, ``document`` may be "*"; ``occurrence`` 0 stands for all.

    paragraph: "" where the words stand in none that has an id: a title, a line of the archive's citation;
    ref: the entry, "" where the words are to be left untagged; digest: of the sentence, "" for any;
    is_undone: the link to the entry was decided once and is to be taken back.
    """

    document: str
    paragraph: str
    occurrence: int
    text: str
    ref: str
    digest: str = ""
    place: Place = _NOWHERE
    is_undone: bool = False

    def __str__(self) -> str:
        action = "link " if self.ref and not self.is_undone else "leave"
        occurrence = str(self.occurrence or "*")
        where = f"{self.document} {self.paragraph or '-'} {occurrence}"
        line = f"{action} {where} “{self.text}” {self.ref or '-'}"
        return f"{line} ~{self.digest}" if self.digest else line

    @property
    def rank(self) -> int:
        """2 for one passage, 1 for all of a document, 0 for all of the edition."""
        return 0 if self.document == "*" else 1 if self.paragraph == "*" else 2


def digest_of(found: Passage) -> str:
    """Return the digest of a name in its sentence: ten digits."""
    words = f"{found.before}|{found.match}|{found.after}".split()
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:10]


def read_decisions(text: str, file: str) -> tuple[list[Decision], list[Diagnostic]]:
    """Return the decisions of a file in their order, and the lines that cannot be read."""
    decisions: list[Decision] = []
    diagnostics: list[Diagnostic] = []
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        place = Place(file, number, 1 + len(line) - len(line.lstrip()))
        match = _LINE.fullmatch(stripped)
        ref = match["ref"] if match else ""
        is_link = match is not None and match["action"] == "link"
        if match is None or (split_reference(ref) is None and (is_link or ref != "-")):
            diagnostics.append(
                MALFORMED.at(
                    place,
                    f"“{stripped}” is not a decision",
                    "write: link DOCUMENT PARAGRAPH OCCURRENCE “WORDS” REFERENCE, or leave for link",
                )
            )
            continue
        occurrence = 0 if match["occurrence"] == "*" else int(match["occurrence"])
        decisions.append(
            Decision(
                match["document"],
                "" if match["paragraph"] == "-" else match["paragraph"],
                occurrence,
                match["text"],
                "" if ref == "-" else ref,
                match["digest"] or "",
                place,
                is_undone=not is_link and ref != "-",
            )
        )
    return decisions, diagnostics


def with_reference(text: str, old: str, new: str) -> str:
    """Return the text of a decisions file whose lines lead to ``new`` where they led to ``old``.

    No other character changes: the file is the reviewer's.
    """
    lines = []
    for line in text.splitlines(keepends=True):
        match = _LINE.search(line)
        if match is not None and match["ref"] == old and not line.lstrip().startswith("#"):
            start, end = match.span("ref")
            line = line[:start] + new + line[end:]
        lines.append(line)
    return "".join(lines)


def written(decisions: Iterable[Decision]) -> str:
    """Return the text of a decisions file."""
    return HEADING + "".join(f"{decision}\n" for decision in decisions)


def apply_decisions(
    analysis: Analysis, links: Sequence[Link], decisions: Sequence[Decision], authorities: Authorities
) -> tuple[list[Link], list[Diagnostic], list[Decision]]:
    """Return the links with the decisions carried out, what could not be, and those about no name found.

    The last are about single passages: the name may be tagged already, or its sentence have changed.
    A decided link is sure, with the decision as its evidence; a name to be left has no candidates.
    """
    relevant = [
        decision
        for decision in decisions
        if decision.document in ("*", analysis.id) and not decision.is_undone
    ]
    if not relevant:
        return list(links), [], []
    keyed = _keys(analysis, links)
    used: set[int] = set()
    made_links = []
    for made, key in zip(links, keyed, strict=True):
        fitting = [
            (decision.rank, number) for number, decision in enumerate(relevant) if _fits(decision, key, keyed)
        ]
        if not fitting:
            made_links.append(made)
            continue
        _, number = max(fitting)
        used.update(n for _, n in fitting)
        made_links.append(_decided(made, relevant[number], authorities))
    diagnostics = []
    unused = []
    for number, decision in enumerate(relevant):
        if decision.ref and authorities.get(decision.ref) is None:
            diagnostics.append(
                NOBODY.at(
                    decision.place,
                    f"{decision.ref} is not in the authority files",
                    advice(decision.ref, authorities.entities, "name an entry that exists, or make this one"),
                )
            )
        elif number not in used and decision.rank == 2:
            unused.append(decision)
    return made_links, diagnostics, unused


@dataclass(frozen=True, slots=True)
class _Key:
    """By what a decision finds a name."""

    paragraph: str
    occurrence: int
    text: str
    digest: str


def _keys(analysis: Analysis, links: Sequence[Link]) -> list[_Key]:
    seen: Counter[tuple[str, str]] = Counter()
    keys = []
    for made in links:
        tokens = analysis.blocks[made.name.block]
        text = analysis.text(made.name)
        paragraph, _ = paragraph_of(tokens.block.owner)
        seen[paragraph, text] += 1
        candidate = made.name.candidate
        start, end = tokens[candidate.first].start, tokens[candidate.last - 1].end
        digest = digest_of(passage(tokens.block.text, start, end))
        keys.append(_Key(paragraph, seen[paragraph, text], text, digest))
    return keys


def _fits(decision: Decision, key: _Key, keys: Sequence[_Key]) -> bool:
    if decision.text != key.text:
        return False
    if decision.rank < 2:
        return True
    same_place = decision.paragraph == key.paragraph and decision.occurrence in (0, key.occurrence)
    if not decision.digest:
        return same_place
    if decision.digest != key.digest:
        return False
    # The sentence stands where it stood, or, after a new conversion, in just one other place.
    return same_place or (
        all((k.paragraph, k.occurrence) != (decision.paragraph, decision.occurrence) for k in keys)
        and sum(1 for k in keys if (k.text, k.digest) == (decision.text, decision.digest)) == 1
    )


def _decided(made: Link, decision: Decision, authorities: Authorities) -> Link:
    if not decision.ref:
        return Link(made.name, Certainty.OPEN, ())
    entity = authorities.get(decision.ref)
    if entity is None:
        return made
    ranked = Ranked(entity, (Evidence(99, f"decided: {decision}"),))
    candidate = made.name.candidate._replace(kind=entity.kind, is_weak=False)
    return Link(
        made.name._replace(candidate=candidate),
        Certainty.SURE,
        (ranked, *(other for other in made.ranked if other.entity.ref != entity.ref)),
    )
