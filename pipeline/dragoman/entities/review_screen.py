"""What a terminal shows of a review: the name in its sentence, the candidates, the keys that do something."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from typing import Final

from dragoman.entities.link import Evidence
from dragoman.entities.model import Entity, Kind
from dragoman.entities.review import Question, Scope, Session

_CALLED: Final = {Kind.PERSON: "person", Kind.PLACE: "place", Kind.ORG: "organisation"}
_MOST_SHOWN: Final = 9  # a key chooses each


def marked(name: str) -> str:
    """Return a name set off from its sentence, which may itself hold brackets and quotation marks."""
    return f"»{name}«"


def shown(session: Session, width: int = 80, mark: Callable[[str], str] = marked) -> str:
    """Return what a terminal of ``width`` columns shows of a session; ``mark`` sets the name off."""
    question = session.question
    if session.is_over or question is None:
        return _ended(session)
    name = question.name
    where = [f"{session.at + 1} of {len(session.questions)}", f"{name.document} {name.paragraph}".strip()]
    where += [name.date] if name.date else []
    lines = [" · ".join([*where, _CALLED[Kind(name.kind)]]), ""]
    lines += [*_sentence(question, width, mark), ""]
    if session.typed is not None:
        lines += _search(session, width)
    else:
        for number, (entity, evidence) in enumerate(question.candidates[:_MOST_SHOWN], 1):
            lines += _candidate(number, entity, name.date, width)
            lines += _wrapped(_reasons(evidence), width, "       ")
        if not question.candidates:
            kind = Kind(name.kind)
            nobody = "nobody known is so called" if kind is Kind.PERSON else "nothing known is so called"
            lines += _wrapped(f"{nobody}; found because of: {name.rule}", width, "  ")
        lines += ["", *_keys(session, question, width)]
    if session.message:
        lines += _wrapped(session.message, width, "  ")
    return "\n".join(lines)


def _ended(session: Session) -> str:
    left = len(session.questions) - session.at
    count = len(session.decisions)
    said = f"Decisions: {count}." if count else "Nothing was decided."
    if not session.questions:
        return "There is nothing to review."
    return f"{said} Not looked at: {left}." if left > 0 else f"That was the last name. {said}"


def _sentence(question: Question, width: int, mark: Callable[[str], str]) -> list[str]:
    """Return the sentence in lines; the name is marked after they are cut, so that marks have no width."""
    found = question.name.passage
    lines = _wrapped(f"{found.before}\0{found.match}\1{found.after}", width, "  ")
    text = "\n".join(lines)
    before, _, rest = text.partition("\0")
    name, _, after = rest.partition("\1")
    return (before + "\n  ".join(mark(part.strip()) for part in name.split("\n")) + after).split("\n")


def _candidate(number: int, entity: Entity, date: str, width: int) -> list[str]:
    dates = f" ({entity.birth[:4]}–{entity.death[:4]})" if entity.birth or entity.death else ""
    lines = [f"  {number}  {entity.name}{dates}  {entity.ref}"]
    held = [office for office in entity.offices if not date or office.years.holds(date)]
    for office in (held or list(entity.offices))[:1]:
        span = f"{office.years.start[:4]}–{office.years.end[:4]}"
        lines += _wrapped(office.text + (f" ({span})" if span != "–" else ""), width, "       ")
    return lines


def _reasons(evidence: tuple[Evidence, ...]) -> str:
    """Return the evidence, the weightiest first: “+6 the full name, −1 the name is of another time”."""
    pieces = sorted(evidence, key=lambda piece: -piece.points)
    return ", ".join(f"{'+' if p.points > 0 else '−'}{abs(p.points)} {p.reason}" for p in pieces)


def _search(session: Session, width: int) -> Iterator[str]:
    yield f"  another entry: {session.typed}_"
    for number, entity in enumerate(session.found, 1):
        dates = f" ({entity.birth[:4]}–{entity.death[:4]})" if entity.birth or entity.death else ""
        yield f"  {number}  {entity.name}{dates}  {entity.ref}"
    if session.typed and not session.found:
        yield "  nothing of that name"
    yield ""
    keys = "Type the beginning of each word.   Return takes the first   1–9 chooses   Backspace goes back"
    yield from _wrapped(keys, width, "  ")


def _keys(session: Session, question: Question, width: int) -> Iterator[str]:
    """Yield the keys that do something here, with what each does."""
    count = min(len(question.candidates), _MOST_SHOWN)
    keys = []
    if count:
        keys.append(("y", "accept the first"))
    if count > 1:
        keys.append((f"2–{count}" if count > 2 else "2", "choose"))
    keys += [
        ("o", "another entry"),
        ("n", f"new {_CALLED[session.new_kind]}"),
        ("k", "of another kind"),
    ]
    if count:
        keys.append(("t", "new, split from the first"))
    keys.append(("x", "no name, leave untagged"))
    if count > 1:
        keys.append(("m", "merge the first two"))
    keys += [("s", "skip"), ("u", "undo"), ("q", "stop, keep what was decided")]
    yield from _columns([f"{key} {what}" for key, what in keys], width)
    scopes = {Scope.PASSAGE: "p", Scope.DOCUMENT: "d", Scope.EDITION: "e"}
    others = ", ".join(f"{key} {scope}" for scope, key in scopes.items() if scope is not session.scope)
    yield from _wrapped(f"Counts for: {session.scope} ({others})", width, "  ")


def _columns(cells: list[str], width: int) -> Iterator[str]:
    broad = max(len(cell) for cell in cells) + 3
    each = max(1, (width - 2) // broad)
    for start in range(0, len(cells), each):
        yield ("  " + "".join(cell.ljust(broad) for cell in cells[start : start + each])).rstrip()


def _wrapped(text: str, width: int, lead: str) -> list[str]:
    lines = textwrap.wrap(
        text,
        max(width, 40),
        initial_indent=lead,
        subsequent_indent=lead,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines or [lead]
