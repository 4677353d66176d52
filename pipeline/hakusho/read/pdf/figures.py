"""The labels of charts and diagrams: many short pieces of small print that make no text."""

from collections.abc import Iterator, Sequence

from hakusho.read.pdf.items import Item
from hakusho.read.pdf.pdf_rules import CAPTION, CLOSED, FIGURE, FIGURE_TITLE, LABEL, NOTE, PROSE, SOURCE, STOP
from hakusho.read.pdf.shapes import Box
from hakusho.records import Region

# How many labels must stand among so many neighbours on either side.
_LEAST, _AROUND = 4, 3
_LONGEST = 24
_SMALL = 0.95
# How far below its picture a caption may begin, in sizes.
_BELOW = 1.5
# How far above what it shows a title may end, in sizes, and which share of it stands above that.
_ABOVE, _OVER = 3.2, 0.6
# A unit in brackets is as long as this.
_UNIT = 8
# A name in a legend is as long as this.
_LEGEND = 9
_LAST_LATIN = "\u02ff"
_AMONG_LABELS = (Region.FIGURE, Region.RUBY, Region.RUNNING_HEAD)


def figures_labelled(items: Sequence[Item], body: float) -> list[Item]:
    """Return a page's items with what labels a figure told from what is text; `body` is the size of prose.

    A single short line may be a heading or an item; four near one another, in small print, are a figure's.
    """
    labels = [item.kind is Region.FIGURE or _is_label(item, body) for item in items]
    kept = list(items)
    for index, item in enumerate(items):
        around = labels[max(0, index - _AROUND) : index + _AROUND + 1]
        if labels[index] and item.kind is Region.BODY and sum(around) >= _LEAST:
            kept[index] = item._replace(kind=Region.FIGURE)
    for index in _inside_figures(kept):
        kept[index] = kept[index]._replace(kind=Region.FIGURE)
    return kept


def _inside_figures(items: Sequence[Item]) -> Iterator[int]:
    """Yield the places of what stands between the caption above a figure and the line that says where it is from, where
    no sentence, number or table does: its title and labels, in whatever type."""
    held: list[int] | None = None
    for index, item in enumerate(items):
        if (caption := CAPTION.match(item.text)) and FIGURE in caption.group():
            held = []
        elif held and SOURCE.match(item.text):
            yield from held
            held = None
        elif held is not None and item.kind is Region.BODY:
            held = None if _is_said(item) else [*held, index]
        elif item.kind not in _AMONG_LABELS:
            held = None


def _is_said(item: Item, longest: int = _LEGEND) -> bool:
    label = LABEL.match(item.text)
    # ● 日本 is of a legend; what items say is not.
    told = label is not None and (not label["bullet"] or len(item.text) - label.end() > longest)
    return STOP in item.text or told


def _is_label(item: Item, body: float) -> bool:
    facts = item.facts
    if item.kind is not Region.BODY or facts is None or facts.size >= _SMALL * body:
        return False
    wide = sum(sign > _LAST_LATIN for sign in item.text)
    closed = CLOSED.search(item.text) and wide > _UNIT
    short = wide <= _LONGEST * facts.lines and facts.lines <= 4 and not closed
    told = (LABEL.match(item.text) and facts.lines > 1) or SOURCE.match(item.text)
    return short and not told


def captioned(items: Sequence[Item], pictures: Sequence[Box], shown: Sequence[Box], body: float) -> list[Item]:
    """Return a page's items with captions told from headings: the small line right below each of `pictures`, and the
    title in pointed brackets above whatever is `shown`, a picture, chart or table."""
    told = [
        _is_caption(item, pictures, body) or _is_title(item, behind, shown) or _heads_labels(item, behind, body)
        for item, behind in zip(items, [*items[1:], None], strict=False)
    ]
    return [item._replace(kind=Region.CAPTION) if is_one else item for item, is_one in zip(items, told, strict=True)]


def _is_title(item: Item, behind: Item | None, shown: Sequence[Box]) -> bool:
    facts = item.facts
    if item.kind is not Region.BODY or facts is None or not FIGURE_TITLE.fullmatch(item.text):
        return False
    if behind is not None and behind.kind is Region.FIGURE:
        return True
    x0, _, x1, y1 = facts.box
    below = [box for box in shown if -2 < box.y0 - y1 < _ABOVE * facts.size]
    return any(min(x1, box.x1) - max(x0, box.x0) > _OVER * (x1 - x0) for box in below)


def _heads_labels(item: Item, behind: Item | None, body: float) -> bool:
    """Return whether a line in small print stands right above a figure's labels, no item or clause: ■損害保険."""
    facts = item.facts
    if item.kind is not Region.BODY or facts is None or behind is None or behind.kind is not Region.FIGURE:
        return False
    label = LABEL.match(item.text)
    numbered = label is not None and not label["bullet"]
    short = facts.lines == 1 and facts.size < _SMALL * body and not PROSE.search(item.text)
    return short and not numbered and not _is_said(item, 2 * _LONGEST)


def _is_caption(item: Item, pictures: Sequence[Box], body: float) -> bool:
    facts = item.facts
    if item.kind is not Region.BODY or facts is None or facts.lines > 2 or facts.size >= _SMALL * body:
        return False
    x0, y0, x1, _ = facts.box
    below = (p for p in pictures if -2 < y0 - p.y1 < _BELOW * facts.size)
    told = CLOSED.search(item.text) or SOURCE.match(item.text) or NOTE.match(item.text) or LABEL.match(item.text)
    return not told and any(p.x0 - 2 <= x0 and x1 <= p.x1 + 2 for p in below)
