"""Sentences: split at full stops outside brackets, put together again across page breaks and lists."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from hakusho.records import Block, Join, Region, Section, Sentence, Span
from hakusho.segment.blocks import closed_share
from hakusho.segment.line_rules import ENDS_SENTENCE

_OPEN = "「『（(【［[〈《〔｢“"
_CLOSE = "」』）)】］]〉》〕｣”"
_PAIR = dict(zip(_CLOSE, _OPEN, strict=True))
_SIGN = re.compile(rf"[{re.escape(_OPEN)}{re.escape(_CLOSE)}。｡！？!?．]")
_TAIL = re.compile(
    r"[。｡！？!?]*[¹²³⁴⁵⁶⁷⁸⁹⁰]*(?:[（(](?:注|※|拍手|図|表|参照|笑)[^（()）]{0,24}[)）])*[」』）)]*(?=$|[^」』）)])"
)
_BULLET = re.compile(r"[ 　]*(?:[・･●○■□◆◇▪•‣]|[-*](?=[ 　]))[ 　]*")
# An item is prose where it ends as a sentence does, or in brackets behind one.
_HOLDS_SENTENCE = re.compile(rf"(?:{ENDS_SENTENCE.pattern})|[。．][（(][^（()）]*[）)]$")
_CARRIES_ON = re.compile(
    "[のをがにではとへもやか、]|から|まで|など|等|及び|又は|並びに|といった|として|により|について"
)
_SHORTEST_TORN = 30
_CLOSED_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Run:
    """Prose that reads as one: pieces of the text with what stands between each and the one before."""

    pieces: tuple[tuple[str, Span], ...]
    torn_by: str = ""


def split_runs(blocks: Sequence[Block], text: str) -> list[Run]:
    """Return the runs of prose: blocks, joined where a page break or a list interrupts a sentence."""
    share = closed_share(blocks, text)
    runs: list[Run] = []
    position = 0
    while position < len(blocks):
        block = blocks[position]
        if block.kind is Region.BODY:
            run, position = _run_from(blocks, position, text, share)
            runs.append(run)
            continue
        if block.kind is Region.LIST and _HOLDS_SENTENCE.search(text[block.span.slice].rstrip()):
            runs.append(Run((("", _without_bullet(block.span, text)),)))
        position += 1
    return runs


def _run_from(blocks: Sequence[Block], position: int, text: str, share: float) -> tuple[Run, int]:
    pieces = [("", _trimmed(blocks[position].span, text))]
    torn_by = ""
    while True:
        last = pieces[-1][1]
        if ENDS_SENTENCE.search(text[last.slice]):
            return Run(tuple(pieces), torn_by), position + 1
        carried = _over_list(blocks, position, text)
        behind = carried or _over_page_break(blocks, position, text, share)
        if behind is None:
            return Run(tuple(pieces), torn_by), position + 1
        if carried:
            items = [_without_bullet(blocks[i].span, text) for i in range(position + 1, behind)]
            pieces += [(" ", item) for item in items]
            pieces.append((" ", _trimmed(blocks[behind].span, text)))
            torn_by = "list"
        else:
            pieces.append(("", _trimmed(blocks[behind].span, text)))
            torn_by = torn_by or "page"
        position = behind


def _over_list(blocks: Sequence[Block], position: int, text: str) -> int | None:
    """A sentence that runs over a list begins again behind it with a particle: 「…は、 ①… ②… の2部門から成る。」"""
    behind = position + 1
    while behind < len(blocks) and blocks[behind].kind is Region.LIST:
        behind += 1
    if behind == position + 1 or behind == len(blocks) or blocks[behind].kind is not Region.BODY:
        return None
    return behind if _CARRIES_ON.match(text[blocks[behind].span.slice].lstrip()) else None


def _over_page_break(blocks: Sequence[Block], position: int, text: str, share: float) -> int | None:
    """A sentence that a page break tears goes on behind notes and furniture, at the margin."""
    span = _trimmed(blocks[position].span, text)
    if len(span) < _SHORTEST_TORN or share < _CLOSED_SHARE:
        return None
    # Where a reader saw the print, it has put together what a page tears.
    if blocks[position].print is not None:
        return None
    behind = position + 1
    while behind < len(blocks) and blocks[behind].kind in (Region.FOOTNOTE, Region.RUNNING_HEAD):
        behind += 1
    if behind == len(blocks) or blocks[behind].kind is not Region.BODY:
        return None
    raw = text[blocks[behind].span.slice].lstrip("\r\n")
    return None if raw[:1] in " 　\t" else behind


def _trimmed(span: Span, text: str) -> Span:
    raw = text[span.slice]
    start = span.start + len(raw) - len(raw.lstrip())
    return Span(start, max(start, span.start + len(raw.rstrip())))


def _without_bullet(span: Span, text: str) -> Span:
    trimmed = _trimmed(span, text)
    bullet = _BULLET.match(text, trimmed.start, trimmed.end)
    return Span(bullet.end(), trimmed.end) if bullet else trimmed


# --- splitting -----------------------------------------------------------------------------------------------


def split_sentences(
    runs: Sequence[Run], joins: Sequence[Join], sections: Sequence[Section], text: str
) -> tuple[Sentence, ...]:
    """Return the sentences of the runs in order, with their repaired text."""
    sentences: list[Sentence] = []
    gaps = {join.start: join for join in joins}
    section_at = _SectionFinder(sections)
    for run in runs:
        for pieces in _split(run, text):
            sentence_id = f"s{len(sentences) + 1:05d}"
            repaired = "".join(gap + _closed(text, span, gaps) for gap, span in pieces).strip()
            if repaired:
                spans = tuple(span for _, span in pieces)
                sentences.append(Sentence(sentence_id, section_at(spans[0].start), repaired, spans))
    return tuple(sentences)


def _closed(text: str, span: Span, gaps: dict[int, Join]) -> str:
    """Return the text of a span without the line breaks inside its paragraph."""
    raw = text[span.slice]
    if "\n" not in raw and "\r" not in raw:
        return raw
    closed, position = [], span.start
    for start in sorted(start for start in gaps if span.start <= start < span.end):
        closed += [text[position:start], gaps[start].replacement]
        position = gaps[start].end
    return "".join(closed) + text[position : span.end]


def _split(run: Run, text: str) -> list[list[tuple[str, Span]]]:
    """Cut a run at its full stops; a piece that holds none is carried on into the next."""
    sentences: list[list[tuple[str, Span]]] = [[]]
    for gap, span in run.pieces:
        start = span.start
        for end in _boundaries(text, span):
            sentences[-1].append((gap, _trimmed(Span(start, end), text)))
            sentences.append([])
            start, gap = end, ""
        if text[start : span.end].strip():
            sentences[-1].append((gap, _trimmed(Span(start, span.end), text)))
    return [[("" if i == 0 else gap, span) for i, (gap, span) in enumerate(pieces)] for pieces in sentences if pieces]


def _boundaries(text: str, span: Span) -> list[int]:
    """Return the offsets behind each sentence end of a span: full stops at which no bracket is open."""
    signs = [(match.start(), match.group()) for match in _SIGN.finditer(text, span.start, span.end)]
    inside = _bracketed(signs)
    ends, last = [], span.start
    for offset, sign in signs:
        if sign in _PAIR or sign in _OPEN or offset < last or inside(offset):
            continue
        if sign in "．!?" and not _ends_latin(text, offset, span.end):
            continue
        tail = _TAIL.match(text, offset, span.end)
        last = tail.end() if tail else offset + 1
        ends.append(last)
    return ends


def _ends_latin(text: str, offset: int, end: int) -> bool:
    """．, ! and ? end a sentence before white space, a bracket or Japanese, not inside 1．5 or Yahoo!ニュース."""
    behind = text[offset + 1 : offset + 2] if offset + 1 < end else ""
    if text[offset] == "．":
        return not behind or not (behind.isdigit() or (behind.isspace() and text[offset - 1].isdigit()))
    return not behind or behind in "\r\n　 "


def _bracketed(signs: Sequence[tuple[int, str]]) -> "_Inside":
    """Pair brackets; one without a partner (the bracket of 1), a misprint) opens nothing."""
    stack: list[tuple[int, str]] = []
    pairs: list[tuple[int, int]] = []
    for offset, sign in signs:
        if sign in _OPEN:
            stack.append((offset, sign))
        elif sign in _PAIR:
            for depth in range(len(stack) - 1, max(-1, len(stack) - 6), -1):
                if stack[depth][1] == _PAIR[sign]:
                    pairs.append((stack[depth][0], offset))
                    del stack[depth:]
                    break
    return _Inside(pairs)


class _Inside:
    """Tells whether an offset lies inside a pair of brackets; asked in ascending order."""

    def __init__(self, pairs: list[tuple[int, int]]) -> None:
        self._pairs = sorted(pairs)
        self._next = 0
        self._until = -1

    def __call__(self, offset: int) -> bool:
        while self._next < len(self._pairs) and self._pairs[self._next][0] < offset:
            self._until = max(self._until, self._pairs[self._next][1])
            self._next += 1
        return offset < self._until


class _SectionFinder:
    """Returns the innermost section of an offset; sections are in document order."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._starts = [section.heading.start for section in sections]
        self._ids = [section.section_id for section in sections]

    def __call__(self, offset: int) -> str:
        index = bisect_right(self._starts, offset) - 1
        return self._ids[index] if index >= 0 else ""
