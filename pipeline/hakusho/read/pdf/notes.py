"""Notes at the foot of a page or column: under a short rule, or in smaller type after a mark."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hakusho.read.pdf.paragraphs import join_lines
from hakusho.read.pdf.pdf_rules import NOTE, NOTES_HEAD
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.shapes import Box

_SMALL = 0.93
# Notes are set in one size, as far as fonts differ; under a rule and behind raised marks they may be larger than prose.
_LIKE, _LARGER = 1.1, 1.2
# A mark by itself is no longer than this.
_MARK = 3
# A page of more short rules is a form or a drawing.
_MOST_RULES = 100
# Widths of the rule above notes, as shares of the page's, and how far below it the first one begins, in sizes.
_RULE = (0.08, 0.75)
_BELOW = 3.0
# Notes in the margin: their size against that of prose, their width against the page's; prose is of longer lines.
_IN_MARGIN, _NARROW = 0.88, 0.35
_LONG, _LEAST_PROSE = 15, 4


@dataclass(frozen=True, slots=True)
class Note:
    """A note with its lines; its text begins with the mark and a full-width space, where it has a mark."""

    text: str
    lines: tuple[PrintedLine, ...]


def foot_notes(
    lines: Sequence[PrintedLine], rules: Sequence[Box], body: float, width: float, height: float
) -> tuple[list[PrintedLine], list[Note]]:
    """Part the lines of a page into those of its text and its notes; `body` is the size of its prose."""
    beside = _in_margins(lines, body, width)
    aside = {id(line) for foot in beside for line in foot}
    free = [line for line in lines if id(line) not in aside]
    feet = _under_rules(free, rules, body, width, height) or [_in_small_type(free, body, height)]
    feet = [_without_head(foot) for foot in [*feet, *beside]]
    taken = {id(line) for foot in feet for line in foot}
    return [line for line in lines if id(line) not in taken], [note for foot in feet if foot for note in _notes(foot)]


def _without_head(foot: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Leave out the word that stands over notes, alone on its line: it heads them, and is none."""
    rows = _rows(foot)
    heads = {
        id(row[0])
        for row, below in pairwise(rows)
        if len(row) == 1 and NOTES_HEAD.fullmatch(row[0].text) and NOTE.match(below[0].text)
    }
    return [line for line in foot if id(line) not in heads]


def _in_margins(lines: Sequence[PrintedLine], body: float, width: float) -> list[list[PrintedLine]]:
    """Return the notes beside the text, left and right of it: small type that begins with a raised mark."""
    prose = [line for line in lines if line.size > _SMALL * body and len(line.text) >= _LONG and not line.turned]
    if len(prose) < _LEAST_PROSE:
        return []
    left, right = min(line.x0 for line in prose), max(line.x1 for line in prose)
    small = [line for line in lines if line.size < _IN_MARGIN * body and line.width < _NARROW * width]
    sides = ([line for line in small if line.x0 >= right - 2], [line for line in small if line.x1 <= left + 2])
    feet = []
    for side in sides:
        side.sort(key=lambda line: (line.middle, line.x0))
        first = next((index for index, line in enumerate(side) if _opens_margin(line)), None)
        if first is not None:
            feet.append(side[first:])
    return feet


def _opens_margin(line: PrintedLine) -> bool:
    match = NOTE.match(line.text)
    return match is not None and (line.mark > 0 or not match["mark"].isdigit() or len(match[0]) > len(match["mark"]))


def _under_rules(
    lines: Sequence[PrintedLine], rules: Sequence[Box], body: float, width: float, height: float
) -> list[list[PrintedLine]]:
    """Return the notes under each short rule: of the page, or of each of its columns."""
    feet: list[list[PrintedLine]] = []
    taken: set[int] = set()
    short = [rule for rule in rules if _RULE[0] * width < rule.width < _RULE[1] * width and rule.y0 > 0.2 * height]
    if len(short) > _MOST_RULES:
        return []
    marked = [line for line in lines if _is_marked(line, body)]
    for rule in sorted(short, key=lambda rule: (rule.y0, rule.x0)):
        if not any(line.middle > rule.y1 and line.y0 - rule.y1 <= _BELOW * body for line in marked):
            continue
        # The notes of the next column have a rule of their own.
        edge = min((r.x0 for r in short if r.x0 > rule.x1 and abs(r.y0 - rule.y0) < 4 * body), default=width + 1)
        below = [
            line
            for line in lines
            if line.middle > rule.y1 and rule.x0 - body < line.x1 and line.x0 < edge - 2 and id(line) not in taken
        ]
        below = _of_column(below, rule, body)
        if _are_notes(below, rule, body):
            feet.append(below)
            taken.update(map(id, below))
    return feet


