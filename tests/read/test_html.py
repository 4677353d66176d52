"""Web pages: blocks by their elements, whatever the markup's state."""

import pytest
from tests.read.packed import through

from hakusho.flow import process
from hakusho.read.html import TooDeep, read_html, tool_rules
from hakusho.read.html.text import collapsed
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
        ("<p>図は次。</p><svg><title>t</title><g><text x=1>国<tspan>内</tspan></text><text>国外</text></g></svg>", [("body", "図は次。"), ("caption", "国内 国外")]),
        ("<p>式は<math><mi>x</mi><mo>=</mo><mn>1</mn><annotation>x=1</annotation></math>。</p>", [("body", "式はx=1。")]),
        ("<div role=heading aria-level=3>概要</div><p>本文。</p>", [("heading", "概要"), ("body", "本文。")]),
        ("<p>a\x00b\x0b</p>", [("body", "a\ufffdb\ufffd")]),
        ('<p>国<img alt="際" src=g.gif>連合は、<b>総務省</b>\n<b>と</b>協議した。</p>', [("body", "国際連合は、総務省と協議した。")]),
        ('<p>奇<a href=x><img class="gaiji" alt="※(「口＋奇」)"></a>。</p>', [("body", "奇※(「口＋奇」)。")]),
        ("<h1><a href=x><img alt='令和4年版白書'></a></h1><p>本文。</p>", [("heading", "令和4年版白書"), ("body", "本文。")]),
        ("<p>公<span style='display:none'>隠</span>表。</p><div hidden>裏。</div>", [("body", "公表。"), ("hidden", "隠"), ("hidden", "裏。")]),
        ("<div style='visibility:hidden'>裏。</div><noscript>代わり。</noscript><p>表。</p>", [("hidden", "裏。"), ("hidden", "代わり。"), ("body", "表。")]),
        ("<p>表。<i aria-hidden=true>印</i><span class='sr-only'>声</span></p>", [("body", "表。"), ("hidden", "印"), ("hidden", "声")]),
        ("<ul><li>一<ul><li>二</li></ul>三の続き</li></ul>", [("list", "一"), ("list", "二"), ("list", "三の続き")]),
        ("<p>一段目の文。<br><br>二段目の文。</p>", [("body", "一段目の文。\n\n二段目の文。")]),
        ("<p><ruby>東<rp>(<rt>とう<rp>)</rp>京<rt>きょう</ruby>と<ruby><rb>漢<rb>字<rt>かん<rt>じ</ruby></p>", [("body", "東京と漢字"), ("ruby", "とう きょう かん じ")]),
        ("<p>本文[<a href='#_ftn1' name='_ftnref1'>1</a>]だ。</p><div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> 調べ。</p></div>",
         [("body", "本文[¹]だ。"), ("footnote", "[1] 調べ。")]),
        ("<p>本文<a class='footnote-reference' href='#id2' id='id1'>[1]</a>だ。</p><aside class='footnote brackets' id='id2'><span class='label'><a href='#id1'>1</a></span><p>調べ。</p></aside>",
         [("body", "本文[¹]だ。"), ("footnote", "1 調べ。")]),
        ("<p>本文<a href='#n1'>（注1）</a>だ。</p><hr><p><a name='n1'></a>（注1）調べ。</p>", [("body", "本文（注1）だ。"), ("footnote", "（注1）調べ。")]),
        ("<p>本文<sup><a href='#n1'>※1</a></sup>だ。</p><dl><dt><a name='n1'>※1</a></dt><dd>調べ。</dd></dl>", [("body", "本文※1だ。"), ("footnote", "※1 調べ。")]),
        ("<p>本文<sup><a href='#f' id='r'>1</a></sup>だ。</p><section class='footnotes'><ol><li id='f'>調べ。<a href='#r'>↩</a></li></ol></section>",
         [("body", "本文¹だ。"), ("footnote", "¹ 調べ。"), ("navigation", "↩")]),
        ("<p>章は<a href='#s1'>1</a>だ。</p><h2 id=s1>概要</h2>", [("body", "章は1だ。"), ("heading", "概要")]),
        ("<div class='admonition note'><p>注意の文である。</p></div><p>本文である。</p>", [("body", "注意の文である。"), ("body", "本文である。")]),
        ("<table><tr><th>期日</th><td>4月1日</td></tr></table>", [("table", "期日\t4月1日")]),
        ("<table><tr><td>国<td>額<tr><td><p>日本<p>（東京）<td>1<tr><td>米国<td>2</table>", [("table", "国\t額\n日本 （東京）\t1\n米国\t2")]),
        ("<table><caption>表1</caption><tfoot><tr><td>計<td>3<tbody><tr><th>国<th>額<tr><td><ruby>日本<rt>にほん</ruby><td>1<sup>注1</sup></table>",
         [("caption", "表1"), ("table", "国\t額\n日本\t1注1\n計\t3"), ("ruby", "にほん")]),
        ("<table role=presentation><tr><td>左<td>右<tr><td>下<td>上</table>", [("body", "左"), ("body", "右"), ("body", "下"), ("body", "上")]),
    ],
)  # fmt: skip
def test_blocks(html: str, blocks: list[tuple[str, str]]) -> None:
    assert _blocks(html) == blocks


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<h2>概要<a class='headerlink' href='#a'>¶</a></h2>", [("heading", "概要"), ("navigation", "¶")]),
        ("<h2><a class='header' href='#a'>概要</a></h2><p>文。", [("heading", "概要"), ("body", "文。")]),
        ("<h2>概要<span class='mw-editsection'>[<a href=e>編集</a>]</span></h2>", [("heading", "概要"), ("navigation", "[編集]")]),
        ("<p>表。<div class='d-none'>裏。</div>", [("body", "表。"), ("hidden", "裏。")]),
        ("<p>表。<div class='d-none d-md-block'>広い画面。</div>", [("body", "表。"), ("body", "広い画面。")]),
        ("<p>表。<div class='hidden'>一の答え。</div><div class='hidden'>二の答え。</div>", [("body", "表。"), ("body", "一の答え。"), ("body", "二の答え。")]),
        ("<h3>問い</h3><div class='hidden'>答え。</div><p>表。", [("heading", "問い"), ("body", "答え。"), ("body", "表。")]),
        ("<style>p.x, #y{ color:red; display : none }</style><p class=x>裏。<p id=y>下。<p>表。", [("hidden", "裏。"), ("hidden", "下。"), ("body", "表。")]),
        ("<style>.x{display:none}.x.on{display:block}</style><p class=x>札。<p>表。", [("body", "札。"), ("body", "表。")]),
        ("<style>@media print{.x{display:none}} .z .y{display:none}</style><p class=x>画面。<p class=y>表。", [("body", "画面。"), ("body", "表。")]),
        ("<div role=tabpanel hidden>札。</div><p>表。", [("body", "札。"), ("body", "表。")]),
        ("<button aria-controls=a>開く</button><div id=a hidden>中。</div><p>表。", [("navigation", "開く"), ("body", "中。"), ("body", "表。")]),
        ("<button data-target='#a'>開く</button><div id=a class=modal hidden>窓。</div><p>表。", [("navigation", "開く"), ("hidden", "窓。"), ("body", "表。")]),
        ("<table><tr><td>・<td>一つ目。<tr><td>・<td>二つ目。</table>", [("body", "・ 一つ目。"), ("body", "・ 二つ目。")]),
        ("<table border=1><tr><td>・<td>一つ目。<tr><td>・<td>二つ目。</table>", [("table", "・\t一つ目。\n・\t二つ目。")]),
        ("<table><tr><td>1<td>一つ目。<tr><td>2<td>二つ目。</table>", [("table", "1\t一つ目。\n2\t二つ目。")]),
        ("<table><tr><td>国<td>額<tr style='display:none'><td><td><tr><td>米国<td>2</table>", [("table", "国\t額\n米国\t2")]),
        ("<p>町は工事を行う。水が濁る。</p><div class=related>市も工事を行う。</div>" + "<p>工事は長い。</p>" * 9,
         [("body", "町は工事を行う。水が濁る。"), ("body", "市も工事を行う。"), *[("body", "工事は長い。")] * 9]),
        ("<div class=side>課の案内です。</div><div><h1>工事</h1><p>町は工事を行う。水が濁ることがあるので、注意する。工事は長く続く。</p></div>",
         [("navigation", "課の案内です。"), ("heading", "工事"), ("body", "町は工事を行う。水が濁ることがあるので、注意する。工事は長く続く。")]),
        ("<div><article><p>一の文。二の文。三の文。</p></article><article><p>四の文。</p></article></div><p>脇。</p>",
         [("body", "一の文。二の文。三の文。"), ("body", "四の文。"), ("navigation", "脇。")]),
        ("<div title=footer><p>- 1 -</p></div><p>文。</p>", [("navigation", "- 1 -"), ("body", "文。")]),
        ("<table><tr><td rowspan=2><img src=i alt=注意><th>注意<tr><td><p>熱い。</table>", [("caption", "注意"), ("body", "注意"), ("body", "熱い。")]),
        ("<table><tr><td rowspan=2><img src=i><th>国<th>額<tr><td>日本<td>1</table>", [("table", "\t国\t額\n\t日本\t1")]),
        ("<table><tr><th>氏名<td><tr><th>住所<td></table>", [("table", "氏名\t\n住所\t")]),
        ("<p>額が増えた。</p><div class=sidebar><p>額とは何か。</p></div><p>国も増えた。</p>",
         [("body", "額が増えた。"), ("body", "額とは何か。"), ("body", "国も増えた。")]),
        ("<p>額が増えた。国も増えた。</p><div class=sidebar id=side><p>課の案内だ。</p></div>", [("body", "額が増えた。国も増えた。"), ("navigation", "課の案内だ。")]),
        ("<div><p>額が増えた。国も増えた。</p></div><div class=sidebar><p>課の案内だ。</p></div>", [("body", "額が増えた。国も増えた。"), ("navigation", "課の案内だ。")]),
        ("<p>額<a href='#f' id=r><sup>[54]</sup></a>だ。</p><div id=f class=footnote><p><a href='#r'><sup>[54]</sup></a>調べ。</p></div>",
         [("body", "額[⁵⁴]だ。"), ("footnote", "[⁵⁴]調べ。")]),
    ],
)  # fmt: skip
def test_folds_and_furniture(html: str, blocks: list[tuple[str, str]]) -> None:
    assert _blocks(html) == blocks


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("総務省は、\n\t", "総務省は、\x0b"),
        ("\r\n  総務省は、  ", "\x0b総務省は、 "),
        ("\t総務省 は", " 総務省 は"),
        ("総務省\n は\t、", "総務省\x0bは 、"),
        ("\n　総務省", "\x0b　総務省"),
        (" \n ", "\x0b"),
        ("総務  省", "総務  省"),
    ],
)
def test_white_space_of_the_source(source: str, text: str) -> None:
    assert collapsed(source) == text


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


