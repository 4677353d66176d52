"""Documents of offices in the layouts that people have; `aside.py` holds others by the same hand."""

from tests.layouts.sheet import Sheet
from tests.layouts.texts import ITEMS, STOPPED, TOPICS, rows

SERIF, SANS = 'font-family:"Noto Serif CJK JP"', 'font-family:"Noto Sans CJK JP"'
ARABIC = "１２３４５６７８９"


def slides_boxes() -> Sheet:
    """Wide slides: a coloured bar for the title, a box with what it says, two columns of items."""
    d = Sheet(
        f"@page{{size:254mm 143mm;margin:0}}body{{{SANS};font-size:11pt;line-height:1.4;margin:0}}.s{{height:142mm;position:relative;page-break-after:always;overflow:hidden}}"
        "h1{background:#124;color:#fff;font-size:18pt;margin:0;padding:2mm 8mm}.lead{border:1.5px solid #124;margin:4mm 8mm;padding:2mm 4mm}.c{display:grid;grid-template-columns:1fr 1fr;gap:8mm;margin:0 8mm}"
        "h2{font-size:12pt;background:#cde;margin:0 0 1mm;padding:1mm 2mm}.item{margin:.6mm 0;padding-left:1em;text-indent:-1em}.n{position:absolute;right:5mm;bottom:3mm;font-size:9pt}.src{position:absolute;left:8mm;bottom:3mm;font-size:8pt}"
    )
    for page in range(3):
        d.raw('<div class="s">').h(1, TOPICS[page]).raw('<div class="lead">').items(1, bullet="〇 ").items(
            STOPPED[page], bullet="〇 "
        ).raw('</div><div class="c">')
        for side in range(2):
            d.raw("<div>").h(2, TOPICS[6 + 2 * page + side]).items(
                ITEMS[page + side], 1, ITEMS[page + side + 4], bullet="・"
            ).raw("</div>")
        d.raw("</div>").line("資料：例示省作成", "src").furnished(str(page), "n").raw("</div>")
    return d


def slides_flow() -> Sheet:
    """A4 slides with a framed title, steps in boxes joined by arrows, and a summary below."""
    d = Sheet(
        f"@page{{size:A4 landscape;margin:0}}body{{{SANS};font-size:12pt;line-height:1.4;margin:0}}.s{{height:208mm;position:relative;page-break-after:always;padding:6mm 10mm;box-sizing:border-box}}"
        "h1{font-size:20pt;margin:0 0 5mm;text-align:center}.r{display:flex;gap:3mm;align-items:center}.b{border:1px solid #444;flex:1;padding:2mm 3mm}.a{font-size:20pt}h2{font-size:13pt;margin:0;text-align:center;background:#eee}"
        ".w{background:#ffd;padding:3mm;margin-top:6mm}.item{margin:1mm 0;padding-left:1em;text-indent:-1em}.n{position:absolute;right:6mm;bottom:4mm;font-size:10pt}p{margin:0}",
        start=20,
    )
    for page in range(2):
        d.raw('<div class="s">').h(1, f"{TOPICS[page + 9]}について").raw('<div class="r">')
        for step in range(3):
            d.raw('<div class="b">').h(2, ("現状", "課題", "対応の方向性")[step]).items(
                STOPPED[3 * page + step], ITEMS[3 * page + step + 2]
            ).raw("</div>")
            d.raw('<div class="a">➡</div>' if step < 2 else "")
        d.raw('</div><div class="w">').p(2).raw("</div>").items(1, 1, bullet="● ").furnished(str(page + 1), "n").raw(
            "</div>"
        )
    return d


