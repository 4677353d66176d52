"""Tables on disk: CSV always, Parquet and SQLite made from it where asked for; written in pieces, placed whole."""

import csv
import io
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from hakusho.errors import OutputError
from hakusho.records import Column, TableSchema

if TYPE_CHECKING:
    import pandas as pd

FORMATS = ("csv", "parquet", "sqlite")
SQLITE = "hakusho.sqlite"
_CSV = ".csv"

# What a spreadsheet would run as a formula; a sign before a plain number is none.
_FORMULA = r"(?s)'*(?:[=@\t＝＠]|[+\-＋－].*[^0-9０-９.,．，%％ ])"
_GUARDED = re.compile(_FORMULA)
_FIRST_OF_GUARDED = frozenset("'=@\t＝＠+-＋－")
# Rows of a table held in memory at once while other formats are made.
_CHUNK = 50_000


def guard(text: str) -> str:
    """Return a CSV cell that no spreadsheet takes for a formula: an apostrophe goes in front of one.

    >>> guard("=HYPERLINK(0)"), guard("-0.5"), guard("総務省")
    ("'=HYPERLINK(0)", '-0.5', '総務省')
    """
    return f"'{text}" if _GUARDED.match(text) else text


def unguard(cell: str) -> str:
    """Return the text that `guard` was given.

    >>> unguard(guard("=1+1")), unguard(guard("'=1+1")), unguard("'quoted'")
    ('=1+1', "'=1+1", "'quoted'")
    """
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell[1:]) else cell


def csv_lines(rows: Sequence[Sequence[object]]) -> bytes:
    """Return rows of one length as CSV without a header: UTF-8, LF, RFC 4180, formulas guarded.

    >>> csv_lines([("総務省", 1), ("=1+1", 2)]).decode()
    "総務省,1\\n'=1+1,2\\n"
    """
    columns = [_guarded(column) for column in zip(*rows, strict=True)]
    return _quoted(zip(*columns, strict=True)).encode()


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Return rows as CSV with a header, as `csv_lines` writes them; a lone surrogate stays, as its three bytes."""
    cells = ([_guarded_cell(row.get(column, "")) for column in columns] for row in rows)
    return _quoted([columns, *cells]).encode("utf-8", "surrogatepass")


def _quoted(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV. Before Python 3.13 `csv` quotes a lone CR only where lines end in one, which ours do not."""
    rows = list(rows)
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerows(rows)
    made = file.getvalue()
    if "\r" not in made:
        return made
    return "".join(_with_carriage_returns(row) for row in rows)


