"""Numberings that come again inside themselves: 1 > (1) > 1 > (1), told apart by how well each reading counts.

A document has a ladder of ranks, each with its scheme: 節, 1, (1), and perhaps 1 and (1) once more. A ladder is tried
on the whole document: every heading takes the rung on which it costs least. To count on costs nothing; what a reader
would stumble over does (a number left out, a 1 where 3 is due, a (2) with no (1)). A rung more has to pay for itself.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from hakusho.segment import heading_rules as rules
from hakusho.segment.heading_rules import INNER, Heading

# What a reader stumbles over.
_GAP, _BEGINS_AGAIN, _BEGINS_LATE, _BACK = 1.0, 1.5, 1.5, 2.0
# What may be: a rank passed over, first numbers that an excerpt cut off, a heading without text whose equal follows,
# and numbers of articles and questions that count through from one part to the next.
_SKIPPED, _CUT_OFF, _EMPTY, _THROUGH = 0.1, 0.1, 0.7, 0.3
# A 1 below (3) of a text that begins inside a part begins inside that (3), rather than a part above.
_ABOVE = 0.2
# Of two rungs that count on, the lower one.
_CLOSES = 0.01
# A number that goes on in a box, and behind it as well.
_EITHER = 0.1
# A number 1 behind a box rather than in it.
_LEFT = 0.5
# Boxes are short.
_IN_BOX = 0.01
# What a rung more must save, and more the longer the document is; the second comes cheaper, 1 right below 1 dearer.
_RUNG, _RUNG_BY_HEADING = 1.5, 0.02
_ONE, _TWO, _BESIDE = 1.0, 1.5, 2.0
# What (1) above 1 must save.
_UNUSUAL = 1.5
# A numbering that is open anew below another saves this much at most.
_MOST_SAVED = 4.0
_WIDEST_GAP = 3
_BEAM = 5
# The last number on a rung, where none is open: of one that may have begun before the text does; of one that was
# closed at n it is `_CLOSED` - n.
_UNSEEN, _CLOSED = -1, -2


_COST = attrgetter("cost")


class _Reading(NamedTuple):
    """One way to place the headings so far: the last number on every rung, the rung of the last heading, what it cost.

    `outside` is the reading that goes on behind a box; `way` holds the rungs of the headings, the last one first.
    """

    cost: float
    lasts: tuple[int, ...]
    at: int = -1
    outside: "_Reading | None" = None
    way: "tuple[int, bool, object] | None" = None


def nested(headings: Sequence[Heading], ladder: Sequence[str]) -> tuple[list[tuple[str, bool]], list[str]]:
    """Return the scheme of each numbered heading, `/inner` added to the second of its kind, and whether it stands in a
    box, and the ladder of all.

    `ladder` holds the schemes of the document from the top down, as they nest without any coming again.

    >>> texts = [("arabic", 1), ("paren-arabic", 1), ("arabic", 1), ("arabic", 2), ("paren-arabic", 2), ("arabic", 1)]
    >>> headings = [Heading(i, scheme, "", value, "") for i, (scheme, value) in enumerate([*texts, ("arabic", 2)])]
    >>> schemes, _ = nested(headings, ["arabic", "paren-arabic"])
    >>> [scheme.removeprefix("paren-") for scheme, _ in schemes]
    ['arabic', 'arabic', 'arabic/inner', 'arabic/inner', 'arabic', 'arabic/inner', 'arabic/inner']
    """
    reading = _read(headings, ladder, float("inf"))
    least, chosen = (reading[0] if reading else 0.0) + _unusual(ladder), list(ladder)
    found = reading[1] if reading else []
    rung = _RUNG + _RUNG_BY_HEADING * len(headings)
    for other, added in _ladders(headings, ladder, rung):
        price = added * rung + _unusual(other)
        if price < least and (reading := _read(headings, other, least - price)):
            least, found, chosen = reading[0] + price, reading[1], other
    return found, chosen


def _ladders(headings: Sequence[Heading], ladder: Sequence[str], rung: float) -> Iterator[tuple[list[str], float]]:
    """Yield ladders on which a scheme comes again below another, often enough to pay for a rung, with the price of each
    in rungs."""
    numbered = [heading for heading in headings if heading.value is not None and not rules.RANK.get(heading.scheme)]
    begun = Counter((a.scheme, b.scheme) for a, b in zip(numbered, numbered[1:], strict=False) if b.value == 1)
    for (between, outer), count in sorted(begun.items()):
        if count * _MOST_SAVED < rung:
            continue
        if between == outer:
            yield _with(ladder, [outer, outer + INNER]), _BESIDE
            continue
        yield _with(ladder, [outer, between, outer + INNER]), _ONE
        yield _with(ladder, [outer, between, outer + INNER, between + INNER]), _TWO


def _unusual(ladder: Sequence[str]) -> float:
    """Return the price of the order of a ladder, where it is not the law's."""
    places = [rules.LAW[scheme] for scheme in ladder if scheme in rules.LAW]
    return _UNUSUAL * sum(above > below for above, below in zip(places, places[1:], strict=False))


