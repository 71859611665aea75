"""The exceptions that a user can cause, and the exit status of each."""

from __future__ import annotations

from dragoman.diagnostics import Diagnostic


class DragomanError(Exception):
    """Something that the user can mend. Carries the diagnostics to show: one, or one for each file.

    Subclasses state the exit status: 1 the user's files have errors, 2 the
    command was misused or its input cannot be read.
    """

    exit_status = 2

    def __init__(self, diagnostic: Diagnostic, *others: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
        self.diagnostics = (diagnostic, *others)

    def __reduce__(self) -> tuple[type[DragomanError], tuple[Diagnostic, ...]]:
        """Say how the exception travels from another process: made again of its diagnostics."""
        return type(self), self.diagnostics


class UnusableInput(DragomanError):
    """A file or folder that cannot be read, decoded, parsed or recognised at all."""


class FaultyEdition(DragomanError):
    """The files can be read, but what they say makes the work impossible."""

    exit_status = 1
