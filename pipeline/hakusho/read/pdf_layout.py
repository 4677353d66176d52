"""The layout of a printed page: characters to lines, columns, paragraphs; thresholds are in units of the type size."""

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

# A gap inside a line: wider ones part the columns of a table or of the page.
_WORD_GAP = 0.12
# The room of a full-width space that the file did not write.
_SPACE_GAP = 0.6
# More than justification spreads Japanese characters.
_THIN_GAP = 0.18
_RUN_GAP = 1.2
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
_LATIN = re.compile("[A-Za-z0-9,;.%)]")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character with its box, in points; y grows downwards."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    # Whether PDFium sees a space before it that the file does not write.
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of print with its box and type size."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that read as one; `open_end` where the last one is full and unfinished, `indented` where the first is."""

    text: str
    lines: tuple[PrintedLine, ...]
    indented: bool
    full: bool
    # (row, column, text) of each cell, where the lines are rows of a table without rules.
    rows: tuple[tuple[int, int, str], ...] = ()

    @property
    def size(self) -> float:
        return statistics.median(line.size for line in self.lines)


def is_vertical(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether a page is set in vertical lines: most characters stand below the one before."""
    below = beside = 0
    for one, two in zip(glyphs, glyphs[1:], strict=False):
        if abs(two.x0 - one.x0) < one.size * 0.5 and 0 < two.y0 - one.y0 < one.size * 2:
            below += 1
        elif abs(two.y0 - one.y0) < one.size * 0.5 and 0 < two.x0 - one.x0 < one.size * 2:
            beside += 1
    return below > 2 * beside and below > 10


def turned(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Turn a vertical page so that its lines run from left to right and follow one another downwards."""
    return [Glyph(g.text, g.y0, -g.x1, g.y1, -g.x0, g.size, g.spaced) for g in glyphs]


def printed_lines(glyphs: Sequence[Glyph]) -> list[PrintedLine]:
    """Give the lines of a page in the order that its characters come; a wide gap begins a new one."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _continues(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return _merged([_line(run) for run in _holes_filled(runs)])


def _holes_filled(runs: list[list[Glyph]]) -> list[list[Glyph]]:
    """Put a sign of another font, which a file may draw after the line, into the hole that the line keeps for it."""
    kept: list[list[Glyph]] = []
    for run in runs:
        host = next((other for other in reversed(kept[-3:]) if len(run) <= 3 and _has_hole(other, run)), None)
        if host is None:
            kept.append(run)
        else:
            host[:] = sorted([*host, *run], key=lambda glyph: glyph.x0)
    return kept


def _has_hole(line: list[Glyph], run: list[Glyph]) -> bool:
    first, last = run[0], run[-1]
    if abs((line[0].y0 + line[0].y1) - (first.y0 + first.y1)) > first.size:
        return False
    return any(one.x1 - 1 <= first.x0 and last.x1 <= two.x0 + 1 for one, two in zip(line, line[1:], strict=False))


def _continues(last: Glyph, glyph: Glyph) -> bool:
    height = max(last.size, glyph.size)
    overlap = min(last.y1, glyph.y1) - max(last.y0, glyph.y0)
    level = overlap > 0.3 * min(last.y1 - last.y0, glyph.y1 - glyph.y0, height)
    return level and -0.6 * height < glyph.x0 - last.x1 < _RUN_GAP * height


def _line(run: Sequence[Glyph]) -> PrintedLine:
    parts = [run[0].text]
    spread = _spread(run)
    for last, glyph in zip(run, run[1:], strict=False):
        parts += [_room(last, glyph, spread), glyph.text]
    size = statistics.median(glyph.size for glyph in run)
    return PrintedLine(
        "".join(parts).strip(),
        min(g.x0 for g in run),
        min(g.y0 for g in run),
        max(g.x1 for g in run),
        max(g.y1 for g in run),
        size,
    )


def _spread(run: Sequence[Glyph]) -> float:
    """Give how far justification moved the Japanese characters of a line apart, in points."""
    gaps = [
        two.x0 - one.x1
        for one, two in zip(run, run[1:], strict=False)
        if not (one.text.isascii() or two.text.isascii() or one.text.isspace() or two.text.isspace())
    ]
    return max(0.0, statistics.median(gaps)) if gaps else 0.0


def _room(last: Glyph, glyph: Glyph, spread: float) -> str:
    """Give the space that a gap between two characters stands for, beyond what the line is spread by."""
    gap = (glyph.x0 - last.x1 - spread) / max(last.size, glyph.size)
    if last.text.isspace() or glyph.text.isspace():
        return ""
    latin = bool(_LATIN.match(last.text)) + bool(_LATIN.match(glyph.text))
    if latin == 2:
        return " " if gap > _WORD_GAP else ""
    if latin == 1 and gap <= _SPACE_GAP:
        # Typesetters leave a quarter of an em between Japanese and Latin.
        return ""
    if gap > _SPACE_GAP:
        return "　"
    return " " if glyph.spaced and gap > _THIN_GAP else ""


def _beside(last: PrintedLine, line: PrintedLine) -> bool:
    """Tell whether a piece of print goes on a line: raised marks stand higher, and their boxes may be large."""
    size = max(last.size, line.size)
    raised = min(len(last.text), len(line.text)) <= 3
    near = abs(last.middle - line.middle) < (1.0 if raised else 0.7) * size
    return near and -0.5 < (line.x0 - last.x1) / size < _RUN_GAP


def _merged(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Put neighbours on one baseline together, as raised marks and changes of font part them."""
    merged: list[PrintedLine] = []
    for line in lines:
        if not line.text:
            continue
        last = merged[-1] if merged else None
        if last is not None and _beside(last, line):
            gap = " " if line.x0 - last.x1 > last.size and not line.text.startswith(" ") else ""
            # A raised mark does not move the line that it is on.
            body = max(last, line, key=lambda piece: len(piece.text))
            merged[-1] = PrintedLine(last.text + gap + line.text, last.x0, body.y0, line.x1, body.y1, body.size)
        else:
            merged.append(line)
    return merged


# --- order and columns ---------------------------------------------------------------------------------------


def reading_order(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """Give the regions of a page in reading order: columns from left to right, else from top to bottom."""
    if len(lines) < 2 * _LEAST_LINES:
        return [_downwards(lines)] if lines else []
    gutter = _gutter(lines)
    if gutter is None:
        return [_downwards(lines)]
    return _by_gutter(lines, gutter)


def _downwards(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    return sorted(lines, key=lambda line: (round(line.middle / max(1.0, line.size * 0.6)), line.x0))


def _gutter(lines: Sequence[PrintedLine]) -> float | None:
    """Give the x that parts two columns: few lines cross it, and prose stands on either side."""
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
    """Give the paragraphs of a region: parted by indents, short last lines, gaps and changes of size."""
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
    """Give the rows of print in groups: those of a table without rules together, each other one by itself."""
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
    """Give a table whose columns begin where its cells do."""
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
    """Give where full lines end; a long address may run further."""
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
    """Give the room that a line's first word takes: a word of Latin letters goes to the next line whole."""
    word = _WORD.match(line.text)
    return sum(0.55 if character.isascii() else 1.0 for character in word.group()) * line.size if word else 0.0


def _paragraph(lines: Sequence[PrintedLine], left: float, right: float) -> Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        spaced = _LATIN.match(text[-1:]) and re.match("[A-Za-z(]", line.text)
        text += (" " if spaced else "") + line.text
    first, last = lines[0], lines[-1]
    indented = first.x0 > left + _INDENT * first.size or first.text.startswith("　")
    return Paragraph(text, tuple(lines), indented, last.x1 >= right - _SHORT * last.size - 1)
