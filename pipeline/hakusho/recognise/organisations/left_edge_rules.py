"""Where a name begins, and what divides two names: patterns for `left_edge.py`."""

import re

OFFICE_END = re.compile(r"[省庁府院局]\Z")
# 総務省10階総務省第1会議室 is where, not who; what follows ホームページ is another source.
BREAK = re.compile("[0-9]号(?!機)|[0-9](?:階|号室|丁目|番地)|ホームページ|ウェブサイト|プレスリリース")
# Whose part somebody has in a contract or a suit, before the name: 原告株式会社甲野, 落札者乙川建設; 契約者保護機構 is a name.
_PARTIES = (
    "原告|被告人?|控訴人|被控訴人|上告人|被上告人|抗告人|相手方|申立人|被申立人|申請人|請求人|被請求人|審査請求人|債務者|債権者|破産者|更生会社|補助参加人|参加人|出願人|特許権者|商標権者|被疑者|"
    "発注者|発注元|受注者|受注業者|受託者|受託業者|委託者|委託先|落札者|落札業者|請負者|請負業者|請負人|施工者|施工業者|元請業者|納入業者|取引先|販売元|製造元|輸入元|発売元|発行元|"
    "売主|買主|貸主|借主|賃貸人|賃借人|譲渡人|譲受人|譲渡先|連帯保証人|代表企業|代表構成員|幹事会社|親会社|子会社|申請者|届出者|設置者|開設者|指定管理者|代表取締役"
)
PARTY = re.compile(rf"(?<![一-龥ァ-ヴー])(?:{_PARTIES})(?!支援|保護|団体|協会|組合|連合|協議会|連盟|機構|会(?!社))")
# Legal forms that only open a name: what stands right before one is no part of it (甲野太郎一般社団法人…).
OPENING_FORM = re.compile(
    "(?:(?:一般|公益)(?:社団|財団)|特定非営利活動|国立大学|国立研究開発)法人(?![等の制会及・]|評価|経営|連合|協議)"
)
# No party is named in more letters.
LONGEST_PARTY = 6
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
