"""What a run will do: its documents with all that their rows depend on, before anything is read closely."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from hakusho.errors import InputError, UsageError
from hakusho.files.fingerprint import lexicon_hashes, versions
from hakusho.files.inputs import Input, Inputs, find_inputs, read_input
from hakusho.files.metadata import DocumentInfo, beside, read_documents
from hakusho.files.tables import FORMATS
from hakusho.records import Failure, Outcome, Settings, Source


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
    """The tasks in order of their ids; `skipped` are files that are no documents."""

    tasks: tuple[Task, ...]
    settings: Settings
    formats: tuple[str, ...]
    skipped: tuple[str, ...] = ()

    @property
    def identity(self) -> dict[str, object]:
        """What makes another command another run; not the bytes of documents, which may be corrected."""
        documents = [[task.item.doc_id, task.item.path] for task in self.tasks]
        return {"documents": documents, "settings": self.settings.as_dict(), "formats": list(self.formats)}


def make_plan(places: Sequence[str], documents: str | None, settings: Settings, formats: Sequence[str]) -> Plan:
    """Find the documents and what `documents.csv` says of them.

    Raises UsageError and InputError for places, ids and metadata that cannot be right.
    """
    for name in formats:
        if name not in FORMATS:
            raise UsageError(f"unknown format {name}. Known formats: {', '.join(FORMATS)}.")
    inputs = find_inputs(places, settings.limits)
    known = _metadata(inputs, documents)
    common = hashlib.sha256(_canonical([settings.as_dict(), versions(), lexicon_hashes()])).hexdigest()
    tasks = tuple(_task(item, known.get(item.doc_id, DocumentInfo()), settings, common) for item in inputs.documents)
    return Plan(tasks, settings, tuple(sorted({"csv", *formats}, key=FORMATS.index)), inputs.skipped)


def _metadata(inputs: Inputs, documents: str | None) -> dict[str, DocumentInfo]:
    doc_ids = {item.doc_id for item in inputs.documents}
    path = Path(documents) if documents else beside(inputs.folders, doc_ids)
    if path is None:
        return {}
    neighbours = {file.stem for folder in inputs.folders for file in folder.iterdir()}
    return read_documents(path, doc_ids, neighbours)


def _task(item: Input, info: DocumentInfo, settings: Settings, common: str) -> Task:
    source = Source(item.doc_id, item.path, **asdict(info))
    try:
        data = read_input(item, settings.limits)
    except InputError:
        # The worker meets the same error and reports it.
        return Task(item, source, "", 0, "")
    sha256 = hashlib.sha256(data).hexdigest()
    key = hashlib.sha256(_canonical([common, sha256, item.doc_id, item.path, asdict(info)])).hexdigest()
    return Task(item, source, key, len(data), sha256)


def _canonical(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=True, sort_keys=True).encode()
