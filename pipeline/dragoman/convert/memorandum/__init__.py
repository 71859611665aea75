"""Memoranda of conversation, letters and translated telegrams."""

from dragoman.convert.memorandum.convert import KIND, convert, convert_letter
from dragoman.convert.memorandum.detect import ceiling, detect
from dragoman.convert.memorandum.letter import KIND as LETTER
from dragoman.convert.memorandum.letter import ceiling as letter_ceiling
from dragoman.convert.memorandum.letter import detect as detect_letter

__all__ = [
    "KIND",
    "LETTER",
    "ceiling",
    "convert",
    "convert_letter",
    "detect",
    "detect_letter",
    "letter_ceiling",
]
