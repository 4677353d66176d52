"""Further documents: reports, statistics, guidelines, handouts, forms."""

from tests.layouts.sheet import Sheet
from tests.layouts.texts import ITEMS, STOPPED, TOPICS, rows

SERIF, SANS = 'font-family:"Noto Serif CJK JP"', 'font-family:"Noto Sans CJK JP"'
ARABIC = "１２３４５６７８９"


def bars(count: int = 6) -> str:
    """Return a chart of bars with its labels."""
    drawn = "".join(
        f'<rect x="{40 + 60 * i}" y="{110 - 9 * i}" width="30" height="{20 + 9 * i}" fill="#96c"/><text x="{40 + 60 * i}" y="145" font-size="10">平成{25 + i}</text><text x="{42 + 60 * i}" y="{105 - 9 * i}" font-size="9">{20 + 9 * i}.{i}</text>'
        for i in range(count)
    )
    return f'<svg width="430" height="150"><path d="M30 10V130H420" fill="none" stroke="#000"/>{drawn}<text x="2" y="10" font-size="9">（％）</text></svg>'


def report() -> Sheet:
    """A report with cover, contents, chapters on new pages, dotted numbers and notes at the foot of pages."""
    d = Sheet(
        f"@page{{size:A4;margin:26mm 24mm;@bottom-center{{content:counter(page);font-size:9pt}}}}body{{{SERIF};font-size:10.5pt;line-height:1.75;text-align:justify}}h1,h2,h3{{{SANS}}}h1{{font-size:16pt;break-before:page}}h2{{font-size:13pt}}h3{{font-size:11pt}}p{{margin:0;text-indent:1em}}"
        ".cover{text-align:center;padding-top:80mm}.title{font-size:24pt;line-height:1.4}.l{display:flex}.l i{flex:1;overflow:hidden;white-space:nowrap;font-style:normal;text-align:right}.toc{break-before:page}.note{font-size:9pt;line-height:1.4;padding-left:1em;text-indent:-1em}hr{width:35%;margin:6mm 0 1mm;border:0;border-top:.6pt solid}",
        start=10,
    )
    d.raw('<div class="cover">').h(
        1, "人口減少社会における行政サービスのあり方に関する調査研究報告書", "title", tag="div"
    ).line("令和５年３月").line("例示研究所").raw('</div><div class="toc">').line("目次")
    names = ("第１章　はじめに", "第２章　調査の結果", "第３章　提言")
    for number, name in enumerate(names, 1):
        d.raw(f'<div class="l">{name}<i>{"." * 120}</i>{number}</div>')
        for part in (1, 2):
            d.raw(f'<div class="l">　{number}.{part}　{TOPICS[2 * number + part]}<i>{"." * 120}</i>{number}</div>')
    d.raw("</div>")
    for number, name in enumerate(names, 1):
        d.h(1, name).p(2)
        for part in (1, 2):
            d.h(2, f"{number}.{part}　{TOPICS[2 * number + part]}").p(3)
            sentence = d.text(1)[:-1]
            d.h(3, f"{number}.{part}.1　{TOPICS[10 + 2 * number + part]}").p(2).p(
                f"{sentence}^[{2 * number + part - 2}]。"
            )
        d.raw("<hr>").note(str(2 * number - 1), STOPPED[number]).note(
            str(2 * number), STOPPED[number + 4] + STOPPED[number]
        )
    d.furniture += ["1", "2", "3", "4", "5"]
    return d


