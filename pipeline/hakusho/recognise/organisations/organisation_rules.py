"""What makes a run of characters the name of a body: tables for `grammar.py` and `aliases.py`."""

import re

# The characters that names are made of; a name does not run across anything else unless it is quoted.
# Marks of Latin names (J-LIS, JPCERT/CC, IEEE802.11) join only letters and digits.
NAME_CHARACTER = re.compile(r"[一-龥々〆ヶァ-ヴーA-Za-z0-9・&'+]|(?<=[A-Za-z0-9])[./-](?=[A-Za-z0-9])")
# Words of names that are written in hiragana.
NAME_WORD = (
    "づくり|まち|しごと|くらし|こども|子ども|ふるさと|みどり|みらい|いのち|いじめ|がん|子育て|ひとり親|むつ|"
    # Places, and the words that companies are called by.
    "さいたま|つくば|いわき|ひたちなか|かすみがうら|ふじみ|あわら|たつの|まんのう|さぬき|うきは|えびの|うるま|みなかみ|ときがわ|しなの|ひょうご|かずさ|"
    "ふくしま|とうほく|みやぎ|いわて|あおもり|やまがた|いばらき|とちぎ|かながわ|にいがた|いしかわ|しずおか|おおさか|わかやま|おかやま|ひろしま|やまぐち|"
    "えひめ|ふくおか|ながさき|くまもと|おおいた|みやざき|かごしま|おきなわ|たけふ|みずほ|りそな|あいおい|しんきん|ゆうちょ|かんぽ"
)
KANJI = re.compile("[一-龥々]")
# みどり, うちわ, 踊り, ものづくり: a noun with hiragana in it.
HIRAGANA_WORD = re.compile("(?=.{2})[一-龥]*+[ぁ-ゖー][一-龥ぁ-ゖー]*+")
# Parts of speech of the words that names are made of, and the ends of those of persons' names.
COMMON_NOUN, MARK = "名詞-普通名詞", "補助記号"
NOUN, PREFIX, SUFFIX_WORD, ADJECTIVE, VERB = "名詞", "接頭辞", "接尾辞-名詞的", "形状詞-一般", "動詞"
ADVERBIAL, NUMERAL, ORDINAL = "副詞可能", "数詞", "第"
PROPER, PLACE, GIVEN_NAME = "名詞-固有名詞", "名詞-固有名詞-地名", "人名-名"
# Names of two characters are found in too many words (国会 in 参加国会合, 間組 in 期間組織): they have to be words.
LONGEST_OF_WORDS = 2
KATAKANA, KATAKANA_OR_LATIN = re.compile("[ァ-ヴー]"), re.compile("[ァ-ヴーA-Za-z]")
DOTTED_KATAKANA = re.compile("[ァ-ヴー]・[ァ-ヴー]")
LONGEST_NAME = 40
# A row of a list is no longer; a line of a paragraph is.
ROW_END, LONGEST_ROW = "\n", 24
# What the features of a proposal weigh together before it is taken for a name.
ENOUGH = 3
ENOUGH_AROUND = 8
# What joins words of names, how many particles a name may hold, and letters of one script that run on.
JOINTS = ("・", "&", "-", "+", "/", "'", "ヶ", "ケ")
DOT = "・"
CHIEF = "会長"
MOST_LINKS, MOST_CONTENT, MOST_WORDS = 2, 3, 12
# How many words that end bodies a name holds besides its head.
MOST_CLOSED = 2
ONE_SCRIPT = re.compile("[ァ-ヴー]{2}|[A-Za-z0-9]{2}")
NUMBERED_WORD = re.compile("第|[0-9一二三四五六七八九十百]+")
SCRIPTS = {
    "kana": re.compile("[ぁ-ゖー]{2,}"),
    "katakana": re.compile("[ァ-ヴー]{2,}"),
    "latin": re.compile("[A-Za-z][A-Za-z0-9]*"),
}
# Beginnings that single a body out among those of its kind.
NAMING = frozenset(
    f"{name}-first" for name in ("place", "proper", "country", "known", "kana", "katakana", "latin", "ordinal")
)
# A bracket inside a name: 脱炭素(水素・アンモニア)小委員会.
LONGEST_BRACKET = 16
BRACKET = re.compile(r"(?<=[一-龥ァ-ヴーA-Za-z])\([一-龥ァ-ヴー・]{1,14}\)\Z")
# Heads that are seldom anything but a firm's or band's, once a name stands before them.
TRADES = frozenset(("trade", "brand"))
# 米ズーム・コミュニケーションズ is a country and a firm; 米商務省 is one name.
FIRMS = TRADES | {"firm", "company"}
# Kinds whose head the particle の never stands before: 大陸の省 are provinces.
NEVER_OWNED = frozenset(("office",))
# Names of these beginnings stand before a class: 米国民間銀行; others are of the name: DEF信託銀行.
PLACED = ("country-first", "place-first")
# What a place alone names: 津商工会議所.
NAMED_BY_PLACE = frozenset(
    "商工会議所 青年会議所 弁護士会 司法書士会 行政書士会 税理士会 医師会 歯科医師会 薬剤師会 看護協会 観光協会 社会福祉協議会".split()
)
# The kind of 部, 課 and 室: 南東部 is a region.
PART = "sub"
LOCAL = "local"
# Whose body may bear the name of another one, behind its own.
OWNERS_OF_LIKE = frozenset(("place-first", "country-first", "known-first"))
# Kinds whose heads are everyday words: without a place, a name or a region in front they name no body.
COMMON = frozenset(
    "trade clinic nursery workshop civic union troupe school hospital station cityoffice bank museum localpolice sub secretariat fieldoffice campus foreign guild placeoffice".split()
)
# ラジオ・テレビ・アフガニスタン goes on behind テレビ.
GOES_ON = re.compile("[ァ-ヴーA-Za-z]・[ァ-ヴーA-Za-z]")
RUNS_ON_LETTER = re.compile("[一-龥々ぁ-ゖァ-ヴーA-Za-z0-9]")

