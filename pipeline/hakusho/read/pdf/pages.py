"""One page of a PDF: its lines, ruled tables, frames and pictures, and what was not read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from operator import itemgetter
from typing import Any

from hakusho.read.pages import GridCell
from hakusho.read.pdf.axes import charts
from hakusho.read.pdf.directions import is_vertical, main_angle, parted, turned, turned_box, upright
from hakusho.read.pdf.drawings import drawings
from hakusho.read.pdf.glyphs import Face, Frame, Glyph, Letters, frame_of, letters_of
from hakusho.read.pdf.lines import printed_lines
from hakusho.read.pdf.open_tables import OpenTable, open_tables
from hakusho.read.pdf.paragraphs import join_lines
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.shapes import Box, Shapes, shapes_of
from hakusho.read.pdf.tables import Grid, find_grids
from hakusho.read.pdf.wrapped import wrapped_tables

_NOWHERE = Box(0, 0, 0, 0)
# Letters of one word are so near, in sizes.
_TOUCHING = 0.05


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table of a page: its box, the edges of its columns and its cells."""

    box: Box
    columns: tuple[float, ...]
    cells: tuple[GridCell, ...]
    # From where to where its columns reach.
    spans: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was printed, lines upright; `rotation` is how far it was turned for that, in degrees."""

    number: int
    width: float
    height: float
    lines: tuple[PrintedLine, ...]
    tables: tuple[Table, ...]
    frames: tuple[Box, ...]
    rules: tuple[Box, ...]
    pictures: tuple[Box, ...]
    drawings: tuple[Box, ...]
    rotation: int
    vertical: bool
    plain: str
    images: int
    unknown: int
    hidden: int
    frame: Frame

    def shown(self, box: Box) -> Box:
        """Return a box of the page, whose lines were set upright, where it stands as the page is shown."""
        if self.vertical:
            box = Box(self.height - box.y1, box.x0, self.height - box.y0, box.x1)
        angle = (self.rotation - 90 * self.frame.turns) % 360
        if not angle:
            return box
        there = Frame(
            0, 0, *((self.frame.height, self.frame.width) if angle % 180 else (self.frame.width, self.frame.height))
        )
        return Box(*turned_box((360 - angle) % 360, there, box.x0, box.y0, box.x1, box.y1))

    @property
    def characters(self) -> int:
        return len("".join(self.plain.split()))


def read_page(page: Any, number: int) -> Page:
    """Return what stands on an open page; `number` counts from 1."""
    frame = frame_of(page)
    textpage = page.get_textpage()
    letters = letters_of(textpage, frame)
    textpage.close()
    shapes = shapes_of(page, frame)
    angle = main_angle(letters.glyphs, letters.faces)
    glyphs = letters.glyphs if angle == 0 else upright(letters.glyphs, angle, frame)
    width, height = (frame.height, frame.width) if angle % 180 else (frame.width, frame.height)
    if is_vertical(glyphs):
        return _vertical(number, width, height, glyphs, letters, shapes, frame, angle)
    if angle:
        shapes = _turned_shapes(shapes, angle, frame)
    main, others = _by_angle(glyphs, letters.faces, angle)
    tables, lines = _tables_and_lines(main, shapes)
    lines += _other_lines(others)
    drawn = drawings(_outside(shapes.ink, tables), shapes.charted, lines, width, height)
    return Page(
        number,
        width,
        height,
        tuple(lines),
        tuple(tables),
        tuple(shapes.frames),
        tuple(shapes.across),
        tuple(shapes.pictures),
        tuple(charts(lines, shapes.across, drawn)),
        (frame.turns * 90 + angle) % 360,
        False,
        "".join(map(itemgetter(0), glyphs)),
        len(shapes.pictures),
        letters.unknown,
        letters.hidden,
        frame,
    )


def _vertical(
    number: int,
    width: float,
    height: float,
    glyphs: Sequence[Glyph],
    letters: Letters,
    shapes: Shapes,
    frame: Frame,
    angle: int,
) -> Page:
    """Return a page of vertical lines as if they ran from left to right, the first at its head."""
    down, level = parted(glyphs)
    lines = printed_lines([g._replace(y0=g.y0 + width, y1=g.y1 + width) for g in turned(down)])
    for line in printed_lines(level):
        x0, x1, y0, y1 = line.y0, line.y1, width - line.x1, width - line.x0
        lines.append(line._replace(turned=True, x0=x0, y0=y0, x1=x1, y1=y1))
    rules = tuple(Box(box.y0, width - box.x1, box.y1, width - box.x0) for box in shapes.down)
    return Page(
        number,
        height,
        width,
        tuple(lines),
        (),
        (),
        rules,
        (),
        (),
        (frame.turns * 90 + angle) % 360,
        True,
        "".join(map(itemgetter(0), glyphs)),
        len(shapes.pictures),
        letters.unknown,
        letters.hidden,
        frame,
    )


def _turned_shapes(shapes: Shapes, angle: int, frame: Frame) -> Shapes:
    def put(boxes: Sequence[Box]) -> list[Box]:
        return [Box(*turned_box(angle, frame, b.x0, b.y0, b.x1, b.y1)) for b in boxes]

    across, down = put(shapes.across), put(shapes.down)
    if angle % 180:
        across, down = down, across
    kept = (shapes.frames, shapes.fills, shapes.pictures, shapes.ink, shapes.charted)
    return Shapes(across, down, *map(put, kept))


# --- tables ----------------------------------------------------------------------------------------------------


def _by_angle(glyphs: list[Glyph], faces: Iterable[Face], angle: int) -> tuple[list[Glyph], list[Glyph]]:
    """Part the characters that run at the angle of the page from those that run at another."""
    if all(face.angle == angle for face in faces):
        return glyphs, []
    main = [glyph for glyph in glyphs if glyph.face.angle == angle]
    return main, [glyph for glyph in glyphs if glyph.face.angle != angle]


def _tables_and_lines(glyphs: Sequence[Glyph], shapes: Shapes) -> tuple[list[Table], list[PrintedLine]]:
    """Part what stands in the fields of ruled tables from what stands free."""
    grids = find_grids(shapes)
    lines = printed_lines(glyphs, _fields(glyphs, grids) if grids else None)
    tables = []
    first = 1
    for grid in grids:
        inside = [line for line in lines if first <= line.field < first + len(grid.cells)]
        first += len(grid.cells)
        table = _table(grid, inside, first - len(grid.cells))
        if table is not None:
            tables.append(table)
            taken = set(map(id, inside))
            lines = [line for line in lines if id(line) not in taken]
    for tell in (partial(open_tables, across=_between_tables(shapes.across, tables)), wrapped_tables):
        for found in tell(lines):
            tables.append(_open_table(found))
            taken = {id(line) for line in lines if found.box.holds((line.x0 + line.x1) / 2, line.middle)}
            lines = [line for line in lines if id(line) not in taken]
    return tables, lines


def _between_tables(across: Sequence[Box], tables: Sequence[Table]) -> list[Box]:
    """Leave out the rules of the tables that were found."""
    return [rule for rule in across if not any(_holds(table.box, (rule.x0 + rule.x1) / 2, rule.y0) for table in tables)]


def _open_table(found: OpenTable) -> Table:
    cells = tuple(
        GridCell(field.row, field.column, _cell_text(field.lines), field.row < found.heads, field.height, field.width)
        for field in found.fields
    )
    return Table(found.box, found.columns, cells, found.spans)


def _fields(glyphs: Sequence[Glyph], grids: Sequence[Grid]) -> list[int]:
    """Return for each character which field it is in, counted from 1 over all grids; 0 for none."""
    fields = [0] * len(glyphs)
    first = 1
    for grid in grids:
        field, (x0, y0, x1, y1) = 0, _NOWHERE
        left, top, right, foot = grid.box
        for index, (_, begin, head, end, low, _, _) in enumerate(glyphs):
            x, y = (begin + end) / 2, (head + low) / 2
            # Most characters are in the field of the one before.
            if x0 <= x < x1 and y0 <= y < y1:
                fields[index] = first + field
            elif left <= x <= right and top <= y <= foot:
                field = grid.field(x, y)
                fields[index] = first + field
                x0, y0, x1, y1 = grid.cells[field].box
        first += len(grid.cells)
    return _run_over(glyphs, fields)


def _run_over(glyphs: Sequence[Glyph], fields: list[int]) -> list[int]:
    """Put Latin letters that run on over the rule of their field, as long addresses do, into that field."""
    before = 0
    for index, field in enumerate(fields):
        if field != before and before and field and fields[index - 2] == before and _runs_on(glyphs, index):
            fields[index] = before
        before = fields[index]
    return fields


def _runs_on(glyphs: Sequence[Glyph], index: int) -> bool:
    """Return whether a character is a Latin one right behind another."""
    (one, _, y0, x1, _, _, _), (two, x0, y, _, _, face, spaced) = glyphs[index - 1], glyphs[index]
    near = _TOUCHING * face.size
    return not spaced and one.isascii() and two.isascii() and abs(x0 - x1) < near and abs(y - y0) < near


def _table(grid: Grid, lines: Sequence[PrintedLine], first: int) -> Table | None:
    """Return the table of a grid; None where its fields are too empty: a chart's axes, a frame around prose."""
    texts: dict[int, list[PrintedLine]] = {}
    for line in lines:
        texts.setdefault(line.field - first, []).append(line)
    filled = [grid.cells[index] for index in texts]
    rows, columns = {cell.row for cell in filled}, {cell.column for cell in filled}
    if len(rows) < 2 or len(columns) < 2 or len(filled) * 3 < len(grid.cells):
        return None
    heads = _header_rows(grid)
    cells = tuple(
        GridCell(cell.row, cell.column, _cell_text(texts.get(i, [])), cell.row < heads, cell.height, cell.width)
        for i, cell in enumerate(grid.cells)
    )
    return Table(grid.box, grid.columns, cells, tuple(pairwise(grid.columns)))


