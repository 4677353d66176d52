"""Rows that do not fit their table are told before they are written, with the cell that is wrong."""

import pytest

from hakusho.tabulate.checks import SchemaError, check_rows

FITTING = ("文書", "図表1-1", "国際協調", "figure", 3)


def test_rows_that_fit() -> None:
    check_rows("figures", [])
    check_rows("figures", [FITTING, ("文書", "図表1-2", "", "table", 0)])


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("doc_id", ""),
        ("doc_id", None),
        ("caption", 1),
        ("caption", None),
        ("kind", "chart"),
        ("kind", ""),
        ("line", -1),
        ("line", "3"),
        ("line", 3.5),
        ("line", True),
    ],
)
def test_a_cell_that_does_not_fit_is_named(column: str, cell: object) -> None:
    names = ("doc_id", "figure_id", "caption", "kind", "line")
    wrong = tuple(cell if name == column else kept for name, kept in zip(names, FITTING, strict=True))
    with pytest.raises(SchemaError, match=f"table figures, row 1, column {column}: "):
        check_rows("figures", [FITTING, wrong])


@pytest.mark.parametrize("row", [FITTING[:-1], (*FITTING, 4)])
def test_a_row_of_another_length(row: tuple[object, ...]) -> None:
    with pytest.raises(SchemaError, match="table figures, row 0"):
        check_rows("figures", [row])