def terms() -> Sheet:
    """Terms of use: articles in bold with their caption, paragraphs by number, items in brackets."""
    d = Sheet(
        f'@page{{size:A4;margin:24mm;@bottom-center{{content:counter(page) "/" counter(pages);font-size:9pt}}}}body{{{SANS};font-size:10pt;line-height:1.65}}h1{{font-size:16pt;text-align:center}}h2{{font-size:11pt;margin:1.2em 0 .2em}}'
        "p{margin:0}.k{padding-left:1.2em;text-indent:-1.2em}.i{padding-left:3.2em;text-indent:-2em}",
        start=40,
    )
    d.h(1, "例示オンラインサービス利用規約").p(2)
    for number, name in enumerate(("目的", "定義", "利用登録", "禁止事項", "免責事項", "準拠法及び管轄"), 1):
        d.h(2, f"第{number}条（{name}）")
        if number in (1, 6):
            d.p(1)
            continue
        for k in range(1, 4):
            d.p(STOPPED[(number + k) % 10], "k", f"{k}. ")
            if k == 2:
                for i in range(1, 4):
                    d.items(
                        ITEMS[(number + i) % 12] if i < 3 else STOPPED[(number + i) % 10], bullet=f"({i}) ", cls="i"
                    )
    d.furniture += ["1/2", "2/2"]
    return d


def ordinance() -> Sheet:
    """An ordinance in plain type: chapters set in, captions in brackets, 第１条 with its text."""
    d = Sheet(
        f"@page{{size:A4;margin:30mm 28mm}}body{{{SERIF};font-size:11pt;line-height:1.8}}h1{{font-size:11pt;font-weight:normal;padding-left:3em}}h2{{font-size:11pt;font-weight:normal;padding-left:3em;margin:.4em 0}}"
        "h3{font-size:11pt;font-weight:normal;margin:0;padding-left:1em}p{margin:0;padding-left:1em;text-indent:-1em}.g{padding-left:2em}",
        start=55,
    )
    d.h(1, "例示町みどりの保全に関する条例")
    number = 0
    for chapter, names in (("第１章　総則", ("目的", "定義")), ("第２章　保全の措置", ("計画の策定", "届出", "勧告"))):
        d.h(2, chapter)
        for name in names:
            number += 1
            d.headings.append((3, f"第{ARABIC[number - 1]}条（{name}）"))
            d.raw(f"<h3>（{name}）</h3>").p(1, label=f"第{ARABIC[number - 1]}条　")
            d.p(STOPPED[number], label="２　")
            if number % 2 == 0:
                d.items(ITEMS[number], bullet="⑴　", cls="g").items(ITEMS[number + 1], bullet="⑵　", cls="g")
    d.h(2, "附　則").p("この条例は、公布の日から施行する。")
    return d


def two_columns() -> Sheet:
    """A white paper's page: a chapter title across, sections and subsections in two columns."""
    d = Sheet(
        f'@page{{size:A4;margin:22mm 18mm;@top-left{{content:"令和４年版　例示白書";font:8pt "Noto Sans CJK JP"}}@bottom-right{{content:counter(page);font-size:9pt}}}}'
        f"body{{{SERIF};font-size:9.5pt;line-height:1.65;text-align:justify}}h1,h2,h3{{{SANS};break-after:avoid}}h1{{font-size:20pt}}h2{{font-size:13pt;margin:.5em 0}}h3{{font-size:10pt;margin:.4em 0}}.c{{columns:2;column-gap:8mm}}p{{margin:0;text-indent:1em}}",
        start=70,
    )
    d.h(1, "第３章　産業と雇用").raw('<div class="c">')
    for section in range(2):
        d.h(2, f"第{section + 1}節　{TOPICS[4 + section]}").p(3)
        for part in range(2):
            d.h(3, f"（{part + 1}）{TOPICS[12 + 2 * section + part]}").p(3).p(3)
    d.raw("</div>")
    d.furniture += ["令和４年版例示白書", "1", "2"]
    return d


def three_columns() -> Sheet:
    """A magazine's page in three columns, ruled between, with a frame in the middle one."""
    d = Sheet(
        f"@page{{size:A4;margin:14mm}}body{{{SERIF};font-size:9pt;line-height:1.55;text-align:justify}}h1{{{SANS};font-size:18pt;margin:0 0 3mm}}h2{{{SANS};font-size:11pt;margin:1mm 0;break-after:avoid}}.c{{columns:3;column-gap:7mm;column-rule:.5pt solid}}p{{margin:0;text-indent:1em}}"
        f".b{{border:1px solid;padding:2mm;margin:2mm 0;break-inside:avoid;{SANS};font-size:8.5pt}}h3{{font-size:10pt;margin:0}}",
        start=95,
    )
    d.h(1, "地域の力　第12号").raw('<div class="c">')
    for number, topic in enumerate(TOPICS[14:19]):
        d.h(2, topic).p(3).p(2)
        if number == 1:
            d.raw('<div class="b">').h(3, "豆知識　補助金の申請").p(2).raw("</div>")
    return d.raw("</div>")


