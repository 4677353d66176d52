"""The folder of a run: the parts of finished documents, the manifest, the data package."""

import gzip
import io
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from hakusho.errors import OutputError
from hakusho.files.names import safe_name
from hakusho.files.stores import LocalStore, Store
from hakusho.records import Column, RunManifest, TableSchema

MANIFEST = "manifest.json"
PACKAGE = "datapackage.json"
PARTS = ".parts"
# Speed over size: a part is read once and then lies idle.
_COMPRESSION = 1


@dataclass(frozen=True, slots=True)
class Part:
    """One finished document: `key` is all that its rows depend on, `files` what was written beside its rows."""

    doc_id: str
    key: str
    sha256: str
    characters: int
    files: tuple[str, ...] = field(default=())


def part_name(doc_id: str) -> str:
    """Give where a document's rows wait until the tables are made."""
    return f"{PARTS}/{safe_name(doc_id)}.jsonl.gz"


def text_name(doc_id: str) -> str:
    """Give where a document's canonical text is."""
    return f"text/{safe_name(doc_id)}.txt"


def grid_name(doc_id: str, table_id: str) -> str:
    """Give where one printed table of a document is."""
    return f"tables/documents/{safe_name(doc_id)}/{safe_name(table_id)}.csv"


def write_part(store: Store, part: Part, rows: Mapping[str, Sequence[Sequence[object]]]) -> None:
    """Write a document's rows behind a line that says whose they are.

    It is written last, so that a part that is there stands for all of its document's files.
    """
    head, body = (json.dumps(content, ensure_ascii=False, separators=(",", ":")) for content in (asdict(part), rows))
    store.write(part_name(part.doc_id), gzip.compress(f"{head}\n{body}\n".encode(), _COMPRESSION, mtime=0))


def read_part(store: Store, doc_id: str) -> Part | None:
    """Give what a document's part says of itself; None where there is none or it is damaged."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(store.read(part_name(doc_id)))) as file:
            content = json.loads(file.readline())
        return Part(**{**content, "files": tuple(content["files"])})
    except (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error):
        return None


def read_rows(store: Store, doc_id: str) -> dict[str, list[list[object]]]:
    """Give the rows of a document's part by table. Raises OutputError where the part is damaged."""
    name = part_name(doc_id)
    try:
        rows: dict[str, list[list[object]]] = json.loads(gzip.decompress(store.read(name)).partition(b"\n")[2])
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise OutputError(
            f"{store.place}/{name}: damaged ({error}). Delete it and run the same command again."
        ) from None
    return rows


def manifest_json(manifest: RunManifest, files: Mapping[str, str]) -> bytes:
    """Give `manifest.json`: the manifest and the SHA-256 of every product by name."""
    return _json(asdict(manifest) | {"files": dict(sorted(files.items()))})


def read_manifest(store: Store) -> dict[str, Any] | None:
    """Give the manifest of a finished run; None where the run is not finished.

    Raises OutputError for a file of that name that is no manifest.
    """
    try:
        data = store.read(MANIFEST)
    except OSError:
        return None
    try:
        content = json.loads(data)
    except ValueError:
        content = None
    if not isinstance(content, dict) or "inputs" not in content or "files" not in content:
        raise OutputError(
            f"{store.place}/{MANIFEST}: no manifest of hakusho. Choose another folder, or add --overwrite."
        )
    return content


def finished_manifest(run: Path) -> dict[str, Any]:
    """Give the manifest of the run in a folder. Raises OutputError where it holds no finished run."""
    manifest = read_manifest(LocalStore(run))
    if manifest is None:
        raise OutputError(f"{run}: no finished run ({MANIFEST} is missing). Run hakusho into it first.")
    return manifest


def read_text(run: Path, doc_id: str) -> str | None:
    """Give the canonical text of a document of a run; None where the run has none of it, as of one that failed."""
    path = run / text_name(doc_id)
    return path.read_bytes().decode("utf-8", "surrogatepass") if path.is_file() else None


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode("utf-8")


def package_json(schemas: Sequence[TableSchema], files: Mapping[str, tuple[int, str]]) -> bytes:
    """Give `datapackage.json` (Frictionless Data Package 1) for the CSV tables.

    `files` maps the name of a file in the run to its size in bytes and its SHA-256.
    """
    return _json(
        {
            "profile": "tabular-data-package",
            "name": "hakusho-run",
            "title": "Tables made by hakusho",
            "resources": [_resource(schema, *files[f"tables/{schema.name}.csv"]) for schema in schemas],
        }
    )


def _resource(schema: TableSchema, size: int, sha256: str) -> dict[str, Any]:
    keys = {"primaryKey": list(schema.key)} if schema.key else {}
    return {
        "profile": "tabular-data-resource",
        "name": schema.name,
        "path": f"tables/{schema.name}.csv",
        "description": schema.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{sha256}",
        "dialect": {"lineTerminator": "\n"},
        "schema": {"fields": [_field(column) for column in schema.columns], "missingValues": [""], **keys},
    }


def _field(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {"name": column.name, "type": column.kind, "description": column.about}
    if column.kind == "boolean":
        described |= {"trueValues": ["True"], "falseValues": ["False"]}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = [value for value in column.values if value]
    return described | ({"constraints": constraints} if constraints else {})
