"""The same kinds once more in other sizes, faces and measures."""

from tests.layouts.sheet import Sheet
from tests.layouts.texts import ITEMS, STOPPED, TOPICS, rows

SERIF, SANS = 'font-family:"Noto Serif CJK JP"', 'font-family:"Noto Sans CJK JP"'
ARABIC = "１２３４５６７８９"


def dense_slides() -> Sheet:
    """Dense slides: a ruled title, marks of three ranks, notes at the foot beside the number."""
    d = Sheet(
        f"@page{{size:297mm 210mm;margin:8mm 10mm}}body{{{SANS};font-size:12pt;line-height:1.35;margin:0}}h1{{font-size:20pt;border-top:2px solid #900;border-bottom:2px solid #900;margin:0 0 3mm}}.s{{page-break-after:always;position:relative;height:190mm}}"
        ".o{margin:1mm 0;padding-left:1.2em;text-indent:-1.2em}.d{margin:.5mm 0 .5mm 1.5em;padding-left:1em;text-indent:-1em}.e{margin:.5mm 0 .5mm 3em;font-size:10.5pt}.f{position:absolute;bottom:5mm;font-size:8.5pt;width:240mm}.n{position:absolute;bottom:0;left:130mm;font-size:9pt}",
        start=6,
    )
    for page in range(3):
        d.raw('<div class="s">').h(1, f"{page + 1}．{TOPICS[page + 12]}")
        for part in range(3):
            d.items(1, bullet="● ", cls="o").items(ITEMS[page + part], 1, bullet="－ ", cls="d").items(
                STOPPED[page + part], bullet="⇒ ", cls="e"
            )
        d.note(f"※{page + 1}", STOPPED[page + 3], "f", sup=False).furnished(f"{page + 5}", "n").raw("</div>")
    return d


def open_slides() -> Sheet:
    """Slides with much room: a title of two topics, circles and dashes, one note at the foot."""
    d = Sheet(
        f"@page{{size:280mm 200mm;margin:9mm 14mm}}body{{{SANS};font-size:13pt;line-height:1.5;margin:0}}h1{{font-size:22pt;border-bottom:2px solid #063;margin:0 0 5mm}}.s{{page-break-after:always;position:relative;height:178mm}}"
        ".o{margin:2mm 0;padding-left:1em;text-indent:-1em}.d{margin:1mm 0 1mm 2.5em;font-size:11pt;padding-left:1em;text-indent:-1em}.f{position:absolute;bottom:7mm;font-size:9pt}.n{position:absolute;bottom:0;right:0;font-size:10pt}",
        start=160,
    )
    for page in range(3):
        d.raw('<div class="s">').h(1, f"{TOPICS[page + 20]}と{TOPICS[page + 24]}").items(
            STOPPED[page + 2], 1, bullet="○ ", cls="o"
        ).items(ITEMS[page + 1], 1, bullet="– ", cls="d").items(1, bullet="○ ", cls="o").items(
            STOPPED[page], bullet="– ", cls="d"
        )
        d.note(f"※{page + 1}", STOPPED[page + 6], "f", sup=False).furnished(str(page + 1), "n").raw("</div>")
    return d


def plain_rules() -> Sheet:
    """Rules of a service in plain type: captions above the articles, items in 一 二, a supplement."""
    d = Sheet(
        f"@page{{size:A4;margin:24mm 26mm}}body{{{SERIF};font-size:11pt;line-height:1.7}}h1{{font-size:15pt;text-align:center;font-weight:normal}}h2{{font-size:11pt;font-weight:normal;margin:.8em 0 0 1em}}p{{margin:0;padding-left:1em;text-indent:-1em}}.g{{padding-left:2em}}.day{{text-align:right}}",
        start=176,
    )
    d.h(1, "例示市施設予約システム利用規程").line("平成30年10月１日施行", "day")
    for number, name in enumerate(("趣旨", "利用者の登録", "予約の取消し", "利用の制限"), 1):
        d.headings.append((2, f"第{number}条（{name}）"))
        d.raw(f"<h2>（{name}）</h2>").p(1, label=f"第{number}条　").p(STOPPED[number], label="２　")
        if number % 2:
            for kana, item in zip("一二三", ITEMS[number:], strict=False):
                d.items(item, bullet=f"{kana}　", cls="g")
    return d.h(2, "附則").p("この規程は、平成30年10月１日から施行する。")


