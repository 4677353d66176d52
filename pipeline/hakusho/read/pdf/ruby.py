"""Ruby: readings in small kana above a line."""

import re
from collections.abc import Sequence
from itertools import accumulate

from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.ruby_rules import READING

_RUBY = 0.62
# A file draws ruby within so many lines of what it explains.
_AROUND = 120
_KANA = re.compile("[\u3040-\u30ff・ー]+")


def may_be_ruby(ruby: PrintedLine, line: PrintedLine) -> bool:
    """Return whether a piece has the size and the signs of ruby next to a line."""
    return ruby.size < _RUBY * line.size and bool(_KANA.fullmatch(ruby.text))


def with_ruby(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Take ruby out of the lines and put it to the line that it stands above."""
    sizes = [line.size for line in lines]
    largest = max(sizes, default=0.0)
    small = [
        (place, line)
        for place, line in enumerate(lines)
        if not line.field and line.size < _RUBY * largest and _KANA.fullmatch(line.text)
    ]
    if not small:
        return list(lines)
    found: dict[int, list[PrintedLine]] = {}
    taken = set()
    for place, ruby in small:
        near = range(max(0, place - _AROUND), min(len(lines), place + _AROUND))
        below = next((i for i in near if _is_ruby(ruby, lines[i])), None)
        if below is not None:
            found.setdefault(below, []).append(ruby)
            taken.add(id(ruby))
    kept = [(i, line) for i, line in enumerate(lines) if id(line) not in taken]
    return [_explained(line, found[i]) if i in found else line for i, line in kept]


def _explained(line: PrintedLine, readings: Sequence[PrintedLine]) -> PrintedLine:
    places = tuple(_place(line, ruby.x1) for ruby in readings)
    return line._replace(ruby=tuple(ruby.text for ruby in readings), ruby_at=places)


def _place(line: PrintedLine, x: float) -> int:
    """Return how many characters of a line end at or before x, by the room that each takes."""
    rooms = [0.5 if sign.isascii() else 1.0 for sign in line.text]
    wanted = (x - line.x0) / max(1.0, line.x1 - line.x0) * sum(rooms)
    ends = list(accumulate(rooms))
    return min(range(len(ends)), key=lambda index: abs(ends[index] - wanted)) + 1


def with_readings(line: PrintedLine) -> PrintedLine:
    """Return a line with the readings above it behind what they explain."""
    if not line.ruby_at:
        return line
    text = line.text
    for place, reading in sorted(zip(line.ruby_at, line.ruby, strict=True), reverse=True):
        text = text[:place] + READING.format(reading) + text[place:]
    return line._replace(text=text, ruby=(), ruby_at=(), rooms=())


def _is_ruby(ruby: PrintedLine, line: PrintedLine) -> bool:
    """Return whether a piece is kana of half the size close above a line."""
    return (
        may_be_ruby(ruby, line)
        and line.x0 - 0.5 * line.size <= ruby.x0
        and ruby.x1 <= line.x1 + 0.5 * line.size
        and -0.3 * line.size <= line.y0 - ruby.y0 <= 0.9 * line.size
    )
