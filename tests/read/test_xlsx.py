"""Excel sheets come out cell for cell, with the numbers that are shown."""

import io
import zipfile

import pytest
from tests.read.packed import blocks, excel, grid, packed, through

from hakusho.errors import InputError
from hakusho.read.xlsx.numbers import shown


def _c(place: str, value: object, kind: str = "", style: int = 0) -> str:
    told = f' t="{kind}"' if kind else ""
    return f'<c r="{place}" s="{style}"{told}><v>{value}</v></c>'


def _rows(*rows: str) -> str:
    return "<sheetData>" + "".join(rows) + "</sheetData>"


STRINGS = (
    "<si><t>国</t></si><si><r><t>日</t></r><r><t>本</t></r><rPh><t>ニホン</t></rPh></si><si><t>改行_x000A_する</t></si>"
)
STYLES = (
    '<numFmts><numFmt numFmtId="176" formatCode="#,##0;&quot;△&quot;#,##0"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="3"/><xf numFmtId="176"/><xf numFmtId="28"/><xf numFmtId="10"/></cellXfs>'
)


def test_cells_as_shown() -> None:
    sheet = _rows(
        '<row r="2">' + _c("B2", 0, "s") + _c("C2", 1, "s") + "</row>",
        '<row r="3">' + _c("B3", 1234567, style=1) + _c("C3", -1234, style=2) + "</row>",
        '<row r="4">' + _c("B4", 44652, style=3) + _c("C4", 0.256, style=4) + "</row>",
        '<row r="6">' + _c("B6", 1, "b") + _c("C6", "#N/A", "e") + _c("D6", 2, "s") + "</row>",
        '<row r="7"><c r="C7" t="inlineStr"><is><t>直書き</t></is></c>' + _c("D7", "式の文", "str") + "</row>",
    )
    found = through(excel({"予算": sheet}, STRINGS, STYLES))
    assert found.text[found.blocks[0].span.slice] == "予算"
    assert grid(found) == {
        (0, 0): "国", (0, 1): "日本", (1, 0): "1,234,567", (1, 1): "△1,234", (2, 0): "令和4年4月1日", (2, 1): "25.60%",
        (4, 0): "TRUE", (4, 1): "#N/A", (4, 2): "改行 する", (5, 1): "直書き", (5, 2): "式の文",
    }  # fmt: skip


