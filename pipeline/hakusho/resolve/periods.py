"""Centuries, and periods that are counted from one told before: 前年同期, 前期, 当四半期."""

from dataclasses import replace

from hakusho.records import Certainty
from hakusho.resolve.months import Reading
from hakusho.resolve.points import Point
from hakusho.resolve.reading import DOCUMENT_ANCHOR, Date, State
from hakusho.resolve.timeline import Known

# What is counted in each period, and how many there are in a year.
_PARTS = (("half", 2), ("quarter", 4))
# Dates back that the year of a company is sought among.
_BACK = 120


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
    last = _quarter_told(state, date) if unit == "quarter" else state.last(date)
    if last is None:
        compared = state.evidence.compared(date.end) or state.evidence.against(date.start)
        if unit == "quarter" and not compared:
            return _quarter_of_publication(state, offset)
        return Reading(None, certainty=Certainty.OPEN)
    point = replace(last.point, day=None if unit == "same-period" else last.point.day)
    if unit == "same-period":
        return Reading(replace(point, year=point.year + offset), last.anchor)
    for name, count in _PARTS:
        number = getattr(point, name)
        if number:
            years, rest = divmod(number - 1 + offset, count)
            return Reading(replace(point, year=point.year + years, **{name: rest + 1}), last.anchor)
    return _company_year(state, offset) if unit == "period" else Reading(None, last.anchor, certainty=Certainty.OPEN)


def _company_year(state: State, offset: int) -> Reading:
    """前期 in a paper on 2024年3月期 is the company's year before."""
    years = [k for k in state.timeline.known[-_BACK:] if k.parts.closing and not (k.point.quarter or k.point.half)]
    if not years or any(k.point.year != years[0].point.year for k in years):
        return Reading(None, certainty=Certainty.OPEN)
    point = years[0].point
    return Reading(replace(point, year=point.year + offset), years[0].anchor, certainty=Certainty.LIKELY)


def _quarter_told(state: State, date: Date) -> Known | None:
    return next((k for k in state.timeline.back(date.place, date.enclosed, paragraph=True) if k.point.quarter), None)


def _quarter_of_publication(state: State, offset: int) -> Reading:
    """当四半期 in a document of no quarter before is the one of its publication."""
    if state.published is None or state.published[1] is None:
        return Reading(None, certainty=Certainty.OPEN)
    years, quarter = divmod((state.published[1] - 1) // 3 + offset, 4)
    point = Point(state.published[0] + years, quarter=quarter + 1)
    return Reading(point, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)
