"""Documents that are kept aside: composed before any rule was written for them, scored in totals only."""

from tests.layouts.sheet import Sheet
from tests.layouts.texts import ITEMS, STOPPED, TOPICS, rows

SERIF, SANS = 'font-family:"Noto Serif CJK JP"', 'font-family:"Noto Sans CJK JP"'


def slides() -> Sheet:
    d = Sheet(
        f"@page{{size:297mm 210mm;margin:10mm 12mm}}body{{{SANS};font-size:14pt;line-height:1.45;margin:0}}"
        "h1{font-size:24pt;border-bottom:3px solid #036;margin:0 0 4mm}.s{page-break-after:always;position:relative;height:188mm}"
        ".o{margin:1.5mm 0;padding-left:1em;text-indent:-1em}.d{margin:1mm 0 1mm 2em;font-size:12pt;padding-left:1em;text-indent:-1em}"
        ".f{position:absolute;bottom:6mm;font-size:9pt}.n{position:absolute;bottom:0;right:0;font-size:10pt}",
        start=300,
    )
    for page, (one, two) in enumerate(zip(TOPICS[0:6:2], TOPICS[1:6:2], strict=True), 1):
        d.raw('<div class="s">').h(1, f"{one}と{two}")
        d.items(1, STOPPED[page], bullet="○ ", cls="o")
        d.items(ITEMS[page], ITEMS[page + 3], 1, bullet="– ", cls="d")
        d.items(1, bullet="○ ", cls="o").items(ITEMS[page + 6], STOPPED[page + 4], bullet="– ", cls="d")
        d.note(f"※{page}", STOPPED[page + 5], "f", sup=False)
        d.furnished(str(page), "n").raw("</div>")
    return d


def plain_terms() -> Sheet:
    d = Sheet(
        f"@page{{size:A4;margin:25mm 27mm}}body{{{SERIF};font-size:10.5pt;line-height:1.75}}h1{{font-size:14pt;text-align:center;font-weight:normal}}"
        "h2{font-size:10.5pt;font-weight:normal;margin:1em 0 0 1em}p{margin:0;padding-left:1em;text-indent:-1em}.g{padding-left:2em}.day{text-align:right}",
        start=330,
    )
    d.h(1, "例示市情報公開システム利用規約").line("令和５年４月１日制定", "day")
    names = "（目的）", "（定義）", "（利用の申請）", "（遵守事項）", "（免責）", "（規約の変更）"
    for number, name in enumerate(names, 1):
        d.headings.append((2, f"第{number}条{name}"))
        d.raw(f"<h2>{name}</h2>").p(1, label=f"第{number}条　")
        if number % 2 == 0:
            d.p(STOPPED[number], label="２　").p(STOPPED[number + 1], label="３　")
        if number in (2, 4):
            for kana, item in zip("一二三", ITEMS[number:], strict=False):
                d.items(item, bullet=f"{kana}　", cls="g")
    d.h(2, "附則", "a").p("この規約は、令和５年４月１日から施行する。")
    return d


def newsletter() -> Sheet:
    d = Sheet(
        f"@page{{size:A4;margin:15mm}}body{{{SANS};font-size:9pt;line-height:1.6}}h1{{font-size:20pt;background:#dfe;padding:2mm;margin:0 0 3mm}}"
        ".c{columns:3;column-gap:6mm;text-align:justify}h2{font-size:12pt;color:#060;margin:2mm 0 1mm;break-after:avoid}p{margin:0;text-indent:1em}",
        start=350,
    )
    d.h(1, "くらしの窓　第48号").raw('<div class="c">')
    for topic in TOPICS[6:12]:
        d.h(2, topic).p(3).p(2)
    return d.raw("</div>")


