"""Check rows against the schema of their table, before anything is written."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from hakusho.records import Column
from hakusho.tabulate.schemas import SCHEMAS

_KINDS: dict[str, Any] = {"string": str, "integer": int, "number": float | int, "boolean": bool, "day": str}


class SchemaError(ValueError):
    """Rows that do not fit their table: a fault of hakusho, not of the document."""


def check_rows(name: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Check that rows fit their table: the number and types of cells, required values there, others in their
    sets, keys that no two rows share.

    Raises SchemaError that names the first cell that does not fit.
    """
    try:
        _fitting(name).validate_python(rows)
    except ValidationError as error:
        wrong = error.errors()[0]
        row, *cell = wrong["loc"]
        columns = SCHEMAS[name].names
        place = [f"column {columns[int(at)]}" for at in cell if int(at) < len(columns)]
        raise SchemaError(", ".join([f"table {name}", f"row {row}", *place]) + f": {wrong['msg']}") from None
    if (twice := _twice(name, rows)) is not None:
        raise SchemaError(f"table {name}: two rows have the key {twice}")


def _twice(name: str, rows: Sequence[tuple[object, ...]]) -> tuple[object, ...] | None:
    """Return a key that more than one row has."""
    schema = SCHEMAS[name]
    if not schema.key:
        return None
    places = [schema.names.index(column) for column in schema.key]
    seen: set[tuple[object, ...]] = set()
    for row in rows:
        key = tuple(row[place] for place in places)
        if key in seen:
            return key
        seen.add(key)
    return None


@lru_cache(maxsize=32)
def _fitting(name: str) -> TypeAdapter[Any]:
    cells = tuple(_cell(column) for column in SCHEMAS[name].columns)
    return TypeAdapter(list[tuple[cells]], config=ConfigDict(strict=True))  # type: ignore[valid-type]


def _cell(column: Column) -> object:
    if column.values:
        return Literal[tuple(map(str, column.values))]
    kind = _KINDS[column.kind]
    if column.kind in ("string", "day"):
        return Annotated[kind, Field(min_length=1)] if column.required else kind
    cell = Annotated[kind, Field(ge=0)] if column.kind == "integer" else kind
    return cell if column.required else cell | None
