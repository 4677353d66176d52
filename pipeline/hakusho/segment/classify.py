"""What kind of line each line is: a pass from the surest signs to the least sure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from hakusho.records import Region
from hakusho.segment import line_rules as rules
from hakusho.segment.heading_rules import RULED
from hakusho.segment.hints import Hints
from hakusho.segment.lines import Line, numbered, opens_chapter
from hakusho.segment.wrapping import carried_lines

_TOC_LEADER = re.compile(r"(?:[.・…‥]{3,}|-{4,})[ 　]*[0-9ivx]{1,4}$")
# Entries that only space parts from their page; a table's rows look alike, but their numbers do not count up.
_TOC_SPACE = re.compile(r"^[^ 　].*[^ 　0-9](?:　{3,}| {6,})(?P<page>[0-9]{1,4})$")
_FEWEST_ENTRIES = 3
_COLUMNS = re.compile("[ 　]{2,}|　")
_FIELDS = re.compile("[ 　]+")
_PLAIN_REFERENCE = re.compile(r"(?<=[一-龥ぁ-んァ-ヴー)」』a-zA-Z])(?<![第約計])([0-9]{1,3})(?=[。、」』)\n]|$)")
_TABLE_CAPTION = re.compile(r"(?:図表|表|第.{1,12}表)")
_HEAD_LENGTH = 40


@dataclass(slots=True)
class Classified:
    """Lines with the region of each; None for blank lines and for lines not yet told (prose or headings)."""

    lines: Sequence[Line]
    text: str
    kinds: list[Region | None]
    hints: Hints = field(default_factory=lambda: Hints(()))
    # Lines that carry on the one above: of a wrapped paragraph, an item, or a heading in several lines.
    carried: list[bool] = field(default_factory=list)
    heading_tails: set[int] = field(default_factory=set)
    # Lines that open a speaker's turn.
    turns: set[int] = field(default_factory=set)

    def last(self, index: int) -> int:
        """Return the last line of the paragraph that begins at an index."""
        while index + 1 < len(self.carried) and self.carried[index + 1]:
            index += 1
        return index

    def paragraph(self, index: int) -> str:
        """Return the folded text of the paragraph that begins at an index, its line breaks closed."""
        return "".join(self.lines[at].text for at in range(index, self.last(index) + 1))

    def neighbour(self, index: int, step: int) -> int | None:
        """Return the index of the nearest line before (-1) or behind (+1) that is not blank."""
        index += step
        while 0 <= index < len(self.lines):
            if not self.lines[index].blank:
                return index
            index += step
        return None

    def raw(self, index: int) -> str:
        line = self.lines[index]
        return self.text[line.start - line.indent : line.stop].rstrip("\r\n")


def classify(lines: Sequence[Line], text: str, hints: Hints) -> Classified:
    """Tell furniture, navigation, captions, tables and notes apart from what is left: prose and headings."""
    carried = [False] * len(lines) if hints else carried_lines(lines, text)
    state = Classified(lines, text, [], hints, carried)
    bare = _numbers_stand_alone(lines)
    for index, line in enumerate(lines):
        kind = _by_hint(line, hints)
        if kind is None and carried[index]:
            kind = state.kinds[-1] if state.kinds[-1] in _CARRIED_KINDS else None
        elif kind is None and not (bare and not line.indent and line.text.isdigit()):
            kind = _by_pattern(line)
        state.kinds.append(kind)
    _repeated_heads(state)
    if not hints.names(Region.TABLE):
        _spaced_contents(state)
        _tables(state)
    _notes(state)
    return state


_CARRIED_KINDS = (Region.LIST, Region.FOOTNOTE)
_JUDGMENT = re.compile("(?:主[ 　]*文|理[ 　]*由|事実及び理由)$")
_BARE_NUMBER = re.compile(r"\([0-9]{1,2}\)$")


def _numbers_stand_alone(lines: Sequence[Line]) -> bool:
    """A judgment may print the numbers of its parts alone on their lines; elsewhere a number alone is a page's."""
    bare = sum(bool(_BARE_NUMBER.match(line.text)) for line in lines)
    return bare >= 2 or (bare >= 1 and any(_JUDGMENT.match(line.text) for line in lines))


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
    if any(rule.pattern.match(text) for rule in rules.NAVIGATION) or _TOC_LEADER.search(text):
        return Region.NAVIGATION
    if any(rule.pattern.match(text) for rule in rules.NOTES):
        return Region.FOOTNOTE
    if rules.LIST_ITEM.match(text):
        return Region.LIST
    return None


def _repeated_heads(state: Classified) -> None:
    """Running heads come back on many pages, each time beside a page number."""
    counts = Counter(re.sub("[0-9]+", "#", line.text) for line in state.lines if 0 < len(line.text) <= _HEAD_LENGTH)
    for index, line in enumerate(state.lines):
        if state.kinds[index] is None and line.text and counts[re.sub("[0-9]+", "#", line.text)] >= 3:
            beside = [state.neighbour(index, step) for step in (-1, 1)]
            if any(i is not None and state.kinds[i] is Region.RUNNING_HEAD for i in beside):
                state.kinds[index] = Region.RUNNING_HEAD


