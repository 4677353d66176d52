"""Numbers that are dates only in the company they keep: 14年, 6月, 27日."""

from hakusho.recognise.dates import guard_rules as rules
from hakusho.recognise.dates.context import DateContext, FoundDate, Written, plausible_month_day
from hakusho.records import DateParts
from hakusho.text.calendar import ERAS, era_named, expand_short_year
from hakusho.text.numerals import parse_numeral

# How far, in characters and in dates, the year is sought that a short one continues, and how many years they may lie
# apart.
_REACH, _REACH_OF_LAST, _DATES_BACK = 160, 120, 8
_FARTHEST, _FARTHEST_JOINED = 12, 30
# How long an entry of a chronology may be.
_ENTRY = 400
# The least year with two figures.
_LEAST = 10
# Years before publication that most short years lie within, and dates back that the era of a document is sought in.
_NEAR, _DATES_OF_ERA = 3, 40
# 89年, 05年; fewer figures count years as often as they name one.
_TWO_FIGURES = 2
# Years between the heads of a series.
_STEPS = (1, 2, 5)


# --- years ---------------------------------------------------------------------------------------------------


def short_year(context: DateContext, date: Written) -> bool:
    """19年9月 is a date, 5年間 a duration; a bare 14年 is one next to another year that it continues."""
    if not plausible_month_day(date.parts) or date.groups["short"] in ("0", "00"):
        return False
    before, parts = context.before(date, 4).rpartition("\n")[2], date.parts
    if _ends_shared(context, date):
        return True
    if date.groups["short"] == rules.FIRST_YEAR:
        return _of_new_era(context)
    if before.endswith("/"):
        # 2007/08年度 is one year of harvest.
        return False
    if parts.month is not None or parts.quarter is not None or parts.season or parts.closing:
        if parts.day is None and parts.month and rules.MONTHS_AFTER.match(context.text, date.end):
            return False
        return not rules.SENTENCED_BEFORE.search(before)
    if _is_length(context, date, before):
        return False
    if parts.fiscal:
        return not rules.COUNT_OF_FISCAL_BEFORE.search(before)
    if rules.COUNT_BEFORE.search(before) or _compares_lengths(context, date):
        return False
    return (
        _is_point(context, date)
        or _in_series(context, date)
        or _continues(context, date)
        or _next_of_chronicle(context, date)
    )


def _next_of_chronicle(context: DateContext, date: Written) -> bool:
    """昭和3年　落成 above 22年　開校: the head of the next line is a later year of the same era."""
    if not context.found or not _heads_line(context, date.start, date.end):
        return False
    above, number = context.found[-1], date.parts.era_year or 0
    later = bool(above.parts.era_year) and 0 <= number - (above.parts.era_year or 0) <= _FARTHEST_JOINED
    return later and date.start - above.end <= _ENTRY and _heads_line(context, above.start, above.end)


def _ends_shared(context: DateContext, date: Written) -> bool:
    """25年 of 平成20~25年版: the first year was found as one that shares this unit."""
    last = context.found[-1] if context.found else None
    if last is None or not (last.rule == "short-range-start" or (last.rule == "range-start" and last.parts.era)):
        return False
    return bool(rules.SHARED_JOINER.fullmatch(context.text, last.end, date.start))


def _compares_lengths(context: DateContext, date: Written) -> bool:
    """フランスが126年、スウェーデンが85年: what takes how long."""
    if not context.text.endswith(rules.SUBJECT, 0, date.start):
        return False
    before = rules.LENGTHS_BEFORE.search(context.before(date, 80))
    return bool(before or rules.LENGTHS_AFTER.match(context.text, date.end))


def _of_new_era(context: DateContext) -> bool:
    """元年 is of the era whose first years the text tells."""
    eras = context.found[-_DATES_OF_ERA:]
    return any(found.parts.era and (found.parts.era_year or 99) <= _FARTHEST for found in eras)


