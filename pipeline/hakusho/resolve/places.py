"""Where a mention stands in the structure: its block, section, and cell of a table."""

from bisect import bisect_right
from dataclasses import dataclass

from hakusho.records import Region, Segments, Span


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


class Places:
    """Finds the place of a span; built once a document."""

    def __init__(self, segments: Segments) -> None:
        self._segments = segments
        self._block_starts = [block.span.start for block in segments.blocks]
        self._section_starts = [section.heading.start for section in segments.sections]
        parents = {section.section_id: section.parent_id for section in segments.sections}
        self._lineage = {section_id: _lineage(section_id, parents) for section_id in parents}
        cells = [
            (cell, table) for table in segments.tables for cell in table.cells if not cell.filled and len(cell.span)
        ]
        self._cells = sorted(cells, key=lambda pair: pair[0].span)
        self._cell_starts = [cell.span.start for cell, _ in self._cells]

    def region(self, span: Span) -> Region:
        index = bisect_right(self._block_starts, span.start) - 1
        return self._segments.blocks[index].kind if index >= 0 else Region.BODY

    def section(self, span: Span) -> str:
        index = bisect_right(self._section_starts, span.start) - 1
        return self._segments.sections[index].section_id if index >= 0 else ""

    def of(self, span: Span) -> Place:
        block = bisect_right(self._block_starts, span.start) - 1
        region = self._segments.blocks[block].kind if block >= 0 else Region.BODY
        section = self.section(span)
        lineage = self._lineage.get(section, frozenset())
        at = bisect_right(self._cell_starts, span.start) - 1
        if at >= 0 and span.start < self._cells[at][0].span.end:
            cell, table = self._cells[at]
            return Place(block, region, section, lineage, False, table.table_id, cell.row, cell.column)
        return Place(block, region, section, lineage, region is Region.HEADING)


def _lineage(section_id: str, parents: dict[str, str]) -> frozenset[str]:
    held = set()
    while section_id:
        held.add(section_id)
        section_id = parents.get(section_id, "")
    return frozenset(held)
