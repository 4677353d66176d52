"""Scales of charts, tables that begin at the foot of a page, names on two lines, titles at the indent of their text."""

from collections.abc import Sequence

import pytest
from tests.read.pdf_maker import Column, Page
from tests.read.pdf_pages import SENTENCES
from tests.read.test_pdf_layouts import fold, through

from hakusho.read.pdf.axes import charts
from hakusho.read.pdf.glyphs import Face
from hakusho.read.pdf.ligatures import spread
from hakusho.read.pdf.pdf_rules import KANA_FIRST
from hakusho.read.pdf.printed import PrintedLine
from hakusho.read.pdf.rows import names_whole
from hakusho.read.pdf.shapes import Box


def _titles(page: Page) -> list[str]:
    return [fold(section.title) for section in through([page])[1].sections]


def _tables(pages: list[Page]) -> list[list[list[str]]]:
    source, segments = through(pages)
    found = []
    for table in segments.tables:
        rows = [[""] * 9 for _ in range(30)]
        for cell in table.cells:
            rows[cell.row][cell.column] = fold(source.text[cell.span.slice])
        found.append([[text for text in row if text] for row in rows if any(row)])
    return found


@pytest.mark.parametrize(
    ("scale", "drawn"),
    [
        ("25,000 20,000 15,000 10,000 5,000 0", True),
        ("0.15% 0.10% 0.05% 0.00%", True),
        ("２００ １００ ０ △１００", True),
        ("3 2 1 0", True),
        ("3,000件 2,000件 1,000件 0件", True),
        # Grades, years, what grows downwards and amounts that fall by no one step are those of a table.
        ("5 4 3 2", False),
        ("2020 2015 2010 2005", False),
        ("0 5,000 10,000 15,000", False),
        ("25,000 20,000 17,000 10,000", False),
        ("30 20 10", False),
    ],
)
def test_the_scale_of_a_chart_makes_a_drawing(scale: str, drawn: bool) -> None:
    labels = scale.split()
    lines = [PrintedLine(text, 60, 100 + 26 * n, 90, 109 + 26 * n, 9.0) for n, text in enumerate(labels)]
    rules = [Box(92, 104 + 26 * n, 380, 104 + 26 * n) for n in range(len(labels))]
    found = charts(lines, rules, [])
    assert [box.x1 for box in found] == [380] * drawn


@pytest.mark.parametrize(
    ("beside", "drawn"),
    [
        # Rows of a table have their names, or a field, beside each figure; what stands beside a chart does not.
        ("特定事業 一般事業 小規模事業 その他", False),
        ("2019年 2020年 2021年 2022年", False),
        ("特定事業", True),
        ("80% 60% 40% 20%", True),
    ],
)
def test_figures_that_fall_by_one_step_in_rows_are_a_tables(beside: str, drawn: bool) -> None:
    scale = [PrintedLine(f"{100 - 25 * n}", 160, 100 + 16 * n, 180, 109 + 16 * n, 9.0) for n in range(4)]
    names = [PrintedLine(text, 60, 100 + 16 * n, 120, 109.5 + 16 * n, 9.5) for n, text in enumerate(beside.split())]
    assert bool(charts([*scale, *names], [], [])) is drawn


def test_two_scales_and_what_is_drawn_between_them_are_one_chart() -> None:
    lines = [PrintedLine(str(40 - 10 * n), x, 100 + 26 * n, x + 20, 109 + 26 * n, 9.0) for x in (60, 400) for n in range(4)]  # fmt: skip
    assert [(box.x0, box.x1) for box in charts(lines, [], [Box(90, 110, 390, 180)])] == [(60, 420)]


