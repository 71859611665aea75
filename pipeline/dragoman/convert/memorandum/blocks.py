"""The blocks of a memorandum: which stretch of the transcript plays which part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.source import SourceText, Span


class Role(StrEnum):
    """The part that a block plays; where it ends up is told in `structure`."""

    SITE = "site"
    KEY = "key"
    HEAD = "head"
    DATELINE = "dateline"
    CLASSIFICATION = "classification"
    REFERENCE = "reference"
    SALUTE = "salute"
    ADDRESSEE = "addressee"
    SENDER = "sender"
    PARTICIPANTS_HEAD = "participants-head"
    PARTICIPANT = "participant"
    PAGE = "page"
    PARAGRAPH = "paragraph"
    TURN = "turn"
    TABLE = "table"
    ATTENDANCE = "attendance"
    ACQUAINTED = "acquainted"
    NOTES_TAKEN = "notes-taken"
    SIGNED = "signed"
    PHYSICAL = "physical"
    CLOSING_LINE = "closing-line"
    POSTSCRIPT = "postscript"
    NOTES_HEAD = "notes-head"
    NOTE = "note"
    SPECIMEN = "specimen"
    REMARK = "remark"
    ENCLOSURE = "enclosure"
    ENCLOSURE_TITLE = "enclosure-title"


OPENER_ROLES = frozenset(
    (
        Role.DATELINE,
        Role.CLASSIFICATION,
        Role.REFERENCE,
        Role.SALUTE,
        Role.ADDRESSEE,
        Role.SENDER,
        Role.REMARK,
    )
)
CLOSER_ROLES = frozenset(
    (Role.ATTENDANCE, Role.ACQUAINTED, Role.NOTES_TAKEN, Role.SIGNED, Role.PHYSICAL, Role.CLOSING_LINE)
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the name that opens a block may be taken wrongly.

    is_open: the words may be another speaker's than those before them, and it could not be told.
    """

    label: Span
    reason: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the transcript with its part; blocks follow each other and do not overlap.

    span:  from the first to the last non-blank character, the label included;
    label: the key of a line of front matter, the name before a turn of speech, the number of
           a note; its end and the beginning of `content` are parted by white space;
    enumerator: the printed number or letter before the name of a turn;
    pages: the lines of page numbers within a paragraph that runs on over a page's end;
    doubt: what is uncertain about its being a turn of speech, or none.
    """

    role: Role
    span: Span
    label: Span | None = None
    pages: tuple[Span, ...] = ()
    subtype: str = ""
    doubt: Doubt | None = None
    enumerator: Span | None = None


def content_of(source: SourceText, block: Block) -> Span:
    """Return what follows the label of a block; empty where nothing does."""
    assert block.label is not None
    return source.trimmed(Span(block.label.end, block.span.end))
