"""Running heads: what pages repeat at their tops and feet, beside their numbers."""

import re
from collections import Counter
from collections.abc import Iterator

from hakusho.records import Region
from hakusho.segment import heading_rules
from hakusho.segment.classified import Classified
from hakusho.segment.classify_rules import HEAD_AND_PAGE, SPACES
from hakusho.segment.line_rules import ENDS_SENTENCE
from hakusho.segment.lines import numbered

_LONGEST = 40
_DIGITS = re.compile("[0-9]+")
# A head that is set to the right begins so far in, in columns.
_RIGHT = 20
_FEWEST = 3


def running_heads(state: Classified) -> None:
    """Tell the running heads, which come back on many pages, each time next to a page number."""
    _with_page_numbers(state)
    counts = Counter(_DIGITS.sub("#", line.text) for line in state.lines if 0 < len(line.text) <= _LONGEST)
    chapters = _Chapters(state)
    pages = any(kind is Region.RUNNING_HEAD for kind in state.kinds)
    # Two heads stand above a page number as well as below it.
    for index in (*range(len(state.lines)), *reversed(range(len(state.lines)))) if pages else ():
        line = state.lines[index]
        if state.kinds[index] is not None or not line.text or ENDS_SENTENCE.search(line.text):
            continue
        if not _beside_page_number(state, index):
            continue
        if counts[_DIGITS.sub("#", line.text)] >= _FEWEST or chapters.come_again(index):
            state.kinds[index] = Region.RUNNING_HEAD
    chapters.above_what_they_do_not_hold()


def _beside_page_number(state: Classified, index: int) -> bool:
    beside = (state.neighbour(index, step) for step in (-1, 1))
    return any(i is not None and state.kinds[i] is Region.RUNNING_HEAD for i in beside)


def _with_page_numbers(state: Classified) -> None:
    """第２章　大気環境の保全　　57: a line that stands elsewhere without the number of a page."""
    texts: set[str] = set()
    found = []
    for index, line in enumerate(state.lines):
        if state.kinds[index] is None and 0 < len(line.text) <= _LONGEST:
            if match := HEAD_AND_PAGE.match(line.text):
                found.append((index, match["first"] or match["second"]))
            texts.add(SPACES.sub("", line.text))
    for index, head in found:
        if SPACES.sub("", head) in texts:
            state.kinds[index] = Region.RUNNING_HEAD


def _place(parts: tuple[str, str, str, str]) -> tuple[str, int]:
    return parts[0], heading_rules.ordinal(parts[2], parts[0]) or 0


class _Chapters:
    """The lines that begin with a number whose rank the language fixes (第1部, 第2章), and where each comes again."""

    def __init__(self, state: Classified) -> None:
        self._state = state
        self._seen: dict[tuple[str, int], list[int]] = {}
        self._parts: dict[int, tuple[str, str, str, str]] = {}
        for index, line in enumerate(state.lines):
            parts = numbered(line.text) if 0 < len(line.text) <= _LONGEST and state.kinds[index] is None else None
            if parts and heading_rules.RANK.get(parts[0]):
                self._parts[index] = parts
                self._seen.setdefault(_place(parts), []).append(index)

    def come_again(self, index: int) -> bool:
        """Return whether a chapter's number and title stand elsewhere too, and this line is not where it begins."""
        if index not in self._parts:
            return False
        line, above = self._state.lines[index], self._state.lines[index - 1] if index else None
        others = [*self._alike(index)]
        if not others:
            return False
        torn = above is not None and bool(above.text) and not ENDS_SENTENCE.search(above.text)
        unfinished = torn and self._state.kinds[index - 1] is None and above is not None and len(above.text) > _RIGHT
        return min(others) < index or line.column >= _RIGHT or unfinished

    def _alike(self, index: int) -> Iterator[int]:
        title = self._parts[index][3]
        for other in self._seen[_place(self._parts[index])]:
            theirs = self._parts[other][3]
            if other != index and (not title or not theirs or SPACES.sub("", title) == SPACES.sub("", theirs)):
                yield other

    def above_what_they_do_not_hold(self) -> None:
        """A part that comes again as a running head, right above 第2章, does not begin there: a page does."""
        kinds = self._state.kinds
        for index, parts in self._parts.items():
            behind = self._state.neighbour(index, 1) if kinds[index] is None else None
            below = self._parts.get(behind) if behind is not None else None
            if below is None or _place(below)[1] == 1:
                continue
            earlier = self._seen.get((below[0], _place(below)[1] - 1), [index])
            deeper = min(earlier) >= index and heading_rules.RANK[below[0]] > heading_rules.RANK[parts[0]]
            if deeper and any(kinds[other] is Region.RUNNING_HEAD for other in self._alike(index)):
                kinds[index] = Region.RUNNING_HEAD