def _is_length(context: DateContext, date: Written, before: str) -> bool:
    """5年間, 15~20年である: how long something takes."""
    alone = rules.SPAN_BEFORE.search(before) and not (context.found and context.found[-1].end == date.start - 1)
    if alone and not rules.TELLING_AFTER.match(context.text, date.end):
        return True
    share = date.parts.fiscal and (date.parts.era_year or 0) >= _LEAST
    share = share and bool(rules.SHARE_OF_YEAR.match(context.text, date.end))
    return bool(rules.DURATION_AFTER.match(context.text, date.end)) and not share


def _is_point(context: DateContext, date: Written) -> bool:
    """6年産, 三〇年末 are points in time; so is a year with its Western one next to it."""
    if rules.CROP_YEAR.match(context.text, date.end) or date.parts.year is not None:
        return True
    return context.text.endswith(rules.YEAR_END, date.start, date.end)


def _in_series(context: DateContext, date: Written) -> bool:
    """15年　16年　17年: the heads of the columns of a table."""
    number = date.parts.era_year or 0
    ahead = rules.YEAR_AHEAD.match(context.text, date.end)
    behind = rules.YEAR_BEHIND.search(context.before(date, 12))
    steps = (match for match in (ahead, behind) if match and abs(parse_numeral(match[1]) - number) in _STEPS)
    return any(_marks_series(context, date, match.group(), number) for match in steps)


def _marks_series(context: DateContext, date: Written, joined: str, number: int) -> bool:
    """Spaces make columns; と and 及び join years only near publication, and no lengths of time (懲役10年と12年)."""
    if not rules.JOINED_YEARS.search(joined):
        return True
    published = context.published_year
    near = published is not None and any(-_FARTHEST <= year - published <= 1 for year in _years(number))
    return number >= _LEAST and near and not rules.SENTENCED_NEAR.search(context.before(date, 24))


def _continues(context: DateContext, date: Written) -> bool:
    number = date.parts.era_year or 0
    step = rules.STEP_AFTER.match(context.text, date.end)
    if not (step or rules.ENUMERATION.match(context.text[date.end : date.end + 4] or "、")):
        return False
    last = year_before(context, date)
    written = written_year(last.parts) if last else None
    if last is not None and written is not None:
        newest = context.found[-1]
        near = (_is_series(newest, last, date) and date.start - newest.end <= _REACH_OF_LAST) or _joined(newest, date)
        year = expand_short_year(number, written, last.parts.era, western=last.parts.year is not None)
        apart = abs(year - written)
        if _lasts(context, newest, date):
            return False
        if apart and (_in_career(context, last, date) or _of_same_era(context, last, date)):
            return True
        if 0 < apart <= (_FARTHEST_JOINED if _joined(last, date) else _FARTHEST):
            return near or bool(rules.TELLING_AFTER.match(context.text, date.end))
    return _near_publication(context, date, number)


def _in_career(context: DateContext, last: FoundDate, date: Written) -> bool:
    """昭和15年に生まれ、38年に入省した: a later year of the era, at the head of a clause that tells what came next."""
    later = bool(last.parts.era) and _LEAST <= (date.parts.era_year or 0) > (last.parts.era_year or 99)
    told = rules.TELLING_AFTER.match(context.text, date.end) or rules.STEP_AFTER.match(context.text, date.end)
    return later and bool(told) and bool(rules.STEP_BEFORE.search(context.before(date, 1)))


def _of_same_era(context: DateContext, last: FoundDate, date: Written) -> bool:
    """明治21年に制定され、44年の改正を経た: a later year of the era, of an event."""
    era, number = era_named(last.parts.era) if last.parts.era else None, date.parts.era_year or 0
    if era is None or not number >= _LEAST or not (last.parts.era_year or 99) < number:
        return False
    ends = min(era.last.year, context.published_year or era.last.year)
    return era.year_of(number) <= ends and bool(rules.POINT_AFTER.match(context.text, date.end))


