"""What a relator is."""

from collections.abc import Sequence
from typing import Protocol

from hakusho.records import Entity, Event
from hakusho.text.document import Document


class Relator(Protocol):
    """Says what happened: ties dates, places and bodies to the words that tell an event."""

    def relate(self, document: Document, entities: Sequence[Entity]) -> Sequence[Event]:
        """Return the events; `entities` are all of the document, in document order."""
        ...
