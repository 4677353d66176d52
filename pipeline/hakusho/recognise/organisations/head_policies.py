"""Whether a head and the words before it make a name, and where it begins: a policy for each kind of head."""

import re
from collections.abc import Callable

from hakusho.recognise.organisations import office_policies as offices
from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations.context import Head, NameContext

Policy = Callable[[NameContext, int, int, int, Head], int | None]


def _council(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = context.text[start:head_start]
    if rules.NO_COUNCIL.match(modifier) and not offices.holds_body(context, start, head_start):
        # 気象庁の評価検討会: a class becomes a name after the body it belongs to.
        owned = context.text[start - 1 : start] == "の" and (
            start - 1 in context.body_ends
            or re.search("(?:同|当)[省庁局社院会]の\\Z", context.text[max(0, start - 3) : start])
        )
        return start if owned and len(modifier) >= 2 else None
    if head.word in ("委員会", "部会", "理事会", "小委員会", "分科会") and len(modifier) < 2:
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
    if head.word == "連合" and context.body_ends.get(head_start) == start:
        return None
    return _unless(rules.NO_BODY)(context, start, head_start, end, head)


def _alliance(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    if rules.NO_ALLIANCE.match(context.text[start:head_start]):
        return None
    return _unless(rules.NO_BODY)(context, start, head_start, end, head)


def _hospital(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = context.text[start:head_start]
    if head.word == "医療センター" and not rules.NO_MEDICAL_CENTRE.search(modifier) and len(modifier) >= 2:
        return start
    if rules.NO_HOSPITAL.match(modifier) or len(modifier) < 4:
        return None
    return start if rules.HOSPITAL_NAME.search(modifier) or offices.holds_body(context, start, head_start) else None


def _school(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    return start if rules.SCHOOL_NAME.search(context.text[start:head_start]) else None


def _center(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    if offices.holds_body(context, start, head_start):
        return None if re.match("整備|建設|構築|計画|構想|事業|設置", context.text[end : end + 2]) else start
    named = head_start - start >= 4 and rules.CENTER_EVIDENCE.match(context.text, end)
    national = rules.NATIONAL_CENTER.fullmatch(context.text, start, head_start)
    return start if named or national else None


def _court(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = context.text[start:head_start]
    generic = re.fullmatch(
        "(?:各|地方|高等|家庭|簡易|下級|上級|憲法|行政|軍事|国際|民事|刑事|第一審|原審|控訴|同|当|本|他の?|管轄|受訴|上告|弾劾|特別|通常|仲裁|労働|知的財産)+",
        modifier,
    )
    return None if generic else start


def _bench(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """最高裁判所第三小法廷: a bench is named after its court."""
    holder = offices.holder_end(context, start, head_start)
    named = holder is not None and re.fullmatch("(?:第[一二三123])?", context.text[holder:head_start])
    return start if named else None


def _firm(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """みずほホールディングス, 三菱東京フィナンシャル・グループ: words that only companies are called by."""
    modifier = context.text[start:head_start].rstrip("・")
    return start if len(modifier) >= 2 and not rules.NO_FIRM.fullmatch(modifier) else None


def _guild(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """全国消防長会, 日本介護福祉士会: those of one calling in a country or prefecture."""
    return start if rules.GUILD.fullmatch(context.text, start, head_start) else None


def _airline(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """マレーシア航空, デルタ航空; 航空 alone and 国際航空 are a trade, フランス航空当局 an authority."""
    behind = context.text[end : end + 1]
    if rules.KANJI.match(behind) and behind != "機":
        return None
    modifier = context.text[start:head_start]
    return start if re.fullmatch("[ァ-ヴー・A-Z]{2,}(?:国際)?|[一-龥]{2,4}国際", modifier) else None


def _of_country(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """政府, 議会, 軍 and 大使館 are those of the country in front of them."""
    country = context.country_before(head_start)
    if (
        country is None
        and head_start - 2 >= 0
        and context.text[head_start - 2 : head_start] in ("連邦", "中央", "王国", "共和")
    ):
        country = context.country_before(head_start - 2)
    if country is None:
        return _without_country(context, start, head_start, head)
    if _several_countries(context, country):
        return None
    if head.kind == "embassy":
        return min(start, country) if context.text[start : start + 1] == "在" or start == country else country
    return country


def _several_countries(context: NameContext, country: int) -> bool:
    """日米政府 names two governments, not one body."""
    return context.country_before(country) is not None and context.country_before(country) == country - 1


def _without_country(context: NameContext, start: int, head_start: int, head: Head) -> int | None:
    modifier = context.text[start:head_start]
    if head.kind == "force" and modifier in rules.FORCE_EXTRA and modifier not in ("多国籍", "連合"):
        return start
    if head.kind == "parliament" and modifier in ("欧州", "香港", "連邦", "スコットランド", "ウェールズ"):
        return start
    if head.kind == "government" and (
        modifier.endswith(("特別行政区", "自治")) or modifier in ("明治", "パレスチナ自治", "亡命")
    ):
        return start
    return None


def _mission(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    return start if rules.MISSION_START.match(context.text, start, head_start) and head_start - start >= 3 else None


def _group(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """NTTグループ, 三菱グループ: a group of companies is named after one."""
    return start if context.body_ends.get(head_start) is not None and context.body_ends[head_start] <= start else None


def _union(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = context.text[start:head_start]
    return (
        start
        if offices.holds_body(context, start, head_start)
        or re.match("[一-龥]{1,6}[都道府県市区町村]", modifier)
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
    placed = re.search("..[都道府県市区町村]立|[都道府県市区町村].*|^国立..|記念|大学|^[ァ-ヴー]{2,}", modifier)
    return start if offices.holds_body(context, start, head_start) or (placed and len(modifier) >= 4) else None


def _foreign_university(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """英国オックスフォード大学 is a country and a university, 中国科学技術大学 a name."""
    if head.word == "大学院" and context.body_ends.get(head_start) is not None:
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
    return None if re.fullmatch("各|同|当|他|大手|地方|全国|民間|主要|外国|有力", modifier) or not modifier else start


POLICIES: dict[str, Policy] = {
    "office": offices.ministry,
    "bureau": offices.bureau,
    "sub": offices.part_of_body,
    "council": _council,
    "body": _association,
    "alliance": _alliance,
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
