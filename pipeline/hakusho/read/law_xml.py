"""Laws in the XML of e-Gov (法令標準XML): the text as the law is printed, so that its parts are told as in print.

Titles of parts, chapters, sections and articles, captions, numbered paragraphs and items stand on lines of their own,
set in as in print; `segment` tells 編, 章, 節, 条, 項 and 号 from them as in a law's plain text. Tables, the table of
contents and readings are blocks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from hakusho.read import law_rules as rules
from hakusho.read.packages import Unreadable, child, children, local
from hakusho.read.pages import GridCell, grid_text
from hakusho.read.ruby_rules import READING
from hakusho.records import Block, Cell, Region, Span

_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Law:
    """A law's text and blocks; `number` is as printed (平成十三年法律第百四十号), `title` its name."""

    text: str
    blocks: tuple[Block, ...]
    title: str
    number: str


def is_law(root: Any) -> bool:
    """Return whether an element is a law, or what e-Gov wraps one in."""
    return local(root) in rules.ROOTS and _law(root) is not None


def _law(root: Any) -> Any | None:
    return root if local(root) == "Law" else next((found for found in root.iter("{*}Law")), None)


def read_law(root: Any, inline: bool = False) -> Law:
    """Return the text of a law. Raises Unreadable for one without a body."""
    law = _law(root)
    body = child(law, "LawBody")
    if body is None:
        raise Unreadable("a law without a body")
    writer = _Writer(inline=inline)
    number = _words(child(law, "LawNum"))
    title = child(body, "LawTitle")
    writer.line(number)
    writer.element(body, 0)
    return Law(writer.text, tuple(writer.blocks), _words(title), number)


def _words(element: Any | None) -> str:
    return "" if element is None else "".join(_pieces(element, [])).strip()


def _pieces(element: Any, readings: list[str], inline: bool = False) -> Iterator[str]:
    """Yield the words of an element; readings go aside, or with `inline` behind their words."""
    if element.text:
        yield element.text.strip("\r\n\t ")
    for inner in element:
        if local(inner) == "Rt":
            reading = "".join(inner.itertext()).strip()
            if inline:
                yield READING.format(reading)
            else:
                readings.append(reading)
        else:
            yield from _pieces(inner, readings, inline)
            if local(inner) == "Column" and inner.getnext() is not None:
                yield rules.GAP
        if inner.tail:
            yield inner.tail.strip("\r\n\t ")


