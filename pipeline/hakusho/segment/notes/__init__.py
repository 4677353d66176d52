"""Notes at the foot of pages, tables and chapters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hakusho.records import Block, Footnote, Region, Span
from hakusho.segment.line_rules import ADDRESS, BRACKETED_NOTE, NOTES, PLAIN_NOTE
from hakusho.segment.lines import Line
from hakusho.segment.notes import note_rules

_TO_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", "0123456789()")
# What sets a mark off from its note, or the number from 注.
_SET_OFF = re.compile("[ 　:：]|[.．]$")
_MARKDOWN = re.compile(r"\[\^(.+)\]$")
_BREAK = re.compile(r"(?:(?<![ 　])[ 　]+)?[\r\n]+[ 　]*")
_WIDE = "\u3000"


@dataclass(frozen=True, slots=True)
class NoteOpening:
    """How a line opens a note: the mark's place in the line, where its text begins, and the rule that told it."""

    mark: tuple[int, int]
    text: int
    rule: str


def note_opening(folded: str) -> NoteOpening | None:
    """Return how a line opens a note; None where it does not.

    >>> note_opening("(注1)合意の英文"), note_opening("11 共同声明")
    (NoteOpening(mark=(0, 4), text=4, rule='note'), NoteOpening(mark=(0, 2), text=3, rule='number'))
    """
    if (match := note_rules.FIRST_UNDER_HEAD.match(folded)) and match["number"] == "1":
        return NoteOpening((0, match.end("form")), match.start("text"), "note")
    for rule in NOTES:
        if match := rule.pattern.match(folded):
            return NoteOpening(match.span("marker"), match.start("text"), rule.name)
    for name, pattern in (
        ("bracket", note_rules.SQUARE),
        ("bracket", BRACKETED_NOTE),
        ("number", PLAIN_NOTE),
        ("point", note_rules.NEXT_UNDER_HEAD),
    ):
        if match := pattern.match(folded):
            return NoteOpening(match.span("marker"), match.start("text"), name)
    return None


def printed_marker(printed: str) -> str:
    """Return a mark as a table holds it: as printed, a superscript as its digit, [^1] as 1.

    >>> printed_marker("（注 １）"), printed_marker("¹"), printed_marker("[^2]"), printed_marker("（注）１．")
    ('（注１）', '1', '2', '（注）１')
    """
    marker = _SET_OFF.sub("", printed.translate(_TO_DIGITS))
    return match[1] if (match := _MARKDOWN.match(marker)) else marker


def marker_key(marker: str) -> str:
    """Return what a mark and a reference to it share, whatever width or bracket they are printed in.

    >>> marker_key("（注１）"), marker_key("注1")
    ('注1', '注1')
    """
    folded = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in marker)
    inner = folded.strip("[]〔〕")
    return inner.strip("()") if any(note in inner for note in note_rules.NOTE) else inner


def find_footnotes(blocks: Sequence[Block], lines: Sequence[Line], text: str) -> tuple[Footnote, ...]:
    """Return the footnotes in order, each with the lines that carry it on and the addresses on lines of their own.

    A note under a table that explains a mark in one of its cells belongs to the table, not to the footnotes.
    """
    notes: list[_Note] = []
    starts = {line.start: line for line in lines}
    table_text = ""
    for block in blocks:
        if block.kind is Region.TABLE:
            table_text = text[block.span.slice]
        elif block.kind is not Region.FOOTNOTE:
            table_text = table_text if block.kind is Region.CAPTION else ""
        else:
            _take(block, starts, text, table_text, notes)
    return tuple(note.row(order) for order, note in enumerate(notes, 1))


@dataclass(slots=True)
class _Note:
    marker: str
    pieces: list[str]
    span: Span
    rule: str

    def row(self, order: int) -> Footnote:
        whole = " ".join(self.pieces)
        urls = tuple(match.group() for match in ADDRESS.finditer(whole))
        text = re.sub(r"[<(（]\s*[)）>]", "", ADDRESS.sub("", whole))
        note_id, found_by = f"n{order:04d}", f"mark:{self.rule}"
        return Footnote(self.marker, re.sub(r"[ \t]+", " ", text).strip(), urls, self.span, note_id, found_by)


def _take(block: Block, starts: dict[int, Line], text: str, table_text: str, notes: list[_Note]) -> None:
    raw = text[block.span.slice]
    first = block.span.start + len(raw) - len(raw.lstrip())
    end = first + len(raw.strip())
    line = starts.get(first)
    opening = note_opening(line.text) if line else None
    if opening is None:
        if notes:
            notes[-1].pieces.append(_body(raw))
            notes[-1].span = Span(notes[-1].span.start, end)
        return
    marker = printed_marker(text[first + opening.mark[0] : first + opening.mark[1]])
    if opening.rule == "mark" and not marker[-1].isdigit() and _in_cell(marker, table_text):
        return
    notes += _notes_of(text, marker, Span(first, end), first + opening.text, opening.rule)


def _notes_of(text: str, marker: str, span: Span, begin: int, rule: str) -> list[_Note]:
    """Return the notes that stand on one line, each with its mark; mostly one."""
    opened = [(marker, span.start, begin)]
    for match in note_rules.NOTES_ON_A_LINE.finditer(text, begin, span.end):
        mark = printed_marker(match[0])
        if _number(mark) == _number(opened[-1][0]) + 1:
            opened.append((mark, match.start(), match.end()))
    ends = [start for _, start, _ in opened[1:]] + [span.end]
    return [
        _Note(mark, [_body(text[begin:end])], Span(start, begin + len(text[begin:end].rstrip())), rule)
        for (mark, start, begin), end in zip(opened, ends, strict=True)
    ]


def _number(marker: str) -> int:
    digits = re.search(r"\d{1,3}", marker)
    return int(digits[0]) if digits else 0


def _in_cell(marker: str, table_text: str) -> bool:
    return bool(table_text) and bool(re.search(rf"{re.escape(marker)}(?=[\t\r\n]|$)", table_text))


def _body(raw: str) -> str:
    """Close the line breaks of a note: nothing stands between Japanese words, a space between others."""
    pieces = _BREAK.split(raw.strip())
    joined = pieces[0]
    for piece in pieces[1:]:
        together = joined[-1:] > _WIDE and piece[:1] > _WIDE and "http" not in joined
        joined += piece if together else f" {piece}"
    return joined
