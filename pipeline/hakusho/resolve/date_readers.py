"""Which year a date lies in: an ordered table of readers, one for each kind of reference; the first that applies reads.

A reader takes the state of the document and one date and returns a `YearReading`. Where two readings stay, the others
are in `others`, and the date is AMBIGUOUS.
"""

from collections.abc import Callable
from dataclasses import replace

from hakusho.records import Certainty, DateParts, Mod, Reference
from hakusho.resolve.anaphor_readers import read_anaphor
from hakusho.resolve.bare_readers import chronicled, read_bare
from hakusho.resolve.compared_years import figures_of_last_year
from hakusho.resolve.date_evidence import Tense
from hakusho.resolve.near_publication import YEARS_OF_THEIR_OWN, of_publication, read_own_year
from hakusho.resolve.points import Point
from hakusho.resolve.reading import (
    DOCUMENT_ANCHOR,
    OPEN,
    TITLE_ANCHOR,
    Date,
    State,
    YearReading,
    same_paragraph,
    system_of,
)
from hakusho.resolve.short_years import PLAN_HORIZON, WESTERN, ShortYear, YearStyle, readings
from hakusho.resolve.timeline import Known
from hakusho.resolve.weekdays import by_weekday, open_years
from hakusho.text.calendar import ERAS, era_named, fiscal_year

# How many later mentions are searched for the year that a word like 前年度 counts from.
_AHEAD = 60
# Years before publication that a year of two figures most often names.
_RECENT = 6
_FISCAL_START = 4
# Days within which two days of a month belong to one story.
_DAYS_NEAR = 7
# Years between two steps of one story.
_STEP = 5
# Years about publication within which a document that names none is a history.
_OF_TODAY = 10

# --- the readers ---------------------------------------------------------------------------------------------


def read_recurring(state: State, date: Date) -> YearReading:
    """毎年二月, or 翌年度 in an article of law, recurs every year and has no value."""
    return OPEN


def read_written(state: State, date: Date) -> YearReading:
    """2011年, 平成23年: the year itself."""
    year, flags = state.written.year(date.parts)
    return YearReading(year, date.parts.fiscal, "", flags, system=system_of(date.parts))


def read_next_short(state: State, date: Date) -> YearReading:
    """翌11年2月 is the year after the last one, 同50年 counts in the era written last."""
    number, fiscal = date.parts.era_year or 0, date.parts.fiscal
    if date.parts.unit == "era" and (named := state.era_of(number)):
        era, anchor = named
        return YearReading(era.year_of(number), fiscal, anchor, system=era.letter)
    last = state.last(date)
    if last is None:
        return read_short(state, date)
    found = readings(number, state.style, [(last.point.year, last.system)], joined=True)
    return _short(state, date, found, last.anchor)


def read_short(state: State, date: Date) -> YearReading:
    """A year of two figures: see `short_years`."""
    if era := era_named(state.evidence.era_before(date.start)):
        return YearReading(era.year_of(date.parts.era_year or 0), date.parts.fiscal, system=era.letter)
    beside = state.timeline.newest(date.place) or state.timeline.last(date.place, date.enclosed)
    if beside and state.evidence.glosses(beside.end, date.start) and _is_gloss(date, beside):
        return YearReading(beside.point.year, date.parts.fiscal, beside.anchor)
    if beside and (continued := _continued(state, date, beside)):
        return _short(state, date, (continued,), beside.anchor)
    joined = beside is not None and state.evidence.joined(beside.end, date.start)
    if joined and beside and _shares_tens(date, beside):
        return YearReading(beside.point.year + 1, date.parts.fiscal, beside.anchor, system=beside.system)
    near = [(beside.point.year, beside.system)] if beside and beside.counts else []
    if beside and not joined and (told := state.last(date, paragraph=True)) and told is not beside:
        near.append((told.point.year, told.system))
    if beside and not near[:1]:
        joined = False
    latest = None if joined else _latest(state, date, beside)
    found = readings(date.parts.era_year or 0, state.style, near, joined=joined, latest=latest)
    found = tuple(reading for reading in found if latest is None or reading.year <= latest) or found
    if not near and state.published is None:
        found = _of_document_style(date.parts.era_year or 0, state.style) or found
    if beside and near and found and (found[0].system == beside.system or not state.published):
        return _short(state, date, found, beside.anchor, joined)
    return _short(state, date, found, DOCUMENT_ANCHOR if state.published else "")


