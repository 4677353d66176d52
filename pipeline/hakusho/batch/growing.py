"""What a run holds: the documents of this command and, where it grows, those that it had before."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hakusho.batch.plan import Plan, Task, some, told
from hakusho.errors import OutputError, UsageError
from hakusho.files.fingerprint import task_key
from hakusho.files.ownership import Found
from hakusho.files.runs import Part, holds, part_name, text_name
from hakusho.files.stores import Store
from hakusho.records import Done, Failure


@dataclass(frozen=True, slots=True)
class Whole:
    """All documents of a run: `plan` is what this command does of it.

    `kept` are finished documents that this command does not name, `missing` those that it would have to name to do
    them; `skipped` are files that this command or those before it met and left out.
    """

    plan: Plan
    kept: Mapping[str, Part]
    missing: tuple[Failure, ...] = ()
    skipped: tuple[Failure, ...] = ()

    @property
    def inputs(self) -> tuple[Done, ...]:
        """The documents in order of their ids; the SHA-256 is empty where nobody could read one."""
        done = [Done(task.item.doc_id, task.item.path, task.sha256) for task in self.plan.tasks]
        done += [Done(part.doc_id, part.told["path"], part.sha256) for part in self.kept.values()]
        done += [Done(failure.doc_id, failure.path, "") for failure in self.missing]
        return tuple(sorted(done, key=lambda each: each.doc_id))

    @property
    def identity(self) -> dict[str, Any]:
        """What makes another command another run; not the bytes of documents, which may be corrected."""
        return _identity(self.plan, [[each.doc_id, each.path] for each in self.inputs])


def is_same(identity: Mapping[str, Any] | None, plan: Plan) -> bool:
    """Return whether a folder's run is that of a plan as it stands."""
    return identity == _identity(plan, [[task.item.doc_id, task.item.path] for task in plan.tasks])


def same_but_for_documents(identity: Mapping[str, Any], plan: Plan) -> bool:
    """Return whether settings and formats are those of the run."""
    return identity == _identity(plan, identity["documents"])


def _others(identity: Mapping[str, Any], plan: Plan) -> str:
    """Return the settings that differ from those of the run, by name."""
    here = _identity(plan, [])
    settings = {**identity["settings"], "formats": identity["formats"]}
    wanted = {**here["settings"], "formats": here["formats"]}
    return ", ".join(key for key in sorted({*settings, *wanted}) if settings.get(key) != wanted.get(key))


def _identity(plan: Plan, documents: list[list[str]]) -> dict[str, Any]:
    content = {"documents": documents, "settings": plan.settings.as_dict(), "formats": list(plan.formats)}
    # As it is read back.
    read: dict[str, Any] = json.loads(json.dumps(content))
    return read


def grown(plan: Plan, found: Found, store: Store) -> Whole:
    """Return the run of a folder with the documents of a plan taken in; documents that both have are the plan's.

    Raises UsageError where the run has other settings or formats, where an id stands for another document in it, and
    where a finished document would have to be done again but is not among the plan's.
    """
    if found.identity is None:
        return Whole(plan, {}, (), plan.skipped)
    if not same_but_for_documents(found.identity, plan):
        raise UsageError(
            f"{store.place}: --add takes documents into a run of the same settings and formats; other here: "
            f"{_others(found.identity, plan)}. Give the options that it was made with (its manifest.json lists them), "
            "or choose another --out."
        )
    tasks = {task.item.doc_id: task for task in plan.tasks}
    kept: dict[str, Part] = {}
    missing: list[Failure] = []
    for doc_id, path in found.identity["documents"]:
        if doc_id in tasks:
            _refuse_twin(tasks[doc_id], path, store)
        elif part := _usable(found.parts.get(doc_id), plan, store):
            kept[doc_id] = part
        elif found.owned & {text_name(doc_id)} or store.in_the_way([part_name(doc_id)], ()):
            raise UsageError(
                f"{store.place}: the document {doc_id} ({path}) must be done again, since the run's files of it, the "
                "code or the lexicons have changed. Name its file in the command too."
            )
        else:
            missing.append(_not_named(doc_id, path))
    skipped = {each.path: each for each in (*_skipped_before(store), *plan.skipped)}
    read = {task.item.path for task in plan.tasks}
    left = tuple(skipped[path] for path in sorted(skipped) if path not in read)
    return Whole(plan, kept, tuple(missing), left)


def _skipped_before(store: Store) -> Iterator[Failure]:
    """Yield the files that the run's table says were left out; none where there is no such table."""
    try:
        data = store.read("tables/failures.csv")
    except (OSError, OutputError):
        return
    for row in csv.DictReader(io.StringIO(data.decode("utf-8", "replace"), newline="")):
        if row.get("kind") == "skipped":
            yield Failure(
                *(row.get(column) or "" for column in ("doc_id", "path", "stage", "error", "message", "kind"))
            )


def _refuse_twin(task: Task, path: str, store: Store) -> None:
    if task.item.path != path:
        raise UsageError(
            f"{task.item.path} has the id {task.item.doc_id}, which in {store.place} is that of {path}. Rename one of "
            "them: the stem of a file's name is its doc_id."
        )


def _usable(part: Part | None, plan: Plan, store: Store) -> Part | None:
    if part is None or part.key != task_key(plan.common, part.sha256, part.told) or not holds(store, part):
        return None
    return part


def _not_named(doc_id: str, path: str) -> Failure:
    remedy = "was not done before, and is not among the documents of this command. Name it too."
    return Failure(doc_id, path, "read", "NotNamed", f"{path}: {remedy}")


@dataclass(frozen=True, slots=True)
class Redone:
    """The ids of documents that a folder's run had done, and that must be done again, by what has changed since.

    `bytes` are their own, `metadata` what documents.csv says of them, `code` hakusho, its lexicons or a library.
    """

    bytes: tuple[str, ...] = ()
    metadata: tuple[str, ...] = ()
    code: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """Lines for the user."""
        told = (
            ("the run held other bytes under the same name", self.bytes),
            ("documents.csv says something else of them", self.metadata),
            ("hakusho, its lexicons or a library have changed", self.code),
        )
        return tuple(f"done again, since {reason}: {some(ids)}" for reason, ids in told if ids)


def redone(plan: Plan, found: Found) -> Redone:
    """Return which documents of a plan the folder's run holds in another state."""
    changed: tuple[list[str], list[str], list[str]] = ([], [], [])
    for task in plan.tasks:
        part = found.parts.get(task.item.doc_id)
        if part is None or part.key == task.key:
            continue
        why = 0 if part.sha256 != task.sha256 else 1 if part.told != told(task.source) else 2
        changed[why].append(task.item.doc_id)
    return Redone(*map(tuple, changed))
