"""What the words around a date tell of it: tense, recurrence, budgets, named events.

Each pattern has an example and a counter-example, which the tests run (`tests/resolve/test_date_evidence.py`).
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """A pattern, a text that it must find something in, and one in which it must not."""

    pattern: re.Pattern[str]
    example: str
    counter_example: str


_NUMBER = "[0-9０-９元〇一二三四五六七八九十]{1,4}"
_ERA = "(?:明治|大正|昭和|平成|令和)"

# The first sign of tense after a date. た and だ end a past predicate after a stem, not in たい, ただし, また, いたします;
# what is being planned (予定している) is to come.
_STEM = "(?:[しっいえけげせてねべめれきぎじちにびみり来出得見経着寝似着居]|かっ|なかっ|だっ|であっ)"
_PAST = (
    rf"(?P<past>{_STEM}た(?![いきくけこちらりれ])(?<!いた(?=[しすさせ]))|[んい]だ(?=[。、」）)こたものと一-龥])|でした|まし(?:た|て)|"
    "(?<!予定し)(?<!計画し)(?<!とされ)(?<!予想され)(?<!予測され)(?<!期待され)(?<!懸念され)(?<!見込まれ)(?:てい(?:る|ます|た)|ており)|"
    "て(?:から|以来|以降)|済み)"
)
# Polite verbs that do something (提出します); あります, おります, 思います tell what is.
_POLITE = "(?:いたし|提出し|開催し|実施し|行い|開き|始め|まいり|図り|進め|目指し|公表し|予定し|検討し|策定し)ます"
_FUTURE = (
    "(?P<future>[るうくぐすつぬぶむ](?=と(?:し(?:て|、|た|ている)|の(?:見|方|発|考)|見|み(?:ら|て)|発表|表明|述べ|伝え|説明))|(?:切れ|満了す|終わ|失効す|完成す|開業す|開通す|開港す|開館す|発足す|就任す|退任す|着工す|竣工す|閉校す|開校す|廃止され|施行され|満了とな)る(?=。|ため|ので|ことから|が、|$)|予定(?!されてい[たて]|して(?:いた|いまし|いて|おりまし)|であっ|だっ|どおり|通り)|見込み(?!であっ|だっ)|見込ま(?!れてい[たて])|見通し|目指(?!して(?:い|お|き))|目途に|めどに|を目標と|計画(?:して(?!い(?:た|まし|て)|おりまし)|中)|方針(?:。|で|です|だ)|"
    "(?:する|した|いたす|との)?(?:こととして|こととな(?!った)|ことにし(?!た)|ことといたし(?!まし))|に向け|べ[くき]|ください|下さい|願い|"
    "(?:提出|開催|実施|報告|回答|返信)(?:する|の)?こと(?=[。」]|$)|[るうくぐすつぬぶむ](?=予定|方針|見込|つもり|計画)|"
    rf"{_POLITE}|たい(?=[。と]))"
)
# A verb that is not in the past: of what is to come, or of what goes on.
_COMING = (
    "(?P<coming>[るうくぐすつぬぶむ](?=。|$|こと(?:を|と|に|が))|(?:さ|行わ|支払わ|開か)れる(?!予定|見込|方針|計画|見通)(?=[一-龥])|"
    "(?<![対関有属要存際当面応接類])する(?!予定|見込|方針|計画|見通)(?=[一-龥]))"
)
TENSE = Evidence(re.compile(f"{_PAST}|{_FUTURE}|{_COMING}"), "に改定した。", "について")
# The predicate that a sentence ends in.
PAST_END = Evidence(
    re.compile(rf"(?:{_STEM}た|[んい]だ|でした|ました)(?:[）)」』]|ところ)*(?:です|である)?[。.]?$"),
    "議論した。",
    "開催する予定である。",
)
COMMA, EVER_SINCE = "、", "以来"
# A clause that ends, and a date in the next one, of which something is expected.
EXPECTED = ("見込", "見通")
CLAUSE_WITH_DATE = Evidence(
    re.compile(
        "[しれりきみえけせてちいびめべねげぎじ]、[^。、]{0,16}?(?:[0-9０-９〇一二三四五六七八九十](?:年|月)|来年|来月|来春|来夏|来秋|年末|年内|年度末|年度内|今後|将来)"
    ),
    "締結され、八五年までに",
    "締結される八五年までに",
)
# What a plan is reported with, whose own tense is another: 年末までに終えるとした.
REPORTED = Evidence(re.compile("と(?:し|の|見|み|発表|表明|述べ|伝え|説明)"), "とした。", "予定である。")
# What makes a date qualify a noun: 9月1日の設置, 10月30日からの外出制限.
OF = Evidence(re.compile("(?:から|以降|以来|まで)?の"), "の設置", "から設置する")
# What a note says was done on a date: (5月12日公表).
DONE = Evidence(
    re.compile(
        "に?(?:公表|発表|開示|閣議決定|議決|署名|採択|締結|発効|公布|改正|策定|改定|制定|可決|成立|発生|判決|死去|廃止|撮影|現在|時点)(?=[)）〉]|$)|以来",
        re.MULTILINE,
    ),
    "公表）は",
    "公表の予定",
)
# A noun right after a verb, which then qualifies it.
NOUN = Evidence(re.compile("(?!予定|方針|見込|計画)[一-龥]"), "選挙", "予定である。")
# What moves a story on: a month after it is not before the one told.
MOVING_ON = Evidence(re.compile("(?:その後|それから|続いて|次いで|ついで)(?:の|、|も|は)*$"), "その後、", "その前の")
# What counts from the day of writing, whatever was told before: 去る九月三日, 来る十五日.
FROM_NOW = Evidence(re.compile("(?:去る|来る|来たる|(?<![ぁ-ん一-龥])(?:さる|きたる))$"), "去る", "まさる")
GONE = Evidence(re.compile("(?:去る|さる)$"), "去る", "来る")
AGAINST, APPOSITION = "対", "の"
# What is said of every year, or of whatever day a rule applies to.
RECURRING = Evidence(
    re.compile(
        "(?<![0-9０-９元〇一二三四五六七八九十])(?:事業|会計|営業|業務|収入|保険)年度は|(?:^|[ 　。、のは])学年は|"
        "毎年|毎年度|毎会計年度|毎事業年度|毎月|毎期|例年|年ごとに|年毎に|各年(?!度の)|属する(?:年|月|日|年度|事業年度)|その年の|当該年"
    ),
    "毎年二月に支払う。",
    "令和二年二月に支払った。",
)
RECURRING_AT_ONCE = Evidence(
    re.compile(
        "(?:(?:毎年|毎年度|毎月|例年|各年度?)(?:の|、)?|(?:決算期|決算月|更新月|支給月|納期|開花期|収穫期|出荷期|産卵期|最盛期|繁忙期)[はが：: 　\t]{0,4})$"
    ),
    "各年",
    "令和2年",
)
# The months that most companies close their books in; 2月期の出荷台数 is a month, 2月期決算 a year.
USUAL_CLOSINGS = (3, 12)
OF_A_MONTH = Evidence(
    re.compile("の(?:国内)?(?:出荷|発売|販売台数|生産|受注|輸出|輸入|貿易)"), "の出荷台数は", "の売上高は"
)
OF_A_COMPANY = Evidence(
    re.compile("決算|連結|業績|通期|売上高|利益|中期経営|株主総会|有価証券報告書|四半期"), "決算短信", "の発売台数"
)
# The year of a budget or tax reform is not a date of what is told: 令和九年度予算は三月二日に提出.
BUDGET = Evidence(
    re.compile(
        r"(?:の|における)?(?:一般会計|特別会計|当初|政府|国の|地方|総|暫定|概算|税制|各省|[0-9０-９]++)*+"
        "(?:予算|概算要求|税制改正|地方財政計画|財政投融資|入学者選抜|入試|採用試験)"
    ),
    "予算は三月二日に提出",
    "決算は九月に",
)
# 翌年度へ繰り越すべき財源: an item of accounts, which the text does not move on to.
CARRIED = Evidence(re.compile("(?:へ|に)(?:の)?(?:繰|くり)?(?:繰り?越|くりこ)"), "へ繰り越すべき財源", "に終了した")
# What a date is only compared with: 前年度比, 前年に比べ, 前年を上回り, 前年度の15%から, 前年に引き続き.
COMPARED = Evidence(
    re.compile(
        "(?:末|実績|決算額?|同期|同月|の?水準|の?同じ?時期|の?調査時?)?"
        "(?:比(?!較的)|差(?![別異額が])|対比|並み?|に比|と比|との比較|より|を(?:大きく|大幅に|やや|若干|わずかに)?(?:上回|下回)|"
        "と(?:ほぼ|あまり|大きく)?(?:同|変わ)|に(?:引き?)続き|"
        "から(?:[0-9０-９]|[約更大横微減増]|拡|縮|上昇|低下|改善)|の?(?:約)?[0-9０-９]|[（(](?:[^（()）]{0,12}[0-9０-９]))"
    ),
    "比3.2％増",
    "の第二回総会においては",
)
# What sets figures against those of a word's year: 昨年より増加, 昨年度調査結果では; not 昨年度より実施している.
_CHANGES = (
    "(?=[0-9０-９約増減拡縮伸改悪やわ]|大(?:き|幅)|若干|上(?:昇|回|が)|下(?:回|落|が|降)|低[いくか下]|高[いくかま]|少(?:な|し)|"
    "多[いくか]|小(?:さ|幅)|ほぼ|さらに|更に)"
)
SET_AGAINST = Evidence(
    re.compile(
        "(?:の?調査(?:結果)?)?(?:と(?:ほぼ|おおむね|概ね)?(?:同|比較|比べ|変わ)|に比[べし]|比(?!較的)|差(?![別異額が])|並み|"
        f"(?:より|から)も?{_CHANGES}|を(?:大きく|大幅に|やや|若干|わずかに)?(?:上回|下回))|の?調査結果では|調査では"
    ),
    "より増加している",
    "より実施している",
)
# What happened in a year, which is none that figures are of: 2018年に開始した.
BEFELL = Evidence(
    re.compile(
        "に(?!は|おけ|おい|つい|関|係|比)|の[^、。はがも]{1,14}?(?:に(?:基づ|従|沿|伴|より)|を(?:受け|踏まえ|契機|機に))"
    ),
    "に開始した",
    "における利用率は",
)
# Those born before a day, the base of an index: conditions, which the text does not move on to
# (昭和33年12月31日以前に生まれた人, 平成7年基準); the issue of a paper (2011年10月19日号).
CUT_OFF = Evidence(
    re.compile(
        "(?:以前|以後|以降|まで|から)?に?(?:(?:生まれ|出生し)た?(?:の|方|かた|人|者|子|児)|生まれ[）)]|出生(?:の|者))"
        "|(?:以前|以後|以降)(?:に|の)?(?:生まれ|出生|建築|着工|入[社学])"
        "|(?<=[日月年])号(?![室線車機館])"
        "|(?<=[年度])(?:基準|(?:固定|不変)?価格|[平均 　]{0,3}[=＝](?:100|１００))"
    ),
    "以前に生まれた人",
    "に生まれ、大学を卒業した。",
)
# Months of which a rule speaks, two at least: 6月及び12月に支給する.
_AND = "(?:、|,|，|・|及び|および|並びに|又は|または|と)"
HABIT_BEFORE = Evidence(re.compile(f"[0-9０-９一二三四五六七八九十]{{1,2}}月{_AND}$"), "6月及び", "6月に")
HABIT_BEHIND = Evidence(
    re.compile(f"{_AND}(?=[0-9０-９一二三四五六七八九十]{{1,2}}月(?:に|の|を|[、,，・及と又]))"),
    "及び12月に",
    "及び12月10日に",
)
# A year that is only the background of what is told: 昨年の冷夏の影響で.
BACKGROUND = Evidence(
    re.compile(
        "から(?:の|、|続)|以来|来の|の(?![秋冬春夏末])[^、。はがも]{2,14}?(?:によ[りるっ]|の影響|を受け|を踏まえ|に続[きい]|に伴[いう]|の反動|のため|の教訓|を教訓|を契機|を機に|の結果|を反映|に対応)"
    ),
    "の冷夏の影響で",
    "の猛暑では",
)
# What stands around the words that an amendment replaces.
QUOTE = "「」"
AMENDED_BEFORE = Evidence(re.compile("(?:[項条号文書欄則]|規定)(?:中|の)$|」を$|とあるのは$"), "第二項中", "市長は")
AMENDED_BEHIND = Evidence(
    re.compile("を「|に(?:改め|、「)|と(?:あるのは|する[。、])|の下に|を(?:加え|削)"), "に改める。", "と述べた。"
)
TURN = Evidence(re.compile("[たるいだ]が、[^。\n]{0,12}$"), "成長となったが、", "成長し、")
# A year from which on something is told, as 2015年の開業以来, is not what 前年度 counts from.
SINCE = Evidence(re.compile("(?:の[^、。はがも]{1,12}?)?(?:以来|以降|以後)"), "の開業以来", "に開業し")
# A year that only bounds a trend or ranks among others: 2001年以降減少している, 2013年度がピーク, 2014年に次ぐ; one that
# is told in passing: 2012年度に一度落ち込んだ, 2001年度に逆転して以来, 2014年度に引き続き.
BOUND = Evidence(
    re.compile(
        "(?:末|頃|ごろ)?(?:(?:から|より)(?:(?![0-9０-９約、])|(?=[^、。]{1,16}(?:にかけて|まで)))|(?:以降|以来|以後)(?![、は])|以前|に?まで(?!、)|にかけて(?!、)|"
        "[（(][^（()）]{1,20}[)）]以来|[がをに](?:ピーク|底|境|頂点)|に次[ぐいぎ]|に(?:引き?)続き|"
        "に(?:は)?(?:一度|いったん|一旦|一時(?:的に)?)[^、。]{1,20}(?:が|ものの|けれども)、|"
        "に(?:(?!前年)[^、。]){1,30}(?:て以[来降後]|た後(?:[もは、]|に)|たこと(?:によ|から|に伴|を受け)))"
    ),
    "以降減少している",
    "から約3割増の",
)
# The year that a study came out, in brackets behind its title or author: 「…に関する調査研究」（平成24年）, 総務省（2021）「…」.
STUDY_BEHIND = Evidence(re.compile("[)）][「『]"), "）「ポスト", "）")
STUDY = Evidence(
    re.compile("(?:調査研究|分析|研究会?|報告書|白書)[」』][ 　]?[（(]$"), "調査研究」（", "利用動向調査」（"
)
TITLE_OPENS = tuple("「『“｢")
# What stands before and behind a date that heads its line, as in a chronology.
LED = Evidence(re.compile("(?:^|\n)[ 　\t・○●◎◆■□▼▽*]*$"), "\n　", "\n調印　")
HEADING = Evidence(
    re.compile("(?:[（(][月火水木金土日祝・曜]{1,4}[)）])?(?:[ 　\t]|$|\n|[：:]|―|──)"), "　調印", "に調印した。"
)

# The words that a range or a list puts between its members.
JOINING = Evidence(
    re.compile(
        r"(?:[（(][月火水木金土日祝・曜]{1,4}[)）])?(?:頃|ごろ)?[ 　]*"
        r"(?:[~〜～ー－‐―–—-]|から|・|、|,|，|及び|および|並びに|又は|または|と|より|ないし|乃至)(?:及び|同|翌)?[ 　]*"
    ),
    "から",
    "に開催され、",
)
# What delimits the quarter of a company: 第3四半期連結累計期間（自 平成26年4月1日 至…）.
DELIMITED = Evidence(
    re.compile("(?:連結)?(?:累計|会計)期間[ 　]*[（(][ 　]*(?:自[ 　]*)?"), "連結累計期間（自 ", "の業績（自 "
)
OPENING = Evidence(re.compile("[ 　]?[（(〈［\\[]"), "（", "、")
RANGING = Evidence(
    re.compile(r"(?:[（(][月火水木金土日祝・曜]{1,4}[)）])?[ 　]*(?:[~〜～ー－‐―–—-]|から|より|至)(?:同|翌)?[ 　]*"),
    "から",
    "、",
)
# A month that ends the range which the date before opens.
RANGE_ON = Evidence(
    re.compile(r"[ 　]*(?:[~〜～－‐―–—-]|から)[ 　]*[0-9０-９一二三四五六七八九十]{1,2}月(?!間)"),
    "から9月にかけて",
    "から開始した。",
)
EVENT_KINDS = "豪雨 大雨 地震 豪雪 大雪 台風 噴火 水害 大震災 風害 雪害 土砂災害".split()
EVENT_KIND = Evidence(re.compile("|".join(EVENT_KINDS)), "大震災", "震源")
# An event that bears its year in its name, as 平成28年熊本地震, 令和元年東日本台風, 平成30年7月豪雨.
NAMED_EVENT = Evidence(
    re.compile(
        rf"(?:(?P<era>{_ERA})(?P<era_year>{_NUMBER})|(?P<year>[12１２][0-9０-９]{{3}}))年(?:(?P<month>{_NUMBER})月)?(?:[（(][^（()）\n]{{2,12}}[)）])?"
        r"[^、。,「」()（）\s0-9０-９のにはがをもとでへ]{0,14}"
        f"(?:{'|'.join(EVENT_KINDS)})"
    ),
    "平成28年熊本地震では",
    "平成28年の地震",
)
# What makes an event the topic of what follows it.
EVENT_TOPIC = Evidence(
    re.compile("では|で(?=[、は])|において|の際|に際し|は|に伴い|により|への対応"), "では、4月14日に", "の復旧が進み、"
)
# The era of a year that its bracket does not hold: 2009年(平成)21年8月.
ERA_BEFORE = Evidence(re.compile(rf"[（(](?P<era>{_ERA})[)）]$"), "（平成）", "平成")
# A fiscal year in a title: 令和2年度決算の説明.
TITLE_YEAR = Evidence(
    re.compile(
        rf"(?:(?P<era>{_ERA})[ 　]*(?P<era_year>{_NUMBER})|(?P<year>[12１２][0-9０-９]{{3}}))[ 　]*(?:会計)?年度"
    ),
    "令和2年度決算の説明",
    "令和2年第1回定例会",
)
# An article of a law; the body of rules that says 第一条 line by line.
ARTICLE = Evidence(re.compile("第[0-9０-９〇一二三四五六七八九十百千]+条"), "第十八条", "第3章")
ARTICLE_LINE = Evidence(
    re.compile(
        r"\n[ 　]*第[0-9０-９〇一二三四五六七八九十百千]+条(?:の[0-9０-９一二三四五六七八九十]+)?(?=[ 　（(\n]|$)"
    ),
    "\n第十八条 年金給付の支給は、",
    "同法第十八条の規定",
)
BRACKET = Evidence(re.compile("[（(「『〔［\\[]|[）)」』〕］\\]]"), "（", "あ")
# The number of an article of a law, as a section bears it.
ARTICLE_NUMBER = re.compile("第[0-9０-９〇一二三四五六七八九十百千]+条(?:の[0-9０-９〇一二三四五六七八九十]+)*")
WEEKDAYS = "月火水木金土日"
# What two spellings of one name may differ in.
NAME_MARKS = re.compile("[・\\s　ー-]")
