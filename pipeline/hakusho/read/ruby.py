"""Take the readings of words out of a text, where a user wants none."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from hakusho.records import Block, Region, SourceText, Span


def without_ruby(read: SourceText) -> SourceText:
    """Return a text without its readings and the line ends behind them; every place in it is moved."""
    cuts = [_cut(block, read.text) for block in read.blocks if block.kind is Region.RUBY]
    if not cuts:
        return read
    kept, last = [], 0
    for start, end in cuts:
        kept.append(read.text[last:start])
        last = max(last, end)
    moved = _Moved(cuts)
    blocks = tuple(moved.block(block) for block in read.blocks if block.kind is not Region.RUBY)
    return replace(read, text="".join([*kept, read.text[last:]]), blocks=blocks)


def _cut(block: Block, text: str) -> tuple[int, int]:
    """Return what goes: the reading, and the line ends before it."""
    start = block.span.start
    while start and text[start - 1] in "\r\n":
        start -= 1
    end = block.span.end
    if not start:
        while end < len(text) and text[end] in "\r\n":
            end += 1
    return start, end


class _Moved:
    """Where places of a text are when parts of it are cut out."""

    def __init__(self, cuts: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in cuts]
        self._gone = [0]
        for start, end in cuts:
            self._gone.append(self._gone[-1] + end - start)

    def place(self, offset: int) -> int:
        return offset - self._gone[bisect_right(self._starts, offset - 1)]

    def span(self, span: Span) -> Span:
        return Span(self.place(span.start), self.place(span.end))

    def block(self, block: Block) -> Block:
        return replace(
            block,
            span=self.span(block.span),
            cells=tuple(replace(cell, span=self.span(cell.span)) for cell in block.cells),
            breaks=tuple((self.place(offset), page) for offset, page in block.breaks),
        )