def test_the_title_of_a_chart_above_its_scale_heads_nothing() -> None:
    page = Page()
    Column(page, 70, 740, 40).para("".join(SENTENCES[:4]))
    page.text(180, 500, "材料分野の論文の状況", 11.5, bold=True)
    for step in range(4):
        page.text(80, 488 - 26 * step, f"{30 - 10 * step:2}", 9)
        page.rule(104, 491 - 26 * step, 380, 491 - 26 * step)
    assert "材料分野の論文の状況" not in _titles(page)


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_of_one_row_at_the_foot_goes_on_below_its_names_printed_again(again: bool, ruled: bool) -> None:
    first, second = Page(), Page()
    column = Column(first, 70, 740, 40)
    while column.y > 140:
        column.para("".join(SENTENCES[:3]))
    names = ("区分", "計画", "実績", "増減")
    rows = [
        ("全国", "55", "78", "△3"),
        ("関東", "12", "90", "24"),
        ("中部", "31", "41", "59"),
        ("合計", "98", "2", "7"),
    ]

    def put(page: Page, y: float, cells: tuple[str, ...]) -> None:
        for x, text in zip((80, 230, 330, 430), cells, strict=True):
            page.text(x, y, text, 9.5)

    for step, row in enumerate((names, rows[0])):
        put(first, 100 - 15 * step, row)
    for step, row in enumerate((names if again else ("地域", "面積", "人口", "備考"), *rows[1:])):
        put(second, 760 - 15 * step, row)
    if ruled:
        for page, ys in ((first, (113,)), (second, (773, 758, 698))):
            for y in ys:
                page.rule(75, y, 470, y)
    Column(second, 70, 640, 40).para("".join(SENTENCES[4:6]))
    found = _tables([first, second])
    assert len(found) == 1
    assert len(found[0]) == (5 if again else 4)
    assert found[0][1][0] == ("全国" if again else "関東")


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        (6, 6, True),
        # A row of names alone above and below a row is no name of it.
        (15, 15, False),
    ],
)
def test_a_name_on_two_lines_beside_the_middle_of_its_row_is_one(above: float, below: float, whole: bool) -> None:
    page = Page()
    Column(page, 70, 780, 40).para(SENTENCES[0])
    names = ("区分", "計画", "実績")
    at = (80, 230, 330)
    for step, row in enumerate((names, ("全国", "55", "78"), ("関東", "12", "90"))):
        for x, text in zip(at, row, strict=True):
            page.text(x, 700 - 18 * step, text, 9.5)
    for x, text in zip(at[1:], ("45.5", "8.9"), strict=True):
        page.text(x, 640, text, 9.5)
    page.text(80, 640 + above, "海洋プラスチ", 9.5)
    page.text(80, 640 - below, "ックごみ", 9.5)
    for x, text in zip(at, ("合計", "7", "9"), strict=True):
        page.text(x, 640 - below - 18, text, 9.5)
    rows = [row for table in _tables([page]) for row in table]
    assert (["海洋プラスチックごみ", "45.5", "8.9"] in rows) is whole


@pytest.mark.parametrize(
    ("one", "two", "whole"),
    [
        ("科学技術人材の育", "成", True),
        # What is long, or of sentences, is text beside a figure.
        ("この取組により、手続に", "要する時間は短くなった。", False),
        ("x" * 20, "x" * 20, False),
    ],
)
def test_only_short_names_are_put_together_around_a_row(one: str, two: str, whole: bool) -> None:
    above, below = (PrintedLine(text, 60, 100 + 12 * n, 160, 109 + 12 * n, 9.0) for n, text in enumerate((one, two)))
    row = [PrintedLine(text, x, 106, x + 20, 115, 9.0) for text, x in (("45.5", 230), ("8.9", 330))]
    head = [PrintedLine("区分", 60, 80, 80, 89, 9.0)]
    assert len(names_whole([head, [above], row, [below]])) == (2 if whole else 4)


