"""Marks that workers leave of the document they are at."""

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from hakusho.files.scratch import scratch


@dataclass(frozen=True, slots=True)
class Watch:
    """A folder of this machine in which a worker marks the document it is at; a worker that dies leaves its mark.

    Workers of other machines see no such folder, and leave no marks.
    """

    folder: str

    @classmethod
    @contextmanager
    def here(cls) -> "Iterator[Watch]":
        with scratch() as folder:
            yield cls(str(folder))

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
def nowhere() -> Iterator[TextIO]:
    """Return a file that keeps nothing."""
    with Path(os.devnull).open("w", encoding="ascii") as sink:
        yield sink
