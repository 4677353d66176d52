"""Documents whose headings are printed in many ways, with what looks like a heading and is not; a third is kept aside."""

from collections.abc import Callable

from tests.layouts.sheet import Sheet, squeezed
from tests.layouts.texts import ITEMS, STOPPED, TOPICS, rows

SERIF, SANS = 'font-family:"Noto Serif CJK JP"', 'font-family:"Noto Sans CJK JP"'
WIDE = "１２３４５６７８９"
# Everything of one size and weight: what a document needs adds to it.
_EVEN = "h1,h2,h3,h4{font-size:1em;font-weight:normal;margin:.6em 0}p{margin:0;text-indent:1em;text-align:justify}.item{padding-left:1em;text-indent:-1em}"
_GRID = "table{border-collapse:collapse;width:100%;font-size:.9em}td,th{border:.7px solid;padding:1mm 2mm;font-weight:normal}"


def _sheet(css: str, start: int, face: str = SERIF, page: str = "size:A4;margin:25mm") -> Sheet:
    return Sheet(f"@page{{{page}}}body{{{face};font-size:10.5pt;line-height:1.7;margin:0}}{_EVEN}{css}", start=start)


def size_only() -> Sheet:
    """Headings of larger print and nothing else."""
    d = _sheet("h1{font-size:16pt}h2{font-size:13pt}h3{font-size:11.8pt}", 3)
    d.h(1, f"{TOPICS[3]}に関する報告").p(2)
    for n in (1, 2, 3):
        d.h(2, TOPICS[4 + n]).p(3).h(3, TOPICS[12 + n]).p(2).h(3, TOPICS[20 + n]).p(3)
    return d


def weight_only() -> Sheet:
    """Bold headings of the size of prose; paragraphs that begin with bold words, and bold words in their midst."""
    d = _sheet("h1,h2{font-weight:bold}", 21, SANS)
    for n in range(4):
        d.h(1, TOPICS[2 * n]).p(2)
        word, text = ITEMS[n][:9], d.text(2)
        d.sentences += [*_sentences(f"{word}について、{text}")]
        d.raw(f"<p><b>{word}</b>について、{text}</p>").p(2)
        head, rest = d.text(1), d.text(1)
        d.sentences += [head, rest]
        d.raw(f"<p><b>{head}</b>{rest}</p>")
    return d


def _sentences(text: str) -> list[str]:
    return [squeezed(part) + "。" for part in text.split("。") if part]


def bands() -> Sheet:
    """Chapters in white on a dark band, parts on a pale one, boxes with a title of their own in their first line."""
    css = (
        f"h1{{background:#247;color:#fff;padding:1mm 3mm;{SANS}}}h2{{background:#def;padding:.5mm 3mm}}"
        ".box{border:1px solid #247;padding:2mm 4mm;margin:3mm 0}"
    )
    d = _sheet(css, 40)
    for n in (1, 2, 3):
        d.h(1, f"{n}　{TOPICS[n]}").p(2).h(2, TOPICS[n + 8]).p(2).h(2, TOPICS[n + 17]).p(3)
        d.raw('<div class="box">').p(2).raw("</div>")
    return d


def numbers_only() -> Sheet:
    """１, （１）, ア in one face and size; items with the same numbers that are sentences."""
    d = _sheet("h2{padding-left:1em}h3{padding-left:2em}p{padding-left:1em}", 62)
    for n in (0, 1, 2):
        d.h(1, f"{WIDE[n]}　{TOPICS[n + 5]}")
        for m in (0, 1):
            d.h(2, f"（{WIDE[m]}）{TOPICS[2 * n + m + 9]}").p(2)
            for kana, k in zip("アイ", (0, 1), strict=True):
                d.h(3, f"{kana}　{TOPICS[3 * n + m + k + 14]}").p(2)
    return d


