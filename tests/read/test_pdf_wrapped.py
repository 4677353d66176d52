"""Tables without rules whose fields run over lines or pages; boxes with round corners; charts of one line beside a list."""

import pytest
from tests.read.pdf_maker import Column, Page, wrapped
from tests.read.pdf_pages import SENTENCES
from tests.read.test_pdf_layouts import fold, through
from tests.read.test_pdf_open_tables import _grids

from hakusho.records import Region

_NAMES = ("施策", "内容", "予算額", "実績")
_PLACES = (60, 170, 340, 400)
_LABELS = ("標準化", "手続の短縮", "町村への支援", "診療の情報", "実証")


def _body() -> list[tuple[str, str, str, str]]:
    return [(label, SENTENCES[n], f"{n + 1},20{n}", SENTENCES[n + 5]) for n, label in enumerate(_LABELS)]


def _wrapped_row(page: Page, y: float, cells: tuple[str, ...], room: float, size: float = 9) -> float:
    """Set a row whose fields wrap; return where the next one stands."""
    deepest = 0
    for place, cell, width in zip(_PLACES, cells, (11, 16, 5, 15), strict=True):
        lines = wrapped(cell, width, width)
        for number, line in enumerate(lines):
            page.text(place, y - 13 * number, line, size)
        deepest = max(deepest, len(lines))
    return y - 13 * deepest - room


def _below(page: Page, y: float) -> None:
    Column(page, 60, y, 42).para(SENTENCES[11])


@pytest.mark.parametrize("room", [0.0, 3.0, 8.0])
def test_fields_of_several_lines_are_one_each(room: float) -> None:
    page = Page()
    Column(page, 60, 780, 42).para(SENTENCES[10])
    y = _wrapped_row(page, 740, _NAMES, room)
    for row in _body():
        y = _wrapped_row(page, y, row, room)
    _below(page, y - 20)
    source, segments = through([page])
    assert _grids(source, segments) == [[list(map(fold, row)) for row in (_NAMES, *_body())]]
    assert [fold(s.text) for s in segments.sentences] == [fold(SENTENCES[10]), fold(SENTENCES[11])]


def test_three_columns_of_prose_under_their_titles_are_no_table() -> None:
    page = Page()
    for number in range(3):
        column = Column(page, 40 + 175 * number, 780, 15)
        column.head(("標準化", "診療", "交通")[number], 10.5, bold=False, above=0, below=0)
        for sentence in SENTENCES[3 * number : 3 * number + 3]:
            column.para(sentence)
    source, segments = through([page])
    assert _grids(source, segments) == []
    assert {fold(s.text) for s in segments.sentences} == set(map(fold, SENTENCES[:9]))


@pytest.mark.parametrize("count", [1, 2, 4])
@pytest.mark.parametrize("again", [False, True])
def test_rows_at_the_head_of_a_page_go_on(count: int, again: bool) -> None:
    rows = [(f"令和{n}年", f"{320 + n},{100 + 7 * n}", f"1.{n}", f"3.{n}", f"13{n}.5") for n in range(9)]
    first, second = Page(), Page()
    Column(first, 60, 780, 42).para(SENTENCES[0])
    names = ("年", "労働者数", "入職率", "離職率", "時間")
    for number, row in enumerate((names, *rows[:-count])):
        _level(first, 700 - 18 * number, row)
    for number, row in enumerate((*((names,) if again else ()), *rows[-count:])):
        _level(second, 780 - 18 * number, row)
    _below(second, 660)
    source, segments = through([first, second])
    assert _grids(source, segments) == [[list(map(fold, row)) for row in (names, *rows)]]
    assert len(segments.sentences) == 2


def _level(page: Page, y: float, row: tuple[str, ...]) -> None:
    for place, cell in zip((60, 160, 260, 340, 420), row, strict=True):
        page.text(place, y, cell, 10)


