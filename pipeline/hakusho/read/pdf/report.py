"""What was found on each page of a PDF, and what could not be read."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from hakusho.read.pdf.pages import Page
from hakusho.records import PageFacts, PageKind

# A page whose pictures cover this share of it, with fewer characters than these, is a picture with a page number.
_COVERED = 0.3
_FEW = 30
# Letters of scripts that no Japanese document is written in: codes of a font that names no characters.
_FOREIGN = re.compile("[\u0100-\u02af\u0300-\u036f\u0400-\u1fff\u2c00-\u2dff\ua000-\uabff]")
_GARBLED = 0.3


def page_facts(pages: Sequence[Page], count: int, columns: Mapping[int, int], text: str) -> tuple[PageFacts, ...]:
    """Return a record for each of the `count` pages of a document, those that could not be opened included; `text` is
    what was read of all of them."""
    read = {page.number: page for page in pages}
    missing = _missing(pages, text)
    return tuple(
        _facts(read[number], columns.get(number, 1), missing.get(number, 0))
        if number in read
        else PageFacts(number, PageKind.BLANK, comment="The page is damaged and could not be opened.")
        for number in range(1, count + 1)
    )


def unreadable(facts: Sequence[PageFacts]) -> str:
    """Return why a document gives no text; empty where it does."""
    if not any(page.kind in (PageKind.TEXT, PageKind.MIXED) for page in facts):
        return "has no text layer, only images: a scan that needs OCR"
    letters = sum(page.characters for page in facts)
    lost = sum(page.lost for page in facts)
    if lost > letters / 2:
        return "has fonts that do not tell which characters they hold: it needs OCR"
    return ""


def _missing(pages: Sequence[Page], text: str) -> dict[int, int]:
    """Count for each page the characters of its plain text that what was read of the document lacks."""
    whole = Counter("".join(page.plain for page in pages))
    rest = {sign: times for sign, times in (whole - Counter(text)).items() if not sign.isspace()}
    lost = {}
    for page in pages if rest else ():
        own = {sign: min(times, page.plain.count(sign)) for sign, times in rest.items()}
        rest = {sign: times - own[sign] for sign, times in rest.items()}
        lost[page.number] = sum(own.values())
    return lost


def _facts(page: Page, columns: int, missing: int) -> PageFacts:
    kind = _kind(page)
    foreign = len(_FOREIGN.findall(page.plain))
    garbled = foreign if foreign > _GARBLED * page.characters else 0
    comment = _comment(page, kind, missing, garbled)
    lost = page.unknown + missing + garbled
    return PageFacts(page.number, kind, page.rotation, columns, page.characters, lost, page.images, comment)


def _kind(page: Page) -> PageKind:
    area = page.width * page.height or 1.0
    covered = min(1.0, sum(box.area for box in page.pictures) / area)
    if page.characters == 0:
        return PageKind.IMAGE if covered > 0.02 else PageKind.BLANK
    if covered >= _COVERED and page.characters < _FEW:
        return PageKind.IMAGE
    return PageKind.MIXED if page.images else PageKind.TEXT


def _comment(page: Page, kind: PageKind, missing: int, garbled: int) -> str:
    said = []
    if kind is PageKind.IMAGE:
        said.append("Only a picture: its text, if it has any, needs OCR.")
    if page.unknown:
        said.append(f"{page.unknown} characters of fonts without a map to Unicode stand as U+FFFD.")
    if garbled:
        said.append(f"{garbled} characters are codes of a font that does not tell what they are.")
    if missing:
        said.append(f"{missing} characters of the page are not in the text: please report it with the document.")
    if page.hidden:
        said.append(f"{page.hidden} characters are not drawn: the text of a scan, as an OCR program read it.")
    if page.vertical:
        said.append("Set in vertical lines.")
    return " ".join(said)
