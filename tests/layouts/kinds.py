"""Kinds of pages, each in two house styles: columns, boxes, vertical tiers, slides, minutes, letters. The second style is kept aside."""

from tests.layouts.sheet import Sheet
from tests.layouts.texts import ITEMS, STOPPED, TOPICS, rows

SERIF, SANS = 'font-family:"Noto Serif CJK JP"', 'font-family:"Noto Sans CJK JP"'
WIDE = "１２３４５６７８９"
KANJI = "一二三四五六七八九"
_PLACES = ("市役所３階大会議室", "中央公民館", "保健センター", "総合体育館", "図書館本館", "例示町コミュニティセンター")


def bulletin3(v: int = 0) -> Sheet:
    """A town's bulletin in three columns: notices under bands or bold titles, when, where and whom to ask, boxes between."""
    band = (
        "background:#cde;padding:1mm 2mm;margin:3mm 0 1mm",
        "font-weight:bold;border-bottom:.7px dotted;margin:3mm 0 1mm",
    )[v]
    d = Sheet(
        f"@page{{size:A4;margin:{(12, 16)[v]}mm;@bottom-left{{content:'広報れいじ　令和６年１０月号';font-size:8pt}}@bottom-right{{content:counter(page);font-size:9pt}}}}body{{{(SANS, SERIF)[v]};font-size:{(9, 9.5)[v]}pt;line-height:{(1.5, 1.6)[v]};text-align:justify}}"
        f"h1{{{SANS};font-size:20pt;margin:0 0 3mm}}h2{{{SANS};font-size:{(10.5, 10)[v]}pt;{band};break-after:avoid}}.c{{columns:3;column-gap:{(6, 8)[v]}mm{('', ';column-rule:.5px solid')[v]}}}p{{margin:0;text-indent:1em}}.l{{padding-left:3em;text-indent:-3em}}.b{{border:1px solid;padding:2mm;margin:2mm 0;break-inside:avoid}}h3{{font-size:9.5pt;margin:0}}",
        start=(300, 340)[v],
    )  # fmt: skip
    labels = (("とき", "ところ", "対象", "問合せ"), ("■日時", "■会場", "■定員", "■申込"))[v]
    d.h(1, ("くらしの情報", "お知らせ版")[v]).raw('<div class="c">')
    for n in range(12):
        d.h(2, TOPICS[(n + 5 * v) % 30] + ("", "のご案内")[v]).p(1 + (n + v) % 2)
        for label, value in zip(
            labels,
            (f"10月{n + 3}日（{'月火水木金土日'[n % 7]}）午前10時～11時30分", _PLACES[n % 6], f"市内在住の人{20 + n}人（先着順）", f"企画課（☎{n}12－3456）へ電話で"),
            strict=True,
        ):  # fmt: skip
            d.line(f"{label}　{value}", "l")
        if n % 5 == 3:
            d.raw('<div class="b">').h(3, f"注意　{TOPICS[n + 12]}").p(1).raw("</div>")
    d.furniture += ["広報れいじ令和６年１０月号", "1", "2"]
    return d.raw("</div>")


def spanning_heads(v: int = 0) -> Sheet:
    """A white paper in two columns whose sections' headings, and a picture with its caption, stand across both."""
    d = Sheet(
        f'@page{{size:{("A4", "B5")[v]};margin:22mm 18mm;@top-{("right", "left")[v]}{{content:"第２章　{TOPICS[8 + v]}";font:8pt "Noto Sans CJK JP"}}@bottom-center{{content:counter(page);font-size:9pt}}}}body{{{(SERIF, SANS)[v]};font-size:{(10, 9)[v]}pt;line-height:1.7;text-align:justify}}'
        f"h1,h2,h3{{{SANS}}}h1{{font-size:18pt}}h2{{font-size:13pt;border-left:{(0, 3)[v]}mm solid;padding-left:{(0, 2)[v]}mm;margin:5mm 0 2mm}}h3{{font-size:{(10.5, 9.5)[v]}pt;margin:.5em 0 .1em;break-after:avoid}}.c{{columns:2;column-gap:{(8, 6)[v]}mm}}p{{margin:0;text-indent:1em}}.ph{{height:35mm;background:#aac;margin:3mm 0 1mm}}.cap{{text-align:center;{SANS};font-size:8.5pt}}",
        start=(20, 150)[v],
    )  # fmt: skip
    d.h(1, f"第２章　{TOPICS[8 + v]}")
    for n in range(3):
        d.h(2, f"{('第' + WIDE[n] + '節', f'2-{n + 1}')[v]}　{TOPICS[n + 11 * v]}").raw('<div class="c">')
        for m in range(2 + (n + v) % 2):
            d.h(3, f"{(f'（{WIDE[m]}）', f'{KANJI[m]}　')[v]}{TOPICS[(3 * n + m + 16) % 30]}").p(3).p(2)
        d.raw("</div>")
        if n == 1:
            d.raw('<div class="ph"></div>').caption(f"図{('２－１', '2-1')[v]}　現地での説明会の様子")
    d.furniture += [f"第２章{TOPICS[8 + v]}", "1", "2"]
    return d


