"""Tables as Parquet, with the types of their schemas."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from hakusho.files.typed import arrow_schema
from hakusho.records import TableSchema


class ParquetSink:
    """`tables/<name>.parquet`: days are dates, truths are booleans, what is empty is null."""

    remarks: tuple[str, ...] = ()

    def __init__(self, folder: Path, schemas: Sequence[TableSchema]) -> None:
        self._schemas = {schema.name: arrow_schema(schema) for schema in schemas}
        self._paths = {name: folder / f"{name}.parquet" for name in self._schemas}
        self._writers = {name: pq.ParquetWriter(path, self._schemas[name]) for name, path in self._paths.items()}

    def add(self, schema: TableSchema, piece: Any) -> None:
        columns = [piece.column(i) for i in range(piece.num_columns)]
        self._writers[schema.name].write_table(pa.Table.from_arrays(columns, schema=self._schemas[schema.name]))

    def add_text(self, doc_id: str, text: str) -> None:
        """Texts are next to the tables."""

    def close(self) -> list[tuple[str, Path]]:
        for writer in self._writers.values():
            writer.close()
        return [(f"tables/{name}.parquet", path) for name, path in self._paths.items()]
