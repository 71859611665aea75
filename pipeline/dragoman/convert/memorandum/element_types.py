"""What blocks become: types of lines in opener and closer, names of bullets, heads, notes."""

from __future__ import annotations

from typing import Final

from dragoman.convert.memorandum.blocks import CLOSER_ROLES, Role

OPENER_TYPES: Final = {
    Role.CLASSIFICATION: "classification",
    Role.REFERENCE: "reference",
    Role.ADDRESSEE: "to",
    Role.SENDER: "from",
}
CLOSER_TYPES: Final = {
    Role.ATTENDANCE: "attendance",
    Role.ACQUAINTED: "acquainted",
    Role.NOTES_TAKEN: "notes-taken",
    Role.CLOSING_LINE: "reference",
}
BULLETS: Final = {
    "-": "hyphen-bullet",
    "–": "dash-bullet",
    "•": "bullet",
    "*": "asterisk-bullet",
    "·": "middle-dot-bullet",
}
HEADS: Final = frozenset((Role.HEAD, Role.ENCLOSURE, Role.ENCLOSURE_TITLE))
TEXT: Final = frozenset((Role.PARAGRAPH, Role.TURN, Role.TABLE))
NOTES: Final = frozenset((Role.NOTES_HEAD, Role.NOTE))
# What may be signed below the notes.
OF_NOTES: Final = NOTES | CLOSER_ROLES | {Role.PAGE, Role.DATELINE, Role.SALUTE, Role.POSTSCRIPT}