def spread() -> Sheet:
    """Letter-spaced titles in the middle, of the size of prose, and a spaced title of the document."""
    d = _sheet("h1{font-size:14pt;text-align:center;letter-spacing:.5em}h2{text-align:center;letter-spacing:1em}", 80)
    d.h(1, "実施要領")
    for title in ("目的", "対象事業", "補助の額", "申請の手続"):
        d.h(2, title).p(3)
    return d


def cover_and_two_lines() -> Sheet:
    """A cover with a title of two lines; headings that run over the line, flush and hanging."""
    css = (
        f"h1,h2,h3{{{SANS}}}.c{{text-align:center;break-after:page;padding-top:70mm}}.c h1{{font-size:22pt}}.c div{{margin:10mm}}"
        "h2{font-size:15pt;break-after:avoid}h3{font-size:12pt;padding-left:1.5em;text-indent:-1.5em}"
    )
    d = _sheet(css, 95)
    d.raw('<div class="c">')
    d.headings.append((1, f"{TOPICS[10]}と{TOPICS[18]}に関する実態調査報告書"))
    d.raw(f"<h1>{TOPICS[10]}と<br>{TOPICS[18]}に関する実態調査<br>報告書</h1>")
    d.line("令和６年９月30日").line("例示県企画振興部統計課").raw("</div>")
    for n in (1, 2):
        d.h(2, f"第{n}章　{TOPICS[n]}と{TOPICS[n + 1]}を両立させるための取組の方向").p(3)
        d.h(3, f"{n}　{TOPICS[n + 5]}並びに{TOPICS[n + 15]}の状況及び{TOPICS[n + 7]}に係る課題").p(3)
        d.h(3, f"{n + 1}　{TOPICS[n + 20]}").p(2)
    return d


def gothic_in_mincho() -> Sheet:
    """Headings in Gothic of the size of prose in Mincho, some straight above one another, with no room around."""
    d = _sheet(f"h1,h2,h3{{{SANS};margin:0}}h2{{padding-left:1em}}", 120)
    d.h(1, "はじめに").p(3)
    for n in range(3):
        d.h(1, TOPICS[n + 6]).h(2, TOPICS[n + 11]).p(2).h(2, TOPICS[n + 21]).p(3)
    return d


def decks() -> Sheet:
    """Slides: a title on each page, bullets of two ranks, a box with a message, page numbers."""
    css = (
        "section{break-after:page}h1{font-size:26pt;border-bottom:2px solid #36a;margin:0 0 5mm;font-weight:bold}.m{border:1px solid #36a;padding:3mm;font-size:17pt;margin-bottom:4mm}"
        ".m p{text-indent:0}.item{font-size:16pt;line-height:1.4;margin:2mm 0}.sub{font-size:13pt;padding-left:3em;text-indent:-1em;line-height:1.4}"
    )
    d = _sheet(css, 140, SANS, "size:297mm 210mm;margin:14mm;@bottom-right{content:counter(page);font-size:10pt}")
    for n in range(4):
        d.raw("<section>").h(1, TOPICS[n + 1]).raw('<div class="m">').p(1).raw("</div>")
        d.items(ITEMS[n], STOPPED[n], bullet="⚫ ").items(ITEMS[n + 1], ITEMS[n + 2], bullet="－ ", cls="sub").items(
            STOPPED[n + 3], bullet="⚫ "
        ).raw("</section>")
    d.furniture += ["1", "2", "3", "4"]
    return d


def figures_in_large_print() -> Sheet:
    """Large figures with their labels, which head nothing, between headings of middling size."""
    css = (
        f"h1{{font-size:17pt;font-weight:bold}}h2{{font-size:12.5pt;font-weight:bold;{SANS}}}.k{{display:flex;gap:8mm;margin:3mm 0}}"
        ".k div{flex:1;text-align:center}.n{font-size:24pt;line-height:1.2;font-weight:bold;color:#c30}.l{font-size:9pt}"
    )
    d = _sheet(css, 165, SANS)
    d.h(1, "数字で見る例示市の１年")
    for n, (a, b, c) in enumerate((("34.5%", "1,203件", "５位"), ("約2.1倍", "61.2ポイント", "3兆4,500億円"))):
        d.h(2, TOPICS[n + 4]).p(2).raw('<div class="k">')
        for figure, label in ((a, "利用した人の割合"), (b, "受付の件数"), (c, "全国での順位")):
            d.raw("<div>").line(figure, "n").line(label, "l").raw("</div>")
        d.raw("</div>").p(2).h(2, TOPICS[n + 14]).p(2)
    return d


