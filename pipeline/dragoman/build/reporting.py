"""The report of a conversion: what was decided and why, for the editor who checks it."""

from __future__ import annotations

from pathlib import Path

from dragoman.build.conversion import Outcome
from dragoman.build.files import write_file
from dragoman.edition import Edition


def conversion_report(outcome: Outcome) -> str:
    """Return the report of one conversion as plain text.

    Shape: the transcript; the kind with its evidence; every decision in the order of the text
    (line:column, what was decided of, how, its certainty) with its evidence below it; what was found amiss.
    """
    converted = outcome.converted
    lines = [f"{converted.source.name} -> {outcome.document.name}: {outcome.status}"]
    if converted.detection is not None:
        lines.append(f"\nkind: {converted.detection.kind} ({converted.detection.score:.2f})")
        lines.extend(f"  {reason}" for reason in converted.detection.evidence)
    if converted.decisions:
        lines.append("\ndecisions")
    for decision in sorted(converted.decisions, key=lambda d: (d.place, d.subject)):
        at = f"{decision.place.line}:{decision.place.column}"
        lines.append(f"  {at:8}{decision.subject}: {decision.value}  ({decision.cert or 'read'})")
        lines.extend(f"          {reason}" for reason in decision.evidence.split("; ") if reason)
    if converted.ledger:
        lines.append("\nin the file that carried the transcript, and not in the document")
        lines.extend(f"  {item}" for item in converted.ledger)
    if outcome.diagnostics:
        lines.append("\nfindings")
        lines.extend(f"  {finding}" for finding in outcome.diagnostics)
    return "\n".join(lines) + "\n"


def write_conversion_report(edition: Edition, outcome: Outcome) -> Path:
    """Write the report of one conversion to out/reports/conversion/ID.txt and return its path."""
    path = edition.out / "reports" / "conversion" / f"{outcome.converted.id}.txt"
    write_file(path, conversion_report(outcome).encode())
    return path
