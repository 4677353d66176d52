"""Which way the lines of a page run, and the page turned so that they run from left to right."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from hakusho.read.pdf_glyphs import Frame, Glyph

# The square of a character, in sizes.
_SQUARE = 1.1


def main_angle(glyphs: Sequence[Glyph]) -> int:
    """Return the direction that most characters of a page run in: 0, 90, 180 or 270 degrees."""
    counts = Counter(glyph.face.angle for glyph in glyphs)
    return max(counts, key=lambda angle: (counts[angle], -angle)) if counts else 0


def is_vertical(glyphs: Sequence[Glyph]) -> bool:
    """Return whether a page is set in vertical lines: most characters stand below the one before."""
    below = beside = 0
    x = y = -1e9
    for glyph in glyphs:
        size = glyph[5].size
        across, down = glyph[1] - x, glyph[2] - y
        x, y = glyph[1], glyph[2]
        if -0.5 * size < across < 0.5 * size and 0 < down < 2 * size:
            below += 1
        elif -0.5 * size < down < 0.5 * size and 0 < across < 2 * size:
            beside += 1
    return below > 2 * beside and below > 10


def turned(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Turn a vertical page so that its lines run from left to right and follow one another downwards."""
    return [_turned(glyph) for glyph in glyphs]


def _turned(glyph: Glyph) -> Glyph:
    """Turn a character; the box of a sign at the corner of its square may be larger than the square."""
    top = max(glyph.y0, glyph.y1 - _SQUARE * glyph.face.size)
    right = min(glyph.x1, glyph.x0 + _SQUARE * glyph.face.size)
    return Glyph(glyph.text, top, -right, glyph.y1, -glyph.x0, glyph.face, glyph.spaced)


def upright(glyphs: Iterable[Glyph], angle: int, frame: Frame) -> list[Glyph]:
    """Turn a page so that lines that run at an angle run from left to right."""
    put = _turner(angle, frame)
    return [Glyph(g.text, *put(g.x0, g.y0, g.x1, g.y1), g.face, g.spaced) for g in glyphs]


def turned_box(
    angle: int, frame: Frame, x0: float, y0: float, x1: float, y1: float
) -> tuple[float, float, float, float]:
    """Return a box of the page after it was turned so that lines at an angle run from left to right."""
    return _turner(angle, frame)(x0, y0, x1, y1)


def _turner(angle: int, frame: Frame) -> Callable[[float, float, float, float], tuple[float, float, float, float]]:
    width, height = frame.width, frame.height
    if angle == 90:
        return lambda x0, y0, x1, y1: (height - y1, x0, height - y0, x1)
    if angle == 180:
        return lambda x0, y0, x1, y1: (width - x1, height - y1, width - x0, height - y0)
    if angle == 270:
        return lambda x0, y0, x1, y1: (y0, width - x1, y1, width - x0)
    return lambda x0, y0, x1, y1: (x0, y0, x1, y1)
