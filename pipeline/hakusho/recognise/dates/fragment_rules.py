"""How officials write the parts of dates: named fragments, which `date_rules.py` composes.

All patterns read the folded view (ASCII digits, current kanji, no typesetters' spaces). Quantifiers are bounded,
so that matching is linear in the text. Each fragment and rule has an example, which the tests run. A group may
stand several times in a rule (`m` in each way to write a month); `DateGrammar` gives each its own name.
"""

from dataclasses import dataclass

from hakusho.recognise.dates import word_rules as words


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a pattern, and a string that the whole piece must match."""

    pattern: str
    example: str


@dataclass(frozen=True, slots=True)
class DateRule:
    """A way to write a date. `example` is a text whose bracketed parts the rule finds.

    `starts` are the characters that the date can begin with (`old` stands for the names of the old eras);
    `guard` names the check of the context that the words must pass (see `guards.py`), empty for none.
    """

    name: str
    starts: str
    pattern: str
    example: str
    guard: str = ""


# --- numbers -------------------------------------------------------------------------------------------------

_K = "[〇零一二三四五六七八九]"
KANJI_1 = "[一二三四五六七八九]"
# Numerals that deeds write so that nobody can add a stroke: 弐拾五.
_F1 = "[壱弐参一二三四五六七八九]"
_UNBROKEN = r"(?![0-9〇零一二三四五六七八九十拾])"
SMALL = Fragment(
    rf"(?:[0-9]{{1,2}}|(?:[廿卅]{KANJI_1}?|{_F1}?[十拾]{_F1}?|{KANJI_1}{_K}?|[壱弐参])){_UNBROKEN}", "二十三"
)
WEST_KANJI = Fragment(
    rf"(?:[一二]{_K}{{3}}|千[一七八九]?百(?:{KANJI_1}?十)?{KANJI_1}?|二千(?:{KANJI_1}?十{KANJI_1}?|{KANJI_1})?|二[〇零]十{KANJI_1}?|[12]千[0-9]{{0,2}})",
    "千九百四十九",
)
WEST = Fragment(rf"(?:(?:1[0-9]|2[01])[0-9]{{2}}|{WEST_KANJI.pattern}){_UNBROKEN}", "2011")
# Any year, after 西暦 or 紀元前.
ANY_YEAR = Fragment(rf"(?:[0-9]{{1,4}}|{WEST_KANJI.pattern}|[一二三四五六七八九〇十百]{{1,6}}){_UNBROKEN}", "794")
MODERN_WEST = Fragment(r"(?:(?:1[89]|20)[0-9]{2}|2100)(?![0-9])", "2011")
ERA = Fragment("(?:明治|大正|昭和|平成|令和)", "平成")
ERA_YEAR = Fragment(rf"(?:元|{SMALL.pattern}|1[0-9][0-9](?![0-9]))", "元")

# What joins the ends of a range or the members of a list that share what follows: 平成28~30年度, 3月1・2日.
JOINER = Fragment("(?:~|-|ー|から|・|、|,|及び|ないし|乃至|/|と|又は|または)", "~")
OPEN_BRACKET, CLOSE_BRACKET = Fragment(r"[(\[<〈《【]", "("), Fragment(r"[)\]>〉》】]", ")")

# --- the parts after a year ---------------------------------------------------------------------------------

QUARTER = Fragment("第?(?P<q>[1-4一二三四])[・/]?四半期", "第4四半期")
# 2016年Q1, FY2016 1Q.
QUARTER_LETTER = Fragment(" ?(?:Q(?P<q>[1-4])|(?P<q>[1-4])Q)(?![0-9A-Za-z])", "Q1")
QUARTER_MONTHS = Fragment(rf"(?P<qa>{SMALL.pattern})月?[~ー-](?P<qb>{SMALL.pattern})月期", "1-3月期")
HALF = Fragment("(?P<half>上半期|下半期|上期|下期)", "上半期")
SEASON = Fragment("(?P<season>[春夏秋冬])(?:季(?![節休])|期(?![間講休]))?(?![休闘巡物])", "秋")
POSITION = Fragment(
    "(?P<part>年?末(?:頃|ごろ|ころ|日(?!付))?(?!年始)|年?初(?![め頭旬期回代年動])|初頭|初め(?!て)|初旬|はじめ(?![とて])|始め(?![たてる])|上旬|中旬|下旬|半ば|なかば|中頃|中ごろ|中盤|央"
    "|終わり(?!ま)|前半(?:期(?!間))?|後半(?:期(?!間))?|頃|ごろ|ころ|前後(?!半))",
    "中旬",
)
# What may follow の and still be of the same date: 2018年の後半, 3月の下旬.
OF_POSITION = Fragment(
    "の(?P<part>年末(?!年始)|年初|前半(?:期(?!間))?(?!戦)|後半(?:期(?!間))?(?!戦)|初め(?!て)|はじめ(?![とて])|始め(?![たてる])|終わり(?!ま)|半ば|なかば|中盤|上旬|中旬|下旬|初頭|末(?![一-龥]))",
    "の後半",
)
MONTH_POSITION = Fragment("(?P<part>頭(?![一-龥])|近く)", "頭")
OF_SEASON = Fragment("の(?P<season>[春夏秋冬])(?![一-龥])", "の夏")
MONTH = Fragment(
    rf"(?P<m>{SMALL.pattern})(?:月(?!間)|(?=(?:{JOINER.pattern}{SMALL.pattern}){{1,11}}月(?![期間])))", "11月"
)
DAY = Fragment(rf"(?P<d>{SMALL.pattern})(?:日(?!間)|(?=(?:{JOINER.pattern}{SMALL.pattern}){{1,9}}日(?!間)))", "19日")
# 10月の2日; not 10月の1日平均.
OF_DAY = Fragment(
    rf"(?:の(?=[0-9一二三四五六七八九十廿]{{1,3}}日(?![間平当分目以程]|あた|ほど|に[0-9一])))?{DAY.pattern}", "の2日"
)
# The year of a company that ends in a month: 2024年3月期第3四半期.
COMPANY_YEAR = Fragment(
    rf"(?P<cm>{SMALL.pattern})月期(?![首末待日])(?:[ 　]?の?(?:第(?P<q>[1-4一二三四])[・/]?四半期|(?P<half>上期|下期|上半期|下半期|中間期)))?",
    "3月期第3四半期",
)
# A second reading in brackets after the whole date: 慶長9年12月16日(1605年2月3日).
_FULL_WEST = rf"[(](?:西暦)?(?P<fw>{WEST.pattern})年(?P<fm>{SMALL.pattern})月(?:(?P<fd>{SMALL.pattern})日)?[)]"
_FULL_ERA = rf"[(](?P<fe>{ERA.pattern})(?P<fey>{ERA_YEAR.pattern})年(?P<fem>{SMALL.pattern})月(?:(?P<fed>{SMALL.pattern})日)?[)]"
FULL_GLOSS = Fragment(rf"(?:{_FULL_WEST}|{_FULL_ERA})", "(1605年2月3日)")
MONTH_DAY = Fragment(
    rf"(?:(?:(?P<same_month>同月)|(?P<leap>閏)?{MONTH.pattern})(?:{OF_DAY.pattern})?(?:{MONTH_POSITION.pattern})?|(?P<newyear>元[日旦])|(?P<yearend>大晦日|大みそか))",
    "11月19日",
)
TAIL = Fragment(
    rf"(?:の?{QUARTER.pattern}|{QUARTER_LETTER.pattern}|の?{QUARTER_MONTHS.pattern}|の?{HALF.pattern}|{SEASON.pattern}|{OF_SEASON.pattern}|{COMPANY_YEAR.pattern}"
    rf"|の?{MONTH_DAY.pattern}(?:{FULL_GLOSS.pattern})?)?(?:{POSITION.pattern}|{OF_POSITION.pattern})?",
    "11月19日頃",
)

# --- years ---------------------------------------------------------------------------------------------------

# 年 that begins another word: 20年間, 2000年問題, 10年ぶり.
YEAR_UNIT = Fragment(
    rf"(?:年(?:度|(?!間|問題|ぶり|ごと|おき|連続))|両?{words.KINDS_OF_YEAR}年度|両年度?|会計年(?!間))", "年度"
)
# 平成14度 is misprinted for 平成14年度; only behind the name of an era.
ERA_UNIT = Fragment(rf"(?:{YEAR_UNIT.pattern}|度(?![目数量合]))", "度")
# The second era of a year in which one ended: 1989年(昭和64年・平成元年).
OTHER_ERA = Fragment(rf"[・/、]{ERA.pattern}{ERA_YEAR.pattern}(?:年度?)?", "・平成元年")
# The era that began in the year: 平成31年度(令和元年度).
NEW_ERA = Fragment(rf"{ERA.pattern}[元1一]", "令和元")
# The gloss in brackets names the year again: 2011年(平成23年), 2022(令和4)年, 平成17(2005)年.
ERA_GLOSS = Fragment(
    rf"[ 　]?{OPEN_BRACKET.pattern}(?P<ge>{ERA.pattern}|[MTSHR]\.?|同)(?P<gey>{ERA_YEAR.pattern})(?P<gu>年度?)?(?:{OTHER_ERA.pattern})?{CLOSE_BRACKET.pattern}",
    "(平成23年)",
)
WEST_GLOSS = Fragment(
    rf"{OPEN_BRACKET.pattern}(?:西暦)?(?P<gw>{WEST.pattern})(?P<gu>年度?)?{CLOSE_BRACKET.pattern}", "(2011年)"
)
WEST_YEAR = Fragment(
    rf"(?P<w>{WEST.pattern})(?:(?:{ERA_GLOSS.pattern})(?P<u2>年度?)?"
    rf"|(?P<u>{YEAR_UNIT.pattern})(?:{OPEN_BRACKET.pattern}(?P<ge>{ERA.pattern}|[MTSHR]|同)(?P<gey>{ERA_YEAR.pattern})(?:年度?)?(?:{OTHER_ERA.pattern})?{CLOSE_BRACKET.pattern}(?:年(?!間))?)?)",
    "2011年(平成23年)",
)
ERA_LED_YEAR = Fragment(
    rf"(?P<e>{ERA.pattern})(?P<ey>{ERA_YEAR.pattern})(?:{WEST_GLOSS.pattern}(?P<u2>年度?)?|{OPEN_BRACKET.pattern}{NEW_ERA.pattern}{CLOSE_BRACKET.pattern}(?P<u2>年度?)"
    rf"|(?P<u>{ERA_UNIT.pattern})(?:{OPEN_BRACKET.pattern}(?:(?:西暦)?(?P<gw>{WEST.pattern})|{NEW_ERA.pattern})(?:年度?)?{CLOSE_BRACKET.pattern}(?:年(?!間))?)?)",
    "平成24年(2012年)",
)

# 06(平成18)年5月, 06年(平成18年): the era says of which century the two figures are.
SHORT_YEAR_OF_ERA = Fragment(
    rf"'?(?P<two>[0-9]{{2}})(?:{OPEN_BRACKET.pattern}(?P<ge>{ERA.pattern}|[MTSHR])(?P<gey>{ERA_YEAR.pattern})年?{CLOSE_BRACKET.pattern}(?P<u>{YEAR_UNIT.pattern})"
    rf"|(?P<u>{YEAR_UNIT.pattern}){OPEN_BRACKET.pattern}(?P<ge>{ERA.pattern}|[MTSHR])(?P<gey>{ERA_YEAR.pattern})(?:年度?)?{CLOSE_BRACKET.pattern})",
    "06(平成18)年",
)

# --- Latin dates ---------------------------------------------------------------------------------------------

LATIN_MONTH = Fragment(
    r"(?P<mname>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?",
    "October",
)
LATIN_DAY = Fragment("(?P<d>[0-3]?[0-9])(?:st|nd|rd|th)?", "2nd")

# --- days in figures -----------------------------------------------------------------------------------------


def _separated(separator: str, left: str = "") -> str:
    """A day in digits with one separator throughout, not part of a longer number or version; `left` may join a range."""
    return (
        rf"(?:(?<![0-9A-Za-z./-]){left})(?P<w>(?:(?:1[89]|20)[0-9]{{2}}|2100)){separator}(?P<m>[01]?[0-9])"
        rf"{separator}(?P<d>[0-3]?[0-9])(?![0-9]|[./][0-9]|-[0-9](?![0-9]{{3}}{separator}|[0-9]?/[0-9]{{1,2}}(?![0-9/])))"
    )


# 3.7.18, 3/7/18, 3・7・18 after an era.
DOTTED = Fragment(
    "|".join(rf"{mark}(?P<m>{SMALL.pattern}){mark}(?P<d>{SMALL.pattern})" for mark in (r"\.", "/", "・")), ".7.18"
)
# 2018/4~2019/3: months in figures, only as the two ends of a range (the guard sees to it).
RANGED_MONTH = Fragment(r"(?P<w>(?:19|20)[0-9]{2})[./](?P<m>1[0-2]|0?[1-9])(?![0-9./年])", "2019/3")
# 2019/2/28-2019/3/1 is a range of two.
_RANGED = r"|(?<=[0-9]-)"
SLASHED = Fragment(
    "|".join(
        _separated(separator, left) for separator, left in (("/", _RANGED), (r"\.", _RANGED), ("-", ""), ("・", ""))
    ),
    "2023/04/01",
)
MONTH_SLASH_DAY = Fragment("(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12][0-9]|0?[1-9])", "5/3")

# --- deictic and anaphoric words -----------------------------------------------------------------------------


def one_of(named: "dict[str, tuple[str, int]] | dict[str, int] | dict[str, tuple[bool, str]]") -> str:
    """Return the pattern of any of the words, longest first."""
    return "|".join(sorted(named, key=len, reverse=True))


# 本年 ends no word before it (日本年金, 資本年) and 年 begins none after it (同年代, 本年金, 同年齢).
WORD_YEAR = Fragment(
    rf"(?<![日資基])(?P<rel>{one_of(words.YEAR_WORDS)})(?P<relfy>度)?(?![代金輩齢譜報賀会鑑収]|間)", "昨年度"
)

# 昨年2025年の九月, 昨年(2011年)11月: a word with the year that it means.
_WORD = rf"(?:(?:{'|'.join(word for word, (base, _) in words.YEAR_WORDS.items() if base == words.DOCUMENT)})度?、?|(?:{'|'.join(word for word, (base, _) in words.YEAR_WORDS.items() if base == words.LAST)})度?)"
WORD_WITH_YEAR = Fragment(
    rf"{_WORD}(?:{WEST_YEAR.pattern}|{ERA_LED_YEAR.pattern}|{OPEN_BRACKET.pattern}(?:西暦)?(?P<w>{WEST.pattern})年?(?P<gu>度)?{CLOSE_BRACKET.pattern}"
    rf"|{OPEN_BRACKET.pattern}(?P<e>{ERA.pattern})(?P<ey>{ERA_YEAR.pattern})年(?P<gu>度)?{CLOSE_BRACKET.pattern})",
    "昨年2011年",
)
