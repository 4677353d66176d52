"""define: from a document's structure and words to what it says its short forms stand for."""

from bisect import bisect_right
from dataclasses import replace

from hakusho.define import definition_rules as rules
from hakusho.define.definitions import acronyms, find_definitions, table_notes
from hakusho.records import UNCOUNTED, Block, Segments, Span, Words
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
    marks = frozenset(ref.span.end for ref in segments.footnote_refs)
    found = tuple(
        _unmarked(one, view, text, marks) for one in _shown(find_definitions(view, words), view, segments.blocks)
    )
    return replace(
        segments,
        definitions=tuple(definition.canonical(view) for definition in found),
        acronyms=acronyms(found, table_notes(segments.tables, segments.blocks, text), view, text, words),
    )


def _unmarked(definition: ViewDefinition, view: View, text: str, marks: frozenset[int]) -> ViewDefinition:
    """Return a definition without the mark of a note that sticks to its short form: ＣＦＤ1."""
    short = view.span(*definition.short)
    mark = rules.MARK_OF_A_NOTE.search(text, short.start, short.end)
    if short.end in marks and text.count(text[short.slice]) == 1:
        mark = mark or rules.DIGITS.search(text, short.start, short.end)
    if mark is None or mark.start() - short.start < rules.SHORTEST_KANA:
        return definition
    return replace(definition, short=view.range(Span(short.start, mark.start())))


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
