"""The commands that look at a finished run or at gold: evaluate, verify, trace, diff, agree, check-gold."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from hakusho.cli.arguments import Run, Texts
from hakusho.text.english import counted

commands = typer.Typer()


@commands.command()
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


@commands.command()
def verify(run: Run) -> None:
    """Re-slice every span of a run from the texts, and check every file against the manifest."""
    from hakusho.runs.verify import verify_run

    spans, problems = verify_run(run)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{run}: {counted(spans, 'span')} checked, {counted(len(problems), 'problem')}")
    if problems:
        raise typer.Exit(1)


@commands.command()
def trace(
    run: Run,
    row_id: Annotated[str, typer.Argument(metavar="ID", help="Of a mention or event.", show_default=False)],
) -> None:
    """Show where a mention or event came from: its characters, line and section, and the rule that found it."""
    from hakusho.runs.summaries import trace_lines
    from hakusho.runs.trace import trace as trace_row

    print("\n".join(trace_lines(trace_row(run, row_id))))


@commands.command()
def diff(
    before: Annotated[Path, typer.Argument(metavar="RUN_A", help="Folder of the earlier run.", show_default=False)],
    after: Annotated[Path, typer.Argument(metavar="RUN_B", help="Folder of the later run.", show_default=False)],
) -> None:
    """Show the mentions that one run gained, lost and changed against another, by rule."""
    from hakusho.runs.compare import diff as compare
    from hakusho.runs.summaries import change_lines

    print("\n".join(change_lines(*compare(before, after))))


@commands.command()
def agree(
    left: Annotated[Path, typer.Argument(metavar="A", help="Folder of one annotator.", show_default=False)],
    right: Annotated[Path, typer.Argument(metavar="B", help="Folder of the other.", show_default=False)],
    texts: Texts = None,
) -> None:
    """Report how far two annotators agree, and show where they do not."""
    from hakusho.runs.compare import agree as compare
    from hakusho.runs.summaries import agreement_lines

    print("\n".join(agreement_lines(*compare(left, right, texts))))


@commands.command(name="check-gold")
def check_gold(
    gold: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of .ann files.", show_default=False)],
    texts: Texts = None,
) -> None:
    """Look gold through: overlaps, untrimmed spans, bad values, names treated unlike elsewhere."""
    from hakusho.runs.compare import check_folder
    from hakusho.runs.summaries import oddity_lines

    annotations, oddities, by_id = check_folder(gold, texts)
    print(
        "\n".join(
            [*oddity_lines(oddities, by_id), f"{counted(annotations, 'annotation')}, {len(oddities):,} to look at"]
        )
    )
