"""What a run will do: its documents with all that their rows depend on, before anything is read closely."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from hakusho.errors import InputError, UsageError
from hakusho.files.contents import digest_input
from hakusho.files.fingerprint import common_key, lexicon_hashes, task_key, versions
from hakusho.files.inputs import Input, Inputs, find_inputs
from hakusho.files.metadata import DocumentInfo, beside, read_documents
from hakusho.files.tables import FORMATS
from hakusho.records import Failure, Outcome, Settings, Source
from hakusho.text.english import counted

# For an estimate: a Japanese character in UTF-8, one of the PDF of a white paper with its fonts and pictures, and what
# ja_ginza parses in a second on one core.
_BYTES_OF_A_CHARACTER, _BYTES_OF_A_PRINTED_CHARACTER, _PARSED_A_SECOND = 3, 60, 1_500


@dataclass(frozen=True, slots=True)
class Task:
    """One document to do. `key` changes with its bytes, metadata, settings, code and lexicons; empty if unreadable."""

    item: Input
    source: Source
    key: str
    size: int
    sha256: str

    def failed(self, stage: str, error: str, message: str) -> Outcome:
        """Return the outcome that says what stopped it."""
        return Outcome(self.item.doc_id, failure=Failure(self.item.doc_id, self.item.path, stage, error, message))


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks in order of their ids; `skipped` are files that are not documents, `unread` folders nobody could open.

    `walked` are the folders given, all of whose documents are tasks. `common` is what every key depends on. `renamed`
    are ids that are not the stem of a file's name, `unknown` those that `documents.csv` names and nothing here bears,
    `uncorrected` those of corrections.
    """

    tasks: tuple[Task, ...]
    settings: Settings
    formats: tuple[str, ...]
    skipped: tuple[Failure, ...] = ()
    unread: tuple[Failure, ...] = ()
    walked: tuple[str, ...] = ()
    common: str = ""
    renamed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    uncorrected: tuple[str, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """Lines for the user on what was found that is not a task, or is one under another name."""
        lines = []
        if self.skipped:
            left = counted(len(self.skipped), "file was", "files were")
            lines.append(f"{left} left out (skipped in failures). {self.skipped[0].message}")
        if self.renamed:
            shared = counted(len(self.renamed), "file shares a stem", "files share a stem")
            lines.append(f"{shared} with another, and the folder's name stands in front: {some(self.renamed)}")
        if self.unknown:
            lines.append(f"{_absent(self.unknown, 'documents.csv names')}: {some(self.unknown)}")
        if self.uncorrected:
            lines.append(f"{_absent(self.uncorrected, 'corrections name')}: {some(self.uncorrected)}")
        return tuple(lines)


def _absent(ids: Sequence[str], named: str) -> str:
    return counted(len(ids), f"document that {named} is not here", f"documents that {named} are not here")


def some(ids: Sequence[str]) -> str:
    """Return the first of some ids, and how many there are where not all are named."""
    return ", ".join(ids[:3]) + (f", … ({len(ids):,} in all)" if len(ids) > 3 else "")


def make_plan(
    places: Sequence[str],
    documents: str | None,
    settings: Settings,
    formats: Sequence[str],
    known: Collection[str] = (),
) -> Plan:
    """Find the documents and what `documents.csv` says of them; it may also name `known` ids, of a run that grows.

    Raises UsageError and InputError for places, ids and metadata that cannot be right.
    """
    for name in formats:
        if name not in FORMATS:
            raise UsageError(f"unknown format {name}. Known formats: {', '.join(FORMATS)}.")
    inputs = find_inputs(places, settings.limits)
    infos, unknown = _metadata(inputs, documents, known)
    common = common_key(settings.as_dict(), versions(settings.parse), lexicon_hashes())
    tasks = tuple(_task(item, infos.get(item.doc_id, DocumentInfo()), settings, common) for item in inputs.documents)
    made = tuple(sorted({"csv", *formats}, key=FORMATS.index))
    here = {*known, *(item.doc_id for item in inputs.documents)}
    uncorrected = tuple(dict.fromkeys(c.doc_id for c in settings.own.corrections if c.doc_id not in here))
    told = (inputs.skipped, inputs.unread, inputs.walked, common, inputs.renamed, unknown, uncorrected)
    return Plan(tasks, settings, made, *told)


def _metadata(
    inputs: Inputs, documents: str | None, known: Collection[str]
) -> tuple[dict[str, DocumentInfo], tuple[str, ...]]:
    doc_ids = {item.doc_id for item in inputs.documents}
    path = Path(documents) if documents else beside(inputs.folders, doc_ids)
    if path is None:
        return {}, ()
    neighbours = {file.stem for folder in inputs.folders for file in _entries(folder)}
    return read_documents(path, doc_ids, neighbours | set(known))


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _task(item: Input, info: DocumentInfo, settings: Settings, common: str) -> Task:
    source = Source(item.doc_id, item.path, **asdict(info))
    try:
        size, sha256 = digest_input(item, settings.limits)
    except (InputError, MemoryError):
        # The worker meets the same error and reports it.
        return Task(item, source, "", 0, "")
    return Task(item, source, task_key(common, sha256, told(source)), size, sha256)


def parse_minutes(plan: Plan, workers: int) -> float:
    """Return about how many minutes a plan's parses take; of a PDF nobody knows how much of it is text."""
    if not plan.settings.parse:
        return 0.0
    text = sum(task.size for task in plan.tasks if not task.item.path.lower().endswith(".pdf"))
    print_size = sum(task.size for task in plan.tasks) - text
    characters = text / _BYTES_OF_A_CHARACTER + print_size / _BYTES_OF_A_PRINTED_CHARACTER
    return characters / _PARSED_A_SECOND / max(1, min(workers, len(plan.tasks))) / 60


_TOLD = ("doc_id", "path", "title", "publisher", "published", "url", "series", "edition")


def told(source: Source) -> dict[str, str]:
    """Return what a command says of a document next to its bytes."""
    return {name: getattr(source, name) for name in _TOLD}
