"""segment: from a document's text to its structure."""

from collections.abc import Mapping

from hakusho.records import Block, Join, Media, Region, Segments, SourceText, Span
from hakusho.segment.blocks import group_blocks
from hakusho.segment.classify import classify
from hakusho.segment.headings import find_headings
from hakusho.segment.hints import Hints
from hakusho.segment.lines import split_lines
from hakusho.segment.notes import find_footnotes
from hakusho.segment.notes.references import find_references
from hakusho.segment.openings import words_begin
from hakusho.segment.printed import told_by_print
from hakusho.segment.quality import find_defects
from hakusho.segment.references import find_cross_references, find_figures
from hakusho.segment.section_tree import section_tree
from hakusho.segment.sentences import Run, split_runs, split_sentences
from hakusho.segment.speeches import find_turns, speeches, with_speeches
from hakusho.segment.tables import find_tables
from hakusho.segment.wrapping import full_ends
from hakusho.text.layout import Lines
from hakusho.text.views import View, view_of

__all__ = ["segment"]


def segment(source: SourceText, folding: Mapping[int, str]) -> tuple[Segments, View]:
    """Return the structure of a document and the view that rules read it in.

    `folding` is `folding_table(...)` of the character lexicon.

    >>> from hakusho.records import Source
    >>> segments, view = segment(SourceText(Source("a"), "1 概要\\n\\n　総務省は、\\n発表した。次に述べる。"), {})
    >>> [section.title for section in segments.sections], [s.text for s in segments.sentences]
    (['概要'], ['総務省は、発表した。', '次に述べる。'])
    """
    text = source.text
    # An item that hangs under its label is one piece, whatever it begins with.
    hanging = {block.span.start for block in source.blocks if block.print is not None and block.print.hanging}
    folded = text.translate(folding)
    lines = split_lines(text, folded, hanging)
    printed = Lines(text)
    hints = Hints(told_by_print(source.blocks, text, folding))
    state = classify(lines, text, hints)
    turns = find_turns(state, text)
    headings = find_headings(state, source.source.title, frozenset(turn.index for turn in turns))
    sections = section_tree(headings, lines, text)
    blocks, joins = group_blocks(state, len(text))
    begins = words_begin(state, [(turn.index, turn.begin) for turn in turns])
    runs = split_runs(blocks, text, begins, full_ends(lines, state.margin), _has_whole_paragraphs(source))
    spoken = speeches(turns, state, text)
    sentences = with_speeches(split_sentences(runs, joins, sections, text), spoken)
    figures = find_figures(blocks, lines, text)
    tables, shifts = find_tables(blocks, lines, figures, text)
    footnotes = find_footnotes(blocks, lines, text)
    all_joins = _with_page_breaks(joins, runs, text)
    view = view_of(text, folded, all_joins, _spaced_tables(blocks, text))
    defects = find_defects(source, runs, sentences, sections, footnotes, shifts, printed)
    segments = Segments(
        blocks=blocks,
        joins=all_joins,
        sections=sections,
        sentences=sentences,
        speeches=spoken,
        tables=tables,
        footnotes=footnotes,
        footnote_refs=find_references(blocks, footnotes, text, printed),
        figures=figures,
        cross_references=find_cross_references(blocks, figures, sections, text, printed),
        quality=defects,
    )
    return segments, view


def _has_whole_paragraphs(source: SourceText) -> bool:
    """Return whether a format without pages says where paragraphs end; those of Markdown may be lines of print."""
    told = source.blocks and source.source.media is not Media.MARKDOWN
    return bool(told) and not any(block.page or block.print for block in source.blocks)


def _with_page_breaks(joins: tuple[Join, ...], runs: list[Run], text: str) -> tuple[Join, ...]:
    """Add the breaks between the pieces of torn sentences where nothing but white space stands between."""
    torn = []
    for run in runs:
        spans = [span for _, span in run.pieces]
        for above, below in zip(spans, spans[1:], strict=False):
            if run.torn_by == "page" and not text[above.end : below.start].strip():
                torn.append(Join(above.end, below.start))
    return tuple(sorted([*joins, *torn], key=lambda join: join.start))


def _spaced_tables(blocks: tuple[Block, ...], text: str) -> list[Span]:
    return [b.span for b in blocks if b.kind is Region.TABLE and "\t" not in text[b.span.slice]]
