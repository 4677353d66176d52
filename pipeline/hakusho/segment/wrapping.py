"""Which printed lines carry on the line above: hard-wrapped paragraphs, and items with a hanging indent.

A text is wrapped where its unfinished lines end at one margin. Below such a line the next one carries on; elsewhere
only what no line can begin with tells, a torn date, or a line that stands under the text of an item.
"""

import re
from collections import Counter
from collections.abc import Sequence

from hakusho.records import Region
from hakusho.segment import wrapping_rules as rules
from hakusho.segment.heading_rules import RULED
from hakusho.segment.hints import Hints
from hakusho.segment.line_rules import CAPTIONS, ENDS_SENTENCE, LIST_ITEM, NOTE_OPENINGS, tears_date
from hakusho.segment.lines import Line, columns, numbered

# Columns that a full line may stay short of the margin: a sign that may not begin a line takes a word with it.
_SLACK = 6
_NARROWEST, _WIDEST = 30, 200
_WIDEST_PRINT = 160
_FEWEST = 4
# In a wrapped text one line in thirty, at most, is printed beyond the margin.
_FEW_BEYOND = 30
# An item's first line is at least so long before it is broken where no margin is known.
_SHORTEST_BROKEN = 30
# A paragraph does not end with a comma, whatever stands where the next line begins.
_COMMA_LAST = re.compile("[、，]$")
_SHORTEST_CLAUSE = 12
# What goes on with a number's title stands so much further in than the number, at least; a paragraph does by two.
_FURTHER_IN = 4
_STOP_FIRST = re.compile("[、。，．」』）】〕々]")
# Words far apart, with no bracket or stop at the gap: a row of columns.
_ROW = re.compile("[^ 　、。，．「」（）()][ 　]{3,}[^ 　、。「」（）()]")
_BROKEN_KINDS = (Region.BODY, Region.LIST, Region.FOOTNOTE)
_FEWEST_BROKEN = 2
_ALONE = re.compile(r"[〔\[(【].*[〕\])】]$")


def right_margin(lines: Sequence[Line]) -> int:
    """Return the column at which the lines of a wrapped text end; 0 for a text whose lines are paragraphs."""
    edges: Counter[int] = Counter()
    for above, line in zip(lines, lines[1:], strict=False):
        if above.edge < _NARROWEST or above.blank or line.blank:
            continue
        if not ENDS_SENTENCE.search(above.text) and not opens(line):
            edges[min(above.edge, _WIDEST)] += 1
    total = edges.total()
    if total < _FEWEST:
        return 0
    at = max(edges, key=lambda edge: (sum(edges[edge - back] for back in range(_SLACK + 1)), edge))
    inside = sum(edges[at - back] for back in range(_SLACK + 1))
    beyond = sum(line.edge > at + _SLACK for line in lines)
    return at if at < _WIDEST and inside * 2 > total and beyond * _FEW_BEYOND <= len(lines) else 0


def opens(line: Line) -> bool:
    """Return whether a line begins with a bullet, a number or a note's mark."""
    text = line.text
    return bool(
        LIST_ITEM.match(text) or NOTE_OPENINGS.match(text) or rules.LABEL.match(text) or rules.LABELLED.match(text)
    ) or (numbered(text) is not None)


def labelled(line: Line) -> bool:
    """Return whether a line begins with a word and a colon: 日時：令和3年2月18日."""
    return bool(rules.LABELLED.match(line.text))


def stands_alone(line: Line) -> bool:
    """Return whether a line is a bracket as a whole: 〔…と呼ぶ者あり〕, （別添）."""
    return bool(_ALONE.match(line.text))


def carried_lines(lines: Sequence[Line], text: str, margin: int) -> list[bool]:
    """Return for each line whether it carries on the line above it."""
    carried = [False] * len(lines)
    first = 0
    for index in range(1, len(lines)):
        if lines[index].blank or lines[index - 1].blank:
            first = index
        elif _carries_on(lines[first], lines[index - 1], lines[index], margin, text):
            carried[index] = True
        else:
            first = index
    return carried


def carried_breaks(lines: Sequence[Line], hints: Hints) -> list[bool]:
    """Return for each line whether it carries on the line above it in the same block of a web page or Word file.

    Such lines end where someone set a break, mostly the end of a sentence or item; some were broken for their length.
    """
    carried = [False] * len(lines)
    first = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and _same_block(lines[index - 1], lines[index], hints):
            continue
        if index - first > 1:
            carried[first:index] = _broken(lines[first:index])
        first = index
    return carried


def _same_block(above: Line, line: Line, hints: Hints) -> bool:
    if above.blank or line.blank:
        return False
    block = hints.at(line.start, line.end)
    told = block is not None and block.print is None and block.kind in _BROKEN_KINDS
    return told and block is hints.at(above.start, above.end)


