"""batch: many documents in one command, resumed where it stopped, written whole or not at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hakusho.batch.corrections import unfit_corrections
from hakusho.batch.growing import Redone, Whole, grown, is_same, redone
from hakusho.batch.guarding import (
    account,
    refuse_entangled,
    refuse_in_the_way,
    refuse_one_file_for_two,
    refuse_other_bytes,
    refuse_strangers,
)
from hakusho.batch.plan import Plan, Task, make_plan, parse_minutes
from hakusho.batch.pool import MakeExecutor, cores, process_pool, run_tasks
from hakusho.errors import UsageError
from hakusho.files.ownership import IDENTITY, LEDGER, Found, ledger_bytes, sealed, survey
from hakusho.files.runs import FAILURES, MANIFEST, PARTS, Part, holds, part_name, read_part, text_name
from hakusho.files.stores import Store, open_store
from hakusho.records import Failure, Outcome

if TYPE_CHECKING:
    from hakusho.batch.assemble import Assembly

__all__ = ["Plan", "Summary", "cores", "documents_of", "make_plan", "parse_minutes", "process_pool", "run"]

_OF_DOCUMENTS = ("text/", "tables/documents/", f"{PARTS}/")


_NOTHING = Redone()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did. `kept` documents were done before; `confirmed` where there was nothing left to do.

    `redone` are the documents that the run had done, and that changed since: they were done again.
    `remarks` say what a format could not hold as it is (cells and tables longer than Excel's), and which corrections
    fit nowhere.
    """

    documents: int
    kept: int
    failures: tuple[Failure, ...]
    rows: dict[str, int]
    confirmed: bool = False
    redone: Redone = _NOTHING
    remarks: tuple[str, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """Lines for the user on what was done otherwise than one may think."""
        return (*self.redone.lines, *self.remarks)


Progress = Callable[[Outcome | None, int, int], None]


def documents_of(place: str) -> tuple[str, ...]:
    """Return the ids of the documents of the run in a folder or at a URL; none where it holds none."""
    identity = survey(open_store(place), parts=False).identity
    return tuple(doc_id for doc_id, _ in identity["documents"]) if identity else ()


def run(
    plan: Plan,
    place: str,
    *,
    make: MakeExecutor,
    jobs: int = 1,
    overwrite: bool = False,
    add: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Do a plan into the folder or URL `place`; documents that were done before, and have not changed, are kept.

    With `add` the documents are taken into the run that is there. `progress(outcome, done, total)` is called after each
    document, with None for those kept. Nothing is overwritten or removed that is not the run's own.
    Raises UsageError where `place` holds another run (unless `overwrite` or `add`), the inputs, or a file where one of
    the run's belongs; OutputError where it cannot be written; HakushoError where a document would be lost.
    """
    if overwrite and add:
        raise UsageError("--add takes documents into a run, --overwrite replaces it. Give one of them.")
    refuse_entangled(plan, place)
    store = open_store(place)
    _look_first(store, plan, overwrite, add)
    with store.locked():
        found = survey(store)
        refuse_strangers(store, plan, found, overwrite=overwrite, add=add)
        whole = grown(plan, found, store) if add else Whole(plan, {}, (), plan.skipped)
        refuse_one_file_for_two(store, (each.doc_id for each in whole.inputs))
        job = _Job(store, whole, found)
        replacing = not add and not is_same(found.identity, plan)
        job.refuse_in_the_way(() if replacing or not found.identity else found.identity["documents"])
        store.tidy()
        if replacing:
            job.clear()
        summary = job.confirmed() or job.do(make, jobs, progress or (lambda outcome, done, total: None))
    return summary if replacing else replace(summary, redone=redone(plan, found))


def _look_first(store: Store, plan: Plan, overwrite: bool, add: bool) -> None:
    """Refuse what can be refused before even a lock is written."""
    found = survey(store, parts=False)
    refuse_strangers(store, plan, found, overwrite=overwrite, add=add)
    if not found.holds_run:
        _Job(store, Whole(plan, {}), survey(store)).refuse_in_the_way(())


class _Job:
    """One command at work on the folder of a run, under its lock."""

    def __init__(self, store: Store, whole: Whole, found: Found) -> None:
        self._store, self._whole, self._tasks = store, whole, whole.plan.tasks
        self._owned = set(found.owned)
        self._parts = dict(whole.kept) | _valid_parts(store, whole.plan.tasks, found)

    def refuse_in_the_way(self, begun: Sequence[Sequence[str]]) -> None:
        """Raise UsageError where a file of the user stands where one of the run's belongs.

        Of documents that were `begun` files may stand that nothing names, where somebody deleted what did; those are
        looked at when they are to be written, and stay where they are as they would be.
        """
        names = {MANIFEST, *self._products()}
        new = {task.item.doc_id for task in self._tasks} - {doc_id for doc_id, _ in begun}
        names |= {name for doc_id in new for name in (part_name(doc_id), text_name(doc_id))}
        if begun:
            refuse_in_the_way(self._store, names & self._owned, self._owned)
            names -= {MANIFEST, *self._products()}
        refuse_in_the_way(self._store, {IDENTITY, LEDGER, *names}, self._owned)

    def _products(self) -> list[str]:
        from hakusho.batch.assemble import products

        return products(self._whole.plan)

    def clear(self) -> None:
        """Remove another run that was there, and nothing that it had not written."""
        self._parts = {}
        self._note(self._owned)
        self._unfinish()
        for name in sorted(self._owned - {LEDGER, IDENTITY}, key=lambda name: (name.startswith(PARTS), name)):
            self._store.remove(name)
        self._store.remove(IDENTITY)
        self._owned &= {LEDGER}

    def confirmed(self) -> Summary | None:
        """Return the summary where the run is finished as this command would leave it, byte for byte."""
        whole = self._whole
        if len(self._parts) < len(whole.inputs) or whole.plan.unread:
            return None
        from hakusho.batch.assemble import as_it_stands

        assembly = as_it_stands(self._store, whole.inputs, whole.skipped, whole.plan, self._parts)
        if assembly is None:
            return None
        self._write_own_files(assembly)
        done, remarks = len(self._parts), unfit_corrections(self._store, whole.plan, self._parts)
        return Summary(done, done, (), assembly.manifest.rows, confirmed=True, remarks=remarks)

    def do(self, make: MakeExecutor, jobs: int, progress: Progress) -> Summary:
        """Do what is left, and put the tables together."""
        store, parts = self._store, self._parts
        self._note(self._owned | {IDENTITY})
        store.write(IDENTITY, sealed(self._whole.identity))
        self._unfinish()
        self._remove_leftovers()
        kept, total = len(parts), len(self._whole.inputs)
        for done, _ in enumerate(parts, 1):
            progress(None, done, total)
        pending = [task for task in self._tasks if task.item.doc_id not in parts]
        failures = [*self._whole.missing, *self._whole.plan.unread]
        for done, outcome in enumerate(
            run_tasks(pending, store.place, self._whole.plan.settings, make, jobs), kept + 1
        ):
            self._take(outcome, failures)
            progress(outcome, done, total)
        failures.sort(key=lambda failure: failure.doc_id)
        unread = (folder.doc_id for folder in self._whole.plan.unread)
        account(store, [*(each.doc_id for each in self._whole.inputs), *unread], parts, failures)
        assembly = self._assemble(failures)
        remarks = (*assembly.remarks, *unfit_corrections(store, self._whole.plan, parts))
        return Summary(len(parts), kept, tuple(failures), assembly.manifest.rows, remarks=remarks)

    def _take(self, outcome: Outcome, failures: list[Failure]) -> None:
        part = read_part(self._store, outcome.doc_id)
        if outcome.failure is not None:
            failures.append(outcome.failure)
            for name in [*part.files, part_name(part.doc_id)] if part else []:
                # A worker that died had begun to write it.
                self._store.remove(name)
        elif part is not None:
            self._parts[outcome.doc_id] = part

    def _assemble(self, failures: Sequence[Failure]) -> "Assembly":
        # Loaded here, since at the start it would keep the workers waiting.
        from hakusho.batch.assemble import assemble

        told = sorted([*failures, *self._whole.skipped], key=lambda failure: failure.doc_id)
        assembly = assemble(self._store, self._whole.inputs, told, self._whole.plan, self._parts, self._claim)
        self._write_own_files(assembly)
        return assembly

    def _claim(self, files: Mapping[str, str]) -> None:
        """Take names for the run, before it writes them. Raises OutputError where other bytes of a user stand there."""
        refuse_other_bytes(self._store, files, self._owned)
        self._owned |= {MANIFEST, IDENTITY, *files, *_names_of(self._parts)}
        self._note(self._owned)

    def _note(self, names: set[str]) -> None:
        """Write down what is the run's, before it is written or removed."""
        self._owned |= {LEDGER}
        self._store.write(LEDGER, ledger_bytes(names | {LEDGER}))

    def _write_own_files(self, assembly: "Assembly") -> None:
        """Write what a finished run says of itself, where a byte of it is not as it should be."""
        names = {MANIFEST, IDENTITY, LEDGER, *assembly.files, *_names_of(self._parts)}
        # What no part of a document holds, verify can only look up here.
        converted = (name for name in self._products() if not name.endswith((".csv", ".json")))
        told = {name: assembly.files[name] for name in (FAILURES, *converted)}
        wanted = {IDENTITY: sealed(self._whole.identity), LEDGER: ledger_bytes(names, told)}
        for name, data in wanted.items():
            if not _is(self._store, name, data):
                self._store.write(name, data)

    def _unfinish(self) -> None:
        """From here on the run counts as unfinished."""
        if MANIFEST in self._owned:
            self._store.remove(MANIFEST)

    def _remove_leftovers(self) -> None:
        """Drop the run's texts, tables and parts of documents that it does not hold, or not in that state."""
        for name in sorted(self._owned - _names_of(self._parts) - {IDENTITY, LEDGER}):
            if name.startswith(_OF_DOCUMENTS):
                self._store.remove(name)


def _is(store: Store, name: str, data: bytes) -> bool:
    try:
        return store.read(name) == data
    except OSError:
        return False


def _names_of(parts: dict[str, Part]) -> set[str]:
    return {name for part in parts.values() for name in part.files} | {part_name(doc_id) for doc_id in parts}


def _valid_parts(store: Store, tasks: Sequence[Task], found: Found) -> dict[str, Part]:
    """Return the parts whose document, settings, code and lexicons are as they were, with their files as written."""
    parts = {}
    for task in tasks:
        part = found.parts.get(task.item.doc_id)
        if part is not None and task.key and part.key == task.key and holds(store, part):
            parts[task.item.doc_id] = part
    return parts
