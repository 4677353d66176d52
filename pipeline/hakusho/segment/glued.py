"""Headings that stand at the end of another line, where a page break was lost: told by the numbers around them.

Behind a full stop or a caption the words tell (`lines.py`). Elsewhere a number and a title at the end of a line are a
heading only if the text numbers so: lines begin with the number before or after it, written alike (`2　電気通信`).
"""

import re
from bisect import bisect_left

from hakusho.segment import line_start_rules as rules

# A text that numbers lines so does it at least so often.
_FEWEST = 2
_LONGEST_TAIL = 90
_BRACKETS = (("(", ")"), ("「", "」"), ("『", "』"), ("[", "]"))


class GluedHeadings:
    """Finds headings at the ends of lines of one text."""

    def __init__(self, folded: str) -> None:
        self._begin: dict[tuple[bool, str, int], list[int]] = {}
        self._often: dict[tuple[bool, str], int] = {}
        self._labels: dict[str, set[str]] = {}
        for match in rules.LABEL_AND_NUMBER.finditer(folded):
            self._labels.setdefault(match["label"], set()).add(match["value"])
        for match in rules.NUMBER_FIRST.finditer(folded):
            form = bool(match["bracket"]), match["gap"] or ""
            self._often[form] = self._often.get(form, 0) + 1
            self._begin.setdefault((*form, int(match["value"])), []).append(match.start())

    def find(self, folded: str, start: int, end: int) -> int | None:
        """Return where a heading begins that a line, from `start` to `end`, ends with."""
        for match in rules.NUMBER_LAST.finditer(folded, max(start + 2, end - _LONGEST_TAIL), end):
            counted = self._counts(match) and not self._is_labelled(folded[start : match.start("number")])
            if counted and _balanced(match["title"]) and not rules.NO_GLUED_TITLE.match(match["title"]):
                return match.start("number")
        return None

    def _counts(self, match: "re.Match[str]") -> bool:
        form, value = (bool(match["bracket"]), match["gap"] or ""), int(match["value"])
        if self._often.get(form, 0) < _FEWEST:
            return False
        before = self._begin.get((*form, value - 1), ())
        after = self._begin.get((*form, value + 1), ())
        at = match.start()
        return bool(before and before[0] < at) or bool(after and bisect_left(after, at) < len(after))

    def _is_labelled(self, head: str) -> bool:
        """Return whether a word has other numbers at other lines (目標1, 目標2), or always has one."""
        named = head.strip(" 　")
        return len(self._labels.get(named, ())) > 1 or bool(rules.NUMBERED_ALWAYS.fullmatch(named))


def _balanced(title: str) -> bool:
    return all(title.count(opening) == title.count(closing) for opening, closing in _BRACKETS)
