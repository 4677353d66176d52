"""Web pages to blocks, with lxml: headings, paragraphs, lists, tables, notes and navigation, in the page's order.

Nothing is fetched: no style sheet, picture, frame or entity. https://html.spec.whatwg.org/multipage/
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from lxml import etree

from hakusho.read.html import html_rules as rules
from hakusho.read.html.folds import mark_hidden
from hakusho.read.html.metadata import published_of, title_of, updated_of
from hakusho.read.html.notes import find_notes
from hakusho.read.html.regions import settle
from hakusho.read.html.walk import TooDeep, Walker
from hakusho.read.html.zones import Draft
from hakusho.read.pages import TextBuilder
from hakusho.records import Block, Region

__all__ = ["Page", "TooDeep", "drafts_of", "parse_html", "read_html"]

_NO_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_CONTROLS = bytes([*range(9), 0x0B, *range(0x0E, 0x20)])
# A note that the browser shows no frames is shorter than this; the text itself is longer.
_LONG_ENOUGH = 300
_NONCHARACTER = b"\xef\xbf\xbe"


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page holds. `title`, `published`, `updated` are what it says of itself, empty where it is silent."""

    text: str
    blocks: tuple[Block, ...]
    title: str
    published: str
    frames: tuple[str, ...]
    updated: str = ""
    published_from: str = ""


def read_html(text: str, depth: int, inline: bool = False) -> Page:
    """Return the text of a page with its blocks; broken markup is read as browsers read it. With `inline`, readings of
    words stand behind them in brackets.

    Raises TooDeep where elements nest deeper than `depth`.

    >>> page = read_html("<title>例</title><h1>概要</h1><p>総務省<br>は、<ruby>日本<rt>にほん</rt></ruby>と。</p>", 100)
    >>> page.text.splitlines()
    ['概要', '', '総務省', 'は、日本と。', '', 'にほん']
    """
    root = parse_html(text)
    if root is None:
        return Page("", (), "", "", ())
    framed = next(root.iter("frameset"), None) is not None
    if framed and (frames := tuple(str(source) for source in root.xpath("//frameset//frame/@src"))):
        return _unframed(root, frames, depth, inline)
    drafts, regions = _settled(root, depth, _hides(text), inline)
    builder = TextBuilder()
    write(builder, drafts, regions)
    title = title_of(root, [d.text for d, r in zip(drafts, regions, strict=True) if r is Region.HEADING])
    published, origin = published_of(root, builder.text)
    return Page(builder.text, tuple(builder.blocks), title, published, (), updated_of(builder.text), origin)


def drafts_of(text: str, depth: int, inline: bool = False) -> tuple[list[Draft], list[Region]]:
    """Return the drafts of a page with their regions, to be written among others. Raises TooDeep."""
    root = parse_html(text)
    return ([], []) if root is None else _settled(root, depth, _hides(text), inline)


def _hides(source: str) -> bool:
    """Return whether anything in the source of a page may hide a part of it."""
    # Bytes are made lower many times as fast as text.
    data = source.encode("utf-8", "replace").lower()
    return any(word in data for word in rules.HIDING)


def _settled(root: Any, depth: int, hiding: bool, inline: bool) -> tuple[list[Draft], list[Region]]:
    if hiding:
        mark_hidden(root)
    walked = Walker(depth, find_notes(root), hiding, inline).walk(root)
    return walked.drafts, settle(walked)


def _unframed(root: Any, frames: tuple[str, ...], depth: int, inline: bool) -> Page:
    """Return what a page of frames says to those who see none: nothing, unless it is a text of its own."""
    inside = "".join(
        etree.tostring(element, encoding="unicode", method="html") for element in root.iter("noframes")
    ).replace("noframes>", "div>")
    # Old browsers' words stand there as plain text to the parser, tags and all.
    if "&lt;" in inside:
        inside = unescape(inside)
    page = read_html(inside, depth, inline) if len(inside) > _LONG_ENOUGH else Page("", (), "", "", ())
    if len(page.text) < _LONG_ENOUGH:
        return Page("", (), "", "", frames)
    return replace(page, title=title_of(root, ()), frames=frames)


def parse_html(text: str) -> Any:
    """Return the root of a page's tree, or None for one without elements; comments are left out."""
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    data = text.encode("utf-8", "replace")
    if len(data.translate(None, _CONTROLS)) != len(data) or _NONCHARACTER[:2] in data:
        data = _NO_XML.sub("\ufffd", text).encode("utf-8", "replace")
    return etree.fromstring(data, parser)


def write(builder: TextBuilder, drafts: Sequence[Draft], regions: Sequence[Region], page: int = 0) -> None:
    """Write drafts as blocks of their regions; a note's mark in a block of its own joins the words after it."""
    mark = ""
    for draft, region in zip(drafts, regions, strict=True):
        if region is Region.FOOTNOTE:
            if not mark and rules.NOTE_MARK.fullmatch(draft.text.translate(rules.LOWERED)):
                mark = draft.text
                continue
            builder.add(region, f"{mark} {draft.text}" if mark else draft.text, page=page)
            mark = ""
            continue
        if mark:
            builder.add(Region.FOOTNOTE, mark, page=page)
            mark = ""
        if region is Region.TABLE:
            builder.add_table(draft.cells, page)
        else:
            builder.add(region, draft.text, draft.level if region is Region.HEADING else 0, page)
    if mark:
        builder.add(Region.FOOTNOTE, mark, page=page)
