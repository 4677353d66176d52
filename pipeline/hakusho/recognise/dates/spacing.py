"""A text without the white space that typesetters put into dates, and the way back."""

from bisect import bisect_right
from dataclasses import dataclass

from hakusho.recognise.dates import spacing_rules as rules


@dataclass(frozen=True, slots=True)
class Tight:
    """`text` without spaces inside dates; `cuts` are places in it, `removed` how much was cut up to each."""

    text: str
    cuts: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original text of [start, end) of this one."""
        return self._original(start), self._original(end - 1) + 1

    def _original(self, offset: int) -> int:
        index = bisect_right(self.cuts, offset)
        return offset + (self.removed[index - 1] if index else 0)


def tighten(text: str) -> Tight:
    """Return a text with its dates set tight.

    >>> tight = tighten("記　令和　4年　9月　1日　火曜")
    >>> tight.text, tight.span(2, 10)
    ('記　令和4年9月1日　火曜', (2, 13))
    """
    spaces: list[tuple[int, int]] = []
    reached = 0
    for gap in rules.GAP.finditer(text):
        start = gap.start()
        if start < reached or not start or text[start - 1] not in rules.LEFT:
            continue
        low = max(reached, start - rules.LONGEST)
        for match in rules.SPACED.finditer(text, low, min(len(text), gap.end() + rules.LONGEST)):
            if match.start() > start:
                break
            if match.end() > start:
                spaces += [space.span() for space in rules.SPACE.finditer(text, *match.span())]
                reached = match.end()
                break
    return _cut(text, spaces) if spaces else Tight(text)


def _cut(text: str, spaces: list[tuple[int, int]]) -> Tight:
    pieces, cuts, removed = [], [], []
    position = length = total = 0
    for start, end in spaces:
        pieces.append(text[position:start])
        length += start - position
        total += end - start
        cuts.append(length)
        removed.append(total)
        position = end
    pieces.append(text[position:])
    return Tight("".join(pieces), tuple(cuts), tuple(removed))
