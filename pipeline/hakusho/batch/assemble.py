"""From the parts of a run to its tables: workers made each document's share, here they are put one behind another."""

import hashlib
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from hakusho.files.fingerprint import lexicon_hashes, versions
from hakusho.files.runs import MANIFEST, PACKAGE, Part, manifest_json, package_json, read_share
from hakusho.files.stores import LocalStore, Store, explained
from hakusho.files.tables import SINKS, CsvTables, csv_lines, read_pieces
from hakusho.records import Done, Failure, RunManifest, Settings
from hakusho.tabulate import SCHEMAS, TABLES, failure_rows


def assemble(
    store: Store,
    inputs: Sequence[Done],
    failures: Sequence[Failure],
    settings: Settings,
    formats: Sequence[str],
    parts: Mapping[str, Part],
) -> RunManifest:
    """Write the tables of `parts` (the finished documents), the data package and, last of all, the manifest."""
    with ExitStack() as stack:
        stack.enter_context(explained(store.place))
        folder = Path(stack.enter_context(_working_folder(store)))
        tables = CsvTables(folder, TABLES)
        for doc_id in sorted(parts):
            for name, lines in read_share(store, doc_id):
                tables.add(name, lines)
        tables.add("failures", csv_lines(failure_rows(failures)))
        written = tables.close()
        finished = {f"tables/{path.name}": path for path in written.values()}
        for made in formats:
            if made in SINKS:
                finished |= _converted(made, written, folder)
        hashes = {name: _measured(path) for name, path in finished.items()}
        for name, path in finished.items():
            store.publish(name, path)
    package = package_json(TABLES, hashes)
    store.write(PACKAGE, package)
    files = {name: sha256 for name, (_, sha256) in hashes.items()}
    files |= {name: sha256 for part in parts.values() for name, sha256 in part.files.items()}
    files |= {PACKAGE: hashlib.sha256(package).hexdigest()}
    rows = sum((Counter(part.rows) for part in parts.values()), Counter(failures=len(failures)))
    manifest = RunManifest(
        settings.as_dict(),
        tuple(formats),
        lexicon_hashes(),
        versions(),
        tuple(inputs),
        {schema.name: rows[schema.name] for schema in TABLES},
        len(failures),
    )
    store.write(MANIFEST, manifest_json(manifest, files))
    return manifest


def _converted(made: str, tables: Mapping[str, Path], folder: Path) -> dict[str, Path]:
    """Make another format from the CSV tables; return its files by their names in the run."""
    sink = SINKS[made](folder, TABLES)
    for name, path in tables.items():
        for piece in read_pieces(path, SCHEMAS[name]):
            sink.add(SCHEMAS[name], piece)
    return dict(sink.close())


def _working_folder(store: Store) -> "tempfile.TemporaryDirectory[str]":
    """Finished files are renamed into place, so they are written on the same file system."""
    if isinstance(store, LocalStore):
        store.path("tables").mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryDirectory(prefix=".tmp-", dir=store.path("."))
    return tempfile.TemporaryDirectory(prefix="hakusho-")


def _measured(path: Path) -> tuple[int, str]:
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return path.stat().st_size, sha256