@pytest.mark.parametrize(
    ("head", "title", "published"),
    [
        ("<title>会議の概要｜総務省</title><h1>会議の概要</h1>", "会議の概要", ""),
        ("<title>総務省｜報道資料｜会議の概要</title><h1>会議の概要</h1>", "会議の概要", ""),
        ("<title>会議の概要 - 例示市公式サイト</title><h2>会議の概要</h2>", "会議の概要", ""),
        ("<title>会議の概要：例示市</title><meta property='og:site_name' content='例示市'><p>文", "会議の概要", ""),
        ("<title>会議 | 例示市</title><meta property='og:site_name' content='例示市'><p>文", "会議", ""),
        ("<title>会議 | 例示市</title><p>文", "会議", ""),
        ("<title>会議 | 協議</title><p>文", "会議 | 協議", ""),
        ("<title>環境省_大気の保全</title><p>文", "大気の保全", ""),
        ("<title>検査の手引（KIN/例示庁）</title><p>文", "検査の手引", ""),
        ("<title>方針の改正：例示庁</title><p>文", "方針の改正", ""),
        ("<title>G7：首脳会議</title><p>文", "G7：首脳会議", ""),
        ("<title>例示県：例示市</title><p>文", "例示県：例示市", ""),
        ("<title>例示庁</title><p>文", "例示庁", ""),
        ("<title>G7 - 首脳会議</title><h1>G7 - 首脳会議</h1>", "G7 - 首脳会議", ""),
        ("<p><time datetime='2022-03-04T09:00' itemprop='datePublished'>3月4日</time><time datetime='2021-01-01'>", "3月4日", "2022-03-04"),
        ("<h1>概要</h1><time>令和4年3月4日</time>", "概要", "2022-03-04"),
        ("<h1>概要</h1><p class='pubdate'>2020年10月1日</p><p>更新日：2021年2月3日</p>", "概要", "2020-10-01"),
        ("<h1>概要</h1><abbr class='published' title='2010-05-06T10:00:00+09:00'>5月6日</abbr>", "概要", "2010-05-06"),
        ("<h1>概要</h1><time datetime='2020-01-01'>一</time><time datetime='2021-01-01'>二</time>", "概要", ""),
        ("<h1>概要</h1><p>掲載日：平成31年4月30日　更新日：2023年4月1日</p>", "概要", "2019-04-30"),
        ("<h1>概要</h1><p>更新日：2023年4月1日</p>", "概要", "2023-04-01"),
        ("<h1>令和4年版 白書</h1><p>更新日：2023年4月1日</p>", "令和4年版 白書", "2022"),
        ("<h1>概要</h1><p>公開日：2023年2月30日</p>", "概要", ""),
        ("<meta name='dcterms.issued' content='20230401'><h1>概要</h1>", "概要", "2023-04-01"),
        ("<div hidden>令和2年版</div><nav>平成2年版</nav><h1>概要</h1>", "概要", ""),
    ],
)  # fmt: skip
def test_what_a_page_says_of_itself(head: str, title: str, published: str) -> None:
    source = through(head.encode(), "a.html").source
    assert (source.title, source.published) == (title, published)


