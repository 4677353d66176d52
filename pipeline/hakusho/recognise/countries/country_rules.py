"""How officials contract countries to one character, and what must be next to it.

Members are characters of `country_names.tsv` (kind `char`): `core` ones pair with each other, `rare` ones with 日
and a few more. What a character is part of otherwise (英語, 独立, 米価) stands in `country_guards.tsv`.
"""

import re

CORE = "日米英仏独伊露ロソ中韓朝豪印加台"
RARE = "越蘭西比泰墨伯葡土蒙波白墺烏星馬緬尼希亜智秘瑞芬丁諾洪パ華柬"
# Members of a compound that are not countries: 日欧, 欧米.
REGIONS = "欧"

# A compound needs no other evidence, unless it is a word of its own or a place.
PAIR_WORDS = frozenset(
    "日中 中日 中米 中越 日比 日西 日土 日白 日伊 日加 日星 台中 中西 中台 中伯 日馬 日波 日亜 日台 西中 中土 米西 米蘭 英蘭 土日 中星 印西 中印 伊中 加西 日尼 日秘 日智 日丁 日希 米比 中比 米星".split()
)
# Pairs that a particle may follow where the text names the second country in full: 日加のあゆみ.
NAMED_PAIRS = frozenset("日比 日西 日伊 日加 日台 日尼 日秘 日智 日越 日泰 日蘭 日墨 日伯 日葡 日蒙".split())
PAIR_BEHIND = re.compile("[のはがをで、」』]")
# What follows a contracted country when it is one.
EVIDENCE = re.compile(
    "(?:の)?(?:間|方式|農業|教育|知的|価格|作業|食料|食糧|特許|自動車|自由|具体|学生|学者|気候|人的|大学|鉄道|建設|環境|労働|医療|保健|司法|法務|円借款|半導体|研究|情報|宇宙|海洋|文学|混血|混成|音楽|二世|合作|合弁|合同|連合|比較|比率|両軍|両語|国防|国会|国際|国民|国境|国税|両国|両政府|首脳|外相|外務|防衛|経済|貿易|通商|関係|協定|条約|協力|会談|会議|対話|協議|交渉|同盟|共同|安全保障|安保|友好|"
    "国交|平和|戦争|紛争|国境|領土|摩擦|合意|声明|租税|投資|航空|漁業|文化|交流|科学|技術|原子力|社会保障|受刑者|刑事|税関|犯罪人|"
    "民間|双方|実務|当局|要人|閣僚|事務|官民|産学|次官|局長|防災|水産|観光|スポーツ|姉妹|人材|往来|渡航|査証|デジタル|サイバー|エネルギー|インフラ|海上|軍縮|核|ミサイル|戦略|包括|連携|ビジネス|"
    "企業|賠償|仲裁|航海|渡り鳥|査証|領事|引渡|捜査|委員会|議員|青年|学術|映像|ハイレベル|パートナー|FTA|EPA|サミット|フォーラム|シンポジウム|韓|朝|露|ロ|印|豪|EU|ASEAN|・|、|欧|"
    "治安|警察|入国管理|検察|消防|食品|省エネ|高級|事務レベル|知事|市長|首長|都市|地方|港湾|道路|鉄鋼|綿|繊維|農林|林業|畜産|"
    "[一-龥ァ-ヴー・]{2,12}?(?:間(?:の)?(?:協議|対話|交流|会合|会議|協定|協力|会談|取決め)|対話|協定|条約|取決め|覚書|議定書|会談|フォーラム|シンポジウム|セミナー|パートナーシップ|イニシアティブ|友好|合同委員会)|"
    "国防|窓口|軍事|援助|修好|通貨|為替|株価|金利|景気|市場|産業|政策|対立|接近|和解|蜜月|両|二国|2国|二か国|3か国|三国|三か国|3国|4か国|四か国|2プラス2|「|"
    f"(?:及び|並びに|や)[{CORE}]{{2}})"
)
# 日中 is daytime before these.
DAYTIME = re.compile(
    "(?:の|は|も|に|で)?(?:気温|最高|最低|時間|活動|一時|勤務|作業|暑|外出|温度|帯|独居|過ご|働|留守|不在|日照|明る|屋外)"
)

