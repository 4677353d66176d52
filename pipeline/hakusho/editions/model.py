"""What an edition holds for comparison: its sections as a tree, its paragraphs with the facts that they name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hakusho.records import Span

NONE = -1


@dataclass(frozen=True, slots=True)
class Fact:
    """A place that may hold something else next year. `kind` is a mention's label, `value` what it means."""

    span: Span
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class SectionNode:
    """A heading of an edition; `parent` is the index of the section that holds it, NONE at the top."""

    doc_id: str
    start: int
    level: int
    number: str
    title: str
    parent: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One printed paragraph of running text.

    Spans are of the canonical text, in code points. `section` is the index of the innermost section that holds it.
    `markers` are note markers and what else lies inside it without being of it; `references` are places where the
    document points to a figure, chapter or section of its own. `sentences` are those that begin in it.
    """

    doc_id: str
    span: Span
    section: int
    text: str
    facts: tuple[Fact, ...] = ()
    markers: tuple[Span, ...] = ()
    references: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Edition:
    """One edition of a series: one document, or several in the order of their ids. `year` tells the order."""

    series: str
    name: str
    year: int
    documents: tuple[str, ...]
    characters: int = 0
    sections: tuple[SectionNode, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()

    def lineage(self, section: int) -> Iterator[int]:
        """Return a section and those that hold it, innermost first; nothing for NONE."""
        while section != NONE:
            yield section
            section = self.sections[section].parent

    @cached_property
    def masses(self) -> Sequence[int]:
        """Characters of running text of each section, those of the sections in it too."""
        masses = [0] * len(self.sections)
        for paragraph in self.paragraphs:
            for section in self.lineage(paragraph.section):
                masses[section] += len(paragraph.text)
        return masses


@dataclass(frozen=True, slots=True)
class Link:
    """Two paragraphs, by their indices, of which one carries matter of the other: `weight` letters at most."""

    old: int
    new: int
    similarity: float
    weight: float


@dataclass(frozen=True)
class SectionLinks:
    """Which sections answer to which: one partner at most in `main`, further ones in `taken_up` and `parted`.

    `main` and `taken_up` (an old section that another took up) are by old section, `parted` (a new section that took a
    part of an old one) is by new section.
    `similarity` is of the pairs (old, new).
    """

    main: Mapping[int, int] = field(default_factory=dict)
    taken_up: Mapping[int, int] = field(default_factory=dict)
    parted: Mapping[int, int] = field(default_factory=dict)
    similarity: Mapping[tuple[int, int], float] = field(default_factory=dict)

    @cached_property
    def pairs(self) -> frozenset[tuple[int, int]]:
        """All pairs (old, new), with the tops of both trees as one."""
        parted = {(old, new) for new, old in self.parted.items()}
        return frozenset({*self.main.items(), *self.taken_up.items(), *parted, (NONE, NONE)})