@dataclass(slots=True)
class _Writer:
    """The text as it grows, line by line."""

    inline: bool = False
    blocks: list[Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def text(self) -> str:
        return "".join(self._parts).rstrip("\n")

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _blank(self) -> None:
        """Write a blank line, unless one stands there."""
        if self._parts and self._parts[-2:] != ["\n", "\n"]:
            self._write("\n")

    def line(self, text: str, indent: int = 0, kind: Region | None = None) -> None:
        if text:
            self._write(rules.GAP * indent)
            start = self._length
            self._write(text)
            if kind is not None:
                self.blocks.append(Block(kind, Span(start, self._length)))
            self._write("\n")

    def _words(self, element: Any, lead: str = "", indent: int = 0) -> None:
        """Write the words of an element on a line, its readings after it."""
        readings: list[str] = []
        self.line(lead + "".join(_pieces(element, readings, self.inline)), indent)
        self.line(" ".join(readings), 0, Region.RUBY)

    def element(self, element: Any, depth: int) -> None:
        """Write an element and all in it."""
        if depth > _DEEPEST:
            raise Unreadable(f"provisions nest deeper than {_DEEPEST}")
        for inner in element:
            name = local(inner)
            if name in rules.CONTENTS:
                self._contents(inner)
            elif name in rules.TITLES:
                self._blank()
                self._words(inner, "", rules.GROUPS[name.removesuffix("Title")])
                self._blank()
            elif name == "SupplProvisionLabel":
                self._supplement(inner.getparent(), inner)
            elif name in rules.LINES:
                self._words(inner, "", rules.LINES[name])
            elif name in ("Sentence", "List"):
                self._words(inner)
            else:
                self._provision(inner, name, depth)

    def _provision(self, element: Any, name: str, depth: int) -> None:
        if name == "Article":
            self._blank()
            self._article(element, depth)
        elif name == "Paragraph":
            self._paragraph(element, "", depth)
        elif name in rules.LEADS:
            self._item(element, name, depth)
        elif name == "Table":
            self._table(element)
        else:
            self.element(element, depth + 1)

    def _contents(self, contents: Any) -> None:
        for element in contents.iter():
            if local(element).endswith(("Title", "Label")):
                words = _words(element)
                reach = child(element.getparent(), "ArticleRange")
                self.line(words + _words(reach), 0, Region.NAVIGATION)

    def _article(self, article: Any, depth: int) -> None:
        title = _words(child(article, "ArticleTitle"))
        caption = child(article, "ArticleCaption")
        if caption is not None:
            self._words(caption, "", 1)
        rest = [inner for inner in article if local(inner) not in ("ArticleTitle", "ArticleCaption")]
        if not any(local(inner) == "Paragraph" for inner in rest):
            self.line(title)
        for inner in rest:
            if local(inner) == "Paragraph":
                self._paragraph(inner, title, depth)
                title = ""
            else:
                self._words(inner)

    def _paragraph(self, paragraph: Any, title: str, depth: int) -> None:
        number = _words(child(paragraph, "ParagraphNum"))
        lead = title or number
        caption = child(paragraph, "ParagraphCaption")
        if caption is not None:
            self._words(caption, "", 1)
        sentence = child(paragraph, "ParagraphSentence")
        if sentence is not None:
            self._words(sentence, f"{lead}{rules.GAP}" if lead else "", 0)
        elif lead:
            self.line(lead)
        self._below(paragraph, ("ParagraphNum", "ParagraphCaption", "ParagraphSentence"), depth)

    def _item(self, item: Any, name: str, depth: int) -> None:
        title = _words(child(item, rules.LEADS[name]))
        sentence = child(item, f"{name}Sentence")
        indent = rules.DEPTHS[name]
        if sentence is None:
            self.line(title, indent)
        elif next(children(sentence, "Table"), None) is not None:
            self.element(sentence, depth + 1)
        else:
            self._words(sentence, f"{title}{rules.GAP}" if title else "", indent)
        self._below(item, (rules.LEADS[name], f"{name}Sentence"), depth)

    def _below(self, element: Any, done: tuple[str, ...], depth: int) -> None:
        """Write what follows the sentence of a provision: items, tables, figures."""
        for inner in element:
            if local(inner) not in done:
                self.element([inner], depth + 1)

    def _supplement(self, provision: Any, label: Any) -> None:
        words = _words(label)
        if amended := provision.get("AmendLawNum"):
            words += rules.GAP + rules.AMENDED.format(number=amended)
        if provision.get("Extract") == "true":
            words += rules.GAP + rules.EXTRACT
        self._blank()
        self.line(words, rules.LINES["SupplProvisionLabel"])

    def _table(self, table: Any) -> None:
        cells = list(_cells(table))
        start = self._length
        text, placed = grid_text(cells)
        self._write(text)
        moved = tuple(
            Cell(cell.row, cell.column, Span(start + cell.span.start, start + cell.span.end), cell.header, cell.filled)
            for cell in placed
        )
        self.blocks.append(Block(Region.TABLE, Span(start, self._length), cells=moved))
        self._write("\n")


def _cells(table: Any) -> Iterator[GridCell]:
    taken: set[tuple[int, int]] = set()
    rows = list(children(table, "TableHeaderRow", "TableRow"))
    for number, row in enumerate(rows):
        column = 0
        header = local(row) == "TableHeaderRow"
        for cell in children(row, "TableHeaderColumn", "TableColumn"):
            while (number, column) in taken:
                column += 1
            height, width = min(_span(cell, "rowspan"), len(rows) - number), _span(cell, "colspan")
            taken.update((number + y, column + x) for y in range(height) for x in range(width))
            yield GridCell(number, column, _words(cell), header, height, width)
            column += width


def _span(cell: Any, name: str) -> int:
    found = cell.get(name) or "1"
    return max(1, min(int(found), 100)) if found.isascii() and found.isdecimal() and len(found) < 6 else 1
