"""What each edition names, how often, and since when."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hakusho.editions.identities import Identities, Succession
from hakusho.editions.naming import EditionName
from hakusho.labels import COUNTRY, DATE, ORG

Row = tuple[object, ...]
# A date names no thing that comes and goes.
_NO_THINGS = frozenset({DATE})
# The labels whose things have rows in series_changes, by the kind they are there.
_KINDS = {ORG: "organisation", COUNTRY: "country"}
_PER = 10_000


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention that was resolved, as the table mentions of a run has it."""

    doc_id: str
    label: str
    value: str
    entity_id: str
    name: str
    region: str
    section_id: str


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: an organisation after merging, a country."""

    label: str
    entity_id: str
    value: str
    name: str


def rate(count: int, characters: int) -> float:
    """Return a count for 10,000 characters.

    >>> rate(3, 15_000)
    2.0
    """
    return round(count * _PER / characters, 4) if characters else 0.0


class Counts:
    """Mentions by thing, edition and region."""

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        self._mentions: Counter[tuple[Thing, str, str]] = Counter()
        self._sections: dict[tuple[Thing, str, str], set[tuple[str, str]]] = defaultdict(set)

    def add(self, mention: Mentioned) -> None:
        if not mention.value or mention.label in _NO_THINGS:
            return
        thing = self._thing(mention)
        key = (thing, mention.doc_id, mention.region)
        self._mentions[key] += 1
        if mention.section_id:
            self._sections[key].add((mention.doc_id, mention.section_id))

    def _thing(self, mention: Mentioned) -> Thing:
        if mention.label != ORG:
            return Thing(mention.label, mention.entity_id, mention.value, mention.name)
        entity_id = self._identities.of(mention.entity_id)
        name = self._identities.name(entity_id)
        return Thing(mention.label, entity_id, name, name)

    def rows(self, editions: Sequence[EditionName], characters: Mapping[str, int]) -> list[Row]:
        """Return the rows of series_mentions for one series; `characters` is the length of each edition."""
        edition_of = {doc_id: edition for edition in editions for doc_id in edition.documents}
        totals: Counter[tuple[int, Thing, str]] = Counter()
        sections: Counter[tuple[int, Thing, str]] = Counter()
        for (thing, doc_id, region), count in self._mentions.items():
            if edition := edition_of.get(doc_id):
                totals[edition.year, thing, region] += count
                sections[edition.year, thing, region] += len(self._sections.get((thing, doc_id, region), ()))
        names = {edition.year: edition for edition in editions}
        return [
            (
                names[year].series,
                names[year].name,
                thing.label,
                thing.value,
                thing.name,
                region,
                count,
                sections[year, thing, region],
                rate(count, characters[names[year].name]),
                thing.entity_id,
            )
            for (year, thing, region), count in sorted(totals.items(), key=lambda item: (item[0][0], *_order(item[0])))
        ]

    def changes(self, editions: Sequence[EditionName], successions: Sequence[Succession]) -> Iterator[Row]:
        """Return the rows of series_changes for organisations and countries."""
        edition_of = {doc_id: edition.year for edition in editions for doc_id in edition.documents}
        years: dict[Thing, set[int]] = defaultdict(set)
        for thing, doc_id, _ in self._mentions:
            if thing.label in _KINDS and doc_id in edition_of:
                years[thing].add(edition_of[doc_id])
        before, after = _steps(successions, self._identities)
        for thing, found in sorted(years.items(), key=lambda item: (item[0].label, item[0].value, item[0].entity_id)):
            is_body = thing.label == ORG
            yield (
                editions[0].series,
                _KINDS[thing.label],
                thing.value,
                *presence(found, editions),
                before.get(thing.entity_id, "") if is_body else "",
                after.get(thing.entity_id, "") if is_body else "",
            )


def _order(key: tuple[int, Thing, str]) -> tuple[str, str, str, str]:
    _, thing, region = key
    return thing.label, thing.value, thing.entity_id, region


def _steps(successions: Sequence[Succession], identities: Identities) -> tuple[dict[str, str], dict[str, str]]:
    """Return the names of what came before and after each body that is not one with it."""
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for step in successions:
        one, other = identities.of(step.entity_id), identities.of(step.successor_id)
        if one != other:
            before[other].append(step.from_name)
            after[one].append(step.to_name)
    return tuple({key: ";".join(dict.fromkeys(names)) for key, names in side.items()} for side in (before, after))  # type: ignore[return-value]


def presence(years: Iterable[int], editions: Sequence[EditionName]) -> tuple[str, str, str]:
    """Return the first and last edition of some years, and those between them that are missing, joined by ';'.

    >>> editions = [EditionName("白書", f"{year}", year, (f"d{year}",)) for year in (2010, 2011, 2012)]
    >>> presence({2010, 2012}, editions)
    ('2010', '2012', '2011')
    """
    years = set(years)
    there = [edition for edition in editions if edition.year in years]
    between = [edition for edition in editions if there[0].year < edition.year < there[-1].year]
    gaps = ";".join(edition.name for edition in between if edition.year not in years)
    return there[0].name, there[-1].name, gaps
