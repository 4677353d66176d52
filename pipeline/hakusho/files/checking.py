"""Look the folder of a run through: what its files say of themselves and of one another."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from hakusho.files.fingerprint import common_key, task_key, versions
from hakusho.files.ownership import IDENTITY, LEDGER, is_of_runs, unseal
from hakusho.files.package import package_json
from hakusho.files.runs import (
    ENTITY_SHARES,
    MANIFEST,
    PACKAGE,
    PARTS,
    Part,
    json_bytes,
    part_name,
    read_part,
    read_share,
)
from hakusho.files.store_names import LOCK
from hakusho.files.stores import LocalStore, is_file
from hakusho.files.tables import csv_lines, csv_rows, marked
from hakusho.records import TableSchema

_SHAPES: dict[str, type | tuple[type, ...]] = {
    "settings": dict,
    "formats": list,
    "lexicons": dict,
    "versions": dict,
    "inputs": list,
    "rows": dict,
    "failures": int,
    "files": dict,
    "by_machine": list,
}
# What runs of version 1 do not have.
_LATER = frozenset({"by_machine"})
# Where nothing but the run's files belongs.
_OWN_FOLDERS = ("text", "tables")


def unshapely(manifest: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for each entry of a manifest that is missing or of another type than it must be."""
    for name, kind in _SHAPES.items():
        if name not in manifest:
            if name not in _LATER:
                yield f"{MANIFEST}: no {name}"
        elif not isinstance(manifest[name], kind) or isinstance(manifest[name], bool):
            yield f"{MANIFEST}: {name} is {type(manifest[name]).__name__}"
        elif name in ("lexicons", "versions", "files") and not all(isinstance(v, str) for v in manifest[name].values()):
            yield f"{MANIFEST}: {name} holds other things than texts"
        elif name == "rows" and not all(type(count) is int for count in manifest[name].values()):
            yield f"{MANIFEST}: {name} holds other things than numbers"
    for item in manifest["inputs"]:
        if set(item) != {"doc_id", "path", "sha256"} or not all(isinstance(value, str) for value in item.values()):
            yield f"{MANIFEST}: an input is not doc_id, path and sha256"
    yield from (f"{MANIFEST}: holds {name}, which no run has" for name in sorted(manifest.keys() - _SHAPES.keys()))


