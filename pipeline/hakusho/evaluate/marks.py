"""From gold annotations and tables to the mentions that an evaluation compares."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hakusho.records import Entity, Label, Marked, Span


def marks_of_rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[Marked]:
    """Return the mentions of rows of the table `mentions`."""
    for row in rows:
        yield Marked(
            row["doc_id"],
            Span(int(row["start"]), int(row["end"])),
            row["label"],
            row["text"],
            row["value"],
            row["entity_id"],
            row["region"],
            row["found_by"],
        )


def marks_of_entities(doc_id: str, entities: Iterable[Entity]) -> Iterator[Marked]:
    """Return the mentions of an analysis."""
    for entity in entities:
        mention = entity.mention
        yield Marked(
            doc_id,
            mention.span,
            mention.label.value,
            mention.surface,
            entity.value,
            entity.entity_id if mention.label is Label.ORG else entity.value,
            mention.region.value,
            mention.found_by,
        )
