"""What a document says of itself: its title and when it was published."""

import re
import unicodedata

from hakusho.text.calendar import era_named, is_day
from hakusho.text.numerals import parse_numeral

_HEAD_LINES = 40
_HEAD_CHARACTERS = 4000
_NUMERAL = "[0-9元〇一二三四五六七八九十]{1,4}"
_ERA_YEAR = rf"(?P<era>明治|大正|昭和|平成|令和) ?(?P<year>{_NUMERAL}) ?年"
_WESTERN_YEAR = "(?P<western>(?:18|19|20)[0-9]{2}) ?年?"
# 令和4年版, 2012年版: the edition of a yearly publication.
_EDITION = re.compile(rf"(?:{_ERA_YEAR}(?:\((?:18|19|20)[0-9]{{2}}年?\))?|{_WESTERN_YEAR}) ?(?:度)?版")
# A line of the head that holds a date and nothing else: a press release, a speech.
_DATED_LINE = re.compile(
    rf"[(\[]?(?:{_ERA_YEAR}|{_WESTERN_YEAR}) ?(?P<month>{_NUMERAL}) ?月"
    rf"(?: ?(?P<day>{_NUMERAL}) ?日)?(?:\([月火水木金土日]\))?[)\]]?"
)


def published_of(text: str) -> str:
    """Return when a document says it was published: YYYY, YYYY-MM or YYYY-MM-DD; empty where it does not say.

    Read are the head's lines: the edition of a yearly publication (令和4年版), else a line that is only a date.

    >>> published_of("令和４年版　情報通信白書\\n第1章"), published_of("首相演説\\n（昭和三十八年一月二十三日）")
    ('2022', '1963-01-23')
    """
    lines = [unicodedata.normalize("NFKC", line).strip() for line in text[:_HEAD_CHARACTERS].splitlines()[:_HEAD_LINES]]
    for line in lines:
        if edition := _EDITION.search(line):
            return _day_of(edition)
    for line in lines:
        if dated := _DATED_LINE.fullmatch(line):
            return _day_of(dated)
    return ""


_ISO_DAY = re.compile(r"((?:18|19|20)[0-9]{2})(?:-([01][0-9])(?:-([0-3][0-9]))?)?")


def iso_day(text: str) -> str:
    """Return the day that an ISO 8601 time begins with, as far as it is one; empty for other text.

    >>> iso_day("2022-04-01T09:00:00Z"), iso_day("2022"), iso_day("2022-02-30")
    ('2022-04-01', '2022', '')
    """
    match = _ISO_DAY.match(text)
    if match is None:
        return ""
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if month and not is_day(year, month, day or 1):
        return ""
    return "-".join(part for part in match.groups() if part)


def _day_of(match: re.Match[str]) -> str:
    groups = match.groupdict()
    era = era_named(groups["era"]) if groups["era"] else None
    try:
        year = era.year_of(parse_numeral(groups["year"])) if era else int(groups["western"])
        month = parse_numeral(groups["month"]) if groups.get("month") else 0
        day = parse_numeral(groups["day"]) if groups.get("day") else 0
    except ValueError:
        return ""
    if not 1868 <= year <= 2200 or (month and not is_day(year, month, day or 1)):
        return ""
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def title_of(text: str) -> str:
    """Return the first line that is not blank, shortened to 120 characters."""
    return next((line.strip(" \t　\ufeff")[:120] for line in text[:_HEAD_CHARACTERS].splitlines() if line.strip()), "")
