"""Word files come out as their printed text."""

import pytest
from tests.read.packed import W, blocks, grid, p, packed, r, through, word

from hakusho.errors import InputError
from hakusho.flow import process
from hakusho.read.numbering import formatted
from hakusho.records import Source
from hakusho.settings import default_settings


def _level(level: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def _lists(*abstracts: str, more: str = "") -> str:
    made = "".join(f'<w:abstractNum w:abstractNumId="{i}">{a}</w:abstractNum>' for i, a in enumerate(abstracts, 1))
    nums = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i, _ in enumerate(abstracts, 1))
    return made + nums + more


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="省の見出し"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="cap"><w:name w:val="caption"/></w:style>
"""
CHAPTERS = _lists(
    _level(0, "decimalFullWidth", "第%1章", '<w:pStyle w:val="1"/><w:suff w:val="space"/>')
    + _level(1, "decimal", "%1.%2", '<w:isLgl/><w:pStyle w:val="2"/>')
    + _level(2, "aiueoFullWidth", "（%3）", '<w:suff w:val="nothing"/>')
    + _level(3, "bullet", "\uf0b7"),
)


def test_numbers_of_headings_and_lists_are_printed() -> None:
    body = (
        p("白書", "t") + p("総論", "1") + p("背景", "2") + p("経緯", "own") + p("各論", "1") + p("現状", "2")
        + p("調査", number=(1, 2)) + p("公表", number=(1, 2)) + p("点", number=(1, 3)) + p("次", "2") + p("再び", number=(1, 2))
        + p("番号なし", "1", number=(0, 0))
    )  # fmt: skip
    found = blocks(word(body, styles=STYLES, numbering=CHAPTERS))
    assert found == [
        ("heading", "白書"),
        ("heading", "第１章 総論"),
        ("heading", "1.1 背景"),
        ("heading", "1.2 経緯"),
        ("heading", "第２章 各論"),
        ("heading", "2.1 現状"),
        ("list", "（ア）調査"),
        ("list", "（イ）公表"),
        ("list", "• 点"),
        ("heading", "2.2 次"),
        ("list", "（ア）再び"),
        ("heading", "番号なし"),
    ]
    sections = process(word(body, styles=STYLES, numbering=CHAPTERS), Source("a", "a.docx"), default_settings())[
        0
    ].segments.sections
    assert [(s.level, s.title) for s in sections][:3] == [(1, "白書"), (1, "総論"), (2, "背景")]


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", {1: "1", 10: "10"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("decimalFullWidth", {1: "１", 12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 50: "㊿", 51: "51"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇", 21: "21"}),
        ("upperRoman", {1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 1999: "MCMXCIX"}),
        ("lowerRoman", {3: "iii", 49: "xlix"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA"}),
        ("lowerLetter", {2: "b", 28: "bb"}),
        ("japaneseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 105: "百五", 1000: "千", 12000: "一万二千"}),
        ("japaneseLegal", {1: "壱", 10: "壱拾", 23: "弐拾参"}),
        ("japaneseDigitalTenThousand", {10: "一〇", 105: "一〇五"}),
        ("ideographDigital", {21: "二一"}),
        ("aiueoFullWidth", {1: "ア", 6: "カ", 46: "ン", 47: "ア"}),
        ("irohaFullWidth", {1: "イ", 3: "ハ", 47: "ス"}),
        ("iroha", {2: "ﾛ"}),
        ("ideographTraditional", {1: "甲", 3: "丙"}),
        ("ideographEnclosedCircle", {1: "㊀"}),
        ("numberInDash", {3: "- 3 -"}),
        ("ordinal", {1: "1st", 2: "2nd", 11: "11th", 23: "23rd"}),
        ("none", {1: ""}),
        ("of another century", {7: "7"}),
    ],
)
def test_number_formats(form: str, numbers: dict[int, str]) -> None:
    assert {number: formatted(number, form) for number in numbers} == numbers


def _decimal(number: int, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def test_a_list_whose_levels_a_style_of_lists_holds() -> None:
    levels = _decimal(0, "第%1条") + _decimal(1, "%1.%2")
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>{levels}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    # A blank line of a list bears a number too; a hidden one bears none.
    hidden = p(number=(2, 0), rpr="<w:rPr><w:vanish/></w:rPr>")
    body = p("甲", number=(2, 0)) + p("乙", number=(2, 1)) + p(number=(2, 0)) + hidden + p("丙", number=(2, 0))
    assert blocks(word(body, numbering=numbering)) == [("body", "第1条 甲"), ("body", "1.1 乙"), ("body", "第3条 丙")]


def test_a_level_begins_anew_below_the_one_that_it_names() -> None:
    levels = _decimal(0, "%1.") + _decimal(1, "(%2)") + _decimal(2, "[%3]", '<w:lvlRestart w:val="1"/>')
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = "".join(
        p(text, number=(1, level)) for text, level in zip("甲乙丙丁戊己庚", (0, 1, 2, 1, 2, 0, 2), strict=True)
    )
    found = [text for _, text in blocks(word(body, numbering=numbering))]
    assert found == ["1. 甲", "(1) 乙", "[1] 丙", "(2) 丁", "[2] 戊", "2. 己", "[1] 庚"]


def test_lists_start_anew_where_told() -> None:
    override = '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    numbering = _lists(_level(0, "decimal", "(%1)"), more=override)
    body = p("一", number=(1, 0)) + p("二", number=(1, 0)) + p("五", number=(9, 0)) + p("六", number=(9, 0))
    assert [text for _, text in blocks(word(body, numbering=numbering))] == ["(1) 一", "(2) 二", "(5) 五", "(6) 六"]


def test_notes_stand_behind_their_paragraph() -> None:
    body = p(raw=r("総務省は調査した") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r("。次に述べる") + '<w:r><w:endnoteReference w:id="2"/></w:r>' + r("。")) + p("終わり。")  # fmt: skip
    note = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">' + p(raw="<w:r><w:footnoteRef/></w:r>" + r(" 通信調査による。")) + "</w:footnote>"  # fmt: skip
    end = '<w:endnote w:id="2">' + p("白書による。") + "</w:endnote>"
    data = word(body, footnotes=note, endnotes=end)
    assert blocks(data) == [
        ("body", "総務省は調査した¹。次に述べるⁱ。"),
        ("footnote", "¹ 通信調査による。"),
        ("body", "終わり。"),
        ("footnote", "ⁱ 白書による。"),
    ]
    segments = process(data, Source("a", "a.docx"), default_settings())[0].segments
    assert ("1", "通信調査による。") in [(note.marker, note.text) for note in segments.footnotes]
    assert [s.text for s in segments.sentences] == ["総務省は調査した¹。", "次に述べるⁱ。", "終わり。"]


def test_marks_of_notes_in_other_formats() -> None:
    body = p(raw=r("甲") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r("乙") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>※</w:t></w:r>')  # fmt: skip
    body += '<w:sectPr><w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/></w:footnotePr></w:sectPr>'
    notes = f'<w:footnote w:id="2">{p("一の注")}</w:footnote><w:footnote w:id="3">{p("※二の注")}</w:footnote>'
    assert blocks(word(body, footnotes=notes)) == [
        ("body", "甲①乙※"),
        ("footnote", "① 一の注"),
        ("footnote", "※二の注"),
    ]


def test_tracked_changes_are_done() -> None:
    body = (
        p(raw=r("総務省は") + "<w:del><w:r><w:delText>廃案</w:delText></w:r></w:del><w:ins>" + r("新案") + "</w:ins>" + r("を"))
        + p(raw=r("示した。"), rpr="<w:rPr><w:del/></w:rPr>") + p("続き。")
        + "<w:moveFrom>" + p("移る前。") + "</w:moveFrom>" + p(raw="<w:moveFrom>" + r("前") + "</w:moveFrom><w:moveTo>" + r("後。") + "</w:moveTo>")
    )  # fmt: skip
    assert [text for _, text in blocks(word(body))] == ["総務省は新案を", "示した。続き。", "後。"]


def test_tables_with_merged_cells() -> None:
    def tc(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    body = (
        "<w:tbl><w:tr>" + tc("国") + tc("額", '<w:gridSpan w:val="2"/>') + "</w:tr>"
        + "<w:tr>" + tc("日本", '<w:vMerge w:val="restart"/>') + tc("1") + tc("2") + "</w:tr>"
        + "<w:tr>" + tc("", "<w:vMerge/>") + tc("3") + f"<w:tc>{p('四')}{p('五')}</w:tc></w:tr>"
        + "<w:tr><w:trPr><w:del/></w:trPr>" + tc("消す") + tc("6") + tc("7") + "</w:tr>"
        + '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("8") + tc("9") + "</w:tr></w:tbl>"
    )  # fmt: skip
    found = through(word(body))
    assert grid(found) == {
        (0, 0): "国", (0, 1): "額", (1, 0): "日本", (1, 1): "1", (1, 2): "2", (2, 1): "3", (2, 2): "四 五", (3, 1): "8", (3, 2): "9",
    }  # fmt: skip
    assert {(c.row, c.column) for c in found.blocks[0].cells if c.filled} == {(0, 2), (2, 0)}


@pytest.mark.parametrize(
    ("look", "repeated", "headers"),
    [
        ('<w:tblLook w:val="04A0"/>', "", {0}),
        ('<w:tblLook w:firstRow="1"/>', "", {0}),
        ('<w:tblLook w:firstRow="0" w:val="04A0"/>', "", set()),
        ('<w:tblLook w:val="odd"/>', "", set()),
        ('<w:tblLook w:val="04A0"/>', "<w:trPr><w:tblHeader/></w:trPr>", {1}),
        ("", "", set()),
    ],
)
def test_header_rows(look: str, repeated: str, headers: set[int]) -> None:
    cell = f"<w:tc>{p('国')}</w:tc>"
    table = f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tr>{cell * 2}</w:tr><w:tr>{repeated}{cell * 2}</w:tr></w:tbl>"
    assert {c.row for c in through(word(table)).blocks[0].cells if c.header} == headers


def test_a_table_of_one_column_is_a_frame() -> None:
    assert blocks(word(f"<w:tbl><w:tr><w:tc>{p('枠の文である。')}</w:tc></w:tr></w:tbl>")) == [
        ("body", "枠の文である。")
    ]


def test_boxes_stand_once() -> None:
    inside = f"<w:txbxContent>{p('囲みの文。')}</w:txbxContent>"
    drawn = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('古い囲み。')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert [text for _, text in blocks(word(p("本文。", raw=drawn) + p(raw=old)))] == [
        "本文。",
        "囲みの文。",
        "古い囲み。",
    ]


def _field(code: str) -> str:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{end}"


@pytest.mark.parametrize(
    ("runs", "found"),
    [
        (r("面積は100m") + r("2", '<w:vertAlign w:val="superscript"/>') + r("。"), [("body", "面積は100m²。")]),
        (r("A") + "<w:r><w:tab/></w:r>" + r("B"), [("body", "A\tB")]),
        (r("一行") + "<w:r><w:br/></w:r>" + r("二行"), [("body", "一行\n二行")]),
        (r("G") + "<w:r><w:noBreakHyphen/></w:r>" + r("7"), [("body", "G\u20117")]),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r("済"), [("body", "✓済")]),
        ('<w:hyperlink r:id="x">' + r("総務省") + "</w:hyperlink>" + r("へ"), [("body", "総務省へ")]),
        ("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + r("入力") + "</w:sdtContent></w:sdt>", [("body", "入力")]),
        (r("公開") + r("秘密", "<w:vanish/>"), [("body", "公開"), ("hidden", "秘密")]),
        (r("公開") + r("これも", '<w:vanish w:val="0"/>'), [("body", "公開これも")]),
        ("<w:r><w:ruby><w:rt>" + r("きんこ") + "</w:rt><w:rubyBase>" + r("禁錮") + "</w:rubyBase></w:ruby></w:r>" + r("刑"), [("body", "禁錮刑"), ("ruby", "きんこ")]),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF _a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("第２章") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("参照"), [("body", "第２章参照")]),
        ('<w:fldSimple w:instr="SEQ 表">' + r("3") + "</w:fldSimple>", [("body", "3")]),
        (_field("EQ \\* jc2 \\o\\ad(\\s\\up 9(きんこ),禁錮)") + r("刑"), [("body", "禁錮刑"), ("ruby", "きんこ")]),
        (_field("eq \\o\\ac(○,1)") + _field("EQ \\f(1,2)") + _field("EQ \\o(○,見本)"), [("body", "①1/2○見本")]),
        (r("前") + _field('XE "索引"') + _field("PAGE") + r("後"), [("body", "前後")]),
        (_field("MACROBUTTON NoMacro 記入欄"), [("body", "記入欄")]),
        ('<w:r><w:pict><v:shape><v:textpath string="飾り文字"/></v:shape></w:pict></w:r>', [("body", "飾り文字")]),
        ('<w:commentRangeStart w:id="1"/>' + r("文") + '<w:r><w:commentReference w:id="1"/></w:r>', [("body", "文")]),
        ("", []),
    ],
)  # fmt: skip
def test_runs(runs: str, found: list[tuple[str, str]]) -> None:
    assert blocks(word(p(raw=runs) + p("末。")))[:-1] == found


def test_furniture_of_the_page() -> None:
    body = p("目次の行", "toc") + p("図1 推移", "cap") + p("本文。")
    parts = {
        "header1": p("ヘッダー"),
        "footer1": p("- 1 -"),
        "comments": f'<w:comment w:id="1">{p("意見")}</w:comment>',
    }
    assert blocks(word(body, styles=STYLES, **parts)) == [
        ("running-head", "ヘッダー"),
        ("navigation", "目次の行"),
        ("caption", "図1 推移"),
        ("body", "本文。"),
        ("hidden", "意見"),
        ("running-head", "- 1 -"),
    ]


def test_a_table_of_contents_that_word_made() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = f"<w:sdt>{gallery}<w:sdtContent>{p('第1章 総論')}</w:sdtContent></w:sdt>" + p("本文。")
    assert blocks(word(body)) == [("navigation", "第1章 総論"), ("body", "本文。")]


def test_words_whose_paragraph_ends_in_a_deletion_are_kept() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert blocks(word(p("前の", rpr=deleted) + p("後の文。") + p("終わり", rpr=deleted))) == [
        ("body", "前の後の文。"),
        ("body", "終わり"),
    ]


def test_cells_merged_the_old_way() -> None:
    cells = [
        f"<w:tc><w:tcPr>{merge}</w:tcPr>{p(text)}</w:tc>"
        for text, merge in (("年度", '<w:hMerge w:val="restart"/>'), ("", "<w:hMerge/>"), ("額", ""))
    ]
    found = through(word(f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>"))
    assert grid(found) == {(0, 0): "年度", (0, 2): "額"}


def test_a_box_in_a_header_stands_once() -> None:
    drawn = "".join(
        f"<mc:{name}><wps:txbx><w:txbxContent>{p('枠')}</w:txbxContent></wps:txbx></mc:{name}>"
        for name in ("Choice", "Fallback")
    )
    header = p(raw=f"<w:r><mc:AlternateContent>{drawn}</mc:AlternateContent></w:r>")
    assert blocks(word(p("本文。"), header1=header)) == [("running-head", "枠"), ("body", "本文。")]


def test_words_of_diagrams_stand_behind_their_paragraph() -> None:
    points = "".join(
        f"<w:pt><w:t><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:t></w:pt>" for text in ("企画", "実施", "")
    )
    body = p("本文。", raw='<w:r><w:drawing><w:relIds r:dm="r1"/></w:drawing></w:r>')
    assert blocks(word(body, diagramData1=points)) == [("body", "本文。"), ("caption", "企画"), ("caption", "実施")]


def test_titles() -> None:
    found = through(word(p("令和4年版 白書", "t") + p("本文。"), styles=STYLES))
    assert (found.source.title, found.source.published, found.source.media.name) == ("令和4年版 白書", "2022", "WORD")


@pytest.mark.parametrize(
    "data",
    [
        word("<w:p>" + "<w:smartTag>" * 250 + r("x")),
        word(p("x")).replace(b"PK\x01\x02", b"PK\x01\x03"),
        packed({"[Content_Types].xml": "<Types/>", "word/document.xml": f"<w:document {W}/>"}),
        packed({"[Content_Types].xml": "<Types/>", "word/document.xml": b" " * 60_000_000}),
        packed({"[Content_Types].xml": "<Types/>", "word/document.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}),
        packed({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<a/>"}),
        packed({"a": "b"}),
        word(""),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes) -> None:
    with pytest.raises(InputError):
        through(data)


def test_deep_tables_end() -> None:
    nested = p("底")
    for _ in range(60):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
    with pytest.raises(InputError):
        through(word(nested))