def test_merged_and_hidden() -> None:
    sheet = (
        '<cols><col min="3" max="3" hidden="1"/></cols>'
        + _rows(
            '<row r="1">' + _c("A1", "見出し", "str") + _c("C1", "隠れた列", "str") + _c("D1", "列", "str") + "</row>",
            '<row r="2" hidden="1">' + _c("A2", "隠れた行", "str") + "</row>",
            '<row r="3">' + _c("A3", 1) + _c("B3", 2) + _c("D3", 3) + "</row>",
        )
        + '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    )
    found = through(
        excel({"表": sheet, "裏": _rows("<row>" + _c("A1", "裏の字", "str") + "</row>")}, hidden=frozenset({"裏"}))
    )
    assert grid(found) == {(0, 0): "見出し", (0, 2): "列", (1, 0): "1", (1, 1): "2", (1, 2): "3"}
    hidden = [found.text[block.span.slice] for block in found.blocks if block.kind.value == "hidden"]
    assert hidden == ["隠れた列\t隠れた行", "裏", "裏の字"]


def test_far_cells_make_no_giant() -> None:
    sheet = _rows('<row r="1">' + _c("A1", 1) + "</row>", '<row r="1048576">' + _c("XFD1048576", 2) + "</row>")
    found = through(excel({"s": sheet}))
    assert len(found.text) < 100
    assert (grid(found, 0), grid(found, 1)) == ({(0, 0): "1"}, {(0, 0): "2"})


def test_giant_merges_are_bounded() -> None:
    cells = '<row r="1">' + _c("A1", 1) + _c("XFD1", 3) + "</row>"
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert grid(through(excel({"s": _rows(cells) + merges})))[0, 0] == "1"


def test_days_from_1904() -> None:
    sheet = _rows("<row>" + _c("A1", 0, style=3) + "</row>")
    data = excel(
        {"s": sheet}, styles=STYLES.replace('numFmtId="28"', 'numFmtId="14"'), workbook='<workbookPr date1904="1"/>'
    )
    assert grid(through(data)) == {(0, 0): "1904/1/1"}


@pytest.mark.parametrize(
    ("number", "code", "printed"),
    [
        ("1234567", "#,##0", "1,234,567"),
        ("0.5", "0", "1"),
        ("2.5", "0", "3"),
        ("-1234.5", "#,##0.00_);(#,##0.00)", "(1,234.50)"),
        ("0", '0;-0;"-"', "-"),
        ("1234567", "#,##0,", "1,235"),
        ("12", "000", "012"),
        ("0.123456", "0.0#", "0.12"),
        ("3", "0.0#", "3.0"),
        ("3", "0.##", "3."),
        ("0.30000000000000004", "General", "0.3"),
        ("123456789012", "General", "1.23457E+11"),
        ("12345678901", "General", "12345678901"),
        ("44652", '[$-411]ggge"年"m"月"d"日";@', "令和4年4月1日"),
        ("43586", '[$-ja-JP-x-gannen]ggge"年"m"月"d"日"', "令和元年5月1日"),
        ("43585", "ge.m.d", "H31.4.30"),
        ("44652.5", "h:mm AM/PM", "12:00 PM"),
        ("44652.5625", 'yyyy"年"m"月"d"日" h"時"mm"分"', "2022年4月1日 13時30分"),
        ("1.5", "[h]:mm", "36:00"),
        ("44652", "m/d(aaa)", "4/1(金)"),
        ("44652", "yyyy/mm/dd", "2022/04/01"),
        ("59", "yyyy/m/d", "1900/2/28"),
        ("61", "yyyy/m/d", "1900/3/1"),
        ("12345.678", "0.00E+00", "1.23E+04"),
        ("5", '"第"0"回"', "第5回"),
        ("-5", "0", "-5"),
        ("-0.4", "0", "0"),
        ("1500", '[>=1000]#,##0"千";0', "1,500千"),
        ("15", '[>=1000]#,##0"千";0', "15"),
        ("1234", "#,##0_ ;[Red]\\-#,##0\\ ", "1,234"),
        ("-1234", "#,##0_ ;[Red]\\-#,##0\\ ", "-1,234"),
        ("1", '"¥"#,##0', "¥1"),
        ("7", "@", "7"),
        ("x", "0", "x"),
        ("1E+400", "0", "1E+400"),
    ],
)  # fmt: skip
def test_number_formats(number: str, code: str, printed: str) -> None:
    assert shown(number, code) == printed


@pytest.mark.parametrize("data", [packed({"[Content_Types].xml": "", "xl/workbook.xml": "<broken"}), excel({})])
def test_what_cannot_be_read_is_told(data: bytes) -> None:
    with pytest.raises(InputError):
        through(data)


def test_boxes_drawn_over_a_sheet() -> None:
    lines = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in ("単位は、", "百万円である。"))
    drawing = f'<d xmlns:a="a" xmlns:x="x"><x:sp><x:txBody>{lines}</x:txBody></x:sp><x:pic/></d>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
    relations = (
        f'<Relationships><Relationship Id="r1" Type="{kind}" Target="../drawings/drawing1.xml"/></Relationships>'
    )
    sheet = _rows("<row>" + _c("A1", "一", "str") + _c("B1", "二", "str") + "</row>")
    with zipfile.ZipFile(io.BytesIO(excel({"表": sheet, "隠": sheet}, hidden=frozenset({"隠"})))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name in ("sheet1", "sheet2"):
        parts[f"xl/worksheets/_rels/{name}.xml.rels"] = relations
    parts["xl/drawings/drawing1.xml"] = drawing
    assert blocks(packed(parts)) == [
        ("heading", "表"),
        ("table", "一\t二"),
        ("body", "単位は、\n百万円である。"),
        ("hidden", "隠"),
        ("hidden", "一\t二"),
        ("hidden", "単位は、\n百万円である。"),
    ]


def test_sheet_names_are_headings() -> None:
    one = _rows("<row>" + _c("A1", "一", "str") + "</row>")
    assert [kind for kind, _ in blocks(excel({"第1表": one, "第2表": one}))] == ["heading", "body", "heading", "body"]


def _sheet_of(*rows: list[object]) -> str:
    made = []
    for number, row in enumerate(rows, 1):
        cells = "".join(
            _c(f"{chr(64 + at)}{number}", value, "str" if isinstance(value, str) else "")
            for at, value in enumerate(row, 1)
            if value is not None
        )
        made.append(f'<row r="{number}">{cells}</row>')
    return _rows(*made)


def _shown(*rows: list[object]) -> list[tuple[str, str]]:
    return blocks(excel({"表": _sheet_of(*rows)}))[1:]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        # A mark in the corner, a title, a unit and a source are no cells of the table.
        ([["表1　輸出額", None, None, None, None, "機密性1"], ["（単位：億円）"], ["国名", "令和3年"], ["米国", 10], ["中国", 20], ["資料：財務省"]],
         [("body", "機密性1"), ("caption", "表1　輸出額"), ("caption", "（単位：億円）"), ("table", "国名\t令和3年\n米国\t10\n中国\t20"), ("body", "資料：財務省")]),
        # Side by side, with labels of their own; a column of numbers behind a blank one is no other table.
        ([["区分", "定員", None, "会議", "日"], ["本省", 300, None, "第1回", "4月"], ["地方", 900, None, "第2回", "9月"]],
         [("table", "区分\t定員\n本省\t300\n地方\t900"), ("table", "会議\t日\n第1回\t4月\n第2回\t9月")]),
        ([["区分", "定員", None, "現員"], ["本省", 300, None, 290], ["地方", 900, None, 890]],
         [("table", "区分\t定員\t\t現員\n本省\t300\t\t290\n地方\t900\t\t890")]),
        # One below another with a title and header of its own; a blank row between groups parts nothing.
        ([["年齢", "額"], ["15歳未満", 25], [], ["2　診療別"], ["種類", "額"], ["入院", 16]],
         [("table", "年齢\t額\n15歳未満\t25"), ("caption", "2　診療別"), ("table", "種類\t額\n入院\t16")]),
        ([["県", "額"], ["青森", 1], [], ["岩手", 2], ["秋田", 3]], [("table", "県\t額\n青森\t1\n\n岩手\t2\n秋田\t3")]),
        # A header, a title, a row of years or words alone below a blank row begin another table.
        ([["表1　人口"], ["区分", 2015, 2020], ["東京", 140, 141], [], ["表2　工場"], ["区分", 2021, 2022], ["東京", 72, 73]],
         [("caption", "表1　人口"), ("table", "区分\t2015\t2020\n東京\t140\t141"), ("caption", "表2　工場"), ("table", "区分\t2021\t2022\n東京\t72\t73")]),
        ([["区分", 4, 5], ["米", 140, 141], [], ["区分", 6, 7], ["麦", 72, 73]], [("table", "区分\t4\t5\n米\t140\t141"), ("table", "区分\t6\t7\n麦\t72\t73")]),
        ([["氏名", "役職"], ["山田", "教授"], [], ["項目", "期限"], ["公表", "九月末"]], [("table", "氏名\t役職\n山田\t教授"), ("table", "項目\t期限\n公表\t九月末")]),
        ([["県", "額", "注記"], ["青森", 1, "速報"], [], ["国", "首都", "人"], ["英", "ロンドン", 3]], [("table", "県\t額\t注記\n青森\t1\t速報"), ("table", "国\t首都\t人\n英\tロンドン\t3")]),
        ([["県", "額"], ["青森", 1], [], ["南部"], ["岩手", 2]], [("table", "県\t額\n青森\t1\n\n南部\n岩手\t2")]),
        # Blank columns between the columns of one table part nothing.
        ([["部門", None, "目標", None, "担当"], ["総務", None, "文書の削減", None, "山田"], ["企画", None, "計画の作成", None, "鈴木"]],
         [("table", "部門\t\t目標\t\t担当\n総務\t\t文書の削減\t\t山田\n企画\t\t計画の作成\t\t鈴木")]),
        # Numbered rows and rows named like remarks are no remarks; 注 beside its words and one cell alone are.
        ([["項目", "金額"], ["1．社会保障関係費の合計額", 372], ["2．文教及び科学振興費の額", 54], ["備考の件数", 3]],
         [("table", "項目\t金額\n1．社会保障関係費の合計額\t372\n2．文教及び科学振興費の額\t54\n備考の件数\t3")]),
        ([["事項", "額", "備考"], ["１）河川の整備に要する経費", 12, None], ["２）公園の整備に要する経費", 5, None], ["注", "速報値"], ["資料：財務省"]],
         [("table", "事項\t額\t備考\n１）河川の整備に要する経費\t12\n２）公園の整備に要する経費\t5"), ("body", "注　速報値"), ("body", "資料：財務省")]),
        ([["この統計は、毎月作成している。"], ["出典を明記してください。"]],
         [("body", "この統計は、毎月作成している。"), ("body", "出典を明記してください。")]),
    ],
)  # fmt: skip
def test_tables_of_a_sheet(rows: list[list[object]], found: list[tuple[str, str]]) -> None:
    assert _shown(*rows) == found


