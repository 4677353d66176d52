"""What a document says of itself: its title and when it was published."""

import re
import unicodedata
from collections.abc import Iterator

from hakusho.read import publication_rules as rules
from hakusho.text.calendar import era_named, is_day
from hakusho.text.numerals import parse_numeral

_SPACES = re.compile(r"\s+")


def published_of(text: str) -> tuple[str, str]:
    """Return (when a document says it was published, where it says so); empty where it does not.

    The day is YYYY, YYYY-MM or YYYY-MM-DD. Read are the lines of the head: a labelled date (公開日：…), a line that is
    a date with what a letter head has next to it, the edition of a yearly publication (令和4年版) in a title, the
    session of an assembly. An edition that a note or a sentence cites says nothing.

    >>> published_of("令和４年版　情報通信白書\\n第1章"), published_of("首相演説\\n（昭和三十八年一月二十三日）")
    (('2022', 'head'), ('1963-01-23', 'head'))
    >>> published_of("総行第12号\\n　　令和　５年　３月　８日\\n各知事　殿"), published_of("令和４年第１回定例会")
    (('2023-03-08', 'head'), ('2022', 'session'))
    """
    head = text[: rules.HEAD_CHARACTERS].splitlines()[: rules.HEAD_LINES]
    lines = [line for line in (unicodedata.normalize("NFKC", line).strip() for line in head) if line]
    return next((found for found in _findings(lines) if not _outlived(found[0], lines)), ("", ""))


def _findings(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield (value, source) in order of how sure they are."""
    title = lines[: rules.TITLE_LINES]
    dated = _holding(lines, rules.DATE_SIGN)
    if not dated and not _holding(title, rules.EDITION_SIGN):
        return
    for pattern in rules.LABELLED[:1]:
        yield from ((day, "label") for line in dated if (match := pattern.search(line)) and (day := _day_of(match)))
    yield from _dated(title)
    for line in _holding(title, rules.EDITION_SIGN):
        if (match := rules.EDITION.search(line)) and not rules.CITING.search(line) and (day := _day_of(match)):
            yield day, "head"
    yield from _dated(lines[rules.TITLE_LINES :])
    for line in _holding(title[: rules.TITLE_LINES // 2], rules.DATE_SIGN):
        if (match := rules.BEHIND_TITLE.fullmatch(line)) and (day := _day_of(match)).count("-") == 2:
            yield day, "head"
    yield from _of_meeting(lines)
    yield from _of_issue(title[: rules.TITLE_LINES // 2])
    yield from _of_head_line(lines)
    for pattern in rules.LABELLED[1:]:
        yield from ((day, "label") for line in dated if (match := pattern.search(line)) and (day := _day_of(match)))
    for line in _holding(title, rules.SESSION_SIGN):
        if (match := rules.SESSION.search(line)) and (day := _day_of(match)):
            yield day, "session"


def _holding(lines: list[str], sign: re.Pattern[str]) -> list[str]:
    """Return the lines that hold a sign without which a pattern cannot match: most lines need not be tried."""
    return [line for line in lines if sign.search(line)]


def _dated(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the day of a line that holds nothing else; not where the next line says at which hour something begins."""
    for line, below in zip(lines, [*lines[1:], ""], strict=False):
        if not rules.DATE_SIGN.search(line):
            continue
        if (match := rules.DATED_LINE.fullmatch(line)) and (day := _day_of(match)) and not rules.BEGINS_AT.match(below):
            yield day, "head"


def _outlived(day: str, lines: list[str]) -> bool:
    """Return whether the head tells of a year a generation later: 昭和25年4月1日 in a paper about 令和7年度."""
    years = [_day_of(match)[:4] for line in lines for match in rules.YEAR_IN_HEAD.finditer(line)]
    return any(year.isdigit() and int(year) >= int(day[:4]) + rules.GENERATION for year in years)


def _of_meeting(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the day of the meeting that minutes tell of; a notice of one to come has another day."""
    if any(rules.MINUTES.search(line) for line in lines[: rules.TITLE_LINES // 3]):
        days = (_day_of(match) for line in lines if (match := rules.MEETING_DAY.match(line)))
        yield from ((day, "label") for day in days if day.count("-") == 2)


def _of_issue(title: list[str]) -> Iterator[tuple[str, str]]:
    for line in _holding(title, rules.ISSUE_SIGN):
        if (match := rules.ISSUE.search(line)) and not rules.CITING.search(line) and (day := _day_of(match)):
            yield day, "head"


def _of_head_line(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the day between short cells in the head, if one line only is like that: more are a table of events."""
    may = ((place, line) for place, line in enumerate(lines) if rules.DATE_SIGN.search(line))
    found = [(place, match) for place, line in may if (match := rules.HEAD_LINE.fullmatch(line))]
    if len(found) != 1:
        return
    place, match = found[0]
    day = _day_of(match)
    begins = any(rules.BEGINS_AT.match(line) for line in lines[place + 1 : place + 2])
    if day.count("-") == 2 and place < rules.TITLE_LINES and not begins:
        yield day, "head"


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
    groups = {name: _SPACES.sub("", value) for name, value in match.groupdict().items() if value}
    for prefix in ("", "d"):
        if f"{prefix}era" in groups or f"{prefix}western" in groups:
            return _iso({name.removeprefix(prefix): value for name, value in groups.items() if name.startswith(prefix)})
    return ""


def _iso(groups: dict[str, str]) -> str:
    """Return the ISO form of a date's groups; empty where the calendar does not have it."""
    era = era_named(groups["era"]) if groups.get("era") else None
    try:
        number = parse_numeral(groups["year"]) if era else 0
        year = era.year_of(number) if era and number else int(groups.get("western", "0"))
        month = parse_numeral(groups["month"]) if groups.get("month") else 0
        day = parse_numeral(groups["day"]) if groups.get("day") else 0
    except ValueError:
        return ""
    if not 1868 <= year <= 2200 or (month and not is_day(year, month, day or 1)):
        return ""
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


_HEADING_MARK = re.compile("#{1,6}[ \t　]+")


def title_of(text: str) -> str:
    """Return the first line that is not blank, without Markdown's mark of a heading, shortened to 120 characters.

    >>> title_of("\\n# 平成24年版　白書\\n")
    '平成24年版\u3000白書'
    """
    lines = text[: rules.HEAD_CHARACTERS].splitlines()
    return next((_HEADING_MARK.sub("", line.strip(" \t　\ufeff"))[:120] for line in lines if line.strip()), "")
