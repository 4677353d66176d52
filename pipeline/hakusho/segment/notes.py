"""Footnotes and the places that refer to them."""

import re
from collections.abc import Iterable, Sequence

from hakusho.records import Block, Footnote, FootnoteRef, Region, Span
from hakusho.segment.line_rules import ADDRESS, NOTES, PLAIN_NOTE
from hakusho.segment.lines import Line
from hakusho.text.layout import Lines

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_SUPERSCRIPT_REF = re.compile(rf"(?<![0-9kcm]m)(?<![{_SUPERSCRIPTS}])[{_SUPERSCRIPTS}]{{1,3}}")
# What opens a note where a line is known to belong to one: [1], 1), 1., and Word's numbers of endnotes, ⁱ and ⁱᵛ.
_NUMBERED_NOTE = re.compile(r"[(\[]?(?P<marker>[0-9]{1,3}(?=[)\].])|[ⁱᵛˣˡᶜ]{1,8})[)\].]?[ 　]*(?P<text>\S.*)$")
_CONTEXT = 10
_PROSE = (Region.BODY, Region.LIST, Region.CAPTION, Region.TABLE, Region.HEADING)


def note_parts(folded: str) -> tuple[str, str] | None:
    """Return (marker, text) of a line that opens a note; the marker without brackets, superscripts as digits.

    >>> note_parts("¹ 中間答申"), note_parts("(注1)合意の英文"), note_parts("11 共同声明")
    (('1', '中間答申'), ('注1', '合意の英文'), ('11', '共同声明'))
    """
    for rule in NOTES:
        if match := rule.pattern.match(folded):
            return _marker(match["marker"]), match["text"]
    if match := PLAIN_NOTE.match(folded):
        return match["marker"], match["text"]
    return None


def _parts(folded: str) -> tuple[str, str] | None:
    """Return (marker, text) of a line that is known to belong to a note: there [1] and 1) open one too."""
    if parts := note_parts(folded):
        return parts
    match = _NUMBERED_NOTE.match(folded)
    return (match["marker"], match["text"]) if match else None


def _marker(printed: str) -> str:
    return re.sub(r"[()⁽⁾\[\] 　]", "", printed.translate(_TO_DIGITS))


def find_footnotes(blocks: Sequence[Block], lines: Sequence[Line], text: str) -> tuple[Footnote, ...]:
    """Return the footnotes in order, each with the lines that carry it on and the addresses on lines of their own.

    A note under a table that explains a mark in one of its cells belongs to the table, not to the footnotes.
    """
    notes: list[tuple[str, list[str], Span]] = []
    starts = {line.start: line for line in lines}
    table_text = ""
    for block in blocks:
        if block.kind is Region.TABLE:
            table_text = text[block.span.slice]
        elif block.kind is not Region.FOOTNOTE:
            table_text = table_text if block.kind is Region.CAPTION else ""
        else:
            _take(block, starts, text, table_text, notes)
    return tuple(_footnote(marker, pieces, span) for marker, pieces, span in notes)


def _take(
    block: Block, starts: dict[int, Line], text: str, table_text: str, notes: list[tuple[str, list[str], Span]]
) -> None:
    raw = text[block.span.slice]
    first = block.span.start + len(raw) - len(raw.lstrip())
    line = starts.get(first)
    parts = _parts(line.text) if line else None
    if parts is None:
        if notes:
            marker, pieces, span = notes[-1]
            notes[-1] = (marker, [*pieces, _body(raw)], Span(span.start, first + len(raw.strip())))
        return
    marker, opening = parts
    if table_text and not marker[-1].isdigit() and re.search(rf"{re.escape(marker)}(?=[\t\r\n]|$)", table_text):
        return
    body = _body(raw)
    # `opening` is folded: its length tells where the printed text of the note begins.
    printed = body[len(line.text) - len(opening) :] if line else body
    notes.append((marker, [printed], Span(first, first + len(raw.strip()))))


