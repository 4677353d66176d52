"""Errors of the file system as lines that say what the user can do."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

from hakusho.errors import OutputError

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
