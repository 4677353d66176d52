"""From one document to the rows of each table, in the order of `schemas.py`."""

import re
from collections.abc import Callable, Iterator, Sequence

from hakusho.labels import registry
from hakusho.records import Analysis, Entity, Failure, Section
from hakusho.tabulate.checks import check_rows
from hakusho.tabulate.entity_tables import LIST, Row, entity_rows
from hakusho.tabulate.event_rows import event_rows
from hakusho.tabulate.schemas import ENTITY_TABLES
from hakusho.text.layout import Layout

Rows = dict[str, list[Row]]

# Control characters that no table format carries; the canonical text keeps them.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def printable(text: str) -> str:
    """Return a cell's text: control characters read as U+FFFD.

    >>> printable("総務\\x00省")
    '総務\ufffd省'
    """
    return _CONTROL.sub("\ufffd", text)


def mention_id(doc_id: str, index: int) -> str:
    """Return the id of the mention at an index of a document's mentions; no two mentions of a run share one."""
    return f"{doc_id}:m{index + 1:05d}"


def run_id(doc_id: str, local: str) -> str:
    """Return the id in a run of what has an id in its document; empty for what has none.

    >>> run_id("ict_2012", "h0001"), run_id("ict_2012", "")
    ('ict_2012:h0001', '')
    """
    return f"{doc_id}:{local}" if local else ""


def document_rows(analysis: Analysis) -> Rows:
    """Return the rows of every table but `failures`.

    Raises SchemaError where a row does not fit its table.
    """
    rows = made_rows(analysis)
    for name, made in rows.items():
        check_rows(name, made)
    return rows


def made_rows(analysis: Analysis) -> Rows:
    """Return the rows of `document_rows` unchecked: of a text in memory, which has no path."""
    rows = {name: [*make(analysis)] for name, make in _MAKERS.items()}
    rows |= {table.schema.name: [*entity_rows(analysis, label, table)] for label, table in ENTITY_TABLES.items()}
    return rows | event_rows(analysis, printable)


def failure_rows(failures: Sequence[Failure]) -> list[Row]:
    """Return the rows of the table `failures`. Raises SchemaError where one does not fit."""
    rows = [(made.doc_id, made.path, made.stage, made.error, printable(made.message), made.kind) for made in failures]
    check_rows("failures", rows)
    return [*rows]


def _documents(analysis: Analysis) -> Iterator[Row]:
    source = analysis.source.source
    pages = len(analysis.source.pages)
    yield (
        source.doc_id,
        source.path,
        source.media.value,
        source.encoding,
        source.sha256,
        printable(source.title),
        source.publisher,
        source.published,
        len(analysis.source.text),
        len(analysis.segments.sentences),
        len(analysis.entities),
        source.encoding_confidence,
        source.url,
        pages,
        source.published_from,
        source.series,
        source.edition,
    )


def _sections(analysis: Analysis) -> Iterator[Row]:
    doc_id, paths = analysis.source.source.doc_id, _paths(analysis.segments.sections)
    for order, section in enumerate(analysis.segments.sections, 1):
        yield (
            doc_id,
            order,
            section.level,
            printable(section.number),
            printable(section.title),
            section.line,
            run_id(doc_id, section.section_id),
            run_id(doc_id, section.parent_id),
            section.heading.start,
            section.body.end,
            paths[section.section_id],
            section.found_by,
        )


def _paths(sections: Sequence[Section]) -> dict[str, str]:
    """Return the headings from the top down to each section, by its id in the document."""
    paths: dict[str, str] = {}
    for section in sections:
        own, above = _heading(section), paths.get(section.parent_id)
        paths[section.section_id] = f"{above} > {own}" if above else own
    return paths


def _heading(section: Section) -> str:
    return printable(f"{section.number} {section.title}".strip())


def _sentences(analysis: Analysis) -> Iterator[Row]:
    doc_id, layout = analysis.source.source.doc_id, Layout(analysis.segments)
    for order, sentence in enumerate(analysis.segments.sentences, 1):
        pieces = LIST.join(f"{span.start}-{span.end}" for span in sentence.pieces)
        span = sentence.span
        text = printable(sentence.text)
        yield (
            doc_id,
            order,
            text,
            run_id(doc_id, sentence.sentence_id),
            run_id(doc_id, sentence.section_id),
            span.start,
            span.end,
            pieces,
            run_id(doc_id, sentence.speech_id),
            layout.page(span.start),
            sentence.kind,
        )


def _speeches(analysis: Analysis) -> Iterator[Row]:
    doc_id = analysis.source.source.doc_id
    for order, speech in enumerate(analysis.segments.speeches, 1):
        named = printable(speech.speaker), printable(speech.role), printable(speech.party)
        yield doc_id, run_id(doc_id, speech.speech_id), order, *named, speech.span.start, speech.span.end


