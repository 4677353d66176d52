"""Characters of a printed page to lines of print; thresholds are in units of the type size."""

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from itertools import compress, pairwise, repeat
from operator import and_, sub

from hakusho.read.pdf.glyphs import Face, Glyph
from hakusho.read.pdf.pdf_rules import BRACKETED_LABEL, COUNTER
from hakusho.read.pdf.printed import PrintedLine, Room
from hakusho.read.pdf.ruby import may_be_ruby, with_ruby
from hakusho.read.pdf.stacks import Run, holes_filled, stacked

# A gap inside a line: wider ones part the columns of a table or of the page.
_WORD_GAP = 0.12
# The room of a full-width space that the file did not write.
_SPACE_GAP = 0.6
# More than justification spreads Japanese characters.
_THIN_GAP = 0.18
_RUN_GAP = 1.2
_DIGITS, _LABEL_PARTS = 3, 24
# How far a character may follow the one before: kerning and overprinting.
_BACK = -0.6
# Ruby is set at half the size of what it explains.
_SMALL = 0.8
# A mark that is raised may be nearly as large as what it stands at.
_RAISED = 0.9
_LAST_LATIN = "\u02ff"
LATIN = re.compile("[A-Za-z0-9,;.%)]")
# Signs that bring half a character of room with them.
_SIGN = re.compile("[\u3001-\u3003\u3008-\u3011\u3014-\u301f\u30fb\uff08-\uff0e\uff1a-\uff1f]")


# --- runs ------------------------------------------------------------------------------------------------------


def printed_lines(glyphs: Sequence[Glyph], fields: Sequence[int] | None = None) -> list[PrintedLine]:
    """Return the lines of a page in the order that its characters come; a wide gap begins a new one.

    `fields` tells for each character which field of a table it stands in (0: none); no line spans two.
    """
    runs = _runs(glyphs, fields)
    lines = [line for field, run in holes_filled(stacked(runs)) if (line := _line(run, field)) is not None]
    merged = _merged(lines)
    freed = with_ruby(merged)
    return merged if len(freed) == len(merged) else _merged(freed)


def _runs(glyphs: Sequence[Glyph], fields: Sequence[int] | None) -> list[Run]:
    runs: list[Run] = []
    run: list[Glyph] = []
    at, printed = -1, None
    top = end = least = most = 0.0
    for field, glyph in zip(fields or repeat(0), glyphs, strict=False):
        _, x0, y0, x1, y1, face, _ = glyph
        # Most characters follow one another on a line in one face; the rest is weighed.
        if y0 == top and face is printed and least < x0 - end < most and field == at and y0 != y1:
            run.append(glyph)
            end = x1
            continue
        if run and y0 == y1:
            glyph = _levelled(glyph, run[-1])
        if run and field == at and _continues(run[-1], glyph):
            run.append(glyph)
        else:
            run = [glyph]
            runs.append((field, run))
        at, printed, top, end = field, face, glyph.y0, x1
        least, most = _BACK * face.size, _RUN_GAP * face.size
    return runs


def _levelled(glyph: Glyph, last: Glyph) -> Glyph:
    """Return a space that has no height with that of the character before it, where it stands on its line."""
    if glyph.text.isspace() and last.y0 - 1 <= glyph.y0 <= last.y1 + 1:
        return glyph._replace(y0=last.y0, y1=last.y1)
    return glyph


def _continues(last: Glyph, glyph: Glyph) -> bool:
    height = max(last[5].size, glyph[5].size)
    if not _BACK * height < glyph[1] - last[3] < _RUN_GAP * height:
        return False
    if glyph[2] == last[2]:
        return True
    overlap = min(last.y1, glyph.y1) - max(last.y0, glyph.y0)
    return overlap > 0.3 * min(last.y1 - last.y0, glyph.y1 - glyph.y0, height)


# --- lines -----------------------------------------------------------------------------------------------------


