"""What pages of ministries have that plain ones do not: ornaments, tabs, titles on two lines, slides, scales of charts."""

import pytest
from tests.read.pdf_maker import Column, Page
from tests.read.pdf_pages import SENTENCES
from tests.read.test_pdf_edges import _pages
from tests.read.test_pdf_layouts import fold, through

from hakusho.records import Region


@pytest.mark.parametrize("ornament", [True, False])
def test_an_ornament_over_the_corner_of_a_page_holds_no_text(ornament: bool) -> None:
    pages = _pages(3)
    for page in pages:
        lines = Column(page, 70, 700, 30)
        lines.para("".join(SENTENCES[4:7]))
        page.box(60, 620, 596 if ornament else 594, 843 if ornament else 760)
        page.text(560, 640, "第２章", 9)
    heads = _heads_of(pages)
    assert heads.count("第2章") == (3 if ornament else 0)


def _heads_of(pages: list[Page]) -> list[str]:
    source, segments = through(pages)
    return [fold(source.text[b.span.slice]) for b in segments.blocks if b.kind is Region.RUNNING_HEAD]


def _sections(page: Page) -> list[str]:
    return [fold(section.title) for section in through([page])[1].sections]


@pytest.mark.parametrize(
    ("size", "back", "found"),
    [
        (11.2, 0, True),
        # Type of one size, and text that goes on at its indent, are an item's.
        (10.5, 0, False),
        (11.2, 1, False),
    ],
)
def test_text_under_a_title_that_fills_its_lines(size: float, back: int, found: bool) -> None:
    page = Page()
    Column(page, 70, 740, 20).para(SENTENCES[0], 1)
    page.text(70, 680, "●情報通信に関する総合的な研究開発の", size)
    page.text(70 + size, 663, "拠点となる国立の研究機関の新たな設立", size)
    page.text(70 + size, 646, "同機構は、人工知能の研究を行う、国の", 10.5)
    for step, line in enumerate(("研究機関として、平成二十八年に設立さ", "れた。")):
        page.text(70 + back * 10.5, 629 - 17 * step, line, 10.5)
    _, segments = through([page])
    assert ("同機構は" in {sentence.text[:4] for sentence in segments.sentences}) is found


def test_the_scale_of_a_chart_is_no_note() -> None:
    page = Page()
    Column(page, 70, 740, 40).para("".join(SENTENCES[:4]))
    page.rule(70, 400, 300, 400)
    for step, label in enumerate(("130", "120", "110", "100")):
        page.text(70, 388 - 14 * step, label, 9)
        page.text(290, 388 - 14 * step, f"1,{label}", 9)
    assert not through([page])[1].footnotes


def test_notes_that_count_up_under_a_rule_stay_notes() -> None:
    page = Page()
    Column(page, 70, 740, 40).para("".join(SENTENCES[:4]))
    page.rule(70, 160, 200, 160)
    for number in (1, 2):
        page.text(70, 160 - 13 * number, f"{number}　{SENTENCES[number]}", 8)
    assert [note.marker for note in through([page])[1].footnotes] == ["1", "2"]


def test_notes_whose_marks_are_raised_digits() -> None:
    page = Page()
    Column(page, 70, 740, 40).para("".join(SENTENCES[:4]))
    page.rule(70, 160, 200, 160)
    for step, mark in enumerate("³⁴"):
        page.text(70, 147 - 13 * step, f"{mark}　{SENTENCES[step]}", 8)
    assert [note.marker for note in through([page])[1].footnotes] == ["3", "4"]


def _centred(page: Page, y: float, text: str, size: float) -> None:
    page.text(297 - len(text) * size / 2, y, text, size)


def test_a_title_on_two_centred_lines_is_one() -> None:
    page = Page()
    _centred(page, 760, "例示市の情報に係る基盤", 15)
    _centred(page, 738, "地図利用規約", 15)
    Column(page, 70, 690, 43).para("".join(SENTENCES[:6]))
    assert _sections(page) == ["例示市の情報に係る基盤地図利用規約"]