def unusable_files(run: Path, manifest: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for each name of a manifest that no file of a run has, and each that is no regular file."""
    for name in manifest["files"]:
        if not is_of_runs(name):
            yield f"{MANIFEST}: {name} is no file of a run"
        elif (run / name).exists() and not is_file(run / name):
            yield f"{name}: not a regular file"


def changed_files(run: Path, manifest: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for each file that is missing, changed, or lies among the run's files without being one."""
    store = LocalStore(run)
    # Those of version 1 do not name what a machine made.
    if "by_machine" in manifest and store.read(MANIFEST) != json_bytes(manifest):
        yield f"{MANIFEST}: not written as hakusho writes it"
    for name, sha256 in manifest["files"].items():
        try:
            changed = store.digest(name)[1] != sha256
        except (OSError, ValueError):
            yield f"{name}: missing"
        else:
            if changed:
                yield f"{name}: not the bytes that {MANIFEST} records"
    for folder in _OWN_FOLDERS:
        for name in store.names(folder):
            if name not in manifest["files"]:
                yield f"{name}: not among the files of {MANIFEST}"


def unlike_package(run: Path, manifest: Mapping[str, Any], schemas: Sequence[TableSchema]) -> Iterator[str]:
    """Yield a line where `datapackage.json` is not what describes these tables."""
    store = LocalStore(run)
    if PACKAGE not in manifest["files"]:
        yield f"{PACKAGE}: not among the files of {MANIFEST}"
        return
    hashes = {f"tables/{schema.name}.csv": store.digest(f"tables/{schema.name}.csv") for schema in schemas}
    found, wanted = json.loads(store.read(PACKAGE)), json.loads(package_json(schemas, hashes))
    if manifest["versions"].get("code") == versions()["code"] and found != wanted:
        yield f"{PACKAGE}: does not describe the tables as they are"
    recorded = {each["path"]: (each.get("bytes"), each.get("hash")) for each in found["resources"]}
    for each in wanted["resources"]:
        if recorded.get(each["path"]) != (each["bytes"], each["hash"]):
            yield f"{PACKAGE}: not the size and hash of {each['path']}"


def unlike_parts(run: Path, manifest: Mapping[str, Any], schemas: Sequence[TableSchema]) -> Iterator[str]:
    """Yield a line for each thing in which the tables and the manifest differ from the parts of the documents.

    A run whose hidden folder was removed (a deposit) is not asked for it.
    """
    store = LocalStore(run)
    if not store.names(PARTS):
        return
    yield from _unlike_ledgers(store, manifest)
    try:
        common = common_key(manifest["settings"], manifest["versions"], manifest["lexicons"])
    except (TypeError, ValueError):
        common = ""
    parts: list[Part] = []
    for item in manifest["inputs"]:
        if part := read_part(store, item["doc_id"]):
            parts.append(part)
            yield from _unlike_manifest(part, item, manifest, common)
        elif store.in_the_way([part_name(item["doc_id"])], ()):
            yield f"{part_name(item['doc_id'])}: not as it was written"
    for name in sorted({*store.names(PARTS)} - {IDENTITY, LEDGER, LOCK, *map(_part_of, manifest["inputs"])}):
        yield f"{name}: not among the files of {MANIFEST}"
    yield from _unlike_shares(run, parts, schemas, mark=bool(manifest["settings"].get("csv_bom")))


def _part_of(item: Mapping[str, str]) -> str:
    return part_name(item["doc_id"])


def done_documents(run: Path, manifest: Mapping[str, Any]) -> Iterator[str]:
    """Yield the ids of the inputs whose parts are there."""
    store = LocalStore(run)
    return (item["doc_id"] for item in manifest["inputs"] if read_part(store, item["doc_id"]))


def _unlike_ledgers(store: LocalStore, manifest: Mapping[str, Any]) -> Iterator[str]:
    """The run's own lists, each sealed, are those of the manifest."""
    identity, ledger = _sealed(store, IDENTITY), _sealed(store, LEDGER)
    wanted = {
        "documents": [[item["doc_id"], item["path"]] for item in manifest["inputs"]],
        "settings": manifest["settings"],
        "formats": manifest["formats"],
    }
    for name in wanted:
        if identity is None or identity.get(name) != wanted[name]:
            yield f"{MANIFEST}: {name} are not those of {IDENTITY}"
    for name, sha256 in (ledger.get("told", {}) if ledger else {}).items():
        if manifest["files"].get(name) != sha256:
            yield f"{name}: not as {LEDGER} has it"
    parts = {part_name(item["doc_id"]) for item in manifest["inputs"]}
    named = set(ledger["files"]) if ledger and isinstance(ledger.get("files"), list) else set()
    if named - parts != {*manifest["files"], MANIFEST, IDENTITY, LEDGER}:
        yield f"{LEDGER}: does not name the files of {MANIFEST}"


def _sealed(store: LocalStore, name: str) -> dict[str, Any] | None:
    try:
        return unseal(store.read(name))
    except OSError:
        return None


def _unlike_manifest(part: Part, item: Mapping[str, str], manifest: Mapping[str, Any], common: str) -> Iterator[str]:
    name = part_name(part.doc_id)
    if (part.sha256, part.told.get("path")) != (item["sha256"], item["path"]):
        yield f"{MANIFEST}: the input {item['doc_id']} is not that of {name}"
    if part.key != task_key(common, part.sha256, part.told):
        yield f"{MANIFEST}: settings, versions or lexicons are not those that {name} was made with"
    for file, sha256 in part.files.items():
        if manifest["files"].get(file) != sha256:
            yield f"{MANIFEST}: {file} is not as {name} says"


def _unlike_shares(run: Path, parts: Sequence[Part], schemas: Sequence[TableSchema], *, mark: bool) -> Iterator[str]:
    """Every table that documents share in is made of their shares, one behind another, byte for byte."""
    store = LocalStore(run)
    with ExitStack() as stack:
        files: dict[str, IO[bytes]] = {}
        for schema in schemas:
            path = run / "tables" / f"{schema.name}.csv"
            header = marked(csv_lines([schema.names]), mark)
            file = files[schema.name] = stack.enter_context(path.open("rb"))
            if file.read(len(header)) != header:
                yield f"tables/{schema.name}.csv: not the header of its table"
        shared: set[str] = set()
        for part in sorted(parts, key=lambda part: part.doc_id):
            for name, lines in read_share(store, part.doc_id):
                if name != ENTITY_SHARES and name in files:
                    shared.add(name)
                    if files[name].read(len(lines)) != lines:
                        yield f"tables/{name}.csv: not the rows that were made of {part.doc_id}"
        yield from _unlike_writing(files, shared)


def _unlike_writing(files: Mapping[str, IO[bytes]], shared: Collection[str]) -> Iterator[str]:
    """No table holds more than it was made of; those that no document shares in are written as hakusho writes them."""
    for name, file in sorted(files.items()):
        rest = file.read()
        if name in shared and rest:
            yield f"tables/{name}.csv: more rows than were made of the documents"
        elif rest and csv_lines(csv_rows(rest)) != rest:
            yield f"tables/{name}.csv: not written as hakusho writes it"
