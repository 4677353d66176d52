"""batch: many documents in one command, resumed where it stopped, written whole or not at all."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hakusho.batch.plan import Plan, Task, make_plan
from hakusho.batch.pool import MakeExecutor, process_pool, run_tasks
from hakusho.errors import UsageError
from hakusho.files.fingerprint import lexicon_hashes, versions
from hakusho.files.runs import MANIFEST, PACKAGE, PARTS, Part, part_name, read_manifest, read_part
from hakusho.files.stores import Store, open_store
from hakusho.files.tables import SQLITE
from hakusho.records import Done, Failure, Outcome

__all__ = ["Plan", "Summary", "make_plan", "process_pool", "run"]

_IDENTITY = f"{PARTS}/run.json"
_PRODUCTS = ("text/", "tables/", f"{PARTS}/")
_SINGLE = (MANIFEST, PACKAGE, SQLITE)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did. `kept` documents were done before; `confirmed` where there was nothing left to do."""

    documents: int
    kept: int
    failures: tuple[Failure, ...]
    rows: dict[str, int]
    confirmed: bool = False


Progress = Callable[[Outcome | None, int, int], None]


def run(
    plan: Plan,
    place: str,
    *,
    make: MakeExecutor,
    jobs: int = 1,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Do a plan into the folder or URL `place`; documents that were done before, and have not changed, are kept.

    `progress(outcome, done, total)` is called after each document, with None for those kept.
    Raises UsageError where `place` holds another run (unless `overwrite`), OutputError where it cannot be written.
    """
    store = open_store(place)
    _refuse_strangers(store, plan, overwrite)
    with store.locked():
        store.tidy()
        if overwrite and not _same_run(store, plan):
            _clear(store)
        store.write(_IDENTITY, _identity(plan))
        return _do(plan, store, make, jobs, progress or (lambda outcome, done, total: None))


def _do(plan: Plan, store: Store, make: MakeExecutor, jobs: int, progress: Progress) -> Summary:
    parts = _valid_parts(store, plan.tasks)
    pending = [task for task in plan.tasks if task.item.doc_id not in parts]
    manifest = read_manifest(store)
    if not pending and manifest is not None and _intact(store, plan, manifest):
        return Summary(len(plan.tasks), len(plan.tasks), (), manifest["rows"], confirmed=True)
    store.remove(MANIFEST)
    kept = len(parts)
    for done, _ in enumerate(parts, 1):
        progress(None, done, len(plan.tasks))
    failures: list[Failure] = []
    for done, outcome in enumerate(run_tasks(pending, store.place, plan.settings, make, jobs), kept + 1):
        if outcome.failure is not None:
            failures.append(outcome.failure)
        elif part := read_part(store, outcome.doc_id):
            parts[outcome.doc_id] = part
        progress(outcome, done, len(plan.tasks))
    failures.sort(key=lambda failure: failure.doc_id)
    _remove_leftovers(store, parts)
    # Loaded here, since at the start it would keep the workers waiting.
    from hakusho.batch.assemble import assemble

    inputs = [Done(task.item.doc_id, task.item.path, task.sha256) for task in plan.tasks]
    written = assemble(store, inputs, failures, plan.settings, plan.formats, parts)
    return Summary(len(parts), kept, tuple(failures), written.rows)


def _valid_parts(store: Store, tasks: Sequence[Task]) -> dict[str, Part]:
    """Return the parts whose document, settings, code and lexicons are as they were, with all their files there."""
    there = set(store.names())
    parts = {}
    for task in tasks:
        part = read_part(store, task.item.doc_id) if task.key and part_name(task.item.doc_id) in there else None
        if part is not None and part.key == task.key and there.issuperset(part.files):
            parts[task.item.doc_id] = part
    return parts


def _intact(store: Store, plan: Plan, manifest: dict[str, object]) -> bool:
    """Return whether a finished run is as it was left and as this command would make it."""
    files = manifest["files"]
    made_alike = manifest.get("versions") == versions() and manifest.get("lexicons") == lexicon_hashes()
    if (
        manifest.get("formats") != list(plan.formats)
        or manifest.get("failures")
        or not made_alike
        or not isinstance(files, dict)
    ):
        return False
    try:
        return all(hashlib.sha256(store.read(name)).hexdigest() == sha256 for name, sha256 in files.items())
    except OSError:
        return False


def _remove_leftovers(store: Store, parts: dict[str, Part]) -> None:
    """Drop the texts, tables and parts of documents that this run does not hold any more."""
    wanted = {name for part in parts.values() for name in part.files} | {part_name(doc_id) for doc_id in parts}
    for folder in ("text", "tables/documents", PARTS):
        for name in store.names(folder):
            if name not in wanted and name != _IDENTITY and not name.endswith("/lock"):
                store.remove(name)


# --- what is there already ---------------------------------------------------------------------------------------


def _identity(plan: Plan) -> bytes:
    return (json.dumps(plan.identity, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def _same_run(store: Store, plan: Plan) -> bool:
    try:
        return store.read(_IDENTITY) == _identity(plan)
    except OSError:
        return False


def _refuse_strangers(store: Store, plan: Plan, overwrite: bool) -> None:
    if overwrite or _same_run(store, plan):
        return
    taken = [name for name in store.names() if name.startswith(_PRODUCTS) or name in _SINGLE]
    if taken:
        raise UsageError(
            f"{store.place}: holds another run (other documents, settings or formats). "
            "Choose another --out, or add --overwrite to replace it."
        )


def _clear(store: Store) -> None:
    """Remove a run, and nothing that hakusho did not write."""
    for name in store.names():
        if (name.startswith(_PRODUCTS) or name in _SINGLE) and not name.endswith("/lock"):
            store.remove(name)
