"""How a bracket gives other names of the body before it: tables for `bracket_names.py`."""

import re

OPENS = tuple("(（[［〔")
# What divides the names in a bracket, and what closes it.
_END = r"(?=[、,;；/／)）\]］〕])"
_LATIN = r"[A-ZÀ-Ý][A-Za-zÀ-ÿ0-9&.'’/-]*(?:,?[ 　][A-Za-zÀ-ÿ0-9&.'’/-]+){0,12}"
_LABEL = (
    "(?:(?:英|米|仏|独|西|伊|露|蘭|葡|羅|中|韓|ラテン)(?:語|称|名|文|文名|語名|語表記|文社名|文名称)?"
    "|略称?|略号|通称|愛称|旧称|別称|別名|旧名|旧社名|正式名称?|原語名?)"
)
# こくりつこっかいとしょかん: how the name is read.
READING = re.compile(rf"(?P<name>[ぁ-ゖ][ぁ-ゖァ-ヴー・ 　]{{2,60}}[ぁ-ゖ]){_END}")
# 英: National Diet Library; 略称は国会図書館.
LABELLED = re.compile(
    rf"{_LABEL}(?:[:：][ 　]*|は、?|[ 　]|(?=[A-ZÀ-Ý]))(?P<name>{_LATIN}|[A-Z]{{2,10}}|[一-龥ァ-ヴー々A-Za-z0-9・]{{2,24}}){_END}"
)
BETWEEN = re.compile(r"[、,;；/／][ 　]*")
MOST_NAMES = 5
# Met Office, Swedish Research Council: what a body is called in English, with no word to say so; a title is no name.
IN_ENGLISH = re.compile(
    r"(?P<name>[A-ZÀ-Ý][A-Za-zÀ-ÿ.'’-]*(?:,?[ 　](?:of|for|and|de|the|on|in|[&]|[A-ZÀ-Ý][A-Za-zÀ-ÿ.'’-]*)){1,9})(?=[、,;；:：/／)）\]］〕])"
)
TITLE_WORDS = re.compile(
    r"\b(?:Reports?|Review|Survey|Outlook|Statistics|Program(?:me)?s?|Projects?|Plan|Act|Law|Convention|Agreement|Strategy|Initiative|Index|Guidelines?|Conference|Summit)\b"
)
JAPANESE = re.compile("[一-龥ァ-ヴー]")
# A firm's name in katakana before the bracket that gives it in Latin letters.
KATAKANA_BEFORE = re.compile("(?<![ァ-ヴー・一-龥])[ァ-ヴー][ァ-ヴー・]{2,30}\\Z")
LONGEST_KATAKANA = 32