def test_prose_at_the_head_of_a_page_is_no_row() -> None:
    first, second = Page(), Page()
    Column(first, 60, 780, 42).para(SENTENCES[0])
    rows = [("年", "労働者数", "入職率"), *((f"令和{n}年", f"{n},100", f"1.{n}") for n in range(5))]
    for number, row in enumerate(rows):
        for place, cell in zip((60, 160, 260), row, strict=True):
            first.text(place, 700 - 18 * number, cell, 10)
    Column(second, 60, 780, 42).para(SENTENCES[1])
    source, segments = through([first, second])
    assert [len(grid) for grid in _grids(source, segments)] == [6]
    assert [fold(s.text) for s in segments.sentences] == [fold(SENTENCES[0]), fold(SENTENCES[1])]


def test_a_field_that_a_page_tears_is_whole() -> None:
    first, second = Page(), Page()
    y = _wrapped_row(first, 400, _NAMES, 4)
    for row in _body()[:3]:
        y = _wrapped_row(first, y, row, 4)
    label, told, amount, _ = _body()[3]
    lines = wrapped(told, 16, 16)
    _wrapped_row(first, y, (label, "".join(lines[:-1]), amount, "なし"), 4)
    second.text(_PLACES[1], 780, lines[-1], 9)
    _wrapped_row(second, 763, _body()[4], 4)
    _below(second, 600)
    source, segments = through([first, second])
    wanted = [*_body()[:3], (label, told, amount, "なし"), _body()[4]]
    assert _grids(source, segments) == [[list(map(fold, row)) for row in (_NAMES, *wanted)]]


def _round(page: Page, x0: float, y0: float, x1: float, y1: float, r: float = 8) -> None:
    """Draw a box with round corners, as slides have them."""
    page.parts.append(
        f"0.7 w {x0 + r} {y0} m {x1 - r} {y0} l {x1} {y0} {x1} {y0} {x1} {y0 + r} c {x1} {y1 - r} l"
        f" {x1} {y1} {x1} {y1} {x1 - r} {y1} c {x0 + r} {y1} l {x0} {y1} {x0} {y1} {x0} {y1 - r} c"
        f" {x0} {y0 + r} l {x0} {y0} {x0} {y0} {x0 + r} {y0} c S"
    )


def test_a_list_beside_a_chart_under_a_round_box() -> None:
    page = Page(842, 595)
    page.text(20, 560, "診療の情報の共有", 20, bold=True)
    _round(page, 28, 480, 815, 535)
    for number in range(2):
        page.text(38, 515 - 18 * number, f"○　{SENTENCES[number]}", 13)
    y = 450.0
    told = []
    for number in range(2, 6):
        lines = wrapped(f"●　{SENTENCES[number]}", 32, 31)
        for at, line in enumerate(lines):
            page.text(28 + 12 * (at > 0), y, line, 12)
            y -= 17
        told.append(fold(SENTENCES[number]))
    points = [(480, 320), (530, 350), (585, 335), (640, 380), (690, 395), (745, 415)]
    page.parts.append("1 w " + " ".join(f"{x} {y} {'l' if n else 'm'}" for n, (x, y) in enumerate(points)) + " S")
    page.rule(475, 300, 780, 300)
    for number, (x, high) in enumerate(points):
        page.text(x - 8, high + 6, f"{12 + 2 * number}.{number}", 8)
        page.text(x - 8, 288, f"{2018 + number}", 8)
    page.text(560, 450, "実証に加わった病院の数", 11)
    source, segments = through([page])
    found = [fold(s.text) for s in segments.sentences]
    assert [text for text in told if not any(one.endswith(text) for one in found)] == []
    assert sum(block.kind is Region.FIGURE for block in source.blocks) >= 6


def test_the_line_below_a_picture_is_its_caption() -> None:
    page = Page()
    column = Column(page, 60, 780, 20)
    column.para(SENTENCES[0])
    page.box(60, 600, 270, 700, 0.6)
    page.text(110, 590, "▲会場の様子", 8)
    column.y = 560
    column.para(SENTENCES[1])
    source, segments = through([page])
    assert [fold(source.text[b.span.slice]) for b in source.blocks if b.kind is Region.CAPTION] == ["▲会場の様子"]
    assert segments.sections == ()


