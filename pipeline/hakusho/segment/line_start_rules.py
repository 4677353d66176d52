"""Where one printed line holds two, and what a line begins with."""

import re

from hakusho.segment.heading_rules import ARTICLE_TITLE, COUNTER
from hakusho.segment.line_rules import CAPTION_ID, COUNTED

# Text of two pages run together without a line break: the last full stop or address of one, a heading or caption
# of the next. ("…開催される予定である。2　国際協力の推進")
GLUED = re.compile(
    rf"[。）)照定在](?:(?<=[。）)])|(?<=参照)|(?<=決定)|(?<=現在))[ 　]{{0,3}}"
    rf"(?=(?:第[0-9一二三四五六七八九十]{{1,3}}[部章節][ 　]|コラム[0-9]{{0,2}}　|[0-9０-９]{{1,2}}　|[（(][0-9０-９ア-オ]{{1,2}}[)）](?=[^)）]{{2}})"
    rf"|{CAPTION_ID}　)[^。\r\n]{{2,60}}$)"
)
# After a caption, note, source or address any word may end the line above: "図表4　会員数の推移4　普及の状況".
GLUED_TO_CAPTION = re.compile(
    r"(?:(?<=[^ 　0-9(（\[第図表.・-])(?<!図表)(?<!資料)(?<!コラム)"
    rf"|(?<=[^ 　0-9(（\[第図表料.・-] )(?=[0-9]{{1,2}}　)(?![0-9]{{1,2}}　(?:{COUNTER}|.以[上下内])))"
    r"(?=(?:(?:コラム|事例)[0-9]{0,2}|第[0-9一二三四五六七八九十]{1,3}[部章節]|[0-9]{1,2})　[^。、 　\r\n][^。\r\n]{1,50}$"
    r"|\([0-9]{1,2}\)(?![ぁ-ん])[^。、()「」\r\n]{4,40}$)"
)
CAPTION_OR_NOTE = re.compile(
    rf"[ 　]*(?:{CAPTION_ID}|[(\[]?(?:注|出典|出所|資料|備考|※)|[0-9]{{1,2}}\)|[0-9]{{1,3}}[ 　][^。]{{8}}|.{{0,200}}https?://)"
)
# A heading that its text follows on the same line, which no term with its definition is. ("(1) フランス　本年1月9日日本側は…が開かれた。")
RUN_IN = re.compile(
    r"[ 　]*[(（]?[0-9一二三四五六七八九十アイウエオ]{1,2}[)）.．][ 　]*"
    r"[^ 　。、はをにがで(（]{2,16}(　)(?=[^ 　].{20,}。)(?!.*をい[うい])"
)
# The same with a number and a point, as the parts of a contract have it.
NUMBERED_RUN_IN = re.compile(rf"(?=[ 　]*[0-9]{{1,2}}[.．]){RUN_IN.pattern}")


# An article and its text stand on one line ("第一条　この法律は…", "第5条の2（定義）　…"); 第九条　削除 has no text.
ARTICLE = re.compile(
    r"[ 　]*(?P<number>第[0-9一二三四五六七八九十百千]{1,7}条(?:の[0-9一二三四五六七八九十]{1,3})*(?:[ 　]?\([^()\r\n]{1,40}\))?)[ 　]+(?=[^ 　\r\n])(?!削除[ 　]*[\r\n])(?!削除$)"
    rf"(?!{ARTICLE_TITLE}[ 　]*(?:[\r\n]|$))"
)
# What the number of a heading begins with.
MAY_NUMBER = re.compile(
    f"(?!{COUNTED})"
    "[0-9A-Za-z第問日(\\[一二三四五六七八九十ァ-ヴⅠ-Ⅻ①-㊿㈠-㊉]"
    "|[△▲▽▼◇◆◎○〇][ 　]?日程|[基重主個共関先検達行成横目施方戦政課事分プ取対原視項柱論提勧議案報テスケフアミビ設質意指措]\\S{0,8}[ 　]?[0-9Ⅰ-Ⅻ①-⑳]"
)
# A number that a line begins with, or what stands behind a stop, and one with its title that a line ends with; `gap` tells how the text writes them.
NUMBER_FIRST = re.compile(
    r"(?:^[ 　]*|(?<=[。)]))(?P<bracket>\()?(?P<value>[0-9]{1,2})(?(bracket)\)[ 　]?|(?P<gap>[ 　]))(?=[^ 　0-9.\r\n])",
    re.MULTILINE,
)
# A word with its number that a line begins with; several make a series: 目標1, 目標2.
LABEL_AND_NUMBER = re.compile(
    r"^[ 　]*(?P<label>[^ 　0-9(\r\n]{1,12})(?P<value>[0-9]{1,2})[ 　](?=[^ 　\r\n])", re.MULTILINE
)
# Not 図表 2, 資料 2, 別紙 2, version 2; an address may stand before.
NUMBER_LAST = re.compile(
    r"(?:(?<=[^ 　\n0-9A-Za-z.,:;、，・~-])(?<!コラム)(?<!データ)(?<![図表料添紙式注条項号章節第回(\[「『])|(?<=[^ 　\n0-9A-Za-z.,:;、，・~図表料添紙式注条項号章節第回(\[「『-] )(?=[0-9]{1,2}　)|(?<=html)|(?<=\.htm)|(?<=[a-z]/)|(?<=\.pdf)|(?<=\.jp))"
    r"(?P<number>(?P<bracket>\()?(?P<value>[0-9]{1,2})(?(bracket)\)[ 　]?|(?P<gap>[ 　])))"
    r"(?P<title>[一-龥ァ-ヴA-Z「『｢][^。\r\n]{2,70})$"
)
# Words that always have a number: 写真2　見本市の様子 is a caption.
NUMBERED_ALWAYS = re.compile(
    "(?:.*[　 。、])?(?:図表?|表|写真|資料|コラム|事例|別[紙添表]|参考|付録|様式|その|(?i:fig|figure|table))[.．]?"
)
# What such a title is not: words that go on, what is counted, rows of figures.
NO_GLUED_TITLE = re.compile(
    rf"{COUNTER}|及び|又は|若しくは|並びに|から|.*(?:[はがをにのでと、]|参照|[ 　][0-9,.]+.*|[ 　]{{2,}}.*)$"
)
