"""Which lines are rows of a table, and which are entries of a table of contents that look like rows."""

import re
from collections import Counter

from hakusho.records import Region
from hakusho.segment import line_rules as rules
from hakusho.segment import table_rules
from hakusho.segment.classified import Classified
from hakusho.segment.heading_rules import UNIT_LINE
from hakusho.segment.lines import numbered, opens_chapter

# Entries that only space parts from their page; a table's rows look alike, but their numbers do not count up.
_TOC_SPACE = re.compile(r"^[^ 　].*[^ 　0-9](?:　{3,}| {6,})(?P<page>[0-9]{1,4})$")
_FEWEST_ENTRIES = 3
_COLUMNS = re.compile("[ 　]{2,}|　")
_FIELDS = re.compile("[ 　]+")


def spaced_contents(state: Classified) -> None:
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


def table_lines(state: Classified) -> None:
    """Mark the rows of tables: of tabs, of columns set apart by spaces, and of cells between bars."""
    _barred_lines(state)
    index = 0
    while index < len(state.lines):
        end = _table_end(state, index)
        if end > index:
            state.kinds[index:end] = [Region.TABLE] * (end - index)
            index = end
        else:
            index += 1


def _barred_lines(state: Classified) -> None:
    """Two rows with the same bars, a figure behind one, are of a table, with the rules drawn around them."""
    run: list[int] = []
    for index, line in enumerate([*state.lines, None]):
        bars = len(table_rules.BARS.findall(line.text)) if line else 0
        drawn = line is not None and bool(table_rules.BOX_RULE.match(line.text))
        if line and (drawn or (bars and (not run or bars == _bars_of(state, run, bars)))):
            run.append(index)
            continue
        rows = [at for at in run if not table_rules.BOX_RULE.match(state.lines[at].text)]
        if len(rows) >= table_rules.FEWEST_ROWS and any(
            table_rules.BARRED_FIGURE.search(state.lines[at].text) for at in rows
        ):
            state.kinds[run[0] : run[-1] + 1] = [Region.TABLE] * len(run)
        run = [index] if bars else []


def _bars_of(state: Classified, run: list[int], default: int) -> int:
    rows = (len(table_rules.BARS.findall(state.lines[at].text)) for at in run
            if not table_rules.BOX_RULE.match(state.lines[at].text))  # fmt: skip
    return next(rows, default)


def _table_end(state: Classified, start: int) -> int:
    """Return the index after the table that begins at `start`; `start` itself where none does."""
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


def _leading_tab(raw: str) -> str:
    return "\t" if raw.startswith("\t") else ""


def _under_caption(state: Classified, index: int) -> bool:
    """Return whether a table's caption stands above, over the line of its unit or source."""
    above = state.neighbour(index, -1)
    while above is not None and (state.kinds[above] is Region.CAPTION or _is_rule(state, above)):
        if _is_rule(state, above):
            above = state.neighbour(above, -1)
            continue
        if table_rules.TABLE_CAPTION.match(state.lines[above].text):
            return True
        if not UNIT_LINE.match(state.lines[above].text):
            return False
        above = state.neighbour(above, -1)
    return False


def _spaced_table_end(state: Classified, start: int, captioned: bool) -> int:
    """Rows of columns set apart by spaces, none a sentence: two under a caption; three with figures elsewhere."""
    if not _is_spaced_row(state, start, captioned):
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
    if captioned:
        widths = Counter(_fields(row) for row in rows)
        width, count = widths.most_common(1)[0]
        return end if len(rows) >= 2 and width >= 2 and count * 2 >= len(rows) else start
    figures = [bool(table_rules.FIGURE_CELL.search(row)) for row in rows]
    headers = figures.index(True) if True in figures else len(rows)
    body = len(rows) - max(1, min(headers, table_rules.MOST_HEADERS))
    enough = len(rows) >= _FEWEST_BARE_ROWS and body >= _FEWEST_BARE_ROWS - 1
    return end if enough and sum(figures) * 4 >= body * 3 else start


_FEWEST_BARE_ROWS = 3


def _is_rule(state: Classified, index: int) -> bool:
    return bool(table_rules.BOX_RULE.match(state.lines[index].text))


def _interrupts_rows(state: Classified, index: int, captioned: bool) -> bool:
    """A rule, and under a caption the name of a group of rows or half a label, stand between rows of a table."""
    if index + 1 >= len(state.lines) or not _is_spaced_row(state, index + 1, captioned):
        return False
    if _is_rule(state, index):
        return True
    line, row = state.lines[index], state.raw(index + 1).strip(table_rules.SPACES)
    plain = state.kinds[index] is None and not line.blank and numbered(line.text) is None
    short = len(line.text) <= table_rules.LONGEST_LABEL and not rules.ENDS_SENTENCE.search(line.text)
    return captioned and plain and short and bool(table_rules.FIGURE_CELL.search(row))


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
