"""The commands: parse options, one call, one print. Nothing else prints."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from hakusho.errors import HakushoError, InputError, UsageError

if TYPE_CHECKING:
    from hakusho.batch.pool import MakeExecutor
    from hakusho.records import Settings

app = typer.Typer(
    help="Turn Japanese government documents into tables that can be trusted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Run = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of a finished run.", show_default=False)]


def main() -> None:
    """Run the command line; a fault that a user can mend is one line, and the exit status says whose it is."""
    try:
        app()
    except HakushoError as error:
        _stop(error)
    except KeyboardInterrupt:
        print("interrupted. The same command goes on where it stopped.", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _stop(error: HakushoError) -> NoReturn:
    print(f"hakusho: {error}", file=sys.stderr)
    sys.exit(2 if isinstance(error, UsageError | InputError) else 1)


@app.callback(invoke_without_command=True)
def _root(show_version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if show_version:
        from hakusho import __version__

        print(f"hakusho {__version__}")
        raise typer.Exit


@app.command()
def run(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Documents, or folders of them; also ZIP.", show_default=False),
    ],
    out: Annotated[str, typer.Option("--out", help="Folder (or fsspec URL) for the tables.", show_default=False)],
    documents: Annotated[
        str | None,
        typer.Option(
            help="What is known of the documents: doc_id, title, publisher, published, url, series, edition. [default: documents.csv beside the inputs]",
            show_default=False,
        ),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Worker processes. [default: one a core]", show_default=False)
    ] = None,
    engine: Annotated[
        str, typer.Option(help="local: processes of this machine; dask: the workers of --scheduler.")
    ] = "local",
    scheduler: Annotated[str, typer.Option(help="Address of a Dask scheduler.", show_default=False)] = "",
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            help="csv (always written), parquet, sqlite, excel; may be given more than once.",
            show_default=False,
        ),
    ] = None,
    csv_bom: Annotated[
        bool, typer.Option("--csv-bom", help="Begin CSV files with a mark by which Excel reads them as UTF-8.")
    ] = False,
    settings: Annotated[Path | None, typer.Option(help="Your own settings, a TOML file.", show_default=False)] = None,
    decode_errors: Annotated[
        str | None,
        typer.Option(help="strict or replace: what to do with bytes that no encoding reads.", show_default=False),
    ] = None,
    tokens: Annotated[
        bool, typer.Option("--tokens", help="Also write the table tokens: every word, with lemma and reading.")
    ] = False,
    parse: Annotated[
        bool, typer.Option("--parse", help="Also write the table parse: dependencies by ja_ginza. Slow.")
    ] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace another run in the folder.")] = False,
    add: Annotated[bool, typer.Option("--add", help="Take the documents into the run that is there.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")] = False,
) -> None:
    """Turn documents into tables. Goes on where the same command was stopped."""
    from hakusho.batch import documents_of, make_plan, parse_minutes
    from hakusho.batch import run as run_plan
    from hakusho.batch.summaries import summary_lines
    from hakusho.progress import show_progress

    chosen = _settings(settings, decode_errors, csv_bom=csv_bom, tokens=tokens, parse=parse)
    _require_models(chosen)
    with _engine(engine, scheduler, jobs, chosen.limits.memory) as (make, workers):
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
    if summary.replaced:
        ids = ", ".join(summary.replaced)
        print(f"hakusho: done again, since the run held other bytes under the same name: {ids}", file=sys.stderr)
    for remark in summary.remarks:
        print(f"hakusho: {remark}", file=sys.stderr)
    for failure in summary.failures:
        print(f"hakusho: {failure.message}", file=sys.stderr)
    if summary.failures:
        raise typer.Exit(3)


@contextmanager
def _engine(name: str, scheduler: str, jobs: int | None, memory: int) -> "Iterator[tuple[MakeExecutor, int]]":
    """Return the maker of executors that the options name, and how many tasks it does at a time."""
    if name == "dask":
        from hakusho.batch.cluster import dask_cluster

        with dask_cluster(scheduler) as cluster:
            yield cluster
    elif name == "local":
        from hakusho.batch import process_pool

        workers = jobs or len(os.sched_getaffinity(0))
        yield process_pool(workers, memory), workers
    else:
        raise UsageError(f"unknown engine {name}. Known engines: local, dask.")


def _require_models(chosen: "Settings") -> None:
    """Raise DictionaryMissing and ModelMissing before anything is done that needs what is not installed."""
    from hakusho.language.installed import require_dictionary, require_model

    require_dictionary()
    if chosen.parse:
        require_model()


def _settings(path: Path | None, decode_errors: str | None, *, csv_bom: bool, tokens: bool, parse: bool) -> "Settings":
    from hakusho.files.settings_files import settings_text
    from hakusho.settings import default_settings, settings_from

    chosen = default_settings()
    if path is not None:
        chosen = settings_from(settings_text(path), str(path), chosen.as_dict())
    if decode_errors is not None:
        chosen = settings_from(f'decode_errors = "{decode_errors}"', "--decode-errors", chosen.as_dict())
    wanted = {name: on for name, on in (("csv_bom", csv_bom), ("tokens", tokens), ("parse", parse)) if on}
    return settings_from("".join(f"{name} = true\n" for name in wanted), "options", chosen.as_dict())


@app.command()
def evaluate(
    gold: Annotated[
        Path,
        typer.Option(help="Folder of gold: .ann files (brat standoff), structural tables as CSV.", show_default=False),
    ],
    run: Annotated[Path, typer.Option(help="Folder of a finished run.", show_default=False)],
    out: Annotated[
        Path | None, typer.Option(help="Folder for evaluation.json, errors.csv, evaluation.html.", show_default=False)
    ] = None,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(
            help="Fail where F1 is lower: 0.95 (strict), resolved=0.9, ORG.strict=0.9, linking=0.9, sections=0.98; may be given more than once.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Score a run against gold annotations."""
    from hakusho.runs.demands import demand, missed
    from hakusho.runs.evaluate import evaluate_run, write_evaluation
    from hakusho.runs.summaries import score_lines

    demands = [demand(text) for text in fail_under or []]
    evaluation, texts = evaluate_run(gold, run)
    content = write_evaluation(evaluation, texts, out) if out else evaluation.as_dict()
    print("\n".join(score_lines(content)))
    failed = [line for name, least in demands if (line := missed(content, name, least))]
    for line in failed:
        print(f"hakusho: {line}", file=sys.stderr)
    if failed:
        raise typer.Exit(1)


