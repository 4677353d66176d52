"""The characters that Japanese numerals are written with."""

import re

KANJI_DIGITS = "〇零一二三四五六七八九"
FORMAL = {"壱": "一", "弐": "二", "参": "三", "拾": "十", "廿": "二十", "卅": "三十", "○": "〇"}

DIGIT = {"〇": 0, "零": 0} | {kanji: value for value, kanji in enumerate("一二三四五六七八九", 1)}
UNIT = {"十": 10, "百": 100, "千": 1000}
ASCII = frozenset("0123456789")
# 二〇十九年, misprinted for 二〇一九年; 2千9年.
MISPRINTED = re.compile("^([一二])[〇零]十")
MIXED = re.compile("([0-9])千([0-9]{0,3})")
# 元年 is the first of an era; the units from the largest, the last one for what they count.
FIRST, ZERO = "元", "〇"
SIZES = ((1000, "千"), (100, "百"), (10, "十"))
CORRECTED = r"\1〇一"
