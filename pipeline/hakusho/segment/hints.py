"""What a format says of a document's lines (HTML, PDF, Markdown), for those who would else have to guess."""

from bisect import bisect_right
from collections.abc import Sequence

from hakusho.records import Block, Region


class Hints:
    """The blocks that a reader gave, by place; without any, every line is told from its text."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = sorted(blocks, key=lambda block: block.span)
        self._starts = [block.span.start for block in self._blocks]

        self._kinds = {block.kind for block in self._blocks}
        self._printed = any(block.print is not None for block in self._blocks)

    @property
    def printed(self) -> bool:
        """Whether the format tells how lines are printed, so that no line need be guessed a heading by its words."""
        return self._printed

    def names(self, kind: Region) -> bool:
        """Return whether the format named any block of a kind, and so all that there are."""
        return kind in self._kinds

    def __bool__(self) -> bool:
        return bool(self._blocks)

    def at(self, start: int, end: int) -> Block | None:
        """Return the block that a line of [start, end) lies in or holds."""
        index = bisect_right(self._starts, max(start, end - 1)) - 1
        if index < 0 or self._blocks[index].span.end <= start:
            return None
        return self._blocks[index]

    def heading(self, start: int, end: int) -> Block | None:
        block = self.at(start, end)
        return block if block is not None and block.kind is Region.HEADING else None
