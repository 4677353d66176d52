"""Figures and tables by their captions, and the places of the text that point at other places."""

import re
from collections.abc import Iterator, Sequence

from hakusho.records import Block, CrossReference, Figure, Region, Section, Span
from hakusho.segment.line_rules import CAPTIONS
from hakusho.segment.lines import Line
from hakusho.segment.targets import Targets, squeezed
from hakusho.text.layout import Lines

_NUMBERED_CAPTION = CAPTIONS[0].pattern
_DIGIT = "[0-9０-９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ一二三四五六七八九十]"
_DASH = "[-－‐–─・.．]"
_PLACE = rf"第[ 　]?{_DIGIT}{{1,3}}[ 　]?[部編章節]|第[0-9０-９]{{1,2}}(?:[.．][0-9０-９]{{1,2}}){{1,3}}[章節]"
_INNER = r"(?:[0-9０-９]{1,2}(?![0-9０-９年月]))?(?:[(（][0-9０-９]{1,2}[)）])?"
_NUMBER = rf"(?:[\[［][0-9０-９]{{1,2}}[\]］]|{_DASH}?[0-9０-９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ](?:[0-9０-９]|{_DASH}(?=[0-9０-９]))*)"
_KANJI_NUMBER = rf"[一二三四五六七八九十]{{1,3}}(?:{_DASH}[一二三四五六七八九十〇]{{1,3}})*"
_SEE = "(?:を?参照)?"
_REFERENCE = re.compile(
    rf"(?P<section>(?:(?:{_PLACE})[ 　]?)+{_INNER}{_SEE})"
    rf"|(?P<figure>(?:図表|図|表|資料)[ 　]?{_NUMBER}{_SEE}"
    rf"|第[ 　]?(?:{_NUMBER}|{_KANJI_NUMBER})[ 　]?(?:図表|[図表]){_SEE}"
    rf"|(?<![0-9０-９A-Za-z第]){_DIGIT}{{1,2}}(?:{_DASH}{_DIGIT}{{1,2}})+[ 　]?(?:図表|[図表])(?![示明]){_SEE})"
    rf"|(?P<box>(?:コラム|BOX|トピックス?)[ 　]?{_NUMBER}{_SEE})"
    rf"|(?P<dotted>(?<![0-9０-９.-])[0-9]{{1,2}}(?:-[0-9]{{1,2}}){{1,3}}(?:[(（][0-9０-９]{{1,2}}[)）])?[ 　]?参照)"
    rf"|(?P<word>前述|後述|前掲|後掲|本[章節項](?!的)|前[章節](?!的)|次[章節])"
)
# More members of a list: 図表[1]、[2].
_MORE = re.compile(r"[、,，・及び]{1,2}(?P<number>[\[［][0-9０-９]{1,2}[\]］])")
_POINTING = re.compile("参照|で(?:述べ|後述|前述|紹介|示)|に(?:述べ|記述|記載|示)|のとおり|の結果を")


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
            named = "表" in match["id"] and "図" not in match["id"]
            kind = "table" if named or _heads_table(blocks, index) else "figure"
            printed = text[line.start : line.end]
            caption = printed[match.start("title") :].strip()
            figure_id = squeezed(printed[match.start("id") : match.end("id")])
            figures.append(Figure(figure_id, caption, kind, Span(line.start, line.end), line.number))
    return tuple(figures)


def _heads_table(blocks: Sequence[Block], index: int) -> bool:
    behind = index + 1
    while behind < len(blocks) and blocks[behind].kind is Region.CAPTION:
        behind += 1
    return behind < len(blocks) and blocks[behind].kind is Region.TABLE


def find_cross_references(
    blocks: Sequence[Block], figures: Sequence[Figure], sections: Sequence[Section], text: str, printed: Lines
) -> tuple[CrossReference, ...]:
    """Return the pointers in prose, with what they point at; a caption or heading names itself and points nowhere."""
    targets = Targets(figures, sections)
    found = []
    for block in blocks:
        if block.kind not in (Region.BODY, Region.LIST, Region.FOOTNOTE):
            continue
        for match in _REFERENCE.finditer(text, block.span.start, block.span.end):
            for ref, kind, span in _references(match, text, block.span.end, targets):
                target = targets.of(ref, kind, span.start)
                found.append(CrossReference(ref, kind, span, printed.line(span.start), target))
    return tuple(found)


def _references(match: re.Match[str], text: str, end: int, targets: Targets) -> Iterator[tuple[str, str, Span]]:
    reference = _reference(match, text, targets)
    if reference is None:
        return
    yield *reference, Span(match.start(), match.end())
    word = re.match(r"[^0-9０-９\[［]+", reference[0])
    position = match.end()
    while match["figure"] and word and (more := _MORE.match(text, position, end)):
        ref = word.group() + more["number"]
        yield ref, targets.figure_kind(ref) or reference[1], Span(more.start("number"), more.end("number"))
        position = more.end()


def _reference(match: re.Match[str], text: str, targets: Targets) -> tuple[str, str] | None:
    ref = squeezed(match.group())
    if match["figure"]:
        kind = targets.figure_kind(ref)
        usual = "text" if ref.startswith("資料") else "figure" if "図" in ref else "table"
        return ref, kind or usual
    if match["word"]:
        return ref, "text"
    if match["box"] or match["dotted"] or ref.endswith("参照") or _POINTING.match(text, match.end()):
        return ref, "section"
    if targets.of(ref, "section", match.start()):
        return ref, "section"
    # 第5章第4節 in brackets or before 。 points; 第2章 as the subject of a sentence about another book may not.
    if "章" in ref and "節" in ref:
        return ref, "section"
    return (ref, "section") if text[match.end() : match.end() + 1] in "）)」、" and "節" in ref else None
