"""Countries contracted to one character in a list: 米、英、独、仏; 日・米・韓の三か国; 中国、露及び英."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hakusho.recognise.countries import country_rules as rules
from hakusho.recognise.countries.context import CountryContext, FoundCountry


@dataclass(frozen=True, slots=True)
class _Item:
    """A member that stands alone, or a country found before."""

    start: int
    end: int
    character: str

    @property
    def is_name(self) -> bool:
        return not self.character


def chained(context: CountryContext) -> Iterator[FoundCountry]:
    """日・米・韓の三か国."""
    for chain in rules.CHAIN.finditer(context.text):
        if rules.RUNS_ON.match(context.text, chain.end()) and not rules.EVIDENCE.match(context.text, chain.end()):
            continue
        if rules.LANGUAGES.match(context.text, chain.end() + context.text.startswith(rules.OF, chain.end())):
            context.block(chain.start(), chain.end())
            continue
        for offset in _members(context, chain.start(), chain.end()):
            if not context.is_country(offset):
                yield context.country(offset, "list")


def _members(context: CountryContext, start: int, end: int) -> list[int]:
    """Return the members of a chain; rare ones count beside two others, or before a count of countries (の三か国)."""
    free = [at for at in range(start, end) if context.text[at] in context.members and context.free(at)]
    core = [at for at in free if context.text[at] in rules.CORE]
    several = len(core) >= rules.SEVERAL or (core and rules.COUNTED.match(context.text, end))
    if several:
        return free
    return core if len(core) > rules.SEVERAL else []


def listed(context: CountryContext) -> Iterator[FoundCountry]:
    """米、英、独、仏; 米国、露: members that stand between the marks of a list of countries."""
    for chain in _chains(context):
        items = _without_head(context, chain)
        named = {context.keys_at(item.start) for item in items if item.is_name}
        # ブラジル、米国、米: what is named already is rice.
        members = [i for i in items if not i.is_name and (context.members[i.character],) not in named]
        if not members or not _is_list(context, items, members):
            continue
        core = [item for item in members if item.character in rules.CORE]
        vouching = len(core) + sum(item.is_name for item in items)
        rare = bool(core) and (vouching >= rules.SEVERAL or _attested(context, items))
        for item in members if rare else core:
            yield context.country(item.start, "list")


def _chains(context: CountryContext) -> Iterator[list[_Item]]:
    """Yield the items between which nothing but the marks of a list stands, two at least."""
    singles = [_Item(m.start(), m.end(), m.group()) for m in rules.SINGLE.finditer(context.text)]
    singles = [item for item in singles if context.free(item.start)]
    if not singles:
        return
    items = sorted((*singles, *(_Item(s, e, "") for s, e in context.found())), key=lambda item: item.start)
    chain: list[_Item] = []
    for item in items:
        if chain and not _linked(context, chain[-1], item):
            if len(chain) > 1:
                yield chain
            chain = []
        chain.append(item)
    if len(chain) > 1:
        yield chain


def _linked(context: CountryContext, first: _Item, second: _Item) -> bool:
    mark = rules.LISTING.fullmatch(context.text, first.end, second.start)
    if not mark or mark.group()[0] in rules.LIST_DELIMITERS:
        return bool(mark)
    # 米と英; but ブラジルと米 (rice), 中国と朝 (the morning).
    if first.is_name or second.is_name:
        return all(item.is_name or item.character in rules.SURE_MEMBERS for item in (first, second))
    return any(item.character in rules.SURE_MEMBERS for item in (first, second))


def _without_head(context: CountryContext, chain: list[_Item]) -> list[_Item]:
    """その日、米: what a clause runs into is not the first of a list, unless it is seldom another word."""
    head = chain[0]
    sure = head.is_name or head.character in rules.SURE_MEMBERS or _opened(context, head.start)
    sure = sure or _dotted_to_sure(context, chain)
    several = sum(item.character in rules.PLAIN_MEMBERS for item in chain if item.character) > rules.SEVERAL
    return chain if sure or (several and head.character in rules.PLAIN_MEMBERS) else chain[1:]


def _dotted_to_sure(context: CountryContext, chain: list[_Item]) -> bool:
    """4月に米・韓で, する日・米・独の: dots join the first member to one, or 日 to two, that are seldom other words."""
    head, behind = chain[0], chain[1:]
    sure = any(item.character in rules.SURE_MEMBERS for item in behind)
    plain = all(item.character in rules.PLAIN_MEMBERS for item in (behind if len(behind) > 1 else (head, *behind)))
    return sure and plain and _dotted(context, chain)


def _opened(context: CountryContext, offset: int) -> bool:
    return offset == 0 or context.text[offset - 1] in rules.LIST_DELIMITERS + rules.CLAUSE_START


def _is_list(context: CountryContext, items: list[_Item], members: list[_Item]) -> bool:
    """Return whether a chain is one of countries: a name, three members or two sure ones vouch for the rest."""
    core = [item.character for item in members if item.character in rules.CORE]
    if not core or all(item.character in rules.NO_COUNTRY_CELLS for item in items):
        # 土、日: days of the week.
        return False
    if any(item.is_name for item in items):
        # 朝、中国に発つ; 米、ブラジル: two of them by a comma need more.
        sure = len(items) > rules.SEVERAL or core[0] in rules.SURE_MEMBERS
        return sure or _dotted(context, items) or _attested(context, items)
    if len(core) == 1:
        # 伊、西の閣僚: the noun behind shows that the rare member is a country.
        return len(members) > 1 and _attested(context, items)
    sure = any(character in rules.SURE_MEMBERS for character in core)
    return len(core) > rules.SEVERAL or sure or _dotted(context, members)


def _attested(context: CountryContext, items: list[_Item]) -> bool:
    """日、加の閣僚: a noun that speaks of states stands behind."""
    noun = rules.EVIDENCE.match(context.text, items[-1].end)
    return noun is not None and len(noun.group()) > 1


def _dotted(context: CountryContext, items: list[_Item]) -> bool:
    """日・米: the dot joins names; 日、米 could be a day and rice."""
    return all(context.text[a.end : b.start] in rules.NAME_JOINS for a, b in pairwise(items))
