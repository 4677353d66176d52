"""Tables that no rule is drawn in: columns are where the pieces of its rows overlap."""

from collections.abc import Sequence
from dataclasses import dataclass

from hakusho.read.pages import GridCell
from hakusho.read.pdf.heads import column_of as _nearest
from hakusho.read.pdf.heads import columns_of_names, is_figure, parted_at, spanning_head
from hakusho.read.pdf.pdf_rules import CAPTION, FIGURE_TITLE, UNIT
from hakusho.read.pdf.printed import PrintedLine

# How many rows of names may stand above those of figures, and how many of these make a table.
_MOST_HEADS, _LEAST_BODY = 4, 2

Rows = Sequence[Sequence[PrintedLine]]


@dataclass(frozen=True, slots=True)
class Unruled:
    """The cells of a table without rules; where its columns are (empty where its rows of figures do not tell)."""

    cells: tuple[GridCell, ...]
    columns: tuple[tuple[float, float], ...] = ()


def unruled(rows: Rows, least: int = _LEAST_BODY) -> Unruled:
    """Return the table that rows make: with the columns of its rows of figures, `least` or more, and the rows above
    them as its head, or, where there are none, in the columns of all."""
    told = [row for row in rows if any(map(is_figure, row))]
    # A line with a wide gap in it may be two fields.
    sure = [row for line in told if (row := [piece for piece in line if not piece.rooms])]
    if len(told) >= least and sure and (found := _under_head(rows, columns_of(sure))):
        return found
    return Unruled(tuple(GridCell(*field) for field in unruled_fields(rows)))


def is_under_names(rows: Rows) -> bool:
    """Return whether the first of these rows are names that stand over several columns of those below."""
    table = unruled(rows)
    return any(cell.header and cell.width > 1 for cell in table.cells)


def _under_head(rows: Rows, columns: Sequence[tuple[float, float]]) -> Unruled | None:
    """Return the table of rows in columns; None where two pieces of a row fall into one of them, or it has no head."""
    rows = [[piece for line in row for piece in parted_at(line, columns)] for row in rows]
    count = next(number for number, row in enumerate(rows) if any(map(is_figure, row)))
    if not 0 < count <= _MOST_HEADS or any(map(above_table, rows[:count])):
        return None
    heads = spanning_head(rows[:count], columns)
    depth = 2 if heads else count
    fields = [
        (number, _nearest(line, columns), line.text) for number, row in enumerate(rows[count:], depth) for line in row
    ]
    if not heads:
        fields += [
            (number, column, line.text)
            for number, row in enumerate(rows[:count])
            for column, line in zip(columns_of_names(row, columns), row, strict=True)
        ]
    if len({(row, column) for row, column, _ in fields}) < len(fields):
        return None
    cells = [GridCell(row, column, text, row < depth) for row, column, text in sorted(fields)]
    told = [GridCell(f.row, f.column, f.lines[0].text, True, f.height, f.width) for f in heads]
    return Unruled((*told, *cells), tuple(columns))


def above_table(row: Sequence[PrintedLine]) -> bool:
    """Return whether a row is what stands above a table: its caption or title, its unit, or both."""
    titles = (CAPTION.match, UNIT.match, FIGURE_TITLE.fullmatch)
    return any(told(line.text) for line in (row[0], row[-1]) for told in titles)


def unruled_fields(rows: Sequence[Sequence[PrintedLine]]) -> tuple[tuple[int, int, str], ...]:
    """Return (row, column, text) of each field, rows and columns from 0."""
    columns = columns_of(rows)
    cells = tuple((number, _column_of(line, columns), line.text) for number, row in enumerate(rows) for line in row)
    return _one_a_field(cells)


def columns_of(rows: Sequence[Sequence[PrintedLine]]) -> list[tuple[float, float]]:
    """Return where the columns of a table begin and end. Neighbours of which no row fills both are one: a head at the
    right of its column stands over words at the left."""
    spans = column_spans([line for row in rows for line in row])
    filled = [{_column_of(line, spans) for line in row} for row in rows]
    put: list[tuple[float, float]] = []
    held: set[int] = set()
    for number, span in enumerate(spans):
        here = {place for place, columns in enumerate(filled) if number in columns}
        if put and not held & here:
            put[-1], held = (put[-1][0], span[1]), held | here
        else:
            put.append(span)
            held = here
    return put


def column_spans(lines: Sequence[PrintedLine]) -> list[tuple[float, float]]:
    """Return where the columns of these lines begin and end: places that overlap are one column."""
    spans: list[tuple[float, float]] = []
    for line in sorted(lines, key=lambda line: line.x0):
        if spans and line.x0 < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], line.x1))
        else:
            spans.append((line.x0, line.x1))
    return spans


def _column_of(line: PrintedLine, columns: Sequence[tuple[float, float]]) -> int:
    return next(number for number, (x0, x1) in enumerate(columns) if x0 <= line.x0 <= x1)


def _one_a_field(cells: Sequence[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    fields: dict[tuple[int, int], str] = {}
    for row, column, text in cells:
        fields[row, column] = f"{fields[row, column]} {text}" if (row, column) in fields else text
    return tuple((row, column, text) for (row, column), text in sorted(fields.items()))
