"""Centuries, and periods that are counted from one told before: 前年同期, 前期, 当四半期."""

from collections.abc import Sequence
from dataclasses import replace

from hakusho.records import Certainty
from hakusho.resolve.months import Reading
from hakusho.resolve.points import Point
from hakusho.resolve.reading import DOCUMENT_ANCHOR, Date, State
from hakusho.resolve.timeline import Known
from hakusho.resolve.written_years import WrittenYears
from hakusho.text.calendar import fiscal_year

# What is counted in each period, and how many there are in a year.
_PARTS = (("half", 2), ("quarter", 4))
_DECEMBER = 12


def read_century(state: State, date: Date) -> Reading:
    """21世紀, 今世紀."""
    if date.parts.century:
        return Reading(Point(date.parts.century, century=True))
    if state.published is None:
        return Reading(None, certainty=Certainty.OPEN)
    century = (state.published[0] - 1) // 100 + 1 + date.parts.offset
    return Reading(Point(century, century=True), DOCUMENT_ANCHOR)


def read_period(state: State, date: Date) -> Reading:
    """前年同期 is the same period a year before; 前期 the quarter or half before, 当期 the one told."""
    offset, unit = date.parts.offset, date.parts.unit
    last = _quarter_told(state, date) if unit == "quarter" else state.compared_with(date)
    if last is None and unit == "period":
        return _company_period(state, date)
    if last is None:
        compared = state.evidence.compared(date.end) or state.evidence.against(date.start)
        if unit == "quarter" and not compared:
            return _quarter_of_publication(state, offset)
        return Reading(None, certainty=Certainty.OPEN)
    point = replace(last.point, day=None if unit == "same-period" else last.point.day)
    before = state.timeline.before(last)
    if unit == "same-period" and before is not None and state.evidence.ranging(before.end, last.start):
        # 前年同期 of 1月から5月 is no one month.
        return Reading(None, last.anchor, certainty=Certainty.OPEN)
    if unit == "same-period":
        return Reading(replace(point, year=point.year + offset), last.anchor)
    for name, count in _PARTS:
        number = getattr(point, name)
        if number:
            years, rest = divmod(number - 1 + offset, count)
            return Reading(replace(point, year=point.year + years, **{name: rest + 1}), last.anchor)
    return _company_period(state, date) if unit == "period" else Reading(None, last.anchor, certainty=Certainty.OPEN)


def company_year(dates: Sequence[Date], written: WrittenYears) -> Point | None:
    """Return the year of a company that a document names first: 2024年3月期 is the fiscal year 2023."""
    for date in dates:
        if date.parts.closing and (year := written.year(date.parts)[0]):
            early = date.parts.closing < _DECEMBER
            return Point(year - early, fiscal=early)
    return None


def _company_period(state: State, date: Date) -> Reading:
    """前期比 in a paper on 2024年3月期 is the year before; 今期, when that year is over, the one that runs."""
    told, published = state.company, state.published
    if told is None:
        return Reading(None, certainty=Certainty.OPEN)
    running = (fiscal_year(*published[:2]) if told.fiscal else published[0]) if published else told.year
    year = told.year + date.parts.offset
    if date.parts.offset == 0:
        return Reading(replace(told, year=max(told.year, running)), certainty=Certainty.LIKELY)
    compared = state.evidence.compared(date.end) or bool(date.parts.mod)
    point = replace(told, year=year)
    if running > told.year and not compared:
        return Reading(point, certainty=Certainty.OPEN, candidates=(point.value, told.value))
    return Reading(point, certainty=Certainty.LIKELY)


def _quarter_told(state: State, date: Date) -> Known | None:
    return next((k for k in state.timeline.back(date.place, date.enclosed, paragraph=True) if k.point.quarter), None)


def _quarter_of_publication(state: State, offset: int) -> Reading:
    """当四半期 in a document of no quarter before is the one of its publication."""
    if state.published is None or state.published[1] is None:
        return Reading(None, certainty=Certainty.OPEN)
    years, quarter = divmod((state.published[1] - 1) // 3 + offset, 4)
    point = Point(state.published[0] + years, quarter=quarter + 1)
    return Reading(point, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)