def press_release() -> Sheet:
    d = Sheet(
        f"@page{{size:A4;margin:20mm 22mm}}body{{{SERIF};font-size:11pt;line-height:1.6}}.b{{border:1px solid;padding:1mm 4mm;display:inline-block}}"
        ".r{text-align:right}h1{font-size:15pt;text-align:center}p{text-indent:1em;margin:.5em 0}h2{font-size:12pt;font-weight:bold}"
        ".k{border:1.5px solid;padding:2mm 4mm;margin-left:70mm;font-size:10pt;margin-top:6mm}",
        start=380,
    )
    d.line("報道発表資料", "b").line("令和５年11月７日", "r").line("例示省政策統括官付参事官室", "r")
    d.h(1, f"「{TOPICS[17]}に関する指針（案）」に対する意見の募集の結果")
    d.p(3).h(2, "１　募集の概要").p(2).items(
        "（１）募集期間：令和５年９月１日から同月30日まで", "（２）提出数：54件", bullet=""
    )
    d.h(2, "２　主な意見と考え方").p(2).p(2).h(2, "３　今後の予定").p(1)
    d.raw('<div class="k">').line("【問合せ先】").line("例示省政策統括官付参事官室").line(
        "電話：03-0000-0000（内線 1234）"
    ).raw("</div>")
    return d


def answers() -> Sheet:
    d = Sheet(
        f"@page{{size:A4;margin:22mm;@bottom-center{{content:counter(page);font-size:9pt}}}}body{{{SANS};font-size:10.5pt;line-height:1.7}}"
        "h1{font-size:16pt;text-align:center}h2{font-size:12pt;border-left:4mm solid #39c;padding-left:2mm}.q{font-weight:bold;padding-left:2.5em;text-indent:-2.5em;margin:.8em 0 0}"
        ".a{padding-left:2.5em;text-indent:-2.5em;margin:.2em 0}",
        start=400,
    )
    d.h(1, "マイナンバーカードに関するよくある質問")
    number = 0
    asked = (
        "申請の期限はいつですか。",
        "代理人が申請することはできますか。",
        "手数料は必要ですか。",
        "海外に転出した場合はどうなりますか。",
    )
    for part in ("申請について", "利用について"):
        d.h(2, part)
        for question in asked:
            number += 1
            d.optional.append(f"Q{number}．{question}")
            d.p(f"{question[:-1]}（{part[:2]}）。", "q", f"Q{number}．").p(2, "a", f"A{number}．")
    d.furniture += ["1", "2"]
    return d


def column_box() -> Sheet:
    d = Sheet(
        f'@page{{size:A4;margin:24mm 22mm 22mm;@top-right{{content:"第２章　暮らしの安全";font:8pt "Noto Sans CJK JP"}}@bottom-center{{content:counter(page);font-size:9pt}}}}'
        f"body{{{SERIF};font-size:10.5pt;line-height:1.7;text-align:justify}}h1,h2,h3{{{SANS}}}h1{{font-size:18pt}}h2{{font-size:14pt}}h3{{font-size:11.5pt}}p{{margin:0;text-indent:1em}}"
        f".k{{background:#e8e8e8;padding:4mm;{SANS};font-size:9pt;margin:4mm 0;break-inside:avoid}}.cap{{{SANS};font-size:9.5pt;margin-top:4mm}}.src{{font-size:8pt}}svg{{display:block}}",
        start=420,
    )
    bars = "".join(
        f'<rect x="{40 + 60 * i}" y="{110 - 9 * i}" width="30" height="{20 + 9 * i}" fill="#69c"/><text x="{40 + 60 * i}" y="145" font-size="10">{2015 + i}</text><text x="{42 + 60 * i}" y="{105 - 9 * i}" font-size="9">{20 + 9 * i}.{i}</text>'
        for i in range(6)
    )
    d.h(1, "第１節　災害への備え").p(3).h(2, f"１　{TOPICS[2]}").p(3).p(2)
    d.caption("図表２-１-１　訓練に参加した者の数").raw(
        f'<svg width="420" height="150">{bars}<text x="2" y="14" font-size="9">（万人）</text></svg>'
    )
    d.line("資料：例示庁「防災訓練実施状況」", "src").h(3, "（１）訓練の実施").p(3)
    d.raw('<div class="k">').h(2, "コラム１　離島における避難の工夫", tag="h3").p(3).p(2).raw("</div>")
    d.h(3, "（２）計画の見直し").p(3).h(2, f"２　{TOPICS[13]}").p(4).p(3)
    d.furniture += ["第２章暮らしの安全", "1", "2", "3"]
    return d


