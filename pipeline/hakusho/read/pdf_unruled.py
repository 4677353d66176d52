"""Tables that no rule is drawn in: columns are where the pieces of its rows overlap."""

from collections.abc import Sequence

from hakusho.read.pdf_lines import PrintedLine


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
