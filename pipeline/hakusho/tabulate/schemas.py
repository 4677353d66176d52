"""The tables of a run: the contract of `docs/codebook.md`, which is made from this file. Columns are added at the end."""

from hakusho.records import Certainty, Column, Label, Region, Status, TableSchema

_DOC = Column("doc_id", "string", "Document: the stem of its file name.", required=True)
_LINE = Column("line", "integer", "Printed line, from 1.", required=True)
_START = Column(
    "start",
    "integer",
    "Offset of the first character in text/<doc_id>.txt, in Unicode code points from 0.",
    required=True,
)
_END = Column("end", "integer", "Offset behind the last character.", required=True)
_SECTION = Column("section_id", "string", "Innermost section that holds it; empty before the first heading.")
_REGIONS = tuple(Region)

DOCUMENTS = TableSchema(
    "documents",
    "One row a document that was read.",
    (
        _DOC,
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
    ),
    ("doc_id",),
)

SECTIONS = TableSchema(
    "sections",
    "Headings in order, with the text they rule.",
    (
        _DOC,
        Column("order", "integer", "Position in the document, from 1.", required=True),
        Column("level", "integer", "Depth in the tree, from 1.", required=True),
        Column("number", "string", "Number as printed (第7節, (1), ア); empty for headings without one."),
        Column("title", "string", "Heading without its number."),
        _LINE,
        Column("section_id", "string", "Section, in this document.", required=True),
        Column("parent_id", "string", "Section that holds it; empty at the top."),
        _START,
        Column("end", "integer", "Offset where the next heading of its rank or above begins.", required=True),
        Column("path", "string", "Headings from the top down to this one, joined by ' > '.", required=True),
    ),
    ("doc_id", "section_id"),
)

SENTENCES = TableSchema(
    "sentences",
    "Sentences in order; one that a page break, note or list tears is put together.",
    (
        _DOC,
        Column("order", "integer", "Position in the document, from 1.", required=True),
        Column("text", "string", "The sentence with line breaks closed and its torn pieces joined.", required=True),
        Column("sentence_id", "string", "Sentence, in this document.", required=True),
        _SECTION,
        _START,
        _END,
        Column("pieces", "string", "Its parts in the canonical text: start-end, joined by ';'.", required=True),
    ),
    ("doc_id", "sentence_id"),
)

MENTIONS = TableSchema(
    "mentions",
    "Every place where an organisation, country or date is named.",
    (
        _DOC,
        Column("mention_id", "string", "Mention: its document and number, unique in a run.", required=True),
        Column("label", "string", "What is named.", required=True, values=(Label.ORG, Label.COUNTRY, Label.DATE)),
        _START,
        _END,
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
        Column("first_day", "string", "First day that a DATE covers, ISO 8601."),
        Column("last_day", "string", "Last day that a DATE covers, ISO 8601."),
        Column("region", "string", "Where on the page it stands.", required=True, values=_REGIONS),
        _SECTION,
        Column("sentence_id", "string", "Sentence that holds it; empty in headings, tables and captions."),
        Column("found_by", "string", "Rule or lexicon that found it: label, colon, rule.", required=True),
        Column(
            "anchor",
            "string",
            "For dates counted from another: the mention_id of that one, or 'document' (its publication), 'title', 'event'.",
        ),
        Column("candidates", "string", "For AMBIGUOUS ones: the possible values, best first, joined by ';'."),
        Column(
            "certainty",
            "string",
            "How sure a DATE's value is: certain (the text fixes it), likely (evidence chose it), open (no value, or several). Empty for other labels.",
            values=tuple(Certainty),
        ),
    ),
    ("doc_id", "mention_id"),
)

ORGANISATIONS = TableSchema(
    "organisations",
    "One row an organisation and document.",
    (
        _DOC,
        Column("entity_id", "string", "As in mentions.", required=True),
        Column("name", "string", "Canonical name.", required=True),
        Column(
            "aliases", "string", "The names it has in this document, commonest first, joined by ';'.", required=True
        ),
        Column("mentions", "integer", "How often it is named.", required=True),
        Column("first_start", "integer", "Offset of the first mention.", required=True),
    ),
    ("doc_id", "entity_id"),
)

