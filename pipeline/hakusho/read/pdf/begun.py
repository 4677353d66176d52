"""A table without rules that begins at the foot of a page, as its names printed again at the head of the next tell."""

from collections.abc import Sequence

from hakusho.read.pdf.heads import is_figure, parted
from hakusho.read.pdf.levels import Level, is_about_table, is_far, levels
from hakusho.read.pdf.pages import Table
from hakusho.read.pdf.pdf_rules import PROSE
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.shapes import Box
from hakusho.read.pdf.unruled import unruled

# What stands above the foot of a page in so many lines may be such a table's; a name is no longer than this.
_MOST, _NAME = 8, 20
# Lines so near one another, in sizes, stand side by side.
_SAME = 0.45


def begun_at_foot(
    lines: Sequence[PrintedLine], behind: Sequence[PrintedLine], tables: Sequence[Table]
) -> tuple[Table, set[int]] | None:
    """Return the table at the foot of a page, and the ids of its lines, whose names the next page begins with: in its
    lines, `behind`, or `tables`."""
    names = _names(behind, tables)
    if not names or not any(line.text == names[0] for line in lines):
        return None
    held = levels(lines)
    at = next((n for n in range(len(held) - 1, max(0, len(held) - _MOST) - 1, -1) if _alike(held[n], names)), None)
    if at is None:
        return None
    rows = [sorted(held[at], key=lambda line: line.x0)]
    for level in held[at + 1 :]:
        if is_far(rows[-1], level) or is_about_table(level) or any(PROSE.search(line.text) for line in level):
            break
        rows.append(sorted(level, key=lambda line: line.x0))
    table = unruled([[piece for line in row for piece in parted(line)] for row in rows], least=1)
    if not table.columns:
        return None
    inside = [line for row in rows for line in row]
    box = Box(min(p.x0 for p in inside), rows[0][0].y0, max(p.x1 for p in inside), max(p.y1 for p in inside))
    columns = tuple(x0 for x0, _ in table.columns)
    return Table(box, columns, table.cells, table.columns), {id(line) for line in inside}


def _names(lines: Sequence[PrintedLine], tables: Sequence[Table]) -> list[str]:
    """Return the first texts of a page, where they may be the names of a table's columns."""
    first = min(lines, key=lambda line: line.middle, default=None)
    table = min(tables, key=lambda table: table.box.y0, default=None)
    if table is not None and (first is None or table.box.y0 < first.y0):
        names = [cell.text for cell in table.cells if cell.row == 0 and cell.header]
    elif first is not None and len(first.text) <= _NAME:
        level = [line for line in lines if line.middle - first.middle < _SAME * first.size]
        names = [line.text for line in sorted(level, key=lambda line: line.x0)]
        names = [] if any(map(is_figure, level)) else names
    else:
        return []
    fit = all(len(name) <= _NAME and not PROSE.search(name) for name in names)
    return names if fit and len(names) > 1 else []


def _alike(level: Level, names: Sequence[str]) -> bool:
    return [line.text for line in sorted(level, key=lambda line: line.x0)] == names
