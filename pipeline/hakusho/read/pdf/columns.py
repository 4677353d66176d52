"""The order in which the pieces of a page are read: bands from the top down, columns from the left, frames whole."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hakusho.read.pdf.frames import Piece, grid_of
from hakusho.read.pdf.pdf_rules import CLOSED
from hakusho.read.pdf.shapes import Box
from hakusho.read.pdf.sides import COLUMN_GAP, beside, edges_of, rooms, sides_of

# White space across the whole page that parts what stands above from what stands below.
_VALLEY = 0.8
_MOST_DEEP = 12
# A page of more pieces is not a page of text; they are read from the top down.
_MOST_PIECES = 3000


@dataclass(frozen=True, slots=True)
class Region:
    """Pieces that follow one another downwards, and the edges of the column that they stand in."""

    pieces: tuple[Piece, ...]
    x0: float
    x1: float
    framed: bool = False
    drawn: bool = False


@dataclass(slots=True)
class _Row:
    """Pieces side by side, and the rooms that they leave free between the edges of the region."""

    pieces: list[Piece]
    y0: float
    y1: float
    free: list[tuple[float, float]] = field(default_factory=list)
    # Where the first of its pieces ends, and where the last one begins.
    end: float = 0.0
    begin: float = 0.0


def reading_order(pieces: Sequence[Piece], size: float) -> list[Region]:
    """Return the regions of a page in the order in which they are read; `size` is that of its text."""
    return list(_regions(list(pieces), size, 0 if len(pieces) <= _MOST_PIECES else _MOST_DEEP))


# --- bands -----------------------------------------------------------------------------------------------------


def _regions(pieces: list[Piece], size: float, depth: int) -> Iterator[Region]:
    if not pieces:
        return
    if len(pieces) == 1 and pieces[0].inside:
        yield from _framed(pieces[0], size, depth)
        return
    single: list[Piece] = []
    for band in _bands(pieces, size) if depth < _MOST_DEEP else [pieces]:
        if grid := grid_of(band):
            foot, taken = max(frame.box.y1 for frame in grid), set(map(id, grid))
            above = [piece for piece in band if piece.box.y0 < foot and id(piece) not in taken]
            yield from _downwards([*single, *above, *grid], size, depth, edges_of(pieces))
            single = []
            yield from _regions([piece for piece in band if piece.box.y0 >= foot], size, depth + 1)
            continue
        sides = sides_of(band, size)
        if len(sides) == 1:
            # Bands without columns are one region: a table whose rows leave different rooms, or prose next to them.
            single += band
            continue
        yield from _downwards(single, size, depth, edges_of(pieces))
        single = []
        for side in sides:
            yield from _regions(side, size, depth + 1)
    yield from _downwards(single, size, depth, edges_of(pieces))


def _framed(piece: Piece, size: float, depth: int) -> Iterator[Region]:
    if piece.drawn:
        ordered = sorted(piece.inside, key=lambda inner: (_level(inner, size), inner.box.x0))
        yield Region(tuple(ordered), piece.box.x0, piece.box.x1, drawn=True)
        return
    inner = list(_regions(list(piece.inside), size, depth + 1))
    for region in inner:
        # The room at the right of a frame is as wide as that at its left.
        x1 = max(region.x1, piece.box.x1 - max(0.0, region.x0 - piece.box.x0)) if len(inner) == 1 else region.x1
        yield Region(region.pieces, region.x0, x1, True)


def _downwards(band: Sequence[Piece], size: float, depth: int, edges: tuple[float, float]) -> Iterator[Region]:
    """Yield a band without columns, in a column with these edges; frames in it are regions of their own."""
    x0, x1 = edges
    run: list[Piece] = []
    tops = _common_tops(band)
    for piece in sorted(band, key=lambda piece: (_level(piece, size, tops.get(id(piece))), piece.box.x0)):
        if piece.inside:
            if run:
                yield Region(tuple(run), x0, x1)
                run = []
            yield from _framed(piece, size, depth)
        else:
            run.append(piece)
    if run:
        yield Region(tuple(run), x0, x1)


def _common_tops(band: Sequence[Piece]) -> dict[int, float]:
    """Return, by id, the top that frames beside one another share: they are read from the left, whichever is taller."""
    tops: dict[int, float] = {}
    row: list[Piece] = []
    for frame in sorted((piece for piece in band if piece.inside), key=lambda piece: piece.box.y0):
        if row and not all(_side_by_side(frame.box, other.box) for other in row):
            row = []
        row.append(frame)
        tops[id(frame)] = row[0].box.y0
    return tops


def _side_by_side(one: Box, two: Box) -> bool:
    both = min(one.y1, two.y1) - max(one.y0, two.y0)
    return both > 0.5 * min(one.height, two.height) and (one.x1 <= two.x0 + 2 or two.x1 <= one.x0 + 2)


def _level(piece: Piece, size: float, top: float | None = None) -> float:
    if piece.line is None:
        return (piece.box.y0 if top is None else top) / max(1.0, size * 0.6)
    return round(piece.line.middle / max(1.0, piece.line.size * 0.6)) * piece.line.size / size


def _rows(pieces: Sequence[Piece], x0: float, x1: float) -> list[_Row]:
    rows: list[_Row] = []
    for piece in sorted(pieces, key=lambda piece: (piece.box.y0, piece.box.x0)):
        top, bottom = _ink(piece)
        if rows and top < rows[-1].y1 - 0.5:
            rows[-1].pieces.append(piece)
            rows[-1].y1 = max(rows[-1].y1, bottom)
        else:
            rows.append(_Row([piece], top, bottom))
    for row in rows:
        row.free = rooms(row.pieces, x0, x1)
        row.end, row.begin = min(piece.box.x1 for piece in row.pieces), max(piece.box.x0 for piece in row.pieces)
    return rows


def _ink(piece: Piece) -> tuple[float, float]:
    """Return top and bottom of what is printed: the boxes of a font may be taller than its line."""
    if piece.line is None:
        return piece.box.y0, piece.box.y1
    half = min(piece.box.height, 0.9 * piece.line.size) / 2 if not piece.line.turned else piece.box.height / 2
    return piece.line.middle - half, piece.line.middle + half


def _bands(pieces: Sequence[Piece], size: float) -> list[list[Piece]]:
    """Cut a region where its columns change: a heading, figure or table across them ends a band."""
    x0, x1 = edges_of(pieces)
    rows = _rows(pieces, x0, x1)
    bands: list[list[_Row]] = []
    free: list[tuple[float, float]] = []
    for index, row in enumerate(rows):
        both = _common(free, row.free, size) if bands else []
        if not bands:
            bands, free = [[row]], row.free
        elif _goes_on(bands[-1], row, free, both, size) and not _opens_next(rows, index, bands[-1], both, size):
            bands[-1].append(row)
            free = both
        else:
            bands.append([*_pulled(bands, row, size), row])
            free = row.free
            for other in bands[-1][:-1]:
                free = _common(free, other.free, size)
    return [[piece for row in band for piece in row.pieces] for band in bands if band]


def _goes_on(
    band: list[_Row], row: _Row, free: list[tuple[float, float]], both: list[tuple[float, float]], size: float
) -> bool:
    """Return whether a row stands in the columns of a band: it leaves their gap free, or neither has one."""
    had, has = _parted(band, free, size), _parted([row], row.free, size)
    if had and _under_frames(band, row, free, size):
        return False
    if had:
        return _parted([*band, row], both, size)
    return not has or _parted([*band, row], both, size)


def _under_frames(band: list[_Row], row: _Row, free: list[tuple[float, float]], size: float) -> bool:
    """Return whether a row runs below several of the frames that a band holds side by side."""
    pieces = [piece for above in band for piece in above.pieces]
    if not any(piece.inside for piece in pieces):
        return False
    gaps = [(a, b) for a, b in free if b - a >= COLUMN_GAP * size and beside(pieces, a, b)]
    return any(piece.box.x0 < a and b < piece.box.x1 for piece in row.pieces for a, b in gaps)


def _pulled(bands: list[list[_Row]], row: _Row, size: float) -> list[_Row]:
    """Take the rows right above that are the beginning of a column into the band that a row opens."""
    pulled: list[_Row] = []
    gaps = [(a, b) for a, b in row.free if beside(row.pieces, a, b) and b - a >= COLUMN_GAP * size]
    below = row
    while gaps and len(bands[-1]) > 1:
        above = bands[-1][-1]
        a, b = gaps[0]
        in_column = all(piece.box.x1 <= a + 2 or piece.box.x0 >= b - 2 for piece in above.pieces)
        edge = max((piece.box.x1 for piece in row.pieces if piece.box.x1 <= a + 2), default=a)
        full = max(piece.box.x1 for piece in above.pieces) > edge - 2 * size
        if not in_column or not full or below.y0 - above.y1 > 1.2 * size:
            break
        pulled.insert(0, bands[-1].pop())
        below = above
    return pulled


def _opens_next(rows: list[_Row], index: int, band: list[_Row], both: list[tuple[float, float]], size: float) -> bool:
    """Return whether a row on one side only heads what follows: white space above it, and a row across all below it."""
    row = rows[index]
    gaps = [(a, b) for a, b in both if _beside(band, a, b)]
    if not gaps or (room := row.y0 - band[-1].y1) < _VALLEY * size or room < 1.35 * _usual_gap(band):
        return False
    if any(beside(row.pieces, a, b) for a, b in gaps) or _steps_on(row, band):
        return False
    for later in rows[index + 1 : index + 4]:
        crossed = not _common(gaps, later.free, size)
        if crossed:
            return True
        if any(beside(later.pieces, a, b) for a, b in gaps) or later.y0 - row.y1 > 4 * size:
            # Below it the columns begin anew: a heading over both of them.
            return _over_both(later, gaps, row)
    return False


def _steps_on(row: _Row, band: Sequence[_Row]) -> bool:
    """Return whether a row of one line goes on with a sentence of its column, a step of lines below its last."""
    line = row.pieces[0].line
    if len(row.pieces) > 1 or line is None:
        return False
    above = [p.line for r in band for p in r.pieces if p.line and p.line.x0 < line.x1 and p.line.x1 > line.x0]
    above = sorted(above, key=lambda other: other.middle)[-2:]
    if len(above) < 2 or CLOSED.search(above[-1].text) or abs(above[-1].size - line.size) > 0.03 * line.size:
        return False
    return line.middle - above[1].middle < 1.1 * (above[1].middle - above[0].middle)


def _usual_gap(band: Sequence[_Row]) -> float:
    return (
        statistics.median(two.y0 - one.y1 for one, two in zip(band, band[1:], strict=False)) if len(band) > 1 else 0.0
    )


def _over_both(later: _Row, gaps: list[tuple[float, float]], row: _Row) -> bool:
    both = any(beside(later.pieces, a, b) for a, b in gaps)
    line = row.pieces[0].line
    below = next((piece.line for piece in later.pieces if piece.line), None)
    larger = line is not None and below is not None and line.size > 1.08 * below.size
    return both and larger


def _common(one: list[tuple[float, float]], two: list[tuple[float, float]], size: float) -> list[tuple[float, float]]:
    """Return the rooms that are free in both, wide enough to part columns."""
    least = COLUMN_GAP * size
    both = [(max(a, c), min(b, d)) for a, b in one for c, d in two]
    return [(a, b) for a, b in both if b - a >= least]


def _parted(rows: Sequence[_Row], free: list[tuple[float, float]], size: float) -> bool:
    return any(_beside(rows, a, b) for a, b in free if b - a >= COLUMN_GAP * size)


def _beside(rows: Sequence[_Row], a: float, b: float) -> bool:
    """Return whether rows stand on both sides of a room."""
    return any(row.end <= a + 1 for row in rows) and any(row.begin >= b - 1 for row in rows)
