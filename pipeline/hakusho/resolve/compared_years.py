"""The year that figures are of, where a word sets them against the year before: 前年度差, 昨年より増加."""

from collections import Counter

from hakusho.records import Certainty, Reference
from hakusho.resolve.reading import Date, State, YearReading
from hakusho.resolve.timeline import Known
from hakusho.text.calendar import fiscal_year

# Figures come out at most so many years after the year they are of.
_LATE = 2
# Dates back that the year of a section's figures is sought among; the least depth of what holds it and its neighbours,
# how much deeper it may lie (a heading, and one of its own with a mark), and how often they name the year at least.
_REACH, _SHARED, _DEEPER, _TIMES = 60, 3, 2, 2


def figures_of_last_year(state: State, date: Date) -> YearReading | None:
    """2019年度の売上高は昨年度より増加, in a paper of 2021: the year before the one that the figures are of."""
    parts = date.parts
    sets_off = parts.unit == "year" and parts.offset == -1 and not (parts.month or parts.mod or parts.season)
    if not sets_off or not state.evidence.set_against(date.end):
        return None
    now = _running(state, date)
    told = _beside(state, date) or _below(state, date)
    if now is None or told is None or not now - _LATE <= told[0] < now:
        return None
    if not parts.fiscal and told[0] < now - 1:
        return YearReading(told[0] - 1, False, told[1], (), Certainty.OPEN, (now - 1,))
    return YearReading(told[0] - 1, parts.fiscal, told[1], certainty=Certainty.LIKELY)


def figures_of_section(state: State, date: Date) -> YearReading | None:
    """前年度差 in a part of a survey whose other parts all give the figures of one year."""
    ours, now = date.place.sections, _running(state, date)
    if now is None:
        return None
    recent = state.timeline.known[-_REACH:]
    for shared in range(len(ours) - 1, max(_SHARED, len(ours) - _DEEPER) - 1, -1):
        told = [k for k in recent if len(ours & k.place.sections) >= shared and _gives_figures(state, k)]
        if told:
            return _of_most(date, told, now)
    return None


def _of_most(date: Date, told: list[Known], now: int) -> YearReading | None:
    """Count back from the year that most of what is told near a word gives figures of."""
    (fiscal, year), times = Counter((k.point.fiscal, k.point.year) for k in told).most_common(1)[0]
    if fiscal != date.parts.fiscal or times < _TIMES or times * 2 <= len(told) or not now - _LATE <= year <= now:
        return None
    anchor = next(k.anchor for k in reversed(told) if k.point.year == year and k.point.fiscal == fiscal)
    return YearReading(year + date.parts.offset, fiscal, anchor, certainty=Certainty.LIKELY)


def _running(state: State, date: Date) -> int | None:
    """Return the year or fiscal year of publication."""
    if state.published is None:
        return None
    return fiscal_year(*state.published[:2]) if date.parts.fiscal else state.published[0]


def _beside(state: State, date: Date) -> tuple[int, str] | None:
    """Return the year that the paragraph gives figures of; none where 今年 moves on from it (今年は昨年より減る)."""
    for known in state.timeline.back(date.place, date.enclosed, paragraph=True, topic=True):
        if known.parts.reference is Reference.DOCUMENT and known.parts.offset == 0:
            return None
        told = known.point.fiscal == date.parts.fiscal and _gives_figures(state, known)
        if told and not state.evidence.befell(known.end):
            return known.point.year, known.anchor
    return None


def _below(state: State, date: Date) -> tuple[int, str] | None:
    """Return the year that the paragraph under a heading begins with: ●利用率は昨年度より上昇."""
    later = state.ahead.get(date.index + 1)
    if later is None or state.evidence.sentence(date.start) is not None:
        return None
    parts = later.parts
    whole = not (parts.month or parts.quarter or parts.half or parts.season or parts.decade or parts.spanning)
    under = later.place.block == date.place.block + 1 and parts.fiscal == date.parts.fiscal
    if not (whole and under) or state.evidence.bounds(later.end):
        return None
    year, _ = state.written.year(parts)
    return (year, str(later.index)) if year is not None else None


def _gives_figures(state: State, known: Known) -> bool:
    """Return whether a date told is a year, written in full, that figures may be of."""
    aside = known.cited or known.bound or known.step or known.titular or known.parts.spanning or not known.counts
    whole = bool(known.system) and known.point.whole_year and not aside
    return whole and not state.evidence.of_title(known.start, known.end)
