"""Columns told by the white between them: places where no row of figures prints anything.

          製造業      非製造業
        実績  計画   実績   計画        a header over several columns is that of each
大企業   812   901  1,204  1,377
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hakusho.records import Span
from hakusho.segment.tables import table_rules as rules

# More columns than this are no table of a page.
_MOST_COLUMNS = 24
# Headers are not spread over more columns than this: the ways to do so double with each.
_MOST_SPREAD = 14
_MOST_WAYS = 3000
# How much nearer than the next best a header has to stand over its columns.
_CLEAR = 1.0
# A column that a header leaves out counts as so far off.
_SKIPPED = 2.0


@dataclass(frozen=True, slots=True)
class Word:
    """A run of a row without gaps: its place in the text and the columns that it is printed in."""

    span: Span
    left: int
    right: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


Row = Sequence[Word]
Column = tuple[int, int]


@dataclass(slots=True)
class Placed:
    """The words of a table by row and column. `unsettled` are rows where the column of a header is not clear."""

    grid: list[list[Word | None]]
    headers: int
    filled: set[tuple[int, int]]
    unsettled: set[int]
    labels: int


def is_value(printed: str) -> bool:
    """Return whether a cell holds a number or a sign for none; a year heads a column, a class of sizes a row.

    >>> [is_value(cell) for cell in ("1,204", "△ 3", "…", "一、四二〇", "(4)", "2021年", "60歳以上", "東部")]
    [True, True, True, True, True, False, False, False]
    """
    match = rules.VALUE.match(printed)
    if rules.NO_VALUE.match(printed):
        return True
    if match is None or rules.OF_TIME.match(printed, match.end()):
        return False
    return not rules.OF_CLASS.search(printed, match.end())


def by_rivers(rows: Sequence[Row], headers: int, text: str) -> Placed | None:
    """Return the words of a table in its columns; None where the white between the rows tells no columns."""
    body = [row for row in rows[headers:] if len(row) > 1]
    found = _columns(body)
    if len(body) < rules.FEWEST_ROWS or not 2 <= len(found) <= _MOST_COLUMNS:
        return None
    grid: list[list[Word | None]] = [_in_columns(row, found, text) for row in rows[headers:]]
    labels = label_columns(grid, text)
    placed = Placed([], headers, set(), set(), labels)
    for index in range(headers):
        placed.grid.append(_header(rows[index], index, found, labels, placed, rows, text))
    placed.grid += grid
    return placed


def by_count(rows: Sequence[Row], headers: int, text: str) -> Placed | None:
    """Return the words of a table in their order, where every row has a label and as many figures as headers.

    So much is settled even where a row is set off or its figures stand close together.
    """
    body, width = rows[headers:], len(rows[headers]) if len(rows) > headers else 0
    heads = rows[headers - 1]
    if (
        headers != 1
        or len(body) < rules.FEWEST_ROWS
        or width < rules.FEWEST_ROWS
        or len(heads) not in (width - 1, width)
    ):
        return None
    if any(len(row) != width or not all(is_value(text[word.span.slice]) for word in row[1:]) for row in body):
        return None
    corner: list[Word | None] = [None] * (width - len(heads))
    grid: list[list[Word | None]] = [[*corner, *heads]] if heads else []
    grid += [[*row] for row in body]
    return Placed(grid, headers, set(), set(), 1)


def _columns(body: Sequence[Row]) -> list[Column]:
    """Return the stretches that the rows print in, from left to right, none touching another."""
    found: list[Column] = []
    for left, right in sorted((word.left, word.right) for row in body for word in row):
        if found and left < found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _in_columns(row: Row, found: Sequence[Column], text: str) -> list[Word | None]:
    """Put the words of a row into the columns that they are printed in; several in one are a cell with spaces."""
    cells: list[Word | None] = [None] * len(found)
    for word in row:
        at = max(range(len(found)), key=lambda c: min(word.right, found[c][1]) - max(word.left, found[c][0]))
        held = cells[at]
        cells[at] = joined(held, word) if held else word
    return cells


def joined(one: Word, two: Word) -> Word:
    """Return what is printed from one word to another as one."""
    return Word(Span(one.span.start, two.span.end), one.left, two.right)


def label_columns(grid: Sequence[Sequence[Word | None]], text: str) -> int:
    """Return how many columns from the left hold words and no figures: one at least."""
    count = 0
    for column in zip(*grid, strict=True):
        printed = [text[word.span.slice] for word in column if word]
        if count and sum(map(is_value, printed)) * 2 >= len(printed):
            break
        count += 1
    return count if count < len(grid[0]) else 1


def _header(
    row: Row, index: int, found: Sequence[Column], labels: int, placed: Placed, rows: Sequence[Row], text: str
) -> list[Word | None]:
    """Return the header over each column of one row; marks in `placed` what is filled and what is not clear."""
    edge = (found[labels - 1][1] + found[labels][0]) / 2
    corner = [word for word in row if word.middle < edge]
    top = index < placed.headers - 1
    over = _whole([word for word in row if word.middle >= edge], found[labels:], text, top=top)
    cells: list[Word | None] = [None] * len(found)
    if corner:
        cells[:labels] = _in_columns(corner, found[:labels], text)
    if not over:
        return cells
    below = _below(rows, index, placed.headers, edge, found[labels:])
    words = [text[word.span.slice] for word in _data_words(rows, placed.headers - 1, edge)]
    headed = below | ({*range(len(found))} if index else set())
    ways = _ways(over, found[labels:], (below, headed), words if index < placed.headers - 1 else ())
    if ways is None:
        placed.unsettled.add(index)
        cells[labels:] = _in_columns(over, found[labels:], text)
        return cells
    for column, at in enumerate(ways, labels):
        cells[column] = over[at] if at >= 0 else None
        if at >= 0 and column > labels and ways[column - labels - 1] == at:
            placed.filled.add((index, column))
    return cells


def _whole(words: Sequence[Word], found: Sequence[Column], text: str, *, top: bool) -> list[Word]:
    """Return the headers of a row, those that are printed with spaces in one: 面　積.

    At the top each stands over several columns, so that letters near one another are of one. Elsewhere there are as
    many as columns.
    """
    whole, widest = [*words], 0
    while len(whole) > len(found) or top:
        gaps = [
            (b.left - a.right, at) for at, (a, b) in enumerate(itertools.pairwise(whole)) if _are_letters(a, b, text)
        ]
        gap, at = min(gaps, default=(rules.WIDEST_LETTER_GAP + 1, 0))
        # 面　積　　蓄　積: a gap wider than those inside a header parts two, where each column then has one.
        if gap > rules.WIDEST_LETTER_GAP or (len(whole) <= len(found) and 0 < widest < gap):
            break
        widest = gap
        whole[at : at + 2] = [joined(whole[at], whole[at + 1])]
    if len(whole) <= len(found):
        return whole
    return [word for word in _in_columns(words, found, text) if word]


def _are_letters(one: Word, two: Word, text: str) -> bool:
    """Return whether two words are letters on their own, or such as were joined."""
    return all(len(piece) == 1 for word in (one, two) for piece in text[word.span.slice].split())


def _data_words(rows: Sequence[Row], index: int, edge: float) -> list[Word]:
    return [word for word in rows[index] if word.middle >= edge]


def _below(rows: Sequence[Row], index: int, headers: int, edge: float, found: Sequence[Column]) -> frozenset[int]:
    """Return the columns that have a header of their own in a row below: only over those may a header be spread."""
    held = set()
    for below in range(index + 1, headers):
        words = _data_words(rows, below, edge)
        held |= {_nearest(word, found) for word in words} if len(words) < len(found) else {*range(len(found))}
    return frozenset(held)


def _nearest(word: Word, found: Sequence[Column]) -> int:
    return min(range(len(found)), key=lambda column: _off(word, *found[column]))


def _off(word: Word, left: int, right: int) -> float:
    """How far a header stands off a stretch of columns: by its edges or its middle, whichever agrees best."""
    apart = max(left - word.right, word.left - right, 0)
    return apart * 10 + min(abs(word.left - left), abs(word.right - right), abs(word.middle - (left + right) / 2))


def _ways(
    over: Sequence[Word],
    found: Sequence[Column],
    held: tuple[frozenset[int], frozenset[int]],
    repeated: Sequence[str],
) -> list[int] | None:
    """Return for each column the index of the header over it, -1 for none; None where that is not clear."""
    count, width = len(over), len(found)
    if count == width:
        return [*range(width)]
    if count > width or width > _MOST_SPREAD:
        return None
    each, rest = divmod(width, count)
    if not rest and each > 1 and len(repeated) == width and [*repeated] == [*repeated[:each]] * count:
        return [column // each for column in range(width)]
    best: list[tuple[float, list[int]]] = []
    for tried, spans in enumerate(_partitions(count, width, *held)):
        if tried > _MOST_WAYS:
            return None
        cost = sum(_off(word, found[first][0], found[last][1]) for word, (first, last) in zip(over, spans, strict=True))
        way = _spread(spans, width)
        best.append((cost + _SKIPPED * way.count(-1), way))
    best.sort(key=lambda way: way[0])
    if not best or (len(best) > 1 and best[1][0] - best[0][0] < _CLEAR):
        return None
    return best[0][1]


def _spread(spans: Sequence[tuple[int, int]], width: int) -> list[int]:
    chosen = [-1] * width
    for at, (first, last) in enumerate(spans):
        chosen[first : last + 1] = [at] * (last + 1 - first)
    return chosen


def _partitions(
    count: int, width: int, below: frozenset[int], headed: frozenset[int], start: int = 0
) -> Iterator[tuple[tuple[int, int], ...]]:
    """Return the ways to set headers over columns in order: over one, or over several that have headers `below`.

    A column without a header in this row has to be `headed` in another.
    """
    if count == 0:
        if headed.issuperset(range(start, width)):
            yield ()
        return
    for first in range(start, width - count + 1):
        if not headed.issuperset(range(start, first)):
            break
        for last in range(first, width - count + 1):
            if last > first and not below.issuperset(range(first, last + 1)):
                break
            for rest in _partitions(count - 1, width, below, headed, last + 1):
                yield ((first, last), *rest)