def test_a_day_under_a_title_is_not_of_it() -> None:
    page = Page()
    _centred(page, 760, "例示市情報基盤計画の見直し", 15)
    _centred(page, 738, "令和四年三月", 15)
    Column(page, 70, 690, 43).para("".join(SENTENCES[:6]))
    assert _sections(page) == ["例示市情報基盤計画の見直し"]


@pytest.mark.parametrize(
    "line", ["例示県総務部情報政策課", "例示市長　佐藤　一郎", "鈴木花子訳", "例示審議会電波部会", "© 2021"]
)
def test_who_made_a_document_is_not_of_its_title(line: str) -> None:
    page = Page()
    _centred(page, 760, "例示市情報基盤計画の見直し方針", 15)
    _centred(page, 741, line, 15)
    Column(page, 70, 690, 43).para("".join(SENTENCES[:6]))
    assert _sections(page)[:1] == ["例示市情報基盤計画の見直し方針"]


def test_a_letter_in_large_type_has_its_subject_as_title() -> None:
    letter = Page()
    letter.text(430, 760, "事務連絡", 12)
    letter.text(400, 742, "令和四年十月二日", 12)
    letter.text(70, 700, "各都道府県衛生主管部　御中", 12)
    letter.text(330, 660, "厚生労働省審査管理課", 12)
    _centred(letter, 600, "原薬等登録原簿に関する質疑応答集について", 12)
    Column(letter, 70, 540, 38, 12, 19).para("".join(SENTENCES[:3]))
    pages = [letter, *_pages(4)]
    for page in pages[1:]:
        Column(page, 70, 700, 43).para("".join(SENTENCES[4:12]))
    assert [fold(s.title) for s in through(pages)[1].sections][:1] == ["原薬等登録原簿に関する質疑応答集について"]


def test_the_source_of_a_figure_beside_an_item_is_not_of_it() -> None:
    page = Page(720, 540)
    for step, line in enumerate(
        ("➡　協会において実効性のある点検を行うとともに、各会社", "における積極的な取組が求められる。")
    ):
        page.text(30 + 24 * step, 90 - 18 * step, line, 12)
    page.text(430, 72, "（出典）例示協会", 10.5)
    sentences = {fold(sentence.text) for sentence in through([page])[1].sentences}
    assert "協会において実効性のある点検を行うとともに、各会社における積極的な取組が求められる。" in {
        text.lstrip("➡") for text in sentences
    }


@pytest.mark.parametrize("text", ["https://www.example-hospital.or.jp/", "例示町立病院"])
def test_an_address_that_runs_over_its_rule_stays_in_its_cell(text: str) -> None:
    page = Page()
    Column(page, 70, 760, 40).para(SENTENCES[0])
    for y in (600, 620, 640):
        page.rule(70, y, 400, y)
    for x in (70, 200, 240, 400):
        page.rule(x, 600, x, 640)
    for row in (0, 1):
        page.text(74, 606 + 20 * row, text, 9)
        page.text(210, 606 + 20 * row, "有", 9)
    source, segments = through([page])
    cells = {(cell.row, cell.column): source.text[cell.span.slice] for cell in segments.tables[0].cells}
    assert cells == {(row, column): cell for row in (0, 1) for column, cell in enumerate((text, "有", ""))}


def test_rules_with_words_between_the_first_two_only_are_no_table() -> None:
    page = Page()
    Column(page, 70, 760, 40).para(SENTENCES[0])
    page.text(80, 650, "注意", 10)
    for y in (660, 640, 620, 600):
        page.rule(70, y, 400, y)
    source, segments = through([page])
    assert "注意" in fold(source.text)
    assert not segments.tables


