"""Charts and diagrams: places of a page where many small pieces are drawn close together, with the labels in them."""

from collections.abc import Sequence

from hakusho.read.pdf.pdf_rules import CLOSED
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.shapes import Box

# Pieces further apart than this, in points, belong to different drawings.
_CELL = 14.0
_LEAST_PIECES, _MOST_PIECES = 8, 4000
_DOT = 1.0
# Shares of the page that a drawing may take.
_AREA = (0.01, 0.75)
# The number of a square of the page is that of its column times this, and its row; the squares next to it.
_COLUMN = 1 << 16
_AROUND = tuple(x * _COLUMN + y for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)
_LONG = 18
_PROSE = 0.2
# A label so short, in characters, stands so far off the drawing, in sizes.
_YEAR = (6, 1.8)


def drawings(
    ink: Sequence[Box], charted: Sequence[Box], lines: Sequence[PrintedLine], width: float, height: float
) -> list[Box]:
    """Return the boxes of the drawings of a page; what holds prose is a page's or box's ornament, and none. Each of the
    lines of charts among the ink counts for many pieces."""
    wide, high = 0.6 * width, 0.6 * height
    pieces = [b for b in ink if b.x1 - b.x0 < wide and b.y1 - b.y0 < high and not _is_dot(b)][:_MOST_PIECES]
    found = []
    for box, count in _clusters(pieces, set(charted)) if charted or len(pieces) >= _LEAST_PIECES else ():
        if count < _LEAST_PIECES or not _AREA[0] < box.area / (width * height or 1.0) < _AREA[1]:
            continue
        labels = [line for line in lines if in_drawing(line, box)]
        prose = sum(len(line.text) > _LONG or bool(CLOSED.search(line.text) and len(line.text) > 8) for line in labels)
        if labels and prose <= _PROSE * len(labels):
            found.append(box)
    return found


def _is_dot(box: Box) -> bool:
    """Return whether a piece is a corner of the border around a word or field, which word processors draw apart."""
    return box.x1 - box.x0 < _DOT and box.y1 - box.y0 < _DOT


def in_drawing(line: PrintedLine, box: Box) -> bool:
    """Return whether a line stands in a drawing, or close at its edge."""
    x, y = (line.x0 + line.x1) / 2, line.middle
    # The years below its axis stand a little further off.
    below = line.size * (_YEAR[1] if len(line.text) <= _YEAR[0] and not CLOSED.search(line.text) else 1.0)
    return box.x0 - 4 <= x <= box.x1 + 4 and box.y0 - line.size <= y <= box.y1 + below


def _clusters(boxes: Sequence[Box], charted: "set[Box]") -> list[tuple[Box, int]]:
    """Return where boxes lie together: the box around them, and for how many pieces they count."""
    cells: dict[int, list[int]] = {}
    for index, box in enumerate(boxes):
        for cell in _cells(box):
            cells.setdefault(cell, []).append(index)
    found, unseen = [], set(cells)
    for start in sorted(cells):
        if start not in unseen:
            continue
        reach, members = {start}, set[int]()
        while reach:
            unseen -= reach
            members.update(*map(cells.__getitem__, reach))
            reach = {cell + step for cell in reach for step in _AROUND} & unseen
        inside = [boxes[index] for index in members]
        lefts, tops, rights, feet = zip(*inside, strict=True)
        count = len(inside) + (_LEAST_PIECES if charted and not charted.isdisjoint(inside) else 0)
        found.append((Box(min(lefts), min(tops), max(rights), max(feet)), count))
    return found


def _cells(box: Box) -> set[int]:
    """Return the squares of the page that the edge of a box touches."""
    left, top, right, foot = (int(side // _CELL) for side in box)
    left, right = left * _COLUMN, right * _COLUMN
    across = (range(left + row, right + row + 1, _COLUMN) for row in (top, foot))
    down = (range(column + top, column + foot) for column in (left, right))
    return {cell for side in (*across, *down) for cell in side}