@pytest.mark.parametrize(
    "meta", ["utf-8", "EUC-JP", "Shift_JIS", "iso-8859-1", "windows-1252", "us-ascii", "utf-16", "none", ""]
)
@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "euc_jp", "iso2022_jp", "utf-16"])
def test_a_wrong_charset_is_seen(meta: str, encoding: str) -> None:
    page = f"<html><head><meta charset='{meta}'><title>概況</title></head><body><p>総務省は、通信の目標を立てた。</p></body></html>"
    assert through(page.encode(encoding), "a.html").text == "総務省は、通信の目標を立てた。"


def test_hidden_words_and_readings_count_for_nothing() -> None:
    page = (
        "<p>総務省は<ruby>米国<rt>べいこく</rt></ruby>と会う。</p><div hidden>外務省は2012年に英国と会う。"
        "国際機構（以下「機構」という。）</div><p>機構である。</p>"
    )
    analysis, _ = process(page.encode(), Source("a", "a.html"), default_settings())
    assert [entity.mention.surface for entity in analysis.entities] == ["総務省", "米国"]
    assert [sentence.text for sentence in analysis.segments.sentences] == ["総務省は米国と会う。", "機構である。"]
    assert analysis.segments.definitions == ()


def test_a_page_of_frames_with_a_text_of_its_own() -> None:
    long = "総務省は、通信の目標を立てた。" * 30
    page = f"<html><head><title>t</title></head><frameset><frame src='a.html'><noframes><p>{long}</p></noframes></frameset></html>"
    assert long in through(page.encode(), "a.html").text


