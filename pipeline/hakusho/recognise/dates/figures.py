"""What must stand around days and years that no 年, 月 or 日 marks: a cell, an era above, those who wrote."""

from hakusho.recognise.dates import figure_rules as rules
from hakusho.recognise.dates import guard_rules
from hakusho.recognise.dates.context import DateContext, Written, plausible_month_day
from hakusho.text.calendar import era_named

# How far, in characters, the era of a column stands above a day, and the authors before a year.
_ABOVE, _BESIDE, _BRACKET = 600, 160, 160
# How long the end of a publisher's name is.
_PUBLISHER = 24
# Years that the days of one column lie apart.
_APART = 12


def commaed(context: DateContext, date: Written) -> bool:
    """昭和三一、一〇、一九 ends its cell, bracket or date of an act; 昭和八、九、一〇 may be a list of years."""
    year, month, day = date.parts.era_year or 0, date.parts.month or 0, date.parts.day or 0
    listed = (month - year, day - month) == (1, 1)
    return plausible_month_day(date.parts) and not listed and bool(rules.DAY_ENDS.match(context.text, date.end))


def celled(context: DateContext, date: Written) -> bool:
    """三一、五、九 alone in its cell is a day where the one beside it or the head of its column has the era."""
    return plausible_month_day(date.parts) and _alone(context, date) and bool(celled_era(context, date))


def _alone(context: DateContext, date: Written) -> bool:
    return bool(rules.CELL_BEGINS.search(context.before(date, 2)))


def celled_era(context: DateContext, date: Written) -> str:
    """Return the era that a day shares with the day before it or with the head of its column."""
    number, last = date.parts.era_year or 0, context.found[-1] if context.found else None
    if last is not None and last.rule in rules.WITH_ERA and date.start - last.end <= _BESIDE:
        near = abs(number - (last.parts.era_year or 0)) <= _APART
        return last.parts.era if near and _fits(last.parts.era, number) else ""
    heads = rules.ERA_HEAD.findall(context.before(date, _ABOVE))
    tabbed = rules.TAB in (context.before(date, 1), context.text[date.end : date.end + 1])
    return heads[-1] if heads and tabbed and _fits(heads[-1], number) else ""


def _fits(name: str, number: int) -> bool:
    era = era_named(name)
    return era is not None and 1 <= number <= era.last.year - era.first.year + 1


def bracketed(context: DateContext, date: Written) -> bool:
    """総務省(2020) cites; a number in brackets after a figure or unit does not."""
    if rules.COUNTED_AFTER.match(context.text, date.end):
        return False
    year = 1860 <= (date.parts.year or 0) <= 2099
    return year and (bool(guard_rules.CITED.search(context.before(date, 4))) or _refers(context, date))


def _refers(context: DateContext, date: Written) -> bool:
    """Robine JM et al. (2008) Death toll: a reference, alone on its line or in a sentence."""
    line = context.before(date, _BRACKET).rsplit("\n", 1)[-1]
    if rules.OF_OTHERS.search(line):
        return True
    return bool(rules.REFERRED.match(context.text, date.end)) and bool(rules.REFERENCE.fullmatch(line))


def cited(context: DateContext, date: Written) -> bool:
    """(IPCC, 2014), Lancet 2008; 331: 171, 東京大学出版会, 2015."""
    before = context.before(date, _PUBLISHER)
    if rules.VOLUME.match(context.text, date.end):
        return bool(rules.JOURNAL.search(before))
    return bool(rules.PUBLISHER.search(before) or rules.TITLE.search(before)) or _in_bracket(context, date)


def _in_bracket(context: DateContext, date: Written) -> bool:
    """Return whether a bracket holds nothing before the year but its authors and other years cited."""
    before = context.before(date, _BRACKET).rsplit("\n", 1)[-1]
    opened = before.rfind(rules.OPEN)
    if opened < 0 or rules.CLOSE in before[opened:] or rules.NO_AUTHORS.search(before):
        return False
    last = context.found[-1] if context.found else None
    if (
        last is not None
        and last.rule in ("cited-year", "bracketed-year")
        and last.end > date.start - len(before) + opened
    ):
        return bool(rules.NEXT_IN_BRACKET.fullmatch(context.text, last.end, date.start))
    return bool(rules.IN_BRACKET.fullmatch(before, opened + 1))
