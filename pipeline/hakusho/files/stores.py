"""Where a run is written: a folder, or any place that fsspec reaches. Files appear whole or not at all."""

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from hakusho.errors import OutputError, UsageError

_TEMPORARY = ".tmp"
_LOCK = ".parts/lock"
_NETWORK = ("http", "https", "ftp", "github", "git")


class Store(Protocol):
    """A folder of files by name (`text/a.txt`), local or remote."""

    @property
    def place(self) -> str:
        """What the user calls it, for messages."""
        ...

    def read(self, name: str) -> bytes: ...

    def write(self, name: str, data: bytes) -> None: ...

    def publish(self, name: str, source: Path) -> None:
        """Put a finished local file in place."""
        ...

    def names(self, folder: str = "") -> list[str]:
        """Return the names of the files below a folder, sorted; empty where there is none."""
        ...

    def remove(self, name: str) -> None: ...

    def tidy(self) -> None:
        """Remove what a run that was killed had begun to write."""
        ...

    def locked(self) -> AbstractContextManager[None]: ...


def open_store(place: str) -> Store:
    """Return the store of a folder or an fsspec URL (`s3://bucket/run`, `file:///mnt/run`).

    Raises UsageError for places on the web: hakusho opens no network connection of its own.
    """
    if "://" not in place:
        return LocalStore(Path(place))
    return RemoteStore(place, *remote(place))


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

    def __init__(self, root: Path) -> None:
        self._root = root

    @property
    def place(self) -> str:
        return str(self._root)

    def path(self, name: str) -> Path:
        """Return the path of a name. Raises OutputError for one that leads out of the folder."""
        pure = PurePosixPath(name)
        if pure.is_absolute() or ".." in pure.parts or "\0" in name:
            raise OutputError(f"{name}: a path out of the output folder {self._root}.")
        return self._root / pure

    def read(self, name: str) -> bytes:
        return self.path(name).read_bytes()

    def write(self, name: str, data: bytes) -> None:
        target = self.path(name)
        with explained(self._root):
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary = target.with_name(f"{_TEMPORARY}-{os.getpid()}-{target.name}"[:200])
            try:
                with temporary.open("wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                temporary.replace(target)
            except OSError:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)
                raise
            _sync_folder(target.parent)

    def publish(self, name: str, source: Path) -> None:
        target = self.path(name)
        with explained(self._root):
            target.parent.mkdir(parents=True, exist_ok=True)
            with source.open("rb") as file:
                os.fsync(file.fileno())
            source.replace(target)
            _sync_folder(target.parent)

    def names(self, folder: str = "") -> list[str]:
        root = self.path(folder) if folder else self._root
        found = (path for path in root.rglob("*") if path.is_file()) if root.is_dir() else ()
        return sorted(path.relative_to(self._root).as_posix() for path in found)

    def remove(self, name: str) -> None:
        path = self.path(name)
        path.unlink(missing_ok=True)
        with suppress(OSError):
            path.parent.rmdir()

    def tidy(self) -> None:
        for path in list(self._root.rglob(f"{_TEMPORARY}-*")) if self._root.is_dir() else []:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other runs out of the folder. Raises OutputError where one is at work."""
        with explained(self._root):
            self.path(_LOCK).parent.mkdir(parents=True, exist_ok=True)
            file = self.path(_LOCK).open("w")
        with file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise OutputError(
                    f"{self._root}: another run is writing here. Wait for it, or choose another folder."
                ) from None
            yield


class RemoteStore:
    """A folder that fsspec reaches; its files are written whole by the protocols that hakusho supports."""

    def __init__(self, place: str, filesystem: Any, root: str) -> None:
        self.place, self._fs, self._root = place, filesystem, root.rstrip("/")

    def _at(self, name: str) -> str:
        if ".." in PurePosixPath(name).parts or name.startswith("/"):
            raise OutputError(f"{name}: a path out of the output folder {self.place}.")
        return f"{self._root}/{name}"

    def read(self, name: str) -> bytes:
        return bytes(self._fs.cat_file(self._at(name)))

    def write(self, name: str, data: bytes) -> None:
        target = self._at(name)
        temporary = f"{target}{_TEMPORARY}-{os.getpid()}"
        with explained(self.place):
            self._fs.makedirs(target.rpartition("/")[0], exist_ok=True)
            self._fs.pipe_file(temporary, data)
            self._fs.mv(temporary, target)

    def publish(self, name: str, source: Path) -> None:
        self.write(name, source.read_bytes())
        source.unlink()

    def names(self, folder: str = "") -> list[str]:
        root = self._at(folder) if folder else self._root
        if not self._fs.exists(root):
            return []
        start = len(self._root) + 1
        return sorted(str(path)[start:] for path in self._fs.find(root))

    def remove(self, name: str) -> None:
        if self._fs.exists(self._at(name)):
            self._fs.rm_file(self._at(name))

    def tidy(self) -> None:
        for name in self.names():
            if _TEMPORARY in name.rpartition("/")[2]:
                self.remove(name)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Object stores have no locks; who runs twice into one place does the work twice."""
        yield


def _sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


_REMEDIES = {
    errno.ENOSPC: "Free some space",
    errno.EDQUOT: "Free some of your quota",
    errno.EROFS: "Choose a folder on a file system that can be written to",
    errno.EACCES: "Choose a folder that you may write to",
    errno.EPERM: "Choose a folder that you may write to",
    errno.ENOTDIR: "Choose another folder: a part of this path is a file",
    errno.EEXIST: "Choose another folder: a part of this path is a file",
}


@contextmanager
def explained(root: object) -> Iterator[None]:
    """Turn an error of the file system into a line that says what the user can do."""
    try:
        yield
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "Look at the folder")
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise OutputError(
            f"{root}: cannot be written: {reason}. {remedy}, then run the same command again; what is done is kept."
        ) from error
