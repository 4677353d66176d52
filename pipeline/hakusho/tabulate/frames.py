"""Check data frames that were read from a run: what wrote them is not trusted."""

from functools import lru_cache

import pandas as pd
import pandera.pandas as pa

from hakusho.records import Column, TableSchema
from hakusho.tabulate.checks import SchemaError
from hakusho.tabulate.schemas import SCHEMAS

_TYPES = {"string": "str", "number": "float64", "boolean": "bool", "day": "datetime64[s]"}


def checked(name: str, table: pd.DataFrame, missing: tuple[str, ...] = ()) -> pd.DataFrame:
    """Return a table that fits its schema; what an older run is `missing` at its end is not looked at.

    Raises SchemaError where it does not fit.
    """
    try:
        fitting: pd.DataFrame = checks(name, missing).validate(table.drop(columns=list(missing)))
        return fitting
    except pa.errors.SchemaError as error:
        raise SchemaError(f"table {name}: {' '.join(str(error).split())}") from None


@lru_cache(maxsize=64)
def checks(name: str, missing: tuple[str, ...] = ()) -> pa.DataFrameSchema:
    """Return the pandera schema of a table, without the columns that are `missing`."""
    schema: TableSchema = SCHEMAS[name]
    return pa.DataFrameSchema(
        {column.name: _column(column) for column in schema.columns if column.name not in missing},
        strict=True,
        ordered=True,
        unique=_key(schema, missing) or None,
    )


def _key(schema: TableSchema, missing: tuple[str, ...]) -> list[str]:
    """Return the columns no two rows agree in; ids of older runs were unique in their document only."""
    if not schema.key or set(schema.key) & set(missing):
        return []
    return [*dict.fromkeys(("doc_id", *schema.key))] if missing and "doc_id" in schema.names else list(schema.key)


def _column(column: Column) -> pa.Column:
    kind = _TYPES.get(column.kind) or ("int64" if column.required else "Int64")
    return pa.Column(kind, _checks(column), nullable=not column.required)


def _checks(column: Column) -> list[pa.Check]:
    if column.values:
        return [pa.Check.isin([value for value in column.values if value])]
    return [pa.Check.ge(0)] if column.kind == "integer" else []
