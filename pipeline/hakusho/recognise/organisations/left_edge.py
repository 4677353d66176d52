"""Where a name that ends in a head begins: at a particle, a date, or the body or country before it."""

import re

from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations.context import NameContext
from hakusho.recognise.organisations.name_runs import kana_run_start
from hakusho.recognise.organisations.office_policies import owner_end

_RUN = re.compile(rf"(?:{rules.NAME_CHARACTER.pattern}|{rules.NAME_WORD}){{1,{rules.LONGEST_NAME}}}\Z")
_OFFICE_END = re.compile(r"[省庁府院局]\Z")
# 総務省10階総務省第1会議室 is where, not who; what follows ホームページ is another source.
_BREAK = re.compile("[0-9]号(?!機)|[0-9](?:階|号室|丁目|番地)|ホームページ|ウェブサイト|プレスリリース")
_CONTINUED = re.compile("・(?:ジャパン|アジア|グループ|ホールディングス|コーポレーション|インターナショナル)")
# Heads that end a name wherever they stand before a dot.
_CLOSING = (
    "省",
    "庁",
    "委員会",
    "審議会",
    "協議会",
    "部会",
    "分科会",
    "研究会",
    "検討会",
    "協会",
    "連盟",
    "機構",
    "大学",
    "研究所",
    "銀行",
    "会社",
)
_SPLIT = "・"


def with_known_body(context: NameContext, start: int, head_start: int) -> int:
    """A known name may hold what names seldom do: こども家庭庁成育局 begins with こども."""
    for end in range(head_start, start, -1):
        if context.body_ends.get(end, start) < start:
            return context.body_ends[end]
    return start


def at_known_body(context: NameContext, start: int, head_start: int, whole: int) -> int:
    """Where a known body stands inside the run, the name begins with it: 推進総務省情報流通行政局 is a torn line.

    Only a country or another body may stand before it, and nothing before one that reaches to `whole`.
    """
    for inside in range(start, head_start):
        if context.body_starts.get(inside, 0) >= whole and not _OFFICE_END.search(context.text, start, inside):
            return inside
    for inside in range(start, head_start):
        if inside in context.body_starts:
            lead = (
                inside == start
                or context.country_before(inside) == start
                or _of_a_country(context, start, inside)
                or context.body_ends.get(inside) == start
                or re.fullmatch("(?:同|当|当該)[省庁局国府社院]", context.text[start:inside])
            )
            return start if lead else inside
    return start


def left_edge(context: NameContext, head_start: int) -> int:
    """Return where the name that ends in a head begins: at a particle, a date, or the body or country before it."""
    text = context.text
    window = max(0, head_start - rules.LONGEST_NAME)
    run = _RUN.search(text, window, head_start)
    runs = context.runs
    start = kana_run_start(runs, run.start() if run else head_start, _RUN, window)
    if start == head_start:
        return head_start
    start = runs.behind_person(start, head_start) or start
    for date_end in range(head_start, start, -1):
        # 21世紀人材委員会 is a name.
        if date_end in context.date_ends and not text.startswith("世紀", date_end - 2):
            start = date_end
            break
    for edge in _BREAK.finditer(text, start, head_start):
        start = edge.end()
    return _strip_left(context, _after_dot(context, start, head_start), head_start)


def _after_dot(context: NameContext, start: int, head_start: int) -> int:
    """総務省・情報通信研究機構 are two names, 文化・メディア・スポーツ省 is one: a dot after a name divides."""
    dot = context.text.rfind(_SPLIT, start, head_start)
    while dot > start:
        if (
            (dot in context.body_ends and not _CONTINUED.match(context.text, dot))
            or context.country_before(dot) is not None
            or _ends_in_head(context, dot)
            or (dot + 1 in context.body_starts and not _of_a_country(context, start, dot))
            or re.search(r"[都道府県]\Z", context.text[start:dot])
        ):
            return dot + 1
        dot = context.text.rfind(_SPLIT, start, dot)
    return start


def _of_a_country(context: NameContext, start: int, inside: int) -> bool:
    """オーストラリア競争・消費者委員会 is not the 消費者委員会 of Japan."""
    end = owner_end(context, start, inside)
    return end is not None and context.text[start:end] != "日本"


def _ends_in_head(context: NameContext, offset: int) -> bool:
    text = context.text
    return any(text.endswith(word, 0, offset) for word in _CLOSING)


def _strip_left(context: NameContext, start: int, head_start: int) -> int:
    text = context.text
    while start < head_start:
        for pattern in (rules.COUNTED, rules.LEADING):
            match = pattern.match(text, start, head_start)
            if match and match.end() > start and not _known_here(context, start, match.end()):
                start = match.end()
                break
        else:
            break
    return start


def _known_here(context: NameContext, start: int, end: int) -> bool:
    """Return whether a known body begins at `start` and reaches beyond `end`: 全国銀行協会 does not lose 全国."""
    return context.body_starts.get(start, 0) >= end
