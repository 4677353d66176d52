"""How far a run is: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hakusho.text.english import counted

if TYPE_CHECKING:
    from hakusho.batch import Plan
    from hakusho.records import Outcome

Report = Callable[["Outcome | None", int, int], None]
_LINES = 20


@contextmanager
def show_progress(plan: "Plan", quiet: bool) -> Iterator[Report | None]:
    """Return what `batch.run` reports to."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        with _bar(len(plan.tasks)) as report:
            yield report
    else:
        yield _plain()


def show_steps(what: str, quiet: bool) -> Callable[[int, int], None]:
    """Return what a command of few steps reports to: it prints how many are done, on a line each."""

    def report(done: int, total: int) -> None:
        if not quiet:
            print(f"{done} of {total} {what}", file=sys.stderr, flush=True)

    return report


@contextmanager
def _bar(total: int) -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[speed]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failures]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=total, speed="", failures="")
        meter = _Meter()

        def report(outcome: "Outcome | None", done: int, total: int) -> None:
            meter.add(outcome)
            failures = f"{meter.failures} failed" if meter.failures else ""
            speed = f"{meter.speed:,.0f} characters/s" if meter.characters else ""
            progress.update(bar, completed=done, total=total, speed=speed, failures=failures)

        yield report


def _plain() -> Report:
    meter = _Meter()

    def report(outcome: "Outcome | None", done: int, total: int) -> None:
        meter.add(outcome)
        did = "done before" if outcome is None else counted(meter.characters, "character")
        step = max(1, total // _LINES)
        if done % step == 0 or done == total:
            failures = f", {meter.failures} failed" if meter.failures else ""
            print(f"{done:,} of {counted(total, 'document')}, {did}{failures}", file=sys.stderr, flush=True)

    return report


class _Meter:
    """Adds up what was done, for the eye only: nothing of it goes into a product."""

    def __init__(self) -> None:
        self.characters, self.failures = 0, 0
        self._began = time.monotonic()

    def add(self, outcome: "Outcome | None") -> None:
        if outcome is not None:
            self.characters += outcome.characters
            self.failures += outcome.failure is not None

    @property
    def speed(self) -> float:
        return self.characters / max(0.001, time.monotonic() - self._began)
