"""The commands: parse options, one call, one print. Nothing else prints."""

import os
import sys
from typing import Annotated, NoReturn

import typer

from hakusho.cli import checking, exchanging, judging, reporting, running, searching
from hakusho.errors import ELSEWHERE, HakushoError, InputError, NoRun, UsageError

app = typer.Typer(
    help="Turn Japanese government documents into tables that can be trusted.",
    no_args_is_help=True,
    epilog="Exit status: 0 done; 1 a fault, or problems found (verify), nothing found (grep), a score too low (evaluate --fail-under); 2 what was given does not fit or is not there; 3 done, but some documents failed (run: see failures.csv); 130 interrupted.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (running, reporting, searching, checking, judging, exchanging):
    app.add_typer(group.commands)


def main() -> None:
    """Run the command line; a fault that a user can mend is one line, and the exit status says whose it is."""
    if sys.platform == "win32":
        _stop(UsageError(ELSEWHERE))
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
    sys.exit(2 if isinstance(error, UsageError | InputError | NoRun) else 1)


@app.callback(invoke_without_command=True)
def _root(show_version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if show_version:
        from hakusho import __version__

        print(f"hakusho {__version__}")
        raise typer.Exit
