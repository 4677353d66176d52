"""How the head of a document says when it was published: labels, dated lines, sessions, editions."""

import re

# How much of a text is its head.
HEAD_LINES, HEAD_CHARACTERS = 40, 4000
# Lines, counted without blank ones, in which a title or letter head stands.
TITLE_LINES = 12

_S = "[ \t]*+"
_NUMERAL = r"(?:元|[0-9]{1,2}|[0-9] [0-9]|[〇一二三四五六七八九十]{1,4})"
_ERA = rf"(?P<era>明{_S}治|大{_S}正|昭{_S}和|平{_S}成|令{_S}和|[MTSHR](?=[0-9]))"
_GLOSS = r"(?:[(][^()]{2,12}[)])?"
_YEAR = rf"(?:{_ERA}{_S}(?P<year>{_NUMERAL})|(?:西暦)?(?P<western>(?:18|19|20)[0-9]{{2}}))"
_WEEKDAY = rf"(?:{_S}[(][月火水木金土日](?:曜日?)?[・祝休]*[)])?"
DATE = (
    rf"(?:{_YEAR}{_S}{_GLOSS}{_S}年{_S}{_GLOSS}{_S}(?P<month>{_NUMERAL}){_S}月(?:{_S}(?P<day>{_NUMERAL}){_S}日{_WEEKDAY})?"
    rf"|{_YEAR.replace('?P<', '?P<d')}[./-](?P<dmonth>[01]?[0-9])[./-](?P<dday>[0-3]?[0-9])(?![0-9./-]){_WEEKDAY})"
)
# A line without one of the first holds no date, one without the others no edition, issue or session.
DATE_SIGN, EDITION_SIGN, ISSUE_SIGN, SESSION_SIGN = map(re.compile, ("[年./-]", "版", "号", "会"))
# A label with its date: 公開日：2023年3月8日. Labels of the first publication come before those of a later change.
_FIRST = "公開日|掲載日|公表日|発行日|発行年月日|発出日|報道発表日?|発表日|記者発表日?|配信日|作成日|公示日|告示日|公布日|提出日|投稿日|登録日"
_CHANGED = "最終更新日?|更新日|改訂日|更新"
LABELLED = tuple(
    re.compile(rf"(?:{labels})(?:時|年月日)?[ \t]*+[:：】\])]?[ \t]*+{DATE}") for labels in (_FIRST, _CHANGED)
)
# A line that holds a date and what a letter head has next to it: a number, the kind of paper, a place, a note of publication.
_BESIDE = (
    r"(?:[(\[【]?(?:[^\s。、,:：]{0,16}第 ?[0-9〇一二三四五六七八九十百千]+(?:号|報|回|版)(?:の[0-9]+)?|事務連絡|通知|報道発表(?:資料)?|記者発表(?:資料)?|記者会見(?:資料)?|プレスリリース|ニュースリリース|"
    r"お知らせ|資料[0-9-]*|参考資料|別紙[0-9]*|写|案|公印省略|公印・?契印省略|プレス|Press Release|News Release|NEWS|東京|於|内閣総理大臣|"
    r"(?:閣議|本部|会議|委員会|理事会|大臣)?決定|閣 ?議 ?決 ?定|判決(?:言渡し?|宣告)?|言渡し?|宣告|改[訂定]|公表|発表|発行|発出|現在|付け?|作成|策定|制定|公布|官報掲載|提出)[)\]】]?)"
)
# No letter head has more of them; without a bound the ways to part them would double with each.
# 12時現在, 14時解禁: the hour that a state of things, or a release, holds from.
_HOUR = r"(?:[ \t]*+[0-9]{1,2}(?:時(?:[0-9]{1,2}分)?|:[0-9]{2})[ \t]*+(?:現在|時点|解禁|公表|発表))?"
DATED_LINE = re.compile(
    rf"(?:{_BESIDE}[ \t、,・/]*+){{0,5}}[(\[【]?{DATE}{_HOUR}(?:時点|改[訂定])?[)\]】]?(?:[ \t、,]*+{_BESIDE}){{0,5}}"
)
# The day of a page, after its title: 「…について」（令和5年3月8日）.
BEHIND_TITLE = re.compile(
    r"(?![(]?(?:図|表|資料|出典|出所|注))"
    rf"[^。]{{4,60}}[(]{DATE}(?:{_S}(?:公表|発表|公開|掲載|更新|付け?|時点|現在|改[訂定]))?[)]"
)
# 令和４年第１回定例会: the year of a session.
SESSION = re.compile(
    rf"{_YEAR}{_S}年{_S}(?:度{_S})?(?:\([^()]*\){_S})?(?:第{_S}[0-9〇一二三四五六七八九十]+{_S}回(?:{_S}[(](?P<month>{_NUMERAL})月[)])?|[0-9]+月|[二三六九十]+月){_S}(?:[^ \s。、]{{0,8}}?)(?:定例会|臨時会|議会|国会)"
)
# The kinds of paper that tell of a meeting that has been, and the line with its day: 1 日時 平成27年9月18日.
MINUTES = re.compile("(?:議事録|議事要旨|議事概要|議事要録|会議録|会議概要|会議結果|会議要旨|審議概要)(?![のにをは])")
MEETING_DAY = re.compile(
    r"(?:[0-9]{1,2}[.)]?|[(][0-9]{1,2}[)]|[○●◎◇◆■□・])?[ \t]*+"
    rf"(?:日{_S}時|開催日時?|開催年月日|開会日時?|会議の?日時|年{_S}月{_S}日|期{_S}日|と{_S}き)[)】]?[ \t]*+[:：]?[ \t]*+{DATE}"
)
# さくら通信 第21号 (平成24年5月号): the month of an issue.
ISSUE = re.compile(rf"{_YEAR}{_S}年{_S}(?P<month>{_NUMERAL}){_S}月号")
# A line of the head with a day between short cells: 官報 令和2年4月1日 水曜日, R3.7.18 危機管理課 第3報. What says that
# the day is another one's (of a meeting to come, a period, a law) must not stand in it.
_CELL = r"[^\s。、,:：はがをへ~]{1,24}"
HEAD_LINE = re.compile(
    rf"(?!.*(?:日時|期間|期日|期限|締切|試験日|予定|施行|から|まで|会期|申込|受付|前回|改正|生まれ|終結|と ?き|[0-9]時(?!現在|時点)|図[0-9]|表[0-9]|出典|出所|開催|事件|[~〜]))"
    rf"(?:(?![^\s]*(?:[日時期付分]|発生|設立|就任)[ \t]){_CELL}[ \t]++){{0,3}}[(]?{DATE}[)]?(?:判決言渡し?|宣告)?(?:[ \t]++{_CELL}){{0,4}}"
)
# 令和4年版, 2012年版: the edition of a yearly publication, in its title; not of one that a note or sentence cites.
EDITION = re.compile(rf"{_YEAR}{_S}年?{_S}{_GLOSS}{_S}(?:度)?版")
CITING = re.compile(
    r"。|[（(]?(?:注|出典|出所|資料|参照|参考)[)）:：0-9 　]|^[ 　]*[※*]|「[^「」]*版|によ[るれり]|より作成|を参照"
)
# The hour at which something begins, on the line below its day: 午後２時開演, 14:00～16:00.
BEGINS_AT = re.compile(r"(?:午[前後]|[0-9]{1,2} ?[時:]).{0,16}(?:開演|開場|開会|開始|開講|開店|から|より|~|〜)")
# A year in full, and by how many years one outlives the day of publication that it disproves.
YEAR_IN_HEAD = re.compile(rf"{_YEAR}{_S}年")
GENERATION = 20
