"""From brackets and their verdicts to the elements of docs/encoding.md."""

from __future__ import annotations

import bisect
import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dragoman.convert.brackets.classify import term_in
from dragoman.convert.brackets.find import Bracket
from dragoman.convert.brackets.term_parts import term_parts
from dragoman.convert.brackets.verdict import BracketClass as C
from dragoman.convert.brackets.verdict import Verdict
from dragoman.document import Added, Element, Node
from dragoman.source import SourceText, Span
from dragoman.tei.characters import UNHOLDABLE

TRANSLATOR: Final = "#translator"

_WORD_BEFORE: Final = re.compile(r"[^\W_]+(?:[-‐'’][^\W_]+)*['’]?(?=\s*$)")
_PAGE_NUMBER: Final = re.compile(r"\d{1,4}(?:\s?[-–]\s?\d{1,4})?")
# Elements of these are read back by their delimiters alone, so a pair of two shapes stays text.
_EDITORIAL: Final = frozenset((C.SUPPLIED, C.EXPANSION, C.GAP, C.UNCERTAIN))
# How far before a bracket the wording is looked for that it corrects, and how alike they must be.
_REACH: Final = 120
_LIKENESS: Final = 0.6


@dataclass(slots=True)
class NoteIds:
    """Gives out the ids of notes, n1, n2 …, in the order of the asking."""

    last: int = 0

    def next(self) -> str:
        """Return the next id."""
        self.last += 1
        return f"n{self.last}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of running text for which other nodes than plain text stand."""

    span: Span
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Encoder:
    """Writes running text as nodes: plain spans, marks, and an element for each bracket.

    verdicts: by the offset of the opening bracket; what has none stays text;
    note_targets: the id of each numbered note by its number; marks: in the order of the text;
    term_languages: the tags of the terms that were written.
    """

    source: SourceText
    verdicts: Mapping[int, Verdict]
    ids: NoteIds
    note_targets: Mapping[str, str] = field(default_factory=dict)
    term_languages: set[str] = field(default_factory=set)

    def nodes(self, span: Span, brackets: Sequence[Bracket], marks: Sequence[Mark] = ()) -> list[Node]:
        """Return the nodes for ``span``, in which the brackets and marks stand in their order."""
        if not brackets and not marks:
            return [span] if span else []
        made: list[Node] = []
        at = span.start
        items: Sequence[Bracket | Mark] = sorted([*marks, *brackets], key=_start) if marks else brackets
        for item in items:
            start = _start(item)
            if start < at:
                continue
            if isinstance(item, Mark):
                _append_span(made, at, item.span.start)
                made.extend(item.nodes)
                at = item.span.end
                continue
            verdict = self.verdicts.get(start)
            end = item.closing.end
            within = _marks_inside(marks, Span(start, end))
            if verdict is None or verdict.kind is C.TEXT or (not item.rend and verdict.kind in _EDITORIAL):
                _append_span(made, at, item.opening.end)
                made.extend(self.nodes(item.inner, item.children, within))
                _append_span(made, item.closing.start, end)
            else:
                _append_span(made, at, start)
                if verdict.kind is C.SIC:
                    self._mark_error(made, verdict)
                made.extend(self._bracket(item, verdict, within))
            at = end
        _append_span(made, at, span.end)
        return made

    def _bracket(self, bracket: Bracket, verdict: Verdict, marks: Sequence[Mark]) -> list[Node]:
        kind = verdict.kind
        if kind is C.REFERENCE:
            return self._reference(bracket, verdict)
        if kind is C.GAP and UNHOLDABLE.search(self.source[bracket.inner]):
            # The words of a gap are a desc, which admits no stand-in for what XML cannot hold.
            kind, verdict = C.UNCLASSIFIED, Verdict(C.UNCLASSIFIED, "low", verdict.evidence)
        if kind is C.GAP:
            return [self._element("gap", bracket, self._gap(verdict), self._description(bracket))]
        content = self.nodes(bracket.inner, bracket.children, marks)
        if kind in (C.SUPPLIED, C.EXPANSION):
            return [self._element("supplied", bracket, _supplied(verdict.subtype, verdict.cert), content)]
        if kind is C.UNCERTAIN and verdict.subtype == "reading":
            return [self._element("supplied", bracket, _supplied("omitted", "low"), content)]
        if kind is C.SOURCE_TERM:
            content = self._term(bracket, verdict, marks)
        return [self._element("note", bracket, self._note(verdict), content)]

    def _element(
        self, name: str, bracket: Bracket, attributes: Mapping[str, str], content: Sequence[Node]
    ) -> Element:
        """Return an element in the bracket's delimiters; those of two shapes stay in the text."""
        if bracket.rend:
            return Element(
                name,
                {**attributes, "rend": bracket.rend},
                tuple(content),
                bracket.opening,
                bracket.closing,
            )
        return Element(name, attributes, (bracket.opening, *content, bracket.closing))

    def _note(self, verdict: Verdict) -> dict[str, str]:
        kind = verdict.kind
        attributes = {"xml:id": self.ids.next(), "resp": TRANSLATOR}
        if kind is C.UNCLASSIFIED:
            return {"type": "unclassified", "cert": "low", **attributes}
        if kind is C.PHYSICAL:
            typed = {"type": "physical", "subtype": verdict.subtype}
        else:
            typed = {"type": "translator", "subtype": kind.value}
        return {**typed, **attributes, **_certainty(verdict.cert)}

    def _term(self, bracket: Bracket, verdict: Verdict, marks: Sequence[Mark]) -> list[Node]:
        inner, language = bracket.inner, verdict.language
        assert language is not None
        text = self.source[inner]
        _, term = term_in(" ".join(text.split()))
        offset = text.find(term) if term else -1
        whole = self.source.trimmed(inner)
        span = Span(inner.start + offset, inner.start + offset + len(term)) if offset >= 0 else whole
        if any(_cuts(span, child) for child in bracket.children):
            span = whole
        parts = [
            (Span(span.start + start, span.start + end), part)
            for start, end, part in term_parts(self.source[span], language)
        ]
        # Round brackets that stay text do not stand in the way: "[路线 (luxian)]".
        children = [child for child in bracket.children if child.children or not self._is_text(child)]
        if any(_cuts(part, child) for part, _ in parts for child in children):
            parts = [(span, language)]
            children = list(bracket.children)
        made: list[Node] = []
        at = inner.start
        for part, own in parts:
            self.term_languages.add(own.tag)
            attributes = {"xml:lang": own.tag, **_certainty(own.cert)}
            made += self._within(Span(at, part.start), children, marks)
            made.append(Element("term", attributes, tuple(self._within(part, children, marks))))
            at = part.end
        return [*made, *self._within(Span(at, inner.end), children, marks)]

    def _is_text(self, bracket: Bracket) -> bool:
        verdict = self.verdicts.get(bracket.opening.start)
        return verdict is None or verdict.kind is C.TEXT

    def _within(self, span: Span, children: Sequence[Bracket], marks: Sequence[Mark]) -> list[Node]:
        """Return a stretch of what a bracket holds; ``children``: the brackets in it."""
        return self.nodes(span, _inside(children, span), _marks_inside(marks, span))

    def _gap(self, verdict: Verdict) -> dict[str, str]:
        attributes = {"reason": verdict.subtype}
        if verdict.unit:
            attributes["unit"] = verdict.unit
        if verdict.quantity:
            attributes["quantity"] = verdict.quantity
        return {**attributes, "resp": TRANSLATOR, **_certainty(verdict.cert)}

    def _description(self, bracket: Bracket) -> list[Node]:
        # A desc holds no notes, so brackets within the words of a gap stay text.
        if not bracket.inner:
            return []
        return [Element("desc", {}, (bracket.inner,))]

    def _reference(self, bracket: Bracket, verdict: Verdict) -> list[Node]:
        printed = self.source[bracket.inner]
        if verdict.subtype == "page":
            # What ends a page says nothing of the number of the next.
            number = None if printed.lower().startswith("end") else _PAGE_NUMBER.search(printed)
            attributes = {"n": "".join(number[0].split())} if number else {}
            if self._is_in_word(bracket):
                attributes["break"] = "no"
            page = self._element("fw", bracket, {"type": "page-number"}, [bracket.inner])
            return [Element("pb", attributes), page]
        if verdict.subtype in ("see", "shelfmark"):
            attributes = {"type": verdict.subtype, **_certainty(verdict.cert)}
            return [self._element("ref", bracket, attributes, [bracket.inner])]
        target = self.note_targets.get(note_number(printed), "")
        attributes = {"type": "note", "target": f"#{target}"} if target else {"type": "note"}
        return [self._element("ref", bracket, {**attributes, **_certainty(verdict.cert)}, [bracket.inner])]

    def _is_in_word(self, bracket: Bracket) -> bool:
        """Return True where letters touch the bracket on both sides."""
        text, start, end = self.source.text, bracket.opening.start, bracket.closing.end
        return start > 0 and text[start - 1].isalpha() and text[end : end + 1].isalpha()

    def _mark_error(self, made: list[Node], verdict: Verdict) -> None:
        """Wrap the wording that a sic speaks of, where it stands in plain text before the bracket."""
        if not made or not isinstance(made[-1], Span):
            return
        last = made[-1]
        wrong = self._corrected(last, verdict.correction) if verdict.correction else self._word_before(last)
        if wrong is None:
            return
        made.pop()
        _append_span(made, last.start, wrong.start)
        sic = Element("sic", {}, (wrong,))
        if verdict.correction:
            corr = Element("corr", {"resp": TRANSLATOR}, (Added(verdict.correction),))
            made.append(Element("choice", {}, (sic, corr)))
        else:
            made.append(sic)
        _append_span(made, wrong.end, last.end)

    def _word_before(self, span: Span) -> Span | None:
        start = max(span.start, span.end - _REACH)
        match = _WORD_BEFORE.search(self.source.text[start : span.end])
        return Span(start + match.start(), start + match.end()) if match else None

    def _corrected(self, span: Span, correction: str) -> Span | None:
        """Return the words before the bracket that ``correction`` resembles most, the nearest first.

        They have as many words as it, and share one with it or look like it; None where none does.
        """
        start = max(span.start, span.end - _REACH)
        words = list(re.finditer(r"[^\W_]+(?:[-‐'’./]+[^\W_]+)*", self.source.text[start : span.end]))
        size = len(correction.split())
        best: tuple[float, Span] | None = None
        for first in range(len(words) - size, -1, -1):
            left, right = words[first].start(), words[first + size - 1].end()
            found = self.source.text[start + left : start + right]
            likeness = difflib.SequenceMatcher(
                None, " ".join(found.split()).lower(), correction.lower()
            ).ratio()
            if likeness >= _LIKENESS and found != correction and (best is None or likeness > best[0]):
                best = (likeness, Span(start + left, start + right))
        return best[1] if best else None


