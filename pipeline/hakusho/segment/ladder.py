"""Which numbering stands above which, as a document nests them.

A numbering that is open is continued where it stood; a new one opens below the heading before it. How often each
numbering begins below each other one is counted over the whole document; where the counts do not decide, a fixed order
does (第1 > 1 > (1) > ア > (ア)).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hakusho.segment import heading_rules as rules
from hakusho.segment.heading_rules import INNER, Heading

# A numbering goes on over a number or two that are missing in the text.
_WIDEST_GAP = 2
# A nesting seen less than once in `_RARE` openings is a slip of the text.
_RARE = 20


@dataclass(slots=True)
class _Numbering:
    """A run of headings of one scheme that count on (1, 2, 3); the first numbers of an `orphan` are missing."""

    scheme: str
    last: int | None
    orphan: bool = False


def ladder_of(headings: Sequence[Heading]) -> list[str]:
    """Return the schemes of numbered headings from the top down, as they nest where none comes again inside itself.

    >>> texts = [("paren-arabic", 2), ("kana", 1), ("arabic", 2), ("paren-arabic", 1)]
    >>> ladder_of([Heading(i, scheme, "", value, "") for i, (scheme, value) in enumerate(texts)])
    ['arabic', 'paren-arabic', 'kana']
    """
    counted = _Walk(headings, Counter()).opened_below
    depth = depths(_Walk(headings, counted).edges)
    found = {heading.scheme for heading in headings} - rules.RESETTING - rules.BOXES
    return sorted(found, key=lambda scheme: (depth.get(scheme, 1), _law(scheme), scheme))


class _Walk:
    """One pass over the numbered headings, with the sequences that are open."""

    def __init__(self, headings: Sequence[Heading], evidence: Counter[tuple[str, str]]) -> None:
        self._evidence = evidence
        self._open: list[_Numbering] = []
        self.opened_below: Counter[tuple[str, str]] = Counter()
        self.edges: Counter[tuple[str, str]] = Counter()
        self._last: dict[str, int | None] = {}
        for heading in headings:
            self._place(heading.scheme, heading)
            self._last[heading.scheme] = heading.value

    def _place(self, scheme: str, heading: Heading) -> None:
        if rules.RANK.get(scheme):
            self._ranked(scheme, heading)
        elif scheme in rules.RESETTING:
            self._close(0)
            self._push(scheme, heading.value)
        elif (at := self._continued(scheme, heading.value)) is not None:
            self._goes_on(at, heading)
        elif scheme in rules.BOXES:
            self._push(scheme, heading.value, counted=False)
        elif heading.value is None or heading.value == 1 or self._counts_through(scheme, heading.value):
            self._opened(scheme, heading)
        else:
            self._orphan(scheme, heading)

    def _counts_through(self, scheme: str, value: int) -> bool:
        """Return whether a number goes on with one that was closed, as those of questions do from part to part."""
        return scheme in rules.COUNTS_THROUGH and self._last.get(scheme) == value - 1

    def _goes_on(self, at: int, heading: Heading) -> None:
        self._close(at + 1)
        self._open[at].last = heading.value

    def _ranked(self, scheme: str, heading: Heading) -> None:
        rank = rules.RANK[scheme]
        same = next((i for i, sequence in enumerate(self._open) if sequence.scheme == scheme), None)
        if same is not None:
            self._goes_on(same, heading)
            return
        ranks = [rules.RANK.get(sequence.scheme, 0) for sequence in self._open]
        at = 1 + max((i for i, other in enumerate(ranks) if 0 < other < rank), default=-1)
        if at < len(ranks) and not ranks[at] and heading.follows_number and at == len(ranks) - 1:
            # Ⅱ　… with 第5節 right below it holds the sections.
            at += 1
        if at < len(self._open):
            self._lowered(scheme, self._open[at].scheme)
        self._close(at)
        self._push(scheme, heading.value)

    def _continued(self, scheme: str, value: int | None) -> int | None:
        """Return the open numbering that a number goes on with: the deepest that awaits it, else one with a gap."""
        skipped = None
        for at in range(len(self._open) - 1, -1, -1):
            sequence = self._open[at]
            if sequence.scheme == scheme:
                if value is None or sequence.last is None or value - sequence.last == 1:
                    return at
                if skipped is None and 1 < value - sequence.last <= 1 + _WIDEST_GAP and not self._torn(at):
                    skipped = at
        return skipped

    def _torn(self, at: int) -> bool:
        """Return whether a number may not be continued: it is in a box, or a numbering without its beginning is open
        below it."""
        boxed = any(sequence.scheme in rules.BOXES for sequence in self._open[:at])
        return boxed or any(sequence.orphan for sequence in self._open[at + 1 :])

    def _opened(self, scheme: str, heading: Heading) -> None:
        """Begin a numbering: below the heading before it, or, if one of its scheme is open, in that one's place."""
        at = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i].scheme == scheme), None)
        if at is not None and not any(sequence.scheme in rules.BOXES for sequence in self._open[at:]):
            self._close(at)
        elif at is None and self._evidence:
            while self._open and self._above(scheme, self._open[-1].scheme):
                self._close(len(self._open) - 1)
        self._push(scheme, heading.value)

    def _orphan(self, scheme: str, heading: Heading) -> None:
        """Begin a numbering whose first numbers are missing. Open numberings that do not rank above it are closed, and
        count as nested below it."""
        keep = len(self._open)
        while keep and (
            self._open[keep - 1].scheme in rules.BOXES or not self._above(self._open[keep - 1].scheme, scheme)
        ):
            keep -= 1
        if keep < len(self._open):
            self._lowered(scheme, self._open[keep].scheme)
        self._close(keep)
        self._push(scheme, heading.value, counted=False)
        self._open[-1].orphan = True

    def _lowered(self, above: str, below: str) -> None:
        if above != below and below not in rules.BOXES and below not in rules.RESETTING:
            self.edges[above, below] += 1

    def _above(self, upper: str, lower: str) -> bool:
        if upper in rules.RESETTING or upper in rules.BOXES:
            return True
        down, up = self._evidence[upper, lower], self._evidence[lower, upper]
        if down != up:
            return down > up
        return _law(upper) < _law(lower)

    def _close(self, at: int) -> None:
        del self._open[at:]

    def _push(self, scheme: str, value: int | None, counted: bool = True) -> None:
        if self._open:
            parent = self._open[-1].scheme
            if counted:
                self.opened_below[parent, scheme] += 1
            if parent not in rules.BOXES and parent not in rules.RESETTING:
                self.edges[parent, scheme] += 1
        self._open.append(_Numbering(scheme, value))