def forms() -> Sheet:
    """A sheet for an application: labels in a grid, bold captions of tables, a title in the middle."""
    d = _sheet(
        f"h1{{font-size:15pt;text-align:center}}h2{{{SANS}}}{_GRID}th{{font-weight:bold;background:#eee}}.cap{{font-weight:bold}}.r{{text-align:right}}",
        190,
    )
    d.line("様式第１号", "").line("令和　　年　　月　　日", "r").line("例示市長　様").h(1, "補助金交付申請書").p(1)
    d.table(
        [
            ["申請者の氏名又は名称", "例示　太郎"],
            ["住所", "例示市本町一丁目２番３号"],
            ["電話番号", "012-345-6789"],
            ["事業の名称", ITEMS[1]],
        ],
        head=0,
    )
    d.h(2, "記入上の注意").p(3).caption("表１　添付する書類").table(rows(2, 4)).h(2, "提出先").p(2)
    return d


def questions_and_answers() -> Sheet:
    """Questions in bold behind Q, answers behind A; topics in a coloured line above them."""
    d = _sheet(
        f"h1{{font-size:16pt;text-align:center;font-weight:bold}}h2{{color:#047;font-size:13pt;border-left:5px solid #047;padding-left:2mm}}.q{{font-weight:bold;{SANS};padding-left:2em;text-indent:-2em}}.a{{padding-left:2em;text-indent:-2em;margin-bottom:2mm}}",
        205,
        SANS,
    )
    d.h(1, "よくある質問")
    asked = ("申請はいつまでにすればよいですか。", "代理人でも手続はできますか。", "対象となるのはどのような人ですか。")
    for n in range(3):
        d.h(2, TOPICS[n + 24])
        for m, question in enumerate(asked[: 2 + n % 2]):
            d.optional.append(f"Ｑ{n + 1}-{m + 1}　{question}")
            d.p(question, "q", f"Ｑ{n + 1}-{m + 1}　").p(1 + m, "a", "Ａ　")
    return d


def notices() -> Sheet:
    """Three columns of notices in small print between lines, with bold titles and marked labels."""
    css = (
        "h1{font-size:20pt;font-weight:bold;text-align:center}.c{columns:3;column-gap:6mm}h2{font-weight:bold;font-size:12pt;margin:.5em 0}"
        ".e{font-size:9pt;border-bottom:.5px solid;break-inside:avoid}.e p{text-indent:0}"
    )
    d = _sheet(css, 400, SANS, "size:A4;margin:12mm")
    d.h(1, "まちの話題とお知らせ").raw('<div class="c">')
    for n in range(8):
        d.raw('<div class="e">').h(2, TOPICS[2 * n]).p(1 + n % 3)
        d.line(f"▶とき　９月{n + 3}日（日）　▶ところ　文化会館").line(f"▶申込み　生涯学習課　電話 012-345-67{n}0")
        d.raw("</div>")
    return d.raw("</div>")


def pages_of_notices() -> Sheet:
    """Two columns of notices whose titles are Gothic next to a coloured square, with a list of labels below each."""
    css = f".c{{columns:2;column-gap:8mm}}h1{{{SANS};font-size:16pt}}h2{{{SANS};margin:.8em 0 0}}.t{{font-size:9pt}}"
    d = _sheet(css, 420, SERIF, "size:A4;margin:16mm")
    d.h(1, "くらしの情報").raw('<div class="c">')
    for n in range(8):
        d.h(2, f"{TOPICS[n + 9]}について").p(1 + n % 2)
        d.line(f"日時：11月{n + 1}日（月曜日）　午後１時30分から", "t").line("対象：市内に住む人", "t").line(
            "定員：20人（先着順）", "t"
        )
    return d.raw("</div>")


