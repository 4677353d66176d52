"""The calendar: Japanese eras by their days, fiscal years, and the days that a TIMEX3 value covers."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from hakusho.errors import UsageError
from hakusho.text import era_rules


@dataclass(frozen=True, slots=True)
class Era:
    """An era with its first and last day (both inclusive); `last` of the current one is open."""

    name: str
    letter: str
    first: date
    last: date

    def year_of(self, era_year: int) -> int:
        """Return the Western year of a year of this era: 平成23年 is 2011."""
        return self.first.year + era_year - 1


ERAS = tuple(
    Era(name, letter, date.fromisoformat(first), date.fromisoformat(last))
    for name, letter, first, last in era_rules.ERAS
)
_BY_NAME = {key: era for era in ERAS for key in (era.name, era.letter, era.name[0])}


def era_named(name: str) -> Era | None:
    """Return the era of a name (平成), its first character (平) or its letter (H); None for another."""
    return _BY_NAME.get(name.rstrip("."))


def era_on(day: date) -> Era | None:
    """Return the era that a day belongs to; None before 明治.

    >>> era_on(date(2019, 4, 30)).name, era_on(date(2019, 5, 1)).name
    ('平成', '令和')
    """
    return next((era for era in ERAS if era.first <= day <= era.last), None)


def fiscal_year(year: int, month: int | None) -> int:
    """Return the fiscal year (April to March) of a month; of a year without a month, the year itself."""
    return year - 1 if month is not None and month < 4 else year


def is_day(year: int, month: int, day: int) -> bool:
    """Return whether the calendar has the day: there is no 30 February."""
    return 1 <= month <= 12 and 1 <= day <= days_in(year, month)


def days_in(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return calendar.monthrange(year, month)[1]


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Return (year, month) `months` later."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


_PUBLISHED = re.compile("(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


def is_published(value: str) -> bool:
    """Return whether a value is a day, month or year of the calendar as `documents.csv` gives it.

    >>> is_published("2012-07"), is_published("2012-13"), is_published("平成24年")
    (True, False, False)
    """
    match = _PUBLISHED.fullmatch(value)
    if match is None or int(match["year"]) == 0:
        return False
    return match["month"] is None or is_day(int(match["year"]), int(match["month"]), int(match["day"] or 1))


def published_text(value: str | date | int) -> str:
    """Return a date of publication as hakusho writes it: YYYY, YYYY-MM, YYYY-MM-DD, or empty for an unknown one.

    Raises UsageError for what is none of these.

    >>> published_text(date(2012, 7, 17)), published_text(2012), published_text("2012-07")
    ('2012-07-17', '2012', '2012-07')
    """
    if isinstance(value, date):
        return value.isoformat()[:10]
    text = f"{value:04}" if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(text, str) and (not text or is_published(text)):
        return text
    raise UsageError(f"published is {value!r}. Write YYYY, YYYY-MM or YYYY-MM-DD, or give a datetime.date.")


_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(?P<fy>FY)?(?P<year>[0-9]{4})"
    r"(?:-(?:Q(?P<q>[1-4])|H(?P<h>[12])|(?P<s>SP|SU|FA|WI)|(?P<m>[01][0-9])(?:-(?P<d>[0-3][0-9]))?))?"
)
_DECADE = re.compile(r"([0-9]{3})X")
_CENTURY = re.compile(r"([0-9]{2})XX")


def interval(value: str) -> tuple[date, date]:
    """Return the first and last day of a TIMEX3-style value as the guidelines define it.

    Raises ValueError where `value` is not a TIMEX3 value, or names a day that the calendar does not have.

    >>> [day.isoformat() for day in interval("FY2011")]
    ['2011-04-01', '2012-03-31']
    >>> [day.isoformat() for day in interval("FY2010-Q4")]
    ['2011-01-01', '2011-03-31']
    >>> [day.isoformat() for day in interval("20XX")]
    ['2001-01-01', '2100-12-31']
    """
    if decade := _DECADE.fullmatch(value):
        first = int(decade[1]) * 10
        return date(max(first, 1), 1, 1), date(first + 9, 12, 31)
    if century := _CENTURY.fullmatch(value):
        first = int(century[1]) * 100 + 1
        return date(first, 1, 1), date(first + 99, 12, 31)
    match = _VALUE.fullmatch(value)
    if match is None:
        raise ValueError(f"not a TIMEX3 value of the guidelines: {value}")
    return _interval_of_parts(match)


def _interval_of_parts(match: re.Match[str]) -> tuple[date, date]:
    year, first_month = int(match["year"]), 4 if match["fy"] else 1
    if match["m"]:
        month = int(match["m"])
        if match["d"]:
            day = date(year, month, int(match["d"]))
            return day, day
        return _months(year, month, 1)
    if match["q"]:
        return _months(year, first_month + 3 * (int(match["q"]) - 1), 3)
    if match["h"]:
        return _months(year, first_month + 6 * (int(match["h"]) - 1), 6)
    if match["s"]:
        return _months(year, _SEASON_MONTHS[match["s"]], 3)
    return _months(year, first_month, 12)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    """Return the first and last day of `count` months; `month` may run past 12."""
    first_year, first_month = add_months(year, 1, month - 1)
    next_year, next_month = add_months(first_year, first_month, count)
    return date(first_year, first_month, 1), date(next_year, next_month, 1) - timedelta(days=1)


def shifted(day: date, months: int) -> date:
    """Return the day `months` later; the last of a month stays the last of one.

    >>> shifted(date(2024, 3, 31), -1), shifted(date(2023, 4, 1), -1)
    (datetime.date(2024, 2, 29), datetime.date(2023, 3, 1))
    """
    year, month = add_months(day.year, day.month, months)
    most = days_in(year, month)
    return date(year, month, most if day.day == days_in(day.year, day.month) else min(day.day, most))


def expand_short_year(number: int, reference: int, era: str = "", western: bool = False) -> int:
    """Return the Western year that a year without era or century (`14年`, `95年`) means next to `reference`.

    `reference` is the Western year of the date before it, or of publication; `era` and `western` tell how that
    one was written, and are kept where the result lies within a generation of it.

    >>> expand_short_year(14, 2001, era="平成"), expand_short_year(95, 2009), expand_short_year(19, 2009)
    (2002, 1995, 2007)
    >>> expand_short_year(54, 1983), expand_short_year(82, 1983), expand_short_year(15, 2008, western=True)
    (1979, 1982, 2015)
    """
    if era and (named := era_named(era)):
        candidate = named.year_of(number)
        if abs(candidate - reference) <= 30:
            return candidate
    centuries = [reference // 100 * 100 + number + shift for shift in (-100, 0, 100)]
    nearest_western = min(centuries, key=lambda year: abs(year - reference))
    if western:
        return nearest_western
    by_era = [year for e in ERAS if _lasts(e, year := e.year_of(number)) and abs(year - reference) <= 20]
    return min(by_era, key=lambda year: abs(year - reference)) if by_era else nearest_western


def _lasts(era: Era, year: int) -> bool:
    """Return whether an era is in use in a year, or planned years of it soon after its end are."""
    return era.first.year <= year <= min(era.last.year + 1, 9999)
