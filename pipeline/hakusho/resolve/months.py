"""The month and day of a date whose year is read."""

from dataclasses import dataclass, replace
from datetime import date as calendar_date

from hakusho.records import Certainty, DateParts, Reference
from hakusho.resolve.bare_readers import chronicled
from hakusho.resolve.date_evidence import Tense
from hakusho.resolve.points import Point
from hakusho.resolve.reading import DOCUMENT_ANCHOR, Date, State, YearReading
from hakusho.resolve.timeline import Known
from hakusho.resolve.weekdays import month_by_weekday, open_months
from hakusho.text.calendar import add_months, era_named, is_day

Day = tuple[int, int, int]
# Dates back that are looked through for a day told before.
_TOLD = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one date. `point` is None where the text does not tell; `anchor` is what it was counted from."""

    point: Point | None
    anchor: str = ""
    flags: tuple[str, ...] = ()
    certainty: Certainty = Certainty.CERTAIN
    candidates: tuple[str, ...] = ()
    system: str = ""
    others: tuple[int, ...] = ()


def with_month(state: State, date: Date, reading: YearReading, point: Point) -> Reading:
    """Return the reading of a date with the month and day that its words give or count."""
    parts, anchor = date.parts, reading.anchor
    year, month, day = point.year, parts.month, parts.day
    certainty = reading.certainty
    later: tuple[int, int] | None = None
    written = _with_era(parts, reading.system)
    if state.written.is_lunar(written) and not (parts.gloss and parts.gloss.month):
        lunar = state.written.lunar_day(written)
        year, month, day = (lunar.year, lunar.month, lunar.day) if lunar else (year, None, None)
    elif parts.gloss and parts.gloss.month and parts.gloss.year:
        year, month, day = parts.gloss.year, parts.gloss.month, parts.gloss.day
    elif parts.unit == "month":
        counted = _counted_month(state, date)
        if counted is None:
            return Reading(None, anchor, reading.flags, Certainty.OPEN)
        year, month, anchor = counted
    elif parts.unit in ("day", "next-month") or (day and not month):
        counted_day = _counted_day(state, date)
        if counted_day is None:
            return Reading(None, anchor, reading.flags, Certainty.OPEN)
        (year, month, day), anchor, certainty = counted_day
        later = _later(state, date, (year, month, day))
    elif _in_next_year(state, date, reading.fiscal):
        year += 1
    if month and day and not is_day(year, month, day):
        return Reading(None, anchor, (*reading.flags, "impossible-day"), Certainty.OPEN)
    point = _placed(point, year, month, day)
    if later:
        candidates = (point.value, replace(point, year=later[0], month=later[1]).value)
        return Reading(point, anchor, reading.flags, Certainty.OPEN, candidates, reading.system)
    return Reading(point, anchor, reading.flags, certainty, (), reading.system)


def _placed(point: Point, year: int, month: int | None, day: int | None) -> Point:
    changed = month or day or year != point.year
    return replace(point, year=year, month=month, day=day) if changed else point


def _with_era(parts: DateParts, system: str) -> DateParts:
    """Give a short year the era it was read in: 五年七月 behind 明治四年 is lunar, too."""
    era = era_named(system) if system and not parts.era and parts.era_year else None
    return replace(parts, era=era.name) if era else parts


def _in_next_year(state: State, date: Date, fiscal: bool) -> bool:
    """翌4月 not after the month told lies in the next year; so do January to March of a fiscal year."""
    month = date.parts.month
    if date.parts.unit == "next-year" and month:
        last = state.last(date)
        if last is None or not last.point.month:
            return False
        later_day = month == last.point.month and (last.point.day or 99) < (date.parts.day or 0)
        return month <= last.point.month and not later_day
    return bool(fiscal and month and month < 4)


def _counted_month(state: State, date: Date) -> tuple[int, int, str] | None:
    """同月, 翌月, 先月: a month counted from the last one told or from publication."""
    parts = date.parts
    if parts.reference is Reference.DOCUMENT:
        if state.published is None or state.published[1] is None:
            return None
        return *add_months(state.published[0], state.published[1], parts.offset), DOCUMENT_ANCHOR
    last = state.last(date, month=True)
    if last is None or last.point.month is None:
        return None
    return *add_months(last.point.year, last.point.month, parts.offset), last.anchor


def _counted_day(state: State, date: Date) -> tuple[Day, str, Certainty] | None:
    """同日, 翌25日 and a bare 9日: a day of the last month told, or counted from the last day."""
    parts = date.parts
    if parts.reference is Reference.DOCUMENT:
        return _day_of_publication(state, date)
    if parts.day is None:
        return _shifted(state.last(date, day=True) or state.last(date, month=True), parts.offset)
    last = None if state.evidence.from_now(date.start) else _month_told(state, date)
    if last is None or last.point.month is None:
        return _near_publication(state, date) if parts.reference is Reference.NONE else None
    year, month = last.point.year, last.point.month
    if date.bare and (sure := month_by_weekday(open_months((year, month), last, date), parts.day, parts.weekday)):
        return (*sure, parts.day), last.anchor, Certainty.LIKELY
    if date.bare and _is_past(state, date) and (year, month, parts.day) > (state.published or (0,)):
        return _near_publication(state, date)
    behind = last.point.day and parts.day <= last.point.day
    if behind and (parts.unit == "next-month" or state.evidence.ranging(last.end, date.start)):
        year, month = add_months(year, month, 1)
    return (year, month, parts.day), last.anchor, Certainty.CERTAIN


def _is_past(state: State, date: Date) -> bool:
    return state.published_day is not None and state.evidence.tense(date.end) is Tense.PAST


def _later(state: State, date: Date, day: Day) -> tuple[int, int] | None:
    """4月25日に公示し、8日に投票が行われた: a day below the one told may be of the next month; return that month.

    Not one told before, one of a list, a bracket or a table, nor what would lie after publication but is past.
    """
    last = state.timeline.newest(date.place)
    counted = date.bare and last is not None and last.point.day is not None and day[2] < last.point.day
    if counted and month_by_weekday(open_months(day[:2], last, date), day[2], date.parts.weekday):
        return None
    if not counted or last is None or day[:2] != (last.point.year, last.point.month):
        return None
    if date.place.table or date.enclosed or last.enclosed or state.evidence.joined(last.end, date.start):
        return None
    if _in_range(state, last, day):
        return None
    year, month = add_months(day[0], day[1], 1)
    told = any((k.point.year, k.point.month, k.point.day) == day for k in state.timeline.known[-_TOLD:])
    now = state.published or (9999, 12, 31)
    after = (year, month, day[2]) > (now[0], now[1] or 12, now[2] or 31)
    past = after and state.evidence.tense(date.end) is Tense.PAST
    return None if told or past or not is_day(year, month, day[2]) else (year, month)


def _in_range(state: State, last: Known, day: Day) -> bool:
    """3日 after 10月28日から11月5日まで lies between them."""
    before = state.timeline.before(last)
    if before is None or not before.point.day or not state.evidence.ranging(before.end, last.start):
        return False
    return (before.point.year, before.point.month or 0, before.point.day) <= day


def _month_told(state: State, date: Date) -> Known | None:
    """Return the month that a bare day belongs to; 翌九日 counts from the day told, not from a month between."""
    if date.parts.unit == "next-month":
        return state.last(date, day=True) or state.last(date, month=True)
    if (above := chronicled(state, date)) is not None and above.point.month:
        return above
    last = state.last(date, month=True)
    if last is None or date.parts.reference is not Reference.NONE or date.place.table:
        return last
    # A press release tells of days of its own month, whatever month a paragraph far above told of.
    return last if last.place.block >= date.place.block - 1 or state.published_day is None else None


def _shifted(last: Known | None, offset: int) -> tuple[Day, str, Certainty] | None:
    if last is None or last.point.day is None or last.point.month is None:
        return None
    start = calendar_date(last.point.year, last.point.month, last.point.day)
    day = calendar_date.fromordinal(start.toordinal() + offset)
    return (day.year, day.month, day.day), last.anchor, Certainty.CERTAIN


def _near_publication(state: State, date: Date) -> tuple[Day, str, Certainty] | None:
    """総務省は27日、…諮問した: the last such day not after publication, or the next where the sentence plans."""
    published, day = state.published_day, date.parts.day
    if published is None or day is None:
        return None
    year, month = published.year, published.month
    coming = state.evidence.to_come(date.start) or state.evidence.tense(date.end) in (Tense.FUTURE, Tense.COMING)
    if coming and day < published.day:
        year, month = add_months(year, month, 1)
    elif not coming and day > published.day:
        year, month = add_months(year, month, -1)
    year, month = month_by_weekday(open_months((year, month), None, date), day, date.parts.weekday) or (year, month)
    return (year, month, day), DOCUMENT_ANCHOR, Certainty.LIKELY


def _day_of_publication(state: State, date: Date) -> tuple[Day, str, Certainty] | None:
    row = [k for k in state.timeline.known[-8:] if date.place.table and k.place.table == date.place.table]
    told = next((k for k in reversed(row) if k.place.row == date.place.row and k.point.day), None)
    if told is not None:
        return _shifted(told, date.parts.offset)
    if state.published_day is None:
        return None
    day = calendar_date.fromordinal(state.published_day.toordinal() + date.parts.offset)
    return (day.year, day.month, day.day), DOCUMENT_ANCHOR, Certainty.CERTAIN
