"""The level of each heading, decided over the whole document from how its numberings nest.

A numbering that is open is continued where it stood; a new one opens below the heading before it. How often each
numbering begins below each other one is counted over the whole document; where the counts do not decide, a fixed order
does (第1 > 1 > (1) > ア > (ア)). A numbering has one level in the whole document: the length of the longest chain of
numberings above it. In an excerpt that begins at (1), a 1 that comes later stands one level above. A heading without a
number does not push later numbered headings down.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from hakusho.segment import heading_rules as rules
from hakusho.segment.heading_rules import Heading
from hakusho.segment.nesting import nested

# A numbering goes on over a number or two that are missing in the text.
_WIDEST_GAP = 2
# A nesting seen less than once in `_RARE` openings is a slip of the text; a repeated one, less than once in
# `_RARE_NESTING`.
_RARE_NESTING = 5
_RARE = 20
# Type that differs by more, in points, is of another rank.
_SIZES_APART = 0.5


@dataclass(slots=True)
class Numbering:
    """A run of headings of one scheme that count on (1, 2, 3). `parent` is the run that was open when it began."""

    scheme: str
    last: int | None
    parent: "Numbering | None" = None
    below: Counter[str] = field(default_factory=Counter)
    inner: bool = False
    orphan: bool = False


def levels(headings: Sequence[Heading]) -> list[int]:
    """Return the level of each heading, from 1.

    >>> texts = [("paren-arabic", 2), ("kana", 1), ("arabic", 2), ("paren-arabic", 1)]
    >>> levels([Heading(i, scheme, "", value, "") for i, (scheme, value) in enumerate(texts)])
    [2, 3, 1, 2]
    """
    if any(heading.size for heading in headings):
        return _printed_levels(headings)
    if any(heading.level for heading in headings):
        return _given_levels(headings)
    headings = _without_leads(headings)
    counted = [heading for heading in headings if not heading.unnumbered]
    schemes, ladder = nested(counted, _ladder(counted))
    depth = _depths(_edges(schemes, ladder))
    known = {heading.index: depth.get(scheme, 1) for heading, scheme in zip(counted, schemes, strict=True)}
    return _with_unnumbered(headings, known)


def _without_leads(headings: Sequence[Heading]) -> list[Heading]:
    """A mark that only ever stands on a line between a number and its text (●…, －…) ranks as no mark does."""
    marks = {heading.scheme for heading in headings if heading.scheme.startswith("mark")}
    marks -= {h.scheme for h in headings if not (h.follows_heading and h.follows_number)}
    return [replace(heading, scheme=rules.PLAIN) if heading.scheme in marks else heading for heading in headings]


def _ladder(counted: Sequence[Heading]) -> list[str]:
    """Return the schemes from the top down, as they nest where none comes again inside itself."""
    counting = _Walk(Counter())
    for heading in counted:
        counting.place(heading)
    second = _Walk(counting.opened_below)
    for heading in counted:
        second.place(heading)
    depth = _depths(second.edges)
    found = {heading.scheme for heading in counted} - rules.RESETTING - rules.BOXES
    return sorted(found, key=lambda scheme: (depth.get(scheme, 1), _law(scheme), scheme))


def _edges(schemes: Sequence[str], ladder: Sequence[str]) -> Counter[tuple[str, str]]:
    """Count how often a scheme opens right below another; one that was cut off above what is open counts too."""
    edges: Counter[tuple[str, str]] = Counter()
    rung = {scheme: place for place, scheme in enumerate(ladder)}
    open_above: list[str] = []
    for scheme in schemes:
        if scheme not in rung:
            open_above = []
            continue
        below = [other for other in open_above if rung[other] > rung[scheme]]
        above = [other for other in open_above if rung[other] < rung[scheme]]
        if scheme not in open_above:
            edges.update([(scheme, other) for other in below[:1]] + [(other, scheme) for other in above[-1:]])
        open_above = [*above, scheme]
    return edges


class _Walk:
    """One pass over the numbered headings, with the sequences that are open."""

    def __init__(self, evidence: Counter[tuple[str, str]], nested: Iterable[tuple[str, str]] = ()) -> None:
        self._evidence = evidence
        self._open: list[Numbering] = []
        self.opened_below: Counter[tuple[str, str]] = Counter()
        self.edges: Counter[tuple[str, str]] = Counter()
        self.nested = Counter(nested)

    def place(self, heading: Heading, scheme: str = "") -> Numbering:
        """Return the sequence that a heading belongs to, after closing what it closes."""
        scheme = scheme or heading.scheme
        if rules.RANK.get(scheme):
            return self._ranked(scheme, heading)
        if scheme in rules.RESETTING:
            self._close(0)
            return self._push(scheme, heading.value)
        at = self._continued(scheme, heading.value)
        if at is not None:
            self._close(at + 1)
            self._open[at].last = heading.value
            return self._open[at]
        if scheme in rules.BOXES:
            return self._push(scheme, heading.value, counted=False)
        if heading.value is None or heading.value == 1:
            return self._opened(scheme, heading)
        return self._orphan(scheme, heading)

    def _ranked(self, scheme: str, heading: Heading) -> Numbering:
        rank = rules.RANK[scheme]
        same = next((i for i, sequence in enumerate(self._open) if sequence.scheme == scheme), None)
        if same is not None:
            self._close(same + 1)
            self._open[same].last = heading.value
            return self._open[same]
        ranks = [rules.RANK.get(sequence.scheme, 0) for sequence in self._open]
        at = 1 + max((i for i, other in enumerate(ranks) if 0 < other < rank), default=-1)
        if at < len(ranks) and not ranks[at] and heading.follows_number and at == len(ranks) - 1:
            # Ⅱ　… with 第5節 right below it holds the sections.
            at += 1
        if at < len(self._open):
            self._lowered(scheme, self._open[at].scheme)
        self._close(at)
        return self._push(scheme, heading.value)

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

    def _opened(self, scheme: str, heading: Heading) -> Numbering:
        """Begin a numbering: below the heading before it, or, if one of its scheme is open, in that one's place."""
        at = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i].scheme == scheme), None)
        if at is not None and not any(sequence.scheme in rules.BOXES for sequence in self._open[at:]):
            between = self._open[-1].scheme
            nests = heading.follows_number and between not in rules.RESETTING
            if at < len(self._open) - 1 and (nests or (scheme, between) in self.nested):
                self.nested[scheme, between] += 1
            elif nests and any(scheme == outer for outer, _ in self.nested):
                return self._push(scheme, heading.value, counted=False)
            else:
                self._close(at)
        elif at is None and self._evidence:
            while self._open and self._above(scheme, self._open[-1].scheme):
                self._close(len(self._open) - 1)
        return self._push(scheme, heading.value)

    def _orphan(self, scheme: str, heading: Heading) -> Numbering:
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
        sequence = self._push(scheme, heading.value, counted=False)
        sequence.orphan = True
        return sequence

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

    def _push(self, scheme: str, value: int | None, counted: bool = True) -> Numbering:
        parent = self._open[-1] if self._open else None
        sequence = Numbering(scheme, value, parent)
        if parent is not None:
            parent.below[scheme] += counted
            if counted:
                self.opened_below[parent.scheme, scheme] += 1
            if parent.scheme not in rules.BOXES and parent.scheme not in rules.RESETTING:
                self.edges[parent.scheme, scheme] += 1
        self._open.append(sequence)
        return sequence


