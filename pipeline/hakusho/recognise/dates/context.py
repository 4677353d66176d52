"""A text with the dates found in it so far, and what a guard says of the next."""

from dataclasses import dataclass, field
from enum import IntEnum

from hakusho.records import DateParts


class Verdict(IntEnum):
    """What a guard says of a match: no, try the next rule; yes; or no date at all, go on after it."""

    NO = 0
    YES = 1
    SKIP = 2


@dataclass(frozen=True, slots=True)
class Written:
    """The words of one date: their offsets, the rule's groups that matched, and what they say."""

    start: int
    end: int
    groups: dict[str, str]
    parts: DateParts


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in offsets of the view it was found in."""

    start: int
    end: int
    rule: str
    parts: DateParts


@dataclass(slots=True)
class DateContext:
    """The text that is read, and the dates found in it so far; `statute` says that it holds articles of a law.

    `said` keeps what words say by rule and groups, since a document writes the same dates again and again.
    """

    text: str
    published_year: int | None = None
    statute: bool = False
    found: list[FoundDate] = field(default_factory=list)
    said: dict[tuple[str, tuple[str | None, ...]], tuple[dict[str, str], DateParts]] = field(default_factory=dict)

    def before(self, date: Written, width: int) -> str:
        return self.text[max(0, date.start - width) : date.start]

    def after(self, date: Written, width: int) -> str:
        return self.text[date.end : date.end + width]

    def last(self, offset: int, reach: int, within: str = "\n") -> FoundDate | None:
        """Return the date found last, if it lies at most `reach` back with none of the characters `within` between."""
        if not self.found:
            return None
        last = self.found[-1]
        if offset - last.end > reach or any(self.text.find(c, last.end, offset) >= 0 for c in within):
            return None
        return last


def plausible_month_day(parts: DateParts) -> bool:
    """Return whether month and day, where they are given, are numbers that a calendar may have."""
    return (parts.month is None or 1 <= parts.month <= 12) and (parts.day is None or 1 <= parts.day <= 31)
