"""The places of a text that refer to its notes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence

from hakusho.records import Block, Footnote, FootnoteRef, Region, Span
from hakusho.segment import reference_rules as rules
from hakusho.segment.notes import marker_key, printed_marker
from hakusho.segment.notes.note_rules import NOTE, NUMBERED_THINGS
from hakusho.text.layout import Lines

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPT = re.compile(rf"(?<![0-9kcm]m)(?<![{_SUPERSCRIPTS}⁽])⁽?[{_SUPERSCRIPTS}]{{1,3}}⁾?")
# What stands before and after a note's plain number: first the surer way, then the other.
_PLAIN = (
    (re.compile(rf"{rules.BEHIND_WORD} ?\Z"), re.compile(f" ?{rules.BEFORE_REST}")),
    (re.compile(rf"{rules.BEHIND_WORD} \Z"), re.compile(f" {rules.NO_COUNTER}")),
    (re.compile(rf"{rules.BEHIND_NOUN}\Z"), re.compile(rules.NO_COUNTER)),
)
_CONTEXT = 10
_RUNNING = (Region.BODY, Region.LIST, Region.CAPTION)
_PROSE = (Region.BODY, Region.LIST, Region.CAPTION, Region.TABLE, Region.HEADING)

Found = tuple[str, Span]


def find_references(
    blocks: Sequence[Block], footnotes: Sequence[Footnote], text: str, printed_lines: Lines
) -> tuple[FootnoteRef, ...]:
    """Return the places that refer to a note: superscripts, named marks, and the marks of the notes that there are."""
    prose = [block for block in blocks if block.kind in _PROSE]
    keys_of_notes = {marker_key(note.marker) for note in footnotes}
    spans = [found for block in prose for found in _signs(block, text, keys_of_notes)]
    known = {marker_key(marker) for marker, _ in spans}
    raised = {_bare(marker_key(marker)) for marker, span in spans if text[span.start] in _SUPERSCRIPTS}
    wanted = [note for note in footnotes if (key := marker_key(note.marker)) not in known and _bare(key) not in raised]
    square = [note for note in wanted if rules.SQUARE.fullmatch(note.marker)]
    spans += _square(prose, {marker_key(note.marker) for note in square}, text)
    wanted = [note for note in wanted if note not in square]
    keys = [marker_key(note.marker) for note in wanted]
    spans += _marks(prose, [key for key in keys if not key.isdigit()], text)
    spans += _plain_numbers(blocks, [note for note in wanted if marker_key(note.marker).isdigit()], text)
    places = _Notes(footnotes, _Pages(blocks))
    return tuple(_reference(marker, span, text, printed_lines, places) for marker, span in _longest(spans))


def _longest(spans: Iterable[Found]) -> list[Found]:
    """Return the marks in order, without those inside a longer one: 1) is one mark, and no 1."""
    kept: list[Found] = []
    for marker, span in sorted(spans, key=lambda item: (item[1].start, -item[1].end)):
        if not kept or span.start >= kept[-1][1].end:
            kept.append((marker, span))
    return kept


def _signs(block: Block, text: str, keys: Collection[str]) -> Iterable[Found]:
    """Return raised numbers and named marks; a power (10⁸) is none."""
    for pattern in (_SUPERSCRIPT, rules.NAMED):
        for match in pattern.finditer(text, block.span.start, block.span.end):
            marker = printed_marker(match.group())
            if _heads_line(match, text):
                continue
            if pattern is rules.NAMED or marker in keys or not rules.BASE.match(text, match.start() - 1):
                yield marker, Span(match.start(), match.end())


def _heads_line(match: "re.Match[str]", text: str) -> bool:
    """Return whether a mark opens its line: it is then a note's own, unless the stop of the line above follows."""
    line = text.rfind("\n", 0, match.start()) + 1
    return not text[line : match.start()].strip() and not rules.CARRIED.match(text, match.end())


def _reference(marker: str, span: Span, text: str, printed_lines: Lines, notes: "_Notes") -> FootnoteRef:
    before = text[max(0, span.start - _CONTEXT) : span.start]
    key = marker_key(marker)
    target = notes.of(key, span.start) or notes.of(_bare(key), span.start)
    return FootnoteRef(marker, span, printed_lines.line(span.start), before.rsplit("\n", 1)[-1], target)


