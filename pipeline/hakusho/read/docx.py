"""Word files (.docx) as printed: numbers of lists and headings, notes, merged cells, boxes, tracked changes done.

ECMA-376 part 1, WordprocessingML. Headers, footers and tables of contents are furniture; comments are hidden text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hakusho.read import office_rules as rules
from hakusho.read.docx_runs import NoteNumbers, Runs, Words
from hakusho.read.docx_styles import Style, Styles, described, switched
from hakusho.read.numbering import Numbering
from hakusho.read.packages import Package, Unreadable, child, children, local, value
from hakusho.read.pages import GridCell, TextBuilder
from hakusho.records import Block, Limits, Region

_DEEPEST = 30
_WIDEST = 1000


def read_docx(data: bytes, limits: Limits, inline: bool = False) -> tuple[str, tuple[Block, ...], str]:
    """Return (text, blocks, title) of a Word file; the title is that of its Title style, or empty.

    Raises Unreadable for a damaged file, or one beyond the limits.
    """
    package = Package(data, limits)
    main = next((part for kind, part in package.relations("").values() if kind == "officeDocument"), "")
    main = main if main and package.has(main) else "word/document.xml"
    relations = package.relations(main)
    parts = _Parts(package, relations)
    body = child(package.xml(main), "body")
    if body is None:
        raise Unreadable("a Word file without a body")
    parts.numbers.take_formats(body)
    reader = _Reader(parts, inline)
    reader.read(body)
    return reader.builder.text, tuple(reader.builder.blocks), reader.title


class _Parts:
    """The parts next to the text: styles, lists, notes, heads."""

    def __init__(self, package: Package, relations: dict[str, tuple[str, str]]) -> None:
        self._package = package
        self._relations = relations
        self.styles = Styles(self._one("styles"))
        self.numbering = Numbering(self._one("numbering"))
        settings = self._one("settings")
        self.numbers = NoteNumbers({kind: _note_format(settings, kind) for kind in ("footnote", "endnote")})
        self.notes = {(kind, name): note for kind in ("footnote", "endnote") for name, note in self._notes(kind)}

    def _one(self, kind: str) -> Any | None:
        part = next((part for found, part in self._relations.values() if found == kind), "")
        return self._package.xml(part) if part and self._package.has(part) else None

    def _notes(self, kind: str) -> Iterator[tuple[str, Any]]:
        root = self._one(f"{kind}s")
        for note in children(root, kind) if root is not None else ():
            if value(note, "type") in ("", "normal"):
                yield value(note, "id"), note

    def heads(self, kind: str) -> Iterator[Any]:
        """Yield the headers or footers in order of their parts."""
        for part in sorted({part for found, part in self._relations.values() if found == kind}):
            if self._package.has(part):
                yield self._package.xml(part)

    def comments(self) -> Iterator[Any]:
        root = self._one("comments")
        return iter(()) if root is None else children(root, "comment")


def _note_format(settings: Any | None, kind: str) -> str:
    form = child(settings, f"{kind}Pr", "numFmt")
    return value(form) if form is not None else ("decimal" if kind == "footnote" else "lowerRoman")


@dataclass(slots=True)
class _Cell:
    """A cell of a Word table: its grid column, width, what it does in a vertical merge, and its paragraphs."""

    element: Any
    column: int
    width: int
    merged: str


class _Reader:
    """Writes the blocks of a body in order."""

    def __init__(self, parts: _Parts, inline: bool) -> None:
        self.builder = TextBuilder()
        self.title = ""
        self._parts = parts
        self._runs = Runs(parts.styles, parts.numbers, inline)
        self._endnotes: list[tuple[str, str]] = []
        self._titled = False
        self._carried: Words | None = None

    def read(self, body: Any) -> None:
        for root in self._parts.heads("header"):
            self._furniture(root)
        self._titled = any(self._style(paragraph).level for paragraph in children(body, "p"))
        self._blocks(body, 0)
        for note in self._endnotes:
            self._note(note)
        for comment in self._parts.comments():
            self.builder.add(Region.HIDDEN, self._lines(comment))
        for root in self._parts.heads("footer"):
            self._furniture(root)

    def _furniture(self, root: Any) -> None:
        for paragraph in root.iter("{*}p"):
            self.builder.add(Region.RUNNING_HEAD, self._runs.read(paragraph).line)

    def _blocks(self, element: Any, depth: int) -> None:
        if depth > _DEEPEST:
            raise Unreadable(f"parts of the text nest deeper than {_DEEPEST}")
        for inner in element:
            name = local(inner)
            if name == "p":
                self._paragraph(inner, depth)
            elif name == "tbl":
                self._table(inner, depth)
            elif name not in ("del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "tblPr"):
                self._blocks(inner, depth + 1)

    def _style(self, paragraph: Any) -> Style:
        properties = child(paragraph, "pPr")
        named = child(properties, "pStyle") if properties is not None else None
        style_id = value(named) if named is not None else self._parts.styles.default
        return described(properties, self._parts.styles.of(style_id))

    def _paragraph(self, paragraph: Any, depth: int) -> None:
        words = self._joined(self._runs.read(paragraph))
        if switched(child(paragraph, "pPr", "rPr"), "del"):
            # The end of this paragraph is deleted: its words open the next one.
            self._carried = words
            return
        style = self._style(paragraph)
        label, bullet = self._label(paragraph, style, words)
        text = words.line.strip("\n \t")
        if text:
            kind, level = self._kind(style, label, bullet)
            if kind is Region.HEADING:
                text = " ".join(text.split("\n"))
            if style.name.lower() in rules.TITLE_STYLES:
                self.title = self.title or text
            self.builder.add(Region.HIDDEN if style.hidden else kind, label + text, level)
        self._beside(words, depth)

    def _joined(self, words: Words) -> Words:
        before, self._carried = self._carried, None
        if before is None:
            return words
        lists = ("text", "hidden", "readings", "notes", "boxes")
        return Words(*(getattr(before, name) + getattr(words, name) for name in lists))

    def _beside(self, words: Words, depth: int) -> None:
        """Write what is next to a paragraph: readings, hidden words, its notes, its boxes."""
        self.builder.add(Region.RUBY, " ".join(words.readings))
        self.builder.add(Region.HIDDEN, "".join(words.hidden))
        for note in words.notes:
            if note[0] == "endnote":
                self._endnotes.append(note)
            else:
                self._note(note)
        for box in words.boxes:
            self._blocks(box, depth + 1)

    def _label(self, paragraph: Any, style: Style, words: Words) -> tuple[str, bool]:
        if not style.number or style.number == "0" or not (words.line.strip() or words.boxes):
            return "", False
        level = style.depth
        if level is None:
            properties = child(paragraph, "pPr")
            named = child(properties, "pStyle") if properties is not None else None
            level = self._parts.numbering.level_of_style(style.number, value(named) if named is not None else "") or 0
        return self._parts.numbering.label(style.number, level)

    def _kind(self, style: Style, label: str, bullet: bool) -> tuple[Region, int]:
        name = style.name.lower()
        if rules.CONTENTS_STYLE.match(name):
            return Region.NAVIGATION, 0
        if name in rules.TITLE_STYLES:
            return Region.HEADING, 1
        if style.level:
            return Region.HEADING, style.level
        if name in rules.CAPTION_STYLES:
            return Region.CAPTION, 0
        # Where no style names headings, a numbered paragraph may be one: its words decide.
        return (Region.LIST if bullet or (label and self._titled) else Region.BODY), 0

    def _note(self, note: tuple[str, str]) -> None:
        element = self._parts.notes.get(note)
        if element is not None:
            mark = self._parts.numbers.marks.get(note, "")
            text = self._lines(element)
            self.builder.add(Region.FOOTNOTE, f"{mark} {text}" if mark else text)

    def _lines(self, element: Any) -> str:
        """Return the text of all paragraphs of a note or cell, a space between them."""
        found = (self._runs.read(paragraph).line for paragraph in element.iter("{*}p"))
        return " ".join(" ".join(line.split("\n")).strip() for line in found if line.strip())

    # --- tables ---

    def _table(self, table: Any, depth: int) -> None:
        rows = [row for row in _rows(table) if not switched(child(row, "trPr"), "del")]
        cells = [_cells(row) for row in rows]
        if max(map(len, cells), default=0) < 2:
            # A frame around text.
            for row in cells:
                for cell in row:
                    self._blocks(cell.element, depth + 1)
            return
        beside, headers = Words(), _headers(table, rows)
        grid = []
        for number, row in enumerate(cells):
            header = number in headers
            for cell in row:
                if cell.merged != "continue":
                    height = _height(cells, number, cell)
                    text = self._cell_text(cell.element, beside)
                    grid.append(GridCell(number, cell.column, text, header, height, cell.width))
        if any(cell.text for cell in grid):
            self.builder.add_table(grid)
        self._beside(beside, depth)

    def _cell_text(self, cell: Any, beside: Words) -> str:
        lines = []
        for paragraph in cell.iter("{*}p"):
            if any(local(above) == "txbxContent" for above in _up_to(paragraph, cell)):
                continue
            words = self._runs.read(paragraph)
            label, _ = self._label(paragraph, self._style(paragraph), words)
            if words.line.strip():
                lines.append(label + words.line.replace("\n", " ").strip())
            beside.hidden += words.hidden
            beside.readings += words.readings
            beside.notes += words.notes
            beside.boxes += words.boxes
        return " ".join(lines)


def _headers(table: Any, rows: list[Any]) -> set[int]:
    """Return the rows that are repeated on each page; else the first, where the table's look sets it off."""
    repeated = {number for number, row in enumerate(rows) if switched(child(row, "trPr"), "tblHeader")}
    look = child(table, "tblPr", "tblLook")
    if repeated or look is None:
        return repeated
    bits = value(look)
    first = value(look, "firstRow") or ("1" if bits and _hexadecimal(bits) & 0x20 else "0")
    return {0} if first in ("1", "true", "on") else set()


