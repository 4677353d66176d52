"""Where the words of a paragraph begin, after its bullet, number, Q and A, or speaker's name."""

import re
from collections.abc import Iterable

from hakusho.records import Region
from hakusho.segment import sentence_rules as rules
from hakusho.segment.classify import Classified
from hakusho.segment.lines import numbered

_LETTER = re.compile(r"[a-zａ-ｚ](?:　+|[.)] ?)")
# Marks of a notation for laws (":anonym-paragraph:").
_NOTATION = re.compile(":[a-z-]+:")
_MOST_LABELS = 3
_WITH_WORDS = (None, Region.BODY, Region.LIST, Region.HEADING)


def words_begin(state: Classified, turns: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return for the start of each labelled paragraph the offset of its first word.

    `turns` are (line, offset after the label) of the speakers' turns.
    """
    begins: dict[int, int] = {}
    for index, line in enumerate(state.lines):
        if line.text and not state.carried[index] and state.kinds[index] in _WITH_WORDS:
            if length := _label_length(line.text):
                begins[line.start] = line.start + length
    for index, begin in turns:
        line = state.lines[index]
        begins[line.start] = begin + _label_length(state.lines[index].text[begin - line.start :])
    return begins


def _label_length(text: str) -> int:
    """Return how many characters of labels a paragraph begins with; a label is followed by something.

    >>> [_label_length(text) for text in ("・(1) 申請", "(答)できます。", "12 か国が", "(1)については")]
    [5, 3, 0, 0]
    """
    at = 0
    for _ in range(_MOST_LABELS):
        length = _one_label(text[at : at + 80])
        if not length or at + length >= len(text):
            break
        at += length
    return at


def _one_label(text: str) -> int:
    for pattern in (rules.LABEL_BULLET, rules.QUESTION, _LETTER, _NOTATION):
        if match := pattern.match(text):
            return match.end()
    parts = numbered(text)
    if parts is None or parts[0] in rules.KEPT or not parts[3] or rules.LETTER_AS_WORD.match(text):
        return 0
    length = len(text) - len(parts[3])
    return 0 if rules.REFERRED_TO.match(text, length) and not text[length - 1].isspace() else length
