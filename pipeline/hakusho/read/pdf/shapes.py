"""What is drawn on a PDF page next to its characters: rules, frames and pictures, from PDFium's own objects."""

import ctypes
from array import array
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import repeat
from operator import countOf
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from hakusho.read.pdf.calls import address_of, calls
from hakusho.read.pdf.glyphs import Frame

# A drawing of more pieces is a map or a chart; what comes after these is not looked at.
_MOST_OBJECTS = 6000
_MOST_SEGMENTS = 400
_DEEPEST = 4
# Thinner shapes are rules, however they were drawn (points).
_THIN = 3.0
_SHORTEST = 4.0
_WHITE = 250
# The least length of a box with round corners; how near its edges, and over which share of each, its lines run.
_LEAST_BOX, _LEAST_HIGH, _EDGE, _STRAIGHT = 60.0, 14.0, 2.5, 0.5
# Of so many segments is such a box, however its corners are drawn.
_LEAST_ROUND, _MOST_ROUND, _LEAST_SIDES = 8, 130, 3
# A line of so many slanted parts is that of a chart.
_LEAST_SLANTED = 3
# Pieces so thin and short, so many in a row, are a dotted line.
_DOT, _DASH, _LEAST_DOTS = 2.0, 6.0, 12


class Box(NamedTuple):
    """A rectangle on the page, y growing downwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


@dataclass(slots=True)
class Shapes:
    """Rules across and down as thin boxes, frames (outlined or filled areas), areas of fill, pictures, all ink."""

    across: list[Box] = field(default_factory=list)
    down: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    # Whatever is drawn, piece by piece: where many lie together is a chart or diagram.
    ink: list[Box] = field(default_factory=list)
    # The lines of charts among them.
    charted: list[Box] = field(default_factory=list)


Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def shapes_of(page: Any, frame: Frame) -> Shapes:
    """Return the shapes of an open page."""
    shapes = Shapes()
    collector = _Collector(shapes, frame)
    for number, (thing, kind, matrix) in enumerate(_objects(page)):
        if number >= _MOST_OBJECTS:
            break
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            collector.path(thing, matrix)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            collector.picture(thing, matrix, kind)
    _join_dots(shapes)
    return shapes


def _join_dots(shapes: Shapes) -> None:
    """Make rules of the dots and dashes that a dotted line is drawn with, one by one."""
    dots = [box for box in shapes.ink if box.height < _DOT and box.width < _DASH]
    if len(dots) < _LEAST_DOTS:
        return
    runs: list[list[Box]] = []
    for dot in sorted(dots, key=lambda box: (round(box.y0), box.x0)):
        last = runs[-1][-1] if runs else None
        if last is not None and abs(dot.y0 - last.y0) < 1 and -1 < dot.x0 - last.x1 < _DASH:
            runs[-1].append(dot)
        else:
            runs.append([dot])
    rules = [run for run in runs if len(run) >= _LEAST_DOTS]
    taken = {id(dot) for run in rules for dot in run}
    shapes.ink = [box for box in shapes.ink if id(box) not in taken]
    shapes.across += [Box(run[0].x0, run[0].y0, run[-1].x1, run[0].y1) for run in rules]


def _objects(page: Any) -> Iterator[tuple[int, int, Matrix]]:
    """Yield what is drawn on a page, but for its text, with the matrix of the forms that it lies in."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    for thing, kind in _drawn_of(calls().thing, address_of(page.raw), count):
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _inner(thing, _IDENTITY, 1)
        else:
            yield thing, kind, _IDENTITY


def _inner(form: int, matrix: Matrix, depth: int) -> Iterator[tuple[int, int, Matrix]]:
    below = _times(_matrix_of(form), matrix)
    count = max(0, pdfium.FPDFFormObj_CountObjects(_handle(form)))
    for thing, kind in _drawn_of(calls().inner, form, count):
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _DEEPEST:
                yield from _inner(thing, below, depth + 1)
        else:
            yield thing, kind, below


def _drawn_of(ask: Any, holder: int, count: int) -> Iterator[tuple[int, int]]:
    """Yield each thing of a page or form that is not text, and its kind."""
    things: list[int] = list(map(ask, repeat(holder), range(count)))
    kinds = map(calls().kind, things)
    return ((thing, kind) for thing, kind in zip(things, kinds, strict=True) if kind != pdfium.FPDF_PAGEOBJ_TEXT)