def beside_boxes(v: int = 0) -> Sheet:
    """Text that runs beside boxes with sentences of their own, at the right or left, and a column's box across below it."""
    d = Sheet(
        f"@page{{size:A4;margin:22mm}}body{{{(SERIF, SANS)[v]};font-size:10.5pt;line-height:1.7;text-align:justify}}h1,h2,h3{{{SANS}}}h1{{font-size:16pt}}h2{{font-size:12pt}}h3{{font-size:10pt;margin:0 0 1mm}}p{{margin:0;text-indent:1em}}"
        f".b{{float:{('right', 'left')[v]};width:{(62, 55)[v]}mm;margin:{('0 0 3mm 6mm', '0 6mm 3mm 0')[v]};padding:2.5mm;{('border:1px solid', 'background:#eef')[v]};font-size:9pt;line-height:1.5}}.w{{border:1.5px solid #468;padding:3mm 4mm;margin:5mm 0;font-size:9.5pt;clear:both}}",
        start=(60, 190)[v],
    )  # fmt: skip
    d.h(1, f"{WIDE[v]}　{TOPICS[14 + v]}")
    for n in range(3):
        d.h(2, f"({n + 1}) {TOPICS[n + 3 + v]}")
        d.raw('<div class="b">').h(3, f"【用語】{TOPICS[n + 20]}").free(2).raw("</div>").p(3).p(3).p(2)
        if n == 1:
            d.raw('<div class="w">').h(3, f"コラム　{TOPICS[n + 26]}").p(2).p(2).raw("</div>")
    return d


def gazette(v: int = 0) -> Sheet:
    """A gazette's page: vertical lines in four (or three) tiers with rules between them, notices under their numbers."""
    d = Sheet(
        f"@page{{size:A4;margin:14mm}}body{{{SERIF};font-size:{(9, 9.5)[v]}pt;line-height:1.6;margin:0}}.v{{writing-mode:vertical-rl;height:{(246, 240)[v]}mm;width:180mm;columns:{(4, 3)[v]};column-gap:{(6, 7)[v]}mm;column-fill:auto;column-rule:.6px solid;text-align:justify;break-after:page}}h1{{font-size:{(14, 15)[v]}pt;{SANS};margin:0 3mm}}h2{{font-size:{(10.5, 11)[v]}pt;{SANS};margin:0 2mm}}p{{margin:0;text-indent:1em}}.r{{text-align:right;padding-bottom:1em}}.k{{padding-top:1em;text-indent:-1em}}",
        start=(110, 240)[v],
    )  # fmt: skip
    for n in range(2):
        d.raw('<div class="v">').h(1, (("省　令", "告　示"), ("公　告", "公　示"))[v][n])
        for m in range(4 + v):
            d.h(2, f"○例示省{('令', '告示')[n % 2]}第{KANJI[n]}十{KANJI[m]}号").p(2).p(1).line(f"令和六年{KANJI[n]}月{KANJI[m + 4]}日", "r").line(f"例示大臣　見本　{KANJI[m]}郎", "r")  # fmt: skip
            d.items(STOPPED[0], STOPPED[1], STOPPED[2 + m], bullet="・", cls="k")
        d.raw("</div>")
    return d