def statistics() -> Sheet:
    """A statistical bulletin: findings in a box, charts with captions, a table without side rules, notes under it."""
    d = Sheet(
        f"@page{{size:A4;margin:18mm 20mm;@bottom-center{{content:'- ' counter(page) ' -';font-size:9pt}}}}body{{{SANS};font-size:10.5pt;line-height:1.6}}h1{{font-size:18pt;text-align:center}}h2{{font-size:13pt}}.b{{border:1px solid;padding:2mm 4mm;margin:3mm 0}}.cap{{text-align:center;font-size:10pt;margin-top:3mm}}"
        "table{border-collapse:collapse;width:100%;font-size:9pt}td,th{border-top:.7px solid;border-bottom:.7px solid;padding:1mm 2mm;text-align:right;font-weight:normal}td:first-child,th:first-child{text-align:left}.m{font-size:8.5pt}p{margin:.3em 0;text-indent:1em}.item{padding-left:1em;text-indent:-1em}svg{display:block;margin:0 auto}",
        start=33,
    )
    d.line("令和５年８月25日").h(1, "令和４年度　例示統計調査の結果（概況）").raw('<div class="b">').h(
        2, "調査結果のポイント"
    ).items(STOPPED[5], STOPPED[7], 1, bullet="○ ").raw("</div>")
    for number in (1, 2):
        d.h(2, f"{ARABIC[number - 1]}　{TOPICS[number + 14]}の状況").p(3).caption(
            f"図{ARABIC[number - 1]}　{TOPICS[number + 14]}の推移"
        ).raw(bars(6))
        d.p(2).caption(f"表{ARABIC[number - 1]}　費目別の状況").line("（単位：億円）", "m").table(rows(number, 6)).line(
            "注）「…」は計数が不詳であることを示す。", "m"
        )
    d.furniture += ["-1-", "-2-", "-3-"]
    return d


def guideline() -> Sheet:
    """A guideline in one face: dotted numbers, a) b), notes of 10 points against 10.5."""
    d = Sheet(
        f'@page{{size:A4;margin:25mm;@top-center{{content:"例示ガイドライン（第2.1版）";font-size:9pt}}@bottom-center{{content:counter(page);font-size:9pt}}}}body{{{SANS};font-size:10.5pt;line-height:1.7;text-align:justify}}h1{{font-size:16pt}}h2{{font-size:13pt}}h3{{font-size:10.5pt}}p{{margin:0;text-indent:1em}}.a{{padding-left:3em;text-indent:-1.5em}}.note{{font-size:10pt;line-height:1.4}}hr{{width:50mm;margin:5mm 0 1mm;border:0;border-top:.6pt solid}}.pg{{break-before:page}}',
        start=60,
    )
    number = 0
    for chapter in (1, 2):
        d.h(1, f"{chapter}. {TOPICS[chapter]}", "pg" if chapter > 1 else "")
        for part in (1, 2):
            d.h(2, f"{chapter}.{part} {TOPICS[3 + 2 * chapter + part]}").p(2).h(
                3, f"{chapter}.{part}.1 {TOPICS[14 + 2 * chapter + part]}"
            ).p(2)
            for mark, item in zip("abc", (STOPPED[part], ITEMS[part], STOPPED[part + 6]), strict=True):
                d.items(item, bullet=f"{mark}) ", cls="a")
            number += 1
            d.p(f"{d.text(1)[:-1]}^[{number}]。")
        d.raw("<hr>").note(str(number - 1), STOPPED[chapter + 2]).note(str(number), STOPPED[chapter])
    d.furniture += ["例示ガイドライン（第2.1版）", "1", "2"]
    return d


def handout() -> Sheet:
    """A council's handout: 資料１ in a box at the corner, bracketed headings, arrows and ticks as bullets."""
    d = Sheet(
        f"@page{{size:A4;margin:20mm}}body{{{SANS};font-size:11pt;line-height:1.65}}.x{{position:absolute;top:0;right:0;border:1px solid;padding:0 3mm}}h1{{font-size:16pt;text-align:center;margin-top:12mm}}h2{{font-size:12pt;margin:.8em 0 .2em}}.o{{padding-left:1.5em;text-indent:-1.5em;margin:.3em 0}}.k{{padding-left:3.5em;text-indent:-1.5em;margin:.2em 0}}",
        start=85,
    )
    d.line("資料１", "x").h(1, f"{TOPICS[6]}に関する論点（案）")
    for number, name in enumerate(("現状認識", "主な論点", "論点に関する意見", "今後の進め方")):
        d.h(2, f"【{name}】").items(1, STOPPED[number], bullet="➢ ", cls="o").items(
            ITEMS[number], STOPPED[number + 5], ITEMS[number + 6], bullet="✓ ", cls="k"
        ).items(1, bullet="➢ ", cls="o")
    return d


