"""Tables without rules down: heads over several columns, fields set close together, dotted rules; what stands around them."""

import pytest
from tests.read.pdf_maker import Column, Page, breadth
from tests.read.pdf_pages import SENTENCES
from tests.read.test_pdf_layouts import fold, through

from hakusho.records import Segments, SourceText

# Right edges of the columns of figures.
_EDGES = (230, 290, 350, 410, 470)
_BODY = (
    ("全国", "1,203", "34.5", "1,741", "61.2", "538"),
    ("北海道", "97", "8.1", "102", "△0.3", "5"),
    ("九州・沖縄", "1,530", "－", "1,688", "10.3", "158"),
    ("合計", "2,830", "42.6", "3,531", "71.2", "701"),
)


def _row(page: Page, y: float, cells: tuple[str, ...], edges: tuple[float, ...] = _EDGES) -> None:
    page.text(80, y, cells[0], 10)
    for edge, cell in zip(edges, cells[1:], strict=False):
        page.text(edge - 10 * breadth(cell), y, cell, 10)


def _table(page: Page, top: float, edges: tuple[float, ...] = _EDGES, step: float = 18) -> float:
    """Draw a table whose head has two rows, the first name level with their middle; return where it ends."""
    for middle, name in ((edges[0] + edges[1]) / 2 - 12, "令和４年度"), ((edges[2] + edges[3]) / 2 - 12, "令和５年度"):
        page.text(middle - 25, top, name, 10)
    for edge, name in zip(edges, ("件数", "割合", "件数", "割合"), strict=False):
        page.text(edge - 20, top - 14, name, 10)
    page.text(80, top - 7, "区分", 10)
    page.text(edges[4] - 20, top - 7, "増減", 10)
    for number, row in enumerate(_BODY):
        _row(page, top - 32 - step * number, row, edges)
    return top - 32 - step * len(_BODY)


def _grids(source: SourceText, segments: Segments) -> list[list[list[str]]]:
    found = []
    for table in segments.tables:
        rows = 1 + max(cell.row for cell in table.cells)
        columns = 1 + max(cell.column for cell in table.cells)
        grid = [[""] * columns for _ in range(rows)]
        for cell in table.cells:
            grid[cell.row][cell.column] = fold(source.text[cell.span.slice])
        found.append(grid)
    return found


_WANTED = [
    ["区分", "令和4年度", "令和4年度", "令和5年度", "令和5年度", "増減"],
    ["区分", "件数", "割合", "件数", "割合", "増減"],
    *(list(map(fold, row)) for row in _BODY),
]


def test_names_over_several_columns_are_filled_over_them() -> None:
    page = Page()
    Column(page, 80, 780, 40).para(SENTENCES[0])
    Column(page, 80, _table(page, 720) - 20, 40).para(SENTENCES[1])
    source, segments = through([page])
    assert _grids(source, segments) == [_WANTED]
    assert [fold(s.text) for s in segments.sentences] == [fold(SENTENCES[0]), fold(SENTENCES[1])]


def test_fields_closer_than_words_are_parted_where_the_other_rows_are() -> None:
    page = Page()
    # Eight points between the widest of two columns: less than what parts pieces of print.
    _table(page, 720, (190, 224, 258, 292, 326))
    source, segments = through([page])
    assert _grids(source, segments) == [_WANTED]


@pytest.mark.parametrize("dotted", [False, True])
def test_rules_between_the_rows_alone(dotted: bool) -> None:
    page = Page()
    _table(page, 720)
    for number in range(len(_BODY) + 1):
        y = 720 - 32 - 18 * number + 13
        if not dotted:
            page.rule(75, y, 475, y)
        for dot in range(266) if dotted else ():
            page.box(75 + 1.5 * dot, y, 75.75 + 1.5 * dot, y + 0.75, 0.5)
    source, segments = through([page])
    assert _grids(source, segments) == [_WANTED]


def test_two_tables_of_one_width_are_not_one() -> None:
    page = Page()
    for top in (720, 480):
        foot = _table(page, top) + 14
        for y in (top + 12, top - 19, foot):
            page.rule(75, y, 475, y)
        Column(page, 80, foot - 20, 37).para(SENTENCES[0])
    source, segments = through([page])
    assert _grids(source, segments) == [_WANTED, _WANTED]
    assert len(segments.sentences) == 2


def test_prose_under_the_note_of_a_table_is_no_note() -> None:
    page = Page()
    foot = _table(page, 400) + 14
    for y in (412, 381, foot):
        page.rule(75, y, 475, y)
    page.text(75, foot - 12, "注　四捨五入のため、合計は一致しないことがある。", 8.5)
    Column(page, 75, foot - 30, 37).para(SENTENCES[0] + SENTENCES[1])
    Column(page, 75, 780, 37).para(SENTENCES[2])
    _, segments = through([page])
    found = [fold(s.text) for s in segments.sentences]
    assert [fold(text) for text in SENTENCES[:2]] == found[-2:]


def test_the_caption_and_the_unit_above_a_table_are_no_names() -> None:
    page = Page()
    page.text(80, 752, "表１　地域別の件数", 10)
    page.text(420, 738, "（単位：件）", 9)
    _table(page, 720)
    source, segments = through([page])
    assert _grids(source, segments) == [_WANTED]


def test_a_sentence_right_above_a_table_is_no_name() -> None:
    page = Page()
    page.text(80, 738, SENTENCES[0], 10)
    _row(page, 720, ("区分", "道", "県", "市", "町", "村"))
    for number, row in enumerate(_BODY):
        _row(page, 702 - 18 * number, row)
    source, segments = through([page])
    assert [fold(s.text) for s in segments.sentences] == [fold(SENTENCES[0])]
    assert _grids(source, segments)[0][0] == ["区分", "道", "県", "市", "町", "村"]


def test_a_table_over_pages_is_one_where_its_names_come_again() -> None:
    one, two = Page(), Page()
    Column(one, 80, 780, 40).para(SENTENCES[0])
    _table(one, 160)
    _table(two, 780)
    Column(two, 80, 640, 40).para(SENTENCES[1])
    source, segments = through([one, two])
    assert _grids(source, segments) == [_WANTED + _WANTED[2:]]


def test_numbers_of_sections_before_wide_gaps_make_no_table() -> None:
    page = Page()
    for number, title in enumerate(("地域公共交通の維持", "行政手続のオンライン化", "子育て世帯への支援")):
        page.text(80, 720 - 18 * number, f"1.{number}", 10)
        page.text(104, 720 - 18 * number, title, 10)
    _, segments = through([page])
    assert not segments.tables
