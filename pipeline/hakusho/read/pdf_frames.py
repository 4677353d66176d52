"""The pieces of a page, and the frames around some of them: boxes, shaded areas, charts."""

from collections.abc import Sequence
from dataclasses import dataclass

from hakusho.read.pdf_lines import PrintedLine
from hakusho.read.pdf_shapes import Box


@dataclass(frozen=True, slots=True)
class Piece:
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


def _bleeds(frame: Box, page: Box) -> bool:
    """Return whether a frame lies in a corner of the page: an ornament."""
    edges = (frame.x0 < 2, frame.y0 < 2, frame.x1 > page.x1 - 2, frame.y1 > page.y1 - 2)
    return sum(edges) >= 2


def _lines_in(piece: Piece) -> int:
    return sum(map(_lines_in, piece.inside)) if piece.inside else piece.line is not None


def _distinct(frames: Sequence[Box]) -> list[Box]:
    """Leave out frames drawn twice: a fill and its outline."""
    return list({tuple(round(v / 4) for v in (f.x0, f.y0, f.x1, f.y1)): f for f in frames if f.height > 14}.values())


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
    ordered = sorted(inside, key=lambda line: line.middle)
    return any(_next_line(line, other, _leading(line, ordered)) for line in ordered for other in outside)


def _leading(line: PrintedLine, lines: Sequence[PrintedLine]) -> float:
    """Return the distance from a line to the next one of its column; what is usual where there is none."""
    steps = [abs(other.middle - line.middle) for other in lines if abs(other.x0 - line.x0) < 2.5 * line.size]
    return min((step for step in steps if step > 0.5 * line.size), default=1.5 * line.size)


def _next_line(line: PrintedLine, other: PrintedLine, leading: float) -> bool:
    near = abs(other.x0 - line.x0) < 2.5 * line.size and abs(other.size - line.size) < 0.5
    return near and 0.5 * line.size < abs(other.middle - line.middle) < 1.25 * leading
