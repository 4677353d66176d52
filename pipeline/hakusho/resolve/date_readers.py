"""Which year a date lies in: an ordered table of readers, one for each kind of reference; the first that applies reads.

A reader takes the state of the document and one date and returns a `YearReading`. Where two readings stay, the others
are in `others`, and the date is AMBIGUOUS.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date as calendar_date

from hakusho.records import Certainty, DateParts, Mention, Reference
from hakusho.resolve.date_evidence import Evidence, Tense
from hakusho.resolve.places import Place
from hakusho.resolve.points import Point
from hakusho.resolve.short_years import PLAN_HORIZON, WESTERN, ShortYear, YearStyle, readings
from hakusho.resolve.timeline import Known, Timeline
from hakusho.resolve.written_years import WrittenYears
from hakusho.text.calendar import ERAS, era_named, fiscal_year

DOCUMENT_ANCHOR, TITLE_ANCHOR = "document", "title"
# Months: how far a month whose sentence tells no tense may lie from publication and still be of its year.
_NEAR = 6
# Dates back that the months told are sought in, and years that a year must lie before them to be passed over.
_MONTHS_BACK, _FAR_OFF = 24, 2


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
    # The era written last, also of a law's or judgement's year, and its mention: 同50年 counts in it.
    era: tuple[str, str] = ("", "")

    @property
    def published_day(self) -> calendar_date | None:
        """The day of publication, where all of it is known."""
        if self.published is None or self.published[1] is None or self.published[2] is None:
            return None
        return calendar_date(self.published[0], self.published[1], self.published[2])

    def last(self, date: Date, *, month: bool = False, day: bool = False, paragraph: bool = False) -> Known | None:
        return self.timeline.last(date.place, date.enclosed, month=month, day=day, paragraph=paragraph)


def year_style(dates: list[Date], published: tuple[int, int | None, int | None] | None) -> YearStyle:
    """Count how the full years of a document are written; years long before publication say little."""
    counts: Counter[str] = Counter()
    for date in dates:
        parts, year = date.parts, date.parts.year
        if (era := era_named(parts.era)) and parts.era_year:
            counts[era.letter] += 1
        elif year is not None and not parts.decade and (published is None or abs(year - published[0]) <= 40):
            counts[WESTERN] += 1
    return YearStyle(counts, published[0] if published else None)


def usual_year(dates: list[Date], written: WrittenYears) -> int | None:
    """Return the full year that a document names most, the latest of equals."""
    years = Counter(written.year(date.parts)[0] for date in dates if system_of(date.parts) and not date.parts.decade)
    return max((y for y in years if y is not None), key=lambda y: (years[y], y), default=None)


# --- the readers ---------------------------------------------------------------------------------------------


def read_recurring(state: State, date: Date) -> YearReading:
    """毎年二月, 翌年度 of an article: every year's, so no value."""
    return OPEN


def read_written(state: State, date: Date) -> YearReading:
    year, flags = state.written.year(date.parts)
    return YearReading(year, date.parts.fiscal, "", flags, system=system_of(date.parts))


def system_of(parts: DateParts) -> str:
    era = era_named(parts.era) if parts.era and parts.era_year is not None else None
    return era.letter if era else WESTERN if parts.year is not None else ""


def read_next_short(state: State, date: Date) -> YearReading:
    """翌11年2月 is the year after the last one, 同50年 counts in the era written last."""
    number, fiscal = date.parts.era_year or 0, date.parts.fiscal
    if date.parts.unit == "era" and (era := era_named(state.era[0])):
        return YearReading(era.year_of(number), fiscal, state.era[1], system=era.letter)
    last = state.last(date)
    if last is None:
        return read_short(state, date)
    found = readings(number, state.style, [(last.point.year, last.system)], joined=True)
    return _short(state, date, found, last.anchor)


