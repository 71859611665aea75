"""What the build keeps between its steps: the mentions of a document, as JSON.

A file has a line for the document and one each for people, places, organisations and terms, so that a
register reads only what is its own. A mention is a row of its fields.
"""

from __future__ import annotations

import json
from typing import Any, Final

from dragoman.entities.mentions import DocumentMentions, Mention, TermMention
from dragoman.entities.model import Kind

_LINES: Final = {kind: number for number, kind in enumerate(Kind, 1)}
_TERMS: Final = len(_LINES) + 1


def mentions_json(mentions: DocumentMentions) -> bytes:
    """Return the mentions of a document; `mentions_from_json` and `terms_from_json` read them."""
    by_kind: dict[Kind, list[Mention]] = {kind: [] for kind in Kind}
    for mention in mentions.mentions:
        by_kind[mention.kind].append(mention)
    rows: list[Any] = [
        (mentions.id, mentions.title, mentions.date, mentions.date_text, mentions.lang),
        *([mention.row() for mention in found] for found in by_kind.values()),
        [term.row() for term in mentions.terms],
    ]
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()


def mentions_from_json(octets: bytes, wanted: Kind) -> DocumentMentions:
    """Return a document with its mentions of entities of one kind, without the terms."""
    (identifier, title, date, date_text, lang), rows = _read(octets, _LINES[wanted])
    mentions = tuple(map(Mention.of_row, rows))
    return DocumentMentions(identifier, title, date, date_text, mentions, (), lang)


def terms_from_json(octets: bytes) -> DocumentMentions:
    """Return a document with its source terms, without the mentions."""
    (identifier, title, date, date_text, lang), rows = _read(octets, _TERMS)
    terms = tuple(map(TermMention.of_row, rows))
    return DocumentMentions(identifier, title, date, date_text, (), terms, lang)


def _read(octets: bytes, line: int) -> tuple[list[str], list[list[Any]]]:
    lines = octets.split(b"\n")
    return json.loads(lines[0]), json.loads(lines[line])
