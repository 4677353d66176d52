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
