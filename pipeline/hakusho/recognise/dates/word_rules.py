"""Words that date, and what each says: tables for `date_rules.py` and `parts.py`."""

# word: (counted from, offset). DOCUMENT words count from the day of publication, LAST words from the date that
# stands before them. Year words take 度 after them: 昨年度, 同年度.
DOCUMENT, LAST = "document", "last"
YEAR_WORDS = {
    "本年": (DOCUMENT, 0),
    "今年": (DOCUMENT, 0),
    "ことし": (DOCUMENT, 0),
    "昨年": (DOCUMENT, -1),
    "去年": (DOCUMENT, -1),
    "一昨年": (DOCUMENT, -2),
    "来年": (DOCUMENT, 1),
    "明年": (DOCUMENT, 1),
    "再来年": (DOCUMENT, 2),
    "さ来年": (DOCUMENT, 2),
    "同年": (LAST, 0),
    "前年": (LAST, -1),
    "前々年": (LAST, -2),
    "翌年": (LAST, 1),
    "翌々年": (LAST, 2),
}
# What a fiscal year may be of, before 年度; those of which 昨事務年度, 来会計年度 are counted.
KINDS_OF_YEAR = "(?:会計|事業|事務|営業|予算|学)"
COUNTED_KINDS = ("事務", "会計")
# Words that hold 年度: 事務年度 run from July, 会計年度 from April; 新年度 is the next one, or the one that has begun.
FISCAL_YEAR_WORDS = {
    f"{word}{kind}年度": counted
    for kind in COUNTED_KINDS
    for word, counted in {
        "本": (DOCUMENT, 0),
        "今": (DOCUMENT, 0),
        "昨": (DOCUMENT, -1),
        "一昨": (DOCUMENT, -2),
        "来": (DOCUMENT, 1),
    }.items()
} | {"新年度": (DOCUMENT, 0)}
OFFICE, NEW = "事務", "新"
MONTH_WORDS = {
    "今月": (DOCUMENT, 0),
    "本月": (DOCUMENT, 0),
    "先月": (DOCUMENT, -1),
    "先々月": (DOCUMENT, -2),
    "来月": (DOCUMENT, 1),
    "再来月": (DOCUMENT, 2),
    "さ来月": (DOCUMENT, 2),
    "同月": (LAST, 0),
    "前月": (LAST, -1),
    "前々月": (LAST, -2),
    "翌月": (LAST, 1),
    "翌々月": (LAST, 2),
}
DAY_WORDS = {
    "本日": (DOCUMENT, 0),
    "昨日": (DOCUMENT, -1),
    "一昨日": (DOCUMENT, -2),
    "きのう": (DOCUMENT, -1),
    "おととい": (DOCUMENT, -2),
    "あす": (DOCUMENT, 1),
    "あした": (DOCUMENT, 1),
    "あさって": (DOCUMENT, 2),
    "明日": (DOCUMENT, 1),
    "明後日": (DOCUMENT, 2),
    "同日": (LAST, 0),
    "前日": (LAST, -1),
    "前々日": (LAST, -2),
    "翌日": (LAST, 1),
    "翌々日": (LAST, 2),
}
# Words that name a season, a part or the same period of a year by counting.
SEASON_WORDS = {"今": 0, "この": 0, "昨": -1, "一昨": -2, "来": 1}
# word: (what is counted, offset). Periods are quarters and halves of the date before; without one, of publication.
PERIOD_WORDS = {
    "前年同期": ("same-period", -1),
    "前年同四半期": ("same-period", -1),
    "前年同月": ("same-period", -1),
    "前期": ("period", -1),
    "今期": ("period", 0),
    "前四半期": ("quarter", -1),
    "当四半期": ("quarter", 0),
    "今四半期": ("quarter", 0),
}
PART_WORDS = {
    "年内": (False, ""),
    "年初": (False, "START"),
    "年央": (False, "MID"),
    "年末": (False, "END"),
    "年度内": (True, ""),
    "年度初め": (True, "START"),
    "年度末": (True, "END"),
}

# Months of Latin dates, by their first three letters.
MONTH_NAMES = {
    name: number for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), start=1)
}
FISCAL, THIS, SAME = "度", "今", "同"
SEASONS = {"春": "SP", "夏": "SU", "秋": "FA", "冬": "WI"}
POSITIONS = {
    "末": "END",
    "年末": "END",
    "年末頃": "END",
    "年末ごろ": "END",
    "年末ころ": "END",
    "年末日": "END",
    "末日": "END",
    "終わり": "END",
    "末頃": "END",
    "末ごろ": "END",
    "末ころ": "END",
    "下旬": "END",
    "後半": "END",
    "後半期": "END",
    "初": "START",
    "年初": "START",
    "初旬": "START",
    "初頭": "START",
    "初め": "START",
    "始め": "START",
    "頭": "START",
    "はじめ": "START",
    "上旬": "START",
    "前半": "START",
    "前半期": "START",
    "中旬": "MID",
    "半ば": "MID",
    "なかば": "MID",
    "中盤": "MID",
    "中頃": "MID",
    "中ごろ": "MID",
    "央": "MID",
    "近く": "APPROX",
    "頃": "APPROX",
    "ごろ": "APPROX",
    "ころ": "APPROX",
    "前後": "APPROX",
}
HALVES = {"中間期": 1, "上半期": 1, "上期": 1, "前半": 1, "前半期": 1, "下半期": 2, "下期": 2, "後半": 2, "後半期": 2}
