"""Ruled tables from the rules of a page: a grid where rules cross, cells where no rule parts its fields."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from hakusho.read.pdf.shapes import Box, Shapes

# How far rules may miss one another and still meet, in points.
_NEAR = 3.0
# The least room of a row or column: double rules and shadows make none.
_LEAST_ROOM = 5.0
# A column holds a character; what is closer is the edge of a shaded line in its cell, unless so many stand in a row.
_LEAST_COLUMN, _COLUMNS_OF_MARKS = 7.0, 4
_MOST_RULES = 3000


class GridBox(NamedTuple):
    """A cell of a grid: where it begins, how many rows and columns it takes, and its box."""

    row: int
    column: int
    height: int
    width: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table before it has text. `field(x, y)` tells which of `cells` a place lies in."""

    box: Box
    rows: tuple[float, ...]
    columns: tuple[float, ...]
    cells: tuple[GridBox, ...]
    fields: tuple[tuple[int, ...], ...]

    def field(self, x: float, y: float) -> int:
        """Return the index of the cell that holds a place of the grid's box."""
        row = bisect_right(self.rows, y, 1, len(self.rows) - 1) - 1
        return self.fields[row][bisect_right(self.columns, x, 1, len(self.columns) - 1) - 1]


def find_grids(shapes: Shapes) -> list[Grid]:
    """Return the grids of at least two rows and two columns, from the top of the page down."""
    across = _joined([(_mid(b.y0, b.y1), b.x0, b.x1) for b in shapes.across])
    down = _joined([(_mid(b.x0, b.x1), b.y0, b.y1) for b in shapes.down])
    soft = _shaded(shapes.fills)
    if soft:
        across = _joined([*across, *((y, b.x0, b.x1) for b in soft for y in (b.y0, b.y1))])
        down = _joined([*down, *((x, b.y0, b.y1) for b in soft for x in (b.x0, b.x1))])
    if len(across) < 2 or len(down) < 1 or len(across) + len(down) > _MOST_RULES:
        return []
    grids = [grid for group in _crossing(across, down) if (grid := _grid(*group)) is not None]
    return sorted(_outermost(grids), key=lambda grid: (grid.box.y0, grid.box.x0))


Rule = tuple[float, float, float]


def _mid(one: float, two: float) -> float:
    return (one + two) / 2


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Put rules together that lie on one line and touch: (place, begin, end) each."""
    joined: list[Rule] = []
    for place, begin, end in sorted(_snapped(rules)):
        if joined and joined[-1][0] == place and begin <= joined[-1][2] + _NEAR:
            joined[-1] = (place, joined[-1][1], max(joined[-1][2], end))
        else:
            joined.append((place, begin, end))
    return [rule for rule in joined if rule[2] - rule[1] >= _LEAST_ROOM]


def _snapped(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Move rules that are no further apart than a double rule onto one line."""
    base: float | None = None
    for place, begin, end in sorted(rules):
        if base is None or place - base > _NEAR:
            base = place
        yield base, begin, end


def _shaded(fills: Sequence[Box]) -> list[Box]:
    """Return the fills that tile a table: at least four side by side and below one another."""
    tiles = [box for box in fills if box.width > 8 and 6 < box.height < 200][:500]
    kept = []
    for box in tiles:
        beside = any(abs(o.y0 - box.y0) < 1 and abs(o.y1 - box.y1) < 1 and _touch(o.x0, o.x1, box) for o in tiles)
        if beside and any(
            abs(o.x0 - box.x0) < 1 and abs(o.x1 - box.x1) < 1 and (_close(o.y0, box.y1) or _close(o.y1, box.y0))
            for o in tiles
        ):
            kept.append(box)
    return kept if len(kept) >= 4 else []


def _touch(x0: float, x1: float, box: Box) -> bool:
    return _close(x0, box.x1) or _close(x1, box.x0)


def _close(one: float, two: float) -> bool:
    return abs(one - two) <= _NEAR


