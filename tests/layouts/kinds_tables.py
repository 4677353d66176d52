"""Kinds of pages, each in two house styles: tables, notes, tabs, contents. The second style is kept aside."""

import html

from tests.layouts.sheet import Sheet, squeezed
from tests.layouts.texts import ITEMS, STOPPED, TOPICS

SERIF, SANS = 'font-family:"Noto Serif CJK JP"', 'font-family:"Noto Sans CJK JP"'
WIDE = "１２３４５６７８９"
_PLACES = ("全国", "北海道", "東北", "関東", "中部", "近畿", "中国", "四国", "九州・沖縄")


def two_heads(d: Sheet, heads: "list[tuple[str, list[str]]]", first: str, body: "list[list[str]]", cls: str = "") -> Sheet:  # fmt: skip
    """Add a table whose header has two rows; a field of the first stands over those below it."""
    top = [first] + [name for name, below in heads for _ in (below or [""])]
    under = [first] + [part for name, below in heads for part in (below or [name])]
    d.tables.append([[squeezed(cell) for cell in row] for row in (top, under, *body)])
    out = [f'<table class="{cls}"><thead><tr><th rowspan="2">{first}</th>']
    out += [
        f'<th colspan="{len(below)}">{name}</th>' if below else f'<th rowspan="2">{name}</th>' for name, below in heads
    ]
    out += ["</tr><tr>", *(f"<th>{part}</th>" for _, below in heads for part in below), "</tr></thead>"]
    out += ["<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in body]
    return d.raw("".join([*out, "</table>"]))


def figures(start: int, count: int, width: int) -> list[list[str]]:
    """Return rows of figures with a place before them."""
    return [[_PLACES[n % 9], *(f"{(start + 37 * n + 113 * m) % 9000 + 100:,}" if m % 2 == 0 else f"{(start + 7 * n + 3 * m) % 90 / 3 + 1:.1f}" for m in range(width))] for n in range(count)]  # fmt: skip


def stat_tables(v: int = 0) -> Sheet:
    """Statistics without rules down, or without any: heads of two rows, figures set at the right, units and notes."""
    rule = ("border-top:1px solid;border-bottom:1px solid", "border:0")[v]
    d = Sheet(
        f"@page{{size:A4;margin:22mm;@bottom-center{{content:counter(page);font-size:9pt}}}}body{{{(SERIF, SANS)[v]};font-size:10pt;line-height:1.6}}h1,h2{{{SANS}}}h1{{font-size:15pt}}h2{{font-size:11.5pt}}p{{margin:0;text-indent:1em}}table{{border-collapse:collapse;font-size:9pt;{rule};margin:0 auto}}thead{{border-bottom:{(1, 0)[v]}px solid}}td,th{{padding:.8mm 4mm;text-align:right;font-weight:normal}}td:first-child,th:first-child{{text-align:left}}th[colspan]{{text-align:center}}.u{{text-align:right;font-size:8.5pt}}.m{{font-size:8.5pt}}.cap{{{SANS};margin-top:4mm;font-size:9.5pt}}",
        start=(45, 215)[v],
    )  # fmt: skip
    d.h(1, f"{TOPICS[21]}の結果")
    for n in range(2):
        d.h(2, f"{WIDE[n]}　{TOPICS[n + 3 + 8 * v]}").p(2).caption(f"表{n + 1}　地域別の{('件数', '世帯数')[v]}").line(
            "（単位：件、％）", "u"
        )
        two_heads(d, [("令和４年度", ["件数", "割合"]), ("令和５年度", ["件数", "割合"]), ("増減", [])], "区分", [r[:6] for r in figures(331 * n + 57 * v, 7, 5)])  # fmt: skip
        d.line("注　四捨五入のため、合計は一致しないことがある。", "m").p(2)
    d.caption("表3　年次推移").table([["年度", "総数", "男", "女"], *(r for r in [[f"令和{WIDE[i]}年度", *figures(77 * i, 1, 3)[0][1:]] for i in range(1, 6)])])  # fmt: skip
    d.p(2)
    d.furniture += ["1", "2"]
    return d


def long_tables(v: int = 0) -> Sheet:
    """A ruled table with a header of two rows that goes on over pages, the header printed again; a second one behind it."""
    d = Sheet(
        f"@page{{size:A4{('', ' landscape')[v]};margin:20mm;@top-right{{content:'資料{v + 2}';font-size:9pt}}@bottom-center{{content:counter(page);font-size:9pt}}}}body{{{(SANS, SERIF)[v]};font-size:9.5pt;line-height:1.5}}h1{{font-size:14pt}}h2{{font-size:11pt}}table{{border-collapse:collapse;width:100%}}td,th{{border:{('.7px solid', '.7px solid #999')[v]};padding:1.6mm 2mm;font-weight:normal;text-align:right}}td:first-child{{text-align:left}}th{{{('background:#e8e8e8', '')[v]};text-align:center}}tr{{break-inside:avoid}}p{{margin:.4em 0;text-indent:1em}}",
        start=(95, 285)[v],
    )  # fmt: skip
    d.h(1, f"{TOPICS[24]}に関する調査").p(2).h(2, f"{WIDE[0]}　施設別の状況")
    two_heads(d, [("対象", ["施設数", "割合"]), ("実施済み", ["施設数", "割合"]), ("備考", [])], "地域", [[f"{r[0]}第{i + 1}地区", *r[1:5], ("", "一部", "計画中")[i % 3]] for i, r in enumerate(figures(511 + v, (42, 30)[v], 4))])  # fmt: skip
    d.h(2, f"{WIDE[1]}　{TOPICS[12]}").p(3)
    d.table([["項目", "内容", "所管"], *([TOPICS[i], STOPPED[i], "例示課"] for i in range(3))]).p(1)
    d.furniture += [f"資料{v + 2}", "1", "2"]
    return d


def end_notes(v: int = 0) -> Sheet:
    """Chapters with raised marks whose notes stand together at the chapter's end, under a word for notes, in smaller type."""
    d = Sheet(
        f"@page{{size:A4;margin:26mm;@bottom-center{{content:counter(page);font-size:9pt}}}}body{{{(SERIF, SANS)[v]};font-size:10.5pt;line-height:1.75;text-align:justify}}h1,h2{{{SANS}}}h1{{font-size:15pt;break-before:page}}h2{{font-size:12pt}}p{{margin:0;text-indent:1em}}sup{{font-size:6.5pt}}.w{{margin-top:6mm;{SANS};font-size:9.5pt}}.note{{font-size:{(9, 8.5)[v]}pt;line-height:1.5;padding-left:2em;text-indent:-2em}}",
        start=(15, 325)[v],
    )  # fmt: skip
    for n in range(2):
        d.h(1, f"第{WIDE[n]}章　{TOPICS[n + 15 + v]}")
        for m in range(3):
            d.h(2, f"{m + 1}　{TOPICS[3 * n + m + v]}").p(f"{d.text(2)[:-1]}^[{('', '注')[v]}{2 * m + 1}]。{d.text(1)}").p(f"{d.text(1)[:-1]}^[{('', '注')[v]}{2 * m + 2}]。")  # fmt: skip
        d.optional += ["注", "脚注"]
        d.raw(f'<div class="w">{("注", "【脚注】")[v]}</div>')
        d.neutral += ["注", "【脚注】"]
        for m in range(6):
            text = (STOPPED[(m + 3 * n) % 10], f"例示省「例示{TOPICS[m + 6 * n]}白書」令和{WIDE[m]}年版、{20 + m}頁。")[
                m % 2
            ]
            d.notes[f"{('', '注')[v]}{m + 1}" + "@" * n] = squeezed(text)
            d.raw(f'<div class="note">{("", "注")[v]}{m + 1}{("　", "）")[v]}{text}</div>')
    d.furniture += ["1", "2"]
    return d


def margin_notes(v: int = 0) -> Sheet:
    """Pages with notes in the outer margin, left on even pages and right on odd ones, small and without a frame."""
    d = Sheet(
        f"@page{{size:A4;margin:0}}body{{{(SANS, SERIF)[v]};font-size:10pt;line-height:1.7;margin:0;text-align:justify}}.g{{position:relative;height:296mm;page-break-after:always}}.m{{position:absolute;top:28mm;width:118mm}}.n{{position:absolute;width:40mm;font-size:{(7.5, 7)[v]}pt;line-height:1.5;text-align:left}}h1,h2{{{SANS}}}h1{{font-size:15pt}}h2{{font-size:11.5pt}}p{{margin:0;text-indent:1em}}sup{{font-size:6pt}}.f{{position:absolute;bottom:10mm;font-size:9pt}}.hd{{position:absolute;top:12mm;font-size:8pt}}",
        start=(175, 30)[v],
    )  # fmt: skip
    number = 0
    for page in range(4):
        even = page % 2
        text, edge = (62, 14) if even else (20, 145)
        d.raw('<div class="g">').furnished(
            (f"第{WIDE[1]}部　政策の動向", "例示年次報告2024")[v], f'hd" style="left:{text}mm'
        )
        d.raw(f'<div class="m" style="left:{text}mm">').h(
            1 + page % 2, f"{(f'{page + 1}', '第' + WIDE[page] + '項')[v]}　{TOPICS[page + 5 * v]}"
        ).p(3)
        for _ in range(2):
            number += 1
            d.p(2).p(f"{d.text(1)[:-1]}^[{('', '*')[v]}{number}]。{d.text(1)}")
        d.raw("</div>")
        for k, top in ((number - 1, 70), (number, 130)):
            d.note(f"{('', '*')[v]}{k}", (STOPPED[k % 10], f"例示省「{TOPICS[k]}に関する統計」（令和{WIDE[page]}年）による。")[k % 2], f'n" style="left:{edge}mm;top:{top}mm')  # fmt: skip
        d.furnished(str(page + 20), f'f" style="left:{14 if even else 186}mm').raw("</div>")
    return d


def foot_notes(v: int = 0) -> Sheet:
    """Notes at the foot of pages under a short rule, in type little smaller than prose, marks raised or in brackets."""
    d = Sheet(
        f"@page{{size:A4;margin:0}}body{{{(SERIF, SANS)[v]};font-size:{(10.5, 10)[v]}pt;line-height:1.7;margin:0;text-align:justify}}.g{{position:relative;height:296mm;page-break-after:always}}.m{{position:absolute;left:25mm;top:25mm;width:160mm}}.x{{position:absolute;left:25mm;bottom:24mm;width:160mm}}hr{{width:{(50, 160)[v]}mm;border:0;border-top:.6pt solid;margin:0 0 1mm}}.note{{font-size:{(9, 8)[v]}pt;line-height:1.45;padding-left:{(1.5, 2.5)[v]}em;text-indent:-{(1.5, 2.5)[v]}em}}h1,h2{{{SANS}}}h1{{font-size:14pt}}h2{{font-size:11pt}}p{{margin:0;text-indent:1em}}sup{{font-size:6pt}}.f{{position:absolute;bottom:12mm;left:100mm;font-size:9pt}}",
        start=(350, 120)[v],
    )  # fmt: skip
    number = 0
    for page in range(3):
        d.raw('<div class="g"><div class="m">').h(1, f"{WIDE[page]}．{TOPICS[page + 20]}").p(2)
        marks = []
        for m in range(3):
            number += 1
            mark = (f"{number}", f"（注{m + 1}）")[v]
            marks.append((mark, STOPPED[(number + m) % 10] + (STOPPED[m] if m == 1 else "")))
            d.h(2, f"（{WIDE[m]}）{TOPICS[m + 3 * page]}").p(f"{d.text(1)[:-1]}^[{mark}]。").p(1)
        d.raw('</div><div class="x"><hr>')
        for mark, text in marks:
            d.notes[mark.strip("（）") + "@" * (page if v else 0)] = squeezed(text)
            d.raw(f'<div class="note">{(f"<sup>{mark}</sup>　", mark)[v]}{text}</div>')
        d.raw("</div>").furnished(str(page + 5), "f").raw("</div>")
    return d


def thumb_tabs(v: int = 0) -> Sheet:
    """A report with tabs at its outer edges, chapter by chapter lower down, heads that change sides, and outer numbers."""
    d = Sheet(
        f"@page{{size:A4;margin:0}}body{{{(SERIF, SANS)[v]};font-size:10.5pt;line-height:1.7;margin:0;text-align:justify}}.g{{position:relative;height:296mm;page-break-after:always}}.m{{position:absolute;left:26mm;top:30mm;width:155mm}}.t{{position:absolute;width:9mm;background:{('#357', '#ccc')[v]};color:{('#fff', '#000')[v]};{SANS};font-size:10pt;{('writing-mode:vertical-rl;padding:3mm 0', 'text-align:center;line-height:1.15;padding:2mm 0')[v]}}}h1,h2{{{SANS}}}h1{{font-size:16pt}}h2{{font-size:12pt}}p{{margin:0;text-indent:1em}}.f{{position:absolute;bottom:12mm;font-size:9pt}}.hd{{position:absolute;top:14mm;font-size:8.5pt;{SANS}}}",
        start=(205, 55)[v],
    )  # fmt: skip
    for page in range(6):
        even, chapter = page % 2, page // 2
        d.raw('<div class="g">').furnished(
            (f"第{chapter + 1}章　{TOPICS[chapter + 18]}", "例示計画")[even],
            f'hd" style="{("right", "left")[even]}:20mm',
        )
        d.raw('<div class="m">')
        if not even:
            d.h(1, f"第{chapter + 1}章　{TOPICS[chapter + 18]}")
        for m in range(2):
            d.h(2, f"{2 * even + m + 1}　{TOPICS[3 * page + m]}").p(3).p(2)
        d.raw("</div>").furnished((f"第{chapter + 1}章", f"第 {chapter + 1} 章")[v], f't" style="{("right", "left")[even]}:0;top:{50 + 30 * chapter}mm')  # fmt: skip
        d.furnished(str(page + 8), f'f" style="{("right", "left")[even]}:20mm').raw("</div>")
    return d


def contents(v: int = 0) -> Sheet:
    """Contents of three ranks with leaders of dots, then the chapters themselves, plates with sources between."""
    d = Sheet(
        f"@page{{size:A4;margin:25mm;@bottom-center{{content:counter(page);font-size:9pt}}}}body{{{(SANS, SERIF)[v]};font-size:10.5pt;line-height:1.7;text-align:justify}}h1,h2,h3{{{SANS}}}h1{{font-size:{(17, 15)[v]}pt;break-before:page}}h2{{font-size:13pt}}h3{{font-size:11pt}}p{{margin:0;text-indent:1em}}.l{{display:flex}}.l i{{flex:1;overflow:hidden;white-space:nowrap;font-style:normal;text-align:right}}.t{{text-align:center;font-size:14pt}}.ph{{height:30mm;width:80mm;margin:3mm auto 1mm;background:#9b9}}.cap{{text-align:center;font-size:9.5pt}}.m{{font-size:8.5pt;text-align:center}}",
        start=(385, 10)[v],
    )  # fmt: skip
    d.raw('<div class="t">目　次</div>')
    names = [(f"第{WIDE[n]}部　{TOPICS[n + 9 + v]}", [(f"第{WIDE[m]}章　{TOPICS[3 * n + m + v]}", [f"{(WIDE[k] + '　', f'({k + 1}) ')[v]}{TOPICS[(7 * n + 3 * m + k + 17) % 30]}" for k in range(2)]) for m in range(2)]) for n in range(2)]  # fmt: skip
    lead = ("…" * 60, "・" * 60)[v]
    page = 1
    for part, chapters in names:
        d.raw(f'<div class="l">{part}<i>{lead}</i>{page}</div>')
        for chapter, sections in chapters:
            d.raw(f'<div class="l">　{chapter}<i>{lead}</i>{page}</div>')
            for section in sections:
                d.raw(f'<div class="l">　　{section}<i>{lead}</i>{page}</div>')
                page += 1
    for part, chapters in names:
        d.h(1, part).p(2)
        for chapter, sections in chapters:
            d.h(2, chapter).p(2)
            for section in sections:
                d.h(3, section).p(2).p(2)
            d.raw('<div class="ph"></div>').caption(f"写真{page}　{ITEMS[page % 3]}").line("（提供：例示市）", "m")
    d.furniture += [str(n) for n in range(1, 5)]
    return d


KINDS = (stat_tables, long_tables, end_notes, margin_notes, foot_notes, thumb_tabs, contents)
