"""Characters of a printed page to lines of print; thresholds are in units of the type size."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

# A gap inside a line: wider ones part the columns of a table or of the page.
_WORD_GAP = 0.12
# The room of a full-width space that the file did not write.
_SPACE_GAP = 0.6
# More than justification spreads Japanese characters.
_THIN_GAP = 0.18
_RUN_GAP = 1.2
LATIN = re.compile("[A-Za-z0-9,;.%)]")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A piece of print with its box, in points, y growing downwards, and its type size."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class Glyph(PrintedLine):
    """One character; `spaced` where PDFium sees a space before it that the file does not write."""

    spaced: bool = False


def is_vertical(glyphs: Sequence[Glyph]) -> bool:
    """Return whether a page is set in vertical lines: most characters stand below the one before."""
    below = beside = 0
    for one, two in zip(glyphs, glyphs[1:], strict=False):
        if abs(two.x0 - one.x0) < one.size * 0.5 and 0 < two.y0 - one.y0 < one.size * 2:
            below += 1
        elif abs(two.y0 - one.y0) < one.size * 0.5 and 0 < two.x0 - one.x0 < one.size * 2:
            beside += 1
    return below > 2 * beside and below > 10


def turned(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Turn a vertical page so that its lines run from left to right and follow one another downwards."""
    return [Glyph(g.text, g.y0, -g.x1, g.y1, -g.x0, g.size, g.spaced) for g in glyphs]


def printed_lines(glyphs: Sequence[Glyph]) -> list[PrintedLine]:
    """Return the lines of a page in the order that its characters come; a wide gap begins a new one."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _continues(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return _merged([_line(run) for run in _holes_filled(runs)])


def _holes_filled(runs: list[list[Glyph]]) -> list[list[Glyph]]:
    """Put a sign of another font, which a file may draw after the line, into the hole that the line keeps for it."""
    kept: list[list[Glyph]] = []
    for run in runs:
        host = next((other for other in reversed(kept[-3:]) if len(run) <= 3 and _has_hole(other, run)), None)
        if host is None:
            kept.append(run)
        else:
            host[:] = sorted([*host, *run], key=lambda glyph: glyph.x0)
    return kept


def _has_hole(line: list[Glyph], run: list[Glyph]) -> bool:
    first, last = run[0], run[-1]
    if abs((line[0].y0 + line[0].y1) - (first.y0 + first.y1)) > first.size:
        return False
    return any(one.x1 - 1 <= first.x0 and last.x1 <= two.x0 + 1 for one, two in zip(line, line[1:], strict=False))


def _continues(last: Glyph, glyph: Glyph) -> bool:
    height = max(last.size, glyph.size)
    overlap = min(last.y1, glyph.y1) - max(last.y0, glyph.y0)
    level = overlap > 0.3 * min(last.y1 - last.y0, glyph.y1 - glyph.y0, height)
    return level and -0.6 * height < glyph.x0 - last.x1 < _RUN_GAP * height


def _line(run: Sequence[Glyph]) -> PrintedLine:
    parts = [run[0].text]
    spread = _spread(run)
    for last, glyph in zip(run, run[1:], strict=False):
        parts += [_room(last, glyph, spread), glyph.text]
    size = statistics.median(glyph.size for glyph in run)
    return PrintedLine(
        "".join(parts).strip(),
        min(g.x0 for g in run),
        min(g.y0 for g in run),
        max(g.x1 for g in run),
        max(g.y1 for g in run),
        size,
    )


def _spread(run: Sequence[Glyph]) -> float:
    """Return how far justification moved the Japanese characters of a line apart, in points."""
    gaps = [
        two.x0 - one.x1
        for one, two in zip(run, run[1:], strict=False)
        if not (one.text.isascii() or two.text.isascii() or one.text.isspace() or two.text.isspace())
    ]
    return max(0.0, statistics.median(gaps)) if gaps else 0.0


def _room(last: Glyph, glyph: Glyph, spread: float) -> str:
    """Return the space that a gap between two characters stands for, beyond what the line is spread by."""
    gap = (glyph.x0 - last.x1 - spread) / max(last.size, glyph.size)
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
    return " " if glyph.spaced and gap > _THIN_GAP else ""


def _beside(last: PrintedLine, line: PrintedLine) -> bool:
    """Return whether a piece of print goes on a line: raised marks stand higher, and their boxes may be large."""
    size = max(last.size, line.size)
    raised = min(len(last.text), len(line.text)) <= 3
    near = abs(last.middle - line.middle) < (1.0 if raised else 0.7) * size
    return near and -0.5 < (line.x0 - last.x1) / size < _RUN_GAP


def _merged(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Put neighbours on one baseline together, as raised marks and changes of font part them."""
    merged: list[PrintedLine] = []
    for line in lines:
        if not line.text:
            continue
        last = merged[-1] if merged else None
        if last is not None and _beside(last, line):
            gap = " " if line.x0 - last.x1 > last.size and not line.text.startswith(" ") else ""
            # A raised mark does not move the line that it is on.
            body = max(last, line, key=lambda piece: len(piece.text))
            merged[-1] = PrintedLine(last.text + gap + line.text, last.x0, body.y0, line.x1, body.y1, body.size)
        else:
            merged.append(line)
    return merged
