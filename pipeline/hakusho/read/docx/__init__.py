"""Word files (.docx) as printed: numbers of lists and headings, notes, merged cells, boxes, tracked changes done.

ECMA-376 part 1, WordprocessingML. Headers, footers and tables of contents are furniture; comments are hidden text.
"""

from collections.abc import Iterator
from typing import Any

from hakusho.read import office_rules as rules
from hakusho.read.docx.runs import NoteNumbers, Runs, Words
from hakusho.read.docx.styles import Style, Styles, described, switched
from hakusho.read.docx.tables import cells_of, header_rows, height_of, rows_of, up_to
from hakusho.read.docx.titles import TitleLines, said_title
from hakusho.read.encodings import Undecodable, decode
from hakusho.read.formats import declared_charset
from hakusho.read.html import drafts_of, write
from hakusho.read.numbering import Numbering
from hakusho.read.packages import Package, Unreadable, child, children, local, value
from hakusho.read.pages import GridCell, TextBuilder
from hakusho.records import Block, Limits, Region

_DEEPEST = 30


def read_docx(data: bytes, limits: Limits, inline: bool = False) -> tuple[str, tuple[Block, ...], str]:
    """Return (text, blocks, title) of a Word file; the title is that of its Title style, of its properties or the line
    in the middle above its text, or empty.

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
    reader = _Reader(parts, inline, limits)
    reader.read(body)
    title = reader.title or said_title(package) or reader.above.best()
    return reader.builder.text, tuple(reader.builder.blocks), title


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

    def diagram(self, name: str) -> Iterator[str]:
        """Yield the words of the parts of a diagram (SmartArt)."""
        part = self._relations.get(name, ("", ""))[1]
        if part and self._package.has(part):
            for point in self._package.xml(part).iter("{*}pt"):
                lines = ("".join(run.text or "" for run in line.iter("{*}t")) for line in point.iter("{*}p"))
                yield " ".join(line for line in lines if line)

    def chunk(self, name: str) -> bytes:
        """Return a page that was laid into the text; empty for chunks in other formats."""
        part = self._relations.get(name, ("", ""))[1]
        if not (part and self._package.has(part)):
            return b""
        data = self._package.read(part)
        return data if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") else b""

    def comments(self) -> Iterator[Any]:
        root = self._one("comments")
        return iter(()) if root is None else children(root, "comment")


def _lists_contents(control: Any) -> bool:
    """Return whether a content control holds a table of contents that Word made."""
    gallery = child(control, "sdtPr", "docPartObj", "docPartGallery")
    return gallery is not None and value(gallery) == rules.CONTENTS_GALLERY


def _note_format(settings: Any | None, kind: str) -> str:
    form = child(settings, f"{kind}Pr", "numFmt")
    return value(form) if form is not None else ("decimal" if kind == "footnote" else "lowerRoman")


class _Reader:
    """Writes the blocks of a body in order."""

    def __init__(self, parts: _Parts, inline: bool, limits: Limits) -> None:
        self.builder = TextBuilder()
        self.title = ""
        self.above = TitleLines()
        self._limits = limits
        self._inline = inline
        self._parts = parts
        self._runs = Runs(parts.styles, parts.numbers, inline)
        self._endnotes: list[tuple[str, str]] = []
        self._titled = False
        self._contents = 0
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
            # What is drawn for older programs repeats what is drawn for newer ones.
            if next(paragraph.iterancestors("{*}Fallback"), None) is None:
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
            elif name == "altChunk":
                self._chunk(inner)
            elif name == "AlternateContent":
                chosen = child(inner, "Choice")
                self._blocks(inner if chosen is None else chosen, depth + 1)
            elif name not in ("del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "tblPr"):
                listing = name == "sdt" and _lists_contents(inner)
                self._contents += listing
                self._blocks(inner, depth + 1)
                self._contents -= listing
        if self._carried is not None and not depth:
            # Nothing is left for these words to open.
            self._beside(self._write(self._joined(Words()), Style()), depth)

    def _chunk(self, chunk: Any) -> None:
        """Read what another program laid in whole: a page of HTML."""
        name = next((found for key, found in chunk.items() if key.endswith("}id")), "")
        if data := self._parts.chunk(name):
            try:
                text = decode(data, declared_charset(data)).text
            except Undecodable as error:
                raise Unreadable(str(error)) from None
            drafts, regions = drafts_of(text, self._limits.depth, self._inline)
            write(self.builder, drafts, regions)

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
        if not depth:
            self.above.take(paragraph, words.line.strip())
        self._beside(self._write(words, style, *self._label(paragraph, style, words)), depth)

    def _write(self, words: Words, style: Style, label: str = "", bullet: bool = False) -> Words:
        """Write the words of a paragraph as a block; return them."""
        text = words.line.strip("\n \t")
        if text:
            kind, level = self._kind(style, label, bullet)
            if kind is Region.HEADING:
                text = " ".join(text.split("\n"))
            if style.name.lower() in rules.TITLE_STYLES:
                self.title = self.title or text
            self.builder.add(Region.HIDDEN if style.hidden else kind, label + text, level)
        return words

    def _joined(self, words: Words) -> Words:
        before, self._carried = self._carried, None
        if before is None:
            return words
        lists = ("text", "hidden", "readings", "notes", "boxes", "diagrams")
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
        for name in words.diagrams:
            for line in self._parts.diagram(name):
                self.builder.add(Region.CAPTION, line)

    def _label(self, paragraph: Any, style: Style, words: Words) -> tuple[str, bool]:
        if not style.number or style.number == "0":
            return "", False
        if not (words.line.strip() or words.boxes) and (
            words.hidden or switched(child(paragraph, "pPr", "rPr"), "vanish")
        ):
            return "", False
        level = style.depth
        if level is None:
            properties = child(paragraph, "pPr")
            named = child(properties, "pStyle") if properties is not None else None
            level = self._parts.numbering.level_of_style(style.number, value(named) if named is not None else "") or 0
        return self._parts.numbering.label(style.number, level)

    def _kind(self, style: Style, label: str, bullet: bool) -> tuple[Region, int]:
        name = style.name.lower()
        if self._contents or rules.CONTENTS_STYLE.match(name):
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
        rows = [row for row in rows_of(table) if not switched(child(row, "trPr"), "del")]
        cells = [cells_of(row) for row in rows]
        if max(map(len, cells), default=0) < 2:
            # A frame around text.
            for row in cells:
                for cell in row:
                    self._blocks(cell.element, depth + 1)
            return
        beside, headers = Words(), header_rows(table, rows)
        grid = []
        for number, row in enumerate(cells):
            header = number in headers
            for cell in row:
                if cell.merged != "continue":
                    height = height_of(cells, number, cell)
                    text = self._cell_text(cell.element, beside)
                    grid.append(GridCell(number, cell.column, text, header, height, cell.width))
        if any(cell.text for cell in grid):
            self.builder.add_table(grid)
        self._beside(beside, depth)

    def _cell_text(self, cell: Any, beside: Words) -> str:
        lines = []
        for paragraph in cell.iter("{*}p"):
            if any(local(above) == "txbxContent" for above in up_to(paragraph, cell)):
                continue
            words = self._runs.read(paragraph)
            label, _ = self._label(paragraph, self._style(paragraph), words)
            if words.line.strip():
                lines.append(label + words.line.replace("\n", " ").strip())
            beside.hidden += words.hidden
            beside.readings += words.readings
            beside.notes += words.notes
            beside.boxes += words.boxes
            beside.diagrams += words.diagrams
        return " ".join(lines)