AFFIXES = "訪在駐対来親反離嫌抗滞知渡帰征遣"
# A word that holds nothing but countries and what they are contracted with: 日米, 訪日, 日・米, 米中間, 仏側. The
# dictionary has words with a gloss, too: 米越(ベトナム).
CONTRACTIONS = re.compile(rf"[{CORE}{RARE}{REGIONS}{AFFIXES}・]+(?:\([ァ-ヴー・]+\))?[国間側系]?")
# Rules whose noun shows where the country ends, even where the analyser cuts elsewhere (伊上 and 院 for 伊 and 上院).
BY_THE_NOUN = ("name", "qualified", "company", "partner", "war")
# 旧ソ連 begins a country, however the analyser cuts what follows (旧ソ|連型).
FORMER = "旧"
# Affixes that bind the member whatever word it could begin.
BINDING = "対訪駐"
# Affixes take these members; others need a longer name (対中央アジア, 対比, 在来).
AFFIX_MEMBERS = {
    "訪": CORE + "越蘭西比泰墨伯",
    "在": "日米英仏独伊露ソ中韓豪印加台比蘭墨伯泰越秘亜",
    "駐": "日米英仏独伊露ソ中韓豪印加台比泰越墨伯蘭",
    "対": "日米英仏独伊露ロソ中韓朝豪印台墨伯越泰",
    "来": "日韓米英",
    "親": "日米英仏独露ロソ中韓台",
    "反": "日米英仏独露ロソ中韓",
    "離": "日米",
    "嫌": "日米中韓",
    "抗": "日米",
    "滞": "日米英",
    "知": "日米英",
    "渡": "日米英仏独伊露中韓豪印加伯墨",
    "帰": "日米",
    "征": "韓",
    "遣": "米英欧独",
}
# 在中 (within) is China only before those who live there.
AFFIX_BEHIND = {"在中": re.compile("(?:邦人|日本|日系|韓国|外国|公館|米国|米企業|英国)")}
# 将来日本, 滞在中, 絶対中立: the affix ends another word.
AFFIX_LEFT = {
    "来": "将往本従由元古近以到出未渡外旧年家生招",
    "在": "存現滞所健実潜介駐不自内点散混偏",
    "対": "反絶相応敵",
    "反": "違背",
    "離": "距分隔乖",
    "親": "両肉父母",
    "知": "承認周通既未告検察県市町村",
    "抗": "抵対反",
    "帰": "復回",
    "渡": "譲過引",
    "遣": "派",
    "滞": "停渋遅延",
    "駐": "",
    "訪": "",
    "征": "",
    "嫌": "",
}

