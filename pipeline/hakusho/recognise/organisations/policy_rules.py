"""What must, and must not, stand before and after heads of names: words and patterns for the policies."""

import re
from functools import cache

OF, DOT, IN = "の", "・", "在"
# 世界経済フォーラム(WEF)の第四次産業革命日本センター; the ends of ministries.
OF_BODY, LONGEST_OF = re.compile(r"(?:[(][^()\n]{1,40}[)])?の\Z"), 44
OFFICES = "省庁府"
# 同省の評価検討会: a class becomes a name after the body it belongs to.
SAME_BODYS = re.compile(r"(?:同|当)[省庁局社院会]の\Z")
# Councils that one character does not name.
NAMED_COUNCILS = ("委員会", "部会", "理事会", "小委員会", "分科会")
ALLIANCE, MEDICAL_CENTRE, GRADUATE_SCHOOL = "連合", "医療センター", "大学院"
UNIVERSITY, OF_GRADUATES, UNIVERSITIES = "大学", "院", "univ"
# ブレーメン大学海洋環境科学センター: a centre of a university.
UNIVERSITY_CENTER = re.compile(
    "(?!各|両|同|他)[一-龥ァ-ヴー・]{2,14}大学(?!入試|生|発|病院|等|改革)[一-龥ァ-ヴー・]{2,16}"
)
# What a body has many of, or what every body has: 大学の研究センター.
NO_CENTER = re.compile(
    "(?:データ|コール|サポート|ショッピング|コンタクト|研究|研修|支援|相談|情報|総合|教育|技術|開発|国際|医療|保健|健康|計算|計算機|分析|試験|訓練|文化|学習|保育|物流|配送|サービス|オペレーション|予約|受付|窓口|専門|拠点|地域|関連|主要|各|同|交流|福祉|利用|共同|高度|先端|先進|災害|救命|救急|防災|広域|統合|運用|管理|監視|制御|整備|修理|事務)+"
)
SOURCE_BEFORE = re.compile(r"(?:出典|資料|出所|提供)[)\]:](?:[ ])?\Z")
# ...センター整備 is a plan to build one.
BEING_BUILT = re.compile("整備|建設|構築|計画|構想|事業|設置")
ANY_COURT = re.compile(
    "(?:各|地方|高等|家庭|簡易|下級|上級|憲法|行政|軍事|国際|民事|刑事|第一審|原審|控訴|同|当|本|他の?|管轄|受訴|上告|弾劾|特別|通常|仲裁|労働|知的財産)+"
)
# 国際研究コンソーシアム, 日本連合7社コンソーシアム: what any consortium may be called.
NO_CONSORTIUM = re.compile(
    "(?:国際|研究|共同|開発|産学官?|官民|官|企業|民間|公的|日本|日本勢|連合|[0-9]+社|事業者?|大学|業界|標準化|技術|各|同|本|当|新|海外|国内|地域|地元|実証|運営|推進|受託|受注|建設|投資|金融|通信|電力|(?<![ァ-ヴー])[ァ-ヴー]{1,3}(?![ァ-ヴー])|の|・)*"
)
BENCH_NUMBER = re.compile("(?:第[一二三123])?")
# マレーシア航空機 is an aircraft of the airline.
AIRCRAFT = "機"
AIRLINE = re.compile("[ァ-ヴー・A-Z]{2,}(?:国際)?|[一-龥]{2,4}国際")
FORMS_OF_STATE = ("連邦", "中央", "王国", "共和")
OF_MANY_STATES = ("多国籍", "連合")
# What is not a sovereign state and has a parliament or a government.
WITH_PARLIAMENT = ("欧州", "香港", "連邦", "スコットランド", "ウェールズ")
SELF_GOVERNED = ("特別行政区", "自治")
WITH_GOVERNMENT = ("明治", "パレスチナ自治", "亡命")
PLACE = re.compile("[一-龥]{1,6}[都道府県市区町村]")
MUSEUM_NAME = re.compile("..[都道府県市区町村]立|[都道府県市区町村].*|^国立..|記念|大学|^[ァ-ヴー]{2,}")
ANY_PRESS = re.compile("各|同|当|他|大手|地方|全国|民間|主要|外国|有力")


# What the units of the Self-Defence Forces are named after.
UNIT = re.compile(
    "第[0-9一二三四五六七八九十百]+(?:普通科|戦車|特科|高射特科|施設|通信|空挺|偵察|航空|歩兵|砲兵|騎兵|工兵|機械化|装甲|護衛|潜水|掃海|輸送|海兵|近衛)?|(?:陸上|海上|航空|統合|[東西南北中]{1,2}部|横須賀|呉|佐世保|舞鶴|大湊|(?:[東西南北中]{1,2}部|東北)方面|東北)"
)
NUMBERED_UNIT = re.compile(
    "第[0-9一二三四五六七八九十]{1,3}(?!次)[一-龥ァ-ヴー・]{0,12}|中央即応|航空支援|航空教育|教育航空|航空開発実験|特殊作戦|水陸機動|[一-龥]{2}方面"
)
FORCE_EXTRA = frozenset("国連 国際連合 多国籍 連合国 連合 人民解放 国防 関東 日本 旧日本 帝国 帝国陸 帝国海".split())
MISSION_START = re.compile("(?:国連|国際連合|UN|EU|AU|NATO|ASEAN|OSCE|アフリカ連合|欧州連合)")
POST_OFFICE = "郵便局"
AGENCY, BUREAU, DEPARTMENT, STATION, STUDY_TEAM = "庁", "局", "部", "署", "研究班"
SECTIONS = ("課", "室")
# 福祉部高齢者支援課: a section with the department above it says whose it is; 本部, 一部 and 各部 are no department.
UNITS_BEFORE = re.compile(
    "(?![各同当両全本支])[一-龥ァ-ヴー・]{2,10}(?<![本支一全各両同当内外上下幹細大中頭深])[部局][一-龥ァ-ヴー・]{2,10}"
)
# 香港衛生署: what ends so is an agency, whatever its task.
AGENCIES_OF_CHINA = ("署", "処")
FORCES = "隊軍"
POLICE = ("警視庁", "警察", "県警", "府警", "警察本部")
STATION_OF_PLACE = re.compile(r"[都道府県市区町村](?:防災|消防|警察)?\Z|広域|組合|地区")
SHORT_PLACE = re.compile("[一-龥]{2,4}")
ASSEMBLY, ASSEMBLY_OF_TOKYO = "議会", "都議会"
ANY_ASSEMBLY = re.compile("各|同|両|全|地方|関係|全国")
OF_PLACE = re.compile("[都道府県市区町村]$")
ANY_PLACE = re.compile("各?(?:都道府県|市町村|市区町村|区市町村|府県|道府県|市|県|区|町|村|都|府|道)")


@cache
def like_behind(head: str) -> "re.Pattern[str]":
    """Return the pattern of another name with the same head that follows in a list: 総務課、会計課."""
    return re.compile(rf"[、・][一-龥]{{2,10}}{head}(?:[、・及かをのはがにと]|$)")


@cache
def like_before(head: str) -> "re.Pattern[str]":
    """Return the pattern of another name with the same head that stands before in a list."""
    return re.compile(rf"[一-龥]{{2,10}}{head}[、・]$")
