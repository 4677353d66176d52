"""The labels of charts and diagrams: many short pieces of small print that make no text."""

from collections.abc import Sequence
from dataclasses import replace

from hakusho.read.pdf_items import Item
from hakusho.read.pdf_rules import CLOSED, LABEL, SOURCE
from hakusho.records import Region

_LEAST = 4
_LONGEST = 24
_SMALL = 0.95


def figures_labelled(items: Sequence[Item], body: float) -> list[Item]:
    """Return a page's items with what labels a figure told from what is text; `body` is the size of prose.

    A single short line may be a heading or an item; four that follow one another, in small print, are a figure's.
    """
    kept = list(items)
    run: list[int] = []
    for index, item in enumerate([*items, None]):
        if item is not None and _is_label(item, body):
            run.append(index)
        elif item is None or item.kind is not Region.RUBY:
            if len(run) >= _LEAST:
                for place in run:
                    kept[place] = replace(kept[place], kind=Region.FIGURE)
            run = []
    return kept


def _is_label(item: Item, body: float) -> bool:
    facts = item.facts
    if item.kind is not Region.BODY or facts is None:
        return False
    short = len(item.text) <= _LONGEST * facts.lines and facts.lines <= 4 and not CLOSED.search(item.text)
    return (
        short
        and facts.size < _SMALL * body
        and not (LABEL.match(item.text) and facts.lines > 1)
        and not SOURCE.match(item.text)
    )
