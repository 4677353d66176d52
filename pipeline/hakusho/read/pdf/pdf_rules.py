"""What the words of a printed line tell of its place: labels, sentence ends, page numbers, marks of notes."""

import re

_COUNT = "(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})"
_KANA = "[アイウエオカキクケコサシスセソタチツテトナニヌネノ]"

# What an item, a numbered line or an answer begins with. Each kind is a group, so that kinds can be compared.
LABEL = re.compile(
    r"(?P<bullet>[\uf020-\uf0ff・•‧･●○◯■□◆◇▪▫‣►▶▷➢➡⇒→✓☑★☆※‐–—](?=[　 ]|[^　 ]))"
    rf"|(?P<paren>[（(]{_COUNT}[）)])|(?P<parenkana>[（(](?:{_KANA}|[あ-こ]|[a-zａ-ｚivx]{{1,4}})[）)])"
    rf"|(?P<half>(?:[0-9０-９]{{1,3}}|{_KANA}|[a-zａ-ｚ])[）)])"
    r"|(?P<circled>[①-⑳⑴-⒇㉑-㉟㊱-㊿❶-❿])"
    rf"|(?P<chapter>第[ 　]?{_COUNT}[ 　]?[部章節款目条項編]|第[ 　]?{_COUNT}(?=[　 ]))"
    r"|(?P<note>[（(\[]?注[ 　]?[0-9０-９]{0,2}[）)\]：:　 ])"
    r"|(?P<arabic>[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){0,3}(?:[.．、]?[　 ]+(?=\S)|[.．](?=[一-龥ぁ-んァ-ヴ])))"
    rf"|(?P<kana>{_KANA}[　 ]+)|(?P<kanji>[一二三四五六七八九十]{{1,3}}[　 、]+)"
    r"|(?P<alpha>[a-zａ-ｚA-ZＡ-Ｚ](?:[.．][　 ]?|　+)(?=\S))"
    r"|(?P<question>[（(][問答][0-9０-９]{0,3}[）)]|[QAＱＡ][0-9０-９]{1,3}[.．:：]|[（(]?[問答QAＱＡ][0-9０-９]{0,3}[）).．:：]?[　 ]+)"
)
# A label that ends in a bracket, which may take half of the room behind it.
BRACKETED_LABEL = re.compile(
    rf"第[ 　]?{_COUNT}条(?:の{_COUNT})?[ 　]?[（(][^（）()]{{1,20}}[）)]|[（(](?:{_COUNT}|{_KANA})[）)]"
)
CLOSED = re.compile(r"[。．！？!?」』）)：:]$")
# A line that is nothing but a bracket: the caption of the article below.
IN_BRACKETS = re.compile("[（(][^（）()。]{1,30}[）)]")
# What a line names before it tells it: 日時　…, 会場：….
FIELD = re.compile(r"[■●◆□○◇▼▽・☆★▶【〈]?[一-龥々ぁ-んァ-ヴー・]{1,8}[】〉]?(?:[　 ]{1,3}(?=[^　 ])|[：:])")
# A number with its title, as it stands in a column beside its text.
SIDE_TITLE = re.compile(
    rf"(?:第[ 　]?{_COUNT}[ 　]?[条章節項]|[（(]{_COUNT}[）)]|{_COUNT}[）).．、　 ])[　 ]*[^。、，０-９0-9][^。、，]{{1,23}}"
)
# What a sentence ends with.
STOP = "。"
PAGE_NUMBER = re.compile(
    r"[-–—~・〜－―ー‐ 　]*(?:p\.? ?|Ｐ|頁)?(?P<number>[0-9０-９]{1,4}|[ivxlcⅰ-ⅻ]{1,6})"
    r"(?: ?[/／] ?[0-9０-９]{1,4})?(?:頁|ページ)?[-–—~・〜－―ー‐ 　]*",
    re.IGNORECASE,
)
# The number that the head of a page ends in, behind a space: 例示市総合計画　12.
NUMBER_APART = re.compile("[ 　][-－‐–]?([0-9０-９]{1,4})[-－‐–]?$")
# A note at the foot of a page: its mark, and what follows it.
NOTE = re.compile(
    r"(?P<mark>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|[（(]?[※＊*∗†‡](?:[0-9０-９]{1,3}(?![0-9０-９]|[.．,，][0-9０-９]|[年月](?![金額])))?[）)]?|[（(\[]?(?:注釈?|脚注)[ 　]?(?:[0-9０-９]{0,3}|[一二三四五六七八九十]{1,2})[）)\]]?"
    r"|[（(]?[0-9０-９]{1,3}(?![0-9０-９.．,，年月日人件倍兆億万円%％])[）)]?)[ 　:：]*"
)
# The word that stands over notes, alone on its line.
NOTES_HEAD = re.compile(
    r"[【〔（(\[［〈＜《]?[ 　]*(?:注|脚[ 　]*注|注[ 　]*釈|注[ 　]*記)[ 　]*[】〕）)\]］〉＞》]?[:：]?"
)
# Lines under a table or figure that say where it is from.
SOURCE = re.compile(r"[（(]?(?:資料|出典|出所|備考|注|提供|※)[^。]{0,6}[：:）)　 ]|(?:図表|図|表|第)[ 　]?[0-9０-９]")
CAPTION = re.compile(
    r"[■●◆□○◇▼【（(]?(?:第[ 　]?[0-9０-９ⅠⅡⅢⅣⅤ][-－‐0-9０-９.．・ⅠⅡⅢⅣⅤ]{0,10}[図表]|(?:図表|図|表|資料|写真|グラフ|コラム)[ 　]?[0-9０-９])"
)
# What the caption of a figure is called by.
FIGURE = "図"
# The title of a chart or table in pointed brackets.
FIGURE_TITLE = re.compile("[＜〈<《][^＜＞〈〉<>《》。]{2,60}[＞〉>》]")
# The unit that is printed above a table.
UNIT = re.compile(r"[（(\[［【]?[ 　]*単[ 　]*位|[（(][^（）()]{1,12}[）)]$")
# Signs that may stand half, or whole, outside the column.
OPENING = re.compile("[「『（(［〈《【]")
HANGING = "、。，．」』）］〉》】"
# A line of a table of contents: dots that lead to a page.
LEADER = re.compile(r"(?<![.．・…‥·])[.．・…‥·]{3,}[　 ]*+[0-9０-９ivxlc]{1,4}$")
# An entry whose dots lead to an amount or a name, which stands at the edge.
ENTRY = re.compile(r"[^.．・…‥·]{2,}[.．・…‥·]{5,}[ 　]*[^.．・…‥·。 　][^…‥。]{0,40}$")
# A line that is nothing but a day, which stands for itself wherever it is set.
_NUMERAL = "[0-9０-９元〇一二三四五六七八九十 　]{1,5}"
DATE_LINE = re.compile(
    rf"[（(]?(?:(?:明治|大正|昭和|平成|令和)[ 　]?)?{_NUMERAL}年{_NUMERAL}月(?:{_NUMERAL}日)?[^ぁ-ん一-龥]{{0,4}}"
)
# Where the first line of a heading of two breaks off: a particle, a verb, a comma; about and at first end one.
BREAKS_OFF = re.compile("(?:[ぁ-ん、・ー～（「](?<!に)(?<!て))$")
# Who made or holds a document, on a line of its own: 山田太郎訳, © 2021, 総務省総合通信局, 情報通信審議会.
BYLINE = re.compile(
    r"[©Ⓒ]|[^ 　].*(?:[編訳著]|監修|作成|[省庁局課室]|委員会|審議会|協議会|[部科]会|機構|協会|研究所|大学)$|.*[長臣事授][ 　][一-龥][一-龥 　]*$"
)
# A number of a chapter that stands apart from its title.
CHAPTER_NUMBER = re.compile(rf"第[ 　]?{_COUNT}[ 　]?[部章節款編]")
# What the rest of a word or clause begins with, a particle before a word or an ending, as no noun does (がん検診, ごみ
# の処理): し、多様化…, ており、…, により….
KANA_FIRST = re.compile(
    "を|[がはにでとのもへや](?![ぁ-ん])|に(?:お[いけ]|よ[りるっ]|つい|は|も|関|対)|で(?:は|も|あ|き|の|い[るた])|と(?:し[てた]|い[うっ]|とも|も|の|は|な)"
    "|し[、。たてなつ]|する|すべき|さ[れせ]|せ[るず]|て(?:い[るたなく、]|お[りくけ]|き[たて]|[もは、])|た[、。一-龥]|ら?れ[るたて、]"
    "|[りくきいえけげねめれろみ][、。るた]|る(?:$|[、。一-龥こたとのも])|な[いくり]|ん[でだ]"
)
# Signs of clauses and sentences.
PROSE = re.compile("[、。，．]")
# The same, or words of Latin letters.
TOLD = re.compile("[、。，．]|[a-z],? [A-Za-z]")
# What a number counts, which follows it without being its title.
COUNTER = re.compile("[年月日時分秒度件人名個回社校市町村県か箇ヶカ万億兆円％%割倍歳点部章節条項号台本枚]")
# A title set letter by letter: its spaces are room, not words.
SPREAD = re.compile("[一-龥](?:[ 　]+[一-龥]){1,5}")
# Names of faces that are set for emphasis next to a text face of the same weight.
BOLD_FACE = re.compile(r"bold|heavy|black|ultra|[-_,]?[DEBH]B?$|W[6-9]\b|ボールド|太", re.IGNORECASE)
GOTHIC_FACE = re.compile(
    r"goth|ゴシック|sans|meiryo|メイリオ|arial|helvetica|maru|kaku|BIZ.?UD|UDShin|Gth", re.IGNORECASE
)
MINCHO_FACE = re.compile(r"minch|明朝|serif|ryumin|mincyo|times|century|song|roman", re.IGNORECASE)
# The weight below bold that a face's name ends in: W3, a light or a medium one.
WEIGHT_FACE = re.compile(
    r"W(?P<degree>[1-5])$|(?P<light>Light$|(?:[^!-~]|[-_ ])(?:EL|SL|L)$)|(?:Medium|(?:[^!-~]|[-_ ])M)$"
)