# --- what stands in front of a name and does not belong to it ------------------------------------------------

COUNTED = re.compile(
    r"第?[0-9一二三四五六七八九十百]+(?:回|次|期|代|条|号|章|節|項|か国|ヵ国|ヶ国|カ国|箇国|社|団体|件|名|人|つの|府省庁?|省庁|機関|大学|カ年|か年|年間|年度|年|月|日|時|号機|階|号室|者|部会|校|地域|都市|都道府県|自治体)"
    "|(?:明治|大正|昭和|平成|令和)[0-9元一二三四五六七八九十]+年?度?"
)
LEADING = re.compile(
    "旧制?|付け|定例|元(?!老)|現(?!代)|前(?!橋|田|川|島)|各種|各|両|同(?!志社|盟|和|友|仁|省|庁|国|局|府|社)|当(?!別|時)|[0-9]+[.．]|[0-9]+(?=[一-龥ァ-ヴ])(?![0-9]*(?:世紀|次元|県|市|府|大学工学系|条|地区))|我が国|わが国|我国|本邦|政府|民間|官民|国内|海外|諸外国|今後|現在|当時|昨今|近年|従来|一方|今回|今般|前回|先般|"
    "昨年|本年|今年|翌年|同年|前年|毎年|年度|上記|下記|前述|後述|以上|以下|以後|以前|以降|以来|並|及|又|或|等|主要|主|既存|既|"
    "取組事例|事例|最近|最終|最大手|最大|大手|最高(?=意思|責任|レベル|経営|執行機関|情報)|新設|仮称|全体|一部|関連|関係(?!閣)|所管|担当|諮問機関|特殊法人|認可法人|公益法人|国際機関|専門機関|"
    "特殊法人|認可法人|資料|出典|抜粋|通称|略称|議長国|主催|共催|後援|協力|参加|加盟|出席|例|注|際|上で|他|別(?!府|海|子)|但(?!馬)|尚|特|即|概|約|計|毎(?!日)|週|昼|夜|朝(?!倉|霞|来|日|鮮|銀)|夕(?!張)|午前|午後|"
    "開催|設置|設立|創設|実施|①|②|③|④|⑤|⑥|⑦|⑧|⑨|⑩|・|-|/|'|\\.|&|\\+"
)
# What makes one word with a short name of kanji: 科学振興 has no 学振 in it, 10日医師 no 日医; some kanji may stand there.
RUNS_ON = re.compile("[一-龥々0-9A-Za-z]")
RUNS_ON_BEHIND = re.compile("[一-龥々ァ-ヴA-Za-z]")
BEFORE_A_NAME = re.compile("[旧元前現同各等及並又省庁]")
BEHIND_A_NAME = re.compile(
    "会頭|会長|社長|理事|総裁|総長|所長|委員|議長|院長|局長|事務|職員|社員|幹部|役員|首脳|側|案|系|内|株|副|前(?!払)|元|等|など|及び|並びに|又は|"
    "本部|支部|本社|支社|傘下|加盟|主催|共催|調べ|発表|幹事|専務|常務|代表|関係者|子会社|特別研究員|答申|報告書|提言|資料|作成|公表|ホームページ|グループ|ホールディングス|第[0-9一二三四五六七八九十]"
)
# What may follow a name directly although it is kanji.
SUFFIX = re.compile(
    "(?:長(?!期|官房|所|短|距|年|野|崎|岡|い|さ|引|時)|長官|員|側|等|内|案|会合|総会|本会議|関係|主催|共催|作成|資料|調べ|公表|決定|了承|報告|答申|提出|設置|設立|開催|出身|職員|幹部|議長|委員|理事|代表|"
    "加盟|協定|憲章|条約|勧告|規則|指針|主導|傘下|所管|管轄|認定|承認|認可|提供|撮影|編|著|刊|発行|諮問|付属|附属|訪問|宛|発|法|令|名|別|間|向|全体|自身|独自|関連|以外|以下|以上|及|並|又|所属|主体|"
    "担当|予算|概算|告示|訓令|通達|通知|省令|大臣|副大臣|政務|事務|次官|審議|総裁|会長|社長|理事長|総長|学長|所長|院長|局長|部長|課長|室長|議員|公使|大使|部隊|基地|一般|主計|第[0-9一二三四五六七八九十]|"
    "本部|支部|支社|支店|支局|本社|本店|人権|国際|地域|地方|全国|推計|調査|統計|試算|推定|年次|中間|最終|一次|二次|第一|第二|第三|総合|共同|合同|特別|専門|運営|事業|業務|活動|制度|政策|計画|方針|戦略|会議|資金|"
    "改革|民営|再編|統合|移行|発足|廃止|解散|加入|離脱|脱退|参画|参加|出席|議事|議論|審査|検討|研究|開発|技術|標準|規格|仕様|番組|放送|通信|電話|回線|網|施設|設備|局舎|庁舎|本庁|料金|接続|利用|契約|加入者|会員|職員|社員|組合員|学生|教授|准教授|名誉|病院|大学院|学部|研究科|図書館|博物館|工学|医学|理学|農学|経済|法学|文学|教育)"
)

