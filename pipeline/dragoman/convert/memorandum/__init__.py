"""Memoranda of conversation, letters and translated telegrams."""

from dragoman.convert.memorandum.convert import KIND, convert
from dragoman.convert.memorandum.detect import detect

__all__ = ["KIND", "convert", "detect"]
