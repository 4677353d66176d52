"""resolve: from mentions to what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from hakusho.records import DateParts, Entity, Label, Mention, NameParts, Segments, SourceText
from hakusho.resolve.consistency import find_inconsistencies
from hakusho.resolve.countries import Country, country_table, resolve_countries
from hakusho.resolve.dates import Surroundings, resolve_dates
from hakusho.resolve.organisations import Authority, authority, resolve_organisations
from hakusho.resolve.written_years import WrittenYears, written_years

__all__ = ["Resolvers", "find_inconsistencies", "resolve"]

Rows = tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Resolvers:
    """What resolution needs, built once a process."""

    eras: WrittenYears
    countries: Mapping[str, Country]
    authority: Authority

    @classmethod
    def from_rows(cls, rows: Mapping[str, Rows]) -> "Resolvers":
        """Build from the rows of the lexicon files, by file name without its ending."""
        return cls(
            written_years(rows["eras"], rows["lunar_months"]),
            country_table(rows["countries"]),
            authority(rows["organisations"], rows["organisation_names"]),
        )


def resolve(
    mentions: tuple[Mention, ...], source: SourceText, segments: Segments, resolvers: Resolvers
) -> tuple[Entity, ...]:
    """Return an entity for each mention, in the same order.

    A date's `anchor` is the index of the mention that it was counted from, or `document`.
    """
    indexed = list(enumerate(mentions))
    names = [(i, m, m.parts) for i, m in indexed if isinstance(m.parts, NameParts)]
    bodies = [item for item in names if item[1].label is Label.ORG]
    dates = [(i, m, m.parts) for i, m in indexed if isinstance(m.parts, DateParts)]
    entities = resolve_dates(dates, Surroundings(source.text, source.source, segments, resolvers.eras))
    defined = [acronym.ja_span for acronym in segments.acronyms if acronym.ja_span]
    entities |= resolve_organisations(bodies, source.text, resolvers.authority, source.source.published, defined)
    states = {i: _state(entities[i], resolvers) for i, _, _ in bodies}
    countries = [item for item in names if item[1].label is Label.COUNTRY]
    entities |= resolve_countries(countries, resolvers.countries, states)
    return tuple(entities[index] for index, _ in indexed)


def _state(entity: Entity, resolvers: Resolvers) -> str:
    """Return the country of a foreign body of state, for 同国; empty for others."""
    body = resolvers.authority.bodies.get(entity.entity_id)
    return (
        body.country
        if body and body.country != "JPN" and body.kind in ("ministry", "government", "force", "parliament")
        else ""
    )
