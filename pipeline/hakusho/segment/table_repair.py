"""Put right what layout did to a tabbed table: merged cells are filled down, shifted columns moved back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from hakusho.records import Cell, Span
from hakusho.segment import table_rules


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row: the line it stands on and the span of each cell (empty spans for empty cells)."""

    line: int
    cells: tuple[Span, ...]


@dataclass(slots=True)
class Grid:
    """Rows under repair. `filled` are the (row, column) that a merged cell was filled into."""

    rows: list[list[Span]]
    lines: list[int]
    width: int
    filled: set[tuple[int, int]] = field(default_factory=set)
    shifted: list[tuple[int, str]] = field(default_factory=list)


def repair(rows: Sequence[Row], text: str) -> Grid:
    """Return the grid as its other rows show it was meant: the header fixes the width, a column that is never empty
    stays so, and an empty cell in a column that leaves cells out takes the value above it."""
    width = _width(rows)
    grid = Grid([list(row.cells) for row in rows], [row.line for row in rows], width)
    _drop_trailing(grid)
    merged = _merged_columns(grid)
    for index in range(1, len(grid.rows)):
        _shift_left(grid, index)
        _shift_right(grid, index, merged)
    _fill_down(grid, merged)
    return grid


def _width(rows: Sequence[Row]) -> int:
    """The header's named columns; the commonest width where the first row is not a header."""
    header = [i for i, cell in enumerate(rows[0].cells, 1) if len(cell)]
    common = Counter(max((i for i, cell in enumerate(row.cells, 1) if len(cell)), default=1) for row in rows)
    usual = max(common, key=lambda w: (common[w], w))
    return max(usual, max(header, default=1)) if len(header) == max(header, default=0) else usual


def _drop_trailing(grid: Grid) -> None:
    for row in grid.rows:
        while len(row) > grid.width and not len(row[-1]):
            row.pop()


def _merged_columns(grid: Grid) -> set[int]:
    """Columns that print a value once for the rows it covers: the leading ones that are often empty."""
    body = [row for row in grid.rows[1:] if len(row) <= grid.width]
    merged = set()
    for column in range(grid.width - 1):
        empty = sum(1 for row in body if column >= len(row) or not len(row[column]))
        if empty * 3 < len(body):
            break
        merged.add(column)
    return merged


def _shift_left(grid: Grid, index: int) -> None:
    """A row with more cells than columns, and empty ones in front, was pushed to the right."""
    row = grid.rows[index]
    moved = False
    while len(row) > grid.width and not len(row[0]):
        row.pop(0)
        moved = True
    if moved:
        grid.shifted.append((index, "Row shifted right by one column."))


def _shift_right(grid: Grid, index: int, merged: set[int]) -> None:
    """A value in a merged column next to an empty cell of a column that is never empty belongs into that column."""
    row = grid.rows[index]
    for column in sorted(merged):
        beside = column + 1
        if beside in merged or beside >= len(row) or len(row[beside]) or not len(row[column]):
            continue
        if all(
            len(other[beside])
            for i, other in enumerate(grid.rows)
            if i != index and len(other) > beside and not len(other[column])
        ):
            row[column], row[beside] = row[beside], row[column]
            grid.shifted.append((index, "Value one column too far left; the column beside it is empty."))


def _fill_down(grid: Grid, merged: set[int]) -> None:
    for column in sorted(merged):
        above: Span | None = None
        for index, row in enumerate(grid.rows[1:], 1):
            if column >= len(row):
                continue
            if len(row[column]):
                above = row[column]
            elif above is not None:
                row[column] = above
                grid.filled.add((index, column))


def grid_cells(grid: Grid) -> tuple[Cell, ...]:
    """Return the cells of a repaired grid; its first row is the header."""
    return tuple(
        Cell(index, column, span, header=index == 0, filled=(index, column) in grid.filled)
        for index, row in enumerate(grid.rows)
        for column, span in enumerate(row)
    )


def shift_places(rows: Sequence[Row], grid: Grid, text: str) -> list[tuple[int, Span, str]]:
    """Return (line, span, comment) for each place where columns were shifted."""
    places = []
    for index, comment in grid.shifted:
        first = next((cell for cell in rows[index].cells if len(cell)), rows[index].cells[0])
        places.append((rows[index].line, first, comment))
    if any(len(row.cells) > grid.width and any(len(c) for c in row.cells[grid.width :]) for row in rows[1:]):
        header = next((cell for cell in rows[0].cells if len(cell)), rows[0].cells[0])
        places.append((rows[0].line, header, "Only shifted rows use the columns behind the named ones."))
    places += _early_labels(rows, grid, text)
    return places


def _early_labels(rows: Sequence[Row], grid: Grid, text: str) -> list[tuple[int, Span, str]]:
    """A merged label may begin a row too high: its first row then ends like the row above and unlike its own rows."""
    places = []
    groups = _label_groups(rows, grid)
    for above, group in zip(groups, groups[1:], strict=False):
        endings = [_ending(grid.rows[i], text) for i in group]
        if (
            len(group) >= 2
            and endings[0]
            and endings[0] == _ending(grid.rows[above[-1]], text)
            and endings[0] not in endings[1:]
        ):
            label = next(cell for cell in rows[group[0]].cells if len(cell))
            places.append(
                (
                    rows[group[0]].line,
                    label,
                    "The merged label seems to begin a row too high: this row is like those above it.",
                )
            )
    return places


def _label_groups(rows: Sequence[Row], grid: Grid) -> list[list[int]]:
    groups: list[list[int]] = []
    for index in range(1, len(rows)):
        if not groups or (index, 0) not in grid.filled:
            groups.append([])
        groups[-1].append(index)
    return groups if len(groups) * 2 <= len(rows) else []


def _ending(row: Sequence[Span], text: str) -> str:
    words = table_rules.ENDING.findall(text[row[-1].slice])
    return words[0] if words else ""
