"""Put a text together from blocks, so that every format is read alike: blank lines between, tabs in rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hakusho.records import Block, Cell, Print, Region, Span


class GridCell(NamedTuple):
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
        words = text.strip()
        if not words:
            return
        start = self._open()
        self._write(words)
        places: tuple[tuple[int, int], ...] = ()
        if breaks:
            shift = start - (len(text) - len(text.lstrip()))
            places = tuple((place + shift, number) for place, number in breaks)
        self.blocks.append(Block(kind, Span(start, self._length), page, level, (), facts, places))

    def add_table(
        self, cells: Sequence[GridCell], page: int = 0, ruled: bool = True, breaks: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Add a table, one row per line; a merged cell stands once, and counts as filled where it reaches further.

        One that is not `ruled` is told from its rows like a table of plain text. `breaks` are rows with which pages
        begin, with the page.
        """
        start = self._open()
        text, placed = grid_text(cells, start)
        self._write(text)
        lines = [start, *(start + place + 1 for place, sign in enumerate(text) if sign == "\n")] if breaks else []
        places = tuple((lines[row], number) for row, number in breaks)
        span = Span(start, self._length)
        self.blocks.append(Block(Region.TABLE, span, page, 0, placed if ruled else (), breaks=places))

    def _open(self) -> int:
        if self._length:
            self._write("\n\n")
        return self._length

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def grid_text(cells: Sequence[GridCell], start: int = 0) -> tuple[str, tuple[Cell, ...]]:
    """Return (text, cells): one row per line, a tab between columns, and its cells placed from offset `start` on."""
    rows: dict[int, list[GridCell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    parts: list[str] = []
    placed: dict[tuple[int, int], Cell] = {}
    for row in range(max(rows, default=-1) + 1):
        if row:
            parts.append("\n")
            start += 1
        column = 0
        for cell in sorted(rows.get(row, ()), key=lambda cell: cell.column):
            parts.append("\t" * (cell.column - column))
            start += cell.column - column
            column = cell.column
            text = " ".join(cell.text.split())
            parts.append(text)
            _place(cell, Span(start, start + len(text)), placed)
            start += len(text)
    return "".join(parts), tuple(placed[key] for key in sorted(placed))


def _place(cell: GridCell, span: Span, placed: dict[tuple[int, int], Cell]) -> None:
    if cell.height == cell.width == 1:
        placed.setdefault((cell.row, cell.column), Cell(cell.row, cell.column, span, cell.header))
        return
    for row in range(cell.row, cell.row + cell.height):
        for column in range(cell.column, cell.column + cell.width):
            filled = (row, column) != (cell.row, cell.column)
            placed.setdefault((row, column), Cell(row, column, span, cell.header, filled))
