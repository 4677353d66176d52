"""Place dates on the calendar: from what the words say, and from the dates and the document around them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar_date
from functools import lru_cache

from hakusho.labels import DATE
from hakusho.records import (
    LAST_RESORT,
    Certainty,
    DateParts,
    Entity,
    Mention,
    Reference,
    Segments,
    Source,
    Span,
    Status,
    Timex,
)
from hakusho.resolve import date_evidence_rules as rules
from hakusho.resolve.date_evidence import Evidence, title_fiscal_year
from hakusho.resolve.date_readers import point_of, read_year
from hakusho.resolve.disasters import disasters_above
from hakusho.resolve.months import Reading, with_month
from hakusho.resolve.near_publication import YEARS_OF_THEIR_OWN
from hakusho.resolve.periods import company_year, read_century, read_period
from hakusho.resolve.places import Places
from hakusho.resolve.points import Point, published_parts
from hakusho.resolve.reading import DOCUMENT_ANCHOR, Date, State, system_of, tells_of_today, usual_year, year_style
from hakusho.resolve.timeline import EVENT, Known
from hakusho.resolve.written_years import WrittenYears
from hakusho.text.calendar import interval, shifted

Indexed = tuple[int, Mention, DateParts]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a document next to its dates: its text and structure, its title and day of publication."""

    text: str
    source: Source
    segments: Segments
    eras: WrittenYears


def resolve_dates(mentions: Sequence[Indexed], around: Surroundings) -> dict[int, Entity]:
    """Return an entity for each date mention (index, mention, parts), in document order."""
    evidence, places = Evidence(around.text, around.segments), Places(around.segments)
    dates = [
        Date(
            index,
            mention,
            _closing(parts, mention, evidence),
            places.of(mention.span),
            evidence.enclosed(mention.span.start),
        )
        for index, mention, parts in mentions
    ]
    published = published_parts(around.source.published)
    state = State(
        published,
        title_fiscal_year(around.source.title),
        evidence,
        around.eras,
        style=year_style(dates, published),
        usual_year=usual_year(dates, around.eras) if published is None else None,
        ahead={date.index: date for date in dates if system_of(date.parts)},
        tells_of_today=tells_of_today(dates, around.eras, published),
        company=company_year(dates, around.eras),
    )
    if dates:
        state.disasters = disasters_above(evidence, places, published)
    events = _events(evidence, places) if dates else iter(())
    entities = {
        date.index: _entity(date, _resolved(state, date, passed)) for date, passed in _with_events(dates, events)
    }
    entities |= _delimited(dates, entities, evidence)
    return _left_open(entities) if around.source.published_from == LAST_RESORT else entities


def _left_open(entities: Mapping[int, Entity]) -> dict[int, Entity]:
    """Leave open what is counted from a day of publication that only the file's own date tells.

    A white paper of 2018 that was printed to PDF anew bears the day of the printing.
    """
    found: dict[int, Entity] = {}
    unsure = {DOCUMENT_ANCHOR}
    for index, entity in entities.items():
        if entity.timex and entity.timex.anchor in unsure:
            unsure.add(str(index))
            if entity.value:
                timex = Timex("", entity.timex.mod, entity.timex.anchor)
                candidates = (entity.value,)
                entity = replace(
                    entity,
                    status=Status.AMBIGUOUS,
                    value="",
                    candidates=candidates,
                    timex=timex,
                    certainty=Certainty.OPEN,
                )
        found[index] = entity
    return found


def _delimited(dates: list[Date], entities: Mapping[int, Entity], evidence: Evidence) -> dict[int, Entity]:
    """Return the fiscal years that the text itself delimits, with those days: 2016会計年度(2015年10月~2016年9月)."""
    found = {}
    for year, first, last in zip(dates, dates[1:], dates[2:], strict=False):
        inside = (
            year.parts.fiscal and evidence.glosses(year.end, first.start) and evidence.ranging(first.end, last.start)
        )
        own, begins, ends = (entities[date.index] for date in (year, first, last))
        if inside and own.timex and own.value and begins.timex and ends.timex and begins.value and ends.value:
            days = replace(own.timex, first_day=begins.timex.first_day, last_day=ends.timex.last_day)
            found[year.index] = replace(own, timex=days)
    return found


def _closing(parts: DateParts, mention: Mention, evidence: Evidence) -> DateParts:
    """Read 2019年2月期の出荷台数 as a month."""
    if parts.closing and not parts.quarter and not parts.half and evidence.monthly(mention.span.end, parts.closing):
        return replace(parts, month=parts.closing, closing=None)
    return parts