def test_a_bracket_alone_on_its_line_is_the_caption_of_the_article_below() -> None:
    page = Page()
    column = Column(page, 60, 780, 40)
    for number, name in enumerate(("目的", "責務", "報告", "雑則"), 1):
        page.text(70.5, column.y, f"（{name}）", 10.5)
        column.y -= 17
        column.para(f"第{number}条　{SENTENCES[number]}", 0, 1)
        column.para(f"２　{(SENTENCES[5] * 2)[:38]}。", 0, 1)
    _, segments = through([page])
    assert [fold(s.title) for s in segments.sections] == ["(目的)", "(責務)", "(報告)", "(雑則)"] or [
        fold(s.title) for s in segments.sections
    ] == ["目的", "責務", "報告", "雑則"]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_reads_alike_however_it_is_turned_and_wherever_its_box_begins(rotation: int) -> None:
    page = Page(left=-120, bottom=55, rotation=rotation)
    column = Column(page, 60, 780, 42)
    column.head("１　標準化")
    for sentence in SENTENCES[:3]:
        column.para(sentence)
    for number, row in enumerate((("年", "病院", "割合"), ("令和４年", "1,203", "9.1"), ("令和５年", "124", "8.0"))):
        for place, cell in zip((60, 160, 260), row, strict=True):
            page.text(place, 500 - 20 * number, cell, 10)
    for y in (515, 494, 474, 454):
        page.rule(55, y, 320, y)
    for x in (55, 150, 250, 320):
        page.rule(x, 454, x, 515)
    source, segments = through([page])
    assert [fold(s.text) for s in segments.sentences] == list(map(fold, SENTENCES[:3]))
    assert [fold(s.title) for s in segments.sections] == ["標準化"]
    assert _grids(source, segments) == [
        [["年", "病院", "割合"], ["令和4年", "1,203", "9.1"], ["令和5年", "124", "8.0"]]
    ]


@pytest.mark.parametrize("ruled", [False, True])
def test_names_at_the_left_of_figures_at_the_right_stand_over_them(ruled: bool) -> None:
    page = Page()
    edges = (230, 320, 410, 500)
    names = ("総数", "男", "女", "前回差")
    Column(page, 60, 780, 42).para(SENTENCES[0])
    for edge, name in zip(edges, names, strict=True):
        page.text(edge - 75, 700, name, 9)
    rows = [
        (label, *(f"{n}.{m}{n}" for m in range(1, 5))) for n, label in enumerate(("総数", "15歳", "25歳", "35歳"), 1)
    ]
    for number, row in enumerate(rows):
        page.text(60, 682 - 18 * number, row[0], 9)
        for edge, cell in zip(edges, row[1:], strict=True):
            page.text(edge - 4.5 * len(cell), 682 - 18 * number, cell, 9)
    for y in (712, 694, 616) if ruled else ():
        page.rule(58, y, 505, y)
    source, segments = through([page])
    assert _grids(source, segments) == [[["", *names], *(list(map(fold, row)) for row in rows)]]


def test_heads_that_change_sides_on_three_pages_are_furniture() -> None:
    pages = []
    for number in range(3):
        page = Page()
        page.text(60 if number % 2 else 400, 805, ("公共政策年報2022", "第２部　個別の施策")[number % 2 == 0], 8)
        column = Column(page, 60, 770, 42, leading=18)
        for sentence in SENTENCES[4 * number : 4 * number + 4]:
            column.para(sentence)
        pages.append(page)
    source, segments = through(pages)
    assert sum(block.kind is Region.RUNNING_HEAD for block in source.blocks) == 3
    assert segments.sections == ()


def test_titles_of_three_slides_are_no_furniture() -> None:
    pages = []
    for number in range(3):
        page = Page(842, 595)
        page.text(40, 570, ("診療の情報", "手続の短縮")[number % 2], 20, bold=True)
        column = Column(page, 60, 500, 42, 13, 22)
        for sentence in SENTENCES[4 * number : 4 * number + 4]:
            column.para(sentence)
        pages.append(page)
    _, segments = through(pages)
    assert [fold(s.title) for s in segments.sections] == ["診療の情報", "手続の短縮", "診療の情報"]


