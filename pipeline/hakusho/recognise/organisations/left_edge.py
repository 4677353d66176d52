"""Where a name that ends in a head begins: at a particle, a date, or the body or country before it."""

import re

from hakusho.recognise.organisations import left_edge_rules as edges
from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations.context import NameContext
from hakusho.recognise.organisations.name_runs import kana_run_start
from hakusho.recognise.organisations.office_policies import owner_end

_RUN = re.compile(rf"(?:{rules.NAME_CHARACTER.pattern}|{rules.NAME_WORD}){{1,{rules.LONGEST_NAME}}}\Z")


def behind_party(text: str, offset: int) -> bool:
    """Return whether an offset stands behind a word for one's part in a suit or contract: 原告株式会社甲野."""
    parties = edges.PARTY.finditer(text, max(0, offset - edges.LONGEST_PARTY), offset + 1)
    return any(party.end() == offset for party in parties)


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
        if context.body_starts.get(inside, 0) >= whole and not edges.OFFICE_END.search(context.text, start, inside):
            return inside
    for inside in range(start, head_start):
        if inside in context.body_starts:
            lead = (
                inside == start
                or context.country_before(inside) == start
                or _of_a_country(context, start, inside)
                or context.body_ends.get(inside) == start
                or edges.SAME_BODY.fullmatch(context.text[start:inside])
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
        if date_end in context.date_ends and not text.startswith(edges.CENTURY, date_end - 2):
            start = date_end
            break
    for edge in (*edges.BREAK.finditer(text, start, head_start), *edges.PARTY.finditer(text, start, head_start)):
        start = max(start, edge.end())
    for form in edges.OPENING_FORM.finditer(text, start, head_start):
        start = form.start()
    return _strip_left(context, _after_dot(context, start, head_start), head_start)


def _after_dot(context: NameContext, start: int, head_start: int) -> int:
    """総務省・情報通信研究機構 are two names, 文化・メディア・スポーツ省 is one: a dot after a name divides."""
    dot = context.text.rfind(edges.SPLIT, start, head_start)
    while dot > start:
        if (
            (dot in context.body_ends and not _goes_on_over(context, dot))
            or context.country_before(dot) is not None
            or _ends_in_head(context, dot)
            or (dot + 1 in context.body_starts and not _of_a_country(context, start, dot))
            or edges.PREFECTURE.search(context.text[start:dot])
        ):
            return dot + 1
        dot = context.text.rfind(edges.SPLIT, start, dot)
    return start


def _goes_on_over(context: NameContext, dot: int) -> bool:
    """ケーブル・アンド・ワイヤレス・アイディーシー: a name in katakana that has dots may have one more."""
    if edges.CONTINUED.match(context.text, dot):
        return True
    dotted = edges.SPLIT in context.text[context.body_ends[dot] : dot]
    return dotted and rules.KATAKANA.match(context.text, dot + 1) is not None


def _of_a_country(context: NameContext, start: int, inside: int) -> bool:
    """オーストラリア競争・消費者委員会 is not the 消費者委員会 of Japan."""
    end = owner_end(context, start, inside)
    return end is not None and context.text[start:end] != edges.JAPAN


def _ends_in_head(context: NameContext, offset: int) -> bool:
    text = context.text
    return any(text.endswith(word, 0, offset) for word in edges.CLOSING)


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
