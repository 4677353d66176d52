"""The labels of charts and diagrams: many short pieces of small print that make no text."""

from collections.abc import Sequence
from dataclasses import replace

from hakusho.read.pdf_items import Item
from hakusho.read.pdf_rules import CLOSED, LABEL, SOURCE
from hakusho.records import Region

# How many labels must stand among so many neighbours on either side.
_LEAST, _AROUND = 4, 3
_LONGEST = 24
_SMALL = 0.95
_LAST_LATIN = "\u02ff"


def figures_labelled(items: Sequence[Item], body: float) -> list[Item]:
    """Return a page's items with what labels a figure told from what is text; `body` is the size of prose.

    A single short line may be a heading or an item; four near one another, in small print, are a figure's.
    """
    labels = [item.kind is Region.FIGURE or _is_label(item, body) for item in items]
    kept = list(items)
    for index, item in enumerate(items):
        around = labels[max(0, index - _AROUND) : index + _AROUND + 1]
        if labels[index] and item.kind is Region.BODY and sum(around) >= _LEAST:
            kept[index] = replace(item, kind=Region.FIGURE)
    return kept


def _is_label(item: Item, body: float) -> bool:
    facts = item.facts
    if item.kind is not Region.BODY or facts is None:
        return False
    short = (
        sum(sign > "\u02ff" for sign in item.text) <= _LONGEST * facts.lines
        and facts.lines <= 4
        and not CLOSED.search(item.text)
    )
    told = (LABEL.match(item.text) and facts.lines > 1) or SOURCE.match(item.text)
    return short and facts.size < _SMALL * body and not told
