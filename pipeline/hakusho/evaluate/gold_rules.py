"""What is odd at the edges of an annotation, and where a name may stand."""

import re

# A space, bracket, stop or particle at the edge of a span.
EDGE = re.compile(r"^[\s「『（(【［\[]|[\s」』）)】］\]、。はがをにで]$")
# A span that ends in the bracket that it holds: 通信方式（LTE）.
BRACKETED = re.compile(r"[（(「『][^（(「『\n]*[）)」』]$")
# A name inside a longer word of Latin letters or katakana is not that name.
NO_LETTER_BEFORE, NO_LETTER_BEHIND = "(?<![A-Za-zァ-ヴー])", "(?![A-Za-zァ-ヴー])"
# 同省, 当庁, 本委員会: one name for several bodies is right.
POINTING = ("同", "当", "本")
