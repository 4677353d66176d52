"""Put right what layout did to a tabbed table: merged cells are filled down, shifted columns moved back."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from hakusho.records import Cell, Span
from hakusho.segment.tables import table_rules
from hakusho.segment.tables.rivers import is_value


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
    headers: int = 1
    filled: set[tuple[int, int]] = field(default_factory=set)
    shifted: list[tuple[int, str]] = field(default_factory=list)


def repair(rows: Sequence[Row], text: str) -> Grid:
    """Return the grid as its other rows show it was meant: the header fixes the width, a column that is never empty
    stays so, and an empty cell in a column that leaves cells out takes the value above it."""
    width = _width(rows)
    headers = _header_rows(rows, text)
    grid = Grid([list(row.cells) for row in rows], [row.line for row in rows], width, headers)
    _drop_trailing(grid)
    _spread_headers(grid)
    merged = _merged_columns(grid)
    for index in range(headers, len(grid.rows)):
        _shift_left(grid, index)
        _shift_right(grid, index, merged)
    _fill_down(grid, merged)
    _fill_dittos(grid, text)
    return grid


def _header_rows(rows: Sequence[Row], text: str) -> int:
    """Return how many rows are headers: those below the first without figures, where it or they have a blank corner."""
    figures = [any(is_value(text[cell.slice]) for cell in row.cells[1:]) for row in rows]
    if True not in figures[1:] or figures[0]:
        return 1
    headers = 1
    while headers < min(figures.index(True), table_rules.MOST_HEADERS) and _heads(rows, headers):
        headers += 1
    return headers


def _heads(rows: Sequence[Row], index: int) -> bool:
    """The name of a group of rows stands alone in its row; a header has words over several columns."""
    row, above = rows[index].cells, rows[index - 1].cells
    several = sum(1 for cell in row[1:] if len(cell)) > 1
    return several and (not len(row[0]) or not len(above[0]))


def _spread_headers(grid: Grid) -> None:
    """A header over several columns is printed over the first: it is that of each which has one of its own below."""
    for index in range(grid.headers - 1):
        row, below = grid.rows[index], grid.rows[index + 1]
        row += [Span(row[-1].end, row[-1].end)] * (len(below) - len(row))
        for column in range(2, len(row)):
            if not len(row[column]) and len(row[column - 1]) and column < len(below) and len(below[column]):
                row[column] = row[column - 1]
                grid.filled.add((index, column))


def _fill_dittos(grid: Grid, text: str) -> None:
    """〃 and 同上 stand for the cell above, 同 for the label above."""
    for index in range(grid.headers + 1, len(grid.rows)):
        above, row = grid.rows[index - 1], grid.rows[index]
        for column in range(min(len(above), len(row))):
            marks = table_rules.DITTO if column else table_rules.LABEL_DITTO
            if len(above[column]) and re.match(marks, text[row[column].slice]):
                row[column] = above[column]
                grid.filled.add((index, column))


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
    body = [row for row in grid.rows[grid.headers :] if len(row) <= grid.width]
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
        for index, row in enumerate(grid.rows[grid.headers :], grid.headers):
            if column >= len(row):
                continue
            if len(row[column]):
                above = row[column]
            elif above is not None:
                row[column] = above
                grid.filled.add((index, column))


def grid_cells(grid: Grid) -> tuple[Cell, ...]:
    """Return the cells of a repaired grid."""
    return tuple(
        Cell(index, column, span, header=index < grid.headers, filled=(index, column) in grid.filled)
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
