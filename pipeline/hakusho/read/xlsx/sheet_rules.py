"""What the cells of a sheet hold besides data, and how far apart tables stand."""

import re

# Blank rows in a row that part two tables, whatever they hold.
WIDEST_GAP = 20
# Lines right above a table that are its title and unit; rows of headers, at most.
MOST_TITLES, MOST_HEADERS = 3, 5
LONGEST_HEADER = 24
SENTENCE = re.compile("[。｡](?:[）)」』]|$)")
_NOTE = "[ 　]*(?:[(（]?[注註][0-9０-９]{0,2}[)）]?|[※*＊†][0-9０-９]{0,2}[)）]?)"
# A number as text, and the signs that stand for one that is not given.
VALUE = re.compile(
    f"(?:[prＰｐ*※][ 　]?)?[△▲+−－-]?[ 　]?[¥￥$＄]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?[%％]?(?:{_NOTE})?|[-－―ー─‐…‥・xXｘＸχ*＊]|\\.{{2,3}}|TRUE|FALSE|#[A-Z/0]+[!?]?"
)
# Years and numbers of columns, as headers hold them.
COUNTED = re.compile("(?:19|20)[0-9]{2}|[0-9]{1,2}")
# Sources and remarks below a table; 計 and the like are rows of it.
TAIL = re.compile(
    "[ 　]*[(（〔\\[【<〈《]?[ 　]*(?:[注註](?![意射目入文視力釈記])|※|＊|\\*|備[ 　]*考|資[ 　]*料(?:[:：)）】]|[ 　]*(?=[^ 　]*[「『省庁局課]))|出[ 　]*[典所](?:[:：)）】 　]|$)|脚注|調査時点[:：]|[0-9０-９]{1,2}[)）．.][^0-9]{8})"
)
# A row that is numbered; the label of a remark that stands in a cell of its own; a year; a table's title.
COUNTS = re.compile("[ 　]*[0-9０-９]{1,2}[)）．.]")
TAIL_LABEL = re.compile(
    "[ 　]*[(（〔\\[]?[ 　]*(?:[注註][0-9０-９]{0,2}|※[0-9０-９]{0,2}|＊|\\*|備[ 　]*考|資[ 　]*料|出[ 　]*[典所])[ 　]*[)）〕\\]]?[ 　]*[:：]?"
)
YEAR = re.compile("(?:19|20)[0-9]{2}")
TITLE = re.compile(
    "[ 　]*[【<〈《(（]?[ 　]*(?:図表|表|第[0-9０-９一二三四五六七八九十-]{1,6}表|[Tt]able)[ 　]?(?=[0-9０-９一二三四五六七八九十]|[:：　]|[Nn]o)|[ 　]*第[0-9０-９一二三四五六七八九十-]{1,6}表"
)
UNIT = re.compile(
    "[ 　]*(?:[(（〔\\[【]?[ 　]*単[ 　]*位[ 　]*[:：]?.{1,24}|[(（〔\\[][^0-9（）()]{1,12}[)）〕\\]])[ 　]*"
)
