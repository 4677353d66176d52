"""The rows of the tables `events` and `event_participants`."""

from collections.abc import Callable

from hakusho.records import Analysis, Entity
from hakusho.tabulate.entity_tables import LIST, Row
from hakusho.text.layout import Layout


def event_rows(analysis: Analysis, printable: Callable[[str], str]) -> dict[str, list[Row]]:
    """Return the rows of both tables; `printable` is what cleans a cell's text."""
    doc_id, layout = analysis.source.source.doc_id, Layout(analysis.segments)
    events: list[Row] = []
    participants: list[Row] = []
    for number, event in enumerate(analysis.events, 1):
        event_id, date = f"{doc_id}:e{number:05d}", analysis.entities[event.date]
        until = analysis.entities[event.until] if event.until >= 0 else date
        start, timex = event.span.start, date.timex
        sentence, section = layout.sentence(start), layout.section_id(start)
        events.append(
            (
                doc_id,
                event_id,
                event.type,
                printable(event.name),
                _value(date, until),
                printable(date.mention.surface),
                timex.first_day if timex else "",
                until.timex.last_day if until.timex else "",
                printable(event.place),
                event.place_country,
                LIST.join(side.value for side in event.participants),
                printable(event.outcome),
                start,
                event.span.end,
                f"{doc_id}:{sentence.sentence_id}" if sentence else "",
                f"{doc_id}:{section}" if section else "",
                event.found_by,
            )
        )
        for order, side in enumerate(event.participants, 1):
            mention = f"{doc_id}:m{side.mention + 1:05d}" if side.mention >= 0 else ""
            participants.append((doc_id, event_id, order, side.label, side.value, mention))
    return {"events": events, "event_participants": participants}


def _value(date: Entity, until: Entity) -> str:
    return date.value if until is date or not date.value else f"{date.value}/{until.value}"
