"""The level of each heading, decided over the whole document from how its numberings nest.

`ladder.py` finds which numbering stands above which, `nesting.py` those that come again inside themselves. A numbering
has one level in the whole document: the length of the longest chain of numberings above it. In an excerpt that begins
at (1), a 1 that comes later stands one level above. A heading without a number does not push later numbered headings
down.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from hakusho.segment import heading_rules as rules
from hakusho.segment.heading_rules import Heading
from hakusho.segment.ladder import depths, ladder_of
from hakusho.segment.nesting import nested

# Type that differs by more, in points, is of another rank.
_SIZES_APART = 0.5
# A mark of lead lines: so many of them, at least, stand right below a number.
_MOSTLY = 3, 4


def levels(headings: Sequence[Heading]) -> list[int]:
    """Return the level of each heading, from 1.

    >>> texts = [("paren-arabic", 2), ("kana", 1), ("arabic", 2), ("paren-arabic", 1)]
    >>> levels([Heading(i, scheme, "", value, "") for i, (scheme, value) in enumerate(texts)])
    [2, 3, 1, 2]
    """
    if any(heading.size for heading in headings):
        return _beside_title(headings, _printed_levels(headings))
    if any(heading.level for heading in headings):
        return _given_levels(headings)
    headings = _that_lower_nothing(_without_leads(_inside_parts(headings)))
    counted = [heading for heading in headings if not heading.unnumbered]
    schemes, ladder = nested(counted, ladder_of(counted))
    depth = depths(_edges([scheme for scheme, _ in schemes], ladder))
    known = {heading.index: depth.get(scheme, 1) for heading, (scheme, _) in zip(counted, schemes, strict=True)}
    boxed = {heading.index for heading, (_, inside) in zip(counted, schemes, strict=True) if inside}
    return _with_unnumbered(headings, known, boxed)


def _inside_parts(headings: Sequence[Heading]) -> list[Heading]:
    """要旨 right below 第2節 opens that part; it is not of the document's top level."""
    found: list[Heading] = []
    for heading in headings:
        opens = heading.scheme == rules.STANDING_SCHEME and rules.OPENS_PART.match(heading.title)
        below = bool(opens) and heading.follows_heading and bool(found) and bool(found[-1].number)
        found.append(replace(heading, scheme=rules.PLAIN) if below else heading)
    return found


def _without_leads(headings: Sequence[Heading]) -> list[Heading]:
    """A mark that mostly stands on a line between a number and its text (●…, －…) ranks as no mark does."""
    marks = Counter(heading.scheme for heading in headings if heading.scheme.startswith("mark"))
    led = Counter(h.scheme for h in headings if h.scheme in marks and h.follows_heading and h.follows_number)
    leads = {mark for mark, count in marks.items() if led[mark] * _MOSTLY[1] >= count * _MOSTLY[0]}
    return [replace(heading, scheme=rules.PLAIN) if heading.scheme in leads else heading for heading in headings]


def _that_lower_nothing(headings: Sequence[Heading]) -> list[Heading]:
    """【ポイント】 lowers nothing where it stands once, or where the numbering below it stands elsewhere too.

    ■ that stands between two numberings throughout is a rank of its own.
    """
    marks = Counter(heading.scheme for heading in headings if _is_mark(heading))
    beside = {m for m, n in marks.items() if n == 1 or _lowers_nothing(headings, m) or _holds_last_only(headings, m)}
    return [replace(h, scheme=rules.BESIDE) if h.scheme in beside else h for h in headings]


def _is_mark(heading: Heading) -> bool:
    return heading.scheme.startswith("mark") or heading.scheme in (rules.ROUND_SCHEME, rules.LENTICULAR_SCHEME)


def _lowers_nothing(headings: Sequence[Heading], mark: str) -> bool:
    """Return whether a numbering begins below a mark in one place and outside of it in another."""
    above = {a.scheme for a, b in zip(headings, headings[1:], strict=False) if b.scheme == mark and b.follows_heading}
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    opened = False
    for heading in headings:
        if heading.scheme == mark:
            opened = True
        elif rules.RANK.get(heading.scheme) or (heading.scheme in above and not inside[heading.scheme]):
            opened = False
        if heading.value == 1:
            (inside if opened else outside)[heading.scheme] += 1
    return any(outside[scheme] for scheme in inside)


