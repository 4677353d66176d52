"""How officials write dates: the rules, composed of the fragments of `fragment_rules.py`.

All patterns read the folded view (ASCII digits, current kanji, no typesetters' spaces). Quantifiers are bounded, so
that matching is linear in the text. Each rule has an example, which the tests run. A group may stand several times in
a rule (`m` in each way to write a month); `DateGrammar` gives each its own name.
"""

from hakusho.recognise.dates import word_rules as words
from hakusho.recognise.dates.figure_rules import DAYS_IN_TABLES, YEARS_IN_FIGURES
from hakusho.recognise.dates.fragment_rules import (
    ANY_YEAR,
    DAY,
    DOTTED,
    ERA,
    ERA_LED_YEAR,
    ERA_YEAR,
    FULL_GLOSS,
    JOINER,
    KANJI_1,
    LATIN_DAY,
    LATIN_MONTH,
    MODERN_WEST,
    MONTH,
    MONTH_DAY,
    MONTH_POSITION,
    MONTH_SLASH_DAY,
    OF_DAY,
    OF_POSITION,
    POSITION,
    QUARTER,
    QUARTER_LETTER,
    QUARTER_MONTHS,
    RANGED_MONTH,
    SEASON,
    SHORT_YEAR_OF_ERA,
    SLASHED,
    SMALL,
    TAIL,
    WEST,
    WEST_YEAR,
    WORD_WITH_YEAR,
    WORD_YEAR,
    YEAR_UNIT,
    DateRule,
    one_of,
)

# --- the rules: at one place the first that matches wins -----------------------------------------------------

_DIGITS = "0123456789"
_KANJI_DIGITS = "〇零一二三四五六七八九十千廿卅"
_ERAS = "明大昭平令"
# No part of a longer number.
_BEGINS = "(?<![0-9〇零一二三四五六七八九十百千])"
_FREE = rf"{_BEGINS}(?<![0-9][.,])"
# Behind the number of a heading too: 1.4月の動き.
_FREE_OR_NUMBERED = rf"{_BEGINS}(?:(?<![0-9][.,])|(?<=\n[0-9]\.)|(?<=\n[0-9]{{2}}\.))"
# A year of four figures may stand behind the number of a note or item: 2.2008~10年.
_FREE_YEAR = rf"{_BEGINS}(?<![0-9],)(?<![0-9][0-9]\.)"


# The other members of a list, which share era and unit with the first.
_MORE_YEARS = rf"(?:{JOINER.pattern}(?:{ERA.pattern}|[MTSHR]|同|翌)?(?:{WEST.pattern}|{ERA_YEAR.pattern})(?:[(][^()]{{2,8}}[)])?){{1,7}}(?:両?年(?!前|間|後|以|ぶり)(?P<rfy>度)?|(?P<rfy>両?{words.KINDS_OF_YEAR}年度))"
# Behind a decade that shares its 年代 with the next: 昭和50~60年代.
_MORE_DECADES = rf"(?={JOINER.pattern}(?:[1-9]0|{KANJI_1}十)年代)"

# 改正H30.4.1: right after kanji only a whole day with the letter of an era.
_WHOLE_AFTER_KANJI = r"(?<=[一-龥])(?=[MTSHR][0-9元]{1,2}(?:[./-][0-9]{1,2}){2}(?![0-9./-]))"

