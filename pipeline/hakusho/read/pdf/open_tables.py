"""Tables that are ruled across only: rules of one width below one another, with fields level between them."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hakusho.read.pdf.heads import (
    HeadField,
    Spans,
    column_of,
    columns_of_names,
    is_figure,
    parted,
    parted_at,
    spanning_head,
)
from hakusho.read.pdf.levels import levels
from hakusho.read.pdf.pdf_rules import CAPTION, PROSE, SOURCE, STOP, UNIT
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.shapes import Box
from hakusho.read.pdf.unruled import column_spans

# How far the ends of the rules of a table may miss one another, in points.
# Lines so near one another, in sizes, stand side by side between two rules.
_SAME = 0.6
_NEAR = 4.0
# What runs out of the width of two rules by more than this, in points, is not between them.
_OUT = 12.0
# Rules further apart, in sizes of type, belong to different things.
_FARTHEST = 30.0
_LEAST_RULES, _LEAST_ROWS = 3, 2
_MOST_RULES = 400
# Pieces of print so long that hold a clause are prose, of which a table holds little.
_LONG, _PROSE = 15, 0.15
# A name over a column is no longer than this.
_NAME = 20


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table without rules down: its box, the edges of its columns, its fields, header rows."""

    box: Box
    columns: tuple[float, ...]
    fields: tuple[HeadField, ...]
    heads: int
    spans: tuple[tuple[float, float], ...] = ()


def open_tables(lines: Sequence[PrintedLine], across: Sequence[Box]) -> list[OpenTable]:
    """Return the tables of a page that only rules across make, from the top down."""
    if not lines or not _LEAST_RULES <= len(across) <= _MOST_RULES:
        return []
    size = statistics.median(line.size for line in lines)
    found = [table for stack in _stacks(_whole(across), size, lines) if (table := _table(stack, lines)) is not None]
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


def _stacks(rules: Sequence[Box], size: float, lines: Sequence[PrintedLine]) -> Iterator[list[Box]]:
    """Yield the rules of one width that follow one another downwards, with nothing wider between two of them."""
    left = sorted(rules, key=lambda rule: rule.y0)
    while left:
        stack, rest = [left[0]], []
        for rule in left[1:]:
            last = stack[-1]
            level = abs(rule.x0 - last.x0) < _NEAR and abs(rule.x1 - last.x1) < _NEAR
            if level and rule.y0 - last.y0 < _FARTHEST * size and not _wider(last, rule, lines):
                if rule.y0 - last.y0 > 0.5 * size:
                    stack.append(rule)
            else:
                rest.append(rule)
        left = rest
        if len(stack) >= _LEAST_RULES:
            yield stack


def _wider(above: Box, below: Box, lines: Sequence[PrintedLine]) -> bool:
    """Return whether a line between two rules belongs to no table between them: it runs out of their width, is a
    caption, or a sentence at the left as wide as half of it."""
    between = [line for line in lines if above.y1 < line.middle < below.y0]
    beside = [line for line in between if line.x0 < above.x1 and line.x1 > above.x0]
    return any(
        line.x0 < above.x0 - _OUT
        or line.x1 > above.x1 + _OUT
        or CAPTION.match(line.text)
        or (STOP in line.text and line.x0 < above.x0 + 3 * line.size and line.width > above.width / 2)
        for line in beside
    )


def _table(stack: Sequence[Box], lines: Sequence[PrintedLine]) -> OpenTable | None:
    """Return the table of a stack of rules; None where prose stands between them, or no two fields are level."""
    box = Box(stack[0].x0, stack[0].y0, stack[0].x1, stack[-1].y1)
    inside = [line for line in lines if box.holds((line.x0 + line.x1) / 2, line.middle)]
    prose = sum(len(line.text) >= _LONG and bool(PROSE.search(line.text)) for line in inside)
    rooms = [_between(one, two, inside) for one, two in zip(stack, stack[1:], strict=False)]
    if prose > _PROSE * len(inside) or any(line.turned for line in inside) or not rooms[0]:
        return None
    rooms[1:] = [[piece for line in room for piece in parted(line)] for room in rooms[1:]]
    columns = column_spans([line for room in rooms[1:] for line in room])
    if len(columns) < 2:
        return None
    rooms = [[piece for line in room for piece in parted_at(line, columns)] for room in rooms]
    if any(map(is_figure, rooms[0])):
        # The first rule stands below the names.
        rooms = [_names_above(box, lines, columns), *rooms]
    heads = spanning_head(levels(rooms[0], _SAME), columns)
    rows = [row for number, room in enumerate(rooms) for row in _rows(room, columns, whole=number == 0)]
    level = sum(len({column_of(line, columns) for line in row}) > 1 for row in rows)
    if len(rows) < _LEAST_ROWS + 1 or level * 3 < 2 * len(rows):
        return None
    edges = tuple(x0 for x0, _ in columns)
    held = [line for room in rooms for line in room]
    box = Box(box.x0, min([box.y0, *(line.y0 for line in held)]), box.x1, box.y1)
    if heads:
        return OpenTable(box, edges, (*heads, *_fields(rows[1:], columns, 2)), 2, tuple(columns))
    return OpenTable(box, edges, tuple(_fields(rows, columns)), 1, tuple(columns))


def _names_above(box: Box, lines: Sequence[PrintedLine], columns: Spans) -> list[PrintedLine]:
    """Return the lines right above a table that name its columns: short, and within its width."""
    above = [line for line in lines if box.x0 - _NEAR <= line.x0 and line.x1 <= box.x1 + _NEAR and line.y1 < box.y0 + 2]
    names: list[PrintedLine] = []
    for level in reversed(levels(above, _SAME)):
        foot = min((line.y0 for line in names), default=box.y0)
        fitting = all(len(line.text) <= _NAME and not _heads(line) for line in level)
        if not fitting or foot - max(line.y1 for line in level) > level[0].size:
            break
        names = [*level, *names]
    names = [piece for line in names for piece in parted_at(line, columns)]
    return names if len({column_of(line, columns) for line in names}) > 1 else []


def _heads(line: PrintedLine) -> bool:
    """Return whether a line above a table is its caption, its unit, a source or prose."""
    return any(rule.match(line.text) for rule in (CAPTION, SOURCE, UNIT)) or bool(PROSE.search(line.text))


def _between(above: Box, below: Box, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    return [line for line in lines if above.y0 < line.middle < below.y0]


def _rows(room: Sequence[PrintedLine], columns: Spans, whole: bool) -> list[list[PrintedLine]]:
    """Return the rows between two rules: one, unless most of its levels fill more than one column."""
    rows = levels(room, _SAME)
    if len(rows) < 2:
        return rows
    several = sum(len({column_of(line, columns) for line in row}) > 1 for row in rows)
    return [list(room)] if whole or several * 3 < 2 * len(rows) else rows


def _fields(rows: Sequence[Sequence[PrintedLine]], columns: Spans, first: int = 0) -> Iterator[HeadField]:
    for number, row in enumerate(rows, first):
        fields: dict[int, list[PrintedLine]] = {}
        if number == 0 and len(levels(row, _SAME)) == 1:
            row = sorted(row, key=lambda line: line.x0)
            places = columns_of_names(row, columns)
        else:
            places = [column_of(line, columns) for line in row]
        for line, place in zip(row, places, strict=True):
            fields.setdefault(place, []).append(line._replace(field=0))
        for column, held in sorted(fields.items()):
            yield HeadField(number, column, 1, 1, tuple(held))
