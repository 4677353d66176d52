"""Say which body each mention is: one entity under all its names, in a document and across documents."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hakusho.labels import ORG
from hakusho.records import Body, Entity, Mention, NameParts, Span, Status
from hakusho.resolve import organisation_rules as rules
from hakusho.resolve.organisation_names import body_name, is_full, only_place, printed_name
from hakusho.resolve.protocol import Indexed
from hakusho.text.document import Document
from hakusho.text.names import WHOLE, name_id, without_legal_form

_PREFIXED_KINDS = frozenset(("bureau",))
# The kinds of names that are whole.
_WHOLE = frozenset("full former".split())


@dataclass(frozen=True, slots=True)
class Authority:
    """The bodies by id, the ids of each name, and the full names that bodies had at other times.

    `short` are the names that are short or Latin forms; `countries` gives the code of each name of a country.
    """

    bodies: Mapping[str, Body]
    by_name: Mapping[str, tuple[str, ...]]
    former: frozenset[str]
    short: frozenset[str] = frozenset()
    countries: Mapping[str, str] = field(default_factory=dict)

    def full_name(self, key: str) -> str:
        """A bureau's name begins with the ministry's: 総務省情報通信国際戦略局."""
        body = self.bodies[key]
        parent = self.bodies.get(body.parent)
        if body.kind in _PREFIXED_KINDS and parent and not body.name.startswith(parent.name):
            return parent.name + body.name
        return body.name


def authority(
    bodies: Iterable[Mapping[str, str]],
    names: Iterable[Mapping[str, str]],
    countries: Iterable[Mapping[str, str]] = (),
) -> Authority:
    """Build from the rows of `organisations.tsv`, `organisation_names.tsv` and `country_names.tsv`."""
    table = {row["org_id"]: _body(row) for row in bodies}
    by_name: dict[str, tuple[str, ...]] = {}
    former, full = set(), set()
    for row in names:
        if row["kind"] in _WHOLE:
            full.add(row["name"])
        by_name[row["name"]] = (*by_name.get(row["name"], ()), row["org_id"])
        if row["kind"] == "former":
            former.add(row["name"])
    short = frozenset(by_name.keys() - full)
    return Authority(table, by_name, frozenset(former), short, {row["name"]: row["iso3"] for row in countries})


def _body(row: Mapping[str, str]) -> Body:
    return Body(
        row["org_id"],
        row["name_ja"],
        row["kind"],
        row["country"],
        row["parent"],
        row["from"],
        row["to"],
        row["name_en"],
        row["abbreviation"],
        tuple(filter(None, row["successor"].split("|"))),
    )


@dataclass(slots=True)
class Group:
    """Mentions that are one body: `key` of the lexicon where it has one, else the name that the text gives."""

    key: str
    name: str
    members: list[int]


def resolve_organisations(
    mentions: Sequence[tuple[int, Mention, NameParts]],
    text: str,
    lexicon: Authority,
    published: str,
    defined: Iterable[Span] = (),
) -> dict[int, Entity]:
    """Return an entity for each organisation mention (index, mention, parts), in document order.

    `defined` are the spans of the Japanese names that the document gives short forms to.
    """
    resolver = _Resolver(text, lexicon, published[:4], frozenset(defined))
    for index, mention, parts in mentions:
        resolver.add(index, mention, parts)
    return resolver.entities(mentions)


class _Resolver:
    def __init__(self, text: str, lexicon: Authority, year: str, defined: frozenset[Span]) -> None:
        self._text, self._lexicon, self._year, self._defined = text, lexicon, year, defined
        self._groups: dict[str, Group] = {}
        self._of_span: dict[Span, str] = {}
        self._of_index: dict[int, str] = {}
        self._last: tuple[Span, str] | None = None

    def add(self, index: int, mention: Mention, parts: NameParts) -> None:
        identity = self._identity(mention, parts)
        if identity:
            group = self._groups.setdefault(identity, self._new_group(identity, mention, parts))
            group.members.append(index)
            self._of_span[mention.span] = identity
            self._last = (mention.span, identity)
        self._of_index[index] = identity

    def _identity(self, mention: Mention, parts: NameParts) -> str:
        """Return the id of a mention's body; empty for a 同社 whose body the text does not name."""
        if parts.alias_of is not None:
            return self._of_span.get(parts.alias_of) or self._pending(parts.alias_of)
        if parts.anaphor:
            return ""
        name = body_name(parts.canonical)
        if parts.keys and not self._too_early(name, parts.keys):
            return self._best(parts.keys)
        return self._known(name) or self._of_owner(name, mention) or name_id(self._spelt_out(name))

    def _spelt_out(self, name: str) -> str:
        """同省公衆衛生局 begins with the ministry before it, ITU-D第2研究委員会 with an abbreviation."""
        if (back := rules.BACK.match(name)) and (owner := self._ending_in(back["head"])):
            return owner + name[back.end() :]
        if (short := rules.ABBREVIATED.match(name)) and (keys := self._lexicon.by_name.get(short["short"])):
            return self._lexicon.full_name(self._best(keys)) + name[short.end("short") :]
        return name

    def _ending_in(self, head: str) -> str:
        """Return the name, up to the head, of the last body named with one: 厚生省 of 厚生省環境衛生部."""
        for group in reversed(self._groups.values()):
            if (at := group.name.find(head, 2)) > 0:
                return group.name[: at + len(head)]
        return ""

    def _pending(self, span: Span) -> str:
        """An alias may stand before the name it is short for (a heading): the name's id is fixed all the same."""
        name = body_name(self._text[span.slice])
        return self._known(name) or name_id(name)

    def _best(self, keys: tuple[str, ...]) -> str:
        """Of several bodies of one name take the one that existed in the year of publication."""
        living = [key for key in keys if self._lives(self._lexicon.bodies[key])]
        return (living or list(keys))[0]

    def _too_early(self, name: str, keys: tuple[str, ...]) -> bool:
        """クルップ in 1957 is not short for ティッセン・クルップ, which came later."""
        firsts = [self._lexicon.bodies[key].first for key in keys]
        return bool(self._year) and name in self._lexicon.short and all(first > self._year for first in firsts)

    def _lives(self, body: Body) -> bool:
        if not self._year:
            return True
        return (not body.first or body.first <= self._year) and (not body.last or self._year <= body.last)

    def _known(self, name: str) -> str:
        """Return the id of a name that the lexicon has, also with the body above it in front or 社 after."""
        # 帝国データバンク社 is the company that is called 帝国データバンク.
        for spelling in (name, name.removesuffix(rules.COMPANY), rules.CLUB_FORM.sub("", name)):
            if keys := self._lexicon.by_name.get(spelling):
                return "" if self._too_early(spelling, keys) else self._best(keys)
        return self._of_country(name) or self._with_the_body_above(name)

    def _of_country(self, name: str) -> str:
        """米連邦公開市場委員会 is the 連邦公開市場委員会 of the lexicon, where the state before it is its own."""
        for cut in range(1, min(rules.LONGEST_COUNTRY, len(name) - 2)):
            state = self._lexicon.countries.get(name[:cut])
            of_state = (key for key in self._lexicon.by_name.get(name[cut:], ()) if state != rules.HOME)
            if match := next((key for key in of_state if self._lexicon.bodies[key].country == state), ""):
                return match
        return ""

    def _with_the_body_above(self, name: str) -> str:
        for cut in range(2, len(name) - 1):
            below = self._lexicon.by_name.get(name[cut:])
            above = self._lexicon.by_name.get(name[:cut])
            if below and above:
                match = next((key for key in below if self._lexicon.bodies[key].parent in above), "")
                if match:
                    return match
        return ""

    def _of_owner(self, name: str, mention: Mention) -> str:
        """同審議会の情報通信政策部会: a sub-body after の belongs to the body before it."""
        if self._last is None or not rules.SUB_BODY.search(name):
            return ""
        span, owner = self._last
        if not rules.OF.fullmatch(self._text, span.end, mention.span.start):
            return ""
        if any(name[:cut] in self._lexicon.by_name for cut in range(3, len(name))):
            # EUの欧州委員会第4総局 says itself whose it is.
            return ""
        return name_id(self._name_of(owner) + name)

    def _name_of(self, identity: str) -> str:
        group = self._groups.get(identity)
        return group.name if group else ""

    def _new_group(self, identity: str, mention: Mention, parts: NameParts) -> Group:
        if identity in self._lexicon.bodies:
            return Group(identity, self._lexicon.full_name(identity), [])
        folded, name = body_name(parts.canonical or mention.surface), printed_name(mention.surface)
        if parts.alias_of is not None:
            name = printed_name(self._text[parts.alias_of.slice])
        elif parts.place is not None:
            name = printed_name(self._text[parts.place.slice])[:-1] + name
        elif identity == name_id(folded):
            name = folded if len(folded) > len(name) else name
        elif identity == name_id(self._spelt_out(folded)):
            name = self._spelt_out(folded)
        elif self._last is not None:
            name = self._name_of(self._last[1]) + name
        return Group("", name, [])

    def _choose_names(self) -> None:
        """A document's own full name for a body wins: one it defines, or had then, or that names the body above."""
        places: dict[str, list[Span]] = {}
        for span, identity in self._of_span.items():
            places.setdefault(identity, []).append(span)
        for group in self._groups.values():
            if not group.key:
                continue
            spans = places.get(group.key, [])
            printed = {span: printed_name(self._text[span.slice]) for span in spans}
            own = {name for span, name in printed.items() if span in self._defined}
            defined = [name for name in printed.values() if name in own and self._is_full(name, group.name)]
            names = sorted(printed.values())
            fuller = [name for name in names if self._names_the_body_above(name, group.name)]
            # 松下電器産業 is called so in its day.
            former = [name for name in names if name in self._lexicon.former and group.name not in names]
            japanese = sorted(
                (n for n in names if rules.IN_LATIN.fullmatch(group.name) and rules.SPELT_OUT.fullmatch(n)), key=len
            )
            group.name = (defined or former or japanese[-1:] or [max([group.name, *fuller], key=len)])[0]

    def _is_full(self, name: str, official: str) -> bool:
        """国立衛生研究所 is all of アメリカ国立衛生研究所, whose country the text has named."""
        state = official.removesuffix(name)
        return is_full(name, official) or (state != official and state in self._lexicon.countries)

    def _names_the_body_above(self, name: str, official: str) -> bool:
        above = name.removesuffix(official)
        return above != name and (above in self._lexicon.by_name or bool(WHOLE.search(above)))

    def entities(self, mentions: Sequence[tuple[int, Mention, NameParts]]) -> dict[int, Entity]:
        self._choose_names()
        merged = self._merged()
        found = {}
        for index, mention, _ in mentions:
            identity = merged.get(self._of_index[index], self._of_index[index])
            group = self._groups.get(identity)
            if group is None:
                found[index] = Entity(mention, Status.UNKNOWN)
            else:
                name = self._lexicon.full_name(group.key) if group.key else group.name
                body = self._lexicon.bodies.get(group.key)
                found[index] = Entity(mention, Status.RESOLVED, group.name, name, entity_id=identity, known=body)
        return found

    def _merged(self) -> dict[str, str]:
        """Join 通信情報省 to インドネシア通信情報省: a name that another one of the document ends in."""
        merged: dict[str, str] = {}
        unknown = {identity: group for identity, group in self._groups.items() if not group.key}
        ending = self._by_ending({group.name for group in unknown.values()})
        for identity, group in unknown.items():
            longer = [
                other
                for other in ending[group.name]
                if other != identity and only_place(self._groups[other].name, group.name)
            ] or self._begun(identity, unknown)
            if len(longer) == 1:
                merged[identity] = longer[0]
        return merged

    def _begun(self, short: str, groups: Iterable[str]) -> list[str]:
        """Return the companies whose name a shorter one begins: ヤラ社 is ヤラ・インターナショナル.

        A name with its legal form is whole: 株式会社ヤラ is another one than ヤラ・アジア.
        """
        name = self._groups[short].name
        if not rules.KATAKANA.fullmatch(name):
            return []
        begun = [identity for identity in groups if self._groups[identity].name.startswith(name + rules.DOT)]
        return [] if begun and self._has_form(short) else begun

    def _has_form(self, identity: str) -> bool:
        printed = (self._text[span.slice] for span, of in self._of_span.items() if of == identity)
        return any(without_legal_form(name) != name for name in printed)

    def _by_ending(self, endings: Collection[str]) -> Mapping[str, list[str]]:
        """Return the groups whose name ends in each of some names, in their order."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for identity, group in self._groups.items():
            for start in range(len(group.name) + 1):
                if group.name[start:] in endings:
                    found[group.name[start:]].append(identity)
        return found


@dataclass(frozen=True, slots=True)
class OrganisationResolver:
    """Makes one entity of all the names of a body."""

    authority: Authority
    label: str = ORG
    needs: frozenset[str] = frozenset()

    def resolve(self, mentions: Indexed, document: Document, known: Mapping[int, Entity]) -> Mapping[int, Entity]:
        names = [(index, mention, mention.parts) for index, mention in mentions if isinstance(mention.parts, NameParts)]
        defined = [acronym.ja_span for acronym in document.segments.acronyms if acronym.ja_span]
        return resolve_organisations(names, document.text, self.authority, document.published, defined)


def resolver(lexicon: Callable[[str], tuple[Mapping[str, str], ...]]) -> OrganisationResolver:
    """Build the resolver from the lexicons of bodies and their names."""
    tables = map(lexicon, ("organisations", "organisation_names", "country_names"))
    return OrganisationResolver(authority(*tables))
