"""Read the CSV tables of a run with the types of their schemas: days are days, an empty cell is nothing.

One reader for all: Parquet, SQLite and Excel are written from its pieces, frames and records are made of them.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from hakusho.errors import OutputError
from hakusho.files.runs import finished_manifest
from hakusho.files.tables import unguard
from hakusho.records import Column, TableSchema

if TYPE_CHECKING:
    import pandas as pd

TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "day": pa.date32(),
}
# Bytes of a table held in memory at once; a row that does not fit is read in a larger piece.
_BLOCK = 8_000_000
_LARGER = 8
_AGAIN = "Run hakusho again with --overwrite."


def arrow_schema(schema: TableSchema) -> Any:
    """Return the Arrow schema of a table; columns that are never empty are not nullable."""
    return pa.schema([pa.field(c.name, TYPES[c.kind], nullable=not c.required) for c in schema.columns])


def read_pieces(path: Path, schema: TableSchema) -> Iterator[Any]:
    """Return a table as Arrow record batches, some rows at a time; none for a table without rows.

    Guards are taken off, empty cells are null. Columns that an older run lacks at the end are null throughout.
    Raises OutputError where the file is missing or damaged, or lacks a column in the middle.
    """
    try:
        header = _header(path)
        if header != schema.names[: len(header)]:
            missing = next((name for name in schema.names if name not in header), header[-1])
            raise OutputError(f"{path}: no column {missing}, or not at its place. {_AGAIN}")
        yield from _batches(path, schema)
    except (OSError, ValueError, csv.Error, StopIteration) as error:
        raise OutputError(f"{path}: cannot be read: {error}. Run hakusho again into this folder.") from None


def _header(path: Path) -> tuple[str, ...]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(next(csv.reader(file)))


def _batches(path: Path, schema: TableSchema) -> Iterator[Any]:
    done, block = 0, _BLOCK
    while True:
        try:
            for batch in _open(path, schema, block, done):
                done += len(batch)
                yield batch
            return
        except pa.ArrowInvalid as error:
            if "straddl" not in str(error) or block > path.stat().st_size:
                raise
            block *= _LARGER


def _open(path: Path, schema: TableSchema, block: int, skip: int) -> Iterator[Any]:
    """Read from after `skip` rows, as they were read before in smaller blocks."""
    options = arrow_csv.ConvertOptions(
        column_types=arrow_schema(schema),
        include_columns=list(schema.names),
        include_missing_columns=True,
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=True,
        true_values=["True"],
        false_values=["False"],
    )
    with arrow_csv.open_csv(
        path,
        read_options=arrow_csv.ReadOptions(block_size=block),
        parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
        convert_options=options,
    ) as batches:
        for batch in batches:
            new = batch.slice(min(skip, len(batch)))
            skip -= len(batch) - len(new)
            if len(new):
                yield _unguarded(new, schema)


def _unguarded(batch: Any, schema: TableSchema) -> Any:
    columns = [_column(batch.column(i), column) for i, column in enumerate(schema.columns)]
    return pa.record_batch(columns, names=list(schema.names))


def _column(values: Any, column: Column) -> Any:
    if column.kind != "string" or not pc.any(pc.starts_with(values, "'")).as_py():
        return values
    return pa.array([cell if cell is None else unguard(cell) for cell in values.to_pylist()], pa.string())


def read_arrow(run: Path, schema: TableSchema) -> Any:
    """Return a table of a run as an Arrow table; one that an older run does not have is empty.

    Raises OutputError where the run is not finished, or the file missing or damaged.
    """
    path = run / "tables" / f"{schema.name}.csv"
    there = path.is_file() or schema.name in finished_manifest(run)["rows"]
    plain = pa.schema([(column.name, TYPES[column.kind]) for column in schema.columns])
    return pa.Table.from_batches(read_pieces(path, schema) if there else [], plain)


def read_table(run: Path, schema: TableSchema) -> "pd.DataFrame":
    """Return a table of a run as a data frame: text as `str`, numbers as `int64`, `Int64` where they may be missing, or
    `float64`, days as `datetime64[s]`; what is empty is missing. Raises OutputError as `read_arrow`.
    """
    return typed_frame(read_arrow(run, schema).to_pandas(date_as_object=False), schema)


def typed_frame(table: "pd.DataFrame", schema: TableSchema) -> "pd.DataFrame":
    """Return a data frame of a table with the types that `read_table` gives, however it was read.

    For what `pandas.read_sql` and `pandas.read_parquet` return of a run, so that frames of all stores are equal.
    """
    return table.astype({column.name: _frame_type(column, table) for column in schema.columns})


def _frame_type(column: Column, table: "pd.DataFrame") -> str:
    if column.kind == "integer":
        # Of older runs even what is never empty may be missing.
        return "int64" if column.required and table[column.name].notna().all() else "Int64"
    return {"string": "str", "number": "float64", "boolean": "bool", "day": "datetime64[s]"}[column.kind]


def missing_columns(run: Path, schema: TableSchema) -> tuple[str, ...]:
    """Return the columns at the end of a table that an older run does not have. The table must be there."""
    path = run / "tables" / f"{schema.name}.csv"
    return schema.names[len(_header(path)) :]


def read_records(run: Path, schema: TableSchema) -> list[dict[str, Any]]:
    """Return the rows of a table of a run, each a dict of its columns, as `tabulate` made them.

    Empty texts and days are empty strings, missing numbers None. Raises OutputError as `read_arrow`.
    """
    table = read_arrow(run, schema)
    columns = [plain_cells(table.column(column.name), column, "") for column in schema.columns]
    return [dict(zip(schema.names, row, strict=True)) for row in zip(*columns, strict=True)]


def plain_cells(values: Any, column: Column, empty: object = None) -> list[Any]:
    """Return a column as Python's own types, days in ISO 8601; `empty` stands for no text and no day."""
    if column.kind == "day":
        values = pc.cast(values, pa.string())
    cells: list[Any] = values.to_pylist()
    if empty is None or column.kind not in ("string", "day"):
        return cells
    return [empty if cell is None else cell for cell in cells]
