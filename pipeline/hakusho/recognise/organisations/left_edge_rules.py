"""Where a name begins, and what divides two names: patterns for `left_edge.py`."""

import re

OFFICE_END = re.compile(r"[省庁府院局]\Z")
# 総務省10階総務省第1会議室 is where, not who; what follows ホームページ is another source.
BREAK = re.compile("[0-9]号(?!機)|[0-9](?:階|号室|丁目|番地)|ホームページ|ウェブサイト|プレスリリース")
CONTINUED = re.compile("・(?:ジャパン|アジア|グループ|ホールディングス|コーポレーション|インターナショナル)")
# Heads that end a name wherever they stand before a dot.
CLOSING = (
    "省",
    "庁",
    "委員会",
    "審議会",
    "協議会",
    "部会",
    "分科会",
    "研究会",
    "検討会",
    "協会",
    "連盟",
    "機構",
    "大学",
    "研究所",
    "銀行",
    "会社",
)
SPLIT = "・"
# 21世紀人材委員会 is a name.
CENTURY, JAPAN = "世紀", "日本"
SAME_BODY = re.compile("(?:同|当|当該)[省庁局国府社院]")
PREFECTURE = re.compile(r"[都道府県]\Z")