# 都道府県労働局, 市町村教育委員会 are classes; a 連合会 of them is one body.
EVERY_PLACE = re.compile("都道府県|道府県|府県|市町村|市区町村|区市町村|郡市")
OF_ALL_PLACES = (
    "連合会",
    "協議会",
    "連絡協議会",
    "共済組合",
    "推進本部",
    "検討会",
    "研究会",
    "調査会",
    "審議会",
    "懇談会",
)

# --- policies by the kind of head ----------------------------------------------------------------------------

# Modifiers that with 省 or 庁 are not a name: 各省, 3省, 官庁; provinces of China are places.
NO_OFFICE = re.compile(
    "(?:行政|処分|原処分|上級|下級|許可|認可|裁決|監督行政|権限|処理)$|(?:.*(?:各|両|関係|同|(?<!安)全|他|諸|本|当|主務|所管|担当|府|官|官公|省|中央|地方|主管|[0-9一二三四五六七八九十]))$"
)
CITY_OFFICES = re.compile(".*(?:県|都|市|道|区|町|村|登|入|退|在|新|旧)$")
PROVINCES = tuple(
    "広東 四川 浙江 江蘇 山東 河北 河南 湖北 湖南 福建 遼寧 吉林 黒龍江 黒竜江 陝西 山西 安徽 江西 雲南 貴州 甘粛 青海 海南 台湾 広西 満州".split()
)
BUREAU_WORDS = re.compile(
    "(?:行政|政策|管理|総務|経済|基盤|振興|保険|安全|環境|国際|流通|衛生|基準|安定|教育|研究|技術|通商|貿易|産業|財政|税務|自治|統計|評価|監察|調整|企画|開発|保護|運輸|整備|航空|海事|港湾|鉄道|道路|住宅|河川|農産|畜産|水産|森林|刑事|民事|矯正|入国|領事|条約|主計|主税|関税|理財|銀行|証券|医政|健康|年金|福祉|防衛|警備|保安|電気通信|郵務|貯金|通信|情報|資源|工業|商務|繊維|雑貨|機械|公益|通商産業|厚生|労働|総合通信|検疫|食糧|蚕糸|園芸)$"
)
NO_BUREAU = re.compile(
    "(?:放送|郵便|電話|電報|電信|基地|無線|地球|中継|端末|子|親|固定|移動|陸上|海岸|航空|人工衛星|衛星|受信|送信|交換|認証|登録|試験|実用|地上|対象|参加|重要|県域|隣接|停波|未開局|事務|薬|支|本|分|当|政|難|結|終|対|開|破|大|一|各|全|両|予備|免許人所属|アマチュア|簡易|特定郵便|集配|普通|テレビ|ラジオ|コミュニティ放送|ローカル|キー|系列|民放|総合通信|地方総合通信|地方整備|地方振興|地方|地方(?:法務|労働|農政|運輸|財務|防衛|厚生|入国管理|航空|環境|総合通信|検疫))$"
)
# 同省自動車交通局 is one name.
SAME_OFFICE = re.compile("[同当][省庁府]..")
# 熊本放送蘇陽北局 is a mast on a hill.
RELAY = re.compile("(?:放送|テレビ)[一-龥]{0,6}\\Z")
# 国家海洋局, 連邦航空局: bureaus of a state; 札幌市交通局: of a place.
STATE_BUREAU = re.compile("(?:連邦|国家)[一-龥ァ-ヴー・]{2,12}")
_PLACE = "(?:東京都|北海道|大阪府|京都府|[一-龥]{2,3}県|[一-龥ヶァ-ヴー]{2,5}(?<!都)市(?![場民街区])|[一-龥]{2,4}(?<!地)区(?![域間分]))"
LOCAL_BUREAU = re.compile(_PLACE + "(?!.*(?:放送|郵便|電話|基地|無線|薬|事務|支|本|分)$)[一-龥・]{2,12}")
OFFICE_PLACE = re.compile("第[0-9一二三四五六七八九十]+管区|[一-龥ヶ]{2,5}(?:地方|管区|地区)?")
# What follows a country or region in the name of an office, and what only says which kind of office it is.
REGION = re.compile("欧州(?!各)|アフリカ|アラブ|米州|汎米|アジア太平洋|アジア")
SHORTEST_TASK = 3
# Ministries of China, Korea and Vietnam end in 部, as regions do: 中国東北部.
MINISTRY_TASK = re.compile(
    "(?:衛生|商務|外交|外務|国防|公安|教育|文化|財政|農業|水利|鉄道|交通|建設|労働|司法|民政|監察|環境|産業|情報|情報化|科学技術|郵電|電子|資源|統一|行政|通商|経済|福祉|家族|水産|安全|内務|法務|体育|観光|逓信|通信)\\Z"
)
NO_FOREIGN_OFFICE = re.compile(
    "(?:側|拠点|相手国|相手|共同|代表|実施|政府|公的|民間|行政|金融|研究|開発|調査|教育|医療|報道|情報|治安|捜査|規制|監督|標準化|試験|検査|認証|認定|格付け?|援助|支援|関係|専門|主要|各種|司法|立法|国家|連邦|地方|政策|通商|貿易|外交|軍事|警察|"
    "輸出|信用|国際|国内|投資|交通|運輸|電気通信|通信|放送|高等|学術|中央|地域|多国間|二国間|融資|監査|仲介|推進|執行|登録|指定|系|諸|の|企業|大学|標準|技術|産業|経済|科学|文化|統計|国立|公立|独立|当局|内|セキュリティ|標準化団体)*"
)
# What a secretariat serves.
SERVED = re.compile("(?:条約|協定|議定書|委員会|会議|協議会|審議会|機構|連合|本部|フォーラム|共同体|[A-Z]{3,8})\\Z")
STATE_OWNED = re.compile("国[営有][一-龥ァ-ヴー]{2,8}")
NO_FIRM = re.compile("(?:クレジット|国民|単一|総合|合弁|民間|各|純粋|中間|金融|銀行|持株|当該|同|共同|大手|地域)+")
# Letter-spaced names; names in wide letters that a narrow mark of a note sticks to.
SPACES = re.compile("[ 　]+")
SPACED = re.compile("(?<![一-龥])[一-龥](?:[ 　]{1,2}[一-龥](?![一-龥]))+")
WIDE_BEFORE_MARK = re.compile(
    "[Ａ-Ｚａ-ｚ](?<![Ａ-Ｚａ-ｚA-Za-z0-9０-９].)[Ａ-Ｚａ-ｚ]{1,9}(?=[0-9]{1,2}(?![0-9A-Za-z]))"
)
NO_COUNCIL = re.compile(
    "^(?:各種|各|諸|(?:設立|創立|開設|開催|発足|実行)準備|自主|有志|若手|定例|常任|常設|特別|小|専門|専門家|有識者|学識経験者|第三者|外部|内部|運営|実行|企画|編集|編さん|準備|懲罰|倫理|監査|報酬|指名|選考|審査|評価|査察|検討|研究|調査|推進|協議|連絡|調整|合同|共同|全体|本|総|"
    "教育|農業|労働|人事|公安|選挙管理|固定資産評価審査|海区漁業調整|収用|住民|市民|地域|地方|地区|全国|国際|民間|政府|業界|利用者|消費者|事業者|関係者|取締役|株主|役員|社員|職員|学生|生徒|評議|理事|幹事|"
    "勉強|説明|報告|発表|講演|懇親|意見交換|公聴|討論|分科|作業|技術|安全|衛生|防災|災害|環境|医療|福祉|学校運営|学校|保護者|同好|後援|振興|育成|支援|対策|連携|協力|交流|推薦|認定|認証|登録|規格|標準化|標準|国際標準化|ステアリング|プログラム|プロジェクト|アドバイザリー|"
    "経営|業務|予算|決算|法務|外務|総務|文教|厚生|建設|議院運営|科学技術|国内|社内|庁内|省内|府内|部内|学内|校内|院内|両院|両国|諮問|次期|下部|後|上部|一般|戦略本部|情報化推進|製作|計画|国会|州|府省連携|省庁連携|二国間|多国間|閣僚|次官|局長|大臣|首脳|民族|宗教|各府省|府省|省庁|関係省庁|関係府省|関係機関|関係団体|当該|同|当|該|新|旧|元|前|現|複数の?|多く|数|他の?|その|この|主要|全府省|研究報告|中央)?(?:の)?$"
)
NO_BODY = re.compile(
    "^(?:各|諸|両|他|当|同|本|新|旧|国際|地域|地方|政府間|政府|民間|公的|公共|公益|専門|協力|地域協力|国際協力|世界|世界的|実施|運営|支援|推進|研究|研究開発|開発|行政|司法|立法|政治|経済|社会|市場|価格|認証|標準化|業界|事業者|全国|都道府県|市町村|企業|大|小|軍事|官僚|流通|輸送|"
    "(?:特?定|建設工事|建設|工事|経常|設計|地域|維持|修繕){1,4}|消防団|町内|自治|自治会|農業|漁業|林業|森林|商工|同業|利用者|消費者|労働|職員|国家|主権国家|電源|制御|駆動|作動|伝達|免疫|反応|発生|調整|抑制|防御|運命|観光|委託|受託|商工会|サービス企業|統治|ガバナンス|メカニズム|地方公共|各種|社会福祉|法人会|青年|婦人|共同募金|共済)?$"
)
# What the local office of a ministry does; before it stands its place.
FIELD_OFFICE = re.compile(
    "[一-龥]{2,}(?:農政|国道|河川|河川国道|復興|砂防|港湾|空港|港湾空港|開発建設|財務|行政評価|社会保険|年金|地方環境|森林管理|統計|情報|営繕|ダム|公園|海岸|道路|技術|用地|農業水利|土地改良)"
)
# 日英同盟, 日独伊三国同盟 are treaties between countries.
NO_ALLIANCE = re.compile("^[日米英仏独伊露ソ中韓朝豪印墺・]{1,5}(?:[二三四]国|両国)?(?:軍事|攻守|防共)?$")
NO_UNIVERSITY = re.compile(
    "(?m:^).*(?:国立|公立|私立|国公立|国公私立|各|全|他|同|本|当|短期|総合|単科|地方|海外|国内|外国|有名|主要|地元|県内|都内|市内|連携|研究|名門|難関|理系|通信制|大規模|小規模|中規模|専門職|新制|旧制|拠点|指定|帝国|産|官|学|参加|内外|民間|企業|付属|系|の|[0-9]|・|法科|経営|教員養成|ネット|コミュニティ|サイバー空間|専門職)$|^(?:医科|歯科|工業|教育|農業|芸術|音楽|体育|市民|公開|国際|世界|女子|男女)$"
)
NO_BANK = re.compile(
    "(?m:^).*(?:中央|商業|民間|地方|都市|信託|投資|取引|主取引|情報|国立|市中|外国|主要|大手|国際|政府系|国営|国有|世界的|各|同|当|他|邦|開発|地域|血液|精子|人材|データ|骨髄|臍帯血|アイ|角膜|種子|遺伝子|メガ|ネット|インターネット|専業|貯蓄|協同組合|直接|不明確|系|の|・)$"
)
NO_LAB = re.compile(
    "^(?:地方(?:衛生|環境|公害|農業|工業|水産|林業|畜産)|各|国立|公立|民間|企業|付属|附属|付置|附置|中央|基礎|研究|試験|公的|政府|政府系|大学|産業|他|同|本|当|新|旧|海外|国内|外部|自社|社内|国際|地方|公設|総合|生産技術|技術|開発|独自|海外の?|内部)?$"
)
HOSPITAL_NAME = re.compile(
    "(?:大学|医科大|市立|町立|村立|県立|都立|府立|道立|記念|赤十字|済生会|厚生|中央|総合|共済|労災|医療|市民|徳洲会|[市町村県都府])$|^国立..|^(?!リハビリ|メンタル|クリニック|ホーム|ケア|デイ)[ァ-ヴー・]{4,}$"
)
NO_HOSPITAL = re.compile(
    "^(?:総合|大学|地域|拠点|中核|救急|公立|公的|民間|私立|国立|市立|県立|専門|一般|精神科?|地方|都市部?|大規模|中小|災害拠点|へき地医療拠点|医療|各|他|同|当|基幹|感染症指定医療|連携|協力|中央|厚生|記念|在宅療養支援|特定機能|地域医療支援|自治体|企業|附属|付属)$"
)
SCHOOL_NAME = re.compile(
    "[一-龥ァ-ヴ](?:[都道府県市区町村]|組合)立.|^国立.|大学(?:[一-龥]{2,6}学部)?(?:附属|付属)|..学園"
)
NO_MEDICAL_CENTRE = re.compile(
    "(?:救命|救急|総合|地域|周産期|母子|小児|がん|循環器|高度|先端|先進|基幹|中核|災害|感染症|心身|精神|リハビリテーション|成育|臨床|国際|歯科|生殖|遠隔|在宅|専門|移植|女性|こども|発達)$|^(?:各|同|当|本)"
)
NO_PARTY = re.compile(
    "(?m:^).*(?:連立与|両)$|^(?:与|野|政|新|旧|両|各|全|同|本|他|多数|少数|第一|第二|第1|第2|保守|革新|左翼|右翼|極右|極左|主要|既成|泡沫|小|大|連立与|甘|辛|悪|徒|残|一|二|三|複数|支持|所属|反対|地域|宗教|緑の|与野|公明|[0-9]+|・)?$"
)
TRADE_OF_PLACE = re.compile(
    "(?!地元|地域|沿岸|専門|総合|同業|中小|特定|各地|既存|一般|新規)[一-龥ァ-ヴー]{2,6}(?:漁業|農業|酪農|生活|消費生活|商工業)"
)
GUILD = re.compile("(?:全国|日本|全日本|大日本|東京|大阪|[一-龥]{2,3}[都道府県])[一-龥]{1,10}")
# 統一社会党 is not 社会党; 与党社会党 is.
PARTY_CLASS = re.compile("(?:党|派|政権|系|側|勢力|[日米英仏独伊露ソ中韓朝])\\Z")