def _holds_last_only(headings: Sequence[Heading], mark: str) -> bool:
    """Return whether numberings begin below the last of several marks only: those of a summary above the text."""
    begun: list[bool] = []
    for heading in headings:
        if heading.scheme == mark:
            begun.append(False)
        elif begun and heading.value == 1 and not heading.unnumbered:
            begun[-1] = True
    return len(begun) > 1 and begun[-1] and not any(begun[:-1])


def _edges(schemes: Sequence[str], ladder: Sequence[str]) -> Counter[tuple[str, str]]:
    """Count how often a scheme opens right below another; one that was cut off above what is open counts too."""
    edges: Counter[tuple[str, str]] = Counter()
    rung = {scheme: place for place, scheme in enumerate(ladder)}
    open_above: list[str] = []
    outside: list[str] = []
    for scheme in schemes:
        if scheme not in rung:
            # What stood open before a box is open behind it, where a chapter tells that the box has ended.
            outside = (open_above or outside) if scheme in rules.BOXES else []
            open_above = []
            continue
        if rules.RANK.get(scheme):
            open_above, outside = open_above or outside, []
        below = [other for other in open_above if rung[other] > rung[scheme]]
        above = [other for other in open_above if rung[other] < rung[scheme]]
        if scheme not in open_above:
            edges.update([(scheme, other) for other in below[:1]] + [(other, scheme) for other in above[-1:]])
        open_above = [*above, scheme]
    return edges


# --- headings without a number -------------------------------------------------------------------------------


def _with_unnumbered(headings: Sequence[Heading], known: dict[int, int], boxed: Collection[int] = ()) -> list[int]:
    """Titles are level 1; a lead line stands one below the heading it follows; a box one below its chapter."""
    placed: list[int] = []
    current = numbered = chapter = box = 0
    for at, heading in enumerate(headings):
        if not heading.unnumbered and heading.scheme not in rules.BOXES and heading.index in boxed and box:
            level = current = box + 1 + known[heading.index] - _highest_in_box(headings, at, known, boxed)
        elif not heading.unnumbered and heading.scheme not in rules.BOXES:
            level = known[heading.index]
            current = level
            numbered = level if heading.number else numbered
            chapter = level if rules.RANK.get(heading.scheme) else chapter
        elif heading.scheme in rules.BOXES:
            # A numbered box is one of a chapter's; one without a number stands where it is printed.
            above = max(chapter, 1) if heading.number else max(numbered, 1)
            level = current = above + 1 if known_before(headings, at) else 1
            box = level if level > 1 else 0
        elif at == 0 and heading.scheme == rules.TITLE and (below := _first_number(headings, known)) > 1:
            # An excerpt that begins inside a chapter does not begin with the document's title.
            level = current = below
        elif heading.scheme == rules.BESIDE and not current:
            level = 1
        elif heading.scheme in rules.TOPMOST:
            level, current, numbered, chapter = 1, 0, 0, 0
        elif heading.follows_heading and at and headings[at - 1].number:
            level = placed[at - 1] + 1
        else:
            level = _beside(headings, at, current, known, headings[0].scheme == rules.TITLE and at > 0)
        placed.append(level)
    return placed


def _highest_in_box(headings: Sequence[Heading], at: int, known: dict[int, int], boxed: Collection[int]) -> int:
    """Return the level of the highest numbering in the box that holds the heading at `at`, as if it stood in no box."""
    first = last = at
    while headings[first - 1].scheme not in rules.BOXES:
        first -= 1
    while last + 1 < len(headings) and (headings[last + 1].unnumbered or headings[last + 1].index in boxed):
        last += 1
    return min(known[h.index] for h in headings[first : last + 1] if h.index in boxed and h.index in known)


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


def _beside_title(headings: Sequence[Heading], found: Sequence[int]) -> list[int]:
    """A document's printed title is a section of level 1 and lowers nothing: numbers below it are of level 1 too."""
    numbered = [level for heading, level in zip(headings, found, strict=True) if not heading.unnumbered]
    alone = headings[0].unnumbered and found.count(1) == 1
    return [1, *(level - 1 for level in found[1:])] if alone and numbered and min(numbered) == 2 else list(found)


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
