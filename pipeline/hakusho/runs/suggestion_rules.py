"""What speaks for a run of nouns being a name that was not taken; parts of speech are SudachiPy's."""

import re

# What a name is made of, and what of it begins none.
PARTS = ("名詞", "接頭辞", "接尾辞-名詞的")
NOT_FIRST = ("名詞-数詞", "接尾辞")
# What may join two parts of one name; a space only between Latin words.
JOINS = frozenset("・&＆")
# A name of its own in the dictionary; persons and places are not bodies unless more follows.
PROPER = "名詞-固有名詞-一般"
PERSON = "名詞-固有名詞-人名"
PLACE = "名詞-固有名詞-地名"
LATIN = re.compile(r"\A(?=.*[A-Z])[A-Za-zＡ-Ｚａ-ｚ][-A-Za-z0-9Ａ-Ｚａ-ｚ０-９.&＆ ]+")
KATAKANA = re.compile("[ァ-ヴー・]{4,}")

# Weight of each kind of evidence, times how often the name stands in the run: what to look at first.
WEIGHTS = {"head": 4, "ginza": 4, "proper": 2, "named": 1, "latin": 1, "katakana": 1}
