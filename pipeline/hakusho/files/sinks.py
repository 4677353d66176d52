"""The formats that are made from a run's CSV tables where asked for; written in pieces, placed whole."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from hakusho.files.database import SqliteSink
from hakusho.files.parquet import ParquetSink
from hakusho.files.workbook import ExcelSink
from hakusho.records import TableSchema


class Sink(Protocol):
    """Takes a run's tables and texts piece by piece into files of a working folder.

    `remarks` say what the format could not hold as it is.
    """

    remarks: tuple[str, ...]

    def add(self, schema: TableSchema, piece: Any) -> None:
        """Take some rows of a table: an Arrow record batch of `files.typed.read_pieces`."""
        ...

    def add_text(self, doc_id: str, text: str) -> None:
        """Take the canonical text of a document; after all tables."""
        ...

    def close(self) -> list[tuple[str, Path]]:
        """Return (name in the run, finished file) of each file."""
        ...


SINKS: dict[str, Callable[[Path, Sequence[TableSchema]], Sink]] = {
    "parquet": ParquetSink,
    "sqlite": SqliteSink,
    "excel": ExcelSink,
}
