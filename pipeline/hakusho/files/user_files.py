"""Read a file that the user names: a regular one, whole, as bytes or as UTF-8."""

from pathlib import Path

from hakusho.errors import InputError
from hakusho.files.stores import is_file


def user_bytes(path: Path, most: int = 0) -> bytes:
    """Return the content of a file that the user names, of at most `most` bytes where that is not 0.

    Raises InputError where it cannot be read, is not a regular file (a pipe would be waited for) or is too large.
    """
    if path.exists() and not is_file(path):
        raise InputError(str(path), "cannot be read: not a regular file", "Check the path.")
    try:
        with path.open("rb") as file:
            data = file.read(most + 1 if most else -1)
    except OSError as error:
        raise InputError(
            str(path), f"cannot be read: {error.strerror}", "Check the path and its permissions."
        ) from None
    if most and len(data) > most:
        raise InputError(str(path), f"more than {most:,} bytes", "Split it.")
    return data


def utf8(data: bytes, path: Path) -> str:
    """Return bytes of the user's file as text, without the mark that spreadsheets begin it with.

    Raises InputError, naming the byte, where they are not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"not UTF-8: {error.reason}", "Save it as UTF-8.", f"byte {error.start}") from None
