"""Results of optical character recognition, as documents with pages: ALTO and hOCR.

https://www.loc.gov/standards/alto/, https://kba.github.io/hocr-spec/1.2/
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from hakusho.read.packages import Unreadable, children, local
from hakusho.read.pages import TextBuilder
from hakusho.records import Block, Region

_DEEPEST = 30
_MARGINS = frozenset("TopMargin BottomMargin LeftMargin RightMargin".split())
# Classes of hOCR that stand for blocks of text, and what they are.
_AREAS = {
    "ocr_header": Region.RUNNING_HEAD,
    "ocr_footer": Region.RUNNING_HEAD,
    "ocr_pageno": Region.RUNNING_HEAD,
    "ocr_caption": Region.CAPTION,
    "ocr_chapter": Region.HEADING,
    "ocr_section": Region.HEADING,
    "ocr_subsection": Region.HEADING,
    "ocr_title": Region.HEADING,
    "ocr_par": Region.BODY,
    "ocr_carea": Region.BODY,
    "ocr_column": Region.BODY,
}
_LINES = ("ocr_line", "ocrx_line", "ocr_textfloat")
_WORDS = ("ocrx_word", "ocr_word")
_HEADINGS = re.compile(r"(?:title|heading|head)$", re.IGNORECASE)
_RUNNING = re.compile(r"(?:header|footer|page[-_ ]?number|running[-_ ]?(?:head|title))$", re.IGNORECASE)
_CAPTIONS = re.compile(r"caption$", re.IGNORECASE)
_NOTES = re.compile(r"(?:foot|end)?note$", re.IGNORECASE)


def is_alto(root: Any) -> bool:
    """Return whether a root element is that of an ALTO file."""
    return local(root) == "alto"


def read_alto(root: Any) -> tuple[str, tuple[Block, ...]]:
    """Return (text, blocks) of an ALTO file, its lines as printed. Raises Unreadable for one without pages."""
    pages = list(root.iter("{*}Page"))
    if not pages:
        raise Unreadable("an ALTO file without pages")
    tags = {tag.get("ID"): tag.get("LABEL") or tag.get("TYPE") or "" for tag in root.iter() if _is_tag(tag)}
    builder = TextBuilder()
    for number, page in enumerate(pages, 1):
        for space in page:
            margin = local(space) in _MARGINS
            for block in _text_blocks(space, 0):
                kind = Region.RUNNING_HEAD if margin else _region(block, tags)
                builder.add(kind, "\n".join(_alto_lines(block)), page=number)
    return builder.text, tuple(builder.blocks)


def _is_tag(element: Any) -> bool:
    return local(element).endswith("Tag") and element.get("ID") is not None


def _text_blocks(element: Any, depth: int) -> Iterator[Any]:
    if local(element) == "TextBlock":
        yield element
    elif depth < _DEEPEST:
        for inner in element:
            yield from _text_blocks(inner, depth + 1)


def _region(block: Any, tags: dict[str | None, str]) -> Region:
    """Return what a block's tags and type call it; an unknown name says nothing."""
    names = [tags.get(reference, "") for reference in (block.get("TAGREFS") or "").split()]
    for name in [*names, block.get("TYPE") or "", block.get("type") or ""]:
        for pattern, region in (
            (_RUNNING, Region.RUNNING_HEAD),
            (_CAPTIONS, Region.CAPTION),
            (_NOTES, Region.FOOTNOTE),
            (_HEADINGS, Region.HEADING),
        ):
            if pattern.search(name):
                return region
    return Region.BODY


def _alto_lines(block: Any) -> Iterator[str]:
    for line in children(block, "TextLine"):
        words: list[str] = []
        for part in line:
            name = local(part)
            if name == "String":
                words.append(part.get("CONTENT") or "")
            elif name == "SP":
                words.append(" ")
            elif name == "HYP":
                words.append(part.get("CONTENT") or "")
        if text := spaced(words):
            yield text


def spaced(words: Iterable[str]) -> str:
    """Return recognised words as a line: spaces are kept between Latin words and dropped in Japanese text.

    >>> spaced(["総務", " ", "省", "と", " ", "World", " ", "Bank"])
    '総務省と World Bank'
    """
    made = ""
    pending = False
    for word in words:
        if not word.strip(" "):
            pending = pending or bool(word)
            continue
        if pending and made and (made[-1] < "\u2e80" or word[0] < "\u2e80"):
            made += " "
        made += word
        pending = False
    return made.strip()


# --- hOCR ------------------------------------------------------------------------------------------------------


def is_hocr(text: str) -> bool:
    """Return whether a page is hOCR and not other HTML, by the class of its pages.

    >>> is_hocr("<div class='ocr_page' id='page_1'>"), is_hocr("<p>ocr_page</p>")
    (True, False)
    """
    head = text[:20_000]
    return "ocr_page" in head and re.search(r"""class\s*=\s*["']?(?:[\w-]+ )?ocr_page\b""", head) is not None


def read_hocr(root: Any) -> tuple[str, tuple[Block, ...]]:
    """Return (text, blocks) of an hOCR page tree, its lines as printed. Raises Unreadable for one without pages."""
    pages = [element for element in root.iter() if _has(element, ("ocr_page",))]
    if not pages:
        raise Unreadable("an hOCR file without pages")
    builder = TextBuilder()
    for number, page in enumerate(pages, 1):
        areas: list[tuple[Any, Region, list[str]]] = []
        for line in page.iter():
            if not _has(line, _LINES):
                continue
            area, region = _area(line, page)
            if not areas or areas[-1][0] is not area:
                areas.append((area, region, []))
            areas[-1][2].append(_line(line))
        for _, region, lines in areas:
            builder.add(region, "\n".join(text for text in lines if text), page=number)
    return builder.text, tuple(builder.blocks)


def _has(element: Any, names: Iterable[str]) -> bool:
    found = (element.get("class") or "") if isinstance(element.tag, str) else ""
    return any(name in names for name in found.split())


def _area(line: Any, page: Any) -> tuple[Any, Region]:
    """Return the innermost paragraph or area of a line; what is around it may say that it is furniture."""
    innermost, region = None, Region.BODY
    for above in (line, *line.iterancestors()):
        if above is page:
            break
        for name in (above.get("class") or "").split():
            if name in _AREAS:
                innermost = above if innermost is None and above is not line else innermost
                region = _AREAS[name] if region is Region.BODY else region
    return (line if innermost is None else innermost), region


def _line(line: Any) -> str:
    words = [element for element in line.iter() if _has(element, _WORDS)]
    if not words:
        return " ".join("".join(line.itertext()).split())
    pieces: list[str] = []
    for word in words:
        pieces += ["".join(word.itertext()).strip(), " "]
    return spaced(pieces)
