"""Web pages to blocks, with lxml: headings, paragraphs, lists, tables, notes and navigation, in the page's order.

Nothing is fetched: no style sheet, picture, frame or entity. https://html.spec.whatwg.org/multipage/
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from hakusho.read import html_rules as rules
from hakusho.read.pages import GridCell, TextBuilder
from hakusho.records import Block, Region

_SPACE = re.compile(r"[ \t\r\n\f]+")
# A line break of the source between Japanese characters is none of the text (CSS Text 3, segment breaks).
_WIDE = "[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff60]"
_BREAK = re.compile(rf"(?<={_WIDE})[ \t]*\r?\n[ \t\r\n]*(?={_WIDE})")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NO_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_ISO_DAY = re.compile(r"((?:18|19|20)[0-9]{2})(?:-([01][0-9])(?:-([0-3][0-9]))?)?")


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page holds. `title` and `published` are what its head says, empty where it is silent."""

    text: str
    blocks: tuple[Block, ...]
    title: str
    published: str
    frames: tuple[str, ...]
    # The first <time datetime> of the page.
    time: str = ""


class TooDeep(ValueError):
    """Elements nested beyond the limit."""


def read_html(text: str, depth: int) -> Page:
    """Return the text of a page with its blocks; broken markup is read as browsers read it.

    Raises TooDeep where elements nest deeper than `depth`.

    >>> page = read_html("<title>例</title><h1>概要</h1><p>総務省<br>は、<ruby>日本<rt>にほん</rt></ruby>と。</p>", 100)
    >>> page.text.splitlines()
    ['概要', '', '総務省', 'は、日本と。', '', '日本 にほん']
    """
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    cleaned = _NO_XML.sub("\ufffd", text)
    root = etree.fromstring(cleaned.encode("utf-8", "replace"), parser)
    if root is None:
        return Page("", (), "", "", ())
    walker = _Walker(depth)
    walker.walk(root)
    return Page(
        walker.builder.text,
        tuple(walker.builder.blocks),
        _flat("".join(root.xpath("string(//title)"))),
        _published(root),
        tuple(frame for frame in root.xpath("//frame/@src") if isinstance(frame, str)),
        _iso_day(next((str(day) for day in root.xpath("//time/@datetime")), "")),
    )


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _published(root: Any) -> str:
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        if name in rules.DATE_METAS and (day := _iso_day(meta.get("content") or "")):
            return day
    return ""


def _iso_day(text: str) -> str:
    match = _ISO_DAY.match(text)
    return "-".join(part for part in match.groups() if part) if match else ""


@dataclass(slots=True)
class _Open:
    """An open element that labels the text in it."""

    element: Any
    kind: Region | None


@dataclass(slots=True)
class _Walker:
    """Walks a tree without recursion, and writes a block whenever one ends."""

    depth: int
    builder: TextBuilder = field(default_factory=TextBuilder)
    _text: list[str] = field(default_factory=list)
    _linked: int = 0
    _links: int = 0
    _readings: list[str] = field(default_factory=list)
    _stack: list[_Open] = field(default_factory=list)

    def walk(self, root: Any) -> None:
        skipping: Any = None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if skipping is not None:
                if event == "end" and element is skipping:
                    skipping = None
                    self._add(element.tail)
                continue
            if event == "start":
                if len(self._stack) >= self.depth:
                    raise TooDeep(f"elements nest deeper than {self.depth}")
                if self._is_leaf(element):
                    skipping = element
                else:
                    self._enter(element)
            else:
                self._leave(element)
        self._flush()

    def _is_leaf(self, element: Any) -> bool:
        """Do what is done at once with an element and all in it; tells whether it was."""
        tag = element.tag
        if not isinstance(tag, str) or tag in rules.DROPPED:
            return True
        if tag == "table" and _is_data(element):
            self._table(element)
            return True
        if tag == "sup" and (mark := _mark(element)):
            self._add(mark, collapse=False)
            return True
        if tag == "ruby":
            self._ruby(element)
            return True
        if tag == "img":
            self._image(element)
            return True
        return False

    def _enter(self, element: Any) -> None:
        tag = element.tag
        if tag in rules.BLOCKS:
            self._flush()
        self._stack.append(_Open(element, _kind(element)))
        if tag == "br":
            self._text.append("\n")
        elif tag == "a" and element.get("href"):
            self._links += 1
            self._linked += len(_flat("".join(element.itertext())))
        self._add(element.text, collapse=tag not in ("pre", "textarea"))

    def _leave(self, element: Any) -> None:
        if element.tag in rules.BLOCKS:
            self._flush()
        self._stack.pop()
        inside_pre = any(opened.element.tag == "pre" for opened in self._stack)
        self._add(element.tail, collapse=not inside_pre)

    def _add(self, text: str | None, collapse: bool = True) -> None:
        if text:
            self._text.append(_SPACE.sub(" ", _BREAK.sub("", text)) if collapse else text)

    def _flush(self) -> None:
        """Write what was gathered as a block of the kind that the open elements give it."""
        text = "\n".join(line for line in (line.strip(" \t") for line in "".join(self._text).split("\n")) if line)
        kind, level = self._label(text)
        if kind is Region.HEADING:
            text = text.replace("\n", " ")
        self.builder.add(kind, text, level)
        for reading in self._readings:
            self.builder.add(Region.CAPTION, reading)
        self._text, self._readings, self._linked, self._links = [], [], 0, 0

    def _label(self, text: str) -> tuple[Region, int]:
        for opened in reversed(self._stack):
            if opened.element.tag in rules.HEADINGS and not self._in(Region.NAVIGATION):
                return Region.HEADING, rules.HEADINGS[opened.element.tag]
        for kind in (Region.NAVIGATION, Region.FOOTNOTE):
            if self._in(kind):
                return kind, 0
        if self._links >= rules.LEAST_LINKS and self._linked >= rules.LINK_SHARE * len(text):
            return Region.NAVIGATION, 0
        kinds = [opened.kind for opened in self._stack if opened.kind is not None]
        return (kinds[-1], 0) if kinds else (Region.BODY, 0)

    def _in(self, kind: Region) -> bool:
        return any(opened.kind is kind for opened in self._stack)

    def _ruby(self, element: Any) -> None:
        base = "".join(_without(element, ("rt", "rp", "rtc")))
        reading = _flat("".join("".join(rt.itertext()) for rt in element.iter("rt")))
        self._add(base)
        if reading:
            self._readings.append(f"{_flat(base)} {reading}")

    def _image(self, element: Any) -> None:
        """A picture's text is a caption; spacers and bullets have none or a sign."""
        alt = _flat(element.get("alt") or "")
        if len(alt) > 1 and not self._in(Region.NAVIGATION) and not _inside(element, "a"):
            if "".join(self._text).strip():
                self._readings.append(alt)
            else:
                self.builder.add(Region.CAPTION, alt)

    def _table(self, element: Any) -> None:
        self._flush()
        caption = next(element.iter("caption"), None)
        if caption is not None:
            self.builder.add(Region.CAPTION, _flat("".join(caption.itertext())))
        if self._in(Region.NAVIGATION):
            self.builder.add(Region.NAVIGATION, _flat("".join(element.itertext())))
        else:
            self.builder.add_table(list(_cells(element)))