def _handle(thing: int) -> Any:
    return ctypes.cast(thing, pdfium.FPDF_PAGEOBJECT)


def _matrix_of(thing: int) -> Matrix:
    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(_handle(thing), m):
        return _IDENTITY
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(one: Matrix, two: Matrix) -> Matrix:
    if two is _IDENTITY:
        return one
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _put(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _places(answers: "array[Any]") -> range:
    """Return the addresses of answers."""
    start, count = answers.buffer_info()
    return range(start, start + answers.itemsize * count, answers.itemsize)


def _segments(path: int, count: int) -> tuple[list[int], "array[float]"]:
    """Return the segments of a path, and the x and y of the point that each ends at, one after the other."""
    ask, points = calls(), array("f", bytes(8 * count))
    pieces = list(map(ask.segment, repeat(path), range(count)))
    places = _places(points)
    deque(map(ask.point, pieces, places[::2], places[1::2]), maxlen=0)
    return pieces, points


class _Collector:
    """Sorts what is drawn into the lists of `Shapes`."""

    def __init__(self, shapes: Shapes, frame: Frame) -> None:
        self._shapes = shapes
        self._frame = frame
        self._right, self._bottom = frame.width + 1, frame.height + 1
        self._ask = calls()
        # PDFium answers into these: the sides of a box, a colour, how a path is filled and stroked.
        self._sides, self._colour, self._modes = array("f", bytes(16)), array("I", bytes(16)), array("i", bytes(8))
        self._to_sides = tuple(_places(self._sides))
        self._to_colour, self._to_modes = tuple(_places(self._colour)), tuple(_places(self._modes))

    def picture(self, thing: int, matrix: Matrix, kind: int) -> None:
        box = self._bounds(thing, matrix)
        if box is not None and kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self._shapes.pictures.append(box)

    def path(self, thing: int, matrix: Matrix) -> None:
        box = self._bounds(thing, matrix)
        if box is None:
            return
        stroked, filled = self._drawn(thing)
        if not stroked and not filled:
            return
        self._shapes.ink.append(box)
        width, height = box.width, box.height
        if width < _SHORTEST and height < _SHORTEST:
            return
        segments = self._ask.count(thing)
        if width < _THIN or height < _THIN:
            self._rule(box)
        elif 4 <= segments <= 6 and self._is_rectangle(thing, segments):
            self._rectangle(box, stroked, filled)
        elif segments <= _MOST_SEGMENTS:
            if self._may_be_rounded(thing, segments, box) and self._is_rounded(thing, segments, matrix, box):
                self._shapes.frames.append(box)
            elif stroked:
                slanted = self._lines(thing, segments, matrix)
                if slanted >= _LEAST_SLANTED and not filled:
                    self._shapes.charted.append(box)

    def _bounds(self, thing: int, matrix: Matrix) -> Box | None:
        if not self._ask.bounds(thing, *self._to_sides):
            return None
        left, bottom, right, top = self._sides
        if matrix is _IDENTITY:
            return self._box(left, bottom, right, top)
        return self._box(*_put(matrix, left, bottom), *_put(matrix, right, top))

    def _box(self, ax: float, ay: float, bx: float, by: float) -> Box | None:
        """Return the visible part of a box; None for what lies off the page."""
        if ax > bx:
            ax, bx = bx, ax
        if ay > by:
            ay, by = by, ay
        x0, y0, x1, y1 = self._frame.place(ax, ay, bx, by)
        if x0 >= -1.0 and y0 >= -1.0 and x1 <= self._right and y1 <= self._bottom:
            return Box(x0, y0, x1, y1)
        x0, y0 = max(x0, -1.0), max(y0, -1.0)
        x1, y1 = min(x1, self._right), min(y1, self._bottom)
        return Box(x0, y0, x1, y1) if x0 <= x1 and y0 <= y1 else None

    def _drawn(self, thing: int) -> tuple[bool, bool]:
        """Return whether a path is stroked, and whether it is filled with something that can be seen on white."""
        ask = self._ask
        ask.drawn(thing, *self._to_modes)
        mode, stroke = self._modes
        stroked = bool(stroke) and self._seen(ask.stroke(thing, *self._to_colour))
        filled = bool(mode) and self._seen(ask.fill(thing, *self._to_colour))
        return stroked, filled

    def _seen(self, known: int) -> bool:
        red, green, blue, alpha = self._colour
        return not known or (alpha > 0 and min(red, green, blue) < _WHITE)

    def _rule(self, box: Box) -> None:
        (self._shapes.across if box.width >= box.height else self._shapes.down).append(box)

    def _rectangle(self, box: Box, stroked: bool, filled: bool) -> None:
        self._shapes.frames.append(box)
        if filled:
            self._shapes.fills.append(box)
        if stroked:
            self._shapes.across += [Box(box.x0, y, box.x1, y) for y in (box.y0, box.y1)]
            self._shapes.down += [Box(x, box.y0, x, box.y1) for x in (box.x0, box.x1)]

    @staticmethod
    def _is_rectangle(thing: int, segments: int) -> bool:
        pieces, points = _segments(thing, segments)
        if pdfium.FPDF_SEGMENT_BEZIERTO in map(calls().course, pieces):
            return False
        return all(len({round(place, 1) for place in places}) == 2 for places in (points[::2], points[1::2]))

    @staticmethod
    def _may_be_rounded(thing: int, segments: int, box: Box) -> bool:
        """Return whether a path is as large as a box, with straight lines for its sides; the last may close it."""
        large = max(box.width, box.height) > _LEAST_BOX and min(box.width, box.height) > _LEAST_HIGH
        if not large or not _LEAST_ROUND <= segments <= _MOST_ROUND:
            return False
        pieces = map(calls().segment, repeat(thing), range(segments))
        return countOf(map(calls().course, pieces), pdfium.FPDF_SEGMENT_LINETO) >= _LEAST_SIDES

    def _is_rounded(self, thing: int, segments: int, outer: Matrix, box: Box) -> bool:
        """Return whether a path is a rectangle with round corners: straight lines make most of each of its sides."""
        covered = [0.0, 0.0, 0.0, 0.0]
        for one, two in self._straights(thing, segments, outer):
            line = self._box(*one, *two)
            if line is None:
                return False
            if line.height < 1.0:
                covered[0 if line.y0 - box.y0 < _EDGE else 1] += (
                    line.width if min(line.y0 - box.y0, box.y1 - line.y1) < _EDGE else 0
                )
            elif line.width < 1.0:
                covered[2 if line.x0 - box.x0 < _EDGE else 3] += (
                    line.height if min(line.x0 - box.x0, box.x1 - line.x1) < _EDGE else 0
                )
            else:
                return False
        sides = (box.width, box.width, box.height, box.height)
        return all(part > side * _STRAIGHT for part, side in zip(covered, sides, strict=True))

    def _lines(self, thing: int, segments: int, outer: Matrix) -> int:
        """Take the straight lines of a path that draws a grid, or several rules, at once; return how many slant."""
        return sum(self._slants(one, two) for one, two in self._straights(thing, segments, outer))

    def _straights(self, thing: int, segments: int, outer: Matrix) -> Iterator[tuple[Point, Point]]:
        matrix = _times(_matrix_of(thing), outer)
        pieces, points = _segments(thing, segments)
        told = (map(self._ask.course, pieces), map(self._ask.closes, pieces), points[::2], points[1::2])
        start = last = (0.0, 0.0)
        for course, closes, x, y in zip(*told, strict=True):
            point = _put(matrix, x, y)
            if course == pdfium.FPDF_SEGMENT_MOVETO:
                start = point
            elif course == pdfium.FPDF_SEGMENT_LINETO:
                yield last, point
            if closes:
                yield point, start
            last = point

    def _slants(self, one: Point, two: Point) -> bool:
        """Take a straight line as a rule; return whether it is none, as it slants."""
        box = self._box(*one, *two)
        if box is not None and min(box.width, box.height) < 1.0:
            if max(box.width, box.height) >= _SHORTEST:
                self._rule(box)
            return False
        return box is not None
