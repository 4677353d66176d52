"""From the parts of a run to its tables: workers made each document's share, here they are put one after another."""

import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hakusho.batch.plan import Plan
from hakusho.errors import OutputError
from hakusho.files.explained import explained
from hakusho.files.fingerprint import lexicon_hashes, versions
from hakusho.files.lexicons import read_lexicon
from hakusho.files.package import package_json
from hakusho.files.runs import ENTITY_SHARES, MANIFEST, PACKAGE, Part, manifest_json, read_share, text_name
from hakusho.files.scratch import scratch
from hakusho.files.stores import LocalStore, Store, digest_of
from hakusho.files.tables import WHOLE, CsvTables, csv_lines, csv_rows
from hakusho.records import Done, Failure, RunManifest, TableSchema
from hakusho.tabulate import SCHEMAS, Entities, failure_rows, succession_rows, tables_with

if TYPE_CHECKING:
    from hakusho.files.sinks import Sink

# Tables that are made when all documents are done.
_ABOVE = ("entities", "successions", "failures")
_FAILURES = "tables/failures.csv"


@dataclass(frozen=True, slots=True)
class Assembly:
    """The products of a run: its manifest, the SHA-256 of every file that it names, what a format could not hold."""

    manifest: RunManifest
    files: dict[str, str]
    remarks: tuple[str, ...] = ()


def products(plan: Plan) -> list[str]:
    """Return the names of the files that a run of this plan has, whatever its documents."""
    schemas = _schemas(plan)
    names = [f"tables/{schema.name}.csv" for schema in schemas]
    names += [f"tables/{schema.name}.parquet" for schema in schemas if "parquet" in plan.formats]
    return [*names, *(name for made, name in WHOLE.items() if made in plan.formats), PACKAGE]


def _schemas(plan: Plan) -> tuple[TableSchema, ...]:
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
        written, above = _tables(store, folder, plan, parts, failures)
        sinks = _sinks(folder, plan)
        finished = {f"tables/{path.name}": path for path in written.values()} | _converted(sinks, written, store, parts)
        hashes = {name: digest_of(path) for name, path in finished.items()}
        package = package_json(_schemas(plan), hashes)
        made_up = _assembly(inputs, above, _failed(failures), plan, parts, hashes, package)
        manifest = manifest_json(made_up.manifest, made_up.files)
        claim({name: made_up.files[name] for name in [*finished, PACKAGE]} | {MANIFEST: _sha256(manifest)})
        for name, path in finished.items():
            store.publish(name, path)
    store.write(PACKAGE, package)
    store.write(MANIFEST, manifest)
    return replace(made_up, remarks=tuple(remark for sink in sinks for remark in sink.remarks))


def _tables(
    store: Store, folder: Path, plan: Plan, parts: Mapping[str, Part], failures: Sequence[Failure]
) -> tuple[dict[str, Path], Counter[str]]:
    """Return the file of each CSV table, and how many rows those have that stand above single documents."""
    tables, entities = CsvTables(folder, _schemas(plan), mark=plan.settings.csv_bom), Entities()
    for doc_id in sorted(parts):
        for name, lines in read_share(store, doc_id):
            if name == ENTITY_SHARES:
                entities.add(doc_id, csv_rows(lines))
            else:
                tables.add(name, lines)
    above = {
        "entities": entities.rows(),
        "successions": succession_rows(read_lexicon("successions"), entities.ids),
        "failures": failure_rows(failures),
    }
    for name, rows in above.items():
        tables.add(name, csv_lines(rows))
    return tables.close(), Counter({name: len(rows) for name, rows in above.items()})


def as_it_stands(
    store: Store, inputs: Sequence[Done], skipped: Sequence[Failure], plan: Plan, parts: Mapping[str, Part]
) -> Assembly | None:
    """Return the products of a finished run without failures; None where one of them is not as it would be made."""
    try:
        if store.digest(_FAILURES)[1] != _failures_digest(skipped, plan):
            return None
        hashes = {name: store.digest(name) for name in products(plan) if name != PACKAGE}
        package = package_json(_schemas(plan), hashes)
        above = Counter({name: len(csv_rows(store.read(f"tables/{name}.csv"))) - 1 for name in _ABOVE})
        made_up = _assembly(inputs, above, 0, plan, parts, hashes, package)
        wanted = {PACKAGE: package, MANIFEST: manifest_json(made_up.manifest, made_up.files)}
        return made_up if all(store.read(name) == data for name, data in wanted.items()) else None
    except (OSError, OutputError):
        return None


def _failed(failures: Sequence[Failure]) -> int:
    return sum(failure.kind == "failed" for failure in failures)


def _failures_digest(failures: Sequence[Failure], plan: Plan) -> str:
    """Return the SHA-256 of the table of failures as it would be written."""
    with scratch() as made:
        tables = CsvTables(made, (SCHEMAS["failures"],), mark=plan.settings.csv_bom)
        tables.add("failures", csv_lines(failure_rows(failures)))
        return digest_of(tables.close()["failures"])[1]


def _assembly(
    inputs: Sequence[Done],
    above: Counter[str],
    failed: int,
    plan: Plan,
    parts: Mapping[str, Part],
    hashes: Mapping[str, tuple[int, str]],
    package: bytes,
) -> Assembly:
    files = {name: sha256 for name, (_, sha256) in hashes.items()}
    files |= {name: sha256 for part in parts.values() for name, sha256 in part.files.items()}
    files |= {PACKAGE: _sha256(package)}
    rows = sum((Counter(part.rows) for part in parts.values()), above)
    manifest = RunManifest(
        plan.settings.as_dict(),
        plan.formats,
        lexicon_hashes(),
        versions(plan.settings.parse),
        tuple(inputs),
        {schema.name: rows[schema.name] for schema in _schemas(plan)},
        failed,
        ("parse",) if plan.settings.parse else (),
    )
    return Assembly(manifest, files)


def _sinks(folder: Path, plan: Plan) -> "list[Sink]":
    """Return what writes the formats that are asked for; Arrow, slow to load, is loaded for them only."""
    if not set(plan.formats) - {"csv"}:
        return []
    from hakusho.files.sinks import SINKS

    return [SINKS[made](folder, _schemas(plan)) for made in plan.formats if made in SINKS]


def _converted(
    sinks: "Sequence[Sink]", tables: Mapping[str, Path], store: Store, doc_ids: Iterable[str]
) -> dict[str, Path]:
    """Make other formats from the CSV tables, each read once; return their files by their names in the run."""
    if not sinks:
        return {}
    from hakusho.files.typed import read_pieces

    for name, path in tables.items():
        for piece in read_pieces(path, SCHEMAS[name]):
            for sink in sinks:
                sink.add(SCHEMAS[name], piece)
    for doc_id in sorted(doc_ids):
        text = store.read(text_name(doc_id)).decode("utf-8", "surrogatepass")
        for sink in sinks:
            sink.add_text(doc_id, text)
    return {name: path for sink in sinks for name, path in sink.close()}


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
        with scratch() as made:
            yield made


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
