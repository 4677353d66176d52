"""Which block, section, sentence, table cell and page holds a place of a document: one finder for every stage."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from hakusho.records import Block, Cell, Region, Section, Segments, Sentence, Table

_LINE_END = re.compile("\r\n|[\r\n\u0085\u2028\u2029]")


class Lines:
    """The lines of a text, counted from 1.

    >>> Lines("総務省は、\\n発表した。").line(6)
    2
    """

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def line(self, offset: int) -> int:
        """Return the line that holds a canonical offset."""
        return bisect_right(self.starts, offset)


class Layout:
    """The structure of a document by place. Offsets are code points of the canonical text; built once a document."""

    def __init__(self, segments: Segments) -> None:
        self._segments = segments
        self._block_starts = [block.span.start for block in segments.blocks]
        self._section_starts = [section.heading.start for section in segments.sections]
        self._speech_starts = [speech.span.start for speech in segments.speeches]

    def block_index(self, offset: int) -> int:
        """Return the index of the block that holds an offset; -1 before the first."""
        return bisect_right(self._block_starts, offset) - 1

    def block(self, offset: int) -> Block | None:
        """Return the block that holds an offset."""
        index = self.block_index(offset)
        return self._segments.blocks[index] if index >= 0 else None

    def region(self, offset: int) -> Region:
        """Return the region of the block that holds an offset."""
        block = self.block(offset)
        return block.kind if block else Region.BODY

    def page(self, offset: int) -> int:
        """Return the page that holds an offset, from 1; 0 where the format has no pages."""
        block = self.block(offset)
        if block is None:
            return 0
        # A paragraph or table that goes on over pages says where each begins.
        return next((page for start, page in reversed(block.breaks) if start <= offset), block.page)

    def section(self, offset: int) -> Section | None:
        """Return the innermost section that holds an offset; None before the first heading."""
        index = bisect_right(self._section_starts, offset) - 1
        return self._segments.sections[index] if index >= 0 else None

    def section_id(self, offset: int) -> str:
        """Return the id of the innermost section; empty before the first heading."""
        section = self.section(offset)
        return section.section_id if section else ""

    def lineage(self, section_id: str) -> frozenset[str]:
        """Return the ids of a section and of all sections that hold it."""
        return self._lineages.get(section_id, frozenset())

    def sentence(self, offset: int) -> Sentence | None:
        """Return the sentence one of whose pieces holds an offset."""
        starts, pieces = self._pieces
        index = bisect_right(starts, offset) - 1
        if index < 0 or offset >= pieces[index][0]:
            return None
        return pieces[index][1]

    def speech_id(self, offset: int) -> str:
        """Return the id of the speech that holds an offset; empty outside of speeches."""
        speeches = self._segments.speeches
        index = bisect_right(self._speech_starts, offset) - 1
        return speeches[index].speech_id if index >= 0 and offset < speeches[index].span.end else ""

    def cell(self, offset: int) -> tuple[Table, Cell] | None:
        """Return the printed cell that holds an offset, with its table; cells that were filled in hold nothing."""
        starts, cells = self._cells
        index = bisect_right(starts, offset) - 1
        if index < 0 or offset >= cells[index][1].span.end:
            return None
        return cells[index]

    @cached_property
    def _lineages(self) -> dict[str, frozenset[str]]:
        parents = {section.section_id: section.parent_id for section in self._segments.sections}
        return {section_id: _lineage(section_id, parents) for section_id in parents}

    @cached_property
    def _pieces(self) -> tuple[Sequence[int], Sequence[tuple[int, Sentence]]]:
        pieces = [(span, sentence) for sentence in self._segments.sentences for span in sentence.pieces]
        pieces.sort(key=lambda piece: piece[0])
        return [span.start for span, _ in pieces], [(span.end, sentence) for span, sentence in pieces]

    @cached_property
    def _cells(self) -> tuple[Sequence[int], Sequence[tuple[Table, Cell]]]:
        cells = [
            (table, cell)
            for table in self._segments.tables
            for cell in table.cells
            if not cell.filled and len(cell.span)
        ]
        cells.sort(key=lambda pair: pair[1].span)
        return [cell.span.start for _, cell in cells], cells


def _lineage(section_id: str, parents: dict[str, str]) -> frozenset[str]:
    held = set()
    while section_id:
        held.add(section_id)
        section_id = parents.get(section_id, "")
    return frozenset(held)
