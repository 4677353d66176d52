"""Read a file that the user names: a regular one, whole, as bytes or as text."""

import codecs
import re
from pathlib import Path

from hakusho.errors import InputError
from hakusho.files.stores import is_file

_HALF_WIDTH = re.compile("[\uff61-\uff9f]")


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


def user_text(data: bytes, path: Path) -> str:
    """Return the text of a user's file as spreadsheets and editors save it.

    That is UTF-8, UTF-16 with its mark, Shift_JIS or EUC-JP. Raises InputError where the bytes are none of them.
    """
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    remedy = "Save it as UTF-8 (a spreadsheet: CSV UTF-8, or text with tabs)."
    raise InputError(str(path), "neither UTF-8, UTF-16, Shift_JIS nor EUC-JP", remedy)


def _encodings(data: bytes) -> tuple[str, ...]:
    """Return the encodings to try. EUC-JP read as Shift_JIS gives katakana of half width, which few write."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    windows = data.decode("cp932", "replace")
    japanese = ("euc_jp", "cp932") if _HALF_WIDTH.search(windows) else ("cp932", "euc_jp")
    return ("utf-8-sig", *japanese)


def delimiter_of(text: str) -> str:
    """Return what stands between the values of a table by its header: a comma where it has one, else tab or semicolon.

    A spreadsheet saves CSV with semicolons where the comma is the sign of decimals.
    """
    header = text.partition("\n")[0]
    return next((sign for sign in ",\t;" if sign in header), ",")
