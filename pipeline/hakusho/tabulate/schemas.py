"""The tables of a run: the contract of `docs/codebook.md`, which is made from this file. Columns are added at the end."""

from collections.abc import Mapping
from typing import Any

from hakusho.labels import registry
from hakusho.records import Column, ForeignKey, PageKind, Region, Status, TableSchema
from hakusho.tabulate.columns import (
    DOC,
    END,
    IN_SECTION,
    IN_SENTENCE,
    IN_SPEECH,
    LINE,
    OF_DOCUMENT,
    OF_ENTITY,
    PAGE,
    SECTION,
    SENTENCE,
    SPEECH,
    START,
)
from hakusho.tabulate.entity_tables import entity_tables
from hakusho.tabulate.print_tables import ACRONYMS, CROSS_REFERENCES, FIGURES, FOOTNOTE_REFS, FOOTNOTES, TABLE_CELLS
from hakusho.tabulate.run_tables import ENTITIES, EVENT_PARTICIPANTS, EVENTS, SUCCESSIONS
from hakusho.tabulate.word_schemas import PARSE, TERMS, TOKENS

_REGIONS = tuple(Region)
ENTITY_TABLES = entity_tables()

DOCUMENTS = TableSchema(
    "documents",
    "One row per document that was read.",
    (
        DOC,
        Column("path", "string", "Path below the folder that was given, or the file's name.", required=True),
        Column("media", "string", "Format, told from the content.", required=True),
        Column("encoding", "string", "Encoding the bytes were read in; empty for formats that fix their own."),
        Column("sha256", "string", "SHA-256 of the file.", required=True),
        Column("title", "string", "Title from documents.csv, else the document's own."),
        Column("publisher", "string", "Publisher from documents.csv."),
        Column("published", "string", "YYYY, YYYY-MM or YYYY-MM-DD: the day that 本年 and 昨年 are counted from."),
        Column("characters", "integer", "Length of the canonical text in code points.", required=True),
        Column("sentences", "integer", "Rows in sentences.", required=True),
        Column("mentions", "integer", "Rows in mentions.", required=True),
        Column("encoding_confidence", "number", "How sure the encoding is, 0 to 1.", required=True),
        Column("url", "string", "Address from documents.csv."),
        Column("pages", "integer", "Pages of a PDF; 0 for other formats.", required=True),
        Column(
            "published_from",
            "string",
            "Where `published` comes from: documents.csv; head (a date in the document's head); time, meta (of a web page); label (公開日, 更新日, 発行日); session (令和４年第１回定例会); pdf-metadata (the file's own date, a last resort); empty where it is unknown.",
            values=("", "documents.csv", "head", "time", "meta", "label", "session", "pdf-metadata"),
        ),
        Column("series", "string", "Series that it is an edition of, from documents.csv."),
        Column(
            "edition", "string", "Its edition in the series, from documents.csv: a year, or as printed (平成22年版)."
        ),
    ),
    ("doc_id",),
)

SECTIONS = TableSchema(
    "sections",
    "Headings in order, with the text they rule.",
    (
        DOC,
        Column("order", "integer", "Position in the document, from 1.", required=True),
        Column("level", "integer", "Depth in the tree, from 1.", required=True),
        Column("number", "string", "Number as printed (第7節, (1), ア); empty for headings without one."),
        Column("title", "string", "Heading without its number."),
        LINE,
        Column("section_id", "string", "Section: its document and number, unique in a run.", required=True),
        Column("parent_id", "string", "Section that holds it; empty at the top."),
        START,
        Column("end", "integer", "Offset where the next heading of its rank or above begins.", required=True),
        Column("path", "string", "Headings from the top down to this one, joined by ' > '.", required=True),
        Column("found_by", "string", "Kind of numbering or heading, and the signs that told it."),
    ),
    ("section_id",),
    (OF_DOCUMENT, ForeignKey(("parent_id",), "sections", ("section_id",))),
)

