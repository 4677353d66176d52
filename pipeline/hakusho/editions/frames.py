"""Rows as data frames, typed as their tables say."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from hakusho.editions.schemas import SCHEMAS
from hakusho.runs.frames import rows_frame

_READ: Mapping[str, Callable[[str], object]] = {"integer": int, "number": float, "boolean": "True".__eq__}


def frames(tables: Mapping[str, Sequence[Sequence[str]]]) -> dict[str, pd.DataFrame]:
    """Return a data frame for each table, with the types of those of a run; what is empty is missing."""
    found = {}
    for name, rows in tables.items():
        columns = SCHEMAS[name].columns
        typed = [tuple(_value(cell, column.kind) for cell, column in zip(row, columns, strict=True)) for row in rows]
        found[name] = rows_frame(typed, SCHEMAS[name])
    return found


def _value(cell: str, kind: str) -> object:
    return (_READ[kind](cell) if kind in _READ else cell) if cell else None