# Money is called by the country: 対米ドル相場, スウェーデン・クローナ; フラン does not begin フランス.
_CURRENCY_NAMES = "ドル|ポンド|ウォン|ルピー|フラン(?!ス)|マルク|リラ|ペソ|ペセタ|エスクード|ギルダー|シリング|クロー[ネナ]|ルーブル|バーツ|リンギット|ルピア|ランド|レアル|フォリント|ズロチ|コルナ|ドラクマ|ディナール|ディルハム|リヤル"
CURRENCY = re.compile(f"・?(?:(?:{_CURRENCY_NAMES})(?![ァ-ヴー])|ドル(?=ペッグ|ベース|リンク|レート|ショート|ロング))")
# So are diseases and what carries them: 日本紅斑熱, クリミア・コンゴ出血熱, 日本住血吸虫.
DISEASE = re.compile(
    "(?:型|腎症候性)?出血熱|紅斑熱|(?:型|ウマ|馬|春夏)?脳炎|住血吸虫|顎口虫|裂頭条虫|糸状虫|鉤虫|腐[蛆そ]病|トリパノソーマ|リーシュマニア|かぜ|風邪|型インフルエンザ|洪水熱|ダニ熱"
)
# A member alone, with the noun it qualifies: 米大統領, 英側, 仏外相.
QUALIFIED_MEMBERS = "日米英仏独伊露ソ韓豪印加"
QUALIFIED = re.compile(
    "(?:側|大統領|首相|外相|外務|国防|国務|財務|商務|通商|議会|上院|下院|当局|連邦|司法|司法省|国籍|大使|公使|大手|紙|誌|国民|軍事|国際(?:収支|線|空港|電話|通信|放送)|人(?![口間材物員民工権的件類気生事命体格数名文参])|"
    "本土|西部|東部|西海岸|東海岸|市場|企業|経済|財政|政府|政権|両国|両政府|両首脳|第[0-9]|独立|航空|通信|当事|中西部|南部|"
    "中間選挙|株|国債|金利|景気|労働|中央銀行|中銀|証券|投資|資本|雇用|住宅|消費|"
    "産(?:牛|豚|鶏|農|水|品|米|小麦|大豆|ワイン|原油|石炭|天然ガス|LNG|木材|チーズ|[、。のはがをとも]))"
)
# Rare members only before those who speak for a state: 比大統領, 越首相, ロ外相.
RARE_QUALIFIED_MEMBERS = "比越泰墨伯蒙葡蘭ロ"
RARE_QUALIFIED = re.compile("(?:大統領|首相|外相|国防相|外務大臣|国家主席|上院|下院|外務省)")
QUALIFYING = re.compile(f"[{QUALIFIED_MEMBERS}{RARE_QUALIFIED_MEMBERS}中](?=[ァ-ヴA-Z一-龥])")
SIDE_WORD = "側"
SIDE = re.compile("側(?!面|近|溝|壁|転|道|線)")
# 米調査会社, 米半導体大手, 英通信会社; not of rice (米卸会社).
_KIND_OF_COMPANY = (
    "(?!穀|卸|販|小売|加工|粉|菓|飯|作|生産|流通|消費|食|会話|文)"
    "(?:調査|格付け?|半導体|自動車|電機|電子|通信|航空|宇宙|防衛|軍需|石油|化学|鉄鋼|製薬|医薬品|投資|金融|保険|証券|配車|動画|検索|情報|広告|映画|物流|運輸|不動産|新興|研究|報道|世論調査|人権|環境)"
    "(?:大手|最大手|会社|企業|メーカー|機関|各社|団体)"
)
# 米グーグル, 英ボーダフォン: a member before the name of a company; not before a currency.
COMPANY_MEMBERS = "米英仏独伊韓豪印加蘭露"
COMPANY = re.compile(
    f"(?!{_CURRENCY_NAMES}|セント|トン|キロ|グラム|インチ|フィート)(?:[ァ-ヴー]{{3,}}|[A-Z][A-Za-z&]{{2,}}|[A-Z]{{2}}(?![A-Za-z])|{_KIND_OF_COMPANY})"
)
# A member as the subject or object of a clause; only next to other countries.
ALONE_MEMBERS = "英仏独豪韓伊露"
ALONE = re.compile(
    f"[{ALONE_MEMBERS}](?:"
    "[はがをにもと、](?!も)|の(?=[ァ-ヴー・]{3,}(?:大統領|首相|総理|外相|国王|女王|長官|大臣|氏))|との|への|から|では|、|に対|による)"
)
CLAUSE_START = " 　\n\t。、「『(（,;・"

LIST_DELIMITERS = "、・,/／"
# What may stand before a compound although it is kanji: numerals of meetings, and words that end before it.
KANJI = re.compile("[一-龥々]")
DAY_LEFT = re.compile(
    "[0-9一二三四五六七八九十同当本今翌前昨明毎連休祝平終即初先後数何半全元末生忌吉旬工春朝夕旭縁命期近過両隔曜火水木金土]"
)
LANGUAGES = re.compile("(?:[0-9一二三四五六七]*(?:言語|[かヶカヵ]国語|語)|翻訳|対訳|併記|通訳|辞典|辞書)")
# 日米国防長官, 日韓国交: the last member and 国 of the next word are not 米国, 韓国.
STATE_WORDS = re.compile(
    "国(?:交|際|防|境|会|連|立|王|旗|歌|益|力|策|鉄|賓|費|宝|務|営|勢|家|債|税|土|庫|籍|民(?!主|族)|内(?!閣)|外|産|有)"
)
# 日中共同声明 is 日中 and 共同.
JOINT = re.compile("共(?:同|通|催|有|済|存|栄)")
# 米国債, 米国際収支: 国 begins the word after the member.
BODY_WORDS = re.compile("国(?:債(?![権務])|際(?:収支|線|空港|電話|通信|放送|宇宙|競争|法))")
# The full form of a name, whose last character may begin the next word.
KATAKANA_NAME = re.compile("[ァ-ヴー・]{2,}")
# A country before the name of its province or city: アメリカオレゴン州.
PROVINCE = re.compile("(?<![ァ-ヴー・])[ァ-ヴー]{6,20}(?=州|県|市|郡)")
SHORTEST_NAME, SHORTEST_PLACE = 3, 2
# What is no place of its own behind a country's name: パナマシティ, ジョージアタウン are names in full.
PART_OF_NAME = re.compile(
    "シティー?|(?:オールド|ニュー)?タウン(?:シップ)?|[ビヴ]ィ?ル|[ビヴ][ィイ]?レッジ|スプリングス?|ヒルズ?|ハイツ|パーク|ガーデンズ?|グローブ|"
    "レイクス?|リ[バヴ]ーサイド|リ[バヴ]ー|フォールズ|ビーチ|ポイント|ポート|ハーバー|ベイ|[バヴ][ァ]?レー|クリーク|ランド|フィールド|フォード|"
    "バーグ|ブルグ|ブルク|サウス|ノース|イースト|ウ[エェ]スト|セントラル|センター|ジャンクション"
)
INSIDE_KATAKANA = re.compile("(?<=[ァ-ヴー])[ァ-ヴー]")
STATE_END = re.compile("国(?![一-龥々])")
STATE_FORM = re.compile("(?:日本|[ァ-ヴー・]{2,})国")

