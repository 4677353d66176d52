"""Tables drawn with bars: where a bar is printed tells which columns a cell stands over.

┃署名┃出動　　　　　　　┃          a cell as wide as two columns is the header of both
┃　　┣━━━━┳━━━━┫
┃　　┃交通事故┃急病　　┃
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hakusho.records import Cell, Span
from hakusho.segment.lines import Line, columns
from hakusho.segment.tables import table_rules as rules
from hakusho.segment.tables.filling import fill_down
from hakusho.segment.tables.rivers import Placed, Word, is_value, label_columns

Shift = tuple[int, Span, str]

# Bars are printed as wide as a full-width character or half of it; one convention holds for a table.
_WIDTHS = (2, 1)
_NEAR = 1
_UNSETTLED = "Which column a cell of this row belongs to cannot be settled."


@dataclass(frozen=True, slots=True)
class Piece:
    """What is printed between two bars, and the columns of the page that the bars stand at."""

    span: Span
    left: int
    right: int


def is_drawn(line: Line) -> bool:
    """Return whether a line only rules a table: ├──┼──┤, +---+---+, |:---|---:|."""
    return bool(rules.BOX_RULE.match(line.text) or rules.PIPE_RULE.match(line.text))


def box_cells(members: Sequence[Line], text: str) -> tuple[tuple[Cell, ...], list[Shift]]:
    """Return the cells of a table drawn with bars, and the rows that could not be settled."""
    printed = [line for line in members if not is_drawn(line)]
    if not printed:
        return (), []
    rows = _aligned(printed, text)
    width = _width(rows)
    places = _places([row for row in rows if len(row) == width])
    ends = {row[-1].right for row in rows if len(row) == width}
    grid: list[list[Span]] = []
    filled: set[tuple[int, int]] = set()
    unsettled: dict[int, str] = {}
    for index, row in enumerate(rows):
        cells = _over(row, places if row[-1].right in ends else None, width)
        if cells is None:
            # A row that leaves its last cells out is one of pipes, without columns on the page.
            unsettled |= {index: _UNSETTLED} if places is not None or len(row) > width else {}
            cells = [*range(len(row))]
        nothing = Span(row[-1].span.end, row[-1].span.end)
        grid.append([*(row[at].span for at in cells), *[nothing] * (width - len(cells))])
        filled |= {(index, c) for c in range(1, len(cells)) if cells[c] == cells[c - 1]}
    headers = _headers(members, grid, text)
    filled = {place for place in filled if place[0] < headers} | _spread(grid, headers)
    unsettled |= dict.fromkeys(_wrapped(members, grid, headers, text), rules.GOES_ON)
    shifts = [(printed[at].number, _first(grid[at]), comment) for at, comment in sorted(unsettled.items())]
    return tuple(_filled_cells(grid, headers, filled, text)), shifts


def _aligned(printed: Sequence[Line], text: str) -> list[list[Piece]]:
    """Return the rows as pieces, bars being as wide as lets most of them stand below one another."""
    raw = [text[line.start : line.end] for line in printed]
    outer = tuple(sum(bool(end.search(row)) for row in raw) * 2 > len(raw) for end in (rules.BAR_FIRST, rules.BAR_LAST))
    ways = [[_pieces(line, text, width, outer) for line in printed] for width in _WIDTHS]
    return min(ways, key=lambda rows: len({piece.right for row in rows for piece in row}))


def _pieces(line: Line, text: str, bar: int, outer: Sequence[bool]) -> list[Piece]:
    """Return what stands between the bars of a row; those at its ends are the table's frame if it has one."""
    raw = text[line.start : line.end]
    joints = [*(rules.JOINT if rules.PART_RULED.search(raw) else rules.BARS).finditer(raw)]
    first = joints.pop(0) if outer[0] and joints and joints[0].start() == 0 else None
    last = joints.pop() if outer[1] and joints and joints[-1].end() == len(raw) else None
    begin, edge = (first.end(), line.column + bar) if first else (0, line.column)
    found = []
    for joint in [*joints, None]:
        stop = joint.start() if joint else last.start() if last else len(raw)
        piece = raw[begin:stop]
        right = edge + columns(piece)
        found.append(Piece(_trimmed(line.start + begin, piece), edge, right))
        begin, edge = (joint.end(), right + bar) if joint else (stop, right)
    return found


