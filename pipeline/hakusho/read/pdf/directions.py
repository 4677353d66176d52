"""Which way the lines of a page run, and the page turned so that they run from left to right."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from hakusho.read.pdf.glyphs import Face, Frame, Glyph
from hakusho.read.pdf.pdf_rules import HANGING, OPENING

# The square of a character, in sizes.
_SQUARE = 1.1
# A box of less than this along the line is that of the ink.
_INK = 0.8
_LAST_LATIN = "\u02ff"
# So many figures may stand side by side in a vertical line.
_SQUARE_FIGURES = 3
# So many characters tell how a page is set.
_ENOUGH = 800


def main_angle(glyphs: Sequence[Glyph], faces: Iterable[Face]) -> int:
    """Return the direction that most characters of a page run in: 0, 90, 180 or 270 degrees; `faces` are those that
    it is printed in."""
    angles = {face.angle for face in faces}
    if not glyphs or len(angles) < 2:
        return angles.pop() if glyphs else 0
    counts = Counter(glyph.face.angle for glyph in glyphs)
    return max(counts, key=lambda angle: (counts[angle], -angle))


def is_vertical(glyphs: Sequence[Glyph]) -> bool:
    """Return whether a page is set in vertical lines: most characters stand below the one before."""
    below = beside = 0
    x = y = -1e9
    first = glyphs[:_ENOUGH]
    for left, glyph in zip(range(len(first), 0, -1), first, strict=True):
        # What is left would no longer turn the scale.
        if 2 * beside >= below + left:
            return False
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
    found: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        there = _turned(glyph)
        # Figures side by side in one square of a vertical line follow one another.
        if last is not None and glyph.text.isascii() and last.text.isascii() and _beside(last, glyph):
            size = glyph.face.size
            there = there._replace(x0=found[-1].x1 - size / 4, x1=found[-1].x1, y0=found[-1].y0, y1=found[-1].y1)
        found.append(there)
        last = glyph
    return found


def parted(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """Part the characters of a vertical page from those of lines across it: its head and its number."""
    down: list[Glyph] = []
    across: list[Glyph] = []
    run: list[Glyph] = []
    for glyph in [*glyphs, None]:
        if glyph is not None and run and _beside(run[-1], glyph):
            run.append(glyph)
            continue
        (across if len(run) > _SQUARE_FIGURES else down).extend(run)
        run = [glyph] if glyph is not None else []
    return down, across


def _beside(last: Glyph, glyph: Glyph) -> bool:
    size = glyph.face.size
    return abs(glyph.y0 - last.y0) < 0.3 * size and 0 < glyph.x0 - last.x0 < 2 * size


def _turned(glyph: Glyph) -> Glyph:
    """Turn a character; the box of a sign at the corner of its square may be larger than the square, or no larger than
    its ink."""
    size = glyph.face.size
    top, foot = max(glyph.y0, glyph.y1 - _SQUARE * size), glyph.y1
    if foot - top < _INK * size and not glyph.text.isspace() and glyph.text > _LAST_LATIN:
        top, foot = _squared(glyph.text, top, foot, size)
    right = min(glyph.x1, glyph.x0 + _SQUARE * size)
    return Glyph(glyph.text, top, -right, foot, -glyph.x0, glyph.face, glyph.spaced)


def _squared(text: str, top: float, foot: float, size: float) -> tuple[float, float]:
    """Return head and foot of the square of a character of which only the ink is known: 、 stands at its head, （ at
    its foot, 一 in its middle."""
    if text in HANGING:
        return top, top + size
    if OPENING.match(text):
        return foot - size, foot
    middle = (top + foot) / 2
    return middle - size / 2, middle + size / 2


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
