"""The review of what is not sure: a session that a person steers with single keys.

`Session` is pure: it holds the questions, the place and the decisions taken so far, and each key
gives a new session. The terminal (`review`) only shows it and reads keys, so that the same
session can be driven by a test, or by another front end. What a screen looks like: `review_screen`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from dragoman.entities.annotate import NameDecision
from dragoman.entities.decisions import Decision
from dragoman.entities.entry_search import EntrySearch
from dragoman.entities.link import Evidence
from dragoman.entities.model import Authorities, Entity, Kind
from dragoman.entities.new_entries import entry_of


class Scope(StrEnum):
    """How far a decision reaches."""

    PASSAGE = "this passage"
    DOCUMENT = "all like this in the document"
    EDITION = "all like this in the edition"


@dataclass(frozen=True, slots=True)
class Question:
    """A name that is not sure, and its candidates with the evidence for and against each, best first."""

    name: NameDecision
    candidates: tuple[tuple[Entity, tuple[Evidence, ...]], ...]


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
    taken:   the references that no new entry may have;
    kind:    of a new entry, None where it is that of the question;
    typed:   what has been typed of another entry's name, None while none is looked for.
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
    kind: Kind | None = None
    typed: str | None = None
    search: EntrySearch = field(default_factory=EntrySearch)

    @property
    def question(self) -> Question | None:
        """The question that is asked, None when all are answered."""
        return self.questions[self.at] if self.at < len(self.questions) else None

    @property
    def new_kind(self) -> Kind:
        """The kind that a new entry would have."""
        assert self.question is not None, "a kind is asked for while there is a question"
        return self.kind or Kind(self.question.name.kind)

    @property
    def found(self) -> list[Entity]:
        """The entries that what was typed leads to; those made in this review can be chosen as well."""
        if not self.typed:
            return []
        made = EntrySearch(self.new).found(self.typed, self.new_kind)
        return [*made, *self.search.found(self.typed, self.new_kind)][:9]


STOP: Final = "\x03"  # stops also while a name is typed
_SCOPES: Final = {"p": Scope.PASSAGE, "d": Scope.DOCUMENT, "e": Scope.EDITION}
_RETURN: Final = ("\r", "\n")
_BACKSPACE: Final = ("\x7f", "\b")


def begun(questions: Sequence[Question], entries: Iterable[Entity] = ()) -> Session:
    """Return a session at its first question; ``entries``: all that there are, any of which can be chosen."""
    known = tuple(entries)
    return Session(
        tuple(questions),
        taken=frozenset(entity.ref for entity in known),
        is_over=not questions,
        search=EntrySearch(known),
    )


def pressed(session: Session, key: str) -> Session:
    """Return the session after a key; an unknown key only changes the message."""
    question = session.question
    if key == "u" and session.typed is None:
        if not session.history:
            return replace(session, message="nothing to undo")
        return replace(session.history[-1], message="undone")
    if key == STOP or question is None:
        return replace(session, is_over=True, message="stopped")
    if session.typed is not None:
        return _typed(session, question, key, session.typed)
    if key == "q":
        return replace(session, is_over=True, message="stopped")
    if key in _SCOPES:
        return replace(session, scope=_SCOPES[key], message="")
    if key == "s":
        return _next(session, message="skipped")
    if key == "x":
        return _decided(session, question, "")
    if key in ("y", *_RETURN):
        key = "1"
    if key.isdigit() and 0 < int(key) <= len(question.candidates):
        return _decided(session, question, question.candidates[int(key) - 1][0].ref)
    if key == "n":
        return _with_new(session, question)
    if key == "k":
        kinds = list(Kind)
        return replace(session, kind=kinds[(kinds.index(session.new_kind) + 1) % len(kinds)], message="")
    if key == "o":
        return replace(session, typed="", message="")
    if key == "t" and question.candidates:
        return _split(session, question)
    if key == "m" and len(question.candidates) > 1:
        first, second = (candidate.ref for candidate, _ in question.candidates[:2])
        merged = _decided(session, question, first)
        return replace(
            merged,
            merges=(*session.merges, (second, first)),
            message=f"{second} will be part of {first}; {merged.message}",
        )
    return replace(session, message=f"no such key here: {key!r}" if key else "no such key here")


def _typed(session: Session, question: Question, key: str, typed: str) -> Session:
    """Return the session after a key of the name of another entry; a figure or Return chooses."""
    if key in _BACKSPACE:
        return replace(session, typed=typed[:-1] if typed else None, message="")
    number = 1 if key in _RETURN else int(key) if key.isdecimal() and key.isascii() else 0
    found = session.found
    if 0 < number <= len(found):
        chosen = replace(session, typed=None)
        return replace(_decided(chosen, question, found[number - 1].ref), history=(*session.history, chosen))
    if key in _RETURN and typed:
        return replace(session, message="nothing of that name")
    if not key or not key.isprintable():
        return replace(session, message="no such key here")
    return replace(session, typed=typed + key, message="")


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
    taken = session.taken | {entity.ref for entity in session.new}
    taken |= {entity.ref for entity, _ in question.candidates}
    entity = entry_of(session.new_kind, name.text, taken, is_family_first="stands first" in name.rule)
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
    moved = replace(
        session, at=session.at + 1, scope=Scope.PASSAGE, kind=None, history=history, message=message
    )
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


def review(
    questions: Sequence[Question],
    read_key: Callable[[], str],
    show: Callable[[Session], None],
    entries: Iterable[Entity] = (),
) -> Session:
    """Run a session on a terminal: ``read_key`` gives one key, ``show`` shows where the session is.

    ``entries``: all that there are.
    """
    session = begun(questions, entries)
    while not session.is_over:
        show(session)
        session = skipping_answered(pressed(session, read_key()))
    show(session)
    return session


def questions_of(names: Sequence[NameDecision], authorities: Authorities) -> list[Question]:
    """Return a question for each name that is not sure, in the order of the documents."""
    questions = []
    for name in names:
        if name.certainty == "sure" or name.is_idle:
            continue
        found = [(authorities.get(ranked.entity.ref), ranked.evidence) for ranked in name.ranked]
        known = tuple((entity, evidence) for entity, evidence in found if entity is not None)
        questions.append(Question(name, known))
    return questions
