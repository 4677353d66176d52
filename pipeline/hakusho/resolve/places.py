"""Where a mention stands in the structure: its block, section, and cell of a table."""

import re
from dataclasses import dataclass

from hakusho.records import Region, Segments, Span
from hakusho.text.layout import Layout

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
        self._layout = Layout(segments)
        self._articles = {s.section_id for s in segments.sections if _ARTICLE.fullmatch(s.number)}

    def region(self, span: Span) -> Region:
        return self._layout.region(span.start)

    def section(self, span: Span) -> str:
        return self._layout.section_id(span.start)

    def of(self, span: Span) -> Place:
        layout, start = self._layout, span.start
        block, region, section = layout.block_index(start), layout.region(start), layout.section_id(start)
        lineage = layout.lineage(section)
        if held := layout.cell(start):
            table, cell = held
            return Place(block, region, section, lineage, False, table.table_id, cell.row, cell.column)
        heading = region is Region.HEADING
        return Place(block, region, section, lineage, heading, article=not self._articles.isdisjoint(lineage))
