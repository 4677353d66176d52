"""What the weekday beside a day says of its month and year: of three years or months at most one suits it."""

from collections.abc import Iterable
from datetime import date as calendar_date

from hakusho.records import DateParts
from hakusho.resolve.date_evidence_rules import WEEKDAYS
from hakusho.text.calendar import add_months, is_day


def by_weekday(year: int, parts: DateParts) -> int | None:
    """Return the year, the one before or the one after, in which month and day fall on the weekday that is printed.

    >>> by_weekday(2023, DateParts(month=1, day=10, weekday="水")), by_weekday(2023, DateParts(month=1, day=10))
    (2024, None)
    """
    if not (parts.weekday and parts.month and parts.day):
        return None
    years = (year, year + 1, year - 1)
    return next((y for y in years if _is(parts.weekday, y, parts.month, parts.day)), None)


def month_by_weekday(months: Iterable[tuple[int, int]], day: int, weekday: str) -> tuple[int, int] | None:
    """Return the first of some months, of the one after each and of the one before, whose day is of the weekday.

    >>> month_by_weekday([(2023, 10)], 3, "金"), month_by_weekday([(2023, 10)], 3, "土")
    ((2023, 11), None)
    """
    told = list(months)
    around = [add_months(*month, by) for by in (1, -1) for month in told]
    return next((m for m in (*told, *around) if _is(weekday, *m, day)), None)


def _is(weekday: str, year: int, month: int, day: int) -> bool:
    return is_day(year, month, day) and WEEKDAYS[calendar_date(year, month, day).weekday()] == weekday
