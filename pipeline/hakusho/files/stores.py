"""Where a run is written: a folder, or any place that fsspec reaches. Files appear whole or not at all."""

import errno
import hashlib
import os
import re
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from hakusho.errors import ELSEWHERE, OutputError, UsageError
from hakusho.files.explained import explained
from hakusho.files.store_names import BY_DOCUMENT, FOLDERS, LOCK, TEMPORARY, in_the_way_of, temporary_name

try:
    import fcntl
except ImportError as error:
    raise UsageError(ELSEWHERE) from error

# What a folder of that form holds: the tables before they are put in place.
_UNFINISHED = re.compile(r"[a-z_]+\.(?:csv|parquet|sqlite|sqlite-journal)")
_NETWORK = ("http", "https", "ftp", "github", "git")


class Store(Protocol):
    """A folder of files by name (`text/a.txt`), local or remote. Links in it are never written or removed through."""

    @property
    def place(self) -> str:
        """What the user calls it, for messages."""
        ...

    def read(self, name: str) -> bytes: ...

    def digest(self, name: str) -> tuple[int, str]:
        """Return the size of a file in bytes and its SHA-256. Raises OSError where it cannot be read."""
        ...

    def write(self, name: str, data: bytes) -> None:
        """Write a file, in place of one that is there."""
        ...

    def create(self, name: str, data: bytes) -> None:
        """Write a file that is not there yet. Raises OutputError where another stands in its place."""
        ...

    def publish(self, name: str, source: Path) -> None:
        """Put a finished local file in place."""
        ...

    def names(self, folder: str) -> list[str]:
        """Return the names of the files below a folder, sorted; empty where there is none."""
        ...

    def in_the_way(self, names: Collection[str], owned: Collection[str]) -> list[str]:
        """Return those of `names` at which something stands that is not a file of `owned`, sorted."""
        ...

    def remove(self, name: str) -> None:
        """Remove a file; a link or a folder of that name stays."""
        ...

    def tidy(self) -> None:
        """Remove what a run that was killed had begun to write."""
        ...

    def locked(self) -> AbstractContextManager[None]: ...

    def folds_names(self) -> bool:
        """Return whether `A` and `a` are one file here. Asked under the lock."""
        ...


def open_store(place: str) -> Store:
    """Return the store of a folder or an fsspec URL (`s3://bucket/run`, `file:///mnt/run`).

    Raises UsageError for places on the web: hakusho opens no network connection of its own.
    """
    if (path := local_path(place)) is not None:
        return LocalStore(path, place)
    from hakusho.files.remote_stores import RemoteStore

    return RemoteStore(place, *remote(place))


def local_path(place: str) -> Path | None:
    """Return the path of a place on this machine (`papers`, `file:///mnt/papers`); None for one that fsspec reaches."""
    protocol, _, path = place.rpartition("://")
    return Path(path) if protocol in ("", "file", "local") else None


def is_file(path: Path) -> bool:
    """Return whether a regular file is there, followed through links; False also where nobody may look."""
    with suppress(OSError):
        return path.is_file()
    return False


def is_folder(path: Path) -> bool:
    """Return whether a folder is there, followed through links; False also where nobody may look."""
    with suppress(OSError):
        return path.is_dir()
    return False


def remote(place: str) -> tuple[Any, str]:
    """Return the file system of an fsspec URL and the path in it.

    Raises UsageError for places on the web, for unknown protocols, and where fsspec is not installed.
    """
    try:
        import fsspec
    except ModuleNotFoundError:
        raise UsageError(f"{place}: addresses need fsspec: pip install 'hakusho[dask]'.") from None
    protocol = place.partition("://")[0]
    if protocol in _NETWORK:
        raise UsageError(f"{place}: hakusho reads and writes no {protocol} addresses. Copy the files first.")
    try:
        filesystem, root = fsspec.core.url_to_fs(place)
    except (ValueError, ImportError) as error:
        raise UsageError(f"{place}: {error}. Check the address, and what fsspec needs for it.") from None
    return filesystem, str(root).rstrip("/")


