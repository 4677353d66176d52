"""Legal forms of bodies, in front of a name and behind it: 株式会社, （一社）, K.K., S.p.A."""

import re

_SIGNS = "㈱㈲㈳㈶㈻㈴㈵"
LEGAL_BEFORE = re.compile(
    "独立行政法人|国立研究開発法人|地方独立行政法人|国立大学法人|公立大学法人|大学共同利用機関法人|準?学校法人|一般社団法人|一般財団法人|公益社団法人|公益財団法人|特例社団法人|特例財団法人|社団法人|財団法人|"
    "(?:認定)?(?:特定非営利活動|NPO|ＮＰＯ)法人|社会福祉法人|(?:社会|特定|特別|基金拠出型)?医療法人(?:社団|財団)?|宗教法人|更生保護法人|農事組合法人|職業訓練法人|弁護士法人|税理士法人|司法書士法人|行政書士法人|社会保険労務士法人|社労士法人|土地家屋調査士法人|特許業務法人|弁理士法人|"
    "株式会社|有限会社|合同会社|合資会社|合名会社|有限責任監査法人|監査法人|相互会社|"
    rf"[{_SIGNS}]|\((?:株|有|合|社|財|独|学|一社|一財|公社|公財|特非|医|宗|国研|国大|相|福|名|資|同|NPO|ＮＰＯ)\)"
)
# 国立大学法人評価委員会 is a council on such bodies: the form is what it is about.
FORM_AS_TOPIC = re.compile("(?:評価|審査|審議|認証|監督)?(?:委員会|審議会|審査会|協議会|部会|分科会|連合会|会議)")
LEGAL_AFTER = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|有限公司|股份有限公司|集団公司|有限責任監査法人|監査法人|投資法人|有限責任事業組合|"
    rf"[{_SIGNS}]|\((?:株|有|合|相|名|資|同)\)"
)
# Latin forms of companies: Inc., K.K., Pte. Ltd., S.p.A., Oy, AB.
LATIN_FORMS = (
    r"Inc\.?|Incorporated|Corp\.?|Corporation|Co\.,? ?Ltd\.?|Co\.|Company|(?:(?:Pte|Pty|Pvt)\.?,? )?(?:Ltd\.?|Limited)|LLC|LLP|L\.P\.|plc|PLC|"
    r"GmbH(?: & Co\. KG)?|AG|SE|KG|S\.A\.S?\.?|SAS?|N\.V\.|NV|B\.V\.|BV|S\.p\.A\.|SpA|S\.r\.l\.|Oyj?|ABp?|ASA?|A/S|K\.K\.|KK|G\.K\.|GK|Sdn\.? Bhd\.?"
)
LATIN_FORM = re.compile(rf",? (?:{LATIN_FORMS})")
# What has parts with names of their own after it: 国土交通省航空局, 岡崎国立共同研究機構分子科学研究所.
WHOLE = re.compile("(?:機構|大学|研究所|[省庁府])\\Z")
