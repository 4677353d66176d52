"""Whether a head and the words before it make a name, and where it begins: a policy for each kind of head."""

import re
from collections.abc import Callable

from hakusho.recognise.organisations import office_policies as offices
from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations import policy_rules as policies
from hakusho.recognise.organisations.context import Head, NameContext

Policy = Callable[[NameContext, int, int, int, Head], int | None]


def _council(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = context.text[start:head_start]
    if rules.NO_COUNCIL.match(modifier) and not offices.holds_body(context, start, head_start):
        # 気象庁の評価検討会: a class becomes a name after the body it belongs to.
        owned = context.text[start - 1 : start] == policies.OF and (
            start - 1 in context.body_ends or policies.SAME_BODYS.search(context.text[max(0, start - 3) : start])
        )
        return start if owned and len(modifier) >= 2 else None
    if head.word in policies.NAMED_COUNCILS and len(modifier) < 2:
        return None
    return start if len(modifier) >= 2 else None


def _unless(pattern: "re.Pattern[str]", shortest: int = 2) -> Policy:
    def policy(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
        modifier = context.text[start:head_start]
        country = context.country_before(head_start)
        if country is not None and country <= start:
            return None
        return start if len(modifier) >= shortest and not pattern.search(modifier) else None

    return policy


def _association(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """ルノー・日産連合 are two companies, not a body of 日産."""
    if head.word == policies.ALLIANCE and context.body_ends.get(head_start) == start:
        return None
    return _unless(rules.NO_BODY)(context, start, head_start, end, head)


def _alliance(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    if rules.NO_ALLIANCE.match(context.text[start:head_start]):
        return None
    return _unless(rules.NO_BODY)(context, start, head_start, end, head)


def _consortium(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    return None if policies.NO_CONSORTIUM.fullmatch(context.text, start, head_start) else start


def _hospital(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = context.text[start:head_start]
    if head.word == policies.MEDICAL_CENTRE and not rules.NO_MEDICAL_CENTRE.search(modifier) and len(modifier) >= 2:
        return start
    if rules.NO_HOSPITAL.match(modifier) or len(modifier) < 4:
        return None
    return start if rules.HOSPITAL_NAME.search(modifier) or offices.holds_body(context, start, head_start) else None


def _school(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    return start if rules.SCHOOL_NAME.search(context.text[start:head_start]) else None


def _center(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    if offices.holds_body(context, start, head_start):
        return None if policies.BEING_BUILT.match(context.text[end : end + 2]) else start
    named = head_start - start >= 4 and rules.CENTER_EVIDENCE.match(context.text, end)
    national = rules.NATIONAL_CENTER.fullmatch(context.text, start, head_start) or (
        policies.UNIVERSITY_CENTER.fullmatch(context.text, start, head_start)
    )
    # (出典)生命保険文化センター資料: what a source is called.
    told = head_start - start >= 4 and policies.SOURCE_BEFORE.search(context.text, max(0, start - 4), start)
    sourced = told and not policies.NO_CENTER.fullmatch(context.text, start, head_start)
    return start if named or national or sourced or _is_owned_center(context, start, head_start) else None


def _is_owned_center(context: NameContext, start: int, head_start: int) -> bool:
    """国立感染症研究所の感染症疫学センター: what the body before it calls so; データセンター is a class."""
    of = policies.OF_BODY.search(context.text, max(0, start - policies.LONGEST_OF), start)
    owned = of is not None and of.start() in context.body_ends
    return owned and head_start - start >= 3 and not policies.NO_CENTER.fullmatch(context.text, start, head_start)


def _court(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = context.text[start:head_start]
    # 韓国の憲法裁判所 is one, 憲法裁判所 a class.
    generic = policies.ANY_COURT.fullmatch(modifier) and not offices.behind_state(context, start)
    return None if generic else start


def _bench(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """最高裁判所第三小法廷: a bench is named after its court."""
    holder = offices.holder_end(context, start, head_start)
    named = holder is not None and policies.BENCH_NUMBER.fullmatch(context.text[holder:head_start])
    return start if named else None


def _firm(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """みずほホールディングス, 三菱東京フィナンシャル・グループ: words that only companies are called by."""
    modifier = context.text[start:head_start].rstrip(policies.DOT)
    return start if len(modifier) >= 2 and not rules.NO_FIRM.fullmatch(modifier) else None


def _guild(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """全国消防長会, 日本介護福祉士会: those of one calling in a country or prefecture."""
    return start if rules.GUILD.fullmatch(context.text, start, head_start) else None


def _airline(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """マレーシア航空, デルタ航空; 航空 alone and 国際航空 are a trade, フランス航空当局 an authority."""
    behind = context.text[end : end + 1]
    if rules.KANJI.match(behind) and behind != policies.AIRCRAFT:
        return None
    modifier = context.text[start:head_start]
    return start if policies.AIRLINE.fullmatch(modifier) else None


def _of_country(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """政府, 議会, 軍 and 大使館 are those of the country in front of them."""
    country = context.country_before(head_start)
    if country is None and head_start - 2 >= 0 and context.text[head_start - 2 : head_start] in policies.FORMS_OF_STATE:
        country = context.country_before(head_start - 2)
    if country is None:
        return _without_country(context, start, head_start, head)
    if _several_countries(context, country):
        return None
    if head.kind == "embassy":
        return min(start, country) if context.text[start : start + 1] == policies.IN or start == country else country
    return country


def _several_countries(context: NameContext, country: int) -> bool:
    """日米政府 names two governments, not one body."""
    return context.country_before(country) is not None and context.country_before(country) == country - 1


def _without_country(context: NameContext, start: int, head_start: int, head: Head) -> int | None:
    modifier = context.text[start:head_start]
    if head.kind == "force" and modifier in policies.FORCE_EXTRA and modifier not in policies.OF_MANY_STATES:
        return start
    if head.kind == "parliament" and modifier in policies.WITH_PARLIAMENT:
        return start
    if head.kind == "government" and (
        modifier.endswith(policies.SELF_GOVERNED) or modifier in policies.WITH_GOVERNMENT
    ):
        return start
    return None


def _mission(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    return start if policies.MISSION_START.match(context.text, start, head_start) and head_start - start >= 3 else None


def _group(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """NTTグループ, 三菱グループ: a group of companies is named after one."""
    if context.body_ends.get(head_start) is not None and context.body_ends[head_start] <= start:
        return start
    # 総務省地域力創造グループ: a part of a ministry.
    holder = offices.holder_end(context, start, head_start)
    return start if holder is not None and context.text[holder - 1] in policies.OFFICES else None


def _union(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = context.text[start:head_start]
    return (
        start
        if offices.holds_body(context, start, head_start)
        or policies.PLACE.match(modifier)
        or rules.TRADE_OF_PLACE.fullmatch(modifier)
        or len(modifier) >= 6
        else None
    )


def _company(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """会社 alone is a class; after a known name it is part of it, and イラン国営石油会社 is one of a kind."""
    owner = offices.owner_end(context, start, head_start)
    if owner is not None and rules.STATE_OWNED.fullmatch(context.text, owner, head_start):
        return start
    return context.body_ends.get(head_start)


def _museum(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """Museums and libraries are named after a place, a body or a person."""
    modifier = context.text[start:head_start]
    placed = policies.MUSEUM_NAME.search(modifier)
    return start if offices.holds_body(context, start, head_start) or (placed and len(modifier) >= 4) else None


def _foreign_university(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """英国オックスフォード大学 is a country and a university, 中国科学技術大学 a name."""
    if head.word == policies.GRADUATE_SCHOOL and context.body_ends.get(head_start) is not None:
        return start
    found = _unless(rules.NO_UNIVERSITY)(context, start, head_start, end, head)
    country_end = context.country_behind(start, head_start)
    if country_end is None:
        return found
    contracted = country_end - start == 1
    katakana = rules.KATAKANA.match(context.text[country_end]) or context.text[country_end].isascii()
    return country_end if found is not None and (contracted or katakana) else found


def _press(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = context.text[start:head_start]
    return None if policies.ANY_PRESS.fullmatch(modifier) or not modifier else start


POLICIES: dict[str, Policy] = {
    "office": offices.ministry,
    "bureau": offices.bureau,
    "sub": offices.part_of_body,
    "council": _council,
    "body": _association,
    "alliance": _alliance,
    "joint": _consortium,
    "bank": _unless(rules.NO_BANK),
    "univ": _foreign_university,
    "lab": _unless(rules.NO_LAB, 3),
    "hospital": _hospital,
    "school": _school,
    "center": _center,
    "court": _court,
    "bench": _bench,
    "airline": _airline,
    "fieldoffice": offices.field_office,
    "unit": offices.unit,
    "placeoffice": offices.place_office,
    "foreign": offices.foreign_office,
    "secretariat": offices.secretariat,
    "firm": _firm,
    "guild": _guild,
    "numbered": offices.numbered_unit,
    "police": offices.riot_police,
    "station": offices.station,
    "local": offices.local_body,
    "parliament": _of_country,
    "government": _of_country,
    "force": _of_country,
    "embassy": _of_country,
    "national": _of_country,
    "mission": _mission,
    "party": _unless(rules.NO_PARTY),
    "group": _group,
    "museum": _museum,
    "union": _union,
    "company": _company,
    "press": _press,
}
