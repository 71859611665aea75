"""The review of what is not sure: a session that a person steers with single keys.

`Session` is pure: it holds the questions, the place and the decisions taken so far, and each key
gives a new session. The terminal (`review`) only shows it and reads keys, so that the same
session can be driven by a test, or by another front end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from dragoman.entities.annotate import NameDecision
from dragoman.entities.decisions import Decision
from dragoman.entities.model import Authorities, Entity, Kind, Name
from dragoman.tei.ids import entity_id


class Scope(StrEnum):
    """How far a decision reaches."""

    PASSAGE = "this passage"
    DOCUMENT = "all like this in the document"
    EDITION = "all like this in the edition"


@dataclass(frozen=True, slots=True)
class Question:
    """A name that is not sure, and its candidates with their reasons, best first."""

    name: NameDecision
    candidates: tuple[tuple[Entity, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Split:
    """Names written as ``text`` that leave the entry ``old`` for ``new``, also where they are tagged already.

    document: the id of the only document that this is about, or "*".
    """

    old: str
    new: str
    document: str
    text: str


@dataclass(frozen=True, slots=True)
class Session:
    """A review in progress.

    at:      the number of the question; decisions and new: in the order taken; ``history`` holds
             the sessions before, for undoing; message: what the last key did or why it did nothing;
    taken:   the ids that no new entry may have.
    """

    questions: tuple[Question, ...]
    at: int = 0
    scope: Scope = Scope.PASSAGE
    decisions: tuple[Decision, ...] = ()
    new: tuple[Entity, ...] = ()
    merges: tuple[tuple[str, str], ...] = ()
    splits: tuple[Split, ...] = ()
    taken: frozenset[str] = frozenset()
    history: tuple[Session, ...] = ()
    message: str = ""
    is_over: bool = False

    @property
    def question(self) -> Question | None:
        """The question that is asked, None when all are answered."""
        return self.questions[self.at] if self.at < len(self.questions) else None


KEYS: Final = (
    ("y", "accept the first"),
    ("1–9", "choose"),
    ("n", "new entry"),
    ("t", "new entry, split from the first"),
    ("x", "leave untagged"),
    ("m", "merge the first two"),
    ("d/e/p", "for the document, the edition, this passage"),
    ("s", "skip"),
    ("u", "undo"),
    ("q", "stop"),
)
_SCOPES: Final = {"p": Scope.PASSAGE, "d": Scope.DOCUMENT, "e": Scope.EDITION}


def begun(questions: Sequence[Question], taken: Iterable[str] = ()) -> Session:
    """Return a session at its first question; ``taken``: references of the entries that there are."""
    return Session(tuple(questions), taken=frozenset(taken), is_over=not questions)


def pressed(session: Session, key: str) -> Session:
    """Return the session after a key; an unknown key only changes the message."""
    if key == "u":
        if not session.history:
            return replace(session, message="nothing to undo")
        return replace(session.history[-1], message="undone")
    question = session.question
    if key == "q" or question is None:
        return replace(session, is_over=True, message="stopped")
    if key in _SCOPES:
        return replace(session, scope=_SCOPES[key], message=_SCOPES[key].value)
    if key == "s":
        return _next(session, message="skipped")
    if key == "x":
        return _decided(session, question, "")
    if key in ("y", "\r", "\n"):
        key = "1"
    if key.isdigit() and 0 < int(key) <= len(question.candidates):
        return _decided(session, question, question.candidates[int(key) - 1][0].ref)
    if key == "n":
        return _with_new(session, question)
    if key == "t" and question.candidates:
        return _split(session, question)
    if key == "m" and len(question.candidates) > 1:
        first, second = (candidate.ref for candidate, _ in question.candidates[:2])
        merged = _decided(session, question, first)
        return replace(merged, merges=(*session.merges, (second, first)))
    return replace(session, message=f"no such key here: {key!r}" if key else "no such key here")


def _decided(session: Session, question: Question, ref: str) -> Session:
    name = question.name
    if session.scope is Scope.PASSAGE:
        decision = Decision(name.document, name.paragraph, name.occurrence, name.text, ref, name.digest)
    else:
        document = "*" if session.scope is Scope.EDITION else name.document
        decision = Decision(document, "*", 0, name.text, ref)
    decided = _next(session, message=str(decision))
    return replace(decided, decisions=(*session.decisions, decision))


def _with_new(session: Session, question: Question) -> Session:
    name = question.name
    kind = Kind(name.kind)
    taken = session.taken | {entity.ref for entity in session.new}
    taken |= {entity.ref for entity, _ in question.candidates}
    identifier = stem = entity_id(name.text)
    number = 1
    while f"{kind}:{identifier}" in taken:
        number += 1
        identifier = f"{stem}-{number}"
    entity = Entity(identifier, kind, name.text, (Name(name.text, "preferred"),))
    decided = _decided(session, question, entity.ref)
    return replace(decided, new=(*session.new, entity))


def _split(session: Session, question: Question) -> Session:
    """Return the session with a new entry for what the first candidate was taken to be, in the scope chosen.

    For this passage it is a new entry and nothing more: what is asked about is not tagged yet.
    """
    name, old = question.name, question.candidates[0][0].ref
    made = _with_new(session, question)
    if session.scope is Scope.PASSAGE:
        return made
    document = "*" if session.scope is Scope.EDITION else name.document
    split = Split(old, made.new[-1].ref, document, name.text)
    return replace(made, splits=(*made.splits, split))


def _next(session: Session, message: str) -> Session:
    """Return the session at the next question that no decision has answered."""
    history = (*session.history, session)
    at = session.at + 1
    moved = replace(session, at=at, scope=Scope.PASSAGE, history=history, message=message)
    return replace(moved, is_over=moved.question is None)


def skipping_answered(session: Session) -> Session:
    """Return the session at the next question that a decision for all like it has not answered."""
    while session.question is not None and any(
        decision.text == session.question.name.text
        and decision.document in ("*", session.question.name.document)
        for decision in session.decisions
        if decision.paragraph == "*"
    ):
        session = replace(session, at=session.at + 1)
    return replace(session, is_over=session.is_over or session.question is None)


def shown(session: Session) -> str:
    """Return what a terminal shows of the question: its sentence, the candidates, the keys."""
    question = session.question
    if question is None:
        return f"Nothing is left to review. Decisions: {len(session.decisions)}."
    name = question.name
    lines = [
        f"{session.at + 1} of {len(session.questions)} · {name.document} {name.paragraph} · {name.kind}",
        "",
        f"  {name.passage.before}[{name.passage.match}]{name.passage.after}",
        "",
    ]
    for number, (entity, reasons) in enumerate(question.candidates[:9], 1):
        dates = f" ({entity.birth[:4]}–{entity.death[:4]})" if entity.birth or entity.death else ""
        lines.append(f"  {number}  {entity.name}{dates}  {entity.ref}")
        lines.append(f"       {'; '.join(reasons)}")
    if not question.candidates:
        lines.append(f"  nobody known; found because of: {name.rule}")
    lines += ["", "  " + "   ".join(f"{key} {what}" for key, what in KEYS)]
    if session.message:
        lines.append(f"  {session.message}")
    return "\n".join(lines)


def review(
    questions: Sequence[Question],
    read_key: Callable[[], str],
    write: Callable[[str], None],
    taken: Iterable[str] = (),
) -> Session:
    """Run a session on a terminal: ``read_key`` gives one key, ``write`` shows a screen.

    ``taken``: references of the entries that there are.
    """
    session = begun(questions, taken)
    while not session.is_over:
        write(shown(session))
        session = skipping_answered(pressed(session, read_key()))
    write(shown(session))
    return session


def questions_of(names: Sequence[NameDecision], authorities: Authorities) -> list[Question]:
    """Return a question for each name that is not sure, in the order of the documents."""
    questions = []
    for name in names:
        if name.certainty == "sure" or name.is_idle:
            continue
        refs = [ref for ref in (name.ref, *name.alternatives) if ref]
        found = [entity for ref in refs if (entity := authorities.get(ref)) is not None]
        reasons = (name.evidence, *(("another of this name",) for _ in found[1:]))
        questions.append(Question(name, tuple(zip(found, reasons, strict=False))))
    return questions