@pytest.mark.parametrize(
    ("label", "x", "back", "title"),
    [
        ("●", 81, 70, True),
        # Text at the label of an item goes on with it, where the next line does not go back.
        ("●", 81, 81, False),
        # A bracket stands half a character further out.
        ("（３）", 65, 70, True),
    ],
)
def test_a_full_title_over_text_at_its_indent(label: str, x: float, back: float, title: bool) -> None:
    page = Page()
    Column(page, 70, 780, 20).para(SENTENCES[0], 1)
    size = 10.5 if label == "●" else 11.5
    words = "研究の再現性に関する課題とその影響等"
    page.text(x, 700, label + words[: int((276 - x) / size) - len(label)], size)
    lines = (
        "広範な分野における新たな材料の開発",
        "においては、多様な元素に対応することが",
        "求められており、その解決が重要である。",
    )
    for step, (at, line) in enumerate(zip((81, back, back), lines, strict=True)):
        page.text(at, 683 - 17 * step, line + "等" * int((280 - at) / 10.5 - len(line)) * (step == 0), 10.5)
    sentences = through([page])[1].sentences
    assert ("広範な" in {sentence.text[:3] for sentence in sentences}) is title


def test_notes_in_a_larger_face_than_prose_are_notes() -> None:
    page = Page()
    Column(page, 70, 740, 40).para("".join(SENTENCES[:4]))
    page.rule(70, 160, 230, 160)
    page.text(70, 150, "9", 6)
    page.text(76, 145, "「公平性」には複数の基準があることに留意する必要が", 11)
    page.text(70, 130, "ある。", 11)
    assert [note.marker for note in through([page])[1].footnotes] == ["9"]


def test_a_marked_heading_under_a_rule_with_prose_below_it_is_no_note() -> None:
    page = Page()
    column = Column(page, 70, 740, 40)
    column.para("".join(SENTENCES[:4]))
    page.rule(70, column.y - 10, 230, column.y - 10)
    page.text(70, column.y - 26, "1", 6)
    page.text(76, column.y - 30, "今後の取組の方向", 12, bold=True)
    column.y -= 52
    column.para("".join(SENTENCES[4:7]))
    assert not through([page])[1].footnotes


def test_a_title_in_pointed_brackets_stands_for_itself() -> None:
    page = Page()
    page.text(70, 700, "本事務年度の主な実績", 14, bold=True)
    page.text(330, 700, "＜説明に係る取組の状況＞", 12, bold=True)
    column = Column(page, 70, 670, 20)
    column.para("".join(SENTENCES[:3]))
    page.image(330, 520, 200, 160)
    assert "本事務年度の主な実績" in _titles(page)
    assert not any("取組の状況" in title for title in _titles(page))


def test_a_boxed_word_and_an_underlined_title_are_no_drawing() -> None:
    page = Page()
    page.text(84, 700, "記載例８", 14)
    for x in (83.9, 140):
        page.rule(x, 698, x, 716, 0.48)
        for y in (697.6, 716):
            page.box(x, y, x + 0.48, y + 0.48, 0)
            page.box(x, y, x + 0.48, y + 0.48, 0)
    for y in (697.6, 716):
        page.rule(84.4, y, 140, y, 0.48)
    page.text(84, 672, "第３　１　（２）イ　工程内管理試験の一覧表", 12)
    page.rule(84, 670, 330, 670, 0.5)
    Column(page, 84, 640, 40).para("".join(SENTENCES[:3]))
    assert "記載例8" in [fold(s.number + s.title) for s in through([page])[1].sections]


def _spread(
    texts: Sequence[str], lefts: list[float], rights: list[float], owners: list[int], angle: int = 0
) -> list[float]:
    faces = [Face(10, angle)] * len(texts)
    spread(list(texts), owners, lefts, [0.0] * len(texts), rights, faces)
    return lefts


def test_the_letters_of_a_ligature_stand_side_by_side() -> None:
    assert _spread("dff内", [0, 5, 5, 11], [5, 11, 11, 21], [1, 1, 1, 1]) == [0, 5, 8, 11]
    assert _spread("ffi", [0, 0, 0], [6, 6, 6], [1, 1, 1]) == [0, 2, 4]
    # A character of two codes has one box, to which the first half, without text, adds nothing.
    assert _spread(["大", "", "𠮷"], [0, 10, 10], [10, 20, 20], [1, 1, 1]) == [0, 10, 10]


