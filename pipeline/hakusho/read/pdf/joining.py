"""Put together what columns, pages and type tear: paragraphs, tables, the number of a chapter and its title."""

from collections.abc import Sequence
from dataclasses import replace

from hakusho.read.pages import GridCell
from hakusho.read.pdf.items import Item
from hakusho.read.pdf.paragraphs import join_lines
from hakusho.read.pdf.pdf_rules import CHAPTER_NUMBER, CLOSED, KANA_FIRST, LABEL, PROSE
from hakusho.records import Region

# How far a line may stand off the margin and still be at it, in sizes.
_MARGIN = 0.6
# What begins so much further left or right, in sizes, is another column.
_COLUMN = 5
_TITLE = 1.3
# A field of a table that a page tears is longer than this.
_LEAST_TORN = 6


def titled(items: Sequence[Item]) -> list[Item]:
    """Put the number of a chapter that stands apart to the title that follows in type of its size."""
    put: list[Item] = []
    for item in items:
        above = put[-1] if put else None
        if above is not None and above.facts and item.facts and _numbers(above, item):
            facts = replace(item.facts, box=above.facts.box[:2] + item.facts.box[2:])
            put[-1] = item._replace(text=f"{above.text}　{item.text}", facts=facts, first=above.first)
        else:
            put.append(item)
    return put


def _numbers(above: Item, item: Item) -> bool:
    assert above.facts is not None
    assert item.facts is not None
    level = above.kind is item.kind is Region.BODY and abs(above.facts.size - item.facts.size) < 0.1 * item.facts.size
    return level and bool(CHAPTER_NUMBER.fullmatch(above.text)) and not CLOSED.search(item.text)


# What is printed apart from text, and may stand between two parts of it.
NO_TEXT = (Region.RUNNING_HEAD, Region.FOOTNOTE, Region.RUBY)


def joined(items: Sequence[Item], body: float) -> list[Item]:
    """Put paragraphs together that a page or column break tears: the last one is full and unfinished, the next at the
    margin. What is printed otherwise may stand between: figures with their captions, boxes, tables. `body` is the size
    of prose; what is larger is a title, which no page tears."""
    put: list[Item] = []
    last: dict[tuple[int, bool, bool, bool, int], int] = {}
    for item in items:
        if item.kind is not Region.BODY or item.facts is None or item.facts.size > _TITLE * body:
            put.append(item)
            continue
        facts = item.facts
        face = (round(facts.size), facts.bold, facts.gothic, facts.framed, facts.weight)
        above = last.get(face)
        if above is not None and _torn(put[above], item):
            put[above] = _whole(put[above], item)
        else:
            last[face] = len(put)
            put.append(item)
    return put


def _whole(above: Item, item: Item) -> Item:
    assert above.facts is not None
    assert item.facts is not None
    facts = replace(above.facts, lines=above.facts.lines + item.facts.lines)
    text = join_lines(above.text, item.text)
    breaks = above.breaks
    if item.page > above.last_page:
        breaks = (*breaks, (len(text) - len(item.text), item.page))
    return above._replace(
        text=text,
        breaks=breaks,
        full=item.full,
        facts=facts,
        last_page=item.page,
        last_x=item.last_x,
        last_y=item.last_y,
    )


def _torn(above: Item, item: Item) -> bool:
    return (
        item.first
        and above.full
        and (item.page == above.last_page + 1 or (item.page == above.last_page and _moved(above, item)))
        and _at_margin(above, item)
        and not CLOSED.search(above.text)
        and not LABEL.match(item.text)
    )


def _moved(above: Item, item: Item) -> bool:
    """Return whether a paragraph stands where text goes on from another on its page: at the head of the next column, or
    right below, where a picture next to the lines ends."""
    assert item.facts is not None
    size = item.facts.size
    out = item.first_x < above.last_x + _MARGIN * size
    return item.first_y < above.last_y or (item.first_y - above.last_y < 2.2 * size and out)


