"""Years of two figures, decided over the whole document: `14年`, `95年`, `61年3月`.

Each reading is a year of an era or of a century. It costs what it lies off the dates next to it and off publication;
a way to write years that the document does not use costs more; what lies after publication costs more still.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from hakusho.text.calendar import ERAS, Era

WESTERN = "W"
# Years: how much a way of writing costs that a document with full years never uses, or another era of the same kind.
_FOREIGN, _OTHER_ERA = 14.0, 5.0
# Years after publication that plans still speak of, and how much dearer each of them is than one before.
_FARTHEST, _AHEAD = 60, 0.5
# Years after publication beyond which a Western year is seldom cut to two figures (28年度 of 2017 is 平成28年度).
_SOON, _SELDOM = 3, 8.0
_GENERATION = 30
# Years after the end of an era in which its planned years are still cited, and how far those reach beyond it.
_LATE_PLANS, _PLANNED = 5, 12
_TWO_FIGURES = 10
# Years after the one told beyond which a later one of its era costs no more.
_CAREER = 14
# Readings that lie nearer to one another are both kept.
_MARGIN = 4.0
# Beyond this many years after publication a year is flagged.
PLAN_HORIZON = 10


@dataclass(frozen=True, slots=True)
class ShortYear:
    """A reading: the Western year, how it is written (an era's letter or `W`), and what it costs, years."""

    year: int
    system: str
    cost: float


@dataclass(slots=True)
class YearStyle:
    """How a document writes its full years: how many in each era (by letter), and in the Western way (`W`)."""

    counts: Counter[str] = field(default_factory=Counter)
    published: int | None = None
    # How the short years read so far are written: they keep to one way, whatever the full ones do.
    short: Counter[str] = field(default_factory=Counter)

    def penalty(self, system: str) -> float:
        total = sum(self.counts.values())
        if not total:
            return 0.0
        if system != WESTERN and self.short[system] and not self.short[WESTERN]:
            return 0.0
        western = self.counts[WESTERN] / total
        share = western if system == WESTERN else 1 - western
        if system != WESTERN and share and not self.counts[system]:
            return _FOREIGN * (1 - share) + _OTHER_ERA
        return _FOREIGN * (1 - share)


def readings(
    number: int,
    style: YearStyle,
    beside: Iterable[tuple[int, str]] = (),
    joined: bool = False,
    latest: int | None = None,
) -> tuple[ShortYear, ...]:
    """Return the years that a number may mean, best first; a second one only where it is nearly as good.

    `beside` are the years that the passage tells of, with how they are written; `joined` says that the number
    continues the first of them in one range or list, which it then is written like. `latest` is the last year that
    the tense allows.

    >>> def years(*given): return [reading.year for reading in readings(*given)]
    >>> years(14, YearStyle(published=2005)), years(61, YearStyle(Counter("W"), 1987), [(1983, "W")])
    ([2002], [1986])
    >>> years(22, YearStyle(Counter("RRR"), 2022)), years(30, YearStyle(published=2021), [(2021, "R")])
    ([2022, 2010], [2018])
    """
    near = list(beside)
    costed = [
        ShortYear(year, system, _cost(year, system, style, near, joined)) for year, system in _possible(number, style)
    ]
    ordered = sorted(costed, key=lambda reading: (reading.cost, reading.year))
    if latest is not None and ordered and ordered[0].year > latest + 1:
        ordered = [reading for reading in ordered if latest - _GENERATION <= reading.year <= latest] or ordered
    distinct = list({reading.year: reading for reading in reversed(ordered)}.values())[::-1]
    return tuple(r for r in distinct if r.cost <= distinct[0].cost + (0 if joined else _MARGIN - 0.01))


def _possible(number: int, style: YearStyle) -> Iterable[tuple[int, str]]:
    latest = style.published + _FARTHEST if style.published else 2100
    for era in ERAS:
        year = era.year_of(number)
        begun = style.published is None or era.first.year <= style.published
        if number and begun and year <= min(latest, _open_until(era, style.published)):
            yield year, era.letter
    if number < _TWO_FIGURES:
        # 3年 is of an era; a Western year is written 03年.
        return
    yield from ((year, WESTERN) for year in (1800 + number, 1900 + number, 2000 + number) if year <= latest)


def _open_until(era: Era, published: int | None) -> int:
    """Return the last year that is written in an era: planned years run on past an end that nobody knew of yet."""
    if published is not None and published <= era.last.year:
        return published + _FARTHEST
    late = published is not None and published - era.last.year <= _LATE_PLANS
    return era.last.year + (_PLANNED if late else 0)


def _cost(year: int, system: str, style: YearStyle, beside: list[tuple[int, str]], joined: bool) -> float:
    first = beside[0] if beside else None
    distances = [_distance(year, system, other, written) for other, written in beside]
    if joined and first:
        kind = 0.0 if not first[1] or _kind(first[1]) == _kind(system) else 3 * _FOREIGN
        return distances[0] + kind + (0 if first[1] in ("", system) else 1)
    ahead = 0.0
    if style.published is not None:
        distances.append(abs(year - style.published))
        ahead = _AHEAD * max(0, year - style.published)
        if system == WESTERN and year > style.published + _SOON:
            ahead += _SELDOM
    if not distances:
        return 100.0
    near = 0.0
    if first and first[1]:
        near = 0.0 if first[1] == system else 2.0 if _kind(first[1]) == _kind(system) else _FOREIGN / 2
    return min(distances) + ahead + max(near, style.penalty(system))


def _distance(year: int, system: str, other: int, written: str) -> int:
    """A career goes on in the era that it was begun in, however many years later."""
    goes_on = system == written != WESTERN and year > other
    return min(abs(year - other), _CAREER) if goes_on else abs(year - other)


def _kind(system: str) -> str:
    return system if system in ("", WESTERN) else "era"
