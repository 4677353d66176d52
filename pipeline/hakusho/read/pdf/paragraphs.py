"""Lines of print to paragraphs, items and tables without rules; thresholds are in units of the type size."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hakusho.read.pdf.measure import WIDEST_LEADING, Measure, measure_of
from hakusho.read.pdf.pdf_rules import (
    CAPTION,
    CLOSED,
    DATE_LINE,
    ENTRY,
    FIELD,
    IN_BRACKETS,
    LABEL,
    LEADER,
    OPENING,
    PROSE,
    SPREAD,
)
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.rows import names_whole, rows_of, tabular
from hakusho.read.pdf.shapes import Box
from hakusho.read.pdf.side_titles import sources_apart, titles_apart
from hakusho.read.pdf.title_lines import goes_on_title, heading_goes_on
from hakusho.read.pdf.unruled import Unruled, unruled

_PARAGRAPH_GAP, _UNDER_WAY_GAP = 1.3, 1.6
_INDENT = 0.6
_SHORT = 1.6
_DEEPEST_INDENT = 2.3
_DEEPEST_HANGING = 9.0
_FURTHER_IN = 0.8
# Type so much smaller than that next to it is a mark.
_MARK_SIZE = 0.8
# A line of so many characters with a comma in it is of a sentence.
_SENTENCE = 20
# Type so much smaller than that of the heading above it is that of prose.
_SMALLER = 0.97
# Lines that begin further to the right, as a share of the measure, stand for themselves: number, date, sender.
_FAR_IN = 0.45
# How much heavier the face of a heading is than that of prose next to it.
HEAVIER = 200
_RAGGED = 4.0
# A line that names what it tells has no more words between spaces.
_WORDS = 4
# Labels that no clause in brackets is mistaken for.
_ITEMS = ("bullet", "circled", "arabic", "kana", "kanji", "alpha", "chapter")
_WORD = re.compile("[!-~、。）」』，．]+|[（「『][!-~]*")
_LATIN_END, _LATIN_START = re.compile("[A-Za-z0-9,;.%)]$"), re.compile("[A-Za-z(]")
_OPEN_ADDRESS = re.compile(r"https?://(?:(?!https?://)[!-~])*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that read as one; `indented` tells of the first, `full` whether the last reaches the edge."""

    text: str
    lines: tuple[PrintedLine, ...]
    indented: bool = False
    full: bool = False
    # Room above, in sizes, beyond the usual distance of lines.
    gap: float = 0.0
    # The table, where the lines are rows of one without rules.
    table: Unruled | None = None

    @property
    def size(self) -> float:
        return statistics.median(line.size for line in self.lines)


def paragraphs(
    lines: Sequence[PrintedLine], right: float = 0.0, pictures: Sequence[Box] = (), body: float = 0.0
) -> list[Paragraph]:
    """Return the paragraphs of a region, whose lines come from the top down: parted by indents, labels, short last
    lines, room between and changes of type.

    `right` is the edge of the column, where it is known to be further out; lines next to `pictures` end before them;
    `body` is the size of the document's prose.
    """
    if not lines:
        return []
    rows = names_whole(sources_apart(titles_apart(rows_of(lines))))
    measure = replace(measure_of([_one_line(row) for row in rows], right, pictures), body=body)
    found: list[Paragraph] = []
    prose: list[PrintedLine] = []
    for group in tabular(rows):
        if len(group) > 1:
            found += _prose(prose, measure)
            prose = []
            found.append(_unruled(group))
        else:
            prose.append(_one_line(group[0]))
    return found + _prose(prose, measure)


def join_lines(above: str, below: str) -> str:
    """Return two lines of a paragraph as one text.

    >>> join_lines("株式会社Preferred", "Networksは"), join_lines("総務省は、", "発表した。")
    ('株式会社Preferred Networksは', '総務省は、発表した。')
    """
    address = _OPEN_ADDRESS.search(above)
    spaced = not address and _LATIN_END.search(above) and _LATIN_START.match(below)
    return above + (" " if spaced else "") + below


# --- rows ------------------------------------------------------------------------------------------------------


def _one_line(row: Sequence[PrintedLine]) -> PrintedLine:
    """Join the pieces of a row outside tables, which justification may have spread character by character."""
    if len(row) == 1:
        return row[0]
    spread = sum(len(piece.text) == 1 for piece in row) * 2 >= len(row) > 2
    body = max(row, key=lambda piece: len(piece.text))
    return body._replace(
        text=("" if spread else "　").join(piece.text for piece in row),
        x0=row[0].x0,
        y0=min(piece.y0 for piece in row),
        x1=max(piece.x1 for piece in row),
        y1=max(piece.y1 for piece in row),
        ruby=tuple(ruby for piece in row for ruby in piece.ruby),
        opens_in=row[0].opens_in,
        ends_in=row[-1].ends_in,
        tail=len(row[-1].text) + 1 if row[-1].size < _MARK_SIZE * body.size else row[-1].tail,
    )


def _unruled(rows: Sequence[Sequence[PrintedLine]]) -> Paragraph:
    """Return a table whose columns are where its cells overlap."""
    return Paragraph("", tuple(line for row in rows for line in row), table=unruled(rows))


