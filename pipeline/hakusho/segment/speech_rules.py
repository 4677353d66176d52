"""How minutes print who speaks: the marks, the words for roles, and the labels made of them.

Patterns read a folded line without its indent. Each label rule has an example and a counter-example, which the tests run.
"""

import re
from dataclasses import dataclass

# Roles whose holder is named with a department before them: 衛生部長, 総務課長補佐.
_OFFICES = "部門長 本部長 支部長 支所長 統括官 政策統括官 管理官 調査官 対策官 調整官 監察官 技監 理事官 担当課長 担当部長 課長代理 班長 グループ長 センター長 部長 課長 局長 室長 次長 所長 課長補佐 参事官 審議官 企画官 主幹 参事 管理者 長官 局次長 部次長 館長 署長 校長 院長".split()
_ROLES = """委員長代理 委員長職務代理 副委員長 小委員長 特別委員長 委員長 専門委員 臨時委員 政府委員 監査委員 選挙管理委員 委員 仮議長 副議長 臨時議長 議長 副座長 座長代理 座長
副会長 会長代理 会長 部会長代理 部会長 分科会長 議員 構成員 副知事 知事 副市長 市長 副町長 町長 副村長 村長 副区長 区長 助役 収入役 教育長 教育次長 内閣総理大臣 総理大臣 国務大臣 副大臣
大臣政務官 大臣 政務官 政府特別補佐人 内閣法制局長官 政府参考人 説明員 参考人 公述人 証人 幹事 監事 理事長 理事 書記 書記官 事務局長 事務局次長 事務局員 事務総長 事務局 司会者 司会
オブザーバー 記者 幹事社 教授 准教授 弁護士 代表取締役 代表 社長 総裁 消防長 警察本部長 参加者 発言者 回答者 講師 パネリスト コーディネーター ファシリテーター コメンテーター 報告者 説明者 アドバイザー 顧問 町側 市側 県側 会計管理者 裁判長 質問者 主査 主任 係長 補佐""".split()
# Departments, as they stand before an office.
_DEPARTMENTS = """衛生 総務 企画 財政 財務 福祉 保健 医療 教育 学校 建設 建築 土木 農林 農政 農務 商工 商業 環境 市民 県民 町民 住民 経済 水道 上水道 下水道 上下水道 消防 警察 健康 子ども こども 都市
整備 産業 労働 生活 文化 港湾 病院 税務 税 人事 広報 政策 管理 道路 河川 住宅 交通 社会 民生 厚生 水産 林務 林業 地域 国際 情報 統計 会計 出納 監査 議会 事務 開発 計画 調査 安全 危機 防災 廃棄物
清掃 選挙 観光 振興 推進 対策 保険 年金 介護 障害 高齢 児童 青少年 スポーツ 生涯 学習 図書 技術 研究 法務 行政 秘書 契約 用地 公園 緑地 農地 畜産 園芸 水資源 国土 運輸 通信 電気 保安 業務 営業
流通 消費 食品 食料 商務 貿易 投資 金融 証券 銀行 保険 保護 更生 矯正 民事 刑事 人権 入国 出入国 在留 関税 主税 主計 理財 国庫 初等中等 高等 幼児 特別支援 大学 科学 学術
原子力 エネルギー 資源 燃料 電力 ガス 製造 化学 素材 繊維 航空 宇宙 自動車 鉄道 海事 海洋 船員 船舶 気象 砂防 治水 自然 大気 地球 循環 再生 脱炭素 温暖化 雇用 職業 能力 均等 家庭 老健 援護 薬務 医薬
感染症 疾病 難病 精神 看護 歯科 救急 医務 医事 増進 長寿 給付 資格 収納 納税 課税 資産税 市民税 戸籍 窓口 男女 参画 平和 交流 移住 定住 公共 営繕 設備 維持 保全 再開発 景観 用水 耕地 農村 森林 漁業 漁港
総合 企業 立地 誘致 競争 市場 取引 物価 公正 電波 放送 郵政 貯金 文書 文化財 国民 体育 給食 指定 基盤 デジタル 推進室 物流 旅客 貨物 官民 連携 公民 統括 特定 重点 地方 自治 税制 制度 国保 医療費 予防
経営 指導 普及 検査 審査 調整 政務 官房 本部 支援 こころ まち づくり 協働 共生 子育て 未来 戦略 改革 局 部 課 庁 省 市立 県立 中央 第一 第二""".split()

