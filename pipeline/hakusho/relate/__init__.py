"""relate: from what a document names to what it says happened."""

from collections.abc import Sequence

from hakusho.records import Entity, Event
from hakusho.relate.protocol import Relator
from hakusho.text.document import Document

__all__ = ["Relator", "relate"]


def relate(document: Document, entities: Sequence[Entity], relator: Relator) -> tuple[Event, ...]:
    """Return the events of a document in the order of their evidence."""
    return tuple(sorted(relator.relate(document, entities), key=lambda event: (event.span, event.type)))
