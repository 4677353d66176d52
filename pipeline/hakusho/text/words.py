"""Words over a document: what is read in one go, where each word stands in the canonical text."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from hakusho.records import Segments, Words
from hakusho.text.views import View

__all__ = ["Passage", "Words", "passages", "places"]

# What the analyser reads in one go, as ranges of the view; more than one where a sentence is torn.
Passage = tuple[tuple[int, int], ...]
_LINE = re.compile("[^\r\n\u0085\u2028\u2029]+|[\r\n\u0085\u2028\u2029]+")


def passages(segments: Segments, view: View) -> list[Passage]:
    """Return what to read in one go, in order: each sentence, each cell, and what is left between them line by line.

    Together they cover the view, and none holds a line break between blocks, headings or cells.
    """
    owned = sorted(_owned(segments, view))
    held: dict[int, list[tuple[int, int]]] = {}
    found: list[tuple[tuple[int, int], int]] = []
    cuts = [view.position(block.span.start) for block in segments.blocks]
    position = 0
    for start, end, owner in owned:
        if start < position:
            continue
        found += [(line, -1) for line in _lines(view.text, position, start, cuts)]
        held.setdefault(owner, []).append((start, end))
        found.append(((start, end), owner))
        position = end
    found += [(line, -1) for line in _lines(view.text, position, len(view.text), cuts)]
    read: list[Passage] = []
    for piece, owner in found:
        if owner < 0:
            read.append((piece,))
        elif owner in held:
            read.append(tuple(held.pop(owner)))
    return read


def _owned(segments: Segments, view: View) -> Iterator[tuple[int, int, int]]:
    """Return (start, end, owner) of the pieces of sentences and of the cells that hold something."""
    for owner, sentence in enumerate(segments.sentences):
        yield from ((start, end, owner) for start, end in map(view.range, sentence.pieces) if start < end)
    cells = (cell for table in segments.tables for cell in table.cells if not cell.filled and len(cell.span))
    for owner, cell in enumerate(cells, len(segments.sentences)):
        start, end = view.range(cell.span)
        if start < end:
            yield start, end, owner


def _lines(text: str, start: int, end: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Return the lines of a stretch, cut at `cuts` too; line breaks are pieces of their own."""
    inner = sorted(cut for cut in _between(cuts, start, end))
    for first, last in zip([start, *inner], [*inner, end], strict=True):
        yield from (match.span() for match in _LINE.finditer(text, first, last))


def _between(cuts: Sequence[int], start: int, end: int) -> Iterable[int]:
    return set(cuts[bisect_right(cuts, start) : bisect_left(cuts, end)])


def places(starts: "array[int]", ends: "array[int]", view: View) -> "tuple[array[int], array[int]]":
    """Return where words stand in the canonical text: (starts, ends) for those of the view.

    A printed character that reads as several (㈱ as (株)) may hold several words: the first gets its place, the
    others an empty one after it.
    """
    found_starts, found_ends = view.spans(starts, ends)
    # A word ends where the one before it ends, at least, and begins there.
    found_ends = list(accumulate(found_ends, max))
    return array("i", map(max, found_starts, [0, *found_ends])), array("i", found_ends)
