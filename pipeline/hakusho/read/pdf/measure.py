"""What is usual in a column of text: its edges and the distance of its lines."""

import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise, repeat

from hakusho.read.pdf.pdf_rules import CLOSED
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.shapes import Box

WIDEST_LEADING = 2.2
# Lines that end within this of one another, so many of them, end at an edge.
_SAME_EDGE, _LEAST_SHARED, _LEAST_TEXT = 0.2, 3, 12
# How far before the edge of a column a line that breaks off may end, in sizes.
_AT_EDGE = 4.0


_SAME_SIZE, _FEW = 0.05, 6

# Where a line stands: its left edge and its middle.
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a column of text: its left and right edge and the distance of its lines, in points."""

    left: float
    right: float
    leading: float
    pictures: tuple[Box, ...] = ()
    body: float = 0.0
    # The edge that the lines around one share, by its place: what stands beside them is not always known.
    shared: Mapping[Place, float] = field(default_factory=dict)
    # Whether a line breaks off at the right edge: where none does, the longest line says nothing of the column.
    wraps: bool = True

    def edge(self, line: PrintedLine) -> float:
        """Return where a full line ends at the height of another."""
        if (shared := self.shared.get((line.x0, line.middle))) is not None:
            return min(self.right, shared)
        if not self.pictures:
            return self.right
        beside = [p.x0 for p in self.pictures if p.y0 < line.y1 and p.y1 > line.y0 and p.x0 > line.x0]
        return min([self.right, *beside])


def measure_of(lines: Sequence[PrintedLine], right: float, pictures: Sequence[Box]) -> Measure:
    """Return the measure of the lines of a region; `right` is its edge where that is known to be further out."""
    places = Counter(round(line.x0 / 2) * 2 for line in lines)
    most = max(places.values())
    left = float(min(place for place, count in places.items() if count * 3 >= most))
    # Where full lines end; a long address may run further.
    ends = sorted(line.x1 for line in lines)
    usual = ends[int(0.9 * (len(ends) - 1))]
    steps = _steps(lines)
    size = statistics.median(line.size for line in lines)
    leading = min(statistics.median_low(steps), WIDEST_LEADING * size) if steps else WIDEST_LEADING * size
    edge = max(usual, right, _broken_off(lines))
    wraps = any(line.x1 >= edge - _AT_EDGE * line.size and not CLOSED.search(line.text) for line in lines)
    return Measure(left, edge, leading, tuple(pictures), shared=_shared_edges(lines), wraps=wraps)


def size_of_most(lines: Sequence[PrintedLine], default: float = 0.0) -> float:
    """Return the size that most characters of lines are printed in, in points; `default` where there are no lines."""
    sizes = [repeat(line.size, len(line.text)) for line in lines]
    return statistics.median(chain.from_iterable(sizes)) if sizes else default


def _steps(lines: Sequence[PrintedLine]) -> list[float]:
    """Return the distances of lines: where they are few, of those in the size of most text."""
    pairs = [(one, two) for one, two in pairwise(lines) if two.middle > one.middle + 1]
    if len(pairs) >= _FEW:
        return [two.middle - one.middle for one, two in pairs]
    size = size_of_most(lines)
    alike = [(one, two) for one, two in pairs if max(abs(one.size - size), abs(two.size - size)) < _SAME_SIZE * size]
    return [two.middle - one.middle for one, two in alike or pairs]


def _broken_off(lines: Sequence[PrintedLine]) -> float:
    """Return the furthest place where two long lines break off in mid-sentence: the edge, however few are full."""
    ends = sorted(
        (line.x1, line.size) for line in lines if len(line.text) >= _LEAST_TEXT and not CLOSED.search(line.text)
    )
    met = [two for (one, size), (two, other) in pairwise(ends) if two - one < _SAME_EDGE * size and size == other]
    return max(met, default=0.0)


def _shared_edges(lines: Sequence[PrintedLine]) -> dict[Place, float]:
    """Return the edge of lines, by place, that end where those around them do: justified beside something."""
    shared: dict[Place, float] = {}
    run: list[PrintedLine] = []
    for line in [*lines, None]:
        if (
            line is not None
            and run
            and abs(line.x1 - run[-1].x1) < _SAME_EDGE * line.size
            and len(line.text) >= _LEAST_TEXT
        ):
            run.append(line)
            continue
        if len(run) >= _LEAST_SHARED:
            edge = max(line.x1 for line in run)
            shared |= {(one.x0, one.middle): edge for one in run}
        run = [line] if line is not None and len(line.text) >= _LEAST_TEXT else []
    return shared
