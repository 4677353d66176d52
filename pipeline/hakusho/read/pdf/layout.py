"""From the pages of a PDF, as printed, to items in the order in which they are read."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hakusho.read.pdf.begun import begun_at_foot
from hakusho.read.pdf.columns import Region as Column
from hakusho.read.pdf.columns import reading_order
from hakusho.read.pdf.continued import cells_of, rows_that_go_on
from hakusho.read.pdf.drawings import in_drawing
from hakusho.read.pdf.figures import captioned, figures_labelled
from hakusho.read.pdf.frames import Piece, in_frames
from hakusho.read.pdf.furniture import furniture
from hakusho.read.pdf.items import Item
from hakusho.read.pdf.joining import NO_TEXT, joined, tables_joined, titled
from hakusho.read.pdf.measure import size_of_most
from hakusho.read.pdf.notes import foot_notes
from hakusho.read.pdf.pages import Page, Table
from hakusho.read.pdf.paragraphs import Paragraph, paragraphs
from hakusho.read.pdf.pdf_rules import CAPTION, HANGING, OPENING
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.shapes import Box
from hakusho.records import Print, Region

# So few lines do not tell where full ones end.
_FEW_LINES = 5
# A smaller picture, in points, is an ornament; a page of so many is a drawing.
_LEAST_PICTURE, _MOST_PICTURES = 24, 100
# How far in text hangs under a label, in sizes; what hangs further in hangs under a title, too.
_HANGING = (0.5, 4.5)


@dataclass(frozen=True, slots=True)
class Layout:
    """The items of a document in reading order, and how many columns each page has."""

    items: list[Item]
    columns: dict[int, int]
    # The same before what pages tear was put together.
    pieces: list[Item]


def layout(pages: Sequence[Page]) -> Layout:
    """Return what stands on pages in the order in which it is read."""
    body = body_size(pages)
    taken = furniture(pages, body)
    items: list[Item] = []
    columns: dict[int, int] = {}
    lines_of = [[line for line in page.lines if id(line) not in taken[page.number]] for page in pages]
    for at, (page, free) in enumerate(zip(pages, lines_of, strict=True), 1):
        heads = [line for line in page.lines if id(line) in taken[page.number]]
        items += [Item(Region.RUNNING_HEAD, line.text, page.number, box=_box((line,))) for line in heads]
        items += _ruby(heads, page)
        if more := _rows_at_head(items, page, free):
            items.append(more[0])
            free = [line for line in free if id(line) not in more[1]]
        if at < len(pages) and (begun := begun_at_foot(free, lines_of[at], pages[at].tables)):
            page = replace(page, tables=(*page.tables, begun[0]))
            free = [line for line in free if id(line) not in begun[1]]
        regions, notes = _regions(page, free, body)
        columns[page.number] = _columns(regions)
        found = titled([item for region in regions for item in _region_items(region, page, body)])
        items += [*captioned(figures_labelled(found, body), _empty(page, free), _shown(page), body), *notes]
    return Layout(joined(tables_joined(items), body), columns, items)


def _rows_at_head(items: Sequence[Item], page: Page, lines: Sequence[PrintedLine]) -> tuple[Item, set[int]] | None:
    """Return what a page adds at its head to the table that the page before ends in, with the ids of its lines."""
    last = next((item for item in reversed(items) if item.kind not in NO_TEXT), None)
    if last is None or last.kind is not Region.TABLE or last.page != page.number - 1 or page.vertical:
        return None
    top = min((table.box.y0 for table in page.tables), default=page.height)
    names = {cell.text for cell in last.cells if cell.header} if any(c.header and c.row for c in last.cells) else set()
    rows = rows_that_go_on([line for line in lines if line.middle < top], last.spans, page.rules, names)
    held = [line for row in rows for lines in row.values() for line in lines]
    if not held:
        return None
    box = _box(held)
    taken = {id(line) for line in lines if box.holds((line.x0 + line.x1) / 2, line.middle)}
    made = Item(
        Region.TABLE,
        "",
        page.number,
        cells=cells_of(rows),
        columns=last.columns,
        box=box,
        spans=last.spans,
        goes_on=True,
    )
    return made, taken


def body_size(pages: Sequence[Page]) -> float:
    """Return the size that most characters of a document are printed in, in points."""
    return size_of_most([line for page in pages for line in page.lines if len(line.text) > 5], 10.0)


def _regions(page: Page, lines: Sequence[PrintedLine], body: float) -> tuple[list[Column], list[Item]]:
    free, notes = foot_notes(lines, page.rules, body, page.width, page.height)
    pieces = [Piece(_ink(line), line) for line in free]
    pieces += [Piece(table.box, table=number) for number, table in enumerate(page.tables)]
    pieces += [Piece(box) for box in page.pictures if _is_figure(box, pieces, page)]
    pieces = _with_drawings(pieces, page)
    frames = [box for box in page.frames if not any(_covers(table, box) for table in page.tables)]
    whole = Box(0, 0, page.width, page.height)
    size = size_of_most(free, body)
    regions = reading_order(in_frames(pieces, frames, whole), size)
    found = []
    for note in notes:
        found.append(Item(Region.FOOTNOTE, note.text, page.number, _facts(note.lines, 0.0, note.lines[0].x0, 0.0)))
        found += _ruby(note.lines, page)
    return regions, found


def _with_drawings(pieces: Sequence[Piece], page: Page) -> list[Piece]:
    """Put the labels of each drawing into one piece."""
    pieces = list(pieces)
    for box in page.drawings:
        labels = [p for p in pieces if p.line and not CAPTION.match(p.line.text) and in_drawing(p.line, box)]
        if labels:
            taken = set(map(id, labels))
            pieces = [piece for piece in pieces if id(piece) not in taken]
            pieces.append(Piece(box, inside=tuple(labels), drawn=True))
    return pieces


def _ink(line: PrintedLine) -> Box:
    """Return the box of a line without the empty half of the signs at its ends, which may hang over its column."""
    left = 0.5 * line.size if OPENING.match(line.text) else 0.0
    right = 0.9 * line.size if line.text[-1:] in HANGING else 0.0
    wide = line.width > 4 * line.size
    return Box(line.x0 + left * wide, line.y0, line.x1 - right * wide, line.y1)


def _shown(page: Page) -> list[Box]:
    return [*page.drawings, *page.pictures, *(table.box for table in page.tables)]


def _empty(page: Page, lines: Sequence[PrintedLine]) -> list[Box]:
    """Return the pictures of a page, and the areas in which nothing is printed."""
    wide = [box for box in (*page.pictures, *page.frames) if min(box.width, box.height) >= _LEAST_PICTURE]
    places = [((line.x0 + line.x1) / 2, line.middle) for line in lines]
    return [box for box in wide if not any(box.holds(x, y) for x, y in places)] if len(wide) < _MOST_PICTURES else []


def _is_figure(box: Box, pieces: Sequence[Piece], page: Page) -> bool:
    """A picture with text upon it is a background; a small one an ornament."""
    if box.area > 0.5 * page.width * page.height or min(box.width, box.height) < _LEAST_PICTURE:
        return False
    return not any(box.holds((p.box.x0 + p.box.x1) / 2, (p.box.y0 + p.box.y1) / 2) for p in pieces)


def _covers(table: Table, box: Box) -> bool:
    t = table.box
    return t.x0 - 4 <= box.x0 and box.x1 <= t.x1 + 4 and t.y0 - 4 <= box.y0 and box.y1 <= t.y1 + 4


def _columns(regions: Sequence[Column]) -> int:
    """Return how many columns of text are next to one another."""
    spans = [(r.x0, r.x1) for r in regions if sum(len(p.line.text) for p in r.pieces if p.line) > 40]
    return _beside(spans)


def _beside(spans: Sequence[tuple[float, float]]) -> int:
    count, edge = 0, float("-inf")
    for x0, x1 in sorted(spans, key=lambda span: span[1]):
        if x0 >= edge:
            count, edge = count + 1, x1
    return max(1, count)


def _region_items(region: Column, page: Page, body: float) -> Iterator[Item]:
    """Yield a region's paragraphs and tables in order."""
    if region.drawn:
        for label in (piece.line for piece in region.pieces if piece.line is not None):
            yield Item(Region.FIGURE, label.text, page.number, box=_box((label,)))
            yield from _ruby([label], page)
        return
    lines: list[PrintedLine] = []
    first = True
    pictures = [piece.box for piece in region.pieces if piece.is_picture]
    kept: list[Piece | None] = [piece for piece in region.pieces if not piece.is_picture]
    for piece in [*kept, None]:
        if piece is not None and piece.line is not None:
            lines.append(piece.line)
            continue
        right = region.x1 if region.framed or len(lines) <= _FEW_LINES else 0.0
        for part in paragraphs(lines, right, pictures, body):
            yield from _items_of(part, region, page, first)
            first = False
        lines = []
        if piece is not None and piece.table >= 0:
            table = page.tables[piece.table]
            yield Item(
                Region.TABLE,
                "",
                page.number,
                cells=table.cells,
                columns=table.columns,
                box=table.box,
                spans=table.spans,
            )