def unruled_budget() -> Sheet:
    d = Sheet(
        f"@page{{size:A4 landscape;margin:18mm}}body{{{SANS};font-size:10pt;line-height:1.6}}h1{{font-size:15pt;text-align:center}}h2{{font-size:12pt}}"
        "table{width:88%;margin:0 auto;border-collapse:collapse}td,th{padding:1mm 3mm;text-align:right;font-weight:normal}td:first-child,td:last-child,th:first-child{text-align:left}.u{text-align:right;width:94%}",
        start=445,
    )
    d.h(1, "令和５年度一般会計歳出予算の概要").h(2, "１　総括").p(2).line("（単位：億円）", "u").table(rows(0, 8))
    d.h(2, "２　主な増減").p(3).line("（単位：億円）", "u").table(rows(4, 5))
    return d


def vertical_tiers() -> Sheet:
    d = Sheet(
        f"@page{{size:A4;margin:16mm 18mm}}body{{{SERIF};font-size:10pt;line-height:1.7;margin:0}}.t{{writing-mode:vertical-rl;height:124mm;width:172mm;text-align:justify;margin-bottom:8mm}}"
        "h1{font-size:14pt;margin:0 0 0 3mm}h2{font-size:10pt;margin:0 1mm}p{margin:0;text-indent:1em}",
        start=460,
    )
    d.raw('<div class="t">').h(1, "官庁報告").h(2, "労働").p(3).p(2).raw("</div>")
    d.raw('<div class="t">').h(2, "文部科学").p(3).p(2).raw("</div>")
    return d


def sizes_only() -> Sheet:
    d = Sheet(
        f"@page{{size:A4;margin:25mm;@bottom-right{{content:counter(page);font-size:9pt}}}}body{{{SERIF};font-size:10.5pt;line-height:1.8;text-align:justify}}"
        "h1{font-size:20pt;font-weight:normal}h2{font-size:15pt;font-weight:normal}h3{font-size:12.5pt;font-weight:normal}p{margin:0;text-indent:1em}",
        start=480,
    )
    d.h(1, "持続可能な地域社会のために")
    for two, three in zip(TOPICS[18:22], TOPICS[22:26], strict=True):
        d.h(2, two).p(2).h(3, three).p(3).h(3, f"{three}の課題").p(2).p(2)
    d.furniture += ["1", "2", "3"]
    return d


def notice() -> Sheet:
    d = Sheet(
        f"@page{{size:A4;margin:28mm 27mm}}body{{{SERIF};font-size:11pt;line-height:1.7}}.r{{text-align:right}}h1{{font-size:12pt;text-align:center;font-weight:normal;margin:1.5em 0}}.c{{text-align:center}}"
        "p{margin:0;text-indent:1em}h2{font-size:11pt;font-weight:normal;margin:1em 0 0}.item{padding-left:3em;text-indent:-1.5em}",
        start=510,
    )
    d.line("事　務　連　絡", "r").line("令和６年１月12日", "r").line("各都道府県消費者行政担当課　御中").line(
        "例示庁地方協力課", "r"
    )
    d.h(1, f"{TOPICS[11]}に係る調査への協力について（依頼）").p(2).p(1).line("記", "c")
    for number, name in enumerate(("調査の対象", "調査の方法", "提出の期限", "その他"), 1):
        d.h(2, f"{'１２３４'[number - 1]}　{name}").p(1)
        if number == 2:
            d.items(ITEMS[1], 1, ITEMS[4], bullet="・", cls="item")
    d.line("（以上）", "r")
    return d


