"""report: pages and figures that a person looks at, from a finished run."""

from pathlib import Path

from hakusho.files.site import write_site
from hakusho.report.data import RunData
from hakusho.report.site import make_site, read_steps

__all__ = ["write_report"]


def write_report(run: str | Path, out: str | Path, editions: str | Path | None = None) -> int:
    """Write the report of a finished run into a folder, and return how many files it has.

    `editions` is a folder that `hakusho editions` wrote for this run. The report opens from the file system, without
    a network. Raises OutputError where the folder of the run holds none, UsageError where a file of the user is in the
    way or `editions` is no comparison.
    """
    run = Path(run)
    steps = read_steps(run, Path(editions) if editions else None)
    files = make_site(RunData(run), steps)
    write_site(Path(out), files)
    return len(files)
