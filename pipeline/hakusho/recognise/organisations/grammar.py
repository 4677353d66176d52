"""The grammar of names of bodies: a head (省, 委員会, 株式会社) with what stands to its left, up to the name's edge."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations.context import Head, NameContext
from hakusho.recognise.organisations.head_policies import POLICIES
from hakusho.recognise.organisations.name_runs import NameRuns, kana_run_start
from hakusho.recognise.organisations.office_policies import owner_end
from hakusho.text.matching import Hit
from hakusho.text.names import LEGAL_AFTER, LEGAL_BEFORE

_RUN = re.compile(rf"(?:{rules.NAME_CHARACTER.pattern}|{rules.NAME_WORD})+\Z")
_QUOTE = re.compile("[「『]([^「」『』\n。]{4,120})[」』]")
# Kinds whose names do not stand behind another body's: 日経BP野村総合研究所 are two.
_WHOLE = ("lab", "bank", "univ", "press", "company", "hospital", "firm")
_OFFICE_END = re.compile(r"[省庁府院局]\Z")
_SESSION = re.compile("第[0-9一二三四五六七八九十]{1,3}回[ 　]?")
_SPLIT = "・"
# 総務省10階総務省第1会議室 is where, not who; what stands behind ホームページ is another source.
_BREAK = re.compile("[0-9]+号(?!機)|[0-9]+(?:階|号室|丁目|番地)|ホームページ|ウェブサイト|プレスリリース")
# プロクター・アンド・ギャンブル・ジャパン is one company.
_SPACES = (" ", "　")
_NAMED_BEHIND = re.compile(rf"[ 　]?(?:{rules.NAME_CHARACTER.pattern}|{rules.HIRAGANA_WORD.pattern}[一-龥ァ-ヴー])")
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


@dataclass(frozen=True, slots=True)
class FoundName:
    """A span that may be a body, the rule that says so, and the head it ends in.

    `company` is False where a legal form is one of associations.
    """

    start: int
    end: int
    rule: str
    head: str = ""
    company: bool = True


def find_bodies(context: NameContext) -> Iterator[FoundName]:
    """Return the spans that the grammar takes for bodies; they may overlap."""
    forms = {match.end(): match.start() for match in LEGAL_BEFORE.finditer(context.text)}
    for found in _by_head(context):
        yield _with_legal_form(found, forms, context)
    yield from _quoted(context.text)
    yield from _legal(context)
    yield from _companies(context.text)


def _with_legal_form(found: FoundName, forms: Mapping[int, int], context: NameContext) -> FoundName:
    """独立行政法人国立病院機構東京医療センター: a form of bodies before a name that has one of its own parts."""
    if LEGAL_BEFORE.match(context.text, found.start):
        return replace(found, rule="legal-before")
    form = forms.get(found.start)
    if form is None or (_closes(context.text[form : found.start]) and _has_name_before(context, form)):
        return found
    return replace(found, start=form)


def _closes(form: str) -> bool:
    """Return whether a legal form may stand behind a name, too."""
    return form.endswith(("会社", ")"))


# --- by the head ---------------------------------------------------------------------------------------------


def _by_head(context: NameContext) -> Iterator[FoundName]:
    """Take at each end the longest head whose policy finds a name: 教育委員会 of a place before 委員会 of any kind."""
    for end, hits in _heads_by_end(context).items():
        for hit in sorted(hits, key=lambda hit: hit.start):
            if (candidate := _named(context, hit, end)) is not None:
                yield candidate
                break


def _heads_by_end(context: NameContext) -> dict[int, list[Hit]]:
    ends: dict[int, list[Hit]] = {}
    for hit in context.head_finder.find(context.text):
        ends.setdefault(hit.end, []).append(hit)
    return ends


def _named(context: NameContext, hit: Hit, end: int) -> FoundName | None:
    head = context.heads[hit.key]
    minutes = context.text.startswith("議事", end)
    if head.not_before and not minutes and context.text[end : end + 1] in tuple(head.not_before):
        return None
    start = _with_known_body(context, _left_edge(context, hit.start), hit.start)
    if not _is_longer_party(context, head, start, end):
        start = _at_known_body(context, start, hit.start, end if head.kind in _WHOLE else len(context.text) + 1)
    last = context.text[hit.start - 1]
    if start >= hit.start or last == _SPLIT or (last.isdigit() and len(head.word) == 1):
        return None
    if context.country_before(end) == start:
        # コモロ連合 is a country.
        return None
    if rules.EVERY_PLACE.match(context.text, start, hit.start) and head.word not in rules.OF_ALL_PLACES:
        return None
    # Kinds without a policy are weighed (`weighing.py`).
    policy = None if _is_generic(context, head, start, hit.start) else POLICIES.get(head.kind)
    found = policy(context, start, hit.start, end, head) if policy else None
    return None if found is None else FoundName(found, end, f"head:{head.kind}", head.word)


def _is_generic(context: NameContext, head: Head, start: int, head_start: int) -> bool:
    """行政庁, 連立政党, 変速機構, 野党各党: what stands before the head makes a class or a mechanism of it."""
    runs = context.runs
    if head.kind in rules.NEVER_TORN and not runs.words.is_boundary(head_start):
        return True
    words, generic = runs.spelt(start, head_start), rules.GENERIC_OF_KIND.get(head.kind)
    return words[-1] in runs.sets["lead"] or (generic is not None and runs.sets[generic].issuperset(words))


def _is_longer_party(context: NameContext, head: Head, start: int, end: int) -> bool:
    """統一社会党 holds the name of another party."""
    known = context.body_ends.get(end)
    return (
        head.kind == "party"
        and known is not None
        and start < known
        and not rules.PARTY_CLASS.search(context.text, start, known)
    )


def _with_known_body(context: NameContext, start: int, head_start: int) -> int:
    """A known name may hold what names seldom do: こども家庭庁成育局 begins with こども."""
    for end in range(head_start, start, -1):
        if context.body_ends.get(end, start) < start:
            return context.body_ends[end]
    return start


def _at_known_body(context: NameContext, start: int, head_start: int, whole: int) -> int:
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


def _left_edge(context: NameContext, head_start: int) -> int:
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
    """総務省・情報通信研究機構 are two names, 文化・メディア・スポーツ省 is one: a dot behind a name divides."""
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


# --- without a head ------------------------------------------------------------------------------------------


def _quoted(text: str) -> Iterator[FoundName]:
    """A quotation that ends in a head is a name whatever it holds: 「迷惑メールへの対応の在り方に関する研究会」."""
    for match in _QUOTE.finditer(text):
        # 「第1回 … 検討会」 is a session of it.
        session = _SESSION.match(match[1])
        start = match.start(1) + (session.end() if session else 0)
        inner = text[start : match.end(1)].rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹0123456789")
        head = rules.QUOTED_HEAD.search(inner)
        if (
            head
            and len(inner) - len(head.group()) >= 2
            and not rules.MEETING_QUOTED.search(inner)
            and "、" not in inner[-12:]
        ):
            if rules.GENERIC_QUOTED.fullmatch(inner) or (
                head.group() == "会議" and not rules.COUNCIL_MEETING.search(inner) and not _set_up(text, match.end())
            ):
                continue
            yield FoundName(start, start + len(inner), "quoted", head.group())
        elif rules.ENGLISH_BODY.fullmatch(inner):
            yield FoundName(start, start + len(inner), "quoted-english")


def _set_up(text: str, offset: int) -> bool:
    """A 会議 is a body where the sentence sets it up, holds sessions of it over time or lets it act."""
    behind = text[offset : offset + 40]
    return bool(
        re.match(
            "[^。]{0,24}(?:設置|設立|創設|新設|発足|立ち上げ|開催し|開催され|において|で(?:は|の)|の下|を設け|が(?:取りまとめ|とりまとめ|まとめ))",
            behind,
        )
    )


def _legal(context: NameContext) -> Iterator[FoundName]:
    text = context.text
    for match in LEGAL_BEFORE.finditer(text):
        closes = _closes(match.group()) and match.end() not in context.body_starts
        if closes and _has_name_before(context, match.start()):
            continue
        # 株式会社 北斗精機: a space may stand behind the form.
        spaced = text[match.end() : match.end() + 1] in _SPACES
        end = _legal_name_end(context, match.end() + spaced, _closes(match.group()))
        if end > match.end() + 1 and not rules.NO_LEGAL_NAME.match(text, match.end()):
            yield FoundName(match.start(), end, "legal-before", company=not rules.CIVIL.search(match.group()))
    for match in LEGAL_AFTER.finditer(text):
        yield from _before_form(context, *match.span())


def _before_form(context: NameContext, form: int, end: int) -> Iterator[FoundName]:
    """Return the name that a legal form closes: 日本電信電話株式会社, and 北斗精機 株式会社 where no name follows."""
    text = context.text
    close = form - 1 if text[form - 1 : form] in _SPACES and not _NAMED_BEHIND.match(text, end) else form
    start = _with_latin_words(text, _left_edge(context, close))
    known = context.body_ends.get(close)
    if start < close - 1 or known is not None:
        yield FoundName(min(start, known) if known is not None else start, end, "legal-after")


def _with_latin_words(text: str, start: int) -> int:
    """Twitter Japan株式会社 begins with Twitter."""
    words = _LATIN_WORDS.search(text, max(0, start - rules.LONGEST_NAME), start) if text[start].isascii() else None
    return words.start() if words else start


def _has_name_before(context: NameContext, offset: int) -> bool:
    """日本電信電話株式会社: the form closes the name before it, unless a particle stands there."""
    return (
        bool(re.match("[一-龥ァ-ヴーA-Za-z0-9・]", context.text[offset - 1 : offset]))
        and offset > 0
        and offset not in context.date_ends
    )


_LATIN_WORDS = re.compile(r"(?<![A-Za-z0-9])(?:(?!C[A-Z]{1,2}O )[A-Z][A-Za-z0-9&.'-]* )+\Z")
_LEGAL_STOP = re.compile("及び|並びに|又は|など|[、。,(「」)]|(?<![A-Za-z.])\\s|\\s(?![A-Z])")


_LEGAL_RUN = re.compile(rf"(?:{rules.NAME_CHARACTER.pattern}|(?<=[A-Za-z.]) (?=[A-Z])){{2,40}}")

_LEGAL_MORE = re.compile(rf"(?:{rules.NAME_CHARACTER.pattern}|(?<=[A-Za-z.]) (?=[A-Z])){{1,40}}")


def _legal_name_end(context: NameContext, start: int, company: bool) -> int:
    text = context.text
    run = _LEGAL_RUN.match(text, start)
    end = _over_kana(context, start, run.end() if run else start)
    if end == start:
        return start
    for known_end in range(end, start + 1, -1):
        if start - 1 <= context.body_ends.get(known_end, -1) <= start:
            return known_end
    for pattern in (_LEGAL_STOP, rules.NAME_STOP, LEGAL_BEFORE):
        stop = pattern.search(text, start + 2, end)
        # 日本経団連 株式会社NTTデータ: a second legal form begins the next name; at the end it may close a company's.
        closing = pattern is LEGAL_BEFORE and company and stop is not None and stop.end() == end
        end = stop.start() if stop and not closing else end
    return end


def _over_kana(context: NameContext, start: int, end: int) -> int:
    """A name behind a form may hold hiragana: 株式会社みどり測器, 有限会社みなとや, 一般社団法人通信員の会."""
    text, runs = context.text, context.runs
    while end < len(text) and (behind := _kana_end(text, runs, end, first=end == start)) is not None:
        run = _LEGAL_MORE.match(text, behind)
        end = run.end() if run else behind
    closed = rules.CLOSED_BY.match(text, end)
    return closed.end() if closed else end


def _kana_end(text: str, runs: NameRuns, offset: int, first: bool) -> int | None:
    """Return where the hiragana of a name that begins at an offset ends: the noun, or what particles leave of it."""
    noun = runs.kana_noun_behind(offset)
    stretch = rules.KANA_NAME.match(text, offset) if first else None
    return max((end for end in (noun, stretch and stretch.end()) if end), default=None)


def _companies(text: str) -> Iterator[FoundName]:
    for head in rules.FIRM_HEAD.finditer(text):
        if name := rules.KATAKANA_BEFORE.search(text, max(0, head.start() - rules.LONGEST_NAME), head.start()):
            yield FoundName(name.start(), head.end(), "company")
    for match in rules.LATIN_LEGAL.finditer(text):
        yield FoundName(match.start(), match.end(), "legal-after")
    for match in rules.COMPANY.finditer(text):
        if not rules.NO_COMPANY.search(match.group()):
            yield FoundName(
                match.start() + (len(match.group()) - len(match.group().lstrip("・"))), match.end(), "company"
            )
