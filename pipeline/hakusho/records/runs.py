"""What a run did: its documents, its failures and all that its bytes depend on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be done: the stage it failed in, the error's kind and a line for a human.

    `kind` is failed, or skipped for a file that was met in a folder and is in a format that is not read.
    """

    doc_id: str
    path: str
    stage: str
    error: str
    message: str
    kind: str = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its part of the run is written, or it failed."""

    doc_id: str
    characters: int = 0
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """An input of a run: its id, where it lay below the folder given, and the SHA-256 of its bytes."""

    doc_id: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RunManifest:
    """Everything a run's bytes depend on, and what it made. No clock, host name or absolute path.

    `by_machine` names the tables that another processor may make with other bytes.
    """

    settings: dict[str, object]
    formats: tuple[str, ...]
    lexicons: dict[str, str]
    versions: dict[str, str]
    inputs: tuple[Done, ...]
    rows: dict[str, int]
    failures: int
    by_machine: tuple[str, ...] = ()
