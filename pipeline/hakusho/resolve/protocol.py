"""What a resolver is."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from hakusho.records import Entity, Mention
from hakusho.text.document import Document

Indexed = Sequence[tuple[int, Mention]]


class Resolver(Protocol):
    """Says what the mentions of one label mean. `needs` names the labels whose entities it looks at."""

    @property
    def label(self) -> str: ...

    @property
    def needs(self) -> frozenset[str]: ...

    def resolve(self, mentions: Indexed, document: Document, known: Mapping[int, Entity]) -> Mapping[int, Entity]:
        """Return an entity for each of its mentions, by the mention's index among all of the document.

        `mentions` are (index, mention) in document order; `known` holds the entities that were resolved before.
        """
        ...
