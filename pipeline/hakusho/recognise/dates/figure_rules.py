"""Days and years that no 年, 月 or 日 marks: days in the cells of tables, years of citations, ranges and editions.

What stands around them says that they are dates; the guards of `figures.py` ask for it.
"""

import re

from hakusho.recognise.dates.fragment_rules import ERA, ERA_YEAR, MODERN_WEST, SMALL, DateRule

# 昭和三一、一〇、一九: a day whose numbers commas part, as in a list.
_COMMAED = (
    rf"[、,](?P<m>{SMALL.pattern})[、,](?P<d>{SMALL.pattern})(?![0-9年月日度%]|[、,.・] ?[0-9〇一二三四五六七八九十])"
)
_CELLED = "|".join(rf"{mark}(?P<m>{SMALL.pattern}){mark}(?P<d>{SMALL.pattern})" for mark in (r"\.", "、", "・", ","))

DAYS_IN_TABLES = (
    DateRule(
        "era-commaed",
        "明大昭平令",
        rf"(?P<e>{ERA.pattern})(?P<ey>{ERA_YEAR.pattern}){_COMMAED}",
        "日ソ共同宣言\t[昭和三一、一〇、一九]\t[昭和三一、一二、一二]",
        "commaed",
    ),
    DateRule(
        "celled-day",
        "0123456789〇零一二三四五六七八九十千廿卅",
        rf"(?<![^\t\n 　])(?P<short>{SMALL.pattern})(?:{_CELLED})(?=[\t\n]|[ 　]{{2}}|　|$)",
        "署名(昭和)\n[三一、五、九]\t[三一、七、二三]",
        "celled",
    ),
)

YEARS_IN_FIGURES = (
    DateRule(
        "bracketed-year",
        "12",
        rf"(?<=[(])(?P<w>{MODERN_WEST.pattern})(?=[a-z]?[),;:、])",
        "総務省([2020])",
        "bracketed",
    ),
    DateRule(
        "cited-year",
        "12",
        rf"(?<![0-9A-Za-z.])(?P<w>{MODERN_WEST.pattern})(?=[a-z]?(?:[.。,、);:\n]|$))",
        "増えた(Robine et al., [2008]; 厚生労働省, [2019])。",
        "cited",
    ),
    DateRule(
        "range-of-years",
        "12",
        rf"(?<![0-9A-Za-z.,/])(?P<w>{MODERN_WEST.pattern})(?=[~-](?:1[89]|20)[0-9]{{2}}(?![0-9年/-]))",
        "([2011]-2015)",
        "year-number",
    ),
    DateRule(
        "range-end",
        "12",
        rf"(?<=(?:1[89]|20)[0-9][0-9][~-])(?P<w>{MODERN_WEST.pattern})(?![年/-])",
        "(2011-[2015])",
        "range-end",
    ),
    DateRule(
        "edition",
        "12",
        rf"(?<![0-9A-Za-z.,/])(?P<w>{MODERN_WEST.pattern})(?![0-9年月%.,/~-])",
        "通商白書[2021]",
        "edition",
    ),
)

# --- days in tables ------------------------------------------------------------------------------------------

# Where a day ends whose numbers commas part: with its cell or bracket, or before what is done on it.
DAY_ENDS = re.compile(
    "[\t\n)」』]|　|[ ]{2}|$|付|現在|施行|公布|署名|発効|締結|調印|批准|改正|制定|閣議|通達|通知|[~-]|から|まで"
)
# What begins a cell: a tab, a line, wide white space.
CELL_BEGINS = re.compile("(?:^|[\t\n　]|[ 　]{2})$")
# The era alone in the head of a column, or in its bracket: 署名(昭和).
ERA_HEAD = re.compile(rf"(?<![一-龥])({ERA.pattern})[ 　]*(?=[)\t\n]|　|  )")
WITH_ERA = ("era-dotted", "era-commaed", "celled-day")
TAB = "\t"

# --- citations -----------------------------------------------------------------------------------------------

# Those who wrote: Smith and Jones, Robine JM et al., 中村ほか, 環境省. Possessive, so that a name is read one way only.
_AUTHOR = r"(?:et al\.?|and\b|&|de\b|van\b|von\b|eds?\.|[A-Z][A-Za-zÀ-ɏ.'’-]*+|[一-龥々ァ-ヴー]{2,24}+(?:ほか|ら)?|ほか|及び|および|と)"
AUTHORS = rf"{_AUTHOR}(?:[,、・]?[ ]?{_AUTHOR}){{0,11}}"
# What may stand between a year cited and the next authors: (中村, 2012a, p. 3; 佐藤.
_BETWEEN = r"(?:[a-z]?(?:[,、] ?pp?\. ?[0-9-]{1,9})?(?:[,、] ?[a-z])?[;,、] ?)"
IN_BRACKET = re.compile(rf"(?:(?:例えば|詳細は|see|e\.g\.|cf\.|See)[,、]? ?)?{AUTHORS}[,、] ?")
NEXT_IN_BRACKET = re.compile(rf"{_BETWEEN}(?:{AUTHORS}[,、] ?)?")
# What counts and is no author: (男性, 2014), (千円, 2014).
NO_AUTHORS = re.compile(
    r"(?:者|(?<!法)人|数|額|量|率|計|男|女|性|円|トン|件|校|台|戸|号|番|級|面積|人口|資本金|以[上下]|No|コード|税[込抜]|価[格額]|費|\([A-Z])[,、] ?$"
)
# The journal's volume behind the year: Lancet 2008; 331: 171; the publisher before it: 東京大学出版会, 2015.
VOLUME = re.compile(r"; ?[0-9]{1,4}(?:\([0-9-]{1,9}\))? ?:")
JOURNAL = re.compile("[A-Za-z.一-龥] ?$")
PUBLISHER = re.compile("(?:出版会?|書[店房院林]|新書|文庫|新社|University Press)[,、] ?$")
# The title before it: "Doing Business", 2011; 『国際経済』、2014年.
TITLE = re.compile('["」』] ?[,、] ?$')
# The pages of a citation are no years: pp. 1998-2010.
PAGES = re.compile("(?<![A-Za-z])[Pp]p?\\.? ?$")
# A reference that begins its line: Robine JM et al. (2008) Death toll.
REFERENCE = re.compile(rf"(?:(?:[0-9]{{1,3}}[.)]?|\[[0-9]{{1,3}}\]|・|-)[ 　]*)?{AUTHORS}[,、]?[ 　]?\(")
REFERRED = re.compile(r"[a-z]?\)[ .:,、]{0,2}[「『\"A-Za-z一-龥ァ-ヴぁ-ん][^0-9\n]{5}")
OF_OTHERS = re.compile(r"et al\.?,? \($")
# A number in brackets that is counted: 乗用車(1950)台.
COUNTED_AFTER = re.compile(r"\) ?(?:台|人|件|戸|名|本|個|円|トン)(?![一-龥])")
OPEN, CLOSE = "(", ")"