def _law(scheme: str) -> int:
    base, _, inner = scheme.partition("/")
    return rules.LAW.get(base, rules.LAW_OF_MARKS) + (rules.LAW_OF_MARKS if inner else 0)


def _depths(edges: Counter[tuple[str, str]]) -> dict[str, int]:
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
    depths: dict[str, int] = {}

    def depth(scheme: str, way: tuple[str, ...]) -> int:
        if scheme not in depths:
            above = [depth(parent, (*way, scheme)) for parent in parents[scheme] if parent not in way]
            depths[scheme] = 1 + max(above, default=0)
        return depths[scheme]

    for scheme in sorted(parents, key=_law):
        depth(scheme, ())
    return depths


# --- headings without a number -------------------------------------------------------------------------------


def _with_unnumbered(headings: Sequence[Heading], known: dict[int, int]) -> list[int]:
    """Titles are level 1; a lead line stands one below the heading it follows; a box one below its chapter."""
    placed: list[int] = []
    current = 0
    chapter = 0
    for at, heading in enumerate(headings):
        if not heading.unnumbered and heading.scheme not in rules.BOXES:
            level = known[heading.index]
            current = level
            chapter = level if rules.RANK.get(heading.scheme) else chapter
        elif heading.scheme in rules.BOXES:
            level = current = max(chapter, 1) + 1 if known_before(headings, at) else 1
        elif at == 0 and heading.scheme == rules.TITLE and (below := _first_number(headings, known)) > 1:
            # An excerpt that begins inside a chapter does not begin with the document's title.
            level = current = below
        elif heading.scheme in rules.TOPMOST:
            level, current, chapter = 1, 0, 0
        elif heading.follows_heading and at and headings[at - 1].number:
            level = placed[at - 1] + 1
        else:
            level = _beside(headings, at, current, known, headings[0].scheme == rules.TITLE and at > 0)
        placed.append(level)
    return placed


