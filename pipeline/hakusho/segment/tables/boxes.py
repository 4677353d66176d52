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
    fields = _fields(members)
    headers = _headers(members, grid, fields, text)
    filled = {place for place in filled if place[0] < headers} | _spread(
        grid, headers, _levels(members, fields, headers)
    )
    unsettled |= dict.fromkeys(_wrapped(grid, fields, headers, text), rules.GOES_ON)
    shifts = [(printed[at].number, _first(grid[at]), comment) for at, comment in sorted(unsettled.items())]
    return tuple(_filled_cells(grid, (fields, headers), filled, text)), shifts


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


def _fields(members: Sequence[Line]) -> list[int]:
    """Return for each printed row the number of its field: what stands between two rules through the whole table."""
    fields, field = [], 0
    for line in members:
        if not is_drawn(line):
            fields.append(field)
        elif rules.WHOLE_RULE.match(line.text):
            field += 1
    return fields


def _headers(members: Sequence[Line], grid: Sequence[Sequence[Span]], fields: Sequence[int], text: str) -> int:
    """Return how many rows stand above the first rule; rows below it without label or figures are headers too.

    Those of a field with one label, further down, are not: it stands in the middle of its lines.
    """
    above = 0
    for line in members:
        if not is_drawn(line):
            above += 1
        elif above and rules.WHOLE_RULE.match(line.text):
            break
    headers = above if 0 < above < len(grid) and above <= rules.MOST_HEADERS else 1
    labelled = Counter(field for field, row in zip(fields, grid, strict=True) if len(row[0]))
    middle = {field for field in labelled if labelled[field] == 1} if _rules_part_rows(fields, headers) else {}
    while headers < len(grid) - 1 and _heads(grid[headers], text) and fields[headers] not in middle:
        headers += 1
    return headers


def _heads(row: Sequence[Span], text: str) -> bool:
    return bool(row) and not len(row[0]) and not any(is_value(text[span.slice]) for span in row)


def _levels(members: Sequence[Line], fields: Sequence[int], headers: int) -> set[int]:
    """Return the rows of headers that may stand over others: where rules part the rows, those with a rule below."""
    if not _rules_part_rows(fields, headers):
        return {*range(headers)}
    drawn = [is_drawn(line) for line in members]
    printed = [at for at, rule in enumerate(drawn) if not rule]
    return {row for row, at in enumerate(printed[:-1]) if printed[row + 1] > at + 1}


def _rules_part_rows(fields: Sequence[int], headers: int) -> bool:
    return len({*fields[headers:]}) > 1


def _spread(grid: Sequence[list[Span]], headers: int, levels: set[int]) -> set[tuple[int, int]]:
    """A header over several columns may be printed over the first, the others blank: give it to those, if headed."""
    filled = set()
    for index in {*range(headers - 1)} & levels:
        row, below = grid[index], grid[index + 1]
        for column in range(2, len(row)):
            if not len(row[column]) and len(row[column - 1]) and column < len(below) and len(below[column]):
                row[column] = row[column - 1]
                filled.add((index, column))
    return filled


def _wrapped(grid: Sequence[Sequence[Span]], fields: Sequence[int], headers: int, text: str) -> list[int]:
    """Return the rows that stand in one ruled field with the row above and may be the next lines of its cells.

    Where rules part the rows, a field of several lines is one row, unless each line has the figures of its own.
    """
    parted = _rules_part_rows(fields, headers)
    figures: dict[int, list[set[int]]] = {}
    for field, row in zip(fields, grid, strict=True):
        held = {at for at, span in enumerate(row) if at and is_value(text[span.slice])}
        figures.setdefault(field, []).append(held)
    # Whether each line of a field has a figure wherever one of them has.
    rows = {field: bool(held[0]) and held.count(held[0]) == len(held) for field, held in figures.items()}
    return [
        index
        for index in range(headers + 1, len(grid))
        if fields[index] == fields[index - 1] and any(map(len, grid[index]))
        if (parted and not rows[fields[index]]) or _carries_on(grid[index - 1], grid[index], text)
    ]


def _carries_on(above: Sequence[Span], row: Sequence[Span], text: str) -> bool:
    """A row with words and no figures, below one whose figures have nothing under them."""
    figures = [column for column, span in enumerate(above) if column and is_value(text[span.slice])]
    words = [span for span in row if len(span) and not is_value(text[span.slice])]
    return bool(words) and bool(figures) and not any(len(row[at]) for at in figures if at < len(row))


def _first(row: Sequence[Span]) -> Span:
    return next((span for span in row if len(span)), row[0])


def _filled_cells(
    grid: Sequence[Sequence[Span]], ruled: tuple[Sequence[int], int], filled: set[tuple[int, int]], text: str
) -> list[Cell]:
    """Return the cells, ditto marks and blank labels of merged ones filled from above."""
    fields, headers = ruled
    words = [[Word(span, 0, 0) if len(span) else None for span in row] for row in grid]
    body = [row for row in words[headers:] if len(row) == len(words[0])]
    labels = label_columns(body, text) if body else 1
    placed = Placed(words, headers, filled, set(), labels)
    fill_down(placed, text, _labelled_below(grid, fields, labels))
    return [
        Cell(index, column, word.span if word else grid[index][column], index < headers, (index, column) in filled)
        for index, row in enumerate(placed.grid)
        for column, word in enumerate(row)
    ]


def _labelled_below(grid: Sequence[Sequence[Span]], fields: Sequence[int], labels: int) -> set[tuple[int, int]]:
    """Return the places whose label is printed further down in their own ruled field, so that none above is theirs."""
    found: set[tuple[int, int]] = set()
    for column in range(labels):
        printed = [index for index, row in enumerate(grid) if column < len(row) and len(row[column])]
        first = {fields[index]: index for index in reversed(printed)}
        found |= {(index, column) for index, field in enumerate(fields) if index < first.get(field, 0)}
    return found
