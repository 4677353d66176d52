"""Lines of print to columns, tables and paragraphs; thresholds are in units of the type size."""

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hakusho.read.pdf_lines import LATIN, PrintedLine

# What parts two columns of prose, and how many lines each must have.
_COLUMN_GAP = 0.7
_LEAST_LINES = 4
_PARAGRAPH_GAP = 1.25
_INDENT = 0.6
_SHORT = 1.6
_RAGGED = 4.0
_CLOSED = re.compile("[。．！？!?」』）)：:]$")
_LEAST_ROWS = 3
_WORD = re.compile("[!-~、。）」』，．]+|[（「『][!-~]*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that read as one; `indented` tells of the first, `full` whether the last reaches the edge."""

    text: str
    lines: tuple[PrintedLine, ...]
    indented: bool
    full: bool
    # (row, column, text) of each cell, where the lines are rows of a table without rules.
    rows: tuple[tuple[int, int, str], ...] = ()

    @property
    def size(self) -> float:
        return statistics.median(line.size for line in self.lines)


# --- order and columns ---------------------------------------------------------------------------------------


def reading_order(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """Return the regions of a page in reading order: columns from left to right, else from top to bottom."""
    if len(lines) < 2 * _LEAST_LINES:
        return [_downwards(lines)] if lines else []
    gutter = _gutter(lines)
    if gutter is None:
        return [_downwards(lines)]
    return _by_gutter(lines, gutter)


def _downwards(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    return sorted(lines, key=lambda line: (round(line.middle / max(1.0, line.size * 0.6)), line.x0))


def _gutter(lines: Sequence[PrintedLine]) -> float | None:
    """Return the x that parts two columns: few lines cross it, and prose stands on either side."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    width, size = right - left, statistics.median(line.size for line in lines)
    best: tuple[int, float] | None = None
    for x in sorted({line.x0 for line in lines}):
        edge = x - _COLUMN_GAP * size / 2
        if not left + 0.25 * width < edge < left + 0.75 * width:
            continue
        before = [line for line in lines if line.x1 <= edge]
        behind = [line for line in lines if line.x0 >= edge]
        crossing = len(lines) - len(before) - len(behind)
        if _is_column(before, edge - left) and _is_column(behind, right - edge) and crossing * 4 <= len(lines):
            if best is None or crossing < best[0]:
                best = (crossing, edge)
    return best[1] if best else None


def _is_column(lines: Sequence[PrintedLine], width: float) -> bool:
    """Prose fills its column; labels and figures of a table do not."""
    full = [line for line in lines if line.x1 - line.x0 > 0.7 * width]
    return len(lines) >= _LEAST_LINES and len(full) * 2 >= len(lines)


def _by_gutter(lines: Sequence[PrintedLine], gutter: float) -> list[list[PrintedLine]]:
    """Lines across both columns part the page into bands; in each, the left column comes first."""
    bands: list[list[list[PrintedLine]]] = [[[], []]]
    regions: list[list[PrintedLine]] = []
    for line in _downwards(lines):
        if line.x0 < gutter < line.x1:
            regions += [side for side in bands[-1] if side]
            bands.append([[], []])
            regions.append([line])
        else:
            bands[-1][line.x0 >= gutter].append(line)
    return regions + [side for side in bands[-1] if side]


# --- paragraphs ----------------------------------------------------------------------------------------------


def paragraphs(lines: Sequence[PrintedLine]) -> list[Paragraph]:
    """Return the paragraphs of a region: parted by indents, short last lines, gaps and changes of size."""
    if not lines:
        return []
    found: list[Paragraph] = []
    prose: list[PrintedLine] = []
    for rows in _rows(lines):
        if len(rows) > 1:
            found += _prose(prose, lines)
            prose = []
            found.append(_unruled(rows))
        else:
            prose.append(_one_line(rows[0]))
    return found + _prose(prose, lines)


def _rows(lines: Sequence[PrintedLine]) -> list[list[list[PrintedLine]]]:
    """Return the rows of print in groups: those of a table without rules together, each other one by itself."""
    rows: list[list[PrintedLine]] = []
    for line in lines:
        if rows and abs(rows[-1][0].middle - line.middle) < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    groups: list[list[list[PrintedLine]]] = []
    for row in rows:
        if groups and len(row) > 1 and len(groups[-1][0]) > 1:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [part for group in groups for part in ([group] if len(group) >= _LEAST_ROWS else [[row] for row in group])]


def _one_line(row: Sequence[PrintedLine]) -> PrintedLine:
    """Put the pieces of a row together that is no table's: justification may have spread it, character by character."""
    spread = sum(len(piece.text) == 1 for piece in row) * 2 >= len(row) > 2
    return PrintedLine(
        ("" if spread else "　").join(piece.text for piece in row),
        row[0].x0,
        min(piece.y0 for piece in row),
        max(piece.x1 for piece in row),
        max(piece.y1 for piece in row),
        max(piece.size for piece in row),
    )


def _unruled(rows: Sequence[Sequence[PrintedLine]]) -> Paragraph:
    """Return a table whose columns begin where its cells do."""
    size = rows[0][0].size
    edges: list[float] = []
    for x in sorted(line.x0 for row in rows for line in row):
        if not edges or x - edges[-1] > size:
            edges.append(x)
    cells = tuple(
        (number, max(i for i, edge in enumerate(edges) if edge <= line.x0), line.text)
        for number, row in enumerate(rows)
        for line in row
    )
    return Paragraph("", tuple(line for row in rows for line in row), False, False, cells)


def _prose(lines: Sequence[PrintedLine], region: Sequence[PrintedLine]) -> list[Paragraph]:
    if not lines:
        return []
    left = _usual_left(region)
    right = _usual_right(region)
    leading = _leading(region)
    groups: list[list[PrintedLine]] = []
    for line in lines:
        if groups and not _begins(groups[-1][-1], line, left, right, leading):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group, left, right) for group in groups]


def _usual_left(lines: Sequence[PrintedLine]) -> float:
    places = Counter(round(line.x0 / 2) * 2 for line in lines)
    most = max(places.values())
    return float(min(place for place, count in places.items() if count * 3 >= most))


def _usual_right(lines: Sequence[PrintedLine]) -> float:
    """Return where full lines end; a long address may run further."""
    return sorted(line.x1 for line in lines)[int(0.9 * (len(lines) - 1))]


def _leading(lines: Sequence[PrintedLine]) -> float:
    steps = [two.middle - one.middle for one, two in zip(lines, lines[1:], strict=False) if two.middle > one.middle + 1]
    return statistics.median_low(steps) if steps else 0.0


def _begins(last: PrintedLine, line: PrintedLine, left: float, right: float, leading: float) -> bool:
    size = max(last.size, line.size)
    if abs(last.size - line.size) > 0.12 * size or line.middle <= last.middle - size * 0.5:
        return True
    if leading and line.middle - last.middle > _PARAGRAPH_GAP * leading + 1:
        return True
    if line.text[:1] in "　" or line.x0 > left + _INDENT * size + 1 > last.x0 + _INDENT * size / 2:
        return line.x0 > last.x0 + _INDENT * size or line.text[:1] == "　"
    # A line that ends in mid-sentence leaves what the rules of line breaking leave.
    room = _SHORT if _CLOSED.search(last.text) else _RAGGED
    return last.x1 + _unbreakable(line) < right - room * size - 1


def _unbreakable(line: PrintedLine) -> float:
    """Return the room that a line's first word takes: a word of Latin letters goes to the next line whole."""
    word = _WORD.match(line.text)
    return sum(0.55 if character.isascii() else 1.0 for character in word.group()) * line.size if word else 0.0


def _paragraph(lines: Sequence[PrintedLine], left: float, right: float) -> Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        spaced = LATIN.match(text[-1:]) and re.match("[A-Za-z(]", line.text)
        text += (" " if spaced else "") + line.text
    first, last = lines[0], lines[-1]
    indented = first.x0 > left + _INDENT * first.size or first.text.startswith("　")
    return Paragraph(text, tuple(lines), indented, last.x1 >= right - _SHORT * last.size - 1)
