"""The grammar of names of bodies: a head (省, 委員会, 株式会社) with what stands to its left, up to the name's edge."""

from collections.abc import Iterator

from hakusho.recognise.organisations import grammar_rules
from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations import policy_rules as policies
from hakusho.recognise.organisations.context import FoundName, Head, NameContext
from hakusho.recognise.organisations.head_policies import POLICIES
from hakusho.recognise.organisations.left_edge import at_known_body, left_edge, with_known_body
from hakusho.recognise.organisations.legal_names import names_with_form, with_legal_form
from hakusho.text.matching import Hit
from hakusho.text.names import LEGAL_BEFORE

# Kinds whose names do not follow another body's: 日経BP野村総合研究所 are two.
_WHOLE = ("lab", "bank", "univ", "press", "company", "hospital", "firm")


def find_bodies(context: NameContext) -> Iterator[FoundName]:
    """Return the spans that the grammar takes for bodies; they may overlap."""
    forms = {match.end(): match.start() for match in context.sought.finditer(LEGAL_BEFORE)}
    for found in _by_head(context):
        yield with_legal_form(found, forms, context)
    yield from _quoted(context.text)
    yield from names_with_form(context)
    yield from _companies(context)


# --- by the head ---------------------------------------------------------------------------------------------


def _by_head(context: NameContext) -> Iterator[FoundName]:
    """Take at each end the longest head whose policy finds a name: 教育委員会 of a place before 委員会 of any kind."""
    for end, hits in _heads_by_end(context).items():
        hits.sort(key=lambda hit: hit.start)
        # 歯科医師会 by itself is no 医師会 of 歯科.
        if len(hits) > 1 and left_edge(context, hits[0].start) == hits[0].start:
            continue
        for hit in hits:
            if (candidate := _named(context, hit, end)) is not None:
                yield candidate
            if candidate is not None or _is_any_places(context, hit):
                break


def _is_any_places(context: NameContext, hit: Hit) -> bool:
    """市教育委員会 is that of no place in particular, and so no 委員会 of another name."""
    if context.heads[hit.key].kind != rules.LOCAL:
        return False
    return bool(policies.ANY_PLACE.fullmatch(context.text, left_edge(context, hit.start), hit.start))


def _heads_by_end(context: NameContext) -> dict[int, list[Hit]]:
    ends: dict[int, list[Hit]] = {}
    for hit in context.head_hits:
        ends.setdefault(hit.end, []).append(hit)
    return ends


def _named(context: NameContext, hit: Hit, end: int) -> FoundName | None:
    head = context.heads[hit.key]
    minutes = context.text.startswith(grammar_rules.MINUTES, end)
    if head.not_before and not minutes and context.text[end : end + 1] in tuple(head.not_before):
        return None
    start = with_known_body(context, left_edge(context, hit.start), hit.start)
    if not _is_longer_party(context, head, start, end):
        start = at_known_body(context, start, hit.start, end if head.kind in _WHOLE else len(context.text) + 1)
    last = context.text[hit.start - 1]
    if start >= hit.start or last == grammar_rules.SPLIT or (last.isdigit() and len(head.word) == 1):
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


# --- without a head ------------------------------------------------------------------------------------------


def _quoted(text: str) -> Iterator[FoundName]:
    """A quotation that ends in a head is a name whatever it holds: 「迷惑メールへの対応の在り方に関する研究会」."""
    for match in grammar_rules.QUOTED_TASK.finditer(text):
        yield FoundName(match.start(), match.end(), "quoted")
    for match in grammar_rules.QUOTE.finditer(text):
        # 「第1回 … 検討会」 is a session of it.
        session = grammar_rules.SESSION.match(match[1])
        start = match.start(1) + (session.end() if session else 0)
        inner = text[start : match.end(1)].rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹0123456789")
        head = rules.QUOTED_HEAD.search(inner)
        if (
            head
            and len(inner) - len(head.group()) >= 2
            and not rules.MEETING_QUOTED.search(inner)
            and grammar_rules.COMMA not in inner[-12:]
        ):
            if rules.GENERIC_QUOTED.fullmatch(inner) or (
                head.group() == grammar_rules.MEETING
                and not rules.COUNCIL_MEETING.search(inner)
                and not _set_up(text, match.end())
            ):
                continue
            yield FoundName(start, start + len(inner), "quoted", head.group())
        elif rules.ENGLISH_BODY.fullmatch(inner):
            yield FoundName(start, start + len(inner), "quoted-english")


def _set_up(text: str, offset: int) -> bool:
    """A 会議 is a body where the sentence sets it up, holds sessions of it over time or lets it act."""
    behind = text[offset : offset + 40]
    return bool(grammar_rules.SET_UP.match(behind))


def _is_of_a_firm(context: NameContext, start: int, end: int) -> bool:
    """エリクソングループ: a name that is no place's stands before グループ; アイドルグループ is a class."""
    words = context.runs.words
    parts = [context.runs.pos(at) for at in range(words.word_at(start), words.word_at(end - 1) + 1)]
    placed = any(part.startswith(rules.PLACE) for part in parts) or context.country_before(end) is not None
    return not placed and any(part.startswith(rules.PROPER) for part in parts)


def _companies(context: NameContext) -> Iterator[FoundName]:
    text = context.text
    for head in grammar_rules.FIRM_HEAD.finditer(text):
        name = grammar_rules.KATAKANA_BEFORE.search(text, max(0, head.start() - rules.LONGEST_NAME), head.start())
        # コネクテッド・インダストリーズ is an idea.
        common = head["plural"] and context.runs.of_common_words(name.start(), head.end()) if name else False
        if name and not common and (not head["group"] or _is_of_a_firm(context, name.start(), head.start())):
            yield FoundName(name.start(), head.end(), "company")
    for match in context.sought.finditer(grammar_rules.LATIN_LEGAL):
        yield FoundName(match.start(), match.end(), "legal-after")
    for match in context.sought.finditer(rules.COMPANY):
        if rules.NO_COMPANY.search(match.group()):
            continue
        start = match.start() + (len(match.group()) - len(match.group().lstrip(grammar_rules.SPLIT)))
        if grammar_rules.OF_A_REGION.fullmatch(text, start, match.end()):
            # 北星電機アジア社: a region alone is no firm.
            owner = min(context.body_ends.get(start, start), left_edge(context, start))
            if owner == start:
                continue
            start = owner
        yield FoundName(start, match.end(), "company")
