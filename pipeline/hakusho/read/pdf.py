"""PDF to blocks: characters and boxes by PDFium, ruled tables by pdfplumber, the rest from the layout of the page.

Nothing in a PDF is run or fetched: no JavaScript, no attachment, no link.
"""

import io
import math
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from hakusho.read.pages import GridCell, TextBuilder
from hakusho.read.pdf_layout import Paragraph, paragraphs, reading_order
from hakusho.read.pdf_lines import Glyph, PrintedLine, is_vertical, printed_lines, turned
from hakusho.records import Block, Region

# Zones of a page where running heads and page numbers stand, as shares of its height.
_HEAD_ZONE, _FOOT_ZONE = 0.09, 0.92
_HEAD_TIMES = 3
_PAGE_NUMBER = re.compile(r"[-–—~・ ]*(?:p\.? ?)?[0-9ivxlc]{1,4}(?: ?/ ?[0-9]{1,4})?[-–—~・ ]*", re.IGNORECASE)
_HEADING_SIZE, _NOTE_SIZE = 1.12, 0.88
_LONGEST_HEADING = 60
_NOTE = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰※*†]|[(（]?注|[0-9]{1,3}[)）]?[ 　]")
_RAISED = re.compile("[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}[ 　]?[^¹²³⁴⁵⁶⁷⁸⁹⁰]")
_ENDS = re.compile("[。．！？!?」』）)：:]$")
_LEAST_RULES = 3
# What word processors write where a title should stand: the name of the file.
_NO_TITLE = re.compile(
    r"^(?:Microsoft |untitled|無題|名称未設定|スライド)|\.(?:html?|docx?|xlsx?|pptx?|jtd|txt|pdf|indd?)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table of a page: its box and cells."""

    box: tuple[float, float, float, float]
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a page in reading order: a paragraph with its kind, or a table."""

    kind: Region
    text: str
    page: int
    level: int = 0
    full: bool = False
    indented: bool = False
    # Whether it opens a page or column, and may go on with what the one before ended in.
    first: bool = False
    table: Table | None = None


class Unreadable(ValueError):
    """A PDF that gives no text; the message says why."""


def read_pdf(data: bytes, most_pages: int) -> tuple[str, tuple[Block, ...], str]:
    """Return (text, blocks, title) of a PDF.

    Raises Unreadable for files that are encrypted, damaged, without text, or longer than `most_pages`.
    """
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(_reason(error)) from None
    if pages > most_pages:
        raise Unreadable(f"has {pages} pages, more than the limit of {most_pages}")
    tables = _TableFinder(data)
    try:
        title = str(document.get_metadata_dict().get("Title") or "").strip()
        title = "" if _NO_TITLE.search(title) else title
        read = [page for number in range(pages) if (page := _page(document, number, tables)) is not None]
    except pypdfium2.PdfiumError as error:
        raise Unreadable(_reason(error)) from None
    finally:
        document.close()
    if not any(page.lines for page in read):
        raise Unreadable("has no text layer, only images")
    builder = TextBuilder()
    for item in _joined(list(_items(read))):
        if item.table is not None:
            builder.add_table(item.table.cells, item.page, ruled=item.table.box[2] > 0)
        else:
            builder.add(item.kind, item.text, item.level, item.page)
    return builder.text, tuple(builder.blocks), title


def _reason(error: Exception) -> str:
    text = str(error).lower()
    return "is encrypted" if "password" in text or "security" in text else "is damaged"


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    height: float
    lines: tuple[PrintedLine, ...]
    tables: tuple[Table, ...]


def _page(document: Any, number: int, finder: "_TableFinder") -> _Page | None:
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return None
    width, height = page.get_size()
    textpage = page.get_textpage()
    glyphs = list(_glyphs(textpage, height))
    rules = _rules(page)
    textpage.close()
    page.close()
    if is_vertical(glyphs):
        return _Page(number + 1, width, tuple(printed_lines(turned(glyphs))), ())
    tables = finder.find(number, glyphs) if rules >= _LEAST_RULES else ()
    free = [glyph for glyph in glyphs if not any(_inside(glyph, table.box) for table in tables)]
    return _Page(number + 1, height, tuple(printed_lines(free)), tables)


def _glyphs(textpage: Any, height: float) -> Iterator[Glyph]:
    """Return the characters of a page with the boxes that their advance fills, in the order of the file."""
    raw, box, matrix = textpage.raw, pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    high, spaced = 0, False
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        # PDFium's sign for a hyphen at the end of a line.
        code = 0x2D if code in (0x02, 0xFFFE) else code
        if code < 0x20 or code == 0xFFFF or 0xD800 <= code < 0xE000:
            continue
        # PDFium puts spaces where the file only leaves room; `printed_lines` decides that from the gaps.
        if pdfium.FPDFText_IsGenerated(raw, index) == 1:
            spaced = True
            continue
        pdfium.FPDFText_GetLooseCharBox(raw, index, box)
        # The size that a file names is scaled by the matrix that it sets the type with.
        pdfium.FPDFText_GetMatrix(raw, index, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = pdfium.FPDFText_GetFontSize(raw, index) * scale or max(box.top - box.bottom, 1.0)
        yield Glyph(chr(code), box.left, height - box.top, box.right, height - box.bottom, size, spaced)
        spaced = False


def _rules(page: Any) -> int:
    """Return the smaller of the numbers of horizontal and vertical rules on a page: a table has both."""
    across = down = 0
    for drawn in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=3):
        x0, y0, x1, y1 = drawn.get_bounds()
        wide, high = x1 - x0, y1 - y0
        across += wide > 20 and (high < 3 or high > 8)
        down += high > 8 and (wide < 3 or wide > 20)
    return min(across, down)


class _TableFinder:
    """Finds the ruled tables of pages with pdfplumber, which opens a document once, when the first page asks."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pdf: Any = None

    def find(self, number: int, glyphs: Sequence[Glyph]) -> tuple[Table, ...]:
        """Return the ruled tables of a page; a frame around prose, and a chart's axes, are none.

        pdfplumber reads fewer damaged files than PDFium: where it fails, the text is read without its tables.
        """
        from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

        try:
            return self._ruled(number, glyphs)
        except (MalformedPDFException, PdfminerException):
            return ()

    def _ruled(self, number: int, glyphs: Sequence[Glyph]) -> tuple[Table, ...]:
        found = []
        page = self._opened().pages[number]
        for table in page.find_tables():
            cells = tuple(_cells(table, glyphs))
            filled = [cell for cell in cells if cell.text]
            rows, columns = {cell.row for cell in filled}, {cell.column for cell in filled}
            if len(rows) >= 2 and len(columns) >= 2 and len(filled) * 3 >= len(cells):
                found.append(Table(tuple(table.bbox), cells))
        # A page holds all that it drew until it is told to forget it.
        page.close()
        return tuple(found)

    def _opened(self) -> Any:
        if self._pdf is None:
            import logging

            import pdfplumber

            # What is odd in a file's fonts is no news to a user.
            logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
            self._pdf = pdfplumber.open(io.BytesIO(self._data))
        return self._pdf


def _cells(table: Any, glyphs: Sequence[Glyph]) -> Iterator[GridCell]:
    inside = [glyph for glyph in glyphs if _inside(glyph, table.bbox)]
    tops = sorted({round(cell[1]) for cell in table.cells})
    lefts = sorted({round(cell[0]) for cell in table.cells})
    for x0, y0, x1, y1 in sorted(table.cells, key=lambda cell: (cell[1], cell[0])):
        row, column = tops.index(round(y0)), lefts.index(round(x0))
        height = sum(1 for top in tops if round(y0) <= top < round(y1) - 1)
        width = sum(1 for left in lefts if round(x0) <= left < round(x1) - 1)
        lines = printed_lines([glyph for glyph in inside if _inside(glyph, (x0, y0, x1, y1))])
        text = "".join(line.text for line in lines)
        yield GridCell(row, column, text, row == 0, max(1, height), max(1, width))


def _inside(glyph: Glyph, box: Sequence[float]) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


# --- pages to items ------------------------------------------------------------------------------------------


def _items(pages: Sequence[_Page]) -> Iterator[Item]:
    sizes = [line.size for page in pages for line in page.lines for _ in range(len(line.text))]
    body = statistics.median(sizes) if sizes else 10.0
    furniture = _furniture(pages)
    ranks = _ranks(pages, body, furniture)
    for page in pages:
        heads = [line for line in page.lines if _is_furniture(line, page, furniture, body)]
        taken = set(heads)
        for line in heads:
            yield Item(Region.RUNNING_HEAD, line.text, page.number)
        yield from _body(page, [line for line in page.lines if line not in taken], body, ranks)


def _body(page: _Page, lines: Sequence[PrintedLine], body: float, ranks: dict[float, int]) -> Iterator[Item]:
    """Return a page's paragraphs and tables in order, notes at its foot last."""
    notes = []
    tables = sorted(page.tables, key=lambda table: table.box[1])
    for region in reading_order(lines):
        for number, part in enumerate(paragraphs(region)):
            while tables and tables[0].box[1] < part.lines[0].y0:
                yield Item(Region.TABLE, "", page.number, table=tables.pop(0))
            item = replace(_item(part, page, body, ranks), first=number == 0)
            if item.kind is Region.FOOTNOTE:
                notes.append(item)
            else:
                yield item
    for table in tables:
        yield Item(Region.TABLE, "", page.number, table=table)
    yield from notes


def _item(paragraph: Paragraph, page: _Page, body: float, ranks: dict[float, int]) -> Item:
    if paragraph.rows:
        cells = [GridCell(row, column, text) for row, column, text in paragraph.rows]
        return Item(Region.TABLE, "", page.number, table=Table((0, 0, 0, 0), tuple(cells)))
    size, low = paragraph.size, paragraph.lines[0].middle > 0.5 * page.height
    small = size < _NOTE_SIZE * body
    if low and (_RAISED.match(paragraph.text) or (small and _NOTE.match(paragraph.text))):
        return Item(Region.FOOTNOTE, paragraph.text, page.number)
    if round(size, 1) in ranks and len(paragraph.text) <= _LONGEST_HEADING and not paragraph.text.endswith("。"):
        return Item(Region.HEADING, paragraph.text, page.number, ranks[round(size, 1)])
    return Item(Region.BODY, paragraph.text, page.number, 0, paragraph.full, paragraph.indented)


def _ranks(pages: Sequence[_Page], body: float, furniture: "Counter[str]") -> dict[float, int]:
    """Return each type size of headings its level, the largest first."""
    sizes = {
        round(line.size, 1)
        for page in pages
        for line in page.lines
        if line.size >= _HEADING_SIZE * body and not _is_furniture(line, page, furniture, body)
    }
    return {size: level for level, size in enumerate(sorted(sizes, reverse=True), 1)}


def _furniture(pages: Sequence[_Page]) -> "Counter[str]":
    """Count what comes back at the head or foot of pages, numbers apart; facing pages have two of each."""
    return Counter(
        text for page in pages for text in {_key(line) for line in page.lines if _at_edge(line, page)} if text
    )


def _at_edge(line: PrintedLine, page: _Page) -> bool:
    return line.y1 < _HEAD_ZONE * page.height or line.y0 > _FOOT_ZONE * page.height


def _key(line: PrintedLine) -> str:
    return re.sub(r"[0-9０-９ 　]+", "#", line.text)


def _is_furniture(line: PrintedLine, page: _Page, furniture: "Counter[str]", body: float) -> bool:
    """At the edge of a page stand its number, what comes back on others, and small print."""
    if not _at_edge(line, page):
        return False
    small = line.size < _NOTE_SIZE * body and len(line.text) <= _LONGEST_HEADING
    return small or bool(_PAGE_NUMBER.fullmatch(line.text)) or furniture[_key(line)] >= _HEAD_TIMES


def _joined(items: Sequence[Item]) -> list[Item]:
    """Put paragraphs together that a page break tears: the last one is full and unfinished, the next at the margin."""
    joined: list[Item] = []
    for item in items:
        last = next((i for i in range(len(joined) - 1, -1, -1) if joined[i].kind not in _BETWEEN), None)
        if item.kind is Region.BODY and last is not None and _torn(joined[last], item):
            above = joined[last]
            joined[last] = Item(above.kind, above.text + item.text, item.page, 0, item.full, above.indented)
        else:
            joined.append(item)
    return joined


_BETWEEN = (Region.RUNNING_HEAD, Region.FOOTNOTE)


def _torn(above: Item, item: Item) -> bool:
    return (
        above.kind is Region.BODY
        and item.first
        and item.page in (above.page, above.page + 1)
        and above.full
        and not item.indented
        and not _ENDS.search(above.text)
        and not item.text.startswith(("　", "・", "○", "●", "■"))
    )
