"""One document's analysis as data frames and as HTML: what `Analysis` shows of itself in Python."""

import pandas as pd

from hakusho.records import Analysis
from hakusho.runs.frames import rows_frame
from hakusho.runs.page import analysis_page
from hakusho.tabulate import SCHEMAS, made_rows, word_rows

__all__ = ["analysis_page", "entity_frame", "frames"]


def entity_frame(analysis: Analysis) -> pd.DataFrame:
    """Return what a document names, one mention per row, as the table `mentions` has it."""
    return rows_frame(made_rows(analysis)["mentions"], SCHEMAS["mentions"])


def frames(analysis: Analysis) -> dict[str, pd.DataFrame]:
    """Return every table of a document by its name; tokens only where its words were read in full."""
    # Without readings the words were not read in full: the table tokens would be half empty.
    full = any(lexeme.reading.strip("\ufffd ") for lexeme in analysis.words.lexicon)
    rows = made_rows(analysis) | word_rows(analysis, None, tokens=full)
    return {name: rows_frame(rows[name], schema) for name, schema in SCHEMAS.items() if name in rows}
