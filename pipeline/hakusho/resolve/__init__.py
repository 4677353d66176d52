"""resolve: from mentions to what they mean."""

from collections.abc import Mapping, Sequence

from hakusho.labels import in_order
from hakusho.records import Entity, Mention
from hakusho.resolve.consistency import find_inconsistencies
from hakusho.resolve.protocol import Resolver
from hakusho.text.document import Document

__all__ = ["Resolver", "find_inconsistencies", "resolve"]


def resolve(mentions: Sequence[Mention], document: Document, resolvers: Mapping[str, Resolver]) -> tuple[Entity, ...]:
    """Return an entity for each mention, in the same order.

    A date's `anchor` is the index of the mention that it was counted from, or `document`.
    """
    by_label: dict[str, list[tuple[int, Mention]]] = {label: [] for label in resolvers}
    for index, mention in enumerate(mentions):
        by_label[mention.label].append((index, mention))
    entities: dict[int, Entity] = {}
    for label in in_order({label: resolver.needs for label, resolver in resolvers.items()}):
        entities |= resolvers[label].resolve(by_label[label], document, entities)
    return tuple(entities[index] for index in range(len(mentions)))
