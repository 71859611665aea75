"""What WOFF2 packs is what another reader of it finds: outlines, boxes, widths, every other table."""

from __future__ import annotations

import io
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.woff2 import pack255UShort, packBase128

from dragoman.render.fonts import FACES, Face, cut_font
from dragoman.render.woff2 import base_128, packed, short

# Each way in which the format writes a step between two points: along an axis, small, middling, large, huge.
STEPS = ((0, 0), (0, 1279), (-1279, 0), (64, -64), (-768, 700), (3000, -4000), (-5000, 5000), (1, 1))
REWRITTEN = {"glyf", "loca", "hmtx", "head"}


def drawn(steps: tuple[tuple[int, int], ...], is_quadratic: bool = False) -> Glyph:
    pen = TTGlyphPen(None)
    x = y = 0
    pen.moveTo((x, y))
    for dx, dy in steps:
        x, y = x + dx, y + dy
        if is_quadratic:
            pen.qCurveTo((x, y), (x + 10, y + 10))
        else:
            pen.lineTo((x, y))
    pen.closePath()
    return pen.glyph()


def composed() -> bytes:
    """Return a font with a blank, outlines of every step, a compound glyph and bearings of its own."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space", "a", "b", "c"])
    builder.setupCharacterMap({0x20: "space", 0x61: "a", 0x62: "b", 0x63: "c"})
    pen = TTGlyphPen({"a": drawn(STEPS), "b": drawn(STEPS, True)})
    pen.addComponent("a", (1, 0, 0, 1, 300, -20))
    pen.addComponent("b", (0.5, 0, 0, 0.5, 0, 0))
    glyphs = {
        ".notdef": drawn(STEPS[1:3]),
        "space": Glyph(),
        "a": drawn(STEPS),
        "b": drawn(STEPS, True),
        "c": pen.glyph(),
    }
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (500 + len(name), 7) for name in glyphs})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost()
    out = io.BytesIO()
    builder.font.save(out)
    return out.getvalue()


def outlines(font: TTFont) -> list[Any]:
    """Return what each glyph is made of, with its box."""
    glyf, found = font["glyf"], list[Any]()
    for name in font.getGlyphOrder():
        glyph = glyf[name]
        points, ends, flags = glyph.getCoordinates(glyf)
        parts = [(part.glyphName, part.x, part.y, part.flags) for part in getattr(glyph, "components", ())]
        box = [getattr(glyph, side) for side in ("xMin", "yMin", "xMax", "yMax")] if len(points) else []
        found.append((name, list(points), list(ends), list(flags), parts, box))
    return found


def held_together(font: bytes) -> None:
    before, after = TTFont(io.BytesIO(font)), TTFont(io.BytesIO(packed(font)))
    assert after.flavor == "woff2"
    assert outlines(after) == outlines(before)
    assert after["hmtx"].metrics == before["hmtx"].metrics
    assert set(after.reader.keys()) == set(before.reader.keys())
    for tag in set(before.reader.keys()) - REWRITTEN:
        assert after.reader[tag] == before.reader[tag]


def test_every_kind_of_outline_comes_back_as_it_was() -> None:
    held_together(composed())


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_the_faces_of_the_site_come_back_as_they_were_cut(face: Face) -> None:
    held_together(cut_font(face, frozenset("ŏж")))


def test_bearings_that_are_the_edges_of_the_boxes_are_not_written() -> None:
    font = TTFont(io.BytesIO(composed()))
    for name, (advance, _) in font["hmtx"].metrics.items():
        font["hmtx"][name] = (advance, getattr(font["glyf"][name], "xMin", 0))
    out = io.BytesIO()
    font.save(out)
    held_together(out.getvalue())
    assert TTFont(io.BytesIO(packed(out.getvalue()))).reader.tables["hmtx"].transformed
    assert not TTFont(io.BytesIO(packed(composed()))).reader.tables["hmtx"].transformed


def test_a_font_without_such_outlines_is_packed_as_it_is() -> None:
    font = TTFont(io.BytesIO(composed()))
    del font["glyf"], font["loca"]
    out = io.BytesIO()
    font.save(out)
    before, after = TTFont(io.BytesIO(out.getvalue())), TTFont(io.BytesIO(packed(out.getvalue())))
    assert after.reader["hmtx"] == before.reader["hmtx"]
    assert "glyf" not in after


def test_numbers_are_written_as_another_writer_of_the_format_writes_them() -> None:
    assert all(short(number) == pack255UShort(number) for number in range(1 << 16))
    edges = [(1 << bits) + step for bits in range(1, 32) for step in (-1, 0, 1)]
    assert all(base_128(number) == packBase128(number) for number in [0, *edges, (1 << 32) - 1])
