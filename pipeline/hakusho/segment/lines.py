"""The lines of a text, with what classification needs of them."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from hakusho.segment.heading_rules import SCHEMES
from hakusho.segment.line_rules import CAPTION_ID

_LINE = re.compile(r"[^\r\n\u0085\u2028\u2029]*(?:\r\n|[\r\n\u0085\u2028\u2029])?")
_SPACE = " \t　\u00a0\ufeff\u000b\u000c"
# Text of two pages run together without a line break: the last full stop or address of one, a heading or caption
# of the next. ("…開催される予定である。2　国際協力の推進")
_GLUED = re.compile(
    rf"(?:(?<=[。）)])|(?<=参照)|(?<=決定)|(?<=現在))"
    rf"(?=(?:第[0-9一二三四五六七八九十]{{1,3}}[部章節][ 　]|[0-9０-９]{{1,2}}　|[（(][0-9０-９]{{1,2}}[)）](?=[^)）]{{2}})"
    rf"|{CAPTION_ID}　)[^。\r\n]{{2,60}}$)"
)
# A heading that its text follows on the same line, which no term with its definition is. ("(1) フランス　本年1月9日日本側は…が開かれた。")
_RUN_IN = re.compile(
    r"[ 　]*[(（]?[0-9一二三四五六七八九十アイウエオ]{1,2}[)）.．][ 　]*"
    r"[^ 　。、はをにがで(（]{2,16}(　)(?=[^ 　].{20,}。)(?!.*をい[うい])"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or the part of one where two run together. `text` is folded and without outer space.

    `start` and `end` bound the stripped text in the canonical text, `stop` is where the next line begins;
    `number` counts printed lines from 1.
    """

    number: int
    start: int
    end: int
    stop: int
    text: str
    indent: int

    @property
    def blank(self) -> bool:
        return not self.text


def split_lines(text: str, folding: Mapping[int, str], whole: Collection[int] = ()) -> list[Line]:
    """Give the lines of a text; they tile it, each up to the `stop` of its own.

    Those that begin at the offsets `whole` are never parted.

    >>> [line.text for line in split_lines("あ。\\r\\n　い", {})]
    ['あ。', 'い']
    """
    folded = text.translate(folding)
    lines: list[Line] = []
    for number, match in enumerate(_LINE.finditer(folded), 1):
        if match.start() == match.end():
            continue
        parts = _parts(folded, match.start(), match.end()) if match.start() not in whole else [match.span()]
        for start, end in parts:
            lines.append(_line(folded, number, start, end))
    return lines


def _parts(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    if run_in := _RUN_IN.match(folded, start, end):
        return [(start, run_in.start(1)), (run_in.start(1), end)]
    if glued := _GLUED.search(folded, start, end):
        return [(start, glued.start()), (glued.start(), end)]
    return [(start, end)]


def _line(folded: str, number: int, start: int, stop: int) -> Line:
    raw = folded[start:stop].rstrip("\r\n\u0085\u2028\u2029")
    inner = raw.strip(_SPACE)
    indent = len(raw) - len(raw.lstrip(_SPACE))
    return Line(number, start + indent, start + indent + len(inner), stop, inner, indent)


def numbered(text: str) -> "tuple[str, str, str, str] | None":
    """Give (scheme, number, value, title) of a line that begins with a number of some scheme; None for others.

    >>> numbered("(ア) ITU-R における取組")
    ('paren-kana', '(ア)', 'ア', 'ITU-R における取組')
    """
    for scheme in SCHEMES:
        match = scheme.pattern.match(text)
        if match:
            return scheme.name, match["number"], match["value"], text[match.end() :].strip(_SPACE)
    return None


def opens_chapter(text: str) -> bool:
    """Tell whether a line begins with a number whose rank the language fixes: 第1部, 第2章, 第3節.

    >>> opens_chapter("第1節　総合戦略の推進"), opens_chapter("1　総合戦略の推進")
    (True, False)
    """
    parts = numbered(text)
    return parts is not None and parts[0] in _RANKED


_RANKED = frozenset(scheme.name for scheme in SCHEMES if scheme.rank)
