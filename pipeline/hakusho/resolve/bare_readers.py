"""Bare months, days and quarters: of the range, table, paragraph or section they stand in, else near publication."""

from hakusho.records import Certainty, Reference
from hakusho.resolve.date_evidence import Tense
from hakusho.resolve.disasters import of_disaster
from hakusho.resolve.near_publication import near_publication, not_ahead, of_publication, planned_or_past
from hakusho.resolve.reading import DOCUMENT_ANCHOR, Date, State, YearReading, same_paragraph
from hakusho.resolve.timeline import Known
from hakusho.text.calendar import fiscal_year

# Months: how far a month whose sentence tells no tense may lie from publication and still be of its year.
_NEAR = 6
# Dates back that the months told are sought in, and years that a year must lie before them to be passed over.
_MONTHS_BACK, _FAR_OFF = 24, 2
# So many months after the one told a report goes on, a plan lies; a month further off is of the year told.
_MONTHS, _MONTHS_OF_REPORTS, _MONTHS_OF_PLANS = 12, 6, 11
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# So many months over the new year a sentence goes on without a tense of its own: 11月から急減し、1月も低調.
_OVER_NEW_YEAR = 4
# A chronology: dates back that the one above is sought among, how long an entry may be; years that a range may span.
_LINES_BACK, _ENTRY, _LONGEST_RANGE = 12, 400, 5


def read_bare(state: State, date: Date) -> YearReading:
    """A bare 7月 or 第1四半期: of the range, table, paragraph or section it stands in, else near publication."""
    if (back := _range_end_ahead(state, date)) is not None:
        return back
    if date.parts.quarter and (quarter := _delimited(state, date)) is not None:
        return quarter
    last = None if state.evidence.from_now(date.start) else _told(state, date)
    if state.disasters and (disaster := of_disaster(state, date, last)) is not None:
        return disaster
    if last is None:
        return of_publication(state, date)
    return _of_told(state, date, last)


def _delimited(state: State, date: Date) -> YearReading | None:
    """第3四半期連結累計期間（自 平成26年4月1日 至 平成26年12月31日）: of the fiscal year that its first day lies in."""
    later = state.ahead.get(date.index + 1)
    if later is None or later.parts.month is None or not state.evidence.delimits(date.end, later.start):
        return None
    year, _ = state.written.year(later.parts)
    return YearReading(fiscal_year(year, later.parts.month), True, str(later.index)) if year is not None else None


def _range_end_ahead(state: State, date: Date) -> YearReading | None:
    """11月から2017年2月まで begins in 2016; 12月 of 平成11年10-12月~平成15年4-6月 ends a range of its own."""
    later, month = state.ahead.get(date.index + 1), date.parts.month
    if later is None or month is None or not state.evidence.ranging(date.end, later.start):
        return None
    newest = state.timeline.newest(date.place)
    if newest and newest.counts and state.evidence.ranging(newest.end, date.start):
        return None
    year, _ = state.written.year(later.parts)
    if year is None or later.parts.month is None:
        return None
    return YearReading(year - (month > later.parts.month), False, str(later.index))


def _told(state: State, date: Date) -> Known | None:
    """Return the date that a bare one belongs to: of its range or list, its table, its paragraph, its section."""
    newest = state.timeline.newest(date.place)
    if newest and newest.counts and state.evidence.joined(newest.end, date.start):
        return newest
    if newest and newest.counts and state.evidence.glosses(newest.end, date.start):
        return newest
    if date.place.table and (above := state.timeline.above(date.place)):
        return above
    if (above := chronicled(state, date)) is not None:
        return above
    fallback = None
    for known in state.timeline.back(date.place, date.enclosed, paragraph=True):
        if known.titular or known.cited:
            continue
        fallback = fallback or known
        if not known.parts.spanning:
            return _own_line(state, date, known)
    if fallback:
        return _own_line(state, date, fallback)
    section = state.timeline.of_section(date.place)
    return None if section and _only_planned(state, section) else section


