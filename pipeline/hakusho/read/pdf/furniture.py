"""What comes back at the edges of pages: running heads, page numbers that count up, thumb tabs."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from hakusho.read.pdf.pages import Page
from hakusho.read.pdf.pdf_rules import CLOSED, NOTE, NUMBER_APART, PAGE_NUMBER, STOP
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.shapes import Box

_OUTER = 3
_TIMES = 3
# A page of more frames is a drawing; its frames are no boxes of text.
_MOST_FRAMES = 100
# On a page without others to compare with, shares of its height where furniture stands.
_HEAD_ZONE, _FOOT_ZONE = 0.08, 0.93
_LONGEST = 80
_SMALL, _LARGER = 0.88, 1.15
# Heads that alternate are not larger than prose, and stand on so many of all pages.
_HEAD_SIZE, _NEARLY_ALL = 1.05, 0.8
# A line of so many characters with its stop is a sentence; a frame around so many lines of so many is a box of text.
_SENTENCE, _BOX_LINES, _BOX_TEXT = 12, 3, 4
# The share of pages on which a number must count up with them: chapters may count their own.
_COUNTED = 0.2
# Numbers whose spots are no further apart stand at one height.
_NEAR_SPOT = 1
_DIGITS = re.compile("[0-9０-９一二三四五六七八九十 　]+")
_LETTER = re.compile(r"[^\W\d_]")
_TO_ASCII = str.maketrans("０１２３４５６７８９", "0123456789")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def furniture(pages: Sequence[Page], body: float) -> dict[int, set[int]]:
    """Return for each page number the ids (of `id()`) of its lines that are furniture; `body` is the size of prose."""
    edges = {page.number: _at_edges(page, body) for page in pages}
    found: dict[int, set[int]] = {page.number: set() for page in pages}
    repeated = _repeated(pages, edges) - _numbered_titles(edges, body)
    repeated |= _alternate(pages, edges, body)
    counted = _counted(pages, edges)
    for page in pages:
        for line, place in edges[page.number]:
            # A line across, above or below the lines of a vertical page, is its head or number.
            crosswise = page.vertical and line.turned and place == "side"
            if crosswise or id(line) in repeated or id(line) in counted or _alone(line, page, place, body):
                found[page.number].add(id(line))
        found[page.number] -= _under_title(edges[page.number], found[page.number])
        found[page.number] |= _of_tabs(edges[page.number], found[page.number])
    return found


def _under_title(edges: "Placed", taken: set[int]) -> set[int]:
    """Return the ids of what comes back below a larger line that does not: a heading that every slide has."""
    heads = [line for line, place in edges if place == "head"]
    titles = [line for line in heads if id(line) not in taken]
    return {
        id(line)
        for line in heads
        if any(title.middle < line.middle and title.size > _LARGER * line.size for title in titles)
    }


def _of_tabs(edges: "Placed", taken: set[int]) -> set[int]:
    """Return the ids of what stands between the pieces of a thumb tab: 第 and 章 come back, the number does not."""
    tabs = [line for line, place in edges if place == "side" and id(line) in taken]
    return {
        id(line)
        for line, place in edges
        if place == "side" and sum(_touches(line, tab) for tab in tabs) and len(line.text) < _BOX_TEXT
    }


def _touches(line: PrintedLine, tab: PrintedLine) -> bool:
    centred = abs((line.x0 + line.x1) - (tab.x0 + tab.x1)) < tab.size
    return centred and max(line.y0 - tab.y1, tab.y0 - line.y1) < tab.size


Placed = list[tuple[PrintedLine, str]]


def _at_edges(page: Page, body: float) -> Placed:
    """Return the outermost lines of a page with the edge that each stands at."""
    placed: Placed = []
    rows = sorted({round(line.middle) for line in page.lines})
    head, foot = set(rows[:_OUTER]), set(rows[-_OUTER:])
    prose = [line for line in page.lines if len(line.text) >= 10 and not line.turned and line.size >= 0.85 * body]
    boxes = [(line.x0, line.x1) for line in prose] + [(table.box.x0, table.box.x1) for table in page.tables]
    left, right = min((b[0] for b in boxes), default=0.0), max((b[1] for b in boxes), default=page.width)
    tables = [table.box for table in page.tables]
    frames = page.frames if len(page.frames) <= _MOST_FRAMES else ()
    places = [((line.x0 + line.x1) / 2, line.middle) for line in page.lines if len(line.text) >= _BOX_TEXT]
    boxes_of_text = [frame for frame in frames if _is_box(frame, places, page)]
    for line in page.lines:
        if (
            len(line.text) > _LONGEST
            or _says(line, body)
            or (_HEAD_ZONE * page.height < line.middle < _FOOT_ZONE * page.height and _inside(line, boxes_of_text))
        ):
            continue
        beside = bool(prose) and (line.x0 >= right - 2 or line.x1 <= left + 2)
        if beside and not line.text.endswith(STOP) and not _outermost(line, page):
            placed.append((line, "side"))
        elif round(line.middle) in head and line.middle < 0.35 * page.height and not _under(line, tables):
            placed.append((line, "head"))
        elif round(line.middle) in foot and line.middle > 0.65 * page.height and not _over(line, tables):
            placed.append((line, "foot"))
    return placed


def _outermost(line: PrintedLine, page: Page) -> bool:
    """Return whether a line across stands where heads and numbers do, however short the lines of its page are."""
    zone = line.y1 < _HEAD_ZONE * page.height or line.y0 > _FOOT_ZONE * page.height
    return zone and not page.vertical and not line.turned


def _says(line: PrintedLine, body: float) -> bool:
    """Return whether a line is a note with a raised mark, or a sentence in the type of prose or behind a mark: those
    may stand at one place twice by chance."""
    if line.mark and NOTE.match(line.text):
        return True
    told = line.size >= _SMALL * body or bool(NOTE.match(line.text))
    return len(line.text) >= _SENTENCE and line.text.endswith(STOP) and told


def _is_box(frame: Box, places: Sequence[tuple[float, float]], page: Page) -> bool:
    """Return whether a frame is a box of text: several lines stand in it, and it is not most of the page; what is
    printed over the edges at a corner of the page is an ornament."""
    if frame.area > 0.3 * page.width * page.height or _bleeds(frame, page):
        return False
    x0, y0, x1, y1 = frame
    return len([x for x, y in places if y0 <= y <= y1 and x0 <= x <= x1]) >= _BOX_LINES


def _bleeds(frame: Box, page: Page) -> bool:
    across = frame.x0 < 0 or frame.x1 > page.width
    return across and (frame.y0 < 0 or frame.y1 > page.height)


def _inside(line: PrintedLine, frames: Sequence[Box]) -> bool:
    x = (line.x0 + line.x1) / 2
    return any(frame.holds(x, line.middle) for frame in frames)


def _under(line: PrintedLine, tables: Sequence[Box]) -> bool:
    return any(box.y1 < line.middle for box in tables)


def _over(line: PrintedLine, tables: Sequence[Box]) -> bool:
    return any(box.y0 > line.middle for box in tables)


def _key(line: PrintedLine) -> str:
    return _DIGITS.sub("#", line.text)


def _spots(line: PrintedLine, page: Page) -> Iterator[tuple[int, int]]:
    """Yield the spots, four points wide, that a line's place may be rounded to."""
    near = line.middle if line.middle < page.height / 2 else line.middle - page.height
    for step in (-1, 0, 1):
        yield round(near / 4) + step, round(line.size)