def landscape_slides(v: int = 0) -> Sheet:
    """Landscape slides: a title, what it says in a box, a list at the left of a table or of a chart of boxes, sources at the foot."""
    d = Sheet(
        f"@page{{size:{('297mm 210mm', '254mm 190mm')[v]};margin:0}}body{{{SANS};font-size:{(14, 13)[v]}pt;line-height:1.45;margin:0}}.s{{position:relative;height:{(208, 188)[v]}mm;page-break-after:always;padding:10mm 14mm 0;box-sizing:border-box}}h1{{font-size:{(24, 22)[v]}pt;margin:0 0 4mm;{('border-bottom:2px solid #36a', 'background:#246;color:#fff;padding:2mm 4mm')[v]}}}.l{{border:1px solid #36a;padding:3mm 5mm;margin:0 0 5mm}}"
        f".a{{position:absolute;left:14mm;top:78mm;width:{(125, 105)[v]}mm}}.z{{position:absolute;left:{(150, 128)[v]}mm;top:78mm;width:{(130, 110)[v]}mm}}h2{{font-size:{(16, 15)[v]}pt;margin:0 0 2mm}}p{{margin:.3em 0}}.i{{padding-left:1em;text-indent:-1em;font-size:{(13, 12)[v]}pt}}table{{border-collapse:collapse;font-size:10.5pt}}td,th{{border:.7px solid #888;padding:1.2mm 2.5mm;font-weight:normal}}th{{background:#dde}}.f{{position:absolute;right:6mm;bottom:4mm;font-size:10pt}}.o{{position:absolute;left:14mm;bottom:8mm;font-size:9pt}}",
        start=(400, 440)[v],
    )  # fmt: skip
    for n in range(3):
        d.raw('<div class="s">').h(1, f"{TOPICS[4 * n + v]}").p(1, "l")
        d.raw('<div class="a">').h(2, ("現状と課題", "これまでの取組")[v]).items(STOPPED[n], ITEMS[n], 1, bullet=("● ", "■ ")[v], cls="i").raw("</div>")  # fmt: skip
        d.raw('<div class="z">').h(2, ("関連する予算", "実績")[v]).table([row[:4] for row in rows(2 * n, 4)]).raw("</div>")  # fmt: skip
        d.line(f"（出典）例示省「例示統計」（令和{WIDE[n]}年）", "o").furnished(str(n + 1), "f").raw("</div>")
    return d


def council(v: int = 0) -> Sheet:
    """Minutes of a council: when and where, names in columns, speakers by mark or in bold, agenda in headings."""
    d = Sheet(
        f"@page{{size:A4;margin:28mm 26mm;@bottom-center{{content:{('counter(page)', chr(39) + '- ' + chr(39) + ' counter(page) ' + chr(39) + ' -' + chr(39))[v]};font-size:10pt}}}}body{{{(SERIF, SANS)[v]};font-size:11pt;line-height:1.75;text-align:justify}}h1{{font-size:{(14, 15)[v]}pt;text-align:center}}h2{{font-size:{(11, 12)[v]}pt;{('font-weight:normal', 'font-weight:bold')[v]};margin:1em 0 0}}p{{margin:0;{('padding-left:1em;text-indent:-1em', 'text-indent:1em')[v]}}}table{{font-size:11pt}}td{{padding:0 2em 0 1em}}.n td{{border:0}}",
        start=(80, 270)[v],
    )  # fmt: skip
    d.h(1, f"第{WIDE[v + 2]}回　例示審議会　議事{('録', '要旨')[v]}")
    heads = (
        ("１　開催日時", "２　開催場所", "３　出席者", "４　議題", "５　議事"),
        ("【日時】", "【場所】", "【出席者】", "【議題】", "【議事】"),
    )[v]
    d.h(2, heads[0]).line("令和６年６月10日（月）　14時00分～15時45分").h(2, heads[1]).line("例示省別館　第１会議室").h(
        2, heads[2]
    )
    d.table(
        [
            ["見本　太郎", "例示大学大学院教授"],
            ["作例　花子", "例示市長"],
            ["標本　次郎", "例示総合研究所主任研究員"],
            ["雛形　和子", "弁護士"],
        ],
        "n",
        head=0,
    )
    d.h(2, heads[3]).line(f"（１）{TOPICS[3 + v]}について").line("（２）その他").h(2, heads[4])
    marks = ("○見本部会長　", "○作例委員　", "○事務局　", "○標本委員　")
    for n in range(8):
        mark = marks[n % 4]
        d.p(2 + n % 2, label=mark if not v else mark[1:-1] + "：")
        if n % 3 == 0:
            d.p(1)
    d.furniture += [("1", "-1-")[v], ("2", "-2-")[v]]
    return d


