"""resolve: from mentions to what they mean."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hakusho.labels import DATE, in_order, registry
from hakusho.records import Certainty, Entity, Mention, Status, Timex
from hakusho.resolve.consistency import find_inconsistencies
from hakusho.resolve.protocol import Resolver
from hakusho.text.calendar import interval
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
    found = (entities.get(index) or Entity(mention, Status.UNKNOWN) for index, mention in enumerate(mentions))
    return tuple(_as_given(entity) if entity.mention.given else entity for entity in found)


def _as_given(entity: Entity) -> Entity:
    """Return an entity with the value that the user gave."""
    sure = replace(entity, status=Status.RESOLVED, value=entity.mention.given, flags=(), candidates=())
    return _given_date(sure) if entity.mention.label == DATE else _given_name(sure, entity)


def _given_date(entity: Entity) -> Entity:
    first, last = interval(entity.value)
    timex = Timex(entity.value, first_day=first.isoformat(), last_day=last.isoformat())
    return replace(entity, timex=timex, certainty=Certainty.CERTAIN)


def _given_name(entity: Entity, resolved: Entity) -> Entity:
    """Return it with its own name and id, unless it is the body or country that the lexicon resolved it to."""
    if entity.value in (resolved.value, resolved.name):
        return entity
    own_id = resolved.entity_id if registry()[entity.mention.label].by_entity else entity.value
    return replace(entity, name=entity.value, entity_id=own_id, known=None)