SENTENCES = TableSchema(
    "sentences",
    "Sentences in order; one that a page break, note or list tears is put together.",
    (
        DOC,
        Column("order", "integer", "Position in the document, from 1.", required=True),
        Column("text", "string", "The sentence with line breaks closed and its torn pieces joined.", required=True),
        Column("sentence_id", "string", "Sentence: its document and number, unique in a run.", required=True),
        SECTION,
        START,
        END,
        Column("pieces", "string", "Its parts in the canonical text: start-end, joined by ';'.", required=True),
        SPEECH,
        PAGE,
        Column(
            "kind",
            "string",
            "Where it stands: in prose, in a list, note or caption, or in brackets after another.",
            required=True,
            values=("body", "list", "note", "caption", "bracket"),
        ),
    ),
    ("sentence_id",),
    (OF_DOCUMENT, IN_SECTION, IN_SPEECH),
)

MENTIONS = TableSchema(
    "mentions",
    "Every place where an organisation, country or date is named.",
    (
        DOC,
        Column("mention_id", "string", "Mention: its document and number, unique in a run.", required=True),
        Column("label", "string", "What is named.", required=True, values=tuple(registry())),
        START,
        END,
        Column("text", "string", "The characters from start to end, line breaks inside included.", required=True),
        Column(
            "value",
            "string",
            "ORG: canonical name. COUNTRY: ISO 3166-1 alpha-3 (ISO 3166-3 for former states). DATE: TIMEX3 value. Empty unless status is RESOLVED.",
        ),
        Column(
            "mod",
            "string",
            "Position inside the period that a DATE names.",
            values=("", "START", "MID", "END", "APPROX"),
        ),
        Column(
            "flags",
            "string",
            "Contradictions of the source (era-mismatch, beyond-era, impossible-day …), joined by ';'.",
        ),
        Column(
            "status",
            "string",
            "RESOLVED: one meaning; AMBIGUOUS: several; UNKNOWN: none that the text supports.",
            required=True,
            values=tuple(Status),
        ),
        Column(
            "entity_id",
            "string",
            "The same for every mention of one thing, across documents: o-… (lexicon) or n-… (name) for ORG, ISO code for COUNTRY, TIMEX3 value for DATE.",
        ),
        Column("name", "string", "Name of the entity in the lexicon or document."),
        Column("first_day", "day", "First day that a DATE covers, ISO 8601."),
        Column("last_day", "day", "Last day that a DATE covers, ISO 8601."),
        Column("region", "string", "Where on the page it stands.", required=True, values=_REGIONS),
        SECTION,
        SENTENCE,
        Column("found_by", "string", "Rule or lexicon that found it: label, colon, rule.", required=True),
        Column(
            "anchor",
            "string",
            "For dates counted from another: the mention_id of that one, or 'document' (its publication), 'title', 'event'.",
        ),
        Column("candidates", "string", "For AMBIGUOUS ones: the possible values, best first, joined by ';'."),
        PAGE,
        Column("section_path", "string", "Headings from the top down to its section, joined by ' > '."),
        SPEECH,
        Column(
            "features",
            "string",
            "What held of a name that was weighed (`lexicons/organisation_weights.tsv`), joined by ';': the sum of the weights, the features, and the runner-up with its sum.",
        ),
        Column(
            "certainty",
            "string",
            "How sure the value of a DATE is: certain (the text fixes it), likely (evidence chose it), open (no value, or several). Empty for other labels.",
            values=("", "certain", "likely", "open"),
        ),
    ),
    ("mention_id",),
    (OF_DOCUMENT, IN_SECTION, IN_SENTENCE, IN_SPEECH, OF_ENTITY),
    (("label", "value"), ("first_day",)),
)