def _only_planned(state: State, known: Known) -> bool:
    """2025年の開業を目指している does not move the months of the next paragraph to 2025."""
    soon = 1 if known.system else 0
    return state.published is not None and not known.place.heading and known.point.year > state.published[0] + soon


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
    return not first.point.month and bool(first.system) and not state.same_sentence(first, date)


def _of_told(state: State, date: Date, last: Known) -> YearReading:
    parts, fiscal = date.parts, last.point.fiscal and last.point.month is None
    if parts.month is None:
        if parts.calendar:
            # 1-3月期 of a fiscal year is the first quarter of the next one.
            year = last.point.year + (fiscal and parts.quarter == 1)
            return YearReading(not_ahead(state, date, year + _rounds(state, date, last)), False, last.anchor)
        if state.company and state.company.fiscal and (parts.quarter or parts.half) and not _calendar_part(last):
            return YearReading(last.point.fiscal_year, True, last.anchor, certainty=Certainty.LIKELY)
        return YearReading(last.point.year, fiscal, last.anchor)
    year = last.point.year + (1 if fiscal and parts.month < 4 else 0)
    if last.point.month and parts.month < last.point.month and state.evidence.moves_on(date.start):
        year += 1
    joined = state.evidence.joined(last.end, date.start)
    if joined or (date.place.table and last.place.table) or chronicled(state, date) is last:
        return YearReading(_wrapped(year, date, last, joined), False, last.anchor)
    if (own := _of_paper_of_the_day(state, date, last, year)) is not None:
        return own
    if (inside := _within_range(state, last, parts.month)) is not None:
        return _inside(state, date, last, inside)
    return _by_tense(state, date, last, year)


def _calendar_part(last: Known) -> bool:
    """2012年上半期…下半期: told as parts of a year of the calendar, whatever companies count by."""
    return bool(last.point.half or last.point.quarter) and not last.point.fiscal


def _of_paper_of_the_day(state: State, date: Date, last: Known, year: int) -> YearReading | None:
    """A new paragraph of a letter, a release or minutes tells of its day as well as of the year told far above."""
    published = state.published
    if state.published_day is None or published is None or last.place.heading or same_paragraph(last, date):
        return None
    tense = state.evidence.tense(date.end)
    own = near_publication(state, date, tense)
    if own is None or own <= year or not published[0] - 1 <= own <= published[0] + 1:
        return None
    if tense in (Tense.FUTURE, Tense.COMING) and (year, date.parts.month or 0) < published[:2]:
        return YearReading(own, False, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)
    return YearReading(own, False, DOCUMENT_ANCHOR, (), Certainty.OPEN, (year,))


def _inside(state: State, date: Date, last: Known, year: int) -> YearReading:
    """A month of the range told last; of a sentence behind it, the month near publication may be meant as well."""
    published, month = state.published, date.parts.month or 1
    past = published is not None and state.evidence.tense(date.end) is Tense.PAST
    if past and published and published[1] and not state.same_sentence(last, date):
        own = published[0] - (month > published[1])
        if (
            own > year
            and (own - year) * _MONTHS > _MONTHS_OF_REPORTS
            and last.point.year * _MONTHS + (last.point.month or 0) < own * _MONTHS + month
        ):
            return YearReading(year, False, last.anchor, (), Certainty.OPEN, (own,))
    return YearReading(year, False, last.anchor, certainty=Certainty.LIKELY)


def chronicled(state: State, date: Date) -> Known | None:
    """Return the date that heads a line above, where this one heads its own: 大正3年 8月 above 11月."""
    if not state.evidence.heads_line(date.start, date.end):
        return None
    for known in reversed(state.timeline.known[-_LINES_BACK:]):
        if known.counts and state.evidence.heads_line(known.start, known.end):
            return known if date.start - known.end <= _ENTRY else None
    return None


