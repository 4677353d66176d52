"""Tools of a web page told by their words, where no element, class or place tells them: back to the top, counters,
software to read a file with, questions about the page."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from hakusho.read import html_tool_rules as rules
from hakusho.read.html_rules import COPYRIGHT, FULL_STOP
from hakusho.read.html_zones import Draft, Zone
from hakusho.records import Region

_JUDGED = (Region.BODY, Region.LIST, Region.CAPTION)


def find_tools(drafts: Sequence[Draft], zones: Sequence[Zone], name: str) -> list[bool]:
    """Return which drafts are tools of the page; `name` is the page's title."""
    if rules.ABOUT_SITE.search(_subject(drafts, name)):
        return [_in_pieces(draft) for draft in drafts]
    found = [_in_pieces(draft) or _in_sentences(draft) or _leads_elsewhere(draft) for draft in drafts]
    for index, draft in enumerate(drafts):
        if draft.kind is Region.HEADING and draft.level > 1 and rules.ELSEWHERE.fullmatch(draft.text):
            for place in _below(drafts, zones, index):
                found[place] = True
        if found[index] and len(draft.text) <= rules.LONGEST and rules.BAR.search(draft.text):
            for place in _bar(drafts, zones, index):
                found[place] = True
        if _asks(draft):
            for place in _answers(drafts, zones, index):
                found[place] = True
    return found


def _asks(draft: Draft) -> bool:
    short = len(draft.text) <= rules.LONGEST and not draft.cells
    return short and _has(draft.text, rules.ASK_SIGNS) and rules.ASKS.search(draft.text) is not None


def _has(text: str, signs: Sequence[str]) -> bool:
    return any(map(text.__contains__, signs))


def _subject(drafts: Sequence[Draft], name: str) -> str:
    """Return what a page is about: its title, and its first heading where that is not the site's name."""
    titles = (d.text for d in drafts if d.kind is Region.HEADING and d.level == 1)
    return f"{name} {next((title for title in titles if not rules.SITE.fullmatch(title)), '')}"


def _in_pieces(draft: Draft) -> bool:
    text = draft.text
    if draft.kind not in _JUDGED or draft.cells or len(text) > rules.LONGEST or FULL_STOP in text:
        return False
    return _is_of_tools(text, draft.linked >= len(text) > 0)


def _leads_elsewhere(draft: Draft) -> bool:
    """Return whether a draft is a link as a whole that says what it leads to: あわせて読みたい …"""
    return draft.linked >= len(draft.text) > 0 and draft.kind in _JUDGED and bool(rules.ELSEWHERE.match(draft.text))


@lru_cache(maxsize=1024)
def _is_of_tools(text: str, linked: bool) -> bool:
    return all(_is_piece(line, linked) for line in text.split("\n"))


def _is_piece(line: str, linked: bool) -> bool:
    # A short word that is no link may be any word.
    if (linked or len(line) >= rules.SHORTEST_TOOL) and (rules.PIECE.fullmatch(line) or rules.SENTENCE.search(line)):
        return True
    if linked and rules.LINKED_PIECE.fullmatch(line):
        return True
    pieces = [piece.strip() for piece in rules.PARTS.split(line)]
    pieces = [piece for piece in pieces if piece]
    return len(pieces) > 1 and all(
        rules.PIECE.fullmatch(p) or rules.LINKED_PIECE.fullmatch(p) or rules.SENTENCE.search(p) for p in pieces
    )


def _in_sentences(draft: Draft) -> bool:
    """Return whether each sentence of a draft is a tool's."""
    text = draft.text
    if draft.kind not in _JUDGED or draft.cells or len(text) > 2 * rules.LONGEST or FULL_STOP not in text:
        return False
    if not _has(text, rules.SENTENCE_SIGNS) and not _may_be_copyright(text):
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    # Who sent it may stand below the words of a tool.
    return all(_speaks(line) if FULL_STOP in line else _is_label(line) for line in lines)


def _may_be_copyright(text: str) -> bool:
    return "©" in text or "ight" in text or "(c)" in text or "(C)" in text or "（c）" in text or "（C）" in text


def _is_label(line: str) -> bool:
    return len(line) <= rules.LONGEST_LABEL or _is_piece(line, False)


def _speaks(line: str) -> bool:
    sentences = (sentence for sentence in line.split(FULL_STOP) if sentence.strip())
    return all(len(s) <= rules.LONGEST and (rules.SENTENCE.search(s) or COPYRIGHT.search(s)) for s in sentences)


def _bar(drafts: Sequence[Draft], zones: Sequence[Zone], index: int) -> Iterator[int]:
    """Yield what stands in the box of a bar that begins with a tool's sentence, headings and tables aside."""
    boxes = (zone for zone in zones if zone.first == index and 1 < zone.last - index <= rules.MOST_IN_BAR)
    box = max(boxes, key=lambda zone: zone.last, default=None)
    for place in range(index, box.last if box else index):
        if drafts[place].kind is Region.HEADING or drafts[place].cells:
            return
        yield place


def _below(drafts: Sequence[Draft], zones: Sequence[Zone], index: int) -> Iterator[int]:
    """Yield a heading over other pages with what stands in its box, or with the links below it."""
    yield index
    box = min((z for z in zones if z.first == index and z.last > index + 1), key=lambda zone: zone.last, default=None)
    for place in range(index + 1, box.last if box else len(drafts)):
        draft = drafts[place]
        ends = draft.kind is Region.HEADING and draft.level <= drafts[index].level
        if ends or draft.cells or (box is None and 2 * draft.linked < len(draft.text)):
            return
        yield place


def _answers(drafts: Sequence[Draft], zones: Sequence[Zone], index: int) -> Iterator[int]:
    """Yield a question about the page, the heading right above it, and what follows in its box: answers and thanks."""
    yield index
    if index and drafts[index - 1].kind is Region.HEADING and drafts[index - 1].level > 1:
        yield index - 1
    wider = (zone for zone in zones if zone.first <= index < zone.last - 1)
    box = min(wider, key=lambda zone: zone.last - zone.first, default=None)
    for place in range(index + 1, box.last if box else len(drafts)):
        draft = drafts[place]
        if draft.kind is Region.HEADING or draft.cells or len(draft.text) > rules.LONGEST_ANSWER:
            return
        yield place
