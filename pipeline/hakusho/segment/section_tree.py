"""From headings to the tree of sections."""

from collections.abc import Sequence

from hakusho.records import Section, Span
from hakusho.segment.heading_rules import Heading
from hakusho.segment.levels import levels
from hakusho.segment.lines import Line


def section_tree(headings: list[Heading], lines: Sequence[Line], text: str) -> tuple[Section, ...]:
    """Return the sections in order, each with its level over the whole document."""
    placed = levels(headings)
    sections: list[Section] = []
    open_ids: list[tuple[int, str]] = []
    for order, (heading, level) in enumerate(zip(headings, placed, strict=True), 1):
        while open_ids and open_ids[-1][0] >= level:
            open_ids.pop()
        section_id = f"h{order:04d}"
        parent = open_ids[-1][1] if open_ids else ""
        open_ids.append((level, section_id))
        line, last = lines[heading.index], lines[max(heading.index, heading.last)]
        end = _end(headings, placed, order - 1, lines, len(text))
        body = Span(last.stop, max(last.stop, end))
        span = Span(line.start, last.end)
        number, title = _printed(heading, lines, text)
        sections.append(Section(section_id, parent, level, number, title, span, body, line.number, heading.found_by))
    return tuple(sections)


def _printed(heading: Heading, lines: Sequence[Line], text: str) -> tuple[str, str]:
    """Return number and title as printed: folding keeps lengths, so that places in the folded line hold."""
    number = _found(heading.number, lines[heading.index if heading.number_at < 0 else heading.number_at], text)
    members = lines[heading.index : max(heading.index, heading.last) + 1]
    whole = "".join(line.text for line in members)
    printed = "".join(text[line.start : line.end] for line in members)
    begin = whole.rfind(heading.title)
    return number, printed[begin : begin + len(heading.title)] if heading.title else ""


def _found(folded: str, line: Line, text: str) -> str:
    at = line.text.find(folded) if folded else 0
    return text[line.start + at : line.start + at + len(folded)]


def _end(headings: list[Heading], levels: list[int], at: int, lines: Sequence[Line], length: int) -> int:
    for later in range(at + 1, len(headings)):
        if levels[later] <= levels[at]:
            line = lines[headings[later].index]
            return line.start - line.indent
    return length
