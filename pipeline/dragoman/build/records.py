"""What the build keeps between its steps: mentions as JSON, documents in their order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dragoman.entities.mentions import DocumentMentions, Mention, Passage, TermMention
from dragoman.entities.model import Kind


def mentions_json(mentions: DocumentMentions) -> bytes:
    """Return the mentions of a document as JSON; `mentions_from_json` gives the same back."""
    table = _table(mentions) | {
        "mentions": [_table(mention) | {"passage": _table(mention.passage)} for mention in mentions.mentions],
        "terms": [_table(term) | {"passage": _table(term.passage)} for term in mentions.terms],
    }
    return (json.dumps(table, ensure_ascii=False) + "\n").encode()


def _table(record: Any) -> dict[str, Any]:
    # Not dataclasses.asdict, which copies every string's holder deeply and takes ten times as long.
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def mentions_from_json(octets: bytes, wanted: Kind | None = None) -> DocumentMentions:
    """Return the mentions that `mentions_json` wrote: all, or those of entities of one kind and no terms."""
    table: dict[str, Any] = json.loads(octets)
    if wanted is not None:
        found = [mention for mention in table["mentions"] if mention["kind"] == wanted.value]
        table |= {"mentions": found, "terms": []}
    return _mentions(table)


def terms_from_json(octets: bytes) -> DocumentMentions:
    """Return the source terms that `mentions_json` wrote, without the mentions."""
    return _mentions(json.loads(octets) | {"mentions": []})


def _mentions(table: Mapping[str, Any]) -> DocumentMentions:
    return DocumentMentions(
        **{
            **table,
            "mentions": tuple(
                Mention(**{**found, "kind": Kind(found["kind"]), "passage": Passage(**found["passage"])})
                for found in table["mentions"]
            ),
            "terms": tuple(
                TermMention(**{**found, "passage": Passage(**found["passage"])}) for found in table["terms"]
            ),
        }
    )