def naming_of(kind: str) -> frozenset[str]:
    """Return the beginnings that single out a body of a kind; everyday heads are not named by an ordinal."""
    return NAMING - {"ordinal-first"} if kind in COMMON else NAMING


# What with a head of a kind is a class of bodies: 研究委員会, 国立大学; 局 closes no name behind some words.
NO_TRADE = re.compile(
    "(?:BS|CS|FM|AM|PCM|DMB|V-?(?:[Ll]ow|[Hh]igh)|デジタル|アナログ|マルチメディア|モバイル|多重|音声|衛星|中継|有線|ケーブル|受託|委託|サイマル|ステレオ|ラジオ|テレビジョン|オンデマンド|液晶|"
    "ブラウン管|ワンセグ|ネット|公共|語|発|輸入|省)$|観光$|ディーゼル$"
)
_CLASSES = {
    "bureau": NO_BUREAU,
    "trade": NO_TRADE,
    "council": NO_COUNCIL,
    "body": NO_BODY,
    "bank": NO_BANK,
    "univ": NO_UNIVERSITY,
    "lab": NO_LAB,
    "hospital": NO_HOSPITAL,
    "party": NO_PARTY,
    "alliance": NO_ALLIANCE,
    "office": NO_OFFICE,
    "foreign": NO_FOREIGN_OFFICE,
}
# Kinds of which the last word before the head makes a class, whatever the name begins with: NR基地局, BSデジタル放送.
ALWAYS_A_CLASS, LONGEST_CLASS = ("bureau", "trade"), 8
# Kinds whose names only a policy finds: their heads are too common to be weighed.
UNWEIGHED = frozenset(
    "joint government numbered company group mission force parliament national airline center".split()
)


