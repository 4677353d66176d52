"""What `segment` gives: the structure of one document."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hakusho.records.source import Block, Cell
from hakusho.records.spans import Span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text it rules: `body` ends where the next heading of its rank or above begins.

    `number` is as printed ("第7節", "(1)", "ア"), empty for a heading without one.
    """

    section_id: str
    parent_id: str
    level: int
    number: str
    title: str
    heading: Span
    body: Span
    line: int
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `pieces` are its parts in the canonical text where a page break or list tears it.

    `kind` is body, list, or bracket for one that stands in brackets after another.
    """

    sentence_id: str
    section_id: str
    text: str
    pieces: tuple[Span, ...]
    kind: str = "body"
    speech_id: str = ""

    @property
    def span(self) -> Span:
        return Span(self.pieces[0].start, self.pieces[-1].end)


@dataclass(frozen=True, slots=True)
class Speech:
    """What one speaker says in one turn; `span` is from after the label to the last word."""

    speech_id: str
    speaker: str
    role: str
    party: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells. `rows` counts header rows too.

    `values` holds (number, unit) by (row, column), for the cells that hold a number.
    """

    table_id: str
    caption: str
    span: Span
    line: int
    cells: tuple[Cell, ...]
    values: Mapping[tuple[int, int], tuple[float, str]] = field(default_factory=dict)

    def value(self, cell: Cell) -> tuple[float | None, str]:
        """Return number and unit of a cell; None and empty where it holds no number."""
        return self.values.get((cell.row, cell.column), (None, ""))


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note; `text` is without its marker and addresses, `urls` are those."""

    marker: str
    text: str
    urls: tuple[str, ...]
    span: Span
    note_id: str = ""
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class FootnoteRef:
    """The place in the text where a footnote's marker stands; `context` is what stands before it."""

    marker: str
    span: Span
    line: int
    context: str
    target_id: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A captioned figure or table; `kind` is figure or table."""

    figure_id: str
    caption: str
    kind: str
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A pointer to another place of the document; `target_kind` is section, figure, table or text."""

    ref: str
    target_kind: str
    span: Span
    line: int
    target_id: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """What the document says a short form stands for; None where it has no such form.

    `kind` is acronym, hereafter (以下「機構」という。) or alias (通称, 略称).
    """

    short: Span
    ja: Span | None = None
    en: Span | None = None
    kind: str = "acronym"
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form with what it stands for; `ja` or `en` may be empty. Spans point at the forms in the text."""

    short: str
    ja: str
    en: str
    span: Span
    ja_span: Span | None = None
    en_span: Span | None = None
    scope: str = ""


@dataclass(frozen=True, slots=True)
class QualityIssue:
    """A defect of the source, with the text it begins at."""

    line: int
    start_text: str
    kind: str
    comment: str
    span: Span


@dataclass(frozen=True, slots=True)
class Join:
    """A line break inside a paragraph, which a reader does not see: text[start:end] reads as `replacement`."""

    start: int
    end: int
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Segments:
    """The structure of one document. `blocks` tile the text; all tuples are in document order."""

    blocks: tuple[Block, ...] = ()
    joins: tuple[Join, ...] = ()
    sections: tuple[Section, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    speeches: tuple[Speech, ...] = ()
    tables: tuple[Table, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    footnote_refs: tuple[FootnoteRef, ...] = ()
    figures: tuple[Figure, ...] = ()
    cross_references: tuple[CrossReference, ...] = ()
    definitions: tuple[Definition, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    quality: tuple[QualityIssue, ...] = ()
