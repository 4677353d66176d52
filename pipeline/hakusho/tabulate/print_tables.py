"""Tables of what a document prints next to its sentences: notes, short forms, figures, references, tables."""

from hakusho.records import Column, ForeignKey, TableSchema
from hakusho.tabulate.columns import DOC, END, IN_SENTENCE, LINE, OF_DOCUMENT, PAGE, START

ACRONYMS = TableSchema(
    "acronyms",
    "Short forms that the document defines.",
    (
        DOC,
        Column("short", "string", "Short form.", required=True),
        Column("ja", "string", "Japanese name, as defined."),
        Column("en", "string", "English name, as defined."),
        START,
        Column(
            "scope", "string", "Where it holds, as the definition says (この章, この項); empty: in the whole document."
        ),
        Column("sentence_id", "string", "Sentence that defines it; empty in headings, notes and tables."),
    ),
    ("doc_id", "short", "start"),
    (OF_DOCUMENT, IN_SENTENCE),
)

FOOTNOTES = TableSchema(
    "footnotes",
    "Notes at the foot of pages, tables and sections.",
    (
        DOC,
        Column("marker", "string", "Marker in plain characters: 1, *, 注1.", required=True),
        Column("text", "string", "Text without marker and addresses."),
        Column("urls", "string", "Addresses, joined by a space."),
        START,
        END,
        Column("note_id", "string", "Note: its document and number, unique in a run.", required=True),
        Column("found_by", "string", "Kind of mark that opens it."),
        PAGE,
    ),
    ("note_id",),
    (OF_DOCUMENT,),
)

FOOTNOTE_REFS = TableSchema(
    "footnote_refs",
    "Places in the text that refer to a footnote.",
    (
        DOC,
        Column("marker", "string", "Marker, as in footnotes.", required=True),
        LINE,
        Column("context", "string", "What stands before the marker."),
        START,
        Column(
            "target_id", "string", "The note_id that it refers to; empty where the document does not hold the note."
        ),
    ),
    references=(OF_DOCUMENT, ForeignKey(("target_id",), "footnotes", ("note_id",))),
)

FIGURES = TableSchema(
    "figures",
    "Figures and tables that have a caption.",
    (
        DOC,
        Column("figure_id", "string", "Number as printed, with 図表 or the like.", required=True),
        Column("caption", "string", "Caption without its number."),
        Column("kind", "string", "figure or table.", required=True, values=("figure", "table")),
        LINE,
    ),
    references=(OF_DOCUMENT,),
)

CROSS_REFERENCES = TableSchema(
    "cross_references",
    "Pointers to other places of the document.",
    (
        DOC,
        Column("ref", "string", "As written.", required=True),
        Column(
            "target_kind", "string", "What it points to.", required=True, values=("section", "figure", "table", "text")
        ),
        LINE,
        START,
        Column(
            "target_id",
            "string",
            "The section_id or figure_id that it points to; empty where the document does not hold it.",
        ),
    ),
    references=(OF_DOCUMENT,),
)

TABLE_CELLS = TableSchema(
    "table_cells",
    "Cells of tables, merged ones filled in.",
    (
        DOC,
        Column("table_id", "string", "The caption's number, or t001 … for tables without one.", required=True),
        Column("row", "integer", "Row, from 0; header rows count.", required=True),
        Column("column", "integer", "Column, from 0.", required=True),
        Column("header", "string", "Text of the header above the cell."),
        Column("text", "string", "Text of the cell."),
        Column(
            "filled",
            "boolean",
            "True where a merged cell was filled in from the one printed above or next to it.",
            required=True,
        ),
        START,
        END,
        Column("number", "number", "The number of the cell, unit multiplied out (2,725万人 is 27250000)."),
        Column("unit", "string", "Unit of the number (人), from the cell, its header or the caption."),
        PAGE,
    ),
    ("doc_id", "table_id", "row", "column"),
    (OF_DOCUMENT,),
)
