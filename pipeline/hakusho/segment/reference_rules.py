"""How a text points at figures, tables, sections and notes."""

import re

from hakusho.segment.notes.note_rules import NUMBERED_THINGS

DIGIT = "[0-9０-９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ一二三四五六七八九十]"
DASH = "[-－‐–—―−─・.．]"
PLACE = rf"第[ 　]?{DIGIT}{{1,3}}[ 　]?[部編章節]|第[0-9０-９]{{1,2}}(?:[.．][0-9０-９]{{1,2}}){{1,3}}[章節]"
# What stands below a 節: 2（1）, 第1項2, 2（1）ア（イ）, 2（1）ア①, 6-3, 1.（2）. 第2節3つの… counts.
_KANA = "[アイウエオカキクケコ](?![ァ-ヴー])"
INNER = (
    r"(?:第?[0-9０-９]{1,2}項)?(?:[0-9０-９]{1,2}(?![0-9０-９年月日件人社回点つか]|項目)(?:-[0-9]{1,2}(?![0-9年月])|[.．](?![0-9]))?)?"
    rf"(?:[(（][0-9０-９]{{1,2}}[)）])?(?:{_KANA})?(?:[(（]{_KANA}[)）])?[①-⑳]?"
)
ITEM = r"第?[0-9０-９]{1,2}(?:項|(?![0-9０-９年月日件人社回点つか章節部編から])[.．]?)|[(（][0-9０-９]{1,2}[)）]"
NUMBER = rf"(?:[\[［][0-9０-９]{{1,2}}[\]］]|{DASH}?[0-9０-９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ](?:[0-9０-９]|{DASH}(?=[0-9０-９]))*)"
KANJI_NUMBER = rf"[一二三四五六七八九十]{{1,3}}(?:{DASH}[一二三四五六七八九十〇]{{1,3}})*"
SEE = "(?:[ 　]?を?参照)?"
# 第3章第1節脚注4参照, 第1節「…」参照, 第2章補論を参照: what is to be seen in the section belongs to the pointer.
SEEN = r"(?:[ 　]?(?:脚注[0-9０-９]{1,3}|囲み記事|補論|(?:コラム)?「[^」\r\n]{1,60}」)を?参照)"
# 2.1で述べた, 3.2節のとおり: a number with points is a section's where these words follow and the document has it.
TOLD_THERE = "(?:で(?:は)?(?:述べ|示|[見み]た|触れ|取り上げ|扱|論じ|説明)|に(?:述べ|示し|記載)|のとおり|を?参照|節)"
# 附属資料1, 巻末資料1 and 参考資料3を参照 are of the document, 会議資料1 and （第5回）資料2 of another.
BEFORE_FIGURE = "(?:[前後既][出掲]|[前後先]述|[前上下]記|別掲)"
OWN = rf"(?:(?<![一-龥々）)])|(?<=附属)|(?<=付属)|(?<=巻末)|(?<=末尾)|(?<=参考)(?=資料[ 　]?{NUMBER}を?参照))"
REFERENCE = re.compile(
    # What a pointer begins with is looked for first: it spares the trial of each kind at each character.
    r"(?=[本第図表資写FfTtコBト前後次0-9０-９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ一二三四五六七八九十])(?:"
    rf"(?P<section>(?:本[部編章][ 　]?(?=第))?(?:(?:{PLACE})(?:[ 　](?=第))?)+(?:[ 　](?=[0-9０-９(（]))?{INNER}(?:{SEEN}|{SEE}))"
    rf"|(?P<item>(?:本[部編章節](?={ITEM})|(?<![0-9０-９一-龥々])(?=第[0-9０-９]{{1,2}}項)){INNER}(?:{SEEN}|{SEE}))"
    rf"|(?P<figure>(?:(?<![一-龥々])図表|(?<![一-龥々])[図表]|(?<={BEFORE_FIGURE})図表|(?<=前掲)[図表]|(?<=[部編章節項])図表|{OWN}資料|写真)[ 　]?{NUMBER}{SEE}"
    rf"|(?<![A-Za-z])(?:(?i:fig)(?:ure|\.)|(?i:table))[ 　]?{NUMBER}{SEE}"
    rf"|第[ 　]?(?:{NUMBER}|{KANJI_NUMBER})[ 　]?(?:図表|図(?!表)|表){SEE}"
    rf"|(?<![0-9０-９A-Za-z第])(?<!{DASH}){DIGIT}{{1,2}}(?:{DASH}{DIGIT}{{1,2}}){{1,4}}[ 　]?(?:図表|図(?!表)|表)(?![示明]|[ 　]?[\[［0-9０-９]){SEE})"
    rf"|(?P<box>(?:コラム|BOX|トピックス?)[ 　]?{NUMBER}(?!　){SEE})"
    rf"|(?P<dotted>(?<![0-9０-９.-])(?:(?<![一-龥々])|資料編[ 　]?)[0-9]{{1,2}}(?:-[0-9]{{1,2}}){{1,3}}(?:-?[(（][0-9０-９]{{1,2}}[)）])?[ 　]?参照)"
    rf"|(?P<numbered>(?<![0-9０-９.．A-Za-z-])[0-9０-９]{{1,2}}(?:[.．][0-9０-９]{{1,2}}){{1,3}}(?:[ 　]?節)?(?=[ 　]?{TOLD_THERE}){SEE}"
    rf"|(?<![0-9０-９第])[0-9０-９]{{1,2}}[ 　]?[章節](?={TOLD_THERE}){SEE})"
    rf"|(?P<word>前述|後述|[前後]掲(?![ 　]?(?:[図表資第注]|[(（]?[注註])))|(?P<beside>(?:前[章節](?!的)|次[章節]){SEEN}?))"
)
# A document whose captions have half a bracket (図表1)) points so too: （図表1)）.
HALF_BRACKET = re.compile(r"図表?[0-9]{1,3}\)$")
# Chapters of another text: 白書第1章, 「…」第2章, 篠崎（2003b）第6章.
OF_ANOTHER = re.compile(
    r"(?:(?<!本)(?:白書|報告書?|指針|ガイドライン|法|法律|規則|要領|計画|憲章|条約|協定|規程|要綱|年版)|[」』]|[(（][12][0-9]{3}[a-z]?[)）])の?[ 　]*\Z"
)
# More members of a list: 図表[1]、[2]; (図表1)、2)), where a number has one bracket.
MORE = re.compile(
    r"[、,，・及び]{1,2}(?P<number>[\[［][0-9０-９]{1,2}[\]］])|\)?[、,，・](?P<half>[0-9]{1,2}\))(?=[)）、,，・参])"
    r"|(?:[、,，・]|及び)[ 　]?(?P<path>[0-9０-９]{1,2}(?:[-－‐–―][0-9０-９]{1,2}){1,3}(?:を?参照)?)(?=[)）、,，・にをはがの])"
)
POINTING = re.compile(
    "参照|で(?:述べ|後述|前述|紹介|示|[見み](?=た|てき)|触れ|ふれ|取り上げ|とりあげ|扱|論じ|検討し|分析し|説明し|概観し|整理し)|に(?:述べ|記述|記載|示)|のとおり|の結果を"
)

