"""Refuse what would harm a file of the user or lose a document, before anything is written."""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from hakusho.batch.growing import is_same, same_but_for_documents
from hakusho.batch.plan import Plan, Task
from hakusho.errors import HakushoError, OutputError, UsageError
from hakusho.files.names import folded, safe_name
from hakusho.files.ownership import Found
from hakusho.files.store_names import in_the_way_of
from hakusho.files.stores import Store, local_path
from hakusho.records import Failure


def refuse_entangled(plan: Plan, place: str) -> None:
    """Keep inputs and outputs apart.

    Raises UsageError where an input lies in the folder `place`, and where `place` lies in a folder given, so that the
    next run would take the outputs for documents.
    """
    out = local_path(place)
    if out is None:
        _refuse_entangled_urls(plan, place)
        return
    root = os.path.realpath(out)
    folders: dict[Path, list[Task]] = {}
    for task in plan.tasks:
        if (file := local_path(task.item.location)) is not None:
            folders.setdefault(file if file.is_symlink() else file.parent, []).append(task)
    for folder, tasks in folders.items():
        if _is_below(os.path.realpath(folder), root):
            first = tasks[0].item.location
            raise UsageError(f"{first}: lies inside --out {place}. Choose a folder of its own for the run.")
    for walked in plan.walked:
        source = local_path(walked)
        if source is not None and _is_walked(os.path.realpath(source), root):
            raise UsageError(
                f"{place}: lies inside {walked}, whose documents are read: the next run would take its files for "
                "documents. Choose a folder outside."
            )


def _is_below(path: str, folder: str) -> bool:
    """Return whether a path is a folder or below it, also if another path leads to the same folder (case, mounts)."""
    if path == folder or path.startswith(folder.rstrip(os.sep) + os.sep):
        return True
    try:
        status = Path(folder).stat()
    except OSError:
        return False
    return any(_is_one(parent, status) for parent in (Path(path), *Path(path).parents))


def _is_one(path: Path, status: os.stat_result) -> bool:
    try:
        return os.path.samestat(path.stat(), status)
    except OSError:
        return False


def _is_walked(source: str, out: str) -> bool:
    """Return whether `out` would be read as part of `source`; hidden folders are not."""
    if not _is_below(out, source):
        return False
    return not any(part.startswith(".") for part in Path(os.path.relpath(out, source)).parts)


def _refuse_entangled_urls(plan: Plan, place: str) -> None:
    out = _url_folder(place)
    for location in (task.item.location for task in plan.tasks):
        if _url_folder(location).startswith(out):
            raise UsageError(f"{location}: lies inside --out {place}. Choose a folder of its own for the run.")
    for walked in plan.walked:
        if out.startswith(_url_folder(walked)):
            raise UsageError(f"{place}: lies inside {walked}, whose documents are read. Choose a folder outside.")


def _url_folder(place: str) -> str:
    protocol, _, path = place.partition("://")
    return f"{protocol}://{path.strip('/')}/"


def refuse_strangers(store: Store, plan: Plan, found: Found, *, overwrite: bool, add: bool) -> None:
    """Raise UsageError where the folder holds another run, and nobody asked to replace or extend it."""
    if overwrite or not found.holds_run or is_same(found.identity, plan):
        return
    if add and found.identity is not None:
        # Settings that differ are told of where the run is taken up.
        return
    if found.identity is not None and same_but_for_documents(found.identity, plan):
        raise UsageError(
            f"{store.place}: holds a run of other documents. Choose another --out, or add --add to take these "
            "documents into it, or --overwrite to replace it."
        )
    raise UsageError(
        f"{store.place}: holds another run (other settings or formats). "
        "Choose another --out, or add --overwrite to replace it."
    )


def refuse_in_the_way(store: Store, names: Collection[str], owned: Collection[str]) -> None:
    """Raise UsageError where one of the names that a run needs belongs to a file that the run did not write."""
    for name in store.in_the_way(names, owned):
        raise UsageError(in_the_way_of(store.place, name))


def refuse_other_bytes(store: Store, files: Mapping[str, str], owned: Collection[str]) -> None:
    """Raise OutputError where a file to be written exists already, is not the run's, and has other bytes."""
    for name in store.in_the_way(files, owned):
        if store.in_the_way([name], [name]) or store.digest(name)[1] != files[name]:
            raise OutputError(in_the_way_of(store.place, name))


def refuse_one_file_for_two(store: Store, doc_ids: Iterable[str]) -> None:
    """Raise UsageError where two documents would be written to one file."""
    fold = folded if store.folds_names() else str
    taken: dict[str, str] = {}
    for doc_id in doc_ids:
        other = taken.setdefault(fold(safe_name(doc_id)), doc_id)
        if other != doc_id:
            raise UsageError(
                f"{store.place}: {other} and {doc_id} would be one file there. Rename one of the documents."
            )


def account(store: Store, inputs: Iterable[str], done: Collection[str], failures: Sequence[Failure]) -> None:
    """Check that each input's id appears exactly once, as a finished document or as a failure.

    Raises HakushoError where not.
    """
    told = Counter([*done, *(failure.doc_id for failure in failures)])
    wanted = Counter(inputs)
    if told != wanted:
        names = sorted((wanted - told) + (told - wanted))
        shown = ", ".join(names[:10]) + (f" and {len(names) - 10} more" if len(names) > 10 else "")
        raise HakushoError(
            f"{store.place}: not finished: {shown} came out neither as one document nor as one failure. This is a "
            "fault of hakusho: please report it, and run the same command again."
        )
