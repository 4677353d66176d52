"""Bare months under a heading that names a disaster without its year: 4月 in a chapter on 熊本地震 is of 2016."""

from hakusho.records import Certainty, Span
from hakusho.resolve.date_evidence import Evidence, Tense
from hakusho.resolve.named_event_rules import DISASTERS, LATER
from hakusho.resolve.near_publication import near_publication
from hakusho.resolve.places import Places
from hakusho.resolve.reading import Date, State, YearReading, same_paragraph
from hakusho.resolve.timeline import Known

# Months that a disaster and what followed at once are told of.
_AFTERMATH = 3
# Years after which a chapter on it tells of today.
_REPORTED = 1
_ANCHOR = "event"


def disasters_above(
    evidence: Evidence, places: Places, published: tuple[int, int | None, int | None] | None
) -> dict[str, tuple[int, int]]:
    """Return for each section whose heading names a disaster the month in which it happened."""
    found = {}
    for start, end, name in evidence.disasters():
        place = places.of(Span(start, end))
        known = [month for month in DISASTERS[name] if published is None or month[0] <= published[0]]
        recent = known and (published is None or published[0] - known[-1][0] <= _REPORTED)
        if place.heading and recent and not LATER.match(evidence.text, end):
            found[place.section] = known[-1]
    return found


def of_disaster(state: State, date: Date, last: Known | None) -> YearReading | None:
    """Return the year of a month at or soon after the disaster of its chapter, unless its paragraph tells another."""
    above = [state.disasters[section] for section in date.place.sections if section in state.disasters]
    if not above or (last is not None and (same_paragraph(last, date) or last.place.heading)):
        return None
    (year, month), told = max(above), date.parts.month or 0
    if not month <= told <= month + _AFTERMATH:
        return None
    own = last.point.year if last is not None and not last.enclosed else None
    if own is None and state.evidence.tense(date.end) is Tense.FUTURE:
        own = near_publication(state, date, Tense.FUTURE)
    if own is not None and own != year:
        return YearReading(year, False, _ANCHOR, (), Certainty.OPEN, (own,))
    return YearReading(year, False, _ANCHOR, certainty=Certainty.LIKELY)
