"""PDF to blocks: characters, boxes and drawings by PDFium, the rest from the layout of the pages.

Nothing in a PDF is run or fetched: no JavaScript, no attachment, no link.
"""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2

from hakusho.read.pages import TextBuilder
from hakusho.read.pdf.fonts import one_font
from hakusho.read.pdf.layout import layout
from hakusho.read.pdf.pages import Page, read_page
from hakusho.read.pdf.report import page_facts, unreadable
from hakusho.read.pdf.ruby import with_readings
from hakusho.records import Block, PageFacts, Region
from hakusho.text.collecting import collector_paused

# What word processors write where a title should stand: the name of the file.
_NO_TITLE = re.compile(
    r"^(?:Microsoft |\(?(?:anonymous|unspecified|none)\)?$|untitled|無題|名称未設定|スライド)"
    r"|\.(?:html?|docx?|xlsx?|pptx?|jtd|txt|pdf|indd?)$",
    re.IGNORECASE,
)


class Unreadable(ValueError):
    """A PDF that gives no text; the message says why."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF says: its text, the blocks that tile it, the title it gives itself and a record for each page."""

    text: str
    blocks: tuple[Block, ...]
    title: str
    pages: tuple[PageFacts, ...]


def read_pdf(data: bytes, most_pages: int, inline: bool = False) -> PdfText:
    """Return the text of a PDF with its blocks and pages; with `inline`, readings of words stand behind them.

    Raises Unreadable for files that are encrypted, damaged, without text, or longer than `most_pages`.
    """
    with collector_paused(), opened(data) as document:
        return _text_of(document, most_pages, inline)


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a PDF in PDFium, with the same characters on every machine. Raises Unreadable where it cannot be read."""
    with one_font():
        try:
            with closing(pypdfium2.PdfDocument(data)) as document:
                yield document
        except pypdfium2.PdfiumError as error:
            raise Unreadable(_reason_of(error)) from None


def _reason_of(error: Exception) -> str:
    """Return in a word or two why PDFium does not open a file."""
    text = str(error).lower()
    return "is encrypted" if "password" in text or "security" in text else "is damaged"


def _text_of(document: Any, most_pages: int, inline: bool) -> PdfText:
    count = len(document)
    if count > most_pages:
        raise Unreadable(f"has {count} pages, more than the limit of {most_pages}")
    title = str(document.get_metadata_dict().get("Title") or "").strip()
    pages = list(open_pages(document))
    if inline:
        pages = [replace(page, lines=tuple(map(with_readings, page.lines))) for page in pages]
    laid = layout(pages)
    builder = TextBuilder()
    for item in laid.items:
        if item.kind is Region.TABLE:
            builder.add_table(item.cells, item.page, item.ruled, item.breaks)
        else:
            builder.add(item.kind, item.text, 0, item.page, item.facts, item.breaks)
    facts = page_facts(pages, count, laid.columns, builder.text)
    if reason := unreadable(facts):
        raise Unreadable(reason)
    return PdfText(builder.text, tuple(builder.blocks), "" if _NO_TITLE.search(title) else title, facts)


def open_pages(document: Any) -> Iterator[Page]:
    """Yield the pages of an open document; those that are damaged are left out."""
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            continue
        yield read_page(page, number + 1)
        page.close()
