"""Lines of a region to rows, and rows to tables without rules."""

from collections.abc import Sequence

from hakusho.read.pdf.heads import is_figure, parted
from hakusho.read.pdf.pdf_rules import CLOSED, LABEL, PROSE
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.unruled import above_table, is_under_names

_LEAST_ROWS = 3
# How many rows of names may stand over those of a table.
_MOST_HEADS = 2
_SHORT_FIELD = 30
# Of so many fields, or of figures, is a row beside a name on two lines, which are nearer to its middle, in sizes, than
# rows are.
_LEAST_FIELDS, _OVERLAP = 3, 0.95
# Lines of one name begin, or are centred, at one place, in points; longer ones are of text.
_EDGE, _NAME = 2.0, 18


def rows_of(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """Put the pieces that stand level with one another into rows, from the left."""
    rows: list[list[PrintedLine]] = []
    for line in lines:
        last = rows[-1][-1] if rows else None
        if last is not None and abs(last.middle - line.middle) < 0.45 * min(last.size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.x0) for row in rows]


def names_whole(rows: list[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """Return rows in which the two lines of a name, which stand above and below the middle of its row, are one."""
    put: list[list[PrintedLine]] = []
    for row in rows:
        if len(put) > 1 and _around(put[-2], put[-1], row):
            names = [one._replace(text=one.text + two.text, y1=two.y1) for one, two in zip(put[-2], row, strict=True)]
            put[-2:] = [sorted([*names, *put[-1]], key=lambda line: line.x0)]
        else:
            put.append(row)
    return put


def _around(above: Sequence[PrintedLine], row: Sequence[PrintedLine], below: Sequence[PrintedLine]) -> bool:
    """Return whether two lines stand so near a row, in columns that it leaves empty, that they are no rows."""
    if len(above) != len(below) or (len(row) < _LEAST_FIELDS and not any(map(is_figure, row))):
        return False
    near = _OVERLAP * row[0].size
    if row[0].middle - above[0].middle > near or below[0].middle - row[0].middle > near:
        return False
    if any(len(line.text) > _NAME or PROSE.search(line.text) for line in (*above, *below)):
        return False
    pairs = zip(above, below, strict=True)
    level = all(min(abs(one.x0 - two.x0), abs(one.x0 + one.x1 - two.x0 - two.x1)) < _EDGE for one, two in pairs)
    return level and not any(one.x0 < two.x1 and two.x0 < one.x1 for one in (*above, *below) for two in row)


def tabular(rows: list[list[PrintedLine]]) -> list[list[list[PrintedLine]]]:
    """Group the rows that make a table; every other row is a group of its own."""
    fields = [[piece for line in row for piece in parted(line)] for row in rows]
    put: list[list[list[PrintedLine]]] = []
    for group in _grouped(fields):
        first = sum(map(len, put))
        if _is_table(group):
            while len(group) > 2 and above_table(group[0]):
                put.append([rows[sum(map(len, put))]])
                group = group[1:]
            put.append(group)
            if count := next((number for number in range(_MOST_HEADS, 0, -1) if _heads(put, number)), 0):
                put[-count - 1 :] = [[row for part in put[-count - 1 :] for row in part]]
        else:
            put += [[row] for row in rows[first : first + len(group)]]
    return put


def _heads(groups: list[list[list[PrintedLine]]], count: int) -> bool:
    """Return whether so many single rows above a table are names that stand over several of its columns."""
    above = groups[-count - 1 : -1]
    if len(above) < count or any(len(group) > 1 for group in above) or len(groups[-1]) < 2:
        return False
    rows = [row for group in groups[-count - 1 :] for row in group]
    near = all(_near(one, two) for one, two in zip(rows[:count], rows[1:], strict=False))
    return near and is_under_names(rows)


def _grouped(rows: list[list[PrintedLine]]) -> list[list[list[PrintedLine]]]:
    groups: list[list[list[PrintedLine]]] = []
    for index, row in enumerate(rows):
        group = groups[-1] if groups else []
        tabular = any(len(above) > 1 for above in group) and _near(group[-1], row)
        if tabular and (len(row) > 1 or _between(group[-1], row[0], rows[index + 1 : index + 3])):
            group.append(row)
        else:
            groups.append([row])
    return groups


def _near(above: Sequence[PrintedLine], row: Sequence[PrintedLine]) -> bool:
    return row[0].y0 - above[0].y1 < 2 * row[0].size


def _between(above: Sequence[PrintedLine], line: PrintedLine, below: Sequence[Sequence[PrintedLine]]) -> bool:
    """Return whether a single piece is a row whose other fields are empty, or too close to be told apart."""
    nominal = len(line.text) <= _SHORT_FIELD and not PROSE.search(line.text) and not CLOSED.search(line.text)
    return nominal and any(_in_column(line, piece) for piece in above) and any(len(row) > 1 for row in below)


def _in_columns(group: list[list[PrintedLine]]) -> bool:
    """Return whether most pieces begin, end or are centred where one of the row above is."""
    met = all_pieces = 0
    for above, row in zip(group, group[1:], strict=False):
        met += sum(any(_in_column(piece, other) for other in above) for piece in row)
        all_pieces += len(row)
    return met * 2 >= all_pieces


def _in_column(one: PrintedLine, two: PrintedLine) -> bool:
    near = 0.6 * one.size
    middles = abs((one.x0 + one.x1) - (two.x0 + two.x1)) / 2
    return abs(one.x0 - two.x0) < near or abs(one.x1 - two.x1) < near or middles < near


def _is_table(group: list[list[PrintedLine]]) -> bool:
    """A label and its text next to it are not a table: items of a list, lines with a number at their edge."""
    short = all(len(piece.text) <= _SHORT_FIELD for row in group for piece in row)
    if len(group) < _LEAST_ROWS or not (short or _in_columns(group)):
        return False
    labelled = sum(bool(LABEL.fullmatch(row[0].text)) and len(row) == 2 for row in group)
    prose = sum(len(piece.text) > _SHORT_FIELD / 2 and bool(PROSE.search(piece.text)) for row in group for piece in row)
    return labelled * 2 < len(group) and prose * 3 < sum(map(len, group))
