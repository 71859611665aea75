"""A telegram's text understood, before it is described and written."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.convert.context import Decision
from dragoman.convert.telegram.header import HeaderLines
from dragoman.convert.telegram.opener import Opening
from dragoman.diagnostics import Diagnostic
from dragoman.document import Node


@dataclass(slots=True)
class Message:
    """A telegram's text understood.

    leading: the furniture before the head; nodes: what follows the head; sections: the numbers of the
    sections met, and ``section_count`` how many the telegram says it has (0: not said).
    """

    leading: list[Node] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    header: HeaderLines = field(default_factory=HeaderLines)
    opening: Opening = field(default_factory=Opening)
    sections: list[int] = field(default_factory=list)
    section_count: int = 0
    signature: str = ""
    has_text: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
