"""The lines of a text, with what classification needs of them."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from hakusho.segment import line_start_rules
from hakusho.segment.glued import GluedHeadings
from hakusho.segment.heading_rules import LABEL, SCHEMES

_LINE = re.compile(r"[^\r\n\u0085\u2028\u2029]*(?:\r\n|[\r\n\u0085\u2028\u2029])?")
_LINE_ENDS = "\r\n\u0085\u2028\u2029"
_SPACE = " \t　\u00a0\ufeff\u000b\u000c"
_LONGEST_GLUED = 1000
# A glued heading begins so near the end of its line, at most.
_LONGEST_TAIL = 90


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or the part of one where two run together. `text` is folded and without outer space.

    `start` and `end` bound the stripped text in the canonical text, `stop` is where the next line begins;
    `number` counts printed lines from 1. `column` and `edge` are where the printed text begins and ends, in columns:
    a full-width character is two.
    """

    number: int
    start: int
    end: int
    stop: int
    text: str
    indent: int
    column: int = 0
    edge: int = 0

    @property
    def blank(self) -> bool:
        return not self.text


def split_lines(text: str, folded: str, whole: Collection[int] = ()) -> list[Line]:
    """Return the lines of a text, given as printed and folded; they tile it, each up to the `stop` of its own.

    Those that begin at the offsets `whole` are never parted.

    >>> [line.text for line in split_lines(*["あ。\\r\\n　い"] * 2)]
    ['あ。', 'い']
    """
    glued = GluedHeadings(folded)
    lines: list[Line] = []
    for number, match in enumerate(_LINE.finditer(folded), 1):
        if match.start() == match.end():
            continue
        if match.start() in whole and not _opens_part(folded, match.start(), match.end()):
            parts = [(match.start(), match.start() + len(match.group().rstrip(_LINE_ENDS)))]
        else:
            parts = _parts(folded, match.start(), match.start() + len(match.group().rstrip(_LINE_ENDS)), glued)
        for start, end in [*parts[:-1], (parts[-1][0], match.end())]:
            lines.append(_line(folded, text, number, start, end))
    return lines


def _opens_part(folded: str, start: int, end: int) -> bool:
    """Return whether a line that hangs under its label is an article, or a numbered part with its title run in."""
    return bool(
        line_start_rules.ARTICLE.match(folded, start, end) or line_start_rules.NUMBERED_RUN_IN.match(folded, start, end)
    )


def _parts(folded: str, start: int, end: int, numbers: GluedHeadings) -> list[tuple[int, int]]:
    if run_in := line_start_rules.RUN_IN.match(folded, start, end):
        return [(start, run_in.start(1)), (run_in.start(1), end)]
    if article := line_start_rules.ARTICLE.match(folded, start, end):
        return [(start, article.end("number")), (article.end("number"), end)]
    if glued := line_start_rules.GLUED.search(folded, max(start, end - _LONGEST_TAIL), end):
        return [(start, glued.end()), (glued.end(), end)]
    if end - start < _LONGEST_GLUED and line_start_rules.CAPTION_OR_NOTE.match(folded, start, end):
        glued = line_start_rules.GLUED_TO_CAPTION.search(folded, max(start + 2, end - _LONGEST_TAIL), end)
        if glued and glued.start() > start + 2:
            return [(start, glued.start()), (glued.start(), end)]
    at = numbers.find(folded, start, end)
    return [(start, end)] if at is None else [(start, at), (at, end)]


def _line(folded: str, text: str, number: int, start: int, stop: int) -> Line:
    raw = folded[start:stop].rstrip(_LINE_ENDS)
    inner = raw.strip(_SPACE)
    indent = len(raw) - len(raw.lstrip(_SPACE))
    begin = start + indent
    column = columns(text[start:begin])
    edge = column + columns(text[begin : begin + len(inner)])
    return Line(number, begin, begin + len(inner), stop, inner, indent, column, edge)


def columns(printed: str) -> int:
    """Return how wide a text is printed, in half-width columns; a tab counts as four.

    >>> columns("総務省 ICT"), columns("\\t１")
    (10, 6)
    """
    if printed.isascii():
        return len(printed) + 3 * printed.count("\t")
    # Shift JIS spends a byte on each column of a character.
    return len(printed.encode("cp932", "replace")) + 3 * printed.count("\t")


@lru_cache(maxsize=16_384)
def numbered(text: str) -> "tuple[str, str, str, str] | None":
    """Return (scheme, number, value, title) of a line that begins with a number of some scheme; None for others.

    >>> numbered("(ア) ITU-R における取組")
    ('paren-kana', '(ア)', 'ア', 'ITU-R における取組')
    """
    if not line_start_rules.MAY_NUMBER.match(text):
        return None
    for scheme in SCHEMES:
        match = scheme.pattern.match(text)
        if match:
            name = scheme.name if scheme.name != LABEL else f"{LABEL} {match['label']}{len(match['over'])}"
            return name, match["number"], match["value"], text[match.end() :].strip(_SPACE)
    return None


def opens_chapter(text: str) -> bool:
    """Return whether a line begins with a number whose rank the language fixes: 第1部, 第2章, 第3節.

    >>> opens_chapter("第1節　総合戦略の推進"), opens_chapter("1　総合戦略の推進")
    (True, False)
    """
    parts = numbered(text)
    return parts is not None and parts[0] in _RANKED


_RANKED = frozenset(scheme.name for scheme in SCHEMES if scheme.rank)
