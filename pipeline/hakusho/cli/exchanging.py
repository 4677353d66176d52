"""The commands for annotation tools: export, import."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from hakusho.cli.arguments import Texts
from hakusho.text.english import counted

commands = typer.Typer()
_FORMAT_NAMES = "brat, conll, labelstudio, doccano, spacy or inception"
_OTHERS = "conllu for a parse; events-jsonl, graphml for events"


@commands.command()
def export(
    place: Annotated[Path, typer.Argument(metavar="RUN", help="A run, or a folder of .ann files.", show_default=False)],
    to: Annotated[str, typer.Option("--to", help=f"{_FORMAT_NAMES}; {_OTHERS}.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="Folder for the files.", show_default=False)],
    texts: Texts = None,
) -> None:
    """Write mentions in the format of an annotation tool, a parse, or events."""
    from hakusho.runs.exchange import export as export_place

    documents, losses = export_place(place, to, out, texts)
    for lost in losses:
        losing = counted(lost.mentions, "mention loses its own", "mentions lose theirs")
        print(f"hakusho: {to} has no place for {lost.what}: {losing}", file=sys.stderr)
    print(f"{counted(documents, 'document')} in {out}")


@commands.command(name="import")
def import_annotations(
    place: Annotated[
        Path, typer.Argument(metavar="PLACE", help="Folder or file of the tool's export.", show_default=False)
    ],
    source: Annotated[str, typer.Option("--from", help=f"{_FORMAT_NAMES}.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="Folder for the .ann and .txt files.", show_default=False)],
) -> None:
    """Read what an annotation tool exported, and write it as gold (brat standoff)."""
    from hakusho.runs.exchange import import_annotations as import_into

    documents, annotations = import_into(place, source, out)
    print(f"{counted(documents, 'document')}, {counted(annotations, 'annotation')} in {out}")
