"""Whatever cells hold, CSV, Parquet and SQLite give it back, and a spreadsheet finds no formula."""

import csv
import io
import sqlite3
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hakusho.files.tables import SINKS, CsvTables, csv_lines, read_pieces, unguard
from hakusho.tabulate import SCHEMAS, printable

CELL = st.text("総務省a1,;\"'\n =+-@＝＠＋－\t", max_size=8).map(printable)


@given(st.lists(st.tuples(CELL, st.integers(0, 9), st.booleans()), max_size=6))
def test_csv_lines_give_the_cells_back_and_no_formula(rows: list[tuple[str, int, bool]]) -> None:
    lines = csv_lines(rows).decode()
    cells = list(csv.reader(io.StringIO(lines, newline="")))
    assert [(unguard(text), int(number), flag == "True") for text, number, flag in cells] == rows
    assert not any(text.startswith(("=", "@", "\t", "＝", "＠")) for text, *_ in cells)


@given(st.lists(CELL, min_size=1, max_size=6))
def test_one_cell_is_written_alike_alone_and_among_others(cells: list[str]) -> None:
    rows = [(cell, "-") for cell in cells]
    assert b"".join(csv_lines([row]) for row in rows) == csv_lines(rows)


@pytest.mark.parametrize("made", sorted(SINKS))
def test_other_formats_hold_what_csv_holds(tmp_path: Path, made: str) -> None:
    schema = SCHEMAS["failures"]
    rows = [("文書", "=1+1.txt", "read", "damaged", 'a "b",\nc', "failed"), ("b", "-", "read", "empty", "", "skipped")]
    tables = CsvTables(tmp_path, [schema])
    tables.add(schema.name, csv_lines(rows[:1]))
    tables.add(schema.name, csv_lines(rows[1:]))
    path = tables.close()[schema.name]
    sink = SINKS[made](tmp_path, [schema])
    for piece in read_pieces(path, schema):
        sink.add(schema, piece)
    ((_, file),) = sink.close()
    if made == "parquet":
        found = pd.read_parquet(file)
    else:
        with sqlite3.connect(file) as connection:
            found = pd.read_sql("SELECT * FROM failures", connection)
    assert [tuple(row) for row in found.itertuples(index=False)] == rows
