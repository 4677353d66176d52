"""What stands on both sides of a comma inside a noun phrase: members of a list, clauses in turn, a class and what narrows it.

Patterns read the reading view: folded, joined, with half-width brackets.
"""

import re

# A member of a list, before its comma; a date or a clause is none.
LISTED = re.compile(
    "並びに|及び|又は|若しくは|または|および|その他|の[二三四五六七八九十2-9][一-龥]{1,3}$|など(?![はへと])|(?:等|など)(?=$|、|から[な成]る|(?<!・[一-龥ァ-ヴー]{2}等)(?<!・[一-龥ァ-ヴー]{3}等)(?<!・[一-龥ァ-ヴー]{4}等)[をがにで]|といった|における|の)"
)
# 朗読の団体など、町内で活動する団体: what stands before など is of the kind that follows.
SUCH_AS = re.compile("(?:など|等)$")
# 「取得し、及び設定する事業」: the clause before the comma belongs to the same noun.
GOES_ON = re.compile("(?:並びに|及び|又は|若しくは|または|および|かつ|その他)")
# 全国の観測井のうち、30年以上の記録があるもの; 機構の職員であって、政令で定める者: the class before the comma is narrowed.
NARROWED = re.compile("(?:であって|であつて|もので)$")
# 沿岸の市町村のうち、浸水が想定される地区: what the class is narrowed to says more than one word.
AMONG = re.compile("(?<!これら)(?<!これ)(?<!こ)(?<!そ)のうち$")
NARROWING = re.compile("(?:もの|者|分|ところ|人|もの等)$")
MEMBER = re.compile("[一-龥ァ-ヴーA-Za-z0-9・のをに等ぁ-ん]{1,90}$")
MEMBER_END = re.compile("(?:[一-龥ァ-ヴーA-Za-z0-9等](?<![年月日際上後末頃時合結果])|もの|こと)$")
CLAUSE_END = re.compile("[てりしばきみちいけ]$|(?:は|が|に|を|で|も|により|において|について|とともに|ため|ほか|うち)$")
# 埋葬等に関する法律: the list is of a noun before the head.
OF_ANOTHER_NOUN = re.compile("に関する|に係る|を|における|に対する")
# 資料等: it closes a list, the others join its members.
AND_SO_ON = frozenset(("など", "等"))
# 所有者（以下「所有者等」という。）、市民及び事業者: the list goes on behind the bracket.
_ITEM = "[^、。()をがは\n]{1,30}?"
LONGER_LIST = re.compile(
    f"、{_ITEM}(?:、{_ITEM})*?(?:及び|並びに|又は|若しくは|または|および|その他の|等|など)|(?:及び|又は|および|または|若しくは)(?!これ|その)"
)
# 機能の強化
IS_DONE = re.compile("の[一-龥]{2,6}$")
# 製造、販売した: nouns that する makes verbs of.
NOUN_OF_DOING = "名詞-普通名詞-サ変可能"
TO_DO, DOES = "動詞-非自立可能", ("し", "す", "さ")
CONNECTIVE, TE = "助詞-接続助詞", frozenset(("て", "で"))
# Verbs that stand for a particle: what they lead may be of any verb behind; ており and あり lead the rest of a sentence.
LEADS = re.compile(
    "(?:基づ[きい]|より|よって|伴[いっ]|従[いっ]|応じ|際し|当た[りっ]|あた[りっ]|対し|関し|つい|おい|とっ|通じ|通し|踏まえ|受け|経|機に|先立[ちっ]|もっ|併せ|合わせ|加え|含め|除き|限り|比べ|代わ[りっ]|とし|つれ|おり|あり)て?$"
)
# …を「甲」といい、…を「乙」という: another verb of calling.
CALLS = re.compile("(?:[」』]と.{1,6}|と[一-龥]{1,2}し)$")
BY = re.compile("(?:によって|により)$")
# The phrase is what the sentence is about: …制度（略）については.
TOPIC_BEHIND = re.compile("(?:について|に関して|に対して|において|に|で|と)?は")
# 規定により、: how a thing is done that the phrase tells of; where and when may be of the sentence (前条の場合において、).
HOW = re.compile("(?:により|に基づき|に対し|に従い|を通じ)て?$")
# Heads that say what happens, and how: what is told before them is told as a whole.
HAPPENS = re.compile(
    "(?:現象|状態|状況|事態|場合|こと|行為|傾向|問題|おそれ|可能性|旨|方法|手法|方式|仕組み|制度|作業|機能|効果|リスク|危険性?|工法|技術|活動|取組み?|事業|業務|サービス|運動|過程|手順|手続|考え方|関係|性質|特性|能力|体制|システム)$"
)
SENTENCE_ENDS = frozenset("。\n")
# Qualities that say nothing of a place or a means.
OF_NO_PLACE = re.compile("(?:様々|さまざま|新た|多様|種々|いろいろ|豊富|大幅|大規模|小規模|主要|.的)$")
CAN_BE_DONE = re.compile("(?:可能|困難|容易|必要|自由)$")
# The thing is in a state (略)にある.
IS_IN, STATE = re.compile("に(?:ある|あり|あっ|ない)"), re.compile("(?:状態|状況|関係|地位|立場|段階)$")
