"""Tables of many shapes: every cell under its right header next to its right label, or a row in `quality`."""

import json
from collections import defaultdict
from typing import Any

import pytest
from tests.bench.composed import COMPOSED, plain
from tests.conftest import ROOT

from hakusho.flow import resources
from hakusho.records import Segments, Source, SourceText
from hakusho.segment import segment

CASES = [
    case
    for stem in ("tables", "tables_more")
    for case in json.loads((COMPOSED / f"{stem}.json").read_text(encoding="utf-8"))
]
NOT_TABLES = (ROOT / "tests/cases/not_tables.txt").read_text(encoding="utf-8").split("\n@@\n")


def segments(text: str) -> Segments:
    return segment(SourceText(Source("a"), text), resources().folding)[0]


def found(case: dict[str, Any], parts: Segments) -> set[tuple[str, str, str]]:
    """The (label, header, cell) of every cell of the document's tables."""
    text, places = case["text"], set()
    for table in parts.tables:
        rows: dict[int, dict[int, str]] = defaultdict(dict)
        headers: dict[int, list[str]] = defaultdict(list)
        for cell in table.cells:
            rows[cell.row][cell.column] = text[cell.span.slice]
            if cell.header and text[cell.span.slice] not in headers[cell.column][-1:]:
                headers[cell.column].append(text[cell.span.slice])
        for row in rows.values():
            label = plain("".join(dict.fromkeys(row.get(at, "") for at in range(case["keys"]))))
            places |= {(label, plain("".join(headers[column])), plain(cell)) for column, cell in row.items()}
    return places


@pytest.mark.parametrize("case", CASES, ids=[f"{at}-{case['name']}" for at, case in enumerate(CASES)])
def test_every_cell_is_placed_or_told(case: dict[str, Any]) -> None:
    parts = segments(case["text"])
    wanted = {(plain(label), plain(header), plain(cell)) for label, header, cell, *_ in case["cells"] if cell}
    told = any(issue.kind == "shifted-columns" for issue in parts.quality)
    assert told or wanted <= found(case, parts), sorted(wanted - found(case, parts))


SPACED = """各村の成績を示せば、

村　名　　　面　積　　収穫高　　反　収
青山村　　　五二一　　一、六八〇　　三二二
岩山村　　　四八八　　一、四〇五　　二八八
"""
SPACED_ABOVE = """表３　兵員
　　　　　　　　　人　　数　　　　　金　　額
　　　　　　　前　年　　本　年　　前　年　　本　年
東　　部　　　　１２　　　１５　　　２２　　　２５
西　　部　　　　　８　　　　９　　　１８　　　１９
"""
LETTERS = """表４　人口
　　　　　男　　女　　計
東部　　１２　１５　２７
西部　　　８　　９　１７
"""
RULED_IN_PART = """表8 相談
+--------+-----------------+
|        |     電話        |
| 地区   +--------+--------+
|        |  男    |  女    |
+--------+--------+--------+
| 東部   |    120 |    204 |
| 西部   |     77 |    190 |
+--------+--------+--------+
"""
SHORT_ROWS = """項目   |  金額   | 備考
-------+---------+------
旅費   |  12,000 | 3人分
謝金   |   8,000 |
会場費 |  30,000 | 2日間
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (SPACED, {("青山村", "面積", "五二一"), ("岩山村", "収穫高", "一、四〇五"), ("岩山村", "反収", "二八八")}),
        (SPACED_ABOVE, {("東部", "人数本年", "１５"), ("西部", "金額前年", "１８")}),
        (LETTERS, {("東部", "男", "１２"), ("西部", "計", "１７")}),
        (RULED_IN_PART, {("東部", "電話女", "204"), ("西部", "電話男", "77")}),
        (SHORT_ROWS, {("謝金", "金額", "8,000"), ("旅費", "備考", "3人分")}),
    ],
    ids=["spaced letters", "spaced letters above", "letters", "ruled in part", "short rows"],
)
def test_headers_that_are_hard_to_tell(text: str, wanted: set[tuple[str, str, str]]) -> None:
    cells = found({"text": text, "keys": 1}, segments(text))
    assert {tuple(map(plain, cell)) for cell in wanted} <= cells
    assert ("謝金", "備考", "8000") not in cells


def test_few_are_told() -> None:
    told = sum(any(issue.kind == "shifted-columns" for issue in segments(case["text"]).quality) for case in CASES)
    # Five of them have cells that go on in the next line, which only a reader can put together.
    assert told <= 7


@pytest.mark.parametrize("text", NOT_TABLES)
def test_what_only_looks_like_a_table(text: str) -> None:
    assert segments(text).tables == ()


@pytest.mark.parametrize(
    ("rows", "comment"),
    [
        (
            "事業名    内容            金額\n道路改良  県道の拡幅及び 1,204\n          歩道の設置\n橋梁補修  橋の補修         880\n",
            "carry on",
        ),
        (
            "                    前年  本年\n自立に向けた訓練の\n　ための支援          12    15\n住まい                8     9\n",
            "seems to begin here",
        ),
        (" 平日 休日 祝日\n大人 1,204 3,377 902\n子供 98 1,101\n", "cannot be settled"),
        ("　　　　前年　　本年　　計\n東　　１２　３４　４６\n西　　　　　　７８　９９\n", "more figures than columns"),
    ],
)
def test_what_is_told_of_rows_that_are_not_settled(rows: str, comment: str) -> None:
    issues = segments("表１　数\n" + rows).quality
    assert any(issue.kind == "shifted-columns" and comment in issue.comment for issue in issues), issues


def test_a_list_of_figures_without_a_header_has_none() -> None:
    text = "内訳は次のとおり。\n\n総人口        12,410\n年少人口       1,877\n老年人口       3,204\n"
    (table,) = segments(text).tables
    assert not any(cell.header for cell in table.cells)
    years = segments("表１　数\n年度       1990   1995\n加入数    2,125  3,633\n").tables[0]
    assert {cell.row for cell in years.cells if cell.header} == {0}


def test_addresses_in_the_last_column_are_cells() -> None:
    (table,) = segments("区分\tURL\n本省\thttps://example.jp/a\n外局\thttps://example.jp/b\n").tables
    assert len(table.cells) == 6


def test_a_head_of_english_words_has_as_many_columns() -> None:
    (table,) = segments("表7 Comparison\n\nItem Japan US\nCost 1 2\nTime 3 4\n").tables
    assert len(table.cells) == 9


def test_a_long_row_of_figures_takes_no_longer_than_its_length() -> None:
    from hakusho.segment.tables.values import cell_value

    assert cell_value("0123456789" * 8 + "\\ x.y.z") is None