def _with(ladder: Sequence[str], run: Sequence[str]) -> list[str]:
    """Put a run of schemes where the first of them stood."""
    at = min(ladder.index(scheme) for scheme in run if scheme in ladder)
    above = [scheme for scheme in ladder[:at] if scheme not in run]
    return [*above, *run, *(scheme for scheme in ladder[at:] if scheme not in run)]


def _read(
    headings: Sequence[Heading], ladder: Sequence[str], most: float
) -> tuple[float, list[tuple[str, bool]]] | None:
    """Return the cost of the best reading on a ladder, with the scheme of each heading and whether it is in a box.

    None if it costs too much.
    """
    rungs: dict[str, list[int]] = {}
    for rung, scheme in enumerate(ladder):
        rungs.setdefault(scheme.removesuffix(INNER), []).append(rung)
    # Numberings come again inside the first of them that does, while that is open.
    first = min((places[0] for places in rungs.values() if len(places) > 1), default=0)
    beam = [_Reading(0.0, (_UNSEEN,) * len(ladder))]
    closed = (_CLOSED,) * len(ladder)
    for heading in headings:
        if heading.scheme in rules.RESETTING:
            beam = _best(_Reading(r.cost, closed, way=(-1, False, r.way)) for r in beam)
        elif heading.scheme in rules.BOXES:
            beam = [_Reading(r.cost, closed, outside=r.outside or r, way=(-1, False, r.way)) for r in beam]
        else:
            places = rungs[heading.scheme]
            beam = _best(
                placed
                for r in _in_or_out(beam, heading, places)
                for rung in places
                if (rung == places[0] or r.lasts[first] > _CLOSED) and (placed := _placed(r, heading, rung, most))
            )
        if not beam or beam[0].cost >= most:
            return None
    way, taken = beam[0].way, []
    while way is not None:
        taken.append(way[:2])
        way = way[2]  # type: ignore[assignment]
    named = zip(headings, reversed(taken), strict=True)
    return beam[0].cost, [(h.scheme if rung < 0 else ladder[rung], boxed) for h, (rung, boxed) in named]


def _in_or_out(beam: Sequence[_Reading], heading: Heading, places: Sequence[int]) -> Iterator[_Reading]:
    """Inside a box, a heading may go on behind it; a chapter does, and where both await its number it rather does."""
    for reading in beam:
        outside, value = reading.outside, heading.value or 0
        either = value > 1 and outside is not None and any(outside.lasts[rung] == value - 1 for rung in places)
        if not (outside and rules.RANK.get(heading.scheme)):
            yield reading._replace(cost=reading.cost + _EITHER) if either else reading
        if outside:
            left = reading.cost + (_LEFT if value == 1 and not rules.RANK.get(heading.scheme) else 0.0)
            yield _Reading(left, outside.lasts, outside.at, None, reading.way)


def _placed(reading: _Reading, heading: Heading, rung: int, most: float) -> _Reading | None:
    """Return a reading with one heading more, on a rung; None if it costs too much already."""
    last = reading.lasts[rung]
    cost = reading.cost + _counting(heading, last)
    if last <= _CLOSED:
        above = rung - 1
        while above >= 0 and reading.lasts[above] <= _CLOSED:
            above -= 1
        boxed = reading.outside is not None and above < 0
        cost += _CLOSES * (len(reading.lasts) - rung) if boxed else _SKIPPED * (rung - 1 - above)
    if reading.outside is not None:
        cost += _IN_BOX
    if last == _UNSEEN and heading.value == 1 and rung < reading.at:
        cost += _ABOVE
    if heading.follows_number and rung <= reading.at:
        cost += _EMPTY
    cost += _CLOSES * max(0, reading.at - rung)
    if cost >= most:
        return None
    below = [last if last <= _CLOSED else _CLOSED - max(last, 0) for last in reading.lasts[rung + 1 :]]
    lasts = (*reading.lasts[:rung], heading.value or 1, *below)
    return _Reading(cost, lasts, rung, reading.outside, (rung, reading.outside is not None, reading.way))


def _counting(heading: Heading, last: int) -> float:
    value = heading.value
    if value is None or value == (last + 1 if last > 0 else 1):
        return 0.0
    if last == _UNSEEN:
        return _CUT_OFF
    if last <= _CLOSED:
        through = heading.scheme in rules.COUNTS_THROUGH and value == _CLOSED - last + 1
        return _THROUGH if through else _BEGINS_LATE
    if value == 1:
        return _BEGINS_AGAIN
    return _GAP if last < value <= last + _WIDEST_GAP else _BACK


def _best(readings: Iterator[_Reading]) -> list[_Reading]:
    """Keep the cheapest readings; of those that can only go on alike, one."""
    kept: dict[object, _Reading] = {}
    for reading in readings:
        key = (reading.lasts, reading.at, reading.outside and reading.outside.lasts)
        other = kept.get(key)
        if other is None or reading.cost < other.cost:
            kept[key] = reading
    return sorted(kept.values(), key=_COST)[:_BEAM]