def read_short(state: State, date: Date) -> YearReading:
    """A year of two figures: see `short_years`."""
    beside = state.timeline.newest(date.place) or state.timeline.last(date.place, date.enclosed)
    if beside and state.evidence.glosses(beside.end, date.start) and _is_gloss(date, beside):
        return YearReading(beside.point.year, date.parts.fiscal, beside.anchor)
    joined = beside is not None and state.evidence.joined(beside.end, date.start)
    near = [(beside.point.year, beside.system)] if beside and _counts(beside) else []
    if beside and not joined and (told := state.last(date, paragraph=True)) and told is not beside:
        near.append((told.point.year, told.system))
    if beside and not near[:1]:
        joined = False
    found = readings(date.parts.era_year or 0, state.style, near, joined=joined)
    if not near and state.published is None:
        found = _of_document_style(date.parts.era_year or 0, state.style) or found
    if beside and near and found and (found[0].system == beside.system or not state.published):
        return _short(state, date, found, beside.anchor, joined)
    return _short(state, date, found, DOCUMENT_ANCHOR if state.published else "")


def _is_gloss(date: Date, beside: Known) -> bool:
    """2015年度(27年度): the same year in the era, which is left out."""
    number = date.parts.era_year or 0
    same = any(era.year_of(number) == beside.point.year for era in ERAS)
    return same and beside.system == WESTERN and beside.point.fiscal == date.parts.fiscal


def _counts(known: Known) -> bool:
    return not (known.point.decade or known.point.century)


def _of_document_style(number: int, style: YearStyle) -> tuple[ShortYear, ...]:
    """Return the one reading in the one way in which a document of unknown date writes its years."""
    used = [system for system in style.counts if system != WESTERN]
    if len(style.counts) != 1 or not used:
        return ()
    return tuple(ShortYear(era.year_of(number), era.letter, 0.0) for era in ERAS if era.letter == used[0])


def _short(state: State, date: Date, found: tuple[ShortYear, ...], anchor: str, joined: bool = False) -> YearReading:
    if not found:
        return OPEN
    year, others = found[0].year, tuple(reading.year for reading in found[1:])
    far = not joined and state.published is not None and year > state.published[0] + PLAN_HORIZON
    flags = ("far-future",) if far else ()
    certainty = Certainty.OPEN if others else Certainty.LIKELY
    return YearReading(year, date.parts.fiscal, anchor, flags, certainty, others, found[0].system)


def read_deictic(state: State, date: Date) -> YearReading:
    """昨年, 本年度, 来月: from the day of publication; open where that is unknown."""
    parts = date.parts
    if place_year := _row_of(state, date):
        return place_year
    if state.published is None:
        return _undated(state, date)
    year, month, _ = state.published
    if parts.unit == "near":
        return _of_publication(state, date)
    if parts.unit in ("month", "day"):
        return YearReading(year, False, DOCUMENT_ANCHOR)
    if not parts.fiscal:
        return YearReading(year + parts.offset, False, DOCUMENT_ANCHOR)
    return _deictic_fiscal(state, parts, fiscal_year(year, month), known=month is not None)


def _deictic_fiscal(state: State, parts: DateParts, now: int, known: bool) -> YearReading:
    """本年度 in a report on fiscal 2020 is that year; in a request for a budget to come it may be either."""
    titled = state.title_fiscal
    if titled is not None and titled < now and parts.offset == 0:
        return YearReading(titled, True, TITLE_ANCHOR, certainty=Certainty.OPEN, others=(now,))
    certainty = Certainty.CERTAIN if known else Certainty.LIKELY
    return YearReading(now + parts.offset, True, DOCUMENT_ANCHOR, certainty=certainty)


def _row_of(state: State, date: Date) -> YearReading | None:
    """本日 in a table of meetings is the day of its row."""
    if date.parts.unit != "day" or not date.place.table:
        return None
    row = [k for k in state.timeline.known[-8:] if k.place.table == date.place.table and k.place.row == date.place.row]
    days = [k for k in row if k.point.day]
    return YearReading(days[-1].point.year, False, days[-1].anchor, certainty=Certainty.LIKELY) if days else None