def is_class(kind: str, modifier: str, owner: str = "") -> bool:
    """Return whether a modifier makes a class of what a head of a kind names; `owner` is a place that begins it.

    >>> is_class("univ", "国立"), is_class("univ", "京都")
    (True, False)
    """
    if kind in ALWAYS_A_CLASS:
        return bool(_CLASSES[kind].search(modifier[-LONGEST_CLASS:]))
    pattern = _CLASSES.get(kind)
    # 米国政府機関 is a class of agencies, as 政府機関 is.
    inner = modifier.removeprefix(owner)
    province = kind == "office" and modifier.endswith(PROVINCES)
    return province or bool(pattern and (pattern.fullmatch(inner) or pattern.fullmatch(modifier)))


# The set of words that alone name no body of a kind: 国政政党, 変速機構.
NEVER_TORN = frozenset(("party",))
GENERIC_OF_KIND = {"party": "generic", "court": "generic", "body": "mechanism"}
NO_STATION = re.compile(
    "^(?:各|各地|地方|管区|所轄|管轄|最寄り?|地元|近隣|隣接|代表|接続先|同|当|本|全国の?|都道府県|市町村|消防|常設|主要)+$"
)
# Rooms of a building, which lists name like sections: 会議室, 研究室.
NO_ROOM = re.compile(
    "(?:教|型教|研究|会議|事務|資料|待合|図書|職員|更衣|実験|展示|診察|手術|応接|談話|相談|作業|機械|電算|電気|地下|浴|寝|居|和|洋)\\Z"
)
# The head that rooms of a building bear too.
ROOM = "室"
PART_NAME = re.compile(
    "(?!.*(?:(?<!第)[本幹一全内外細上下中大頭深各両同教]|担当)$)(?!本|支|幹|上層|執行|一|全|各|内|外|経営|関係)(?:[一-龥ァ-ヴーA-Za-z・]|"
    + NAME_WORD
    + "){2,}"
)
# 日本分析センター: a centre of the whole country.
NATIONAL_CENTER = re.compile(
    "(?:日本|全国|" + _PLACE + ")(?!.*(?:データ|コール|ショッピング|コンタクト|文化)$)[一-龥ァ-ヴー・]{2,16}"
)
CENTER_EVIDENCE = re.compile(
    "[」)]?(?:[(][^()。]{0,40}[)])?(?:[^。、]{0,8})?(?:を?(?:設置|設立|開設|創設|新設|発足|立ち上げ|置い|置き)|が(?:[^。]{0,16})?(?:設置|設立|開設|創設|新設|発足|設けられ|置かれ))"
)