def _lasts(context: DateContext, newest: FoundDate, date: Written) -> bool:
    """平成28年4月から2年: a year without the month that the beginning has is a length of time."""
    begins = newest.parts.month and rules.LASTING.fullmatch(context.text, newest.end, date.start)
    return bool(begins) and not rules.UNTIL.match(context.text, date.end)


def _is_series(newest: FoundDate, last: FoundDate, date: Written) -> bool:
    """Return whether a year continues the last one written in full: directly, or by short ones like it (89年, 96年)."""
    return newest is last or (newest.rule == "short-year" and len(date.groups["short"]) == _TWO_FIGURES)


def year_before(context: DateContext, date: Written) -> FoundDate | None:
    """Return the date before that has a year in full, in the same line."""
    for found in reversed(context.found[-_DATES_BACK:]):
        if date.start - found.end > _REACH or "\n" in context.text[found.end : date.start]:
            return None
        if written_year(found.parts) is not None:
            return found
    return None


def _near_publication(context: DateContext, date: Written, number: int) -> bool:
    """五十七年 is a year near publication; 20年 too where the words around it need a point in time."""
    published = context.published_year
    if published is None:
        return False
    if number >= 51:
        near = abs(expand_short_year(number, published) - published) <= _FARTHEST
        return date.groups["short"].isdigit() or near
    years = _years(number)
    if (
        number >= 12
        and any(-_FARTHEST <= y - published <= 1 for y in years)
        and rules.POINT_AFTER.match(context.text, date.end)
    ):
        return True
    if _opens_sentence(context, date, number) or _of_these_years(context, date, number):
        return True
    of_era = _year_of_document(context, number)
    since = -_FARTHEST if of_era is not None else -_NEAR
    if number < _LEAST or not any(since <= year - published <= 1 for year in ([of_era] if of_era else years)):
        return False
    opens = date.start == 0 or rules.CLAUSE_BEFORE.search(context.before(date, 3))
    return bool(opens and rules.TELLING_AFTER.match(context.text, date.end))


def _opens_sentence(context: DateContext, date: Written, number: int) -> bool:
    """6年の輸入額は, at the head of a sentence, is the year near publication of the era that the document uses."""
    year, published = _year_of_document(context, number), context.published_year
    ahead = _LEAST if number > _LEAST else 0
    if year is None or published is None or not -_NEAR <= year - published <= ahead:
        return False
    opens = date.start == 0 or bool(rules.SENTENCE_BEGINS.search(context.before(date, 2)))
    return opens and bool(rules.TOPIC_AFTER.match(context.text, date.end))


def _of_these_years(context: DateContext, date: Written, number: int) -> bool:
    """40年の春季賃上げ in a paper of 昭和41年."""
    year, published = _year_of_document(context, number), context.published_year
    recent = year is not None and published is not None and -_NEAR <= year - published <= 0
    return recent and number > _LEAST and bool(rules.OF_NOUN.match(context.text, date.end))


def _year_of_document(context: DateContext, number: int) -> int | None:
    """Return the year of one of the eras written in full so far, the one nearest to publication."""
    names = {found.parts.era for found in context.found[-_DATES_OF_ERA:] if found.parts.era and found.parts.era_year}
    years = [era.year_of(number) for era in map(era_named, names) if era is not None]
    published = context.published_year
    return min(years, key=lambda year: abs(year - published)) if years and published else None


def _years(number: int) -> list[int]:
    return [2000 + number, *(year for era in ERAS if (year := era.year_of(number)) <= era.last.year)]


def _joined(last: FoundDate, date: Written) -> bool:
    return date.start - last.end <= 2


def written_year(parts: DateParts) -> int | None:
    """Return the Western year that a date writes in full, if it does."""
    if parts.year is not None:
        return parts.year
    era = era_named(parts.era) if parts.era else None
    return era.year_of(parts.era_year) if era and parts.era_year else None


