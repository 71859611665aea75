"""A transcript as it was read, with offsets that always lead back to line and column."""

from __future__ import annotations

import bisect
import hashlib
import itertools
import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NamedTuple, Self

from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.errors import UnusableInput

MISSING = Rule(
    "SRC001",
    Severity.ERROR,
    "the file is not there",
    "A command can only work on a file that exists and may be read.",
)
EMPTY = Rule(
    "SRC002",
    Severity.ERROR,
    "the file is empty",
    "A file without a single non-blank character holds no document.",
)
BINARY = Rule(
    "SRC003",
    Severity.ERROR,
    "the file is not text",
    "A transcript is text. A file with NUL bytes or the signature of another format "
    "would become nonsense if it were read as text.",
)
ENCODING = Rule(
    "SRC004",
    Severity.ERROR,
    "the encoding is not recognised",
    "A byte that does not fit the encoding would be lost or changed by guessing.",
)


_CONTROLS: Final = (*map(chr, (code for code in range(0x20) if code != 0x0A)), "\x7f")


class Span(NamedTuple):
    """A half-open range of code points of a `SourceText`; `len` is how many they are.

    (A named tuple, for a list of documents has a thousand: a frozen dataclass takes twice as long to make.
    Another span is made by `part`; ``_replace`` would ask `len` how many fields there are.)
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def part(self, start: int, end: int) -> Self:
        """Return another span of the same kind: a part of this one, by offsets in the source."""
        return type(self)(start, end)


class Line(NamedTuple):
    """A line of a `SourceText` that is not blank.

    span: from its first to its last non-blank character; indent: blanks before them on the line;
    is_after_blank: a blank line, or the beginning of the text, stands before it.
    """

    span: Span
    indent: int
    is_after_blank: bool


# Begun at a character that is no blank, so that no blank is looked at twice.
_TO_LINE_END: Final = re.compile(r"\S[^\n]*")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The characters of a transcript and what is needed to hold a document against it.

    name:     the file's name as diagnostics show it;
    text:     the decoded text without a byte order mark, line ends as in the file, but see `with_line_feeds`;
    encoding: the name of the encoding that was used;
    sha256:   of the bytes of the file, in hexadecimal.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    sha256: str = ""
    _starts: list[int] = field(default_factory=list, compare=False, repr=False)
    _answers: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    _traits: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def has(self, characters: str) -> bool:
        """Return True where the text has ``characters``.

        What several readers ask of the whole text (whether it has two blanks in a row) is looked for once.
        """
        answer = self._answers.get(characters)
        if answer is None:
            answer = self._answers[characters] = characters in self.text
        return answer

    @property
    def is_plain(self) -> bool:
        """True for ASCII whose only control characters are line feeds: nearly every telegram."""
        answer = self._traits.get("plain")
        if answer is None:
            # To look for each of the others takes half the time of a table for all.
            answer = self.text.isascii() and not any(map(self.text.__contains__, _CONTROLS))
            self._traits["plain"] = answer
        return answer

    @property
    def is_printable(self) -> bool:
        """True where all is printable but the line feeds: there is no other blank than the plain one."""
        answer = self._traits.get("printable")
        if answer is None:
            # What is ASCII and not plain has a control character.
            is_ascii = self.text.isascii()
            answer = self.is_plain if is_ascii else self.text.replace("\n", "").isprintable()
            self._traits["printable"] = answer
        return answer

    def _line_starts(self) -> list[int]:
        if not self._starts:
            lengths = [len(line) + 1 for line in self.text.split("\n")]
            self._starts.extend(itertools.accumulate(lengths, initial=0))
            self._starts.pop()
        return self._starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of the code point at ``offset``."""
        if not offset:
            # What is said of the whole text has this place, and the table of lines is not needed for it.
            return 1, 1
        starts = self._line_starts()
        line = bisect.bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def place(self, at: Span | int) -> Place:
        """Return the place of an offset, or of the beginning of a span."""
        return Place(self.name, *self.line_column(at.start if isinstance(at, Span) else at))

    def lines(self, end: int | None = None, most: int | None = None) -> list[Line]:
        """Return the lines that are not blank, in reading order.

        end: where the text is cut off; most: how many of them are wanted at most.
        Nothing is made of a blank line: a printout can have a hundred thousand of them.
        """
        text = self.text
        found: list[Line] = []
        last = 0
        is_after_blank = True
        for match in itertools.islice(
            _TO_LINE_END.finditer(text, 0, len(text) if end is None else end), most
        ):
            start = match.start()
            if last:
                is_after_blank = text.count("\n", last, start) > 1
            last = start + len(match[0].rstrip())
            found.append(Line(Span(start, last), start - text.rfind("\n", 0, start) - 1, is_after_blank))
        return found

    def trimmed(self, span: Span) -> Span:
        """Return the span without the blank characters at its two ends."""
        start, end = span
        text = self.text[start:end]
        bare = text.lstrip()
        left = start + len(text) - len(bare)
        return Span(left, left + len(bare.rstrip()))


