"""What the build keeps between its steps: mentions as JSON, documents in their order."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from dragoman.entities.mentions import DocumentMentions, Mention, Passage, TermMention
from dragoman.entities.model import Kind


def mentions_json(mentions: DocumentMentions) -> bytes:
    """Return the mentions of a document as JSON; `mentions_from_json` gives the same back."""
    return (json.dumps(asdict(mentions), ensure_ascii=False, indent=0) + "\n").encode()


def mentions_from_json(octets: bytes) -> DocumentMentions:
    """Return the mentions that `mentions_json` wrote."""
    table: dict[str, Any] = json.loads(octets)
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