def tsuchi(v: int = 0) -> Sheet:
    """An official letter: number and date at the right, addressees in two lines, 記, numbered parts, the office in a box."""
    d = Sheet(
        f"@page{{size:A4;margin:{(25, 30)[v]}mm}}body{{{(SERIF, SANS)[v]};font-size:{(11, 10.5)[v]}pt;line-height:1.7}}.r{{text-align:right}}h1{{font-size:{(11, 13)[v]}pt;font-weight:{('normal', 'bold')[v]};text-align:center;margin:1.5em 3em}}.k{{text-align:center;margin:1em 0}}h2{{font-size:{(11, 10.5)[v]}pt;font-weight:{('normal', 'bold')[v]};margin:.8em 0 0}}p{{margin:0;text-indent:1em}}.i{{padding-left:2.5em;text-indent:-1.5em}}.b{{border:.7px solid;margin:1.5em 0 0 45%;padding:2mm 3mm;font-size:9.5pt}}",
        start=(30, 230)[v],
    )  # fmt: skip
    d.line(("例示発第0610第３号", "６例示第123号")[v], "r").line(("令和６年６月10日", "令和６年７月１日")[v], "r")
    d.line("各都道府県知事　殿").line(("各指定都市市長　殿", "（担当部局扱い）")[v])
    d.line(("例示省例示局長", "例示庁次長　見本　三郎")[v], "r")
    d.h(1, f"{TOPICS[2 + 3 * v]}に関する取扱いについて（{('通知', '依頼')[v]}）").p(3).p(2).line("記", "k")
    d.neutral.append("記")
    for n in range(4):
        d.h(2, f"{(f'第{WIDE[n]}', f'{WIDE[n]}')[v]}　{TOPICS[n + 9 + v]}").p(2)
        for m in range(2 + v):
            d.p(STOPPED[(2 * n + m + v) % 10], "i", label=(f"（{WIDE[m]}）", f"({m + 1})　")[v])
    return d.raw('<div class="b">').line("【問合せ先】").line("例示局政策課調整係").line("電話　03-1234-5678（内線 987）").line("Eメール　chosei@example.go.jp").raw("</div>")  # fmt: skip


def plan(v: int = 0) -> Sheet:
    """A plan whose headings hang by numbers of five kinds at deeper and deeper indents, in the size of prose."""
    d = Sheet(
        f"@page{{size:A4;margin:25mm;@bottom-center{{content:counter(page);font-size:9pt}}}}body{{{(SERIF, SANS)[v]};font-size:{(11, 10.5)[v]}pt;line-height:{(1.8, 1.6)[v]};text-align:justify}}h1,h2,h3,h4{{{SANS};margin:.7em 0 0}}h1{{font-size:15pt}}h2{{font-size:12pt}}h3,h4{{font-size:{(11, 10.5)[v]}pt;font-weight:{('normal', 'bold')[v]}}}h3{{padding-left:1em}}h4{{padding-left:2em}}p{{margin:0;text-indent:1em;padding-left:{(0, 1)[v]}em}}.i{{padding-left:4em;text-indent:-1em}}",
        start=(130, 360)[v],
    )  # fmt: skip
    for n in range(2):
        d.h(1, f"{('第' + KANJI[n] + '章', f'{n + 1}.')[v]}　{TOPICS[n + 6 * v]}").p(2)
        for m in range(2):
            d.h(2, f"{('第' + WIDE[m] + '節', f'{n + 1}.{m + 1}')[v]}　{TOPICS[2 * n + m + 10 + v]}").p(1)
            for k in range(2):
                d.h(3, f"{(WIDE[k] + '　', f'（{WIDE[k]}）')[v]}{TOPICS[(4 * n + 2 * m + k + 18) % 30]}").p(2)
                d.h(4, f"{(f'（{k + 1}）', '①②③'[k])[v]}{TOPICS[(4 * n + 2 * m + k + 25) % 30]}").p(2).items(STOPPED[k], ITEMS[m + n], STOPPED[k + 4], cls="i")  # fmt: skip
    d.furniture += ["1", "2", "3"]
    return d


KINDS = (bulletin3, spanning_heads, beside_boxes, gazette, landscape_slides, council, tsuchi, plan)