def _spaced_contents(state: Classified) -> None:
    """A run of entries whose pages count up is a table of contents."""
    run: list[tuple[int, int]] = []
    for index, line in enumerate([*state.lines, None]):
        if line is not None and line.blank:
            continue
        match = _TOC_SPACE.match(line.text) if line is not None and state.kinds[index] is None else None
        if match and (not run or int(match["page"]) >= run[-1][1]):
            run.append((index, int(match["page"])))
            continue
        if len(run) >= _FEWEST_ENTRIES and run[0][1] < run[-1][1] and not _under_caption(state, run[0][0]):
            for at, _ in run:
                state.kinds[at] = Region.NAVIGATION
        run = [(index, int(match["page"]))] if match else []


def _tables(state: Classified) -> None:
    index = 0
    while index < len(state.lines):
        end = _table_end(state, index)
        if end > index:
            state.kinds[index:end] = [Region.TABLE] * (end - index)
            index = end
        else:
            index += 1


def _table_end(state: Classified, start: int) -> int:
    """Return the index behind the table that begins at `start`; `start` itself where none does."""
    if not state.lines[start].text and "\t" not in state.raw(start):
        return start
    end = start
    while end < len(state.lines) and "\t" in state.raw(end).rstrip("\t ") + _leading_tab(state.raw(end)):
        end += 1
    captioned = (end > start or state.kinds[start] is None) and _under_caption(state, start)
    if end - start >= 2 or (end > start and captioned):
        return end
    if state.kinds[start] is None and state.lines[start].text:
        return _spaced_table_end(state, start, captioned)
    return start


_UNIT_LINE = re.compile(r"[(（]?単位")


def _leading_tab(raw: str) -> str:
    return "\t" if raw.startswith("\t") else ""


def _under_caption(state: Classified, index: int) -> bool:
    """Return whether a table's caption stands above, over the line of its unit or source."""
    above = state.neighbour(index, -1)
    while above is not None and state.kinds[above] is Region.CAPTION:
        if _TABLE_CAPTION.match(state.lines[above].text):
            return True
        if not _UNIT_LINE.match(state.lines[above].text):
            return False
        above = state.neighbour(above, -1)
    return False


def _spaced_table_end(state: Classified, start: int, captioned: bool) -> int:
    """Rows of columns set apart by spaces, none of them a sentence: two under a caption; three with figures elsewhere."""
    if not _is_spaced_row(state, start, captioned):
        return start
    end = start + 1
    while end < len(state.lines) and _is_spaced_row(state, end, captioned) and not _leaves_table(state, start, end):
        end += 1
    rows = [state.raw(i).strip(" 　") for i in range(start, end)]
    if captioned:
        widths = Counter(_fields(row) for row in rows)
        width, count = widths.most_common(1)[0]
        return end if len(rows) >= 2 and width >= 2 and count * 2 >= len(rows) else start
    figures = sum(bool(_FIGURE_CELL.search(row)) for row in rows)
    return end if len(rows) >= _FEWEST_BARE_ROWS and figures * 4 >= (len(rows) - 1) * 3 else start


_FEWEST_BARE_ROWS = 3
# A figure set off from its label: "０人　　　622万円".
_FIGURE_CELL = re.compile("(?:[ 　]{2,}|　)[△▲約]?[0-9０-９][0-9０-９,，.．]*[^ 　、。]{0,8}(?=[ 　]|$)")


def _is_spaced_row(state: Classified, index: int, captioned: bool) -> bool:
    line = state.lines[index]
    if state.kinds[index] is not None or line.blank or state.carried[index]:
        return False
    # 第1節　総合戦略の推進 below a caption is the next section.
    if opens_chapter(line.text) or rules.ENDS_SENTENCE.search(line.text):
        return False
    fields = _fields(line.text) if captioned else len(_WIDE_COLUMNS.split(line.text))
    return fields >= 2 and not (not captioned and numbered(line.text))


def _leaves_table(state: Classified, start: int, index: int) -> bool:
    """A number at the margin, below rows that are set in, is the next heading."""
    line, first = state.lines[index], state.lines[start]
    return line.column < min(first.column, state.lines[index - 1].column) and numbered(line.text) is not None


_WIDE_COLUMNS = re.compile("[ 　]{2,}")


def _fields(text: str) -> int:
    wide = len(_COLUMNS.split(text))
    return wide if wide > 1 else len(_FIELDS.split(text))


