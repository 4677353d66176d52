"""Read `documents.csv`: what is known of each document next to its text."""

import csv
import io
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from hakusho.errors import InputError
from hakusho.files.stores import is_file
from hakusho.files.user_files import delimiter_of, user_bytes, user_text
from hakusho.text.calendar import is_published

_NAME = "documents.csv"
_COLUMNS = ("title", "publisher", "published", "url", "series", "edition")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_REMEDY = "Correct it; docs/codebook.md says what the columns hold."


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """One row of `documents.csv`; empty where the file is silent."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    series: str = ""
    edition: str = ""


def beside(folders: Collection[Path], doc_ids: Collection[str]) -> Path | None:
    """Return the `documents.csv` in the folders or next to them; one next to them must name one of their documents."""
    for folder in folders:
        inside = folder / _NAME
        if is_file(inside):
            return inside
    for folder in folders:
        next_to = folder.absolute().parent / _NAME
        if is_file(next_to) and _names_one_of(next_to, doc_ids):
            return folder.parent / _NAME if folder.name not in ("", "..") else next_to
    return None


def _names_one_of(path: Path, doc_ids: Collection[str]) -> bool:
    try:
        text = _text(path)
        return any(
            row.get("doc_id") in doc_ids for row in csv.DictReader(io.StringIO(text), delimiter=delimiter_of(text))
        )
    except (InputError, csv.Error):
        return False


def read_documents(
    path: Path, doc_ids: Collection[str], others: Collection[str]
) -> tuple[dict[str, DocumentInfo], tuple[str, ...]]:
    """Return what `documents.csv` says of each document, by id, and the ids that no document here bears.

    `doc_ids` are the documents of this run, `others` those next to them, which may be named too. A master file may
    name more documents than there are here, but not none of them.
    Raises InputError, naming the line, for a missing column, a doubled id, a bad date, or where no id fits.
    """
    text = _text(path)
    reader = csv.DictReader(io.StringIO(text), restkey="", strict=True, delimiter=delimiter_of(text))
    found: dict[str, DocumentInfo] = {}
    try:
        if "doc_id" not in (reader.fieldnames or ()):
            raise InputError(str(path), "no column doc_id in the header", _REMEDY, place="line 1")
        for row in reader:
            _take(row, found, path, reader.line_num)
    except csv.Error as error:
        raise InputError(str(path), f"not CSV: {error}", _REMEDY, place=f"line {reader.line_num}") from None
    known = {*doc_ids, *others}
    unknown = tuple(doc_id for doc_id in found if doc_id not in known)
    if unknown and not known.intersection(found):
        raise InputError(
            str(path),
            f"no document for doc_id {unknown[0]}, nor for any other",
            "Correct the ids (a file's name without its ending).",
        )
    return found, unknown


def _take(row: dict[str, str], found: dict[str, DocumentInfo], path: Path, line: int) -> None:
    place, doc_id = f"line {line}", (row["doc_id"] or "").strip()
    if "" in row:
        raise InputError(
            str(path), "more values than the header has columns", "Put values with commas in quotes.", place
        )
    if not doc_id:
        raise InputError(str(path), "no doc_id", _REMEDY, place)
    if doc_id in found:
        raise InputError(str(path), f"doc_id {doc_id} comes twice", "Keep one of the rows.", place)
    values = {key: (row.get(key) or "").strip() for key in _COLUMNS}
    for column, value in values.items():
        if _CONTROL.search(value):
            raise InputError(str(path), f"{column} holds a control character", "Take it out.", place)
    if values["published"] and not is_published(values["published"]):
        raise InputError(
            str(path), f"published is {values['published']!r:.60}", "Write YYYY, YYYY-MM or YYYY-MM-DD.", place
        )
    found[doc_id] = DocumentInfo(**values)


def _text(path: Path) -> str:
    return user_text(user_bytes(path), path)
