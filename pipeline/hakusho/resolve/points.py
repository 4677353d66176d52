"""Places on the calendar, as dates are resolved to."""

import re
from dataclasses import dataclass

from hakusho.text.calendar import fiscal_year, is_day

_PUBLISHED = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the calendar: a year, or part of one, of the calendar or the fiscal year."""

    year: int
    month: int | None = None
    day: int | None = None
    fiscal: bool = False
    quarter: int | None = None
    half: int | None = None
    season: str = ""
    decade: bool = False
    century: bool = False

    @property
    def value(self) -> str:
        """The TIMEX3-style value of `corpus/GUIDELINES.md`."""
        if self.century:
            return f"{self.year - 1:02d}XX"
        if self.decade:
            return f"{self.year // 10:03d}X"
        if self.year <= 0:
            return f"BC{-self.year:04d}"
        year = f"{'FY' if self.fiscal and self.month is None else ''}{self.year:04d}"
        for letter, part in (("Q", self.quarter), ("H", self.half)):
            if part:
                return f"{year}-{letter}{part}"
        if self.season:
            return f"{year}-{self.season}"
        return year + "".join(f"-{part:02d}" for part in (self.month, self.day) if part)

    @property
    def is_day(self) -> bool:
        """Whether the calendar has it: 29 February only in leap years."""
        return not (self.month and self.day) or is_day(self.year, self.month, self.day)

    @property
    def whole_year(self) -> bool:
        """Whether it is a year or fiscal year, no part of one."""
        return not (self.month or self.quarter or self.half or self.season)

    @property
    def fiscal_year(self) -> int:
        """The fiscal year that the point lies in; of a calendar year, the one that begins in it."""
        return self.year if self.fiscal and self.month is None else fiscal_year(self.year, self.month)


def published_parts(published: str) -> tuple[int, int | None, int | None] | None:
    """Return (year, month, day) of a date of publication as far as it is known."""
    match = _PUBLISHED.fullmatch(published)
    if match is None:
        return None
    return int(match[1]), int(match[2]) if match[2] else None, int(match[3]) if match[3] else None
