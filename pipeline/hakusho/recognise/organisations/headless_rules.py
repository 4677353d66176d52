"""Names without a head: what may be one, how a word of a class leads to it, and what it must weigh."""

import re

# What the features of a name together weigh before it is taken; beyond the second it is taken all over the document, if
# the text says who it is or it was taken so often.
ENOUGH, ENOUGH_EVERYWHERE, OFTEN = 10, 20, 2
SHORTEST_EVERYWHERE = 3
# A word in letters may be a name by itself; other words are parts of one that holds letters or a proper noun.
LETTERS = re.compile(r"[ァ-ヺーA-Za-zÀ-ÿ][ァ-ヺーA-Za-zÀ-ÿ0-9.'’☆★!?-]*")
LETTER = re.compile("[ァ-ヺーA-Za-zÀ-ÿ]")
LATIN = re.compile(r"[A-Za-zÀ-ÿ0-9.'’&!?-]+")
HIRAGANA, KATAKANA, KANJI = re.compile("[ぁ-ん]"), re.compile("[ァ-ヺ]"), re.compile("[一-龥々]")
SCRIPTS = (("latin", re.compile("[A-Za-zÀ-ÿ]")), ("katakana", KATAKANA), ("kanji", KANJI), ("hiragana", HIRAGANA))
CAPITALS = re.compile("[A-Z][A-Z0-9&.-]*")
MOST_CAPITALS, MOST_COUNTED = 5, 4
# What may end a name, and so may stand before a cue.
NAME_END = re.compile("[ァ-ヺーA-Za-zÀ-ÿ0-9一-龥々!☆★]")
JOINTS = ("・", "·", "=", "&", "-", "'", "’", ".", "!", "☆", "★", "/")
OPEN_JOINTS = tuple(sign for sign in JOINTS if sign not in ".!☆★")
SPACES = " 　"
LATIN_OR_DIGIT = re.compile("[A-Za-zÀ-ÿ0-9]")
DOT = "・"
NUMBER = re.compile("[0-9]+")
ONE_SCRIPT = re.compile("[ァ-ヺー]{2}|[A-Za-zÀ-ÿ]{2}|[0-9]{2}")
SHORTEST, LONGEST, MOST_WORDS = 2, 30, 8
NOUN, PROPER, SUFFIX, PREFIX, PARTICLE = "名詞", "名詞-固有名詞", "接尾辞-名詞的-一般", "接頭辞", "助詞"
KINDS = (
    ("person", "名詞-固有名詞-人名"),
    ("place", "名詞-固有名詞-地名"),
    ("general", "名詞-固有名詞-一般"),
    ("common", "名詞-普通名詞"),
)
# Kinds of which a name that no lexicon has holds one: what is made of common nouns and places is no name by itself.
NAMED = ("general", "unknown")
# Nouns that no name holds: numerals, pronouns, words of time.
NO_PART = ("名詞-数詞", "名詞-普通名詞-助数詞可能", "代名詞", "名詞-普通名詞-副詞可能", "接尾辞-名詞的-助数詞")
# How a word of a class leads to a name: 大手のX, 大手、X, 大手「X, 大手X.
LINK = re.compile("(?P<of>の)|(?P<is>である|であった|となる|だった)|(?P<mark>[、・:,])|(?P<quote>[「『“])|")
# A sentence that begins with a name and says what it is: Xは、…企業である。
TOPIC = re.compile(
    r"(?:(?<=[。\n])|\A)[ 　]?(?P<name>[^。\n、はがの「」『』() 　][^。\n、はがの「」『』()]{1,30})(?:\([^()\n]{1,120}\))?は"
)
PREDICATE_END = re.compile(
    "(?:の(?:ひとつ|一つ|1つ|一社|1社))?(?:(?:であり|で)(?=、)|(?:である|であった|だった|だ|です|でした)?(?=。|\\n|\\Z))"
)
SENTENCE_END = re.compile("[。\n]")
LONGEST_SENTENCE = 300
# What a name known to be one of a service too is when it stands before this: 自身のツイッターで.
MEANS = "right-で"
# What a person does as well as a body: it is weighed, and tells nothing by itself.
EITHER = "either"
# Behind 企業の stands what firms have (企業のガバナンス); behind 大手の and the like stands who it is.
APPOSED, OF = "apposed", "of"
# Sets of cues of which a name must have one beside it.
TELLING = frozenset(
    "joins leaves issues deal founds market chief group member plays reports firm-acts firm club band body apposed".split()
)
QUOTES = {"「": "」", "『": "』", "“": "”"}
LIST_MARKS = ("、", "・", "と", "や", ",", "/")
OPEN_BRACKET, OPENS_SENTENCE = "(", "。\n"
