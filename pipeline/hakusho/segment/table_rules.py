"""How tables print numbers and units."""

import re

# Powers of ten, the longer word first.
FACTORS = (("兆", 10**12), ("億", 10**8), ("百万", 10**6), ("十万", 10**5), ("万", 10**4), ("千", 10**3))
WIDTH = str.maketrans("０１２３４５６７８９，．（）％＋：　", "0123456789,.()%+: ")
NEGATIVE = frozenset("△▲-−－")
_AMOUNT = r"[0-9][0-9,]*(?:\.[0-9]+)?"
NUMBER = re.compile(
    rf"(?:約|およそ)?(?P<sign>[△▲+−－-]?) ?(?P<amount>{_AMOUNT}(?:(?:兆|億|百万|万|千)(?:{_AMOUNT}(?:億|百万|万|千))*)?)"
    r" ?(?P<unit>[^0-9 ,.()]{1,8}(?:/[^0-9 ]{1,4})?)?(?: ?\([^()]{1,12}\))?"
)
# A line that gives several units settles none.
UNIT_LINE = re.compile(r"単位 ?[: ] ?(?P<unit>[^)()、,;・\r\n]{1,10})(?![、,;・])(?=[)\r\n]|$)")
UNIT_IN_HEADER = re.compile(r"\((?:単位 ?[: ]? ?)?(?P<unit>[^()0-9、注]{1,8})\)$")
# A cell that is a figure, that stands for none, and what makes a number a time: 10年, 平成10年.
VALUE = re.compile("[△▲+−－-]?[ 　]?[0-9０-９][0-9０-９,，.．]*|[〇一二三四五六七八九][〇一二三四五六七八九・，]+$")
NO_VALUE = re.compile("[-－―—‐…*＊・xX×]+$")
OF_TIME = re.compile("年|年度|月|版|期")
FEWEST_ROWS = 2
# The cell above once more; 同 alone only of a label.
DITTO = '(?:〃|々|同上|″|\\"|”|´´)$'
LABEL_DITTO = '(?:〃|々|同上?|″|\\"|”|´´)$'
WIDEST_SIGN_GAP = 4
SIGN_ALONE = re.compile("[△▲]$")
DIGIT = re.compile("[0-9０-９]")
# Lines that only rule a table, and the bars of one drawn with them.
BOX_RULE = re.compile("[─━┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛＋+|│┃｜ 　-]{3,}$")
BARS = re.compile("[│┃｜|]")
# A figure, or a sign for none, set off from its label: "０人　　　622万円".
FIGURE_CELL = re.compile(
    "(?<![ 　])(?:[ 　]{2,}+|　)(?:[△▲約]?[ 　]{0,2}[0-9０-９][0-9０-９,，.．]*[^ 　、。]{0,8}|[…―—－-]{1,3})(?=[ 　]|$)"
)
MOST_HEADERS = 3
BARRED_FIGURE = re.compile("[│┃｜|][ 　]*+(?:[△▲][ 　]*+)?[0-9０-９]")
SPACES = " 　"
LONGEST_LABEL = 24
# The last letter of a word that is spaced.
SPACED_LETTER = re.compile("[一-龥ぁ-んァ-ヴ]$")
# What the caption of a table begins with.
TABLE_CAPTION = re.compile(r"(?:図表|表|第.{1,12}表)")
# How the name of a row ends; a number with its power of ten.
ENDING = re.compile("[一-龥]{2}$")
POWERS = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)(兆|億|百万|万|千)?")