def _broken(lines: Sequence[Line]) -> list[bool]:
    """Return which lines of a block carry on."""
    stopped = any(ENDS_SENTENCE.search(line.text) for line in lines)
    open_ends = [line.edge for line in lines[:-1] if not ENDS_SENTENCE.search(line.text)]
    widest = max(line.edge for line in lines)
    full = sum(edge >= widest - _SLACK for edge in open_ends)
    # Lines of one length, with sentences among them: the block was wrapped at its width.
    wrapped = stopped and full >= _FEWEST_BROKEN and full * 3 >= len(open_ends) * 2 and widest >= _SHORTEST_BROKEN
    margin = widest - _SLACK if wrapped else _WIDEST * 2
    carried = [False] * len(lines)
    closed = False
    # From below, so that it is known whether the sentence that a line would go on with ends in a stop.
    for index in range(len(lines) - 1, 0, -1):
        closed = bool(ENDS_SENTENCE.search(lines[index].text)) or (
            closed and index + 1 < len(lines) and carried[index + 1]
        )
        carried[index] = _goes_on_below(lines[index - 1], lines[index], margin, closed)
    return carried


def _goes_on_below(above: Line, line: Line, margin: int, closed: bool) -> bool:
    if ENDS_SENTENCE.search(above.text) or opens(line) or _ALONE.match(above.text) or "\t" in line.text:
        return False
    if _ROW.search(above.text) or _ROW.search(line.text) or CAPTIONS[0].pattern.match(above.text):
        return False
    if tears_date(above.text, line.text) or _begins_with_stop(above, line):
        return True
    seam = f"{above.text[-2:]}\n{line.text[:8]}"
    breaks = rules.BREAKS_OFF.search(above.text) and (closed or rules.BREAKS_OFF_FOR_SURE.search(above.text))
    if breaks or (rules.GOES_ON if closed else rules.GOES_ON_WITHOUT_STOP).search(seam):
        return True
    if line.indent:
        return False
    ended = bool(ENDS_SENTENCE.search(line.text)) and bool(rules.ATTRIBUTE.search(above.text))
    return ended or above.edge >= margin


def full_ends(lines: Sequence[Line], margin: int) -> frozenset[int]:
    """Return the ends of the lines that reach the margin of a wrapped text."""
    return frozenset(line.end for line in lines if margin and line.edge >= margin - _SLACK)


def _carries_on(first: Line, above: Line, line: Line, margin: int, text: str) -> bool:
    if line.number == above.number or opens(line) or RULED.match(above.text):
        return False
    if _ROW.search(above.text) or _ROW.search(line.text):
        return False
    if CAPTIONS[0].pattern.match(first.text) or "\t" in line.text or _ALONE.match(above.text):
        return False
    if not line.indent and (tears_date(above.text, line.text) or _begins_with_stop(above, line)):
        return True
    if len(above.text) >= _SHORTEST_CLAUSE and _COMMA_LAST.search(above.text):
        return True
    hanging = _text_column(first, text) if opens(first) else 0
    if hanging and line.column > first.column:
        return _under_item(first, above, line, margin, hanging)
    full = margin and above.edge >= margin - _SLACK and first.column * 3 < margin
    if ENDS_SENTENCE.search(above.text):
        return bool(full) and (line.column < first.column or (above.text.endswith(")") and line.column == above.column))
    if full:
        return line.column <= max(first.column, above.column)
    unfinished = bool(rules.UNFINISHED.search(above.text) or rules.CANNOT_BEGIN.match(line.text))
    return (
        bool(margin) and unfinished and line.column <= max(first.column, above.column) and above.column >= line.column
    )


def _begins_with_stop(above: Line, line: Line) -> bool:
    return bool(_STOP_FIRST.match(line.text)) and not ENDS_SENTENCE.search(above.text)


def _under_item(first: Line, above: Line, line: Line, margin: int, hanging: int) -> bool:
    """A line below an item, further in than its mark: the item goes on, unless a new paragraph begins."""
    full = margin and above.edge >= margin - _SLACK
    if ENDS_SENTENCE.search(above.text):
        return bool(full) and above.text.endswith(")")
    if full:
        return True
    aligned = abs(line.column - hanging) <= 1 or (above is not first and line.column == above.column)
    # A number's title goes on anywhere further in than the number.
    broken = above.edge - above.column >= _SHORTEST_BROKEN
    further = first.column + (0 if broken and rules.BEGINS_WITH_PARTICLE.match(line.text) else _FURTHER_IN)
    aligned = aligned or (above is first and further <= line.column <= hanging + 2)
    if rules.OPENS_SENTENCE.match(line.text) and rules.NOMINAL.search(above.text):
        return False
    goes_on = (rules.HALF.search(above.text) and not rules.WHOLE.search(above.text)) or rules.BEGINS_WITH_KANA.match(
        line.text
    )
    if rules.UNFINISHED.search(above.text) or (goes_on and broken):
        # A line wider than print is a paragraph of its own.
        return aligned and line.edge <= _WIDEST_PRINT
    return aligned and not margin and above.edge >= max(_NARROWEST, line.edge - _SLACK)


def _text_column(line: Line, text: str) -> int:
    """Return the column at which an item's text begins, after its mark."""
    parts = numbered(line.text)
    match = rules.LABEL.match(line.text) or NOTE_OPENINGS.match(line.text)
    mark = match.end() if match else 2
    if parts:
        mark = len(line.text) - len(parts[3])
    return line.column + columns(text[line.start : line.start + mark])
