"""What may stand beside the names of the lexicon: tables for `known_names.py`."""

import re

STATE_LEFT = re.compile(
    "[各両中米韓英仏独露加豪印外諸同他全自当王帝四三二一数何隣小大入出帰建開鎖愛島雪先祖母異本万戦強弱敵某対我吾天貧富産議親相属]"
)
SHORT = re.compile("[一-龥]{2,3}")
UNIVERSITY_SHORT = re.compile("[一-龥]大$")
BEHIND_UNIVERSITY = re.compile("[教学生卒名医工法文理農院病研准総員長側幹職系出初機部隊]")
SHORT_BEHIND = re.compile("[合携盟邦続絡際交境民防家語]")
# 日本移動通信市場 is a market of Japan, though a company is called 日本移動通信.
MARKET = re.compile("市場|業界|産業|分野|政策")
PARTNER_BEHIND = re.compile("委員会|理事会|諸国|加盟国|首脳|統合|市場|議会|域内|各国")
SERVICE_ACTS = re.compile(
    "社|[はがも][^。、]{0,20}(?:発表|買収|提供|公表|設立|上場|開始|受注|落札|発売|納入|製造|開発|生産|販売|出資|提携|合併|撤退|開業)|による買収|が[^。、]{0,16}(?:買収|発表|設立|提供)|の(?:創業者|CEO|株式|決算|売上|社長|代表取締役|子会社|親会社|傘下|筆頭株主|日本法人)|、(?:Google|Apple|Amazon|Microsoft|グーグル|アップル|アマゾン)"
    "|から[^。、]{0,4}(?:「[^」]{1,40}」[がを])?[^。、]{0,6}(?:発売|刊行|出版|リリース|独立し|移籍し|転職)|に(?:入社|就職|勤務|吸収合併|買収され|入団)|と(?:の業務提携|の資本提携|の共同開発|合併|経営統合|契約を結)|を(?:退社|買収|子会社化|完全子会社)"
)
# 薬食審査発第0210004号: letters of a document's number.
DOCUMENT_NUMBER = re.compile("[一-龥]{0,5}[発収]第?[0-9]")
# What joins the names of a list, and the kinds of bodies of many states.
_JOINT = "[、・/,]|や|と|及び|並びに|又は|または"
LISTED_BEFORE = re.compile(rf"(?:{_JOINT})\Z")
LISTED_BEHIND = re.compile(_JOINT)
LONGEST_JOINT = 3
# How long a weak name is that the body above it, named before, supports: 繊維局 after 通商産業省.
SHORTEST_HELD, SHORTEST_BUREAU = 4, 3
INTERNATIONAL = frozenset("igo organ group".split())
# フォード米大統領: a name before such a title is a person's.
TITLE = re.compile(
    "(?:[一-龥]{1,2}|[ァ-ヴー]{2,10})?(?:前|元|副)?(?:大統領|首相|国務長官|国防長官|財務長官|外相|上院議員|下院議員)"
)
SHORT_COMPANY = re.compile("[一-龥]{2,3}")
# Kanji that may stand right before a company's name.
BEFORE_COMPANY = frozenset("米英独仏韓中露台印旧元現前新各同当社会資約及又並対在訪年月日者行所店")

# 北日本銀行 is no 日本銀行, 大日本水産会 not of 日本水産.
BEFORE_ANOTHER_JAPAN = frozenset("東西南北全大")
AGENCY, BUILDING = "庁", "舎"
JAPAN, FORCE, STATE, DOT, FEDERAL = "日本", "軍", "国", "・", "連邦"
# 軍縮, 軍備, 軍事, 軍需, 軍医 are words.
BEHIND_FORCE = tuple("縮備事需医")
# Names that are common words or places too, and what follows them where those are meant: シャープな, アマゾンの熱帯林.
_ADJECTIVE = re.compile("[なに](?!は|も|対|よ|お)|的|さ(?!れ)")
HOMONYMS = {
    "シャープ": _ADJECTIVE,
    "楽天": re.compile(_ADJECTIVE.pattern + "|家|主義"),
    "アマゾン": re.compile(
        "の?(?:川|河|流域|盆地|地域|地方|熱帯|密林|森林?|雨林|先住民|奥地|上流|下流|低地|横断|生態系|自然|開発の)"
    ),
    "アップル": re.compile("パイ|ジュース|ミント|ティー"),
    "キャノン": re.compile("砲|ボール"),
    "スプリント": re.compile("競技|種目|能力|練習|レース|戦|距離"),
    "アトラス": re.compile("山脈|の山"),
    "松竹": re.compile("梅"),
    "オウム": re.compile("返し|貝|目|科|類|病|のひな|の羽|の飼育|や(?:インコ|九官鳥)|、インコ"),
}
# What a company's last word goes on with: 第一生命体 is 第一 and 生命体.
WORD_BEHIND_COMPANY = re.compile("体(?![育制験操質協])|化(?![学成工粧])|性(?![能格別])")
DIET, UNITED_NATIONS, SHORT_BANKS = "国会", "国連", ("日銀", "都銀")
# The characters before and behind 国会 in 両国会談, 国会計 and 締約国会議, a meeting of parties.
NOT_THE_DIET = re.compile(".[談計]|約議", re.DOTALL)
# The last character of short names for universities, laboratories, banks, unions and forces.
SHORT_ENDINGS = "大研銀労自海空"
