"""The tables of a run as data frames, each column with the type that fits it; what is empty is missing."""

from pathlib import Path
from typing import Any, Literal

import pandas as pd
import pyarrow as pa

from hakusho.files.typed import TYPES, read_arrow
from hakusho.records import Column, TableSchema

_PLAIN = {
    pa.string(): pd.StringDtype("pyarrow"),
    pa.int64(): pd.Int64Dtype(),
    pa.float64(): pd.Float64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
}
_DAY: Literal["datetime64[s]"] = "datetime64[s]"


def run_frame(run: Path, schema: TableSchema) -> pd.DataFrame:
    """Return a table of a run as a data frame; one that an older run does not have is empty.

    Text is `string`, whole numbers are `Int64`, others `Float64`, truths `boolean`, days `datetime64[s]`; a column
    with a closed set of values is a `category`. Raises OutputError where the table is missing or damaged.
    """
    return typed(read_arrow(run, schema), schema)


def rows_frame(rows: list[tuple[object, ...]], schema: TableSchema) -> pd.DataFrame:
    """Return rows as `tabulate` makes them as a data frame with the same types."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema.columns)
    cells = [_cells(values, column) for values, column in zip(columns, schema.columns, strict=True)]
    return typed(pa.Table.from_arrays(cells, names=list(schema.names)), schema)


def _cells(values: tuple[object, ...], column: Column) -> Any:
    kind = TYPES[column.kind]
    if column.kind in ("string", "day"):
        texts = pa.array([value or None for value in values], pa.string())
        return texts if column.kind == "string" else texts.cast(kind)
    return pa.array(values, kind)


def typed(table: Any, schema: TableSchema) -> pd.DataFrame:
    """Return an Arrow table as a data frame with the types of its schema."""
    found: pd.DataFrame = table.to_pandas(types_mapper=_PLAIN.get, date_as_object=False)
    for column in schema.columns:
        if column.kind == "day":
            found[column.name] = found[column.name].astype(_DAY)
        elif column.values:
            found[column.name] = _categories(found[column.name], column)
    return found


def _categories(values: "pd.Series[Any]", column: Column) -> "pd.Series[Any]":
    """Return a column as a category; values that its set does not have (an older run's) are kept behind the others."""
    known = [str(value) for value in column.values if value]
    others = sorted(set(values.dropna().unique()) - set(known))
    return values.astype(pd.CategoricalDtype([*known, *others]))