LATIN_NEIGHBOUR = re.compile(r"[A-Za-z][ .]?$")
LATIN_BEHIND = re.compile(r"(?! (?:and|or|in|to|with|for|has|is|are|will) )(?: ?[A-Za-z])|[-.$][A-Za-z0-9]|\$")
LATIN_BESIDE = re.compile(r"(?:G7|G8|G20|APEC|in|In|from|to|for|with|and|the|The|,) $")
GEOGRAPHY = re.compile(
    "(?:海峡|海溝|海盆|湾|洋|半島|山脈|高原|砂漠|運河|川(?:(?![一-龥])|流域|水系|[東西両]?岸|[上中下]流|河口)|湖|盆地|プレート|"
    "市(?![場民況街町販価議])|海(?![外上軍運産洋空底路難抜兵事])|語(?!学校))"
)
# 賛同国, 同盟国: 同 ends or begins another word.
SAME_COUNTRY = re.compile("同国(?<![賛合共協混帯不異大]..)(?![際会家土籍立公交債])")
# What stands between two members of a list.
LISTING = re.compile("(?:[、・,/／]|及び|並びに|と|や){1,2}")
# Wars are called by the characters of those who fought them; 清 is China, 普 (Prussia) is not a state of today.
WAR = re.compile("([日清露普仏米英西蘭葡土墺伊印中越ロソ韓朝]{2,3})(?=戦争|戦役|講和)")
WAR_MEMBERS = {"清": "CHN"}
# Two members with a dot between them, and a noun right behind.
DOTTED = re.compile(
    f"(?<![一-龥々ァ-ヴーA-Za-z0-9・])[日米英仏独伊露中韓豪印加]・(?![ロソパ][ァ-ヴー])[{CORE}{RARE}](?=[一-龥ァ-ヴ])"
)
# Three members and more in one list need no other evidence: 日・米・韓, 日、米及び韓.
CHAIN = re.compile(
    f"(?<![一-龥々ァ-ヴーA-Za-z0-9])[{CORE}{RARE}](?:(?:、|・|,|/|及び|並びに|と)(?![ロソパ][ァ-ヴー])[{CORE}{RARE}{REGIONS}]){{2,}}"
)
SEVERAL = 2
COUNTED = re.compile("の?(?:[0-9一二三四五六七八九十]+[かヶケカヵ]?国|各国|両国|諸国)")
# What runs on after a chain must show that it was one of countries.
RUNS_ON = re.compile("(?!及び|並びに)[一-龥ァ-ヴー]")
GLOSSED = re.compile(f"[{CORE}{RARE}](?:(?=\\([一-龥ァ-ヴ])|(?=\\))(?<=\\(.))")
LETTER = re.compile("[一-龥々ァ-ヴーA-Za-z0-9]")
# A gloss that begins with a country: 日米越(ベトナム).
GLOSS = "("
# Cells stand between tabs, or wide white space; a member alone in one.
CELL_MEMBERS = "日米英仏独伊露中韓豪印加"
TAB = re.compile("\t")
CELL_MARK = re.compile("\t|　[ 　]*| {2,}[ 　]*")
CELL = re.compile(f"[{CELL_MEMBERS}](?=$|[\t\n　]|  )(?![ 　]+[本国州側軍])")
BEFORE_CELL = re.compile("^|(?<=[\t\n　])|(?<=  )")
# The head of a column or row of countries, and of one of languages.
COUNTRY_HEAD = re.compile("(?:主要|対象|相手|原産|輸出|輸入|仕向|出身|諸外)?国(?:名|別)?|国・地域名?|国又は地域")
LANGUAGE_HEAD = re.compile("[言外]語|語学|外国語|辞[書典]")
# Cells of one character that name days of the week, sizes, places in an order.
NO_COUNTRY_CELLS = frozenset("月火水木金土大小上下左右高低前後男女年")
JAPANESE_REGIONS = re.compile("(?:北海道|東北|北陸|関東|甲信越|東海|中部|近畿|四国|九州|沖縄|信越)")