@pytest.mark.parametrize(
    ("rows", "headers"),
    [
        ([["国", "額"], ["米国", 1]], {0}),
        ([["国", 2021, 2022], ["米国", 148, 187]], {0}),
        ([["国", 2021, 2022], ["米国", 14, 18]], {0}),
        ([["国", 2021, 2022], ["米国", 2021, 2022]], set()),
        ([["国", "額", "額"], ["国", "前年", "今年"], ["米国", 1, 2]], {0, 1}),
        ([["会議", "議題"], ["第1回", "総論"]], {0}),
        ([["米国", 1, 2], ["中国", 3, 4]], set()),
    ],
)
def test_headers(rows: list[list[object]], headers: set[int]) -> None:
    table = next(block for block in through(excel({"表": _sheet_of(*rows)})).blocks if block.cells)
    assert {cell.row for cell in table.cells if cell.header} == headers


def test_a_formula_without_its_value_is_told() -> None:
    counted, blank = '<c r="B2"><f>1+1</f><v>2</v></c>', '<c r="B3"><f>SUM(B2:B2)</f></c>'
    rows = ('<row r="1">' + _c("A1", "国", "str") + _c("B1", "額", "str") + "</row>",)
    rows += (f'<row r="2">{_c("A2", "米国", "str")}{counted}</row>', f'<row r="3">{_c("A3", "計", "str")}{blank}</row>')
    found = through(excel({"表": _rows(*rows)}))
    assert found.text.endswith("国\t額\n米国\t2\n計\t")
    assert [(defect.kind, defect.comment[:50]) for defect in found.defects] == [
        ("formula-without-value", "Sheet 表: 1 formula without a stored value, the fir")
    ]
