"""The commands that make tables: run, inspect, editions."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hakusho.cli.arguments import Engine, Quiet, Run, Scheduler
from hakusho.cli.run_options import (
    Corrections,
    CsvBom,
    DecodeErrors,
    Documents,
    Formats,
    Inputs,
    Jobs,
    Names,
    Parse,
    Tokens,
)
from hakusho.errors import UsageError

if TYPE_CHECKING:
    from hakusho.batch.pool import MakeExecutor
    from hakusho.records import OwnKnowledge

commands = typer.Typer()


@commands.command()
def run(
    inputs: Inputs,
    out: Annotated[str, typer.Option("--out", help="Folder (or fsspec URL) for the tables.", show_default=False)],
    documents: Documents = None,
    jobs: Jobs = None,
    engine: Engine = "local",
    scheduler: Scheduler = "",
    formats: Formats = None,
    csv_bom: CsvBom = False,
    settings: Annotated[Path | None, typer.Option(help="Your own settings, a TOML file.", show_default=False)] = None,
    decode_errors: DecodeErrors = None,
    tokens: Tokens = False,
    parse: Parse = False,
    names: Names = None,
    corrections: Corrections = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace another run in the folder.")] = False,
    add: Annotated[bool, typer.Option("--add", help="Take the documents into the run that is there.")] = False,
    quiet: Quiet = False,
) -> None:
    """Turn documents into tables. Goes on where the same command was stopped."""
    from hakusho.batch import documents_of, make_plan, parse_minutes
    from hakusho.batch import run as run_plan
    from hakusho.batch.summaries import summary_lines
    from hakusho.language.installed import require_models
    from hakusho.progress import show_progress
    from hakusho.settings import chosen_settings

    flags = {"csv_bom": csv_bom, "tokens": tokens, "parse": parse}
    chosen = chosen_settings(settings, decode_errors, names=names or (), corrections=corrections, **flags)
    require_models(parse=chosen.parse)
    with _engine(engine, scheduler, jobs, chosen.limits.memory, chosen.own) as (make, workers):
        plan = make_plan(inputs, documents, chosen, formats or [], documents_of(out) if add else ())
        if engine == "dask":
            from hakusho.batch.cluster import absolute, reachable

            plan, out = reachable(plan), absolute(out)
        if not quiet and (minutes := parse_minutes(plan, workers)) > 1:
            print(f"parsing takes about {minutes:,.0f} minutes, less what is done already", file=sys.stderr)
        with show_progress(plan, quiet) as progress:
            summary = run_plan(plan, out, make=make, jobs=workers, overwrite=overwrite, add=add, progress=progress)
    if not quiet:
        print("\n".join(summary_lines(summary, out, plan.remarks)))
    for told in (*summary.warnings, *(failure.message for failure in summary.failures)):
        print(f"hakusho: {told}", file=sys.stderr)
    if summary.failures:
        raise typer.Exit(3)


@contextmanager
def _engine(
    name: str, scheduler: str, jobs: int | None, memory: int = 0, own: "OwnKnowledge | None" = None
) -> "Iterator[tuple[MakeExecutor, int]]":
    """Return the maker of executors that the options name, and how many tasks it does at a time."""
    if name == "dask":
        from hakusho.batch.cluster import dask_cluster

        with dask_cluster(scheduler) as cluster:
            yield cluster
    elif name == "local":
        from hakusho.batch import cores, process_pool

        workers = jobs or cores()
        yield process_pool(workers, memory, own), workers
    else:
        raise UsageError(f"unknown engine {name}. Known engines: local, dask.")


@commands.command()
def inspect(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A PDF.", show_default=False)],
    out: Annotated[
        Path | None, typer.Option(help="Folder for pictures of the pages, with what was found.", show_default=False)
    ] = None,
) -> None:
    """Show what is found on each page of a PDF: columns, tables, notes, running heads, and what could not be read."""
    from hakusho.runs.inspect import inspect as inspect_file
    from hakusho.runs.summaries import inspection_lines

    print("\n".join(inspection_lines(inspect_file(file, out))))
    if out:
        print(f"pictures in {out}")


@commands.command()
def editions(
    run: Run,
    out: Annotated[Path, typer.Option(help="Folder for the tables.", show_default=False)],
    series: Annotated[str, typer.Option(help="Take this series only.", show_default=False)] = "",
    identities: Annotated[
        Path | None, typer.Option(help="Organisations that are one: TSV, name and same_as.", show_default=False)
    ] = None,
    merge_successions: Annotated[
        bool, typer.Option("--merge-successions", help="Count a body together with the one it became.")
    ] = False,
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 1,
    engine: Engine = "local",
    scheduler: Scheduler = "",
    show: Annotated[bool, typer.Option("--show", help="Print word by word what changed in paragraphs.")] = False,
    quiet: Quiet = False,
) -> None:
    """Report what changed from one edition of a series to the next. Continues where the same command was stopped."""
    from hakusho.batch.pool import workers_told
    from hakusho.editions import Options, identities_at
    from hakusho.editions.folder import write_editions
    from hakusho.editions.summaries import summary_lines
    from hakusho.progress import show_steps

    options = Options(series, identities_at(identities), merge_successions)
    progress = show_steps("comparisons", quiet)
    if engine == "local" and jobs == 1:
        result = write_editions(run, out, options, progress)
    else:
        with _engine(engine, scheduler, jobs) as (make, workers), workers_told(out), make(workers) as executor:
            result = write_editions(run.absolute(), out, options, progress, executor)
    print("".join(f"hakusho: {line}\n" for line in result.oddities), end="", file=sys.stderr)
    print("".join(f"{line}\n" for line in summary_lines(run, out, result, counts=not quiet, changes=show)), end="")
