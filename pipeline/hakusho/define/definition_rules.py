"""How a document says what it will call a thing, and where the noun phrase that names the thing begins.

Patterns read the reading view: folded, joined, with half-width brackets.
"""

import re

_CALLED = (
    "(?:と[^「」()。、]{0,4}?(?:[い言][ういっわ]|する|呼|よ[ぶびん]|称|略|申|[表標]記|記載|記す|定義|させていただ))"
)
# （以下「機構」という。）, 以下この項において「X」という, 以下、この命令を「本件命令」という, （以下この制度を「X」という。）
# （次条において「X」という。） needs no 以下; （以下「X」） no verb; （以下、新計画といいます。） no quotation marks.
HEREAFTER = re.compile(
    rf"(?:以下|(?<=[(。])(?=(?:第|次|この|前|同|本)[^「」。]{{0,60}}において))(?:"
    rf"(?P<between>(?:(?!以下)[^「」。]){{0,90}})[「『“](?P<name>[^」』”]{{1,30}})[」』”](?:\((?P<gloss>[A-Z][A-Za-z0-9 &,.'/-]{{5,100}})\))?"
    rf"(?:(?:、?(?:又は|または|若しくは|もしくは|あるいは|及び|および)|、|・)「(?P<second>[^「」]{{1,30}})」)?(?:{_CALLED}|(?=[)。]))"
    rf"|(?:、|,|(?=[A-Z]))(?P<plain>(?!同|略|省略|単位|続|全て|すべて|各)[一-龥ァ-ヴーA-Za-z0-9・&]{{2,16}})(?=\))"
    rf"|(?P<cut>(?!同|略|省略|続|各|全)[一-龥ァ-ヴーA-Za-z0-9]{{2,12}})(?=\))"
    rf"|(?:では)?[、,]?(?:(?:これ|之|是)ら?を)?(?:単に)?(?P<bare>[^「」()。、,.を\n]{{2,20}}?)と(?:[い言]います|[い言]う|する|します|記す|(?:総|略)?称(?:する|します)?|呼(?:ぶ|びます|称する)"
    rf"|略(?:す|します|記(?:する|します)?)?|(?:表記|記載)(?:する|します)?|よぶ|申し(?:上げ)?ます|(?:言|呼ば|略さ)せて(?:いただ|頂)きます)(?:[。.)]|が、))"
)
# The whole list has the name, not its last member: （以下「…」と総称する。）.
AS_A_WHOLE = re.compile("総称|併せて|あわせて|合わせて|これらを|両者を|之等を|これ等を")
# 国との契約, 日本からの輸入: what stands before the particle is a noun, so that these tie nothing to it.
NEVER_BEFORE_A_NOUN = frozenset(("が", "を", "に", "で"))
STRETCHES = frozenset(("まで", "へ"))
# 条例の制定に関する: に of these is no object's.
RELATING = ("関す", "関し", "係る", "対す", "基づく", "よる", "伴う", "ついて", "おけ")
# 政令で定めるもの（いわゆる…）: nouns in kana that end a phrase.
NOUN_IN_KANA = re.compile("(?:もの|こと|ところ|とき)$")
# What stands before a bracket that names no thing: 困難である（以下「入力問題」という。）.
STATED = re.compile("[たうくすつぬむるぐぶだい]$")
# The words that join the last member of a list to those before it.
JOINT = re.compile("並びに|及び|又は|若しくは|もしくは|または|および|ならびに|あるいは|と|や")
# A bracket that has named what stands before it: A（以下「甲」という。）及びB; 国際標準化機構（ISO）及び….
NAMED = re.compile(
    r"\((?:(?:略称|略して|通称)[^()]*|[^()]*(?:以下|において)[^()]*[「『][^()]*|[A-Z][A-Za-z0-9-]{1,9}(?:[:：、,][^()]*)?)\)$"
)
# The mark of a note between a name and its bracket: 「…指針」 5（以下; 報告書²（以下.
MARK_BEHIND = re.compile("(?:(?<=[」』]) ?[0-9]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})$")
# ＣＦＤ1: digits of another width than the letters, or raised, at the end of a short form as printed.
MARK_OF_A_NOTE = re.compile("(?<=[Ａ-Ｚａ-ｚ])[0-9]{1,3}$|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}$")
DIGITS = re.compile("[0-9０-９]{1,3}$")
# The same in the text as printed, behind a word: 懇談会 8（以下.
SPACED_MARK = re.compile("(?<=[一-龥ァ-ヴーぁ-ん」』)）\\]］])[ 　][0-9０-９]{1,2}$")
# 無料とする事業、以下「X」と申しますが: without a bracket, behind a noun and a comma.
BARE_BEFORE = "、"
# 会計年度任用職員のことを「X」と呼ぶ: the thing, not the fact.
OF_THE_THING = re.compile("のこと$")
# 一部を改正し（平成十六年通知。以下「X」という。）: no noun stands before the bracket, but one in it.
NOUN_INSIDE = re.compile("(?P<ja>[^「」。、]{4,60})。$")
# The number of a law in the bracket behind its title, and what before a title is no part of it.
LAW_NUMBER = re.compile(
    "(?:明治|大正|昭和|平成|令和)[0-9一二三四五六七八九十元]{1,4}年[^()。、]{0,20}?(?:法律|政令|勅令|省令|府令|条例|規則|訓令|告示|条約)第"
)
BEFORE_A_TITLE = re.compile(
    "(?:(?<=[定項条号法則令例])(?:による|に基づく)|(?:による|に基づく)(?!.*に関する)|に規定する|に定める|[しさ]れ?た|のうち|いわゆる)(?=[一-龥])"
)
TITLE_END = re.compile("(?:法律?|令|条例|規則|規程|条約|告示)$")
# これらを（両者を）以下「…」という: the bracket points at what stands before it; （以下、両者を合わせて「…」という。）
POINTS_BACK = re.compile(
    "(?:(?:これ|それ|之)ら?|両者|二者|三者|以上)(?:を|の[^()「」、。]{1,8}を)(?:総称して|併せて|あわせて|合わせて|まとめて)?、?$"
)
OBJECTS = ("が", "を", "に")
# The groups that hold a name: in quotation marks, with a verb, with nothing.
NAMES = ("name", "bare", "plain", "cut")
# A name with no sign before it is cut from the one that it stands for: 日本開発銀行（以下開銀）; not （以下略）.
CUT = "cut"
# A space stays between words in Latin letters only: D to P.
SPACE_OF_A_NAME = re.compile(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")
# What stands between 以下 and the name: where it holds, and what is named where the bracket says so itself.
BETWEEN = re.compile(
    r"(?:、|,)?(?:(?P<scope>(?:この|本|次|第|前)[^を]{0,40}?)(?:において|では|で)(?:は)?(?:、|,)?)?(?:単に|総称して|併せて|あわせて|合わせて|(?:(?:これ|之|是)ら?|両者)を)*"
    r"(?:(?P<object>[^()。]{1,80}?)を(?:単に|総称して|併せて|あわせて|合わせて)?)?$"
)
# …の技術を併せて「環境技術」といい、: outside brackets, where things are put together under one name.
TOGETHER = re.compile(
    rf"を、?(?:併せて|あわせて|合わせて|総称して|まとめて|以下、?|ここでは、?|本[章節書稿]では、?)「(?P<name>[^」]{{1,30}})」{_CALLED}"
)
# The group that holds a second name: （以下「協議会」又は「西協」という。）.
SECOND = "second"
# 児童相談所を「児相」、福祉主管課を「市」と略記する: each name but the last.
_ONE_MORE = "[^「」。()]{1,60}を「[^」]{1,30}」"
IN_TURN = re.compile(
    rf"を「(?P<name>[^」]{{1,30}})」(?=(?:、|及び|並びに|又は|,)(?:{_ONE_MORE}(?:、|及び|並びに|又は|,)){{0,6}}{_ONE_MORE}{_CALLED})"
)
# 一定の規模以上の行為を「特定行為」といい、; …を「記録器」と呼びます。; （「藻場」と呼ばれる。）: a clause of its own that says what a thing is called.
CALLED_SO = re.compile(
    r"(?:を「(?P<name>[^」]{1,30})」と(?:い(?:う|い|います)|(?:総|略)?称(?:する|し|します)|呼(?:ぶ|び|びます)|略(?:す|し|します)|(?:[略表標]記|定義)(?:する|し|した|します|して(?:いる|います|おり)?))"
    r"(?:こと[とに](?:する|し|します))?(?=[。、)])"
    r"|を(?P<plain>[一-龥ァ-ヴーA-Za-z0-9]{2,16})と(?:い(?:い)?ます|呼びます|(?:総|略)?称します|(?:総|略)称する)(?=。)"
    r"|のことを(?P<cut>[一-龥ァ-ヴーA-Za-z0-9]{2,16})と(?:呼ぶ|いう)(?=。)"
    r"|\(「(?P<bare>[^」]{1,30})」と(?:呼ばれる|呼ばれて(?:いる|います)|いわれる|称される|呼ぶ|いう|いいます)。?(?=\)))"
)
FULL_STOPS = frozenset(("。", ".", ""))
PRONOUNS = frozenset(("これ", "これら", "それ", "それら", "この", "その", "前者", "後者", "もの", "こと", "以下"))
# ESG(Environment, Social, Governanceの略)
STANDS_FOR = re.compile("(?:の(?:頭文字|略)(?:称|語|をとったもの)?|を略したもの)(?:である|です)?。?$")
BEFORE_HEREAFTER = "(。、,.; 　"
SPACES = " 　"
PROPER = "名詞-固有名詞"
WITH = "と"
# How far from a bracket the English name before it may begin.
LONGEST_ENGLISH = 100
ENGLISH_BEFORE = re.compile(
    rf"(?P<en>[A-Z][A-Za-z.'&-]{{0,{LONGEST_ENGLISH}}}+(?: [A-Za-z0-9.'&-]{{1,{LONGEST_ENGLISH}}}+){{1,10}}+) ?$"
)
ENGLISH_INSIDE = re.compile(
    r"^(?:(?:英文|英語|英)(?:名称?|表記)?:? ?)?(?P<en>[A-Z][A-Za-z0-9 ,.'&/-]{5,120}?(?:,? (?:Inc|Ltd|Co|Corp|Pte|Pty|LLC|S\.A|GmbH)\.?)?)[、,。;；] ?(?:[^「」A-Za-z][^「」]{0,60}[、,。;；] ?)?$"
)
JAPANESE_INSIDE = re.compile(r"^(?P<ja>[一-龥ァ-ヴー々・A-Za-z0-9]{3,40})[。、,;] ?$")

# Words as the analyser tells them: what they do in a noun phrase.
PARTICLES = "助詞"
TOPIC_PARTICLE = "助詞-係助詞"
# They tie a noun or a clause to a verb: を, に, で; て, が, ば.
CASE_PARTICLE = "助詞-格助詞"
CASE_PARTICLES = (CASE_PARTICLE, "助詞-接続助詞")
TOPICS = frozenset("は")
OF, THE_ONE = "の", "助詞-準体助詞"
NOUNS = "名詞"
VERB, DOING = "動詞", "し"
VERBS = (VERB, "助動詞", "形容詞")
# Forms that stand before a noun of theirs: 定める, 受けた, ない, 必要な. Any other form goes with a later verb: 基づき, 新たに.
ADNOMINAL = re.compile("[うくすつぬむるぐぶただなん]$")
ADJECTIVE = "形容詞"
ADNOMINAL_I = (ADJECTIVE, "助動詞")
ADNOMINAL_ENDS = ("い", "き")
ADVERBIAL_KU = "く"
# Nouns that lead a verb, with no particle behind: 次のとおり契約を結ぶ, 収集のほか調査を行う.
# も and まで behind a noun lead a verb as the topic does.
LEADERS = frozenset(("とおり", "通り", "ため", "ほか", "まま", "つど", "たび", "も", "まで", "こそ", "さえ"))
# A verb has one object and one subject: その旨を〔申込みをした者〕に通知する, 市が〔外国人が買った土地〕を調べる.
ONCE = ("を", "が")
# 申請書に〔次に掲げる書類〕を添える: what stands before に and these verbs is a place in a law.
AT = "に"
# 区域内において別表に掲げる事業
WHERE = "おい"
LISTING_VERBS = ("掲げ", "定め", "規定")
# 当社と〔主要株主である甲社〕との契約: what is said of a noun with である has none of these.
COPULA = ("で", "ある")
TIME = re.compile("(?:際|時|とき|場合|前|後|中|うち|間|年|月|日|末|初め|現在)$")
QUALITY, QUALITY_NOUN = "な", "形状詞"
PURPOSE = "ため"
NOT_OF_A_COPULA = ("を", "へ", "と", "に")
# 原告と被告の間の契約, 国と地方の協議の場: と joins what a word behind it takes two of.
FROM = "から"
NUMERAL = "名詞-数詞"
STRETCH = re.compile("(?:以内|以前|以後|以上|間|後|前|まで)$")
# 人口が十万人以上の市, 任期が二年の委員: a quantity in が says with の how great it is.
SUBJECT, OBJECT = "が", "を"
QUANTITIES = re.compile(
    "(?:人口|年齢|面積|容積|高さ|長さ|深さ|幅|重さ|任期|期間|年数|規模|価格|出力|所得|収入|[数額率量高値価])$"
)
BOTH = re.compile(
    "の(?:[二三四五六七八九十2-9]|間|双方|両方|両者|差|比|関係|連携|協力|協議|交流|対話|融合|統合|両立|共生|契約|協定|合意|違い|相違|境界|接続|貿易|調和|均衡|バランス|組み?合わ?せ)"
)
ADVERBS = ("副詞",)
# 昨年, 今般: nouns that say when, so that a comma behind them ends no member of a list.
WHEN = "名詞-普通名詞-副詞可能"
CONJUNCTIONS = ("接続詞",)
JOINING = frozenset(
    (
        "並びに",
        "及び",
        "又は",
        "若しくは",
        "もしくは",
        "または",
        "および",
        "ならびに",
        "あるいは",
        "或いは",
        "かつ",
        "ないし",
    )
)
OR, TOPIC_SIGN = "又", "は"
# 配偶者その他…者: what stands before is the first member.
AND_OTHERS = "その他"
# A name for several: 水防団員等.
FOR_SEVERAL = re.compile("(?:等|ら|グループ)$")
SPACE = " "
# Signs that stand inside numbers and Latin names too: 2,408, 3.5.
STOPS_OF_NUMBERS = frozenset(",.:")
STOPS = frozenset("。、,.:;； 　\n\t\ufffc!?！？")
# The number of an item at the head of its line.
LABEL = re.compile(
    r"(?:^|[\n　 ])(?:[一二三四五六七八九十]{1,4}|\(?[0-9]{1,2}\)?|[アイウエオカキクイロハニホヘト]|[①-⑳])\Z", re.M
)
LONGEST_LABEL = 6
COMMAS = frozenset("、,")
QUOTATION_STARTS, QUOTATION_ENDS = ("「", "『"), ("」", "』")
# 「…研究会」の下「…ワーキンググループ」: what stands before a quotation and is no part of the title.
BEFORE_QUOTATION = re.compile("の(?:下|中|うち|内)$")
BETWEEN_QUOTATIONS = re.compile("[」』](?:、|,|・|及び|並びに|又は|若しくは|および|または|と)$")
# What stands for the words of a bracket.
BLOT = "字"
OPENING, CLOSING = "(「『[【〔〈《", ")」』]】〕〉》"
# Verbs that have no object, and of these such as stand for a particle and have no subject either: 係る, 基づく.
NO_OBJECT = re.compile(
    "(?<![一-龥])(?:係る|関する|対する|基づく|よる|因る|伴う|おける|属する|類する|準ずる|準じる|資する|反する|存する|接する|面する|達する|至る|及ぶ|当たる|満たない)$"
    "|(?:附帯|付帯|付随|附随|該当|相当|所属|帰属|所在|位置|居住|在住|在籍|在学|勤務|従事|関与|関連|関係|由来|起因|隣接|近接|適合|違反|参加|加入|出席|依存|到達|入所|入居|通学|通勤)"
    "(?:する|した|している|していた|しない|しなかった|し)$"
)
FOR_A_PARTICLE = re.compile(
    "(?<![一-龥])(?:係る|関する|対する|基づく|よる|因る|伴う|おける|向け[たる]|応じた|即した|代わる|先立つ)$"
)
OF_A_SENTENCE = frozenset(("に", "で", "から", "へ"))
WITHOUT_OBJECT = ("を",)
WITHOUT_ANY = ("を", "が")
LONGEST_VERB = 3
LONGEST_COMPOUND = 30
# 設備及びこれに附帯する設備: a pronoun behind the joint means what stands before it, which is a phrase of its own.
REFERS_BACK = frozenset(("これ", "これら", "その", "それ", "それら", "当該"))
LEADING = re.compile(
    # The number of an item, (1), at the head of its line, where the reading view has no space behind it.
    r"(?:(?<![^\n])\((?:[0-9]{1,2}|[ァ-ヶ一二三四五六七八九十]{1,2}|[a-z])\)|"
    "また|なお|そして|ただし|したがって|さらに|次に(?!掲げ|定め|規定|示|該当)|同時に|(?:この|その)?うち(?!の)、?|この(?:ため|ほか|うち|ように|ような中)、?|できる限り|原則として|主として|主に|特に|例えば|いわゆる|[①-⑳]|[-・○●■]| )+"
)
# A name goes on to the left over what belongs to it: 気候変動に関する政府間パネル, 地域的な包括的経済連携.
LONGEST_QUOTED = 40
LONGEST_ENDING = 8
NAME_MODIFIER = re.compile(
    f"(?:[一-龥ァ-ヴー・A-Za-z0-9]{{1,{LONGEST_QUOTED}}}+(?:に関する|のための|における|に対する|に係る)|[一-龥]{{1,{LONGEST_QUOTED}}}的な)$"
)
# Words before の that say whose or when a thing is and begin no name of it: 我が国の, 前年の, 東京の.
DETERMINERS = ("名詞-固有名詞", "代名詞", "連体詞", WHEN, "名詞-数詞", "副詞", "接頭辞")
OF_ANOTHER = re.compile("[同当我各本両該]|よう$|みたい$")
NO_WORDS = ("接尾辞", "補助記号")
# Words of a short form in capitals: AI RMF is of AIリスクマネジメントフレームワーク.
CAPITALS_APART = re.compile("(?P<first>[A-Z]+) [A-Z]+$")
# The letters of a short form that begin words: e and h of e-health.
INITIALS = re.compile("[A-Z]|(?<![A-Za-z])[a-z]")
# How many words a name is taken to have whose initials are read as a word.
READ_AS_WORDS = "AAAA"
# その夫である丙野一男: what is said of one member, by name.
ONE_OF_THEM = re.compile("である[^ぁ-ん]*$")
# 支払い, 向け, 取り消し: nouns that end in kana and stand inside a name.
NOUN_ENDING_IN_KANA = re.compile(
    "[一-龥][いえきぎけげしせちてびみめりれ]$|[一-龥][かきけちてばむらりわえめげりれ][いえきけしせちりれ]$"
)
KANA = re.compile("[ァ-ヴ]")
ALL_KANA, CAPITAL, RELATION = re.compile("[ァ-ヴー・]+$"), re.compile("[A-Z]"), "に関する"
# 地域づくり法人, 国際ふれあい協会: nouns in hiragana inside a name.
KANA_NOUN = re.compile(
    "(?!こと|もの|ため|とき|ところ|ほか|とおり|まま|うち|よう|はず|わけ|など|ら$|たち|それ|これ|どれ|すべて|それぞれ)[ぁ-ん]{2,}"
)
KANA_OF_A_WORD = 5
# A body has a name without the clause before it: 国が所管する国際協力機構（JICA）.
BODY = re.compile("(?:機構|会|会議|省|庁|局|部|所|院|社|団|連合|銀行|基金|大学|センター|協会|同盟|機関|共同体)$")
# Patterns over whole texts begin with a sign, which is found fast.
KANA_IN_BRACKET = re.compile(r"\((?<=[一-龥ァ-ヴー]\()(?P<ja>[ァ-ヴー][ァ-ヴー&A-Z]{2,15})\)")
KANA_BEFORE = re.compile(r"(?<![ァ-ヴー])[ァ-ヴー]{0,8}\Z")
LONGEST_KANA = 9
SHORTEST_KANA = 2
# 関税及び貿易に関する一般協定（ガット）: initials that are read as a word, behind the long name of a body or an agreement.
READ_INITIALS = re.compile(
    "(?:[一-龥・]{6,}|(?:に関する|のための)[一-龥ァ-ヴー・]{2,}?)(?:機構|機関|会議|委員会|連合|基金|理事会|同盟|共同体|協定|条約|計画|事務所|連盟|協会)$"
)
LONGEST_INITIALS = 6
# 世界エイズ・結核・マラリア対策基金（グローバルファンド）: a longer word in kana, behind a name that is surely one.
SURELY_A_NAME = re.compile("(?:[ァ-ヴー]・|に関する|のための).*(?:基金|条約|協定|計画|委員会|機構)$")
# 原子炉の規制に関する法律（原子炉等規制法）: how the short names of laws and the like end, and how their full names do.
LEGAL_SHORT = re.compile("(?:法|条約|協定|議定書|憲章|条例|規則|指針|要綱)$")
LEGAL_FULL = {"法": ("法律", "措置法", "臨時法", "特例法")}
LEGAL_MODIFIER = re.compile("に関する|のための|における|に対する|に係る|等の|間の|及び|の[一-龥]{2}")
# 総人口に占める高齢者の割合（高齢化率）: rates and what they are said to be; 前年比 says what is compared.
RATE = re.compile("(?:率|比率|倍率|指数|比重|度)$")
RATIO = re.compile("(?:割合|比率|比|人数|件数|[者人品]数|当たりの[一-龥]{1,6})$")
FEWEST_SIGNS_MORE = 3
COMPARED = re.compile("[前対同]|構成比|増減|伸び|年率|うち")
# 時価が変動するリスク（為替リスク）: the name repeats the last word of the phrase. What tells of the past is no definition:
# 実施した調査（郵送調査）.
# 「経済財政運営と改革の基本方針」（骨太の方針）: a shorter name, cut from the title or an epithet; not 「…調査」（郵送調査）.
TITLE_IN_SHORT = re.compile(
    r"「(?P<ja>[^「」()\n]{6,60}(?P<head>[一-龥ァ-ヴー]{2}))」\((?!以下)(?P<name>[一-龥ァ-ヴーの・]{1,12}(?P=head))\)"
)
HEAD_IN_BRACKET = re.compile(r"(?P<bracket>\()(?<=[一-龥ァ-ヴー]\()(?P<name>[一-龥ァ-ヴー]{2,14})\)")
FEWEST_WORDS = 2
NO_NEW_NAME = (PROPER, "接頭辞", "連体詞", "名詞-数詞", "代名詞")
PAST = frozenset(("た", "だ"))
# A remark on which of several things is meant: 制度（現行制度）.
SORTED_OUT = re.compile("現行|現在|従来|既存|上記|下記|前記|全体|一部|主要|各|別")
# A phrase that a new name stands for says more than one word.
MODIFIED = re.compile("の|[うくすつぬむるぐぶただない](?=[一-龥ァ-ヴー])")
LONGEST_PHRASE = 220
LONGEST_BRACKET = 1000

# Brackets that hold a short form, or what one stands for.
SHORT = (
    r"[A-Z]{2,8} (?:Fund|Act|Plan|Group|Alliance|Forum|Initiative|Agreement|Network|Bank|Index|Project|Programme)"
    r"|[A-Z]{2,5} [A-Z]{2,6}"
    r"|[A-Z0-9][A-Za-z0-9&+./-]{0,14}[A-Za-z0-9+]|[A-Z][a-z]?[A-Z][A-Za-z]*"
    # eMBB, gTLD, e-Gov
    r"|[a-z]{1,2}[A-Z]{2,}[A-Za-z0-9]*|[a-z]-[A-Za-z][A-Za-z0-9]{2,11}"
)
LATIN = r"[A-Za-z][A-Za-z0-9 ,.'&/()-]{5,120}"
# A name in Latin letters only, which is the English name: Global Monitor（以下「GM」という。）.
LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9&.,'/ -]*[A-Za-z0-9.]")
COLON = "[:：;、,] ?"
BRACKET = re.compile(r"\((?P<inner>[^()\n]{2,160})\)")
INNER = re.compile(
    rf"(?:(?:略称|略して|通称|英文名称|英語名)[:：は]? ?)?(?P<head>[一-龥]{{0,4}})(?P<short>{SHORT})(?P<tail>[一-龥ァ-ヴー]{{0,8}})"
    # RESAS：リーサス: how it is read.
    rf"(?:{COLON}(?P<en>{LATIN}))?(?:[:：、,] ?[ァ-ヴー・ぁ-ん]{{2,20}})?(?P<rest>[。、,].*)?$"
)
INNER_JA = re.compile(rf"(?P<ja>[一-龥ァ-ヴーぁ-ん・0-9 ]{{3,40}}?)(?:{COLON}(?P<en>{LATIN}))?$")
HEREAFTER_IN_BRACKET = re.compile(
    rf"以下(?:(?!以下)[^「」『』。]){{0,40}}[「『](?P<name>[^」』]{{1,30}})[」』](?:{_CALLED}|$)"
)
ALIAS_ONLY = re.compile(
    "(?:(?P<also>[^「」()、。]{2,20}?)とも(?:い(?:う|います|われる)|呼(?:ぶ|ばれる|ばれています|びます)|称(?:する|される|します))。?"
    "|(?:いわゆる|通称|略称|略して|愛称)[:：、は]? ?「?(?P<name>[^「」()]{2,20})」?|「(?P<quoted>[^「」()]{2,16})」)$"
)
# Where a firm is of: スイスコム(スイス); a list whose members share an end: 卸売・小売業.
PLACE, LIST_DOT = "名詞-固有名詞-地名", "・"
# What may be cut from the name before it: 経団連, オフコン; no number, no measure (（百万円）), no place (佐賀県庁（佐賀県）).
CLIPPING = re.compile("(?!.*(?:[〇一二三四五六七八九十百千万]|[年月日円人台件%県市町村]$))[一-龥ァ-ヴー]{2,6}")
# The right edge of a name in front of a bracket, and the characters that names are made of.
QUOTED = re.compile(r"「([^「」\n]{2,60})」\Z")
# How far from a bracket the name before it may begin.
LONGEST_NAME = 64
NAME_RUN = re.compile(
    rf"(?:[一-龥々〆ァ-ヴーA-Za-z0-9・&+./-]|(?<=[A-Za-z0-9]) (?=[A-Za-z0-9])){{1,{LONGEST_NAME}}}+"
    # Nouns that end in kana: 仕組み, 手続き, 見通し.
    r"(?:(?<=[一-龥][組込])み|(?<=[一-龥][続引])き|(?<=[一-龥]通)し|(?<=[一-龥][受付掛])け|(?<=[一-龥]入)れ|(?<=[一-龥]当)て"
    r"|(?<=[一-龥][扱払])い|(?<=[一-龥][換替])え|(?<=子)ども|(?<=[一-龥])(?:づくり|がん))?\Z"
)
# What stands before a name and is no part of it, where a word ends behind it: 現 of 現国土交通省, not of 現金自動支払機.
LEFT_WORD = re.compile(
    r"[①-⑳]|-|・|及び|並びに|又は|また|なお|同一?|当該|本(?![邦州部土店社人務])|旧|現在?|各|関連|関係"
    r"|(?:平成|令和|昭和)?[0-9]+年度?(?!版)|[0-9]+月(?:[0-9]+日)?"
)
MARKED_CELL = re.compile(r"(?P<short>[A-Z][A-Za-z0-9&-]+)(?P<marker>[*※†]+[0-9]?)")
EXPANSION = re.compile(r"[ 　]*(?P<en>[A-Za-z][A-Za-z ,.'&-]{5,120}?) ?[（(](?P<ja>[^()（）]{3,40})[)）]")
JAPANESE = re.compile("[一-龥ァ-ヴ]{2}")
# A bracket behind a Latin word that holds no name but a remark.
REMARK = re.compile(
    "[はがを]|以下|平成|令和|昭和|参照|当時|を含む|[0-9]年|^[旧現](?![金地場物代実象石])|^全?[0-9]+[一-龥ァ-ヴ](?!.*(?:当たり|あたり|の))"
)
# 西田氏（NHK）: where a person belongs.
PERSON = re.compile("(?:氏|さん|様|教授|議員)$")
# How far before a bracket a short form may begin, and what follows a bracket inside a word: 異能(Inno)vation.
LONGEST_SHORT = 16
LATIN_SIGN = re.compile("[a-z]")
AFTER_LONG_FORM = "。、 "
NO_EDGE = " -・./"