def measures() -> Sheet:
    """An outline of a budget: lines with their amount at the right, marks of two ranks, sentences below each."""
    d = Sheet(
        f"@page{{size:A4;margin:20mm 22mm;@bottom-center{{content:counter(page);font-size:9pt}}}}body{{{SERIF};font-size:10.5pt;line-height:1.6}}h1{{{SANS};font-size:16pt;text-align:center}}h2{{{SANS};font-size:13pt;border-bottom:1px solid}}h3{{{SANS};font-size:11pt;display:flex;justify-content:space-between}}p{{margin:0 0 0 1em;text-indent:1em}}.item{{padding-left:2em;text-indent:-1em}}",
        start=110,
    )
    d.h(1, "令和６年度予算案の概要")
    for number, name in enumerate(("Ⅰ　くらしの安心", "Ⅱ　成長の基盤")):
        d.h(2, name)
        for part in range(3):
            topic = TOPICS[10 * number + 2 * part]
            d.headings.append((3, f"{part + 1}．{topic}【{120 + part}億円】"))
            d.raw(f"<h3><span>{part + 1}．{topic}</span><span>【{120 + part}億円】</span></h3>").p(2).items(
                STOPPED[part], ITEMS[part + number], bullet="・"
            )
    d.furniture += ["1", "2"]
    return d


def cases() -> Sheet:
    """Cases in ruled tables of two columns whose cells hold whole sentences, with a photograph's caption below."""
    d = Sheet(
        f"@page{{size:A4;margin:18mm}}body{{{SANS};font-size:10pt;line-height:1.55}}h1{{font-size:16pt}}h2{{font-size:12pt}}table{{border-collapse:collapse;width:100%}}td,th{{border:.7px solid #555;padding:2mm;vertical-align:top;font-weight:normal}}p{{margin:.3em 0;text-indent:1em}}.cap{{font-size:9pt;text-align:center}}.ph{{width:80mm;height:35mm;background:#8a8;margin:3mm auto 0}}",
        start=130,
    )
    d.h(1, "取組事例集").p(2)
    for number in range(2):
        d.h(2, f"事例{ARABIC[number]}　{TOPICS[19 + number]}")
        d.table(
            [
                ["項目", "内容"],
                ["団体", "例示県見本市"],
                ["背景", STOPPED[number]],
                ["取組", STOPPED[number + 2] + STOPPED[number + 3]],
                ["効果", ITEMS[number + 4]],
            ]
        )
        d.raw('<div class="ph"></div>').caption(f"写真{ARABIC[number]}　説明会の様子").p(2)
    return d


def bold_only() -> Sheet:
    """A report in one size and one face, its headings bold or numbered only; lines end ragged, no indent of paragraphs."""
    d = Sheet(
        f"@page{{size:A4;margin:27mm}}body{{{SERIF};font-size:10.5pt;line-height:1.8}}h1,h2,h3{{font-size:10.5pt;margin:1em 0 0}}h1{{text-align:center}}h3{{font-weight:normal}}p{{margin:0}}",
        start=150,
    )
    d.h(1, "調査の実施状況に関する報告")
    for number in range(3):
        d.h(2, f"{ARABIC[number]}．{TOPICS[25 + number]}").p(3)
        for part in range(2):
            d.h(3, f"（{ARABIC[part]}）{TOPICS[2 * number + part]}").p(2).p(3)
    return d


def photo_report() -> Sheet:
    """Text that runs around pictures at its left and right, with captions below them."""
    d = Sheet(
        f"@page{{size:A4;margin:22mm}}body{{{SERIF};font-size:10pt;line-height:1.7;text-align:justify}}h1,h2{{{SANS};clear:both}}h1{{font-size:17pt}}h2{{font-size:12pt}}p{{margin:0;text-indent:1em}}.l{{float:left;width:60mm;margin:0 5mm 2mm 0}}.r{{float:right;width:60mm;margin:0 0 2mm 5mm}}.i{{height:38mm;background-image:url(data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGNgYPiPF41KjwxpAIQFx0gl4ZTXAAAAAElFTkSuQmCC);background-size:cover}}.cap{{{SANS};font-size:8pt}}",
        start=175,
    )
    d.h(1, "国際協力の現場から")
    for number, side in enumerate("lrl"):
        d.h(2, TOPICS[23 + number]).raw(f'<div class="{side}"><div class="i"></div>').caption(
            f"写真{number + 1}　協議の様子（令和４年）"
        ).raw("</div>").p(4).p(3)
    return d


