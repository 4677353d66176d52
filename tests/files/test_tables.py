"""Whatever cells hold, CSV gives it back, and a spreadsheet finds no formula."""

import csv
import io

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from hakusho.files.tables import csv_lines, csv_rows, csv_table, unguard
from hakusho.tabulate import printable

CELL = st.text("総務省a1,;\"'\n =+-@＝＠＋－\t", max_size=8).map(printable)
# Paths, publishers, addresses and the texts of mentions come as they are.
RAW = st.text("総a,\"'\n\r\t\0\x0b\x0c\x1a\x1c\x85\u2028\u2029\ufeff =+", max_size=8)


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


@given(st.lists(st.tuples(RAW, RAW), min_size=1, max_size=6))
def test_every_cell_comes_back_from_csv_and_pandas(rows: list[tuple[str, str]]) -> None:
    lines = csv_lines([("id", *row) for row in rows])
    cells = list(csv.reader(io.StringIO(lines.decode(), newline="")))
    assert [(unguard(a), unguard(b)) for _, a, b in cells] == rows
    frame = pd.read_csv(io.BytesIO(b"c,a,b\n" + lines), dtype=str, keep_default_na=False)
    assert [(unguard(a), unguard(b)) for _, a, b in frame.itertuples(index=False)] == rows
    assert b"".join(csv_lines([("id", *row)]) for row in rows) == lines
    assert csv_rows(lines) == [["id", *row] for row in rows]


def test_only_cells_that_need_quotes_have_them() -> None:
    assert csv_lines([("a\rb", "c"), ("d", "e\r\n"), ("f", "")]) == b'"a\rb",c\nd,"e\r\n"\nf,\n'
    assert csv_table(["x", "y"], [{"x": "\r", "y": 1}, {"y": "=1"}]) == b'x,y\n"\r",1\n,\'=1\n'
