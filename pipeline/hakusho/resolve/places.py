"""Where a mention stands in the structure: its block, section, and cell of a table."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from hakusho.records import Region, Segments, Span

# The number of an article of a law, as a section bears it.
_ARTICLE = re.compile("第[0-9０-９〇一二三四五六七八九十百千]+条(?:の[0-9０-９〇一二三四五六七八九十]+)*")


@dataclass(frozen=True, slots=True)
class Place:
    """`sections` are the section and all that hold it; `table` is empty outside tables.

    `article` says that it lies in an article of a law.
    """

    block: int = -1
    region: Region = Region.BODY
    section: str = ""
    sections: frozenset[str] = frozenset()
    heading: bool = False
    table: str = ""
    row: int = -1
    column: int = -1
    article: bool = False


class Places:
    """Finds the place of a span; built once a document."""

    def __init__(self, segments: Segments) -> None:
        self._segments = segments
        self._block_starts = [block.span.start for block in segments.blocks]
        self._section_starts = [section.heading.start for section in segments.sections]
        parents = {section.section_id: section.parent_id for section in segments.sections}
        self._lineage = {section_id: _lineage(section_id, parents) for section_id in parents}
        self._articles = {s.section_id for s in segments.sections if _ARTICLE.fullmatch(s.number)}
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
        heading = region is Region.HEADING
        return Place(block, region, section, lineage, heading, article=not self._articles.isdisjoint(lineage))


def _lineage(section_id: str, parents: dict[str, str]) -> frozenset[str]:
    held = set()
    while section_id:
        held.add(section_id)
        section_id = parents.get(section_id, "")
    return frozenset(held)