def _at_margin(above: Item, item: Item) -> bool:
    """Return whether a paragraph begins where the lines of the one above do, and not further in than its own."""
    assert above.facts is not None
    assert item.facts is not None
    size = item.facts.size
    if item.opening > _MARGIN * size:
        return False
    # In another column, what counts is how far in a line begins.
    moved = item.facts.left - above.facts.left
    moved = moved if abs(moved) > _COLUMN * size else 0.0
    in_ = item.first_x - moved - above.first_x
    hanging = bool(LABEL.match(above.text)) and 0 < in_ < 3 * size
    # A single line is indented as the first of its paragraph; the next ones stand further out.
    out = above.facts.lines == 1 and _MARGIN * size / 2 < -in_ < 2.3 * size
    return not item.facts.indented or hanging or out or abs(item.first_x - moved - above.last_x) < _MARGIN * size


def tables_joined(items: Sequence[Item]) -> list[Item]:
    """Put a table that goes on at the head of the next page to the one before: the same columns, or the same names over
    as many, nothing but furniture and notes between."""
    put: list[Item] = []
    ends: dict[int, int] = {}
    for item in items:
        last = next((i for i in range(len(put) - 1, -1, -1) if put[i].kind not in NO_TEXT), None)
        if (
            item.kind is Region.TABLE
            and last is not None
            and _table_goes_on(put[last], item, ends.get(last, put[last].page))
        ):
            above = put[last]
            cells, again = _with_rows(above.cells, item.cells)
            height = max(cell.row + cell.height for cell in above.cells)
            added = any(cell.row >= height for cell in cells)
            put[last] = above._replace(cells=cells, breaks=(*above.breaks, *[(height, item.page)] * added))
            ends[last] = item.page
            if again:
                put.append(Item(Region.RUNNING_HEAD, again, item.page))
        else:
            put.append(item)
    return put


def _table_goes_on(above: Item, item: Item, page: int) -> bool:
    if item.goes_on:
        return above.kind is Region.TABLE
    if above.kind is not Region.TABLE or not above.ruled or not item.ruled or item.page != page + 1:
        return False
    if len(above.columns) != len(item.columns):
        return False
    level = all(abs(one - two) < 4 for one, two in zip(above.columns, item.columns, strict=True))
    return level or _head(above.cells) == _head(item.cells) != []


def _head(cells: Sequence[GridCell]) -> list[tuple[int, int, str]]:
    return sorted((cell.row, cell.column, cell.text) for cell in cells if cell.header)


def _first_row(cells: Sequence[GridCell]) -> list[tuple[int, int, str]]:
    return sorted((cell.row, cell.column, cell.text) for cell in cells if cell.row == 0)


def _with_rows(above: Sequence[GridCell], cells: Sequence[GridCell]) -> tuple[tuple[GridCell, ...], str]:
    """Return the cells of a table with the rows that go on, and the header that is printed again above them."""
    head, again = _head(above), _head(cells)
    depth = 1 + max((c.row for c in cells if c.header), default=-1) if head == again else 0
    if not depth and _first_row(above) == _first_row(cells):
        depth, again = 1, _first_row(cells)
    rest = [cell._replace(row=cell.row - depth, header=False) for cell in cells if cell.row >= depth]
    above, rest = _fields_whole(above, rest)
    height = max(cell.row + cell.height for cell in above)
    rest = [cell._replace(row=cell.row + height) for cell in rest]
    return (*above, *rest), "　".join(text for _, _, text in again if text) if depth else ""


def _fields_whole(above: Sequence[GridCell], cells: list[GridCell]) -> tuple[Sequence[GridCell], list[GridCell]]:
    """Put the fields that a page tears together: the first row there has no label, and ends unfinished prose."""
    last = max(cell.row for cell in above)
    begun = {cell.column: cell.text for cell in above if cell.row == last and not cell.header and cell.text}
    ends = {cell.column: cell.text for cell in cells if cell.row == 0 and cell.text}
    torn = [begun[column] for column in ends if column in begun and _unfinished(begun[column])]
    if not ends or min(cell.column for cell in above) in ends or len(torn) < len(ends):
        return above, cells
    if not any(map(PROSE.search, torn)) and not all(map(KANA_FIRST.match, ends.values())):
        return above, cells
    whole = [
        cell._replace(text=join_lines(cell.text, ends[cell.column]))
        if cell.row == last and cell.column in ends
        else cell
        for cell in above
    ]
    return whole, [cell._replace(row=cell.row - 1) for cell in cells if cell.row]


def _unfinished(text: str) -> bool:
    return len(text) > _LEAST_TORN and not CLOSED.search(text)