MARK = "[○〇◯◎●◆◇□■△▲]"
_GAP = "[ 　]"
_NAME_SIGN = "[一-龥々〆ヶぁ-んァ-ヴーA-Z・.]"
_ROLE = "(?:" + "|".join(sorted(_ROLES, key=len, reverse=True)) + ")"
_OFFICE_ALONE = "(?:" + "|".join(sorted(_OFFICES, key=len, reverse=True)) + ")"
_DEPARTMENT = "(?:" + "|".join(sorted(_DEPARTMENTS, key=len, reverse=True)) + "|・)"
# Departments up to the first office, and no way back: 総務部長 is 総務 and 部長.
_OFFICE = f"(?:(?:(?!{_OFFICE_ALONE}){_DEPARTMENT}){{0,8}}+{_OFFICE_ALONE})"
_TITLE = f"(?:{_OFFICE}|{_ROLE})"
_HONORIFIC = "(?:君|氏|さん|様|先生)"
_SEAT = "(?:[0-9０-９一二三四五六七八九十]{1,3}番)"
# A role before its holder in brackets may be any office: ○厚生労働省老健局長（甲野太郎君）.
_ROLE_BEFORE = r"(?P<role>[^ 　()、。:]{1,24})"


@dataclass(frozen=True, slots=True)
class LabelRule:
    """A way to print a speaker before the words. Groups: `speaker`, `role`, `party`, each where the label has one."""

    name: str
    pattern: re.Pattern[str]
    example: str
    counter: str


def _rule(name: str, pattern: str, example: str, counter: str) -> LabelRule:
    return LabelRule(name, re.compile(pattern), example, counter)


# A party in a bracket of its own behind that of the speaker: 14番（甲田進君）〔市政会〕.
_ITS_PARTY = rf"(?:{_GAP}?[(〔\[【<](?P<party>[^()〔〕\[\]【】<>、。]{{2,20}})[)〕\]】>])?"
_BODY_ROLE_FIRST = rf"{_ROLE_BEFORE}\((?P<holder>[^()]{{1,40}})\){_ITS_PARTY}"
# Letters of a role set apart: 座　長, 事 務 局.
_SPACED = f"{_GAP}{{1,3}}"
_ROLE_SPACED = "(?:" + "|".join(_SPACED.join(role) for role in _ROLES if len(role) <= 4) + ")"
# Name and role run together: 岩谷衛生部長; `split_title` parts them.
_TITLED = rf"(?P<titled>(?!・)(?:{_NAME_SIGN}{{1,6}}(?:\({_NAME_SIGN}{{1,3}}\){_GAP}?|{_GAP}){_NAME_SIGN}{{0,14}}|{_NAME_SIGN}{{1,20}})(?:{_TITLE}|{_HONORIFIC}))"
_BODY_NAME_FIRST = rf"(?:{_SEAT}{_GAP}?)?{_TITLED}(?:\((?P<party>[^()]{{2,20}})\))?"
# 委員Ａ, 参加者1: those who are not named.
_BODY_ROLE_ONLY = rf"(?P<role>{_TITLE}(?:{_GAP}?[A-Z0-9])?)"