def ruled_columns() -> Sheet:
    """Two columns with a line between them, parts under a line over the whole page."""
    css = f".c{{columns:2;column-gap:9mm;column-rule:.7px solid}}h1{{{SANS};font-size:15pt;border-bottom:1px solid}}h2{{font-weight:bold}}"
    d = _sheet(css, 480, SERIF, "size:A4;margin:18mm")
    for part in (0, 1):
        d.h(1, TOPICS[part + 3]).raw('<div class="c">')
        for n in range(3):
            d.h(2, TOPICS[5 * part + n + 12]).p(3).line(f"場所　市民会館　第{n + 1}会議室")
        d.raw("</div>")
    return d


def leaflet() -> Sheet:
    """Three narrow columns with a line between them: notices with labels and values in lines of their own."""
    css = ".c{columns:3;column-gap:7mm;column-rule:.5px solid}h1{font-size:19pt;font-weight:bold}h2{font-weight:bold;margin:.6em 0 .1em}"
    d = _sheet(css, 505, SANS, "size:A4;margin:15mm")
    d.h(1, "例示町の催し").raw('<div class="c">')
    for n in range(9):
        d.h(2, TOPICS[n + 6]).p(1 + (n + 1) % 2)
        d.line(f"期日　12月{n + 1}日（月）").line("会場　中央公民館　大ホール").line(f"電話　0{n}2-345-6789")
    return d.raw("</div>")


def signs() -> Sheet:
    """Headings of the size of prose behind ● and in lenticular brackets, below headings of larger print."""
    d = _sheet("h1{font-size:14pt}", 440)
    for n in range(3):
        d.h(1, TOPICS[n + 4]).p(2).h(2, f"【{TOPICS[n + 13]}】").p(2).h(2, f"●{TOPICS[n + 19]}").p(2).h(
            2, f"●{TOPICS[n + 23]}"
        ).p(2)
    return d


def words_in_bold() -> Sheet:
    """Paragraphs whose first words are a title in another face, dates in bold, a bold sentence at the end."""
    d = _sheet(f"h1{{font-size:15pt;{SANS}}}b{{{SANS}}}", 460)
    for n in range(3):
        d.h(1, TOPICS[n + 7])
        for m in range(3):
            text, last = d.text(2), d.text(1)
            d.sentences += [*_sentences(text), squeezed(last)]
            d.optional.append(f"（{WIDE[m]}）{TOPICS[n + m + 16]}")
            d.raw(f"<p><b>（{WIDE[m]}）{TOPICS[n + m + 16]}</b>　{text}<b>{last}</b></p>")
    return d


# --- kept aside ------------------------------------------------------------------------------------------------


def chapters_in_one_size() -> Sheet:
    """第１, Ⅰ, １ in one face and size."""
    d = _sheet("h3{padding-left:1em}", 230)
    for n, roman in enumerate("ⅠⅡ"):
        d.h(1, f"{roman}　{TOPICS[n + 2]}")
        for m in (0, 1):
            d.h(2, f"第{WIDE[m]}　{TOPICS[2 * n + m + 6]}").p(2)
            for k in (0, 1):
                d.h(3, f"{WIDE[k]}．{TOPICS[4 * n + 2 * m + k + 12]}").p(2)
    return d


def bulletin() -> Sheet:
    """A city's bulletin: three columns of small notices with bold titles, labels of time and place."""
    d = _sheet(
        "h1{font-size:18pt;font-weight:bold}.c{columns:3;column-gap:7mm;column-rule:.5px solid}h2{font-weight:bold;font-size:11pt;margin:.8em 0 .1em}body{font-size:9.5pt!important}",
        250,
        SANS,
        "size:A4;margin:15mm",
    )
    d.h(1, "例示市からのお知らせ").raw('<div class="c">')
    for n in range(9):
        d.h(2, TOPICS[n + 15 if n % 2 else n]).p(1 + n % 2)
        d.line(f"日時　10月{n + 2}日（土）午前10時～正午").line("場所　市役所２階第１会議室").line(
            f"問い合わせ　企画課（内線{n}12）"
        )
    return d.raw("</div>")


