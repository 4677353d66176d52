"""Tables whose columns are set apart by spaces: which column a word stands under is told by where it is printed.

        平成21年度  平成22年度          a blank corner: the header's words stand over the second and third column
農家戸数    120        118
"""

import re
from collections import Counter
from collections.abc import Sequence

from hakusho.records import Cell, Span
from hakusho.segment.lines import Line, columns
from hakusho.segment.tables import table_rules as rules
from hakusho.segment.tables.filling import DITTO, doubtful, fill_down
from hakusho.segment.tables.rivers import Word, by_count, by_rivers, is_value, joined

Shift = tuple[int, Span, str]

_WORD = re.compile("[^ 　]+(?: [^ 　]+)*")
_NARROW_WORD = re.compile("[^ 　]+")
_UNSETTLED = "Which column a cell of this row belongs to cannot be settled."
_MOST_HEADERS = 3
_FEWEST_TEXT_WORDS = 3


def place_columns(members: Sequence[Line], text: str) -> tuple[tuple[Cell, ...], list[Shift]]:
    """Return the cells of a spaced table, and the rows that could not be settled."""
    wide = [_words(line, text) for line in members]
    narrow = _with_spaced_labels([_words(line, text, _NARROW_WORD, spaced=False) for line in members], text)
    headers = _header_rows(narrow, text)
    placed = None if _is_ragged(wide) else by_rivers(narrow, headers, text)
    if placed is None or len(placed.grid[0]) < _usual_width(narrow):
        placed = by_count(narrow, headers, text) or placed
    if placed is not None and len(placed.grid[0]) >= _usual_width(wide):
        fill_down(placed, text)
        placed.unsettled |= _unheaded(placed.grid, placed.headers, text)
        comments = dict.fromkeys(placed.unsettled, _UNSETTLED) | doubtful(placed, text)
        doubts = [(members[i].number, narrow[i][0].span, comment) for i, comment in sorted(comments.items())]
        return tuple(_grid_cells(placed.grid, members, placed.headers, placed.filled)), doubts
    return _by_order(members, text)


def _by_order(members: Sequence[Line], text: str) -> tuple[tuple[Cell, ...], list[Shift]]:
    """Return the cells of a table without aligned columns: a row's words in order, as near as they are printed."""
    rows = _rows_of_words(members, text)
    width = _usual_width(rows)
    template = _template([row for row in rows if len(row) == width])
    headers = _header_rows(rows, text)
    grid: list[list[Word | None]] = []
    shifts: list[Shift] = []
    for index, row in enumerate(rows):
        placed, settled = _placed(row, template)
        grid.append(placed)
        if not settled and index >= headers - 1:
            shifts.append((members[index].number, row[0].span, _UNSETTLED))
    filled, unsettled = _spread(grid, rows, headers, template, text)
    unsettled |= _unheaded(grid, headers, text)
    shifts += [(members[index].number, rows[index][0].span, _UNSETTLED) for index in sorted(unsettled)]
    filled |= _dittoed(grid, headers, text)
    return tuple(_grid_cells(grid, members, headers, filled)), shifts


def _unheaded(grid: Sequence[Sequence[Word | None]], headers: int, text: str) -> set[int]:
    """Return the last row of headers where a column of figures has none: which is whose is not told."""
    width = len(grid[0])
    headed = {at for row in grid[:headers] for at, word in enumerate(row) if word}
    bare = {*range(1, width)} - headed
    held = Counter(at for row in grid[headers:] for at in bare if at < len(row) and _holds_value(row[at], text))
    return {headers - 1} if headers and any(count > 1 for count in held.values()) else set()


def _holds_value(word: Word | None, text: str) -> bool:
    return word is not None and is_value(text[word.span.slice])


def _rows_of_words(members: Sequence[Line], text: str) -> list[list[Word]]:
    """Return the words of each row: what stands two spaces apart, or one where that parts nothing."""
    rows = [_words(line, text) for line in members]
    if _is_ragged(rows):
        return [_words(line, text, _NARROW_WORD) for line in members]
    return rows


def _is_ragged(rows: Sequence[Sequence[Word]]) -> bool:
    """Return whether single spaces part the cells, so that no column is aligned."""
    return sum(len(row) for row in rows) < len(rows) * 3 // 2


