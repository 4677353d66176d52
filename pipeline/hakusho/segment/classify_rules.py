"""Signs of what kind a line is."""

import re

from hakusho.segment.line_rules import Ending

TOC_LEADER = Ending(r"(?:(?<![.・…‥])[.・…‥]{3,}|(?<!-)-{4,})[ 　]*+[0-9ivx]{1,4}$", "[0-9ivx]", 400)
JUDGMENT = re.compile("(?:主[ 　]*文|理[ 　]*由|事実及び理由)$")