class _Pages:
    """The page of each place; a paragraph that a page tears stands above the notes of its first page."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        begins = [begin for block in blocks for begin in ((block.span.start, block.page), *block.breaks)]
        self._starts = [start for start, _ in begins]
        self._pages = [page for _, page in begins]

    def of(self, offset: int) -> int:
        """Return the page that holds an offset; 0 where the format has none."""
        index = bisect_right(self._starts, offset) - 1
        return self._pages[index] if index >= 0 else 0


class _Notes:
    """The notes by mark; numbers that begin anew on each page are told apart by page and place."""

    def __init__(self, footnotes: Sequence[Footnote], pages: _Pages) -> None:
        self._pages = pages
        # By mark and page, and by mark alone under no page.
        self._places: dict[tuple[str, int | None], list[tuple[int, str]]] = {}
        for note in footnotes:
            for page in (pages.of(note.span.start), None):
                place = (note.span.start, note.note_id)
                self._places.setdefault((marker_key(note.marker), page), []).append(place)
        # A raised 1 may refer to the note (1), and ⁽¹⁾ to the note 1.
        for (key, page), places in list(self._places.items()):
            self._places.setdefault((_bare(key), page), places)

    def of(self, key: str, offset: int) -> str:
        """Return the id of the next note below a reference, or of the last above, of its page if that has one."""
        places = self._places.get((key, self._pages.of(offset))) or self._places.get((key, None), [])
        index = bisect_left(places, (offset, ""))
        return places[min(index, len(places) - 1)][1] if places else ""


def _marks(prose: Sequence[Block], keys: Sequence[str], text: str) -> list[Found]:
    """※1, *1 and 1) refer wherever they stand in the text; one made of digits and brackets only after a word."""
    if not keys:
        return []
    # A bare 注 is a mark in brackets only, which `_signs` finds: 注目度.
    named = [key for key in keys if not _of_digits(key) and key not in NOTE]
    behind = [key for key in keys if _of_digits(key)]
    patterns = []
    if named:
        patterns.append(re.compile(rf"[（(\[［]?(?:{_either(named)})(?![0-9０-９])[)）\]］]?"))
    if behind:
        patterns.append(re.compile(rf"{rules.BEHIND_WORD}{NUMBERED_THINGS}(?:{_either(behind)}){rules.BEFORE_REST}"))
    found = []
    for block in prose:
        for pattern in patterns:
            for match in pattern.finditer(text, block.span.start, block.span.end):
                if text[block.span.start : match.start()].strip() and not _heads_line(match, text):
                    found.append((printed_marker(match.group()), Span(match.start(), match.end())))
    return found


def _square(prose: Sequence[Block], keys: Collection[str], text: str) -> Iterable[Found]:
    """[1] and 〔1〕 behind a word, where a note has the mark."""
    if not keys:
        return
    for block in prose:
        for match in rules.SQUARE_BEHIND.finditer(text, block.span.start, block.span.end):
            if marker_key(match.group()) in keys:
                yield printed_marker(match.group()), Span(match.start(), match.end())


def _bare(key: str) -> str:
    """Return a number without its brackets; other marks as they are."""
    inner = key.strip("()")
    return inner if inner.isdigit() else key


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


def _plain_numbers(blocks: Sequence[Block], notes: Sequence[Footnote], text: str) -> list[Found]:
    """Plain numbers after a word, looked for in their order between the note before and the note: 署名した1。"""
    found, position = [], 0
    bodies = [block.span for block in blocks if block.kind in _RUNNING or _is_lead(block, text)]
    ends = [span.end for span in bodies]
    for note in notes:
        window = (position, note.span.start) if note.span.start > position else (position, len(text))
        key = marker_key(note.marker)
        places = (_first_match(form, bodies, ends, window, text) for form in (key, key.translate(rules.TO_WIDE)))
        if place := min(filter(None, places), default=None):
            start, position = place
            found.append((printed_marker(text[start : start + len(key)]), Span(start, start + len(key))))
    return found


def _is_lead(block: Block, text: str) -> bool:
    """●2018年の投資 15 は…: a heading that says in full what its text says may refer to a note."""
    return block.kind is Region.HEADING and rules.LEAD.match(text, block.span.start) is not None


def _first_match(
    marker: str, spans: Sequence[Span], ends: Sequence[int], window: tuple[int, int], text: str
) -> tuple[int, int] | None:
    """Return where a note's number follows a word: before a stop or particle, else where it counts nothing."""
    if text.find(marker, *window) < 0:
        return None
    for before, after in _PLAIN:
        for span in spans[bisect_left(ends, window[0] + 1) :]:
            if span.start >= window[1]:
                break
            first, last = max(window[0], span.start), min(window[1], span.end)
            if place := _between(before, marker, after, text, first, last):
                return place
    return None


def _between(
    before: re.Pattern[str], marker: str, after: re.Pattern[str], text: str, first: int, last: int
) -> tuple[int, int] | None:
    """Return where a number in text[first:last] stands between what the patterns ask for, with what they span.

    A pattern for each number would have to be compiled for each note.
    """
    start = text.find(marker, first, last)
    while start >= 0:
        end = start + len(marker)
        if before.search(text, max(first, start - 1), start) and (rest := after.match(text, end, last)):
            return start, rest.end()
        start = text.find(marker, start + 1, last)
    return None
