"""More documents of many layouts: slides in columns, steps in boxes, titles beside their text, tables ruled across."""

from tests.read.pdf_maker import Column, Page, wrapped
from tests.read.pdf_pages import SENTENCES, Made


def columns_of_items() -> Made:
    """A slide whose two columns of items stand level with one another, each under a heading."""
    page = Page(842, 595)
    made = Made([page], headings=["行政の窓口の見直し"])
    Column(page, 50, 545, 60).head("行政の窓口の見直し", 20)
    for side, (title, numbers) in enumerate((("背景", (2, 4)), ("対応", (8, 9)))):
        column = Column(page, 50 + 390 * side, 470, 32, size=11)
        made.headings.append(title)
        column.head(title, 13, above=0)
        for number in numbers:
            for row, line in enumerate(wrapped("・" + SENTENCES[number], 30, 29)):
                page.text(column.x + 11 * bool(row), column.y, line, 11)
                column.y -= 17
            made.sentences.append(SENTENCES[number])
    return made


def steps_in_boxes() -> Made:
    """Three boxes of different heights side by side, read from the left; the same heads on the next page."""
    made = Made([])
    for number in range(2):
        page = Page(842, 595)
        made.pages.append(page)
        title = ("交通の施策", "医療の施策")[number]
        made.headings.append(title)
        Column(page, 60, 550, 60).head(title, 20)
        for step, head in enumerate(("現状", "課題", "対応")):
            x, top = 50 + 258 * step, (480, 495, 485)[step]
            page.box(x, 340, x + 240, top)
            page.text(x + 100, top - 22, head, 13, bold=True)
            made.headings.append(head)
            sentence = SENTENCES[6 * number + step]
            Column(page, x + 8, top - 46, 20).para(sentence, indent=0)
            made.sentences.append(sentence)
        Column(page, 50, 310, 66).para(SENTENCES[13 + number])
        made.sentences.append(SENTENCES[13 + number])
    return made


def deep_hanging() -> Made:
    """Answers that hang four characters under their label, which no space parts from the text."""
    page = Page()
    made = Made([page], headings=["届出に関する質問"])
    column = Column(page, 70, 780, 43)
    column.head("届出に関する質問", 14)
    for number in range(3):
        answer = SENTENCES[2 * number] + SENTENCES[2 * number + 1]
        column.para(f"（答）{answer}", indent=0, hang=4)
        made.sentences += [SENTENCES[2 * number], SENTENCES[2 * number + 1]]
        column.y -= 8
    return made


def titles_beside() -> Made:
    """Articles whose titles stand in a column of their own, one of them on two lines."""
    page = Page()
    made = Made([page], headings=["例示広場の利用の規約"])
    Column(page, 200, 780, 20).head("例示広場の利用の規約", 14)
    y = 730.0
    for number, (title, text) in enumerate(
        ((("（目的）",), 0), (("（利用の", "申込み）"), 2), (("（休場の日）",), 4)), 1
    ):
        label = f"第{number}条"
        for row, part in enumerate(title):
            page.text(60, y - 17 * row, label + part if not row else part, 10.5)
        made.headings.append(f"{label}{''.join(title)}")
        for row, line in enumerate(wrapped(SENTENCES[text] + SENTENCES[text + 1], 33, 33)):
            page.text(170, y - 17 * row, line, 10.5)
        y -= 80
        made.sentences += [SENTENCES[text], SENTENCES[text + 1]]
    return made


def open_table() -> Made:
    """A table that is ruled across only, with figures set at the right, between paragraphs."""
    page = Page()
    rows = [["区分", "三年度", "四年度"], ["道路", "1,200", "980"], ["河川", "45", "1,310"], ["港湾", "8", "12"]]
    made = Made([page], cells=rows)
    column = Column(page, 60, 780, 44)
    column.para(SENTENCES[0] + SENTENCES[1])
    top = column.y
    for number in range(5):
        page.rule(60, top - 20 * number, 500, top - 20 * number)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            width = sum(4.5 if sign.isascii() else 9 for sign in text)
            page.text(66 if not c else 280 + 160 * (c - 1) - width + 40, top - 20 * r - 14, text, 9)
    column.y = top - 110
    column.para(SENTENCES[2] + SENTENCES[3])
    made.sentences = list(SENTENCES[:4])
    return made


