"""Ligatures: several characters that one sign stands for, to which PDFium gives one box."""

from collections.abc import Iterator, MutableSequence, Sequence
from itertools import compress, count
from operator import and_, eq
from typing import Protocol

_LAST_LATIN = "\u02ff"


class _Face(Protocol):
    @property
    def angle(self) -> int: ...


def spread(
    texts: Sequence[str],
    owners: Sequence[int],
    lefts: MutableSequence[float],
    tops: Sequence[float],
    rights: MutableSequence[float],
    faces: Sequence[_Face],
) -> None:
    """Put characters that share a box side by side in it; `owners` tells of what object of the page each is.

    What is printed twice at one place, which thickens it, stays there.
    """
    same = list(map(eq, lefts, lefts[1:]))
    if not any(same):
        return
    pairs = list(compress(count(), map(and_, same, map(eq, tops, tops[1:]))))
    for begin, end in _runs([n for n in pairs if owners[n] == owners[n + 1] and rights[n] == rights[n + 1]]):
        # The first half of a character of two codes has no text, and no room of its own.
        held = [n for n in range(begin, end) if texts[n]]
        if faces[begin].angle or len(held) < 2 or _is_thickened([texts[n] for n in held]):
            continue
        left, step = lefts[begin], (rights[begin] - lefts[begin]) / len(held)
        for place, n in enumerate(held):
            lefts[n], rights[n] = left + place * step, left + (place + 1) * step


def _is_thickened(texts: Sequence[str]) -> bool:
    """Return whether one character is printed again; two letters f are a ligature."""
    return len(set(texts)) == 1 and not (texts[0].isalpha() and texts[0] <= _LAST_LATIN)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield from where to where characters share a box, from the places of those that share it with the next."""
    begin = last = -2
    for place in places:
        if place != last + 1:
            if begin >= 0:
                yield begin, last + 2
            begin = place
        last = place
    if begin >= 0:
        yield begin, last + 2