def press() -> Sheet:
    """A press release: a table at the head's right, the title in a double frame, a lead in a box, the desk at the foot."""
    d = Sheet(
        f"@page{{size:A4;margin:18mm 20mm}}body{{{SANS};font-size:10.5pt;line-height:1.6}}.top{{float:right;border:1px solid;padding:1mm 3mm;font-size:9pt}}.clear{{clear:both}}h1{{font-size:15pt;border:3px double;padding:3mm;text-align:center}}"
        "h2{font-size:11.5pt}p{margin:.3em 0;text-indent:1em}.lead{background:#eef;padding:2mm 4mm}.item{text-indent:-1em;padding-left:2em}.d{border-collapse:collapse;font-size:9.5pt}.d td,.d th{border:.7px solid;padding:1mm 2mm;font-weight:normal}",
        start=120,
    )
    d.line("令和６年２月９日（金）").raw('<div class="top">').line("照会先").line(
        "例示局政策課　課長補佐　例示 太郎"
    ).line("（代表）03-0000-0000").raw('</div><div class="clear"></div>')
    d.h(1, f"「{TOPICS[15]}」の取組状況を取りまとめました").raw('<div class="lead">').p(2).raw("</div>")
    d.h(2, "【取組状況の概要】").items(STOPPED[5], STOPPED[7], ITEMS[5], bullet="○ ")
    d.h(2, "【今後の対応】").p(2).table(
        [
            ["回", "開催日", "議題"],
            ["第１回", "令和５年10月３日", "論点の整理"],
            ["第２回", "令和５年12月１日", "取りまとめ"],
        ],
        "d",
    )
    d.h(2, "【参考】").p(1)
    return d


def questions() -> Sheet:
    """Questions in bold between rules, answers set in, with notes."""
    d = Sheet(
        f'@page{{size:A4;margin:24mm;@bottom-center{{content:"－ " counter(page) " －";font-size:9pt}}}}body{{{SERIF};font-size:11pt;line-height:1.7}}h1{{{SANS};font-size:15pt;text-align:center}}h2{{{SANS};font-size:12pt}}'
        f".q{{{SANS};font-weight:bold;margin:1em 0 0;padding-left:3em;text-indent:-3em}}.a{{margin:.2em 0;padding-left:3em;text-indent:-3em}}.b{{padding-left:3em;text-indent:1em;margin:0}}",
        start=140,
    )
    d.h(1, "改正法の施行に関するＱ＆Ａ")
    number = 0
    for part in ("１　総論", "２　届出"):
        d.h(2, part)
        for question in (
            "改正の趣旨は何か。",
            "経過措置の対象となるのは、どのような事業者か。",
            "届出の様式に変更はあるか。",
        ):
            number += 1
            d.optional.append(f"（問{number}）{question}")
            d.p(f"{part[2:]}として、{question}", "q", f"（問{number}）").p(2, "a", "（答）　").p(1, "b")
    d.furniture += ["－1－", "－2－"]
    return d


def side_notes() -> Sheet:
    """A white paper with notes in the margin beside the text, and a thumb tab at the edge."""
    d = Sheet(
        f"@page{{size:A4;margin:0}}body{{{SERIF};font-size:10pt;line-height:1.7;margin:0;text-align:justify}}.g{{position:relative;height:296mm;page-break-after:always}}.m{{position:absolute;left:20mm;top:24mm;width:122mm}}.n{{position:absolute;left:148mm;width:42mm;font-size:7.5pt;line-height:1.45}}"
        f"h1,h2{{{SANS}}}h1{{font-size:16pt}}h2{{font-size:12pt}}p{{margin:0;text-indent:1em}}.t{{position:absolute;right:0;top:60mm;width:8mm;background:#79b;color:#fff;{SANS};font-size:9pt;text-align:center;line-height:1.2}}.f{{position:absolute;bottom:10mm;left:100mm;font-size:9pt}}sup{{font-size:6pt}}.h{{position:absolute;top:10mm;left:20mm;font-size:8pt}}",
        start=160,
    )
    for page in range(2):
        d.raw('<div class="g">').furnished("例示白書　令和５年版", "h").raw('<div class="m">').h(
            1, f"第{page + 1}節　{TOPICS[20 + page]}"
        ).p(3)
        d.h(2, f"１　{TOPICS[22 + page]}")
        sentence = d.text(1)[:-1]
        d.p(2).p(f"{sentence}^[{page + 1}]。").h(2, f"２　{TOPICS[24 + page]}").p(4).raw("</div>")
        d.raw('<div style="position:absolute;top:90mm;left:0">').note(str(page + 1), STOPPED[page + 3], "n").raw(
            "</div>"
        )
        d.furnished(f"第{page + 1}章", "t").furnished(str(page + 31), "f").raw("</div>")
    return d


