"""What a converter is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.diagnostics import Diagnostic, Place
from dragoman.document import Document
from dragoman.source import SourceText


@dataclass(frozen=True, slots=True)
class Detection:
    """How far a transcript looks like one kind: ``score`` from 0 to 1, ``evidence`` in words."""

    kind: str
    score: float
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a converter may know besides the transcript.

    id:                the document's id, which is its file stem;
    translator:        the translator as the edition names them, or "";
    language:          the language of the transcript;
    original_language: the language it was translated from, where the edition says so;
    is_explained:      whether somebody will read what was decided and why (`Conversion.decisions`);
    without it a converter may leave out what takes time to say.
    """

    id: str
    translator: str = ""
    language: str = "en"
    original_language: str = ""
    is_explained: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing that a converter decided rather than read.

    subject: what was decided (``bracket``, ``date``, ``kind``); value: how;
    evidence: why, in words; cert: ``high``, ``medium`` or ``low``.
    """

    subject: str
    value: str
    evidence: str
    cert: str
    place: Place


@dataclass(frozen=True, slots=True)
class Conversion:
    """A document with what is to be said about it."""

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Converter:
    """One kind of transcript: how it is recognised and how it is converted.

    ``convert`` never raises, whatever the text; what is missing it reports. ``ceiling`` gives a score that
    ``detect`` does not exceed, for less work: what cannot win need not be weighed.
    """

    kind: str
    detect: Callable[[SourceText], Detection]
    convert: Callable[[SourceText, Context], Conversion]
    ceiling: Callable[[SourceText], float] = lambda source: 1.0