# --- prose -----------------------------------------------------------------------------------------------------


def _prose(lines: Sequence[PrintedLine], measure: Measure) -> list[Paragraph]:
    if not lines:
        return []
    groups: list[list[PrintedLine]] = []
    for line, behind in zip(lines, [*lines[1:], None], strict=True):
        if groups and not (
            _begins(groups[-1], line, measure)
            or _opens_anew(groups[-1], line, behind, measure)
            or _opens_under_title(groups[-1], line, behind)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    gaps = [0.0] + [_gap(one[-1], two[0], measure) for one, two in zip(groups, groups[1:], strict=False)]
    return [_paragraph(group, gap, measure) for group, gap in zip(groups, gaps, strict=True)]


def _gap(above: PrintedLine, below: PrintedLine, measure: Measure) -> float:
    return max(0.0, (below.middle - above.middle - measure.leading) / max(1.0, below.size))


def _begins(group: Sequence[PrintedLine], line: PrintedLine, measure: Measure) -> bool:
    """Return whether a line begins a paragraph rather than going on with that of the lines above."""
    last = group[-1]
    if _are_separate(last, line, measure) and not goes_on_title(last, line, measure):
        return True
    if DATE_LINE.fullmatch(line.text) or DATE_LINE.fullmatch(last.text):
        return True
    closed = bool(CLOSED.search(last.text))
    if not closed and (_caption_goes_on(group[0], line) or heading_goes_on(group, line, measure)):
        return False
    if closed and (_under_nothing(group[0], line) or IN_BRACKETS.fullmatch(line.text)):
        return True
    if _are_fields(group[0], line):
        return True
    full = _is_full(last, line, measure, closed)
    if LABEL.match(line.text) and (closed or not full or _same_label(group[0], line)):
        return True
    return _at_another_edge(group, line, measure) or not (full or _under_way(group, line))


def _under_way(group: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Return whether a line at the text of a label goes on with a sentence, wherever the line above it ends."""
    first, last = group[0], group[-1]
    hangs = _INDENT * line.size < line.x0 - first.x0 < _DEEPEST_HANGING / 2 * line.size
    told = bool(LABEL.match(first.text) and PROSE.search(last.text)) and not CLOSED.search(last.text)
    return hangs and told and len(last.text) >= _SENTENCE and not LABEL.match(line.text)


def _are_fields(first: PrintedLine, line: PrintedLine) -> bool:
    """Return whether each of two lines at one edge names what it tells: 会場　中央公民館, 電話　…."""
    level = abs(first.x0 - line.x0) < _INDENT * line.size
    # What is set letter by letter has spaces throughout.
    return level and all(FIELD.match(one.text) and len(one.text.split()) <= _WORDS for one in (first, line))


def _under_nothing(first: PrintedLine, line: PrintedLine) -> bool:
    """Return whether a line begins further in than the text of the item above it."""
    label = LABEL.match(first.text)
    return label is not None and line.x0 > first.x0 + (len(label.group()) + _FURTHER_IN) * first.size


def _are_separate(last: PrintedLine, line: PrintedLine, measure: Measure) -> bool:
    """Return whether type, room or a leader of dots parts two lines."""
    size = max(last.size, line.size)
    if abs(last.size - line.size) > 0.12 * size or line.middle <= last.middle - size * 0.5 or _other_face(last, line):
        return True
    step = line.middle - last.middle
    # A line in mid-sentence may have more room below it where another font stands in the next.
    under_way = last.x1 >= measure.edge(last) - _SHORT * size and not CLOSED.search(last.text)
    most = _UNDER_WAY_GAP if under_way and line.x0 <= last.x0 + _INDENT * size else _PARAGRAPH_GAP
    far = measure.leading and step > max(most * measure.leading, measure.leading + 0.35 * size)
    return bool(far or LEADER.search(last.text) or ENTRY.match(last.text))


def _caption_goes_on(first: PrintedLine, line: PrintedLine) -> bool:
    hangs = line.x0 > first.x0 + max(first.size, line.size)
    return hangs and bool(CAPTION.match(first.text)) and not LABEL.match(line.text)


def _at_another_edge(group: Sequence[PrintedLine], line: PrintedLine, measure: Measure) -> bool:
    """Return whether a line begins where the next line of the paragraph above does not."""
    first, last = group[0], group[-1]
    size = max(last.size, line.size)
    if min(last.x0, line.x0) > measure.left + _FAR_IN * (measure.right - measure.left):
        return True
    if LABEL.match(first.text):
        # An item goes on below its text, or at the margin; a line further in than its text is another's.
        if line.x0 > first.x0 + 6 * size or line.x0 < first.x0 - 2.5 * size:
            return True
        return len(group) > 1 and line.x0 - last.x0 > _INDENT * size
    if len(group) == 1 and _hangs(first, line, measure):
        return False
    if line.x0 > (last.x0 if len(group) > 1 else first.x0 + _INDENT * size) + _INDENT * size:
        return not _centred(last, line)
    return line.x0 < last.x0 - (_INDENT if len(group) > 1 else _DEEPEST_INDENT) * size


def _hangs(first: PrintedLine, line: PrintedLine, measure: Measure) -> bool:
    """Return whether a line well inside the full, unfinished one above goes on with it: the text behind a name."""
    inside = _DEEPEST_INDENT * line.size < line.x0 - first.x0 < _DEEPEST_HANGING * line.size
    full = first.x1 >= measure.edge(first) - _SHORT * first.size
    return inside and full and not CLOSED.search(first.text) and not LABEL.match(line.text)


def _opens_anew(group: Sequence[PrintedLine], line: PrintedLine, behind: PrintedLine | None, measure: Measure) -> bool:
    """Return whether two lines at one indent, or the second further in, are two paragraphs, as the third, which goes
    back to the margin, shows."""
    if behind is None or len(group) > 1 or LABEL.match(line.text) or LABEL.match(behind.text):
        return False
    if _runs_on(group[0], measure) and not (LABEL.match(group[0].text) and _runs_on(line, measure)):
        return False
    level = abs(line.x0 - group[0].x0) < 0.3 * line.size or abs(behind.x0 - group[0].x0) < 0.3 * line.size
    back = line.x0 - behind.x0 > _INDENT * line.size and abs(behind.size - line.size) < 0.1 * line.size
    return level and back and behind.middle - line.middle < WIDEST_LEADING * line.size


def _runs_on(line: PrintedLine, measure: Measure) -> bool:
    return not CLOSED.search(line.text) and line.x1 >= measure.edge(line) - _SHORT * line.size


def _opens_under_title(group: Sequence[PrintedLine], line: PrintedLine, behind: PrintedLine | None) -> bool:
    """Return whether a line at the text of a label above, in smaller type or behind a stop, is indented: the next is
    back at the label, which the text of an item never is."""
    first = group[0]
    # A bracket may stand half a character further out.
    back = behind is not None and abs(behind.x0 - first.x0) < (0.8 if OPENING.match(first.text) else 0.3) * line.size
    if behind is None or not back or line.x0 - behind.x0 < _INDENT * line.size:
        return False
    if behind.middle - line.middle > WIDEST_LEADING * line.size or not LABEL.match(first.text):
        return False
    smaller = all(line.size <= _SMALLER * above.size for above in group) and behind.size <= line.size
    return bool((smaller or CLOSED.search(group[-1].text)) and not LABEL.match(behind.text))


def _other_face(one: PrintedLine, two: PrintedLine) -> bool:
    """Return whether two lines are printed otherwise; not where one ends in what the other begins with, and one of them
    is of two faces, as words in bold make it."""
    if min(one.wide, two.wide) == 0:
        return one.bold != two.bold
    if _mixed(one, two):
        return False
    return one.bold != two.bold or one.gothic != two.gothic or abs(one.weight - two.weight) >= HEAVIER


def _mixed(one: PrintedLine, two: PrintedLine) -> bool:
    of_two = one.ends_in != (one.weight, one.gothic) or two.opens_in != (two.weight, two.gothic)
    return of_two and one.ends_in == two.opens_in


def _same_label(first: PrintedLine, line: PrintedLine) -> bool:
    """Return whether two lines bear labels of one kind at one place: the items of a list."""
    one, two = LABEL.match(first.text), LABEL.match(line.text)
    if one is None or two is None:
        return False
    # What begins at the label of an item, or further out, is not a line of its text.
    out = line.x0 <= first.x0 + 0.3 * line.size and two.lastgroup in _ITEMS
    return out or (abs(first.x0 - line.x0) < _INDENT * line.size and one.lastgroup == two.lastgroup)


def _centred(last: PrintedLine, line: PrintedLine) -> bool:
    """Return whether two lines stand centred below one another, the second a good deal shorter: a title's."""
    level = abs((last.x0 + last.x1) - (line.x0 + line.x1)) < 0.5 * line.size
    return level and line.x0 - last.x0 > 1.5 * line.size


def _is_full(last: PrintedLine, line: PrintedLine, measure: Measure, closed: bool) -> bool:
    """Return whether a line ends where the column does; one that ends in mid-sentence may leave what the rules of line
    breaking leave."""
    room = _SHORT if closed else _RAGGED
    if closed and not measure.wraps:
        return False
    return last.x1 + _unbreakable(line) >= measure.edge(last) - room * max(last.size, line.size) - 1


def _unbreakable(line: PrintedLine) -> float:
    """Return the room that a line's first word takes: a word of Latin letters goes to the next line whole."""
    word = _WORD.match(line.text)
    return sum(0.55 if character.isascii() else 1.0 for character in word.group()) * line.size if word else 0.0


def _paragraph(lines: Sequence[PrintedLine], gap: float, measure: Measure) -> Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        text = join_lines(text, line.text)
    if SPREAD.fullmatch(text):
        text = "".join(text.split())
    first, last = lines[0], lines[-1]
    indented = first.x0 > measure.left + _INDENT * first.size
    full = measure.wraps and last.x1 >= measure.edge(last) - _SHORT * last.size - 1
    return Paragraph(text, tuple(lines), indented, full, round(gap, 2))
