"""Headers over several columns, blank cells, ditto marks and rules in tables of spaces and bars."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakusho.flow import analyse


def cells(text: str) -> dict[tuple[str, str], str]:
    """The data cells of the first table by (label, headers joined)."""
    table = analyse(text).segments.tables[0]
    printed = {(c.row, c.column): text[c.span.slice] for c in table.cells}
    headers = {c.row for c in table.cells if c.header}
    found = {}
    for cell in table.cells:
        if cell.row not in headers and cell.column and printed[cell.row, cell.column]:
            above = " / ".join(printed[row, cell.column] for row in sorted(headers) if printed[row, cell.column])
            found[printed[cell.row, 0], above] = printed[cell.row, cell.column]
    return found


TWO_HEADS = """表1　設備投資
            製造業      非製造業
          実績  計画   実績   計画
大企業     812   901  1,204  1,377
中小企業    88    79    143    131
"""
ONE_WITHOUT = """表２　学校
           学校数          児童生徒数
                        男       女       計
小学校        312   41,220   39,104   80,324
中学校        148   21,065   20,116   41,181
"""
BLANKS = """表３　施設（単位：か所）
           平成元年  平成２年  平成３年
図書館            3                   5
公民館                       2        1
"""
BARS = """表４　施設数
┌──┬───┬───┐
│　　│幼稚園│保育所│
├──┼───┼───┤
│公立│ 　204│ 　388│
│私立│ 　511│ 　702│
└──┴───┴───┘
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TWO_HEADS, {("大企業", "製造業 / 計画"): "901", ("中小企業", "非製造業 / 実績"): "143"}),
        (ONE_WITHOUT, {("小学校", "学校数"): "312", ("中学校", "児童生徒数 / 男"): "21,065"}),
        (BLANKS, {("図書館", "平成３年"): "5", ("公民館", "平成２年"): "2"}),
        (BARS, {("公立", "保育所"): "388", ("私立", "幼稚園"): "511"}),
    ],
    ids=["two heads", "one without", "blanks", "bars"],
)
def test_every_figure_stands_under_its_header(text: str, wanted: dict[tuple[str, str], str]) -> None:
    found = cells(text)
    assert {key: found.get(key) for key in wanted} == wanted


def test_a_header_that_may_be_of_either_column_is_told() -> None:
    text = (
        "表１　数\n          前年    本年\n東部   １２  ３４  ５６\n西部   ７８  ９０  １２\n南部   ３４  ５６  ７８\n"
    )
    assert any(issue.kind == "shifted-columns" for issue in analyse(text).quality)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["計", "12", "△ 3", "…", "  ", "　　", "│", "─────", "A b"]), max_size=8), max_size=8
    )
)
def test_no_table_stops_it(rows: list[list[str]]) -> None:
    text = "表１　数\n" + "\n".join("  ".join(row) for row in rows)
    for table in analyse(text, labels=frozenset()).segments.tables:
        assert all(table.span.start <= cell.span.start <= cell.span.end <= table.span.end for cell in table.cells)
