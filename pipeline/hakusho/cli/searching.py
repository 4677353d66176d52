"""The command that looks for words: grep."""

from typing import Annotated

import typer

from hakusho.cli.arguments import Run

commands = typer.Typer()


@commands.command()
def grep(
    run: Run,
    pattern: Annotated[
        str, typer.Argument(help="Text to look for, whatever its width and case.", show_default=False)
    ] = "",
    regex: Annotated[bool, typer.Option("--regex", help="The pattern is a regular expression (RE2).")] = False,
    label: Annotated[
        str, typer.Option(help="Only in sentences that name such a thing (ORG, COUNTRY, DATE).", show_default=False)
    ] = "",
    value: Annotated[
        str, typer.Option(help="Only in sentences that name this: a value, name or entity_id.", show_default=False)
    ] = "",
    context: Annotated[int, typer.Option(min=0, help="Characters on either side.")] = 40,
    csv: Annotated[bool, typer.Option("--csv", help="Print a table as CSV.")] = False,
) -> None:
    """Show a keyword in its context over the sentences of a run; without PATTERN what --label and --value name."""
    from hakusho.runs.grep import grep as find
    from hakusho.runs.grep import hit_table
    from hakusho.runs.summaries import hit_lines

    hits = find(run, pattern, regex=regex, label=label, value=value, context=context)
    if csv:
        print(hit_table(hits), end="")
    else:
        print("".join(f"{line}\n" for line in hit_lines(hits)), end="")
    if not hits:
        raise typer.Exit(1)
