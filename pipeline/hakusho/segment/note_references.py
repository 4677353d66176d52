"""The places of a text that refer to its notes."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from hakusho.records import Block, Footnote, FootnoteRef, Region, Span
from hakusho.segment.notes import marker_key, printed_marker
from hakusho.text.layout import Lines

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPT = re.compile(rf"(?<![0-9kcm]m)(?<![{_SUPERSCRIPTS}])[{_SUPERSCRIPTS}]{{1,3}}")
# Marks that are references wherever they stand in prose, whether the text holds their note or not.
_NAMED = re.compile(r"[（(〔［\[](?:注釈?|脚注)[ 　]?[0-9０-９一二三四五六七八九十]{0,3}[)）〕］\]]|\[\^[^\]\s]{1,8}\](?!:)")
_CONTEXT = 10
_PROSE = (Region.BODY, Region.LIST, Region.CAPTION, Region.TABLE, Region.HEADING)
_BEHIND_WORD = r"(?<=[一-龥々ぁ-んァ-ヴー）)」』”a-zA-Z])"
_BEFORE_REST = r"(?=[。、，．｡､」』）)(（]|[がはをにのでともか]|[\r\n]|$)"

Found = tuple[str, Span]


def find_references(
    blocks: Sequence[Block], footnotes: Sequence[Footnote], text: str, printed_lines: Lines
) -> tuple[FootnoteRef, ...]:
    """Return the places where the text refers to a note: superscripts, named marks, and the marks of the notes it has."""
    prose = [block for block in blocks if block.kind in _PROSE]
    spans = [found for block in prose for found in _signs(block, text)]
    known = {marker_key(marker) for marker, _ in spans}
    wanted = [key for note in footnotes if (key := marker_key(note.marker)) not in known]
    spans += _marks(prose, [key for key in wanted if not key.isdigit()], text)
    spans += _plain_numbers(blocks, [key for key in wanted if key.isdigit()], text)
    places = _Notes(footnotes)
    ordered = sorted(spans, key=lambda item: item[1])
    return tuple(_reference(marker, span, text, printed_lines, places) for marker, span in ordered)


def _signs(block: Block, text: str) -> Iterable[Found]:
    for pattern in (_SUPERSCRIPT, _NAMED):
        for match in pattern.finditer(text, block.span.start, block.span.end):
            yield printed_marker(match.group()), Span(match.start(), match.end())


def _reference(marker: str, span: Span, text: str, printed_lines: Lines, notes: "_Notes") -> FootnoteRef:
    before = text[max(0, span.start - _CONTEXT) : span.start]
    target = notes.of(marker_key(marker), span.start)
    return FootnoteRef(marker, span, printed_lines.line(span.start), before.rsplit("\n", 1)[-1], target)


class _Notes:
    """The notes by mark; numbers that begin anew on each page are told apart by place."""

    def __init__(self, footnotes: Sequence[Footnote]) -> None:
        self._places: dict[str, list[tuple[int, str]]] = {}
        for note in footnotes:
            self._places.setdefault(marker_key(note.marker), []).append((note.span.start, note.note_id))

    def of(self, key: str, offset: int) -> str:
        """Return the id of the next note below a reference, or of the last above; empty where there is none."""
        places = self._places.get(key, [])
        index = bisect_left(places, (offset, ""))
        return places[min(index, len(places) - 1)][1] if places else ""


def _marks(prose: Sequence[Block], keys: Sequence[str], text: str) -> list[Found]:
    """※1, *1 and 1) refer wherever they stand in the text; one made of digits and brackets only behind a word."""
    if not keys:
        return []
    named = [key for key in keys if not _of_digits(key)]
    behind = [key for key in keys if _of_digits(key)]
    patterns = []
    if named:
        patterns.append(re.compile(rf"[（(\[［]?(?:{_either(named)})(?![0-9０-９])[)）\]］]?"))
    if behind:
        patterns.append(re.compile(rf"{_BEHIND_WORD}(?:{_either(behind)}){_BEFORE_REST}"))
    found = []
    for block in prose:
        for pattern in patterns:
            for match in pattern.finditer(text, block.span.start, block.span.end):
                if text[block.span.start : match.start()].strip():
                    found.append((printed_marker(match.group()), Span(match.start(), match.end())))
    return found


def _of_digits(key: str) -> bool:
    return all(character in "0123456789()" for character in key)


def _either(keys: Iterable[str]) -> str:
    return "|".join(sorted((_spaced(key) for key in set(keys)), key=len, reverse=True))


def _spaced(key: str) -> str:
    """A mark as it may be printed: digits of either width, a space before the number."""
    pieces = []
    for character in key:
        wide = chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else character
        pieces.append(f"[{re.escape(character)}{wide}]")
    return "[ 　]?".join(pieces)


def _plain_numbers(blocks: Sequence[Block], markers: Sequence[str], text: str) -> list[Found]:
    """Plain numbers behind a word, looked for in their order: 署名した1。"""
    found, position = [], 0
    bodies = [block.span for block in blocks if block.kind in (Region.BODY, Region.LIST, Region.CAPTION)]
    for marker in markers:
        pattern = re.compile(rf"{_BEHIND_WORD} ?{marker} ?{_BEFORE_REST}")
        match = _next_match(pattern, bodies, position, text)
        if match:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            found.append((marker, Span(start, start + len(marker))))
            position = match.end()
    return found


def _next_match(pattern: "re.Pattern[str]", spans: Sequence[Span], position: int, text: str) -> "re.Match[str] | None":
    first = bisect_left([span.end for span in spans], position + 1)
    for span in spans[first:]:
        if match := pattern.search(text, max(position, span.start), span.end):
            return match
    return None
