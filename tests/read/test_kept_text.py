"""What words or names of tools take in a page's text stays its text, and tools stay tools: pages of one or two elements."""

import pytest

from hakusho.flow import process
from hakusho.records import Region, Source
from hakusho.settings import default_settings

BEFORE = (
    "<p>政府は、令和五年度において、通信の安全を確保するための施策を推進した。これにより、利用者の保護が進んだ。</p>"
)
AFTER = "<p>今後は、関係機関との連携を深め、必要な制度の見直しを行う。また、市町村への支援を続ける。</p>"


def _regions(inside: str, title: str = "施策の現状", after: str = AFTER) -> dict[str, Region]:
    page = f"<html><head><title>{title}</title></head><body><nav><a href=/>ホーム</a></nav><main><h1>{title}</h1>{BEFORE}{inside}{after}</main><footer><p>© 例示省</p></footer></body></html>"
    return dict(_blocks(page))


def _blocks(page: str) -> list[tuple[str, Region]]:
    analysis = process(page.encode(), Source("a", "a.html"), default_settings())[0]
    return [(analysis.source.text[b.span.slice].strip(), b.kind) for b in analysis.segments.blocks]


def _furniture(inside: str, after: str = AFTER) -> list[str]:
    found = _regions(inside, after=after)
    return [
        text for text, region in found.items() if region is Region.NAVIGATION and text not in ("ホーム", "© 例示省")
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "<p>事業者は、Cookieを利用して閲覧の履歴を集めている。</p>",
        "<p>画像が正しく表示されない事例もあった。</p>",
        "<p>映画館では、無断で撮影し複製することが禁止されています。</p>",
        "<p>消費者庁は、メールマガジンを配信しています。</p>",
        "<p>各社は、クッキーの使用について同意を得てください。</p>",
        "<p>動画が再生できないとの相談が寄せられた。</p>",
        "<p>いただいた御意見は、今後の施策の参考といたします。</p>",
        "<ul><li>クッキーの利用について同意を得る仕組みを設けること。</li><li>求めに応じて止めること。</li></ul>",
        "<p>当サイトの運営者は、損害について責任を負う旨を定款に定めた。</p>",
        "<h2>結果</h2><p>市の情報は分かりやすいか。</p><p>六割の人が「分かりやすい」と答えた。</p><p>男女の差はない。</p>",
        "<section><h2>結果</h2><p>県のホームページは探しやすいですか。</p><p>「はい」は四割であった。</p></section>",
        "<h2>結果</h2><p>このサイトの内容は分かりやすいか。</p><p>「はい」は六割であった。</p>",
        '<div class="comments"><h2>意見</h2><p>避難所を増やすべきである。</p><table border=1><tr><th>番号</th><th>意見</th></tr><tr><td>1</td><td>賛成</td></tr></table></div>',
        '<div class="cta"><h2>対外経済</h2><p>この協定の正式な名は、包括的貿易協定である。</p></div>',
        '<div class="comments"><p>委員からは、慎重な審議を求める意見が多く出された。座長は、これを受けて、次の会議で案を示すこととした。</p></div>',
        "<section><h2>アーカイブ</h2><p>国立公文書館は、歴史公文書を保存している。</p></section>",
        "<section><h2>カテゴリー</h2><p>文書は、三つの区分に分けられる。</p></section>",
        "<section><h2>著者について</h2><p>著者は、総務省の職員である。</p></section>",
        "<h2>関連リンク</h2><p>関係する施策との連携を進めた。</p>",
        "<ul><li><a href=1>最近のコンテンツ産業の動向</a></li><li><a href=2>カテゴリー別の集計表</a></li><li>地方税</li></ul>",
        "<ul><li>コンテンツ</li><li>ファッション</li><li>食文化</li></ul>",
        "<ul><li>やさしい日本語</li><li>音声読み上げ</li><li>通訳の配置</li></ul>",
        "<ul><li>English</li><li>Chinese</li></ul>",
        "<p>（a）国の機関であるもの。</p><p>（c）外国の政府であるもの。</p>",
    ],
)
def test_text_stays_text(inside: str) -> None:
    assert _furniture(inside) == []


def test_an_address_below_a_heading_stays() -> None:
    below = "<h2>申込先</h2><p>〒100-8926 東京都千代田区霞が関2-1-2 総務省自治行政局行政課</p>"
    assert _furniture(AFTER, after=below) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<p>PDFファイルをご覧になるには、Adobe Readerが必要です。</p>",
        "<p>このサイトでは、Cookieを使用しています。</p>",
        "<p>無断転載を禁じます。</p>",
        "<p>動画が再生できない場合は、こちらをご覧ください。</p>",
        "<div><p>このページの情報は役に立ちましたか。</p><button>はい</button></div>",
        '<div><p>市の情報は分かりやすいですか。</p><form><input type="radio">はい</form></div>',
        '<div class="comments"><h3>コメント</h3><p>コメントを残すにはログインしてください。</p></div>',
        '<div class="cta"><p>今すぐ申し込みませんか。</p></div>',
        "<section><h2>アーカイブ</h2><ul><li><a href=1>2023年</a></li><li><a href=2>2022年</a></li></ul></section>",
        "<section><h2>この記事を書いた人</h2><p>元市役所職員です。</p></section>",
        "<p>ページの先頭へ戻る</p>",
        "<p>閲覧数：1,234回</p>",
    ],
)
def test_tools_stay_tools(inside: str) -> None:
    found = _regions(inside)
    assert {region for text, region in found.items() if _is_of(text, inside)} == {Region.NAVIGATION}


def _is_of(text: str, inside: str) -> bool:
    return text.split("\n")[0] in inside and text not in BEFORE + AFTER


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("文化施設：美術館と博物館", "文化施設：美術館と博物館"),
        ("障害者支援／児童福祉センター", "障害者支援／児童福祉センター"),
        ("概要：金融庁", "概要"),
        ("制度の概要 | 見本図書館", "制度の概要"),
    ],
)
def test_only_a_known_site_is_cut_from_a_title(title: str, wanted: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><main><h2>はじめに</h2>{BEFORE}</main></body></html>"
    assert process(page.encode(), Source("a", "a.html"), default_settings())[0].source.source.title == wanted


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("さば<br>するめいか", ["さば", "するめいか"]),
        ("安全<br>ともに守る", ["安全", "ともに守る"]),
        ("地域の安全<br>ともに守る。", ["地域の安全", "ともに守る。"]),
        ("ほ場整備<br>は種作業<br>田植え", ["ほ場整備", "は種作業", "田植え"]),
        ("とまと<br>なす<br>するめ", ["とまと", "なす", "するめ"]),
        ("産業を育てる<br>できることから始める", ["産業を育てる", "できることから始める"]),
        ("調査を実施<br>している。", ["調査を実施している。"]),
        ("調査を実施<br>している", ["調査を実施している"]),
        ("子育てを進める<br>ために定める。", ["子育てを進めるために定める。"]),
        ("住民の意識を<br>調べた。", ["住民の意識を調べた。"]),
        ("施設を見て<br>いただいた。", ["施設を見ていただいた。"]),
        ("計画は、県<br>が定める。", ["計画は、県が定める。"]),
    ],
)
def test_lines_are_joined_where_the_sentence_goes_on(printed: str, wanted: list[str]) -> None:
    page = f"<html><body><main><h1>資料</h1>{BEFORE}<p>{printed}</p>{AFTER}</main></body></html>"
    texts = [text.replace("\n", "") for text, _ in _blocks(page)]
    assert texts[2:-1] == wanted