Spot = tuple[int, int]


def _repeated(pages: Sequence[Page], edges: dict[int, Placed]) -> set[int]:
    """Return the ids of lines that come back: the same words at the same height, or others where such ones stand."""
    times = min(_TIMES, max(2, len(pages)))
    words = _by_words(pages, edges)
    found: set[int] = set()
    spots: Counter[tuple[str, Spot]] = Counter()
    for page in pages if len(pages) > 1 else ():
        for line, place in edges[page.number]:
            where = _where(line, page, place)
            if _LETTER.search(_key(line)) and max(len(words[_key(line), place, spot]) for spot in where) >= times:
                found.add(id(line))
                spots[place, where[len(where) // 2]] += 1
    for page in pages:
        for line, place in edges[page.number]:
            if place == "head" and spots[place, _where(line, page, place)[1]] > times:
                found.add(id(line))
    return found


def _numbered_titles(edges: dict[int, Placed], body: float) -> set[int]:
    """Return the ids of lines in large type that no other page has in the same words, numbers included: the titles of
    forms and examples, 様式１, 様式２; not heads that end in the number of their page."""
    large = [
        (line, _paged(line, page, placed))
        for page, placed in edges.items()
        for line, at in placed
        if at == "head" and line.size > _LARGER * body
    ]
    times, shifts = Counter(line.text for line, _ in large), Counter(shift for _, shift in large)
    return {id(line) for line, shift in large if times[line.text] == 1 and (not shift or shifts[shift] == 1)}


def _paged(line: PrintedLine, page: int, placed: Placed) -> tuple[str, int] | None:
    """Return what a head says and how far the number that it ends in, set apart, is from that of its page; None where
    there is none, or where the page has its number elsewhere."""
    number = NUMBER_APART.search(line.text)
    if number is None or any(page_number(other.text) is not None for other, _ in placed):
        return None
    return line.text[: number.start()], int(number[1].translate(_TO_ASCII)) - page


def _alternate(pages: Sequence[Page], edges: dict[int, Placed], body: float) -> set[int]:
    """Return the ids of heads that stand at one height on nearly all pages, where those of left or right pages are the
    same words: a document of few pages has each of them too seldom."""
    rows: dict[tuple[str, Spot], dict[int, PrintedLine]] = defaultdict(dict)
    for page in pages:
        for line, place in edges[page.number]:
            if place != "side" and _outermost(line, page) and line.size < _HEAD_SIZE * body:
                for spot in _spots(line, page):
                    rows[place, spot][page.number] = line
    found: set[int] = set()
    for row in rows.values():
        sides = [{_key(line) for number, line in row.items() if number % 2 == side} for side in (0, 1)]
        several = any(sum(number % 2 == side for number in row) > 1 and len(sides[side]) == 1 for side in (0, 1))
        worded = all(_LETTER.search(_key(line)) for line in row.values())
        if several and worded and all(len(words) == 1 for words in sides) and len(row) >= _NEARLY_ALL * len(pages):
            found |= {id(line) for line in row.values()}
    return found


def _by_words(pages: Sequence[Page], edges: dict[int, Placed]) -> dict[tuple[str, str, Spot], set[int]]:
    """Return the pages on which the same words, numbers apart, stand at the same spot."""
    words: dict[tuple[str, str, Spot], set[int]] = defaultdict(set)
    for page in pages:
        for line, place in edges[page.number]:
            for spot in _where(line, page, place):
                words[_key(line), place, spot].add(page.number)
    return words


def _where(line: PrintedLine, page: Page, place: str) -> list[Spot]:
    """Return the spots of a line; thumb tabs move down from chapter to chapter."""
    return list(_spots(line, page)) if place != "side" else [(0, 0)]


def _counted(pages: Sequence[Page], edges: dict[int, Placed]) -> set[int]:
    """Return the ids of numbers that count up with the pages."""
    shifts: dict[tuple[str, int, int, Spot], set[int]] = defaultdict(set)
    for page in pages:
        numbered = [(line, place, n) for line, place in edges[page.number] if (n := page_number(line.text)) is not None]
        for line, place, number in numbered:
            # Where two pages are printed side by side, each second number is counted.
            facing = any(abs(n - number) == 1 and abs(other.middle - line.middle) < 2 for other, _, n in numbered)
            for spot, step in product(_spots(line, page), (1, 2) if facing else (1,)):
                shifts[place, step, number - step * page.number, spot].add(id(line))
    most: Counter[str] = Counter()
    for (place, *_), lines in shifts.items():
        most[place] = max(most[place], len(lines))
    found: set[int] = set()
    # The spot at which each page has its number: what counts up above it numbers the notes.
    spots: dict[tuple[str, int], Spot] = {}
    on = {id(line): page.number for page in pages for line, _ in edges[page.number]}
    for (place, _, _, spot), lines in sorted(shifts.items(), key=lambda item: -len(item[1])):
        if len(lines) >= max(2, _COUNTED * len(pages), most[place] / 2):
            found |= {key for key in lines if _same_spot(spots.setdefault((place, on[key]), spot), spot)}
    return found


def _same_spot(one: Spot, two: Spot) -> bool:
    return abs(one[0] - two[0]) <= _NEAR_SPOT and abs(one[1] - two[1]) <= 1


def page_number(text: str) -> int | None:
    """Return the number of a line that is nothing but a page's number.

    >>> page_number("- 12 -"), page_number("iv"), page_number("第2章")
    (12, 4, None)
    """
    match = PAGE_NUMBER.fullmatch(text)
    if match is None:
        return None
    digits = match["number"].translate(_TO_ASCII).lower()
    if digits.isdigit():
        return int(digits)
    values = [_ROMAN.get(letter, 0) for letter in digits]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values)) or None


def _alone(line: PrintedLine, page: Page, place: str, body: float) -> bool:
    """On any page the number at its very edge is furniture, and small print there."""
    zone = line.y1 < _HEAD_ZONE * page.height or line.y0 > _FOOT_ZONE * page.height
    if place == "side" or not zone:
        return False
    small = line.size < _SMALL * body and not NOTE.match(line.text) and not CLOSED.search(line.text)
    return small or page_number(line.text) is not None
