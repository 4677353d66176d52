"""Tools of a web page told by their words, where no element, class or place tells them: back to the top, counters,
software to read a file with, questions about the page. Words that may be the text's as well are the text's."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from hakusho.read.html import tool_rules as rules
from hakusho.read.html.html_rules import COPYRIGHT, FULL_STOP, HALF_LINKED
from hakusho.read.html.zones import Draft, Zone
from hakusho.records import Region

_JUDGED = (Region.BODY, Region.LIST, Region.CAPTION)


def find_tools(drafts: Sequence[Draft], zones: Sequence[Zone], name: str, content: tuple[int, int]) -> list[bool]:
    """Return which drafts are tools of the page; `name` is the page's title, `content` where its text lies."""
    first, last = content
    found = [_in_pieces(draft, first <= index < last) for index, draft in enumerate(drafts)]
    _restore_items(drafts, found, range(first, last))
    for index, draft in enumerate(drafts):
        if draft.kind is Region.HEADING and draft.level > 1 and rules.ELSEWHERE.fullmatch(draft.text):
            for place in _below(drafts, zones, index):
                found[place] = True
    if rules.ABOUT_SITE.search(_subject(drafts, name)):
        return found
    asking = [_may_ask(draft) for draft in drafts]
    for index, draft in enumerate(drafts):
        found[index] |= not asking[index] and (_in_sentences(draft) or _leads_elsewhere(draft))
    for index in range(len(drafts)):
        # Nothing else may stand for more than itself.
        if found[index] or asking[index]:
            for place in _with_its_box(drafts, zones, index, found[index]):
                found[place] = True
    return found


def _with_its_box(drafts: Sequence[Draft], zones: Sequence[Zone], index: int, found: bool) -> Iterator[int]:
    """Yield what belongs to a tool: what stands in its bar, the answers to it."""
    draft = drafts[index]
    if found and len(draft.text) <= rules.LONGEST and rules.BAR.search(draft.text):
        yield from _bar(drafts, zones, index)
    if _may_ask(draft):
        yield from _answers(drafts, zones, index)


def _restore_items(drafts: Sequence[Draft], found: list[bool], inside: range) -> None:
    """Take back items of a list of the text, some of which have a tool's words: コンテンツ, ファッション, 食文化."""
    start = inside.start
    for index in range(inside.start, inside.stop + 1):
        if index < inside.stop and drafts[index].kind is Region.LIST:
            continue
        if not all(found[start:index]):
            for place in range(start, index):
                found[place] = found[place] and rules.SURE_PIECE.fullmatch(drafts[place].text) is not None
        start = index + 1


def _may_ask(draft: Draft) -> bool:
    short = len(draft.text) <= rules.LONGEST and not draft.cells
    return bool(short and rules.ASK_SIGNS.search(draft.text) and rules.ASKS.search(draft.text))


def _subject(drafts: Sequence[Draft], name: str) -> str:
    """Return what a page is about: its title, and its first heading where that is not the site's name."""
    titles = (d.text for d in drafts if d.kind is Region.HEADING and d.level == 1)
    return f"{name} {next((title for title in titles if not rules.SITE.fullmatch(title)), '')}"


def _in_pieces(draft: Draft, inside: bool) -> bool:
    text = draft.text
    if draft.kind not in _JUDGED or draft.cells or len(text) > rules.LONGEST or FULL_STOP in text:
        return False
    linked = draft.linked >= len(text) > 0
    return _is_of_tools(text, linked, inside and not linked)


def _leads_elsewhere(draft: Draft) -> bool:
    """Return whether a draft is a link as a whole that says what it leads to: あわせて読みたい …"""
    if not draft.linked >= len(draft.text) > 0 or draft.kind not in _JUDGED:
        return False
    return bool(rules.LEADS.match(draft.text) or rules.ELSEWHERE.fullmatch(draft.text))


@lru_cache(maxsize=1024)
def _is_of_tools(text: str, linked: bool, strictly: bool) -> bool:
    return all(_is_piece(line, linked, strictly) for line in text.split("\n"))


def _is_piece(line: str, linked: bool, strictly: bool = False) -> bool:
    # A short word that is no link may be any word.
    if linked or len(line) >= rules.SHORTEST_TOOL:
        if (rules.SURE_PIECE if strictly else rules.PIECE).fullmatch(line) or _is_said_by_tool(line):
            return True
    if linked and rules.LINKED_PIECE.fullmatch(line):
        return True
    pieces = [piece.strip() for piece in rules.PARTS.split(line)]
    pieces = [piece for piece in pieces if piece]
    return len(pieces) > 1 and all(
        rules.PIECE.fullmatch(p) or rules.LINKED_PIECE.fullmatch(p) or _is_said_by_tool(p) for p in pieces
    )


def _is_said_by_tool(sentence: str) -> bool:
    """Return whether a sentence has a tool's words and speaks as tools do: of the page, to the reader, or of nobody.

    >>> _is_said_by_tool("当サイトではCookieを使用しています"), _is_said_by_tool("各社は、Cookieを使用しています")
    (True, False)
    """
    # How a sentence ends is sooner seen than what it says.
    if rules.PLAIN.search(sentence.rstrip("。 　")[-8:]) or rules.SENTENCE.search(sentence) is None:
        return False
    if rules.OWN.search(sentence):
        return True
    if rules.ASKED.search(sentence):
        return rules.ABOUT_OTHERS.search(sentence) is None
    return rules.SUBJECT.search(sentence) is None


