"""Where one printed line holds two, and what a line begins with."""

import re

from hakusho.segment.heading_rules import ARTICLE_TITLE
from hakusho.segment.line_rules import CAPTION_ID

# Text of two pages run together without a line break: the last full stop or address of one, a heading or caption
# of the next. ("…開催される予定である。2　国際協力の推進")
GLUED = re.compile(
    rf"(?:(?<=[。）)])|(?<=参照)|(?<=決定)|(?<=現在))"
    rf"(?=(?:第[0-9一二三四五六七八九十]{{1,3}}[部章節][ 　]|[0-9０-９]{{1,2}}　|[（(][0-9０-９]{{1,2}}[)）](?=[^)）]{{2}})"
    rf"|{CAPTION_ID}　)[^。\r\n]{{2,60}}$)"
)
# After a caption, note, source or address any word may end the line above: "図表4　会員数の推移4　普及の状況".
GLUED_TO_CAPTION = re.compile(
    r"(?<=[^ 　0-9(（\[第図表.・-])(?<!図表)(?<!資料)(?<!コラム)"
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
MAY_NUMBER = re.compile("[0-9A-Za-z第問日(\\[一二三四五六七八九十ァ-ヴⅠ-Ⅻ①-㊿]")
