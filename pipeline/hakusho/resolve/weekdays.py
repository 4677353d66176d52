"""What the weekday beside a day says of its month and year: it decides between those that are open, no others.

A weekday is misprinted now and then, and every seventh misprint suits the year beside: what a text tells stays.
"""

from collections.abc import Iterable
from datetime import date as calendar_date

from hakusho.records import DateParts
from hakusho.resolve.date_evidence_rules import WEEKDAYS
from hakusho.resolve.reading import DOCUMENT_ANCHOR, Date, State, YearReading, same_paragraph
from hakusho.resolve.timeline import Known
from hakusho.text.calendar import add_months, is_day

_MONTHS = 12


def by_weekday(years: Iterable[int], parts: DateParts) -> int | None:
    """Return the first of some years in which month and day fall on the weekday that is printed.

    >>> day = DateParts(month=1, day=10, weekday="水")
    >>> by_weekday([2023, 2024], day), by_weekday([2023], day), by_weekday([2024], DateParts(month=1, day=10))
    (2024, None, None)
    """
    if not (parts.weekday and parts.month and parts.day):
        return None
    return next((y for y in years if _is(parts.weekday, y, parts.month, parts.day)), None)


def open_years(state: State, date: Date, reading: YearReading) -> list[int]:
    """Return the years that a bare day may be of, the one read first: those beside it only where none is told."""
    if reading.year is None:
        return []
    years, month = [reading.year, *reading.others], date.parts.month or 0
    beside = [reading.year + 1, reading.year - 1]
    if reading.anchor == DOCUMENT_ANCHOR:
        return years + [y for y in beside if _near(state, y, month)]
    told = next((k for k in reversed(state.timeline.known) if k.anchor == reading.anchor), None)
    if told is None:
        return years
    if not _tells(told, date):
        return years + beside
    # Over the new year: January behind December is of either year.
    over = told.point.month is not None and month < told.point.month
    return [*years, told.point.year + 1, told.point.year] if over else years


def _tells(known: Known, date: Date) -> bool:
    """Return whether a date tells the year of another: of its paragraph, its table, or a heading above."""
    same_table = bool(date.place.table) and known.place.table == date.place.table
    return same_paragraph(known, date) or known.place.heading or same_table


def _near(state: State, year: int, month: int) -> bool:
    """Return whether a month lies within a year of publication, before it or after."""
    if state.published is None or state.published[1] is None:
        return True
    return abs(_MONTHS * (year - state.published[0]) + month - state.published[1]) <= _MONTHS


def month_by_weekday(months: Iterable[tuple[int, int]], day: int, weekday: str) -> tuple[int, int] | None:
    """Return the first of some months whose day is of the weekday.

    >>> month_by_weekday([(2023, 10), (2023, 11)], 3, "金"), month_by_weekday([(2023, 10)], 3, "土")
    ((2023, 11), None)
    """
    return next((m for m in months if _is(weekday, *m, day)), None)


def open_months(month: tuple[int, int], last: Known | None, date: Date) -> list[tuple[int, int]]:
    """Return the months that a bare day may be of, the one read first.

    Behind a later day of its paragraph, the next month is open; where no month is told there, the one before, too.
    """
    after, before = add_months(*month, 1), add_months(*month, -1)
    if last is None or not _tells(last, date):
        return [month, after, before]
    behind = last.point.day is not None and (date.parts.day or 0) <= last.point.day
    return [month, after] if behind else [month]


def _is(weekday: str, year: int, month: int, day: int) -> bool:
    return is_day(year, month, day) and WEEKDAYS[calendar_date(year, month, day).weekday()] == weekday
