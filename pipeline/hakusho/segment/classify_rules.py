"""Signs of what kind a line is."""

import re

from hakusho.segment.line_rules import Ending

TOC_LEADER = Ending(r"(?:(?<![.・…‥])[.・…‥]{3,}|(?<!-)-{4,})[ 　]*+[0-9ivx]{1,4}$", "[0-9ivx]", 400)
# 第２章　大気環境の保全　　57, 58　第２章　大気環境の保全.
HEAD_AND_PAGE = re.compile(
    r"(?P<first>[^。]*[^。0-9 　])[ 　]+-?(?P<page>[0-9]{1,4})-?$|-?(?P<page_before>[0-9]{2,4})-?[ 　]+(?P<second>[^。0-9][^。]*)$"
)
SPACES = re.compile("[ 　]+")
# An entry of a list whose dots lead to an amount or a name: 児童虐待の防止…………10億円.
ENTRY_LEADER = re.compile(r"[^.・…‥]{2,}[.・…‥]{5,}[ 　]*[^.・…‥。 　][^…‥。]{0,40}$")
JUDGMENT = re.compile("(?:主[ 　]*文|理[ 　]*由|事実及び理由)$")
