"""The arguments of `hakusho run` that take more than a line to explain."""

from pathlib import Path
from typing import Annotated

import typer

_DOCUMENTS = (
    "What is known of the documents: doc_id, title, publisher, published, url, series, edition "
    "(default: documents.csv in the folder of the inputs or next to it)."
)
_FORMATS = "csv (always written), parquet, sqlite, excel; may be given more than once."
_DECODE_ERRORS = "strict or replace: what to do with bytes that no encoding reads."
_CSV_BOM = "Begin CSV files with a mark by which Excel reads them as UTF-8."
_TOKENS = "Also write the table tokens: every word, with lemma and reading."
_NAMES = "Names of your own: TSV with name, label, value; may be given more than once."
_CORRECTIONS = "Corrections of your own: TSV with doc_id, before, text, after, label, value."
_INPUTS = typer.Argument(metavar="INPUT", help="Documents, or folders of them; also ZIP.", show_default=False)
_JOBS = typer.Option(min=1, help="Worker processes (default: one per core).", show_default=False)

Inputs = Annotated[list[str], _INPUTS]
Documents = Annotated[str | None, typer.Option(help=_DOCUMENTS, show_default=False)]
Jobs = Annotated[int | None, _JOBS]
Formats = Annotated[list[str] | None, typer.Option("--format", help=_FORMATS, show_default=False)]
CsvBom = Annotated[bool, typer.Option("--csv-bom", help=_CSV_BOM)]
DecodeErrors = Annotated[str | None, typer.Option(help=_DECODE_ERRORS, show_default=False)]
Tokens = Annotated[bool, typer.Option("--tokens", help=_TOKENS)]
Parse = Annotated[bool, typer.Option("--parse", help="Also write the table parse: dependencies by ja_ginza. Slow.")]
Names = Annotated[list[Path] | None, typer.Option(help=_NAMES, show_default=False)]
Corrections = Annotated[Path | None, typer.Option(help=_CORRECTIONS, show_default=False)]