def _trimmed(start: int, raw: str) -> Span:
    inner = raw.strip(rules.SPACES)
    if not inner or rules.DRAWN.match(inner):
        return Span(start, start)
    begin = start + len(raw) - len(raw.lstrip(rules.SPACES))
    return Span(begin, begin + len(inner))


def _width(rows: Sequence[Sequence[Piece]]) -> int:
    """Return how many columns most rows have; of several, the most."""
    counts = Counter(len(row) for row in rows)
    return max(counts, key=lambda width: (counts[width] * 2 >= len(rows), counts[width], width))


def _places(full: Sequence[Sequence[Piece]]) -> list[int] | None:
    """Return where the bars between columns stand; None where they do not stand below one another."""
    places = [sorted(row[column].right for row in full) for column in range(len(full[0]) - 1)]
    if any(place[-1] - place[0] > _NEAR for place in places):
        return None
    return [place[0] for place in places]


def _over(row: Sequence[Piece], places: Sequence[int] | None, width: int) -> list[int] | None:
    """Return for each column the index of the piece over it; None where the bars do not tell."""
    if len(row) == width:
        return [*range(width)]
    if places is None or len(row) > width:
        return None
    over: list[int] = []
    for at, piece in enumerate(row[:-1]):
        ends = [column for column, place in enumerate(places) if abs(place - piece.right) <= _NEAR]
        if not ends or ends[0] < len(over):
            return None
        over += [at] * (ends[0] + 1 - len(over))
    return over + [len(row) - 1] * (width - len(over))


def _headers(members: Sequence[Line], grid: Sequence[Sequence[Span]], text: str) -> int:
    """Return how many rows stand above the first rule; rows below it without label or figures are headers too."""
    above = 0
    for line in members:
        if not is_drawn(line):
            above += 1
        elif above and rules.WHOLE_RULE.match(line.text):
            break
    headers = above if 0 < above < len(grid) and above <= rules.MOST_HEADERS else 1
    while headers < len(grid) - 1 and _heads(grid[headers], text):
        headers += 1
    return headers


def _heads(row: Sequence[Span], text: str) -> bool:
    return bool(row) and not len(row[0]) and not any(is_value(text[span.slice]) for span in row)


def _spread(grid: Sequence[list[Span]], headers: int) -> set[tuple[int, int]]:
    """A header over several columns may be printed over the first, the others blank: give it to those, if headed."""
    filled = set()
    for index in range(headers - 1):
        row, below = grid[index], grid[index + 1]
        for column in range(2, len(row)):
            if not len(row[column]) and len(row[column - 1]) and column < len(below) and len(below[column]):
                row[column] = row[column - 1]
                filled.add((index, column))
    return filled


def _wrapped(members: Sequence[Line], grid: Sequence[Sequence[Span]], headers: int, text: str) -> list[int]:
    """Return the rows that stand in one ruled field with the row above and leave its figures out."""
    found, index, ruled = [], -1, True
    for line in members:
        if is_drawn(line):
            ruled = ruled or bool(rules.WHOLE_RULE.match(line.text))
            continue
        index += 1
        if index > headers and not ruled and _carries_on(grid[index - 1], grid[index], text):
            found.append(index)
        ruled = False
    return found


def _carries_on(above: Sequence[Span], row: Sequence[Span], text: str) -> bool:
    """A row with words and no figures, below one whose figures have nothing under them."""
    figures = [column for column, span in enumerate(above) if column and is_value(text[span.slice])]
    words = [span for span in row if len(span) and not is_value(text[span.slice])]
    return bool(words) and bool(figures) and not any(len(row[at]) for at in figures if at < len(row))


def _first(row: Sequence[Span]) -> Span:
    return next((span for span in row if len(span)), row[0])


def _filled_cells(grid: Sequence[Sequence[Span]], headers: int, filled: set[tuple[int, int]], text: str) -> list[Cell]:
    """Return the cells, ditto marks and blank labels of merged ones filled from above."""
    words = [[Word(span, 0, 0) if len(span) else None for span in row] for row in grid]
    body = [row for row in words[headers:] if len(row) == len(words[0])]
    labels = label_columns(body, text) if body else 1
    placed = Placed(words, headers, filled, set(), labels)
    fill_down(placed, text)
    return [
        Cell(index, column, word.span if word else grid[index][column], index < headers, (index, column) in filled)
        for index, row in enumerate(placed.grid)
        for column, word in enumerate(row)
    ]