def two_tables() -> Sheet:
    """A landscape page with two tables that no rule parts, in the middle of the page, units at the right."""
    d = Sheet(
        f"@page{{size:A4 landscape;margin:20mm}}body{{{SERIF};font-size:10.5pt;line-height:1.55}}h1{{{SANS};font-size:14pt}}h2{{{SANS};font-size:11pt}}table{{width:80%;margin:0 auto;border-collapse:collapse}}td,th{{padding:.8mm 4mm;text-align:right;font-weight:normal}}td:first-child,td:last-child,th:first-child,th:last-child{{text-align:left}}.u{{text-align:right;width:90%}}",
        start=36,
    )
    d.h(1, "令和５年度補正予算の概要").p(1)
    for number in range(2):
        d.h(2, f"（{number + 1}）{TOPICS[number + 5]}").line("（単位：百万円）", "u").table(
            rows(3 * number, 6 - number)
        ).p(2)
    return d


def heads_apart() -> Sheet:
    """A table without rules whose heads are set at the right, above words that are set at the left."""
    d = Sheet(
        f"@page{{size:A4 landscape;margin:16mm}}body{{{SANS};font-size:11pt;line-height:1.5}}h1{{font-size:15pt}}table{{width:90%;border-collapse:collapse}}td,th{{padding:1mm 3mm;text-align:right;font-weight:normal}}td:first-child,td:last-child{{text-align:left}}",
        start=70,
    )
    d.h(1, "主な増減の内訳").p(2).line("（単位：億円）").table(rows(2, 7)).p(1).h(2, "経費別").table(rows(5, 4)).p(1)
    return d


def small_tables() -> Sheet:
    """Tables of three columns without rules, one under a rule, with a caption above."""
    d = Sheet(
        f"@page{{size:A4;margin:25mm}}body{{{SANS};font-size:10pt;line-height:1.6}}h1{{font-size:14pt}}table{{width:70%;border-collapse:collapse;margin-left:10mm}}td,th{{padding:.6mm 2mm;text-align:right;font-weight:normal}}td:first-child,th:first-child{{text-align:left}}.cap{{font-weight:bold;margin-top:3mm}}.r thead th{{border-bottom:1px solid}}p{{text-indent:1em}}",
        start=52,
    )
    d.h(1, "４　主な指標の推移").p(2)
    one = [
        ["項目", "前期", "今期"],
        ["利用者数", "1,204 人", "1,310 人"],
        ["登録件数", "88 件", "102 件"],
        ["満足度", "72.5%", "80.1%"],
        ["応答時間", "3.2 秒", "1.9 秒"],
    ]
    d.caption("表４　指標").table(one).p(2).caption("表５　指標（再掲）").table(one[:4], "r").p(2)
    return d


def contents_report() -> Sheet:
    """A report with a plain cover, contents in leaders, parts Ⅰ Ⅱ, sections 1. and (1), notes of 8 points under a rule."""
    d = Sheet(
        f'@page{{size:A4;margin:28mm 25mm;@bottom-center{{content:"－" counter(page) "－";font-size:9pt}}}}body{{{SERIF};font-size:11pt;line-height:1.8;text-align:justify}}h1{{{SANS};font-size:14pt;break-before:page}}h2{{{SANS};font-size:12pt}}h3{{{SANS};font-size:11pt;font-weight:normal}}p{{margin:0;text-indent:1em}}'
        ".cover{text-align:center;padding-top:60mm}.t{font-size:20pt}.toc{break-before:page}.l{display:flex}.l i{flex:1;overflow:hidden;white-space:nowrap;font-style:normal}.note{font-size:8pt;line-height:1.4}hr{width:45%;margin:6mm 0 1mm;border:0;border-top:.5pt solid}",
        start=88,
    )
    parts = [("Ⅰ．調査の目的", TOPICS[10:12]), ("Ⅱ．調査の方法", TOPICS[13:15]), ("Ⅲ．まとめ", TOPICS[17:19])]
    d.raw('<div class="cover">').h(1, "例示地域の将来に関する検討会　中間取りまとめ", "t", tag="div").line(
        "令和５年11月30日"
    ).line("例示地域の将来に関する検討会").raw('</div><div class="toc">').line("目　　次")
    for number, (part, topics) in enumerate(parts, 1):
        d.raw(f'<div class="l">{part}<i>{"・" * 60}</i>{number}</div>')
        for i, topic in enumerate(topics, 1):
            d.raw(f'<div class="l">　{i}. {topic}<i>{"・" * 60}</i>{number}</div>')
    d.raw("</div>")
    for number, (part, topics) in enumerate(parts):
        d.h(1, part)
        for i, topic in enumerate(topics, 1):
            d.h(2, f"{i}. {topic}").p(2).h(3, f"(1) {topic}の現状").p(2).p(f"{d.text(1)[:-1]}^[{2 * number + i}]。").h(
                3, "(2) 課題"
            ).p(2)
        d.raw("<hr>")
        for i in (1, 2):
            d.note(str(2 * number + i), STOPPED[number + i + 2])
    d.furniture += [f"－{n}－" for n in range(1, 6)]
    return d