def plain_statement() -> Sheet:
    """A statement without headings but its title: long paragraphs, signs of quotation, numbers and Latin words."""
    d = Sheet(
        f"@page{{size:A4;margin:30mm}}body{{{SERIF};font-size:12pt;line-height:2;text-align:justify}}h1{{font-size:14pt;text-align:center}}p{{margin:0;text-indent:1em}}.r{{text-align:right}}",
        start=190,
    )
    d.h(1, "内閣総理大臣談話").line("令和５年８月15日", "r").line("閣議決定", "r").p(4).p(5).p(4)
    return d


def comments() -> Sheet:
    """Views and answers in a long ruled table over pages, numbers in its first column; nothing else but a heading."""
    d = Sheet(
        f"@page{{size:A4 landscape;margin:15mm}}body{{{SANS};font-size:9.5pt;line-height:1.5}}h1{{font-size:13pt}}table{{border-collapse:collapse;width:100%}}td,th{{border:.7px solid;padding:1.5mm;vertical-align:top;font-weight:normal}}tr{{break-inside:avoid}}th{{background:#eee}}",
        start=205,
    )
    d.h(1, "意見募集の結果と考え方").table(
        [
            ["番号", "意見の概要", "考え方"],
            *([str(i + 1), STOPPED[i % 10] + STOPPED[(i + 3) % 10], STOPPED[(i + 5) % 10]] for i in range(14)),
        ]
    )
    return d


def framework() -> Sheet:
    """Headings on coloured bands, boxes side by side with sentences, a table of years, small notes with ※."""
    d = Sheet(
        f"@page{{size:A4;margin:16mm}}body{{{SANS};font-size:10pt;line-height:1.5}}h1{{background:#246;color:#fff;font-size:15pt;padding:2mm 4mm}}h2{{background:#bcd;font-size:11.5pt;padding:1mm 3mm}}h3{{font-size:10.5pt;margin:0}}.g{{display:flex;gap:5mm}}.b{{flex:1;border:.8px solid #246;padding:2mm 3mm}}p{{margin:.3em 0}}table{{border-collapse:collapse;width:100%}}td,th{{border:.7px solid;padding:1mm 2mm;font-weight:normal;text-align:right}}td:first-child{{text-align:left}}.f{{font-size:8pt}}",
        start=225,
    )
    d.h(1, "第２期総合計画の概要").h(2, "１　計画の趣旨").p(3).h(2, "２　基本目標").raw('<div class="g">')
    for number in range(3):
        d.raw('<div class="b">').h(3, f"目標{number + 1}　{TOPICS[number * 5]}").p(1).items(
            ITEMS[number], ITEMS[number + 3]
        ).raw("</div>")
    d.raw("</div>").h(2, "３　数値目標").table(rows(2, 5)).line(
        "※「増減率」は小数点以下第２位を四捨五入したもの。", "f"
    ).h(2, "４　推進体制").p(3)
    return d


def borderless() -> Sheet:
    """Tables without any rule: figures set at the right, units above, totals below; one of words."""
    d = Sheet(
        f"@page{{size:A4;margin:22mm}}body{{{SERIF};font-size:10.5pt;line-height:1.6}}h1{{{SANS};font-size:15pt}}h2{{{SANS};font-size:11.5pt}}table{{border-collapse:collapse;width:100%}}td,th{{padding:.8mm 3mm;text-align:right;font-weight:normal}}td:first-child,th:first-child,td:last-child{{text-align:left}}.w td,.w th{{text-align:left;width:25%;vertical-align:top}}p{{margin:.3em 0;text-indent:1em}}.u{{text-align:right}}",
        start=20,
    )
    d.h(1, "令和４年度決算の状況").p(2).h(2, "（１）歳出").line("（単位：千円）", "u").table(rows(0, 9)).p(2)
    words = [
        ["年月", "会議", "場所", "議題"],
        ["４年４月", "第１回連絡会", "例示市役所", "計画の策定"],
        ["４年７月", "第２回連絡会", "見本センター", "中間の報告"],
        ["５年１月", "第３回連絡会", "例示市役所", "評価と公表"],
        ["５年３月", "全体会", "県民会館", "次年度の予定"],
    ]
    return d.h(2, "（２）会議の開催").p(1).table(words, "w").p(2)