def small_heads_in_columns() -> Sheet:
    """Two columns with bold headings of the size of prose, and a title over both."""
    d = _sheet(
        f"h1{{font-size:17pt;{SANS};text-align:center;font-weight:bold}}.c{{columns:2;column-gap:9mm}}h2{{{SANS};font-weight:bold;margin:.7em 0 0}}",
        275,
        SERIF,
        "size:A4;margin:20mm",
    )
    d.h(1, f"{TOPICS[9]}の検証").raw('<div class="c">')
    for n in range(6):
        d.h(2, TOPICS[n + 20]).p(3)
    return d.raw("</div>")


def marks_and_lines() -> Sheet:
    """Headings behind ■ and ◆, underlined and between angle brackets, of the size of prose."""
    d = _sheet("h1{border-bottom:1px solid}h3{text-decoration:underline}", 300)
    for n in range(3):
        d.h(1, f"■{TOPICS[n]}").p(2).h(2, f"◆ {TOPICS[n + 10]}").p(2).h(3, f"＜{TOPICS[n + 22]}＞").p(2)
    return d


def run_in() -> Sheet:
    """Titles that their text follows on the line, captions in bold, large figures; headings of larger print."""
    d = _sheet(f"h1{{font-size:14pt}}{_GRID}.cap{{font-weight:bold;{SANS}}}.n{{font-size:20pt;text-align:center}}", 325)
    for n in range(3):
        d.h(1, TOPICS[n + 3])
        for m in (0, 1):
            text = d.text(2)
            d.sentences += _sentences(text)
            d.optional.append(TOPICS[n + m + 12])
            d.raw(f"<p><b style='{SANS}'>{TOPICS[n + m + 12]}</b>　{text}</p>")
        d.caption(f"表{n + 1}　{TOPICS[n + 3]}の内訳").table(rows(n, 4)).line(f"{n + 3}.4%", "n").p(2)
    return d


def covers() -> Sheet:
    """A cover with a mark of the draft, a subtitle and a sender; headings in the middle in larger print."""
    d = _sheet(
        f"h1,h2{{{SANS};text-align:center}}h1{{font-size:20pt}}h2{{font-size:13pt}}h3{{font-weight:bold}}.c{{break-after:page;text-align:center;padding-top:60mm}}.r{{text-align:right}}.s{{font-size:13pt}}",
        350,
    )
    d.line("（案）", "r").raw('<div class="c">').h(1, f"例示県{TOPICS[8]}計画")
    d.optional.append("～次の世代へ引き継ぐために～")
    d.raw('<div class="s">～次の世代へ引き継ぐために～</div>').line("令和７年２月").line("例示県").raw("</div>")
    for n in range(3):
        d.h(2, f"第{n + 1}章　{TOPICS[n + 13]}").p(2).h(3, f"{n + 1}　{TOPICS[n + 3]}").p(3).h(
            3, f"{n + 2}　{TOPICS[n + 18]}"
        ).p(2)
    return d


_OPEN: tuple[Callable[[], Sheet], ...] = (
    size_only, weight_only, bands, numbers_only, spread, cover_and_two_lines, gothic_in_mincho, decks,
    figures_in_large_print, forms, questions_and_answers, notices, pages_of_notices, ruled_columns, leaflet, signs, words_in_bold,
)  # fmt: skip
_KEPT: tuple[Callable[[], Sheet], ...] = (
    chapters_in_one_size, bulletin, small_heads_in_columns, marks_and_lines, run_in, covers,
)  # fmt: skip
DOCUMENTS = {made.__name__: made for made in _OPEN}
ASIDE = {made.__name__: made for made in _KEPT}
