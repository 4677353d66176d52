"""Write a sample of mentions for a person to judge, and read what was judged: CSV with a header."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hakusho.errors import InputError
from hakusho.files.own import create
from hakusho.files.tables import csv_table, marked, unguard
from hakusho.files.user_files import delimiter_of, user_bytes, user_text

_NEEDED = ("mention_id", "label", "start", "end", "found_by", "right")
_RIGHT = frozenset("y yes 1 true ○ 〇 ◯".split())
_WRONG = frozenset("n no 0 false × x ✕".split())


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged mention; `place` is where its row stands in the file."""

    mention_id: str
    label: str
    start: int
    end: int
    found_by: str
    right: bool
    place: str


def write_sample(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Write rows as CSV that spreadsheets read as UTF-8. Raises OutputError where there is such a file already."""
    create(path, marked(csv_table(columns, rows), True))


def read_judged(path: Path) -> Iterator[Judged]:
    """Return the judged rows of a sample. Raises InputError, naming the line, for what cannot be right."""
    text = user_text(user_bytes(path), path)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    try:
        if missing := [name for name in _NEEDED if name not in (reader.fieldnames or ())]:
            raise InputError(str(path), f"no column {missing[0]}", "Keep the columns of the sample.", "line 1")
        for row in reader:
            place = f"line {reader.line_num}"
            word = (row["right"] or "").strip().lower()
            if word and word not in _RIGHT | _WRONG:
                raise InputError(str(path), f"right is {word!r}", "Write y or n, or leave it empty.", place)
            if word:
                yield _judged({name: unguard(row[name] or "") for name in _NEEDED}, word in _RIGHT, path, place)
    except csv.Error as error:
        raise InputError(str(path), f"not CSV: {error}", "Save it as CSV.", f"line {reader.line_num}") from None


def _judged(row: Mapping[str, str], right: bool, path: Path, place: str) -> Judged:
    if not (row["start"].isdecimal() and row["end"].isdecimal() and len(row["start"] + row["end"]) < 30):
        raise InputError(str(path), "start or end is not a number", "Keep the columns of the sample.", place)
    start, end = int(row["start"]), int(row["end"])
    return Judged(row["mention_id"], row["label"], start, end, row["found_by"], right, place)
