"""From the parts of a run to its tables: workers made each document's share, here they are put one behind another."""

import hashlib
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from hakusho.batch.plan import Plan
from hakusho.errors import OutputError
from hakusho.files.explained import explained
from hakusho.files.fingerprint import lexicon_hashes, versions
from hakusho.files.runs import MANIFEST, PACKAGE, Part, manifest_json, package_json, read_share
from hakusho.files.stores import LocalStore, Store, digest_of
from hakusho.files.tables import SINKS, SQLITE, CsvTables, csv_lines, read_pieces
from hakusho.records import Done, Failure, RunManifest, TableSchema
from hakusho.tabulate import SCHEMAS, failure_rows, tables_with


@dataclass(frozen=True, slots=True)
class Assembly:
    """The products of a run: its manifest, and the SHA-256 of every file that it names."""

    manifest: RunManifest
    files: dict[str, str]


def products(plan: Plan) -> list[str]:
    """Return the names of the files that a run of this plan has, whatever its documents."""
    schemas = _tables(plan)
    names = [f"tables/{schema.name}.csv" for schema in schemas]
    names += [f"tables/{schema.name}.parquet" for schema in schemas if "parquet" in plan.formats]
    return [*names, *([SQLITE] if "sqlite" in plan.formats else []), PACKAGE]


def _tables(plan: Plan) -> tuple[TableSchema, ...]:
    return tables_with(plan.settings.as_dict())


def assemble(
    store: Store,
    inputs: Sequence[Done],
    failures: Sequence[Failure],
    plan: Plan,
    parts: Mapping[str, Part],
    claim: Callable[[Mapping[str, str]], None],
) -> Assembly:
    """Write the tables of `parts` (the finished documents), the data package and, last of all, the manifest.

    `claim` is told the SHA-256 of every product before the first of them is put in place; what it raises stops all.
    """
    with ExitStack() as stack:
        stack.enter_context(explained(store.place))
        folder = stack.enter_context(_working_folder(store))
        tables = CsvTables(folder, _tables(plan))
        for doc_id in sorted(parts):
            for name, lines in read_share(store, doc_id):
                tables.add(name, lines)
        tables.add("failures", csv_lines(failure_rows(failures)))
        written = tables.close()
        finished = {f"tables/{path.name}": path for path in written.values()}
        for made in plan.formats:
            if made in SINKS:
                finished |= _converted(made, written, folder, _tables(plan))
        hashes = {name: digest_of(path) for name, path in finished.items()}
        package = package_json(_tables(plan), hashes)
        made_up = _assembly(inputs, len(failures), plan, parts, hashes, package)
        manifest = manifest_json(made_up.manifest, made_up.files)
        claim({name: made_up.files[name] for name in [*finished, PACKAGE]} | {MANIFEST: _sha256(manifest)})
        for name, path in finished.items():
            store.publish(name, path)
    store.write(PACKAGE, package)
    store.write(MANIFEST, manifest)
    return made_up


def as_it_stands(store: Store, inputs: Sequence[Done], plan: Plan, parts: Mapping[str, Part]) -> Assembly | None:
    """Return the products of a finished run without failures; None where one of them is not as it would be made."""
    try:
        hashes = {name: store.digest(name) for name in products(plan) if name != PACKAGE}
        package = package_json(_tables(plan), hashes)
        made_up = _assembly(inputs, 0, plan, parts, hashes, package)
        wanted = {PACKAGE: package, MANIFEST: manifest_json(made_up.manifest, made_up.files)}
        return made_up if all(store.read(name) == data for name, data in wanted.items()) else None
    except (OSError, OutputError):
        return None


def _assembly(
    inputs: Sequence[Done],
    failures: int,
    plan: Plan,
    parts: Mapping[str, Part],
    hashes: Mapping[str, tuple[int, str]],
    package: bytes,
) -> Assembly:
    files = {name: sha256 for name, (_, sha256) in hashes.items()}
    files |= {name: sha256 for part in parts.values() for name, sha256 in part.files.items()}
    files |= {PACKAGE: _sha256(package)}
    rows = sum((Counter(part.rows) for part in parts.values()), Counter(failures=failures))
    manifest = RunManifest(
        plan.settings.as_dict(),
        plan.formats,
        lexicon_hashes(),
        versions(plan.settings.parse),
        tuple(inputs),
        {schema.name: rows[schema.name] for schema in _tables(plan)},
        failures,
        ("parse",) if plan.settings.parse else (),
    )
    return Assembly(manifest, files)


def _converted(made: str, tables: Mapping[str, Path], folder: Path, schemas: Sequence[TableSchema]) -> dict[str, Path]:
    """Make another format from the CSV tables; return its files by their names in the run."""
    sink = SINKS[made](folder, schemas)
    for name, path in tables.items():
        for piece in read_pieces(path, SCHEMAS[name]):
            sink.add(SCHEMAS[name], piece)
    return dict(sink.close())


@contextmanager
def _working_folder(store: Store) -> Iterator[Path]:
    """Finished files are renamed into place, so they are written on the same file system."""
    if isinstance(store, LocalStore):
        folder = store.working_folder()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    else:
        with tempfile.TemporaryDirectory(prefix="hakusho-") as made:
            yield Path(made)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