def decode(octets: bytes, name: str) -> SourceText:
    """Return the source text that ``octets`` hold.

    Errors: UnusableInput for an empty file, a binary file or an encoding that
    is neither UTF-8, UTF-16 with a mark nor, recognisably, Windows-1252.
    """
    sha256 = hashlib.sha256(octets).hexdigest()
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if octets.startswith(mark):
            break
    else:
        mark, encoding = b"", "utf-8"
    if encoding == "utf-8" and b"\x00" in octets:
        at = octets.index(b"\x00")
        line = octets.count(b"\n", 0, at) + 1
        raise UnusableInput(
            BINARY.at(
                Place(name, line),
                f"byte {at} is NUL: this is not a text file",
                "give a plain-text transcript; UTF-16 needs a byte order mark",
            )
        )
    try:
        text = octets[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        before = octets[: error.start + len(mark)]
        text = _decode_windows_1252(octets, name, before, error)
        encoding = "windows-1252"
    if not text.strip():
        raise UnusableInput(
            EMPTY.at(Place(name), "the file holds no text", "check that the right file was saved")
        )
    return SourceText(name, with_line_feeds(text), encoding, sha256)


def with_line_feeds(text: str) -> str:
    """Return a text whose lines end in carriage returns alone, as Macintoshes once wrote, with line feeds.

    Every offset stays what it is. A text with line feeds is returned as it stands.
    """
    return text if "\n" in text else text.replace("\r", "\n")


def _decode_windows_1252(octets: bytes, name: str, before: bytes, error: UnicodeDecodeError) -> str:
    line = before.count(b"\n") + 1
    column = len(before) - (before.rfind(b"\n") + 1) + 1
    try:
        text = octets.decode("windows-1252")
    except UnicodeDecodeError:
        text = ""
    # C1 bytes that Windows-1252 leaves undefined fail above; other binary formats
    # decode, but are full of control characters that no transcript holds.
    odd = sum(1 for c in text if ord(c) < 32 and c not in "\t\n\r\f\x1a")
    if not text or odd > len(text) // 200:
        raise UnusableInput(
            ENCODING.at(
                Place(name, line, column),
                f"byte 0x{octets[error.start]:02X} is not UTF-8, and the file does not read "
                "as Windows-1252 or marked UTF-16 either",
                "save the transcript as UTF-8",
            )
        )
    return text


def read_octets(path: Path, shown: str) -> bytes:
    """Return the bytes of a file that the user named ``shown``. Errors: UnusableInput (SRC001)."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnusableInput(unread(path, shown, error)) from None


def unread(path: Path, shown: str, error: OSError) -> Diagnostic:
    """Return why a file that the user named ``shown`` has not been read, and which he may have meant."""
    if isinstance(error, IsADirectoryError):
        return MISSING.at(Place(shown), "this is a folder, not a file", "name the files in it")
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        return MISSING.at(Place(shown), f"the file cannot be read: {error.strerror}", "check its permissions")
    try:
        beside = [
            one.name for one in path.parent.iterdir() if path.suffix in ("", one.suffix) and one.is_file()
        ]
    except OSError:
        return MISSING.at(Place(shown), "there is no such folder", "check the name")
    near = get_close_matches(path.name, beside, 1)
    hint = f"did you mean {near[0]}?" if near else "check the name"
    return MISSING.at(Place(shown), "there is no such file", hint)


def read_source(path: Path, name: str | None = None) -> SourceText:
    """Return the text of the plain-text transcript at ``path``; ``name`` is what diagnostics call it.

    Errors: as those of `read_octets` and `decode`.
    """
    shown = name if name is not None else str(path)
    return decode(read_octets(path, shown), shown)
