"""Which lines are rows of a table, and which are entries of a table of contents that look like rows."""

import re
from collections import Counter

from hakusho.records import Region
from hakusho.segment import line_rules as rules
from hakusho.segment.classified import Classified
from hakusho.segment.heading_rules import UNIT_LINE
from hakusho.segment.lines import columns, numbered, opens_chapter
from hakusho.segment.tables import table_rules
from hakusho.segment.tables.unit_rules import UNITS_ALONE

# Entries that only space parts from their page; a table's rows look alike, but their numbers do not count up.
_TOC_SPACE = rules.Ending(r"^[^ 　].*[^ 　0-9](?:　{3,}| {6,})(?P<page>[0-9]{1,4})$", "[0-9]", 400)
_FEWEST_ENTRIES = 3
_COLUMNS = re.compile("[ 　]{2,}|　")
_FIELDS = re.compile("[ 　]+")


def spaced_contents(state: Classified) -> None:
    """A run of entries whose pages count up is a table of contents."""
    run: list[tuple[int, int]] = []
    for index, line in enumerate([*state.lines, None]):
        if line is not None and line.blank:
            continue
        match = _TOC_SPACE.search(line.text) if line is not None and state.kinds[index] is None else None
        if match and (not run or int(match["page"]) >= run[-1][1]):
            run.append((index, int(match["page"])))
            continue
        if len(run) >= _FEWEST_ENTRIES and run[0][1] < run[-1][1] and not _under_caption(state, run[0][0]):
            for at, _ in run:
                state.kinds[at] = Region.NAVIGATION
        run = [(index, int(match["page"]))] if match else []


def table_lines(state: Classified) -> None:
    """Mark the rows of tables: of tabs, of columns set apart by spaces, and of cells between bars."""
    _barred_lines(state)
    index = 0
    while index < len(state.lines):
        end = _table_end(state, index)
        if end > index:
            state.kinds[index:end] = [Region.TABLE] * (end - index)
            _unit_line_above(state, index)
            index = end
        else:
            index += 1


def _unit_line_above(state: Classified, start: int) -> None:
    """（億円） above a table belongs to its caption."""
    above = start - 1
    while above >= 0 and _is_rule(state, above):
        above -= 1
    if above >= 0 and _is_unit_line(state, above):
        state.kinds[above] = Region.CAPTION


def _is_unit_line(state: Classified, index: int) -> bool:
    return state.kinds[index] is None and bool(UNITS_ALONE.match(state.lines[index].text))


def _barred_lines(state: Classified) -> None:
    """Two rows of cells with the same bars, figures or crossed rules among them, are of a table, its rules too."""
    run: list[int] = []
    for index, line in enumerate([*state.lines, None]):
        if line is not None and (_is_rule(state, index) or _is_barred(state, run, index)):
            run.append(index)
            continue
        if _is_barred_table(state, run):
            state.kinds[run[0] : run[-1] + 1] = [Region.TABLE] * len(run)
        run = [index] if line is not None and table_rules.BARS.search(line.text) else []


def _is_barred(state: Classified, run: list[int], index: int) -> bool:
    """Return whether a row has as many bars as those above it, or is closed by bars as the first of them is."""
    text = state.lines[index].text
    bars = len(table_rules.BARS.findall(text))
    first = next((state.lines[at].text for at in run if not _is_rule(state, at)), text)
    closed = table_rules.CLOSED_ROW.match(text) and table_rules.CLOSED_ROW.match(first)
    return bars > 0 and (bars == len(table_rules.BARS.findall(first)) or bool(closed))


def _is_barred_table(state: Classified, run: list[int]) -> bool:
    """A frame around a text has one cell a row; a table has several."""
    rows = [state.lines[at].text for at in run if not _is_rule(state, at)]
    several = [row for row in rows if len(table_rules.BARS.findall(row)) > 2 * bool(table_rules.CLOSED_ROW.match(row))]
    drawn = [state.lines[at].text for at in run if _is_rule(state, at)]
    crossed = any(table_rules.CROSSED.search(rule) or table_rules.PIPE_RULE.match(rule) for rule in drawn)
    figures = any(table_rules.BARRED_FIGURE.search(row) for row in several)
    return len(several) >= table_rules.FEWEST_ROWS and (figures or crossed)


