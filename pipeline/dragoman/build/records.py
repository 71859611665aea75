"""What the build keeps between its steps: the mentions of a document, as JSON.

A file has a line for the document and one each for people, places, organisations and terms, so that a
register reads only what is its own. A mention is a row of its fields.
"""

from __future__ import annotations

import json
from typing import Any, Final

from dragoman.entities.mentions import DocumentMentions, Mention, Passage, TermMention
from dragoman.entities.model import Kind

_LINES: Final = {kind: number for number, kind in enumerate(Kind, 1)}
_TERMS: Final = len(_LINES) + 1


def mentions_json(mentions: DocumentMentions) -> bytes:
    """Return the mentions of a document; `mentions_from_json` and `terms_from_json` read them."""
    by_kind: dict[Kind, list[Mention]] = {kind: [] for kind in Kind}
    for mention in mentions.mentions:
        by_kind[mention.kind].append(mention)
    # A named tuple is written as an array.
    rows: list[Any] = [
        (mentions.id, mentions.title, mentions.date, mentions.date_text),
        *([mention[1:] for mention in found] for found in by_kind.values()),
        mentions.terms,
    ]
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()


def mentions_from_json(octets: bytes, wanted: Kind) -> DocumentMentions:
    """Return a document with its mentions of entities of one kind, without the terms."""
    (identifier, title, date, date_text), found = _read(octets, _LINES[wanted])
    mentions = tuple(
        Mention(wanted, entity, anchor, paragraph, number, Passage(*said), cert, is_role)
        for entity, anchor, paragraph, number, said, cert, is_role in found
    )
    return DocumentMentions(identifier, title, date, date_text, mentions, ())


def terms_from_json(octets: bytes) -> DocumentMentions:
    """Return a document with its source terms, without the mentions."""
    (identifier, title, date, date_text), found = _read(octets, _TERMS)
    terms = tuple(
        TermMention(text, lang, anchor, paragraph, number, Passage(*said))
        for text, lang, anchor, paragraph, number, said in found
    )
    return DocumentMentions(identifier, title, date, date_text, (), terms)


def _read(octets: bytes, line: int) -> tuple[list[str], list[list[Any]]]:
    lines = octets.split(b"\n")
    return json.loads(lines[0]), json.loads(lines[line])
