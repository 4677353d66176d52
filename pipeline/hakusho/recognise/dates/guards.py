"""What the words around a date must be like: durations, ages, versions and names of events are not dates."""

import re
from collections.abc import Callable
from dataclasses import replace

from hakusho.recognise.dates import guard_rules as rules
from hakusho.recognise.dates.bare_guards import day, month, short_year
from hakusho.recognise.dates.context import DateContext, Verdict, Written, plausible_month_day
from hakusho.recognise.dates.figure_rules import PAGES
from hakusho.recognise.dates.figures import bracketed, celled, celled_era, cited, commaed
from hakusho.recognise.dates.short_ranges import short_range, short_span
from hakusho.text.calendar import era_named
from hakusho.text.numerals import parse_numeral

# How far a decade may stand behind the one whose era it shares.
_ERA_REACH = 120
# Dates back that tell in which era a text writes its years.
_YEARS_BACK = 12

# --- the guards ----------------------------------------------------------------------------------------------


def _calendar_day(context: DateContext, date: Written) -> bool:
    return (
        bool(date.parts.month and date.parts.day)
        and 1 <= (date.parts.month or 0) <= 12
        and 1 <= (date.parts.day or 0) <= 31
    )


def _calendar_month(context: DateContext, date: Written) -> bool:
    """2012/04 is a month where nothing makes a fraction or a product of it."""
    return not re.search("[0-9A-Za-z.-]$", context.before(date, 1))


def _month_in_figures(context: DateContext, date: Written) -> bool:
    """2017.3現在; 2018.4-2019.3, whose end follows a month that was found."""
    if date.start and context.before(date, 1) in rules.RANGE_MARKS:
        return bool(context.found) and context.found[-1].end == date.start - 1
    told = rules.AS_OF.match(context.text, date.end) or rules.MONTH_TO_MONTH.match(context.text, date.end)
    return bool(told) and plausible_month_day(date.parts) and _calendar_month(context, date)


def _calendar_name(context: DateContext, date: Written) -> bool:
    return plausible_month_day(date.parts)


def _kana_day(context: DateContext, date: Written) -> bool:
    """きのう、あすは: words in kana begin after a particle or mark, and end before one."""
    before = rules.KANA_DAY_BEFORE.search(context.before(date, 1))
    return (not date.start or bool(before)) and bool(rules.KANA_DAY_AFTER.match(context.text, date.end))


def _half(context: DateContext, date: Written) -> bool:
    return context.last(date.start, 200) is not None


def _era_initial(context: DateContext, date: Written) -> bool:
    """H23 needs a plausible year; 昭58 only with a month, since 平, 明, 大 begin many words."""
    era = era_named(date.parts.era)
    if era is None or date.parts.era_year is None or not plausible_month_day(date.parts):
        return False
    length = min(era.last.year, 2091) - era.first.year + 10
    if not 1 <= date.parts.era_year <= length:
        return False
    written = date.groups["ey"]
    if date.parts.month is None and "u" not in date.groups and "more" not in date.groups:
        product = re.search(r"[A-Za-z][ 　]$", context.before(date, 2))
        return date.parts.era[0] in "MTSHR" and len(written) == 2 and written[0] != "0" and not product
    unit = not date.groups.keys().isdisjoint(("u", "more"))
    return date.parts.era[0] in rules.LETTERS_OF_MONTHS or date.parts.day is not None or unit or len(written) == 2


def _year(context: DateContext, date: Written) -> bool | Verdict:
    """A year stands by itself unless it counts years (二千年の歴史) or names an event (平成30年7月豪雨)."""
    if not plausible_month_day(date.parts):
        return False
    bare = date.parts.month is None and not date.parts.fiscal and date.parts.quarter is None and date.parts.half is None
    if (date.parts.era and date.parts.era_year == 0) or date.parts.year == 0:
        return Verdict.SKIP
    if date.parts.era and not date.parts.day and not date.parts.fiscal and rules.EVENT.match(context.text, date.end):
        return Verdict.SKIP
    if bare and date.groups.get("w") in rules.ROUND_YEARS and not rules.ROUND_YEAR_AFTER.match(context.text, date.end):
        return Verdict.SKIP
    if bare and not date.parts.era and date.parts.gloss is None and not date.parts.mod:
        if rules.COUNT_OF_YEARS.match(context.text, date.end):
            return (date.parts.year or 0) > 1850 and context.text[date.end] != rules.AGO
    return True


