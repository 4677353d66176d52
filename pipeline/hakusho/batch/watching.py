"""Keep the time of a document, also where its worker is deaf, and know afterwards which document it was."""

import faulthandler
import hashlib
import os
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from hakusho.batch.plan import Task
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


@dataclass(frozen=True, slots=True)
class Watch:
    """A folder of this machine in which a worker marks the document it is at; a worker that dies leaves its mark.

    Workers of other machines see no such folder, and leave no marks.
    """

    folder: str

    @classmethod
    @contextmanager
    def here(cls) -> "Iterator[Watch]":
        folder = tempfile.mkdtemp(prefix="hakusho-")
        try:
            yield cls(folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _mark(self, doc_id: str) -> Path:
        return Path(self.folder) / hashlib.sha256(doc_id.encode("utf-8", "surrogatepass")).hexdigest()

    @contextmanager
    def at_work(self, doc_id: str) -> Iterator[None]:
        """Mark a document while it is done. The mark holds a clock that no change of the day's time turns back."""
        with suppress(OSError):
            self._mark(doc_id).write_text(str(time.monotonic()), encoding="ascii")
        yield
        with suppress(OSError):
            self._mark(doc_id).unlink(missing_ok=True)

    def is_late(self, doc_id: str, seconds: int) -> bool:
        """Return whether a document whose worker died had had its time."""
        try:
            return bool(seconds) and time.monotonic() - float(self._mark(doc_id).read_text("ascii")) >= seconds
        except (OSError, ValueError):
            return False


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
    with Path(os.devnull).open("w", encoding="ascii") as nowhere:
        # It waits in a thread that needs no interpreter, which a pattern at work never lets go.
        faulthandler.dump_traceback_later(seconds * _GRACE, exit=True, file=nowhere)
        signal.setitimer(signal.ITIMER_REAL, seconds, max(0.05, seconds * _AGAIN))
        try:
            yield
        finally:
            armed = False
            signal.setitimer(signal.ITIMER_REAL, 0)
            faulthandler.cancel_dump_traceback_later()