def _words(line: Line, text: str, pattern: "re.Pattern[str]" = _WORD, *, spaced: bool = True) -> list[Word]:
    found: list[Word] = []
    edge, position = line.column, line.start
    for match in pattern.finditer(text, line.start, line.end):
        left = edge + columns(text[position : match.start()])
        edge, position = left + columns(match.group()), match.end()
        word = Word(Span(match.start(), match.end()), left, edge)
        if found and ((spaced and _is_letter_spaced(found, word, text)) or _is_signed(found[-1], word, text)):
            found[-1] = Word(Span(found[-1].span.start, word.span.end), found[-1].left, edge)
        else:
            found.append(word)
    return found


def _with_spaced_labels(rows: list[list[Word]], text: str) -> list[list[Word]]:
    """Return the rows with the labels of those of figures in one, ア メ リ カ, if each then has one label."""
    whole: list[list[Word]] = []
    for row in rows:
        first = next((at for at, word in enumerate(row) if is_value(text[word.span.slice])), 0)
        spaced = first > 1 and all(_single(text[word.span.slice]) for word in row[:first])
        whole.append([joined(row[0], row[first - 1]), *row[first:]] if spaced else row)
        if first > 1 and not spaced:
            return rows
    return whole


def _is_letter_spaced(found: Sequence[Word], word: Word, text: str) -> bool:
    """日　　本 is one word: single letters with spaces between them."""
    return (
        len(word.span) == 1
        and _single(text[found[-1].span.slice])
        and bool(rules.SPACED_LETTER.match(text[word.span.slice]))
    )


def _is_signed(before: Word, word: Word, text: str) -> bool:
    """△ 120 is one number."""
    sign, number = text[before.span.slice], text[word.span.slice]
    near = word.left - before.right <= rules.WIDEST_SIGN_GAP
    return near and bool(rules.SIGN_ALONE.match(sign) and rules.DIGIT.match(number))


def _single(printed: str) -> bool:
    """Return whether all that a word holds so far are letters on their own."""
    return all(len(piece) == 1 and rules.SPACED_LETTER.match(piece) for piece in re.split("[ 　]+", printed))


def _usual_width(rows: Sequence[Sequence[Word]]) -> int:
    """Return how many columns the table has: the most words that more than one row has."""
    counts = Counter(len(row) for row in rows)
    repeated = [width for width, count in counts.items() if count > 1 and count * 4 >= len(rows)]
    return max(repeated) if repeated else max(counts)


def _template(rows: Sequence[Sequence[Word]]) -> list[tuple[int, int]]:
    """Return (left, right) of each column, over the rows that have a word in every one."""
    return [(min(w.left for w in column), max(w.right for w in column)) for column in zip(*rows, strict=True)]


def _placed(row: Sequence[Word], template: Sequence[tuple[int, int]]) -> tuple[list[Word | None], bool]:
    """Put the words of a row under columns, in order, as near as they are printed; False where that is not clear."""
    width = len(template)
    if len(row) == width:
        return [*row], True
    if len(row) > width:
        return [*row], False
    best = _best_order([[_distance(word, column) for column in template] for word in row])
    placed: list[Word | None] = [None] * width
    settled = True
    for word, column in zip(row, best, strict=True):
        placed[column] = word
        others = [_distance(word, template[c]) for c in range(width) if c != column]
        settled = settled and (not others or _distance(word, template[column]) < min(others))
    return placed, settled


def _distance(word: Word, column: tuple[int, int]) -> float:
    """Columns between a word and a column; words that overlap it are nearer the better their edges or middles agree."""
    left, right = column
    apart = max(left - word.right, word.left - right, 0)
    edges = min(abs(word.left - left), abs(word.right - right), abs(word.middle - (left + right) / 2))
    return apart * 10 + edges


def _best_order(costs: Sequence[Sequence[float]]) -> list[int]:
    """Return the column of each word, ascending, of least cost together."""
    width = len(costs[0]) if costs else 0
    best: list[tuple[float, list[int]]] = [(0.0, [])] * (width + 1)
    for cost in costs:
        above, best = best, [(float("inf"), [])] * (width + 1)
        for column in range(width):
            before, chosen = above[column]
            here = (before + cost[column], [*chosen, column])
            best[column + 1] = min(best[column], here, key=lambda option: option[0])
    return best[width][1]


def _header_rows(rows: Sequence[Sequence[Word]], text: str) -> int:
    """Return how many rows stand above the first with a value: a number, or a sign for none, after its label.

    None does where the first row has a label and figures as the others do, and these are not years.
    """
    for index, row in enumerate(rows[: _MOST_HEADERS + 1]):
        if index and _is_plain_text_row(rows, index):
            return index
        values = [text[word.span.slice] for word in row[1:] if is_value(text[word.span.slice])]
        if values:
            return 0 if not index and _is_plain_row(rows, values, text) else _without_groups(rows, max(index, 1))
    return 1


