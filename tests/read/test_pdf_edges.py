"""What stands at the edges of pages, and where a paragraph begins: numbers, heads of short pages, tabs, indents."""

import pytest
from tests.read.pdf_maker import Column, Page
from tests.read.pdf_pages import SENTENCES
from tests.read.test_pdf_layouts import fold, through

from hakusho.records import Region


def _heads(pages: list[Page]) -> list[str]:
    source, segments = through(pages)
    assert len(segments.sentences) == len(pages)
    return [fold(source.text[b.span.slice]) for b in segments.blocks if b.kind is Region.RUNNING_HEAD]


def _pages(count: int) -> list[Page]:
    pages = [Page() for _ in range(count)]
    for number, page in enumerate(pages):
        Column(page, 70, 740, 30).para(SENTENCES[number])
    return pages


def test_numbers_and_heads_beyond_the_longest_line_of_a_page() -> None:
    pages = _pages(3)
    for number, page in enumerate(pages):
        page.text(560, 20, str(number + 1), 9)
        page.text(510, 810, "資料２", 9)
    assert sorted(_heads(pages)) == sorted(["1", "2", "3"] + 3 * ["資料2"])


def test_the_number_of_a_tab_goes_with_it() -> None:
    pages = _pages(4)
    for number, page in enumerate(pages):
        page.box(570, 480, 590, 540, 0.8)
        for step, sign in enumerate(("第", "２２３３"[number], "章")):
            page.text(575, 520 - 16 * step, sign, 10)
    assert sorted(_heads(pages)) == sorted(4 * ["第", "章"] + ["2", "2", "3", "3"])


def test_sentences_beside_the_text_are_no_tabs() -> None:
    pages = _pages(3)
    for page, name in zip(pages, "道県市", strict=True):
        for step, line in enumerate((f"{name}の調べに", "よる。")):
            page.text(450, 600 - 10 * step, line, 7.5)
    source, segments = through(pages)
    assert not [b for b in segments.blocks if b.kind is Region.RUNNING_HEAD]
    assert source.text.count("よる。") == 3


def test_an_indented_line_under_one_at_the_margin_opens_a_paragraph() -> None:
    page = Page()
    lines = Column(page, 70, 740, 14)
    lines.lines(["地方税の収納率の改善"])
    lines.para(SENTENCES[0])
    _, segments = through([page])
    assert [fold(s.text) for s in segments.sentences][-1] == fold(SENTENCES[0])


def test_signs_of_which_only_the_ink_is_known_keep_their_squares() -> None:
    from hakusho.read.pdf.directions import turned
    from hakusho.read.pdf.glyphs import Face, Glyph
    from hakusho.read.pdf.lines import printed_lines

    face = Face(9.0)
    ink = {"、": (6.1, 0.3, 8.2, 2.4), "（": (0.4, 6.2, 8.6, 8.8), "一": (0.4, 4.1, 8.6, 4.9)}
    glyphs = []
    for place, sign in enumerate("国は、外務（一つ"):
        x0, y0, x1, y1 = ink.get(sign, (0, 0, 9, 9))
        glyphs.append(Glyph(sign, 470 + x0, 96 + 9.5 * place + y0, 470 + x1, 96 + 9.5 * place + y1, face))
    assert [line.text for line in printed_lines(turned(glyphs))] == ["国は、外務（一つ"]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("会場　例示町中央公民館　大ホール", "電話　０１２－３４５－６７８９番へ"), 2),
        (("■日時：１２月３日の土曜日午後１時", "■対象：市内に住む人とその家族の人"), 2),
        # A sentence that a space stands in, and one whose second line has none.
        (("総務省は　令和四年度から地方公共団", "体の情報システムの標準化を進める。"), 1),
        (("会場　例示町中央公民館の一階にある", "大ホール及び二階にある第一会議室の"), 1),
    ],
)
def test_lines_that_name_what_they_tell_stand_for_themselves(lines: tuple[str, ...], count: int) -> None:
    page = Page()
    column = Column(page, 70, 740, 17)
    column.lines(
        [
            "国際電気通信連合の全権委員会議は、",
            "昨年の秋に米国の都市で開かれており",
            "多くの国と地域の人が出席していた。",
        ]
    )
    Column(page, 70, 600, 17).lines(list(lines))
    source, segments = through([page])
    assert len([b for b in segments.blocks if b.span.start >= source.text.index(lines[0])]) == count


def test_the_word_over_notes_is_none_of_them() -> None:
    page = Page()
    Column(page, 70, 740, 40).para("".join(SENTENCES[3:]))
    page.text(70, 140, "注", 9)
    for number in (1, 2):
        page.text(70, 140 - 13 * number, f"{number}　{SENTENCES[number]}", 8)
    _, segments = through([page])
    assert {note.marker: fold(note.text) for note in segments.footnotes} == {
        str(number): fold(SENTENCES[number]) for number in (1, 2)
    }