class LocalStore:
    """A folder on this machine."""

    def __init__(self, root: Path, place: str = "") -> None:
        self._root, self._place = root, place or str(root)

    @property
    def place(self) -> str:
        return self._place

    def path(self, name: str) -> Path:
        """Return the path of a name. Raises OutputError for one that leads out of the folder."""
        pure = PurePosixPath(name)
        if pure.is_absolute() or ".." in pure.parts or "\0" in name:
            raise OutputError(f"{name}: a path out of the output folder {self._root}.")
        return self._root / pure

    def _target(self, name: str) -> Path:
        """Return the path of a file to write or remove. Raises OutputError where a link leads out of the folder."""
        path = self.path(name)
        for folder in path.parents[: len(PurePosixPath(name).parts) - 1]:
            if _is_link(folder):
                raise OutputError(
                    f"{folder}: a link. Nothing is written through it: remove it, or choose another --out."
                )
        return path

    def read(self, name: str) -> bytes:
        return self._regular(name).read_bytes()

    def _regular(self, name: str) -> Path:
        """Return the path of a file to read; a pipe of its name would be waited for without end."""
        path = self.path(name)
        if not is_file(path):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        return path

    def digest(self, name: str) -> tuple[int, str]:
        return digest_of(self._regular(name))

    def write(self, name: str, data: bytes) -> None:
        with explained(self._root):
            target = self._target(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary = target.with_name(temporary_name())
            try:
                with temporary.open("xb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                temporary.replace(target)
            except OSError:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)
                raise
            _sync_folder(target.parent)

    def create(self, name: str, data: bytes) -> None:
        with explained(self._root):
            target = self._target(name)
            if not os.path.lexists(target):
                self.write(name, data)
            elif not _is_own_file(target) or target.read_bytes() != data:
                raise OutputError(in_the_way_of(self.place, name))

    def publish(self, name: str, source: Path) -> None:
        with explained(self._root):
            target = self._target(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            with source.open("rb") as file:
                os.fsync(file.fileno())
            source.replace(target)
            _sync_folder(target.parent)

    def working_folder(self) -> Path:
        """Make a folder in which files are finished before `publish`; who makes it removes it."""
        with explained(self._root):
            folder = self._root / temporary_name()
            folder.mkdir(parents=True)
            return folder

    def names(self, folder: str) -> list[str]:
        return sorted(path.relative_to(self._root).as_posix() for path in _files(self.path(folder)))

    def in_the_way(self, names: Collection[str], owned: Collection[str]) -> list[str]:
        standing = ((name, self._target(name)) for name in sorted(names))
        return [name for name, path in standing if os.path.lexists(path) and not (name in owned and _is_own_file(path))]

    def remove(self, name: str) -> None:
        path = self._target(name)
        with explained(self._root):
            if _is_own_file(path):
                path.unlink(missing_ok=True)
        if name.startswith(f"{BY_DOCUMENT}/"):
            # The folder of one document's tables, which goes with the last of them.
            with suppress(OSError):
                path.parent.rmdir()

    def tidy(self) -> None:
        grids = self.path(BY_DOCUMENT)
        by_document = (
            [path for path in _entries(grids) if path.is_dir()] if not self.path("tables").is_symlink() else []
        )
        for folder in [*(self.path(name) for name in FOLDERS), grids, *by_document]:
            if folder == self._root or not folder.is_symlink():
                for path in _entries(folder):
                    if TEMPORARY.fullmatch(path.name):
                        _remove_unfinished(path)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other runs out of the folder. Raises OutputError where one is at work."""
        with explained(self._root):
            path = self._target(LOCK)
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
        with os.fdopen(descriptor, "rb", buffering=0):
            if not is_file(path):
                raise OutputError(in_the_way_of(self.place, LOCK))
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise OutputError(
                    f"{self._root}: another run is writing here. Wait for it, or choose another folder."
                ) from None
            yield

    def folds_names(self) -> bool:
        lock = self.path(LOCK)
        other = lock.with_name(lock.name.upper())
        return is_file(other) and other.samefile(lock)


def _is_link(path: Path) -> bool:
    """Return whether a link is there; False also for a name that no file could have."""
    with suppress(OSError):
        return path.is_symlink()
    return False


def _is_own_file(path: Path) -> bool:
    """A link is the user's, wherever it leads."""
    return not _is_link(path) and is_file(path)


def _entries(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(folder.iterdir())
    return []


def _files(folder: Path) -> Iterator[Path]:
    """Return the regular files below a folder, through no link."""
    if _is_link(folder):
        return
    for path in _entries(folder):
        if _is_link(path):
            continue
        if is_folder(path):
            yield from _files(path)
        elif is_file(path):
            yield path


def _remove_unfinished(path: Path) -> None:
    """Remove a temporary file, or a folder of unfinished tables with nothing else in it."""
    with suppress(OSError):
        if path.is_symlink():
            return
        if not path.is_dir():
            path.unlink(missing_ok=True)
            return
        for file in _entries(path):
            if _UNFINISHED.fullmatch(file.name) and _is_own_file(file):
                file.unlink(missing_ok=True)
        path.rmdir()


def digest_of(path: Path) -> tuple[int, str]:
    """Return the size of a file in bytes and its SHA-256."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return file.tell(), sha256


def _sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
