"""No cell of a CSV file is a formula to a spreadsheet, and every one reads back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hakusho.files.tables import csv_lines, csv_rows, guard, unguard

SIGNS = "=@+-＝＠＋－﹦﹫﹢﹣"


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", "\r", "\n", "\t", "\r\n", "'", "''"])
def test_a_formula_is_guarded(sign: str, before: str) -> None:
    cell = f"{before}{sign}cmd|' /C calc'!A0"
    assert guard(cell) == f"'{cell}"
    assert unguard(guard(cell)) == cell


@pytest.mark.parametrize("cell", ["-0.5", "+3", "－１，２００", "﹣5%", "総務省", "", "'quoted'", "a=b"])
def test_what_is_no_formula_stays(cell: str) -> None:
    assert guard(cell) == cell


@given(st.lists(st.text(alphabet=f"{SIGNS}'\r\n\t,\"1総", max_size=6), min_size=1, max_size=4))
def test_every_cell_reads_back(cells: list[str]) -> None:
    assert csv_rows(csv_lines([cells, cells])) == [cells, cells]
