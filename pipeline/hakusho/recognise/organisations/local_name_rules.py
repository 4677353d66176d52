"""What places of a document's own are called, and which bodies they have: tables for `local_names.py`."""

import re

_UNIT = "都道府県市区町村"
_PREFECTURE = "(?:東京都|北海道|大阪府|京都府|[一-龥]{2,3}県)?"
# What a place is that a body's name begins with, and what may follow: 四日市 in 四日市市議会 is not all of it.
PREFECTURE = re.compile(f"{_PREFECTURE}")
PLACE = re.compile(f"[一-龥々ヶケァ-ヴーぁ-ゖ]{{1,7}}(?P<unit>[{_UNIT}])")
UNIT_BEHIND = re.compile(f"[{_UNIT}]|\\Z")
# What the place has one of: 市議会, 県警.
BODIES = tuple(
    "議会 教育委員会 選挙管理委員会 農業委員会 人事委員会 公安委員会 労働委員会 消防本部 消防局 消防署 消防団 水道局 交通局 社会福祉協議会 観光協会 国際交流協会 "
    "立病院 立図書館 立博物館 立美術館 立大学 立総合病院 立中央病院 立医療センター 立中央図書館".split()
)
POLICE = ("警察本部", "警察", "警")
UNITS = tuple(_UNIT)
# How many bodies of a place show that a document is the place's own.
ENOUGH_BODIES = 2
# Who speaks of every place means none: 県議会や市町村議会, 各地の市議会, 市議会等.
MANY_BEFORE = re.compile("(?:(?<![月日年度期回])の|各|都道府県|市町村|や|・|又は|及び|並びに|若しくは)\\Z")
MANY_BEHIND = re.compile("(?:等|など|ごと|のある|を置く|を設け|や|・|又は|若しくは|及び|並びに)")
LONGEST_BEFORE = 4
# 県医療政策課, where 県 is a word of its own.
SECTION = re.compile(f"(?<![一-龥ァ-ヴー])[{_UNIT}][一-龥ァ-ヴー・]{{2,12}}[課室](?![一-龥ァ-ヴー])")
# What a name begins with that is of the document's place: 市立東中学校, 県議会決算特別委員会.
OF_PLACE = ("立", "議会", "教育委員会")