def test_a_mark_raised_above_its_note_is_of_it() -> None:
    page = Page()
    Column(page, 70, 740, 40).para("".join(SENTENCES[:4]))
    page.rule(70, 160, 200, 160)
    page.text(70, 150, "13", 6)
    page.text(70, 134, "https://www.example.go.jp/singi/miraitoshikaigi20", 10)
    page.text(70, 120, "18/koyou/siryou4.pdf", 10)
    assert [note.marker for note in through([page])[1].footnotes] == ["13"]


def _table(columns: tuple[int, ...]) -> list[int]:
    page = Page()
    Column(page, 70, 760, 40).para(SENTENCES[0])
    for y in (580, 600, 620, 640):
        page.rule(columns[0], y, columns[-1], y)
    for x in columns:
        page.rule(x, 580, x, 640)
    for row, (name, value) in enumerate((("公開日", "あり"), ("言語", "日本語"), ("条件", "なし"))):
        page.text(columns[-3] + 4, 626 - 20 * row, name, 9)
        page.text(columns[-2] + 4, 626 - 20 * row, value, 9)
    return [cell.column for cell in through([page])[1].tables[0].cells if cell.row == 0]


def test_a_column_too_narrow_for_a_character_is_none() -> None:
    assert _table((70, 76, 82, 170, 300)) == [0, 1, 2]
    assert _table((70, 82, 170, 300)) == [0, 1, 2]


def test_narrow_columns_in_a_row_hold_marks() -> None:
    page = Page()
    Column(page, 70, 760, 40).para(SENTENCES[0])
    places = [70, 140, *(140 + 6.2 * step for step in range(1, 7))]
    for y in (676, 684, 692, 700):
        page.rule(70, y, places[-1], y)
    for x in places:
        page.rule(x, 676, x, 700)
    for row in range(3):
        page.text(72, 694 - 8 * row, f"例示{row}市", 5)
        for column in range(1, 7):
            if (column + row) % 3:
                page.text(places[column] + 0.6, 694 - 8 * row, "○", 5)
    source, segments = through([page])
    marks = {(c.row, c.column) for c in segments.tables[0].cells if source.text[c.span.slice] == "○"}
    assert marks == {(row, column) for row in range(3) for column in range(1, 7) if (column + row) % 3}


def test_two_columns_of_names_are_read_across() -> None:
    page = Page()
    Column(page, 70, 780, 43).para("".join(SENTENCES[:3]))
    left = ("情報通信基盤の整備及び利活用の推進", "電波の公平かつ能率的な利用の確保等")
    right = ("令和元年度から開始、現在も継続中", "平成三十年度から開始、継続の見込")
    for step, (one, two) in enumerate(zip(left, right, strict=True)):
        page.text(70, 660 - 17 * step, one)
        page.text(310, 660 - 17 * step, two)
    text = fold(through([page])[0].text)
    assert text.index(right[0][-4:]) < text.index(left[1][:4])


def test_two_columns_of_two_languages_are_read_down() -> None:
    page = Page()
    left = ["Decide whether the reference is to be set", "in the same size as the body of the text,"]
    right = ["参照を本文と同じ大きさで書くかを、使う", "人が決める。"]
    _two_columns(page, 740, left, right)
    assert fold("".join(left)) in fold(through([page])[0].text)


def _two_columns(page: Page, y: float, left: list[str], right: list[str], below: float = 0) -> None:
    Column(page, 70, y, 20).lines(left)
    Column(page, 310, y - below, 20).lines(right)


def test_the_last_line_of_a_column_above_a_table_stays_in_it() -> None:
    page = Page()
    line = "総務省は、電子計算機に関する調査を行い、"
    last = ["これまでの国の施策の効果を、各地で検証し", "公表した。"]
    _two_columns(page, 740, [*[line] * 3, "公表した。"], [*[line] * 3, *last], 7)
    page.text(240, 643, "表1　加入者の数の推移の一覧", 10)
    for y in (570, 590, 610, 630):
        page.rule(70, y, 520, y)
    for x in (70, 200, 520):
        page.rule(x, 570, x, 630)
    for row in range(3):
        page.text(80, 616 - 20 * row, f"項目{row}", 9)
        page.text(210, 616 - 20 * row, f"{row}23", 9)
    found = [fold(sentence.text) for sentence in through([page])[1].sentences]
    assert found[-1].endswith("".join(last))


