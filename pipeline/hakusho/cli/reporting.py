"""The command that makes pages to look at: report."""

from pathlib import Path
from typing import Annotated

import typer

from hakusho.cli.arguments import Run
from hakusho.text.english import counted

commands = typer.Typer()


@commands.command()
def report(
    run: Run,
    out: Annotated[Path, typer.Option(help="Folder for the pages.", show_default=False)],
    editions: Annotated[
        Path | None, typer.Option(help="Folder that hakusho editions wrote for this run.", show_default=False)
    ] = None,
) -> None:
    """Make pages to look at: overview, texts with their names marked, tables, figures. Open index.html in a browser."""
    from hakusho.report import write_report

    files = write_report(run, out, editions)
    print(f"{counted(files, 'file')}; open {out / 'index.html'}")