def _undated(state: State, date: Date) -> YearReading:
    """Without a day of publication 昨年 stays open: the year that the text names most may be this one or the last."""
    if state.usual_year is None or date.parts.unit != "year":
        return OPEN
    base = state.usual_year + date.parts.offset
    return YearReading(base, date.parts.fiscal, "", (), Certainty.OPEN, (base + 1,))


def read_anaphor(state: State, date: Date) -> YearReading:
    """同年, 翌年度, 前年: from the date told last."""
    parts = date.parts
    if parts.unit == "year":
        return _anaphoric_year(state, date)
    last = state.last(date, month=parts.unit != "year") or state.last(date)
    if last is None:
        return OPEN
    return YearReading(last.point.year, parts.fiscal, last.anchor)


def _anaphoric_year(state: State, date: Date) -> YearReading:
    parts = date.parts
    last = _compared(state, date) or state.last(date)
    if parts.offset and last is not None and not _same_paragraph(last, date) and (parts.fiscal or not parts.month):
        last = _topic(state, date) or last
    if last is None or (parts.fiscal and parts.offset and not _near(last, date)):
        other = _without_antecedent(state, date)
        if other.year is not None or last is None:
            return other
    anchor = last.anchor
    if parts.month is None:
        fiscal = parts.fiscal or (last.point.fiscal and last.point.month is None and bool(parts.offset))
        base = last.point.fiscal_year if fiscal else last.point.year
        return YearReading(base + parts.offset, fiscal, anchor)
    return YearReading(last.point.year + parts.offset, parts.fiscal, anchor)


def _compared(state: State, date: Date) -> Known | None:
    """同年八月 behind 昭和四五年三月に比し is of the year compared with, and 同年 behind a case number of its year."""
    newest = state.timeline.newest(date.place)
    if newest is None or not newest.cited or date.parts.offset or date.parts.month is None:
        return None
    return newest if newest.system and date.start - newest.end <= 16 else None


def _same_paragraph(known: Known, date: Date) -> bool:
    return known.place.block == date.place.block


def _near(known: Known, date: Date) -> bool:
    ours, theirs = date.place, known.place
    return theirs.block >= ours.block - 2 or bool(ours.table) or bool(ours.section and theirs.section == ours.section)


def _topic(state: State, date: Date) -> Known | None:
    """Return the year that a heading or caption above the paragraph names."""
    found = state.timeline.of_section(date.place)
    return found if found and found.place.heading else None


def _without_antecedent(state: State, date: Date) -> YearReading:
    """前年度 before any year: of the year that the title names, or that its paragraph goes on to name; else open."""
    parts = date.parts
    if parts.offset == 0:
        return _of_edition(state, date)
    if parts.fiscal and state.title_fiscal is not None:
        return YearReading(state.title_fiscal + parts.offset, True, TITLE_ANCHOR, certainty=Certainty.LIKELY)
    for later in state.ahead.values():
        if later.start > date.end and later.place.block <= date.place.block + 2 and later.parts.fiscal == parts.fiscal:
            year, _ = state.written.year(later.parts)
            if year is not None:
                return YearReading(year + parts.offset, parts.fiscal, str(later.index), certainty=Certainty.LIKELY)
    if state.published is None:
        return OPEN
    now = fiscal_year(*state.published[:2]) if parts.fiscal else state.published[0]
    base = now + parts.offset
    others = (base - 1,) if parts.offset < 0 else (base + 1,)
    return YearReading(base, parts.fiscal, DOCUMENT_ANCHOR, certainty=Certainty.OPEN, others=others)


def _of_edition(state: State, date: Date) -> YearReading:
    if state.published is None or date.parts.unit != "year":
        return OPEN
    base = fiscal_year(*state.published[:2]) if date.parts.fiscal else state.published[0]
    return YearReading(base, date.parts.fiscal, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)


# --- bare months, days, quarters -----------------------------------------------------------------------------


def read_bare(state: State, date: Date) -> YearReading:
    """A bare 7月 or 第1四半期: of the range, table, paragraph or section it stands in, else near publication."""
    if (back := _range_end_ahead(state, date)) is not None:
        return back
    last = _told(state, date)
    if last is None:
        return _of_publication(state, date)
    return _of_told(state, date, last)


