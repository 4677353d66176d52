"""From the tables of a run to its editions: paragraphs are put together from blocks and the sentences that tie them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from hakusho.editions.model import NONE, Edition, Fact, Paragraph, SectionNode
from hakusho.editions.naming import EditionName
from hakusho.files.run_columns import Row, rows_by_document
from hakusho.files.runs import read_text
from hakusho.records import Region, Span

T = TypeVar("T")

_TEXT = (Region.BODY.value, Region.LIST.value)
# Running text has some of these; an address or a row of figures has none.
_JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[。．.!?！？][」』）)\s]*\Z")


@dataclass(frozen=True)
class Tables:
    """What is needed of a run's tables, each by document."""

    sections: Mapping[str, list[Row]]
    blocks: Mapping[str, list[Row]]
    sentences: Mapping[str, list[Row]]
    mentions: Mapping[str, list[Row]]
    markers: Mapping[str, list[Row]]
    references: Mapping[str, list[Row]]


def read_tables(run: Path) -> Tables:
    """Return what the comparison needs of a run. Raises OutputError for a damaged table."""
    return Tables(
        rows_by_document(run, "sections", ("section_id", "parent_id", "level", "number", "title", "start")),
        rows_by_document(run, "blocks", ("start", "end", "region")),
        rows_by_document(run, "sentences", ("pieces",)),
        rows_by_document(run, "mentions", ("start", "end", "label", "value", "text")),
        rows_by_document(run, "footnote_refs", ("start", "marker")),
        rows_by_document(run, "cross_references", ("start", "ref")),
    )


def load_edition(run: Path, tables: Tables, named: EditionName) -> Edition:
    """Return an edition with its sections and paragraphs, its documents one after another."""
    sections: list[SectionNode] = []
    paragraphs: list[Paragraph] = []
    characters = 0
    for doc_id in named.documents:
        text = read_text(run, doc_id) or ""
        characters += len(text)
        first = len(sections)
        sections += _sections(doc_id, tables.sections.get(doc_id, []), first)
        paragraphs += _Document(doc_id, text, tables, sections[first:], first).paragraphs()
    return Edition(
        named.series, named.name, named.year, named.documents, characters, tuple(sections), tuple(paragraphs)
    )


def _sections(doc_id: str, rows: Sequence[Row], first: int) -> Iterable[SectionNode]:
    places = {section_id: first + at for at, (section_id, *_) in enumerate(rows)}
    for _, parent_id, level, number, title, start in rows:
        yield SectionNode(doc_id, start, level, number, title, places.get(parent_id, NONE))


class _Document:
    def __init__(self, doc_id: str, text: str, tables: Tables, sections: Sequence[SectionNode], first: int) -> None:
        self._doc_id, self._text, self._first = doc_id, text, first
        self._section_starts = [section.start for section in sections]
        self._blocks = [Span(start, end) for start, end, _ in tables.blocks.get(doc_id, [])]
        self._regions = [region for *_, region in tables.blocks.get(doc_id, [])]
        self._sentences = _Places([_whole(pieces) for (pieces,) in tables.sentences.get(doc_id, [])], _itself)
        self._facts = _Places(_facts(tables.mentions.get(doc_id, [])), lambda fact: fact.span)
        self._markers = _Places(_spans(tables.markers.get(doc_id, [])), _itself)
        self._references = _Places(_spans(tables.references.get(doc_id, [])), _itself)

    def paragraphs(self) -> Iterable[Paragraph]:
        for blocks in self._groups():
            span = self._trimmed(Span(self._blocks[blocks[0]].start, self._blocks[blocks[-1]].end))
            if _JAPANESE.search(self._text[span.slice]):
                yield self._paragraph(span, blocks)

    def _groups(self) -> Iterable[list[int]]:
        """Return the blocks of each paragraph: those that a sentence ties, and lists that go on with one."""
        starts = [block.start for block in self._blocks]
        tied = set[int]()
        for sentence in self._sentences.items:
            first, last = (bisect_right(starts, place) - 1 for place in (sentence.start, sentence.end - 1))
            tied.update(range(first + 1, last + 1))
        group: list[int] = []
        for index, region in enumerate(self._regions):
            if region in _TEXT:
                if group and not (index in tied or self._goes_on(group[-1], index)):
                    yield group
                    group = []
                group.append(index)
            elif region == Region.HEADING.value and group:
                yield group
                group = []
        if group:
            yield group

    def _goes_on(self, above: int, index: int) -> bool:
        """Return whether a block is an item of a list that a sentence left open, or that is not a sentence itself."""
        if self._regions[index] != Region.LIST.value or above != index - 1:
            return False
        return not (self._is_closed(above) and self._is_closed(index))

    def _is_closed(self, index: int) -> bool:
        return bool(_SENTENCE_END.search(self._text[self._blocks[index].slice]))

    def _trimmed(self, span: Span) -> Span:
        text = self._text[span.slice]
        return Span(span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip()))

    def _paragraph(self, span: Span, blocks: Sequence[int]) -> Paragraph:
        section = bisect_right(self._section_starts, span.start) - 1
        between = [self._blocks[at] for at in range(blocks[0], blocks[-1]) if at not in blocks]
        return Paragraph(
            self._doc_id,
            span,
            self._first + section if section >= 0 else NONE,
            self._text[span.slice],
            self._facts.within(span),
            (*self._markers.within(span), *between),
            self._references.within(span),
            self._sentences.within(span),
        )


class _Places(Generic[T]):
    """Things of a text, found by where they begin."""

    def __init__(self, items: Iterable[T], span: Callable[[T], Span]) -> None:
        self.items = sorted(items, key=lambda item: (span(item).start, -span(item).end))
        self._starts = [span(item).start for item in self.items]

    def within(self, span: Span) -> tuple[T, ...]:
        """Return what begins in a span."""
        return tuple(self.items[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)])


def _itself(span: Span) -> Span:
    return span


def _whole(pieces: str) -> Span:
    places = pieces.split(";")
    return Span(int(places[0].split("-")[0]), int(places[-1].split("-")[1]))


def _facts(rows: Iterable[Row]) -> Iterable[Fact]:
    for start, end, label, value, text in rows:
        yield Fact(Span(start, end), label, value or text)


def _spans(rows: Iterable[Row]) -> Iterable[Span]:
    for start, printed in rows:
        yield Span(start, start + len(printed))