COUNTRIES = TableSchema(
    "countries",
    "One row a country and document.",
    (
        _DOC,
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
    ),
    ("doc_id", "iso3"),
)

ACRONYMS = TableSchema(
    "acronyms",
    "Short forms that the document defines.",
    (
        _DOC,
        Column("short", "string", "Short form.", required=True),
        Column("ja", "string", "Japanese name, as defined."),
        Column("en", "string", "English name, as defined."),
        _START,
    ),
    ("doc_id", "short"),
)

FOOTNOTES = TableSchema(
    "footnotes",
    "Notes at the foot of pages, tables and sections.",
    (
        _DOC,
        Column("marker", "string", "Marker in plain characters: 1, *, 注1.", required=True),
        Column("text", "string", "Text without marker and addresses."),
        Column("urls", "string", "Addresses, joined by a space."),
        _START,
        _END,
    ),
)

FOOTNOTE_REFS = TableSchema(
    "footnote_refs",
    "Places in the text that refer to a footnote.",
    (
        _DOC,
        Column("marker", "string", "Marker, as in footnotes.", required=True),
        _LINE,
        Column("context", "string", "What stands before the marker."),
        _START,
    ),
)

FIGURES = TableSchema(
    "figures",
    "Figures and tables that have a caption.",
    (
        _DOC,
        Column("figure_id", "string", "Number as printed, with 図表 or the like.", required=True),
        Column("caption", "string", "Caption without its number."),
        Column("kind", "string", "figure or table.", required=True, values=("figure", "table")),
        _LINE,
    ),
)

CROSS_REFERENCES = TableSchema(
    "cross_references",
    "Pointers to other places of the document.",
    (
        _DOC,
        Column("ref", "string", "As written.", required=True),
        Column(
            "target_kind", "string", "What it points to.", required=True, values=("section", "figure", "table", "text")
        ),
        _LINE,
        _START,
    ),
)

TABLE_CELLS = TableSchema(
    "table_cells",
    "Cells of tables, merged ones filled in.",
    (
        _DOC,
        Column("table_id", "string", "The caption's number, or t001 … for tables without one.", required=True),
        Column("row", "integer", "Row, from 0; header rows count.", required=True),
        Column("column", "integer", "Column, from 0.", required=True),
        Column("header", "string", "Text of the header above the cell."),
        Column("text", "string", "Text of the cell."),
        Column(
            "filled",
            "boolean",
            "True where a merged cell was filled in from the one printed above or beside it.",
            required=True,
        ),
        _START,
        _END,
    ),
    ("doc_id", "table_id", "row", "column"),
)

QUALITY = TableSchema(
    "quality",
    "Defects of the source that a reader of the tables should know of.",
    (
        _DOC,
        _LINE,
        Column("start_text", "string", "The text it begins with."),
        Column("kind", "string", "Kind of defect.", required=True),
        Column("comment", "string", "What is wrong."),
        _START,
    ),
)

BLOCKS = TableSchema(
    "blocks",
    "Where on the page each piece of text stands; the blocks of a document tile its text.",
    (
        _DOC,
        _START,
        _END,
        Column("region", "string", "What kind of block it is.", required=True, values=_REGIONS),
        Column("page", "integer", "Page of a PDF, from 1; 0 for other formats.", required=True),
    ),
    ("doc_id", "start"),
)

FAILURES = TableSchema(
    "failures",
    "Documents that could not be done.",
    (
        _DOC,
        Column("path", "string", "Path, as in documents.", required=True),
        Column("stage", "string", "Stage that failed.", required=True),
        Column("error", "string", "Kind of error.", required=True),
        Column("message", "string", "What is wrong, where, and the remedy.", required=True),
    ),
)

TABLES: tuple[TableSchema, ...] = (
    DOCUMENTS,
    SECTIONS,
    SENTENCES,
    MENTIONS,
    ORGANISATIONS,
    COUNTRIES,
    ACRONYMS,
    FOOTNOTES,
    FOOTNOTE_REFS,
    FIGURES,
    CROSS_REFERENCES,
    TABLE_CELLS,
    QUALITY,
    BLOCKS,
    FAILURES,
)
SCHEMAS = {schema.name: schema for schema in TABLES}
