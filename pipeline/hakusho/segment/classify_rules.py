"""Signs of what kind a line is."""

import re

TOC_LEADER = re.compile(r"(?:(?<![.・…‥])[.・…‥]{3,}|(?<!-)-{4,})[ 　]*+[0-9ivx]{1,4}$")
JUDGMENT = re.compile("(?:主[ 　]*文|理[ 　]*由|事実及び理由)$")
