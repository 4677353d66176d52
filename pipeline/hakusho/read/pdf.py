"""PDF to blocks: characters, boxes and drawings by PDFium, the rest from the layout of the pages.

Nothing in a PDF is run or fetched: no JavaScript, no attachment, no link.
"""

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2

from hakusho.read.pages import GridCell, TextBuilder
from hakusho.read.pdf_columns import Piece, in_frames, reading_order
from hakusho.read.pdf_columns import Region as Column
from hakusho.read.pdf_drawings import in_drawing
from hakusho.read.pdf_figures import figures_labelled
from hakusho.read.pdf_fonts import one_font
from hakusho.read.pdf_furniture import furniture
from hakusho.read.pdf_items import Item
from hakusho.read.pdf_lines import PrintedLine
from hakusho.read.pdf_notes import foot_notes
from hakusho.read.pdf_pages import Page, Table, read_page
from hakusho.read.pdf_paragraphs import Paragraph, join_lines, paragraphs
from hakusho.read.pdf_report import page_facts
from hakusho.read.pdf_rules import CAPTION, CHAPTER_NUMBER, CLOSED, HANGING, LABEL, OPENING
from hakusho.read.pdf_shapes import Box
from hakusho.records import Block, PageFacts, Print, Region

# What word processors write where a title should stand: the name of the file.
_NO_TITLE = re.compile(
    r"^(?:Microsoft |untitled|無題|名称未設定|スライド)|\.(?:html?|docx?|xlsx?|pptx?|jtd|txt|pdf|indd?)$", re.IGNORECASE
)


# How far a line may stand off the margin and still be at it, in sizes.
_MARGIN = 0.6


class Unreadable(ValueError):
    """A PDF that gives no text; the message says why."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF says: its text, the blocks that tile it, the title it gives itself and a record for each page."""

    text: str
    blocks: tuple[Block, ...]
    title: str
    pages: tuple[PageFacts, ...]


def read_pdf(data: bytes, most_pages: int) -> PdfText:
    """Return the text of a PDF with its blocks and pages.

    Raises Unreadable for files that are encrypted, damaged, without text, or longer than `most_pages`.
    """
    with one_font():
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise Unreadable(_reason(error)) from None
        try:
            return _text_of(document, most_pages)
        except pypdfium2.PdfiumError as error:
            raise Unreadable(_reason(error)) from None
        finally:
            document.close()


def _reason(error: Exception) -> str:
    text = str(error).lower()
    return "is encrypted" if "password" in text or "security" in text else "is damaged"


def _text_of(document: Any, most_pages: int) -> PdfText:
    count = len(document)
    if count > most_pages:
        raise Unreadable(f"has {count} pages, more than the limit of {most_pages}")
    title = str(document.get_metadata_dict().get("Title") or "").strip()
    pages = list(_pages(document, count))
    laid = layout(pages)
    builder = TextBuilder()
    for item in laid.items:
        if item.kind is Region.TABLE:
            builder.add_table(item.cells, item.page, ruled=item.ruled)
        else:
            builder.add(item.kind, item.text, 0, item.page, item.facts, item.breaks)
    facts = page_facts(pages, count, laid.columns)
    if not any(page.lines or page.tables for page in pages):
        raise Unreadable("has no text layer, only images: a scan that needs OCR")
    return PdfText(builder.text, tuple(builder.blocks), "" if _NO_TITLE.search(title) else title, facts)


def _pages(document: Any, count: int) -> Iterator[Page]:
    for number in range(count):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            continue
        yield read_page(page, number + 1)
        page.close()


# --- pages to items ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Layout:
    """The items of a document in reading order, and how many columns each page has."""

    items: list[Item]
    columns: dict[int, int]


def layout(pages: Sequence[Page]) -> Layout:
    """Return what stands on pages in the order in which it is read."""
    body = body_size(pages)
    taken = furniture(pages, body)
    items: list[Item] = []
    columns: dict[int, int] = {}
    for page in pages:
        heads = [line for line in page.lines if id(line) in taken[page.number]]
        items += [Item(Region.RUNNING_HEAD, line.text, page.number) for line in heads]
        items += _ruby(heads, page)
        regions, notes = _regions(page, [line for line in page.lines if id(line) not in taken[page.number]], body)
        columns[page.number] = _columns(regions)
        found = _titled([item for region in regions for item in _region_items(region, page, body)])
        items += [*figures_labelled(found, body), *notes]
    return Layout(_joined(_tables_joined(items)), columns)


def body_size(pages: Sequence[Page]) -> float:
    """Return the size that most characters of a document are printed in, in points."""
    sizes = [line.size for page in pages for line in page.lines if len(line.text) > 5 for _ in range(len(line.text))]
    return statistics.median(sizes) if sizes else 10.0


