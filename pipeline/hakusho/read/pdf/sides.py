"""Columns beside one another in a band of a page, told from the rows of a table that has no rules."""

import statistics
from bisect import bisect_right
from collections.abc import Sequence

from hakusho.read.pdf.frames import Piece
from hakusho.read.pdf.heads import is_figure
from hakusho.read.pdf.pdf_rules import CAPTION, CLOSED, LABEL, PROSE, TOLD
from hakusho.read.pdf.unruled import above_table

# What parts two columns, in sizes of type.
COLUMN_GAP = 0.9
_LEAST_LINES = 3
# Two pages side by side stand so far apart.
_FAR_APART = 4.0
# How far before the edge of its column a full line may end.
_FULL = 2.2
_ALIGNED = 0.75
# Lines that break off at one edge end within this of one another, in sizes, and are so long.
_SAME_EDGE, _LEAST_TEXT = 0.3, 15


def edges_of(pieces: Sequence[Piece]) -> tuple[float, float]:
    """Return the left and right edge of pieces."""
    return min(piece.box.x0 for piece in pieces), max(piece.box.x1 for piece in pieces)


def rooms(pieces: Sequence[Piece], x0: float, x1: float) -> list[tuple[float, float]]:
    """Return the rooms between x0 and x1 that no piece takes."""
    free, edge = [], x0
    for piece in sorted(pieces, key=lambda piece: piece.box.x0):
        if piece.box.x0 > edge:
            free.append((edge, piece.box.x0))
        edge = max(edge, piece.box.x1)
    return [*free, (edge, x1)] if edge < x1 else free


def beside(pieces: Sequence[Piece], a: float, b: float) -> bool:
    """Return whether pieces stand on both sides of a room."""
    return any(piece.box.x1 <= a + 1 for piece in pieces) and any(piece.box.x0 >= b - 1 for piece in pieces)


def sides_of(band: Sequence[Piece], size: float) -> list[list[Piece]]:
    """Return the columns of a band, from the left; rows of a table that has no rules are no columns."""
    x0, x1 = edges_of(band)
    gutters = [(a, b) for a, b in rooms(band, x0, x1) if b - a >= COLUMN_GAP * size and beside(band, a, b)]
    if len(gutters) > 1 and (halves := _list_beside(band, gutters, size)):
        return halves
    edges = [(a + b) / 2 for a, b in gutters]
    strips: list[list[Piece]] = [[] for _ in range(len(edges) + 1)]
    for piece in band:
        strips[bisect_right(edges, piece.box.x0)].append(piece)
    sides = [strips[0]]
    for strip in strips[1:]:
        if _are_columns(sides[-1], strip, size):
            sides.append(strip)
        else:
            sides[-1] = [*sides[-1], *strip]
    return sides


def _list_beside(band: Sequence[Piece], gutters: Sequence[tuple[float, float]], size: float) -> list[list[Piece]]:
    """Return a list, or prose, and what stands beside it as a whole: the labels of a chart are columns to nothing."""
    for a, b in gutters:
        left, right = ([p for p in band if p.box.x0 < (a + b) / 2], [p for p in band if p.box.x0 > (a + b) / 2])
        told = [side for side in (left, right) if len(side) >= _LEAST_LINES and (_itemised(side) or _is_prose(side))]
        if told and _are_figures(left if told == [right] else right) and _are_columns(left, right, size):
            return [left, right]
    return []


def _are_columns(left: Sequence[Piece], right: Sequence[Piece], size: float) -> bool:
    """Prose fills its column, or runs at its own pace; the fields of a row stand level with one another."""
    if any(piece.line is None for piece in [*left, *right]):
        return True
    if _are_figures_of(left, right, size) or _are_figures_of(right, left, size):
        return False
    width = max(_width(left), _width(right))
    if max(len(left), len(right)) >= _LEAST_LINES and _fills(left, width) and _fills(right, width):
        return True
    if _breaks_off(left, right, size):
        return True
    if edges_of(right)[0] - edges_of(left)[1] > _FAR_APART * size and _is_prose(left) and _is_prose(right):
        return True
    if (_itemised(left) and _itemised(right)) or _captions(right) or _captions(left):
        return True
    return not _level_with(left, right, size) and min(len(left), len(right)) >= 2


