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
# Words of grammar that follow others: they begin no sentence, and no title.
FOLLOWS = re.compile(
    "[をんゃゅょっ]|[がはの][一-龥ァ-ヶ「]|が、|へ[の、一-龥]|に(?:つ[いき]|お[いけ]|よ[りるっ]|関|対|と[っり]|し[て、]|は|も|な[るっり]|[一-龥])"
    "|と(?:し[て、た]|す[るべ]|な[るっりど]|の[一-龥]|い[うっ]|[言思考見]|も[にな]|、|は)|で(?:あ[るりっ]|す[。が]|き[るまた]|は(?!、)|の)"
    "|し(?:て(?!ん)|た(?!が|し|ち)|、|ま[すし]|な[いけ])|す(?:る|べ[きく])|さ(?:れ|せ)|な(?:っ[たて]|り、|る(?![べほ])|い。|ど[のをがは、]|か[っろ])"
    "|ら(?:れ|な[いけ])|れ(?:る|た|て|ば)|て(?:い|お[りる]|き[たま]|は|も)|ま(?:した|す[。、が]|せ[んぬ]|で[のに、])|お(?:り(?:ます|、)|る[。、])"
    "|い(?:る[。、ほも]|た[。、し]|ま[すし]|く[。、])|もの(?:で|と|を|が|の|に|は|や)|こと(?:で|と|を|が|の|に|は|も|か)|ため(?:に|の|、|で)"
    "|よう(?:な|に|と)|べき|み(?:られ|る。)|ください|いただ[いき]|ござい"
    "|[るりうくきけえせねべめれ](?:。|、|る[。、もこと]|ます|た[。、]|もの[でと]|こと[とがを])"
)
# A verb that a noun on the next line may follow, where the words end there with a stop.
ATTRIBUTE = re.compile("[ぁ-ん][るすうくむぶつぐぬた]$")