# --- contractions ------------------------------------------------------------------------------------------------

KATAKANA = re.compile("[ァ-ヴー]")
# Members in katakana, which begin longer words too.
KATAKANA_MEMBERS = "ロソパ"
# 日 is a day too, 日中 daytime, 訪米中 during a visit.
DAY, DAYTIME_WORD, DURING = "日", "日中", "中"
DOT, OF = "・", "の"
# What may stand before a member: the number of a meeting, and characters that qualify a country.
TIMES, BEFORE_MEMBER = "回", "回次前元現新旧故対各第"
PARTNER = re.compile(
    "・?(?:EU|EC(?![A-Z])|ASEAN|GCC|NATO|AU(?![A-Z])|SICA|CARICOM|EFTA|V4|GUAM|SAARC|OECD|PIF|UNESCO|ECOWAS|メルコスール|カリコム|欧州|欧|北欧|中東欧|中米|"
    "アフリカ|アジア|中央アジア|アラブ|中東|中南米|南米|カリブ|太平洋|バルト|メコン|湾岸|ラテンアメリカ|イスラム)"
)
# 日SADC対話: whatever short name in capitals stands behind 日.
SHORT_PARTNER = re.compile("・?[A-Z]{3,8}(?![A-Za-z])")
PARTNERED = re.compile("[日米英仏独中韓露豪印](?=・?[A-Zァ-ヴ一-龥])")
# 日EU・英: a partner in Latin letters and a member after its mark.
AFTER_PARTNER = re.compile(
    f"(?:EU|ASEAN|NATO|GCC|AU)(?:・|、|及び|と)[{CORE}](?=[のはがをに間、。・)]|両|首脳|及び|3者|三者|協議|会|$)"
)
# Members that are seldom another word, and those that mostly are.
PLAIN_MEMBERS, COMMON_WORDS = "英仏独豪韓露伊米", "中日加印台朝"
SURE_MEMBERS = "英仏独豪韓露伊"
# Marks that join names and not clauses.
NAME_JOINS = ("・", "/", "／")
# What stands before is asked last: the rest is rarer.
SINGLE = re.compile(
    f"[{CORE}{RARE}](?=[、・,/／)\\]）」\t\n 　はがをにでもへの]|及び|並びに|と|や|など|等|各国|諸国|両国|向け|側|$)"
    "(?:(?<![一-龥々ァ-ヴーA-Za-z0-9].)|(?<=及び.)|(?<=並びに.))"
)

# --- names -------------------------------------------------------------------------------------------------------

# Letters of a name, all set apart by the same white space.
LETTER_SPACED = re.compile(
    r"(?<![一-龥々ァ-ヴー])(?<![0-9][ 　])[一-龥ァ-ヴ]([ 　]{1,6})[一-龥ァ-ヴー](?:\1[一-龥ァ-ヴー])*(?![一-龥々ァ-ヴー])"
)
SPACES = re.compile("[ 　]+")
STATE, CHINA, JAPAN, MONTH = "国", "中国", "日本", "月"
COMMUNIST_CHINA, PARLIAMENT_REST, DIPLOMATIC_TIES = "中共", "民議会", "国交"
# 9日本会議, 9日本文: 本 begins the word after the day.
NO_JAPAN = re.compile("[会部当文人式]")
# Names that another place bears, too, so that their period counts.
SHARED_NAMES = frozenset(("ジョージア",))
REGION_BEFORE = re.compile(f"{JAPANESE_REGIONS.pattern}(?:地方|地域)?[、・,及び]+$")
REGION_BEHIND = re.compile(f"(?:地方|地域)?[、・,及び]+{JAPANESE_REGIONS.pattern}")
LISTED_NEXT = re.compile("[、・,](?:及び)?|及び|と")
LIST_MARK = re.compile("[、・,]|及び|と")
# What only a state has.
STATE_BEHIND = re.compile(
    "の(?:政府|首相|大統領|外相|外務大臣|国会|首都|国民|独立|国王|経済(?!学)|主権|領土)|との(?:国交|外交|協定|条約|(?:経済)?協力|貿易)|政府(?!高官)"
)
