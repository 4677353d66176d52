"""Rows of a table whose fields run over several lines, told by the room between them or by the lines that open them."""

from collections.abc import Sequence
from itertools import pairwise

from hakusho.read.pdf.heads import Spans, column_of, is_figure, parted_at
from hakusho.read.pdf.printed import PrintedLine

# By how much, in sizes, the step to the next row is larger than that to the next line of a field.
_WIDER = 0.14
# Lines of one row stand so near one another, in sizes.
_LEVEL = 0.35

Fields = dict[int, list[PrintedLine]]


def records(lines: Sequence[PrintedLine], columns: Spans) -> list[Fields]:
    """Return the rows that lines make, each with its lines by column; empty where nothing tells the rows apart."""
    filled: Fields = {}
    for line in sorted(lines, key=lambda line: (line.middle, line.x0)):
        pieces = parted_at(line, columns)
        places = {column_of(piece, columns) for piece in pieces}
        for piece in pieces if len(places) == len(pieces) else [line]:
            filled.setdefault(column_of(piece, columns), []).append(piece)
    if not filled:
        return []
    tight = _tight(filled)
    return (_by_room(filled, tight) if tight else []) or _by_openings(filled)


def _tight(filled: Fields) -> float:
    """Return the step from line to line inside fields; 0 where steps are all alike."""
    steps = sorted(
        two.middle - one.middle
        for column in filled.values()
        for one, two in pairwise(column)
        if two.middle - one.middle > _LEVEL * one.size
    )
    size = max(line.size for column in filled.values() for line in column)
    least = next((step for step in steps if step > 0.85 * size), 0.0)
    larger = [step for step in steps if step > least + _WIDER * size]
    return least + _WIDER * size if least and larger and len(larger) < len(steps) else 0.0


def _by_room(filled: Fields, tight: float) -> list[Fields]:
    """Return rows from the fields whose lines follow one another closely: fields that are level make a row."""
    fields: list[tuple[float, float, int, list[PrintedLine]]] = []
    for column, lines in filled.items():
        run = [lines[0]]
        for line in [*lines[1:], None]:
            if line is not None and line.middle - run[-1].middle <= tight:
                run.append(line)
                continue
            fields.append((run[0].middle, run[-1].middle, column, run))
            run = [line] if line is not None else []
    rows: list[Fields] = []
    foot = float("-inf")
    for top, bottom, column, run in sorted(fields, key=lambda field: field[:2]):
        if not rows or top > foot + _LEVEL * run[0].size:
            rows.append({})
            foot = bottom
        if column in rows[-1]:
            return []
        rows[-1][column] = run
        foot = max(foot, bottom)
    return rows


def _by_openings(filled: Fields) -> list[Fields]:
    """Return rows that the lines of one column open, each at the top of its row: a column of figures, or the first."""
    figures = [lines for lines in filled.values() if sum(map(is_figure, lines)) * 3 >= 2 * len(lines)]
    openings = max(figures, key=len) if figures else filled[min(filled)]
    tops = [line.middle for line in openings]
    rows: list[Fields] = [{} for _ in tops]
    for column, lines in filled.items():
        for line in lines:
            number = sum(top <= line.middle + _LEVEL * line.size for top in tops) - 1
            if number < 0:
                return []
            rows[number].setdefault(column, []).append(line)
    return rows if all(_opened(row, top) for row, top in zip(rows, tops, strict=True)) else []


def _opened(row: Fields, top: float) -> bool:
    """Return whether several fields of a row begin at its top."""
    return sum(abs(lines[0].middle - top) < _LEVEL * lines[0].size for lines in row.values()) > 1
