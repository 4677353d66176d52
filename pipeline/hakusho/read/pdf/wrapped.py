"""Tables without rules whose fields run over several lines, told by their names and the room between their columns."""

from collections.abc import Iterator, Sequence

from hakusho.read.pdf.heads import HeadField, is_figure
from hakusho.read.pdf.levels import Level, is_about_table, is_far, levels
from hakusho.read.pdf.open_tables import OpenTable
from hakusho.read.pdf.pdf_rules import PROSE, STOP
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.records import Fields, records
from hakusho.read.pdf.shapes import Box

_LEAST_COLUMNS, _LEAST_ROWS = 3, 2
# A name over a column, and what the first field of a row says, are no longer than this.
_NAME, _LABEL = 14, 30
# White space between names, and the least between columns that lines fill, in sizes.
_GUTTER, _LEAST_GUTTER = 0.8, 0.2
# How far before the edge of its column a full line of a field may end, and how long a field is that wraps.
_RAGGED, _LONG = 2.2, 12
# The share of its fields that a table fills.
_FILLED = 0.6
_MOST_LINES = 2000


def wrapped_tables(lines: Sequence[PrintedLine]) -> list[OpenTable]:
    """Return the tables of a page that have names over three columns or more, and fields of several lines."""
    if len(lines) > _MOST_LINES:
        return []
    found: list[OpenTable] = []
    begin, held = 0, levels(line for line in lines if not line.turned)
    held = [sorted(level, key=lambda line: line.x0) for level in held]
    for number, level in enumerate(held):
        if number >= begin and _are_names(level) and (made := _table(held[number:])):
            table, count = made
            found.append(table)
            begin = number + count
    return found


def _are_names(level: Level) -> bool:
    if len(level) < _LEAST_COLUMNS or any(map(is_figure, level)):
        return False
    apart = all(two.x0 - one.x1 > _GUTTER * one.size for one, two in zip(level, level[1:], strict=False))
    return apart and all(len(line.text) <= _NAME and not PROSE.search(line.text) for line in level)


def _table(below: Sequence[Level]) -> tuple[OpenTable, int] | None:
    """Return the table that begins with these names, and of how many levels it is."""
    spans = [(line.x0, line.x1) for line in below[0]]
    held = [below[0]]
    for level in below[1:]:
        wider = _widened(spans, level)
        if wider is None or _ends(held, level):
            break
        spans, held = wider, [*held, level]
    rows = records([line for level in held for line in level], spans)
    while rows and len(rows[-1]) == 1:
        gone = {id(line) for lines in rows.pop().values() for line in lines}
        held = [kept for level in held if (kept := [line for line in level if id(line) not in gone])]
    if not _is_table(rows, spans):
        return None
    fields = tuple(_fields(rows))
    inside = [line for level in held for line in level]
    box = Box(spans[0][0], min(line.y0 for line in inside), spans[-1][1], max(line.y1 for line in inside))
    return OpenTable(box, tuple(x0 for x0, _ in spans), fields, 1, tuple(spans)), len(held)


def _fields(rows: Sequence[Fields]) -> Iterator[HeadField]:
    for number, row in enumerate(rows):
        for column, lines in sorted(row.items()):
            yield HeadField(number, column, 1, 1, tuple(lines))


def _widened(spans: Sequence[tuple[float, float]], level: Level) -> list[tuple[float, float]] | None:
    """Return the columns with the lines of a level in them; None where a line reaches into a second one. What stands
    below no name is left until others have shown how wide its column is."""
    wider = list(spans)
    for line in level:
        over = [n for n, (x0, x1) in enumerate(spans) if line.x0 < x1 and line.x1 > x0]
        if len(over) > 1:
            return None
        for number in over:
            wider[number] = (min(wider[number][0], line.x0), max(wider[number][1], line.x1))
    gutters = (two[0] - one[1] for one, two in zip(wider, wider[1:], strict=False))
    return wider if all(gutter > _LEAST_GUTTER * level[0].size for gutter in gutters) else None


def _ends(held: Sequence[Level], level: Level) -> bool:
    """Return whether a level stands below a table: far from it, or its source, a note, the caption of the next."""
    first = level[0]
    return is_far(held[-1], level) or (is_about_table(level) and first.x0 < held[0][0].x0 + 2 * first.size)


def _is_table(rows: Sequence[Fields], spans: Sequence[tuple[float, float]]) -> bool:
    """Return whether rows are those of a table: names over each column, first fields that are no prose, a field of
    several lines, most fields filled."""
    if len(rows) < 1 + _LEAST_ROWS or len(rows[0]) < len(spans):
        return False
    body = rows[1:]
    names = all(sum(len(line.text) for line in lines) <= _NAME for lines in rows[0].values())
    texts = ["".join(line.text for line in row[0]) for row in body if 0 in row]
    labels = all(len(text) <= _LABEL and STOP not in text for text in texts) and len(texts) * 2 > len(body)
    several = [(spans[column], lines) for row in body for column, lines in row.items() if len(lines) > 1]
    stacks = any(is_figure(line) for _, lines in several for line in lines)
    wrapped = any(_is_wrapped(lines, span) for span, lines in several)
    return names and labels and wrapped and not stacks and sum(map(len, body)) >= _FILLED * len(body) * len(spans)


def _is_wrapped(lines: Sequence[PrintedLine], span: tuple[float, float]) -> bool:
    """Return whether the lines of a field are those of one text: each but the last fills the column."""
    full = all(line.x1 > span[1] - _RAGGED * line.size for line in lines[:-1])
    return full and sum(len(line.text) for line in lines) >= _LONG