def _line(run: Sequence[Glyph], field: int) -> PrintedLine | None:
    """Return the line of a run, without the spaces at its ends; None for nothing but spaces."""
    begin, end = 0, len(run)
    while begin < end and run[begin].text.isspace():
        begin += 1
    while end > begin and run[end - 1].text.isspace():
        end -= 1
    if begin == end:
        return None
    run = run[begin:end]
    below = len(run) > 1 and run[-1].y0 >= run[0].y1 - 0.3 * run[0].face.size and run[-1].x0 < run[0].x1
    signs, lefts, tops, rights, bottoms, faces, _ = zip(*run, strict=True)
    face, even = _usual(signs, faces)
    # A raised mark does not move the line that it is on.
    level = run if even or below else [glyph for glyph in run if glyph.face is face]
    # Where no gap is as wide as a space, the text is its characters.
    close = even and max(map(sub, lefts[1:], rights), default=0.0) <= _WORD_GAP * face.size
    text, rooms = ("".join(signs), ()) if close else _words(run)
    top = min(tops) if level is run else min([glyph[2] for glyph in level])
    bottom = max(bottoms) if level is run else max([glyph[4] for glyph in level])
    return PrintedLine(
        "".join(signs) if below else text,
        min(lefts),
        top,
        max(rights),
        bottom,
        face.size,
        face.bold,
        face.gothic,
        field,
        below,
        face.hidden,
        mark=0 if even else _mark(run, face.size, (top + bottom) / 2),
        wide=sum(map(_LAST_LATIN.__lt__, signs)),
        tail=0 if even else _mark(run[::-1], face.size, (top + bottom) / 2),
        weight=face.weight,
        opens_in=(face.weight, face.gothic) if even else _weight(run, face),
        ends_in=(face.weight, face.gothic) if even else _weight(run[::-1], face),
        rooms=() if below else rooms,
    )


def _weight(run: Sequence[Glyph], usual: Face) -> tuple[int, bool]:
    """Return the weight of the first Japanese character of a run, and whether it is Gothic."""
    face = next((glyph.face for glyph in run if glyph.text > _LAST_LATIN), usual)
    return face.weight, face.gothic


def _mark(run: Sequence[Glyph], size: float, middle: float) -> int:
    """Return how many characters at the beginning are small, or a little smaller and raised."""
    mark = 0
    for glyph in run:
        raised = glyph.face.size < _RAISED * size and (glyph.y0 + glyph.y1) / 2 < middle - 0.05 * size
        if not raised and glyph.face.size >= _SMALL * size:
            break
        mark += 1
    return mark


def _usual(signs: Sequence[str], faces: Sequence[Face]) -> tuple[Face, bool]:
    """Return the face that most characters of a run are printed in, and whether all of them are."""
    first = faces[0]
    if faces.count(first) == len(faces):
        return first, True
    wide = map(_LAST_LATIN.__lt__, signs)
    counts = Counter(compress(faces, wide)) or Counter(faces)
    return max(counts, key=lambda face: (counts[face], face.size)), False


def _words(run: Sequence[Glyph]) -> tuple[str, tuple[Room, ...]]:
    """Return the text of a run, with the spaces that its gaps stand for, and the wide ones of its gaps."""
    parts = [run[0].text]
    rooms: list[Room] = []
    spread = -1.0
    last = run[0]
    for glyph in run[1:]:
        if glyph[1] - last[3] > _WORD_GAP * glyph[5].size:
            if spread < 0:
                spread = _spread(run)
            parts.append(_room(last, glyph, spread) or _room_of_label(parts, glyph))
            if glyph[1] - last[3] > _SPACE_GAP * glyph[5].size:
                rooms.append((sum(map(len, parts)), last[3], glyph[1]))
        parts.append(glyph[0])
        last = glyph
    return "".join(parts), tuple(rooms)