def _within_range(state: State, last: Known, month: int) -> int | None:
    """Return the one year in which a month lies in the range told last: 5月 of 2023年4月1日~2024年3月31日."""
    before = state.timeline.before(last)
    if before is None or not state.evidence.ranging(before.end, last.start):
        return None
    first, end = ((k.point.year, k.point.month or 0) for k in (before, last))
    if not (first[1] and end[1]):
        return None
    years = [
        year for year in range(first[0], min(end[0], first[0] + _LONGEST_RANGE) + 1) if first <= (year, month) <= end
    ]
    return years[0] if len(years) == 1 else None


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
    if _in_next_year(state, date, last, year, tense):
        if tense is Tense.PAST and (_between(state, date, year) or _of_its_heading(state, date, year)):
            return _over_or_between(state, date, last, year)
        return YearReading(year + 1, False, last.anchor, certainty=Certainty.LIKELY)
    if published and (doubt := _in_doubt(state, date, last, year, tense)):
        return YearReading(doubt[0], False, last.anchor, (), Certainty.OPEN, doubt[1:])
    if tense is Tense.OPEN and _told_ahead(state, date, last, year):
        own = near_publication(state, date, tense)
        return YearReading(own, False, DOCUMENT_ANCHOR, (), Certainty.OPEN, (year,))
    if published is None or tense in (Tense.OPEN, Tense.COMING):
        return YearReading(year, False, last.anchor, certainty=Certainty.LIKELY)
    place = (year, month)
    now = (published[0], published[1] or (12 if tense is Tense.PAST else 1))
    contradicts = (tense is Tense.PAST and place > now) or (tense is Tense.FUTURE and place < now)
    if contradicts and _of_this_year(state, date, last, year):
        return YearReading(year, False, last.anchor, certainty=Certainty.LIKELY)
    if contradicts and (other := near_publication(state, date, tense)) is not None and other != year:
        return planned_or_past(state, date, other, tense)
    if tense is Tense.PAST and date.parts.day and _passing(state, date, last) and published[1]:
        own = near_publication(state, date, tense)
        if own is not None and own - year >= _FAR_OFF and state.evidence.moves_on(date.start):
            return YearReading(own, False, last.anchor, (), Certainty.OPEN, (year,))
    return YearReading(year, False, last.anchor, certainty=Certainty.LIKELY)


def _of_this_year(state: State, date: Date, last: Known, year: int) -> bool:
    """今年は十月に延期した: a plan that was changed, of the year that its sentence counts from publication."""
    counted = last.parts.reference is Reference.DOCUMENT and not last.parts.offset and not last.point.month
    return counted and state.published is not None and state.published[0] == year and state.same_sentence(last, date)


def _told_ahead(state: State, date: Date, last: Known, year: int) -> bool:
    """2020年6月に失効する。理事会は10月19日に歓迎し, in a paper of 2017: the year told is one to come."""
    published = state.published
    ahead = published is not None and year > published[0] and last.point.year > published[0]
    prose = state.evidence.sentence(date.start) is not None and not last.place.heading
    return ahead and prose and not state.same_sentence(last, date)


def _in_doubt(state: State, date: Date, last: Known, year: int, tense: Tense) -> tuple[int, ...]:
    """Return the years that a month may be of, best first, where the year told is not sure enough; else none."""
    now, month = (state.published or (year, 12))[:2], date.parts.month or 1
    over = month <= (now[1] or 0)
    if over and _turned(state, date, last, year):
        return (year, now[0])
    if _of_another(state, date, last, year):
        return (year + 1, year, *_own(state, date, tense, year))
    if _long_after(state, date, last, year):
        return (year, year + 1)
    past = (year, month) < (now[0], now[1] or 1)
    if tense is Tense.COMING and past and last.parts.reference is Reference.DOCUMENT:
        return (year, *_own(state, date, tense, year - 1))
    reached = tense is Tense.PAST and month <= (now[1] or 12)
    return (year, now[0]) if reached and _only_background(state, last) else ()


def _only_background(state: State, last: Known) -> bool:
    """昨年の冷夏の影響で米が不足し、3月に輸入した: of last year or of this one."""
    counted = last.parts.reference is Reference.DOCUMENT and last.parts.offset < 0 and not last.point.month
    return counted and not last.point.season and state.evidence.background(last.end)


def _of_another(state: State, date: Date, last: Known, year: int) -> bool:
    """1月 in the sentence behind one of 2014年12月, in a paper of 2016: hardly of the January before."""
    told, month, published = last.point.month, date.parts.month or 0, state.published
    before = published is not None and year + 1 < published[0]
    prose = state.evidence.sentence(date.start) is not None and not state.same_sentence(last, date)
    return bool(told and month < told and before and last.system and prose)


