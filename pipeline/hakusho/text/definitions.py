"""Definitions in offsets of the reading view, as `segment` finds them and recognisers look at them."""

from dataclasses import dataclass

from hakusho.records import Definition, Span
from hakusho.text.views import View

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ViewDefinition:
    """A `hakusho.records.Definition` whose places are [start, end) of a view."""

    short: Range
    ja: Range | None = None
    en: Range | None = None
    kind: str = "acronym"

    @classmethod
    def of(cls, definition: Definition, view: View) -> "ViewDefinition":
        """Return a definition of the canonical text in offsets of its view."""
        ja, en = (view.range(span) if span else None for span in (definition.ja, definition.en))
        return cls(view.range(definition.short), ja, en, definition.kind)

    def canonical(self, view: View) -> Definition:
        """Return the definition in offsets of the canonical text."""
        ja, en = (_span(place, view) for place in (self.ja, self.en))
        return Definition(view.span(*self.short), ja, en, self.kind)


def _span(place: Range | None, view: View) -> Span | None:
    return view.span(*place) if place else None
