"""Show where a mention came from: the characters, the line, the section, the rule."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hakusho.errors import OutputError, UsageError
from hakusho.files.runs import read_text, text_name
from hakusho.files.typed import read_records
from hakusho.tabulate import SCHEMAS

_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Trace:
    """A mention with its source: `before` and `after` are the text around it, `line` counts from 1."""

    mention: dict[str, Any]
    document: dict[str, Any]
    section: str
    sentence: str
    line: int
    before: str
    after: str


def trace(run: Path, mention_id: str) -> Trace:
    """Return the trace of a mention of a run.

    Raises UsageError for an id that the run does not have, OutputError for a folder that holds no run.
    """
    mentions = read_records(run, SCHEMAS["mentions"])
    found = [row for row in mentions if row["mention_id"] == mention_id]
    found = found or [row for row in mentions if row["mention_id"].endswith(f":{mention_id}")]
    if len(found) != 1:
        example = f"An id looks like this: {mentions[0]['mention_id']}." if mentions else "This run has no mentions."
        raise UsageError(f"{run}: {'several mentions' if found else 'no mention'} {mention_id}. {example}")
    row = found[0]
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
    )


def _row(run: Path, name: str, key: dict[str, str]) -> dict[str, Any]:
    rows = read_records(run, SCHEMAS[name])
    return next((row for row in rows if all(row[column] == value for column, value in key.items())), {})
