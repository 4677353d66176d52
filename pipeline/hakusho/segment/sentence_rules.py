"""Where sentences end, and what is one."""

import re

LEGAL_FORM = re.compile("[（(](?:[株有合名資財社独大学医福宗]|公財|公社|一財|一社|独法|特非|国研|地独|仮称)[)）]")
# A bracket behind a stop that ends as a clause does is of the words behind it: （型番にかかわらず）機械を選ぶ. A verb in て
# may be what a speaker does meanwhile: （図を示して）.
CLAUSE = re.compile(
    "[（(][^（()）。]{2,40}(?:[一-龥ぁ-ん]ば|[れわきさむせがらま]ず|(?<!も)の|たら|なら|ように|限り)[)）][ 　]?[^\\s（()）。、]"
)
PREDICATE = re.compile("(?:[うくすつぬむるぐぶたいだよか]|です|ます|せん|ません)[)）」』]*$")
# A number right behind kana, at a stop, is the mark of a note: 修正するのがよい3．
MARKED = re.compile("[ぁ-ん][0-9]{1,2} ?$")
# What a sentence ends with; a wide point behind a number is a decimal's, but for the mark of a note.
STOP = re.compile(r"(?:[。｡︒！？!?]|(?<=[^0-9０-９])．|(?<=[ぁ-ん][0-9])．)[¹²³⁴⁵⁶⁷⁸⁹⁰⁽⁾」』）)\[\]［］】〕]*$")
# What leads to a list or an example with a colon, and says so with a polite verb.
LEADS = re.compile("(?:ます|です|ました|でした|ません|ください|下さい)[:：]$")
BULLET = re.compile("[・･●○◯◎■□◆◇▪•‣*-][ 　]*")
# Nouns that end as verbs and adjectives do.
NOMINAL = re.compile(
    "(?:ため|くらい|ぐらい|具合|違い|扱い|狙い|ねらい|思い|願い|支払い|取扱い|あっせん|あつせん|手伝い|集い|お知らせ|あらまし|まとめ|しくみ|暮らし|見通し|流れ|くらし|いす|違う|場合か)$"
)
UNFINISHED = re.compile("(?:[、，をがにへ]|(?<=[^ぁ-ん])[はのとで])$")
CARRIES_ON = re.compile("[のをがにではとへもやか、]|から|まで|など|等|及び|又は|並びに|といった|として|により|について")

LABEL_BULLET = re.compile(r"(?:[・･●○◯〇◎■□◆◇▪▫‣•►➢✓★☆▼▲※>]|[-*－–](?=[ 　]|[一-龥ぁ-んァ-ヴ])|・)[ 　]*")
QUESTION = re.compile(
    r"\((?:答|問|答え|質問|回答)\)[ 　]*|(?:[問答QA][0-9]{0,3}(?:-[0-9]{1,2}){0,2})(?:[:：.．][ 　]*|[ 　]+)|【[問答]】[ 　]*"
)
# 日程第１、 and 第１章 belong to what is said.
KEPT = frozenset("部 編 章 節 款 目 agenda roman alpha".split())
# x 軸は…, i モードは…: a letter with a narrow space behind it is a word, not the number i, v or x.
LETTER_AS_WORD = re.compile("[ivx] ")
# A number that a particle follows at once is a word of the sentence: （１）について、本年4月…; (1)及び(2)は…. Only what
# no word begins with: (1)のどか, (2)においの are labels.
REFERRED_TO = re.compile(
    "を|は、|が、|の(?=[一-龥])|に(?:つ[いき]|おい?て|おけ|よ[りる]|[一-龥])|から|まで|及び|又は|並びに|と[(第]"
)
