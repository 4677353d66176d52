"""Policies for offices of states, forces and places: what must stand before 局, 部, 事務局, 隊 that it be a name."""

from hakusho.recognise.organisations import grammar_rules
from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations import policy_rules as policies
from hakusho.recognise.organisations.context import Head, NameContext
from hakusho.recognise.organisations.name_runs import NameRuns


def ministry(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """情報通信省; 各省 and the 官庁 are classes."""
    modifier = context.text[start:head_start]
    if rules.NO_OFFICE.match(modifier) or modifier.endswith(rules.PROVINCES) or len(modifier) < 2:
        return None
    if head.word == policies.AGENCY and rules.CITY_OFFICES.match(modifier):
        return None
    country = context.country_before(head_start)
    return None if country is not None and country <= start else start


def bureau(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """情報通信国際戦略局 is named by its task, or after its ministry, state or city; 放送局 is a station."""
    modifier = context.text[start:head_start]
    if head.word == policies.BUREAU and rules.RELAY.search(modifier):
        return None
    if holds_body(context, start, head_start) and not rules.NO_BUREAU.search(modifier[-4:]):
        return start
    owner = owner_end(context, start, head_start)
    if rules.STATE_BUREAU.fullmatch(context.text, owner or start, head_start) or rules.LOCAL_BUREAU.fullmatch(modifier):
        return start
    if owner is not None and not rules.NO_BUREAU.search(modifier):
        return start if names_a_task(context, owner, head_start) else None
    if rules.NO_BUREAU.search(modifier) or len(modifier) < 3:
        return None
    if rules.SAME_OFFICE.match(modifier):
        return start
    return start if rules.BUREAU_WORDS.search(modifier) or head.word != policies.BUREAU else None


def part_of_body(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """部, 課, 室 and 研究科 are named after the body that holds them, or in a list of their like."""
    if head.word == policies.DEPARTMENT:
        state = start if behind_state(context, start) else owner_end(context, start, head_start)
        if state is not None and rules.MINISTRY_TASK.search(context.text, state, head_start):
            return start
    holder = holder_end(context, start, head_start)
    if holder is not None:
        if is_room(context.runs, head, head_start):
            return None
        return (
            start
            if rules.PART_NAME.fullmatch(context.text, holder, head_start) or head.word == policies.STUDY_TEAM
            else None
        )
    text = context.text
    if head.word in policies.SECTIONS and policies.UNITS_BEFORE.fullmatch(text, start, head_start):
        return start
    listed = policies.like_behind(head.word).match(text[end : end + 16]) or policies.like_before(head.word).search(
        text[max(0, start - 16) : start]
    )
    named = (
        head.word in policies.SECTIONS and head_start - start >= 2 and not rules.NO_ROOM.search(text, start, head_start)
    )
    return start if listed and named else None


def behind_state(context: NameContext, start: int) -> bool:
    """韓国の保健福祉部 is a ministry of Korea; 我が国の商務部 is not one of ours."""
    country = context.country_before(start - 1) if context.text[start - 1 : start] == policies.OF else None
    return country is not None and context.text[country : start - 1] not in grammar_rules.OUR_COUNTRY


def is_room(runs: NameRuns, head: Head, head_start: int) -> bool:
    """総務省第1会議室 is a room, and the body is 総務省."""
    return head.word == rules.ROOM and runs.shown(runs.words.word_at(head_start - 1)) in runs.sets["room"]


def holder_end(context: NameContext, start: int, head_start: int) -> int | None:
    """Return where the known body that begins the run ends."""
    for end in range(head_start, start, -1):
        if context.body_ends.get(end) == start:
            return end
    return None


def holds_body(context: NameContext, start: int, head_start: int) -> bool:
    """Return whether a known body begins the run."""
    return holder_end(context, start, head_start) is not None


def field_office(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """大阪農政事務所 is named after its place and its task."""
    return start if rules.FIELD_OFFICE.fullmatch(context.text, start, head_start) else None


def place_office(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """東京保護観察所, 第三管区海上保安本部, 熊本地方気象台: offices of the state that bear the name of their place."""
    modifier = context.text[start:head_start]
    if head.word == policies.POST_OFFICE and not context.runs.pos(context.runs.words.word_at(start)).startswith(
        rules.PLACE
    ):
        return None
    return start if rules.OFFICE_PLACE.fullmatch(modifier) and not rules.NO_STATION.match(modifier) else None


def foreign_office(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """英国原子力規制局, 香港食物環境衛生署, 欧州航空安全機関: an office is named after its country or region."""
    region = rules.REGION.match(context.text, start, head_start)
    behind = region.end() if region else owner_end(context, start, head_start)
    if behind is None:
        return None
    if head.word in policies.AGENCIES_OF_CHINA:
        # 香港衛生署: what ends so is an office, whatever its task.
        return start if head_start - behind > 1 else None
    return start if names_a_task(context, behind, head_start) else None


def owner_end(context: NameContext, start: int, head_start: int) -> int | None:
    """Return where the country that begins at `start`, and is named by more than one character, ends."""
    end = context.country_behind(start, head_start)
    return end if end is not None and end > start + 1 else None


def names_a_task(context: NameContext, start: int, end: int) -> bool:
    """Return whether words say more than which kind of office it is: 原子力安全, not 研究開発."""
    return end - start >= rules.SHORTEST_TASK and not rules.NO_FOREIGN_OFFICE.fullmatch(context.text, start, end)


def secretariat(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """APT事務局, 生物多様性条約事務局: a secretariat is named after what it serves."""
    known = context.body_ends.get(head_start)
    if known is not None:
        return min(start, known)
    served = rules.SERVED.search(context.text, start, head_start)
    if served is None or rules.NO_COUNCIL.match(context.text[start : served.start()]):
        return None
    return start


def numbered_unit(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """陸上自衛隊第12ヘリコプター隊, 陸上自衛隊中央即応集団: a unit is named after its force."""
    holder = holder_end(context, start, head_start)
    if holder is None or context.text[holder - 1] not in policies.FORCES:
        return None
    return start if policies.NUMBERED_UNIT.fullmatch(context.text, holder, head_start) else None


def riot_police(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """警視庁第一機動隊 is named after its police."""
    holder = holder_end(context, start, head_start)
    return start if holder is not None and context.text.endswith(policies.POLICE, start, holder) else None


def unit(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """陸上自衛隊第8師団, 西部方面隊: a unit is named after its force, or after where it stands."""
    named = holds_body(context, start, head_start) or policies.UNIT.fullmatch(context.text, start, head_start)
    return start if named else None


def station(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """水俣警察署 and 仙台市消防局 bear the name of a place."""
    modifier = context.text[start:head_start]
    if policies.STATION_OF_PLACE.search(modifier):
        return start if len(modifier) >= 3 else None
    return (
        start
        if head.word.endswith(policies.STATION)
        and policies.SHORT_PLACE.fullmatch(modifier)
        and not rules.NO_STATION.match(modifier)
        else None
    )


def local_body(context: NameContext, start: int, head_start: int, end: int, head: Head) -> int | None:
    """教育委員会 and 市議会 are bodies of the place that is named with them."""
    modifier = context.text[start:head_start]
    if head.word.endswith(policies.ASSEMBLY):
        return (
            start
            if head.word == policies.ASSEMBLY_OF_TOKYO
            or (
                len(modifier) >= 1
                and not policies.ANY_ASSEMBLY.fullmatch(modifier)
                and not policies.ANY_PLACE.fullmatch(context.text, start, end - len(policies.ASSEMBLY))
            )
            else None
        )
    return start if policies.OF_PLACE.search(modifier) and not policies.ANY_PLACE.fullmatch(modifier) else None
