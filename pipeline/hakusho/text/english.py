"""Counts in messages for the user."""


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number with what it counts: `one` after 1, else `several` (default: `one` with an s).

    >>> counted(1, "file was", "files were"), counted(1200, "document"), counted(0, "document")
    ('1 file was', '1,200 documents', '0 documents')
    """
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"