def note_number(printed: str) -> str:
    """Return the number or sign of a note as it is printed in a reference: ``note 3`` is 3."""
    text = printed.strip(" .)")
    number = re.search(r"\d+$", text)
    return number[0] if number else text


def _start(item: Bracket | Mark) -> int:
    return item.span.start if isinstance(item, Mark) else item.opening.start


def _append_span(nodes: list[Node], start: int, end: int) -> None:
    if start >= end:
        return
    if nodes and isinstance(nodes[-1], Span) and nodes[-1].end == start:
        nodes[-1] = Span(nodes[-1].start, end)
    else:
        nodes.append(Span(start, end))


def _certainty(cert: str) -> dict[str, str]:
    return {} if cert == "high" else {"cert": cert}


def _supplied(reason: str, cert: str) -> dict[str, str]:
    return {"reason": reason or "omitted", "resp": TRANSLATOR, **_certainty(cert)}


def _inside(brackets: Sequence[Bracket], span: Span) -> list[Bracket]:
    return [b for b in brackets if span.start <= b.opening.start and b.closing.end <= span.end]


def _marks_inside(marks: Sequence[Mark], span: Span) -> list[Mark]:
    if not marks:
        return []
    first = bisect.bisect_left(marks, span.start, key=_start)
    last = bisect.bisect_left(marks, span.end, key=_start)
    return [mark for mark in marks[first:last] if mark.span.end <= span.end]


def _cuts(span: Span, child: Bracket) -> bool:
    start, end = child.opening.start, child.closing.end
    return start < span.end and end > span.start and not (span.start <= start and end <= span.end)
