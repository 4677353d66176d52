"""The folder of a comparison: tables, manifest and data package; what is done is kept where the command is stopped."""

import hashlib
import shutil
from collections.abc import Mapping
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from hakusho.editions.schemas import TABLES
from hakusho.editions.work import Compared, Options, Progress, Result, TextRow, library_versions, tables_of
from hakusho.errors import UsageError
from hakusho.files.fingerprint import lexicon_hashes
from hakusho.files.ownership import LEDGER, ledger_bytes, survey
from hakusho.files.package import package_json
from hakusho.files.runs import (
    MANIFEST,
    PACKAGE,
    Part,
    finished_manifest,
    json_bytes,
    part_name,
    read_part,
    read_share,
    write_part,
)
from hakusho.files.stores import LocalStore, digest_of
from hakusho.files.tables import CsvTables, csv_lines, csv_rows

_PRODUCTS = [f"tables/{schema.name}.csv" for schema in TABLES]
_SECTIONS, _PARAGRAPHS = "section_alignment", "paragraph_alignment"


def write_editions(
    run: Path, out: Path, options: Options, progress: Progress, executor: Executor | None = None
) -> Result:
    """Write the tables of the series of a run into a folder; comparisons that were done before are kept.

    Raises UsageError where the folder holds a run, or a file of the user where one of ours belongs, and what
    `tables_of` raises. Nothing is overwritten that is not a comparison's own.
    """
    store = LocalStore(out)
    _refuse_runs(store, run, out)
    with store.locked():
        owned = set(survey(store).owned)
        names = [*_PRODUCTS, MANIFEST, PACKAGE, LEDGER]
        if standing := store.in_the_way(names, owned):
            raise UsageError(
                f"{out}/{standing[0]}: a file that no comparison has written. Move it away, or choose another --out."
            )
        store.tidy()
        store.write(LEDGER, ledger_bytes({*owned, *names}))
        shelf = _Parts(store)
        result = tables_of(run, options, shelf, progress, executor)
        shelf.drop_others()
        store.write(LEDGER, ledger_bytes({*names, *shelf.used}))
        _publish(store, run, options, result)
    return result


def _refuse_runs(store: LocalStore, run: Path, out: Path) -> None:
    """Raise NoRun where there is nothing to compare, UsageError where `out` is a run, before a file is written."""
    finished_manifest(run)
    found = survey(store, parts=False)
    if found.identity is not None or out.resolve() == run.resolve():
        raise UsageError(f"{out}: holds a run. Choose another --out for what is said of it.")


class _Parts:
    """Finished comparisons in the folder, each as a part is kept there."""

    def __init__(self, store: LocalStore) -> None:
        self._store = store
        self.used: set[str] = set()

    def get(self, name: str, key: str) -> Compared | None:
        part = read_part(self._store, name)
        if part is None or part.key != key:
            return None
        self.used.add(part_name(name))
        tables = {table: _rows(data) for table, data in read_share(self._store, name)}
        return Compared(tables.get(_SECTIONS, []), tables.get(_PARAGRAPHS, []))

    def put(self, name: str, key: str, made: Compared) -> None:
        place = part_name(name)
        if self._store.in_the_way([place], []):
            self._store.remove(place)
        tables = {_SECTIONS: made.sections, _PARAGRAPHS: made.paragraphs}
        part = Part(name, key, "", {}, {}, {table: len(rows) for table, rows in tables.items()})
        write_part(self._store, part, {table: csv_lines(rows) for table, rows in tables.items()})
        self.used.add(place)

    def drop_others(self) -> None:
        """Remove comparisons of editions that the run has no more."""
        for place in survey(self._store).parts:
            if part_name(place) not in self.used:
                self._store.remove(part_name(place))


def _rows(data: bytes) -> list[TextRow]:
    return [tuple(row) for row in csv_rows(data)]


def _publish(store: LocalStore, run: Path, options: Options, result: Result) -> None:
    folder = store.working_folder()
    try:
        tables = CsvTables(folder, TABLES)
        for name, found in result.rows.items():
            tables.add(name, csv_lines(found))
        written = {f"tables/{path.name}": path for path in tables.close().values()}
        hashes = {name: digest_of(path) for name, path in written.items()}
        for name, path in written.items():
            store.publish(name, path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    package = package_json(TABLES, hashes)
    store.write(PACKAGE, package)
    files = {name: sha256 for name, (_, sha256) in hashes.items()} | {PACKAGE: hashlib.sha256(package).hexdigest()}
    store.write(MANIFEST, _manifest(run, options, result, files))


def _manifest(run: Path, options: Options, result: Result, files: Mapping[str, str]) -> bytes:
    corrections = hashlib.sha256(options.identities[1]).hexdigest() if options.identities else ""
    content: dict[str, Any] = {
        "run": digest_of(run / MANIFEST)[1],
        "settings": {
            "series": options.series,
            "identities": corrections,
            "merge_successions": options.merge_successions,
        },
        "versions": library_versions(),
        "lexicons": lexicon_hashes(),
        "editions": [
            {"series": each.series, "edition": each.name, "year": each.year, "documents": list(each.documents)}
            for names in result.editions.values()
            for each in names
        ],
        "oddities": result.oddities,
        "rows": {name: len(rows) for name, rows in result.rows.items()},
        "files": dict(sorted(files.items())),
    }
    return json_bytes(content)