def _body(raw: str) -> str:
    return re.sub(r"[\r\n]+[ 　]*", " ", raw.strip())


def _footnote(marker: str, pieces: Iterable[str], span: Span) -> Footnote:
    whole = " ".join(pieces)
    urls = tuple(match.group() for match in ADDRESS.finditer(whole))
    text = re.sub(r"<\s*>", "", ADDRESS.sub("", whole))
    return Footnote(marker, re.sub(r"[ \t]+", " ", text).strip(), urls, span)


def find_references(
    blocks: Sequence[Block], footnotes: Sequence[Footnote], text: str, printed_lines: Lines
) -> tuple[FootnoteRef, ...]:
    """Return the places where the text refers to a note: superscripts, and the marks of the notes it has."""
    spans = _superscripts(blocks, text)
    printed = {marker for marker, _ in spans}
    wanted = [note.marker for note in footnotes if note.marker not in printed]
    spans += _marks(blocks, [m for m in wanted if not m.isdigit()], text)
    spans += _plain_numbers(blocks, [m for m in wanted if m.isdigit()], text)
    ordered = sorted(spans, key=lambda item: item[1])
    return tuple(_reference(marker, span, text, printed_lines) for marker, span in ordered)


def _reference(marker: str, span: Span, text: str, printed_lines: Lines) -> FootnoteRef:
    line = printed_lines.line(span.start)
    before = text[max(0, span.start - _CONTEXT) : span.start]
    return FootnoteRef(marker, span, line, before.rsplit("\n", 1)[-1])


def _superscripts(blocks: Sequence[Block], text: str) -> list[tuple[str, Span]]:
    found = []
    for block in blocks:
        if block.kind in _PROSE:
            for match in _SUPERSCRIPT_REF.finditer(text, block.span.start, block.span.end):
                found.append((match.group().translate(_TO_DIGITS), Span(match.start(), match.end())))
    return found


def _marks(blocks: Sequence[Block], markers: Sequence[str], text: str) -> list[tuple[str, Span]]:
    """※1 and 注1 refer wherever they stand in the text; a mark without a number only behind a word."""
    if not markers:
        return []
    names = "|".join(sorted((_spaced(marker) for marker in set(markers)), key=len, reverse=True))
    pattern = re.compile(rf"[（(\[［]?(?P<marker>{names})(?![0-9０-９])[)）\]］]?")
    found = []
    for block in blocks:
        if block.kind in _PROSE:
            for match in pattern.finditer(text, block.span.start, block.span.end):
                found.append((_fold_marker(match["marker"]), Span(match.start(), match.end())))
    return found


def _spaced(marker: str) -> str:
    """A marker as it may be printed: digits of either width, a space before the number."""
    pieces = []
    for character in marker:
        wide = chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else character
        pieces.append(f"[{re.escape(character)}{wide}]")
    return "[ 　]?".join(pieces)


def _fold_marker(printed: str) -> str:
    return "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in printed if c not in " 　")


def _plain_numbers(blocks: Sequence[Block], markers: Sequence[str], text: str) -> list[tuple[str, Span]]:
    """Plain numbers behind a word, looked for in their order: 署名した1。"""
    found, position = [], 0
    bodies = [block.span for block in blocks if block.kind in (Region.BODY, Region.LIST, Region.CAPTION)]
    for marker in markers:
        pattern = re.compile(
            rf"(?<=[一-龥々ぁ-んァ-ヴー）)」』”a-zA-Z]) ?{marker} ?"
            r"(?=[。、，．」』）)(（]|[がはをにのでともか]|[\r\n]|$)"
        )
        match = next(
            (
                m
                for span in bodies
                if span.end > position
                for m in [pattern.search(text, max(position, span.start), span.end)]
                if m
            ),
            None,
        )
        if match:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            found.append((marker, Span(start, start + len(marker))))
            position = match.end()
    return found
