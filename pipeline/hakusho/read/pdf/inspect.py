"""Show what was found on each page of a PDF, and where: for a user who wonders why."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2

from hakusho.read.pdf import open_pages, opened
from hakusho.read.pdf.items import Item
from hakusho.read.pdf.layout import layout
from hakusho.read.pdf.pages import Page
from hakusho.read.pdf.report import page_facts
from hakusho.read.pdf.shapes import Box
from hakusho.records import PageFacts, Region

_SCALE = 1.5
_COLOURS = {
    Region.BODY: "#1f6fb4",
    Region.TABLE: "#2a9134",
    Region.FOOTNOTE: "#b4531f",
    Region.RUNNING_HEAD: "#888888",
    Region.FIGURE: "#a02ca0",
    Region.RUBY: "#c9a400",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with what was found on it, in reading order: each piece's kind and box, in points as the page is shown."""

    facts: PageFacts
    pieces: tuple[tuple[Region, Box], ...]


def inspect_pdf(data: bytes, most_pages: int) -> tuple[Sheet, ...]:
    """Return what a reader finds on each page of a PDF.

    Raises Unreadable as `read_pdf` does, but not for pages that hold no text.
    """
    with opened(data) as document:
        count = len(document)
        pages = list(open_pages(document)) if count <= most_pages else []
    laid = layout(pages)
    text = "".join(_text(item) for item in laid.items)
    facts = page_facts(pages, count, laid.columns, text)
    by_number = {page.number: page for page in pages}
    return tuple(Sheet(page, tuple(_shown(laid.pieces, by_number.get(page.page)))) for page in facts)


def _text(item: Item) -> str:
    return "".join(cell.text for cell in item.cells) if item.kind is Region.TABLE else item.text


def _shown(items: Sequence[Item], page: Page | None) -> Iterator[tuple[Region, Box]]:
    for item in items:
        if page is not None and item.page == page.number and (box := item.place) is not None:
            yield item.kind, page.shown(box)


def page_images(data: bytes, sheets: Sequence[Sheet]) -> Iterator[tuple[int, bytes]]:
    """Yield each page's number and its picture as a PNG, with a box and a number for each piece in reading order."""
    from PIL import ImageDraw

    document = pypdfium2.PdfDocument(data)
    try:
        for sheet in sheets:
            try:
                picture = document[sheet.facts.page - 1].render(scale=_SCALE).to_pil().convert("RGB")
            except pypdfium2.PdfiumError:
                continue
            draw = ImageDraw.Draw(picture)
            for number, (kind, box) in enumerate(sheet.pieces, 1):
                _draw(draw, number, box, _COLOURS.get(kind, "#1f6fb4"))
            target = io.BytesIO()
            picture.save(target, "PNG")
            yield sheet.facts.page, target.getvalue()
    finally:
        document.close()


def _draw(draw: "object", number: int, box: Box, colour: str) -> None:
    x0, y0, x1, y1 = (value * _SCALE for value in (box.x0, box.y0, box.x1, box.y1))
    draw.rectangle((x0 - 2, y0 - 2, max(x0, x1) + 2, max(y0, y1) + 2), outline=colour, width=2)  # type: ignore[attr-defined]
    draw.text((max(0, x0 - 16), y0), str(number), fill=colour)  # type: ignore[attr-defined]
