"""Read some columns of the tables of a run, by document, for what stands above one document."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hakusho.errors import InputError, OutputError
from hakusho.files.tables import read_pieces
from hakusho.records import Column, TableSchema

_INTEGERS = frozenset({"start", "end", "order", "level", "line", "characters", "mentions", "count", "year"})
Row = tuple[Any, ...]


def has_table(run: Path, name: str) -> bool:
    """Return whether a run has a table."""
    return _path(run, name).is_file()


def columns(run: Path, name: str) -> frozenset[str]:
    """Return the names of a table's columns. Raises OutputError where the run has no such table."""
    try:
        with _path(run, name).open(encoding="utf-8", newline="") as file:
            return frozenset(next(csv.reader(file), []))
    except OSError as error:
        raise OutputError(
            f"{_path(run, name)}: cannot be read: {error.strerror}. Run hakusho again into {run}."
        ) from None


def rows(run: Path, name: str, wanted: Sequence[str]) -> Iterator[Row]:
    """Return the rows of a table, some columns of it. Raises OutputError where one is missing or damaged."""
    schema = TableSchema(
        name, "", tuple(Column(column, "integer" if column in _INTEGERS else "string", "") for column in wanted)
    )
    for piece in read_pieces(_path(run, name), schema):
        yield from piece[list(wanted)].itertuples(index=False, name=None)


def rows_by_document(run: Path, name: str, wanted: Sequence[str]) -> Mapping[str, list[Row]]:
    """Return the rows of a table by `doc_id`, without it; nothing where the run has no such table."""
    found: dict[str, list[Row]] = defaultdict(list)
    if has_table(run, name):
        for doc_id, *row in rows(run, name, ("doc_id", *wanted)):
            found[doc_id].append(tuple(row))
    return found


def _path(run: Path, name: str) -> Path:
    return run / "tables" / f"{name}.csv"


def file_bytes(path: Path) -> bytes:
    """Return the content of a file that the user names. Raises InputError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            str(path), f"cannot be read: {error.strerror}", "Check the path and its permissions."
        ) from None
