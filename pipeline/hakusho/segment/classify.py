"""What kind of line each line is: a pass from the surest signs to the least sure."""

import re
from collections.abc import Sequence

from hakusho.records import Region
from hakusho.segment import classify_rules
from hakusho.segment import line_rules as rules
from hakusho.segment.classified import Classified
from hakusho.segment.furniture import running_heads
from hakusho.segment.heading_rules import RULED
from hakusho.segment.hints import Hints
from hakusho.segment.lines import Line
from hakusho.segment.notes.lines import note_lines
from hakusho.segment.tables.lines import spaced_contents, table_lines
from hakusho.segment.wrapping import carried_breaks, carried_lines, right_margin

__all__ = ["Classified", "classify"]


def classify(lines: Sequence[Line], text: str, hints: Hints) -> Classified:
    """Classify furniture, navigation, captions, tables and notes; what is left is prose and headings."""
    margin = 0 if hints else right_margin(lines)
    carried = carried_breaks(lines, hints) if hints else carried_lines(lines, text, margin)
    state = Classified(lines, text, [], hints, carried, margin)
    bare = _numbers_stand_alone(lines)
    for index, line in enumerate(lines):
        kind = _by_hint(line, hints)
        if kind is None and carried[index]:
            kind = state.kinds[-1] if state.kinds[-1] in _CARRIED_KINDS else None
        elif kind is None and not (bare and not line.indent and line.text.isdigit()):
            kind = _by_pattern(line)
        state.kinds.append(kind)
    running_heads(state)
    if not hints.names(Region.TABLE):
        spaced_contents(state)
        table_lines(state)
    note_lines(state)
    return state


_CARRIED_KINDS = (Region.LIST, Region.FOOTNOTE)
_BARE_NUMBER = re.compile(r"\([0-9]{1,2}\)$")


def _numbers_stand_alone(lines: Sequence[Line]) -> bool:
    """A judgment may print the numbers of its parts alone on their lines; elsewhere a number alone is a page's."""
    bare = sum(bool(_BARE_NUMBER.match(line.text)) for line in lines)
    return bare >= 2 or (bare >= 1 and any(classify_rules.JUDGMENT.match(line.text) for line in lines))


def _by_hint(line: Line, hints: Hints) -> Region | None:
    """Return the kind that the format names; a paragraph may still be a caption or note by its words."""
    block = hints.at(line.start, line.end) if line.text else None
    return block.kind if block is not None and block.kind is not Region.BODY else None


def _by_pattern(line: Line) -> Region | None:
    text = line.text
    if not text or len(text) > 400:
        return None
    if len(text) < 60 and (any(rule.pattern.match(text) for rule in rules.PAGE_NUMBERS) or RULED.match(text)):
        return Region.RUNNING_HEAD
    if rules.PIPE_ROW.match(text):
        return Region.TABLE
    if any(rule.pattern.match(text) for rule in rules.CAPTIONS):
        return Region.CAPTION
    if any(rule.pattern.match(text) for rule in rules.NAVIGATION) or classify_rules.TOC_LEADER.search(text):
        return Region.NAVIGATION
    if any(rule.pattern.match(text) for rule in rules.NOTES):
        return Region.FOOTNOTE
    if rules.LIST_ITEM.match(text) or classify_rules.ENTRY_LEADER.match(text):
        return Region.LIST
    return None
