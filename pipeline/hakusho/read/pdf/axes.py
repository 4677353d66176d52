"""Axes of charts: figures in a column that fall by equal steps, evenly set below one another, and no table's."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from operator import attrgetter

from hakusho.read.pdf.pdf_rules import COUNTER
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.shapes import Box

_LEAST = 4
_LONGEST = 9
_FIGURE = re.compile(r"(?P<sign>[-−－△▲]?)(?P<value>[0-9][0-9,]*(?:\.[0-9]+)?)")
# Figures of one axis end, or begin, at one place, and are evenly set, as shares of their size and step.
_LEVEL, _EVEN = 0.3, 0.15
# Years are no scale, and what counts down by ones is one only if it ends in none.
_YEARS = (1900, 2100)
# How far the lines of a chart begin beside its axis, and how far what is drawn lies off it, in sizes.
_BESIDE, _NEAR = 2.5, 4.0
# Text so nearly level with a figure, in sizes, is of its row; one row in so many of a table's may have none.
_SAME_ROW, _EMPTY = 0.25, 6

Point = tuple[PrintedLine, float]


def charts(lines: Sequence[PrintedLine], rules: Sequence[Box], drawn: Sequence[Box]) -> list[Box]:
    """Return the boxes of what is drawn on a page, of charts with their axes and the lines that begin at these."""
    found = list(drawn)
    points = list(_points(lines))
    axes = list(_axes(points)) if len(points) >= _LEAST else []
    scaled = {id(line) for axis in axes for line in axis}
    others = [line for line in lines if id(line) not in scaled]
    for axis in axes:
        if _is_of_table(axis, others):
            continue
        box = _around(axis, rules)
        near = _NEAR * axis[0].size
        joined = [one for one in found if _touch(one, box, near)]
        found = [one for one in found if one not in joined]
        found.append(_union([box, *joined]))
    return found


def _points(lines: Sequence[PrintedLine]) -> Iterator[Point]:
    for line in lines:
        text = line.text
        if not text or len(text) > _LONGEST or line.turned:
            continue
        # The unit may stand behind each: 3,000件.
        text = text if text[-1].isnumeric() else text[:-1] if COUNTER.match(text[-1]) else ""
        match = _FIGURE.fullmatch(unicodedata.normalize("NFKC", text))
        if match is not None:
            value = float(match["value"].replace(",", ""))
            yield line, -value if match["sign"] else value


def _axes(points: Sequence[Point]) -> Iterator[list[PrintedLine]]:
    """Yield the figures of each axis, from the top down."""
    taken: set[int] = set()
    for edge in (attrgetter("x1"), attrgetter("x0")):
        free = sorted((p for p in points if id(p[0]) not in taken), key=lambda p: edge(p[0]))
        columns: list[list[Point]] = []
        for point in free:
            if columns and edge(point[0]) - edge(columns[-1][0][0]) < _LEVEL * point[0].size:
                columns[-1].append(point)
            else:
                columns.append([point])
        for column in columns:
            for run in _runs(sorted(column, key=lambda p: p[0].middle)):
                taken.update(id(line) for line in run)
                yield run


def _runs(column: Sequence[Point]) -> Iterator[list[PrintedLine]]:
    """Yield the stretches of a column that fall by one step."""
    start = 0
    for index in range(1, len(column) + 1):
        if index < len(column) and (index - start < 2 or _goes_on(*column[index - 2 : index + 1])):
            continue
        if index - start >= _LEAST and _is_scale([value for _, value in column[start:index]]):
            yield [line for line, _ in column[start:index]]
        start = max(start + 1, index - 1)


def _goes_on(one: Point, two: Point, three: Point) -> bool:
    step, room = one[1] - two[1], two[0].middle - one[0].middle
    fall, below = two[1] - three[1], three[0].middle - two[0].middle
    return step > 0 and abs(step - fall) < 0.01 * step and abs(room - below) < _EVEN * room


def _is_scale(values: Sequence[float]) -> bool:
    if all(_YEARS[0] <= value <= _YEARS[1] for value in values):
        return False
    return values[0] - values[1] != 1 or values[-1] <= 0


def _is_of_table(axis: Sequence[PrintedLine], others: Sequence[PrintedLine]) -> bool:
    """Return whether each figure, or nearly each, has one of `others`, of no axis, in its row, as a table's do."""
    lone = [one for one in axis if not any(abs(one.middle - p.middle) < _SAME_ROW * one.size for p in others)]
    return len(lone) <= len(axis) // _EMPTY


def _around(axis: Sequence[PrintedLine], rules: Sequence[Box]) -> Box:
    """Return the box of an axis and of the lines that begin, or end, at its figures."""
    size = axis[0].size
    box = Box(min(p.x0 for p in axis), axis[0].y0, max(p.x1 for p in axis), axis[-1].y1)
    held = [
        rule
        for rule in rules
        if box.y0 < rule.y0 < box.y1
        and (abs(rule.x0 - box.x1) < _BESIDE * size or abs(rule.x1 - box.x0) < _BESIDE * size)
        and any(abs(rule.y0 - line.middle) < size for line in axis)
    ]
    return _union([box, *held])


def _touch(one: Box, two: Box, near: float) -> bool:
    across = one.x0 < two.x1 + near and two.x0 < one.x1 + near
    return across and min(one.y1, two.y1) - max(one.y0, two.y0) > 0.5 * min(one.height, two.height)


def _union(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, feet = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(feet))