def _regions(page: Page, lines: Sequence[PrintedLine], body: float) -> tuple[list[Column], list[Item]]:
    free, notes = foot_notes(lines, page.rules, body, page.width, page.height)
    pieces = [Piece(_ink(line), line) for line in free]
    pieces += [Piece(table.box, table=number) for number, table in enumerate(page.tables)]
    pieces += [Piece(box) for box in page.pictures if _is_figure(box, pieces, page)]
    pieces = _with_drawings(pieces, page)
    frames = [box for box in page.frames if not any(_covers(table, box) for table in page.tables)]
    whole = Box(0, 0, page.width, page.height)
    size = statistics.median(line.size for line in free for _ in line.text) if free else body
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
    """Return the box of a line without the empty half of the signs at its ends, which may hang over the column's edge."""
    left = 0.5 * line.size if OPENING.match(line.text) else 0.0
    right = 0.9 * line.size if line.text[-1:] in HANGING else 0.0
    wide = line.width > 4 * line.size
    return Box(line.x0 + left * wide, line.y0, line.x1 - right * wide, line.y1)


def _is_figure(box: Box, pieces: Sequence[Piece], page: Page) -> bool:
    """A picture with text upon it is a background; a small one an ornament."""
    if box.area > 0.5 * page.width * page.height or min(box.width, box.height) < 24:
        return False
    return not any(box.holds((p.box.x0 + p.box.x1) / 2, (p.box.y0 + p.box.y1) / 2) for p in pieces)


def _covers(table: Table, box: Box) -> bool:
    t = table.box
    return t.x0 - 4 <= box.x0 and box.x1 <= t.x1 + 4 and t.y0 - 4 <= box.y0 and box.y1 <= t.y1 + 4


def _columns(regions: Sequence[Column]) -> int:
    """Return how many columns of text stand beside one another."""
    spans = [(r.x0, r.x1) for r in regions if sum(len(p.line.text) for p in r.pieces if p.line) > 40]
    return _beside(spans)


def _beside(spans: Sequence[tuple[float, float]]) -> int:
    count, edge = 0, float("-inf")
    for x0, x1 in sorted(spans, key=lambda span: span[1]):
        if x0 >= edge:
            count, edge = count + 1, x1
    return max(1, count)


def _region_items(region: Column, page: Page, body: float) -> Iterator[Item]:
    """Give a region's paragraphs and tables in order."""
    if region.drawn:
        for piece in region.pieces:
            if piece.line is not None:
                yield Item(Region.FIGURE, piece.line.text, page.number)
                yield from _ruby([piece.line], page)
        return
    lines: list[PrintedLine] = []
    first = True
    pictures = [piece.box for piece in region.pieces if piece.is_picture]
    for piece in [*(piece for piece in region.pieces if not piece.is_picture), None]:
        if piece is not None and piece.line is not None:
            lines.append(piece.line)
            continue
        for part in paragraphs(lines, region.x1 if region.framed else 0.0, pictures, body):
            yield from _items_of(part, region, page, first)
            first = False
        lines = []
        if piece is not None and piece.table >= 0:
            table = page.tables[piece.table]
            yield Item(Region.TABLE, "", page.number, cells=table.cells, columns=table.columns)


def _items_of(part: Paragraph, region: Column, page: Page, first: bool) -> Iterator[Item]:
    if part.rows:
        cells = tuple(GridCell(row, column, text) for row, column, text in part.rows)
        yield Item(Region.TABLE, "", page.number, cells=cells, ruled=False)
    else:
        facts = replace(
            _facts(part.lines, part.gap, region.x0, region.x1), indented=part.indented, framed=region.framed
        )
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


def _facts(lines: Sequence[PrintedLine], gap: float, left: float, right: float) -> Print:
    length = sum(len(line.text) for line in lines)
    box = (
        min(line.x0 for line in lines),
        min(line.y0 for line in lines),
        max(line.x1 for line in lines),
        max(line.y1 for line in lines),
    )
    return Print(
        statistics.median(line.size for line in lines),
        2 * sum(len(line.text) for line in lines if line.bold) > length,
        2 * sum(len(line.text) for line in lines if line.gothic) > length,
        len(lines),
        gap,
        tuple(round(v, 1) for v in box),
        round(left, 1),
        round(right, 1),
        tail=lines[-1].tail,
    )


def _titled(items: Sequence[Item]) -> list[Item]:
    """Put the number of a chapter that stands apart to the title that follows in type of its size."""
    joined: list[Item] = []
    for item in items:
        above = joined[-1] if joined else None
        if above is not None and above.facts and item.facts and _numbers(above, item):
            facts = replace(item.facts, box=above.facts.box[:2] + item.facts.box[2:])
            joined[-1] = replace(item, text=f"{above.text}　{item.text}", facts=facts, first=above.first)
        else:
            joined.append(item)
    return joined


