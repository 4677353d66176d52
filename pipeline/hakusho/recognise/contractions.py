"""Countries contracted to one character: 日米, 訪米, 米大統領, 「英、仏、独」."""

import re
from collections.abc import Iterator

from hakusho.recognise import country_rules as rules
from hakusho.recognise.country_scene import FoundCountry, Scene

_RUN = re.compile(f"[{rules.CORE}{rules.RARE}{rules.REGIONS}]{{2,}}")


def _compounds(scene: Scene) -> Iterator[FoundCountry]:
    for run in _RUN.finditer(scene.text):
        for start, end in _subruns(scene, run.start(), run.end()):
            if _is_compound(scene, start, end):
                yield from (scene.country(i, "compound") for i in range(start, end) if scene.text[i] in scene.members)


def _subruns(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run of members at characters that belong to other words, and at a day of the month."""
    text, first = scene.text, start
    for offset in range(start, end + 1):
        usable = offset < end and (
            scene.free(offset) or text[offset] in rules.REGIONS or _claimed_back(scene, first, offset)
        )
        if (
            usable
            and text[offset] in "ロソパ"
            and re.match("[ァ-ヴー]", scene.at(offset + 1))
            and scene.at(offset + 1) not in scene.members
        ):
            usable = False
        if usable and offset == first and text[offset] == "日" and rules.DAY_LEFT.match(scene.at(offset - 1)):
            usable = False
        if not usable:
            if offset - first >= 2:
                yield first, offset
            first = offset + 1


def _claimed_back(scene: Scene, first: int, offset: int) -> bool:
    """日独自動車: a word (独自) claims the second member, but the noun behind it (自動車) shows a compound."""
    joined = offset > first and scene.text[first] == "日"
    return joined and scene.opens_word(offset) and bool(rules.EVIDENCE.match(scene.text, offset + 1))


def _is_compound(scene: Scene, start: int, end: int) -> bool:
    text = scene.text
    run = text[start:end]
    if len(set(run)) < len(run) or rules.LANGUAGES.match(text, end):
        return False
    if run.endswith("中") and start and scene.at(start - 1) in rules.AFFIXES and len(run) == 2:
        # 訪米中, 来日中: during a visit.
        return False
    evidence = bool(rules.EVIDENCE.match(text, end)) or scene.is_country(end)
    if run == "日中" and rules.DAYTIME.match(text, end):
        return False
    rare = [character for character in run if character in rules.RARE]
    if rare or run in rules.PAIR_WORDS:
        return evidence and (len(run) > 2 or not rare or run[0] in rules.CORE)
    return True


def _affixed(scene: Scene) -> Iterator[FoundCountry]:
    for match in _AFFIXED.finditer(scene.text):
        affix, offset = match.group()[0], match.end() - 1
        # 対日直接投資: 日直 is a word, but not behind 対.
        claimed = not scene.free(offset) and not (affix in rules.BINDING and scene.opens_word(offset))
        if claimed or scene.text[offset] not in rules.AFFIX_MEMBERS[affix]:
            continue
        if scene.at(match.start() - 1) in rules.AFFIX_LEFT.get(affix, "") and match.start() > 0:
            continue
        yield scene.country(offset, "affix")
        if (
            scene.at(offset + 1) in rules.CORE
            and scene.at(offset + 1) != "中"
            and scene.free(offset + 1)
            and rules.EVIDENCE.match(scene.text, offset + 2)
        ):
            yield scene.country(offset + 1, "affix")


_AFFIXED = re.compile(f"[{rules.AFFIXES}][{rules.CORE}{rules.RARE}]")
_PARTNER = re.compile(
    "・?(?:EU|EC(?![A-Z])|ASEAN|GCC|NATO|AU(?![A-Z])|SICA|CARICOM|EFTA|V4|GUAM|SAARC|OECD|PIF|UNESCO|ECOWAS|メルコスール|カリコム|欧州|欧|北欧|中東欧|中米|"
    "アフリカ|アジア|中央アジア|アラブ|中東|中南米|南米|カリブ|太平洋|バルト|メコン|湾岸|ラテンアメリカ|イスラム)"
)


def _with_partner(scene: Scene) -> Iterator[FoundCountry]:
    """日ASEAN, 日・タイ, 米EU: a member before the name of a partner."""
    for match in re.finditer("[日米英仏独中韓露豪印](?=・?[A-Zァ-ヴ一-龥])", scene.text):
        offset = match.start()
        if not scene.free(offset) or not _stands_free(scene, offset):
            continue
        dotted = scene.at(offset + 1) == "・"
        behind = offset + (2 if dotted else 1)
        country = scene.is_country(behind) and (dotted or re.match("[ァ-ヴ]", scene.at(behind)))
        if country or _PARTNER.match(scene.text, offset + 1):
            yield scene.country(offset, "partner")


def _stands_free(scene: Scene, offset: int) -> bool:
    """Tell whether a member begins a word: 日 is no day of a month, 米 no rice of a region."""
    before = scene.at(offset - 1)
    if scene.text[offset] == "日" and before and rules.DAY_LEFT.match(before):
        return before == "回"
    return (
        not before
        or not rules.KANJI.match(before)
        or before in "回次前元現新旧故対各第"
        or scene.is_country(offset - 1)
    )


def _qualified(scene: Scene) -> Iterator[FoundCountry]:
    """米大統領, 英側, 仏外相; 米グーグル."""
    for match in re.finditer(f"[{rules.QUALIFIED_MEMBERS}中蘭](?=[ァ-ヴA-Z一-龥])", scene.text):
        offset = match.start()
        if not scene.free(offset) or not _stands_free(scene, offset):
            continue
        member, behind = scene.text[offset], offset + 1
        side = rules.SIDE.match(scene.text, behind)
        noun = rules.QUALIFIED.match(scene.text, behind) if member in rules.QUALIFIED_MEMBERS else None
        if noun and (not noun.group().startswith("側") or side):
            yield scene.country(offset, "qualified")
        elif member in rules.COMPANY_MEMBERS and rules.COMPANY.match(scene.text, behind):
            yield scene.country(offset, "company")


def _listed(scene: Scene) -> Iterator[FoundCountry]:
    """米、英、独、仏: members that stand between the marks of a list of countries."""
    text = scene.text
    singles = [m.start() for m in _SINGLE.finditer(text) if scene.free(m.start())]
    known = set(singles)
    for offset in singles:
        links = [_list_neighbour(scene, offset, step, known) for step in (-1, 1)]
        strong = [link for link in links if link]
        chained = (
            any(link == "country" for link in strong)
            or len(strong) == 2
            or (strong and text[offset] in "英仏独豪韓露伊米")
        )
        opened = offset == 0 or text[offset - 1] in rules.LIST_DELIMITERS + rules.CLAUSE_START
        if chained and (text[offset] not in "中日加印台朝" or (opened and (len(strong) == 2 or "country" in strong))):
            yield scene.country(offset, "list")


_BOUND_LEFT = "(?<![一-龥々ァ-ヴーA-Za-z0-9])"
_SINGLE = re.compile(
    f"(?:{_BOUND_LEFT}|(?<=及び)|(?<=並びに))[{rules.CORE}]"
    "(?=[、・,/／)\\]）」\t\n 　はがをにでもへの]|及び|並びに|と|の[0-9一二三四五六七八九]|など|等|各国|諸国|$)"
)


def _list_neighbour(scene: Scene, offset: int, step: int, singles: set[int]) -> str:
    """Give what stands beyond the list mark on one side: a country, another single member, or nothing."""
    mark = scene.at(offset + step)
    if mark not in rules.LIST_DELIMITERS or not mark:
        return ""
    beyond = offset + 2 * step
    if beyond in singles:
        return "single"
    if step > 0:
        return "country" if scene.is_country(beyond) else ""
    return "country" if scene.is_country_end(offset - 1) else ""


def _alone(scene: Scene) -> Iterator[FoundCountry]:
    """仏は昨年六月: a member as a clause's subject, beside other countries; a member alone in a table's cell."""
    for match in re.finditer(f"[{rules.CORE}]", scene.text) if "\t" in scene.text or scene.names else ():
        offset = match.start()
        if not scene.free(offset):
            continue
        before, after = scene.at(offset - 1), scene.at(offset + 1)
        if (
            before in "\t\n"
            and after in "\t\n"
            and (before == "\t" or after == "\t")
            and match.group() in "日米英仏独伊露中韓豪印加"
        ):
            yield scene.country(offset, "cell")
        elif (
            match.group() in rules.ALONE_MEMBERS
            and (not before or before in rules.CLAUSE_START)
            and rules.ALONE_AFTER.match(scene.text, offset + 1)
            and scene.near(offset, 120)
        ):
            yield scene.country(offset, "alone")


# In this order: what one finds is evidence for the next.
FINDERS = (_compounds, _affixed, _with_partner, _qualified, _listed, _alone)