def _range_end_ahead(state: State, date: Date) -> YearReading | None:
    """11月から2017年2月まで begins in 2016."""
    later, month = state.ahead.get(date.index + 1), date.parts.month
    if later is None or month is None or not state.evidence.ranging(date.end, later.start):
        return None
    year, _ = state.written.year(later.parts)
    if year is None or later.parts.month is None:
        return None
    return YearReading(year - (month > later.parts.month), False, str(later.index))


def _told(state: State, date: Date) -> Known | None:
    """Return the date that a bare one belongs to: of its range or list, its table, its paragraph, its section."""
    newest = state.timeline.newest(date.place)
    if newest and _counts(newest) and state.evidence.joined(newest.end, date.start):
        return newest
    if newest and _counts(newest) and state.evidence.glosses(newest.end, date.start):
        return newest
    if date.place.table and (above := state.timeline.above(date.place)):
        return above
    told = [k for k in state.timeline.back(date.place, date.enclosed, paragraph=True) if not (k.titular or k.cited)]
    if not told:
        return state.timeline.of_section(date.place)
    first = next((k for k in told if not k.parts.spanning), told[0])
    return _own_line(state, date, first)


def _own_line(state: State, date: Date, first: Known) -> Known:
    """Pass over a year that stands far off the months told so far: 条約は1996年に署名された。その後2月7日に…"""
    if not _passing(state, date, first):
        return first
    monthly = next(
        (k for k in reversed(state.timeline.known[-_MONTHS_BACK:]) if k.point.month and not k.enclosed), None
    )
    on_line = monthly is not None and state.published is not None and abs(monthly.point.year - state.published[0]) <= 1
    return monthly if monthly and on_line and monthly.point.year - first.point.year >= _FAR_OFF else first


def _passing(state: State, date: Date, first: Known) -> bool:
    """Return whether a year is named by itself, in another sentence than a month that may or may not be of it."""
    return not first.point.month and bool(first.system) and not _same_sentence(state, first, date)


def _same_sentence(state: State, known: Known, date: Date) -> bool:
    ours = state.evidence.sentence(date.start)
    return ours is not None and ours.start <= known.start


def _of_told(state: State, date: Date, last: Known) -> YearReading:
    parts, fiscal = date.parts, last.point.fiscal and last.point.month is None
    if parts.month is None:
        if parts.calendar:
            # 1-3月期 of a fiscal year is the first quarter of the next one.
            return YearReading(last.point.year + (fiscal and parts.quarter == 1), False, last.anchor)
        return YearReading(last.point.year, fiscal, last.anchor)
    year = last.point.year + (1 if fiscal and parts.month < 4 else 0)
    if last.point.month and parts.month < last.point.month and state.evidence.moves_on(date.start):
        year += 1
    joined = state.evidence.joined(last.end, date.start)
    if joined or (date.place.table and last.place.table):
        return YearReading(_wrapped(year, date, last, joined), False, last.anchor)
    return _by_tense(state, date, last, year)


def _wrapped(year: int, date: Date, last: Known, joined: bool) -> int:
    """12月から2月 ends in the next year; so do the rows of a table that go on from 12月 to 1月."""
    month, before = date.parts.month or 0, last.point.month
    if before is None:
        return year
    if joined:
        return year + (month < before)
    return year + (1 if before - month >= _NEAR else -1 if month - before >= 2 * _NEAR - 1 else 0)


def _by_tense(state: State, date: Date, last: Known, year: int) -> YearReading:
    """The year told, unless the sentence's tense contradicts it and publication offers one that it allows."""
    published, month = state.published, date.parts.month or 1
    tense = state.evidence.tense(date.end)
    if published is None or tense in (Tense.OPEN, Tense.COMING):
        return YearReading(year, False, last.anchor, certainty=Certainty.LIKELY)
    place = (year, month)
    now = (published[0], published[1] or (12 if tense is Tense.PAST else 1))
    deictic = last.parts.reference is Reference.DOCUMENT
    contradicts = (tense is Tense.PAST and place > now) or (tense is Tense.FUTURE and place < now and deictic)
    if contradicts and (other := _near_publication(state, date, tense)) is not None and other != year:
        return YearReading(other, False, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)
    if tense is Tense.PAST and date.parts.day and _passing(state, date, last) and published[1]:
        own = _near_publication(state, date, tense)
        if own is not None and own - year >= _FAR_OFF and state.evidence.moves_on(date.start):
            return YearReading(own, False, last.anchor, (), Certainty.OPEN, (year,))
    return YearReading(year, False, last.anchor, certainty=Certainty.LIKELY)