# --- months --------------------------------------------------------------------------------------------------


def month(context: DateContext, date: Written) -> bool:
    """6月 is a month, unless it counts months (懲役6月) or is a name (六月田); 毎年6月 is a date only in a law."""
    if date.parts.month is None or not plausible_month_day(date.parts):
        return False
    if date.parts.day is not None:
        return not _is_called(context, date)
    before = context.before(date, 2)
    if before == rules.FROM_NOW_BEFORE and not rules.UNTIL_MONTH.match(context.text, date.end):
        return False
    if rules.MONTHS_BEFORE.search(before):
        return before == rules.EVERY_YEAR and context.statute
    return not (rules.MONTHS_AFTER.match(context.text, date.end) or _is_called(context, date))


def _is_called(context: DateContext, date: Written) -> bool:
    """五月町, 二十日大根: only numerals in kanji make names."""
    kanji = context.text[date.start] not in rules.ASCII_DIGITS
    return kanji and bool(rules.CALLED.match(context.text, date.end))


# --- days ----------------------------------------------------------------------------------------------------


def day(context: DateContext, date: Written) -> bool:
    """A bare day needs a month before it (of its range, list or paragraph), or a sentence that tells it."""
    if date.parts.day is None or not plausible_month_day(date.parts) or _is_called(context, date):
        return False
    if rules.RATE_AFTER.match(context.text, date.end):
        return False
    last = context.last(date.start, 400)
    placed = last is not None and bool(last.parts.month or last.parts.unit in ("month", "day") or last.parts.day)
    if placed and last is not None and rules.JOINING.fullmatch(context.text[last.end : date.start]):
        return True
    if rules.DAYS_BEFORE.search(context.before(date, 2)):
        return False
    if _heads_line(context, date.start, date.end):
        above = [
            found for found in context.found[-_DATES_BACK:] if date.start - found.end <= _ENTRY and found.parts.day
        ]
        return any(_heads_line(context, found.start, found.end) for found in above)
    return (placed and (_in_paragraph(context, date) or _in_bracket(context, date))) or _told(context, date)


def _in_bracket(context: DateContext, date: Written) -> bool:
    """2月　共同訓練(19日): a day alone in its bracket, which is no small number of days."""
    opened = context.before(date, 1) == rules.OPEN
    return opened and (date.parts.day or 0) >= _LEAST and bool(rules.BRACKETED_DAY.match(context.text, date.end))


def _heads_line(context: DateContext, start: int, end: int) -> bool:
    """Return whether a day stands alone at the head of its line, as in a chronology."""
    before = context.text[max(0, start - 40) : start]
    return bool(rules.LINE_BEGINS.search(before)) and bool(rules.LINE_GOES_ON.match(context.text, end))


def _in_paragraph(context: DateContext, date: Written) -> bool:
    day_before = any(found.parts.day for found in context.found[-4:])
    alone = date.parts.day == 1 or date.groups["d"] in rules.COMMON_NUMERALS
    return (
        day_before
        and bool(rules.DAY_AFTER.match(context.text, date.end))
        and not (alone and not rules.SINGLE_DAY_AFTER.match(context.text, date.end))
    )


def _told(context: DateContext, date: Written) -> bool:
    """総務省は27日、…諮問した; 去る九日: the words around say that the day is one of the calendar."""
    if context.statute:
        return False
    before = context.before(date, 8)
    if rules.GONE_BEFORE.search(before):
        return True
    counts = date.groups["d"] in rules.KANJI_COUNTS or rules.COUNTED_BEFORE.search(before)
    opens = date.start == 0 or bool(rules.CLAUSE_BEFORE.search(before))
    if rules.OBJECT_BEFORE.search(before):
        # 結果を8日に公表した tells the day; 工期を8日に改めた counts days.
        opens = not rules.CHANGED_TO.match(context.text, date.end)
    return not counts and opens and bool(rules.TOLD_AFTER.match(context.text, date.end))