def _short_year_of_era(context: DateContext, date: Written) -> bool | Verdict:
    return date.parts.year is not None and _year(context, date)


def _range_start(context: DateContext, date: Written) -> bool:
    if date.parts.era:
        return True
    after = context.text[date.end : date.end + 9]
    shared = rules.SHARED_END.match(after)
    if date.parts.year is not None and shared and len(shared[1]) == 4:
        return 1700 <= date.parts.year < 2200 and date.parts.year <= int(shared[1])
    return 1850 <= (date.parts.year or 0) < 2200 and after[0] in rules.RANGE_STARTS


def _short_fiscal(context: DateContext, date: Written) -> bool:
    """16、17年度; without 度 a member of a list that has begun (平成26、27、28年), or a range that a year opens."""
    if not date.parts.fiscal:
        last = context.found[-1] if context.found else None
        listed = last is not None and date.start - last.end <= 2 and last.rule.endswith("range-start")
        return listed or short_range(context, date) or short_span(context, date)
    behind = rules.SHORT_LIST.match(context.text, date.end)
    counts = behind and rules.DURATION_AFTER.match(context.text, behind.end())
    return not counts and not rules.COUNT_BEFORE.search(context.before(date, 4))


def shared_era(context: DateContext, date: Written) -> str:
    """Return the era that a decade shares with the one before it: 30年代 behind 昭和20年代から."""
    last = context.last(date.start, _ERA_REACH)
    number = parse_numeral(date.groups["dec"])
    if era := _era_in_use(context, number):
        return era
    if last is None or not last.parts.decade or not last.parts.era or number > 60:
        return ""
    return last.parts.era if number > (last.parts.era_year or 0) else ""


def _era_in_use(context: DateContext, number: int) -> str:
    """Return the era of 四十年代 in a text that writes its years in that era alone."""
    years = [found.parts for found in context.found[-_YEARS_BACK:] if found.parts.era_year or found.parts.year]
    published = context.published_year
    if published is None or number > 60 or any(parts.year for parts in years):
        return ""
    eras = (era_named(parts.era) for parts in reversed(years) if parts.era)
    return next((era.name for era in eras if era and era.year_of(number) <= min(published, era.last.year)), "")


def with_shared_era(context: DateContext, rule: str, written: Written) -> Written:
    """Give a decade or a day in a cell the era that it shares with what stands before or above it."""
    parts = written.parts
    if rule == "celled-day":
        return replace(written, parts=replace(parts, era=celled_era(context, written)))
    if rule == "decade" and (era := shared_era(context, written)):
        return replace(written, parts=replace(parts, era=era, era_year=(parts.year or 0) % 100, year=None))
    return written


def sharing_tens(context: DateContext, date: Written) -> Written:
    """十一、二月 are November and December, 十四、五日 the 14th and 15th: the second number shares the ten."""
    last = context.found[-1] if context.found else None
    if last is None or context.text[last.end : date.start] not in rules.TENS_MARKS or last.end == date.start:
        return date
    for group, part in (("m", "month"), ("d", "day")):
        number, before = getattr(date.parts, part), getattr(last.parts, part)
        kanji = date.groups.get(group, "") in rules.UNITS_IN_KANJI
        if kanji and number and before and before > 10 and number == before % 10 + 1:
            return replace(date, parts=replace(date.parts, **{part: before + 1}))
    return date


def _decade(context: DateContext, date: Written) -> bool:
    """10代, 20年代 without a century: ages and eras are meant below 50."""
    if shared_era(context, date):
        return True
    return date.parts.year is not None and (
        date.parts.year >= 2000 or date.parts.year % 100 >= 50 or date.groups["dec"][0] in rules.CENTURY_STARTS
    )


def _century(context: DateContext, date: Written) -> bool:
    return date.parts.century is None or 5 <= date.parts.century <= 22


def _early(context: DateContext, date: Written) -> bool:
    return plausible_month_day(date.parts) and bool(date.parts.year)


def _slashed_end(context: DateContext, date: Written) -> bool:
    """2021/03/25~03/30: the end of a range whose beginning is in figures."""
    last = context.found[-1] if context.found else None
    joined = last is not None and date.start - last.end <= 5 and bool(last.parts.day)
    return joined and plausible_month_day(date.parts)


