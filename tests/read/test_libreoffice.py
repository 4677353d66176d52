"""Word and Excel files that LibreOffice writes: numbered headings, notes, merged cells, text boxes, tracked changes."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from hakusho.flow import analyse
from hakusho.read import read
from hakusho.records import Analysis, Source, SourceText
from hakusho.settings import default_settings

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

_NAMES = {
    "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing", "fo": "xsl-fo-compatible",
    "svg": "svg-compatible",
}  # fmt: skip
_SPACE = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in _NAMES.items())
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
TEXT = f"""<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACE} {_DC} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Heading_20_1" style:family="paragraph" style:default-outline-level="1" style:display-name="Heading 1"/><style:style style:name="Heading_20_2" style:family="paragraph" style:default-outline-level="2" style:display-name="Heading 2"/>
<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-prefix="第" style:num-suffix="章" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" style:num-suffix=" " text:display-levels="2"/></text:outline-style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-prefix="（" style:num-suffix="）" style:num-format="1"/></text:list-style></office:styles>
<office:body><office:text><text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>a</dc:creator><dc:date>2023-01-01T00:00:00</dc:date></office:change-info><text:p>三回の</text:p></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>a</dc:creator><dc:date>2023-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>
<text:h text:style-name="Heading_20_1" text:outline-level="1">調査の概要</text:h><text:p>総務省は、令和四年度に調査を行った<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>調査の方法は、付録に記す。</text:p></text:note-body></text:note>。結果を次に示す。</text:p>
<text:h text:style-name="Heading_20_2" text:outline-level="2">対象</text:h><text:list text:style-name="L"><text:list-item><text:p>全国の市町村である。</text:p></text:list-item><text:list-item><text:p>都道府県である。</text:p></text:list-item></text:list>
<text:h text:style-name="Heading_20_1" text:outline-level="1">調査の結果</text:h><text:p>会議を<text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>四回<text:change-end text:change-id="c2"/>開いた。</text:p>
<table:table table:name="T"><table:table-column table:number-columns-repeated="3"/><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>区分</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2"><text:p>年度</text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>三年</text:p></table:table-cell><table:table-cell><text:p>四年</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>件数</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell><table:table-cell><text:p>15</text:p></table:table-cell></table:table-row></table:table>
<text:p>件数は、増えた。<draw:frame draw:name="F" svg:width="5cm" svg:height="2cm" text:anchor-type="as-char"><draw:text-box><text:p>枠の中の文である。</text:p></draw:text-box></draw:frame></text:p></office:text></office:body></office:document>"""
SHEET = f"""<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACE} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="予算"><table:table-row><table:table-cell office:value-type="string"><text:p>区分</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>金額</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>道路</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1200"><text:p>1200</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>河川</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="45.5"><text:p>45.5</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>"""


def _converted(folder: Path, source: str, ending: str, target: str) -> SourceText:
    path = folder / f"a.{ending}"
    path.write_text(source, encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target, "--outdir", str(folder), str(path)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    name = f"a.{target.partition(':')[0]}"
    return read((folder / name).read_bytes(), Source("a", name), default_settings())


@pytest.fixture(scope="module")
def word(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    return analyse(_converted(tmp_path_factory.mktemp("word"), TEXT, "fodt", "docx"), frozenset())


def test_headings_bear_their_printed_numbers(word: Analysis) -> None:
    found = [(section.level, section.number, section.title) for section in word.segments.sections]
    assert found == [(1, "第1章", "調査の概要"), (2, "1.1", "対象"), (1, "第2章", "調査の結果")]


def test_sentences_are_those_of_the_final_text(word: Analysis) -> None:
    found = [sentence.text for sentence in word.segments.sentences]
    wanted = ("結果を次に示す。", "会議を四回開いた。", "件数は、増えた。", "枠の中の文である。")
    assert [text for text in wanted if text not in found] == []
    assert re.search("（1）[ 　]?全国の市町村である。", word.source.text)
    assert re.search("（2）[ 　]?都道府県である。", word.source.text)
    assert "三回" not in word.source.text


def test_notes_and_merged_cells(word: Analysis) -> None:
    assert [(note.marker, note.text) for note in word.segments.footnotes] == [("1", "調査の方法は、付録に記す。")]
    (table,) = word.segments.tables
    cells = {(c.row, c.column): word.source.text[c.span.slice] for c in table.cells if not c.filled}
    assert cells == {
        (0, 0): "区分",
        (0, 1): "年度",
        (1, 1): "三年",
        (1, 2): "四年",
        (2, 0): "件数",
        (2, 1): "12",
        (2, 2): "15",
    }


def test_a_sheet_cell_for_cell(tmp_path: Path) -> None:
    analysis = analyse(_converted(tmp_path, SHEET, "fods", "xlsx"), frozenset())
    (table,) = analysis.segments.tables
    cells = {(c.row, c.column): analysis.source.text[c.span.slice] for c in table.cells}
    assert cells == {(0, 0): "区分", (0, 1): "金額", (1, 0): "道路", (1, 1): "1200", (2, 0): "河川", (2, 1): "45.5"}
