"""Put a text together from blocks, so that every format is read alike: blank lines between, tabs in rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hakusho.records import Block, Cell, Print, Region, Span


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table before it has its place in the text; `row` and `column` count from 0."""

    row: int
    column: int
    text: str
    header: bool = False
    height: int = 1
    width: int = 1


@dataclass(slots=True)
class TextBuilder:
    """The canonical text as it grows, and its blocks."""

    blocks: list[Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(
        self,
        kind: Region,
        text: str,
        level: int = 0,
        page: int = 0,
        facts: Print | None = None,
        breaks: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Add a block; blank ones are left out. `breaks` are places in `text` where pages begin, with the page."""
        room = len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            return
        start = self._open()
        self._write(text)
        places = tuple((start + place - room, number) for place, number in breaks)
        self.blocks.append(Block(kind, Span(start, self._length), page, level, (), facts, places))

    def add_table(self, cells: Sequence[GridCell], page: int = 0, ruled: bool = True) -> None:
        """Add a table, a line a row; a merged cell stands once, and counts as filled where it reaches further.

        One that is not `ruled` is told from its rows like a table of plain text.
        """
        start = self._open()
        placed: dict[tuple[int, int], Cell] = {}
        rows = max((cell.row for cell in cells), default=-1) + 1
        for row in range(rows):
            if row:
                self._write("\n")
            members = sorted((cell for cell in cells if cell.row == row), key=lambda cell: cell.column)
            column = 0
            for cell in members:
                self._write("\t" * (cell.column - column))
                column = cell.column
                self._place(cell, placed)
        ordered = tuple(placed[key] for key in sorted(placed)) if ruled else ()
        self.blocks.append(Block(Region.TABLE, Span(start, self._length), page, 0, ordered))

    def _place(self, cell: GridCell, placed: dict[tuple[int, int], Cell]) -> None:
        start = self._length
        self._write(" ".join(cell.text.split()))
        span = Span(start, self._length)
        for row in range(cell.row, cell.row + cell.height):
            for column in range(cell.column, cell.column + cell.width):
                filled = (row, column) != (cell.row, cell.column)
                placed.setdefault((row, column), Cell(row, column, span, cell.header, filled))

    def _open(self) -> int:
        if self._length:
            self._write("\n\n")
        return self._length

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