def slides_notes() -> Sheet:
    """Slides whose notes stand in small type at the foot, with marks ※1 and numbers, and a table ruled in grey."""
    d = Sheet(
        f"@page{{size:A4 landscape;margin:0}}body{{{SANS};font-size:13pt;line-height:1.45;margin:0}}.s{{height:208mm;position:relative;page-break-after:always;padding:8mm 14mm;box-sizing:border-box;overflow:hidden}}h1{{font-size:22pt;color:#048;margin:0 0 3mm;border-left:6mm solid #048;padding-left:3mm}}h2{{font-size:15pt;margin:3mm 0 1mm}}"
        ".o{margin:1mm 0;padding-left:1em;text-indent:-1em}.foot{position:absolute;bottom:12mm;left:14mm;right:20mm;font-size:9pt}.n{position:absolute;right:6mm;bottom:4mm;font-size:10pt}table{border-collapse:collapse;font-size:11pt}td,th{border:1px solid #999;padding:1mm 3mm;font-weight:normal}",
        start=44,
    )
    for page in range(3):
        d.raw('<div class="s">').h(1, f"{TOPICS[page + 3]}の概要").h(2, "（１）背景").items(
            1, STOPPED[page], bullet="■", cls="o"
        ).h(2, "（２）取組").items(1, ITEMS[page + 2], bullet="■", cls="o")
        if page == 1:
            d.table(rows(3, 4))
        d.raw('<div class="foot">').note(f"※{2 * page + 1}", STOPPED[page + 4], sup=False).note(
            f"※{2 * page + 2}", STOPPED[page + 5], sup=False
        ).raw("</div>")
        d.furnished(str(page + 10), "n").raw("</div>")
    return d


def white_paper_notes() -> Sheet:
    """A white paper's pages with many notes at the foot under a short rule, some of two lines, some with addresses."""
    d = Sheet(
        f'@page{{size:A4;margin:24mm 22mm;@top-left{{content:"第１部　最近の動向";font:8pt "Noto Sans CJK JP"}}@bottom-center{{content:counter(page);font-size:9pt}}}}body{{{SERIF};font-size:10.5pt;line-height:1.75;text-align:justify}}h1,h2{{{SANS}}}h1{{font-size:15pt}}h2{{font-size:12pt}}p{{margin:0;text-indent:1em}}.pg{{break-before:page}}hr{{width:55mm;margin:8mm 0 1mm;border:0;border-top:.5pt solid}}.note{{font-size:8pt;line-height:1.5;padding-left:1.5em;text-indent:-1.5em;text-align:left}}',
        start=64,
    )
    number = 0
    for page in range(2):
        d.h(1, f"第{page + 1}節　{TOPICS[page + 11]}", "pg" if page else "")
        for part in range(2):
            d.h(2, f"（{part + 1}）{TOPICS[page + 2 * part + 16]}").p(2)
            for _ in range(2):
                number += 1
                d.p(f"{d.text(1)[:-1]}^[{number}]。{d.text(1)}")
        d.raw("<hr>")
        for i in range(4):
            d.note(
                str(number - 3 + i),
                (
                    STOPPED[i + page],
                    "https://www.example.go.jp/toukei/data/index.html",
                    STOPPED[i] + STOPPED[i + 3],
                    "例示省「例示統計」（令和４年）",
                )[i],
            )
    d.furniture += ["第１部最近の動向", "1", "2"]
    return d


DOCUMENTS = {
    made.__name__: made
    for made in (report, statistics, guideline, handout, measures, cases, bold_only, photo_report, plain_statement, comments, framework, borderless, slides_notes, white_paper_notes)
}  # fmt: skip