def boxes_grid() -> Sheet:
    """A leaflet: a wide title, a grid of boxes with a coloured heading, sentences and ticks, a line of the office below."""
    d = Sheet(
        f"@page{{size:A4;margin:10mm}}body{{{SANS};font-size:9.5pt;line-height:1.55}}h1{{background:#284;color:#fff;font-size:20pt;padding:3mm;margin:0 0 3mm;text-align:center}}h2{{color:#284;font-size:12pt;margin:0 0 1mm;border-bottom:1px solid #284}}.g{{display:grid;grid-template-columns:1fr 1fr;gap:5mm}}.b{{border:1.5px solid #284;padding:3mm}}p{{margin:0}}.w{{background:#efe;padding:3mm;margin:3mm 0}}.f{{font-size:8pt;margin-top:3mm}}",
        start=104,
    )
    d.h(1, "まちの防災　備えのてびき").p(2, "w").raw('<div class="g">')
    for number in range(6):
        d.raw('<div class="b">').h(2, TOPICS[number + 2]).p(2).items(ITEMS[number], STOPPED[number], bullet="✓ ").raw(
            "</div>"
        )
    d.raw("</div>").line("例示市危機管理課　電話 000-000-0000　受付時間　平日 9:00～17:00", "f")
    return d


def two_tiers() -> Sheet:
    """Vertical tiers of a gazette with small headings."""
    d = Sheet(
        f"@page{{size:B5;margin:14mm}}body{{{SERIF};font-size:9pt;line-height:1.7;margin:0}}.t{{writing-mode:vertical-rl;height:105mm;width:150mm;text-align:justify;margin-bottom:6mm}}h1{{font-size:13pt;margin:0 0 0 3mm}}h2{{font-size:9pt;margin:0 1mm}}p{{margin:0;text-indent:1em}}",
        start=120,
    )
    d.raw('<div class="t">').h(1, "告示").h(2, "総務").p(2).p(2).raw('</div><div class="t">').h(2, "財務").p(2).p(
        2
    ).raw("</div>")
    return d


def circular() -> Sheet:
    """A plain circular: date, addressee and sender, 記, items in one face."""
    d = Sheet(
        f"@page{{size:A4;margin:30mm 25mm}}body{{{SERIF};font-size:12pt;line-height:1.6}}.r{{text-align:right}}h1{{font-size:12pt;text-align:center;font-weight:normal;margin:1.2em 0}}.c{{text-align:center}}p{{margin:0;text-indent:1em}}h2{{font-size:12pt;font-weight:normal;margin:.8em 0 0}}.item{{padding-left:3em;text-indent:-1em}}",
        start=136,
    )
    d.line("事務連絡", "r").line("令和４年６月１日", "r").line("各市町村防災担当課　御中").line(
        "例示県危機管理部防災課", "r"
    ).h(1, f"{TOPICS[2]}に関する説明会の開催について").p(2).line("記", "c")
    for number, name in enumerate(("日時及び場所", "対象者", "内容", "申込みの方法", "問合せ先"), 1):
        d.h(2, f"{number}　{name}").p(1)
        if number == 3:
            d.items(ITEMS[3], ITEMS[4], bullet="・")
    d.line("以　上", "r")
    return d


DOCUMENTS = {
    made.__name__: made
    for made in (
        dense_slides,
        open_slides,
        plain_rules,
        two_tables,
        heads_apart,
        small_tables,
        contents_report,
        boxes_grid,
        two_tiers,
        circular,
    )
}