@app.command()
def verify(run: Run) -> None:
    """Re-slice every span of a run from the texts, and check every file against the manifest."""
    from hakusho.runs.verify import verify_run

    spans, problems = verify_run(run)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{run}: {spans:,} spans checked, {len(problems)} problems")
    if problems:
        raise typer.Exit(1)


@app.command()
def trace(
    run: Run,
    row_id: Annotated[str, typer.Argument(metavar="ID", help="Of a mention or event.", show_default=False)],
) -> None:
    """Show where a mention or event came from: its characters, line and section, and the rule that found it."""
    from hakusho.runs.summaries import trace_lines
    from hakusho.runs.trace import trace as trace_row

    print("\n".join(trace_lines(trace_row(run, row_id))))


_TEXTS = typer.Option(help="Folder of the texts, where they do not lie beside the annotations.", show_default=False)
Texts = Annotated[Path | None, _TEXTS]
_FORMAT_NAMES = "brat, conll, labelstudio, doccano, spacy or inception"
_OTHERS = "conllu for a parse; events-jsonl, graphml for events"


@app.command()
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
        print(f"hakusho: {to} has no place for {lost.what}: {lost.mentions} mentions lose theirs", file=sys.stderr)
    print(f"{documents} documents in {out}")


@app.command(name="import")
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
    print(f"{documents} documents, {annotations} annotations in {out}")


@app.command()
def agree(
    left: Annotated[Path, typer.Argument(metavar="A", help="Folder of one annotator.", show_default=False)],
    right: Annotated[Path, typer.Argument(metavar="B", help="Folder of the other.", show_default=False)],
    texts: Texts = None,
) -> None:
    """Tell how far two annotators agree, and show where they do not."""
    from hakusho.runs.compare import agree as compare
    from hakusho.runs.summaries import agreement_lines

    print("\n".join(agreement_lines(*compare(left, right, texts))))


@app.command(name="check-gold")
def check_gold(
    gold: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of .ann files.", show_default=False)],
    texts: Texts = None,
) -> None:
    """Look gold through: overlaps, untrimmed spans, bad values, names treated unlike elsewhere."""
    from hakusho.runs.compare import check_folder
    from hakusho.runs.summaries import oddity_lines

    annotations, oddities, by_id = check_folder(gold, texts)
    print("\n".join([*oddity_lines(oddities, by_id), f"{annotations} annotations, {len(oddities)} to look at"]))


@app.command()
def diff(
    before: Annotated[Path, typer.Argument(metavar="RUN_A", help="Folder of the earlier run.", show_default=False)],
    after: Annotated[Path, typer.Argument(metavar="RUN_B", help="Folder of the later run.", show_default=False)],
) -> None:
    """Show the mentions that one run gained, lost and changed against another, by rule."""
    from hakusho.runs.compare import diff as compare
    from hakusho.runs.summaries import change_lines

    print("\n".join(change_lines(*compare(before, after))))


@app.command()
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
    show: Annotated[bool, typer.Option("--show", help="Print word by word what changed in paragraphs.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")] = False,
) -> None:
    """Tell what changed from one edition of a series to the next. Goes on where the same command was stopped."""
    from hakusho.editions import Options, identities_at
    from hakusho.editions.folder import write_editions
    from hakusho.editions.summaries import summary_lines
    from hakusho.progress import show_steps

    options = Options(series, identities_at(identities), merge_successions)
    result = write_editions(run, out, options, show_steps("comparisons", quiet))
    print("".join(f"hakusho: {line}\n" for line in result.oddities), end="", file=sys.stderr)
    print("".join(f"{line}\n" for line in summary_lines(run, out, result, counts=not quiet, changes=show)), end="")


@app.command()
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
