"""What the words before and after a date are like when it is not a date, or when it is one after all."""

import re

from hakusho.recognise.dates import word_rules as words

# What follows a number of years that is a length of time, not a year.
DURATION_AFTER = re.compile(
    "を迎|の歩み|間|前(?!半|後|期|年|回)|後(?!半|期)|以内|以上|以下|以前に|未満|目|ぶり|余|来の|近く|ごと|おき|毎|程|ほど|ばかり|連続|続|物|もの|"
    "制|生(?!ま)|次|計画|契約|分|にわた|に亘|経|を経|が経|一昔|代|越|超|弱|強|周|祭|忌|保証|定期|国債|債|固定|金利|リース|保存|寿命|古|"
    "を超|を過|かか|かけ|で(?!は|あ|も)|もかか|も前|も続|も経|、?[0-9]+[かヶケカヵ]月|[0-9]+か月|に[一1][回度]|有余|単位|平均|当たり|あたり|"
    "の(?:任期|歴史|期間|歳月|年月|懲役|経験|猶予|節目)"
)
COUNT_BEFORE = re.compile(
    "(?:施行後?|創立|創業|創刊|開校|開館|開港|設立後|発足後|その後|第|約|過去|今後|向こう|以後|前後|満|計|通算|延べ|今から|最長|最大|最低|最短|少なくとも|およそ|ここ|この|その|丸|直近|"
    "平均|数|何|各|毎|全|残り|わずか|たった|在職|懲役|禁錮|禁固|拘禁刑|刑期|(?:任期|期間|年数)[をはがも]?|築|樹齢|寿命|推定|年齢|入社|勤続|創業|生後|没後|戦後|建国|結婚|失われた|齢|歳で|年|又は|または|若しくは)$"
)
# What follows a number of days or months that is a length of time or a rate.
RATE_AFTER = re.compile(
    "間|以内|以上|以下|未満|前(?!半|後|夜|期)|後(?!半|期)|目|分|当たり|あたり|当り|平均|数|程度|ほど|につき|ごと|毎|おき|余|ぶり|経|連続|"
    "に[0-9一二三四五六七八九十]+(?:回|度|便|件|本|時間|人|台|通)|[0-9一二三四五六七八九十]+(?:回|時間|食|便|人|箇所|ドル|円|本|万|分|度|台)|"
    "を[超こ]え?|を経過|を[過す]ぎ|に満た|の期間|を限度|でも早|も早|単位|制|額|量|弱|強|号|か月|[のを](?:うち|通)|中に[0-9]|より(?:短|長)|で|かけ|ずつ|"
    "延|遅|早(?!朝)|がか|を要|(?:の)?猶予|(?:の)?(?:利用|勤務|労働|生活|平均|摂取)"
)
# The same for months: N月 counts months only in the language of laws and sentences (懲役6月, 三月以内).
MONTHS_AFTER = re.compile(
    "間|以内|以上|以下|未満|前(?!半|後|期|夜)|後(?!半|期)|目|程度|ほど|につき|ごと|毎|おき|余(?!り)|ぶり|経|連続|を[超こ]え?|を経過|を[過す]ぎ|に満た|にわた|に亘|の期間|"
    "当たり|あたり|当り|期?決算(?:の)?(?:企業|会社|法人|期)|期決算|を限度|でも(?:早|短)|単位|号|弱|強|より(?:短|長)|延|か月|に処|を下ら|(?:の|以下の)?(?:猶予|有期|懲役|禁錮|禁固|拘禁|業務停止|拘留)"
)
# Places and things that are called by a month or a day: 五月町, 六月田, 十日町, 二十日大根.
CALLED = re.compile(
    "町|村|女|田(?!植)|雨|晴|人形|病|堂|橋|丘|台|市(?!場|長)|場|谷|里|浦|島|駅|大根|鼠|ねずみ|坊主|恵比寿|講|戎"
)
EVENT = re.compile(
    r"[^、。,「」()\s0-9のにはがをもとでへ]{0,14}(?:豪雨|地震|豪雪|台風|噴火|水害|風害|雪害|土砂災害)"
    "(?!・?(?:調査|対策|防災|保険|予知|火山|津波|統計|防止|警戒|警報|速報|地帯|研究|本部|委員))"
)
ASCII_DIGITS = "0123456789"
# Words before a year in figures that make it the edition of a publication.
PUBLICATION = re.compile(
    "(?:白書|青書|年鑑|年報|便覧|要覧|総覧|ハンドブック|報告書?|レポート|リポート|統計|センサス|調査|概況|概要|現状|動向|見通し|編|版|"
    "Outlook|Report|Review|Survey|Insight|Statistics|Database|Yearbook|Monitor|Index|Trends|Facts|Indicators)"
    "[」』)]?[ 　]?$"
)
# 2000年前, 1500年以上: years that are counted.
COUNT_OF_YEARS = re.compile("前(?!半|後|期)|以上|以下|にわた|に[一1][回度]|ものの?|余|周年|祭|来")
# 二千年の歴史 counts; 二千年に, 二千年以降 date.
ROUND_YEARS = frozenset("二千 2千".split())
ROUND_YEAR_AFTER = re.compile("に(?!わた|及|一度)|から|以降|まで|は|、|[(]|時点|現在|[春夏秋冬]")
QUOTE_END = re.compile('[」』"]')
# Not of events: 「CeBIT 2017」, of one word in letters; 「テレワーク・デイズ2021」.
LATIN_TITLE = re.compile(
    r"[「『\"](?:[A-Za-z][A-Za-z0-9.,'&・-]* [A-Za-z][A-Za-z0-9 .,'&・-]*|[ァ-ヴー・]{3,}) ?"
    "(?<!デイズ)(?<!デー)(?<!ウィーク)(?<!シンポジウム)(?<!フォーラム)(?<!サミット)(?<!フェア)(?<!フェスタ)(?<!フェスティバル)(?<!エキスポ)"
    "(?<!コンテスト)(?<!カップ)(?<!アワード)(?<!セミナー)(?<!キャンペーン)(?<!ワークショップ)(?<!カンファレンス)(?<!コングレス)$"
)
CITED = re.compile(r"(?:[一-龥ぁ-んァ-ヴーA-Za-z」』\].・]|[A-Za-z.]?\" ?)\($")
# A year or day that opens a clause: 世界経済は、21年に回復し; 総務省は27日、…諮問した.
CLAUSE_BEFORE = re.compile("(?:[はがも、。,，．「（(　 \n]|に(?:対し|比べ|比し))$")
TELLING_AFTER = re.compile(
    "に(?![0-9一二三四五六七八九十]+[回度]|な[るりっろ]|わた|[及近渡亘迫]|上[るっり]|延|短|満|達|相当|換算|減|伸)|は(?!か)|も(?!の|し|前|経|た)|[(][0-9]{1,2}月|[春夏秋冬]|以降|"
    "(?:から|より|、|,)(?=[0-9一二三四五六七八九十]{1,3}年)|から(?:減|増|上昇|低下|始|続|開|実施|施行|導入|毎年|横ばい|連続)"
)
# 所要年数は…85年が: the sentence compares lengths of time.
LENGTHS_BEFORE = re.compile("(?:[0-9]{3}年|年数|所要|寿命)[^。\n]{0,60}$")
LENGTHS_AFTER = re.compile("(?:である|であっ|[、とはがに])?[^。\n]{0,40}?(?:短く?[いくか]|長[いくか])")
# 6年産の米 is of a harvest; 6年の輸入額は, 6年は at the head of a sentence.
CROP_YEAR = re.compile("産(?![業地出院婦休後前卵科別])|比(?![較率例])")
SENTENCE_BEGINS = re.compile("[\n。][ 　]?$")
TOPIC_AFTER = re.compile("の[0-9一-龥ァ-ヴA-Z][^、。\n]{1,30}?[はがを]|は、?|には")
# 40年の春季賃上げ, but not 20年の任期.
OF_NOUN = re.compile(
    "の(?!任期|歴史|期間|歳月|年月|月日|懲役|禁錮|拘禁|刑|経験|猶予|節目|実績|伝統|契約|寿命|保証|保存|賃貸|差|遅|空白|沈黙|生涯|人生|長|短|有期|間隔|周期|在職|勤|研究|準備|計画|耐用|償|据置|留学|滞在|修行|闘病|協議|交渉|間|うち|重み|蓄積|時)[一-龥]{2}"
)
# A day alone in its bracket.
BRACKETED_DAY = re.compile("[)、~]")
# The steps of a career: 、38年に入省; 。63年大学卒業.
STEP_BEFORE = re.compile("[、。\n 　]$")
STEP_AFTER = re.compile(
    "[一-龥]{0,4}(?:大学|高校|学校|学部)|入[社省庁学]|卒業|任官|就[任職]|退[官職]|設立|創立|開[業館校設]"
)
LASTING = re.compile("から|より|以後|以降")
UNTIL = re.compile("に?かけ|まで|末|度")
YEAR_AHEAD = re.compile(
    r"(?:度)?(?:[ 　\t]{1,6}|、|と|及び|・)([0-9]{1,2}|[一二三四五六七八九十]{1,3})年(?![間前後以未余目生代ぶご])"
)
YEAR_BEHIND = re.compile(
    r"(?<![0-9一二三四五六七八九十])([0-9]{1,2}|[一二三四五六七八九十]{1,3})年度?(?:[ 　\t]{1,6}|、|と|及び|・)$"
)
# What stands between the members of a list or range that share era and unit.
SHARED_JOINER = re.compile("[~・、,/と-]|から|及び")
# 懲役10年と12年: what makes numbers of years joined by と a sentence.
SENTENCED_NEAR = re.compile("懲役|禁錮|禁固|拘禁刑|刑期|勤続|在職|任期|期間|年齢")
# 14~16年: the end of a range whose first year has no unit of its own.
SHORT_RANGE_END = re.compile("[~-]([0-9]{1,2}|[一二三四五六七八九十]{1,3})年(?!度)")
# The members of a list behind its first, up to their unit: 2、3年度.
SHORT_LIST = re.compile(
    f"(?:[~、,・/と-]|から|及び){{1,2}}(?:[0-9]{{1,2}}(?:[~、,・/と-]|から|及び)?){{1,8}}両?{words.KINDS_OF_YEAR}?年度"
)
UNTIL_BEFORE = re.compile("まで$")
SPAN_ENDS = re.compile("[)）、は]|の(?!間|寿命|耐用)|に(?!わた)")
JOINED_YEARS = re.compile("と|及び|・|、")
SENTENCED_BEFORE = re.compile("(?:懲役|禁錮|禁固|拘禁刑|刑期|期間|[0-9第約満数計])$")
COUNT_OF_FISCAL_BEFORE = re.compile("(?:第|約|過去|今後|満|計|延べ|直近|前|数|各|全|ここ|この|連続|向こう|[0-9.])$")
# 今後六月までに is June, 今後六月を目途に and 今後六月以内 six months.
UNTIL_MONTH = re.compile("まで|末|頃|ごろ|以降")
FROM_NOW_BEFORE = "今後"
MONTHS_BEFORE = re.compile("(?:[約第数毎各全満過去前計延年]|(?<!今)後|最長|最大|懲役|禁錮|か)$")
# Days: what joins one to the date before; what counts days before and after.
JOINING = re.compile(
    "(?:(?:は|には)[ 　]?|(?:~|-|から|・|、|,|及び|又は|または|と|より|ないし|[(][月火水木金土日祝・曜][^()]{0,3}[)])+(?:同|翌)?[ 　]?)"
)
DAYS_BEFORE = re.compile("(?:[約第数毎各全満計延丸中残週月に初連続]|平均|過去|最長|最大|以内|今後|わずか)$")
DAY_AFTER = re.compile("に|、|,|から|まで|の(?!間)|[一-龥A-Zァ-ヴ(]|は|~|・|も|朝|夜|付|未明")
SINGLE_DAY_AFTER = re.compile("に(?!は?[0-9一二三])|から|まで|、")
GONE_BEFORE = re.compile("(?:去る|さる|来る|来たる|きたる)$")
TOLD_AFTER = re.compile(
    "、(?![0-9])|に(?![0-9一二三四五六七八九十]|複数|何|数|平均|約|つき|わた|及|短|延|満|達|相当|なる|なった|する|して)|から(?![0-9一二三四五六七八九十]+日?(?:間|程|以|ほど))|"
    "まで(?!に?[0-9])|付け?で|早朝|深夜|夜半|正午|[夜朝夕昼]|午[前後]|未明|現在|(?:、|・|と|及び)[0-9]{1,2}日(?:の両日|に(?!わた)|は)|(?:の)?(?:記者会見|会見|会合|会議|閣議|本会議|取締役会|初会合)"
)
COUNTED_BEFORE = re.compile(
    "(?:数|期間|平均|最長|最短|最大|間隔|期限|猶予|有効|上限|下限|休日|休暇|休み|日程|周期|稼働|工期|納期|会期|日当)[はがもを、]$"
)
OBJECT_BEFORE = re.compile("を$")
# A day at the head of its line, with white space behind.
LINE_BEGINS = re.compile("\n[ 　\t・○●◎◆■□▼▽*]*$")
LINE_GOES_ON = re.compile("(?:[(][月火水木金土日祝・曜]{1,4}[)])?(?:[ 　\t]|[~-][0-9])")
# を8日に公表した tells a day, unless the verb makes something of a number of days: を10日に延長した.
CHANGED_TO = re.compile(
    "に(?:改め|変|設定|定め|増|減|決め|限|制限|拡|縮|引き?[上下]|伸|広|す[るれ]|し|指定|固定|統一|抑|とど|分け|渡|据え|削|引き|戻|切り|区切|絞|まと|なる|なっ|[一-龥]{0,2}(?:変更|短縮|延長|圧縮|縮小|分割))"
)
# 前期に比べ, 今期は; not 前期課程, 江戸時代前期の, 今期国会.
PERIOD_ALONE = re.compile(
    r"前期(?:末|比|に(?:比べ|対し)|より|並み|[はの](?=[0-9]))|今期(?:は|の|も|に|から|まで|中|末|、)"
)
# 明日の日本, 明日を担う: the future, not the day after.
TOMORROW_AFTER = re.compile(
    "(?:は|に|から|まで|、|も|及び|又は|以降|未明|[0-9(]|午[前後]|[朝夜]|の(?:会|本会|[一-龥]{0,6}委員|[朝夜]|午|閣|[一-龥]{2,6}[会式日])"
    "|(?:開か|行わ|示さ|選ば)れ|[一-龥]{1,2}(?:う|く|る|す)(?=[。、予一-龥]|$)|[一-龥]{1,3}(?:する|し[たてま]|され|[りくきうけ](?![一-龥])))"
)
# 十一、二月: what stands between two numbers of one ten, and the second of them.
TENS_MARKS = "、・,"
UNITS_IN_KANJI = "二三四五六七八九"
KANA_DAY_BEFORE = re.compile("[、。,「『(（　 \n\tはがもを]$")
KANA_DAY_AFTER = re.compile(
    "[、はもに0-9午夜朝夕未]|から|まで|の(?:[朝夜夕]|午|会|閣)|[一-龥]{1,3}[るうくすつぬぶむきりしられさ]"
)
# Numbers of days that are rather counted than named, in kanji.
KANJI_COUNTS = frozenset("1 一 二 三 四 五 六 七 八 九 十 百".split())
POINT_AFTER = re.compile(
    "中[にのは]|の[一-龥]{2,8}(?:以降|以来)|に(?:おいて|おける|入)|の(?:実績|決算|調査|国勢|[一-龥ァ-ヴ]{0,6}(?:危機|ショック|震災|地震|改正|選挙|大会|事件|事故|条約|協定|勧告|調査|制定|創設|発足|施行|判決|合意|合併|開業)|[0-9][0-9,.]{0,11}[万億兆千]?[0-9,]*(?:人|件|戸|台|円|トン|%|ドル|社|隻|機|頭|校|か所|箇所|kg|ha))|現在|末|以降|から[0-9一二三四五六七八九十]"
)
ENUMERATION = re.compile(
    "(?:中[にの]|における|において|に|は|、|,|から|より|まで|の|以降|以来|以後|現在|時点|付|末|[)）/~-]|及び|と|・|比|頃|ごろ|秋|春|夏|冬|[^一-龥])"
)
# Eras whose dotted month needs no day: R5.4, 昭58.3.
LETTERS_OF_MONTHS = "R明大昭平令"
AGO = "前"
# The last year of a range behind its mark, in two figures or four.
SHARED_END = re.compile("[^0-9一二千]{1,4}((?:1[0-9]|2[01])[0-9]{2}|[0-9]{2})")
# What shows that figures are a month: a word behind, or another month that ends the range.
AS_OF = re.compile("現在|時点|[版付]|改訂|更新|作成|発行")
MONTH_TO_MONTH = re.compile(r"[~-](?:19|20)[0-9]{2}[./](?:1[0-2]|0?[1-9])(?![0-9./])")
RANGE_MARKS = "~-"
RANGE_STARTS, CENTURY_STARTS = "~-・か", "12一二"
THIS, KANJI = "今当", re.compile("[一-龥]")
# 送達の日の翌日 counts from a day that is not written.
OF_UNTOLD_DAY = re.compile("(?<![0-9一二三四五六七八九十同])日の$")
COMING_DAYS, PAST_DAYS = ("明日",), ("本日", "昨日", "一昨日", "明後日")
# 2014-2017年, 2000-3000人: what makes a range of numbers another thing than years.
COUNTED_BEHIND = re.compile("[0-9A-Za-zァ-ヴ%台億万円人件社]|年")
NAME_BEFORE = re.compile("[一-龥ァ-ヴー]")
YEAR_END, EVERY_YEAR = "年末", "毎年"
FIRST_YEAR, OPEN, SUBJECT = "元", "(", "が"
# 15~20年 is a length of time where its first number was no year.
SPAN_BEFORE = re.compile("[0-9一二三四五六七八九十][~-]$")
COMMON_NUMERALS = ("十", "二", "三", "一", "五", "七")
# 19年度分として is what belongs to the year; 2年度分 are two years.
SHARE_OF_YEAR = re.compile("分(?:の|と|を|は|に|、)")
