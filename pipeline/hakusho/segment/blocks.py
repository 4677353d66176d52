"""Group lines into blocks that tile the text, and find the line breaks inside paragraphs that no reader sees."""

import re
from collections.abc import Sequence

from hakusho.records import Block, Join, Region, Span
from hakusho.segment.classify import Classified
from hakusho.segment.line_rules import ENDS_SENTENCE, LIST_ITEM, tears_date
from hakusho.segment.lines import Line, numbered
from hakusho.segment.notes import note_opening
from hakusho.segment.wrapping import labelled, stands_alone

_SHORTEST_WRAPPED = 20
_SHORTEST_TORN = 30
_CLOSED_SHARE = 0.75
_LATIN = re.compile(r"[A-Za-z0-9,;.)]$")
_LATIN_START = re.compile(r"[A-Za-z0-9(]")
# Kinds whose lines stand for themselves.
_SINGLE = (Region.HEADING, Region.LIST, Region.CAPTION, Region.NAVIGATION, Region.RUNNING_HEAD)


def group_blocks(state: Classified, length: int) -> tuple[tuple[Block, ...], tuple[Join, ...]]:
    """Return the blocks in order, from the first character of the text to its last, and the joins inside them."""
    groups = _groups(state)
    blocks, joins = [], []
    for position, (kind, members) in enumerate(groups):
        first = state.lines[members[0]]
        start = 0 if position == 0 else first.start - first.indent
        end = length if position == len(groups) - 1 else _start_of(state, groups[position + 1][1])
        hint = state.hints.at(first.start, first.end)
        told = hint or Block(kind, Span(start, end))
        cells = told.cells if kind is Region.TABLE else ()
        breaks = tuple((offset, page) for offset, page in told.breaks if start < offset < end)
        blocks.append(Block(kind, Span(start, end), told.page, told.level, cells, told.print, breaks))
        if kind is not Region.TABLE:
            joins += [
                _join(state.lines[a], state.lines[b], state.text) for a, b in zip(members, members[1:], strict=False)
            ]
    if not groups and length:
        blocks.append(Block(Region.BODY, Span(0, length)))
    return tuple(blocks), tuple(joins)


def _start_of(state: Classified, members: Sequence[int]) -> int:
    line = state.lines[members[0]]
    return line.start - line.indent


def _groups(state: Classified) -> list[tuple[Region, list[int]]]:
    groups: list[tuple[Region, list[int]]] = []
    for index, line in enumerate(state.lines):
        if line.blank:
            continue
        kind = state.kinds[index] or Region.BODY
        if (
            kind is Region.BODY
            and groups
            and groups[-1][0] is Region.LIST
            and _goes_on(state, groups[-1][1][-1], index)
        ):
            kind = Region.LIST
        if groups and groups[-1][0] is kind and _continues(state, groups[-1][1][-1], index, kind):
            groups[-1][1].append(index)
        else:
            groups.append((kind, [index]))
    return groups


def _goes_on(state: Classified, above: int, index: int) -> bool:
    """A line at the margin, below an item that is full and unfinished, is the item's."""
    return above == index - 1 and index not in state.turns and _wraps(state.lines[above], state.lines[index])


def _continues(state: Classified, above: int, index: int, kind: Region) -> bool:
    """Return whether a line belongs to the block of the line above it."""
    if index in state.heading_tails or (state.carried[index] and kind is not Region.HEADING):
        return above == index - 1
    if index in state.turns:
        return False
    if kind is Region.TABLE:
        # A format may give a table with blank rows in it.
        return above == index - 1 or _in_one_table(state, above, index)
    if kind is Region.FOOTNOTE:
        return above == index - 1 and not _opens_note(state, index)
    if kind in _SINGLE:
        return (
            kind is Region.LIST
            and above == index - 1
            and _wraps(state.lines[above], state.lines[index])
            and not _opens_item(state, index)
        )
    return above == index - 1 and _wraps(state.lines[above], state.lines[index])


def _in_one_table(state: Classified, above: int, index: int) -> bool:
    one, two = (state.hints.at(line.start, line.end) for line in (state.lines[above], state.lines[index]))
    return one is two and one is not None and bool(one.cells)


def _opens_note(state: Classified, index: int) -> bool:
    return note_opening(state.lines[index].text) is not None


def _opens_item(state: Classified, index: int) -> bool:
    text = state.lines[index].text
    return bool(LIST_ITEM.match(text)) or numbered(text) is not None


def _wraps(above: Line, line: Line) -> bool:
    """A line break inside a paragraph: the line above is full and unfinished, and this one begins at the margin."""
    if line.indent or ENDS_SENTENCE.search(above.text) or stands_alone(above) or labelled(line):
        return False
    if tears_date(above.text, line.text):
        return True
    if len(above.text) < _SHORTEST_WRAPPED or numbered(line.text):
        return above.text.endswith("、") and not numbered(line.text)
    return True


def _join(above: Line, line: Line, text: str) -> Join:
    """Close a line break; between Latin words, printed in narrow letters, it was a space: the European / Union."""
    latin = _LATIN.match(text, above.end - 1, above.end) and _LATIN_START.match(text, line.start)
    return Join(above.end, line.start, " " if latin else "")


def closed_share(blocks: Sequence[Block], text: str) -> float:
    """Return the share of body blocks that end as sentences do, 0 to 1."""
    ends = [bool(ENDS_SENTENCE.search(text[b.span.slice].rstrip())) for b in blocks if b.kind is Region.BODY]
    return sum(ends) / len(ends) if ends else 0.0
