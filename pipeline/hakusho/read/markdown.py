"""Markdown to blocks, with markdown-it: the text stays as it is, its marks too; blocks say what its lines are."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from hakusho.records import Block, Cell, Region, Span

_HEADING = re.compile(r" {0,3}(?:#{1,6}[ \t]+)?(?P<title>.*?)(?:(?<![ \t])[ \t]+#+)?(?:(?<![ \t])[ \t]*|)$")
_BAR = re.compile(r"(?<!\\)\|")


def read_markdown(text: str) -> tuple[Block, ...]:
    """Return the headings, programs and tables of a Markdown text, in order.

    >>> text = "# 概要\\n\\n本文。\\n\\n| 国 | 額 |\\n|---|---|\\n| 米国 | 1 |\\n"
    >>> [(block.kind.value, block.level) for block in read_markdown(text)]
    [('heading', 1), ('table', 0)]
    """
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    lines = _Lines(text)
    return tuple(sorted(_blocks(tokens, lines), key=lambda block: block.span))


class _Lines:
    """Where each line of a text begins and ends, as markdown-it counts them (LF only)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text)), len(text)]

    def span(self, first: int, behind: int) -> Span:
        start, end = self._starts[min(first, len(self._starts) - 1)], self._starts[min(behind, len(self._starts) - 1)]
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))


def _blocks(tokens: Sequence[Token], lines: _Lines) -> Iterator[Block]:
    for token in tokens:
        if token.map is None:
            continue
        if token.type == "heading_open":
            line = lines.span(token.map[0], token.map[0] + 1)
            if match := _HEADING.fullmatch(lines.text[line.slice]):
                title = Span(line.start + match.start("title"), line.start + match.end("title"))
                if len(title):
                    yield Block(Region.HEADING, title, level=int(token.tag[1:]))
        elif token.type == "fence" and _is_closed(token, lines):
            yield Block(Region.NAVIGATION, lines.span(token.map[0], token.map[1]))
        elif token.type == "table_open":
            yield Block(
                Region.TABLE,
                lines.span(token.map[0], token.map[1]),
                cells=tuple(_cells(token.map[0], token.map[1], lines)),
            )


def _is_closed(token: Token, lines: _Lines) -> bool:
    """Return whether a fence around a program has its second line: without it, all that follows is text."""
    first, behind = token.map or (0, 0)
    last = lines.span(behind - 1, behind)
    line = lines.text[last.slice].strip()
    return behind - 1 > first and line.startswith(token.markup) and not line.strip(token.markup[0])


def _cells(first: int, behind: int, lines: _Lines) -> Iterator[Cell]:
    row = 0
    for number in range(first, behind):
        if number == first + 1:
            # The rule below the header.
            continue
        line = lines.span(number, number + 1)
        raw = lines.text[line.slice]
        edges = [-1, *(match.start() for match in _BAR.finditer(raw)), len(raw)]
        pieces = [(a + 1, b) for a, b in zip(edges, edges[1:], strict=False)]
        if raw.lstrip().startswith("|"):
            pieces = pieces[1:]
        if raw.rstrip().endswith("|"):
            pieces = pieces[:-1]
        for column, (start, end) in enumerate(pieces):
            inner = raw[start:end]
            begin = line.start + start + len(inner) - len(inner.lstrip())
            yield Cell(row, column, Span(begin, begin + len(inner.strip())), header=row == 0)
        row += 1
