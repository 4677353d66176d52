"""What the heads and feet of documents hold beside their title: letters, orders, records, announcements."""

import re

# Headings that say what a record is of; the first line of minutes.
RECORD = re.compile(
    "(?:会議録|速記録|議事録|議事要旨|議事概要|会?記録|会議録第.{1,8}号|速記録第.{1,8}号)(?:[ 　]*[(（].{1,16}[)）])?$"
)
# The session that a record is of, on a line of its own above it: 平成26年第２回, 第百二十回国会.
SESSION = re.compile(
    "第[ 　]?[0-9一二三四五六七八九十百]{1,4}[ 　]?[回次][^。、]{0,20}$|[0-9元一二三四五六七八九十]{1,3}年[^。、]{0,20}(?:会議?|[0-9]月)$"
)
LAW_TITLE = re.compile(
    "[○〇]?[^。、 　]{2,60}(?:法|法律|令|規則|規程|条例|要綱|要領|規約|会則|細則|内規|準則)(?:[(（].{4,60}[)）])?$"
)
# What stands at the head and foot of a letter, and heads nothing.
LETTERHEAD = re.compile(
    r".*(?:殿|様|御中|各位)$|(?:明治|大正|昭和|平成|令和|(?:19|20)[0-9]{2}年)[ 　]*+[0-9元一二三四五六七八九十]{1,3}[ 　]*+年?[ 　]*+(?:[0-9一二三四五六七八九十]{1,3}[ 　]*+月)?(?:[ 　]*+[0-9一二三四五六七八九十]{1,3}[ 　]*+日)?(?:\(.{1,4}\))?(?:[ 　]*(?:午[前後].{0,14}|[0-9]{1,2}[:時][0-9]{0,2}分?))?(?:[ 　]?(?:現在|時点))?$"
    r"|(?:事[ 　]*+務[ 　]*+連[ 　]*+絡|報道発表(?:資料)?|記者発表(?:資料)?|プレスリリース|(?:News|NEWS|Press|PRESS) ?(?:Release|RELEASE)|記|以[ 　]*+上。?|\(以上\)|[(<【]?[ 　]*別[ 　]*[紙添][ 　]?[0-9]{0,2}[ 　]*[)>】]|別[ 　]*[紙添]|\(?公[ 　]*+印[ 　]*+省[ 　]*+略[ 　]*+\)?)$"
    r"|[【<＜〈]?(?:本件(?:に関する|について)?の?)?お?(?:問い?合わ?せ|照会|連絡|申し?込み|担当)(?:先|窓口|課|者|部局)?[】>＞〉]?$"
    r"|[○〇]?[^。、 　]{0,12}(?:法律|省令|府令|庁令|政令|勅令|条例|規則|訓令|告示)第[ 　]?[0-9一二三四五六七八九十百千]{1,5}号$"
    r"|(?:写|抄|案)$|[一-龥0-9]{1,16}第[ 　]?[0-9]+[ 　]?号(?:の[0-9]+)?$"
)
ATTACHMENT = re.compile("[(<【]?[ 　]*(?:別[ 　]*[紙添])[ 　]?[0-9]{0,2}[ 　]*[)>】]?$")
# What the title of a letter, a report to a minister or an announcement ends with.
TITLE_OF_LETTER = re.compile(
    r"(?:について|に関する件|の件|の結果|の概要|の開催|の公表|の募集|の改正|(?<=[しきりいれてせえけめ])ます|ました)(?:[ 　]?[(（][^()（）]{1,24}[)）])*$"
    r"|[(（](?:通知|通達|答申|諮問|報告|依頼|回答|照会|建議|勧告|意見|要請|送付|協議|申請|案|概要|抜粋|お知らせ|中間.{1,8}|第.{1,3}版)[)）]$"
)
# 平成18年10月26日判決言渡: a line that begins with a day is no title.
BEGINS_WITH_DAY = re.compile(
    "(?:(?:明治|大正|昭和|平成|令和)[0-9元一二三四五六七八九十]{1,3}|(?:19|20)[0-9]{2})年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日"
)
# Who sends a letter or shows a slide, beside the date: a body, with or without the one that it belongs to.
SENDER = re.compile(
    "[^。、は]{2,24}(?:[省庁局部課室係府県市]|本部|審議会|委員会|協議会|機構|研究所|研究会|事務局|センター)$"
    "|[^。、は]{2,12}(?:大臣|長官)[ 　]"
)
SUBTITLE = re.compile("[~～―─-].*[~～―─-]$")
# Cisco（2017）「Global Cloud Index」: an entry of a list of publications, below 第１章 alone on its line.
PUBLICATION = re.compile(r"[(（](?:(?:19|20)[0-9]{2}年?[a-z]?|各年)[)）][ 　]?[「『“\"]")
