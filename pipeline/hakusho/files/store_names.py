"""The names of files in the folder of a run that have a meaning of their own, and what is told of one in the way."""

import re
import secrets

# The mark of a file that is being written. Only files of exactly this form are ever taken for what a killed run left.
TEMPORARY = re.compile(r"\.hakusho-[0-9a-f]{32}\.tmp")
FOLDERS = ("", "text", "tables", ".parts")
BY_DOCUMENT = "tables/documents"
LOCK = ".parts/lock"


def temporary_name() -> str:
    """Return a name that no file has and that `tidy` knows again."""
    return f".hakusho-{secrets.token_hex(16)}.tmp"


def in_the_way_of(place: str, name: str) -> str:
    """Return the line for a file that hakusho would have to overwrite."""
    return (
        f"{place}/{name}: a file that this run has not written stands where one of its own belongs. "
        "Move it away, or choose another --out."
    )
