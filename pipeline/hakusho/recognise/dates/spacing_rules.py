"""Dates that a typesetter spaced out: 令和　４年　９月　１日, 平 成 28 年 度, ２ ０ ２ ２ 年."""

import re

# White space inside a date, and the wider one between two parts of it; columns of a table stand farther apart.
_S, _WIDE = "[ 　]{0,8}", "[ 　]{0,3}"
_ERA = "(?:" + "|".join(f"{first}{_S}{second}" for first, second in ("明治", "大正", "昭和", "平成", "令和")) + ")"
_K = "[〇一二三四五六七八九十廿拾]"
_NUMBER = f"(?:[0-9](?:{_S}[0-9])?|元|{_K}(?:{_WIDE}{_K}){{0,3}})"
_MONTH_DAY = f"{_NUMBER}{_S}月(?!間)(?:{_WIDE}{_NUMBER}{_S}日(?!間))?"
_UNIT = f"年(?:{_S}度(?![々数合])|(?!間))"
SPACED = re.compile(
    f"{_ERA}{_S}{_NUMBER}{_S}(?:{_UNIT}(?:{_WIDE}{_MONTH_DAY})?|(?=[、・~-]))"
    f"|(?<!{_K})[一二](?:{_WIDE}[〇一二三四五六七八九]){{3}}{_S}{_UNIT}(?:{_WIDE}{_MONTH_DAY})?"
    f"|(?<![0-9])[12](?:{_S}[0-9]){{3}}{_S}{_UNIT}(?:{_WIDE}{_MONTH_DAY})?"
    f"|[同翌本昨今]{_S}年{_WIDE}{_MONTH_DAY}"
    f"|(?<![0-9]){_NUMBER}{_S}年{_S}(?:度|{_MONTH_DAY})"
    f"|(?<![0-9]){_NUMBER}{_S}月{_WIDE}{_NUMBER}{_S}日(?!間)"
)
# A gap that may lie inside a date: what stands before it and after it. A pattern looks back this many characters at most.
LEFT = frozenset("0123456789年月元同翌本昨今明大昭平令治正和成〇一二三四五六七八九十")
GAP = re.compile("[ 　](?<![ 　].)[ 　]*+(?=[0-9年月日度元治正和成〇一二三四五六七八九十])")
LONGEST = 40
SPACE = re.compile("[ 　]+")
