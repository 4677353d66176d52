"""Read the bytes of documents, also those inside ZIP files, under limits."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from hakusho.errors import InputError
from hakusho.files.archives import open_archive
from hakusho.files.inputs import Input
from hakusho.files.stores import remote
from hakusho.records import Limits
from hakusho.text.damaged import DAMAGED_ZIP

_ENCRYPTED = 0x1
_PIECE = 1 << 20


def read_input(item: Input, limits: Limits) -> bytes:
    """Return the bytes of a document.

    Raises InputError for one that cannot be read, is too large, or packed too tightly to be a document.
    """
    return b"".join(_pieces(item, limits))


def digest_input(item: Input, limits: Limits) -> tuple[int, str]:
    """Return the size and SHA-256 of a document, which is read piece by piece. Raises InputError as `read_input`."""
    digest, size = hashlib.sha256(), 0
    for piece in _pieces(item, limits):
        digest.update(piece)
        size += len(piece)
    return size, digest.hexdigest()


def _pieces(item: Input, limits: Limits) -> Iterator[bytes]:
    if item.refusal[0]:
        raise InputError(item.path, *item.refusal, kind="Archive")
    try:
        yield from _member_pieces(item, limits) if item.member else _file_pieces(item, limits)
    except DAMAGED_ZIP as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise InputError(
            item.path, f"cannot be read: {reason}", "Check the file and its permissions.", kind="Unreadable"
        ) from error


def _file_pieces(item: Input, limits: Limits) -> Iterator[bytes]:
    if "://" in item.location:
        filesystem, root = remote(item.location)
        _refuse_large(item, int(filesystem.size(root) or 0), limits)
        with filesystem.open(root, "rb") as file:
            yield from _bounded(file, item, limits)
        return
    path = Path(item.location)
    if not path.is_file():
        raise InputError(
            item.path, "cannot be read: not a regular file", "Check the link or leave it out.", kind="Unreadable"
        )
    _refuse_large(item, path.stat().st_size, limits)
    with path.open("rb") as file:
        yield from _bounded(file, item, limits)


def _bounded(file: IO[bytes], item: Input, limits: Limits) -> Iterator[bytes]:
    """Yield a file piece by piece. A header that lies, or a file that grows meanwhile, must not fill the memory."""
    size = 0
    while piece := file.read(_PIECE):
        size += len(piece)
        _refuse_large(item, size, limits)
        yield piece


def _member_pieces(item: Input, limits: Limits) -> Iterator[bytes]:
    with open_archive(Path(item.location)) as archive:
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
        if info.flag_bits & _ENCRYPTED:
            raise InputError(item.path, "needs a password", "Unpack it with its password.", kind="Encrypted")
        with archive.open(info) as file:
            yield from _bounded(file, item, limits)


def _refuse_large(item: Input, size: int, limits: Limits) -> None:
    if size > limits.bytes:
        raise InputError(
            item.path,
            f"{size} bytes, more than the limit of {limits.bytes}",
            "Split it, or raise limits.bytes in the settings.",
            kind="TooLarge",
        )
