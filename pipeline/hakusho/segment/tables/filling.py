"""What a row of a table leaves to the row above: ditto marks, blank labels, figures in brackets, cells that go on."""

import re
from collections.abc import Collection, Sequence

from hakusho.segment.tables import table_rules as rules
from hakusho.segment.tables.rivers import Placed, Word, is_value

DITTO = re.compile(rules.DITTO)
LABEL_DITTO = re.compile(rules.LABEL_DITTO)


def fill_down(placed: Placed, text: str, own: Collection[tuple[int, int]] = ()) -> None:
    """Give ditto marks the cell above, and the blank labels of a merged one the label above, but for those in `own`."""
    for index in range(placed.headers + 1, len(placed.grid)):
        row, above = placed.grid[index], placed.grid[index - 1]
        bracketed = _is_bracketed(row, placed.labels, text)
        for column, word in enumerate(row):
            printed = text[word.span.slice] if word else ""
            marks = LABEL_DITTO if column < placed.labels else DITTO
            blank = word is None and column < placed.labels - 1 and any(row[column + 1 : placed.labels])
            blank = blank or (word is None and column < placed.labels and bracketed)
            blank = blank and (index, column) not in own
            if column < len(above) and above[column] is not None and (blank or (word and marks.match(printed))):
                row[column] = above[column]
                placed.filled.add((index, column))


def _is_bracketed(row: Sequence[Word | None], labels: int, text: str) -> bool:
    """Return whether a row holds nothing but figures in brackets: they are part of those above."""
    printed = [text[word.span.slice] for word in row if word]
    return not any(row[:labels]) and all(rules.BRACKETED_FIGURE.match(cell) for cell in printed)


def doubtful(placed: Placed, text: str) -> dict[int, str]:
    """Return a comment for each row whose cells cannot be told from those of its neighbours."""
    found = dict.fromkeys(_cut_labels(placed), rules.LABEL_GOES_ON)
    for index in range(placed.headers, len(placed.grid)):
        row = placed.grid[index]
        cells = [text[word.span.slice] if word else "" for word in row]
        above = placed.grid[index - 1] if index > placed.headers else []
        if any(_holds_several(cell) for cell in cells[placed.labels :]):
            found[index] = rules.SEVERAL_IN_ONE
        elif above and (_goes_on(above, row, placed, index, text) or _is_half(row, placed, index, text)):
            found[index] = rules.GOES_ON
        elif _label_goes_on(cells, last=index + 1 == len(placed.grid)):
            found[index] = rules.LABEL_GOES_ON
    return found


def _cut_labels(placed: Placed) -> list[int]:
    """Return the rows of a lone label that may go on in the row below: it is either so, or heads a group of rows.

    Where each has one row set in below it, it may be cut; so may one as wide as any label, with none set in.
    """
    rows = placed.grid
    alone = [i for i in range(placed.headers, len(rows) - 1) if rows[i][0] is not None and not any(rows[i][1:])]
    set_in = {index: _set_in_below(rows, index) for index in alone}
    one_each = all(count <= 1 for count in set_in.values())
    whole = [row[0].right for row in rows[placed.headers :] if row[0] is not None and any(row[1:])]
    widest = max(whole, default=0)
    return [i for i in alone if (set_in[i] == 1 and one_each) or (not set_in[i] and _right(rows[i]) >= widest)]


def _right(row: Sequence[Word | None]) -> int:
    return row[0].right if row[0] is not None else 0


def _set_in_below(rows: Sequence[Sequence[Word | None]], index: int) -> int:
    """Return how many rows below one begin further in than it."""
    first, count = rows[index][0], 0
    for row in rows[index + 1 :]:
        if first is None or row[0] is None or row[0].left <= first.left or count > 1:
            break
        count += 1
    return count


def _holds_several(cell: str) -> bool:
    parts = re.split("[ 　]+", cell)
    return len(parts) > 1 and all(map(is_value, parts))


def _label_goes_on(cells: Sequence[str], *, last: bool) -> bool:
    """A label that ends as no name does, alone in its row or at the foot of the table."""
    return (last or not any(cells[1:])) and bool(rules.UNFINISHED_LABEL.search(cells[0]))


def _is_half(row: Sequence[Word | None], placed: Placed, index: int, text: str) -> bool:
    """Words in two columns and no figure, where the rows beside it have figures: the second line of wrapped cells."""
    own = [column for column, word in enumerate(row) if word and (index, column) not in placed.filled]
    if len(own) < rules.FEWEST_ROWS or 0 not in own or any(is_value(text[row[c].span.slice]) for c in own if row[c]):  # type: ignore[union-attr]
        return False
    body = [other for at, other in enumerate(placed.grid) if at >= placed.headers and at != index]
    blank = [column for column in range(len(row)) if row[column] is None]
    return any(sum(_has_figure(other, column, text) for other in body) * 2 >= len(body) > 0 for column in blank)


def _has_figure(row: Sequence[Word | None], column: int, text: str) -> bool:
    word = row[column] if column < len(row) else None
    return word is not None and is_value(text[word.span.slice])


def _goes_on(above: Sequence[Word | None], row: Sequence[Word | None], placed: Placed, index: int, text: str) -> bool:
    """Words without a figure, the first label blank, below a row whose figures have nothing under them."""
    if row[0] is not None and (index, 0) not in placed.filled:
        return False
    figures = [column for column, word in enumerate(above) if column and word and is_value(text[word.span.slice])]
    own = [word for column, word in enumerate(row) if word and (index, column) not in placed.filled]
    blank = not any(row[column] for column in figures if column < len(row))
    return bool(figures) and bool(own) and blank and not any(is_value(text[word.span.slice]) for word in own)