def spanning_budget() -> Sheet:
    """A budget whose ruled table goes on over three pages with its header again."""
    d = Sheet(
        f"@page{{size:A4;margin:20mm;@bottom-center{{content:counter(page);font-size:9pt}}}}body{{{SERIF};font-size:10pt;line-height:1.6}}h1{{{SANS};font-size:14pt;text-align:center}}h2{{{SANS};font-size:11pt}}table{{width:100%;border-collapse:collapse}}"
        "td,th{border:.7px solid;padding:2mm;text-align:right;font-weight:normal}th{background:#ddd;text-align:center}td:first-child,td:last-child{text-align:left}.u{text-align:right}p{text-indent:1em}",
        start=185,
    )
    d.h(1, "令和５年度　主要経費別内訳").p(2).h(2, "１　歳出").line("（単位：百万円）", "u").table(rows(0, 60)).h(
        2, "２　主な事項"
    ).p(3)
    d.furniture += ["1", "2", "3"]
    return d


def merged_table() -> Sheet:
    """A landscape table with two header rows, merged cells and prose in its fields, a caption above and notes below."""
    d = Sheet(
        f"@page{{size:A4 landscape;margin:15mm}}body{{{SANS};font-size:9.5pt;line-height:1.5}}h1{{font-size:14pt}}table{{border-collapse:collapse;width:100%}}td,th{{border:.7px solid;padding:1.5mm;vertical-align:top}}.cap{{font-weight:bold;margin:3mm 0 1mm}}.m{{font-size:8.5pt;margin-top:2mm}}p{{margin:0}}",
        start=200,
    )
    d.h(1, f"１　{TOPICS[5]}の状況").p(2).caption("表１　施策の一覧")
    d.tables.append(
        [
            ["施策", "予算額", "予算額", "内容"],
            ["施策", "令和４年度", "令和５年度", "内容"],
            ["調査", "120", "135", STOPPED[1]],
            ["支援", "1,050", "980", STOPPED[3]],
            ["支援", "40", "55", ITEMS[6]],
        ]
    )
    d.tables[-1] = [["".join(c.split()) for c in row] for row in d.tables[-1]]
    d.raw(
        f'<table><tr><th rowspan="2">施策</th><th colspan="2">予算額</th><th rowspan="2">内容</th></tr><tr><th>令和４年度</th><th>令和５年度</th></tr><tr><td>調査</td><td>120</td><td>135</td><td>{STOPPED[1]}</td></tr>'
        f'<tr><td rowspan="2">支援</td><td>1,050</td><td>980</td><td>{STOPPED[3]}</td></tr><tr><td>40</td><td>55</td><td>{ITEMS[6]}</td></tr></table>'
    )
    d.line("（注）計数はそれぞれ四捨五入しているため、合計と一致しない場合がある。", "m").line(
        "（出所）例示省「施策調査」", "m"
    ).p(2)
    return d


def vertical_report() -> Sheet:
    """A vertical report: headings, paragraphs, items, and a number of the page across."""
    d = Sheet(
        f"@page{{size:A5;margin:18mm 14mm;@bottom-center{{content:counter(page);font-size:8pt}}}}body{{{SERIF};font-size:10pt;line-height:1.8;writing-mode:vertical-rl;text-align:justify}}h1{{{SANS};font-size:15pt}}h2{{{SANS};font-size:11pt}}p{{margin:0;text-indent:1em}}.item{{padding-top:1em;text-indent:-1em}}",
        start=215,
    )
    d.h(1, "第二章　経済の動向")
    for number, topic in zip("一二三", TOPICS[7:10], strict=True):
        d.h(2, f"{number}　{topic}").p(3).p(2).items(STOPPED[0], STOPPED[1], bullet="・")
    d.furniture += ["1", "2", "3"]
    return d


