"""Check data frames that were read from a run: what wrote them is not trusted."""

from functools import lru_cache

import pandas as pd
import pandera.pandas as pa

from hakusho.records import Column, TableSchema
from hakusho.tabulate.checks import SchemaError
from hakusho.tabulate.schemas import SCHEMAS

_TYPES = {"string": "str", "integer": "int64", "number": "float64", "boolean": "bool", "day": "str"}


def checked(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return a table that fits its schema. Raises SchemaError where it does not."""
    try:
        fitting: pd.DataFrame = checks(name).validate(table)
        return fitting
    except pa.errors.SchemaError as error:
        raise SchemaError(f"table {name}: {' '.join(str(error).split())}") from None


@lru_cache(maxsize=32)
def checks(name: str) -> pa.DataFrameSchema:
    """Return the pandera schema of a table."""
    schema: TableSchema = SCHEMAS[name]
    return pa.DataFrameSchema(
        {column.name: _column(column) for column in schema.columns},
        strict=True,
        ordered=True,
    )


def _column(column: Column) -> pa.Column:
    nullable = not column.required and column.kind in ("integer", "number")
    kind = "Int64" if nullable and column.kind == "integer" else _TYPES[column.kind]
    return pa.Column(kind, _checks(column), nullable=nullable)


def _checks(column: Column) -> list[pa.Check]:
    if column.values:
        return [pa.Check.isin(column.values)]
    if column.kind == "string" and column.required:
        return [pa.Check(lambda values: values != "", name=f"{column.name} is never empty")]
    return [pa.Check.ge(0)] if column.kind == "integer" else []
