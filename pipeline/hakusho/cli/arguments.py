"""The arguments that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Run = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of a finished run.", show_default=False)]
_TEXTS = typer.Option(help="Folder of the texts, where they do not lie beside the annotations.", show_default=False)
Texts = Annotated[Path | None, _TEXTS]