def _mentions(analysis: Analysis) -> Iterator[Row]:
    doc_id = analysis.source.source.doc_id
    layout, paths = Layout(analysis.segments), _paths(analysis.segments.sections)
    for index, entity in enumerate(analysis.entities):
        mention, timex = entity.mention, entity.timex
        start = mention.span.start
        sentence, section = layout.sentence(start), layout.section_id(start)
        yield (
            doc_id,
            mention_id(doc_id, index),
            mention.label,
            start,
            mention.span.end,
            mention.surface,
            entity.value,
            timex.mod if timex else "",
            LIST.join(entity.flags),
            entity.status.value,
            entity_id_of(entity),
            entity.name,
            timex.first_day if timex else "",
            timex.last_day if timex else "",
            mention.region.value,
            run_id(doc_id, section),
            run_id(doc_id, sentence.sentence_id) if sentence else "",
            mention.found_by,
            _anchor(doc_id, timex.anchor) if timex else "",
            LIST.join(entity.candidates),
            layout.page(start),
            paths.get(section, ""),
            run_id(doc_id, layout.speech_id(start)),
            LIST.join(mention.features),
            entity.certainty.value,
        )


def entity_id_of(entity: Entity) -> str:
    """Return the id of the thing that a mention names; of labels without a table of their own the value."""
    return entity.entity_id or ("" if registry()[entity.mention.label].table else entity.value)


def _anchor(doc_id: str, anchor: str) -> str:
    return mention_id(doc_id, int(anchor)) if anchor.isdigit() else anchor


def _acronyms(analysis: Analysis) -> Iterator[Row]:
    doc_id, layout = analysis.source.source.doc_id, Layout(analysis.segments)
    for acronym in analysis.segments.acronyms:
        start = acronym.span.start
        sentence = layout.sentence(start)
        sentence_id = run_id(doc_id, sentence.sentence_id) if sentence else ""
        yield doc_id, acronym.short, acronym.ja, acronym.en, start, acronym.scope, sentence_id


def _footnotes(analysis: Analysis) -> Iterator[Row]:
    doc_id, layout = analysis.source.source.doc_id, Layout(analysis.segments)
    for note in analysis.segments.footnotes:
        span, text, urls = note.span, printable(note.text), printable(" ".join(note.urls))
        yield (
            doc_id,
            note.marker,
            text,
            urls,
            span.start,
            span.end,
            run_id(doc_id, note.note_id),
            note.found_by,
            layout.page(span.start),
        )


def _footnote_refs(analysis: Analysis) -> Iterator[Row]:
    doc_id = analysis.source.source.doc_id
    for ref in analysis.segments.footnote_refs:
        context, start = printable(ref.context), ref.span.start
        yield doc_id, ref.marker, ref.line, context, start, run_id(doc_id, ref.target_id)


def _figures(analysis: Analysis) -> Iterator[Row]:
    for figure in analysis.segments.figures:
        yield analysis.source.source.doc_id, figure.figure_id, printable(figure.caption), figure.kind, figure.line


def _cross_references(analysis: Analysis) -> Iterator[Row]:
    doc_id = analysis.source.source.doc_id
    for pointer in analysis.segments.cross_references:
        # Figures are known by their printed number, sections by their id in the run.
        target = run_id(doc_id, pointer.target_id) if pointer.target_kind == "section" else pointer.target_id
        yield doc_id, pointer.ref, pointer.target_kind, pointer.line, pointer.span.start, target


def _table_cells(analysis: Analysis) -> Iterator[Row]:
    doc_id, text, layout = analysis.source.source.doc_id, analysis.source.text, Layout(analysis.segments)
    for table in analysis.segments.tables:
        headers: dict[int, str] = {}
        for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
            content = printable(text[cell.span.slice])
            if cell.header and content and content != headers.get(cell.column):
                above = headers.get(cell.column, "")
                headers[cell.column] = f"{above} {content}" if above else content
            header = "" if cell.header else headers.get(cell.column, "")
            yield (
                doc_id,
                table.table_id,
                cell.row,
                cell.column,
                header,
                content,
                cell.filled,
                cell.span.start,
                cell.span.end,
                *table.value(cell),
                layout.page(cell.span.start),
            )


def _quality(analysis: Analysis) -> Iterator[Row]:
    for issue in analysis.quality:
        start_text = printable(issue.start_text)
        yield (
            analysis.source.source.doc_id,
            issue.line,
            start_text,
            issue.kind,
            printable(issue.comment),
            issue.span.start,
        )


def _blocks(analysis: Analysis) -> Iterator[Row]:
    doc_id = analysis.source.source.doc_id
    for block in analysis.segments.blocks:
        starts = [(block.span.start, block.page), *block.breaks]
        ends = [*(offset for offset, _ in block.breaks), block.span.end]
        for (start, page), end in zip(starts, ends, strict=True):
            yield doc_id, start, end, block.kind.value, page


def _pages(analysis: Analysis) -> Iterator[Row]:
    doc_id = analysis.source.source.doc_id
    for facts in analysis.source.pages:
        yield (
            doc_id,
            facts.page,
            facts.kind.value,
            facts.rotation,
            facts.columns,
            facts.characters,
            facts.lost,
            facts.images,
            facts.comment,
        )


_MAKERS: dict[str, Callable[[Analysis], Iterator[Row]]] = {
    "documents": _documents,
    "sections": _sections,
    "sentences": _sentences,
    "speeches": _speeches,
    "mentions": _mentions,
    "acronyms": _acronyms,
    "footnotes": _footnotes,
    "footnote_refs": _footnote_refs,
    "figures": _figures,
    "cross_references": _cross_references,
    "table_cells": _table_cells,
    "quality": _quality,
    "blocks": _blocks,
    "pages": _pages,
}
