"""What letters are: signs of which a word may be torn."""

import re

LETTER = re.compile("[\u3005\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fffA-Za-z0-9]")
