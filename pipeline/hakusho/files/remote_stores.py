"""A run at any place that fsspec reaches."""

import hashlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from hakusho.errors import OutputError
from hakusho.files.explained import explained
from hakusho.files.store_names import BY_DOCUMENT, FOLDERS, TEMPORARY, in_the_way_of, temporary_name


class RemoteStore:
    """A folder that fsspec reaches; its files are written whole by the protocols that hakusho supports."""

    def __init__(self, place: str, filesystem: Any, root: str) -> None:
        self.place, self._fs, self._root = place, filesystem, root.rstrip("/")

    def _at(self, name: str) -> str:
        if ".." in PurePosixPath(name).parts or name.startswith("/"):
            raise OutputError(f"{name}: a path out of the output folder {self.place}.")
        return f"{self._root}/{name}" if name else self._root

    def read(self, name: str) -> bytes:
        return bytes(self._fs.cat_file(self._at(name)))

    def digest(self, name: str) -> tuple[int, str]:
        data = self.read(name)
        return len(data), hashlib.sha256(data).hexdigest()

    def write(self, name: str, data: bytes) -> None:
        target = self._at(name)
        folder = target.rpartition("/")[0]
        temporary = f"{folder}/{temporary_name()}"
        with explained(self.place):
            self._fs.makedirs(folder, exist_ok=True)
            self._fs.pipe_file(temporary, data)
            self._fs.mv(temporary, target)

    def create(self, name: str, data: bytes) -> None:
        with explained(self.place):
            if not self._fs.exists(self._at(name)):
                self.write(name, data)
            elif not self._fs.isfile(self._at(name)) or self.read(name) != data:
                raise OutputError(in_the_way_of(self.place, name))

    def publish(self, name: str, source: Path) -> None:
        self.write(name, source.read_bytes())
        source.unlink()

    def names(self, folder: str) -> list[str]:
        root = self._at(folder)
        if not self._fs.exists(root):
            return []
        start = len(self._root) + 1
        return sorted(str(path)[start:] for path in self._fs.find(root))

    def in_the_way(self, names: Collection[str], owned: Collection[str]) -> list[str]:
        there = {name for folder in FOLDERS if folder for name in self.names(folder)}
        strange = {*names} - {*owned}
        single = {name for name in strange if "/" not in name and self._fs.exists(self._at(name))}
        return sorted((strange & there) | single)

    def remove(self, name: str) -> None:
        if self._fs.isfile(self._at(name)):
            self._fs.rm_file(self._at(name))

    def tidy(self) -> None:
        folders = {"", *FOLDERS, BY_DOCUMENT, *(name.rpartition("/")[0] for name in self.names(BY_DOCUMENT))}
        for folder in sorted(folders):
            root = self._at(folder)
            for path in map(str, self._fs.ls(root, detail=False) if self._fs.isdir(root) else ()):
                if TEMPORARY.fullmatch(path.rpartition("/")[2]) and self._fs.isfile(path):
                    self._fs.rm_file(path)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Object stores have no locks; who runs twice into one place does the work twice."""
        yield

    def folds_names(self) -> bool:
        return False
