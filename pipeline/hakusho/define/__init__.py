"""define: from a document's structure and words to what it says its short forms stand for."""

from bisect import bisect_right
from dataclasses import replace

from hakusho.define.definitions import acronyms, find_definitions, table_notes
from hakusho.records import UNCOUNTED, Block, Segments, Words
from hakusho.text.definitions import ViewDefinition
from hakusho.text.views import View

__all__ = ["define"]


def define(segments: Segments, view: View, words: Words, text: str) -> Segments:
    """Return a document's structure with its definitions, and its short forms with what they stand for.

    `view` is the reading view of `text` and `words` are its words.

    >>> from hakusho.flow import analyse
    >>> found = analyse("市は、公の施設を管理する者（以下「管理者」という。）を定める。").segments.acronyms
    >>> [(row.short, row.ja) for row in found]
    [('管理者', '公の施設を管理する者')]
    """
    found = _shown(find_definitions(view), view, segments.blocks)
    return replace(
        segments,
        definitions=tuple(definition.canonical(view) for definition in found),
        acronyms=acronyms(found, table_notes(segments.tables, segments.blocks, text), view, text, words),
    )


def _shown(found: list[ViewDefinition], view: View, blocks: tuple[Block, ...]) -> tuple[ViewDefinition, ...]:
    """Return the definitions of a document, without those in text that it does not show."""
    hidden = [block.span for block in blocks if block.kind in UNCOUNTED]
    if not hidden:
        return tuple(found)
    starts = [span.start for span in hidden]
    kept = []
    for definition in found:
        index = bisect_right(starts, view.span(*definition.short).start) - 1
        if index < 0 or view.span(*definition.short).start >= hidden[index].end:
            kept.append(definition)
    return tuple(kept)
