"""tabulate: from one document's analysis to the rows of every table, and from rows to checked data frames.

`frame` stands in `hakusho.tabulate.frames`, so that a worker that only makes rows need not import pandas.
"""

from hakusho.tabulate.rows import Rows, document_rows, failure_row, printable
from hakusho.tabulate.schemas import SCHEMAS, TABLES

__all__ = ["SCHEMAS", "TABLES", "Rows", "document_rows", "failure_row", "printable"]
