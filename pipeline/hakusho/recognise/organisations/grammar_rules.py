"""Quoted names, sessions, legal forms and owners: words and patterns for the grammar of names."""

import re

from hakusho.recognise.organisations.evidence_rules import TRADES
from hakusho.text.names import LATIN_FORMS

QUOTE = re.compile("[「『]([^「」『』\n。]{4,120})[」』]")
# 「みんなの森」プロジェクト実行委員会: what a committee is for, in quotation marks before words of classes.
QUOTED_TASK = re.compile(
    "「[^「」『』\n。]{2,30}」(?:プロジェクト|キャンペーン|推進|実行|運営|準備|制作|製作|普及|検討|研究|事業|策定|開催|選考|選定|審査|編集|作成|合同|連絡|調整|実施|評価|推薦){0,3}"
    "(?:委員会|協議会|研究会|検討会|懇談会|連絡会|推進会議|推進本部|プロジェクトチーム|コンソーシアム)(?=長|[^一-龥]|\\Z)"
)
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
# What makes another body of a known name behind a legal form: a trade in katakana or a part of the country; an association.
FIRM_BEHIND = re.compile(
    rf"(?!(?:レポート|データ|サイト|ニュース|セミナー|アンケート|カタログ|ブログ|アプリ|チーム|プラン|モデル|ページ|パンフレット|インタビュー|コラム)\Z)[ァ-ヴー・]{{2,}}|[一-龥ァ-ヴー]{{0,6}}(?:{TRADES})|(?:東日本|西日本|中日本|北海道|東北|北陸|関東|東京|中部|東海|関西|大阪|近畿|中国|中四国|四国|九州|沖縄)(?:システムズ|サービス|販売)?"
)
ASSOCIATION_BEHIND = re.compile(
    "[一-龥ァ-ヴー・A-Za-z]*(?:協会|工業会|連合会|連盟|協議会|振興会|財団|機構|基金|研究所|センター|学会|組合|同友会|共済会|厚生会)"
)
OF_NAMES = re.compile("[一-龥ァ-ヴーA-Za-z0-9・]")
KANA_FIRST = "[ぁ-ゖ]++[一-龥ァ-ヴー]"
# 「NPO法人ハマのとびら」: what fills the quotation marks is the name, unless a noun of two kanji makes a title of it
# (「株式会社北斗の沿革」).
QUOTATION_OPENS = ("「", "『")
FILLS_QUOTATION = re.compile(
    "[ぁ-ゖァ-ヴー一-龥A-Za-z0-9・]{1,12}の(?![^」』]{0,8}[一-龥]{2})[ぁ-ゖァ-ヴー一-龥]{1,8}(?=[」』])"
)
# Hoshi Electric (Thailand) Co., Ltd. is the firm in a country; Co., Ltd. alone is a form and no firm.
LATIN_LEGAL = re.compile(
    r"(?<![A-Za-z0-9])(?!(?:Co|Corp|Ltd|Inc|Pte|Pvt|Pty|Sdn|Bhd)[., 　])"
    rf"(?:[A-Z][A-Za-z0-9&'.-]{{0,24}},?[ 　](?:(?:and|of|for|de|&)[ 　])?){{1,6}}(?:[(][A-Z][A-Za-z .-]{{1,20}}[)],?[ 　]?)?(?:{LATIN_FORMS})(?![A-Za-z])"
)
# What tells where a firm of a group works: 北星電機アジア社.
OF_A_REGION = re.compile(
    "(?:アジア|ヨーロッパ|アメリカ|ノースアメリカ|アフリカ|オセアニア|ジャパン|チャイナ|コリア|インディア|パシフィック|アジアパシフィック|アジア・パシフィック|インターナショナル|グローバル)社"
)
# The heads of a firm's name that katakana stands before: no edge divides キヤノンホールディングス.
FIRM_HEAD = re.compile(
    "(?:ホールディングス|フィナンシャル・?グループ|(?P<group>グループ)(?![一-龥])|コーポレーション|(?P<plural>テクノロジーズ|ソリューションズ|コミュニケーションズ|ネットワークス|モータース|モーターズ|ピクチャーズ|レコーズ|"
    "パートナーズ|フーズ|ラボラトリーズ|エアラインズ|エアウェイズ))(?![ァ-ヴー])"
)
KATAKANA_BEFORE = re.compile(r"(?<![一-龥ァ-ヴー・A-Za-z0-9])(?:[A-Z][A-Za-z0-9&]{0,9})?[ァ-ヴー][ァ-ヴー・]{1,20}\Z")
# Rows of a list of references: what ends in a title and its publisher, and who wrote the next one, and when or what.
REFERENCE_END = re.compile("[」』][^「」『』。\n]{0,30}\\Z|[(（](?:19|20)[0-9]{2}")
REFERENCE = re.compile("[^。、\n（(「『]{2,40}(?:[（(](?:19|20)[0-9]{2}|[「『])")