def _events(evidence: Evidence, places: Places) -> Iterator[Known]:
    """Yield the events that bear their year in their name, as dates that others may be counted from."""
    for start, end, year, month, topic in evidence.events():
        mention = Mention(Span(start, end), DATE, "", "")
        place = places.of(mention.span)
        yield Known(EVENT, Point(year, month), DateParts(year=year), place, start, end, titular=not topic)


def _with_events(dates: list[Date], events: Iterator[Known]) -> Iterator[tuple[Date, list[Known]]]:
    """Yield each date with the events named between it and the one before."""
    event = next(events, None)
    for date in dates:
        passed = []
        while event is not None and event.end <= date.start:
            passed.append(event)
            event = next(events, None)
        yield date, passed


def _resolved(state: State, date: Date, events: list[Known]) -> Reading:
    for event in events:
        state.timeline.add(event)
    reading = _read(state, date)
    if date.parts.era or date.parts.year is not None:
        state.eras.append((date.parts.era, str(date.index)))
    # 翌年度へ繰り越すべき財源 is an item of accounts, which the text does not move on to.
    if reading.point is not None and not state.evidence.carried(date.end):
        state.timeline.add(_known(state, date, reading, reading.point))
    return reading


def _known(state: State, date: Date, reading: Reading, point: Point) -> Known:
    parts, dateless = date.parts, not (date.parts.month or date.parts.day)
    looks_back = parts.reference is Reference.LAST and parts.offset < 0 and dateless
    return Known(
        date.index,
        point,
        parts,
        date.place,
        date.start,
        date.end,
        reading.system,
        date.enclosed,
        titular=dateless and state.evidence.budget(date.end),
        step=looks_back and (parts.unit in ("same-period", "period") or state.evidence.compared(date.end)),
        cited=not parts.antecedent
        or state.evidence.cuts_off(date.end)
        or (dateless and state.evidence.since(date.end, only=True)),
        bound=dateless and point.whole_year and state.evidence.bounds(date.end),
        others=reading.others,
    )


def _read(state: State, date: Date) -> Reading:
    parts = date.parts
    if parts.century or parts.unit == "century":
        return read_century(state, date)
    if parts.unit in ("same-period", "period", "quarter"):
        return read_period(state, date)
    year = read_year(state, date)
    if year.year is None:
        return Reading(None, year.anchor, year.flags, Certainty.OPEN)
    reading = with_month(state, date, year, point_of(date, year.year, year.fiscal))
    if reading.point is None or not year.others:
        return reading
    shifted_by = [replace(reading.point, year=reading.point.year + other - year.year) for other in year.others]
    others = tuple(point.value for point in shifted_by if point.is_day)
    return replace(reading, candidates=(reading.point.value, *others), others=year.others)


def _entity(date: Date, reading: Reading) -> Entity:
    mention, parts, point = date.mention, date.parts, reading.point
    mod = str(parts.mod)
    if point is None or reading.candidates:
        status = Status.AMBIGUOUS if reading.candidates or _deictic(parts) else Status.UNKNOWN
        timex = Timex("", mod, reading.anchor)
        return Entity(
            mention, status, flags=reading.flags, candidates=reading.candidates, timex=timex, certainty=Certainty.OPEN
        )
    value, flags = point.value, reading.flags
    if parts.weekday and point.day and point.month:
        actual = rules.WEEKDAYS[calendar_date(point.year, point.month, point.day).weekday()]
        flags = flags if actual == parts.weekday else (*flags, "wrong-weekday")
    first, last = _days(point, value, parts)
    timex = Timex(value, mod, reading.anchor, first, last)
    return Entity(mention, Status.RESOLVED, value, flags=flags, timex=timex, certainty=reading.certainty)


def _days(point: Point, value: str, parts: DateParts) -> tuple[str, str]:
    """Return the first and last day that a date covers; none of years before Christ."""
    if point.year <= 0:
        return "", ""
    if not parts.closing or parts.closing in (3, 12):
        return _covered(value)
    first, last = (shifted(day, parts.closing - 3) for day in interval(value))
    return first.isoformat(), last.isoformat()


@lru_cache(maxsize=4096)
def _covered(value: str) -> tuple[str, str]:
    """Return the first and last day of a value; a document names the same years again and again."""
    first, last = interval(value)
    return first.isoformat(), last.isoformat()


def _deictic(parts: DateParts) -> bool:
    """昨年 in a document of unknown date has a meaning, which only its reader of the day knew."""
    units = ("year", "part", "month", "day", "century", *YEARS_OF_THEIR_OWN)
    return parts.reference is Reference.DOCUMENT and parts.unit in units


__all__ = ["DOCUMENT_ANCHOR", "Surroundings", "resolve_dates"]