def report_with_contents() -> Sheet:
    d = Sheet(
        f'@page{{size:A4;margin:25mm;@bottom-center{{content:"- " counter(page) " -";font-size:9pt}}}}body{{{SERIF};font-size:10.5pt;line-height:1.7;text-align:justify}}'
        f"h1{{{SANS};font-size:15pt;break-before:page}}h2{{{SANS};font-size:12pt}}h3{{{SANS};font-size:10.5pt;font-weight:normal}}p{{margin:0;text-indent:1em}}.cover{{text-align:center;padding-top:70mm}}.t{{font-size:22pt}}"
        ".toc{break-before:page}.l{display:flex}.l i{flex:1;overflow:hidden;white-space:nowrap;font-style:normal}.note{font-size:8.5pt;line-height:1.4}hr{width:40%;margin:6mm 0 1mm;border:0;border-top:.5pt solid}",
        start=530,
    )
    chapters = [("Ⅰ　検討の経緯", TOPICS[0:2]), ("Ⅱ　現状と課題", TOPICS[3:5]), ("Ⅲ　今後の方向性", TOPICS[7:9])]
    d.raw('<div class="cover"><div class="t">').h(1, "地域政策研究会報告書", tag="div").raw("</div>").line(
        "令和４年３月"
    ).line("地域政策研究会").raw("</div>")
    d.raw('<div class="toc">').line("目　次")
    for number, (chapter, parts) in enumerate(chapters, 3):
        d.raw(f'<div class="l">{chapter}<i>{"…" * 60}</i>{number - 2}</div>')
        for i, part in enumerate(parts, 1):
            d.raw(f'<div class="l">　{i}. {part}<i>{"…" * 60}</i>{number - 2}</div>')
    d.raw("</div>")
    for number, (chapter, parts) in enumerate(chapters, 1):
        d.h(1, chapter)
        for i, part in enumerate(parts, 1):
            sentence = d.text(1)[:-1]
            d.h(2, f"{i}. {part}").p(2).h(3, f"（１）{part}の経緯").p(2).p(f"{sentence}^[{2 * number + i - 2}]。").h(
                3, "（２）評価"
            ).p(3)
        d.raw("<hr>")
        for i in range(1, 3):
            d.note(str(2 * number + i - 2), STOPPED[number + i])
    d.furniture += [f"-{n}-" for n in range(1, 6)]
    return d


def pamphlet() -> Sheet:
    d = Sheet(
        f"@page{{size:A4;margin:12mm}}body{{{SANS};font-size:10pt;line-height:1.6}}h1{{background:#c30;color:#fff;font-size:22pt;padding:4mm;margin:0 0 4mm}}h2{{color:#c30;font-size:13pt;margin:0 0 1mm}}"
        ".g{display:grid;grid-template-columns:1fr 1fr;gap:6mm}.b{border:1px solid #c30;border-radius:4mm;padding:3mm 4mm}p{margin:0}.w{background:#fec;padding:3mm;margin:4mm 0}.f{font-size:8pt;margin-top:4mm}",
        start=560,
    )
    d.h(1, "知っていますか？　くらしの支援制度").p(2, "w").raw('<div class="g">')
    for topic in TOPICS[3:27:6]:
        d.raw('<div class="b">').h(2, topic).p(2).items(ITEMS[2], STOPPED[7], bullet="✓ ").raw("</div>")
    d.raw("</div>").line("例示省くらし支援課　電話 03-0000-0000　受付時間 9:30～17:30", "f")
    return d


DOCUMENTS = {
    f"aside_{made.__name__}": made
    for made in (
        slides, plain_terms, newsletter, press_release, answers, column_box, unruled_budget, vertical_tiers, sizes_only, notice,
        report_with_contents, pamphlet,
    )
}  # fmt: skip
