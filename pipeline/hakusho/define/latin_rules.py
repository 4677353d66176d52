"""How names and short forms in Latin letters stand beside each other and beside their Japanese names.

Patterns read the reading view: folded, joined, with half-width brackets.
"""

import re

from hakusho.define.definition_rules import SHORT

OUTER_LATIN = re.compile(r"[A-Za-z0-9./-]+ (?=[一-龥ァ-ヴ第])")
LATIN_WORDS = re.compile(
    r"(?<![A-Za-z0-9] )(?<![A-Za-z0-9-])(?P<short>(?:[a-z]{1,2}-?)?[A-Z][A-Za-z0-9&+./-]{1,14})(?P<tail>[一-龥]{0,4}) ?\Z"
)
# The English name first, the acronym behind it: (International Climate Assessment Meeting: ICAM).
INNER_ENGLISH = re.compile(
    rf"(?P<en>[A-Za-z][A-Za-z0-9 .'&/()-]{{5,120}}?)(?: ?[:：;；、,] ?)(?:略称は?[:：]? ?|略して、?|略)?(?P<short>{SHORT})(?P<tail>)$"
)
# An entry of a glossary, or a sentence that does its work: BCP：Business Continuity Plan（事業継続計画）の略。; BCPとは、…の略.
_EN_REST = r"[A-Za-z0-9 ,.'&/-]{5,100}?"
_EN = rf"[A-Z]{_EN_REST}"
_JA = "[一-龥ァ-ヴー・]{3,40}"
_JA_OR_LATIN = "[一-龥ァ-ヴー・ぁ-んA-Za-z0-9]{3,40}"
GLOSSARY = re.compile(
    rf"(?:^|(?<=[。」\n・■○●◆☆※]))[ 　]{{0,4}}(?P<short>{SHORT})(?:[ 　:：]{{1,4}}|\n[ 　]{{0,4}}|(?:と)?は、?)[「『]?"
    rf"(?:(?P<en>{_EN})[」』]? ?(?:\((?P<ja>{_JA})\))?|(?P<outer>{_JA})\((?P<inner>{_EN})\))[」』]? ?の(?:略|頭文字)"
)
# The same in a list of terms: SOC：充電率（State of Charge）.
GLOSSARY_ENTRY = re.compile(
    rf"(?:^|(?<=[。\n・■○●◆※]))[ 　]{{0,4}}(?P<short>{SHORT})[ 　]?[:：][ 　]?"
    rf"(?:(?P<en>{_EN}) ?\((?P<ja>{_JA})\)|(?P<outer>{_JA})\((?P<inner>{_EN})\))(?=[。\n ]|$)",
    re.M,
)
# The same as a bracket in a bracket: XGP(eXtended Global Platform(次世代PHS)).
NESTED = re.compile(
    rf"(?<![A-Za-z0-9])(?P<short>{SHORT}) ?\((?:(?P<en>[A-Za-z]{_EN_REST}) ?\((?P<ja>{_JA_OR_LATIN})\)|(?P<outer>{_JA}) ?\((?P<inner>{_EN})\))"
    r"(?:の略称?|の頭文字)?\)"
)
ENDS_OUTSIDE = re.compile(r"(?:の略称?|の頭文字)?\)")
LONGEST_NEST = 18
# FDP(Flight Data Processing System:飛行計画情報処理システム)
EN_THEN_JA = re.compile(
    r"(?P<en>[A-Z][A-Za-z0-9 .'&/-]{5,100}?) ?[:;、,] ?(?!本社|本部|所在|旧|現在|在)(?P<ja>[一-龥ァ-ヴー・]{4,40})"
)
# The short form beside its name in one bracket.
JA_THEN_SHORT = re.compile(rf"(?P<ja>[一-龥ァ-ヴー・の]{{4,40}}) ?; ?(?P<short>{SHORT})")
SHORT_THEN_JA = re.compile(rf"(?P<short>{SHORT}) ?: ?(?P<ja>[一-龥ァ-ヴー・]{{4,40}})")
SLASH = "/"
# My City Report (MCR), Non Fungible Token (NFT：非代替性トークン): the English name first.
LATIN_RUN = re.compile(r"[A-Za-z][A-Za-z0-9 ,.'&/-]{3,100} ?\Z")
SHORT_INSIDE = re.compile(r"(?P<short>[A-Z][A-Za-z0-9&-]{1,9})(?: ?[:：、] ?(?P<ja>[一-龥ァ-ヴー・ぁ-んA-Z]{3,40}))?")
LONGEST_RUN = 104
# A word of an English name; その他 (of, and, the) may have no letter in the short form.
WORD = re.compile("[A-Za-z0-9']+")
FEWEST_NAMES = 2
# Short forms with one capital or none: A1, Ofcom, e-Tax; P203 is a page.
SHORT_WORD = re.compile("(?:[A-OQ-Z][0-9]{0,4}|P)[0-9]|(?=[A-Za-z]{2,6}$)[A-Z][a-z]+[A-Z]?|[a-z]-[A-Za-z0-9]{1,10}")
# A word as others, with one capital: Cloud.
PLAIN_WORD = re.compile("[A-Z][a-z]{2,}")
# Ex of XAI, cross of XR.
READ_AS_X = re.compile("(?:ex|cross|trans)", re.I)
# What stands between the opening bracket and the English name: （英語名：Information … Program（ISMAP））.
BEFORE_ENGLISH = re.compile(r"\((?:英語名|英文名称?|英語|英名|英)?[:：]? ?\Z")
LONGEST_LABEL = 8
# A short form behind another Latin word: FTTH CPE (Consumer Premise Equipment).
LAST_WORD = re.compile(r"(?<=[A-Za-z0-9][ /-])(?P<short>[A-Z][A-Za-z0-9&+-]{1,9})(?P<tail>) ?\Z")
# （OS、ソフト等）, （CSV、XML）, （NTT、KDDIを除く）: a list of members, no name.
LIST = re.compile(
    r"[A-Za-z0-9&+./ -]+(?:、 ?(?![A-Z][a-z]+ (?:[a-z]+ )?[A-Z])[A-Za-z0-9&+./・ァ-ヴー -]+)*?"
    r"、 ?(?:[^、。以]*(?:等|など|ほか|の例)|[A-Z]+[A-Za-z0-9&+-]*(?:[をに](?:含む|除く|限る))?|[ァ-ヴー・]+)"
    r"|[A-Z0-9&+-]+(?:, ?[A-Z0-9&+-]+)+ ?(?:等|など)?"
    # So many members are a list, whatever they are: 回線（KDDI、日本テレコム、C&W IDC、甲社）.
    r"|[A-Za-z0-9&+./ -]+(?:、 ?(?!以下|略称|[A-Z][a-z]+ (?:[a-z]+ )?[A-Z])[^、。「」]+){3,}"
)
COMMA = re.compile("[、,]")
# 経済協力開発機構（OECD、パリ、38か国加盟）: what is said of one body behind its short form, with no other short form.
BODY_OF_ITS_OWN = re.compile("(?:機構|機関|委員会|理事会|会議|連合|銀行|基金|協会|同盟|共同体|研究所|省|庁|局)$")
REMARKS = re.compile("[A-Za-z0-9-]+(?:、(?![^、]*(?:等|など|ほか|の例)(?:、|$))[^、A-Za-z]+)+")
# （Carbon Border Adjustment Mechanism、CBAM）
SHORT_LAST = re.compile("(?P<en>[A-Z][A-Za-z0-9&./' -]+)[、,] ?(?P<short>[A-Z][A-Za-z0-9&+-]+)")
NO_LETTER = re.compile("[^A-Za-z0-9]")
# DU（デュー）: how a short form is read, told by its length.
READING = re.compile("[ァ-ヴー・]+")
NO_SYLLABLE = re.compile("[ーァィゥェォャュョッ・]")
# 第5世代移動通信システム（5G）: a digit that the name counts with, too; not 第2会議室（2F）.
DIGIT_FIRST = re.compile("[1-9][A-Z]")
DIGIT_IN_NAME = re.compile("([1-9])(?:世代|次元|次|つの|者|相|軸)")
