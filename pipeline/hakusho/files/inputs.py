"""Find the documents that a command names, and read their bytes."""

import os
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from hakusho.errors import InputError, UsageError
from hakusho.files.stores import remote
from hakusho.records import Limits

_DOCUMENTS = frozenset(".txt .text .md .markdown .html .htm .xhtml .shtml .asp .aspx .php .jsp .cgi .pdf .zip".split())
_NOT_TEXT = "documents.csv"


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
    """The documents in order of their ids, and the files of the folders that are none."""

    documents: tuple[Input, ...]
    skipped: tuple[str, ...]
    folders: tuple[Path, ...]


def find_inputs(places: Sequence[str], limits: Limits) -> Inputs:
    """Return the documents at `places`, which are files or folders; folders are walked in sorted order.

    Hidden files and files that are no documents by their ending (.csv, .ann, .png) are skipped in folders.
    Raises UsageError for a place that does not exist, for folders without documents, and for two documents with
    one id.
    """
    found: list[Input] = []
    skipped: list[str] = []
    folders: list[Path] = []
    for place in dict.fromkeys(places):
        path = Path(place)
        if "://" in place:
            found += _remote(place)
        elif path.is_dir():
            folders.append(path)
            inside = list(_walk(path))
            texts = [file for file in inside if _is_document(file)]
            skipped += [str(file) for file in inside if not _is_document(file) and file.name != _NOT_TEXT]
            found += [item for file in texts for item in _expanded(file, file.relative_to(path).as_posix(), limits)]
        elif path.exists() or path.is_symlink():
            folders.append(path.parent)
            found += _expanded(path, path.name, limits)
        else:
            raise UsageError(f"{place}: no such file or folder. Check the path.")
    if not found:
        named = ", ".join(places)
        endings = " ".join(sorted(_DOCUMENTS))
        raise UsageError(f"{named}: no documents. A document is a file with one of the endings {endings}.")
    documents = sorted({(item.location, item.member): item for item in found}.values(), key=lambda item: item.doc_id)
    _refuse_twins(documents)
    return Inputs(tuple(documents), tuple(sorted(skipped)), tuple(dict.fromkeys(folders)))


def _remote(place: str) -> Iterator[Input]:
    """Return the documents below an fsspec URL (`s3://bucket/papers`, `file:///mnt/papers`); ZIP files stay packed."""
    filesystem, root = remote(place)
    scheme = place.partition("://")[0]
    names = filesystem.find(root) if filesystem.exists(root) else []
    for name in sorted(names):
        file = PurePosixPath(name)
        if not file.name.startswith(".") and _is_document(Path(file.name)) and file.suffix.lower() != ".zip":
            shown = name[len(root) :].lstrip("/") or file.name
            yield Input(file.stem, _printable(shown), f"{scheme}://{name}")


def _walk(folder: Path) -> Iterator[Path]:
    for root, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(root) / name


def _is_document(file: Path) -> bool:
    return file.suffix.lower() in _DOCUMENTS or not file.suffix


def _expanded(file: Path, shown: str, limits: Limits) -> Iterator[Input]:
    """Yield the document of a file, or those inside a ZIP file; their names are only shown, never used as paths."""
    whole = Input(file.stem, _printable(shown), str(file))
    if file.suffix.lower() != ".zip":
        yield whole
        return
    try:
        with zipfile.ZipFile(file) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        yield replace(whole, refusal=(f"no ZIP file that can be read: {error}", "Unpack it, or leave it out."))
        return
    if refusal := _too_much(members, limits):
        yield replace(whole, refusal=(refusal, "Split it, or raise the limit in the settings."))
        return
    for info in sorted(members, key=lambda info: info.filename):
        name = Path(info.filename.replace("\\", "/"))
        hidden = any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in name.parts)
        if not hidden and _is_document(name):
            yield Input(name.stem, _printable(f"{shown}/{info.filename}"), str(file), info.filename)


def _too_much(members: Sequence[zipfile.ZipInfo], limits: Limits) -> str:
    if len(members) > limits.archive_members:
        return f"{len(members)} members, more than limits.archive_members ({limits.archive_members})"
    unpacked = sum(info.file_size for info in members)
    if unpacked > limits.archive_bytes:
        return f"unpacks to {unpacked} bytes, more than limits.archive_bytes ({limits.archive_bytes})"
    return ""


def _printable(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def _refuse_twins(documents: Sequence[Input]) -> None:
    for first, second in zip(documents, documents[1:], strict=False):
        if first.doc_id == second.doc_id:
            raise UsageError(
                f"{_where(first)} and {_where(second)} have one id, {first.doc_id}. Rename one of them: the stem of a "
                "file's name is its doc_id."
            )


def _where(item: Input) -> str:
    return f"{item.location}/{item.member}" if item.member else item.location


def read_input(item: Input, limits: Limits) -> bytes:
    """Return the bytes of a document.

    Raises InputError for one that cannot be read, is too large, or packed too tightly to be a document.
    """
    if item.refusal[0]:
        raise InputError(item.path, *item.refusal, kind="Archive")
    try:
        return _read_member(item, limits) if item.member else _read_file(item, limits)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise InputError(
            item.path, f"cannot be read: {reason}", "Check the file and its permissions.", kind="Unreadable"
        ) from error


def _read_file(item: Input, limits: Limits) -> bytes:
    if "://" in item.location:
        filesystem, root = remote(item.location)
        _refuse_large(item, int(filesystem.size(root) or 0), limits)
        return bytes(filesystem.cat_file(root))
    path = Path(item.location)
    if not path.is_file():
        raise InputError(
            item.path, "cannot be read: not a regular file", "Check the link or leave it out.", kind="Unreadable"
        )
    _refuse_large(item, path.stat().st_size, limits)
    return path.read_bytes()


def _read_member(item: Input, limits: Limits) -> bytes:
    with zipfile.ZipFile(item.location) as archive:
        info = archive.getinfo(item.member)
        _refuse_large(item, info.file_size, limits)
        if info.file_size > limits.archive_ratio * max(1, info.compress_size) and info.file_size > 1_000_000:
            ratio = f"{info.file_size} bytes packed into {info.compress_size}"
            raise InputError(
                item.path,
                f"{ratio}: no document packs so well",
                "Unpack it yourself if you trust it.",
                kind="DecompressionBomb",
            )
        with archive.open(info) as file:
            # A lying header must not fill the memory.
            data = file.read(limits.bytes + 1)
    _refuse_large(item, len(data), limits)
    return data


def _refuse_large(item: Input, size: int, limits: Limits) -> None:
    if size > limits.bytes:
        raise InputError(
            item.path,
            f"{size} bytes, more than the limit of {limits.bytes}",
            "Split it, or raise limits.bytes in the settings.",
            kind="TooLarge",
        )