def test_two_lines_below_a_small_note_are_one_paragraph() -> None:
    page = Page()
    Column(page, 60, 780, 42, leading=24).para(SENTENCES[0] + SENTENCES[1])
    page.text(60, 700, "（注）　単位は時間である。", 8.5)
    first = (SENTENCES[2] + SENTENCES[3])[:41]
    Column(page, 60, 686, 42, leading=24).lines([first, (SENTENCES[2] + SENTENCES[3])[41:]], 1)
    _, segments = through([page])
    assert [fold(s.text) for s in segments.sentences][-2:] == [fold(SENTENCES[2]), fold(SENTENCES[3])]


def test_marks_of_notes_that_count_up_with_the_pages_are_no_page_numbers() -> None:
    pages = []
    for number in range(3):
        page = Page()
        column = Column(page, 60, 770, 42, leading=18)
        for sentence in SENTENCES[4 * number : 4 * number + 4]:
            column.para(sentence)
        for at in range(2):
            mark = 2 * number + at + 1
            page.text(60, 90 - 13 * at, f"{mark}", 8)
            page.text(77, 90 - 13 * at, f"{SENTENCES[(number + 3 * at) % 12]}", 8)
        page.text(295, 40, str(number + 1), 9)
        pages.append(page)
    source, segments = through(pages)
    assert [fold(note.marker) for note in segments.footnotes] == [str(n) for n in range(1, 7)]
    assert sum(block.kind is Region.RUNNING_HEAD for block in source.blocks) == 3


def test_numbers_of_facing_pages_are_furniture() -> None:
    pages = []
    for number in range(3):
        page = Page(842, 595)
        for side in range(2):
            column = Column(page, 60 + 400 * side, 540, 30, leading=18)
            for sentence in SENTENCES[4 * number : 4 * number + 4]:
                column.para(sentence)
            page.text(220 + 400 * side, 30, str(2 * number + side + 10), 9)
        pages.append(page)
    source, _ = through(pages)
    assert sum(block.kind is Region.RUNNING_HEAD for block in source.blocks) == 6


def test_entries_whose_dots_lead_to_an_amount_are_no_headings() -> None:
    page = Page()
    column = Column(page, 60, 780, 42, leading=17)
    for number in range(3):
        column.head(f"{number + 1}　{('標準化', '診療', '交通')[number]}", 12)
        for at in range(2):
            name = f"（{'アイ'[at]}）{('町村への支援', '手続の短縮')[at]}"
            page.text(60, column.y, f"{name}{'…' * (31 - len(name))}{10 + number}億円（{8 + at}億円）", 10.5)
            column.y -= 17
        column.para(SENTENCES[number])
    _, segments = through([page])
    assert [fold(s.title) for s in segments.sections] == ["標準化", "診療", "交通"]
    assert {fold(text) for text in SENTENCES[:3]} <= {fold(s.text) for s in segments.sentences}


def test_an_item_that_a_page_tears_in_another_column_is_whole() -> None:
    told = SENTENCES[2]
    first, second = Page(), Page()
    for x, at in ((40, 3), (310, 6)):
        column = Column(first, x, 780, 22)
        for sentence in SENTENCES[at : at + 3]:
            column.para(sentence)
    lines = wrapped(f"・{told}", 21, 20)
    first.text(320.5, column.y, lines[0], 10.5)
    for number, line in enumerate(lines[1:]):
        second.text(61, 780 - 17 * number, line, 10.5)
    left = Column(second, 40, 780 - 17 * (len(lines) - 1), 22)
    for sentence in SENTENCES[:2]:
        left.para(sentence)
    right = Column(second, 310, 780, 22)
    right.para(SENTENCES[9])
    right.para(SENTENCES[10])
    _, segments = through([first, second])
    assert any(fold(s.text).endswith(fold(told)) for s in segments.sentences)


@pytest.mark.parametrize("above", [True, False])
def test_a_title_in_pointed_brackets_above_a_picture_is_its_caption(above: bool) -> None:
    page = Page()
    column = Column(page, 60, 780, 42)
    column.para(SENTENCES[0])
    page.text(100, 700, "＜病院の数の推移＞", 12, bold=True)
    page.image(90, 560 if above else 300, 250, 130)
    column.y = 680 if not above else 540
    column.para(SENTENCES[1])
    source, _ = through([page])
    captions = [fold(source.text[b.span.slice]) for b in source.blocks if b.kind is Region.CAPTION]
    assert captions == (["<病院の数の推移>"] if above else [])
