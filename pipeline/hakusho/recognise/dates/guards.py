"""What the words around a date must be like: durations, ages, versions and names of events are no dates."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from hakusho.recognise.dates.context import DateContext, Verdict, Written
from hakusho.records import DateParts
from hakusho.text.calendar import era_named, expand_short_year

if TYPE_CHECKING:
    from hakusho.recognise.dates.grammar import FoundDate


# --- tables of contexts --------------------------------------------------------------------------------------

# What follows a number of years that is a length of time, not a year.
_DURATION_AFTER = re.compile(
    "間|前(?!半|後|期|年|回)|後(?!半|期)|以内|以上|以下|以前に|未満|目|ぶり|余|来の|近く|ごと|おき|毎|程|ほど|ばかり|連続|続|物|もの|"
    "制|生(?!ま)|次|計画|契約|分|にわた|に亘|経|を経|が経|一昔|代|越|超|弱|強|周|祭|忌|保証|定期|国債|債|固定|金利|リース|保存|寿命|古|"
    "を超|を過|かか|かけ|で(?!は|あ|も)|もかか|も前|も続|も経|、?[0-9]+[かヶケカヵ]月|[0-9]+か月|に[一1][回度]|有余|単位|平均|当たり|あたり"
)
_COUNT_BEFORE = re.compile(
    "(?:第|約|過去|今後|向こう|以後|前後|満|計|通算|延べ|今から|最長|最大|最低|最短|少なくとも|およそ|ここ|この|その|丸|直近|"
    "平均|数|何|各|毎|全|残り|わずか|たった|在職|懲役|禁錮|禁固|拘禁刑|刑期|任期|期間|年数|築|入社|勤続|創業|生後|没後|戦後|建国|結婚|齢|歳で|年|又は|または|若しくは)$"
)
# What follows a number of days or months that is a length of time or a rate.
_RATE_AFTER = re.compile(
    "間|以内|以上|以下|未満|前(?!半|後|夜|期)|後(?!半|期)|目|分|当たり|あたり|当り|平均|数|程度|ほど|につき|ごと|毎|おき|余|ぶり|経|連続|"
    "に[0-9一二三四五六七八九十]+(?:回|度|便|件|本|時間|人|台|通)|[0-9一二三四五六七八九十]+(?:回|時間|食|便|人|箇所|ドル|円|本|万|分|度|台)|"
    "を超|を経過|を過ぎ|に満た|の期間|を限度|でも早|も早|単位|制|額|量|弱|強|号|か月|[のを](?:うち|通)|中に[0-9]|より(?:短|長)|で|かけ|ずつ|"
    "延|遅|早|がか|を要|(?:の)?猶予|(?:の)?(?:利用|勤務|労働|生活|平均|摂取)"
)
# The same for months: N月 counts months only in the language of laws and sentences (懲役6月, 三月以内).
_MONTHS_AFTER = re.compile(
    "間|以内|以上|以下|未満|前(?!半|後|期|夜)|後(?!半|期)|目|程度|ほど|につき|ごと|毎|おき|余(?!り)|ぶり|経|連続|を超|を経過|を過ぎ|に満た|の期間|"
    "を限度|でも(?:早|短)|単位|号|弱|強|より(?:短|長)|延|か月|期(?!末)|に処|を下ら|(?:の|以下の)?(?:猶予|有期|懲役|禁錮|禁固|拘禁|業務停止|拘留)"
)
# Places and things that are called by a month or a day: 五月町, 六月田, 十日町, 二十日大根.
_CALLED = re.compile(
    "町|村|田(?!植)|雨|晴|人形|病|堂|橋|丘|台|市(?!場|長)|場|谷|里|浦|島|駅|大根|鼠|ねずみ|坊主|恵比寿|講|戎"
)
_EVENT = re.compile(
    r"[^、。,「」()\s0-9のにはがをもとでへ]{0,14}(?:豪雨|地震|豪雪|台風|噴火|水害|大震災|風害|雪害|土砂災害)"
)
_ASCII_DIGITS = "0123456789"
_UNIT_BEFORE = re.compile("[0-9一二三四五六七八九十百千万億数][,.]?$")
# Words before a year in figures that make it the edition of a publication.
_PUBLICATION = re.compile(
    "(?:白書|青書|年鑑|年報|便覧|要覧|総覧|ハンドブック|報告書?|レポート|リポート|統計|センサス|調査|概況|概要|現状|動向|見通し|編|版|"
    "Outlook|Report|Review|Survey|Insight|Statistics|Database|Yearbook|Monitor|Index|Trends|Facts|Indicators)"
    "[」』)]?[ 　]?$"
)
_QUOTE_END = re.compile('[」』"]')
_LATIN_TITLE = re.compile(r"[「『\"](?:[A-Za-z][A-Za-z0-9 .,'&・-]*|[ァ-ヴー・]{3,}) ?$")
_CITED = re.compile(r"(?:[一-龥ぁ-んァ-ヴーA-Za-z」』\].・]|[A-Za-z.]?\" ?)\($")
_POINT_AFTER = re.compile(
    "中に|に(?:おいて|おける|入)|の(?:実績|決算|調査|国勢)|現在|末|以降|から[0-9一二三四五六七八九十]"
)
_ENUMERATION = re.compile(
    "(?:に|は|、|,|から|より|まで|の|以降|以来|以後|現在|時点|付|末|[)）/~-]|及び|と|・|比|頃|ごろ|秋|春|夏|冬|[^一-龥])"
)


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


def _half(context: DateContext, date: Written) -> bool:
    return context.last(date.start, 200) is not None


def _era_initial(context: DateContext, date: Written) -> bool:
    """H23 needs a plausible year; 昭58 only with a month, since 平, 明, 大 begin many words."""
    era = era_named(date.parts.era)
    if era is None or date.parts.era_year is None or not _plausible_month_day(date.parts):
        return False
    length = min(era.last.year, 2091) - era.first.year + 10
    if not 1 <= date.parts.era_year <= length:
        return False
    written = date.groups["ey"]
    if date.parts.month is None and "u" not in date.groups:
        product = re.search(r"[A-Za-z][ 　]$", context.before(date, 2))
        return date.parts.era[0] in "MTSHR" and len(written) == 2 and written[0] != "0" and not product
    return date.parts.era[0] in "R明大昭平令" or date.parts.day is not None or "u" in date.groups or len(written) == 2


def _plausible_month_day(parts: DateParts) -> bool:
    return (parts.month is None or 1 <= parts.month <= 12) and (parts.day is None or 1 <= parts.day <= 31)


def _year(context: DateContext, date: Written) -> bool | Verdict:
    """A year stands by itself unless it counts years (二千年の歴史) or names an event (平成30年7月豪雨)."""
    if not _plausible_month_day(date.parts):
        return False
    bare = date.parts.month is None and not date.parts.fiscal and date.parts.quarter is None and date.parts.half is None
    if date.parts.era and not date.parts.day and _EVENT.match(context.text, date.end):
        return Verdict.SKIP
    if bare and not date.parts.era and date.parts.gloss is None and not date.parts.mod:
        if re.compile("前(?!半|後|期)|以上|以下|にわた|に[一1][回度]|ものの?|余|周年|祭|来").match(
            context.text, date.end
        ):
            return (date.parts.year or 0) > 1850 and context.text[date.end] != "前"
    return True


def _range_start(context: DateContext, date: Written) -> bool:
    if date.parts.era:
        return True
    after = context.text[date.end : date.end + 9]
    shared = re.match(r"[^0-9一二千]{1,4}((?:1[0-9]|2[01])[0-9]{2}|[0-9]{2})", after)
    if date.parts.year is not None and shared and len(shared[1]) == 4:
        return 1700 <= date.parts.year < 2200 and date.parts.year <= int(shared[1])
    return 1850 <= (date.parts.year or 0) < 2200 and after[0] in "~-・か"


def _short_fiscal(context: DateContext, date: Written) -> bool:
    """16、17年度; without 度 only as a member of a list that has begun: 平成26、27、28年."""
    if not date.parts.fiscal:
        last = context.found[-1] if context.found else None
        return last is not None and date.start - last.end <= 2 and last.rule.endswith("range-start")
    return not _COUNT_BEFORE.search(context.before(date, 4))


def _decade(context: DateContext, date: Written) -> bool:
    """10代, 20年代 without a century: ages and eras are meant below 50."""
    return date.parts.year is not None and (
        date.parts.year >= 2000 or date.parts.year % 100 >= 50 or date.groups["dec"][0] in "12一二"
    )


def _century(context: DateContext, date: Written) -> bool:
    return date.parts.century is None or 5 <= date.parts.century <= 22


def _early(context: DateContext, date: Written) -> bool:
    return _plausible_month_day(date.parts) and bool(date.parts.year)


def _slashed_end(context: DateContext, date: Written) -> bool:
    """2021/03/25~03/30: the end of a range whose beginning is in figures."""
    last = context.found[-1] if context.found else None
    joined = last is not None and date.start - last.end <= 5 and bool(last.parts.day)
    return joined and _plausible_month_day(date.parts)


def _period(context: DateContext, date: Written) -> bool:
    if date.groups["period"][0] in "今当" and re.match("[一-龥]", context.before(date, 1) or "、"):
        return False
    if date.parts.unit != "period":
        return True
    last = context.last(date.start, 300)
    return last is not None and (last.parts.half is not None or last.parts.quarter is not None)


def _deictic_year(context: DateContext, date: Written) -> bool:
    return _plausible_month_day(date.parts)


def _deictic_day(context: DateContext, date: Written) -> bool:
    """翌日配達 is a service: a day after needs a day shortly before it."""
    if date.groups["dayrel"] in ("明日", "明後日"):
        return not re.match("[一-龥]", context.after(date, 1)) or context.after(date, 2) in ("以降", "未明")
    if date.groups["dayrel"] in ("本日", "昨日", "一昨日"):
        return True
    near = [found for found in context.found[-8:] if date.start - found.end < 400]
    return any(found.parts.day or found.parts.unit == "day" for found in near)


def _next(context: DateContext, date: Written) -> bool:
    return bool(context.found) and _plausible_month_day(date.parts)


def _quarter_months(context: DateContext, date: Written) -> bool:
    return date.parts.quarter is not None


def _short_year(context: DateContext, date: Written) -> bool:
    """19年9月 is a date, 5年間 a duration; a bare 14年 is one beside another year that it continues."""
    if not _plausible_month_day(date.parts) or date.groups["short"] in ("0", "00"):
        return False
    before = context.before(date, 4)
    if before.endswith("/"):
        # 2007/08年度 is one year of harvest.
        return False
    if date.parts.month is not None or date.parts.quarter is not None or date.parts.season:
        if date.parts.day is None and date.parts.month and _MONTHS_AFTER.match(context.text, date.end):
            return False
        return not re.search("(?:懲役|禁錮|禁固|拘禁刑|刑期|期間|[0-9第約満数計])$", before)
    if _DURATION_AFTER.match(context.text, date.end):
        return False
    if date.parts.fiscal:
        return not re.search("(?:第|約|過去|今後|満|計|延べ|直近|前|数|各|全|ここ|この|連続|向こう|[0-9.])$", before)
    if _COUNT_BEFORE.search(before):
        return False
    # 三〇年末 is a point in time; so is a year with its Western one beside it.
    if date.parts.year is not None or context.text.endswith("年末", date.start, date.end):
        return True
    return _continues(context, date)


def _continues(context: DateContext, date: Written) -> bool:
    number = date.parts.era_year or 0
    if not _ENUMERATION.match(context.text[date.end : date.end + 4] or "、"):
        return False
    last = context.last(date.start, 120)
    written = _written_year(last.parts) if last else None
    if last is None or written is None:
        return _near_publication(context, date, number)
    year = expand_short_year(number, written, last.parts.era, western=last.parts.year is not None)
    return 0 < abs(year - written) <= 30 if _joined(last, date) else 0 < abs(year - written) <= 12


def _near_publication(context: DateContext, date: Written, number: int) -> bool:
    """五十七年 is a year near publication; 20年 too where the words behind need a point in time."""
    published = context.published_year
    if published is None:
        return False
    if number >= 51 and date.groups["short"].isdigit():
        return True
    distance = abs(expand_short_year(number, published) - published)
    return (
        distance <= 12
        if number >= 51
        else distance <= 2 and number >= 12 and bool(_POINT_AFTER.match(context.text, date.end))
    )


def _joined(last: "FoundDate", date: Written) -> bool:
    return date.start - last.end <= 2


def _written_year(parts: DateParts) -> int | None:
    if parts.year is not None:
        return parts.year
    era = era_named(parts.era) if parts.era else None
    return era.year_of(parts.era_year) if era and parts.era_year else None


def _month(context: DateContext, date: Written) -> bool:
    if date.parts.month is None or not 1 <= date.parts.month <= 12 or not _plausible_month_day(date.parts):
        return False
    if date.parts.day is not None:
        return True
    before = context.before(date, 2)
    if re.search("(?:[約第数毎各全満過去前後計延年]|今後|最長|最大|懲役|禁錮|か)$", before):
        return before == "毎年" and context.statute
    return not (_MONTHS_AFTER.match(context.text, date.end) or _is_called(context, date))


def _is_called(context: DateContext, date: Written) -> bool:
    """五月町, 二十日大根: only numerals in kanji make names."""
    kanji = context.text[date.start] not in _ASCII_DIGITS
    return kanji and bool(_CALLED.match(context.text, date.end))


def _day(context: DateContext, date: Written) -> bool:
    """A bare day needs a month before it: the other end of a range, a list, or a date of the same paragraph."""
    if date.parts.day is None or not 1 <= date.parts.day <= 31 or _RATE_AFTER.match(context.text, date.end):
        return False
    last = context.last(date.start, 400)
    if last is None or not (last.parts.month or last.parts.unit in ("month", "day") or last.parts.day):
        return False
    between = context.text[last.end : date.start]
    if re.fullmatch(
        "(?:~|-|から|・|、|,|及び|又は|または|と|より|ないし|[(][月火水木金土日祝・][)])+(?:同|翌)?", between
    ):
        return True
    if re.search(
        "(?:[約第数毎各全満計延丸中残週月に初連続]|平均|過去|最長|最大|以内|今後|わずか)$", context.before(date, 2)
    ):
        return False
    day_before = any(found.parts.day for found in context.found[-4:])
    alone = date.parts.day == 1 or date.groups["d"] in ("十", "二", "三", "一", "五", "七")
    return (
        day_before
        and bool(
            re.match("に|、|,|から|まで|の(?!間)|[一-龥A-Zァ-ヴ(]|は|~|・|も|朝|夜|付|未明", context.after(date, 3))
        )
        and not (alone and not re.match("に(?!は?[0-9一二三])|から|まで|、", context.after(date, 3)))
    )


def _bracketed(context: DateContext, date: Written) -> bool:
    """総務省(2020) cites; a number in brackets behind a figure or unit does not."""
    return bool(_CITED.search(context.before(date, 4))) and 1860 <= (date.parts.year or 0) <= 2099


def _year_number(context: DateContext, date: Written) -> bool:
    end = int(context.text[date.end + 1 : date.end + 5])
    behind = context.text[date.end + 5 : date.end + 7]
    if re.match("[0-9A-Za-zァ-ヴ%台億万円人件社]|年", behind):
        return False
    # A plan or strategy bears its years in its name: デジタル・アジェンダ2014-2017.
    named = re.search("[一-龥ァ-ヴー]$", context.before(date, 1)) and not _PUBLICATION.search(context.before(date, 24))
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
    if _PUBLICATION.search(before):
        return True
    follows = context.text[date.end : date.end + 1]
    near = context.published_year is not None and -3 <= (date.parts.year or 0) - context.published_year <= 1
    return near and bool(_QUOTE_END.match(follows)) and bool(_LATIN_TITLE.search(before))


Guard = Callable[[DateContext, Written], bool | Verdict]

GUARDS: dict[str, Guard] = {
    "calendar-day": _calendar_day,
    "calendar-month": _calendar_month,
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
    "short-year": _short_year,
    "quarter-months": _quarter_months,
    "month": _month,
    "day": _day,
    "bracketed": _bracketed,
    "year-number": _year_number,
    "range-end": _range_end,
    "edition": _edition,
    "early": _early,
    "slashed-end": _slashed_end,
}
