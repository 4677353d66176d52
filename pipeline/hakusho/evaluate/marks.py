"""From gold annotations and tables to the mentions that an evaluation compares."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hakusho.labels import registry
from hakusho.records import Annotation, Entity, Span


def marks_of_rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[Annotation]:
    """Return the mentions of rows of the table `mentions`."""
    for row in rows:
        yield Annotation(
            row["doc_id"],
            Span(int(row["start"]), int(row["end"])),
            row["label"],
            row["text"],
            row["value"],
            row["entity_id"],
            row["region"],
            row["found_by"],
        )


def marks_of_entities(doc_id: str, entities: Iterable[Entity]) -> Iterator[Annotation]:
    """Return the mentions of an analysis."""
    for entity in entities:
        mention = entity.mention
        yield Annotation(
            doc_id,
            mention.span,
            mention.label,
            mention.surface,
            entity.value,
            entity.entity_id if registry()[mention.label].by_entity else entity.value,
            mention.region.value,
            mention.found_by,
        )
