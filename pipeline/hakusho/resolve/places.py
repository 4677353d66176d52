"""Where a mention stands in the structure: its block, section, and cell of a table."""

from dataclasses import dataclass

from hakusho.records import Region, Segments, Span
from hakusho.resolve.date_evidence_rules import ARTICLE_NUMBER
from hakusho.text.layout import Layout


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
        self._articles = {s.section_id for s in segments.sections if ARTICLE_NUMBER.fullmatch(s.number)}

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
