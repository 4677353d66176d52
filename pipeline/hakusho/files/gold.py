"""Read gold annotations: brat standoff for mentions, CSV for structure."""

import csv
import io
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from hakusho.errors import GoldError, InputError
from hakusho.files.brat import gold_text
from hakusho.files.stores import is_file

_REMEDY = "Give a folder with <doc_id>.ann files (brat standoff) or structural tables (sections.csv …)."


def gold_documents(folder: Path) -> dict[str, Path]:
    """Return the .ann files of a folder (and the folders in it) by document id.

    Raises GoldError for a folder that does not exist, holds none, or holds two of one id.
    """
    if not folder.is_dir():
        raise GoldError(str(folder), "no such folder", _REMEDY)
    found: dict[str, Path] = {}
    for path in sorted(filter(is_file, folder.rglob("*.ann"))):
        if path.stem in found:
            raise GoldError(str(path), f"{found[path.stem]} annotates the same document", "Keep one of them.")
        found[path.stem] = path
    if not found and not any(folder.rglob("*.csv")):
        raise GoldError(str(folder), "no annotations", _REMEDY)
    return found


def gold_tables(folder: Path, names: Collection[str]) -> dict[str, list[dict[str, str]]]:
    """Return the structural tables of a gold folder by name; those that it lacks are left out.

    Raises GoldError for a table without a doc_id column.
    """
    found: dict[str, list[dict[str, str]]] = {}
    for path in sorted(filter(is_file, folder.rglob("*.csv"))):
        if path.stem in names:
            found.setdefault(path.stem, []).extend(_rows(path))
    return found


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table of gold, each with every column of its header."""
    csv.field_size_limit(sys.maxsize)
    reader = csv.DictReader(io.StringIO(gold_text(path)), restval="", strict=True)
    try:
        header = reader.fieldnames or ()
        if "doc_id" not in header or len(set(header)) < len(header):
            problem = "no column doc_id in the header, or a column twice"
            raise GoldError(str(path), problem, "Give every row its document.", place="line 1")
        for row in reader:
            if None in row:
                remedy = "Put values with commas in quotes."
                place = f"line {reader.line_num}"
                raise GoldError(str(path), "more values than the header has columns", remedy, place=place)
            yield row
    except csv.Error as error:
        raise GoldError(str(path), f"not CSV: {error}", _REMEDY, place=f"line {reader.line_num}") from None


def text_beside(annotations: Path, texts: Path | None) -> str:
    """Return the text of a .ann file: in `texts`, next to it, or in `raw` or `text` next to its folder.

    Raises GoldError where there is none.
    """
    parent = annotations.parent
    for folder in (texts, parent, parent.parent / "raw", parent.parent / "text"):
        path = folder / f"{annotations.stem}.txt" if folder else None
        if path is not None and path.is_file():
            return _text_of(path)
    remedy = "Put it beside the .ann file, or give its folder with --texts."
    raise GoldError(str(annotations), f"no text {annotations.stem}.txt", remedy)


def _text_of(path: Path) -> str:
    """Return a text as it is, line ends too."""
    try:
        return path.read_bytes().decode("utf-8", "surrogatepass").removeprefix("\ufeff")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(str(path), f"cannot be read as UTF-8: {error}", "Save it as UTF-8.") from None


def files_of(place: Path) -> dict[str, bytes]:
    """Return the bytes of a file, or of each file of a folder, by name. Raises InputError where there is neither."""
    try:
        if place.is_file():
            return {place.name: place.read_bytes()}
        if place.is_dir():
            return {path.name: path.read_bytes() for path in sorted(place.iterdir()) if path.is_file()}
    except OSError as error:
        raise InputError(str(place), f"cannot be read: {error.strerror}", "Check its permissions.") from None
    raise InputError(str(place), "no such file or folder", "Check the path.")
