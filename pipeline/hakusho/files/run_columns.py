"""Read some columns of the tables of a run, by document, for what stands above one document."""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hakusho.errors import OutputError
from hakusho.files.tables import unguard

_INTEGERS = frozenset({"start", "end", "order", "level", "line", "characters", "mentions", "count"})
# A run may mark its CSV files for spreadsheets.
_ENCODING = "utf-8-sig"
_AGAIN = "Run hakusho again into this folder."
Row = tuple[Any, ...]


def has_table(run: Path, name: str) -> bool:
    """Return whether a run has a table."""
    return _path(run, name).is_file()


def columns(run: Path, name: str) -> frozenset[str]:
    """Return the names of a table's columns. Raises OutputError where the run has no such table."""
    try:
        with _path(run, name).open(encoding=_ENCODING, newline="") as file:
            return frozenset(next(csv.reader(file), []))
    except (OSError, ValueError) as error:
        raise _unreadable(_path(run, name), error) from None


def rows(run: Path, name: str, wanted: Sequence[str]) -> Iterator[Row]:
    """Return the rows of a table, some columns of it: offsets and counts as int, others as text, guards taken off.

    Other columns may come and go. Raises OutputError where one of these is missing, or the table is damaged.
    """
    path = _path(run, name)
    csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding=_ENCODING, newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            missing = [column for column in wanted if column not in header]
            if missing:
                raise OutputError(f"{path}: no column {missing[0]}. {_AGAIN}")
            places = [(header.index(column), int if column in _INTEGERS else unguard) for column in wanted]
            for row in reader:
                yield tuple(read(row[at]) for at, read in places)
    except (OSError, ValueError, IndexError, csv.Error) as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> OutputError:
    return OutputError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}. {_AGAIN}")


def rows_by_document(run: Path, name: str, wanted: Sequence[str]) -> Mapping[str, list[Row]]:
    """Return the rows of a table by `doc_id`, without it; nothing where the run has no such table."""
    found: dict[str, list[Row]] = defaultdict(list)
    if has_table(run, name):
        for doc_id, *row in rows(run, name, ("doc_id", *wanted)):
            found[doc_id].append(tuple(row))
    return found


def _path(run: Path, name: str) -> Path:
    return run / "tables" / f"{name}.csv"
