"""What a carrier gives: its text, and a ledger of what it holds that the text does not take over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.convert.carriers.misread import misread
from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.errors import UnusableInput
from dragoman.source import EMPTY, SourceText
from dragoman.tei.characters import UNHOLDABLE, is_holdable

UNREADABLE = Rule(
    "CAR001",
    Severity.ERROR,
    "the carrier cannot be opened",
    "A damaged or encrypted file gives no text, and half of a text would be worse than none.",
)
ENCODING = Rule(
    "CAR002",
    Severity.NOTE,
    "the encoding was recognised by its characters",
    "A file without a mark does not say how it is encoded. What was recognised can be wrong where "
    "few of its characters are beyond ASCII.",
)
NO_TEXT_LAYER = Rule(
    "CAR003",
    Severity.WARNING,
    "a page has no text",
    "A scanned page is a picture. Its words are not in the file until it has been read by a person or by "
    "text recognition.",
)
LEFT_OUT = Rule(
    "CAR004",
    Severity.NOTE,
    "the carrier holds more than its text",
    "Links, pictures, scripts, formatting and comments are not part of a transcript. Each is listed in "
    "the ledger, so that nothing is left behind without notice.",
)
TRACKED_CHANGES = Rule(
    "CAR005",
    Severity.WARNING,
    "the file has tracked changes",
    "The text is taken as it reads with all changes accepted. Words that somebody struck out are in the "
    "ledger, not in the text.",
)
ODD_PART = Rule(
    "CAR006",
    Severity.WARNING,
    "a part of the carrier could not be read",
    "One odd part must not stop a file; what it held is not in the text.",
)
MISNAMED = Rule(
    "CAR007",
    Severity.ERROR,
    "the file is not what its name says",
    "A damaged Word file or PDF read as plain text would give signs that nobody wrote.",
)

# So much is shown of what is no text; words are shown whole, for nothing else tells the editor of them.
_SHOWN: Final = 120
_CODE: Final = frozenset(
    ("script", "style", "template", "drawing", "meta", "link", "image", "frame", "object")
)


@dataclass(frozen=True, slots=True)
class LedgerItem:
    """Something that the carrier holds and the text does not take over.

    kind:   ``link``, ``image``, ``comment``, ``formatting``, ``deletion``, ``script``, …;
    text:   what it says (a target, a description, the words struck out);
    place:  where it is: a path in a page (``body/div[2]/a[1]``), ``page 3``, ``paragraph 7``, ``12:4``;
    reason: what became of it.
    """

    kind: str
    text: str
    place: str
    reason: str

    def __str__(self) -> str:
        words = " ".join(self.text.split())
        if self.kind in _CODE and len(words) > _SHOWN:
            words = words[: _SHOWN - 1] + "…"
        return f"{self.place}: {self.kind} “{words}” {self.reason}"


@dataclass(frozen=True, slots=True)
class Carried:
    """The text of a carrier. ``format``: ``text``, ``html``, ``pdf`` or ``docx``."""

    source: SourceText
    format: str
    ledger: tuple[LedgerItem, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def carried(
    octets: bytes,
    name: str,
    form: str,
    text: str,
    encoding: str,
    ledger: list[LedgerItem],
    diagnostics: list[Diagnostic],
) -> Carried:
    """Return the carrier's text with its ledger, the characters that XML cannot hold included.

    Errors: UnusableInput (SRC002) where there is no text.
    """
    if not text.strip():
        hint = "check that the right file was saved"
        raise UnusableInput(EMPTY.at(Place(name), "the file holds no text", hint))
    source = SourceText(name, text, encoding, hashlib.sha256(octets).hexdigest())
    return carried_text(source, form, ledger, diagnostics)


def carried_text(
    source: SourceText, form: str, ledger: list[LedgerItem], diagnostics: list[Diagnostic]
) -> Carried:
    """Return a text that is not empty with its ledger, the characters that XML cannot hold included."""
    items = (*ledger, *unholdable_characters(source))
    found = [*diagnostics, *misread(source)]
    if items:
        kinds = sorted({item.kind for item in items})
        found.append(
            LEFT_OUT.at(
                Place(source.name),
                f"{len(items)} thing{'s are' if len(items) > 1 else ' is'} in the ledger: {', '.join(kinds)}",
                "look through the ledger for anything that belongs to the document",
            )
        )
    return Carried(source, form, items, tuple(found))


def unholdable_characters(source: SourceText) -> Iterator[LedgerItem]:
    """Yield an item for each character that XML cannot hold: the document has a ``g`` in its place."""
    if source.is_plain or is_holdable(source.text):
        return
    for match in UNHOLDABLE.finditer(source.text):
        line, column = source.line_column(match.start())
        reason = "cannot stand in XML and is kept as a sign"
        yield LedgerItem("character", f"U+{ord(match[0]):04X}", f"{line}:{column}", reason)
