"""How notes and their marks are printed."""

import re

# 図表1), 様式[2] and 案1 are names of their own, no words with a mark.
NUMBERED_THINGS = (
    "(?<!図表)(?<!図)(?<![^一-龥]表)(?<!別表)(?<!付表)(?<!式)(?<!資料)(?<!写真)(?<!別紙)(?<!別添)(?<!問)(?<!第)"
    "(?<!案)(?<!例)(?<!号)(?<!参考)(?<!付録)(?<!記)(?<!内線)(?<!ケース)(?<!その)(?<!平成)(?<!昭和)(?<!令和)(?<!大正)(?<!明治)"
)
# What ends a verb may have any mark; a noun that has several numbers is numbered.
KANA_END = re.compile("[ぁ-ん]$")
# The digit or bracket that a mark begins with is looked for first: it is rarer than the words that may have one.
# Before a particle (接続料5は) a number may be a name's, and is believed only where notes count on; set off by spaces
# (機構法 4 の) it is a mark, unless it counts.
# What a note has and a title mostly has not.
TELLS = re.compile("[、。:(「=]|(?:する|した|いる|ある|指す|対象|参照|より|総称|呼称)$|^[!-~ ]+$")
_WORD = "[一-龥ぁ-んァ-ヴー)」』a-zA-Z]"
PLAIN_REFERENCE = re.compile(
    rf"(?=[0-9])(?:(?<={_WORD})(?<![約計]){NUMBERED_THINGS}(?:(?P<sure>[0-9]{{1,3}})(?=[。、」』)(（\r\n]|$)"
    rf"|(?P<loose>[0-9]{{1,2}})(?=[のをがはにとも](?![0-9])))"
    rf"|(?<={_WORD} )(?<![第約計] )(?P<spaced>[0-9]{{1,3}})(?= [ぁ-ん「」、。』）)(（]))"
)
# The same, raised: 国の基金²を.
RAISED_REFERENCE = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹](?<=[一-龥々ぁ-んァ-ヴー)」』）].)[⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2})")
STARRED = re.compile(r"\*[ 　]+(?![ 　*])")
# **太字** and *斜体* in Markdown: a star before a word that begins there is no mark.
EMPHASIS = re.compile(r"\*\*[^*\n]{1,80}\*\*|(?<![一-龥々ぁ-んァ-ヴー)」』）A-Za-z0-9*])\*[^\s*][^*\n]{0,80}\*(?!\*)")
STAR_BEHIND_WORD = re.compile(r"(?<=[一-龥々ぁ-んァ-ヴー)」』）A-Za-z0-9])[*＊]")
CLOSED = re.compile("(?:(?:参照|よる|現在|決定|略|作成)[)）]?。?|[:：])$")
BRACKETED_REFERENCE = re.compile(
    rf"(?=[（(\[［〔0-9０-９])(?<=[一-龥々ぁ-んァ-ヴー」』])(?<!の)(?<!及び)(?<!又は)(?<!から)(?<!うち)(?<!並びに)(?<!若しくは)(?<!と)(?<!や){NUMBERED_THINGS}"
    r"([（(]?[0-9０-９]{1,2}[)）]|[\[［][0-9０-９]{1,2}[\]］]|〔[0-9０-９]{1,2}〕)(?=[。、｡､]|[のをがはにと](?![0-9]))"
)
# Notes or sources that are numbered under one head: 「注：1) …」 above 「2) …」, 「（備考）１．…」 above 「２．…」.
_COUNTER = "[年月日人名件%割倍か億万千百兆]"
# A gap of one space before a counter is part of a count, a wider one is not.
_GAP = rf"[ 　]++(?!{_COUNTER})|(?>[ 　]+(?=[ 　]))"
_NUMBERED = rf"(?P<open>\(?)(?P<number>[0-9]{{1,2}})(?P<form>\)|[.:](?![0-9])|{_GAP})"
_HEAD = "(?:[注註]釈?|脚注|備考|資料|出典|出所)"
FIRST_UNDER_HEAD = re.compile(
    rf"(?P<marker>(?:[(\[〔]{_HEAD}[)\]〕]|{_HEAD}):?[ 　]*+{_NUMBERED})[ 　]*+(?P<text>\S.*)$"
)
# [1] as word processors and wikis write it; only a line that is known to be a note is read so.
SQUARE = re.compile(r"(?P<marker>\[[0-9]{1,3}\])[ 　]*+(?P<text>\S.*)$")
NEXT_UNDER_HEAD = re.compile(rf"(?P<marker>{_NUMBERED})[ 　]*+(?P<text>\S.*)$")
# Several notes on one line: 「（注１）速報値。（注２）推計値。」
NOTES_ON_A_LINE = re.compile(r"(?<=[。）) 　])[(（〔\[]注[ 　]?([0-9０-９]{1,2})[)）〕\]](?=[^。、])")
# What is in the mark of a note that is called one (注１).
NOTE = ("注", "註")
