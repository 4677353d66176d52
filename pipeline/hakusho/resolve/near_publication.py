"""Bare months and quarters near publication, by the tense of their sentence."""

from hakusho.records import Certainty
from hakusho.resolve.date_evidence import Tense
from hakusho.resolve.reading import DOCUMENT_ANCHOR, OPEN, TITLE_ANCHOR, Date, State, YearReading
from hakusho.text.calendar import fiscal_year

# Months: how far a month whose sentence tells no tense may lie from publication and still be of its year.
_NEAR = 6
# Months that a text may be written before it comes out.
_LAG = 6
# Fiscal years that do not simply begin in April: 本事務年度 began in July, 新年度 may have begun or be the next one.
OFFICE_YEAR, NEW_YEAR = YEARS_OF_THEIR_OWN = ("office-year", "new-year")
_JULY, _AUTUMN = 7, 10


def of_publication(state: State, date: Date) -> YearReading:
    """A month of no year told: by the tense of its sentence, else the one nearest to publication."""
    published, parts = state.published, date.parts
    if published is None:
        return OPEN
    if parts.month is None:
        if state.company and state.company.fiscal and (parts.quarter or parts.half):
            return YearReading(fiscal_year(*published[:2]), True, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)
        now = not_ahead(state, date, published[0])
        return YearReading(now, parts.fiscal, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)
    tense = state.evidence.tense(date.end)
    year = near_publication(state, date, tense)
    if year is not None:
        return planned_or_past(state, date, year, tense)
    return YearReading(published[0], False, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)


def not_ahead(state: State, date: Date, year: int) -> int:
    """10~12月期 in a paper of February is the quarter that is over, unless the sentence speaks of what is to come."""
    published, quarter = state.published, date.parts.quarter
    if published is None or published[0] != year or not published[1] or not quarter or not date.parts.calendar:
        return year
    ahead = 3 * quarter - 2 > published[1]
    return year - (ahead and state.evidence.tense(date.end) is not Tense.FUTURE)


def near_publication(state: State, date: Date, tense: Tense) -> int | None:
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


def planned_or_past(state: State, date: Date, year: int, tense: Tense) -> YearReading:
    """6月に予定されている in a paper of July, whose day is unknown, was written before it came out: both years stay."""
    month = state.published[1] if state.published else None
    lag = month - date.parts.month if month and date.parts.month else 0
    written_before = tense is Tense.FUTURE and state.published_day is None and 0 < lag <= _LAG
    if written_before and state.published:
        return YearReading(state.published[0], False, DOCUMENT_ANCHOR, (), Certainty.OPEN, (year,))
    return YearReading(year, False, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)


def read_own_year(state: State, date: Date) -> YearReading:
    """昨事務年度 in a paper of June 2023 is the one from July 2021; 新年度 in one of March that from April."""
    if state.published is None:
        return OPEN
    year, month, _ = state.published
    if date.parts.unit == OFFICE_YEAR:
        running = year - (month is None or month < _JULY) + date.parts.offset
        if month is None:
            return YearReading(running, True, DOCUMENT_ANCHOR, (), Certainty.OPEN, (running + 1,))
        return YearReading(running, True, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)
    if state.title_fiscal is not None:
        return YearReading(state.title_fiscal, True, TITLE_ANCHOR, certainty=Certainty.LIKELY)
    if month is not None and _JULY <= month < _AUTUMN:
        return YearReading(year, True, DOCUMENT_ANCHOR, (), Certainty.OPEN, (year + 1,))
    return YearReading(year + (month or 1) // _AUTUMN, True, DOCUMENT_ANCHOR, certainty=Certainty.LIKELY)
