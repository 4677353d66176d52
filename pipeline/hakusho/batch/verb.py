"""`hakusho.run(...)`: the command `hakusho run`, called from Python."""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hakusho.batch import Plan, Summary, cores, documents_of, make_plan, process_pool
from hakusho.batch import run as run_plan
from hakusho.errors import UsageError
from hakusho.files.stores import local_path
from hakusho.language.installed import require_models
from hakusho.settings import chosen_settings

if TYPE_CHECKING:
    from hakusho.runs.run import Run

Place = str | Path


def run(
    inputs: Place | Iterable[Place],
    out: Place,
    *,
    documents: Place | None = None,
    jobs: int | None = None,
    formats: str | Sequence[str] = (),
    csv_bom: bool = False,
    settings: Place | None = None,
    decode_errors: str | None = None,
    tokens: bool = False,
    parse: bool = False,
    names: Place | Iterable[Place] = (),
    corrections: Place | None = None,
    overwrite: bool = False,
    add: bool = False,
) -> "Run":
    """Turn documents into tables in the folder `out`, and return them as a `Run`; the options are the command's.

    It goes on where the same call was stopped. Documents that cannot be read are rows of `run.failures`; the first of
    them, and what the command would remark, are warnings. Documents are done in `jobs` worker processes (default: one
    a core), which load hakusho and never the script that calls: it needs no `if __name__ == "__main__"`. Raises
    UsageError and InputError for options and files that do not fit, OutputError where the run cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "memo.txt").write_text("総務省は平成24年7月に米国と協議した。", encoding="utf-8")
    ...     found = run(f"{folder}/memo.txt", f"{folder}/out", jobs=1)
    ...     print(len(found.failures), list(found.mentions["value"]))
    0 ['総務省', '2012-07', 'USA']
    """
    from hakusho.runs.run import read_run

    places = [str(place) for place in _several(inputs)]
    folder = local_path(str(out))
    if folder is None:
        raise UsageError(f"{out}: not a folder of this machine. For a URL use the command hakusho run.")
    chosen = chosen_settings(
        settings, decode_errors, csv_bom=csv_bom, tokens=tokens, parse=parse,
        names=[*_several(names)], corrections=corrections,
    )  # fmt: skip
    require_models(parse=chosen.parse)
    workers = cores() if jobs is None else jobs
    if workers < 1:
        raise UsageError(f"jobs is {jobs}. Give 1 or more.")
    make = process_pool(workers, chosen.limits.memory, chosen.own)
    wanted = [formats] if isinstance(formats, str) else [*formats]
    told = None if documents is None else str(documents)
    plan = make_plan(places, told, chosen, wanted, documents_of(str(out)) if add else ())
    summary = run_plan(plan, str(out), make=make, jobs=workers, overwrite=overwrite, add=add)
    for remark in _remarks(plan, summary):
        warnings.warn(remark, stacklevel=2)
    return read_run(folder)


def _remarks(plan: Plan, summary: Summary) -> Iterator[str]:
    """Return what the command would print besides the counts."""
    yield from (*plan.remarks, *summary.warnings)
    if summary.failures:
        more = f"; {len(summary.failures) - 1} more are in run.failures" if len(summary.failures) > 1 else ""
        yield f"{summary.failures[0].message}{more}"


def _several(places: Place | Iterable[Place]) -> Iterable[Place]:
    return [places] if isinstance(places, str | Path) else places
