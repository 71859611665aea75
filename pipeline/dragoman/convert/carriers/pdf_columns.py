"""Pages set in columns: a PDF gives their lines across the page, and a reader reads down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from statistics import median
from typing import Final

from dragoman.convert.carriers.pdf_lines import SetLine

# In points: narrower than this is no gutter between columns but a wide blank.
_NARROWEST_GUTTER: Final = 9.0
# Fewer and shorter lines are those of a table, of a signature, of an address.
_FEWEST_LINES: Final = 5
_SHORTEST_LINE: Final = 18
# So much of the page's lines may go across all columns, as titles do.
_MOST_ACROSS: Final = 0.3
# The lines of a column fill it, but for the last of each paragraph; the cells of a table do not.
_FILLED: Final = 0.7
_MOST_COLUMNS: Final = 4
_TWO: Final = 2
_SAME_LINE: Final = 0.5
_GRAIN: Final = 2.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line with its edges in points, from the lower left corner of the page.

    foot: where the letters of its font end below, also where none of its own goes so far; None: not known.
    """

    left: float
    bottom: float
    right: float
    top: float
    text: str
    foot: float | None = None

    @property
    def line_bottom(self) -> float:
        """How high the line stands: from one to the next that is the step of the lines."""
        return self.bottom if self.foot is None else self.foot


