"""Parts of speech and particles that the relator looks at, and how far it looks."""

import re

# Parts of speech, as SudachiDict names them.
PARTICLES = ("助詞", "助動詞", "補助記号-読点", "補助記号-句点")
AUXILIARY, SYMBOL, PARTICLE = "助動詞", "補助記号", "助詞"
COMMA_POS, STOP_POS = "補助記号-読点", "補助記号-句点"
NOUN = "名詞"
VERB, SURU_NOUN, CONJUNCTIVE = "動詞", "サ変", "助詞-接続助詞"
ADJECTIVAL = "形状詞"
CONNECTIVES = ("接続詞", "副詞")
PLACE_NAME = "地名"
ADVERBIAL = "副詞可能"
PERSON_NAME, NUMERAL, PREFIX = "人名", "名詞-数詞", "接頭辞"
COUNTER = "助数詞"
# Forms of particles.
COMMA, STOP = "、", "。"
# What a sentence or clause ends in.
STOPS = "。、，．"
OF, WITH = "の", "と"
# What a joint body's name has between a country and a body of Latin letters (日・ASEAN).
BETWEEN_SIDES = "・ "
# Katakana, of which names from abroad are.
KATAKANA = ("\u30a0", "\u30ff")
# The kind of body that is the government of a country, as the lexicon of bodies has it.
GOVERNMENT = "government"
# What a name begins and ends with that is not of it.
HIRAGANA = re.compile("[\u3041-\u309f]+")
JOINTS, MARKS = "\u30fb\u3001,\uff0c", "\u30fb\u3001,\uff0c\u00b2\u00b3\u00b9\u2070-\u2079"
# A run of marks at the end is tried at its beginning only.
EDGES = re.compile(f"^[{JOINTS}]++(?:[{MARKS}]++$)?|(?<![{MARKS}])[{MARKS}]++$")
# The mark of a note that sticks to a name, also inside its quotation marks: 政策対話3, ｢検討会4｣.
NOTE_MARK = re.compile("(?:(?<=[\u4e00-\u9fff」』｣])| +)[0-9]{1,2} *(?=[」』｣]?$)")
# What stands before the name of a gathering: quotation marks and the number of its session.
SESSION = re.compile("^[「『｢]?(?:第[0-9０-９一二三四五六七八九十]+回)?")
# A name that begins with the number of its session.
NUMBERED = re.compile("[「『｢]?第[0-9０-９一二三四五六七八九十]+回")