def _are_notes(below: Sequence[PrintedLine], rule: Box, body: float) -> bool:
    first = min(below, key=lambda line: (round(line.middle), line.x0), default=None)
    if first is None or first.y0 - rule.y1 > _BELOW * body or not _is_marked(first, body):
        return False
    if not first.mark and first.text[0].isdigit() and _counts_down(below):
        return False
    # Prose below a small note shows that the note is a table's, whose last rule stands above it.
    level = [line for line in below if abs(line.middle - first.middle) < 0.5 * body]
    if len(level) == 1 and first.text.isdigit():
        # The mark is raised above the first line of its note.
        level = [line for line in below if 0 < line.middle - first.middle < _BELOW * body]
    opening = max((line.size for line in level), default=first.size)
    # Notes in another face than prose may be a little larger, then all are; a heading has prose below it.
    if opening > 1.02 * body and any(line.size < 0.97 * opening for line in below if len(line.text) > _MARK):
        return False
    largest = min(max(body, opening), _LARGER * body) if opening >= 0.97 * body else min(body, _LIKE * opening)
    return all(line.size <= 1.02 * largest for line in below) and _begins_at(rule, below, body)


def _of_column(below: Sequence[PrintedLine], rule: Box, body: float) -> list[PrintedLine]:
    """Leave out the text of the next column, which runs on next to the notes of this one."""
    beside = [line.x0 for line in below if line.x0 > rule.x1 and line.size > _SMALL * body]
    edge = min(beside, default=None)
    level = [line for line in below if edge is not None and line.x0 >= edge - 2]
    return (
        [line for line in below if line not in level]
        if level and min(line.y0 for line in level) < rule.y1 + 3 * body
        else list(below)
    )


def _begins_at(rule: Box, below: Sequence[PrintedLine], body: float) -> bool:
    return abs(min(line.x0 for line in below) - rule.x0) < 3 * body


def _is_marked(line: PrintedLine, body: float) -> bool:
    """Return whether a line opens a note: its mark is raised, or its type is small and a mark stands first."""
    return bool(NOTE.match(line.text)) and (line.mark > 0 or line.size < 0.97 * body)


def _in_small_type(lines: Sequence[PrintedLine], body: float, height: float) -> list[PrintedLine]:
    """Return what stands lowest in smaller type, from the first line with a mark on."""
    foot: list[PrintedLine] = []
    for line in sorted(lines, key=lambda line: -line.middle):
        if line.size > _SMALL * body or line.turned:
            break
        foot.append(line)
    foot.reverse()
    # A page of nothing but notes begins at its head.
    highest = 0.4 * height if len(foot) < len(lines) else 0.0
    for index, line in enumerate(foot):
        if (
            NOTE.match(line.text)
            and line.middle > highest
            and (line.mark or not line.text[0].isdigit() or _numbered(foot[index:]))
        ):
            return foot[index:]
    return []


def _counts_down(lines: Sequence[PrintedLine]) -> bool:
    """Return whether the numbers that lines begin with at one edge become smaller downwards: the scale of a chart."""
    left = min(line.x0 for line in lines)
    edge = sorted((line for line in lines if line.x0 < left + line.size), key=lambda line: line.middle)
    numbers = [number for line in edge if (number := _number(line)) is not None]
    return sum(two < one for one, two in pairwise(numbers)) > sum(two > one for one, two in pairwise(numbers))


def _numbered(lines: Sequence[PrintedLine]) -> bool:
    """Return whether the plain numbers that lines begin with count up at one edge."""
    left = min(line.x0 for line in lines)
    numbers = [
        int(match["mark"].strip("()（）"))
        for line in lines
        if line.x0 < left + line.size and (match := NOTE.match(line.text)) and match["mark"].strip("()（）").isdigit()
    ]
    return bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and len(lines[0].text) > 4


def _notes(lines: Sequence[PrintedLine]) -> list[Note]:
    rows = _rows(lines)
    left = min(row[0].x0 for row in rows)
    groups: list[list[PrintedLine]] = []
    last: int | None = None
    for row in rows:
        first = row[0]
        number = _number(first)
        opens = first.x0 < left + 1.2 * first.size and _opens(first, len(row) > 1, number, last)
        if opens or not groups:
            groups.append(list(row))
            last = number if number is not None else last
        else:
            groups[-1] += row
    return [_note(group) for group in groups]


def _opens(line: PrintedLine, apart: bool, number: int | None, last: int | None) -> bool:
    match = NOTE.match(line.text)
    if match is None:
        return False
    if number is None:
        return True
    return (
        line.mark > 0
        or apart
        or (last is not None and number == last + 1)
        or (last is None and len(match[0]) > len(match["mark"]))
    )


def _number(line: PrintedLine) -> int | None:
    mark = line.text[: line.mark] if line.mark else (NOTE.match(line.text) or {"mark": ""})["mark"]
    # Raised digits are numbers as others are.
    digits = unicodedata.normalize("NFKC", mark).strip("() ")
    return int(digits) if digits.isdecimal() else None


def _rows(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    rows: list[list[PrintedLine]] = []
    for line in sorted(lines, key=lambda line: (line.middle, line.x0)):
        if rows and line.middle - rows[-1][0].middle < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.x0) for row in rows]


def _note(lines: Sequence[PrintedLine]) -> Note:
    first = lines[0]
    text = first.text
    if first.mark:
        text = f"{text[: first.mark].strip()}　{text[first.mark :].strip()}"
    elif match := NOTE.match(text):
        rest = text[match.end() :]
        text = f"{match['mark']}　{rest}" if rest else match["mark"] + "　"
    for line in lines[1:]:
        text = text + line.text if text.endswith("　") else join_lines(text, line.text)
    return Note(text, tuple(lines))
