"""What was found on each page of a PDF, and what could not be read."""

from collections.abc import Mapping, Sequence

from hakusho.read.pdf_pages import Page
from hakusho.records import PageFacts, PageKind

# A page whose pictures cover this share of it, with fewer characters than these, is a picture with a page number.
_COVERED = 0.3
_FEW = 30


def page_facts(pages: Sequence[Page], count: int, columns: Mapping[int, int]) -> tuple[PageFacts, ...]:
    """Return a record for each of the `count` pages of a document, those that could not be opened included."""
    read = {page.number: page for page in pages}
    return tuple(
        _facts(read[number], columns.get(number, 1))
        if number in read
        else PageFacts(number, PageKind.BLANK, comment="The page is damaged and could not be opened.")
        for number in range(1, count + 1)
    )


def _facts(page: Page, columns: int) -> PageFacts:
    kind = _kind(page)
    return PageFacts(
        page.number,
        kind,
        page.rotation,
        columns,
        page.characters,
        page.unknown,
        len(page.pictures),
        _comment(page, kind),
    )


def _kind(page: Page) -> PageKind:
    area = page.width * page.height or 1.0
    covered = min(1.0, sum(box.area for box in page.pictures) / area)
    if page.characters == 0:
        return PageKind.IMAGE if covered > 0.02 else PageKind.BLANK
    if covered >= _COVERED and page.characters < _FEW:
        return PageKind.IMAGE
    return PageKind.MIXED if page.pictures else PageKind.TEXT


def _comment(page: Page, kind: PageKind) -> str:
    said = []
    if kind is PageKind.IMAGE:
        said.append("Only a picture: its text, if it has any, needs OCR.")
    if page.unknown:
        said.append(f"{page.unknown} characters of fonts without a map to Unicode stand as U+FFFD.")
    if page.hidden:
        said.append(f"{page.hidden} characters are not drawn: the text of a scan, as an OCR program read it.")
    if page.vertical:
        said.append("Set in vertical lines.")
    return " ".join(said)
