"""Read the files in which users write names of their own and corrections: tab-separated, with a header."""

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from hakusho.errors import InputError, OutputError
from hakusho.files.explained import explained
from hakusho.files.lexicons import read_lexicon
from hakusho.files.user_files import user_bytes, user_text
from hakusho.labels import COUNTRY, registry
from hakusho.records import Correction, OwnKnowledge, OwnName

NAME_COLUMNS = ("name", "label", "value")
CORRECTION_COLUMNS = ("doc_id", "before", "text", "after", "label", "value")
_MOST_BYTES = 50_000_000
_USERS_CODES = re.compile("AAA|ZZZ|X[A-Z]{2}|Q[M-Z][A-Z]")


def read_own(names: Sequence[str | Path] = (), corrections: str | Path | None = None) -> OwnKnowledge:
    """Return what files of names and a file of corrections say.

    Raises InputError, naming file and line, for a file that cannot be read, a missing column, a row without
    a name, an unknown label, and a value that its label does not allow.
    """
    found: list[OwnName] = []
    files = []
    for place in names:
        text, sha256 = _text(place)
        found += _names(text, str(place))
        files.append(("names", Path(place).name, sha256))
    mended: list[Correction] = []
    if corrections is not None:
        text, sha256 = _text(corrections)
        mended += _corrections(text, str(corrections))
        files.append(("corrections", Path(corrections).name, sha256))
    return OwnKnowledge(tuple(found), tuple(mended), tuple(files))


def _names(text: str, path: str) -> Iterator[OwnName]:
    source = f"names:{Path(path).name}"
    for place, row in _rows(text, path, NAME_COLUMNS):
        name, label, value = row["name"].strip(), row["label"].strip(), row["value"].strip()
        if not name:
            raise InputError(path, "no name", "Write the name as documents print it.", place)
        _known_label(label, path, place)
        if not value and not registry()[label].by_entity:
            raise InputError(path, f"no value for {name}", f"Write its {registry()[label].about_value}.", place)
        _fits(label, value or name, path, place)
        yield OwnName(name, label, value or name, source)


def _corrections(text: str, path: str) -> Iterator[Correction]:
    for place, row in _rows(text, path, CORRECTION_COLUMNS):
        doc_id, label, value = row["doc_id"].strip(), row["label"].strip(), row["value"].strip()
        if not doc_id or not row["text"].strip():
            raise InputError(path, "no doc_id or no text", "Write both; leave the label empty for no mention.", place)
        if label:
            _known_label(label, path, place)
        elif value:
            raise InputError(path, f"a value ({value}) without a label", "Write the label too.", place)
        if value:
            _fits(label, value, path, place)
        yield Correction(doc_id, row["before"], row["text"], row["after"], label, value)


def _known_label(label: str, path: str, place: str) -> None:
    if label not in registry():
        raise InputError(path, f"unknown label {label!r}", f"Known labels: {', '.join(registry())}.", place)


def _fits(label: str, value: str, path: str, place: str) -> None:
    spec = registry()[label]
    if not spec.is_value(value) or (label == COUNTRY and not _is_country(value)):
        raise InputError(path, f"{value!r} is not a value of {label}", f"Write its {spec.about_value}.", place)


def _is_country(code: str) -> bool:
    """Return whether a code is one of ISO 3166, or one that the standard leaves to its users."""
    return bool(_USERS_CODES.fullmatch(code)) or any(row["iso3"] == code for row in read_lexicon("countries"))


def _rows(text: str, path: str, columns: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Return (place, row) of each row; lines that are empty or begin with # are passed over."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"]
    if not lines:
        return
    header = lines[0][1].split("\t")
    if missing := [column for column in columns if column not in header]:
        raise InputError(
            path,
            f"no column {missing[0]} in the header",
            f"Begin with a line of these columns, with tabs between them: {', '.join(columns)}.",
            place=f"line {lines[0][0]}",
        )
    reader = csv.reader((line for _, line in lines[1:]), delimiter="\t", quoting=csv.QUOTE_NONE)
    for (number, _), row in zip(lines[1:], reader, strict=True):
        if len(row) > len(header):
            raise InputError(
                path, "more values than the header has columns", "Take tabs out of values.", place=f"line {number}"
            )
        yield f"line {number}", dict.fromkeys(columns, "") | dict(zip(header, row, strict=False))


def _text(place: str | Path) -> tuple[str, str]:
    data = user_bytes(Path(place), _MOST_BYTES)
    return user_text(data, Path(place)), hashlib.sha256(data).hexdigest()


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write tab-separated rows under a header. Raises OutputError where there is such a file already."""
    lines = ("\t".join(" ".join(cell.split()) for cell in row) for row in [columns, *rows])
    create(path, "".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))


def create(path: Path, data: bytes) -> None:
    """Write a new file. Raises OutputError where there is one already, which may hold a person's work."""
    if path.exists():
        raise OutputError(f"{path}: is there already and is not overwritten. Choose another name, or move it away.")
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
