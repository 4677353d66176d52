"""Quoted names, sessions, legal forms and owners: words and patterns for the grammar of names."""

import re

QUOTE = re.compile("[「『]([^「」『』\n。]{4,120})[」』]")
SESSION = re.compile("第[0-9一二三四五六七八九十]{1,3}回[ 　]?")
SPLIT = "・"
MINUTES, COMMA, MEETING = "議事", "、", "会議"
SET_UP = re.compile(
    "[^。]{0,24}(?:設置|設立|創設|新設|発足|立ち上げ|開催し|開催され|において|で(?:は|の)|の下|を設け|が(?:取りまとめ|とりまとめ|まとめ))"
)

OUR_COUNTRY = ("我が国", "わが国", "本邦", "日本")

LEGAL_STOP = re.compile("及び|並びに|又は|など|[、。,(「」)]|(?<![A-Za-z.])\\s|\\s(?![A-Z])")
# Legal forms that may follow a name, too.
FORMS_BEHIND = ("会社", ")")
OF_NAMES = re.compile("[一-龥ァ-ヴーA-Za-z0-9・]")
KANA_FIRST = "[ぁ-ゖ]++[一-龥ァ-ヴー]"