def _own(state: State, date: Date, tense: Tense, year: int) -> tuple[int, ...]:
    own = near_publication(state, date, tense)
    return (own,) if own is not None and own > year + 1 else ()


def _long_after(state: State, date: Date, last: Known, year: int) -> bool:
    """6月9日 behind 昨年10月, in a paper of June: of last year or of this one."""
    told, month, published = last.point.month, date.parts.month or 0, state.published
    counted = last.parts.reference is Reference.DOCUMENT and last.parts.offset < 0
    come = published is not None and (year + 1, month) <= (published[0], published[1] or 0)
    return bool(counted and told and month < told and come)


def _turned(state: State, date: Date, last: Known, year: int) -> bool:
    """2007年に成長したが、1月以降は, in a paper of 2008: of either year."""
    before = state.published is not None and bool(state.published[1]) and year == state.published[0] - 1
    return before and not last.point.month and bool(last.system) and state.evidence.turns(last.end, date.start)


def _in_next_year(state: State, date: Date, last: Known, year: int, tense: Tense) -> bool:
    """Return whether a month lies over the new year: told after a later month, or planned for one that is past.

    令和6年11月に着工し、1月に完成した; 11月に公表した。4月に開始する予定である, in a paper of January.
    """
    published, month, told = state.published, date.parts.month or 1, last.point.month or _begins(last)
    if published is None or not published[1] or not told or not year <= published[0] <= year + 1:
        return False
    now, then = (published[0], published[1], published[2] or 31), (year + 1, month, date.parts.day or 1)
    ahead = (month - told) % _MONTHS
    planned = (year, month) < now[:2] <= then[:2]
    if tense is Tense.FUTURE:
        return planned and 0 < ahead <= _MONTHS_OF_PLANS
    back = month < told and ahead <= _MONTHS_OF_REPORTS
    if back and tense is not Tense.PAST and ahead <= _OVER_NEW_YEAR and state.same_sentence(last, date):
        return True
    return back and (planned if tense is Tense.COMING else then <= now)


def _begins(last: Known) -> int | None:
    """Return the first month of a season, quarter or half of a calendar year."""
    point = last.point
    if point.fiscal:
        return None
    if point.quarter:
        return 3 * point.quarter - 2
    return _SEASONS.get(point.season) if point.season else 7 if point.half == 2 else None


def _between(state: State, date: Date, year: int) -> bool:
    """Return whether the paragraph told an earlier month of the year, too: 6月 behind 2015年5月 and 同年12月."""
    told = state.timeline.back(date.place, date.enclosed, paragraph=True)
    return any(k.point.year == year and 0 < (k.point.month or 0) <= (date.parts.month or 0) for k in told)


def _of_its_heading(state: State, date: Date, year: int) -> bool:
    """Return whether a report of one year says so above: 1月 behind 12月 may be its first month."""
    above = state.timeline.of_section(date.place)
    titles = (
        [k for k in state.timeline.known if k.place.heading] if above is None or not above.place.heading else [above]
    )
    return bool(titles) and titles[-1].point.year == year and not titles[-1].point.month


def _over_or_between(state: State, date: Date, last: Known, year: int) -> YearReading:
    """A month between two that were told: of their year where it opens a range (6月から9月), else of either."""
    if state.evidence.ranges_on(date.end):
        return YearReading(year, False, last.anchor, certainty=Certainty.LIKELY)
    return YearReading(year, False, last.anchor, (), Certainty.OPEN, (year + 1,))


def _rounds(state: State, date: Date, last: Known) -> bool:
    """1~3月期 behind 10~12月期 is of the next year, where that has come or is spoken of as to come."""
    quarter, told, published = date.parts.quarter or 0, last.point.quarter or 0, state.published
    if published is None or last.point.fiscal or quarter >= told:
        return False
    begun = (last.point.year + 1, 3 * quarter - 2) <= (published[0], published[1] or 12)
    return begun or state.evidence.tense(date.end) is Tense.FUTURE
