"""Compare an edition with the one before: sections by their paragraphs, paragraphs by their sections, in turn."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hakusho.editions.model import NONE, Edition, Link, SectionLinks
from hakusho.editions.paragraphs import ParagraphAligner
from hakusho.editions.relations import relation
from hakusho.editions.sections import link_sections, relations

Row = tuple[object, ...]
# Sections and paragraphs tell of one another; more rounds change nothing.
_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of an edition: sections and paragraphs paired with those of the next, as rows of two tables."""

    sections: tuple[Row, ...]
    paragraphs: tuple[Row, ...]


def compare(old: Edition, new: Edition) -> Comparison:
    """Return what became of the sections and paragraphs of `old` in `new`."""
    aligner = ParagraphAligner(old, new)
    links = aligner.certain()
    sections = link_sections(old, new, links)
    for _ in range(_ROUNDS):
        links = aligner.all(sections, links)
        sections = link_sections(old, new, links)
    documents = _Documents(old, new, links)
    return Comparison(
        tuple(_section_rows(old, new, sections, documents)),
        tuple(_paragraph_rows(old, new, links, aligner, documents)),
    )


class _Documents:
    """Which document of the other edition is compared with a document: the one that shares most, else the first."""

    def __init__(self, old: Edition, new: Edition, links: Sequence[Link]) -> None:
        shared: Counter[tuple[str, str]] = Counter()
        for link in links:
            shared[old.paragraphs[link.old].doc_id, new.paragraphs[link.new].doc_id] += 1
        self._beside = [dict.fromkeys(new.documents, old.documents[0]), dict.fromkeys(old.documents, new.documents[0])]
        for (one, other), _ in sorted(shared.items(), key=lambda item: (item[1], item[0])):
            self._beside[0][other] = one
            self._beside[1][one] = other

    def old_of(self, new: str) -> str:
        return self._beside[0][new]

    def new_of(self, old: str) -> str:
        return self._beside[1][old]


def _section_rows(old: Edition, new: Edition, links: SectionLinks, documents: _Documents) -> list[Row]:
    rows = []
    for one, other, told in relations(old, new, links):
        before = old.sections[one] if one != NONE else None
        after = new.sections[other] if other != NONE else None
        old_doc = before.doc_id if before else documents.old_of(after.doc_id) if after else ""
        new_doc = after.doc_id if after else documents.new_of(old_doc)
        rows.append(
            (
                old_doc,
                new_doc,
                before.start if before else None,
                after.start if after else None,
                told,
                before.title if before else "",
                after.title if after else "",
                links.similarity.get((one, other)),
            )
        )
    return sorted(rows, key=_in_order)


def _paragraph_rows(
    old: Edition, new: Edition, links: Sequence[Link], aligner: ParagraphAligner, documents: _Documents
) -> list[Row]:
    partners = [Counter(link.old for link in links), Counter(link.new for link in links)]
    rows: list[Row] = []
    for link in links:
        one, other = old.paragraphs[link.old], new.paragraphs[link.new]
        alone = partners[0][link.old] == partners[1][link.new] == 1
        told = relation(one, other) if alone else "reworded"
        if aligner.identical((link.old, link.new)):
            told = "identical"
        spans = (one.span.start, one.span.end, other.span.start, other.span.end)
        rows.append((one.doc_id, other.doc_id, *spans, told, round(link.similarity, 4)))
    for index, one in enumerate(old.paragraphs):
        if index not in partners[0]:
            span = one.span
            rows.append((one.doc_id, documents.new_of(one.doc_id), span.start, span.end, None, None, "dropped", None))
    for index, other in enumerate(new.paragraphs):
        if index not in partners[1]:
            span = other.span
            rows.append((documents.old_of(other.doc_id), other.doc_id, None, None, span.start, span.end, "new", None))
    return sorted(rows, key=_in_order)


def _in_order(row: Row) -> tuple[object, ...]:
    """New documents in order, with what was dropped after what stood before it."""
    new_start = row[3] if len(row) == 8 and isinstance(row[4], str) else row[4]
    return (row[1], new_start is None, new_start or 0, row[0], row[2] or 0)
