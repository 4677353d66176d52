"""The folder of a run: the parts of finished documents, the manifest."""

import hashlib
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from hakusho.errors import NoRun, OutputError
from hakusho.files.names import safe_name
from hakusho.files.stores import LocalStore, Store
from hakusho.records import RunManifest

MANIFEST = "manifest.json"
PACKAGE = "datapackage.json"
PARTS = ".parts"
FAILURES = "tables/failures.csv"
# Speed over size: a part is read once and then lies idle.
_COMPRESSION = 1
_HEAD = "part.json"
# The member of a part that holds what its document adds to the table `entities`.
ENTITY_SHARES = "entity_shares"
# The last characters of a part: a SHA-256 of those before.
_SEAL = 64
_CSV = ".csv"
_DAMAGE = (OSError, EOFError, ValueError, KeyError, TypeError, BadZipFile, zlib.error)


@dataclass(frozen=True, slots=True)
class Part:
    """One finished document: `key` is all that its rows depend on, `sha256` that of its bytes.

    `told` is what was known of it next to its text (path, title, publisher, published, url); `files` are those written
    next to its tables, with their SHA-256; `rows` the count of rows by table.
    """

    doc_id: str
    key: str
    sha256: str
    told: dict[str, str]
    files: dict[str, str]
    rows: dict[str, int]


def part_name(doc_id: str) -> str:
    """Return where a document's share of the tables waits until they are put together."""
    return f"{PARTS}/{safe_name(doc_id)}.zip"


def text_name(doc_id: str) -> str:
    """Return where a document's canonical text is."""
    return f"text/{safe_name(doc_id)}.txt"


def grid_name(doc_id: str, table_id: str) -> str:
    """Return where one printed table of a document is."""
    return f"tables/documents/{safe_name(doc_id)}/{safe_name(table_id)}.csv"


def write_part(store: Store, part: Part, tables: Mapping[str, bytes]) -> None:
    """Write a document's share of each table, as CSV without a header, next to what the part says of itself.

    It is written before the files that it names, so that none is there that no part names; a part counts only where
    all of them are there as it says. It ends in a hash of all its bytes.
    """
    members = {_HEAD: json.dumps(asdict(part), ensure_ascii=False).encode()}
    members |= {f"{name}{_CSV}": data for name, data in tables.items()}
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            # A ZipInfo of its own holds no clock.
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED, _COMPRESSION)
        archive.comment = bytes(_SEAL)
    content = buffer.getvalue()[:-_SEAL]
    store.create(part_name(part.doc_id), content + _seal(content))


def _seal(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


def read_part(store: Store, doc_id: str) -> Part | None:
    """Return what a document's part says of itself; None where there is no part or a byte of it has changed."""
    part = part_at(store, part_name(doc_id))
    return part if part is not None and part.doc_id == doc_id else None


def part_at(store: Store, name: str) -> Part | None:
    """Return the part in a file of the run; None where the file is not a part, or is another document's."""
    try:
        data = store.read(name)
        if data[-_SEAL:] != _seal(data[:-_SEAL]):
            return None
        with ZipFile(io.BytesIO(data)) as archive:
            part = Part(**json.loads(archive.read(_HEAD)))
        return part if part_name(part.doc_id) == name else None
    except _DAMAGE:
        return None


def holds(store: Store, part: Part) -> bool:
    """Return whether all files of a part are there, byte for byte."""
    try:
        return all(store.digest(name)[1] == sha256 for name, sha256 in part.files.items())
    except (OSError, OutputError):
        return False


def read_share(store: Store, doc_id: str) -> Iterator[tuple[str, bytes]]:
    """Return a document's share of each table, by the table's name. Raises OutputError where the part is damaged."""
    place = part_name(doc_id)
    try:
        with ZipFile(io.BytesIO(store.read(place))) as archive:
            for name in archive.namelist():
                if name.endswith(_CSV):
                    yield name.removesuffix(_CSV), archive.read(name)
    except _DAMAGE as error:
        raise OutputError(f"{store.place}/{place}: damaged ({error}). Run the same command again.") from None


def manifest_json(manifest: RunManifest, files: Mapping[str, str]) -> bytes:
    """Return `manifest.json`: the manifest and the SHA-256 of every product by name."""
    return json_bytes(asdict(manifest) | {"files": dict(sorted(files.items()))})


def read_manifest(store: Store) -> dict[str, Any] | None:
    """Return the manifest of a finished run; None where the run is not finished.

    Raises OutputError for a file of that name that is not a manifest.
    """
    try:
        data = store.read(MANIFEST)
    except OSError:
        return None
    content = _manifest(data)
    if content is None:
        raise OutputError(
            f"{store.place}/{MANIFEST}: no manifest of hakusho. Run the same command again, or choose another folder."
        )
    return content


def known_manifest(store: Store) -> dict[str, Any] | None:
    """Return the manifest where there is one that can be read, whatever else may stand in its place."""
    try:
        return _manifest(store.read(MANIFEST))
    except OSError:
        return None


def _manifest(data: bytes) -> dict[str, Any] | None:
    try:
        content = json.loads(data)
        inputs, files = content["inputs"], content["files"]
        fits = isinstance(files, dict) and all(
            isinstance(item["doc_id"], str) and isinstance(item["path"], str) for item in inputs
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return content if fits and isinstance(content, dict) else None


def finished_manifest(run: Path) -> dict[str, Any]:
    """Return the manifest of the run in a folder. Raises NoRun where it holds no finished run."""
    manifest = read_manifest(LocalStore(run))
    if manifest is None:
        raise NoRun(f"{run}: no finished run ({MANIFEST} is missing). Run hakusho into it first.")
    return manifest


def read_text(run: Path, doc_id: str) -> str | None:
    """Return the canonical text of a document of a run; None where the run has none of it, as of one that failed."""
    path = run / text_name(doc_id)
    return path.read_bytes().decode("utf-8", "surrogatepass") if path.is_file() else None


def json_bytes(content: object) -> bytes:
    """Return what a run says of itself, as JSON: the same content is the same bytes."""
    return (json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode("utf-8")
