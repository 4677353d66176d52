"""A document as recognisers and resolvers see it: its text, its structure, and the view that rules read."""

from dataclasses import dataclass, field
from functools import cached_property

from hakusho.records import Segments, SourceText, Words
from hakusho.text.layout import Layout
from hakusho.text.views import View


@dataclass(frozen=True)
class Document:
    """`view` is what rules match on, `words` its words; offsets of it map back to `text` through `view.span`."""

    source: SourceText
    segments: Segments
    view: View = field(repr=False)
    words: Words = field(repr=False)

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.source.text

    @property
    def published(self) -> str:
        """The date of publication: YYYY, YYYY-MM or YYYY-MM-DD, or empty."""
        return self.source.source.published

    @cached_property
    def note_marks(self) -> tuple[int, ...]:
        """The characters of the canonical text that are marks of notes, in order."""
        marks = (mark.span for mark in self.segments.footnote_refs)
        return tuple(sorted({at for span in marks for at in range(span.start, span.end)}))

    @cached_property
    def layout(self) -> Layout:
        """Which block, section, sentence, cell and page holds an offset of the canonical text."""
        return Layout(self.segments)