def _latest(state: State, date: Date, beside: Known | None) -> int | None:
    """What is told as past lies not after publication: of 1998 and 2010, a paper of 2005 means 1998.

    Not behind a year of its sentence that lies after it: 2022年度に始まり、23年度に集中した, of a plan of 2020.
    """
    if state.published is None or state.evidence.tense(date.end) is not Tense.PAST:
        return None
    ahead = beside is not None and beside.point.year > state.published[0] and state.same_sentence(beside, date)
    return None if ahead else state.published[0]


def _continued(state: State, date: Date, beside: Known) -> ShortYear | None:
    """昭和15年に生まれ、38年に入省した: a later year of the same sentence is of the same era.

    Not where it may be one near publication, by whatever era is then in use.
    """
    paragraph = state.timeline.back(date.place, date.enclosed, paragraph=True)
    beside = beside if beside.parts.era_year else next((k for k in paragraph if k.parts.era_year), beside)
    number, era = date.parts.era_year or 0, next((e for e in ERAS if e.letter == beside.system), None)
    ahead = number - (beside.parts.era_year or 99)
    if era is None or ahead <= 0 or not _of_one_story(state, date, beside):
        return None
    latest = state.published[0] if state.published else era.last.year
    recent = (state.tells_of_today and ahead > _STEP) and any(
        latest - _RECENT <= other.year_of(number) <= latest for other in ERAS if other is not era
    )
    year = era.year_of(number)
    return None if recent or year > min(latest, era.last.year) else ShortYear(year, era.letter, 0.0)


def _of_one_story(state: State, date: Date, beside: Known) -> bool:
    """In the same sentence, or the same paragraph of a life or a history."""
    if state.same_sentence(beside, date) or chronicled(state, date) is beside:
        return True
    distant = state.published is None or state.published[0] - beside.point.year > _OF_TODAY
    return distant and same_paragraph(beside, date)


def _shares_tens(date: Date, beside: Known) -> bool:
    """昭和五十八、九年: the ninth year is the fifty-ninth."""
    number, before = date.parts.era_year or 0, beside.parts.era_year or 0
    return number < 10 < before and number == before % 10 + 1


def _is_gloss(date: Date, beside: Known) -> bool:
    """2015年度(27年度): the second is the same year by era, with the era's name left out."""
    number = date.parts.era_year or 0
    same = any(era.year_of(number) == beside.point.year for era in ERAS)
    return same and beside.system == WESTERN and beside.point.fiscal == date.parts.fiscal


def _of_document_style(number: int, style: YearStyle) -> tuple[ShortYear, ...]:
    """In a document of unknown date that uses only one era, return the year read in that era; else nothing."""
    used = [system for system in style.counts if system != WESTERN]
    if len(style.counts) != 1 or not used:
        return ()
    return tuple(ShortYear(era.year_of(number), era.letter, 0.0) for era in ERAS if era.letter == used[0])


def _short(state: State, date: Date, found: tuple[ShortYear, ...], anchor: str, joined: bool = False) -> YearReading:
    if not found:
        return OPEN
    year, others = found[0].year, tuple(reading.year for reading in found[1:])
    if not others:
        state.style.short[found[0].system] += 1
    far = not joined and state.published is not None and year > state.published[0] + PLAN_HORIZON
    flags = ("far-future",) if far else ()
    certainty = Certainty.OPEN if others else Certainty.LIKELY
    return YearReading(year, date.parts.fiscal, anchor, flags, certainty, others, found[0].system)


def read_deictic(state: State, date: Date) -> YearReading:
    """昨年, 本年度, 来月: from the day of publication; open where that is unknown."""
    parts = date.parts
    if place_year := _row_of(state, date):
        return place_year
    if parts.unit == "part" and (told_year := _part_of_told(state, date)):
        return told_year
    if state.published is None:
        return _undated(state, date)
    year, month, _ = state.published
    if parts.unit == "near":
        return of_publication(state, date)
    if parts.unit in ("month", "day"):
        return YearReading(year, False, DOCUMENT_ANCHOR)
    if (figures := figures_of_last_year(state, date)) is not None:
        return figures
    if not parts.fiscal:
        return YearReading(year + parts.offset, False, DOCUMENT_ANCHOR)
    if parts.unit in YEARS_OF_THEIR_OWN:
        return read_own_year(state, date)
    return _deictic_fiscal(state, parts, fiscal_year(year, month), known=month is not None)