def _table_end(state: Classified, start: int) -> int:
    """Return the index after the table that begins at `start`; `start` itself where none does."""
    if not state.lines[start].text and "\t" not in state.raw(start):
        return start
    end = start
    while end < len(state.lines) and _has_tabs(state.raw(end)):
        end += 1
    captioned = (end > start or state.kinds[start] is None) and _under_caption(state, start)
    if end - start >= 2 or (end > start and captioned):
        return end
    if state.kinds[start] is None and state.lines[start].text:
        return _spaced_table_end(state, start, captioned)
    return start


def _has_tabs(raw: str) -> bool:
    """Return whether tabs part the cells of a line."""
    inside = "\t" in raw.rstrip("\t ") or raw.startswith("\t")
    return inside and not table_rules.ADDRESS_BEHIND_TAB.search(raw)


def _under_caption(state: Classified, index: int) -> bool:
    """Return whether a table's caption stands above, over the line of its unit or source."""
    above, unit = state.neighbour(index, -1), False
    while above is not None and (
        state.kinds[above] is Region.CAPTION or _is_rule(state, above) or _is_unit_line(state, above)
    ):
        if state.kinds[above] is not Region.CAPTION:
            above = state.neighbour(above, -1)
            continue
        if table_rules.TABLE_CAPTION.match(state.lines[above].text):
            return True
        if not UNIT_LINE.match(state.lines[above].text):
            return False
        unit, above = True, state.neighbour(above, -1)
    if above is not None and table_rules.ANNEX.match(state.lines[above].text):
        return True
    return unit


def _spaced_table_end(state: Classified, start: int, captioned: bool) -> int:
    """Rows of columns set apart by spaces, none a sentence: two under a caption; three with figures elsewhere."""
    if not _is_spaced_row(state, start, captioned) and not (captioned and _heads_all(state, start)):
        return start
    end = start + 1
    while end < len(state.lines) and not _leaves_table(state, start, end):
        if _is_spaced_row(state, end, captioned) or _interrupts_rows(state, end, captioned):
            end += 1
        else:
            break
    rows = [state.raw(i).strip(table_rules.SPACES) for i in range(start, end) if not _is_rule(state, i)]
    if not rows:
        # Rules alone are no table.
        return start
    widths = Counter(_fields(row) for row in rows)
    width, count = widths.most_common(1)[0]
    if captioned and len(rows) >= table_rules.FEWEST_ROWS and width >= 2 and count * 2 >= len(rows):
        return end
    figures = [bool(table_rules.FIGURE_CELL.search(row)) for row in rows]
    headers = figures.index(True) if True in figures else len(rows)
    body = len(rows) - max(1, min(headers, table_rules.MOST_HEADERS))
    enough = len(rows) >= _FEWEST_BARE_ROWS and body >= _FEWEST_BARE_ROWS - 1
    if (enough and sum(figures) * 4 >= body * 3) or _is_text_table(state, range(start, end)):
        return end
    return start


_FEWEST_BARE_ROWS = 3
_FEWEST_TEXT_COLUMNS = 3


def _is_text_table(state: Classified, lines: range) -> bool:
    """Words in three columns, each begun at one place in every row: a table where the first row is unlike the others.

    A row with ditto marks is of a table, too; names and posts below one another are a list.
    """
    rows = [_printed_words(state, at) for at in lines if not _is_rule(state, at)]
    edges = [[column for column, _ in row] for row in rows]
    if len(rows) < _FEWEST_BARE_ROWS or len(edges[0]) < _FEWEST_TEXT_COLUMNS or edges.count(edges[0]) < len(edges):
        return False
    columns_ = [[word for _, word in column] for column in zip(*rows, strict=True)][1:]
    dittos = any(table_rules.DITTO_WORD.match(word) for column in columns_ for word in column[1:])
    told = any(
        not table_rules.COUNTED.search(column[0]) and all(table_rules.COUNTED.search(word) for word in column[1:])
        for column in columns_
    )
    return dittos or told


def _printed_words(state: Classified, index: int) -> list[tuple[int, str]]:
    """Return the words of a row that two spaces or a wide one set apart, each with the column that it begins at."""
    line, found = state.lines[index], []
    for match in _SPACED_WORD.finditer(state.text, line.start, line.end):
        found.append((line.column + columns(state.text[line.start : match.start()]), match.group()))
    return found