def _hexadecimal(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        return 0


def _up_to(element: Any, top: Any) -> Iterator[Any]:
    for above in element.iterancestors():
        if above is top:
            return
        yield above


def _rows(table: Any) -> Iterator[Any]:
    for inner in table:
        name = local(inner)
        if name == "tr":
            yield inner
        elif name in ("sdt", "sdtContent", "ins", "customXml", "moveTo"):
            yield from _rows(inner)


def _cells(row: Any) -> list[_Cell]:
    """Return the cells of a row with their places in the grid."""
    before = child(row, "trPr", "gridBefore")
    column = _small(before) if before is not None else 0
    found = []
    for element in _cell_elements(row):
        properties = child(element, "tcPr")
        span, merge = child(properties, "gridSpan"), child(properties, "vMerge")
        width = _small(span) if span is not None else 1
        merged = "" if merge is None else (value(merge) or "continue")
        found.append(_Cell(element, column, max(1, width), merged))
        column += max(1, width)
    return found


def _cell_elements(row: Any) -> Iterator[Any]:
    for inner in row:
        if local(inner) == "tc":
            yield inner
        elif local(inner) in ("sdt", "sdtContent", "customXml"):
            yield from _cell_elements(inner)


def _small(element: Any) -> int:
    found = value(element)
    return min(int(found), _WIDEST) if found.isdecimal() and len(found) < 6 else 1


def _height(cells: list[list[_Cell]], number: int, cell: _Cell) -> int:
    if cell.merged != "restart":
        return 1
    height = 1
    for row in cells[number + 1 :]:
        if not any(other.column == cell.column and other.merged == "continue" for other in row):
            break
        height += 1
    return height