SEE_END = re.compile("を?参照$")
SEEN_FROM = re.compile("(?<=.)(?:脚注|囲み記事|補論|コラム|「).*")
# 第2節　市場の動向: a wide space sets a number off from its title, which heads or lists the section, or names it to be seen.
TITLE_BEHIND = re.compile("　(?!図|表|コラム|「|を?参照)(?![^。\\r\\n]{1,40}参照)")
# 第3.1節 is the section with the number 3.1.
AROUND_POINTS = re.compile("^第(?=[0-9]+[.])|(?<=[0-9])[章節]$")
# 本章第2節 is looked for by what follows 本章, in the section that holds the place.
OF_THIS = re.compile("本(?P<rank>[部編章節])")
STEP = re.compile(
    r"第?[0-9.一二三四五六七八九十ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[部編章節項]|\([0-9]{1,2}\)|[0-9]{1,2}(?:[.-][0-9]{1,2})*|\([ア-コ]\)|[ア-コ]|[①-⑳]"
)
# What a pointer to an item is called by where its section is not named; the number of an item.
ITEM_STEP, ITEM_NUMBER, RANK_OF_ITEMS = "項", re.compile("第?([0-9]+)項"), "節"
# コラム5 is no item 5.
BOX = re.compile("コラム|BOX|トピック")
BOX_NUMBER = re.compile(rf"(?:コラム|BOX|トピックス?)[ 　]?(?:COLUMN[ 　]?)?{NUMBER}")
# 1-2-3(4) is 第1章第2節3(4).
DOTTED = re.compile(
    r"(?P<chapter>[0-9]{1,2})-(?P<section>[0-9]{1,2})(?:-(?P<item>[0-9]{1,2}))?-?(?P<rest>\([0-9]{1,2}\))?"
)
RELATIVE = {"前章": -1, "前節": -1, "次章": 1, "次節": 1}

