"""Figures and tables by their captions, and the places of the text that point at other places."""

import re
from collections.abc import Sequence

from hakusho.records import Block, CrossReference, Figure, Region, Span
from hakusho.segment.line_rules import CAPTIONS
from hakusho.segment.lines import Line
from hakusho.text.layout import Lines

_NUMBERED_CAPTION = CAPTIONS[0].pattern
_DIGIT = "[0-9０-９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ一二三四五六七八九十]"
_PLACE = rf"第[ 　]?{_DIGIT}{{1,3}}[ 　]?[部編章節款項]"
_NUMBER = r"[0-9０-９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ](?:[0-9０-９]|[-－‐・.](?=[0-9０-９]))*"
_REFERENCE = re.compile(
    rf"(?P<section>(?:{_PLACE}[ 　]?)+(?:を?参照)?)"
    rf"|(?P<figure>(?:図表|図|表|資料)[ 　]?{_NUMBER}|第[ 　]?{_NUMBER}[ 　]?[図表])"
    rf"|(?P<dotted>(?<![0-9０-９.-])[0-9]{{1,2}}(?:-[0-9]{{1,2}}){{1,3}}(?:[(（][0-9０-９]{{1,2}}[)）])?[ 　]?参照)"
    rf"|(?P<word>前述|後述|前掲|後掲|本[章節項](?!的)|前[章節](?!的)|次[章節])"
)
_POINTING = re.compile("参照|で(?:述べ|後述|前述)|に(?:述べ|記述|記載)|のとおり")


def find_figures(blocks: Sequence[Block], lines: Sequence[Line], text: str) -> tuple[Figure, ...]:
    """Return the numbered captions; what a table follows is a table, all else a figure."""
    figures = []
    starts = {line.start: line for line in lines}
    for index, block in enumerate(blocks):
        if block.kind is not Region.CAPTION:
            continue
        raw = text[block.span.slice]
        line = starts.get(block.span.start + len(raw) - len(raw.lstrip()))
        match = _NUMBERED_CAPTION.match(line.text) if line else None
        if match and line and any(c.isdigit() or c in "ⅠⅡⅢⅣⅤ一二三四五六七八九十" for c in match["id"]):
            kind = "table" if _heads_table(blocks, index) else "figure"
            printed = text[line.start : line.end]
            caption = printed[match.start("title") :].strip()
            figures.append(Figure(squeezed(match["id"]), caption, kind, Span(line.start, line.end), line.number))
    return tuple(figures)


def _heads_table(blocks: Sequence[Block], index: int) -> bool:
    behind = index + 1
    while behind < len(blocks) and blocks[behind].kind is Region.CAPTION:
        behind += 1
    return behind < len(blocks) and blocks[behind].kind is Region.TABLE


def squeezed(identifier: str) -> str:
    """Return an identifier without its spaces: 図表 5-7-1-1 is 図表5-7-1-1."""
    return re.sub(r"[ 　]", "", identifier)


def find_cross_references(
    blocks: Sequence[Block], figures: Sequence[Figure], text: str, printed: Lines
) -> tuple[CrossReference, ...]:
    """Return the pointers in prose; a caption or heading names itself and points nowhere."""
    kinds = {figure.figure_id: figure.kind for figure in figures}
    found = []
    for block in blocks:
        if block.kind not in (Region.BODY, Region.LIST, Region.FOOTNOTE):
            continue
        for match in _REFERENCE.finditer(text, block.span.start, block.span.end):
            if reference := _reference(match, text, kinds):
                ref, kind = reference
                line = printed.line(match.start())
                found.append(CrossReference(ref, kind, Span(match.start(), match.end()), line))
    return tuple(found)


def _reference(match: re.Match[str], text: str, kinds: dict[str, str]) -> tuple[str, str] | None:
    ref = squeezed(match.group())
    if match["figure"]:
        return ref, kinds.get(ref, "table" if "図" not in ref else "figure")
    if match["word"]:
        return ref, "text"
    if match["dotted"] or ref.endswith("参照") or _POINTING.match(text, match.end()):
        return ref, "section"
    # 第5章第4節 in brackets or before 。 points; 第2章 as the subject of a sentence about another book may not.
    return (ref, "section") if text[match.end() : match.end() + 1] in "）)」、" and "節" in ref else None
