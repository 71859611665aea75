"""Memoranda of conversation, letters and translated telegrams."""

from dragoman.convert.memorandum.convert import KIND, convert
from dragoman.convert.memorandum.detect import ceiling, detect

__all__ = ["KIND", "ceiling", "convert", "detect"]
