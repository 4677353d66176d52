"""The shape of a product: tables, their columns and what each column holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hakusho.records.entities import Entity


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is string, integer, number, boolean or day; `required` columns are never empty; `values` closes a set.

    In rows, days are ISO 8601 strings, empty strings stand for no string and no day, None for no number.
    """

    name: str
    kind: str
    about: str
    required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """`columns` of a table hold a value of `target`, columns of `table` that tell its rows apart, or are empty."""

    columns: tuple[str, ...]
    table: str
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableSchema:
    """`key` are the columns that tell rows apart, empty where a table may hold equal rows.

    `indexes` are columns that rows are often looked up by, besides the key and the references.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    references: tuple[ForeignKey, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True)
class EntityTable:
    """A table with one row per document and entity of a label.

    `row` makes the row of one entity from its document's id, its own id and its resolved mentions in document order.
    """

    schema: TableSchema
    row: Callable[[str, str, Sequence[Entity]], tuple[object, ...]]
