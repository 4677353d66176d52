"""Where a date stands in the structure: its block, section, and cell of a table."""

from dataclasses import dataclass

from hakusho.records import Region, Span
from hakusho.text.layout import Layout


@dataclass(frozen=True, slots=True)
class Place:
    """`sections` are the section and all that hold it; `table` is empty outside tables."""

    block: int = -1
    region: Region = Region.BODY
    section: str = ""
    sections: frozenset[str] = frozenset()
    heading: bool = False
    table: str = ""
    row: int = -1
    column: int = -1


def place_of(span: Span, layout: Layout) -> Place:
    """Return the place of a span."""
    block, region = layout.block_index(span.start), layout.region(span.start)
    section = layout.section_id(span.start)
    lineage = layout.lineage(section)
    if held := layout.cell(span.start):
        table, cell = held
        return Place(block, region, section, lineage, False, table.table_id, cell.row, cell.column)
    return Place(block, region, section, lineage, region is Region.HEADING)
