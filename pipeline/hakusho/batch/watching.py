"""Keep the time of a document, also where its worker is deaf, and know afterwards which document it was."""

import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from hakusho.batch.plan import Task
from hakusho.files.marks import nowhere
from hakusho.records import Outcome, Settings

# A worker that hears no signal (a pattern, a library) is ended this much later.
_GRACE = 1.15
# A worker that heard one and caught it hears it again after this share of the time.
_AGAIN = 0.03
_KILLED = 70
# As settings.toml says of `limits.seconds`.
_PARSE_TIMES = 20


class TimeLimit(BaseException):
    """A document took longer than `limits.seconds`. No `except Exception` of a library or stage holds it up."""


def seconds_of(settings: Settings) -> int:
    """Return the seconds that a document may take, 0 for no limit; a parse is that much slower than all else."""
    return settings.limits.seconds * (_PARSE_TIMES if settings.parse else 1)


def late_message(path: str, settings: Settings) -> str:
    """Return the line for a document that took too long."""
    most = f"{seconds_of(settings)} seconds"
    return f"{path}: took longer than {most}. Split it, or raise limits.seconds in the settings."


def overdue(task: Task, settings: Settings) -> Outcome:
    """Return the outcome of a document whose worker was ended for its time."""
    return task.failed("worker", TimeLimit.__name__, late_message(task.item.path, settings))


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raise TimeLimit in what takes too long; where no signal is heard, the process ends a little later."""
    if not seconds:
        yield
    elif threading.current_thread() is threading.main_thread():
        with _alarm(seconds):
            yield
    else:
        # A worker of a cluster, whose tasks are threads.
        watchdog = threading.Timer(seconds * _GRACE, os._exit, (_KILLED,))
        watchdog.daemon = True
        watchdog.start()
        try:
            yield
        finally:
            watchdog.cancel()


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    armed = True

    def stop(number: int, frame: FrameType | None) -> None:
        if armed:
            raise TimeLimit

    signal.signal(signal.SIGALRM, stop)
    with nowhere() as sink:
        # It waits in a thread that needs no interpreter, which a pattern at work never lets go.
        faulthandler.dump_traceback_later(seconds * _GRACE, exit=True, file=sink)
        signal.setitimer(signal.ITIMER_REAL, seconds, max(0.05, seconds * _AGAIN))
        try:
            yield
        finally:
            armed = False
            signal.setitimer(signal.ITIMER_REAL, 0)
            faulthandler.cancel_dump_traceback_later()