def _first_number(headings: Sequence[Heading], known: dict[int, int]) -> int:
    """Return the level of a number that stands right below the first heading, if there is one; 0 for none."""
    below = headings[1] if len(headings) > 1 else None
    return known.get(below.index, 0) if below is not None and below.follows_heading and below.value == 1 else 0


def known_before(headings: Sequence[Heading], at: int) -> bool:
    """Return whether a numbered heading outside boxes stands before the heading at `at`."""
    return any(not h.unnumbered and h.scheme not in rules.BOXES for h in headings[:at])


def _beside(headings: Sequence[Heading], at: int, current: int, known: dict[int, int], titled: bool) -> int:
    """A part heading right above the highest numbering is of its level; any other stands below the number before it,
    or below the title."""
    behind = headings[at + 1] if at + 1 < len(headings) else None
    if behind is not None and behind.follows_heading and behind.value == 1 and not behind.unnumbered:
        return max(1, min(known.get(behind.index, 1), current + 1))
    return (current or titled) + 1


def _given_levels(headings: Sequence[Heading]) -> list[int]:
    """Return levels from the format's ranks without gaps (h1, h3 are 1, 2); numbers without a rank nest below."""
    stack: list[str] = []
    found = []
    for heading in headings:
        scheme = f"h{heading.level}" if heading.level else heading.scheme
        if scheme in stack:
            del stack[stack.index(scheme) :]
        elif heading.level:
            while stack and (stack[-1] > scheme or not stack[-1][1:].isdigit()):
                stack.pop()
        stack.append(scheme)
        found.append(len(stack))
    return found


def _printed_levels(headings: Sequence[Heading]) -> list[int]:
    """Ranks that print shows: by the numbering, and where there is none by the size of the type."""
    stack: list[tuple[str, float]] = []
    boxed: list[bool] = []
    found = []
    for heading in headings:
        scheme = _printed_scheme(heading)
        if not heading.framed and True in boxed:
            del stack[boxed.index(True) :]
        schemes = [open_scheme for open_scheme, _ in stack]
        if scheme in schemes:
            del stack[schemes.index(scheme) :]
        else:
            while stack and stack[-1][0] != rules.TITLE and _closes(heading, scheme, *stack[-1]):
                stack.pop()
        stack.append((scheme, heading.size))
        boxed = [*boxed[: len(stack) - 1], heading.framed]
        found.append(len(stack))
    return found


def _closes(heading: Heading, scheme: str, above: str, size: float) -> bool:
    """Return whether a heading of a new rank ends the section of one above, rather than standing in it."""
    if rank := rules.RANK.get(scheme, 0):
        return not rules.RANK.get(above, 0) or rules.RANK[above] > rank
    if scheme == rules.NAMED_SCHEME:
        return not rules.RANK.get(above, 0)
    if scheme == rules.STANDING_SCHEME and above == rules.ARTICLE:
        # A supplement stands in no article.
        return True
    if heading.level:
        return above > scheme
    return 0 < size < heading.size - _SIZES_APART


def _printed_scheme(heading: Heading) -> str:
    """Return the key that headings of one rank share: its numbering, a format's own rank, its size."""
    if heading.level:
        return f"h{heading.level}"
    return f"{rules.PLAIN} {heading.size:.0f}" if heading.scheme == rules.PLAIN and heading.size else heading.scheme
