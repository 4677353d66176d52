"""Years that are written in full: Western ones, those of eras, and their glosses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hakusho.records import DateParts
from hakusho.text.calendar import ERAS, era_named

# The lunar calendar went out of use at the end of 明治5年; its months have 29 or 30 days.
_LUNAR_ERA, _LUNAR_YEARS, _LONGEST_MONTH = ERAS[0].name, 5, 30
_SOLAR = date(1873, 1, 1)


@dataclass(frozen=True, slots=True)
class WrittenYears:
    """Reads years of eras; `old_eras` maps those before 明治 to the Western year they began in.

    `lunar_months` maps (era, year of it, month) of the calendar before 1873 to the month's first day, as far as a
    source is known.
    """

    old_eras: Mapping[str, int]
    lunar_months: Mapping[tuple[str, int, int], date]

    def is_lunar(self, parts: DateParts) -> bool:
        """Return whether a date counts its months by the calendar that Japan left at the end of 明治5年."""
        name = _name(parts.era)
        early = name == _LUNAR_ERA and (parts.era_year or 99) <= _LUNAR_YEARS
        return parts.year is None and (early or name in self.old_eras)

    def lunar_day(self, parts: DateParts) -> date | None:
        """Return the Western day of a lunar one; None where no source is at hand, or no day is given."""
        if not parts.month or not parts.day or parts.day > _LONGEST_MONTH:
            return None
        first = self.lunar_months.get((_name(parts.era), parts.era_year or 0, parts.month))
        day = first + timedelta(parts.day - 1) if first else None
        return day if day and day < _SOLAR else None

    def year(self, parts: DateParts) -> tuple[int | None, tuple[str, ...]]:
        """Return the Western year that a date writes, and the flags of a source that contradicts itself."""
        own = self._era_year(parts) if parts.era and parts.era_year is not None else parts.year
        if own is None or parts.gloss is None:
            return own, era_flags(parts, own)
        gloss = parts.gloss.year or self._era_year(parts.gloss)
        western = own if parts.year is not None else gloss
        flags = ("era-mismatch",) if gloss is not None and gloss != own and parts.gloss.month is None else ()
        if parts.gloss.month is not None and parts.gloss.year is not None:
            western = parts.gloss.year
        return western or own, (*flags, *era_flags(parts, own))

    def _era_year(self, parts: DateParts) -> int | None:
        era = era_named(parts.era)
        if parts.era_year is None:
            return None
        if era is not None:
            return era.year_of(parts.era_year)
        first = self.old_eras.get(parts.era)
        return first + parts.era_year - 1 if first else None


def written_years(eras: Iterable[Mapping[str, str]], months: Iterable[Mapping[str, str]]) -> WrittenYears:
    """Build from the rows of `eras.tsv` and `lunar_months.tsv`.

    >>> years = written_years([], [{"era": "明治", "year": "5", "month": "12", "first_day": "1872-12-30"}])
    >>> years.lunar_day(DateParts(era="明治", era_year=5, month=12, day=2))
    datetime.date(1872, 12, 31)
    """
    first_days = {(m["era"], int(m["year"]), int(m["month"])): date.fromisoformat(m["first_day"]) for m in months}
    return WrittenYears({row["name"]: int(row["first_year"]) for row in eras}, first_days)


def _name(era: str) -> str:
    """Return the name of an era that may be given by its letter."""
    known = era_named(era) if era else None
    return known.name if known else era


def era_flags(parts: DateParts, year: int | None) -> tuple[str, ...]:
    """Judge an era by its days: 平成31年5月 and 昭和64年2月 are beyond it, 平成元年1月3日 is before it."""
    era = era_named(parts.era) if parts.era else None
    if era is None or year is None or parts.decade or (era is ERAS[0] and year < _SOLAR.year):
        return ()
    first, last = (year, parts.month or 12, parts.day or 31), (year, parts.month or 1, parts.day or 1)
    if parts.fiscal and not parts.month:
        first = last = (year, 4, 1)
        return ("beyond-era",) if last > (era.last.year, era.last.month, era.last.day) else ()
    if last > (era.last.year, era.last.month, era.last.day):
        return ("beyond-era",)
    return ("before-era",) if first < (era.first.year, era.first.month, era.first.day) else ()
