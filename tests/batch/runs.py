"""What tests of batches share: small folders of documents, runs in this process, and what holds after each of them."""

import csv
import json
from collections.abc import Sequence
from concurrent.futures import Executor, Future
from pathlib import Path

from hakusho.batch import Summary, make_plan
from hakusho.batch import run as run_plan
from hakusho.runs.verify import verify_run
from hakusho.settings import default_settings

TEXT = "総務省は、平成24年7月に米国と協議した。\n"


class Here(Executor):
    """Does each task at once, in this process."""

    def submit(self, work, /, *arguments, **named) -> Future:  # type: ignore[no-untyped-def, override]
        future: Future = Future()
        try:
            future.set_result(work(*arguments, **named))
        except Exception as error:
            future.set_exception(error)
        return future


def write(folder: Path, *names: str, text: str = TEXT) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + f"第{len(name)}回の会合は{name}という。\n", encoding="utf-8")
    return folder


def run(
    out: object,
    *places: object,
    formats: Sequence[str] = (),
    make=lambda most: Here(),
    documents=None,
    settings=None,
    known=(),
    **options,
) -> Summary:  # type: ignore[no-untyped-def]
    plan = make_plan([str(place) for place in places], documents, settings or default_settings(), formats, known)
    return run_plan(plan, str(out), make=make, **options)


def table(out: Path, name: str) -> list[dict[str, str]]:
    with (out / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ids(out: Path) -> tuple[list[str], list[str]]:
    """Return the ids of the documents and of the failures of a run, having checked that they are its inputs."""
    documents = [row["doc_id"] for row in table(out, "documents")]
    failures = [row["doc_id"] for row in table(out, "failures") if row["kind"] == "failed"]
    inputs = [item["doc_id"] for item in json.loads((out / "manifest.json").read_bytes())["inputs"]]
    folders = [name for name in failures if name.endswith("/")]
    assert sorted(documents + failures) == sorted(inputs + folders)
    # A file of the user in one of the run's folders is told of, and nothing else is amiss.
    assert [problem for problem in verify_run(out)[1] if "not among the files" not in problem] == []
    return documents, failures


def content(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, hidden ones too; a link is where it leads, a folder is empty."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = b"-> " + bytes(path.readlink())
        elif path.is_file():
            found[name] = path.read_bytes()
        elif not path.is_dir():
            found[name] = b"special"
    return found