# A header of all columns stands this far in, and its middle so near to that of those below.
_SET_IN, _OFF_CENTRE = 6, 4


def _heads_all(state: Classified, index: int) -> bool:
    """A lone word set in over the headers in the row below, in their middle or from the first: 令和元年度."""
    line, below, margin = state.lines[index], index + 1, index + 2
    if margin >= len(state.lines) or state.kinds[index] is not None or table_rules.NO_HEADER.match(line.text):
        return False
    if not _is_part_of_label(state, index) or not all(_is_spaced_row(state, at, True) for at in (below, margin)):
        return False
    words = _printed_words(state, below)
    left = state.lines[margin].column
    heads = [word for word in words if word[0] > left]
    if len(heads) < table_rules.FEWEST_ROWS or line.column < left + _SET_IN:
        return False
    middle = (heads[0][0] + heads[-1][0] + columns(heads[-1][1])) / 2
    centred = abs(line.column + columns(line.text) / 2 - middle) <= _OFF_CENTRE
    return centred or line.column == heads[0][0]


def _is_rule(state: Classified, index: int) -> bool:
    return bool(table_rules.BOX_RULE.match(state.lines[index].text))


def _interrupts_rows(state: Classified, index: int, captioned: bool) -> bool:
    """A rule, and under a caption the name of a group of rows or part of a label, stand between rows of a table."""
    below = index + 1
    if captioned and not _is_rule(state, index) and below < len(state.lines) and _is_part_of_label(state, below):
        below += 1
    if below >= len(state.lines) or not _is_spaced_row(state, below, captioned):
        return False
    if _is_rule(state, index):
        return True
    row = state.raw(below).strip(table_rules.SPACES)
    return captioned and _is_part_of_label(state, index) and bool(table_rules.FIGURE_CELL.search(row))


def _is_part_of_label(state: Classified, index: int) -> bool:
    line = state.lines[index]
    plain = state.kinds[index] is None and not line.blank and numbered(line.text) is None
    short = len(line.text) <= table_rules.LONGEST_LABEL and not rules.ENDS_SENTENCE.search(line.text)
    return plain and short and _fields(line.text) == 1


def _is_spaced_row(state: Classified, index: int, captioned: bool) -> bool:
    line = state.lines[index]
    if state.kinds[index] is not None or line.blank or state.carried[index]:
        return False
    if rules.ADDRESS.match(line.text) or (rules.ADDRESS.search(line.text) and rules.PLAIN_NOTE.match(line.text)):
        # An address that a note gives, however it is set.
        return False
    # 第1節　総合戦略の推進 below a caption is the next section.
    told = captioned and len(_WIDE_COLUMNS.split(line.text)) >= _FEWEST_TEXT_COLUMNS
    if opens_chapter(line.text) or (rules.ENDS_SENTENCE.search(line.text) and not told):
        return False
    if numbered(line.text) and not table_rules.BRACKETED.match(line.text):
        # A number and a title, or a note, below a picture is no row; a number and two more cells may be.
        wide = len(_WIDE_COLUMNS.split(line.text))
        return captioned and (wide > 2 or bool(table_rules.FIGURE_CELL.search(state.raw(index).strip())))
    fields = _fields(line.text) if captioned else len(_WIDE_COLUMNS.split(line.text))
    return fields >= 2


def _leaves_table(state: Classified, start: int, index: int) -> bool:
    """A number at the margin, below rows that are set in, is the next heading."""
    line, first = state.lines[index], state.lines[start]
    if table_rules.FIGURE_CELL.search(state.raw(index).strip(table_rules.SPACES)):
        return False
    return line.column < min(first.column, state.lines[index - 1].column) and numbered(line.text) is not None


_WIDE_COLUMNS = re.compile("[ 　]{2,}")
_SPACED_WORD = re.compile("[^ 　]+(?: [^ 　]+)*")


def _fields(text: str) -> int:
    wide = len(_COLUMNS.split(text))
    return wide if wide > 1 else len(_FIELDS.split(table_rules.HELD_TOGETHER.sub("", text)))
