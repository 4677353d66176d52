"""Headings and captions told from how they are printed: size, weight, face and room, where a reader gives them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hakusho.records import Block, Print, Region
from hakusho.segment.line_rules import CAPTION_ID, CAPTIONS, ENDS_SENTENCE, LIST_ITEM
from hakusho.segment.lines import numbered
from hakusho.segment.vote_rules import ANNOUNCES, AUTHORS, DAY, FIGURES, NOTICE, PARTED

_LARGER, _SMALLER = 1.1, 0.93
# How much heavier a face must be than that of prose where neither is bold: W5 next to W3, or medium next to light.
_HEAVIER = 200
_LONGEST = 80
_SPREAD = 1.4
# The room above a heading that nothing else marks, in sizes; its longest, as a share of the column's width.
_ROOM, _SHORT = 0.4, 0.85
# How far a line in mid-column is set in on both sides, in sizes.
_INSET, _MUCH_ROOM = 3.0, 1.5
_MOST_LINES = 3
_LEAST_ALIKE = 3
_BESIDE = (Region.RUNNING_HEAD, Region.RUBY, Region.FIGURE, Region.FOOTNOTE)
_MARKS = re.compile(r"[^\w(（\[［【「『]+")
_CAPTION = re.compile(rf"{CAPTION_ID}")
# A title so much larger than prose may end in the number of an issue.
_MASTHEAD = 1.5
_LEAST_NAME = 5
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Usual:
    """How the prose of a document is printed."""

    size: float
    bold: bool
    gothic: bool
    weight: int = 400

    def stands_out(self, facts: Print) -> bool:
        """Return whether a block is larger or heavier than prose, or of the face that is used for emphasis."""
        return facts.size >= _SMALLER * self.size and (self.emphasises(facts) or facts.size >= _LARGER * self.size)

    def emphasises(self, facts: Print) -> bool:
        """Return whether a block is heavier than prose, or of the face that is set next to it."""
        heavier = (facts.bold and not self.bold) or facts.weight - self.weight >= _HEAVIER
        return heavier or (facts.gothic and not self.gothic)

    def is_gothic_alone(self, facts: Print) -> bool:
        """Return whether nothing but its face tells a block from prose: it is neither larger nor heavier."""
        heavier = (facts.bold and not self.bold) or facts.weight - self.weight >= _HEAVIER
        return not heavier and facts.size < _LARGER * self.size


def told_by_print(blocks: Sequence[Block], text: str, folding: Mapping[int, str]) -> tuple[Block, ...]:
    """Return a document's blocks with those told that their print shows to be headings or captions.

    Blocks without facts of print are returned as they are.
    """
    usual = usual_print(blocks)
    if usual is None:
        return tuple(blocks)
    folded = [text[block.span.slice].translate(folding) for block in blocks]
    read = _pages_of_prose(blocks, folded)
    sizes = _sizes_of_prose(blocks, folded)
    told = [
        _told(block, line, replace(usual, size=max(usual.size, sizes.get(block.page, 0.0))), block.page in read)
        for block, line in zip(blocks, folded, strict=True)
    ]
    for place in (*_set_off(told, folded, usual), *_announced(told, folded)):
        told[place] = replace(told[place], kind=Region.HEADING)
    return tuple(_without_lists(told, [_scheme(line) for line in folded]))


def usual_print(blocks: Sequence[Block]) -> Usual | None:
    """Return how most characters of the body are printed; None where nothing is known of it."""
    counts: Counter[Usual] = Counter()
    for block in blocks:
        if block.kind is Region.BODY and block.print is not None:
            weight = len(block.span) if block.print.lines > 1 else len(block.span) // 2
            counts[Usual(*_type(block.print))] += weight
    return max(counts, key=lambda usual: (counts[usual], usual.size)) if counts else None


def _scheme(line: str) -> str:
    """Return the way a line is numbered; empty for lines that are not."""
    parts = numbered(line)
    return parts[0] if parts else ""


def _without_lists(told: list[Block], schemes: Sequence[str]) -> list[Block]:
    """Make list items of what stands in a row of headings alike: lines of a cover or slide, that head nothing."""
    run: list[int] = []
    for index in range(len(told) + 1):
        block = told[index] if index < len(told) else None
        if block is not None and block.kind in _BESIDE:
            continue
        if block is not None and run and schemes[run[-1]] == schemes[index] and _alike(told[run[-1]], block):
            run.append(index)
            continue
        if len(run) >= _LEAST_ALIKE:
            for place in run:
                told[place] = replace(told[place], kind=Region.LIST)
        run = [index] if block is not None and block.kind is Region.HEADING else []
    return told


def _alike(one: Block, two: Block) -> bool:
    if two.kind is not Region.HEADING or one.print is None or two.print is None:
        return False
    return _type(one.print) == _type(two.print) and one.page == two.page


def _type(facts: Print) -> tuple[float, bool, bool, int]:
    """Return size, weight and face: blocks that are printed alike share them."""
    return round(facts.size, 1), facts.bold, facts.gothic, facts.weight


def _pages_of_prose(blocks: Sequence[Block], folded: Sequence[str]) -> set[int]:
    """Return the pages that hold a sentence; covers and contents do not."""
    return {
        block.page
        for block, line in zip(blocks, folded, strict=True)
        if block.kind is Region.BODY and ENDS_SENTENCE.search(line)
    }


def _sizes_of_prose(blocks: Sequence[Block], folded: Sequence[str]) -> dict[int, float]:
    """Return the size of the prose of each page that has some: a letter in large type has no headings of that size;
    what stands in a box is set in a type of its own."""
    counts: dict[int, Counter[float]] = defaultdict(Counter)
    for block, line in zip(blocks, folded, strict=True):
        facts = block.print
        if block.kind is Region.BODY and facts is not None and facts.lines > 1 and not facts.framed:
            counts[block.page][facts.size] += len(line) * bool(ENDS_SENTENCE.search(line))
    return {
        page: max(sizes, key=lambda size: (sizes[size], -size)) for page, sizes in counts.items() if any(sizes.values())
    }


def _told(block: Block, text: str, usual: Usual, read: bool) -> Block:
    facts = block.print
    if block.kind is not Region.BODY or facts is None or ENDS_SENTENCE.search(text) or len(text) > 2 * _LONGEST:
        return block
    if _is_caption(text, facts):
        return replace(block, kind=Region.CAPTION)
    if _is_heading(text, facts, usual) or (read and _is_centred_title(text, facts, usual)):
        return replace(block, kind=Region.HEADING)
    return block


def _is_caption(text: str, facts: Print) -> bool:
    bare = _MARKS.sub("", text, count=1) if _MARKS.match(text) else text
    return bool(_CAPTION.match(bare)) and facts.lines <= _MOST_LINES


def _is_heading(text: str, facts: Print, usual: Usual) -> bool:
    masthead = facts.size >= _MASTHEAD * usual.size and len(_LETTER.findall(text)) > _LEAST_NAME
    if not usual.stands_out(facts) or facts.lines > _MOST_LINES or not (masthead or _titles(text, 2)):
        return False
    if any(rule.pattern.match(text) for rule in CAPTIONS):
        return False
    # Size alone makes no heading of an item, or of what a box says on several lines.
    said = bool(LIST_ITEM.match(text) and not NOTICE.match(text)) or (facts.framed and facts.lines > 1)
    # What stands in a box is often Gothic throughout.
    return not said or (usual.emphasises(facts) and not (facts.framed and usual.is_gothic_alone(facts)))


def _is_centred_title(text: str, facts: Print, usual: Usual) -> bool:
    """Return whether a line of the size of prose stands in mid-column, as titles of plain documents do."""
    x0, _, x1, _ = facts.box
    left, right = x0 - facts.left, facts.right - x1
    # A long title with much room above it may be set in by less.
    inset = _INSET if facts.gap < _MUCH_ROOM else _INSET / 2
    middle = abs(left - right) < facts.size and min(left, right) > inset * facts.size
    sized = facts.size >= _SMALLER * usual.size and facts.lines <= 2 and not facts.framed
    # Two characters set far apart are a title: 目　　的.
    least = 2 if x1 - x0 > _SPREAD * len(text) * facts.size else 4
    titled = middle and sized and _titles(text, least) and not AUTHORS.match(text)
    return titled and numbered(text) is None and not LIST_ITEM.match(text)


def _set_off(told: Sequence[Block], folded: Sequence[str], usual: Usual) -> list[int]:
    """Return the lines that room above and prose below make headings, their face saying nothing; fewer are none."""
    found = [
        place
        for place in range(1, len(told) - 1)
        if _has_room(told[place], folded[place], usual) and _is_over_prose(told, folded, place)
    ]
    return found if len(found) >= _LEAST_ALIKE else []


def _announced(told: Sequence[Block], folded: Sequence[str]) -> Iterator[int]:
    """Return the lines that say what the prose below is about: 「警戒区域」について."""
    for place, block in enumerate(told[:-1]):
        line, facts = folded[place], block.print
        alone = block.kind is Region.BODY and facts is not None and facts.lines == 1 and not facts.framed
        titled = alone and ANNOUNCES.search(line) and _titles(line, 4) and numbered(line) is None
        if titled and _is_over_prose(told, folded, place):
            yield place


def _is_over_prose(told: Sequence[Block], folded: Sequence[str], place: int) -> bool:
    """Return whether the block below holds a sentence of the body, on the same page."""
    below = told[place + 1]
    body = below.kind is Region.BODY and below.page == told[place].page
    return body and ENDS_SENTENCE.search(folded[place + 1]) is not None


def _has_room(block: Block, text: str, usual: Usual) -> bool:
    facts = block.print
    if block.kind is not Region.BODY or facts is None or facts.lines > 1 or facts.framed or facts.gap < _ROOM:
        return False
    x0, _, x1, _ = facts.box
    short = x1 - facts.left < _SHORT * (facts.right - facts.left) and x0 - facts.left < facts.size / 2
    plain = numbered(text) is None and not LIST_ITEM.match(text) and not ENDS_SENTENCE.search(text)
    sized = facts.size >= _SMALLER * usual.size
    return short and plain and sized and _titles(text, 4) and not PARTED.search(text)


def _titles(text: str, least: int) -> bool:
    """Return whether a text is as long as titles are and holds enough letters; dates and figures are not titles."""
    # The number of an order with its mark is the title of a notice: ○省令第五号.
    figures = (DAY.search(text) and not NOTICE.match(text)) or FIGURES.fullmatch(text)
    return len(text) <= _LONGEST and len(_LETTER.findall(text)) >= least and not figures
