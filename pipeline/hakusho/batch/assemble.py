"""From the parts of a run to its tables, a few documents at a time."""

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

from hakusho.files.fingerprint import lexicon_hashes, versions
from hakusho.files.runs import MANIFEST, PACKAGE, manifest_json, package_json, read_rows
from hakusho.files.stores import LocalStore, Store, explained
from hakusho.files.tables import SINKS
from hakusho.records import Done, Failure, RunManifest, Settings
from hakusho.tabulate import TABLES, Rows, failure_row
from hakusho.tabulate.frames import frame

# Rows held in memory at once, over all tables.
_CHUNK = 50_000


def assemble(
    store: Store,
    inputs: Sequence[Done],
    failures: Sequence[Failure],
    settings: Settings,
    formats: Sequence[str],
    extra: dict[str, str],
) -> RunManifest:
    """Write the tables, the data package and, last of all, the manifest; `extra` are other files with their hashes."""
    with ExitStack() as stack:
        stack.enter_context(explained(store.place))
        folder = Path(stack.enter_context(_working_folder(store)))
        sinks = [SINKS[name](folder, TABLES) for name in formats]
        rows = dict.fromkeys((schema.name for schema in TABLES), 0)
        failed: Rows = {"failures": [failure_row(failure) for failure in failures]}
        done = [item.doc_id for item in inputs if item.doc_id not in {failure.doc_id for failure in failures}]
        for chunk in chain(_chunks(store, done), [failed]):
            for schema in TABLES:
                if chunk.get(schema.name):
                    table = frame(schema.name, chunk[schema.name])
                    rows[schema.name] += len(table)
                    for sink in sinks:
                        sink.add(schema, table)
        finished = [product for sink in sinks for product in sink.close()]
        hashes = {name: _measured(path) for name, path in finished}
        for name, path in finished:
            store.publish(name, path)
    package = package_json(TABLES, hashes)
    store.write(PACKAGE, package)
    files = (
        {name: sha256 for name, (_, sha256) in hashes.items()} | extra | {PACKAGE: hashlib.sha256(package).hexdigest()}
    )
    manifest = RunManifest(
        settings.as_dict(), tuple(formats), lexicon_hashes(), versions(), tuple(inputs), rows, len(failures)
    )
    store.write(MANIFEST, manifest_json(manifest, files))
    return manifest


def _working_folder(store: Store) -> "tempfile.TemporaryDirectory[str]":
    """Finished files are renamed into place, so they are written on the same file system."""
    if isinstance(store, LocalStore):
        store.path("tables").mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryDirectory(prefix=".tmp-", dir=store.path("."))
    return tempfile.TemporaryDirectory(prefix="hakusho-")


def _chunks(store: Store, documents: Sequence[str]) -> Iterator[Rows]:
    """Give the rows of several documents at a time, up to `_CHUNK` and one document more."""
    held: Rows = {}
    count = 0
    for document in documents:
        for name, rows in read_rows(store, document).items():
            held.setdefault(name, []).extend(map(tuple, rows))
            count += len(rows)
        if count >= _CHUNK:
            yield held
            held, count = {}, 0
    yield held


def _measured(path: Path) -> tuple[int, str]:
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return path.stat().st_size, sha256
