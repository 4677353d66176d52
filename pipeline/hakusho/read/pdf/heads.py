"""Fields and heads of tables not ruled down: lines parted at their gaps, names that stand over several columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, combinations_with_replacement, pairwise

from hakusho.read.pdf.pdf_rules import PROSE
from hakusho.read.pdf.printed import PrintedLine, Room

Spans = Sequence[tuple[float, float]]
Row = Sequence[PrintedLine]

_MOST_LEVELS, _MOST_COLUMNS, _MOST_NAMES = 4, 30, 12
# What it costs, in distances of columns, to leave a column without a name, and to leave out one that a name overlaps.
_BARE, _LEFT_OUT = 0.3, 1.0
# How far the middle of a name may be off that of its columns.
_OFF = 0.6
_FIGURE = re.compile(r"[-－−△▲+＋(（]?[0-9０-９][0-9０-９,，.．]*[)）%％]?|[-－―…*＊xX]")

# What numbers of sections do not have.
_AMOUNT = re.compile("[,，%％△▲]")


@dataclass(frozen=True, slots=True)
class HeadField:
    """A field of a head with its lines; `row` and `column` count from 0."""

    row: int
    column: int
    height: int
    width: int
    lines: tuple[PrintedLine, ...]


def column_of(line: PrintedLine, columns: Spans) -> int:
    """Return the column that a line stands in, or comes nearest to."""

    def apart(number: int) -> tuple[float, float]:
        x0, x1 = columns[number]
        return max(0.0, max(x0, line.x0) - min(x1, line.x1)), abs(x0 + x1 - line.x0 - line.x1)

    return min(range(len(columns)), key=apart)


def columns_of_names(names: Row, columns: Spans) -> list[int]:
    """Return the column of each of the names that stand level above a table: the one nearest to it or, where two come
    nearest to one, that in whose field it stands: at its left over figures at its right, or the other way round."""
    fields = [[(one[1], two[1]) for one, two in pairwise([(0.0, 0.0), *columns])]]
    fields.append([(one[0], two[0]) for one, two in pairwise([*columns, (float("inf"), 0.0)])])
    for spans in (columns, *fields):
        found = [column_of(name, spans) for name in names]
        inside = spans is columns or all(
            spans[at][0] - 2 <= name.x0 and name.x1 <= spans[at][1] + 2 for at, name in zip(found, names, strict=True)
        )
        if inside and all(one < two for one, two in pairwise(found)):
            return found
    return [column_of(name, columns) for name in names]


def is_figure(line: PrintedLine) -> bool:
    """Return whether a piece of print is a figure, or a sign in the place of one."""
    return bool(_FIGURE.fullmatch(line.text))


def parted(line: PrintedLine) -> list[PrintedLine]:
    """Return the pieces of a line between its wide gaps, where a figure stands behind one: the fields of a row that are
    set close together. A plain number at its beginning may be that of a section."""
    pieces = _cut(line, line.rooms) if line.rooms and not line.turned else []
    figures = [piece for piece in pieces if is_figure(piece)]
    return pieces if any(piece is not pieces[0] or _AMOUNT.search(piece.text) for piece in figures) else [line]


def parted_at(line: PrintedLine, columns: Spans) -> list[PrintedLine]:
    """Return the pieces of a line between those of its wide gaps that part columns."""
    if not line.rooms or line.turned:
        return [line]
    gaps = [(one[1], two[0]) for one, two in pairwise(columns)]
    return _cut(line, [room for room in line.rooms if any(room[1] <= b and room[2] >= a for a, b in gaps)])


def _cut(line: PrintedLine, rooms: Sequence[Room]) -> list[PrintedLine]:
    pieces, begin, x0 = [], 0, line.x0
    for place, x1, behind in [*rooms, (len(line.text), line.x1, 0.0)]:
        pieces.append(line._replace(text=line.text[begin:place].strip(), x0=x0, x1=x1, rooms=(), ruby=(), ruby_at=()))
        begin, x0 = place, behind
    return [piece for piece in pieces if piece.text]


def spanning_head(levels: Sequence[Row], columns: Spans) -> tuple[HeadField, ...]:
    """Return the fields of a head of two rows: names over several columns, below them a name for each; empty where the
    levels of its lines make none."""
    if not 2 <= len(levels) <= _MOST_LEVELS or not 3 <= len(columns) <= _MOST_COLUMNS:
        return ()
    names = sorted(levels[0], key=lambda line: line.x0)
    below = {column_of(line, columns): line for line in levels[-1]}
    between = [line for level in levels[1:-1] for line in level]
    if len(below) < len(levels[-1]) or not 0 < len(names) <= _MOST_NAMES:
        return ()
    if any(PROSE.search(line.text) for level in levels for line in level):
        return ()
    alone = {column_of(line, columns): line for line in between}
    for name in list(names):
        # A name that stands over one column, with none below, is as tall as the head.
        if (column := column_of(name, columns)) not in below and not _over(name, columns, set(below)):
            alone[column] = name
            names.remove(name)
    groups = _groups(names, sorted(below), columns)
    if groups is None or set(alone) & set(below) or all(first == last for first, last in groups):
        return ()
    return tuple(_fields(names, groups, below, alone))


def _over(name: PrintedLine, columns: Spans, below: set[int]) -> bool:
    return any(min(name.x1, columns[c][1]) - max(name.x0, columns[c][0]) > 0 for c in below)


def _fields(
    names: Row, groups: Sequence[tuple[int, int]], below: dict[int, PrintedLine], alone: dict[int, PrintedLine]
) -> Iterator[HeadField]:
    covered = {column for first, last in groups for column in range(first, last + 1)}
    for name, (first, last) in zip(names, groups, strict=True):
        yield HeadField(0, first, 1, last - first + 1, (name,))
    for column, line in alone.items():
        yield HeadField(0, column, 2, 1, (line,))
    for column, line in below.items():
        yield HeadField(1, column, 1, 1, (line,)) if column in covered else HeadField(0, column, 2, 1, (line,))


def _groups(names: Row, below: Sequence[int], columns: Spans) -> list[tuple[int, int]] | None:
    """Return first and last column that each name stands over: those whose middle is nearest to its own, in order."""
    pitch = _pitch(columns)
    count = len(below)
    # How many of the columns up to each a name overlaps: what is asked again and again.
    over = [[0, *accumulate(_over(name, columns, {column}) for column in below)] for name in names]

    @cache
    def apart(name: int, first: int, last: int) -> float:
        x0, x1 = columns[below[first]][0], columns[below[last]][1]
        out = over[name][-1] - over[name][last + 1] + over[name][first]
        return abs(names[name].x0 + names[name].x1 - x0 - x1) / 2 / pitch + _LEFT_OUT * out

    @cache
    def best(name: int, start: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if name == len(names):
            return _BARE * (count - start), ()
        found: tuple[float, tuple[tuple[int, int], ...]] = (float("inf"), ())
        for first, last in combinations_with_replacement(range(start, count), 2):
            rest, groups = best(name + 1, last + 1)
            cost = _BARE * (first - start) + apart(name, first, last) + rest
            if cost < found[0]:
                found = (cost, ((first, last), *groups))
        return found

    cost, groups = best(0, 0)
    if cost == float("inf") or any(apart(name, *group) > _OFF for name, group in enumerate(groups)):
        return None
    return [(below[first], below[last]) for first, last in groups]


def _pitch(columns: Spans) -> float:
    steps = sorted((two[0] + two[1] - one[0] - one[1]) / 2 for one, two in pairwise(columns))
    return max(1.0, steps[len(steps) // 2])
