"""Footnotes of a web page, told by their anchors: a mark that links to a block which begins with the anchor."""

from collections.abc import Iterator
from typing import Any

from hakusho.read.html import html_rules as rules


class Notes:
    """The elements that are notes, with their marks, and the links that refer to them."""

    def __init__(self) -> None:
        self.marks: dict[Any, str] = {}
        self.references: set[Any] = set()


def find_notes(root: Any) -> Notes:
    """Return the notes of a page.

    >>> from lxml import html
    >>> page = html.fromstring('<div><p>額<a href="#n">1</a>。</p><p id="n">総務省調べ</p></div>')
    >>> [(element.tag, mark) for element, mark in find_notes(page).marks.items()]
    [('p', '1')]
    """
    notes = Notes()
    links = [(link, mark) for link in root.xpath("//a[starts-with(@href,'#')]") if (mark := _mark(link))]
    if not links:
        return notes
    wanted = {link.get("href")[1:] for link, _ in links}
    places = {name: element for element, name in _named(root) if name in wanted}
    for link, mark in links:
        place = places.get(link.get("href")[1:])
        if place is None:
            continue
        for block in _blocks_of(place):
            if link not in (place, block) and not _within(link, block):
                notes.marks.setdefault(block, mark)
                notes.references.add(link)
                mark = ""
    return notes


def _mark(link: Any) -> str:
    text = "".join(link.itertext()).strip()
    return text if len(text) <= 8 and rules.NOTE_MARK.fullmatch(text) else ""


def _named(root: Any) -> Iterator[tuple[Any, str]]:
    for element in root.xpath("//*[@id or @name]"):
        for name in (element.get("id"), element.get("name")):
            if name:
                yield element, name


def _blocks_of(place: Any) -> list[Any]:
    """Return the blocks that the note at an anchor fills: none where the anchor stands inside a text."""
    block = place
    while block is not None and block.tag not in rules.BLOCKS:
        if _text_before(block):
            return []
        block = block.getparent()
    if block is None or block.tag in ("body", "html", "main", "article"):
        block = place.getnext()
    if block is None or block.tag not in rules.BLOCKS or block.tag in rules.HEADINGS:
        return []
    if block.tag in ("td", "th"):
        block = block.getparent()
    return [block, *_definitions(block)] if _is_note(block) else []


def _definitions(block: Any) -> Iterator[Any]:
    """Yield the descriptions below a term."""
    following = block.getnext() if block.tag == "dt" else None
    while following is not None and following.tag == "dd":
        yield following
        following = following.getnext()


def _is_note(block: Any) -> bool:
    length = 0
    for element in block.iter():
        if element.tag in rules.HEADINGS:
            return False
        length += len(element.text or "") + len(element.tail or "")
        if length > rules.LONGEST_NOTE:
            return False
    return length > 0


def _text_before(element: Any) -> bool:
    """Return whether text stands before an element in its parent."""
    parent = element.getparent()
    if parent is None:
        return False
    if (parent.text or "").strip():
        return True
    before = element.getprevious()
    while before is not None:
        if (before.tail or "").strip() or "".join(before.itertext()).strip():
            return True
        before = before.getprevious()
    return False


def _within(element: Any, block: Any) -> bool:
    return any(above is block for above in element.iterancestors())
