"""Tables that are ruled across only: rules of one width below one another, with fields level between them."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hakusho.read.pdf_lines import PrintedLine
from hakusho.read.pdf_rules import PROSE
from hakusho.read.pdf_shapes import Box
from hakusho.read.pdf_unruled import column_spans

# How far the ends of the rules of a table may miss one another, in points.
_NEAR = 4.0
# Rules further apart, in sizes of type, belong to different things.
_FARTHEST = 30.0
_LEAST_RULES, _LEAST_ROWS = 3, 2
_MOST_RULES = 400
# Pieces of print so long that hold a clause are prose, of which a table holds little.
_LONG, _PROSE = 15, 0.15


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table without rules down: its box, the edges of its columns, (row, column, lines) per field, header rows."""

    box: Box
    columns: tuple[float, ...]
    fields: tuple[tuple[int, int, tuple[PrintedLine, ...]], ...]
    heads: int


def open_tables(lines: Sequence[PrintedLine], across: Sequence[Box]) -> list[OpenTable]:
    """Return the tables of a page that only rules across make, from the top down."""
    if not lines or not _LEAST_RULES <= len(across) <= _MOST_RULES:
        return []
    size = statistics.median(line.size for line in lines)
    found = [table for stack in _stacks(_whole(across), size) if (table := _table(stack, lines)) is not None]
    return sorted(found, key=lambda table: table.box.y0)


def _whole(across: Sequence[Box]) -> list[Box]:
    """Put the pieces of rules together that lie on one line and touch: a table's fields may each draw their own."""
    whole: list[Box] = []
    for rule in sorted(across, key=lambda rule: (round((rule.y0 + rule.y1) / 2), rule.x0)):
        last = whole[-1] if whole else None
        if last is not None and abs(last.y0 - rule.y0) < 1.5 and rule.x0 <= last.x1 + 2:
            whole[-1] = Box(last.x0, last.y0, max(last.x1, rule.x1), last.y1)
        else:
            whole.append(rule)
    return [rule for rule in whole if rule.width > 60]


def _stacks(rules: Sequence[Box], size: float) -> Iterator[list[Box]]:
    """Yield the rules of one width that follow one another downwards."""
    left = sorted(rules, key=lambda rule: rule.y0)
    while left:
        stack, rest = [left[0]], []
        for rule in left[1:]:
            last = stack[-1]
            level = abs(rule.x0 - last.x0) < _NEAR and abs(rule.x1 - last.x1) < _NEAR
            if level and rule.y0 - last.y0 < _FARTHEST * size:
                if rule.y0 - last.y0 > 0.5 * size:
                    stack.append(rule)
            else:
                rest.append(rule)
        left = rest
        if len(stack) >= _LEAST_RULES:
            yield stack


def _table(stack: Sequence[Box], lines: Sequence[PrintedLine]) -> OpenTable | None:
    """Return the table of a stack of rules; None where prose stands between them, or no two fields are level."""
    box = Box(stack[0].x0, stack[0].y0, stack[0].x1, stack[-1].y1)
    inside = [line for line in lines if box.holds((line.x0 + line.x1) / 2, line.middle)]
    prose = sum(len(line.text) >= _LONG and bool(PROSE.search(line.text)) for line in inside)
    rooms = [_between(one, two, inside) for one, two in zip(stack, stack[1:], strict=False)]
    if prose > _PROSE * len(inside) or any(line.turned for line in inside) or not rooms[0]:
        return None
    body = [line for room in rooms[1:] for line in room]
    columns = column_spans(body)
    rows = [row for number, room in enumerate(rooms) for row in _rows(room, columns, whole=number == 0)]
    level = sum(len({_column(line, columns) for line in row}) > 1 for row in rows)
    if len(columns) < 2 or len(rows) < _LEAST_ROWS + 1 or level * 3 < 2 * len(rows):
        return None
    heads = len(_rows(rooms[0], columns, whole=True))
    edges = tuple(x0 for x0, _ in columns)
    return OpenTable(box, edges, tuple(_fields(rows, columns)), heads)


def _between(above: Box, below: Box, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    return [line for line in lines if above.y0 < line.middle < below.y0]


Spans = Sequence[tuple[float, float]]


def _rows(room: Sequence[PrintedLine], columns: Spans, whole: bool) -> list[list[PrintedLine]]:
    """Return the rows between two rules: one, unless most of its levels fill more than one column."""
    levels: list[list[PrintedLine]] = []
    for line in sorted(room, key=lambda line: (line.middle, line.x0)):
        if levels and line.middle - levels[-1][0].middle < 0.6 * line.size:
            levels[-1].append(line)
        else:
            levels.append([line])
    if len(levels) < 2:
        return levels
    several = sum(len({_column(line, columns) for line in level}) > 1 for level in levels)
    return [list(room)] if whole or several * 3 < 2 * len(levels) else levels


def _column(line: PrintedLine, columns: Spans) -> int:
    """Return the column that a line stands in, or comes nearest to."""

    def apart(number: int) -> tuple[float, float]:
        x0, x1 = columns[number]
        return max(0.0, max(x0, line.x0) - min(x1, line.x1)), abs(x0 + x1 - line.x0 - line.x1)

    return min(range(len(columns)), key=apart)


def _fields(
    rows: Sequence[Sequence[PrintedLine]], columns: Spans
) -> Iterator[tuple[int, int, tuple[PrintedLine, ...]]]:
    for number, row in enumerate(rows):
        fields: dict[int, list[PrintedLine]] = {}
        for line in row:
            fields.setdefault(_column(line, columns), []).append(replace(line, field=0))
        for column, held in sorted(fields.items()):
            yield number, column, tuple(held)