# Marks that are references wherever they stand in prose, whether the text holds their note or not.
NAMED = re.compile(
    r"(?=[（(〔［\[])(?<![表図下記上]の)[（(〔［\[](?:[注註]釈?|脚[注註])[ 　]?[0-9０-９一二三四五六七八九十]{0,3}[)）〕］\]]|\[\^[^\]\s]{1,8}\](?!:)"
)
BEHIND_WORD = r"(?<=[一-龥々ぁ-んァ-ヴー）)」』”a-zA-Z])"
# A raised number behind a digit or a Latin letter is a power, unless a note has it: 10⁸, ax².
BASE = re.compile("[0-9０-９A-Za-zＡ-Ｚａ-ｚ]")
# What follows a mark that a line break parts from its word.
CARRIED = re.compile("[。、，．｡､)）」』がはをにのでと]")
TO_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
# The mark of a note in square brackets.
SQUARE = re.compile(r"[\[［〔][0-9０-９]{1,3}[\]］〕]")
SQUARE_BEHIND = re.compile(rf"{BEHIND_WORD}{NUMBERED_THINGS}{SQUARE.pattern}")
BEFORE_REST = r"(?=[。、，．｡､」』）)(（]|[がはをにのでともか]|[\r\n]|$)"
BEHIND_NOUN = r"(?<=[一-龥々ァ-ヴー）)」』”a-zA-Z])(?<![第約計全各成和同表図料約昭正治])"
NO_COUNTER = (
    r"(?![0-9０-９.．,，~～年月日時分秒%％人件回か社個億万千円号章節条項部位度倍割点つ名歳世段種兆台本枚GMKk-])"
)
# The line of a caption that has a number.
NUMBERED_LINE = re.compile("[ 　*【〔]*(?:図|表|第.{1,12}[図表]|[0-9０-９].{0,8}[図表])")
# What a caption's number is written with; how captions call a table and a figure; what is cited as a text.
CAPTION_NUMBERS = frozenset("ⅠⅡⅢⅣⅤ一二三四五六七八九十")
TABLE, FIGURE, MATERIAL = "表", "図", "資料"
LATIN_TABLE = re.compile("table", re.I)
WORD_OF_FIGURE = re.compile(r"[^0-9０-９\[［]+")
SEE_WORD, CHAPTER, SECTION, NTH = "参照", "章", "節", "第"
# In a heading only a figure in brackets is pointed at: 時間帯別の通信回数（図表3）.
OPENED = re.compile(r"(?<=\S)[(（]\Z")
# What stands behind a section that is pointed at.
CLOSING = "）)」、"
# The mark of a heading without a number.
LEAD = re.compile("[　 ]*[○◯●◎■□◆◇▼▲★☆]")
