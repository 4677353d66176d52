"""Show where a mention or event came from: the characters, the line, the section, the rule."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hakusho.errors import OutputError, UsageError
from hakusho.files.runs import read_text, text_name
from hakusho.files.typed import read_records
from hakusho.tabulate import SCHEMAS

_CONTEXT = 60
# The id of an event, alone or behind that of its document.
_EVENT = re.compile(r"(?:.*:)?e[0-9]{5,}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Trace:
    """A mention or event with its source: `before` and `after` are the text around it, `line` counts from 1.

    `sides` are who took part in an event: its rows of `event_participants`.
    """

    mention: dict[str, Any]
    document: dict[str, Any]
    section: str
    sentence: str
    line: int
    before: str
    after: str
    quote: str = ""
    sides: tuple[dict[str, Any], ...] = ()


def trace(run: Path, row_id: str) -> Trace:
    """Return the trace of a mention or event of a run.

    Raises UsageError for an id that the run does not have, OutputError for a folder that holds no run.
    """
    event = bool(_EVENT.fullmatch(row_id))
    row = _named(run, "events", "event_id", row_id) if event else _named(run, "mentions", "mention_id", row_id)
    doc_id, start, end = row["doc_id"], row["start"], row["end"]
    text = read_text(run, doc_id)
    if text is None:
        raise OutputError(f"{run / text_name(doc_id)}: missing. Run hakusho again into this folder.")
    return Trace(
        row,
        _row(run, "documents", {"doc_id": doc_id}),
        _row(run, "sections", {"doc_id": doc_id, "section_id": row["section_id"]}).get("path", ""),
        _row(run, "sentences", {"doc_id": doc_id, "sentence_id": row["sentence_id"]}).get("text", ""),
        text.count("\n", 0, start) + 1,
        text[max(0, start - _CONTEXT) : start].rpartition("\n")[2],
        text[end : end + _CONTEXT].partition("\n")[0],
        text[start:end],
        _sides(run, row["event_id"]) if event else (),
    )


def _named(run: Path, table: str, column: str, row_id: str) -> dict[str, Any]:
    rows = read_records(run, SCHEMAS[table])
    found = [row for row in rows if row[column] == row_id]
    found = found or [row for row in rows if row[column].endswith(f":{row_id}")]
    if len(found) != 1:
        example = f"An id looks like this: {rows[0][column]}." if rows else f"This run has no {table}."
        one = table.removesuffix("s")
        raise UsageError(f"{run}: {f'several {table}' if found else f'no {one}'} {row_id}. {example}")
    return found[0]


def _sides(run: Path, event_id: str) -> tuple[dict[str, Any], ...]:
    return tuple(row for row in read_records(run, SCHEMAS["event_participants"]) if row["event_id"] == event_id)


def _row(run: Path, name: str, key: dict[str, str]) -> dict[str, Any]:
    rows = read_records(run, SCHEMAS[name])
    return next((row for row in rows if all(row[column] == value for column, value in key.items())), {})
