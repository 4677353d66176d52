"""Rows at the head of a page that go on with the table that the page before ended in."""

from collections.abc import Sequence
from itertools import pairwise

from hakusho.read.pages import GridCell
from hakusho.read.pdf.heads import Spans, column_of, parted_at
from hakusho.read.pdf.levels import Level, is_about_table, is_far, levels
from hakusho.read.pdf.paragraphs import join_lines
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.records import Fields, records
from hakusho.read.pdf.shapes import Box

_LEAST_COLUMNS = 3
# How far out of its column a line may run, in sizes.
_OUT = 0.5
# How far below the line above the next one of its field stands, in sizes.
_NEXT_LINE = 1.8
# The share of a table's width that a rule between its rows takes.
_WIDE = 0.8
# A rule so far above or below, in points, is of the table.
_NEAR = 12


def rows_that_go_on(
    lines: Sequence[PrintedLine], spans: Spans, rules: Sequence[Box], names: "set[str]"
) -> list[Fields]:
    """Return the rows that the lines at the head of a page add to a table with these columns; none where they do not
    stand in them, or `names`, those of a head of several rows, are printed again."""
    if len(spans) < _LEAST_COLUMNS:
        return []
    held: list[Level] = []
    several = 0
    for level in levels(lines):
        if not _stands_in(level, spans) or (held and is_far(held[-1], level)) or is_about_table(level):
            break
        # The last line of a field may stand alone, below its others.
        ends_field = several == len(held) > 0 and _goes_on(held[-1], level, spans)
        held.append(level)
        several = len(held) if ends_field or len(_pieces(level, spans)) > 1 else several
    held = held[:several]
    if not held or {line.text for line in held[0]} <= names:
        return []
    return _rows([line for level in held for line in level], spans, rules)


def cells_of(rows: Sequence[Fields]) -> tuple[GridCell, ...]:
    """Return the cells of rows, counted from 0."""
    found = []
    for number, row in enumerate(rows):
        for column, lines in sorted(row.items()):
            text = lines[0].text
            for line in lines[1:]:
                text = join_lines(text, line.text)
            found.append(GridCell(number, column, text))
    return tuple(found)


def _rows(lines: Sequence[PrintedLine], spans: Spans, rules: Sequence[Box]) -> list[Fields]:
    """Return rows: what stands between two rules, or what the room between lines tells."""
    x0, x1 = spans[0][0], spans[-1][1]
    top, foot = min(line.y0 for line in lines), max(line.y1 for line in lines)
    wide = [rule for rule in rules if rule.width > _WIDE * (x1 - x0) and rule.x0 < x1 and rule.x1 > x0]
    cuts = [rule.y0 for rule in wide if top - _NEAR < rule.y0 < foot + _NEAR]
    if not cuts:
        return records(lines, spans)
    rows: dict[int, Fields] = {}
    for line in sorted(lines, key=lambda line: line.middle):
        row = rows.setdefault(sum(cut < line.middle for cut in cuts), {})
        for piece in _pieces([line], spans):
            row.setdefault(column_of(piece, spans), []).append(piece)
    return [row for _, row in sorted(rows.items())]


def _pieces(level: Sequence[PrintedLine], spans: Spans) -> list[PrintedLine]:
    return [piece for line in level for piece in parted_at(line, spans)]


def _stands_in(level: Sequence[PrintedLine], spans: Spans) -> bool:
    """Return whether each line of a level stands in one column, and no two in the same."""
    pieces = _pieces(level, spans)
    places = [column_of(piece, spans) for piece in pieces]
    edges = [float("-inf"), *((one[1] + two[0]) / 2 for one, two in pairwise(spans)), float("inf")]
    last = spans[-1][1] + 3 * pieces[0].size
    inside = all(
        piece.x0 > edges[place] - _OUT * piece.size and piece.x1 < min(last, edges[place + 1]) + _OUT * piece.size
        for piece, place in zip(pieces, places, strict=True)
    )
    return inside and len(set(places)) == len(places) and not any(piece.turned for piece in pieces)


def _goes_on(above: Sequence[PrintedLine], level: Sequence[PrintedLine], spans: Spans) -> bool:
    places = {column_of(piece, spans) for piece in _pieces(above, spans)}
    place = column_of(level[0], spans)
    return place > 0 and place in places and level[0].middle - above[0].middle < _NEXT_LINE * level[0].size
