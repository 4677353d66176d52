"""Which lines are notes where only the document tells: a number opens a heading, an item or a note."""

import re

from hakusho.records import Region
from hakusho.segment import line_rules as rules
from hakusho.segment.classified import Classified
from hakusho.segment.lines import numbered, opens_chapter
from hakusho.segment.notes import note_rules
from hakusho.segment.notes.lists import notes_under_one_head
from hakusho.segment.notes.marks import Marks, folded_marker, marks_of_text, number_of
from hakusho.segment.notes.runs import marked_runs


def note_lines(state: Classified) -> None:
    """Mark the lines of notes that only the document tells: plain numbers, (1), 1), and lines that carry a note on."""
    notes_under_one_head(state)
    _starred_lists(state)
    references, bracketed = marks_of_text(state.text)
    marked_runs(state, references)
    usual = _notes_are_numbered(state, references)
    last_number, last_note, awaited = 0, 0, {1}
    for index, line in enumerate(state.lines):
        kind = state.kinds[index]
        if kind is Region.FOOTNOTE:
            last_number, last_note = number_of(line.text) or last_number, line.start
        elif kind is not None or line.blank:
            continue
        elif state.glued(index):
            awaited = _awaited(line.text, awaited)
        elif state.carried[index]:
            state.kinds[index] = Region.FOOTNOTE if state.kinds[index - 1] is Region.FOOTNOTE else None
        elif _bracketed_note(state, index, bracketed):
            state.kinds[index] = Region.FOOTNOTE
        elif number := _plain_note(state, index, last_number, references, usual) or _counted_note(
            state, index, (last_number, last_note), awaited, references
        ):
            state.kinds[index] = Region.FOOTNOTE
            last_number, last_note = number, line.start
        elif numbered(line.text):
            awaited = _awaited(line.text, awaited)
        elif _carries_on(state, index):
            state.kinds[index] = Region.FOOTNOTE


def _starred_lists(state: Classified) -> None:
    """Lines behind a bare * are items, not notes, where several begin so and no word has the mark."""
    starred = [i for i, line in enumerate(state.lines) if note_rules.STARRED.match(line.text)]
    if len(starred) > 1 and not note_rules.STAR_BEHIND_WORD.search(note_rules.EMPHASIS.sub("", state.text)):
        for index in starred:
            state.kinds[index] = Region.LIST if state.kinds[index] is Region.FOOTNOTE else state.kinds[index]


def _awaited(text: str, awaited: set[int]) -> set[int]:
    """Return the numbers that headings go on with behind a numbered line; a chapter begins anew."""
    parts = numbered(text)
    if parts is not None and parts[0] == "arabic":
        return awaited | {int(parts[2]) + 1}
    return {1} if opens_chapter(text) else awaited


def _plain_note(state: Classified, index: int, last_number: int, references: Marks, usual: bool) -> int | None:
    """A number opens a note where an address follows, where the text refers to it, or where it counts on.

    `usual` tells that the document's notes are numbered so: then any sentence after a number is one.
    """
    line = state.lines[index]
    match = rules.PLAIN_NOTE.match(line.text)
    if match is None:
        return None
    number = int(match["marker"])
    if (tail := _runs_into(state, index)) is not None and (tail != "1" or number == last_number + 1):
        return number
    if "http" not in match["text"] and _heads_numbering(state, index):
        return None
    if _is_surely_note(state, index, match, references):
        return number
    above = state.neighbour(index, -1)
    counted = number == last_number + 1 and above is not None and state.kinds[above] is Region.FOOTNOTE
    closed = _is_closed(state.paragraph(index))
    if counted and (closed or "「" in line.text):
        return number
    return number if usual and closed and number <= last_number + _MOST_MISSED else None


# In a run of numbered notes so many may be missing, at most.
_MOST_MISSED = 3
_USUAL_NOTES = 3


