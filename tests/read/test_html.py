"""Web pages: blocks by their elements, whatever the markup's state."""

import pytest

from hakusho.flow import process
from hakusho.read.html import TooDeep, read_html
from hakusho.records import Region, Source
from hakusho.settings import default_settings


def _blocks(html: str) -> list[tuple[str, str]]:
    page = read_html(html, 500)
    return [(block.kind.value, page.text[block.span.slice]) for block in page.blocks]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<h2>概要</h2><p>本文。", [("heading", "概要"), ("body", "本文。")]),
        ("<p>総務省は、<br>発表した。</p>", [("body", "総務省は、\n発表した。")]),
        ("<p>総務省は、\n  発表した。</p>", [("body", "総務省は、発表した。")]),
        ("<p>ITU\nand UPU</p>", [("body", "ITU and UPU")]),
        ("<ul><li>一<li>二</ul>", [("list", "一"), ("list", "二")]),
        ("<dl><dt>語<dd>意味</dl>", [("list", "語"), ("list", "意味")]),
        ("<nav><a href=a>ホーム</a></nav><p>本文。</p>", [("navigation", "ホーム"), ("body", "本文。")]),
        ("<div id=breadcrumb>ホーム</div>", [("navigation", "ホーム")]),
        ("<p>面積は100m<sup>2</sup>。</p>", [("body", "面積は100m²。")]),
        ("<p>増加した<sup><a href='#fn1'>1)</a></sup>。</p><div class=footnote><p>1) 総務省調べ</p></div>",
         [("body", "増加した¹⁾。"), ("footnote", "1) 総務省調べ")]),
        ("<p><ruby>日本<rp>(</rp><rt>にほん</rt><rp>)</rp></ruby>国</p>", [("body", "日本国"), ("ruby", "にほん")]),
        ("<p><img alt='会場の写真' src=a.jpg></p>", [("caption", "会場の写真")]),
        ("<figure><figcaption>図1 推移</figcaption></figure>", [("caption", "図1 推移")]),
        ("<p>A &amp; B &#x2460; &nbsp;</p>", [("body", "A & B ①")]),
        ("<script>var 総務省 = 1;</script><style>p{}</style><p>本文。</p>", [("body", "本文。")]),
        ("<form><label>検索</label><button>送る</button></form>", [("navigation", "検索"), ("navigation", "送る")]),
        ("<table><tr><td>左の欄<p>長い<p>文</td><td>右</td></tr></table>", [("body", "左の欄"), ("body", "長い"), ("body", "文"), ("body", "右")]),
        ("<pre>一\t二\n三\t四</pre>", [("body", "一\t二\n三\t四")]),
        ("<p>閉じない<b>太字<p>次", [("body", "閉じない太字"), ("body", "次")]),
        ("<p>a\x00b\x0b</p>", [("body", "a\ufffdb\ufffd")]),
    ],
)  # fmt: skip
def test_blocks(html: str, blocks: list[tuple[str, str]]) -> None:
    assert _blocks(html) == blocks


def test_merged_cells_are_filled() -> None:
    page = read_html(
        "<table><tr><th>種別<th>国<th>額</tr><tr><td rowspan=2>無償<td>タイ<td>1</tr><tr><td colspan=2>計</tr></table>",
        100,
    )
    (table,) = page.blocks
    assert table.kind is Region.TABLE
    grid = {(c.row, c.column): (page.text[c.span.slice], c.filled, c.header) for c in table.cells}
    assert grid == {
        (0, 0): ("種別", False, True),
        (0, 1): ("国", False, True),
        (0, 2): ("額", False, True),
        (1, 0): ("無償", False, False),
        (1, 1): ("タイ", False, False),
        (1, 2): ("1", False, False),
        (2, 0): ("無償", True, False),
        (2, 1): ("計", False, False),
        (2, 2): ("計", True, False),
    }


def test_deep_nesting_is_refused_without_recursion() -> None:
    with pytest.raises(TooDeep):
        read_html("<div>" * 5000 + "深い", 500)


def test_metadata_and_charset() -> None:
    html = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><title>白書の頁</title>'
        '<meta name="dc.date" content="2003-07-04"></head><body><h1>概要</h1><p>総務省は昨年度、①の髙い目標を。</p></body></html>'
    )
    analysis, _ = process(html.encode("cp932"), Source("a", "a.html"), default_settings())
    source = analysis.source.source
    assert (source.encoding, source.title, source.published) == ("cp932", "白書の頁", "2003-07-04")
    assert [entity.value for entity in analysis.entities] == ["総務省", "FY2002"]


def test_a_frame_page_names_its_frames() -> None:
    from hakusho.errors import InputError
    from hakusho.flow import StageError

    html = b"<html><head><title>t</title></head><frameset><frame src='a.html'></frameset></html>"
    with pytest.raises(StageError) as stopped:
        process(html, Source("a", "a.html"), default_settings())
    assert isinstance(stopped.value.__cause__, InputError)
    assert "a.html" in str(stopped.value.__cause__)


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    html = (
        '<!DOCTYPE html SYSTEM "http://example.com/a.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<link rel=stylesheet href="http://example.com/a.css"><img src="http://example.com/a.png"><p>本文&x;</p>'
    )
    assert "root:" not in read_html(html, 100).text
