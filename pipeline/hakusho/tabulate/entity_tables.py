"""Tables with one row per document and entity of a label; a label of another package may bring its own."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from hakusho.labels import load, registry
from hakusho.records import Analysis, Body, Column, Country, Entity, EntityTable, ForeignKey, Status, TableSchema
from hakusho.tabulate.columns import DOC, OF_DOCUMENT, OF_ENTITY

LIST = ";"
Row = tuple[object, ...]


def entity_tables() -> dict[str, EntityTable]:
    """Return the tables of the registered labels, by label."""
    return {label: load(spec.table) for label, spec in registry().items() if spec.table}


def entity_rows(analysis: Analysis, label: str, table: EntityTable) -> Iterator[Row]:
    """Return the rows of a label's table for one document, in order of the entities' ids."""
    groups: dict[str, list[Entity]] = {}
    for entity in analysis.entities:
        if entity.mention.label == label and entity.status is Status.RESOLVED:
            groups.setdefault(entity.entity_id, []).append(entity)
    for entity_id, group in sorted(groups.items()):
        yield table.row(analysis.source.source.doc_id, entity_id, group)


_ORGANISATIONS = TableSchema(
    "organisations",
    "One row per organisation and document.",
    (
        DOC,
        Column("entity_id", "string", "As in mentions.", required=True),
        Column("name", "string", "Canonical name.", required=True),
        Column(
            "aliases", "string", "The names it has in this document, commonest first, joined by ';'.", required=True
        ),
        Column("mentions", "integer", "How often it is named.", required=True),
        Column("first_start", "integer", "Offset of the first mention.", required=True),
        Column("kind", "string", "What kind of body it is (ministry, agency, council …), from the lexicon."),
        Column("country", "string", "ISO 3166-1 alpha-3 of its country; empty for international bodies."),
        Column("parent", "string", "The entity_id of the body above it."),
        Column("name_en", "string", "English name."),
        Column("abbreviation", "string", "Abbreviation in Latin letters."),
        Column("from_year", "integer", "First year under this name; empty where open or not certain."),
        Column("to_year", "integer", "Last year under this name; empty where open or not certain."),
        Column("successor", "string", "The entity_id of what took over, several joined by ';'."),
    ),
    ("doc_id", "entity_id"),
    (OF_DOCUMENT, OF_ENTITY),
)


def _organisation(doc_id: str, entity_id: str, group: Sequence[Entity]) -> Row:
    names = Counter(re.sub(r"\s+", " ", entity.mention.surface) for entity in group)
    aliases = LIST.join(sorted(names, key=lambda name: (-names[name], name)))
    return (
        doc_id,
        entity_id,
        group[0].value,
        aliases,
        len(group),
        group[0].mention.span.start,
        *_of_body(group[0].known),
    )


def _of_body(known: object) -> Row:
    """Return what the lexicon has of a body; nothing of one that it does not have."""
    if not isinstance(known, Body):
        return "", "", "", "", "", None, None, ""
    return (
        known.kind,
        known.country,
        known.parent,
        known.name_en,
        known.abbreviation,
        int(known.first) if known.first else None,
        int(known.last) if known.last else None,
        LIST.join(known.successors),
    )


_COUNTRIES = TableSchema(
    "countries",
    "One row per country and document.",
    (
        DOC,
        Column("iso3", "string", "ISO 3166-1 alpha-3, or ISO 3166-3 for former states.", required=True),
        Column("name_ja", "string", "Japanese name.", required=True),
        Column("name_en", "string", "English name.", required=True),
        Column("mentions", "integer", "How often it is named.", required=True),
        Column(
            "regions",
            "string",
            "Mentions by region of the page (body:12;table:3), so that a count may leave some out.",
            required=True,
        ),
        Column("iso2", "string", "ISO 3166-1 alpha-2."),
        Column("continent", "string", "Africa, Americas, Asia, Europe, Oceania (UN M49) or Antarctica."),
    ),
    ("doc_id", "iso3"),
    (OF_DOCUMENT, ForeignKey(("iso3",), "entities", ("entity_id",))),
)


def _country(doc_id: str, iso3: str, group: Sequence[Entity]) -> Row:
    regions = Counter(entity.mention.region.value for entity in group)
    counted = LIST.join(f"{region}:{regions[region]}" for region in sorted(regions))
    known = group[0].known
    place = (known.iso2, known.continent) if isinstance(known, Country) else ("", "")
    # A code of the user's own has no name in English.
    return doc_id, iso3, group[0].name or iso3, group[0].name_en or iso3, len(group), counted, *place


ORGANISATIONS = EntityTable(_ORGANISATIONS, _organisation)
COUNTRIES = EntityTable(_COUNTRIES, _country)