def _of_publication(state: State, date: Date) -> YearReading:
    """A month of no year told: by the tense of its sentence, else the one nearest to publication."""
    published, parts = state.published, date.parts
    if published is None:
        return OPEN
    if parts.month is None:
        return YearReading(published[0], parts.fiscal, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)
    tense = state.evidence.tense(date.end)
    year = _near_publication(state, date, tense)
    if year is not None:
        return YearReading(year, False, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)
    return YearReading(published[0], False, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)


def _near_publication(state: State, date: Date, tense: Tense) -> int | None:
    """Return the year that tense and order allow: the last such month not after publication, or the next."""
    if state.published is None or date.parts.month is None:
        return None
    year, month, day = state.published
    if month is None:
        return year
    own, now = (date.parts.month, date.parts.day or 0), (month, day or 31)
    if tense is Tense.PAST:
        return year - (own > now)
    if tense is Tense.FUTURE:
        return year + (date.parts.month < month or (bool(day and date.parts.day) and own < (month, day)))
    distance = date.parts.month - month
    if tense is Tense.COMING:
        # The nearer one: January is to come for a document of December, February has been for one of July.
        return year + (distance < -_NEAR)
    return year - 1 if distance > _NEAR else year + 1 if distance < -2 * _NEAR + 3 else year


Reader = Callable[[State, Date], YearReading]
Applies = Callable[[State, Date], bool]


def _recurring(state: State, date: Date) -> bool:
    """In an article whatever no date of the article fixes; elsewhere a bare month of every year."""
    if not (date.bare or date.parts.reference is Reference.LAST):
        return False
    if state.evidence.rules_everywhere or date.place.article:
        told = state.timeline.newest(date.place)
        return told is None or told.cited or state.evidence.recurs(date.start)
    if state.evidence.recurs(date.start, at_once=True):
        return True
    return state.evidence.recurs(date.start) and state.last(date, paragraph=True) is None


READERS: tuple[tuple[str, Applies, Reader], ...] = (
    (
        "written",
        lambda s, d: d.parts.year is not None or bool(d.parts.era and d.parts.era_year is not None),
        read_written,
    ),
    ("recurring", _recurring, read_recurring),
    ("next-short", lambda s, d: d.parts.era_year is not None and d.parts.reference is Reference.LAST, read_next_short),
    ("short", lambda s, d: d.parts.era_year is not None, read_short),
    ("deictic", lambda s, d: d.parts.reference is Reference.DOCUMENT, read_deictic),
    ("anaphor", lambda s, d: d.parts.reference is Reference.LAST, read_anaphor),
    ("bare", lambda s, d: True, read_bare),
)


def read_year(state: State, date: Date) -> YearReading:
    """Return the year of a date by the first reader that applies."""
    reading = next(reader(state, date) for _, applies, reader in READERS if applies(state, date))
    if (
        reading.year is not None
        and not reading.others
        and (others := state.timeline.also(reading.anchor, reading.year))
    ):
        return replace(reading, others=others, certainty=Certainty.OPEN)
    return reading


def point_of(date: Date, year: int, fiscal: bool) -> Point:
    """Return the year of a date with the parts of it that need no month; 2024年3月期 is the fiscal year that ends then."""
    parts = date.parts
    if parts.closing and parts.closing < 12 and not parts.month:
        year, fiscal = year - 1, True
    return Point(
        year,
        fiscal=fiscal and not parts.month,
        decade=parts.decade,
        quarter=parts.quarter,
        half=parts.half,
        season=parts.season,
    )
