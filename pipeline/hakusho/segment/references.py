"""Figures and tables by their captions, and the places of the text that point at other places."""

import re
from collections.abc import Iterator, Sequence

from hakusho.records import Block, CrossReference, Figure, Region, Section, Span
from hakusho.segment import reference_rules as rules
from hakusho.segment.line_rules import CAPTIONS
from hakusho.segment.lines import Line
from hakusho.segment.targets import Targets, squeezed
from hakusho.text.layout import Lines

# So far back the name of another text is looked for.
_BEFORE = 12
_POINTING = (Region.BODY, Region.LIST, Region.FOOTNOTE, Region.HEADING)
_NUMBERED_CAPTION = CAPTIONS[0].pattern


def find_figures(blocks: Sequence[Block], lines: Sequence[Line], text: str) -> tuple[Figure, ...]:
    """Return the numbered captions; what a table follows is a table, all else a figure."""
    figures = []
    starts, heads = {line.start: line for line in lines}, _heads_of_tables(blocks, text)
    for index, block in enumerate(blocks):
        if block.kind is not Region.CAPTION:
            continue
        raw = text[block.span.slice]
        line = starts.get(block.span.start + len(raw) - len(raw.lstrip()))
        match = _NUMBERED_CAPTION.match(line.text) if line else None
        if match and line and any(c.isdigit() or c in rules.CAPTION_NUMBERS for c in match["id"]):
            kind = _kind(match["id"], index in heads)
            printed = text[line.start : line.end]
            caption = printed[match.start("title") : match.end("title")].strip()
            figure_id = squeezed(printed[match.start("id") : match.end("id")])
            figures.append(Figure(figure_id, caption, kind, Span(line.start, line.end), line.number))
    return tuple(figures)


def _kind(printed: str, heads_table: bool) -> str:
    """Return what a caption names: 図 and 表 say so, 図表 and 資料 are what follows them."""
    usual = "figure" if printed.startswith(rules.MATERIAL) else _usual_kind(printed)
    named = usual == "table" or (rules.FIGURE in printed and rules.TABLE not in printed)
    return usual if named or not heads_table else "table"


def _heads_of_tables(blocks: Sequence[Block], text: str) -> set[int]:
    """Return where captions stand that a table follows, with nothing but captions without a number between."""
    heads: set[int] = set()
    behind = None
    for index in range(len(blocks) - 1, -1, -1):
        if blocks[index].kind is not Region.CAPTION:
            behind = blocks[index].kind
        elif behind is Region.TABLE:
            heads.add(index)
            if rules.NUMBERED_LINE.match(text, blocks[index].span.start):
                behind = None
    return heads


def find_cross_references(
    blocks: Sequence[Block], figures: Sequence[Figure], sections: Sequence[Section], text: str, printed: Lines
) -> tuple[CrossReference, ...]:
    """Return the pointers in prose, with what they point at; a caption or heading names itself and points nowhere."""
    targets = Targets(figures, sections)
    found = []
    for block in blocks:
        if block.kind not in _POINTING:
            continue
        for match in rules.REFERENCE.finditer(text, block.span.start, block.span.end):
            for ref, kind, span in _references(match, text, block.span.end, targets):
                target = targets.of(ref, kind, span.start)
                found.append(CrossReference(ref, kind, span, printed.line(span.start), target))
    return tuple(found)


def _references(match: re.Match[str], text: str, end: int, targets: Targets) -> Iterator[tuple[str, str, Span]]:
    in_title = targets.in_heading(match.start())
    if in_title and not (match["figure"] and rules.OPENED.search(text, max(0, match.start() - 2), match.start())):
        return
    if (reference := _reference(match, text, targets)) is None:
        return
    ref, position = reference[0], match.end()
    if targets.half_bracket and text.startswith(")", position) and rules.HALF_BRACKET.match(f"{ref})"):
        ref, position = f"{ref})", position + 1
    yield ref, targets.figure_kind(ref) or reference[1], Span(match.start(), position)
    word = rules.WORD_OF_FIGURE.match(reference[0])
    while match["figure"] and word and (more := rules.MORE.match(text, position, end)):
        ref = word.group() + more[more.lastgroup or 0]
        yield ref, targets.figure_kind(ref) or reference[1], Span(*more.span(more.lastgroup or 0))
        position = more.end()


def _usual_kind(ref: str) -> str:
    """Return what a number points at whose caption the document does not hold."""
    if ref.startswith(rules.MATERIAL):
        return "text"
    return "table" if rules.LATIN_TABLE.match(ref) or (rules.TABLE in ref and rules.FIGURE not in ref) else "figure"


def _reference(match: re.Match[str], text: str, targets: Targets) -> tuple[str, str] | None:
    ref = squeezed(match.group())
    if match["figure"]:
        kind = targets.figure_kind(ref)
        return ref, kind or _usual_kind(ref)
    if match["word"]:
        return ref, "text"
    if match["beside"]:
        return ref, "section"
    if match["numbered"] or match["item"]:
        return (ref, "section") if targets.of(ref, "section", match.start()) else None
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if match["section"] and (rules.OF_ANOTHER.search(before) or rules.TITLE_BEHIND.match(text, match.end())):
        return None
    if match["dotted"] and ref.startswith(rules.MATERIAL):
        return ref, "text"
    if match["box"] or match["dotted"] or ref.endswith(rules.SEE_WORD) or rules.POINTING.match(text, match.end()):
        return ref, "section"
    if targets.of(ref, "section", match.start()):
        return ref, "section"
    # 第5章第4節 in brackets or before 。 points; 第2章 as the subject of a sentence about another book may not.
    if rules.CHAPTER in ref and rules.SECTION in ref:
        return ref, "section"
    closed = text[match.end() : match.end() + 1] in rules.CLOSING
    return (ref, "section") if closed and rules.SECTION in ref else None