@pytest.mark.parametrize(("end", "whole"), [("証が行わ", True), ("証をす。", False)])
def test_two_lines_in_each_of_two_columns_are_read_down(end: str, whole: bool) -> None:
    page = Page()
    left = ["しい利用の場面を切り開く情報端末として、", f"様々な組織により、多くの地域で実{end}"]
    right = ["れ、空間情報と連携を含めた検討が、各地で", "行われている。"]
    _two_columns(page, 740, left, right)
    found = [fold(sentence.text) for sentence in through([page])[1].sentences]
    assert ("".join(left + right) in found) is whole


@pytest.mark.parametrize(("size", "title"), [(14, True), (9, False)])
def test_numbered_titles_in_large_type_are_no_running_heads(size: float, title: bool) -> None:
    pages = _pages(4)
    for number, page in enumerate(pages):
        page.text(70, 790, f"記載例{number + 1}", size)
    titles = [fold(section.title) for section in through(pages)[1].sections]
    assert ([f"記載例{number}" for number in range(1, 5)] == titles) is title
    assert ("記載例2" in _heads_of(pages)) is not title


@pytest.mark.parametrize(("foot", "titles"), [(False, 0), (True, 4)])
def test_a_head_in_large_type_that_ends_in_the_number_of_its_page(foot: bool, titles: int) -> None:
    pages = _pages(4)
    for number, page in enumerate(pages, 1):
        page.text(70, 790, f"例示市総合計画　{number}", 14)
        if foot:
            page.text(290, 30, str(number + 10), 9)
    found = [fold(section.title) for section in through(pages)[1].sections]
    assert sum(title.startswith("例示市総合計画") for title in found) == titles


@pytest.mark.parametrize(
    ("between", "labelled"),
    [
        ("規模の推移", True),
        ("● 例示市の各町", True),
        ("２　規模の推移", False),
        ("調査をした。", False),
        ("・高齢者の利用は横ばいで推移", False),
    ],
)
def test_what_stands_between_the_caption_and_the_source_of_a_figure_labels_it(between: str, labelled: bool) -> None:
    page = Page()
    Column(page, 70, 740, 40).para("".join(SENTENCES[:4]))
    page.text(70, 600, "図表１　人工知能の規模", 10.5)
    page.text(250, 560, between, 14)
    page.text(70, 400, "（出典）例示府の資料", 9)
    Column(page, 70, 360, 40).para("".join(SENTENCES[4:8]))
    source, segments = through([page])
    figures = [source.text[b.span.slice].strip() for b in segments.blocks if b.kind is Region.FIGURE]
    assert (between in figures) is labelled


@pytest.mark.parametrize("title", ["＜利用者数の推移（万人）＞", "図表１　利用者数の推移"])
def test_the_title_of_a_table_without_rules_is_none_of_its_names(title: str) -> None:
    page = Page()
    Column(page, 70, 760, 40).para(SENTENCES[0])
    page.text(80, 640, title, 12)
    rows = (
        ("区分", "令和２年", "令和３年", "令和４年"),
        ("固定", "1,204", "1,198", "1,187"),
        ("移動", "8,911", "9,020", "9,333"),
        ("衛星", "12", "13", "15"),
    )
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            page.text(80 + 85 * place, 614 - 25 * number, cell, 12)
    source, segments = through([page])
    cells = {(cell.row, cell.column): fold(source.text[cell.span.slice]) for cell in segments.tables[0].cells}
    assert cells == {(r, c): fold(cell) for r, row in enumerate(rows) for c, cell in enumerate(row)}