@dataclass(frozen=True, slots=True)
class Columns:
    """The lines of a page in the order of reading, and in how many columns they stand.

    bands: of a page in two columns the same from top to bottom, each with the lines of the left column, of
    what goes over both, and those of the right one.
    """

    lines: tuple[SetLine, ...]
    count: int
    bands: tuple[tuple[tuple[SetLine, ...], tuple[SetLine, ...]], ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where two columns stand: the gutter between them, and the left edge of the right one."""

    gutter: float
    edge: float


def columns_of(pieces: Sequence[Piece]) -> Columns | None:
    """Return the lines of a page that is set in columns, None where it is not."""
    joined = _joined(piece for piece in pieces if piece.text.strip())
    ordered, count = _ordered(joined, _MOST_COLUMNS)
    if count < _TWO:
        return None
    gutter = _gutter(joined) if count == _TWO else None
    if gutter is None:
        return Columns(tuple(_lines(ordered)), count)
    edge = min(piece.left for piece in joined if piece.left >= gutter)
    bands = tuple(_bands_of_two(joined, gutter))
    return Columns(tuple(_lines(ordered)), count, bands, Place(gutter, edge))


def columns_at(pieces: Sequence[Piece], place: Place) -> Columns | None:
    """Return the lines of a page that is too short to show its columns, which stand as on the other pages.

    None where nothing stands in one of them, or they do not begin at one height.
    """
    joined = _joined(piece for piece in pieces if piece.text.strip())
    left, right = _sides(joined, place.gutter)
    if not left or not right or 2 * (len(left) + len(right)) < len(joined):
        return None
    tops = [max(piece.top for piece in side) for side in (left, right)]
    step = max(piece.top - piece.bottom for piece in joined)
    is_level = abs(tops[0] - tops[1]) <= step
    if not is_level or abs(min(piece.left for piece in right) - place.edge) > _NARROWEST_GUTTER:
        return None
    bands = tuple(_bands_of_two(joined, place.gutter))
    ordered = tuple(line for band in bands for side in band for line in side)
    return Columns(ordered, _TWO, bands, place)


def _bands_of_two(
    pieces: Sequence[Piece], gutter: float
) -> Iterator[tuple[tuple[SetLine, ...], tuple[SetLine, ...]]]:
    """Yield the bands of a page that one gutter parts, as `Columns` has them."""
    for band in _bands(pieces, gutter):
        left, right = _sides(band, gutter)
        is_across = len(band) == 1 and band[0].left < gutter < band[0].right
        moved = () if is_across else _moved(right, left)
        yield tuple(_lines(band if is_across else left)), tuple(_lines(moved))


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces with those of one line as one where no more than a blank parts them."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        if last is not None and _is_beside(last, piece) and piece.left - last.right < _NARROWEST_GUTTER:
            edges = min(last.bottom, piece.bottom), piece.right, max(last.top, piece.top)
            made[-1] = Piece(last.left, *edges, _beside(last.text, piece.text), last.foot)
        else:
            made.append(piece)
    return made


def _ordered(pieces: Sequence[Piece], most: int) -> tuple[list[Piece], int]:
    """Return the pieces in the order of reading, and the number of columns side by side."""
    if most == 1:
        return list(pieces), 1
    gutter = _gutter(pieces)
    is_all = gutter is not None
    gutter = _gutter_of_band(pieces) if gutter is None else gutter
    if gutter is None:
        return list(pieces), 1
    ordered: list[Piece] = []
    count = 1
    for band in _bands(pieces, gutter):
        sides = _sides(band, gutter)
        # Amid text as wide as the page, what is no column keeps its rows.
        if (len(band) == 1 and band[0].left < gutter < band[0].right) or not (is_all or _are_columns(*sides)):
            ordered += band
            continue
        (left, left_count), (right, right_count) = (_ordered(side, most - 1) for side in sides)
        ordered += [*left, *_moved(right, left)]
        count = max(count, left_count + right_count)
    return ordered, count


def _moved(right: Sequence[Piece], left: Sequence[Piece]) -> list[Piece]:
    """Return a column set below another, so that its lines are not taken for lines set in."""
    if not left or not right:
        return list(right)
    by = min(piece.left for piece in right) - min(piece.left for piece in left)
    return [replace(piece, left=piece.left - by, right=piece.right - by) for piece in right]


def _sides(pieces: Sequence[Piece], at: float) -> tuple[list[Piece], list[Piece]]:
    return [piece for piece in pieces if piece.right <= at], [piece for piece in pieces if piece.left >= at]


def _gutters(pieces: Sequence[Piece]) -> Iterator[tuple[float, float]]:
    """Yield the width and the middle of what may be gutters: right edges with a gap behind them."""
    # Right edges of lines differ by fractions of a letter.
    for at in sorted({ceil(piece.right / _GRAIN) * _GRAIN for piece in pieces}):
        behind = [piece.left for piece in pieces if piece.left > at]
        width = min(behind) - at if behind else 0.0
        if width >= _NARROWEST_GUTTER:
            yield width, at + width / 2


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Return where the gutter of the whole page lies, or None where there is none.

    Of several the one that the fewest lines go across, and of these the widest: lines are not of one length,
    and a wider gutter would cut off what only the longest of them fill.
    """
    best: tuple[int, float, float] | None = None
    for width, at in _gutters(pieces):
        left, right = _sides(pieces, at)
        across = len(pieces) - len(left) - len(right)
        is_page = across <= _MOST_ACROSS * len(pieces)
        if is_page and _are_columns(left, right, is_filled=False):
            found = -across, width, at
            best = found if best is None else max(best, found)
    return best[-1] if best else None


def _gutter_of_band(pieces: Sequence[Piece]) -> float | None:
    """Return where a gutter lies that parts the columns above, below or between text of the page's width."""
    best: tuple[int, float] | None = None
    for _, at in _gutters(pieces):
        held = sum(len(band) for band in _bands(pieces, at) if _are_columns(*_sides(band, at)))
        if held:
            best = max(best or (0, 0.0), (held, at))
    return best[1] if best else None


def _are_columns(left: Sequence[Piece], right: Sequence[Piece], is_filled: bool = True) -> bool:
    """Return True for two columns beside each other. is_filled: their lines must fill them.

    One of them may be short, as the last of a text is, where it begins at the height of the other.
    """
    if not left or not right or not _are_level(left, right):
        return False
    if _is_column(left) and _is_column(right):
        return not is_filled or (_is_filled(left) and _is_filled(right))
    long, short = (left, right) if _is_column(left) else (right, left)
    step = max(piece.top - piece.bottom for piece in long)
    is_level = abs(max(piece.top for piece in long) - max(piece.top for piece in short)) <= step
    return (
        is_level
        and _is_column(long)
        and len(short) > 1
        and median(len(piece.text.strip()) for piece in short) >= _SHORTEST_LINE
        and _is_filled(long)
        and _is_filled(short)
    )


def _is_filled(pieces: Sequence[Piece]) -> bool:
    widths = [piece.right - piece.left for piece in pieces]
    return median(widths) >= _FILLED * max(widths)


def _is_column(pieces: Sequence[Piece]) -> bool:
    return (
        len(pieces) >= _FEWEST_LINES and median(len(piece.text.strip()) for piece in pieces) >= _SHORTEST_LINE
    )


def _are_level(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Return True where two columns stand beside each other and not one below the other."""
    top = min(max(piece.top for piece in left), max(piece.top for piece in right))
    bottom = max(min(piece.bottom for piece in left), min(piece.bottom for piece in right))
    heights = [
        max(piece.top for piece in side) - min(piece.bottom for piece in side) for side in (left, right)
    ]
    return 2 * (top - bottom) >= min(heights)


def _bands(pieces: Sequence[Piece], gutter: float) -> Iterator[list[Piece]]:
    """Yield what stands between the lines that go across the gutter, and these alone, from the top."""
    band: list[Piece] = []
    across = sorted(
        (piece for piece in pieces if piece.left < gutter < piece.right), key=lambda piece: -piece.top
    )
    rest = [piece for piece in pieces if not piece.left < gutter < piece.right]
    for title in across:
        band = [piece for piece in rest if piece.bottom >= title.bottom]
        rest = [piece for piece in rest if piece.bottom < title.bottom]
        if band:
            yield band
        yield [title]
    if rest:
        yield rest


def _lines(pieces: Sequence[Piece]) -> Iterator[SetLine]:
    """Yield the text line by line: pieces at one height, from left to right, make a line."""
    line: SetLine | None = None
    before: Piece | None = None
    for piece in pieces:
        if line is not None and before is not None and _is_beside(before, piece):
            line = SetLine(_beside(line.text, piece.text), line.left, line.bottom)
        else:
            if line is not None:
                yield line
            line = SetLine(piece.text, piece.left, piece.line_bottom)
        before = piece
    if line is not None:
        yield line


def _beside(line: str, text: str) -> str:
    return line + text if line[-1:].isspace() or text[:1].isspace() else f"{line} {text}"


def _is_beside(before: Piece, piece: Piece) -> bool:
    shared = min(before.top, piece.top) - max(before.bottom, piece.bottom)
    height = min(before.top - before.bottom, piece.top - piece.bottom)
    return piece.left >= before.left and shared > _SAME_LINE * height
