"""Tables of the text: rows of tabs, of pipes, or of columns set apart by spaces, to cells."""

from collections import Counter
from collections.abc import Sequence

from hakusho.records import Block, Cell, Figure, Region, Span, Table
from hakusho.segment.lines import Line
from hakusho.segment.tables import table_rules as rules
from hakusho.segment.tables import unit_rules as table_unit_rules
from hakusho.segment.tables.boxes import box_cells, is_drawn
from hakusho.segment.tables.columns import place_columns
from hakusho.segment.tables.repair import Row, grid_cells, repair, shift_places
from hakusho.segment.tables.values import cell_values

Shift = tuple[int, Span, str]


def find_tables(
    blocks: Sequence[Block], lines: Sequence[Line], figures: Sequence[Figure], text: str
) -> tuple[tuple[Table, ...], list[Shift]]:
    """Return the tables, and (line, span, comment) for each place where columns are shifted or cannot be settled."""
    tables: list[Table] = []
    shifts: list[Shift] = []
    taken: Counter[str] = Counter()
    starts = {line.start - line.indent: at for at, line in enumerate(lines)}
    captions = {figure.span.start: figure for figure in figures}
    for index, block in enumerate(blocks):
        if block.kind is not Region.TABLE:
            continue
        caption = _caption_above(blocks, index, captions, text)
        table_id = _unique(caption.figure_id if caption else f"t{len(tables) + 1:03d}", taken)
        members = _members(block, lines, starts)
        cells, found = (block.cells, []) if block.cells else _cells(members, text)
        if cells:
            title = caption.caption if caption else ""
            notes = _text_above(blocks, index, text)
            values = cell_values(cells, text, notes)
            first = members[0].number if members else 1
            tables.append(Table(table_id, title, block.span, first, cells, values))
            shifts += found
    return tuple(tables), shifts


def _caption_above(blocks: Sequence[Block], index: int, captions: dict[int, Figure], text: str) -> Figure | None:
    above = index - 1
    while above >= 0 and blocks[above].kind is Region.CAPTION:
        raw = text[blocks[above].span.slice]
        start = blocks[above].span.start + len(raw) - len(raw.lstrip())
        if start in captions:
            return captions[start]
        above -= 1
    return None


def _text_above(blocks: Sequence[Block], index: int, text: str) -> str:
    """Return the captions right above a table, where its unit may be printed."""
    above = index
    while above > 0 and blocks[above - 1].kind is Region.CAPTION:
        above -= 1
    return _title_above(blocks, above, text) + text[blocks[above].span.start : blocks[index].span.start]


def _title_above(blocks: Sequence[Block], above: int, text: str) -> str:
    """Return the title without a number that stands above a table or its notes: 職員の配置（人）; empty for none."""
    while above > 0 and blocks[above - 1].kind is Region.FOOTNOTE:
        above -= 1
    if above == 0 or blocks[above - 1].kind not in (Region.BODY, Region.HEADING, Region.LIST):
        return ""
    lines = text[blocks[above - 1].span.slice].rstrip().splitlines()
    return f"{lines[-1]}\n" if lines and table_unit_rules.TITLE.match(lines[-1].strip()) else ""


def _unique(table_id: str, taken: "Counter[str]") -> str:
    taken[table_id] += 1
    return table_id if taken[table_id] == 1 else f"{table_id}-{taken[table_id]}"


def _members(block: Block, lines: Sequence[Line], starts: dict[int, int]) -> list[Line]:
    at = starts.get(block.span.start, 0)
    members = []
    while at < len(lines) and lines[at].start - lines[at].indent < block.span.end:
        if not lines[at].blank:
            members.append(lines[at])
        at += 1
    return members


def _cells(members: Sequence[Line], text: str) -> tuple[tuple[Cell, ...], list[Shift]]:
    if not members:
        return (), []
    if any("\t" in text[line.start - line.indent : line.end] for line in members):
        return _tabbed(members, text)
    if all(rules.BARS.search(line.text) or is_drawn(line) for line in members):
        return box_cells(members, text)
    return place_columns([line for line in members if not rules.BOX_RULE.match(line.text)], text)


def _tabbed(members: Sequence[Line], text: str) -> tuple[tuple[Cell, ...], list[Shift]]:
    rows = [Row(line.number, tuple(_tab_fields(line, text))) for line in members]
    grid = repair(rows, text)
    return grid_cells(grid), shift_places(rows, grid, text)


def _tab_fields(line: Line, text: str) -> list[Span]:
    start, spans = line.start - line.indent, []
    for piece in text[start : line.stop].rstrip("\r\n").split("\t"):
        spans.append(_trimmed(start, piece))
        start += len(piece) + 1
    return spans


def _trimmed(start: int, raw: str) -> Span:
    inner = raw.strip(" 　")
    begin = start + len(raw) - len(raw.lstrip(" 　")) if inner else start
    return Span(begin, begin + len(inner))