def _numbers(above: Item, item: Item) -> bool:
    assert above.facts is not None and item.facts is not None
    level = above.kind is item.kind is Region.BODY and abs(above.facts.size - item.facts.size) < 0.1 * item.facts.size
    return level and bool(CHAPTER_NUMBER.fullmatch(above.text)) and not CLOSED.search(item.text)


# --- across pages ----------------------------------------------------------------------------------------------


_BETWEEN = (Region.RUNNING_HEAD, Region.FOOTNOTE, Region.RUBY)


def _joined(items: Sequence[Item]) -> list[Item]:
    """Put paragraphs together that a page or column break tears: the last one is full and unfinished, the next at the
    margin. What is printed otherwise may stand between: figures with their captions, boxes, tables."""
    joined: list[Item] = []
    last: dict[tuple[int, bool, bool, bool], int] = {}
    for item in items:
        if item.kind is not Region.BODY or item.facts is None:
            joined.append(item)
            continue
        facts = item.facts
        face = (round(facts.size), facts.bold, facts.gothic, facts.framed)
        above = last.get(face)
        if above is not None and _torn(joined[above], item):
            joined[above] = _whole(joined[above], item)
        else:
            last[face] = len(joined)
            joined.append(item)
    return joined


def _whole(above: Item, item: Item) -> Item:
    assert above.facts is not None and item.facts is not None
    facts = replace(above.facts, lines=above.facts.lines + item.facts.lines)
    text = join_lines(above.text, item.text)
    breaks = above.breaks
    if item.page > above.last_page:
        breaks = (*breaks, (len(text) - len(item.text), item.page))
    return replace(above, text=text, breaks=breaks, full=item.full, facts=facts, last_page=item.page, last_x=item.last_x, last_y=item.last_y)


def _torn(above: Item, item: Item) -> bool:
    return (
        item.first
        and above.full
        and (item.page == above.last_page + 1 or (item.page == above.last_page and _moved(above, item)))
        and _at_margin(above, item)
        and not CLOSED.search(above.text)
        and not LABEL.match(item.text)
    )


def _moved(above: Item, item: Item) -> bool:
    """Tell whether a paragraph stands where text goes on from another on its page: at the head of the next column, or
    right below, where a picture beside the lines ends."""
    assert item.facts is not None
    size = item.facts.size
    right_below = item.first_y - above.last_y < 2.2 * size and abs(item.first_x - above.last_x) < _MARGIN * size
    return item.first_y < above.last_y or right_below


def _at_margin(above: Item, item: Item) -> bool:
    """Tell whether a paragraph begins where the lines of the one above do, and not further in than its own."""
    assert item.facts is not None and above.facts is not None
    size = item.facts.size
    if item.opening > _MARGIN * size:
        return False
    hanging = bool(LABEL.match(above.text)) and 0 < item.first_x - above.first_x < 3 * size
    # A single line is indented as the first of its paragraph; the next ones stand further out.
    out = above.facts.lines == 1 and _MARGIN * size / 2 < above.first_x - item.first_x < 2.3 * size
    return not item.facts.indented or hanging or out or abs(item.first_x - above.last_x) < _MARGIN * size


def _tables_joined(items: Sequence[Item]) -> list[Item]:
    """Put a ruled table that goes on at the head of the next page to the one before: the same columns, nothing but
    furniture and notes between."""
    joined: list[Item] = []
    ends: dict[int, int] = {}
    for item in items:
        last = next((i for i in range(len(joined) - 1, -1, -1) if joined[i].kind not in _BETWEEN), None)
        if (
            item.kind is Region.TABLE
            and last is not None
            and _table_goes_on(joined[last], item, ends.get(last, joined[last].page))
        ):
            above = joined[last]
            cells, again = _with_rows(above.cells, item.cells)
            joined[last] = replace(above, cells=cells)
            ends[last] = item.page
            if again:
                joined.append(Item(Region.RUNNING_HEAD, again, item.page))
        else:
            joined.append(item)
    return joined


def _table_goes_on(above: Item, item: Item, page: int) -> bool:
    if above.kind is not Region.TABLE or not above.ruled or not item.ruled or item.page != page + 1:
        return False
    return len(above.columns) == len(item.columns) and all(
        abs(one - two) < 4 for one, two in zip(above.columns, item.columns, strict=True)
    )


def _with_rows(above: Sequence[GridCell], cells: Sequence[GridCell]) -> tuple[tuple[GridCell, ...], str]:
    """Return the cells of a table with the rows that go on, and the header that is printed again above them."""
    head = [(c.row, c.column, c.text) for c in above if c.header]
    again = [(c.row, c.column, c.text) for c in cells if c.header]
    depth = 1 + max((c.row for c in cells if c.header), default=-1) if head == again else 0
    height = max(cell.row + cell.height for cell in above)
    rest = [replace(cell, row=cell.row - depth + height, header=False) for cell in cells if cell.row >= depth]
    return (*above, *rest), "　".join(text for _, _, text in again if text) if depth else ""
