"""Names without a head: what stands around them, and what companies are called: tables for `evidence.py`."""

import re

from hakusho.recognise.organisations.organisation_rules import LONGEST_NAME

NUMBERED_GROUP = re.compile(r"(?<![A-Za-z0-9-])(?:SG|WP|WG|SC|TC|JTC)[ -]?[0-9]{1,3}[A-Z]?(?![A-Za-z0-9])")
STANDARDS_BODY = re.compile("ITU|ISO|IEC|3GPP|ETSI|IEEE|W3C|APT|SC|Study Group|研究委員会")
TRADES = (
    "通信|電信|電話|電機|電器|電子|電工|製薬|製鉄|製鋼|製紙|自動車|重工|重工業|化学|化成|工業|産業|商事|物産|証券|銀行|生命|火災|海運|汽船|航空|鉄道|建設|不動産|石油|"
    "製菓|食品工業|損害保険|火災海上保険|海上火災保険|生命保険|肥料|レーヨン|レイヨン|製糖|製粉|水産|酒造|ビール|乳業|飲料|ハム|印刷|ゴム|硝子|ガラス|セメント|電線|電力|ガス|電鉄|急行|運送|通運|"
    "郵船|商船|倉庫|ホテル|観光|興業|興産|精機|精工|計器|時計|光学|楽器|車両|車体|造船|信販|リース|エナジー|ファーマ|フーズ|ストア|テクノロジー|テクノロジーズ|ソフトウェア|ソフトウエア|ネットワークス|エンジニアリング|毛織|薬品|油脂|火薬|"
    "工機|鋼機|電装|化工|産機|測器|鉱業|食品|繊維|紡績|製作所|製造所|百貨店|書店|新聞|放送|テレビ|テレコム|モバイル|エレクトロニクス|システムズ|ホールディングス|モーターズ|コミュニケーションズ"
)
# Names that are companies wherever they stand: what companies are called, and trades that are not also a common noun for a trade.
PLAIN_COMPANY = re.compile(
    "(?<![一-龥])(?:日本|大日本|新日本|東洋|帝国|東邦|東亜|三菱|三井|住友|富士|昭和|大和|日東)[一-龥]{0,4}"
    "(?:証券|生命保険|損害保険|火災海上保険|製薬|製鋼|製鉄|製紙|紡績|汽船|郵船|製作所|電線|硝子|製菓|製粉|製糖|酒造)(?![一-龥ァ-ヴーA-Za-z])"
)
TRADE_NAME = re.compile(
    rf"(?!(?:BS|CS|CATV|ケーブル|民間|民放|衛星|地上|コミュニティ|有線|国際|国内|地方|.{{0,4}}他)(?:放送|テレビ|通信|電話))"
    rf"(?:[一-龥]{{2,6}}|(?<!・)[ァ-ヴー][ァ-ヴー・]{{1,9}}|(?<![A-Za-z])[A-Z][A-Za-z&]{{0,24}})(?:{TRADES})(?![一-龥ァ-ヴーA-Za-z])"
)
TRADE_NAME_AT_END = re.compile(TRADE_NAME.pattern + "\\Z")
# Trades that make another company of a company's name.
TRADE_BEHIND = re.compile(
    "(?:FC|バス|タクシー|食品|薬品|乳業|送配電|(?:プロパティ|ビル|アセット|ファシリティ|ホテル)?マネジメント|パートナーズ|テクノ|プロダクツ|マーケティング|オートモービルズ|シネマズ|ビバレッジ|コスメティクス|ペイメント|交通|観光|出版|出版社|新聞社|ラジオ|テレビ|生命保険|損害保険|ロジスティクス|エステート|プラットフォームズ|キャピタル|リース|フーズ|ケミカル|マテリアルズ?|機械|電機|電器|電子工業|電工|工業|製作所|製造所|製鉄|製鋼|製紙|化学|化学工業|化成|商事|物産|証券|銀行|信託銀行|生命|火災|海上|不動産|建設|建機|重工|重工業|車体|精機|精工|倉庫|物流|運輸"
    "|・?ジャパン|東日本|西日本|九州|[ァ-ヴー]{0,12}(?:エンターテイン?メント|エンタテイン?メント|ミュージック|ピクチャーズ|スタジオズ?|コンピューティング|ホールディングス|カンパニー|コーポレーション|インターナショナル|システムズ|ソリューションズ|エナジー|テクノロジーズ?|エレクトロニクス|エンジニアリング|ファイナンス|コミュニケーションズ|ネットワークス|モバイル|デバイス)"
    ")(?![一-龥ァ-ヴーA-Za-z])"
)
# What belongs to a club's name on either side of what it is called for short: SKラピード・ウィーン, クリスタル・パレスFC.
CLUB_BEFORE = re.compile("(?<![A-Za-z])(?:FC|AC|AFC|SC|SK|FK|NK|CF|CD|UD|CA|AS|US|RC|VfL|VfB|SV|BK|IFK)\\Z")
CLUB_BEHIND = re.compile("[ 　]?(?:FC|AFC|SC|SK|FK|CF|F\\.C\\.)(?![A-Za-z])")
LONGEST_CLUB_FORM = 4
COMPANY_BEHIND = re.compile("(?<=[A-Za-zァ-ヴー])社(?![会内外長員債団屋史名交歴宅用有主告])")
_LATIN_NAME = r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9&.'-]{1,24}(?: [A-Z][A-Za-z0-9&.'-]{1,24}){0,3}(?<![.'-])"
_KATAKANA_NAME = "(?<![ァ-ヴー・])[ァ-ヴー][ァ-ヴー・]{1,18}[ァ-ヴー](?![ァ-ヴー])"
BARE_NAME = re.compile(rf"(?:{_LATIN_NAME}|{_KATAKANA_NAME})(?=[、・,])")
# A group that is named by what it is about.
ABOUT = re.compile(
    "(?:の(?:在り方|あり方)(?:に関する|について(?:の)?)?|に関する|に係る|に向けた|のための|についての|を考える|を検討する)(?:[一-龥ァ-ヴー・A-Za-z]{0,10}?)"
    "(?P<head>検討会議|検討会|研究会|懇談会|懇話会|有識者会議|専門家会議|連絡会議|連絡会|検討委員会|調査会|関係閣僚会議|タスクフォース|ワーキンググループ|ワーキング・グループ|WG)"
    "(?=議事|[^一-龥]|\\Z)"
)
TOPIC = re.compile(
    "(?:及び|並びに|子ども|[一-龥々ァ-ヴーA-Za-z0-9・&]|の|と|や|な|を巡る|をめぐる|における|に関する|に係る|への|からの|での|づくり|ものづくり|まち|ひと|しごと|こども|くらし|みどり)"
    f"{{1,{LONGEST_NAME}}}+\\Z"
)
TOPIC_PARTICLE = re.compile("[のにと]")
TOPIC_LEADING = re.compile(
    "[0-9]{1,2}(?=[一-龥ァ-ヴ])(?![0-9]+(?:次|号|者|世代|番|県|市|都市|か国|つ))|[のとやなに]|及び|並びに|[・&]|(?:本|当該|同|各)(?=[一-龥])|開催|設置|設立|第[0-9]+回"
)
TOPIC_QUOTED, LONGEST_QUOTED = re.compile("(?:『[^『』「」\n。]{1,20}』|「[^『』「」\n。]{1,20}」)\\Z"), 22
SHORTEST_TOPIC = 3
# Trades of no firm in particular: 子会社の電気工業.
_ANY_TRADE = rf"(?:国内|海外|各種|電気|電子|機械|化学|食品|金属|金融|情報|運送|一般|専門|総合|地域|地元|旅客|貨物|医療|建設|製造|印刷|出版)(?:{TRADES})"
# What only a body has or does.
_SITES = (
    re.compile(
        rf"[(\[]?(?:出典|資料|出所|提供|出典元)[)\]:][ ]?(?P<name>{_LATIN_NAME}|{_KATAKANA_NAME})"
        "(?=(?:の)?(?:公式)?(?:ウェブサイト|ウェブページ|ホームページ|HP|サイト|プレスリリース|公表資料|提供資料|資料|社)(?![一-龥]))"
    ),
    re.compile(
        rf"(?:(?<=[\n。、」)0-9])|(?<=[0-9] ))(?P<name>{_KATAKANA_NAME})"
        "(?=[はが]、?[^。「」\n]{0,30}「[^」\n]{1,40}」[^。、\n]{0,12}を(?:開発|運営|発売|販売|創業|買収|設立))"
    ),
    re.compile(
        rf"(?<![ァ-ヴーA-Za-z])と(?P<name>{_LATIN_NAME}|{_KATAKANA_NAME})(?=と?の(?:連携協定|包括連携|業務提携|資本提携|合弁|協定の?締結))"
    ),
    # スタートアップ企業のZipline, 大手のNetflix: what follows such a word is who it is.
    re.compile(
        rf"(?:スタートアップ|ベンチャー)(?:企業(?:の|である)?|(?:の|である))(?P<name>{_LATIN_NAME})"
        "(?=[はがと、(]|による|を|では)"
    ),
    re.compile(rf"大手(?:企業)?(?:の|である|、)?(?P<name>{_LATIN_NAME})(?=[はがと、(]|による|を|では)"),
    re.compile(
        rf"(?P<name>{_LATIN_NAME}|{_KATAKANA_NAME})(?=の(?:創業者|日本法人|CEO|最高経営責任者|親会社|子会社|筆頭株主))"
    ),
    # アステルグループ8社: a group that firms are counted of.
    re.compile(
        "(?<![ァ-ヴー・一-龥A-Za-z])(?P<name>(?!グループ)[ァ-ヴー][ァ-ヴー・]{2,20}[一-龥]{0,4}グループ)(?=の?[0-9]{1,2}社)"
    ),
    # 子会社の東海フーズ: a trade behind such a word.
    re.compile(
        rf"(?:子会社|親会社|関連会社|持株会社|傘下)(?:である|の)(?P<name>(?!{_ANY_TRADE})[一-龥]{{2,6}}(?:{TRADES}))(?=[はがとをに、(]|による|では|など|及び|も)"
    ),
    # ミドリノから「歌集」が発売された: who brings a work out.
    re.compile(
        rf"(?P<name>{_LATIN_NAME}|{_KATAKANA_NAME})(?=から(?:[「『][^」』\n]{{1,40}}[」』][がを])?(?:発売|刊行|出版|リリース)(?:され|し))"
    ),
)
SAID = re.compile(r"大手|[(\[]?(?:出典|資料|出所|提供|提供元)")
_BARE = rf"(?:{_LATIN_NAME}|{_KATAKANA_NAME})"
BARE = re.compile(rf"{_BARE}(?:{TRADES})?")
_BESIDE = (
    # 自動車大手のマツバラは, 子会社のミライトが: what stands behind such a word is who it is.
    re.compile(
        rf"(?:大手|子会社|親会社|関連会社|持株会社|同業|競合相手|老舗|中堅)(?:企業|メーカー|会社)?(?:の|である|、)?(?P<name>{_BARE})(?=[はがとをに、(]|による|では|など|及び|も)"
    ),
    re.compile(
        rf"(?P<name>{_BARE})(?=の(?:社長|株価|株式|連結|決算|売上高|純利益|経営陣|代表取締役)|に入社|を(?:完全)?(?:子会社化|吸収合併)|と(?:合併|経営統合)|の(?:CEO|CFO|COO)(?![A-Za-z]))"
    ),
    # Salesforce CEO; ザッカーバーグCEO is a person.
    re.compile(rf"(?P<name>{_LATIN_NAME})(?=(?:CEO|CFO|COO)(?![A-Za-z]))"),
    re.compile(
        rf"(?:^|(?<=[\n。、」]))(?P<name>{_BARE})(?=[はがも][^。\n]{{0,30}}?(?:を(?:買収|発売|値上げ|吸収合併|子会社化|リコール|回収)|に(?:上場|新規参入)|(?:増益|減益|黒字|赤字)|経営統合))"
    ),
)
OWNERS = (*_SITES, *_BESIDE)
# Names in a list that says that they are firms: ソニック、トヨサキなど国内大手.
FIRMS_LISTED = re.compile(
    rf"(?<![^、。「(はがをにでとのもやるた\n ])(?P<names>{_BARE}(?:{TRADES})?(?:(?:、|及び|と){_BARE}(?:{TRADES})?){{1,8}})(?=(?:など|等|といった|という)?の?(?:国内|海外|世界|大手|主要|外資|有力){{0,3}}(?:企業|メーカー|大手|各社|[0-9]+社))"
)
# Names of bodies in English: capitals with a head among them; what a title ends in is none.
_ENGLISH_HEAD = (
    "Institut(?:e|ion)|Agency|Commission|Committee|Council|Bureau|Department|Ministry|Office|Association|Organi[sz]ation|University|College|Foundation|Forum|Authority|Centre|Center|Union|Bank|Federation|"
    "Confederation|Administration|Board|Society|Academy|Laborator(?:y|ies)|Court|Parliament|Senate|Alliance|Consortium|Chamber|League|Exchange"
)
# What the expansion of a public body's acronym holds, also in the plural or run together with the next word
# (Corporationfor); Network Admission Control (NAC) has none of them.
ENGLISH_BODY_WORD = re.compile(
    rf"\b(?:{_ENGLISH_HEAD}|Groups?|Funds?|Corporation|Company|Services?|Forces?|Program(?:me)?s?|Team|Partnership|Conference|Congress|Nations|States|Missions?|Secretariat|Tribunal|Party|Communit(?:y|ies)|Cooperation|Assembly|Initiative|Facility|Development|Relations|Directorate|Division|Trust|Police|Army|Navy|Treaty|Industries|Sector|Section|Unit|Command|Guard|Reserve|Commissioner|Representatives?|Register|Registry)(?:s|for|of)?\b",
    re.IGNORECASE,
)
# A stop behind a word ends a sentence (Disease Control. Rapid), behind letters it does not (U.S., St.).
_STOP = r"(?<![a-z]{3})\."
_CAPITAL_WORD = rf"[A-Z](?:[A-Za-z'&-]|{_STOP})*(?:[A-Za-z]|{_STOP})"
_LINK_WORDS = r"(?:of|and|for|on|in|to|the|de|&)"
# Old pages and encyclopaedias set Latin words apart by a wide space.
_GAP = "[ 　]"
_ENGLISH_WORDS = rf"(?:{_CAPITAL_WORD}|{_LINK_WORDS}{_GAP}(?:{_LINK_WORDS}{_GAP})?{_CAPITAL_WORD})"
ENGLISH_NAME = re.compile(
    rf"(?<![A-Za-z0-9&.'/-])(?:(?!(?:The|A|An){_GAP})(?:{_CAPITAL_WORD}{_GAP})(?:{_ENGLISH_WORDS}{_GAP}){{0,6}}?(?:{_LINK_WORDS}{_GAP})?(?:{_ENGLISH_HEAD})|(?:{_ENGLISH_HEAD})(?={_GAP}(?:of|for|on){_GAP}))(?:{_GAP}(?:of|for|on)(?:{_GAP}the)?{_GAP}{_CAPITAL_WORD}(?:(?:,?{_GAP}and|{_GAP}of|{_GAP}for)?{_GAP}{_CAPITAL_WORD}){{0,5}})?"
    # International Telecommunication Union Telecommunication Standardization Sector: a part of the body.
    rf"(?:{_GAP}(?:{_CAPITAL_WORD}{_GAP}){{1,3}}(?:Sector|Bureau|Office|Committee|Council|Division|Department|Center|Centre|Institute|School|Laboratory))?(?![A-Za-z])"
)
ENGLISH_TITLE = re.compile(
    r"\b(?:Small|Act|Reports?|Review|Framework|Strategy|Survey|Outlook|Statistics|Programmes?|Programs?|Projects?|Conference|Congress on|Summit|Guidelines?|Code|Convention|Treaty|Agreement|Plan|Initiatives?|Index|Data|Systems?|Standards?\Z|Meeting|Directive|Regulation|Law|Model|Services?\Z)\b"
)
NO_OWNER = re.compile(
    "[ァ-ヴー・]*(?:メーカー|ベンダー|キャリア|ベンチャー|プロバイダー?|オペレーター?|グループ|サービス|システム|データ|スタートアップ|パートナー|ユーザー|プラットフォーマー|プラットフォーム|ネット|メディア|コンテンツ|キャピタル|ファンド|ビジネス|エコシステム|コミュニティ|イベント|企業)|"
    "(?:[ァ-ヴー]{0,6}・)?(?:ヨーロッパ|アジア|アフリカ|オセアニア|ユーラシア|シベリア|スカンジナビア|バルカン|ラテンアメリカ)|"
    "ICT|IT|AI|IoT|ISP|MVNO|MNO|CEO|CIO|PDF|HTML|Web|"
    # Addresses of sites, and abbreviations, which may be of anything.
    r".*\.[A-Za-z.]{2,6}|[A-Z]{2,4}|[A-Z][&＆][A-Z]"
)

MARKS = tuple("、・,")