def _listed_day(context: DateContext, date: Written) -> bool:
    """10/17(土)・18(日): a number with its day of the week, in a list that a day opens."""
    last = context.found[-1] if context.found else None
    return last is not None and bool(last.parts.day and rules.JOINING.fullmatch(context.text, last.end, date.start))


def _period(context: DateContext, date: Written) -> bool:
    if date.groups["period"][0] in rules.THIS and rules.KANJI.match(context.before(date, 1) or " "):
        return False
    if date.parts.unit != "period":
        return True
    last = context.last(date.start, 300)
    if last is not None and (last.parts.half is not None or last.parts.quarter is not None):
        return True
    if any(found.parts.closing for found in context.found):
        return True
    # Without a period before it, what is compared with the last one, and this one, are dates that stay open.
    return bool(rules.PERIOD_ALONE.match(context.text, date.start))


def _deictic_year(context: DateContext, date: Written) -> bool:
    return plausible_month_day(date.parts)


def _deictic_day(context: DateContext, date: Written) -> bool:
    """翌日配達 is a service: a day after needs a day shortly before it, unless it is written: 翌日3月12日."""
    if date.parts.month:
        return plausible_month_day(date.parts)
    if date.groups["dayrel"] in rules.COMING_DAYS:
        return bool(rules.TOMORROW_AFTER.match(context.text, date.end))
    if date.groups["dayrel"] in rules.PAST_DAYS:
        return True
    if rules.OF_UNTOLD_DAY.search(context.before(date, 3)):
        return False
    near = [found for found in context.found[-8:] if date.start - found.end < 400]
    return any(found.parts.day or found.parts.unit == "day" for found in near)


def _next(context: DateContext, date: Written) -> bool:
    return bool(context.found) and plausible_month_day(date.parts)


def _quarter_months(context: DateContext, date: Written) -> bool:
    return date.parts.quarter is not None


def _year_number(context: DateContext, date: Written) -> bool:
    end = int(context.text[date.end + 1 : date.end + 5])
    behind = context.text[date.end + 5 : date.end + 7]
    if rules.COUNTED_BEHIND.match(behind) or PAGES.search(context.before(date, 4)):
        return False
    # A plan or strategy bears its years in its name: デジタル・アジェンダ2014-2017.
    named = rules.NAME_BEFORE.match(context.before(date, 1)) and not rules.PUBLICATION.search(context.before(date, 24))
    return (
        0 < end - (date.parts.year or 0) <= 100
        and not named
        and not re.search(r"[0-9A-Za-z][-/]?$", context.before(date, 2))
    )


def _range_end(context: DateContext, date: Written) -> bool:
    return bool(context.found) and context.found[-1].end == date.start - 1


def _edition(context: DateContext, date: Written) -> bool:
    """通商白書2021 is the edition of a publication; 東京2020大会, 共同声明2016 are names."""
    before = context.before(date, 24).rsplit("\n", 1)[-1]
    if rules.PUBLICATION.search(before):
        return True
    follows = context.text[date.end : date.end + 1]
    near = context.published_year is not None and -3 <= (date.parts.year or 0) - context.published_year <= 1
    return near and bool(rules.QUOTE_END.match(follows)) and bool(rules.LATIN_TITLE.search(before))


Guard = Callable[[DateContext, Written], bool | Verdict]

GUARDS: dict[str, Guard] = {
    "calendar-day": _calendar_day,
    "calendar-month": _calendar_month,
    "calendar-name": _calendar_name,
    "month-in-figures": _month_in_figures,
    "kana-day": _kana_day,
    "era-initial": _era_initial,
    "half": _half,
    "year": _year,
    "range-start": _range_start,
    "short-fiscal": _short_fiscal,
    "decade": _decade,
    "century": _century,
    "period": _period,
    "deictic-year": _deictic_year,
    "deictic-day": _deictic_day,
    "next": _next,
    "short-year": short_year,
    "short-year-of-era": _short_year_of_era,
    "quarter-months": _quarter_months,
    "month": month,
    "day": day,
    "bracketed": bracketed,
    "cited": cited,
    "commaed": commaed,
    "celled": celled,
    "year-number": _year_number,
    "range-end": _range_end,
    "edition": _edition,
    "early": _early,
    "slashed-end": _slashed_end,
    "listed-day": _listed_day,
}