def _is_plain_text_row(rows: Sequence[Sequence[Word]], index: int) -> bool:
    """Return whether a row of text begins where the corner does, with as many words: it is no second header."""
    first, row = rows[0], rows[index]
    fewest = len(first) == len(row) >= _FEWEST_TEXT_WORDS
    return index == 1 and fewest and first[0].left == row[0].left and all(len(row) == len(first) for row in rows)


def _without_groups(rows: Sequence[Sequence[Word]], headers: int) -> int:
    """The name of a group of rows, or half a label, alone in its row below the header, is no header."""
    edge = min(word.left for word in rows[headers][1:]) if len(rows) > headers and len(rows[headers]) > 1 else 0
    while headers > 1 and len(rows[headers - 1]) == 1 and rows[headers - 1][0].right <= edge:
        headers -= 1
    return headers


def _is_plain_row(rows: Sequence[Sequence[Word]], values: Sequence[str], text: str) -> bool:
    label = text[rows[0][0].span.slice]
    if is_value(label) or rules.HEADING_WORD.match(label) or any(len(row) != len(rows[0]) for row in rows):
        return False
    return len(values) == len(rows[0]) - 1 and not all(rules.YEARS.match(value) for value in values)


def _spread(
    grid: list[list[Word | None]],
    rows: Sequence[Sequence[Word]],
    headers: int,
    template: Sequence[tuple[int, int]],
    text: str,
) -> tuple[set[tuple[int, int]], set[int]]:
    """A header that stands over several columns, with others below it, is the header of each.

    Return the (row, column) that were filled so, and the rows in which the columns of a header cannot be settled.
    """
    filled: set[tuple[int, int]] = set()
    unsettled: set[int] = set()
    for index in range(headers - 1):
        words = [word for word in rows[index] if word.right > template[0][1]] or [*rows[index]]
        below = [text[word.span.slice] if word else "" for word in grid[headers - 1][1:]]
        if not words or len(words) >= len(below):
            continue
        groups = _periodic(words, below) or _nearest(words, template[1:])
        if groups is None:
            unsettled.add(index)
            continue
        corner = rows[index][0] if len(words) < len(rows[index]) else None
        grid[index] = [corner, *groups]
        firsts = {id(word): column for column, word in reversed([*enumerate(groups, 1)])}
        filled |= {(index, column) for column, word in enumerate(groups, 1) if firsts[id(word)] != column}
    return filled, unsettled


def _periodic(words: Sequence[Word], below: Sequence[str]) -> list[Word] | None:
    """戸数 割合 戸数 割合 below two headers: each stands over one round of what is repeated."""
    each, rest = divmod(len(below), len(words))
    if rest or each < 2 or [*below] != [*below[:each]] * len(words):
        return None
    return [word for word in words for _ in range(each)]


def _nearest(words: Sequence[Word], columns_: Sequence[tuple[int, int]]) -> list[Word] | None:
    """Return the header over each column: the last that begins left of it, if it is also the nearest by its middle."""
    groups = []
    for left, right in columns_:
        middle = (left + right) / 2
        begun = [word for word in words if word.left <= middle] or [words[0]]
        near = min(words, key=lambda word: abs(word.middle - middle))
        if begun[-1] is not near:
            return None
        groups.append(near)
    return groups


def _dittoed(grid: list[list[Word | None]], headers: int, text: str) -> set[tuple[int, int]]:
    """〃 stands for the cell above."""
    filled = set()
    for index in range(headers + 1, len(grid)):
        for column, word in enumerate(grid[index]):
            above = grid[index - 1][column] if column < len(grid[index - 1]) else None
            if word is not None and above is not None and DITTO.match(text[word.span.slice]):
                grid[index][column] = above
                filled.add((index, column))
    return filled


def _grid_cells(
    grid: Sequence[Sequence[Word | None]], members: Sequence[Line], headers: int, filled: set[tuple[int, int]]
) -> list[Cell]:
    cells = []
    for index, row in enumerate(grid):
        nothing = Span(members[index].end, members[index].end)
        for column, word in enumerate(row):
            span = word.span if word else nothing
            cells.append(Cell(index, column, span, header=index < headers, filled=(index, column) in filled))
    return cells