RULES: tuple[DateRule, ...] = (
    DateRule("digits", _DIGITS, SLASHED.pattern, "[2023/04/01]、[2011.11.19]、[2023-04-01]", "calendar-day"),
    DateRule(
        "era-initial",
        "MTSHR明大昭平令",
        rf"(?:(?<![0-9A-Za-z./一-龥])|{_WHOLE_AFTER_KANJI})(?P<e>[MTSHR]\.?|[明大昭平令])(?P<ey>{ERA_YEAR.pattern})"
        rf"(?:(?P<more>(?={_MORE_YEARS}))|[./・-](?P<m>{SMALL.pattern})(?:月|[./・-](?P<d>{SMALL.pattern}))?(?![0-9./])"
        rf"|(?P<u>{YEAR_UNIT.pattern})(?:{MONTH_DAY.pattern})?(?:{POSITION.pattern})?"
        rf"|(?![0-9A-Za-z一-龥ァ-ヴー.]))",
        "[R5.4.1]と[H23年度]、[H21.12月]",
        "era-initial",
    ),
    *DAYS_IN_TABLES,
    DateRule(
        "era-dotted",
        _ERAS,
        rf"(?P<e>{ERA.pattern})(?P<ey>{ERA_YEAR.pattern})(?:{DOTTED.pattern}|\.(?P<m>{SMALL.pattern}))(?![0-9./%年月・])",
        "[令和3.7.18]、[平成30.4.1]施行",
        "year",
    ),
    DateRule(
        "early-western",
        "西紀皇",
        rf"(?:(?:皇紀|紀元(?=2[3-7]))(?P<imperial>2[3-7][0-9]{{2}})年(?!間)(?P<u>度)?{TAIL.pattern}|(?:西暦|西紀|紀元)(?P<w>{ANY_YEAR.pattern})年(?!間|前)(?P<u>度)?{TAIL.pattern}|(?:西暦)?紀元前(?P<bc>{ANY_YEAR.pattern})年(?!間)(?:{POSITION.pattern})?)",
        "[西暦794年]、[紀元前2000年]、[皇紀2600年]",
        "early",
    ),
    DateRule(
        "month-number",
        "12",
        r"(?<![0-9A-Za-z./-])(?P<w>(?:19|20)[0-9]{2})/(?P<m>0[1-9]|1[0-2])(?![0-9./-]|年)",
        "[2012/04]現在",
        "calendar-month",
    ),
    DateRule(
        "month-digits",
        "12",
        r"(?<![0-9A-Za-z./-])(?P<w>(?:19|20)[0-9]{2})(?:-(?P<m>0[1-9]|1[0-2])|\.(?P<m>[01]?[0-9]))(?=現在|時点|[版付]|改訂|更新|作成|発行)"
        rf"|(?<![0-9A-Za-z./]){RANGED_MONTH.pattern}",
        "([2017.3]現在)、[2018/4]~[2019/3]",
        "month-in-figures",
    ),
    DateRule(
        "compact",
        "12",
        r"(?<![0-9A-Za-z./-])(?P<w>(?:19|20)[0-9]{2})(?P<m>[01][0-9])(?P<d>[0-3][0-9])(?=現在|時点|[版付]|改訂|更新|作成|発行)",
        "[20170331]付の通知",
        "calendar-day",
    ),
    DateRule(
        "latin",
        "JFMASOND" + _DIGITS,
        rf"(?<![0-9A-Za-z./])(?:{LATIN_DAY.pattern} {{0,2}})?{LATIN_MONTH.pattern}(?: {LATIN_DAY.pattern},?)?,? {{0,2}}(?P<w>{MODERN_WEST.pattern})",
        "[2 October 2016]、[Oct. 2, 2016]、[October 2016]",
        "calendar-name",
    ),
    DateRule(
        "quarter-letters",
        "12",
        rf"(?<![0-9A-Za-z./-])(?P<w>{MODERN_WEST.pattern}){QUARTER_LETTER.pattern}",
        "[2016Q1]の売上",
    ),
    DateRule(
        "fiscal-letters",
        "F",
        rf"(?<![0-9A-Za-z])(?P<fy>FY) ?(?:(?P<w>(?:19|20)[0-9]{{2}})|'?(?P<short>[0-9]{{2}}))(?![0-9])(?:{QUARTER_LETTER.pattern})?",
        "[FY2011]の実績",
    ),
    DateRule(
        "decade",
        _DIGITS + _KANJI_DIGITS,
        rf"(?P<dec>{_FREE_YEAR}{WEST.pattern}|{_FREE}(?:[1-9]0|{KANJI_1}[〇零十]))(?:年代(?:{POSITION.pattern})?|(?<=[0〇零]){_MORE_DECADES})",
        "[1990年代]と[1960]~[70年代]",
        "decade",
    ),
    DateRule(
        "era-decade",
        _ERAS,
        rf"(?P<e>{ERA.pattern})(?P<edec>[1-6]0|{KANJI_1}?十)(?:年代(?:{POSITION.pattern})?|{_MORE_DECADES})",
        "[昭和30年代]",
    ),
    DateRule(
        "western",
        _DIGITS + _KANJI_DIGITS,
        rf"{_FREE_YEAR}{WEST_YEAR.pattern}{TAIL.pattern}",
        "[2011年(平成23年)11月]、[2010年度第1四半期]、1.[2020年]に",
        "year",
    ),
    DateRule(
        "wareki",
        _ERAS,
        rf"{ERA_LED_YEAR.pattern}{TAIL.pattern}",
        "[平成23年7月]、[平成24年(2012年)]、[平成26事業年度]",
        "year",
    ),
    DateRule(
        "old-era",
        "old",
        rf"(?P<old>{{old_eras}})(?P<ey>{ERA_YEAR.pattern})年(?:[(](?:西暦)?(?P<gw>{WEST.pattern})年?[)])?"
        rf"(?:{MONTH_DAY.pattern})?(?:{FULL_GLOSS.pattern})?(?:{POSITION.pattern})?",
        "[慶長9年12月16日(1605年2月3日)]",
    ),
    DateRule(
        "range-start",
        _DIGITS + _KANJI_DIGITS + _ERAS,
        rf"(?:(?P<e>{ERA.pattern})(?P<ey>{ERA_YEAR.pattern})|{_FREE_YEAR}(?P<w>{WEST.pattern}))"
        rf"(?={_MORE_YEARS})",
        "[平成28]~30年度、[1995]~2005年、2.[2008]~10年",
        "range-start",
    ),
    DateRule(
        "short-range-start",
        _DIGITS + _KANJI_DIGITS,
        rf"{_FREE}(?P<short>{SMALL.pattern})(?=(?:{JOINER.pattern}{SMALL.pattern}){{1,7}}(?:両?年(?P<rfy>度)?(?![前間後以]|ぶり)|(?P<rfy>両?{words.KINDS_OF_YEAR}年度)))",
        "[12]~14年度",
        "short-fiscal",
    ),
    DateRule(
        "century",
        _DIGITS + _KANJI_DIGITS + "今前",
        rf"{_FREE}(?:(?P<c>{SMALL.pattern})|(?P<crel>[今前]))世紀(?:{POSITION.pattern})?",
        "[21世紀初頭]",
        "century",
    ),
    DateRule(
        "same-period",
        "前当今",
        rf"(?P<period>{one_of(words.PERIOD_WORDS)})(?:(?P<part>末)(?!試|考))?(?![高課中計限待])",
        "[前年同期]比",
        "period",
    ),
    DateRule(
        "word-with-year",
        "本今昨去一来明再同前翌こ",
        rf"(?<![日資基]){WORD_WITH_YEAR.pattern}{TAIL.pattern}",
        "[昨年2025年の9月]、[昨年(2011年)11月]、[前年(平成12年)末]",
        "year",
    ),
    DateRule(
        "years-ago",
        _DIGITS + _KANJI_DIGITS,
        rf"{_FREE}(?:(?P<ago>{SMALL.pattern})年前の|(?P<later>{SMALL.pattern})年後の){MONTH_DAY.pattern}(?:{POSITION.pattern})?",
        "[1年前の8月2日]、[2年後の4月]に",
        "deictic-year",
    ),
    DateRule("near-month", "こ", rf"この(?P<near>){MONTH_DAY.pattern}(?:{POSITION.pattern})?", "[この5月]に", "month"),
    DateRule(
        "deictic-year",
        "本今昨去一来明再同前翌こさ",
        rf"{WORD_YEAR.pattern}{TAIL.pattern}",
        "[昨年度末]、[同年12月]",
        "deictic-year",
    ),
    DateRule(
        "fiscal-word",
        "本今昨一来新",
        rf"(?<![一-龥])(?P<fiscalrel>{one_of(words.FISCAL_YEAR_WORDS)})(?:{POSITION.pattern})?",
        "[昨事務年度]の方針、[新年度]の予算",
    ),
    DateRule(
        "deictic-season",
        "今こ昨一来翌",
        rf"(?<![一-龥])(?:(?P<seasonrel>{one_of(words.SEASON_WORDS)})|(?P<nextseason>翌))(?P<season>[春夏秋冬])(?![休闘雨])",
        "[今春]来、2010年秋と[翌春]",
    ),
    DateRule(
        "deictic-month",
        "今本先来同前翌再さ",
        rf"(?<!日)(?P<monthrel>{one_of(words.MONTH_WORDS)})(?:{OF_DAY.pattern})?(?:{FULL_GLOSS.pattern})?(?:{POSITION.pattern}|{OF_POSITION.pattern})?",
        "[同月28日]、[先月26日]",
    ),
    DateRule(
        "deictic-day",
        "本昨一同前翌明",
        rf"(?<!日)(?P<dayrel>{one_of(words.DAY_WORDS)})(?!比)(?:{MONTH.pattern}{DAY.pattern})?",
        "9月1日と[翌日]、[同日]",
        "deictic-day",
    ),
    DateRule(
        "kana-day",
        "きおあ",
        "(?P<dayrel>きのう|おととい|あす|あした|あさって)",
        "[きのう]、発表した。",
        "kana-day",
    ),
    DateRule(
        "next",
        "翌",
        rf"翌(?:(?P<w>{WEST.pattern})年度?|(?P<short>{SMALL.pattern})年(?P<sfy>度)?)(?:{MONTH_DAY.pattern}|{SEASON.pattern})?(?:{POSITION.pattern})?"
        rf"|翌(?P<m>{SMALL.pattern})月(?:(?P<d>{SMALL.pattern})日)?(?:(?P<part>上旬|中旬|下旬|末))?|翌(?P<day>{SMALL.pattern})日",
        "2007年から[翌2008年]、[翌25日]",
        "next",
    ),
    DateRule(
        "same-era",
        "同",
        rf"同(?P<short>{SMALL.pattern})年(?P<sfy>度)?(?!間)(?:{MONTH_DAY.pattern}|{SEASON.pattern})?(?:{POSITION.pattern})?"
        rf"|同(?P<m>{SMALL.pattern})月(?:(?P<d>{SMALL.pattern})日)?(?:(?P<part>上旬|中旬|下旬|末))?|同(?P<day>{SMALL.pattern})日(?!間)",
        "[同21年度]、[同28日]",
    ),
    DateRule(
        "short-year-of-era",
        _DIGITS + "'",
        rf"{_FREE}{SHORT_YEAR_OF_ERA.pattern}{TAIL.pattern}",
        "[06(平成18)年5月]、[98年度(平成10年度)]",
        "short-year-of-era",
    ),
    DateRule(
        "short-year",
        _DIGITS + _KANJI_DIGITS + "'元",
        rf"{_FREE}(?P<cut>')?(?P<short>{SMALL.pattern}|(?<![一-龥々ァ-ヴーA-Za-z])元)(?:[(](?P<gw>{MODERN_WEST.pattern})[)])?(?P<su>{YEAR_UNIT.pattern})(?:[(](?:西暦)?(?P<gw>{MODERN_WEST.pattern})年(?P<gu>度)?[)])?{TAIL.pattern}",
        "平成16年度から[18年度]、[08年10月末]、平成7年から[11年(1999年)]",
        "short-year",
    ),
    DateRule(
        "quarter-months",
        _DIGITS + _KANJI_DIGITS,
        rf"{_FREE}{QUARTER_MONTHS.pattern}",
        "[4-6月期]の実質成長率",
        "quarter-months",
    ),
    DateRule(
        "month",
        _DIGITS + _KANJI_DIGITS,
        rf"{_FREE_OR_NUMBERED}{MONTH.pattern}(?:{OF_DAY.pattern})?(?:{POSITION.pattern}|{OF_POSITION.pattern}|{MONTH_POSITION.pattern})?",
        "[9月1日]から[10月中旬]まで",
        "month",
    ),
    DateRule(
        "day", _DIGITS + _KANJI_DIGITS, rf"{_FREE}{DAY.pattern}(?:{POSITION.pattern})?", "9月1日から[3日]まで", "day"
    ),
    DateRule(
        "slashed-end",
        _DIGITS,
        r"(?<=[0-9)][~-])(?P<m>[01]?[0-9])[/.](?P<d>[0-3]?[0-9])(?![0-9/.])",
        "2021/03/25~[03/30]",
        "slashed-end",
    ),
    DateRule(
        "slashed-day",
        _DIGITS,
        rf"(?<![0-9A-Za-z./-]){MONTH_SLASH_DAY.pattern}(?=[(][月火水木金土日](?:曜日?)?(?:[・祝休]*)[)]|付|現在|時点|必着|締切|開催|実施|更新|公表"
        r"|[~-](?:1[0-2]|0?[1-9])/(?:3[01]|[12][0-9]|0?[1-9])(?![0-9/.%の]))",
        "[5/3](火)に開く",
        "calendar-name",
    ),
    DateRule(
        "listed-day",
        _DIGITS,
        r"(?<=[)][・、,~-])(?P<d>3[01]|[12][0-9]|0?[1-9])(?=[(][月火水木金土日](?:曜日?)?(?:[・祝休]*)[)])",
        "5/3(土)・[4](日)に開く",
        "listed-day",
    ),
    DateRule("quarter", "第", "第" + QUARTER.pattern[2:], "2010年は増え、[第4四半期]も"),
    DateRule(
        "half",
        "上下",
        "(?<![一-龥0-9])(?P<half>上半期|下半期|(?:上期|下期)(?=[はにのもが、,]))",
        "2010年は増え、[上半期]も",
        "half",
    ),
    DateRule(
        "part-of-year",
        "年",
        rf"(?<![0-9一-龥])(?P<partword>{one_of(words.PART_WORDS)})(?!年始|[始調外商賀])",
        "[年内]に",
    ),
    *YEARS_IN_FIGURES,
)