def _room_of_label(parts: Sequence[str], glyph: Glyph) -> str:
    """Return the space behind the label that a line begins with, however narrow: a number, or 第一条（目的）."""
    if not glyph.spaced or len(parts) > _LABEL_PARTS:
        return ""
    text = "".join(parts)
    if text.isdigit():
        return " " if len(parts) <= _DIGITS and not COUNTER.match(glyph.text) else ""
    return "　" if BRACKETED_LABEL.fullmatch(text) else ""


def _spread(run: Sequence[Glyph]) -> float:
    """Return how far justification moved the Japanese characters of a line apart, in points."""
    wide = [not (glyph[0].isascii() or glyph[0].isspace()) for glyph in run]
    gaps = [two[1] - one[3] for (one, two), told in zip(pairwise(run), map(and_, wide, wide[1:]), strict=True) if told]
    return max(0.0, statistics.median(gaps)) if gaps else 0.0


def _room(last: Glyph, glyph: Glyph, spread: float) -> str:
    """Return the space that a gap between two characters stands for, beyond what the line is spread by."""
    gap = (glyph.x0 - last.x1 - spread) / max(last.face.size, glyph.face.size)
    if last.text.isspace() or glyph.text.isspace():
        return ""
    latin = bool(LATIN.match(last.text)) + bool(LATIN.match(glyph.text))
    if latin == 2:
        return " " if gap > _WORD_GAP else ""
    if latin == 1 and gap <= _SPACE_GAP:
        # Typesetters leave a quarter of an em between Japanese and Latin.
        return ""
    if gap > _SPACE_GAP:
        return "　"
    thin = glyph.spaced and gap > _THIN_GAP and not _SIGN.match(glyph.text) and not _SIGN.match(last.text)
    return " " if thin else ""


def _merged(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Put neighbours on one baseline together, as raised marks and changes of font part them."""
    merged: list[PrintedLine] = []
    for line in lines:
        last = merged[-1] if merged else None
        if last is not None and last.field == line.field and not line.turned and _beside(last, line):
            merged[-1] = _one_behind(last, line)
        else:
            merged.append(line)
    return merged


def _beside(last: PrintedLine, line: PrintedLine) -> bool:
    """Return whether a piece of print goes on a line: raised marks stand higher, and their boxes may be large."""
    size = max(last.size, line.size)
    raised = min(len(last.text), len(line.text)) <= 3
    near = abs(last.middle - line.middle) < (1.0 if raised else 0.7) * size
    return (
        near
        and -0.5 < (line.x0 - last.x1) / size < _RUN_GAP
        and not may_be_ruby(line, last)
        and not may_be_ruby(last, line)
    )


def _one_behind(last: PrintedLine, line: PrintedLine) -> PrintedLine:
    gap = " " if line.x0 - last.x1 > last.size and not line.text.startswith(" ") else ""
    # A raised mark does not move the line that it is on.
    body = max(last, line, key=lambda piece: (piece.size > 0.8 * max(last.size, line.size), len(piece.text)))
    mark = len(last.text) if last.size < _SMALL * line.size else last.mark
    tail = len(line.text) if line.size < _SMALL * last.size else line.tail
    text = last.text + gap + line.text
    ruby = last.ruby + line.ruby
    ruby_at = last.ruby_at + tuple(place + len(last.text + gap) for place in line.ruby_at)
    return body._replace(
        text=text,
        ruby=ruby,
        ruby_at=ruby_at,
        wide=last.wide + line.wide,
        x0=min(last.x0, line.x0),
        x1=max(last.x1, line.x1),
        mark=mark,
        tail=tail,
        opens_in=last.opens_in,
        ends_in=line.ends_in,
        rooms=last.rooms + _rooms_behind(last, line, len(last.text + gap)),
    )


def _rooms_behind(last: PrintedLine, line: PrintedLine, length: int) -> tuple[Room, ...]:
    """Return the gaps of the second of two pieces, and that between them, counted from the beginning of the first."""
    between = [(length, last.x1, line.x0)] if line.x0 - last.x1 > _SPACE_GAP * line.size else []
    return (*between, *((place + length, x0, x1) for place, x0, x1 in line.rooms))
