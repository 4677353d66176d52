"""Notes and sources that are numbered under one head, 注 or 備考."""

import re

from hakusho.records import Region
from hakusho.segment import line_rules
from hakusho.segment.classified import Classified
from hakusho.segment.notes import note_rules

_WITH_HEAD = (Region.FOOTNOTE, Region.CAPTION)


def notes_under_one_head(state: Classified) -> None:
    """Give the lines that count on below 「注：1) …」 the region of that line; they would be headings or items."""
    for index, line in enumerate(state.lines):
        if state.kinds[index] in _WITH_HEAD and (match := note_rules.FIRST_UNDER_HEAD.match(line.text)):
            if match["number"] == "1":
                _count_on(state, index, _form(match))


def _form(match: "re.Match[str]") -> tuple[str, str]:
    """Return how a number is printed: between which signs."""
    return match["open"], match["form"].strip()


def _count_on(state: Classified, index: int, form: tuple[str, str]) -> None:
    kind, number = state.kinds[index], 1
    for at in range(index + 1, len(state.lines)):
        line = state.lines[at]
        match = note_rules.NEXT_UNDER_HEAD.match(line.text)
        counted = match is not None and int(match["number"]) == number + 1 and _form(match) == form
        if line.blank or not (counted or _runs_on(state, at)):
            return
        state.kinds[at] = kind
        number += counted


def _runs_on(state: Classified, index: int) -> bool:
    """Return whether a line carries the note above on: indented below a line that has no stop."""
    if state.carried[index]:
        return True
    above = state.lines[index - 1]
    unended = not line_rules.ENDS_SENTENCE.search(above.text)
    return state.kinds[index] is None and unended and state.lines[index].indent > 1
