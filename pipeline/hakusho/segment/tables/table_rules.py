"""How tables print numbers and units."""

import re

# Powers of ten, the longer word first.
FACTORS = (("兆", 10**12), ("億", 10**8), ("百万", 10**6), ("十万", 10**5), ("万", 10**4), ("千", 10**3))
WIDTH = str.maketrans(
    {ord(wide): chr(ord(wide) - 0xFEE0) for wide in "０１２３４５６７８９，．（）％＋：＄"}
    | {code: code - 0xFEE0 for start in "Ａａ" for code in range(ord(start), ord(start) + 26)}
    | {ord("　"): " "}
)
# The mark of a note behind a figure: 0.041※, and the sign of a provisional (p), revised (r) or estimated (e) one.
MARKED = re.compile(
    r"(?<=[0-9%人円件]) ?(?:[※*＊†‡]+[0-9]{0,2}\)?|[(（]?[注註] ?[0-9]{0,2}[)）]?|[⁽(]?[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?[⁾)]?| [0-9]\))$"
    "|^[preＰｐ] ?(?=[0-9△▲-])|(?<=[0-9]) ?[pr]$"
)
NEGATIVE = frozenset("△▲-−－")
_AMOUNT = r"(?>[0-9][0-9,]*(?:\.[0-9]+)?)"
NUMBER = re.compile(
    rf"(?:約|およそ)?(?P<sign>[△▲+−－-]?) ?(?P<amount>(?:{_AMOUNT}[千百十]?[兆億万])*{_AMOUNT}(?:[千百十]?[兆億万]|[千百十](?={_AMOUNT}|[^0-9千百十]))?(?:{_AMOUNT}[千百十]?[兆億万]?)*)"
    r" ?(?P<unit>[^0-9 ,.()]{1,8}(?:/[^0-9 ]{1,4})?)?(?: ?\([^()]{1,12}\))?"
)
# The same in kanji: 一、四二〇 with places, 二百三十 with units, 三・五 with a fraction.
_PLACES = "[〇○零一二三四五六七八九]"
KANJI_NUMBER = re.compile(
    rf"(?!○+$)(?P<sign>[△▲−-]?) ?(?P<whole>{_PLACES}{{1,3}}(?:[、，,]{_PLACES}{{3}})+|[〇○零一二三四五六七八九十百千万億]+)"
    rf"(?:[・．.](?P<places>{_PLACES}+))?"
)
KANJI_FACTORS = (("億", 10**8), ("万", 10**4))
# A cell that is a figure, that stands for none, and what makes a number a time or a class of sizes: 10年, 60歳以上.
_KANJI_FIGURE = "[〇○零一二三四五六七八九十百千万億][〇○零一二三四五六七八九十百千万億・，、．]*"
VALUE = re.compile(f"[(（]?[△▲+−－-]?[ 　]*(?:(?P<digits>[0-9０-９][0-9０-９,，.．]*)|{_KANJI_FIGURE}(?=[)）]?$))")
NO_VALUE = re.compile("[-－―—‐…*＊・xX×]+$")
OF_TIME = re.compile("年|年度|月|版|期|代(?!目)|号(?!俸)|条(?!例)|項(?!目)|丁目|番地|級")
OF_CLASS = re.compile("以上|以下|未満|以内|超|まで|から|[~～〜-]")
FEWEST_ROWS = 2
# The cell above once more; 同 alone only of a label.
DITTO = '(?:〃|々|同上|″|\\"|”|´´)$'
LABEL_DITTO = '(?:〃|々|同上?|″|\\"|”|´´)$'
DITTO_WORD = re.compile(LABEL_DITTO)
# What counts or dates: 六十日前, 平成5.4.12.
COUNTED = re.compile("[0-9０-９〃]|[一二三四五六七八九十百〇][日月年回件人円万条項号時分個箇か]")
# Letters of one header, 人　　数, stand at most so many columns apart.
WIDEST_LETTER_GAP = 4
WIDEST_SIGN_GAP = 4
SIGN_ALONE = re.compile("[△▲]$")
DIGIT = re.compile("[0-9０-９]")
# Lines that only rule a table, and the bars of one drawn with them.
_DRAWN = "─━═=＝┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛┠┨┯┷┿╂┝┥┰┸╪╞╡╒╕╘╛╔╗╚╝╠╣╦╩╬＋+\\-"
BOX_RULE = re.compile(f"[{_DRAWN}│┃║｜| 　]{{3,}}$")
WHOLE_RULE = re.compile(f"[│┃║｜|]?[:{_DRAWN}│┃║｜|]{{3,}}$")
PIPE_RULE = re.compile(r"\|?(?:[ 　]*+:?-{2,}:?[ 　]*+\|)+[ 　]*+:?-*:?[ 　]*$")
BARS = re.compile("[│┃║｜|]")
BAR_FIRST = re.compile("^[│┃║｜|├┣╠┠┝]")
BAR_LAST = re.compile("[│┃║｜|┤┫╣┨┥]$")
# A row between outer bars, and a rule that bars cross.
CLOSED_ROW = re.compile("[│┃║|+├┣╠┠┝].*[│┃║|+┤┫╣┨┥]$")
CROSSED = re.compile("[─━═-][┬┼┴┳╋┻┯┷┿╂┰┸╪╦╩╬+|][─━═-]")
# A row that is ruled in part, what then parts its cells, and a cell that only holds a rule.
PART_RULED = re.compile("[─━═]{2}|-{3}")
JOINT = re.compile(r"[│┃║｜|├┼┤┣╋┫┠┨┝┥╞╡╠╣┬┳┴┻╬╪┿╂]|\+(?=-{2}|$)|(?<=--)\+")
DRAWN = re.compile("[─━═]+$|[=＝-]{2,}$")
# A figure, or a sign for none, set off from its label: "０人　　　622万円".
FIGURE_CELL = re.compile(
    "(?<![ 　])(?:[ 　]{2,}+|　)(?:[△▲約]?[ 　]{0,2}[0-9０-９][0-9０-９,，.．]*[^ 　、。]{0,8}"
    f"|[△▲]?{_KANJI_FIGURE}|[…―—－-]{{1,3}})(?=[ 　]|$)"
)
# A row of figures in brackets below those that they are part of: (4)      (3).
BRACKETED = re.compile("(?:(?:^|[ 　]+)[(（][ 　]*[△▲]?[0-9０-９,，.．]+%?[)）]){2,}$")
BRACKETED_FIGURE = re.compile("[(（〔\\[][ 　]*[△▲]?[ 　]*[0-9０-９,，.．]+[%％]?[)）〕\\]]$")
# A label that is cut in two, and what is said of rows that cannot be told apart.
UNFINISHED_LABEL = re.compile("(?:[のをにとへ・、]|及び|又は|並びに|に係る|に関する|[(（][^)）]*)$")
SEVERAL_IN_ONE = "This row holds more figures than columns."
GOES_ON = "This row seems to carry on the cells of the row above."
LABEL_GOES_ON = "The label of the row below seems to begin here."
# A header of plain years or of years of an era in turn: 1990 1995, 28 29 30.
YEARS = re.compile("(?:1[6-9]|20)[0-9]{2}$|[0-9]{1,2}$")
# What stands over labels.
HEADING_WORD = re.compile("(?:区[ 　]*分|項[ 　]*目|種[ 　]*別|年[ 　]*度?|年次|[^ 　]*[別名＼/])$")
MOST_HEADERS = 3
# A line above a table that heads no columns: 平成12年３月末現在, （単位：人）.
NO_HEADER = re.compile("[(（〔【<＜[]|.*(?:現在|時点|単位|調べ|資料|出典|推計|ベース)")
BARRED_FIGURE = re.compile("[│┃║｜|][ 　]*+(?:[△▲][ 　]*+)?[0-9０-９]")
SPACES = " 　"
LONGEST_LABEL = 24
# The last letter of a word that is spaced.
SPACED_LETTER = re.compile("[一-龥ぁ-んァ-ヴ]$")
# The heading of a table behind a law: 別表第一（第三条関係）.
ANNEX = re.compile(
    "別表(?:第?[0-9一二三四五六七八九十]{1,3})?(?:の[0-9一二三四五六七八九十])?[ 　]*(?:[(（][^()（）]*関係[)）])?$"
)
# What the caption of a table begins with.
TABLE_CAPTION = re.compile(r"(?:図表|表|第.{1,12}表)")
# How the name of a row ends; a number with its power of ten.
ENDING = re.compile("[一-龥]{2}$")
POWERS = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)([千百十]?)([兆億万]?)")
SMALL_POWERS = {"": 1, "十": 10, "百": 100, "千": 1000}
GREAT_POWERS = {"兆": 10**12, "億": 10**8, "万": 10**4}
# What holds spaces that part no cells: a quotation, a bracket, a long English name (Item Japan US may be a head of three columns).
HELD_TOGETHER = re.compile(
    '"[^"]*"|“[^”]*”|「[^」]*」|（[^（）]*）|[(][^()]*[)]|(?<![A-Za-z])[A-Za-z]++(?: [A-Za-z]++){3,}'
)
# 「…」（新聞、2021.3.7）[tab]（https://…）: a note with its address, no row such as 本省[tab]https://….
ADDRESS_BEHIND_TAB = re.compile(r"^[^\t]*[）)」]\t[（(]https?://[^\t]*$")
