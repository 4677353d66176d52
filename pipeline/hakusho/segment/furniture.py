"""Running heads: what pages repeat at their tops and feet, beside their numbers."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from hakusho.records import Region
from hakusho.segment import heading_rules, ordinal_rules
from hakusho.segment.classified import Classified
from hakusho.segment.classify_rules import HEAD_AND_PAGE, SPACES
from hakusho.segment.line_rules import ENDS_SENTENCE, NOTES, PLAIN_NOTE
from hakusho.segment.lines import numbered

_LONGEST = 40
_DIGITS = re.compile("[0-9]+")
# A head that is set to the right begins so far in, in columns.
_RIGHT = 20
_FEWEST = 3
_FEED = "\f"
# How many lines up the number before is sought, and how many down a note.
_FURTHEST, _NOTE_WITHIN = 400, 60


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
    found: dict[int, tuple[str, int]] = {}
    for index, line in enumerate(state.lines):
        if state.kinds[index] is None and 0 < len(line.text) <= _LONGEST:
            if match := HEAD_AND_PAGE.match(line.text):
                groups = ("first", "page") if match["first"] else ("second", "page_before")
                found[index] = SPACES.sub("", match[groups[0]]), int(match[groups[1]])
            texts.add(SPACES.sub("", line.text))
    found = {index: (head, page) for index, (head, page) in found.items() if head in texts}
    pages: dict[str, list[int]] = {}
    for head, page in found.values():
        pages.setdefault(head, []).append(page)
    told = [
        index
        for index, (head, page) in found.items()
        if not _counts_on(state, index, found)
        and not _is_mark(state, index, page)
        and (_may_recur(state, index) or _rises(pages[head]) or _on_an_edge(state, index, found))
    ]
    for index in told:
        state.kinds[index] = Region.RUNNING_HEAD


def _may_recur(state: Classified, index: int) -> bool:
    """Return whether what is repeated is no heading below a chapter: （1）概況 and a leading number stand in many."""
    text = state.lines[index].text
    parts = numbered(text)
    return heading_rules.RANK.get(parts[0], 0) > 0 if parts else not text[0].isdigit()


def _rises(pages: Sequence[int]) -> bool:
    return len(pages) >= _FEWEST and all(earlier < later for earlier, later in pairwise(pages))


def _on_an_edge(state: Classified, index: int, found: Collection[int]) -> bool:
    """Return whether a line stands at a page's edge: by a form feed, a page number or another such line (contents)."""
    above, below = state.neighbour(index, -1), state.neighbour(index, 1)
    start = 0 if above is None else state.lines[above].end
    stop = len(state.text) if below is None else state.lines[below].start
    return (
        _FEED in state.text[start:stop]
        or _beside_page_number(state, index)
        or any(beside in found for beside in (above, below))
    )


def _counts_on(state: Classified, index: int, found: Collection[int]) -> bool:
    """Return whether a number goes on with the one above, or is the first below a higher one: it is a heading's own."""
    parts = numbered(state.lines[index].text)
    if parts is None:
        return False
    scheme, value = _place(parts)
    rank = heading_rules.RANK.get(scheme)
    for above in range(index - 1, max(-1, index - _FURTHEST), -1):
        other = numbered(state.lines[above].text) if above not in found and state.kinds[above] is None else None
        if other and other[0] == scheme:
            return _place(other)[1] == value - 1
        if other and value == 1 and (not rank or heading_rules.RANK.get(other[0], rank) < rank):
            return True
    return False


def _is_mark(state: Classified, index: int, number: int) -> bool:
    """Return whether a number is the mark of a note that stands further down."""
    for line in state.lines[index + 1 : index + _NOTE_WITHIN]:
        note = next((match for rule in NOTES if (match := rule.pattern.match(line.text))), None)
        note = note or PLAIN_NOTE.match(line.text)
        if note and _DIGITS.findall(note["marker"]) == [str(number)] and not HEAD_AND_PAGE.match(line.text):
            return True
    return False


def _place(parts: tuple[str, str, str, str]) -> tuple[str, int]:
    return parts[0], ordinal_rules.ordinal(parts[2], parts[0]) or 0


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
