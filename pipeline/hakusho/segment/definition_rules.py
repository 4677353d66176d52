"""How a document says what it will call a thing, and where the noun phrase that names the thing begins.

Patterns read the reading view: folded, joined, with half-width brackets.
"""

import re

_CALLED = "(?:と[^「」()。、]{0,4}?(?:い[ういっ]|する|呼|称|略|表記|記載|記す))"
# （以下「機構」という。）, 以下この項において「X」という, 以下、この命令を「本件命令」という, （以下この制度を「X」という。）
# （次条において「X」という。） needs no 以下.
HEREAFTER = re.compile(
    rf"(?:以下|(?<=[(。])(?=(?:第|次|この|前|同|本)[^「」。]{{0,60}}において))(?P<between>(?:(?!以下)[^「」。]){{0,90}})「(?P<name>[^」]{{1,30}})」{_CALLED}"
)
# What stands between 以下 and the name: where it holds, and what is named where the bracket says so itself.
BETWEEN = re.compile(
    r"(?:、|,)?(?:(?P<scope>(?:この|本|次|第|前)[^を]{0,40}?)(?:において|では|で)(?:は)?(?:、|,)?)?(?:単に|総称して|併せて|あわせて|これを|これらを)*"
    r"(?:(?P<object>[^()。]{1,80}?)を(?:単に|総称して|併せて|あわせて)?)?$"
)
# …の技術を併せて「環境技術」といい、: outside brackets only where things are put together under one name.
TOGETHER = re.compile(rf"を(?:併せて|あわせて|総称して)「(?P<name>[^」]{{1,30}})」{_CALLED}")
ENGLISH_BEFORE = re.compile(r"(?P<en>[A-Z][A-Za-z.'&-]*(?: [A-Za-z0-9.'&-]+){1,10}) ?$")
ENGLISH_INSIDE = re.compile(r"^(?P<en>[A-Z][A-Za-z0-9 ,.'&/-]{5,120}?)[、,。;；] ?$")
JAPANESE_INSIDE = re.compile(r"^(?P<ja>[一-龥ァ-ヴー々・A-Za-z0-9]{3,40})[。、,;] ?$")

# Words that join members of a noun phrase; the に in them is not a particle.
JOINED = re.compile("並びに|及び|又は|若しくは|もしくは|または|および|ならびに|その他の?|ないし|以外の")
FIXED = re.compile("に(?:関する|対する|係る|おける|よる|関わる|基づく|向けた|ついての)|のための|として|における")
# A verb or adjective before a noun: 山林を伐採した者, 申請を却下する旨の処分.
ATTRIBUTIVE = re.compile(
    "(?:[うくすつぬむるぐぶ]|[ぁ-ん一-龥]た|[いんっ]だ|ない|な)(?=この|その|[一-龥ァ-ヴーA-Za-z0-9「])"
)
# Nouns of form, which hold kana that look like particles.
FORMAL = re.compile("でき|もの|こと|ところ|とき|ため|うち|ほか|もと|ほう|すべて|もって")
CASE = re.compile(
    "(?<=[一-龥ァ-ヴーA-Za-z0-9」)等々ぁ-ん])(?:を|が|に|で|へ|から|より|と(?!し))(?=[一-龥ァ-ヴーA-Za-z0-9「(こそぁ-ん])"
)
TOPIC = re.compile("(?<=[一-龥ァ-ヴーA-Za-z0-9」)ぁ-ん])(?:は|には|では|とは)(?=[一-龥ァ-ヴーA-Za-z0-9「(こそぁ-ん])")
STOPS = frozenset("。、,;；　\n\ufffc!?！？")
OPENING, CLOSING = "(「『[【〔〈《", ")」』]】〕〉》"
# A member of a list, before its comma; a date or a clause is not a member.
LISTED = re.compile("並びに|及び|又は|若しくは|または|および|その他|(?:等|など)$")
# 「取得し、及び設定する事業」: the clause before the comma belongs to the same noun.
GOES_ON = re.compile("(?:並びに|及び|又は|若しくは|または|および|かつ|その他)")
MEMBER = re.compile("[一-龥ァ-ヴーA-Za-z0-9・のをに等ぁ-ん]{2,30}$")
MEMBER_END = re.compile("[一-龥ァ-ヴーA-Za-z0-9等](?<![年月日際上後末頃時合結果])$")
CLAUSE_END = re.compile("[てりしばきみちいけ]$|(?:は|が|に|を|で|も|により|において|について|とともに|ため|ほか|うち)$")
LEADING = re.compile(
    "(?:また|なお|そして|ただし|したがって|さらに|次に|同時に|この(?:ため|ほか|うち)|できる限り|原則として|主として|主に|特に|例えば|[①-⑳]|[-・○●■]| )+"
)
# A name goes on to the left over what belongs to it: 気候変動に関する政府間パネル, 地域的な包括的経済連携.
NAME_MODIFIER = re.compile("(?:[一-龥ァ-ヴー・A-Za-z0-9]+(?:に関する|のための|における|に対する|に係る)|[一-龥]+的な)$")
SHORTENED = re.compile(r"(?P<short>[ァ-ヴー]{2,8})\((?P<ja>[ァ-ヴー]{3,16})\)")
LONGEST_QUOTED = 40
LONGEST_PHRASE = 220
LONGEST_BRACKET = 1000
