"""The day that a PDF's own metadata gives: a last resort, since word processors and scanners write it."""

import re

import pypdfium2

_CREATED = re.compile(r"D:((?:19|20)[0-9]{2})(?:([01][0-9])(?:([0-3][0-9]))?)?")


def created_on(data: bytes) -> str:
    """Return the day that a PDF says it was made on, YYYY-MM-DD or shorter; empty where it does not."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return ""
    try:
        match = _CREATED.match(str(document.get_metadata_dict().get("CreationDate") or ""))
    finally:
        document.close()
    return "-".join(part for part in match.groups() if part) if match else ""