def _law(scheme: str) -> int:
    return rules.LAW.get(
        scheme.removesuffix(INNER).partition(" ")[0], rules.LAW_OF_MARKS
    ) + rules.LAW_OF_MARKS * scheme.endswith(INNER)


def depths(edges: Counter[tuple[str, str]]) -> dict[str, int]:
    """Return the level of each scheme: one more than its deepest parent. Of two opposite nestings only the more
    frequent counts."""
    parents: dict[str, list[str]] = {}
    total: Counter[str] = Counter()
    for (_, lower), count in edges.items():
        total[lower] += count
    for (upper, lower), count in sorted(edges.items()):
        parents.setdefault(upper, [])
        kept = parents.setdefault(lower, [])
        back = edges[lower, upper]
        if upper == lower or count * _RARE < total[lower]:
            continue
        if count > back or (count == back and _law(upper) < _law(lower)):
            kept.append(upper)
    found: dict[str, int] = {}

    def depth(scheme: str, way: tuple[str, ...]) -> int:
        if scheme not in found:
            above = [depth(parent, (*way, scheme)) for parent in parents[scheme] if parent not in way]
            found[scheme] = 1 + max(above, default=0)
        return found[scheme]

    for scheme in sorted(parents, key=_law):
        depth(scheme, ())
    return found