# Legal forms of associations and other bodies that are no companies: 同社 is none of these.
CIVIL = re.compile("(?<!監査)法人|[社財独学医宗研大福非]\\)|NPO\\)")
NO_LEGAL_NAME = re.compile(
    "(?:・|以外|整理合理化|改革|通則法|及び|並びに|又は|評価|会計基準|会計制度|会計原則|職員|法人|登記|番号|化(?!学|成|工)|制度|形態|各|等|など)"
)
# 株式会社の設備; a name may begin so (有限会社やまと設備), where the letter is no particle.
PARTICLE_FIRST = re.compile("[のへをがにはでとや]")
COMPANY = re.compile(
    r"(?:[ァ-ヴー・]{3,24}|(?<![A-Za-z0-9])(?:[A-Z][A-Za-z0-9&.'-]{0,24}[ ]){0,3}[A-Z][A-Za-z0-9&.'-]{0,24}[A-Za-z&])社(?![会内外長員債団屋史名交歴宅用有主告])"
)
# A name in hiragana behind a form or a troupe: what is left of the stretch is one particle (みなとや in みなとやは、).
# No particle ends a line (株式会社ひので), and や and の stand before a name, not before a comma.
KANA_NAME = re.compile(
    "[ぁ-ゖー]{2,9}?(?=(?:(?:において|による|によって|によれば|に対|について|には|では|からの|への|での|など|から|より|まで|[はがをにともへで])(?=[^ぁ-ゖー\\s])|[のや](?=[一-龥ァ-ヴーA-Za-z0-9「(]))?"
    "(?:[^ぁ-ゖー]|\\Z))"
)
# 日本学生支援機構政策企画部長 is the chief of its 政策企画部.
PARTICLE, PARTICLES, CHIEF_OF_UNIT = "助詞", ("助詞", "助動詞"), ("部長", "課長")
# What closes a name of associations behind の or a verb: 通信員の会, 森を守る会.
CLOSED_BY = re.compile(
    "(?:の|(?:を|に|と)?[一-龥]?[ぁ-ゖ]{0,4}[るうくすむぶ])(?:[一-龥ァ-ヴー]{0,6})(?:会|家|里|杜|森|丘|園|友|輪|泉|風|郷|村|広場|ひろば|いえ|もり|さと)(?![一-龥])"
)
# What closes a name after a legal form: 一般社団法人A協会提供資料, 株式会社B及びC.
NAME_STOP = re.compile(
    "提供|提出|資料|作成|調べ|公表|及(?!川)|並び|発行|ホームページ|HP|ウェブ|プレスリリース|会長|社長|理事(?!会)|代表|会頭|専務|常務|幹事|監事|教授|主任|部長|課長|支店|支社|営業所|報告書|"
    # A name after a form is no longer than that, and so is a number in it.
    f"[0-9]{{1,{LONGEST_NAME}}}+(?=[一-龥]|$)|(?<=[会構団盟所])(?:内|等|等?及|による|主催|編)"
)
NO_COMPANY = re.compile(
    "(?:メーカー|ベンダー|キャリア|ベンチャー|プロバイダー?|オペレーター?|グループ|コンサルティング|サービス|システム|データ|スタートアップ|ライバル|パートナー|スポンサー|ユーザー|リース|ガス|タクシー|バス|トラック|アプリ|ゲーム|レコード|カード|クレジットカード|ソフト|ソフトウェア|ハード|インターネット|ネット|メディア|コンテンツ|セキュリティ|ケーブルテレビ|テレビ|ラジオ|通信キャリア|ファブレス|レンタカー|エアライン|ホテル|ディベロッパー|[ァ-ヴー]・カンパニー)社$|^(?:M2M|ISP|IT|ICT|CATV|MVNO|MNO|OEM|FTTH|ADSL|BtoB|IX|PR|TV|CP|SNS|SIer|VC)社$"
)