def grid_of_boxes() -> Made:
    """A leaflet of six boxes in two columns, read row by row."""
    page = Page()
    made = Made([page], headings=["備えのてびき"])
    Column(page, 60, 790, 40).head("備えのてびき", 20)
    for number in range(6):
        x, top = 50 + 255 * (number % 2), 720 - 150 * (number // 2)
        page.box(x, top - 130, x + 240, top)
        title = ("水", "食べ物", "明かり", "電話", "薬の袋", "毛布")[number] + "の用意"
        made.headings.append(title)
        page.text(x + 10, top - 24, title, 13, bold=True)
        Column(page, x + 10, top - 48, 20).para(SENTENCES[number + 2], indent=0)
        made.sentences.append(SENTENCES[number + 2])
    return made


def beside_a_picture() -> Made:
    """Lines that end early beside a drawing that no picture object tells of, its caption below, and go on over the width."""
    page = Page()
    made = Made([page])
    page.parts.append("q 0.2 0.4 0.6 rg 360 610 m 520 610 l 520 760 l 440 790 l 360 760 l f Q")
    page.text(370, 596, "写真１　会議の様子", 8)
    lines = wrapped(SENTENCES[3] + SENTENCES[4] + SENTENCES[6] + SENTENCES[5], 26, 27)
    page.text(70, 780, lines[0], 10.5)
    for row, line in enumerate(lines[1:], 1):
        page.text(59.5, 780 - 17 * row, line, 10.5)
    made.sentences = [SENTENCES[3], SENTENCES[4], SENTENCES[6], SENTENCES[5]]
    return made


def rules_in_short_lines() -> Made:
    """Rules whose every line is short: no line breaks off at the edge, so that the longest says nothing of it."""
    page = Page()
    made = Made([page], headings=["データ利用規約", "目的", "利用者の義務", "その他", "附則"])
    lines = [
        ("データ利用規約", 0), ("１．目的", 0), ("この規約は、データの利用について定める。", 1), ("２．利用者の義務", 0),
        ("（１）利用者は、法令を守る。", 0), ("（２）利用者は、出典を示す。", 0), ("３．その他", 0),
        ("この規約は、予告なく変わることがある。", 1), ("附則", 0), ("この規約は、十月一日から施行する。", 1),
    ]  # fmt: skip
    for row, (line, indent) in enumerate(lines):
        page.text(80 + 10.5 * indent, 760 - 20 * row, line)
        if line.endswith("。"):
            made.sentences.append(line.removeprefix("（１）").removeprefix("（２）"))
    return made


def announced() -> Made:
    """Lines of the size of prose that say what the prose below them is about."""
    page = Page()
    made = Made([page])
    column = Column(page, 70, 770, 43)
    for number, title in (
        (3, "「警戒区域」について"),
        (5, "費用の負担に関して"),
        (8, "届出（書面によるもの）について"),
    ):
        made.headings.append(title)
        page.text(70, column.y, title, 10.5)
        column.y -= 18
        column.para(SENTENCES[number] + SENTENCES[number + 1])
        made.sentences += [SENTENCES[number], SENTENCES[number + 1]]
    return made


MORE = {
    "announced": announced,
    "rules in short lines": rules_in_short_lines,
    "columns of items": columns_of_items,
    "steps in boxes": steps_in_boxes,
    "deep hanging": deep_hanging,
    "titles beside": titles_beside,
    "open table": open_table,
    "grid of boxes": grid_of_boxes,
    "beside a picture": beside_a_picture,
}
