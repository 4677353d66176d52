"""Say which country each mention is: by its code, or by the country that 同国 points to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hakusho.labels import COUNTRY, ORG
from hakusho.records import Country, Entity, Mention, NameParts, Status
from hakusho.resolve.protocol import Indexed
from hakusho.text.document import Document

SAME = "="
HOME = "JPN"


def country_table(rows: Iterable[Mapping[str, str]]) -> dict[str, Country]:
    """Return the countries by code from the rows of `countries.tsv`."""
    columns = ("iso3", "name_ja", "name_en", "iso2", "continent")
    return {row["iso3"]: Country(*(row[column] for column in columns)) for row in rows}


def resolve_countries(
    mentions: Sequence[tuple[int, Mention, NameParts]], countries: Mapping[str, Country], states: Mapping[int, str]
) -> dict[int, Entity]:
    """Return an entity for each country mention (index, mention, parts), in document order.

    `states` maps the indexes of organisations to the code of their country, for 同国 after 米国国務省.
    """
    entities: dict[int, Entity] = {}
    last, foreign = "", sorted(states)
    seen: set[str] = set()
    position = 0
    for index, mention, parts in mentions:
        while position < len(foreign) and foreign[position] < index:
            last = states[foreign[position]] or last
            position += 1
        keys = _narrowed(parts.keys, seen)
        if keys == (SAME,):
            keys = (last,) if last else ()
        entities[index] = _entity(mention, keys, countries)
        if len(keys) == 1:
            seen.add(keys[0])
            last = keys[0] if keys[0] != HOME else last
    return entities


def _narrowed(keys: tuple[str, ...], seen: set[str]) -> tuple[str, ...]:
    """コンゴ is the one of its candidates that the document has named in full."""
    named = tuple(key for key in keys if key in seen)
    return named if len(keys) > 1 and len(named) == 1 else keys


def _entity(mention: Mention, keys: tuple[str, ...], countries: Mapping[str, Country]) -> Entity:
    if not keys:
        return Entity(mention, Status.UNKNOWN)
    if len(keys) > 1:
        return Entity(mention, Status.AMBIGUOUS, candidates=keys)
    country = countries.get(keys[0])
    if country is None:
        # A code of the user's own.
        return Entity(mention, Status.UNKNOWN)
    return Entity(
        mention,
        Status.RESOLVED,
        country.iso3,
        country.name_ja,
        entity_id=country.iso3,
        name_en=country.name_en,
        known=country,
    )


# Kinds of bodies that stand for their state: 同国 after 米国国務省 is the United States.
_OF_STATE = frozenset(("ministry", "government", "force", "parliament"))


@dataclass(frozen=True, slots=True)
class CountryResolver:
    """`states` maps the ids of foreign bodies of state to the code of their country."""

    countries: Mapping[str, Country]
    states: Mapping[str, str]
    label: str = COUNTRY
    needs: frozenset[str] = frozenset((ORG,))

    def resolve(self, mentions: Indexed, document: Document, known: Mapping[int, Entity]) -> Mapping[int, Entity]:
        names = [(index, mention, mention.parts) for index, mention in mentions if isinstance(mention.parts, NameParts)]
        bodies = {i: self.states.get(e.entity_id, "") for i, e in known.items() if e.mention.label == ORG}
        return resolve_countries(names, self.countries, bodies)


def resolver(lexicon: Callable[[str], tuple[Mapping[str, str], ...]]) -> CountryResolver:
    """Build the resolver from the lexicons of countries and of bodies."""
    bodies = (row for row in lexicon("organisations") if row["kind"] in _OF_STATE and row["country"] != HOME)
    return CountryResolver(country_table(lexicon("countries")), {row["org_id"]: row["country"] for row in bodies})
