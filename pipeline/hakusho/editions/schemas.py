"""The tables of a comparison of editions: columns are added at the end, never renamed."""

from hakusho.records import Column, TableSchema

SECTION_RELATIONS = ("same", "renamed", "moved", "split", "merged", "new", "dropped")
PARAGRAPH_RELATIONS = ("identical", "updated", "reworded", "new", "dropped")
CHANGE_KINDS = ("term", "organisation", "country", "section")
DIRECTIONS = ("", "rose", "fell")

_OLD_DOC = Column(
    "old_doc",
    "string",
    "Document of the earlier edition; of what is new, the document compared with its own.",
    required=True,
)
_NEW_DOC = Column(
    "new_doc",
    "string",
    "Document of the later edition; of what was dropped, the document compared with its own.",
    required=True,
)
_SERIES = Column("series", "string", "Series, as in documents.", required=True)
_EDITION = Column("edition", "string", "Edition, as in documents.", required=True)
_RATE = Column("per_10k_characters", "number", "The same for 10,000 characters of the edition.", required=True)

SECTION_ALIGNMENT = TableSchema(
    "section_alignment",
    "What became of each section: one row per section and counterpart, in both editions.",
    (
        _OLD_DOC,
        _NEW_DOC,
        Column("old_section_start", "integer", "Where the old section begins, as in sections; empty where new."),
        Column("new_section_start", "integer", "Where the new section begins, as in sections; empty where dropped."),
        Column(
            "relation",
            "string",
            "same: title and parent; renamed: another title in the same place; moved: another parent; split: the new section took a part of the old; merged: the new section took up several old ones; new, dropped: no counterpart.",
            required=True,
            values=SECTION_RELATIONS,
        ),
        Column("old_title", "string", "Title of the old section."),
        Column("new_title", "string", "Title of the new section."),
        Column(
            "similarity",
            "number",
            "Share of their text that answers to one another, 0 to 1; of sections without text, likeness of titles.",
        ),
    ),
)

PARAGRAPH_ALIGNMENT = TableSchema(
    "paragraph_alignment",
    "What became of each paragraph of running text: one row per paragraph and counterpart, in both editions.",
    (
        _OLD_DOC,
        _NEW_DOC,
        Column("old_start", "integer", "Offset of the old paragraph, in code points; empty where new."),
        Column("old_end", "integer", "Offset after its last character."),
        Column("new_start", "integer", "Offset of the new paragraph; empty where dropped."),
        Column("new_end", "integer", "Offset after its last character."),
        Column(
            "relation",
            "string",
            "identical: but for white space, width, case, punctuation, note markers, numbers of figures and sections; updated: the same sentences with other facts; reworded: anything else that is carried over; new, dropped: no counterpart.",
            required=True,
            values=PARAGRAPH_RELATIONS,
        ),
        Column("similarity", "number", "Letters in common in the same order, numbers masked, 0 to 1."),
    ),
)

SERIES_MENTIONS = TableSchema(
    "series_mentions",
    "How often each edition names each country and organisation, by region of the page.",
    (
        _SERIES,
        _EDITION,
        Column("label", "string", "What is named, as in mentions.", required=True),
        Column("value", "string", "Which, as in mentions; organisations after merging.", required=True),
        Column("name", "string", "Its name.", required=True),
        Column("region", "string", "Where on the page, as in blocks.", required=True),
        Column("mentions", "integer", "How often.", required=True),
        Column("sections", "integer", "In how many sections.", required=True),
        _RATE,
        Column("entity_id", "string", "Entity after merging, see merges.", required=True),
    ),
    ("series", "edition", "label", "entity_id", "value", "region"),
)

SERIES_CHANGES = TableSchema(
    "series_changes",
    "When things come and go: first and last edition, and those between that miss them.",
    (
        _SERIES,
        Column("kind", "string", "Kind of thing.", required=True, values=CHANGE_KINDS),
        Column("value", "string", "Term, name of the organisation, code of the country, title of the section."),
        Column("first_edition", "string", "First edition that has it.", required=True),
        Column("last_edition", "string", "Last edition that has it.", required=True),
        Column("gaps", "string", "Editions between them that do not, joined by ';'."),
        Column("predecessor", "string", "What it was before: the body that it followed, the section's earlier title."),
        Column("successor", "string", "What it became; several joined by ';'."),
    ),
)

SERIES_TERMS = TableSchema(
    "series_terms",
    "How often each edition uses each term, and which rose or fell against the edition before.",
    (
        _SERIES,
        _EDITION,
        Column("term", "string", "Normalised form, as in terms.", required=True),
        Column("count", "integer", "How often.", required=True),
        _RATE,
        Column("keyness", "number", "Log-likelihood (G2) against the edition before; empty in the first edition."),
        Column(
            "direction",
            "string",
            "rose or fell where keyness is 15.13 or more (p < 0.0001, one degree of freedom), else empty.",
            values=DIRECTIONS,
        ),
    ),
    ("series", "edition", "term"),
)

SUCCESSIONS = TableSchema(
    "successions",
    "Bodies named in the editions that became others.",
    (
        Column("entity_id", "string", "The body.", required=True),
        Column("successor_id", "string", "What came after it.", required=True),
        Column("from_name", "string", "Name of the body.", required=True),
        Column("to_name", "string", "Name of what came after it.", required=True),
        Column("year", "integer", "Year of the change."),
        Column("kind", "string", "renamed, merged, split or taken over.", required=True),
    ),
)

MERGES = TableSchema(
    "merges",
    "Organisations of the run that are one in the tables of the series, each with the reason.",
    (
        Column("entity_id", "string", "Entity of the run.", required=True),
        Column("name", "string", "Its name there.", required=True),
        Column("merged_into", "string", "Entity in the tables of the series.", required=True),
        Column("merged_name", "string", "Its name there.", required=True),
        Column(
            "reason",
            "string",
            "corrected: by your own list; spelling: one name in another spelling; short form: as documents define it; succession: one body after the other.",
            required=True,
            values=("corrected", "spelling", "short form", "succession"),
        ),
    ),
    ("entity_id",),
)

DEFINITION_CHANGES = TableSchema(
    "definition_changes",
    "Short forms that an edition defines otherwise than the last one that defined them.",
    (
        _SERIES,
        Column("short", "string", "Short form.", required=True),
        Column("old_edition", "string", "Edition of the earlier definition.", required=True),
        Column("new_edition", "string", "Edition of the later definition.", required=True),
        Column("old_ja", "string", "Japanese name in the earlier one."),
        Column("new_ja", "string", "Japanese name in the later one."),
        Column("old_en", "string", "English name in the earlier one."),
        Column("new_en", "string", "English name in the later one."),
    ),
)

TABLES = (
    SECTION_ALIGNMENT,
    PARAGRAPH_ALIGNMENT,
    SERIES_MENTIONS,
    SERIES_CHANGES,
    SERIES_TERMS,
    SUCCESSIONS,
    MERGES,
    DEFINITION_CHANGES,
)
SCHEMAS = {schema.name: schema for schema in TABLES}