@pytest.mark.parametrize(
    ("texts", "owners", "angle"),
    [
        # A character printed twice to thicken it, in one object or two; a line that runs upward.
        ("総総", [1, 1], 0),
        ("ff", [1, 2], 0),
        ("ff", [1, 1], 90),
    ],
)
def test_what_shares_a_box_and_is_no_ligature(texts: str, owners: list[int], angle: int) -> None:
    assert _spread(texts, [5, 5], [11, 11], owners, angle) == [5, 5]


@pytest.mark.parametrize(
    ("second", "size", "gap", "whole"),
    [
        ("(ver. 2)", 18.9, 26, True),
        # Who made it, in smaller type, and what stands apart are no lines of the title.
        ("江尻　開", 12, 40, False),
        ("例示市", 17.4, 60, False),
        # What had room on the first line: the name of a body in Latin letters, a day, a word that stands for itself.
        ("Digital Agency", 17.4, 26, False),
        ("July 2019", 17.4, 26, False),
        ("目次", 17.4, 26, False),
    ],
)
def test_a_title_on_lines_of_two_scripts(second: str, size: float, gap: float, whole: bool) -> None:
    page = Page()
    wide = sum(0.5 if sign.isascii() else 1 for sign in second) * size
    page.text(298 - 4 * 17.4, 700, "電気学会の様式集", 17.4)
    page.text(298 - wide / 2, 700 - gap, second, size)
    Column(page, 70, 600, 40).para("".join(SENTENCES[:4]))
    titles = _titles(page)
    assert any(title.startswith("電気学会の様式集" + fold(second)) for title in titles) is whole
    assert any(title.startswith("電気学会の様式集") for title in titles)


def test_columns_of_text_that_fill_their_width_are_those_of_a_table() -> None:
    page = Page()
    Column(page, 70, 780, 40).para(SENTENCES[0])
    for x, name in zip((113, 310, 470), ("事業名", "内容", "期間"), strict=True):
        page.text(x, 700, name, 9.5)
    text = "経済や産業の活性化により持続的に経済発展を遂げていくた"
    for row, name in enumerate(("整備事業", "設置事業", "研修事業")):
        for line, words in enumerate((text, text, "図っていく必要がある。")):
            page.text(186, 680 - 60 * row - 18 * line, words, 9.5)
        page.text(72, 680 - 60 * row, name, 9.5)
        page.text(455, 680 - 60 * row, f"R{row}～R7", 9.5)
    assert [[len(row) for row in table] for table in _tables([page])] == [[3, 3, 3, 3]]


def test_a_title_that_breaks_off_and_the_names_of_its_authors() -> None:
    page = Page()
    for y, words, size in ((720, "行政におけるデータ利用の特性と", 20), (684, "取扱い上の留意点", 20), (620, "田丸健三郎1、満塩尚史1、柳原尚史2、", 10.5)):  # fmt: skip
        page.text(298 - sum(0.5 if sign.isascii() else 1 for sign in words) * size / 2, y, words, size)
    Column(page, 70, 560, 40).para("".join(SENTENCES[:4]))
    assert _titles(page) == ["行政におけるデータ利用の特性と取扱い上の留意点"]


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        *(
            (text, True)
            for text in "し、より多様化 ており、放送用 により実施 を図る の推進 られる していた るため する とともに でいる".split()
        ),
        # Nouns and connectives begin a field of their own.
        *(
            (text, False)
            for text in "がん検診 ごみの処理 いじめ防止 ひとり親 ものづくり ふるさと納税 ただし、 その他 このため りんご".split()
        ),
    ],
)
def test_a_field_that_goes_on_begins_with_a_particle_or_an_ending(text: str, goes_on: bool) -> None:
    assert bool(KANA_FIRST.match(text)) is goes_on
