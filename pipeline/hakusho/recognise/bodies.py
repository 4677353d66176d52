"""The grammar of names of bodies: a head (省, 委員会, 株式会社) with what stands to its left, up to the name's edge."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from hakusho.recognise import organisation_rules as rules
from hakusho.text.matching import Gazetteer, Hit
from hakusho.text.names import LEGAL_AFTER, LEGAL_BEFORE

_RUN = re.compile(rf"(?:{rules.NAME_CHARACTER.pattern})+\Z")
_QUOTE = re.compile("[「『]([^「」『』\n。]{4,120})[」』]")
_SPLIT = "・"
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
class Head:
    """A word that names of bodies end in; `not_before` are the characters that make another word of it."""

    word: str
    kind: str
    not_before: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be a body, the rule that says so, and the head it ends in."""

    start: int
    end: int
    rule: str
    head: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the text around names: where dates end, where countries and known bodies begin and end.

    `body_starts` maps where a known body begins to where the longest that begins there ends.
    """

    text: str
    heads: Mapping[str, Head]
    head_finder: Gazetteer
    date_ends: Mapping[int, int]
    country_ends: Mapping[int, int]
    body_ends: Mapping[int, int]
    body_starts: Mapping[int, int]

    def country_before(self, offset: int) -> int | None:
        """Give where the country that ends at `offset` begins."""
        return self.country_ends.get(offset)


def find_bodies(setting: Setting) -> Iterator[Candidate]:
    """Give the spans that the grammar takes for bodies; they may overlap."""
    yield from _by_head(setting)
    yield from _quoted(setting.text)
    yield from _legal(setting)
    yield from _companies(setting.text)


# --- by the head ---------------------------------------------------------------------------------------------


def _by_head(setting: Setting) -> Iterator[Candidate]:
    """Take at each end the longest head whose policy finds a name: 教育委員会 of a place before 委員会 of any kind."""
    for end, hits in _heads_by_end(setting).items():
        for hit in sorted(hits, key=lambda hit: hit.start):
            if (candidate := _named(setting, hit, end)) is not None:
                yield candidate
                break


def _heads_by_end(setting: Setting) -> dict[int, list[Hit]]:
    ends: dict[int, list[Hit]] = {}
    for hit in setting.head_finder.find(setting.text):
        ends.setdefault(hit.end, []).append(hit)
    return ends


def _named(setting: Setting, hit: Hit, end: int) -> Candidate | None:
    head = setting.heads[hit.key]
    if head.not_before and end < len(setting.text) and setting.text[end] in head.not_before:
        return None
    start = _at_known_body(setting, _left_edge(setting, hit.start), hit.start)
    last = setting.text[hit.start - 1]
    if start >= hit.start or last == _SPLIT or (last.isdigit() and len(head.word) == 1):
        return None
    if setting.country_before(end) == start:
        # コモロ連合 is a country.
        return None
    found = POLICIES[head.kind](setting, start, hit.start, end, head)
    return None if found is None else Candidate(found, end, f"head:{head.kind}", head.word)


def _at_known_body(setting: Setting, start: int, head_start: int) -> int:
    """Where a known body stands inside the run, the name begins with it: 推進総務省情報流通行政局 is a torn line.

    Only a country or another body may stand before it.
    """
    for inside in range(start, head_start):
        if inside in setting.body_starts:
            lead = (
                inside == start
                or setting.country_before(inside) == start
                or setting.body_ends.get(inside) == start
                or re.fullmatch("(?:同|当|当該)[省庁局国府社院]", setting.text[start:inside])
            )
            return start if lead else inside
    return start


def _left_edge(setting: Setting, head_start: int) -> int:
    """Give where the name that ends in a head begins: at a particle, a date, or the body or country before it."""
    text = setting.text
    window = max(0, head_start - rules.LONGEST_NAME)
    run = _RUN.search(text, window, head_start)
    if run is None:
        return head_start
    start = run.start()
    for date_end in range(head_start, start, -1):
        if date_end in setting.date_ends:
            start = date_end
            break
    return _strip_left(setting, _after_dot(setting, start, head_start), head_start)


def _after_dot(setting: Setting, start: int, head_start: int) -> int:
    """総務省・情報通信研究機構 are two names, 文化・メディア・スポーツ省 is one: a dot behind a name divides."""
    dot = setting.text.rfind(_SPLIT, start, head_start)
    while dot > start:
        if (
            dot in setting.body_ends
            or setting.country_before(dot) is not None
            or _ends_in_head(setting, dot)
            or dot + 1 in setting.body_starts
            or re.search(r"[都道府県]\Z", setting.text[start:dot])
        ):
            return dot + 1
        dot = setting.text.rfind(_SPLIT, start, dot)
    return start


def _ends_in_head(setting: Setting, offset: int) -> bool:
    text = setting.text
    return any(text.endswith(word, 0, offset) for word in _CLOSING)


def _strip_left(setting: Setting, start: int, head_start: int) -> int:
    text = setting.text
    while start < head_start:
        for pattern in (rules.COUNTED, rules.LEADING):
            match = pattern.match(text, start, head_start)
            if match and match.end() > start and not _known_here(setting, start, match.end()):
                start = match.end()
                break
        else:
            break
    return start


def _known_here(setting: Setting, start: int, end: int) -> bool:
    """Tell whether a known body begins at `start` and reaches beyond `end`: 全国銀行協会 does not lose 全国."""
    return setting.body_starts.get(start, 0) >= end


# --- policies: whether modifier and head make a name, and where it begins -------------------------------------

Policy = Callable[[Setting, int, int, int, Head], int | None]


def _office(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = setting.text[start:head_start]
    if rules.NO_OFFICE.match(modifier) or modifier.endswith(rules.PROVINCES) or len(modifier) < 2:
        return None
    if head.word == "庁" and rules.CITY_OFFICES.match(modifier):
        return None
    country = setting.country_before(head_start)
    return None if country is not None and country <= start else start


def _bureau(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = setting.text[start:head_start]
    if _holds_body(setting, start, head_start) and not rules.NO_BUREAU.search(modifier[-4:]):
        return start
    if rules.NO_BUREAU.search(modifier) or len(modifier) < 3:
        return None
    return start if rules.BUREAU_WORDS.search(modifier) or head.word != "局" else None


def _part(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    """部, 課, 室 and 研究科 are named behind the body that holds them, or in a list of their like."""
    holder = _holder(setting, start, head_start)
    if holder is not None:
        return start if rules.PART_NAME.fullmatch(setting.text, holder, head_start) or head.word == "研究班" else None
    text = setting.text
    listed = re.match(
        rf"[、・][一-龥]{{2,10}}{head.word}(?:[、・及かをのはがにと]|$)", text[end : end + 16]
    ) or re.search(rf"[一-龥]{{2,10}}{head.word}[、・]$", text[max(0, start - 16) : start])
    return start if listed and head.word in ("課", "室") and head_start - start >= 2 else None


def _holder(setting: Setting, start: int, head_start: int) -> int | None:
    """Give where the known body that begins the run ends."""
    for end in range(head_start, start, -1):
        if setting.body_ends.get(end) == start:
            return end
    return None


def _holds_body(setting: Setting, start: int, head_start: int) -> bool:
    return _holder(setting, start, head_start) is not None


def _council(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = setting.text[start:head_start]
    if rules.NO_COUNCIL.match(modifier) and not _holds_body(setting, start, head_start):
        # 気象庁の評価検討会: a class becomes a name behind the body it belongs to.
        owned = setting.text[start - 1 : start] == "の" and (
            start - 1 in setting.body_ends
            or re.search("(?:同|当)[省庁局社院会]の\\Z", setting.text[max(0, start - 3) : start])
        )
        return start if owned and len(modifier) >= 2 else None
    if head.word in ("委員会", "部会", "理事会", "小委員会", "分科会") and len(modifier) < 2:
        return None
    return start if len(modifier) >= 2 else None


def _unless(pattern: "re.Pattern[str]", shortest: int = 2) -> Policy:
    def policy(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
        modifier = setting.text[start:head_start]
        country = setting.country_before(head_start)
        if country is not None and country <= start:
            return None
        return start if len(modifier) >= shortest and not pattern.search(modifier) else None

    return policy


def _alliance(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    if rules.NO_ALLIANCE.match(setting.text[start:head_start]):
        return None
    return _unless(rules.NO_BODY)(setting, start, head_start, end, head)


def _hospital(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = setting.text[start:head_start]
    if rules.NO_HOSPITAL.match(modifier) or len(modifier) < 4:
        return None
    return start if rules.HOSPITAL_NAME.search(modifier) or _holds_body(setting, start, head_start) else None


def _school(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    return start if rules.SCHOOL_NAME.match(setting.text[start:head_start]) else None


def _center(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    if _holds_body(setting, start, head_start):
        return None if re.match("整備|建設|構築|計画|構想|事業|設置", setting.text[end : end + 2]) else start
    named = head_start - start >= 4 and rules.CENTER_EVIDENCE.match(setting.text, end)
    return start if named else None


def _court(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = setting.text[start:head_start]
    generic = re.fullmatch(
        "(?:各|地方|高等|家庭|簡易|下級|上級|憲法|行政|軍事|国際|民事|刑事|第一審|原審|控訴|同|当|本|他の?|管轄|受訴|上告|弾劾|特別|通常|仲裁|労働|知的財産)+",
        modifier,
    )
    return None if generic else start


def _station(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    """水俣警察署 and 仙台市消防局 bear the name of a place."""
    modifier = setting.text[start:head_start]
    if re.search(r"[都道府県市区町村]\Z|広域|組合|地区", modifier):
        return start if len(modifier) >= 3 else None
    return (
        start
        if head.word.endswith("署") and re.fullmatch("[一-龥]{2,4}", modifier) and not rules.NO_STATION.match(modifier)
        else None
    )


def _local(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    """教育委員会 and 市議会 are bodies of the place that is named with them."""
    modifier = setting.text[start:head_start]
    if head.word.endswith("議会"):
        return (
            start
            if head.word == "都議会"
            or (len(modifier) >= 1 and not re.fullmatch("各|同|両|全|地方|関係|全国", modifier))
            else None
        )
    return (
        start
        if re.search("[都道府県市区町村]$", modifier)
        and not re.fullmatch("各?(?:都道府県|市町村|市区町村|区市町村|府県|道府県|市|県|区|町|村|都|府|道)", modifier)
        else None
    )


def _of_country(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    """政府, 議会, 軍 and 大使館 are those of the country in front of them."""
    country = setting.country_before(head_start)
    if (
        country is None
        and head_start - 2 >= 0
        and setting.text[head_start - 2 : head_start] in ("連邦", "中央", "王国", "共和")
    ):
        country = setting.country_before(head_start - 2)
    if country is None:
        return _without_country(setting, start, head_start, head)
    if _several_countries(setting, country):
        return None
    if head.kind == "embassy":
        return min(start, country) if setting.text[start : start + 1] == "在" or start == country else country
    return country


def _several_countries(setting: Setting, country: int) -> bool:
    """日米政府 names two governments, not one body."""
    return setting.country_before(country) is not None and setting.country_before(country) == country - 1


def _without_country(setting: Setting, start: int, head_start: int, head: Head) -> int | None:
    modifier = setting.text[start:head_start]
    if head.kind == "force" and modifier in rules.FORCE_EXTRA and modifier not in ("多国籍", "連合"):
        return start
    if head.kind == "parliament" and modifier in ("欧州", "香港", "連邦", "スコットランド", "ウェールズ"):
        return start
    if head.kind == "government" and (
        modifier.endswith(("特別行政区", "自治")) or modifier in ("明治", "パレスチナ自治", "亡命")
    ):
        return start
    return None


def _mission(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    return start if rules.MISSION_START.match(setting.text, start, head_start) and head_start - start >= 3 else None


def _group(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    """NTTグループ, 三菱グループ: a group of companies is named after one."""
    return start if setting.body_ends.get(head_start) is not None and setting.body_ends[head_start] <= start else None


def _union(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = setting.text[start:head_start]
    return (
        start
        if _holds_body(setting, start, head_start)
        or re.match("[一-龥]{1,6}[都道府県市区町村]", modifier)
        or len(modifier) >= 6
        else None
    )


def _company(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    """会社 alone is a class; behind a known name it is part of it."""
    return setting.body_ends.get(head_start)


def _museum(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    """Museums and libraries are named after a place, a body or a person."""
    modifier = setting.text[start:head_start]
    placed = re.search("..[都道府県市区町村]立|[都道府県市区町村].*|^国立..|記念|大学|^[ァ-ヴー]{2,}", modifier)
    return start if _holds_body(setting, start, head_start) or (placed and len(modifier) >= 4) else None


def _foreign_university(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    """英国オックスフォード大学 is a country and a university, 中国科学技術大学 a name."""
    found = _unless(rules.NO_UNIVERSITY)(setting, start, head_start, end, head)
    for country_end in range(head_start - 1, start, -1):
        if setting.country_before(country_end) == start:
            contracted = country_end - start == 1
            katakana = rules.KATAKANA.match(setting.text[country_end]) or setting.text[country_end].isascii()
            return country_end if found is not None and (contracted or katakana) else found
    return found


def _press(setting: Setting, start: int, head_start: int, end: int, head: Head) -> int | None:
    modifier = setting.text[start:head_start]
    return None if re.fullmatch("各|同|当|他|大手|地方|全国|民間|主要|外国|有力", modifier) or not modifier else start


POLICIES: dict[str, Policy] = {
    "office": _office,
    "bureau": _bureau,
    "sub": _part,
    "council": _council,
    "body": _unless(rules.NO_BODY),
    "alliance": _alliance,
    "bank": _unless(rules.NO_BANK),
    "univ": _foreign_university,
    "lab": _unless(rules.NO_LAB, 3),
    "hospital": _hospital,
    "school": _school,
    "center": _center,
    "court": _court,
    "station": _station,
    "local": _local,
    "parliament": _of_country,
    "government": _of_country,
    "force": _of_country,
    "embassy": _of_country,
    "mission": _mission,
    "party": _unless(rules.NO_PARTY),
    "group": _group,
    "museum": _museum,
    "union": _union,
    "company": _company,
    "press": _press,
}


# --- without a head ------------------------------------------------------------------------------------------


def _quoted(text: str) -> Iterator[Candidate]:
    """A quotation that ends in a head is a name whatever it holds: 「迷惑メールへの対応の在り方に関する研究会」."""
    for match in _QUOTE.finditer(text):
        inner = match[1].rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹0123456789")
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
            yield Candidate(match.start(1), match.start(1) + len(inner), "quoted", head.group())
        elif rules.ENGLISH_BODY.fullmatch(inner):
            yield Candidate(match.start(1), match.start(1) + len(inner), "quoted-english")


def _set_up(text: str, offset: int) -> bool:
    """A 会議 is a body where the sentence sets it up, holds sessions of it over time or lets it act."""
    behind = text[offset : offset + 40]
    return bool(
        re.match(
            "[^。]{0,24}(?:設置|設立|創設|新設|発足|立ち上げ|開催し|開催され|において|で(?:は|の)|の下|を設け|が(?:取りまとめ|とりまとめ|まとめ))",
            behind,
        )
    )


def _legal(setting: Setting) -> Iterator[Candidate]:
    text = setting.text
    for match in LEGAL_BEFORE.finditer(text):
        closes = match.group().endswith(("会社", ")")) and match.end() not in setting.body_starts
        if closes and _has_name_before(setting, match.start()):
            continue
        end = _legal_name_end(setting, match.end())
        if end > match.end() + 1 and not rules.NO_LEGAL_NAME.match(text, match.end()):
            yield Candidate(match.start(), end, "legal-before")
    for match in LEGAL_AFTER.finditer(text):
        start = _left_edge(setting, match.start())
        if start < match.start() - 1 or setting.body_ends.get(match.start()) is not None:
            known = setting.body_ends.get(match.start())
            yield Candidate(min(start, known) if known is not None else start, match.end(), "legal-after")


def _has_name_before(setting: Setting, offset: int) -> bool:
    """日本電信電話株式会社: the form closes the name before it, unless a particle stands there."""
    return (
        bool(re.match("[一-龥ァ-ヴーA-Za-z0-9・]", setting.text[offset - 1 : offset]))
        and offset > 0
        and offset not in setting.date_ends
    )


_LEGAL_STOP = re.compile("及び|並びに|又は|など|[はがをにのでとへも、。,(「」)\\s]")


_LEGAL_RUN = re.compile(rf"(?:{rules.NAME_CHARACTER.pattern}|(?<=[A-Za-z.]) (?=[A-Z])){{2,40}}")


def _legal_name_end(setting: Setting, start: int) -> int:
    text = setting.text
    run = _LEGAL_RUN.match(text, start)
    if run is None:
        return start
    end = run.end()
    for known_end in range(end, start + 1, -1):
        if known_end in setting.body_ends and setting.body_ends[known_end] >= start - 1:
            return known_end
    for pattern in (_LEGAL_STOP, rules.NAME_STOP):
        stop = pattern.search(text, start + 2, end)
        end = stop.start() if stop else end
    return end


def _companies(text: str) -> Iterator[Candidate]:
    for match in rules.LATIN_LEGAL.finditer(text):
        yield Candidate(match.start(), match.end(), "legal-after")
    for match in rules.COMPANY.finditer(text):
        if not rules.NO_COMPANY.search(match.group()):
            yield Candidate(
                match.start() + (len(match.group()) - len(match.group().lstrip("・"))), match.end(), "company"
            )
