"""The numbering schemes of Japanese documents, and the words that head a part without a number.

Patterns read a folded line without its indent. Each scheme has an example, which the tests run.
"""

import re
from dataclasses import dataclass

from hakusho.text.numerals import parse_numeral

_DIGITS = "[0-9]{1,3}"
_KANJI = "[一二三四五六七八九十]{1,3}"
_COUNT = rf"(?:{_DIGITS}|{_KANJI}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])"
_KANA = "[アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン]"
_GAP = "[ 　]"


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to number. `pattern` has the groups `number` (as printed) and `value`; the title follows.

    `rank` orders the schemes whose order the language fixes (a 部 holds 章), 0 for those it does not.
    `listed` tells schemes that number the items of a list at least as often as headings.
    """

    name: str
    pattern: re.Pattern[str]
    example: str
    rank: int = 0
    listed: bool = False


def _scheme(name: str, pattern: str, example: str, rank: int = 0, listed: bool = False) -> Scheme:
    return Scheme(name, re.compile(pattern), example, rank, listed)


def _chapter(kanji: str, rank: int) -> Scheme:
    pattern = rf"(?P<number>第{_GAP}?(?P<value>{_COUNT}){_GAP}?{kanji})(?:の[0-9一二三四五])?(?:{_GAP}+|[:：]|(?=「)|$|(?=[^はがをにのでと、。]))"
    return _scheme(kanji, pattern, f"第2{kanji}　国際協力の推進", rank)


SCHEMES = (
    *(_chapter(kanji, rank) for rank, kanji in enumerate("部編章節款目", 1)),
    _scheme(
        "条",
        rf"(?P<number>第{_GAP}?(?P<value>{_COUNT}){_GAP}?条(?:の{_COUNT})?){_GAP}*(?=\([^()。]{{1,30}}\)$)",
        "第2条（利用者の責務）",
        7,
    ),
    _scheme("roman", rf"(?P<number>(?P<value>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])){_GAP}*[.、]?{_GAP}*(?=[^-0-9])", "Ⅱ　国際協力"),
    _scheme(
        "dotted-3",
        rf"(?P<number>{_DIGITS}[.-]{_DIGITS}[.-](?P<value>{_DIGITS}))(?:{_GAP}+|(?=[^0-9.%-]))",
        "1-2-3　国際協力",
    ),
    _scheme(
        "dotted-2",
        rf"(?P<number>{_DIGITS}[.-](?P<value>{_DIGITS})){_GAP}+",
        "3-1　平成30年7月豪雨",
    ),
    _scheme("arabic", rf"(?P<number>(?P<value>{_DIGITS}))(?:[.、．]{_GAP}*(?![0-9])|{_GAP}+)", "1 国際協力"),
    _scheme("kanji", rf"(?P<number>(?P<value>{_KANJI}))(?:[.、．]{_GAP}*|{_GAP}+)", "一、日米関係"),
    _scheme("paren-arabic", rf"(?P<number>\((?P<value>{_DIGITS})\)){_GAP}*", "(1) 国際協力"),
    _scheme("paren-kanji", rf"(?P<number>\((?P<value>{_KANJI})\)){_GAP}*", "（一）総理大臣の訪米"),
    _scheme("paren-kana", rf"(?P<number>\((?P<value>{_KANA})\)){_GAP}*", "(ア) 国際協力"),
    _scheme("paren-roman", rf"(?P<number>\((?P<value>[ivx]{{1,4}})\)){_GAP}*", "(ii)超高速ネットワーク"),
    _scheme("paren-alpha", rf"(?P<number>\((?P<value>[A-Za-z])\)){_GAP}*", "(a) 国際協力"),
    _scheme("half-paren-arabic", rf"(?P<number>(?P<value>{_DIGITS})\)){_GAP}*", "1)申請の電子化"),
    _scheme("half-paren-kana", rf"(?P<number>(?P<value>{_KANA})\)){_GAP}*", "ア)申請"),
    _scheme("half-paren-alpha", rf"(?P<number>(?P<value>[A-Za-z])\)){_GAP}*", "a)申請"),
    _scheme("circled", rf"(?P<number>(?P<value>[①-⑳㉑-㉟㊱-㊿])){_GAP}*", "① インフラの海外展開", listed=True),
    _scheme("bracketed", rf"(?P<number>\[(?P<value>{_DIGITS})\]){_GAP}*", "[1] 国際協力", listed=True),
    _scheme("kana", rf"(?P<number>(?P<value>{_KANA}))(?:{_GAP}+|[.、])", "ア 国際協力"),
    _scheme("alpha", rf"(?P<number>(?P<value>[A-Za-z]))(?:　+|(?: +|[.．]{_GAP}*)(?=[^ -~]))", "A　NGNの概要"),
)

# Titles that stand without a number, alone or with a number of their own kind (別紙1, コラム 3).
NAMED = re.compile(
    rf"(?P<number>(?:別紙|別添|別表|別記|付録|附録|付表|付注|参考|参考資料|資料|補論|補足|コラム|Column|COLUMN|BOX|Box|トピックス?|特集|事例)"
    rf"{_GAP}?(?:{_COUNT}(?:-{_DIGITS})?)?)(?:{_GAP}+|[:：]|$)(?P<title>.*)"
)
# 総基政第123号 says which letter it is, and heads nothing.
DOCUMENT_NUMBER = re.compile("[一-龥]{1,12}第[ 　]?[0-9]+[ 　]?号(?:の[0-9]+)?$")
STANDING = re.compile(
    "(?:はじめに|おわりに|まとめ|むすび|結び|序章|終章|序文|序説|前文|凡例|目次|刊行に当たって|発刊に当たって|要旨|概要|附則|付則|参考文献|用語解説)$"
)
MARKED = re.compile(r"(?P<mark>[○◯●◎■□◆◇▼▲★☆❖▶▷]|[-―─]{1,2}(?=[^ 0-9-]))[ 　]?(?P<title>.+)")
LENTICULAR = re.compile("(?P<number>)(?P<title>【[^】]{1,40}】)$")

_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)} | {chr(0x3251 + n): n + 21 for n in range(15)}
_ROMAN = {chr(0x2160 + n): n + 1 for n in range(12)}
_SMALL_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def ordinal(text: str) -> int | None:
    """Return the place of a number in its scheme: 3 for 3, 三, ③, Ⅲ, ウ, c or iii; None for none.

    >>> [ordinal(number) for number in ("12", "十二", "⑫", "Ⅲ", "ウ", "c")]
    [12, 12, 12, 3, 3, 3]
    """
    for table in (_CIRCLED, _ROMAN, _SMALL_ROMAN):
        if text in table:
            return table[text]
    if text.isascii() and text.isdigit():
        return int(text)
    if len(text) == 1 and text in _KANA:
        return _KANA.index(text)
    if len(text) == 1 and text.isascii():
        return ord(text.lower()) - ord("a") + 1
    return _kanji_ordinal(text)


def _kanji_ordinal(text: str) -> int | None:
    try:
        return parse_numeral(text)
    except ValueError:
        return None
