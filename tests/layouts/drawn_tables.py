"""Tables without rules down, drawn by lot: widths, alignment, heads of one or two rows, empty fields, long names, totals."""

import random

from tests.layouts.kinds_tables import _PLACES, SANS, SERIF, two_heads
from tests.layouts.sheet import Sheet
from tests.layouts.texts import TOPICS

_UNITS = ("件数", "割合", "金額", "人数", "前年比", "構成比")
_NAMES = ("令和３年度", "令和４年度", "令和５年度", "計画", "実績", "男", "女")


def _figure(lot: random.Random) -> str:
    return lot.choice((f"{lot.randint(1, 99999):,}", f"{lot.uniform(0, 99):.1f}", f"{lot.randint(0, 999)}", f"△{lot.uniform(0, 20):.1f}", "-", f"{lot.uniform(0, 99):.1f}%"))  # fmt: skip


def drawn_tables(seed: int) -> Sheet:
    """Six tables between paragraphs, in a style drawn by lot."""
    lot = random.Random(seed)
    rule = lot.choice(("border:0", "border-top:1px solid;border-bottom:1px solid", "border:0"))
    inner = lot.choice(("", "tr{border-bottom:.5px dotted #888}", ""))
    pad = lot.choice((2, 3, 4, 6))
    d = Sheet(
        f"@page{{size:A4;margin:24mm}}body{{{lot.choice((SERIF, SANS))};font-size:10.5pt;line-height:1.7;text-align:justify}}h1{{{SANS};font-size:14pt}}p{{margin:0;text-indent:1em}}table{{border-collapse:collapse;font-size:{lot.choice((8.5, 9, 9.5, 10.5))}pt;line-height:{lot.choice((1.3, 1.5, 1.8))};margin:{lot.choice(('1mm auto', '1mm 0'))};{rule};{lot.choice(('', 'width:100%'))}}}{inner}"
        f"td,th{{padding:.3mm {pad}mm;text-align:right;font-weight:normal}}th{{text-align:{lot.choice(('center', 'right'))}}}td:first-child,th:first-child{{text-align:left}}th[colspan]{{text-align:center}}.cap{{{SANS};font-size:9.5pt;margin-top:3mm}}.u{{text-align:right;font-size:8.5pt}}.m{{font-size:8.5pt}}.w td:last-child{{text-align:left}}",
        start=seed * 13,
    )  # fmt: skip
    d.h(1, f"１　{TOPICS[seed % 30]}")
    for number in range(6):
        d.p(1 + number % 2).caption(f"表{number + 1}　{TOPICS[(seed + number + 7) % 30]}の状況")
        if lot.random() < 0.5:
            d.line("（単位：百万円、％）", "u")
        names = [lot.choice((_PLACES[n], f"　{_PLACES[n]}", TOPICS[(seed + n) % 30][:9])) for n in range(lot.randint(3, 8))] + ["合計"]  # fmt: skip
        if lot.random() < 0.4:
            groups = [(name, lot.sample(_UNITS, lot.randint(2, 3))) for name in lot.sample(_NAMES, lot.randint(1, 2))]
            heads = [*groups, *([("増減", [])] if lot.random() < 0.5 else [])]
            width = sum(len(below) or 1 for _, below in heads)
            two_heads(d, heads, "区分", [[name.strip("　"), *(_figure(lot) for _ in range(width))] for name in names])
        else:
            width = lot.randint(2, 5)
            rows = [["区分", *lot.sample(_NAMES, width)]] + [[name, *("" if lot.random() < 0.05 else _figure(lot) for _ in range(width))] for name in names]  # fmt: skip
            words = lot.random() < 0.3
            d.table([[*row, ("備考" if n == 0 else lot.choice(("一部繰越し", "新規", "", "組替え"))) ] if words else row for n, row in enumerate(rows)], "w" if words else "")  # fmt: skip
        if lot.random() < 0.4:
            d.line("注　計数は速報値である。", "m")
    return d.p(2)