def _items_of(part: Paragraph, region: Column, page: Page, first: bool) -> Iterator[Item]:
    if part.table is not None:
        columns = tuple(x0 for x0, _ in part.table.columns)
        cells, box = part.table.cells, _box(part.lines)
        spans = part.table.columns
        yield Item(
            Region.TABLE, "", page.number, cells=cells, ruled=bool(columns), columns=columns, box=box, spans=spans
        )
    else:
        facts = _facts(part.lines, part.gap, region.x0, region.x1, part.indented, region.framed)
        lines = part.lines
        yield Item(
            Region.BODY,
            part.text,
            page.number,
            facts,
            part.full,
            first,
            first_x=lines[0].x0,
            last_x=lines[-1].x0,
            first_y=lines[0].y0,
            last_y=lines[-1].y0,
            opening=lines[0].x0 - lines[1].x0 if len(lines) > 1 else 0.0,
            last_page=page.number,
        )
    yield from _ruby(part.lines, page)


def _ruby(lines: Sequence[PrintedLine], page: Page) -> Iterator[Item]:
    for line in lines:
        for ruby in line.ruby:
            yield Item(Region.RUBY, ruby, page.number)


def _box(lines: Sequence[PrintedLine]) -> Box:
    _, lefts, tops, rights, feet, *_ = zip(*lines, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(feet))


def _facts(
    lines: Sequence[PrintedLine],
    gap: float,
    left: float,
    right: float,
    indented: bool = False,
    framed: bool = False,
) -> Print:
    length = sum(len(line.text) for line in lines)
    box = _box(lines)
    return Print(
        statistics.median(line.size for line in lines),
        2 * sum(len(line.text) for line in lines if line.bold) > length,
        2 * sum(len(line.text) for line in lines if line.gothic) > length,
        len(lines),
        gap,
        (round(box.x0, 1), round(box.y0, 1), round(box.x1, 1), round(box.y1, 1)),
        round(left, 1),
        round(right, 1),
        indented,
        framed,
        tail=lines[-1].tail,
        hanging=len(lines) > 1 and _HANGING[0] < (lines[1].x0 - lines[0].x0) / lines[0].size < _HANGING[1],
        weight=max(lines, key=lambda line: len(line.text)).weight,
    )
