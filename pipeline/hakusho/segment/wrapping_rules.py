"""How lines end and begin that one paragraph is printed on."""

import re

CANNOT_BEGIN = re.compile("[、。，．」』）)】〕っゃゅょッャュョー々]")
UNFINISHED = re.compile("[、，をがはにのとへで]$")
# A word that goes on: kana that end no sentence and no noun, or kana that begin none.
HALF = re.compile("[ぁ-ん]$")
WHOLE = re.compile("(?:[るたいうくすむぬつぶぐ]|です|ます|ため|こと|もの|など|ほか)$")
BEGINS_WITH_KANA = re.compile("[ぁ-ん]")
LABELLED = re.compile(
    "[^ 　:：。、()]{1,8}[:：]"
    "|(?:日[ 　]?時|場[ 　]?所|会[ 　]?場|出席者|欠席者|出席委員|傍聴者|議[ 　]?題|配布資料)[ 　]"
)
LABEL = re.compile(
    r"(?:\((?:答|問)\)|[問答QA][0-9]{0,3}[ 　:.．]|[・･●○◯◎■□◆◇▪▫‣►➢✓★☆*※-])[ 　]*|\(注[0-9]{0,2}\)[ 　]*"
)
