"""What a date is while it is read: the mention, the state of its document, and the year that a reader finds."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as calendar_date

from hakusho.records import Certainty, DateParts, Mention, Reference
from hakusho.resolve.date_evidence import Evidence
from hakusho.resolve.places import Place
from hakusho.resolve.points import Point
from hakusho.resolve.short_years import WESTERN, YearStyle
from hakusho.resolve.timeline import Known, Timeline
from hakusho.resolve.written_years import WrittenYears
from hakusho.text.calendar import Era, era_named

DOCUMENT_ANCHOR, TITLE_ANCHOR = "document", "title"
# Years before publication that still show how a document writes its years.
_STYLE_YEARS = 40
# Years about publication that are its present.
_OF_TODAY = 10
# Dates back that the era of 同N年 is sought in.
_ERAS_BACK = 40


@dataclass(frozen=True, slots=True)
class Date:
    """One mention of a date while it is read; `index` is its place among the document's mentions."""

    index: int
    mention: Mention
    parts: DateParts
    place: Place
    enclosed: int = 0

    @property
    def start(self) -> int:
        return self.mention.span.start

    @property
    def end(self) -> int:
        return self.mention.span.end

    @property
    def bare(self) -> bool:
        """Return whether it has neither year, era, nor a word that counts."""
        parts = self.parts
        return parts.year is None and parts.era_year is None and parts.reference is Reference.NONE


@dataclass(frozen=True, slots=True)
class YearReading:
    """The year, whether it is a fiscal year, what it was counted from, and how sure that is."""

    year: int | None
    fiscal: bool = False
    anchor: str = ""
    flags: tuple[str, ...] = ()
    certainty: Certainty = Certainty.CERTAIN
    others: tuple[int, ...] = ()
    system: str = ""


OPEN = YearReading(None, certainty=Certainty.OPEN)


@dataclass(slots=True)
class State:
    """All that readers look at: the document, and the dates told so far."""

    published: tuple[int, int | None, int | None] | None
    title_fiscal: int | None
    evidence: Evidence
    written: WrittenYears
    timeline: Timeline = field(default_factory=Timeline)
    style: YearStyle = field(default_factory=YearStyle)
    # The absolute dates of the whole document, by index: what a range counts back from.
    ahead: Mapping[int, Date] = field(default_factory=dict)
    # The year that the document names most, where its day of publication is unknown.
    usual_year: int | None = None
    # The year of a company that the document reports on first, 2024年3月期.
    company: Point | None = None
    # The disasters that headings name without their year: the section, the year, the month.
    disasters: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    # Whether a year near publication is written in full anywhere.
    tells_of_today: bool = True
    # The eras written so far, also of a law's or judgement's year, and their mentions: 同50年 counts in the last.
    eras: list[tuple[str, str]] = field(default_factory=list)

    @property
    def published_day(self) -> calendar_date | None:
        """The day of publication, where all of it is known."""
        if self.published is None or self.published[1] is None or self.published[2] is None:
            return None
        return calendar_date(self.published[0], self.published[1], self.published[2])

    def same_sentence(self, known: Known, date: Date) -> bool:
        """Return whether a date told before stands in the sentence of one that is read."""
        sentence = self.evidence.sentence(date.start)
        return sentence is not None and sentence.start <= known.start

    def era_of(self, number: int) -> tuple[Era, str] | None:
        """Return the era of 同N年 and the mention that writes it: the last one, or the one before where it ended
        before its year N (大正12年9月に被災し、同27年まで)."""
        for name, anchor in reversed(self.eras[-_ERAS_BACK:]):
            era = era_named(name)
            if era is None:
                return None
            if era.year_of(number) <= era.last.year:
                return era, anchor
        return None

    def last(self, date: Date, *, month: bool = False, day: bool = False, paragraph: bool = False) -> Known | None:
        return self.timeline.last(date.place, date.enclosed, month=month, day=day, paragraph=paragraph)

    def looks_back(self, date: Date) -> bool:
        """Return whether figures are compared with those of a year before: 前年比, 対前年."""
        return date.parts.offset < 0 and (self.evidence.compared(date.end) or self.evidence.against(date.start))

    def compared_with(self, date: Date) -> Known | None:
        """Return the date told last for a word like 前年, which in 前年比 counts from the year that figures are of."""
        return self.timeline.last(date.place, date.enclosed, topic=self.looks_back(date))


def year_style(dates: list[Date], published: tuple[int, int | None, int | None] | None) -> YearStyle:
    """Count how the full years of a document are written; years long before publication say little."""
    counts: Counter[str] = Counter()
    for date in dates:
        parts, year = date.parts, date.parts.year
        if (era := era_named(parts.era)) and parts.era_year:
            counts[era.letter] += 1
        elif year is not None and not parts.decade and (published is None or abs(year - published[0]) <= _STYLE_YEARS):
            counts[WESTERN] += 1
    return YearStyle(counts, published[0] if published else None)


def tells_of_today(
    dates: list[Date], written: WrittenYears, published: tuple[int, int | None, int | None] | None
) -> bool:
    """Return whether a document writes any year near its publication in full; a history writes none."""
    if published is None:
        return False
    years = (written.year(date.parts)[0] for date in dates if system_of(date.parts) and not date.parts.decade)
    return any(year is not None and abs(published[0] - year) <= _OF_TODAY for year in years)


def usual_year(dates: list[Date], written: WrittenYears) -> int | None:
    """Return the full year that a document names most, the latest of equals."""
    years = Counter(written.year(date.parts)[0] for date in dates if system_of(date.parts) and not date.parts.decade)
    return max((y for y in years if y is not None), key=lambda y: (years[y], y), default=None)


def system_of(parts: DateParts) -> str:
    """Return how a date writes its year: the letter of an era, `W` for Western, empty where it writes none in full."""
    era = era_named(parts.era) if parts.era and parts.era_year is not None else None
    return era.letter if era else WESTERN if parts.year is not None else ""


def same_paragraph(known: Known, date: Date) -> bool:
    """Return whether a date told before stands in the paragraph of this one."""
    return known.place.block == date.place.block
