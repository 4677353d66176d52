"""Show what a reader finds on the pages of a PDF."""

from collections.abc import Sequence
from pathlib import Path

from hakusho.errors import InputError
from hakusho.files.contents import read_input
from hakusho.files.inputs import find_inputs
from hakusho.files.stores import open_store
from hakusho.read.formats import is_pdf
from hakusho.read.pdf import Unreadable
from hakusho.read.pdf.inspect import Sheet, inspect_pdf, page_images
from hakusho.settings import default_settings


def inspect(place: str, out: Path | None) -> Sequence[Sheet]:
    """Return the pages of the PDF at `place`; write a picture of each into `out` as page-0001.png and so on.

    Raises InputError for what is not a PDF, or not one that can be read.
    """
    limits = default_settings().limits
    item = find_inputs([place], limits).documents[0]
    data = read_input(item, limits)
    if not is_pdf(data):
        raise InputError(item.path, "no PDF: only a PDF has pages", "Give a PDF.", kind="NoPages")
    try:
        sheets = inspect_pdf(data, limits.pages)
    except Unreadable as error:
        raise InputError(
            item.path, str(error), "Give a PDF that opens without a password.", kind="UnreadablePdf"
        ) from None
    if out is not None:
        store = open_store(str(out))
        for number, picture in page_images(data, sheets):
            store.write(f"page-{number:04d}.png", picture)
    return sheets
