"""Tables as CSV, which every run has: UTF-8, LF, RFC 4180, no cell that a spreadsheet takes for a formula."""

import csv
import io
import re
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import cast

from hakusho.records import TableSchema

FORMATS = ("csv", "parquet", "sqlite", "excel")
SQLITE = "hakusho.sqlite"
EXCEL = "hakusho.xlsx"
# The name in the run of the one file that a format makes; Parquet makes one per table.
WHOLE = {"sqlite": SQLITE, "excel": EXCEL}
_CSV = ".csv"

# What a spreadsheet would run as a formula, also in small and full-width signs, or behind a line end that it skips; a
# sign before a plain number is not a formula.
_FORMULA = r"(?s)'*+(?:\t|[\r\n]*+(?:[=@\t＝＠﹦﹫]|[+\-＋－﹢﹣].*[^0-9０-９.,．，%％ ]))"
_GUARDED = re.compile(_FORMULA)
_FIRST_OF_GUARDED = frozenset("'=@\t\r\n＝＠﹦﹫+-＋－﹢﹣")


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


def csv_rows(lines: bytes) -> list[list[str]]:
    """Return the rows that `csv_lines` wrote, every cell as text, guards taken off.

    >>> csv_rows(csv_lines([("総務省", 1), ("=1+1", 2)]))
    [['総務省', '1'], ['=1+1', '2']]
    """
    csv.field_size_limit(sys.maxsize)
    reader = csv.reader(io.StringIO(lines.decode("utf-8-sig"), newline=""))
    return [[unguard(cell) for cell in row] for row in reader]


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


def marked(lines: bytes, mark: bool) -> bytes:
    """Return the beginning of a CSV file, by a byte order mark where Excel is to know that it is UTF-8."""
    return BOM_UTF8 + lines if mark else lines


class CsvTables:
    """`tables/<name>.csv` of a run, put together from `csv_lines` in a working folder; `mark` puts a BOM in front."""

    def __init__(self, folder: Path, schemas: Sequence[TableSchema], *, mark: bool = False) -> None:
        self._files = {schema.name: (folder / f"{schema.name}{_CSV}").open("wb") for schema in schemas}
        for schema in schemas:
            self.add(schema.name, marked(csv_lines([schema.names]), mark))

    def add(self, name: str, lines: bytes) -> None:
        self._files[name].write(lines)

    def close(self) -> dict[str, Path]:
        """Return the finished file of each table by the table's name."""
        for file in self._files.values():
            file.close()
        return {name: Path(file.name) for name, file in self._files.items()}