def _crossing(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the groups of rules that hang together by crossing or touching."""
    parent = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, (y, x0, x1) in enumerate(across):
        for j, (x, y0, y1) in enumerate(down, len(across)):
            if x0 - _NEAR <= x <= x1 + _NEAR and y0 - _NEAR <= y <= y1 + _NEAR:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate([*across, *down]):
        groups.setdefault(root(index), ([], []))[index >= len(across)].append(rule)
    return [groups[key] for key in sorted(groups)]


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    across, down = _closed(across, down)
    rows = _edges(rule[0] for rule in across)
    columns = _wide(_edges(rule[0] for rule in down))
    if len(rows) < 3 or len(columns) < 3:
        return None
    cells = tuple(_cells(across, down, rows, columns))
    fields = [[0] * (len(columns) - 1) for _ in rows[1:]]
    for number, cell in enumerate(cells):
        for row in range(cell.row, cell.row + cell.height):
            fields[row][cell.column : cell.column + cell.width] = [number] * cell.width
    box = Box(columns[0], rows[0], columns[-1], rows[-1])
    if len(cells) < 4 or len({cell.column for cell in cells}) < 2 or len({cell.row for cell in cells}) < 2:
        return None
    return Grid(box, tuple(rows), tuple(columns), cells, tuple(map(tuple, fields)))


def _closed(across: list[Rule], down: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Add the outer rules that a table leaves out: open sides, and a foot or head that a page break cut off."""
    if not across or not down:
        return across, down
    top, bottom = min(rule[0] for rule in across), max(rule[0] for rule in across)
    left, right = min(rule[0] for rule in down), max(rule[0] for rule in down)
    x0, x1 = min(rule[1] for rule in across), max(rule[2] for rule in across)
    y0, y1 = min(rule[1] for rule in down), max(rule[2] for rule in down)
    y0, y1, x0, x1 = min(y0, top), max(y1, bottom), min(x0, left), max(x1, right)
    down = down + [(x, y0, y1) for x, edge in ((x0, left), (x1, right)) if abs(x - edge) > _LEAST_ROOM]
    across = across + [(y, x0, x1) for y, edge in ((y0, top), (y1, bottom)) if abs(y - edge) > _LEAST_ROOM]
    return across, down


def _edges(places: "Iterator[float]") -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] >= _LEAST_ROOM:
            edges.append(place)
    return edges


def _wide(edges: list[float]) -> list[float]:
    """Leave out the edges behind columns that hold no character; several narrow ones in a row are columns of marks."""
    kept = edges[:1]
    for narrow, run in groupby(pairwise(edges), key=lambda pair: pair[1] - pair[0] < _LEAST_COLUMN):
        columns = list(run)
        marks = narrow and len(columns) >= _COLUMNS_OF_MARKS
        for _, right in columns:
            if marks or right - kept[-1] >= _LEAST_COLUMN:
                kept.append(right)
    return kept


def _cells(across: list[Rule], down: list[Rule], rows: list[float], columns: list[float]) -> Iterator[GridBox]:
    """Yield the cells: fields that no rule parts are one, as far as they make a rectangle."""
    walls_down = _walls(down, columns, rows)
    walls_across = _walls(across, rows, columns)
    taken = [[False] * (len(columns) - 1) for _ in rows[1:]]
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if taken[row][column]:
                continue
            width = _reach(column, len(columns) - 1, lambda c, r=row: not walls_down[c][r] and not taken[r][c])
            height = _reach(
                row, len(rows) - 1, lambda r, c=column, w=width: _open_row(walls_across, walls_down, taken, r, c, w)
            )
            for r in range(row, row + height):
                taken[r][column : column + width] = [True] * width
            box = Box(columns[column], rows[row], columns[column + width], rows[row + height])
            yield GridBox(row, column, height, width, box)


def _reach(start: int, stop: int, is_open: "object") -> int:
    end = start + 1
    while end < stop and is_open(end):  # type: ignore[operator]
        end += 1
    return end - start


def _open_row(
    across: list[list[bool]], down: list[list[bool]], taken: list[list[bool]], row: int, column: int, width: int
) -> bool:
    """Return whether a cell goes on into a row: no rule above it there, none inside, and no cell that begins in it."""
    fields = range(column, column + width)
    return (
        not any(across[row][c] or taken[row][c] for c in fields)
        and not any(down[c][row] for c in fields if c > column)
        and _closes(down, row, column, width)
    )


def _closes(down: list[list[bool]], row: int, column: int, width: int) -> bool:
    """Return whether the sides of a cell go on in a row; the outer ones of a table always do."""
    left, right = column, column + width
    return (left == 0 or down[left][row]) and (right >= len(down) - 1 or down[right][row])


def _walls(rules: list[Rule], edges: list[float], between: list[float]) -> list[list[bool]]:
    """Return for each edge, and each space between the other edges, whether a rule is drawn there."""
    walls = [[False] * (len(between) - 1) for _ in edges]
    for place, begin, end in rules:
        edge = _nearest(edges, place)
        for room in range(max(0, bisect_right(between, begin) - 1), min(bisect_right(between, end), len(between) - 1)):
            low, high = between[room], between[room + 1]
            if min(end, high) - max(begin, low) > 0.6 * (high - low):
                walls[edge][room] = True
    return walls


def _nearest(edges: list[float], place: float) -> int:
    """Return which of edges, from the first on, is nearest to a place; of two, the first."""
    behind = bisect_right(edges, place)
    near = range(max(0, behind - 1), min(behind + 1, len(edges)))
    return min(near, key=lambda number: abs(edges[number] - place))


def _outermost(grids: Sequence[Grid]) -> list[Grid]:
    """Leave out grids inside others: rules of a chart or table in a cell."""
    kept: list[Grid] = []
    for grid in sorted(grids, key=lambda grid: -grid.box.area):
        x, y = _mid(grid.box.x0, grid.box.x1), _mid(grid.box.y0, grid.box.y1)
        if not any(other.box.holds(x, y) for other in kept):
            kept.append(grid)
    return kept