_CODE = "<pre>$ 変換 -f 入力の符号化方式 -t 出力の符号化方式 入力 &gt; 出力</pre>"


@pytest.mark.parametrize(
    ("html", "sentences"),
    [
        (f"{_CODE}<p>大文字と小文字を分けない。</p>" + "<p>額は増えた。</p>" * 9, ["大文字と小文字を分けない。", *["額は増えた。"] * 9]),
        ("<p>額は増えた。</p><p>昨年の夏から外国の観光客が多く訪れるようになったこの市では、来館者が</p><p>増えている状況にある。</p>", ["額は増えた。", "昨年の夏から外国の観光客が多く訪れるようになったこの市では、来館者が増えている状況にある。"]),
        ("<p>おむつ<br>燃えるごみに出してください。<br>ぶどう<br>8月に出荷します。</p>", ["燃えるごみに出してください。", "8月に出荷します。"]),
        ("<p>額だ[1]。</p><p>1 行目は、名前だ。</p><p>2 つの式がある。</p><p>1 つくば市は広い。</p><p>[1] 調べだ。</p>",
         ["額だ[1]。", "1 行目は、名前だ。", "2 つの式がある。", "つくば市は広い。"]),
        ("<p>国が定める<br>基準による。</p>", ["国が定める基準による。"]),
        ("<p>確かめてください。（もしいれば）販売員に伝えましょう。</p>", ["確かめてください。", "（もしいれば）販売員に伝えましょう。"]),
        ("<p>国は行う。（拍手）県は続ける。（平成30年度のもの）市も続ける。</p>", ["国は行う。", "県は続ける。", "市も続ける。"]),
    ],
)  # fmt: skip
def test_sentences(html: str, sentences: list[str]) -> None:
    found = process(html.encode(), Source("a", "a.html"), default_settings())[0].segments.sentences
    assert [sentence.text for sentence in found] == sentences


def test_quick_looks_hide_no_tool() -> None:
    tools = "当サイトではCookieを使用しています", "PDFファイルの閲覧にはAdobe Readerが必要です", "無断転載を禁じます"
    assert all(tool_rules.SENTENCE.search(tool) and tool_rules.SENTENCE_SIGNS.search(tool) for tool in tools)
    assert all(tool_rules.PLAIN.search(f"調べ{end}") for end in tool_rules.PLAIN_ENDS)


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
