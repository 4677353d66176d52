"""Lines of print by their height: what stands side by side in a table, and where a table ends."""

from collections.abc import Iterable

from hakusho.read.pdf.pdf_rules import CAPTION, NOTE, SOURCE, UNIT
from hakusho.read.pdf.printed import PrintedLine

Level = list[PrintedLine]
# The most between the lines of a table, in sizes.
_FARTHEST = 2.6
# Lines so near one another, in sizes, stand side by side.
_SAME = 0.45


def levels(lines: Iterable[PrintedLine], same: float = _SAME) -> list[Level]:
    """Return lines by their height, from the top; those less than `same` sizes apart are one level."""
    found: list[Level] = []
    for line in sorted(lines, key=lambda line: (line.middle, line.x0)):
        if found and line.middle - found[-1][0].middle < same * line.size:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def is_far(above: Level, level: Level) -> bool:
    """Return whether a level stands too far below another to be of the same table."""
    return level[0].middle - above[0].middle > _FARTHEST * max(level[0].size, above[0].size)


def is_about_table(level: Level) -> bool:
    """Return whether a level is a caption, a source, a unit or a note, which stands around a table."""
    return len(level) == 1 and any(rule.match(level[0].text) for rule in (CAPTION, SOURCE, UNIT, NOTE))