def _notes(state: Classified) -> None:
    references = {match[1] for match in _PLAIN_REFERENCE.finditer(state.text)}
    bracketed = {_folded(match[1]) for match in _BRACKETED_REFERENCE.finditer(state.text)}
    usual = _notes_are_numbered(state, references)
    last_number = last_heading = 0
    for index, line in enumerate(state.lines):
        if state.kinds[index] is Region.FOOTNOTE:
            last_number = _number_of(line.text) or last_number
        elif state.kinds[index] is None and (
            (state.carried[index] and state.kinds[index - 1] is Region.FOOTNOTE)
            or _bracketed_note(state, index, bracketed)
        ):
            state.kinds[index] = Region.FOOTNOTE
        elif state.kinds[index] is None and (
            number := _plain_note(state, index, last_number, references, usual)
            or _counted_note(line.text, last_number, last_heading, references)
        ):
            state.kinds[index] = Region.FOOTNOTE
            last_number = number
        elif state.kinds[index] is None and (parts := numbered(line.text)):
            last_heading = int(parts[2]) if parts[0] == "arabic" else 0 if opens_chapter(line.text) else last_heading
        elif state.kinds[index] is None and not line.blank and _carries_on(state, index):
            state.kinds[index] = Region.FOOTNOTE


_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _number_of(text: str) -> int | None:
    digits = re.match(r"[^0-9]{0,4}([0-9]{1,3})", text.translate(_SUPERSCRIPT))
    return int(digits[1]) if digits else None


def _plain_note(state: Classified, index: int, last_number: int, references: set[str], usual: bool) -> int | None:
    """A number opens a note where an address follows, where the text refers to it, or where it counts on.

    `usual` tells that the document's notes are numbered so: then any sentence behind a number is one.
    """
    line = state.lines[index]
    match = rules.PLAIN_NOTE.match(line.text)
    if match is None or _heads_numbering(state, index):
        return None
    number = int(match["marker"])
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


def _heads_numbering(state: Classified, index: int) -> bool:
    """1 stands above (1): a heading, whatever its end."""
    behind = state.neighbour(index, 1)
    below = numbered(state.lines[behind].text) if behind is not None else None
    return below is not None and below[0] != "arabic" and below[2] == "1"


def _is_surely_note(state: Classified, index: int, match: "re.Match[str]", references: set[str]) -> bool:
    behind = state.neighbour(index, 1)
    addressed = "http" in match["text"] or (
        behind is not None and bool(rules.ADDRESS_LINE.match(state.lines[behind].text))
    )
    return addressed or (match["marker"] in references and _is_closed(state.lines[index].text))


def _is_closed(text: str) -> bool:
    return bool(rules.ENDS_SENTENCE.search(text)) or bool(_CLOSED.search(text))


_CLOSED = re.compile("(?:参照|よる|現在|決定|略|作成)[)）]?。?$")


def _notes_are_numbered(state: Classified, references: set[str]) -> bool:
    """Return whether the document's notes are plainly numbered: so many are surely notes."""
    sure = 0
    for index, line in enumerate(state.lines):
        match = rules.PLAIN_NOTE.match(line.text) if state.kinds[index] is None else None
        if match and not _heads_numbering(state, index) and _is_surely_note(state, index, match, references):
            sure += 1
            if sure == _USUAL_NOTES:
                return True
    return False


_BRACKETED_REFERENCE = re.compile(
    r"(?<=[一-龥ぁ-んァ-ヴー」』])(?<!上記)(?<!前記)(?<!下記)(?<!の)([（(]?[0-9０-９]{1,2}[)）])(?=[。、｡､]|[のをがはにと](?![0-9]))"
)
_WIDE_SIGNS = str.maketrans("（）０１２３４５６７８９", "()0123456789")


def _folded(marker: str) -> str:
    return marker.translate(_WIDE_SIGNS)


def _bracketed_note(state: Classified, index: int, references: set[str]) -> bool:
    """(1) or 1) opens a note where the text refers to it so and the line ends as a note does, or is cut by a heading."""
    match = rules.BRACKETED_NOTE.match(state.lines[index].text)
    if match is None or match["marker"] not in references:
        return False
    return bool(rules.ENDS_SENTENCE.search(state.paragraph(index)))


def _counted_note(text: str, last_number: int, last_heading: int, references: set[str]) -> int | None:
    """A number that goes on with the notes, not with the headings, and that the text refers to, opens a note."""
    match = rules.PLAIN_NOTE.match(text)
    if match is None or match["marker"] not in references:
        return None
    number = int(match["marker"])
    return number if number == last_number + 1 and number > 2 and number != last_heading + 1 else None


def _carries_on(state: Classified, index: int) -> bool:
    """A line of a note that runs on, or the address below one."""
    above = state.neighbour(index, -1)
    if above is None or state.kinds[above] is not Region.FOOTNOTE:
        return False
    line, note = state.lines[index], state.lines[above].text
    if rules.ADDRESS_LINE.match(line.text):
        return not note.endswith("。")
    if re.search(r"[:：] ?[<(]?https?://\S+$", line.text):
        return True
    unfinished = not rules.ENDS_SENTENCE.search(note) and not re.search(r"https?://\S+$", note)
    return above == index - 1 and unfinished and line.indent > 0
