"""The commands by which a person judges a run and mends it: sample, suggest."""

from pathlib import Path
from typing import Annotated

import typer

from hakusho.cli.arguments import Run
from hakusho.errors import UsageError

commands = typer.Typer()


@commands.command()
def sample(
    run: Run,
    out: Annotated[
        Path | None, typer.Option(help="CSV to write: the sample, with a column to judge in.", show_default=False)
    ] = None,
    judged: Annotated[Path | None, typer.Option(help="A sample that was judged.", show_default=False)] = None,
    label: Annotated[str, typer.Option(help="Draw mentions of this label only.", show_default=False)] = "",
    n: Annotated[int, typer.Option("--n", min=1, help="How many mentions to draw.")] = 200,
    seed: Annotated[int, typer.Option(help="Another number draws another sample.")] = 0,
) -> None:
    """Draw mentions by lot to judge by hand (--out), or say how precise the run is by those judged (--judged)."""
    from hakusho.runs.sample import draw, precision
    from hakusho.runs.summaries import precision_lines

    if (out is None) == (judged is None):
        raise UsageError("Give --out to draw a sample, or --judged to say how precise the run is.")
    if out is not None:
        print(f"{draw(run, out, n, label, seed)} mentions in {out}: write y or n into the column right")
    elif judged is not None:
        print("\n".join(precision_lines(precision(run, judged))))


@commands.command()
def suggest(
    run: Run,
    out: Annotated[Path, typer.Option(help="TSV to write: one candidate per row.", show_default=False)],
    most: Annotated[int, typer.Option(min=1, help="Write the most useful ones, this many.")] = 1_000,
) -> None:
    """List what looks like the name of a body and was not taken; rows moved to a --names file accept it."""
    from hakusho.runs.suggest import suggest as suggest_names

    print(f"{suggest_names(run, out, most)} candidates in {out}, the most useful first")
