"""Rows as data frames, typed as their tables say."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hakusho.editions.schemas import SCHEMAS

_TYPES: dict[str, Any] = {"integer": pd.Int64Dtype(), "number": pd.Float64Dtype()}


def frames(tables: Mapping[str, Sequence[Sequence[str]]]) -> dict[str, pd.DataFrame]:
    """Return a data frame for each table; an empty cell of a column of numbers is a missing value."""
    found = {}
    for name, rows in tables.items():
        columns = SCHEMAS[name].columns
        table = pd.DataFrame(list(rows), columns=[column.name for column in columns], dtype="str")
        for column in columns:
            if column.kind != "string":
                numbers = pd.to_numeric(table[column.name].replace("", None))
                table[column.name] = numbers.astype(_TYPES[column.kind])
        found[name] = table
    return found
