"""Numbered titles in a column of their own, beside the text that they head: 第1条（目的） | この規約は…"""

from collections.abc import Sequence

from hakusho.read.pdf.pdf_rules import FIGURE_TITLE, PROSE, SIDE_TITLE, SOURCE
from hakusho.read.pdf.printed import PrintedLine

# How far a line may begin off its column, in sizes, and how many characters of text stand beside a title.
_NEAR = 0.6
_LEAST_TEXT = 15
_LEAST = 2
# How far from the text beside it the title or source of a figure stands, in sizes.
_FAR = 2.0

Row = list[PrintedLine]


def titles_apart(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a region in which titles stand before the text that was beside them, each line for itself."""
    if sum(_is_titled(row) for row in rows) < _LEAST:
        return list(rows)
    put: list[Row] = []
    index = 0
    while index < len(rows):
        row = rows[index]
        index += 1
        if not _is_titled(row):
            put.append(row)
            continue
        titles, texts = [row[0]], [row[1]]
        while index < len(rows) and _goes_on(rows[index], row):
            *left, text = rows[index]
            titles += left
            texts.append(text)
            index += 1
        put += [[_one(titles)], *([line] for line in texts)]
    return put


def sources_apart(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a region with the title or source of a figure, which stands level with text beside it, for
    itself."""
    return [part for row in rows for part in ([[row[0]], [row[1]]] if _is_beside_figure(row) else [row])]


def _is_beside_figure(row: Row) -> bool:
    if len(row) != 2 or row[1].x0 - row[0].x1 <= _FAR * row[0].size:
        return False
    text, other = row
    if FIGURE_TITLE.fullmatch(other.text):
        return not FIGURE_TITLE.fullmatch(text.text)
    return len(text.text) >= _LEAST_TEXT and bool(PROSE.search(text.text) and SOURCE.match(other.text))


def _one(titles: Sequence[PrintedLine]) -> PrintedLine:
    """Put the lines of a title together that its narrow column breaks."""
    text, x1 = "".join(line.text for line in titles), max(line.x1 for line in titles)
    return titles[0]._replace(text=text, x1=x1)


def _is_titled(row: Row) -> bool:
    if len(row) != 2:
        return False
    title, text = row
    prose = len(text.text) >= _LEAST_TEXT and bool(PROSE.search(text.text))
    return prose and bool(SIDE_TITLE.fullmatch(title.text))


def _goes_on(row: Row, first: Row) -> bool:
    """Return whether a row goes on with the text beside a title, and perhaps with the title."""
    title, text = first
    near = _NEAR * text.size
    if abs(row[-1].x0 - text.x0) > near or len(row) > 2 or row[-1].middle - text.middle > 40 * text.size:
        return False
    beside = len(row) == 2 and not SIDE_TITLE.fullmatch(row[0].text) and row[0].x0 > title.x0 - near
    return len(row) == 1 or beside
