"""How lines end and begin that one paragraph is printed on."""

import re

CANNOT_BEGIN = re.compile("[、。，．」』）)】〕っゃゅょッャュョー々]")
UNFINISHED = re.compile("(?:[、，をがはにとへで]|(?<!も)の)$")
# What stands alone as the title of an item, and how the sentence below it begins: ただし、…; 指定は、….
NOMINAL = re.compile("(?:[一-龥ァ-ヴーA-Za-z0-9)]|もの|こと)$")
OPENS_SENTENCE = re.compile("[^、。 　]{1,14}は、|(?:ただし|なお|また|例えば|たとえば|この場合|これ|その)[、はらの]")
# A word that goes on: kana that end no sentence and no noun, or kana that begin none.
HALF = re.compile("[ぁ-ん]$")
WHOLE = re.compile("(?:[るたいうくすむぬつぶぐ]|です|ます|ため|こと|もの|など|ほか)$")
# No sentence begins so: と高性能な林業機械.
BEGINS_WITH_PARTICLE = re.compile("(?:[とをがはにのでへも]|から|まで|など|や)(?=[、一-龥ァ-ヴ])")
BEGINS_WITH_KANA = re.compile("[ぁ-ん]")
LABELLED = re.compile(
    "[^ 　:：。、()]{1,8}[:：]"
    "|(?:日[ 　]?時|場[ 　]?所|会[ 　]?場|出席者|欠席者|出席委員|傍聴者|議[ 　]?題|配布資料)[ 　]"
)
LABEL = re.compile(
    r"(?:\((?:答|問)\)|[問答QA][0-9]{0,3}[ 　:.．]|[・･●○◯◎■□◆◇▪▫‣►➢✓★☆*※-])[ 　]*|\(注[0-9]{0,2}\)[ 　]*"
)

# --- breaks that a page or file sets inside a paragraph (<br>) ---------------------------------------------------

# A particle or comma after which something must follow; a title may end with some of them: はじめに, 発展のために, 白書とは.
BREAKS_OFF = re.compile(
    "(?:[、，をがの]|(?<!と)は|(?<!こ)と|(?<!ま)で|(?<!はじめ|おわり|終わり|さいご|むすび)(?<!終り|最後|結び|ため|並び|とも)に)$"
)
# The same where no stop tells that there is a sentence; a noun in kana may end so: とまと.
BREAKS_OFF_FOR_SURE = re.compile("(?:[、を]|[一-龥々ァ-ヴー）)」A-Za-z0-9][がのはにとで])$")
# How a line ends, and the words of grammar that the next begins with, where a sentence goes on over a break. The words
# before must be such that the others may follow: many a noun begins with the same kana (するめ, なす, ともに, できる).
_NOUN = "[一-龥々ァ-ヴー）)」』A-Za-zＡ-Ｚａ-ｚ0-9０-９％%]\n"
_DO = (
    "(?:し(?:て(?:い|お|き|く|も|は|、)|た(?![がしち])|、|ま[すし]|な[いけ])|す(?:る(?![一-龥ァ-ヴ]?め)|べ[きく])|さ(?:れ[るたてば、]|せ[るたてらま])"
    "|でき[るたま]|いた(?:し|だ[いき])|ください|くださる)"
)
_PARTICLES = (
    "(?:[をがはの](?=[一-龥ァ-ヶ「ぁ-んA-Z])|が、|は、|も、|へ[の、一-龥]|に(?:つ[いき]|お[いけ]|よ[りるっ]|関|対|と[っり]|し[て、]|は|も|な[るっり]|[一-龥、])"
    "|と(?:し[て、た]|す[るべ]|な[るっり]|の[一-龥]|い[うっ]|[言思考見]|とも[に、]|も、|は|、)|で(?:あ[るりっ]|す[。が]|し[たょ]|は|の|も|、)|など[のをがは、に]"
    "|から[の、]|まで[の、に]|や[、一-龥ァ-ヴ]|を)"
)
_STEM = (
    "(?:[るりうくきけえせねべめれ](?:。|、)|(?:ら)?れ(?:る|た|て|ば|ま)|ら(?:な[いけ])|な(?:い。|いこと|いも|い場|けれ|かっ|り、|った|って|る。|る(?:こと|もの|よう|ため))"
    "|ま(?:した|す[。、が]|せ[んぬ]|で[のに、])|(?:る|り|い)(?:ます|もの[でとを]|こと[とがを]|た[。、]))"
)
_AFTER_VERB = (
    "(?:もの(?:で|と|を|が|の|に|は|や)|こと(?:で|と|を|が|の|に|は|も|か)|ため(?:に|の|、|で)|よう(?:な|に|と)|べき|とき[はにの、]|ほか、|とともに|とも[に、]|など[のをがは、]"
    "|ので|のに|のは|のが|のを|から、)"
)
_AFTER_TE = "(?:い(?:る|た|ま[すし]|な[いけ]|く|ただ)|お(?:り|る|ら)|き(?:た|ま)|は[、い]|も[、い一-龥]|ください|くる|あ[るり]|しま)"
GOES_ON = re.compile(
    f"(?:{_NOUN}(?:{_DO}|{_PARTICLES})|[てで]\n{_AFTER_TE}|[るたいうなくすむぶつぐ]\n{_AFTER_VERB}|[ぁ-ん一-龥]\n{_STEM})|.\n[んゃゅょっ]"
)
# The same where no stop tells that there is a sentence: a verb of nouns, written out. 実施<br>している
GOES_ON_WITHOUT_STOP = re.compile(
    f"{_NOUN}(?:し(?:てい|てお|た[。、]|ま[すし])|さ(?:れ[るたて]|せ[るたて])|する(?:こと|もの|ため|とき|$)|を[一-龥ァ-ヶ「])|[てで]\n(?:い(?:る|た|ま[すし])|お(?:り|る))"
    "|(?<![一-龥])[るた]\n(?:こと|もの|ため)[をがはにとの]"
)
# A verb that a noun on the next line may follow, where the words end there with a stop; a short word in kana that stands
# alone is a noun: おむつ, すもう.
ATTRIBUTE = re.compile("(?:[^ぁ-ん].*|[ぁ-ん]{6,})[ぁ-ん][るすうくむぶつぐぬた]$")
