"""Tables of a web page: which hold data and which lay out the page, and where each cell stands."""

from collections.abc import Iterator
from typing import Any

from hakusho.read.html import html_rules as rules
from hakusho.read.html.zones import is_unseen


def is_data(table: Any) -> bool:
    """Return whether a table holds data and does not lay out a page: short cells, no headings or tables in them."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return False
    rows = _rows(table)
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    flat = [cell for row in cells for cell in row]
    if max(map(len, cells), default=0) < 2 or _heavy(table) or _is_box(cells):
        return False
    if any(cell.tag == "th" for cell in flat):
        return len(rows) > 1 or any(cell.tag == "td" for cell in flat)
    if len(rows) < 2 or _is_list(table, cells):
        return False
    many = sum(1 for cell in flat if _blocks_in(cell) > 1)
    if many and (len(rows) < 3 or many * 4 > len(flat)):
        return False
    return all(len("".join(cell.itertext())) <= rules.LONGEST_CELL for cell in flat)


def _is_box(rows: list[list[Any]]) -> bool:
    """Return whether words stand below one another only, with one picture beside them: a heading and text in a box."""
    pictures = sum(_is_picture(cell) for row in rows for cell in row)
    return pictures == 1 and all(sum(not _is_picture(cell) for cell in row) < 2 for row in rows)


def _is_picture(cell: Any) -> bool:
    return next(cell.iter("img"), None) is not None and not "".join(cell.itertext()).strip()


def _is_list(table: Any, rows: list[list[Any]]) -> bool:
    """Return whether a table without lines sets out a list: marks in one column, sentences in the other."""
    if (table.get("border") or "0") != "0" or any(len(row) != 2 for row in rows):
        return False
    marked = all(is_mark("".join(row[0].itertext())) for row in rows)
    return marked and any(rules.FULL_STOP in "".join(row[1].itertext()) for row in rows)


def is_mark(text: str) -> bool:
    """Return whether a cell holds the mark of a list item and nothing else.

    >>> [is_mark(text) for text in ("・", " (1) ", "①", "ア．", "1", "国")]
    [True, True, True, True, False, False]
    """
    return rules.ITEM_MARK.fullmatch(text.strip()) is not None


def _heavy(table: Any) -> bool:
    return next((True for inner in table.iterdescendants(*rules.HEAVY)), False)


def _blocks_in(cell: Any) -> int:
    return sum(1 for _ in cell.iterdescendants(*rules.LAYOUT))


def _rows(table: Any) -> list[Any]:
    """Return the rows in printed order: a foot stands last wherever it is written."""
    order = {"thead": 0, "tfoot": 2}
    rows = [row for row in table.iterdescendants("tr") if not row.attrib or not is_unseen(tuple(row.items()))]
    if any(row.getparent().tag == "tfoot" for row in rows):
        rows.sort(key=lambda row: order.get(row.getparent().tag, 1))
    return rows


def places(table: Any) -> dict[Any, tuple[int, int, int, int]]:
    """Return (row, column, height, width) of each cell of a table; spans are bounded by the table's size."""
    rows = _rows(table)
    taken: set[tuple[int, int]] = set()
    found: dict[Any, tuple[int, int, int, int]] = {}
    room = rules.WIDEST_SPAN * 20
    for number, row in enumerate(rows):
        column = 0
        for cell in _cells(row):
            while (number, column) in taken:
                column += 1
            height = min(_span(cell, "rowspan") or len(rows), len(rows) - number)
            width = min(_span(cell, "colspan") or 1, rules.WIDEST_SPAN)
            if height * width > 1:
                # Spans beyond what any table fills are a trap.
                height, width = (height, width) if height * width <= room else (1, 1)
                room -= height * width
                taken.update((number + y, column + x) for y in range(height) for x in range(width))
            found[cell] = (number, column, height, width)
            column += width
    return found


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in row if cell.tag in ("td", "th"))


def _span(cell: Any, name: str) -> int:
    value = cell.get(name)
    if not value:
        return 1
    value = value.strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1