def _outside(boxes: Sequence[Box], tables: Sequence[Table]) -> list[Box]:
    """Leave out what is drawn in ruled tables."""
    if not tables:
        return list(boxes)
    fields = [Box(box.x0 - 4, box.y0 - 4, box.x1 + 4, box.y1 + 4) for box in (table.box for table in tables)]
    middles = [((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, box) for box in boxes]
    return [box for x, y, box in middles if not any(field.holds(x, y) for field in fields)]


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x0 - 4 <= x <= box.x1 + 4 and box.y0 - 4 <= y <= box.y1 + 4


def _header_rows(grid: Grid) -> int:
    """Return how many rows the header has: as deep as its tallest field, or two where a field spans columns that the
    row below parts."""
    top = [cell for cell in grid.cells if cell.row == 0]
    spans = [cell for cell in top if cell.width > 1 and cell.height == 1]
    tall = max((cell.height for cell in top), default=1)
    if spans and tall > 1:
        return min(tall, len(grid.rows) - 2)
    return 1


def _cell_text(lines: Sequence[PrintedLine]) -> str:
    text = ""
    for line in _levelled(lines):
        text = join_lines(text, line.text) if text else line.text
    return text


def _levelled(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    return sorted(lines, key=lambda line: (round(line.middle / max(1.0, line.size * 0.7)), line.x0))


def _other_lines(glyphs: Sequence[Glyph]) -> list[PrintedLine]:
    """Return the lines that run at another angle, each with the box that it takes on the page."""
    found = []
    for angle in sorted({glyph.face.angle for glyph in glyphs}):
        runs = [glyph for glyph in glyphs if glyph.face.angle == angle]
        found += _turned_lines(runs, angle)
    return found


def _turned_lines(glyphs: Sequence[Glyph], angle: int) -> list[PrintedLine]:
    """Read lines at an angle on a plane of their own, and put their boxes back."""
    plane = Frame(0, 0, 0, 0)
    found = []
    for line in printed_lines(upright(glyphs, angle, plane)):
        x0, y0, x1, y1 = turned_box((360 - angle) % 360, plane, line.x0, line.y0, line.x1, line.y1)
        found.append(line._replace(turned=True, x0=x0, y0=y0, x1=x1, y1=y1))
    return found