def _kind(element: Any) -> Region | None:
    tag = element.tag
    named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    inner = tag in rules.BLOCKS and tag not in ("body", "main")
    if tag in rules.NAVIGATION or (inner and rules.FURNITURE.search(named)):
        return Region.NAVIGATION
    if rules.NOTES.search(named) and tag in rules.BLOCKS:
        return Region.FOOTNOTE
    if tag in rules.LISTS:
        return Region.LIST
    return Region.CAPTION if tag in rules.CAPTIONS else None


def _mark(element: Any) -> str:
    """Return a raised number or note sign as it stands in print: ², ¹⁾ of a note, ※1."""
    text = _flat("".join(element.itertext()))
    if re.fullmatch(r"[(（\[]?[0-9]{1,3}[)）\]]?", text):
        return re.sub("[^0-9]", "", text).translate(_SUPERSCRIPT)
    return ""


def _without(element: Any, tags: tuple[str, ...]) -> Iterator[str]:
    """Return the text in an element but for that of some tags."""
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str) and child.tag not in tags:
            yield "".join(child.itertext())
        if child.tail:
            yield child.tail


def _inside(element: Any, tag: str) -> bool:
    return any(above.tag == tag for above in element.iterancestors())


# --- tables --------------------------------------------------------------------------------------------------


def _is_data(table: Any) -> bool:
    """Tell a table of data from one that lays out a page: rows of short cells, without blocks or tables in them."""
    rows = [row for row in table.iter("tr") if _table_of(row) is table]
    widths = [sum(1 for cell in row if cell.tag in ("td", "th")) for row in rows]
    if len(rows) < 2 or max(widths, default=0) < 2:
        return False
    if any(cell.tag == "th" for row in rows for cell in row):
        return len(list(table.iter("table", "h1", "h2", "h3"))) == 1
    cells = [cell for row in rows for cell in row if cell.tag == "td"]
    if any(next(cell.iter(*rules.LAYOUT), None) is not None and _blocks_in(cell) > 1 for cell in cells):
        return False
    return all(len("".join(cell.itertext())) <= rules.LONGEST_CELL for cell in cells)


def _blocks_in(cell: Any) -> int:
    return sum(1 for _ in cell.iter(*rules.LAYOUT))


def _table_of(element: Any) -> Any:
    return next(element.iterancestors("table"), None)


def _cells(table: Any) -> Iterator[GridCell]:
    """Return the cells of a table at their places; spans are bounded by the table's size."""
    rows = [row for row in table.iter("tr") if _table_of(row) is table]
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while (number, column) in taken:
                column += 1
            height = min(_span(cell, "rowspan"), len(rows) - number)
            width = min(_span(cell, "colspan"), 100)
            taken.update((number + y, column + x) for y in range(height) for x in range(width))
            yield GridCell(number, column, _cell_text(cell), cell.tag == "th", height, width)
            column += width


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _cell_text(cell: Any) -> str:
    parts = []
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if event == "start" and isinstance(element.tag, str) and element.tag not in rules.DROPPED:
            if element.tag == "br" or (element.tag in rules.BLOCKS and element is not cell):
                parts.append(" ")
            parts.append(element.text or "")
        elif event == "end" and element is not cell:
            parts.append(element.tail or "")
    return _flat("".join(parts))