# --- quotations ----------------------------------------------------------------------------------------------

QUOTED_HEAD = re.compile(
    "(?:研究会|検討会|懇談会|懇話会|連絡会|協議会|審議会|委員会|調査会|部会|分科会|作業班|会議|推進会|審査会|評議会|本部|機構|センター|連合|連盟|協会|財団|事業団|研究所|アカデミー|コンソーシアム|アライアンス|"
    "タスクフォース|WG|ワーキンググループ|ワーキング・グループ|チーム|プロジェクトチーム|推進フォーラム|同盟|庁|省|公社|株式会社|有限公司|公司|分科会|小委員会|専門調査会|幹事会|幹部会|協会|連絡会)$"
)
MEETING_QUOTED = re.compile(
    "(?:国際会議|首脳会議|総会|世界会議|全体会議|全権委員会議|本会議|予備会議|特別会議|代表者会議|通信会議|開発会議|閣僚級?会議|大臣級?会議|高級実務者会議|準備会議|専門家会議|サミット|テレビ会議|電子会議|遠隔会議|Web会議|オンライン会議|局長級会議|学術会議|公開会議|定例会議|臨時会議|円卓会議)$"
)
# Classes in quotation marks: 「情報銀行」.
GENERIC_QUOTED = re.compile(
    "(?:情報|商業|中央|地方|信託|人材|データ|血液|骨髄|メガ)銀行|(?:国立|公立|私立|総合|市民|公開)大学|(?:国際|地域|専門|公的|研究|行政|金融|教育|医療|報道|支援|政府|指定|認定|登録)機関|(?:教育|農業|運営|専門|実行|第三者|有識者|倫理|監査|小|調査)委員会|(?:データ|コール|サポート|ショッピング|支援|研修|文化|コンタクト|オペレーション|テレワーク|データ|ダウンロード|コスト)センター|蒸気機関|.*(?:銀行|データセンター)|第[0-9一二三四五六七八九十]+回.*会議|(?:関係|各)府省|.{0,3}会議|(?:テレビ|遠隔|Web|電子|オンライン|国際|三者|緊急)会議|勉強会|(?:.{0,4})本部|地域協議会|対策本部|災害対策本部"
)
COUNCIL_MEETING = re.compile(
    "(?:連絡|検証|検討|戦略|構想|推進|諮問|企画|実現|創造|対策|政策|参画|防災|技術|改革|再生|実行|有識者|評価|調整|専門|懇談|円卓)会議$"
)
ENGLISH_BODY = re.compile(
    r"(?:Focus Group|Working Group|Working Party|Study Group|Task Force|Joint Working Group|Technical Committee|Expert Group|Advisory Group)(?: on)? [A-Z][A-Za-z0-9 ,'&/-]{2,80}"
)
