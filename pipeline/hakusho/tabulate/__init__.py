"""tabulate: from one document's analysis to the rows of every table, each checked against its schema.

Data frames are checked by `hakusho.tabulate.frames`, apart, so that a worker that makes rows need not import pandas.
"""

from hakusho.tabulate.entities import Entities, entity_shares, succession_rows
from hakusho.tabulate.entity_tables import LIST
from hakusho.tabulate.rows import Rows, document_rows, entity_id_of, failure_rows, made_rows, printable
from hakusho.tabulate.schemas import SCHEMAS, TABLES, tables_with
from hakusho.tabulate.word_tables import word_rows

__all__ = [
    "LIST",
    "SCHEMAS",
    "TABLES",
    "Entities",
    "Rows",
    "document_rows",
    "entity_id_of",
    "entity_shares",
    "failure_rows",
    "made_rows",
    "printable",
    "succession_rows",
    "tables_with",
    "word_rows",
]
