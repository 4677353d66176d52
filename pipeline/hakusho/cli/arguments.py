"""The arguments that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Run = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of a finished run.", show_default=False)]
_TEXTS = typer.Option(help="Folder of the texts, where they do not lie beside the annotations.", show_default=False)
Texts = Annotated[Path | None, _TEXTS]
_ENGINE = "local: processes of this machine; dask: the workers of --scheduler."
Engine = Annotated[str, typer.Option(help=_ENGINE)]
Scheduler = Annotated[str, typer.Option(help="Address of a Dask scheduler.", show_default=False)]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]
