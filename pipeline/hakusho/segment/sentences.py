"""Sentences: split at full stops outside brackets, put together again across page breaks and lists."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hakusho.records import Block, Join, Region, Section, Sentence, Span
from hakusho.segment import sentence_rules as rules
from hakusho.segment.blocks import closed_share
from hakusho.segment.line_rules import ENDS_SENTENCE

_OPEN = "「『（(【［[〈《〔｢“"
_CLOSE = "」』）)】］]〉》〕｣”"
# Brackets that may follow a sentence, apart from it; but （株） begins a name.
_ASIDE = "（(【〔[［"
_PAIR = dict(zip(_CLOSE, _OPEN, strict=True))
_SIGN = re.compile(rf"[{re.escape(_OPEN)}{re.escape(_CLOSE)}。｡︒！？!?．]")
# What belongs to the stop: more stops, marks of notes, brackets that were closed only here.
_TAIL = re.compile(r"[。｡︒！？!?．]*(?:[⁽\[]?[¹²³⁴⁵⁶⁷⁸⁹⁰]+[⁾\]]?)*[」』）)]*(?=$|[^」』）)])")
_LAST_BRACKET = re.compile("[（(][^（()）]{1,200}[)）]$")
_SHORTEST_TORN = 30
_CLOSED_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Run:
    """Prose that reads as one: pieces of the text with what stands between each and the one before."""

    pieces: tuple[tuple[str, Span], ...]
    torn_by: str = ""
    kind: str = "body"


def split_runs(
    blocks: Sequence[Block],
    text: str,
    begins: Mapping[int, int],
    full: frozenset[int] = frozenset(),
    whole: bool = False,
) -> list[Run]:
    """Return the runs of prose: blocks, joined where a page break or a list interrupts a sentence.

    `begins` maps where a labelled paragraph starts to where its words do; `full` are the ends of lines that reach the
    margin of a wrapped text. Where paragraphs are `whole`, as a format without pages gives them, only one that breaks
    off at a particle goes on.
    """
    share = None if whole else closed_share(blocks, text)
    runs: list[Run] = []
    position = 0
    while position < len(blocks):
        block = blocks[position]
        if block.kind is Region.BODY:
            run, position = _run_from(blocks, position, text, share, begins, full)
            runs.append(run)
            continue
        if block.kind is Region.HEADING and rules.STOP.search(text[block.span.slice].rstrip()):
            runs.append(Run((("", _words(block.span, text, begins)),)))
        if block.kind is Region.LIST:
            runs.append(Run((("", _words(block.span, text, begins)),), kind="list"))
        position += 1
    return runs


def _run_from(
    blocks: Sequence[Block],
    position: int,
    text: str,
    share: float | None,
    begins: Mapping[int, int],
    full: frozenset[int],
) -> tuple[Run, int]:
    pieces = [("", _words(blocks[position].span, text, begins))]
    torn_by = ""
    while True:
        last = pieces[-1][1]
        if ENDS_SENTENCE.search(text[last.slice]):
            return Run(tuple(pieces), torn_by), position + 1
        carried = _over_list(blocks, position, text)
        behind = carried or _over_page_break(blocks, position, text, share, full)
        if behind is None:
            return Run(tuple(pieces), torn_by), position + 1
        if carried:
            items = [_item(blocks[i].span, text) for i in range(position + 1, behind)]
            pieces += [(" ", item) for item in items]
            pieces.append((" ", _trimmed(blocks[behind].span, text)))
            torn_by = "list"
        else:
            pieces.append(("", _trimmed(blocks[behind].span, text)))
            torn_by = torn_by or "page"
        position = behind


def _over_list(blocks: Sequence[Block], position: int, text: str) -> int | None:
    """A sentence that runs over a list begins again after it with a particle: 「…は、 ①… ②… の2部門から成る。」"""
    behind = position + 1
    while behind < len(blocks) and blocks[behind].kind is Region.LIST:
        behind += 1
    if behind == position + 1 or behind == len(blocks) or blocks[behind].kind is not Region.BODY:
        return None
    return behind if rules.CARRIES_ON.match(text[blocks[behind].span.slice].lstrip()) else None


def _over_page_break(
    blocks: Sequence[Block], position: int, text: str, share: float | None, full: frozenset[int]
) -> int | None:
    """A sentence that a page break tears goes on after notes and furniture, at the margin."""
    span = _trimmed(blocks[position].span, text)
    behind = position + 1
    while behind < len(blocks) and blocks[behind].kind in (Region.FOOTNOTE, Region.RUNNING_HEAD):
        behind += 1
    if behind == len(blocks) or blocks[behind].kind is not Region.BODY:
        return None
    if span.end in full and behind > position + 1 and blocks[position].print is None:
        return behind
    sure = share is not None and share >= _CLOSED_SHARE
    if len(span) < _SHORTEST_TORN or not (sure or _unfinished(span, share is None or behind > position + 1, text)):
        return None
    raw = text[blocks[behind].span.slice].lstrip("\r\n")
    if raw[:1] in " 　\t" or not _may_go_on(blocks, position, behind):
        return None
    return behind


def _unfinished(span: Span, parted: bool, text: str) -> bool:
    """Return whether a particle or comma stands last above the foot of a page."""
    return parted and bool(rules.UNFINISHED.search(text, span.start, span.end))


def _may_go_on(blocks: Sequence[Block], position: int, behind: int) -> bool:
    """Return whether print allows a sentence to go on: a reader who saw it has joined what stands side by side."""
    one, two = blocks[position].print, blocks[behind].print
    if one is None or two is None:
        return True
    parted = behind > position + 1 or blocks[position].page != blocks[behind].page
    return parted and not two.indented and one.framed == two.framed and abs(one.size - two.size) < 0.1 * two.size


def _trimmed(span: Span, text: str) -> Span:
    raw = text[span.slice]
    start = span.start + len(raw) - len(raw.lstrip())
    return Span(start, max(start, span.start + len(raw.rstrip())))


def _words(span: Span, text: str, begins: Mapping[int, int]) -> Span:
    trimmed = _trimmed(span, text)
    start = min(begins.get(trimmed.start, trimmed.start), trimmed.end)
    return _trimmed(Span(start, trimmed.end), text)


def _item(span: Span, text: str) -> Span:
    """An item that a sentence runs over keeps its number (①), not its bullet."""
    trimmed = _trimmed(span, text)
    bullet = rules.BULLET.match(text, trimmed.start, trimmed.end)
    return Span(bullet.end(), trimmed.end) if bullet else trimmed


# --- splitting -----------------------------------------------------------------------------------------------


def split_sentences(
    runs: Sequence[Run], joins: Sequence[Join], sections: Sequence[Section], text: str
) -> tuple[Sentence, ...]:
    """Return the sentences of the runs in order, with their repaired text.

    What has neither stop nor predicate, a nominal item or line, is not a sentence.
    """
    sentences: list[Sentence] = []
    gaps = {join.start: join for join in joins}
    starts = sorted(gaps)
    section_at = _SectionFinder(sections)
    for run in runs:
        for pieces in _split(run, text):
            sentence_id = f"s{len(sentences) + 1:05d}"
            repaired = "".join(gap + _closed(text, span, gaps, starts) for gap, span in pieces).strip()
            if repaired and (run.torn_by or _is_sentence(repaired, run.kind)):
                spans = tuple(span for _, span in pieces)
                kind = "bracket" if repaired[0] in "（(" and repaired[-1] in "）)" else run.kind
                sentences.append(Sentence(sentence_id, section_at(spans[0].start), repaired, spans, kind))
    return tuple(sentences)


def _is_sentence(text: str, kind: str) -> bool:
    """Return whether a piece of prose has a stop, or a predicate at its end.

    >>> [_is_sentence(text, "list") for text in ("調査を行う", "調査の実施", "（拍手）", "（後日、訂正した。）")]
    [True, False, False, True]
    """
    bracketed = text[0] in _ASIDE and text[-1] in _CLOSE
    inner = text[1:-1] if bracketed else _LAST_BRACKET.sub("", text) or text
    if rules.STOP.search(inner):
        return True
    if rules.LEADS.search(inner):
        return not bracketed
    return bool(rules.PREDICATE.search(inner)) and not rules.NOMINAL.search(inner) and len(inner) > 3 and not bracketed


def _closed(text: str, span: Span, gaps: dict[int, Join], starts: Sequence[int]) -> str:
    """Return the text of a span without the line breaks inside its paragraph."""
    raw = text[span.slice]
    if "\n" not in raw and "\r" not in raw:
        return raw
    closed, position = [], span.start
    for start in starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
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
    """Return the offsets after each sentence end of a span: full stops at which no bracket is open, and the end of
    a bracket that follows one."""
    signs = [(match.start(), match.group()) for match in _SIGN.finditer(text, span.start, span.end)]
    pairs = _pairs(signs)
    inside = _Inside(pairs)
    closing = dict(pairs)
    ends: list[int] = []
    last = span.start
    for offset, sign in signs:
        if sign in _ASIDE and offset in closing and offset >= last and not text[last:offset].strip():
            if not ends and not rules.STOP.search(text, offset, closing[offset]):
                continue
            if not rules.LEGAL_FORM.match(text, offset) and not rules.CLAUSE.match(text, offset):
                last = closing[offset] + 1
                ends.append(last)
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
        numbered = text[offset - 1].isdigit() and not rules.MARKED.search(text, max(0, offset - 3), offset)
        return not behind or not (numbered or behind.isdigit() or _LATIN.match(behind))
    return not behind or behind in "\r\n　 " or (text[offset - 1] > "\u3000" and behind > "\u3000")


_LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")


def _pairs(signs: Sequence[tuple[int, str]]) -> list[tuple[int, int]]:
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
    return pairs


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
