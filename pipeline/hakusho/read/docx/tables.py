"""Tables of a Word file: their rows and cells with their places in the grid, merged ones and headers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hakusho.read.docx.styles import switched
from hakusho.read.packages import child, local, value

_WIDEST = 1000


@dataclass(slots=True)
class Cell:
    """A cell of a Word table: its grid column, width, what it does in a vertical merge, and its paragraphs."""

    element: Any
    column: int
    width: int
    merged: str


def header_rows(table: Any, rows: list[Any]) -> set[int]:
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


def up_to(element: Any, top: Any) -> Iterator[Any]:
    """Yield the elements around one, up to `top` but without it."""
    for above in element.iterancestors():
        if above is top:
            return
        yield above


def rows_of(table: Any) -> Iterator[Any]:
    """Yield the rows of a table, those in content controls and insertions among them."""
    for inner in table:
        name = local(inner)
        if name == "tr":
            yield inner
        elif name in ("sdt", "sdtContent", "ins", "customXml", "moveTo"):
            yield from rows_of(inner)


def cells_of(row: Any) -> list[Cell]:
    """Return the cells of a row with their places in the grid."""
    before = child(row, "trPr", "gridBefore")
    column = _small(before) if before is not None else 0
    found: list[Cell] = []
    for element in _cell_elements(row):
        properties = child(element, "tcPr")
        span, merge = child(properties, "gridSpan"), child(properties, "vMerge")
        width = _small(span) if span is not None else 1
        merged = "" if merge is None else (value(merge) or "continue")
        beside = child(properties, "hMerge")
        if beside is not None and value(beside) != "restart" and found:
            # An older way to merge cells of a row: the one before reaches over this one.
            found[-1].width += max(1, width)
            column += max(1, width)
            continue
        found.append(Cell(element, column, max(1, width), merged))
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


def height_of(cells: list[list[Cell]], number: int, cell: Cell) -> int:
    """Return over how many rows a cell reaches."""
    if cell.merged != "restart":
        return 1
    height = 1
    for row in cells[number + 1 :]:
        if not any(other.column == cell.column and other.merged == "continue" for other in row):
            break
        height += 1
    return height