def _with_carriage_returns(row: Sequence[object]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerow(row)
    return file.getvalue().removesuffix("\r\n") + "\n"


def _guarded_cell(cell: object) -> object:
    return guard(cell) if isinstance(cell, str) else cell


def _guarded(column: tuple[object, ...]) -> Sequence[object]:
    """Guard a column's cells; most columns have none that begins like a formula."""
    if not isinstance(column[0], str):
        return column
    texts = cast("tuple[str, ...]", column)
    return texts if _FIRST_OF_GUARDED.isdisjoint(text[:1] for text in texts) else [guard(text) for text in texts]


class CsvTables:
    """`tables/<name>.csv` of a run, put together from `csv_lines` in a working folder."""

    def __init__(self, folder: Path, schemas: Sequence[TableSchema]) -> None:
        self._files = {schema.name: (folder / f"{schema.name}{_CSV}").open("wb") for schema in schemas}
        for schema in schemas:
            self.add(schema.name, csv_lines([schema.names]))

    def add(self, name: str, lines: bytes) -> None:
        self._files[name].write(lines)

    def close(self) -> dict[str, Path]:
        """Return the finished file of each table by the table's name."""
        for file in self._files.values():
            file.close()
        return {name: Path(file.name) for name, file in self._files.items()}


class Sink(Protocol):
    """Takes a run's tables piece by piece into files of a working folder."""

    def add(self, schema: TableSchema, table: "pd.DataFrame") -> None: ...

    def close(self) -> list[tuple[str, Path]]:
        """Return (name in the run, finished file) of each file."""
        ...


class ParquetSink:
    """`tables/<name>.parquet`, a row group a piece."""

    def __init__(self, folder: Path, schemas: Sequence[TableSchema]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        self._pa = pa
        kinds = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
        kinds |= {"day": pa.string()}
        self._schemas = {s.name: pa.schema([(c.name, kinds[c.kind]) for c in s.columns]) for s in schemas}
        self._paths = {name: folder / f"{name}.parquet" for name in self._schemas}
        self._writers = {name: pq.ParquetWriter(path, self._schemas[name]) for name, path in self._paths.items()}

    def add(self, schema: TableSchema, table: "pd.DataFrame") -> None:
        if len(table):
            arrow = self._pa.Table.from_pandas(table, self._schemas[schema.name], preserve_index=False)
            self._writers[schema.name].write_table(arrow.replace_schema_metadata(None))

    def close(self) -> list[tuple[str, Path]]:
        for writer in self._writers.values():
            writer.close()
        return [(f"tables/{name}.parquet", path) for name, path in self._paths.items()]


class SqliteSink:
    """`hakusho.sqlite`, a table a table."""

    def __init__(self, folder: Path, schemas: Sequence[TableSchema]) -> None:
        self._path = folder / SQLITE
        self._connection = sqlite3.connect(self._path)
        self._connection.execute("PRAGMA journal_mode = OFF")
        kinds = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "day": "TEXT"}
        for schema in schemas:
            columns = ", ".join(f'"{c.name}" {kinds[c.kind]}' for c in schema.columns)
            self._connection.execute(f'CREATE TABLE "{schema.name}" ({columns})')

    def add(self, schema: TableSchema, table: "pd.DataFrame") -> None:
        places = ", ".join("?" * len(schema.columns))
        rows = table.astype(object).where(table.notna(), None).itertuples(index=False, name=None)
        # Names come from our own schemas, never from a document.
        self._connection.executemany(f'INSERT INTO "{schema.name}" VALUES ({places})', rows)  # noqa: S608

    def close(self) -> list[tuple[str, Path]]:
        self._connection.commit()
        self._connection.close()
        return [(SQLITE, self._path)]


SINKS: dict[str, Callable[[Path, Sequence[TableSchema]], Sink]] = {
    "parquet": ParquetSink,
    "sqlite": SqliteSink,
}


def read_table(run: Path, schema: TableSchema) -> "pd.DataFrame":
    """Return a table of a run, empty cells as empty strings, guards taken off.

    Raises OutputError where the file is missing, damaged or lacks a column.
    """
    import pandas as pd

    return pd.concat(read_pieces(run / "tables" / f"{schema.name}{_CSV}", schema), ignore_index=True)


def read_pieces(path: Path, schema: TableSchema) -> "Iterator[pd.DataFrame]":
    """Return a table as `read_table` does, some rows at a time; at least one piece, which may have no rows."""
    import pandas as pd

    strings: Any = {column.name: "str" for column in schema.columns}
    try:
        with pd.read_csv(path, dtype=strings, keep_default_na=False, encoding="utf-8", chunksize=_CHUNK) as pieces:
            for piece in pieces:
                yield _typed(piece, schema, path)
    except (OSError, ValueError) as error:
        raise OutputError(f"{path}: cannot be read: {error}. Run hakusho again into this folder.") from None


def read_records(run: Path, schema: TableSchema) -> list[dict[str, Any]]:
    """Return the rows of a table of a run, each a dict of its columns."""
    return [{str(name): value for name, value in row.items()} for row in read_table(run, schema).to_dict("records")]


def _typed(table: "pd.DataFrame", schema: TableSchema, path: Path) -> "pd.DataFrame":
    missing = [name for name in schema.names if name not in table.columns]
    if missing:
        raise OutputError(f"{path}: no column {missing[0]}. Run hakusho again with --overwrite.")
    for column in schema.columns:
        try:
            table[column.name] = _cells(table[column.name], column)
        except ValueError as error:
            raise OutputError(f"{path}, column {column.name}: {error}. Run hakusho again with --overwrite.") from None
    return table


def _cells(values: "pd.Series[Any]", column: Column) -> "pd.Series[Any]":
    if column.kind == "integer":
        return values.astype("int64") if column.required else values.where(values != "").astype("Int64")
    if column.kind == "number":
        return values.astype("float64") if column.required else values.where(values != "").astype("float64")
    if column.kind == "boolean":
        return values == "True"
    return values.map(unguard)