def _in_sentences(draft: Draft) -> bool:
    """Return whether each sentence of a draft is a tool's."""
    text = draft.text
    if draft.kind not in _JUDGED or draft.cells or len(text) > 2 * rules.LONGEST or FULL_STOP not in text:
        return False
    if not _may_be_copyright(text) and (_begins_plainly(text) or rules.SENTENCE_SIGNS.search(text) is None):
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    # Who sent it may stand below the words of a tool.
    return all(_speaks(line) if FULL_STOP in line else _is_label(line) for line in lines)


def _begins_plainly(text: str) -> bool:
    """Return whether the first sentence of a text ends as no tool's does: most do, and it is soon seen."""
    return text[: text.index(FULL_STOP)][-1:] in rules.PLAIN_ENDS


def _may_be_copyright(text: str) -> bool:
    return "©" in text or "ight" in text or "(c)" in text or "(C)" in text or "（c）" in text or "（C）" in text


def _is_label(line: str) -> bool:
    return len(line) <= rules.LONGEST_LABEL or _is_piece(line, False)


def _speaks(line: str) -> bool:
    sentences = (sentence for sentence in line.split(FULL_STOP) if sentence.strip())
    return all(len(s) <= rules.LONGEST and (_is_said_by_tool(s) or _is_copyright(s)) for s in sentences)


def _is_copyright(sentence: str) -> bool:
    return COPYRIGHT.search(sentence) is not None and rules.SUBJECT.search(sentence) is None


def _bar(drafts: Sequence[Draft], zones: Sequence[Zone], index: int) -> Iterator[int]:
    """Yield what stands in the box of a bar that begins with a tool's sentence, headings, tables and prose aside."""
    boxes = (zone for zone in zones if zone.first == index and 1 < zone.last - index <= rules.MOST_IN_BAR)
    box = max(boxes, key=lambda zone: zone.last, default=None)
    for place in range(index, box.last if box else index):
        if drafts[place].kind is Region.HEADING or drafts[place].cells or _is_prose(drafts[place]):
            return
        yield place


def _is_prose(draft: Draft) -> bool:
    return FULL_STOP in draft.text and rules.PLAIN.search(draft.text) is not None


def _below(drafts: Sequence[Draft], zones: Sequence[Zone], index: int) -> Iterator[int]:
    """Yield a heading over other pages with what stands in its box, or with what stands below it, if all are links."""
    box = min((z for z in zones if z.first == index and z.last > index + 1), key=lambda zone: zone.last, default=None)
    end = box.last if box else _next_heading(drafts, index)
    below = range(index + 1, end)
    links = [place for place in below if _is_link(drafts[place]) or drafts[place].kind is Region.HEADING]
    told = box is not None and (rules.OF_PAGE.match(drafts[index].text) or _has_controls(box))
    lines = told and _is_of_line_or_two(drafts, below)
    if (links and len(links) == len(below)) or lines:
        yield index
        yield from below


def _next_heading(drafts: Sequence[Draft], index: int) -> int:
    heads = (i for i in range(index + 1, len(drafts)) if drafts[i].kind is Region.HEADING)
    return next(heads, len(drafts))


def _is_link(draft: Draft) -> bool:
    return not draft.cells and draft.linked >= HALF_LINKED * len(draft.text)


def _is_of_line_or_two(drafts: Sequence[Draft], places: range) -> bool:
    told = [drafts[place] for place in places]
    if any(d.cells or (d.kind is Region.HEADING and not _is_link(d)) for d in told) or len(told) > rules.MOST_IN_BAR:
        return False
    return sum(len(d.text) for d in told if FULL_STOP in d.text) <= rules.LONGEST_ANSWER


def _answers(drafts: Sequence[Draft], zones: Sequence[Zone], index: int) -> Iterator[int]:
    """Yield a question about the page, its heading, and what else is in its box: answers and thanks."""
    box = _question_box(drafts, zones, index)
    controls = box is not None and _has_controls(box)
    # Below a question of a survey stands what people answered.
    reported = index + 1 < len(drafts) and _is_prose(drafts[index + 1])
    if not controls and (reported or not rules.ASKS_OF_ITSELF.search(drafts[index].text)):
        return
    yield index
    above = drafts[index - 1] if index else drafts[index]
    headed = box is not None and controls and box.first < index
    if above.kind is Region.HEADING and above.level > 1 and (headed or rules.LINKED_PIECE.fullmatch(above.text)):
        yield index - 1
    for place in range(index + 1, box.last if box else index):
        draft = drafts[place]
        if draft.kind is Region.HEADING or draft.cells or len(draft.text) > rules.LONGEST_ANSWER or _is_prose(draft):
            return
        yield place


def _question_box(drafts: Sequence[Draft], zones: Sequence[Zone], index: int) -> Zone | None:
    """Return the smallest element that holds more than a question and begins with it, or with its heading."""
    wider = (zone for zone in zones if zone.first <= index < zone.last and zone.last - zone.first > 1)
    box = min(wider, key=lambda zone: zone.last - zone.first, default=None)
    if box is None or box.kind in ("main", "article") or index - box.first > 1:
        return None
    head = drafts[box.first]
    headed = box.first == index or (head.kind is Region.HEADING and head.level > 1)
    return box if headed else None


def _has_controls(zone: Zone) -> bool:
    return next(zone.element.iter(*rules.CONTROLS), None) is not None
