"""The pieces of a page, and the frames around some of them: boxes, shaded areas, charts."""

from collections.abc import Sequence
from typing import NamedTuple

from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.shapes import Box

# How far the edges of frames in a grid may miss one another, in points, and the rows that it has.
_GRID, _LEAST_ROWS = 4.0, 2
_MOST_FRAMES, _MOST_PAIRS = 100, 40_000


class Piece(NamedTuple):
    """What is put in order: a line, a table (by its number on the page), a picture, or a frame with what it holds."""

    box: Box
    line: PrintedLine | None = None
    table: int = -1
    inside: tuple["Piece", ...] = ()
    framed: bool = False
    # A chart or diagram; what is inside are its labels.
    drawn: bool = False

    @property
    def is_picture(self) -> bool:
        return self.line is None and self.table < 0 and not self.inside


def in_frames(pieces: Sequence[Piece], frames: Sequence[Box], page: Box) -> list[Piece]:
    """Put what lies in a frame together, the smallest frame first; frames around a single line, or the whole page, are
    none."""
    pieces = list(pieces)
    whole = len([piece for piece in pieces if piece.line])
    for frame in sorted(_distinct(frames), key=lambda box: (box.area, box.y0, box.x0)):
        if frame.area > 0.8 * page.area or _bleeds(frame, page):
            continue
        inside = [piece for piece in pieces if _within(piece.box, frame)]
        lines = sum(_lines_in(piece) for piece in inside)
        if lines < 2 or lines > 0.85 * whole or (all(piece.inside for piece in inside) and len(inside) == 1):
            continue
        if _cut(pieces, frame):
            continue
        members = {id(piece) for piece in inside}
        pieces = [piece for piece in pieces if id(piece) not in members]
        pieces.append(Piece(frame, inside=tuple(inside), framed=True))
    return pieces


def grid_of(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the frames that stand in a grid, with nothing else beside them: rows of equal height, which are read one
    by one; empty where there are fewer than two."""
    rows: list[list[Piece]] = []
    for frame in sorted((piece for piece in pieces if piece.inside), key=lambda piece: (piece.box.y0, piece.box.x0)):
        if rows and _level_with(rows[-1][0].box, frame.box):
            rows[-1].append(frame)
        else:
            rows.append([frame])
    edges = [frame.box.x0 for frame in sorted(rows[0], key=lambda frame: frame.box.x0)] if rows else []
    grid = [row for row in rows if len(row) > 1 and _at_edges(row, edges)]
    if len(grid) < _LEAST_ROWS:
        return []
    head, foot = min(frame.box.y0 for frame in grid[0]), max(frame.box.y1 for row in grid for frame in row)
    taken = {id(frame) for row in grid for frame in row}
    beside = any(piece.box.y0 < foot and piece.box.y1 > head for piece in pieces if id(piece) not in taken)
    return [] if beside else [frame for row in grid for frame in row]


def _level_with(one: Box, two: Box) -> bool:
    return abs(one.y0 - two.y0) < _GRID and abs(one.y1 - two.y1) < _GRID


def _at_edges(row: Sequence[Piece], edges: Sequence[float]) -> bool:
    begins = sorted(frame.box.x0 for frame in row)
    return len(begins) == len(edges) and all(abs(a - b) < _GRID for a, b in zip(begins, edges, strict=True))


def _bleeds(frame: Box, page: Box) -> bool:
    """Return whether a frame lies in a corner of the page: an ornament."""
    edges = (frame.x0 < 2, frame.y0 < 2, frame.x1 > page.x1 - 2, frame.y1 > page.y1 - 2)
    return sum(edges) >= 2


def _lines_in(piece: Piece) -> int:
    return sum(map(_lines_in, piece.inside)) if piece.inside else piece.line is not None


def _distinct(frames: Sequence[Box]) -> list[Box]:
    """Leave out frames drawn twice, a fill and its outline; of very many, which are a drawing's, keep the largest."""
    distinct = list(
        {tuple(round(v / 4) for v in (f.x0, f.y0, f.x1, f.y1)): f for f in frames if f.height > 14}.values()
    )
    return sorted(distinct, key=lambda box: -box.area)[:_MOST_FRAMES]


def _within(box: Box, frame: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return frame.holds(x, y) and frame.x0 - 4 <= box.x0 and box.x1 <= frame.x1 + 12


def _cut(pieces: Sequence[Piece], frame: Box) -> bool:
    """Return whether lines run over the edge of a frame, which is then a background."""
    crossing = sum(
        1
        for piece in pieces
        if piece.line
        and piece.box.y0 < frame.y1 - 2
        and piece.box.y1 > frame.y0 + 2
        and (piece.box.x0 < frame.x0 - 6 < piece.box.x1 - 20 or piece.box.x0 + 20 < frame.x1 + 12 < piece.box.x1)
    )
    return crossing > 0 or _flows_over(pieces, frame)


def _flows_over(pieces: Sequence[Piece], frame: Box) -> bool:
    """Return whether text runs on over the foot or head of a frame at the usual distance of lines."""
    lines = [piece.line for piece in pieces if piece.line]
    inside = [line for line in lines if _within(Box(line.x0, line.y0, line.x1, line.y1), frame)]
    taken = set(map(id, inside))
    outside = [line for line in lines if id(line) not in taken]
    if len(inside) * len(outside) > _MOST_PAIRS:
        return False
    near = ((line, other) for line in inside for other in outside if _aligned(line, other))
    return any(_next_line(line, other, _leading(line, inside)) for line, other in near)


def _aligned(line: PrintedLine, other: PrintedLine) -> bool:
    """Return whether two lines begin about the same place, in the same type, within two lines of one another."""
    size = line.size
    beside = abs(other.x0 - line.x0) < 2.5 * size and abs(other.size - size) < 0.5
    return beside and 0.5 * size < abs(other.middle - line.middle) < 3 * size


def _leading(line: PrintedLine, lines: Sequence[PrintedLine]) -> float:
    """Return the distance from a line to the next one of its column; what is usual where there is none."""
    steps = [abs(other.middle - line.middle) for other in lines if abs(other.x0 - line.x0) < 2.5 * line.size]
    return min((step for step in steps if step > 0.5 * line.size), default=1.5 * line.size)


def _next_line(line: PrintedLine, other: PrintedLine, leading: float) -> bool:
    return abs(other.middle - line.middle) < 1.25 * leading
