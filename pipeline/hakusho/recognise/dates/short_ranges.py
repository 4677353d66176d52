"""Ranges of years of two figures, whose first has no unit: 14~16年, 95~05年."""

from hakusho.recognise.dates import guard_rules as rules
from hakusho.recognise.dates.bare_guards import written_year, year_before
from hakusho.recognise.dates.context import DateContext, Written
from hakusho.text.numerals import parse_numeral

# How many years the ends may lie apart; more where one has a leading zero, which no count has.
_FARTHEST, _LONGEST = 12, 30
# The least year with two figures, and how far a range may stand behind the one that it goes on from.
_LEAST, _CHAIN = 10, 12


def short_range(context: DateContext, date: Written) -> bool:
    """2012年から…、14~16年は: a range without era or century goes on from the year written before it in the line."""
    end = rules.SHORT_RANGE_END.match(context.text, date.end)
    if not end or _counts(context, date, end.end()):
        return False
    if _goes_on(context, date):
        return True
    if not rules.TELLING_AFTER.match(context.text, end.end()):
        return False
    last = year_before(context, date)
    year = written_year(last.parts) if last else None
    if last is None or year is None:
        return False
    written = last.parts.era_year if last.parts.era else year % 100
    ahead = [number - (written or 0) for number in (date.parts.era_year or 0, parse_numeral(end[1]))]
    latest = context.published_year or year + _FARTHEST
    return 0 < ahead[0] < ahead[1] <= min(_FARTHEST, latest - year)


def _goes_on(context: DateContext, date: Written) -> bool:
    """平成7~12年をI期、12~17年をII期: the range begins where the one before it in the sentence ends."""
    newest, first = context.last(date.start, _CHAIN, "\n。"), date.parts.era_year or 0
    if newest is None or len(context.found) <= 1 or not context.found[-2].rule.endswith("range-start"):
        return False
    return first >= _LEAST and newest.parts.era_year in (first, first - 1)


def short_span(context: DateContext, date: Written) -> bool:
    """81~85年 in brackets or before a particle: two years of the century near publication, not a length of time."""
    end = rules.SHORT_RANGE_END.match(context.text, date.end)
    first = date.parts.era_year or 0
    if not end or context.published_year is None or _counts(context, date, end.end()):
        return False
    last = parse_numeral(end[1])
    if end[1].isdigit() and (date.groups["short"].startswith("0") or end[1].startswith("0")):
        # 08~12年, 95~05年: no length of time is written so.
        return 0 < (last - first) % 100 <= _LONGEST
    near = 0 <= context.published_year % 100 - last <= 2 * _FARTHEST
    return (
        first > 60 and 0 < last - first <= _FARTHEST and near and bool(rules.SPAN_ENDS.match(context.text, end.end()))
    )


def _counts(context: DateContext, date: Written, end: int) -> bool:
    counted = rules.COUNT_BEFORE.search(context.before(date, 4)) or rules.UNTIL_BEFORE.search(context.before(date, 2))
    return bool(counted or rules.DURATION_AFTER.match(context.text, end))