MARKED_LABELS = (
    _rule("role-then-name", rf"{MARK}{_GAP}?{_BODY_ROLE_FIRST}(?:{_GAP}+|$|[:：])", "○市長（神代伸介君）　お答えいたします。", "○出席委員（十七名）"),
    _rule("name-then-role", rf"{MARK}{_GAP}?{_BODY_NAME_FIRST}(?:{_GAP}+|$|[:：])", "○笹原委員長　これより会議を開きます。", "〇議事日程"),
    _rule("mark-then-bracket", rf"{MARK}{_GAP}?\({_BODY_NAME_FIRST}\)(?:{_GAP}+|$|[:：])", "◆（関口真人委員）　伺います。", "◆（説明資料）　次のとおり。"),
    _rule("role-alone", rf"{MARK}{_GAP}?{_BODY_ROLE_ONLY}(?:{_GAP}+|[:：]|$)", "○事務局　資料を配布します。", "○事務局の所在地"),
)  # fmt: skip
PLAIN_LABELS = (
    _rule("colon", rf"(?:{_BODY_NAME_FIRST}|(?P<office>{_TITLE}(?:{_GAP}?[A-Z0-9])?|{_ROLE_SPACED}))[:：]{_GAP}*(?=\S)", "田之倉座長：本日はお忙しい中、ありがとうございます。", "事務局長会議：四月三日"),
    _rule("colon-holder", rf"{_BODY_ROLE_FIRST}[:：]{_GAP}*(?=\S)", "事務局（西尾主査）：素案を説明した。", "資料：次のとおり（別紙）。"),
    _rule("bracketed", rf"[【\[<(]{_BODY_NAME_FIRST}[】\]>)]{_GAP}*", "【甲野会長】　それでは始めます。", "【委員会の記録】"),
    _rule("bracketed-blank", rf"[【\[<(](?P<titled>[○〇△□●▲■×]{{1,3}}{_TITLE})(?:\((?P<party>[^()]{{2,20}})\))?[】\]>)]{_GAP}*", "【○○委員】　それでは伺います。", "【○○市】"),
    _rule("bracketed-role", rf"[【\[<(]{_BODY_ROLE_ONLY}[】\]>)]{_GAP}*", "【事務局】　御説明します。", "【議事】"),
    _rule("bracketed-holder", rf"[【\[<]{_BODY_ROLE_FIRST}[】\]>]{_GAP}*", "【事務局（古賀課長）】　平均で11分です。", "【議事（公開）の記録】"),
)  # fmt: skip
# Where names in brackets take turns, any short name in one does: 【一同】, 【白鳥】.
OTHER_LABEL = _rule(
    "bracketed-other",
    rf"[【\[<](?P<office>[^【】\[\]<>()。、]{{1,16}})[】\]>]{_GAP}*(?=\S)",
    "【一同】　はい。",
    "【議事（公開）】",
)
# Where names before a colon take turns, so does what speaks again and again there: 住民Ａ：, 大学教員（学識経験者）：.
OTHER_COLON_LABEL = _rule(
    "colon-other",
    rf"(?P<office>[^ 　。、：:()「」・0-9][^。、：:()「」]{{0,11}})(?:\((?P<party>[^()]{{2,16}})\))?[:：]{_GAP}*(?=\S)",
    "住民Ａ：騒音が心配だ。",
    "・対象：世帯とする。",
)
# A section before its officer, in one bracket: （食品表示企画課　真鍋課長）.
SECTION_BEFORE = re.compile(rf"[^ 　]{{2,20}}[課局室部係班所当]{_GAP}+(?=[^ 　]{{1,20}}$)")
# What the head of a text calls a talk of several, and how those who speak in it are told.
TALKS = (
    (
        re.compile("会見|質疑応答|ブリーフィング"),
        _rule("question-and-answer", rf"[(【〔<](?P<office>問|答|質問|回答|記者|[QA])[)】〕>]{_GAP}*(?=\S)", "（問）いつですか。", "（問１）いつですか。"),
    ),
    (
        re.compile("対談|座談会|[鼎て]い?談|シンポジウム|パネル(?:ディスカッション|討論)|トークセッション|インタビュー|聞き手"),
        _rule("bare-name", rf"(?P<office>[一-龥々ァ-ヴーA-Z]{{1,6}})(?:氏|さん)?(?:{_GAP}{{2,}}|　)(?=\S)", "甲野　お招きいただき光栄です。", "甲野は光栄である。"),
    ),
)  # fmt: skip
LINES_OF_A_HEAD = 12
STOP = "。"
OF_BRACKETS = frozenset(("bracketed", "bracketed-blank", "bracketed-role", "bracketed-holder"))
# A label of a column of its own, printed with spaces inside: 会　長, 委 員 長, 藤 代 委 員, Ａ委員.
SPACED_TITLE = re.compile(rf"{_SEAT}?(?:(?P<office>{_TITLE})|(?P<titled>[A-Z一-龥々ぁ-んァ-ヴー]{{1,8}}?{_TITLE}))$")
SPACED_ABBREVIATED = re.compile("[会委議座][長員]$")
SPACED_GAP = re.compile("[ 　]+")
MOST_SPACES = 6
# A speaker on a line of its own, the words set in below.
LINE_LABEL = _rule(
    "own-line",
    rf"{MARK}?{_GAP}?(?:{_BODY_NAME_FIRST}|(?P<office>{_TITLE})|(?P<role>{_SEAT}){_GAP}*(?P<holder>{_NAME_SIGN}{{2,8}}(?:君|さん)?))$",
    "遠山委員長",
    "委員長の互選",
)
# What may stand right behind a label: no particle, comma or verb that goes on about who was named; はい and もう begin.
_OPENING = "(?!(?:は(?!い[、。，]|じめ)|[がをにのへ]|も(?![うちし])|と(?![てこり])|で(?!は|すか|き)|から|より|まで|など|及び|並びに|又は|ほか|外|[、。，・)]))\\S"
# A role and its holder with no mark before them, again and again: 議長（高梨　聡）　おはようございます。
BARE_HOLDER = _rule(
    "bare-role-then-name",
    rf"(?P<role>(?:{_TITLE}|{_SEAT})(?:兼{_TITLE})?)\((?P<holder>{_NAME_SIGN}{{1,6}}{_GAP}{{0,3}}{_NAME_SIGN}{{0,6}}(?:{_GAP}?{_HONORIFIC})?)\){_ITS_PARTY}(?:{_GAP}*[:：]{_GAP}*|{_GAP}+|$|(?={_OPENING}))",
    "町長（荒木　正）　お答えします。",
    "町長（荒木　正）は、施策を説明した。",
)
# Held against what the bracket of a label holds: 40 characters.
HOLDER = re.compile(
    rf"(?P<speaker>[^・、/]{{1,40}}?)[ 　]*+(?P<honorific>{_HONORIFIC})?(?:[・、/][ 　]?(?P<party>.{{2,20}}))?$"
)
_WHOLE_TITLE = re.compile(rf"(?:{_TITLE}|{_HONORIFIC})$")
HONORIFICS = frozenset("君 氏 さん 様 先生".split())
# What a speaker belongs to: ○丙川オブザーバー（全国知事会）.
GROUP = re.compile("(?:会|党|連合|協会|[都道府県市区町村省庁局社]|大学|クラブ|組合|団|団体|連盟|機構|センター)$")
NO_NAME = re.compile("[0-9一二三四五六七八九十][名人]$|欠席|出席|兼")
# What ends a speech without a new speaker: 午前十一時散会, a rule.
ENDS_SPEECHES = re.compile(
    ".{0,30}午[前後][0-9一二三四五六七八九十]{1,3}時.{0,12}$|[-=━─―◇◆〇○・*＊ 　…]{4,}$|.{0,12}(?:散会|閉会|休憩|延会|再開|開議)(?:の宣告)?$"
    "|[-―─━・(（ 　]{0,6}(?:了|以上|終了|終わり)[-―─━・)） 　]{0,6}$"
)
# How a spoken sentence ends: 伺います。, でしょうか。
POLITE = re.compile("(?:ま(?:す|した|せん|しょう)|で(?:す|した|しょう)|(?:くだ|下)さい)(?:か|ね|よ|が)?[。.?？]")
STAGE_DIRECTION = re.compile(r"[〔\[(（].*[〕\])）]$")
# A direction at the end of a speech, and how far from the end it may begin.
LONGEST_DIRECTION = 60
TRAILING_DIRECTION = re.compile(
    rf"[ 　]{{0,{LONGEST_DIRECTION}}}(?:[（(〔](?:[^（）()〔〕]{{1,30}})[）)〕]|[―─━]{{2,{LONGEST_DIRECTION}}})$"
)
# Who stands in for a speaker, or how they take part, is no party: 森委員（代理：林氏）, （オンライン）.
NO_PARTY = re.compile(
    "[:：]|代理|代読|オンライン|リモート|ウェブ|Web|WEB|途中|遅れて|登壇|[自議発]席|発言|質問|答弁|拍手"
)
ENDS_IN_TITLE = re.compile(rf"(?:{_TITLE}|{_SEAT})$")


SPACES = " 　"


def split_title(titled: str) -> tuple[str, str]:
    """Return name and role of a label in which they run together: the longest role that leaves a name.

    >>> split_title("岩谷衛生部長"), split_title("畔上副委員長"), split_title("原口君")
    (('岩谷', '衛生部長'), ('畔上', '副委員長'), ('原口', '君'))

    >>> split_title("学校教育課長")
    ('', '学校教育課長')
    """
    for at in range(len(titled)):
        if _WHOLE_TITLE.match(titled, at):
            return titled[:at].strip(SPACES), titled[at:]
    return titled, ""
