"""Find the documents that a command names."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from hakusho.errors import InputError, UsageError
from hakusho.files.archives import TooMuch, members_of
from hakusho.files.stores import is_file, is_folder, local_path, remote
from hakusho.records import Failure, Limits
from hakusho.text.damaged import DAMAGED_ZIP

_DOCUMENTS = frozenset(
    ".txt .text .md .markdown .html .htm .xhtml .xht .shtml .asp .aspx .php .jsp .cgi .pdf .docx .docm .dotx .dotm "
    ".xlsx .xlsm .xltx .xltm .epub .xml .hocr .zip".split()
)
_NOT_TEXT = "documents.csv"
# As many folders' names as an id takes in front.
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Input:
    """One document to read: `location` is its file, `member` its name inside where that is a ZIP file.

    `path` is what the tables show: below the folder that was given, never absolute. `refusal` says (what is wrong,
    remedy) of an archive that is not opened.
    """

    doc_id: str
    path: str
    location: str
    member: str = ""
    refusal: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Inputs:
    """The documents in order of their ids, and all else that was met on the way to them.

    `skipped` are files that are not documents; `unread` tells of folders that could not be looked into; `folders` are
    those given and those of the files given, `walked` only those whose files below are all taken. `renamed` are the ids
    of documents that share the stem of their file's name with another.
    """

    documents: tuple[Input, ...]
    skipped: tuple[Failure, ...]
    folders: tuple[Path, ...]
    walked: tuple[str, ...] = ()
    unread: tuple[Failure, ...] = ()
    renamed: tuple[str, ...] = ()


def find_inputs(places: Sequence[str], limits: Limits) -> Inputs:
    """Return the documents at `places`, which are files or folders; folders are walked in sorted order.

    Files that are not documents by their ending (.csv, .ann, .doc) are skipped in folders and reported; hidden files
    are passed over. Links to folders are not followed, and reported where they lead out of the folders given. Documents
    whose files share a stem take the name of the folder above in front, those of one folder their ending after.
    Raises UsageError for a place that does not exist, and for folders without documents.
    """
    search = _Search(limits)
    for place in dict.fromkeys(places):
        search.look_at(place)
    unread = search.unread()
    if not search.found:
        if unread:
            raise UsageError(f"no documents. {unread[0].message}")
        named = ", ".join(places)
        endings = " ".join(sorted(_DOCUMENTS))
        left = f" {search.skipped[0].message}" if search.skipped else ""
        raise UsageError(f"{named}: no documents. A document is a file with one of the endings {endings}.{left}")
    unique = {(item.location, item.member): item for item in search.found}
    documents, renamed = _told_apart(list(unique.values()))
    skipped = tuple(sorted({each.path: each for each in search.skipped}.values(), key=lambda each: each.path))
    folders, walked = tuple(dict.fromkeys(search.folders)), tuple(search.walked)
    return Inputs(documents, skipped, folders, walked, unread, renamed)


class _Search:
    """Goes through the places of a command; every file it meets is in `found` or `skipped`, or hidden."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.found: list[Input] = []
        self.skipped: list[Failure] = []
        self.folders: list[Path] = []
        self.walked: list[str] = []
        self._closed: list[tuple[str, str, str]] = []
        self._links: list[tuple[str, Path]] = []

    def look_at(self, place: str) -> None:
        local = local_path(place)
        if local is None:
            self._look_at_url(place)
        elif is_folder(local):
            self.folders.append(local)
            self.walked.append(str(local))
            for file in self._walk(local):
                self._take(file, file.relative_to(local).as_posix())
        elif os.path.lexists(local):
            self.folders.append(local.parent)
            self._expand(local, local.name)
        else:
            raise UsageError(f"{place}: no such file or folder. Check the path.")

    def unread(self) -> tuple[Failure, ...]:
        """Return a failure for each folder below those given whose documents nobody has seen."""
        walked = [os.path.realpath(folder) + os.sep for folder in self.walked]
        closed = list(self._closed)
        for shown, link in self._links:
            if not (os.path.realpath(link) + os.sep).startswith(tuple(walked)):
                reason = "a link to a folder, which is not followed"
                closed.append((shown, reason, "Name that folder in the command too, or remove the link."))
        return tuple(_closed_folder(*each) for each in sorted(closed))

    def _look_at_url(self, place: str) -> None:
        """Take the documents below an fsspec URL (`s3://bucket/papers`); ZIP files stay packed."""
        filesystem, root = remote(place)
        self.walked.append(place)
        if not filesystem.exists(root):
            raise UsageError(f"{place}: no such file or folder. Check the address.")
        scheme = place.partition("://")[0]
        for name in sorted(filesystem.find(root)):
            file = Path(name)
            if file.name.startswith("."):
                continue
            shown = name[len(root) :].lstrip("/") or file.name
            if not _is_document(file) or file.suffix.lower() == ".zip":
                self._skip(shown)
                continue
            self.found.append(Input(_printable(file.stem), _printable(shown), f"{scheme}://{name}"))

    def _walk(self, folder: Path) -> Iterator[Path]:
        def closed(error: OSError) -> None:
            below = Path(error.filename).relative_to(folder).as_posix()
            shown = folder.absolute().name if below == "." else below
            reason = f"cannot be read: {os.strerror(error.errno or 0)}"
            self._closed.append((shown, reason, "Check the folder and its permissions."))

        for root, names, files in os.walk(folder, onerror=closed):
            names[:] = sorted(name for name in names if not name.startswith("."))
            for link in (Path(root) / name for name in names):
                if link.is_symlink():
                    self._links.append((link.relative_to(folder).as_posix(), link))
            for name in sorted(files):
                if not name.startswith("."):
                    yield Path(root) / name

    def _take(self, file: Path, shown: str) -> None:
        if _is_document(file):
            self._expand(file, shown)
        else:
            self._skip(shown)

    def _skip(self, shown: str) -> None:
        if PurePosixPath(shown).name != _NOT_TEXT:
            self.skipped.append(_skipped(_printable(shown)))

    def _expand(self, file: Path, shown: str) -> None:
        """Take the document of a file, or those inside a ZIP; their names are only ever shown, never used as paths."""
        whole = Input(_printable(file.stem), _printable(shown), str(file))
        # A pipe of that name would be waited for without end; who reads it finds that it is not a file.
        if file.suffix.lower() != ".zip" or not is_file(file):
            self.found.append(whole)
            return
        try:
            members = members_of(file, self._limits)
        except DAMAGED_ZIP as error:
            refusal = f"no ZIP file that can be read: {error}"
            self.found.append(replace(whole, refusal=(refusal, "Unpack it, or leave it out.")))
            return
        except TooMuch as error:
            self.found.append(replace(whole, refusal=(str(error), "Split it, or raise the limit in the settings.")))
            return
        if not members:
            self._skip(shown)
        self._take_members(Counter(info.filename for info in members), whole)

    def _take_members(self, members: Counter[str], whole: Input) -> None:
        for member, times in sorted(members.items()):
            name = Path(member.replace("\\", "/"))
            if any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in name.parts):
                continue
            if not _is_document(name):
                self._skip(f"{whole.path}/{member}")
                continue
            path = _printable(f"{whole.path}/{member}")
            twice = (f"{times} members have this name", "Pack them again under names of their own.")
            refusal = twice if times > 1 else ("", "")
            self.found.append(Input(_printable(name.stem), path, whole.location, member, refusal))


