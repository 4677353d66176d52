"""How type is printed, as far as it tells headings and words: faces, weights, strokes, letters of fonts not held."""

import pytest
from tests.read.pdf_maker import Page, to_pdf
from tests.read.test_pdf_layouts import fold, through

from hakusho.read.pdf import read_pdf
from hakusho.read.pdf.glyphs import _weight_named
from hakusho.segment.vote_rules import FIGURES

PROSE = (
    "　実施状況は、毎年度、所管する部署が取りまとめて委員会に報告するものとし、委員会は",
    "これを公表しなければならない。",
)


@pytest.mark.parametrize("width", [250, 300, 500, 700])
@pytest.mark.parametrize(
    "line",
    [
        "国際協力機構（JICA）は、2023年12月31日にICT Forum 2023を開いた。",
        "OECD/DACの基準（GNI比0.7%）とe-Gov、Society 5.0を示す。",
        "ＪＩＣＡは、ＡＳＥＡＮへ25人を派遣した。",
        "令和5年10月1日(日)午後3時15分",
    ],
)
def test_latin_letters_of_a_font_that_is_not_held_stay_together(line: str, width: int) -> None:
    page = Page()
    page.text(72, 700, line)
    data = to_pdf([page]).replace(b"2 94 500", b"2 94 %d" % width)
    assert read_pdf(data, 10).text.strip() == line


def _page(title: str, mode: int) -> Page:
    page = Page()
    for number in range(3):
        top = 780 - 80 * number
        page.parts.append(f"{mode} Tr")
        page.text(70, top, title + "一二三"[number])
        page.parts.append("0 Tr")
        for place, line in enumerate(PROSE):
            page.text(70, top - 18 * (place + 1), line)
    return page


def test_a_line_thickened_by_a_stroke_is_a_heading() -> None:
    _, segments = through([_page("委員会への報告と公表", 2)])
    assert [section.title for section in segments.sections] == [f"委員会への報告と公表{n}" for n in "一二三"]


def test_a_paragraph_that_begins_in_bold_is_one() -> None:
    page = Page()
    for number in range(3):
        top = 780 - 60 * number
        page.text(80.5, top, "実施状況は、毎年度、所管する部署が取りまとめて委員会に", bold=True)
        page.text(80.5 + 26 * 10.5, top, "報告するものとし、")
        page.text(70, top - 18, "委員会は、報告を受けた日から三十日以内に、その全文を公表しなければならない。")
    _, segments = through([page])
    assert not segments.sections
    assert [fold(sentence.text)[:4] for sentence in segments.sentences] == ["実施状況"] * 3


@pytest.mark.parametrize(
    ("name", "weight"),
    [("平成明朝体W3", 300), ("ゴシックSL", 300), ("YuGothic-Light", 300), ("HGPGothicM", 400), ("DFPMaruGothic-M", 500),
     ("ゴシックM", 500), ("KozMinPr6N-Regular", 400), ("華康ゴシック体W5", 500)],
)  # fmt: skip
def test_weights_in_names_of_faces(name: str, weight: int) -> None:
    assert _weight_named(name) == weight


@pytest.mark.parametrize("text", ["34.5% 1,203件 5位", "約2.1倍", "3兆4,500億円", "61.2ポイント", "5%増"])
def test_figures_alone_are_no_title(text: str) -> None:
    assert FIGURES.fullmatch(text)


@pytest.mark.parametrize(
    "text", ["2 目的", "3つの柱", "5か年計画", "2050年に向けて", "10の重点施策", "1人1台端末", "第2章", "数字で見る1年"]
)
def test_titles_that_hold_figures_are_titles(text: str) -> None:
    assert not FIGURES.fullmatch(text)


def _set_off(titles: list[str], room: float) -> Page:
    page, top = Page(), 790.0
    for title in titles:
        top -= room
        page.text(70, top, title)
        for line in (*PROSE, *PROSE):
            top -= 18
            page.text(70, top, line)
        top -= 18
    return page


@pytest.mark.parametrize(
    ("titles", "room", "found"),
    [
        (["委員会への報告", "結果の公表", "記録の保存"], 14, 3),
        # Labels with values, days.
        (["担当：例示課", "電話：内線二", "場所：本庁舎"], 14, 0),
        (["令和六年四月一日", "令和六年五月一日", "令和六年六月一日"], 14, 0),
    ],
)
def test_lines_that_only_room_sets_off(titles: list[str], room: float, found: int) -> None:
    _, segments = through([_set_off(["　　まえがきとなる文は、見出しを持たない段落である。", *titles], room)])
    assert len(segments.sections) == found
