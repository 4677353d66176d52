"""Countries contracted to one character: 日米, 訪米, 米大統領, 「英、仏、独」."""

import re
from collections.abc import Iterator

from hakusho.recognise.countries import country_rules as rules
from hakusho.recognise.countries.cells import in_cells
from hakusho.recognise.countries.context import CountryContext, FoundCountry
from hakusho.recognise.countries.lists import chained, listed

_RUN = re.compile(f"[{rules.CORE}{rules.RARE}{rules.REGIONS}]{{2,}}")


def _compounds(context: CountryContext) -> Iterator[FoundCountry]:
    for run in _RUN.finditer(context.text):
        for start, end in _subruns(context, run.start(), run.end()):
            if _is_compound(context, start, end):
                noun = rules.EVIDENCE.match(context.text, end)
                told = noun is not None and len(noun.group()) > 1
                members = (i for i in range(start, end) if context.text[i] in context.members)
                yield from (context.country(i, "compound", by_noun=told) for i in members)


def _subruns(context: CountryContext, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run of members at characters that belong to other words, and at a day of the month."""
    text, first = context.text, start
    for offset in range(start, end + 1):
        usable = offset < end and (
            context.free(offset) or text[offset] in rules.REGIONS or _claimed_back(context, first, offset)
        )
        if (
            usable
            and text[offset] in rules.KATAKANA_MEMBERS
            and rules.KATAKANA.match(context.at(offset + 1))
            and context.at(offset + 1) not in context.members
        ):
            usable = False
        if usable and offset == first and text[offset] == rules.DAY and rules.DAY_LEFT.match(context.at(offset - 1)):
            usable = False
        if not usable:
            if offset - first >= 2:
                yield first, offset
            first = offset + 1


def _claimed_back(context: CountryContext, first: int, offset: int) -> bool:
    """日独自動車: a word (独自) claims the second member, but the noun after it (自動車) shows a compound."""
    joined = offset > first and context.text[first] == rules.DAY
    return joined and context.opens_word(offset) and bool(rules.EVIDENCE.match(context.text, offset + 1))


def _is_compound(context: CountryContext, start: int, end: int) -> bool:
    text = context.text
    run = text[start:end]
    if len(set(run)) < len(run) or rules.LANGUAGES.match(text, end):
        return False
    if run.endswith(rules.DURING) and start and context.at(start - 1) in rules.AFFIXES and len(run) == 2:
        # 訪米中, 来日中: during a visit.
        return False
    glossed = text.startswith(rules.GLOSS, end) and context.is_country(end + 1)
    evidence = bool(rules.EVIDENCE.match(text, end)) or context.is_country(end) or glossed
    if run == rules.DAYTIME_WORD and rules.DAYTIME.match(text, end):
        return False
    rare = [character for character in run if character in rules.RARE]
    core = len(set(run) & set(rules.CORE))
    if rare and core >= rules.SEVERAL and not rules.KANJI.match(context.at(end)):
        # 日米豪印蘭の艦艇: two others vouch for the rare one.
        return True
    if run in rules.NAMED_PAIRS and rules.PAIR_BEHIND.match(text, end):
        return evidence or context.names_too(end - 1)
    if rare or run in rules.PAIR_WORDS:
        return evidence and (len(run) > 2 or not rare or run[0] in rules.CORE)
    return True


def _affixed(context: CountryContext) -> Iterator[FoundCountry]:
    for match in _AFFIXED.finditer(context.text):
        affix, offset = match.group()[0], match.end() - 1
        # 対日直接投資: 日直 is a word, but not after 対.
        claimed = not context.free(offset) and not (affix in rules.BINDING and context.opens_word(offset))
        if claimed or context.text[offset] not in rules.AFFIX_MEMBERS[affix]:
            continue
        if context.at(match.start() - 1) in rules.AFFIX_LEFT.get(affix, "") and match.start() > 0:
            continue
        if rules.CURRENCY.match(context.text, match.end()):
            continue
        needed = rules.AFFIX_BEHIND.get(match.group())
        if needed and not needed.match(context.text, match.end()):
            continue
        yield context.country(offset, "affix")
        if (
            context.at(offset + 1) in rules.CORE
            and context.at(offset + 1) != rules.DURING
            and context.free(offset + 1)
            and rules.EVIDENCE.match(context.text, offset + 2)
        ):
            yield context.country(offset + 1, "affix")


_AFFIXED = re.compile(f"[{rules.AFFIXES}][{rules.CORE}{rules.RARE}]")


def _with_partner(context: CountryContext) -> Iterator[FoundCountry]:
    """日ASEAN, 日・タイ, 米EU: a member before the name of a partner."""
    for match in rules.PARTNERED.finditer(context.text):
        offset = match.start()
        if not context.free(offset) or not _stands_free(context, offset):
            continue
        dotted = context.at(offset + 1) == rules.DOT
        behind = offset + (2 if dotted else 1)
        country = context.is_country(behind) and (dotted or not rules.KANJI.match(context.at(behind)))
        short = match.group() == rules.DAY and rules.SHORT_PARTNER.match(context.text, offset + 1)
        if country or short or rules.PARTNER.match(context.text, offset + 1):
            yield context.country(offset, "partner")


def _stands_free(context: CountryContext, offset: int) -> bool:
    """Return whether a member begins a word: 日 is not a day of a month, 米 not rice of a region."""
    before = context.at(offset - 1)
    if context.text[offset] == rules.DAY and before and rules.DAY_LEFT.match(before):
        return before == rules.TIMES
    return (
        not before or not rules.KANJI.match(before) or before in rules.BEFORE_MEMBER or context.is_country(offset - 1)
    )


def _dotted(context: CountryContext) -> Iterator[FoundCountry]:
    """日・伯首脳会談: two members with a dot between, before a noun of what states do together."""
    for match in rules.DOTTED.finditer(context.text):
        first, second = match.start(), match.end() - 1
        noun = rules.EVIDENCE.match(context.text, match.end())
        apart = context.text[first] != context.text[second]
        if noun and apart and context.free(first) and context.free(second):
            yield from (context.country(at, "dotted", by_noun=len(noun.group()) > 1) for at in (first, second))


def _qualified(context: CountryContext) -> Iterator[FoundCountry]:
    """米大統領, 英側, 仏外相; 米グーグル."""
    for match in rules.QUALIFYING.finditer(context.text):
        offset = match.start()
        if not context.free(offset) or not _stands_free(context, offset):
            continue
        member, behind = context.text[offset], offset + 1
        if member in rules.KATAKANA_MEMBERS and rules.KATAKANA.match(context.at(offset - 1)):
            continue
        side = rules.SIDE.match(context.text, behind)
        noun = rules.QUALIFIED.match(context.text, behind) if member in rules.QUALIFIED_MEMBERS else None
        if member in rules.RARE_QUALIFIED_MEMBERS:
            noun = rules.RARE_QUALIFIED.match(context.text, behind)
            noun = noun or (side if context.names_too(offset) else None)
        if noun and (not noun.group().startswith(rules.SIDE_WORD) or side):
            yield context.country(offset, "qualified")
        elif member in rules.COMPANY_MEMBERS and rules.COMPANY.match(context.text, behind):
            yield context.country(offset, "company")


def _alone(context: CountryContext) -> Iterator[FoundCountry]:
    """仏は昨年六月: a member as a clause's subject, next to other countries."""
    for match in rules.ALONE.finditer(context.text) if context.names else ():
        offset = match.start()
        before = context.at(offset - 1)
        starts_clause = not before or before in rules.CLAUSE_START
        if context.free(offset) and starts_clause and context.near(offset, 120):
            yield context.country(offset, "alone")


def _wars(context: CountryContext) -> Iterator[FoundCountry]:
    """日清戦争, 普仏戦争: those who fought it."""
    for war in rules.WAR.finditer(context.text):
        for offset in range(war.start(1), war.end(1)):
            character = context.text[offset]
            key = rules.WAR_MEMBERS.get(character) or context.members.get(character)
            if key and not context.is_country(offset):
                yield FoundCountry(offset, offset + 1, "war", (key,))


def _after_partner(context: CountryContext) -> Iterator[FoundCountry]:
    """日EU・英: a member behind the partner of another country."""
    for match in rules.AFTER_PARTNER.finditer(context.text):
        if context.is_country_end(match.start() - (context.at(match.start() - 1) == rules.DOT)) and context.free(
            match.end() - 1
        ):
            yield context.country(match.end() - 1, "partner")


def _glossed(context: CountryContext) -> Iterator[FoundCountry]:
    """独(ドイツ), マレーシア(馬): the name beside it says what a member means."""
    for match in rules.GLOSSED.finditer(context.text):
        before = context.at(match.start() - 1)
        if context.free(match.start()) and not rules.LETTER.match(before) and context.glosses(match.start()):
            yield context.country(match.start(), "gloss")


# In this order: what one finds is evidence for the next.
FINDERS = (
    _wars,
    _glossed,
    _compounds,
    _dotted,
    _affixed,
    _with_partner,
    _after_partner,
    _qualified,
    chained,
    listed,
    in_cells,
    _alone,
)
