"""Settle overlaps: of all candidates, the set that covers best and in which no two overlap."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar


class Spanned(Protocol):
    """Anything with a label that covers [start, end) of a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def label(self) -> str: ...


C = TypeVar("C", bound=Spanned)
Weight = Callable[[C], float]


def long_names_first(candidate: Spanned) -> float:
    """Weigh by the square of the length, so that one long name outweighs the two halves that tile it."""
    return (candidate.end - candidate.start) ** 2


def best_cover(
    candidates: Iterable[C],
    may_contain: Mapping[str, frozenset[str]] | None = None,
    weight: Weight[C] = long_names_first,
) -> tuple[C, ...]:
    """Return the candidates of greatest total weight that do not overlap, in order of their start.

    Weighted interval scheduling, O(n log n). Of candidates with one span the first given is kept, between equal
    totals the one that begins earlier. `may_contain` maps a label to the labels that may stand inside its mentions:
    such inner candidates are settled among themselves and follow the one that holds them.

    >>> from dataclasses import make_dataclass
    >>> Name = make_dataclass("Name", ["start", "end", ("label", str, "ORG")])
    >>> [(n.start, n.end) for n in best_cover([Name(0, 6), Name(4, 11), Name(10, 20)])]
    [(0, 6), (10, 20)]
    >>> inside = [Name(0, 8), Name(0, 2, "COUNTRY")]
    >>> [(n.start, n.end) for n in best_cover(inside, {"ORG": frozenset({"COUNTRY"})})]
    [(0, 8), (0, 2)]
    """
    given = list(candidates)
    chosen = _scheduled(_one_for_each_span(given), weight)
    if not may_contain:
        return tuple(chosen)
    return tuple(_with_inner(chosen, given, may_contain, weight))


def _one_for_each_span(candidates: Iterable[C]) -> list[C]:
    kept: dict[tuple[int, int], C] = {}
    for candidate in candidates:
        kept.setdefault((candidate.start, candidate.end), candidate)
    return sorted(kept.values(), key=lambda candidate: (candidate.end, -candidate.start))


def _scheduled(ordered: Sequence[C], weight: Weight[C]) -> list[C]:
    """Return the best set; `ordered` is sorted by end."""
    ends = [candidate.end for candidate in ordered]
    # best[i]: the greatest weight of the first i candidates; taken[i]: whether the last of them is part of it.
    best, taken, before = [0.0], [False], [0]
    for index, candidate in enumerate(ordered):
        compatible = bisect_right(ends, candidate.start, 0, index)
        with_it = best[compatible] + weight(candidate)
        taken.append(with_it > best[index])
        best.append(max(with_it, best[index]))
        before.append(compatible)
    chosen = []
    index = len(ordered)
    while index:
        if taken[index]:
            chosen.append(ordered[index - 1])
            index = before[index]
        else:
            index -= 1
    return chosen[::-1]


def _with_inner(
    chosen: Sequence[C], given: Sequence[C], may_contain: Mapping[str, frozenset[str]], weight: Weight[C]
) -> Iterable[C]:
    inner_first = sorted(given, key=lambda candidate: candidate.start)
    starts = [candidate.start for candidate in inner_first]
    for outer in chosen:
        yield outer
        allowed = may_contain.get(outer.label)
        if allowed:
            near = inner_first[bisect_right(starts, outer.start - 1) : bisect_right(starts, outer.end - 1)]
            inside = [c for c in near if c is not outer and c.end <= outer.end and c.label in allowed]
            yield from best_cover(inside, may_contain, weight)
