"""From one document to the rows of each table, in the order of `schemas.py`."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from hakusho.records import Analysis, Entity, Failure, Label, Section, Status
from hakusho.tabulate.checks import check_rows

Row = tuple[object, ...]
Rows = dict[str, list[Row]]

# Control characters that no table format carries; the canonical text keeps them.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
LIST = ";"


def printable(text: str) -> str:
    """Return a cell's text: control characters read as U+FFFD.

    >>> printable("総務\\x00省")
    '総務\ufffd省'
    """
    return _CONTROL.sub("\ufffd", text)


def mention_id(doc_id: str, index: int) -> str:
    """Return the id of the mention at an index of a document's mentions; no two mentions of a run share one."""
    return f"{doc_id}:m{index + 1:05d}"


def document_rows(analysis: Analysis, english: Mapping[str, str]) -> Rows:
    """Return the rows of every table but `failures`; `english` maps ISO codes to English names.

    Raises SchemaError where a row does not fit its table.
    """
    rows = {name: [*make(analysis, english)] for name, make in _MAKERS.items()}
    for name, made in rows.items():
        check_rows(name, made)
    return rows


def failure_rows(failures: Sequence[Failure]) -> list[Row]:
    """Return the rows of the table `failures`. Raises SchemaError where one does not fit."""
    rows = [(made.doc_id, made.path, made.stage, made.error, printable(made.message)) for made in failures]
    check_rows("failures", rows)
    return [*rows]


def _documents(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
    source = analysis.source.source
    pages = max((block.page for block in analysis.source.blocks), default=0)
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
    )


def _sections(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
    doc_id, paths = analysis.source.source.doc_id, dict[str, str]()
    for order, section in enumerate(analysis.segments.sections, 1):
        own = _heading(section)
        above = paths.get(section.parent_id)
        paths[section.section_id] = f"{above} > {own}" if above else own
        yield (
            doc_id,
            order,
            section.level,
            printable(section.number),
            printable(section.title),
            section.line,
            section.section_id,
            section.parent_id,
            section.heading.start,
            section.body.end,
            paths[section.section_id],
        )


def _heading(section: Section) -> str:
    return printable(f"{section.number} {section.title}".strip())


def _sentences(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
    doc_id = analysis.source.source.doc_id
    for order, sentence in enumerate(analysis.segments.sentences, 1):
        pieces = LIST.join(f"{span.start}-{span.end}" for span in sentence.pieces)
        span = sentence.span
        text = printable(sentence.text)
        yield doc_id, order, text, sentence.sentence_id, sentence.section_id, span.start, span.end, pieces


def _mentions(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
    doc_id = analysis.source.source.doc_id
    section_of, sentence_of = _section_finder(analysis), _sentence_finder(analysis)
    for index, entity in enumerate(analysis.entities):
        mention, timex = entity.mention, entity.timex
        start = mention.span.start
        yield (
            doc_id,
            mention_id(doc_id, index),
            mention.label.value,
            start,
            mention.span.end,
            mention.surface,
            entity.value,
            timex.mod if timex else "",
            LIST.join(entity.flags),
            entity.status.value,
            entity.entity_id or (entity.value if mention.label is Label.DATE else ""),
            entity.name,
            timex.first_day if timex else "",
            timex.last_day if timex else "",
            mention.region.value,
            section_of(start),
            sentence_of(start),
            mention.found_by,
            _anchor(doc_id, timex.anchor) if timex else "",
            LIST.join(entity.candidates),
            entity.certainty.value,
        )


def _anchor(doc_id: str, anchor: str) -> str:
    return mention_id(doc_id, int(anchor)) if anchor.isdigit() else anchor


def _section_finder(analysis: Analysis) -> Callable[[int], str]:
    starts = [section.heading.start for section in analysis.segments.sections]
    ids = ["", *(section.section_id for section in analysis.segments.sections)]
    return lambda offset: ids[bisect_right(starts, offset)]


def _sentence_finder(analysis: Analysis) -> Callable[[int], str]:
    pieces = sorted((span, s.sentence_id) for s in analysis.segments.sentences for span in s.pieces)
    starts = [span.start for span, _ in pieces]

    def sentence_of(offset: int) -> str:
        index = bisect_right(starts, offset) - 1
        return pieces[index][1] if index >= 0 and offset < pieces[index][0].end else ""

    return sentence_of


def _organisations(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
    for entity_id, group in sorted(_by_entity(analysis.entities, Label.ORG).items()):
        names = Counter(re.sub(r"\s+", " ", entity.mention.surface) for entity in group)
        aliases = LIST.join(sorted(names, key=lambda name: (-names[name], name)))
        first = group[0].mention.span.start
        yield analysis.source.source.doc_id, entity_id, group[0].value, aliases, len(group), first


def _countries(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
    for iso3, group in sorted(_by_entity(analysis.entities, Label.COUNTRY).items()):
        regions = Counter(entity.mention.region.value for entity in group)
        counted = LIST.join(f"{region}:{regions[region]}" for region in sorted(regions))
        yield analysis.source.source.doc_id, iso3, group[0].name, english[iso3], len(group), counted


def _by_entity(entities: Sequence[Entity], label: Label) -> dict[str, list[Entity]]:
    groups: dict[str, list[Entity]] = {}
    for entity in entities:
        if entity.mention.label is label and entity.status is Status.RESOLVED:
            groups.setdefault(entity.entity_id, []).append(entity)
    return groups


def _acronyms(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
    for acronym in analysis.segments.acronyms:
        yield analysis.source.source.doc_id, acronym.short, acronym.ja, acronym.en, acronym.span.start


def _footnotes(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
    for note in analysis.segments.footnotes:
        urls = printable(" ".join(note.urls))
        yield analysis.source.source.doc_id, note.marker, printable(note.text), urls, note.span.start, note.span.end


def _footnote_refs(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
    for ref in analysis.segments.footnote_refs:
        yield analysis.source.source.doc_id, ref.marker, ref.line, printable(ref.context), ref.span.start


def _figures(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
    for figure in analysis.segments.figures:
        yield analysis.source.source.doc_id, figure.figure_id, printable(figure.caption), figure.kind, figure.line


def _cross_references(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
    for reference in analysis.segments.cross_references:
        yield analysis.source.source.doc_id, reference.ref, reference.target_kind, reference.line, reference.span.start


def _table_cells(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
    doc_id, text = analysis.source.source.doc_id, analysis.source.text
    for table in analysis.segments.tables:
        headers: dict[int, str] = {}
        for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
            content = printable(text[cell.span.slice])
            if cell.header:
                headers[cell.column] = content
            header = "" if cell.header else headers.get(cell.column, "")
            span = cell.span
            yield doc_id, table.table_id, cell.row, cell.column, header, content, cell.filled, span.start, span.end


def _quality(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
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


def _blocks(analysis: Analysis, english: Mapping[str, str]) -> Iterator[Row]:
    for block in analysis.segments.blocks:
        yield analysis.source.source.doc_id, block.span.start, block.span.end, block.kind.value, block.page


_MAKERS: dict[str, Callable[[Analysis, Mapping[str, str]], Iterator[Row]]] = {
    "documents": _documents,
    "sections": _sections,
    "sentences": _sentences,
    "mentions": _mentions,
    "organisations": _organisations,
    "countries": _countries,
    "acronyms": _acronyms,
    "footnotes": _footnotes,
    "footnote_refs": _footnote_refs,
    "figures": _figures,
    "cross_references": _cross_references,
    "table_cells": _table_cells,
    "quality": _quality,
    "blocks": _blocks,
}