def _runs_into(state: Classified, index: int) -> str | None:
    """Return the number of the heading that the same printed line ends with, if any; "" for one without a number.

    A page ends with a note, not with a heading.
    """
    tail = state.lines[index + 1] if index + 1 < len(state.lines) else None
    if tail is None or tail.number != state.lines[index].number:
        return None
    parts = numbered(tail.text)
    return parts[2] if parts else ""


def _heads_numbering(state: Classified, index: int) -> bool:
    """1 stands above (1): a heading, whatever its end."""
    behind = state.neighbour(index, 1)
    below = numbered(state.lines[behind].text) if behind is not None else None
    return below is not None and below[0] != "arabic" and below[2] == "1"


def _is_surely_note(state: Classified, index: int, match: "re.Match[str]", references: Marks) -> bool:
    line, behind = state.lines[index], state.neighbour(index, 1)
    addressed = "http" in match["text"] or (
        behind is not None and bool(rules.ADDRESS_LINE.match(state.lines[behind].text))
    )
    return addressed or (references.are_above(match["marker"], line.start) and _is_closed(line.text))


def _is_closed(text: str) -> bool:
    return bool(rules.ENDS_SENTENCE.search(text)) or bool(note_rules.CLOSED.search(text))


def _notes_are_numbered(state: Classified, references: Marks) -> bool:
    """Return whether the document's notes are plainly numbered: so many are surely notes."""
    sure = 0
    for index, line in enumerate(state.lines):
        match = rules.PLAIN_NOTE.match(line.text) if state.kinds[index] is None else None
        if match and not _heads_numbering(state, index) and _is_surely_note(state, index, match, references):
            sure += 1
            if sure == _USUAL_NOTES:
                return True
    return False


def _bracketed_note(state: Classified, index: int, references: Marks) -> bool:
    """(1) or 1) opens a note where the text refers to it so and the paragraph ends as a note does."""
    match = rules.BRACKETED_NOTE.match(state.lines[index].text)
    if match is None or not references.are_above(folded_marker(match["marker"]), state.lines[index].start):
        return False
    above = state.neighbour(index, -1)
    among_notes = above is not None and state.kinds[above] is Region.FOOTNOTE
    return among_notes or bool(rules.ENDS_SENTENCE.search(state.paragraph(index)))


def _counted_note(
    state: Classified, index: int, last: tuple[int, int], awaited: set[int], references: Marks
) -> int | None:
    """A number that goes on with the notes, not with the headings, and that the text refers to, opens a note."""
    last_number, last_note = last
    line = state.lines[index]
    match = rules.PLAIN_NOTE.match(line.text)
    if match is None:
        return None
    number = int(match["marker"])
    if not references.are_above(match["marker"], line.start) and not (
        note_rules.TELLS.search(match["text"])
        and not state.glued(index)
        and references.between(match["marker"], last_note, line.start)
    ):
        return None
    return number if number == last_number + 1 and number > 2 and number not in awaited else None


def _opens_in_markdown(state: Classified, index: int) -> bool:
    """Return whether a line is of a note that [^1]: opens: what is indented below belongs to it, whatever its end."""
    while state.lines[index].indent > 1:
        above = state.neighbour(index, -1)
        if above is None or state.kinds[above] is not Region.FOOTNOTE:
            break
        index = above
    return rules.NOTES[0].pattern.match(state.lines[index].text) is not None


def _carries_on(state: Classified, index: int) -> bool:
    """A line of a note that runs on, or the address below one."""
    above = state.neighbour(index, -1)
    if above is None or state.kinds[above] is not Region.FOOTNOTE:
        return False
    line, note = state.lines[index], state.lines[above].text
    if line.indent > 1 and _opens_in_markdown(state, above):
        return True
    if rules.ADDRESS_LINE.match(line.text):
        return not note.endswith("。")
    if re.search(r"[:：] ?[<(]?https?://\S+$", line.text):
        return True
    unfinished = not rules.ENDS_SENTENCE.search(note) and not re.search(r"https?://\S+$", note)
    return above == index - 1 and unfinished and line.indent > 0
