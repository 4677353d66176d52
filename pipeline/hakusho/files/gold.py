"""Read gold annotations: brat standoff for mentions, CSV for structure."""

import csv
import io
from collections.abc import Collection
from pathlib import Path

from hakusho.errors import GoldError, InputError

_REMEDY = "Give a folder with <doc_id>.ann files (brat standoff) or structural tables (sections.csv …)."


def gold_documents(folder: Path) -> dict[str, Path]:
    """Return the .ann files of a folder (and the folders in it) by document id.

    Raises GoldError for a folder that does not exist, holds none, or holds two of one id.
    """
    if not folder.is_dir():
        raise GoldError(str(folder), "no such folder", _REMEDY)
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.ann")):
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
    for path in sorted(folder.rglob("*.csv")):
        if path.stem not in names:
            continue
        reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))
        if "doc_id" not in (reader.fieldnames or ()):
            raise GoldError(str(path), "no column doc_id in the header", "Give every row its document.", place="line 1")
        found.setdefault(path.stem, []).extend(reader)
    return found


def text_beside(annotations: Path, texts: Path | None) -> str:
    """Return the text of a .ann file: in `texts`, next to it, or in `raw` or `text` next to its folder.

    Raises GoldError where there is none.
    """
    parent = annotations.parent
    for folder in (texts, parent, parent.parent / "raw", parent.parent / "text"):
        path = folder / f"{annotations.stem}.txt" if folder else None
        if path is not None and path.is_file():
            return path.read_bytes().decode("utf-8", "surrogatepass").removeprefix("\ufeff")
    remedy = "Put it beside the .ann file, or give its folder with --texts."
    raise GoldError(str(annotations), f"no text {annotations.stem}.txt", remedy)


def files_of(place: Path) -> dict[str, bytes]:
    """Return the bytes of a file, or of each file of a folder, by name. Raises InputError where there is neither."""
    if place.is_file():
        return {place.name: place.read_bytes()}
    if not place.is_dir():
        raise InputError(str(place), "no such file or folder", "Check the path.")
    return {path.name: path.read_bytes() for path in sorted(place.iterdir()) if path.is_file()}
