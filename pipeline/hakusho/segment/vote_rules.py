"""What the words of a line say for and against a heading."""

import re

# A particle or comma; ために, はじめに, こと, ふるさと, 子ども, まで and とは end a title as well: 国際的な技術力の強化のために.
UNFINISHED = re.compile(
    "(?:[、,，；;：:をがや]|(?<!ど)も|(?<!も)の|(?<!ま)で|(?<!と)は|(?<!ため)(?<!じめ)(?<!わり)(?<!とも)に|(?<![こさひあも])と)$"
)
# A title has a word: a row of figures has none.
NO_WORD = re.compile("[0-9０-９,.%△▲ 　-]*$")
PREDICATE = re.compile("(?:[すくるたいうむ]|です|ます)$")
CONNECTIVE = re.compile("[ぁ-ん一-龥]{2,8}、")
# A date, a number of a document: what stands alone in the middle of a cover without being its title.
DAY = re.compile("[0-9元〇一二三四五六七八九十](?:年|月|日|号)[^ぁ-ん]{0,6}$")
# The number of an order, with the mark that a gazette sets before it.
NOTICE = re.compile("[○〇◯●◎][^0-9。、 　]{2,20}第[ 　]?[0-9〇一二三四五六七八九十百千]{1,6}号$")
# Figures with what they count, printed large for their own sake: 34.5% 1,203件 5位, 3兆4,500億円.
_COUNTED = "[年月日時分秒人名件回本国社戸台枚頭棟個点割倍億万千百兆円度位番歳頁箇所票校市町村]{1,3}"
FIGURES = re.compile(
    rf"(?:[約計延全]?[0-9][0-9,.]*+(?:[兆億万千][0-9,.]*+)*+(?:[%‰]|[ァ-ヶー]{{1,6}}|{_COUNTED})?(?:増|減|超|以上|以下)?[ 　]*)+"
)
# Names with the marks of the notes that say where each works: 田丸健三郎1、満塩尚史2.
AUTHORS = re.compile(r"[^、0-9]{2,12}[0-9*†]{1,2}[、,][^、0-9]{2,12}[0-9*†]{1,2}")
# What a title does not hold: a label with its value, fields side by side, clauses.
PARTED = re.compile("[:：、。,\t 　]")
# Another number with its title, behind a gap: (1)売上高  (2)事業者数, (1)加入者数   4　家計の支出.
ENTRIES = re.compile(
    "[ 　]{2,}(?:\\([0-9]{1,2}\\)|[0-9]{1,2}　|第[0-9一二三四五六七八九十]{1,3}[部章節])[ 　]*[^ 　0-9]"
)
# A clause and its comma: a numbered sentence, not a title.
CLAUSE = re.compile("[はがをにで][、，,]|[ぁ-ん][、，,].*[ぁ-ん][、，,]")
# A sentence that announces a list.
ANNOUNCES_LIST = re.compile(
    "(?:(?:次|以下|左|下記|下)(?:の(?!(?:節|章|項|世代|時代|機会|段階|ような(?:こと|問題)が))|に(?:掲げる|示す|記す|述べる|列挙|挙げる)|のとおり)|は次の通り)[^。]*[。:：]$"
)
# A sentence that goes on over the numbers below it: …においては、 （イ）… （ロ）… が設けられた。
GOES_ON_OVER = re.compile("[、，]$")
# A line that says what the text below it is about; lists of topics have no text below.
ANNOUNCES = re.compile("(?<=[^ぁ-ん])に(?:ついて|関して)$")
COMMA_AFTER_KANA = re.compile("[ぁ-ん]、$")
# The first two of the order of イロハ, and the first of that of アイウ.
IROHA, AIUEO = frozenset("イロ"), "ア"
# How a line between a number and its text may end as well: 都市の規模による格差が一層顕著に, 通信の更なる発展へ.
LEAD_MAY_END = re.compile("[ぁ-ん一-龥々ァ-ヴー0-9%)][にへ]$")
# A title that points elsewhere is a note: 第3章第2節参照, 付注6を参照; no heading that says so in a bracket or is on pointing
# (用語の参照).
POINTER = re.compile("(?:[0-9]|(?:を|[部章節項図表注」』]|別[紙添]|資料|頁|ページ)[ 　]?)参照$")
