"""The dates of one document as a reader meets them, and what each later one may be counted from."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from hakusho.records import DateParts
from hakusho.resolve.places import Place
from hakusho.resolve.points import Point

# Index of what is not a mention: the name of an event.
EVENT = -1
# How far back a section is searched for the date that it tells of.
_REACH = 40
# Dates that anything is sought among: a reader remembers no more, and a table of thousands stays quick.
_FARTHEST = 200


@dataclass(frozen=True, slots=True)
class Known:
    """A date that is resolved: where it stands and what it is, for those that are counted from it.

    `system` says how its year is written: the letter of an era, `W` for Western, empty for words. `enclosed` is the
    number of the bracket or quotation that holds it, 0 outside. `titular` ones date no month: the year of a budget.
    `cited` ones are not dates of what is told: of a law, an edition, what is only compared with. A `step` only looks
    back for a comparison (前年度比, 前年同期): what follows counts on from its anchor. A `bound` only says since or
    until when something lasted (2001年以降減少している). `others` are what year it may be as well.
    """

    index: int
    point: Point
    parts: DateParts
    place: Place
    start: int
    end: int
    system: str = ""
    enclosed: int = 0
    titular: bool = False
    step: bool = False
    cited: bool = False
    bound: bool = False
    others: tuple[int, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether other dates may be counted from it: not from a decade or century."""
        return not (self.point.decade or self.point.century)

    @property
    def anchor(self) -> str:
        return "event" if self.index == EVENT else str(self.index)


class Timeline:
    """The dates told so far, newest last."""

    def __init__(self) -> None:
        self.known: list[Known] = []
        self._tables: dict[str, list[Known]] = {}
        self._open: dict[str, Known] = {}

    def add(self, known: Known) -> None:
        self.known.append(known)
        if known.others:
            self._open[known.anchor] = known
        if known.place.table:
            self._tables.setdefault(known.place.table, []).append(known)

    def also(self, anchor: str, year: int) -> tuple[int, ...]:
        """Return the other years of a date counted from one that is open itself; `year` is its first reading."""
        known = self._open.get(anchor)
        return tuple(year - known.point.year + other for other in known.others) if known else ()

    def back(self, place: Place, enclosed: int = 0, paragraph: bool = False, topic: bool = False) -> Iterator[Known]:
        """Yield the dates before, nearest first: outside brackets before those in brackets, paragraph by paragraph.

        Decades and centuries are not anchors, nor are dates that only look back for a comparison. Where a `topic` is
        sought, bounds come last.
        """
        aside: list[Known] = []
        cited: list[Known] = []
        block = None
        for known in reversed(self.known[-_FARTHEST:]):
            if known.place.block != block:
                yield from aside
                aside, block = [], known.place.block
                if paragraph and block != place.block:
                    yield from cited
                    return
            if known.point.decade or known.point.century or known.step:
                continue
            if known.cited or (topic and known.bound):
                cited.append(known)
            elif known.enclosed and not enclosed:
                aside.append(known)
            else:
                yield known
        yield from (*aside, *cited)

    def last(
        self,
        place: Place,
        enclosed: int = 0,
        *,
        month: bool = False,
        day: bool = False,
        paragraph: bool = False,
        topic: bool = False,
    ) -> Known | None:
        """Return the date told last; in a table the one above in its column. Ends of ranges are a second choice."""
        if place.table and (above := self.above(place, month)):
            return above
        fallback: Known | None = None
        for known in self.back(place, enclosed, paragraph, topic):
            if (month and not known.point.month) or (day and not known.point.day):
                continue
            if not known.parts.spanning:
                return known if fallback is None or known.place.block == fallback.place.block else fallback
            fallback = fallback or known
        return fallback

    def newest(self, place: Place, paragraph: bool = True) -> Known | None:
        """Return the date that stands before, whatever it tells."""
        if not self.known or (paragraph and self.known[-1].place.block != place.block):
            return None
        return self.known[-1]

    def before(self, known: Known) -> Known | None:
        """Return the date told right before one of the newest."""
        for index in range(len(self.known) - 1, max(0, len(self.known) - _REACH), -1):
            if self.known[index] is known:
                return self.known[index - 1]
        return None

    def above(self, place: Place, month: bool = False) -> Known | None:
        """Return the date of the same cell, else left in the row, else above in the column, else of the table."""
        cells = [k for k in self._tables.get(place.table, [])[-_REACH:] if not month or k.point.month]
        same = [k for k in cells if (k.place.row, k.place.column) == (place.row, place.column)]
        column = [k for k in cells if k.place.column == place.column]
        left = [k for k in cells if k.place.row == place.row and k.place.column < place.column]
        left = [k for k in left if k.system or month]
        found = same or left or column or cells
        return found[-1] if found else None

    def of_section(self, place: Place) -> Known | None:
        """Return the date of the section: one told in it, or in the heading of one that holds it."""
        for known in reversed(self.known[-_REACH:]):
            inside = known.place.section in place.sections and not (known.point.decade or known.point.century)
            if (
                inside
                and not (known.step or known.cited)
                and (known.place.section == place.section or known.place.heading)
            ):
                return known
        return None


class Spans:
    """Answers which of some spans, sorted and apart, holds an offset: one more than its start, 0 for none."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = spans
        self._starts = [start for start, _ in spans]

    def at(self, offset: int) -> int:
        index = bisect_right(self._starts, offset) - 1
        return self._starts[index] + 1 if index >= 0 and offset < self._spans[index][1] else 0