def _part_of_told(state: State, date: Date) -> YearReading | None:
    """年初, 年末, 年度内: of the year that the paragraph tells, unless it is over and the sentence plans."""
    told = state.last(date, paragraph=True)
    if told is None:
        return None
    fiscal = date.parts.fiscal
    year = told.point.fiscal_year if fiscal else told.point.year
    planned = state.evidence.tense(date.end) in (Tense.FUTURE, Tense.COMING)
    over = state.published is not None and year < state.published[0]
    if over and (planned or (date.parts.mod in (Mod.START, Mod.MID) and not told.point.whole_year)):
        # 2003年後半から上向き、年初以降: the beginning of the next year.
        return None
    return YearReading(year, fiscal, told.anchor, certainty=Certainty.LIKELY)


def _deictic_fiscal(state: State, parts: DateParts, now: int, known: bool) -> YearReading:
    """If the title names an earlier fiscal year, 本年度 is open: that year first, the current one second."""
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
    """Without a day of publication 昨年 stays open: the year named most often may be that of publication or the one
    before."""
    if state.usual_year is None or date.parts.unit not in ("year", "part"):
        return OPEN
    base = state.usual_year + date.parts.offset
    return YearReading(base, date.parts.fiscal, "", (), Certainty.OPEN, (base + 1,))


def read_later(state: State, date: Date) -> YearReading:
    """3年後の4月: from the year told in its sentence, else from publication; open where both may be meant."""
    told = state.last(date, paragraph=True)
    sentence = state.evidence.sentence(date.start)
    if told is not None and sentence is not None and sentence.start <= told.start:
        year = told.point.year + date.parts.offset
        if told.point.fiscal and (date.parts.month or 12) < _FISCAL_START:
            return YearReading(year, False, told.anchor, (), Certainty.OPEN, (year + 1,))
        return YearReading(year, False, told.anchor, certainty=Certainty.LIKELY)
    if told is not None or state.published is None:
        return OPEN
    return YearReading(state.published[0] + date.parts.offset, False, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)


# --- the table ---

Reader = Callable[[State, Date], YearReading]
Applies = Callable[[State, Date], bool]


def _recurring(state: State, date: Date) -> bool:
    """In an article of law: any date that no earlier date there fixes. Elsewhere: a month that recurs every year."""
    if not (date.bare or date.parts.reference is Reference.LAST):
        return False
    if state.evidence.amended(date.start, date.end):
        return True
    if state.evidence.rules_everywhere or date.place.article:
        told = state.timeline.newest(date.place)
        return told is None or told.cited or state.evidence.recurs(date.start)
    if state.evidence.recurs(date.start, at_once=True):
        return True
    habit = date.bare and date.parts.month and not date.parts.day and state.evidence.habitual(date.start, date.end)
    if habit and state.last(date, paragraph=True) is None:
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
    ("later", lambda s, d: d.parts.unit == "years-later", read_later),
    ("anaphor", lambda s, d: d.parts.reference is Reference.LAST, read_anaphor),
    ("bare", lambda s, d: True, read_bare),
)


def _of_days_told(state: State, date: Date, reading: YearReading, year: int) -> YearReading:
    """12月29日 in a new paragraph may be of the year of 平成12年12月28日, told before, as well as of the last one."""
    month, day = date.parts.month, date.parts.day
    newest = state.timeline.newest(date.place, paragraph=False)
    if not (month and day) or newest is None or same_paragraph(newest, date) or date.parts.weekday:
        return reading
    days = [k for k in state.timeline.known[-_AHEAD:] if k.point.month == month and k.point.day]
    if any(k.point.year == year for k in days):
        return reading
    others = tuple({k.point.year for k in days if k.system and abs((k.point.day or 0) - day) <= _DAYS_NEAR})
    return replace(reading, others=others, certainty=Certainty.OPEN) if others else reading


def read_year(state: State, date: Date) -> YearReading:
    """Return the year of a date by the first reader that applies."""
    reading = next(reader(state, date) for _, applies, reader in READERS if applies(state, date))
    if date.bare and date.parts.weekday and (sure := by_weekday(open_years(state, date, reading), date.parts)):
        return replace(reading, year=sure, others=(), certainty=Certainty.LIKELY)
    if date.bare and reading.year is not None and not reading.others:
        reading = _of_days_told(state, date, reading, reading.year)
    if (
        reading.year is not None
        and not reading.others
        and (others := state.timeline.also(reading.anchor, reading.year))
    ):
        return replace(reading, others=others, certainty=Certainty.OPEN)
    return reading


def point_of(date: Date, year: int, fiscal: bool) -> Point:
    """Return a Point of the year, with decade, quarter, half or season. 2024年3月期 is the fiscal year ending then."""
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
