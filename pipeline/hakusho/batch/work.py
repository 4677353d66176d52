"""Do one document, in a worker process: from its file to its part of the run."""

import hashlib

from hakusho.batch.guarding import refuse_other_bytes
from hakusho.batch.plan import Task, told
from hakusho.batch.watching import TimeLimit, late_message, seconds_of, time_limit
from hakusho.errors import HakushoError, InputError, OutputError, fault_of_ours
from hakusho.files.contents import read_input
from hakusho.files.runs import ENTITY_SHARES, Part, grid_name, part_name, text_name, write_part
from hakusho.files.stores import open_store
from hakusho.files.tables import csv_lines, marked
from hakusho.flow import StageError, process
from hakusho.records import Analysis, Outcome, Settings
from hakusho.tabulate import entity_shares, printable


def work(task: Task, place: str, settings: Settings) -> Outcome:
    """Do a task and write its part of the run at `place`; a document that fails becomes an outcome that says so.

    Raises OutputError where the run cannot be written: no document can then be done.
    """
    try:
        with time_limit(seconds_of(settings)):
            return _done(task, place, settings)
    except StageError as error:
        return _failed(task, error.stage, error.__cause__ or error, settings)
    except InputError as error:
        return _failed(task, "read", error, settings)
    except (TimeLimit, MemoryError) as error:
        return _failed(task, "worker", error, settings)


def _done(task: Task, place: str, settings: Settings) -> Outcome:
    data = read_input(task.item, settings.limits)
    analysis, rows = process(data, task.source, settings)
    if hashlib.sha256(data).hexdigest() != task.sha256:
        changed = f"{task.item.path}: changed while it was read. Run the same command again."
        return task.failed("read", "Changed", changed)
    store = open_store(place)
    files = _files(analysis, settings.csv_bom)
    hashes = {name: hashlib.sha256(made).hexdigest() for name, made in files.items()}
    counts = {name: len(made) for name, made in rows.items()}
    part = Part(task.item.doc_id, task.key, task.sha256, told(task.source), hashes, counts)
    # A part makes the files that it names the run's own: none of them may be there already, and be another's.
    refuse_other_bytes(store, hashes, ())
    rows[ENTITY_SHARES] = [*entity_shares(analysis)]
    lines = {name: csv_lines(made) for name, made in rows.items()}
    try:
        write_part(store, part, lines)
        for name, made in files.items():
            store.create(name, made)
    except (OutputError, TimeLimit, MemoryError):
        store.remove(part_name(part.doc_id))
        raise
    return Outcome(task.item.doc_id, len(analysis.source.text))


def _files(analysis: Analysis, mark: bool) -> dict[str, bytes]:
    """Return what is written of a document besides its rows, by name."""
    doc_id, text = analysis.source.source.doc_id, analysis.source.text
    files = {text_name(doc_id): text.encode("utf-8", "surrogatepass")}
    for table in analysis.segments.tables:
        height = max((cell.row for cell in table.cells), default=-1) + 1
        width = max((cell.column for cell in table.cells), default=-1) + 1
        grid = [[""] * width for _ in range(height)]
        for cell in table.cells:
            grid[cell.row][cell.column] = printable(text[cell.span.slice])
        files[grid_name(doc_id, table.table_id)] = marked(csv_lines(grid), mark)
    return files


def _failed(task: Task, stage: str, error: BaseException, settings: Settings) -> Outcome:
    if isinstance(error, OutputError):
        raise error
    kind = error.kind if isinstance(error, InputError) else type(error).__name__
    return task.failed(stage, kind, _message(error, task.item.path, settings))


def _message(error: BaseException, path: str, settings: Settings) -> str:
    if isinstance(error, TimeLimit):
        return late_message(path, settings)
    if isinstance(error, MemoryError):
        return (
            f"{path}: needs more than {settings.limits.memory} MiB. Split it, or raise limits.memory in the settings."
        )
    if isinstance(error, HakushoError):
        return str(error)
    return fault_of_ours(path, error)