def _breaks_off(left: Sequence[Piece], right: Sequence[Piece], size: float) -> bool:
    """Return whether the lines on the left end at one edge in mid-sentence, and go on at the head of the right: the end
    of a document in two columns, however few its lines are."""
    lines = [piece.line for piece in left if piece.line]
    if len(lines) < 2 or CLOSED.search(lines[-1].text) or LABEL.match(lines[0].text) or not right[0].line:
        return False
    at_edge = max(line.x1 for line in lines) - min(line.x1 for line in lines) < _SAME_EDGE * size
    told = all(any(TOLD.search(p.line.text) for p in side if p.line) for side in (left, right))
    return at_edge and told and min(len(line.text) for line in [*lines, right[0].line]) >= _LEAST_TEXT


def _are_figures_of(figures: Sequence[Piece], labels: Sequence[Piece], size: float) -> bool:
    """Return whether one side holds the figures of a table whose labels are the other. Those of a chart stand beside
    prose, or are not level with the items of a list."""
    if not _are_figures(figures) or _is_prose(labels):
        return False
    return not _itemised(labels) or _level_with(labels, figures, size)


def _are_figures(pieces: Sequence[Piece]) -> bool:
    """Return whether a side is a column of a table: most of its lines, but for a caption and a unit, are figures."""
    lines = [piece.line for piece in pieces if piece.line and not above_table([piece.line])]
    return sum(map(is_figure, lines)) * 2 > len(lines)


def _itemised(pieces: Sequence[Piece]) -> bool:
    """Return whether a side is a list: two bullets or more, at one edge. The fields of a row seldom have any."""
    marked = [p.line.x0 for p in pieces if p.line and (label := LABEL.match(p.line.text)) and label["bullet"]]
    return len(marked) >= 2 and len(marked) * 4 >= len(pieces)


def _captions(pieces: Sequence[Piece]) -> bool:
    """Return whether nothing but the caption of a picture stands on a side."""
    return len(pieces) <= 2 and all(piece.line and CAPTION.match(piece.line.text) for piece in pieces)


def _is_prose(pieces: Sequence[Piece]) -> bool:
    """Return whether most lines hold a clause, however few they are."""
    lines = [piece.line.text for piece in pieces if piece.line]
    return sum(len(text) >= 15 and bool(PROSE.search(text)) for text in lines) * 2 > len(lines)


def _width(pieces: Sequence[Piece]) -> float:
    x0, x1 = edges_of(pieces)
    return x1 - x0


def _fills(pieces: Sequence[Piece], width: float) -> bool:
    """Return whether lines fill their column; a few at its foot or head fill one as wide as the column beside it."""
    long = statistics.median(len(piece.line.text) for piece in pieces if piece.line) >= 10
    if len(pieces) < _LEAST_LINES:
        return long and max(piece.box.width for piece in pieces) > 0.7 * width
    edge = max(piece.box.x1 for piece in pieces)
    lines = [piece.line for piece in pieces if piece.line]
    full = sum(piece.box.x1 > edge - _FULL * piece.line.size for piece in pieces if piece.line)
    # Names and terms bear no commas.
    marked = sum(bool(PROSE.search(line.text)) for line in lines)
    return long and full * 3 >= len(lines) and marked * 4 >= len(lines)


def _level_with(left: Sequence[Piece], right: Sequence[Piece], size: float) -> bool:
    """Return whether most lines of the side with fewer stand level with one of the other."""
    few, many = sorted((left, right), key=len)
    few = [piece for piece in few if piece.line and not above_table([piece.line])]
    levels = [piece.line.middle for piece in many if piece.line]
    level = [p for p in few if p.line and any(abs(p.line.middle - y) < 0.35 * size for y in levels)]
    return len(level) >= _ALIGNED * len(few)