SPEECHES = TableSchema(
    "speeches",
    "Speakers' turns in minutes, in order.",
    (
        DOC,
        Column("speech_id", "string", "Speech: its document and number, unique in a run.", required=True),
        Column("order", "integer", "Position in the document, from 1.", required=True),
        Column("speaker", "string", "Name as printed, without spaces and honorific.", required=True),
        Column("role", "string", "Role or seat as printed; empty for a name alone."),
        Column("party", "string", "Party or group, where the label prints it."),
        START,
        END,
    ),
    ("speech_id",),
    (OF_DOCUMENT,),
)

QUALITY = TableSchema(
    "quality",
    "Defects of the source that a reader of the tables should know of.",
    (
        DOC,
        LINE,
        Column("start_text", "string", "The text it begins with."),
        Column("kind", "string", "Kind of defect.", required=True),
        Column("comment", "string", "What is wrong."),
        START,
    ),
    references=(OF_DOCUMENT,),
)

BLOCKS = TableSchema(
    "blocks",
    "Where on the page each piece of text stands; the blocks of a document tile its text.",
    (
        DOC,
        START,
        END,
        Column("region", "string", "What kind of block it is.", required=True, values=_REGIONS),
        Column("page", "integer", "Page of a PDF, from 1; 0 for other formats.", required=True),
    ),
    ("doc_id", "start"),
    (OF_DOCUMENT,),
)

PAGES = TableSchema(
    "pages",
    "Pages of PDFs: what was found on each, and what could not be read.",
    (
        DOC,
        Column("page", "integer", "Page, from 1.", required=True),
        Column(
            "kind",
            "string",
            "What it holds; image: nothing but a picture, such as a scan.",
            required=True,
            values=tuple(PageKind),
        ),
        Column(
            "rotation",
            "integer",
            "Degrees by which it was turned, with the clock, for its lines to run upright.",
            required=True,
        ),
        Column("columns", "integer", "Columns of text side by side.", required=True),
        Column("characters", "integer", "Characters that were read, without white space.", required=True),
        Column("lost", "integer", "Characters that could not be read.", required=True),
        Column("images", "integer", "Pictures.", required=True),
        Column("comment", "string", "What a reader of the tables should know of it."),
    ),
    ("doc_id", "page"),
    (OF_DOCUMENT,),
)

FAILURES = TableSchema(
    "failures",
    "Documents that could not be read or analysed, and files that were found but are not documents.",
    (
        DOC,
        Column("path", "string", "Path, as in documents.", required=True),
        Column("stage", "string", "Stage that failed.", required=True),
        Column("error", "string", "Kind of error.", required=True),
        Column("message", "string", "What is wrong, where, and the remedy.", required=True),
        Column(
            "kind",
            "string",
            "A document that failed, or a file that was skipped, since its ending is of no format that is read; its doc_id is then its path.",
            required=True,
            values=("failed", "skipped"),
        ),
    ),
)

TABLES: tuple[TableSchema, ...] = (
    DOCUMENTS,
    SECTIONS,
    SPEECHES,
    SENTENCES,
    ENTITIES,
    MENTIONS,
    *(table.schema for table in ENTITY_TABLES.values()),
    SUCCESSIONS,
    EVENTS,
    EVENT_PARTICIPANTS,
    ACRONYMS,
    FOOTNOTES,
    FOOTNOTE_REFS,
    FIGURES,
    CROSS_REFERENCES,
    TABLE_CELLS,
    QUALITY,
    BLOCKS,
    PAGES,
    TERMS,
    TOKENS,
    PARSE,
    FAILURES,
)
SCHEMAS = {schema.name: schema for schema in TABLES}

# Tables that a run has where they were asked for, by the setting that asks.
ON_REQUEST = {"tokens": TOKENS, "parse": PARSE}


def tables_with(settings: Mapping[str, Any]) -> tuple[TableSchema, ...]:
    """Return the tables of a run with these settings (`Settings.as_dict()`, or those of a manifest)."""
    left_out = [schema for name, schema in ON_REQUEST.items() if not settings.get(name)]
    return tuple(schema for schema in TABLES if schema not in left_out)
