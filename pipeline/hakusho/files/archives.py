"""Look into ZIP files that nobody vouches for: their lists under limits, their names as they were meant."""

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

from hakusho.records import Limits

# What a ZIP file made on a Japanese Windows names its members in; it holds ASCII.
_JAPANESE = "cp932"
# The record at the end of a ZIP file and that of a large one: its mark, where it says how long the list of members is.
_END, _END_SIZE, _LARGE_END, _LARGE_SIZE = b"PK\x05\x06", 12, b"PK\x06\x06", 40
_LARGE = 0xFFFFFFFF
_TAIL = 70_000
# Bytes of the list for each member that is allowed; a name has some fifty.
_LISTED = 1_000


class TooMuch(ValueError):
    """An archive holds more than the limits allow."""


def open_archive(file: Path) -> zipfile.ZipFile:
    """Open a ZIP file; names that do not say that they are UTF-8 are read as those of a Japanese Windows.

    Raises one of DAMAGED_ZIP for what is none.
    """
    try:
        return zipfile.ZipFile(file, metadata_encoding=_JAPANESE)
    except UnicodeDecodeError:
        return zipfile.ZipFile(file)


def members_of(file: Path, limits: Limits) -> Sequence[zipfile.ZipInfo]:
    """Return the files in a ZIP file. Raises TooMuch where they are more than the limits allow, else of DAMAGED_ZIP."""
    listed = _list_size(file)
    if listed > limits.archive_members * _LISTED:
        raise TooMuch(
            f"its list of members has {listed} bytes, too many for limits.archive_members ({limits.archive_members})"
        )
    with open_archive(file) as archive:
        members = [info for info in archive.infolist() if not info.is_dir()]
    if len(members) > limits.archive_members:
        raise TooMuch(f"{len(members):,} members, more than limits.archive_members ({limits.archive_members})")
    unpacked = sum(info.file_size for info in members)
    if unpacked > limits.archive_bytes:
        raise TooMuch(f"unpacks to {unpacked} bytes, more than limits.archive_bytes ({limits.archive_bytes})")
    return members


def _list_size(file: Path) -> int:
    """Return how many bytes the list of members has, as the end of the file says; 0 where it says nothing."""
    with file.open("rb") as opened:
        opened.seek(max(0, file.stat().st_size - _TAIL))
        tail = opened.read(_TAIL)
    at = tail.rfind(_END)
    if at < 0 or at + _END_SIZE + 4 > len(tail):
        return 0
    (size,) = struct.unpack_from("<I", tail, at + _END_SIZE)
    large = tail.rfind(_LARGE_END, 0, at)
    if size == _LARGE and 0 <= large <= len(tail) - _LARGE_SIZE - 8:
        (size,) = struct.unpack_from("<Q", tail, large + _LARGE_SIZE)
    return int(size)