def _closed_folder(shown: str, reason: str, remedy: str) -> Failure:
    """No stem of a file holds a slash, so that a folder's id is not a document's."""
    path = _printable(f"{shown}/")
    return Failure(path, path, "read", "Unreadable", str(InputError(path, reason, remedy)))


def _skipped(path: str) -> Failure:
    """Return the row of a file that is not a document by its ending, with the way to convert it where there is one."""
    from hakusho.read.formats import conversion

    what, remedy = conversion(path) or ("no document by its ending", "Name it in the command if it is one.")
    return Failure(path, path, "read", "Skipped", str(InputError(path, f"left out: {what}", remedy)), "skipped")


def _is_document(file: Path) -> bool:
    return file.suffix.lower() in _DOCUMENTS or not file.suffix


def _printable(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _told_apart(items: Sequence[Input]) -> tuple[tuple[Input, ...], tuple[str, ...]]:
    """Return the documents with ids of their own, in order, and the ids that are not the stem of a file.

    Twins take the name of the folder above in front (2012_01), then that of the one above it; files of one folder take
    their ending after (01_pdf).
    """
    by_id: dict[str, list[Input]] = {}
    for item in items:
        by_id.setdefault(item.doc_id, []).append(item)
    taken = {doc_id for doc_id, twins in by_id.items() if len(twins) == 1}
    found = [twins[0] for twins in by_id.values() if len(twins) == 1]
    renamed: list[str] = []
    for doc_id in sorted(by_id):
        if len(by_id[doc_id]) > 1:
            for item in _renamed(by_id[doc_id], taken):
                found.append(item)
                taken.add(item.doc_id)
                renamed.append(item.doc_id)
    return tuple(sorted(found, key=lambda item: item.doc_id)), tuple(sorted(renamed))


def _renamed(twins: Sequence[Input], taken: set[str]) -> list[Input]:
    # The end of the list is an id that no other document can have: the path that the tables show.
    for depth in range(1, _DEEPEST):
        for ending in (False, True):
            ids = [_longer_id(item, depth, ending) for item in twins]
            if len(set(ids)) == len(ids) and not taken.intersection(ids):
                return [replace(item, doc_id=doc_id) for item, doc_id in zip(twins, ids, strict=True)]
    ordered = sorted(twins, key=lambda item: (item.path, item.location))
    return [replace(item, doc_id=f"{item.path}#{number}") for number, item in enumerate(ordered, 1)]


def _longer_id(item: Input, depth: int, ending: bool) -> str:
    """Return an id with the names of `depth` folders in front, and with the file's ending if asked for."""
    below = PurePosixPath(item.path.replace("\\", "/"))
    above = () if "://" in item.location else Path(item.location).absolute().parent.parts[1:]
    inside = below.parent.parts
    if above[len(above) - len(inside) :] != inside:
        above = (*above, *inside)
    parts = [*map(_printable, above[-depth:]), item.doc_id]
    return "_".join(parts) + (f"_{below.suffix[1:].lower()}" if ending and below.suffix else "")
