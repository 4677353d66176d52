"""A folder of this process in TMPDIR: it goes when the process ends; where that is killed, with the next run.

A process keeps its folder locked. What nobody holds any more was left by one that was killed.
"""

import atexit
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path

_NAME = "hakusho-run-"
_TRIES = 5


@lru_cache(maxsize=1)
def scratch_folder() -> Path:
    """Return the folder of this process, made when it is first asked for. Raises OSError where none can be made."""
    _sweep(Path(tempfile.gettempdir()))
    for _ in range(_TRIES):
        folder = Path(tempfile.mkdtemp(prefix=_NAME))
        # The descriptor stays open, and the lock with it, until the process ends, however it does.
        if _held(folder) is not None and folder.is_dir():
            break
        # Another process swept it before it was locked.
    atexit.register(_leave, folder, os.getpid())
    return folder


@contextmanager
def scratch() -> Iterator[Path]:
    """Make a folder in that of this process, for as long as the context lasts."""
    with tempfile.TemporaryDirectory(dir=scratch_folder(), ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _held(folder: Path) -> int | None:
    """Lock a folder; return the descriptor that holds it, None where another process does, or it is gone."""
    descriptor = -1
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if descriptor >= 0:
            os.close(descriptor)
        return None
    return descriptor


def _sweep(place: Path) -> None:
    """Remove what killed processes of this user left; links and folders of others stay."""
    with suppress(OSError):
        for folder in sorted(place.glob(f"{_NAME}*")):
            if folder.lstat().st_uid != os.getuid() or (descriptor := _held(folder)) is None:
                continue
            shutil.rmtree(folder, ignore_errors=True)
            os.close(descriptor)


def _leave(folder: Path, process: int) -> None:
    """Remove the folder of a process that ends; one that was forked from it leaves it alone."""
    if os.getpid() == process:
        shutil.rmtree(folder, ignore_errors=True)