def sizes_sans() -> Sheet:
    """Headings told by size and colour alone, ragged right, room between paragraphs in place of indents."""
    d = Sheet(
        f"@page{{size:A4;margin:25mm;@top-right{{content:counter(page);font-size:9pt}}}}body{{{SANS};font-size:10pt;line-height:1.6}}h1{{font-size:24pt;font-weight:300}}h2{{font-size:16pt;color:#06c;font-weight:normal}}h3{{font-size:12pt;color:#06c;font-weight:normal}}p{{margin:0 0 3mm}}li{{margin-bottom:1mm}}",
        start=240,
    )
    d.h(1, "デジタル社会に向けた論点整理").p(2)
    for two, three in zip(TOPICS[10:13], TOPICS[13:16], strict=True):
        d.h(2, two).p(2).p(2).h(3, three).p(3).raw("<ul>").p(1, tag="li").p(STOPPED[8], tag="li").raw("</ul>").p(2)
    d.furniture += ["1", "2", "3"]
    return d


def letter() -> Sheet:
    """A letter between offices: number and date at the right, addressee, sender, 記, items with numbers, 別添."""
    d = Sheet(
        f"@page{{size:A4;margin:28mm 26mm}}body{{{SERIF};font-size:11pt;line-height:1.75}}.r{{text-align:right}}.a{{margin:1em 0}}h1{{font-size:11pt;text-align:center;font-weight:normal;margin:1.8em 3em}}.c{{text-align:center;margin:1em 0}}p{{margin:0;text-indent:1em}}h2{{font-size:11pt;font-weight:normal;margin:.8em 0 0}}.b{{padding-left:2em;text-indent:-1em}}",
        start=265,
    )
    d.line("総例第123号", "r").line("令和５年６月30日", "r").line("各都道府県知事　殿", "a").line(
        "例示大臣　例示　花子", "r"
    ).line("（公印省略）", "r")
    d.h(1, f"{TOPICS[21]}に関する基本的な方針の一部改正について（通知）").p(3).line("記", "c")
    for number, name in enumerate(("改正の趣旨", "改正の内容", "施行期日"), 1):
        d.h(2, f"第{ARABIC[number - 1]}　{name}").p(2)
        if number == 2:
            for i, mark in enumerate("①②③"):
                d.items(STOPPED[i + 4], bullet=f"{mark} ", cls="b")
    return d


def minutes() -> Sheet:
    """Minutes: date and place, those present in a list, headings with numbers, speakers with their words."""
    d = Sheet(
        f"@page{{size:A4;margin:25mm;@bottom-center{{content:counter(page);font-size:9pt}}}}body{{{SERIF};font-size:10.5pt;line-height:1.75}}h1{{font-size:14pt;text-align:center}}h2{{{SANS};font-size:11pt}}p{{margin:0 0 .5em;padding-left:1em;text-indent:-1em}}",
        start=280,
    )
    d.h(1, "第３回　例示政策審議会　議事要旨").h(2, "１．日時").line("令和５年９月12日（火）10:00～12:00").h(
        2, "２．場所"
    ).line("中央合同庁舎第４号館　共用第１特別会議室")
    d.h(2, "３．出席者").line("例示会長、見本委員、雛形委員、標準委員").h(2, "４．議事要旨")
    for name in ("見本委員", "雛形委員", "事務局", "標準委員", "会長"):
        d.p(2, label=f"○{name}　")
    d.line("以上")
    d.furniture += ["1", "2"]
    return d


DOCUMENTS = {
    made.__name__: made
    for made in (
        slides_boxes, slides_flow, terms, ordinance, two_columns, three_columns, press, questions, side_notes, spanning_budget, merged_table,
        vertical_report, sizes_sans, letter, minutes,
    )
}  # fmt: skip
