"""Patterns of names that tell which body is meant: for `organisations.py`."""

import re

SUB_BODY = re.compile(
    "(?:部会|分科会|小委員会|局|部|課|室|作業部会|作業班|部門|委員会|理事会|評議会|ワーキンググループ|WG|研究科|学部|学科|支部)$"
)
BACK = re.compile("(?:同|当)(?P<head>[省庁府社院])(?=.{2})")
ABBREVIATED = re.compile("(?P<short>[A-Z][A-Za-z-]*[A-Z])(?=第[0-9一二三四五六七八九十])")
OFFICE = re.compile("(?:省|庁|委員会|局)$")
# 社 after a foreign name is not part of it, as it is of 朝日新聞社.
FOREIGN_COMPANY = re.compile("(?:[!-~]+(?: [!-~]+)*|[ァ-ヴー・]+)社")
# マンチェスター・ユナイテッドFC is マンチェスター・ユナイテッド.
CLUB_FORM = re.compile("(?:FC|AC|SK|SC|VfL|VfB|AFC)(?=[ァ-ヴー])|(?<=[ァ-ヴー])[ 　]?(?:FC|AFC|SC|SK|CF)")
COMPANY, DOT, ASSEMBLY = "社", "・", "会"
# What stands between a body and its part: 世界保健機関（WHO）の西太平洋地域委員会.
OF = re.compile("[」』]?(?:という。)?[)）]?の")
HOME, LONGEST_COUNTRY = "JPN", 12
# What the bodies of a place begin with, and how long a name is that stands without its place.
OF_PLACE = re.compile("[一-龥々ヶケァ-ヴーぁ-ゖ]{1,8}[都道府県市区町村](?:地域)?")
SPELT = re.compile("^.{3,}(?:会|会議|署|所|局|館|院|校|団|センター|公社|組合|本部)$")
# インダストリアル・インターネット・コンソーシアム, シスコシステムズ: a Latin name in katakana; グーグル is short, ビー・エム・ダブリュー letters.
IN_LATIN = re.compile("(?=.*[a-z])[!-~ ]+")
SPELT_OUT = re.compile("[ァ-ヴー・]{7,}")
KATAKANA = re.compile("[ァ-ヴー]{2,}")
