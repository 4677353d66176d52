"""Hostile gold, imports, lists of documents and settings: one line that names the file, and nothing half written."""

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hakusho.errors import HakushoError
from hakusho.exchange import FORMATS
from hakusho.exchange.documents import AnnotatedText, annotation
from hakusho.files.settings_files import settings_text
from hakusho.runs.compare import agree, check_folder
from hakusho.runs.evaluate import evaluate_run
from hakusho.runs.exchange import import_annotations
from hakusho.settings import default_settings, settings_from
from tests.batch.runs import TEXT, run

DEEP = b"[" * 100_000 + b"]" * 100_000
LONG = b"9" * 5_000
GOOD = AnnotatedText("a", TEXT, (annotation("a", TEXT, 0, 3, "ORG", "総務省"),))
BYTES = {
    "not UTF-8": b"\xff\xfe\x81",
    "a NUL": b"\x00",
    "deep JSON": DEEP,
    "null": b"null",
    "a number": b"7",
    "a list of lists": b"[[[]]]",
    "an empty record": b"{}",
    "records that are none": b"[1]",
    "cut": None,
    "noise in the middle": None,
}
# What an annotation may not hold, as each format writes it.
VALUES: tuple[object, ...] = (None, [], {}, 3, "総務省\nT9\tORG 0 1\tx", "総\r務", "総\u2028務", ["a"], True)


def _refused(act: Callable[[], object], *, accepts: bool = False) -> None:
    """A line, or a result; never another error."""
    try:
        act()
    except HakushoError as error:
        told = str(error)
    else:
        assert accepts
        return
    assert told.isprintable()
    assert len(told) < 3_000


@pytest.mark.parametrize(("form", "kind"), list(itertools.product(FORMATS, BYTES)))
def test_spoilt_imports(tmp_path: Path, form: str, kind: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in FORMATS[form].write([GOOD]).items():
        half = data[: len(data) // 2]
        spoilt = {"cut": half, "noise in the middle": half + b"\xff\x00\n" + data[len(half) :]}.get(kind, BYTES[kind])
        (folder / name).write_bytes(spoilt or b"")
    _refused(lambda: import_annotations(folder, form, tmp_path / "out"), accepts=True)
    written = {path.suffix for path in (tmp_path / "out").glob("*")}
    assert written in (set(), {".ann", ".txt"})
    if written:
        check_folder(tmp_path / "out")


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("key", ["text", "label", "start", "end", "value"])
def test_odd_values(tmp_path: Path, key: str, value: object) -> None:
    """Whatever stands where a text or offset should: what is taken is one line in standoff, and reads back as it was."""
    record = {"text": TEXT, "label": "ORG", "start": 0, "end": 3, "value": "総務省"} | {key: value}
    place = {"start": record["start"], "end": record["end"]}
    result = [
        {"id": "1", "type": "labels", "value": {**place, "labels": [record["label"]]}},
        {"id": "1", "type": "textarea", "from_name": "value", "value": {"text": record["value"]}},
    ]
    task = [{"data": {"text": record["text"], "doc_id": "a"}, "annotations": [{"result": result}]}]
    (tmp_path / "a.json").write_text(json.dumps(task), encoding="utf-8")
    line = {"text": record["text"], "label": [[record["start"], record["end"], record["label"]]], "doc_id": "a"}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    for name, form in (("a.json", "labelstudio"), ("a.jsonl", "doccano")):
        out = tmp_path / form
        _refused(lambda name=name, form=form, out=out: import_annotations(tmp_path / name, form, out), accepts=True)
        for path in out.glob("*.ann"):
            lines = path.read_text(encoding="utf-8").splitlines()
            assert sum(line.startswith("T") for line in lines) == check_folder(out)[0] == 1


@pytest.mark.parametrize(
    "line", [b"T1\tORG " + LONG + b" " + LONG + b"\tx\n", b"T1\tORG 0 3\t\xff\n", b"T1\tORG 3 0\tx\n", b"T1\tX 0 3\tx\n", b"\x00\n", DEEP]
)  # fmt: skip
def test_gold_that_is_none(tmp_path: Path, line: bytes) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "a.ann").write_bytes(line)
    (gold / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(TEXT, encoding="utf-8")
    run(tmp_path / "run", tmp_path / "in")
    _refused(lambda: check_folder(gold))
    _refused(lambda: agree(gold, gold))
    _refused(lambda: evaluate_run(gold, tmp_path / "run"))
    (gold / "a.ann").write_text("T1\tORG 0 3\t総務省\n", encoding="utf-8")
    (gold / "a.txt").write_bytes(b"\xff\xfe")
    _refused(lambda: check_folder(gold))


@pytest.mark.parametrize(
    ("table", "accepts"),
    [
        (b"\xff\xfe\x81\n", False),
        (b"x,y\n1,2\n", False),
        (b"doc_id,doc_id\na,b\n", False),
        (b"doc_id,level\na,1,2,3\n", False),
        (b'doc_id,level\n"a,1\n', False),
        (b"doc_id,level\n" + b"a," + b"x" * 200_000 + b"\n", True),
        (b"doc_id,level\na\n", True),
        (b"doc_id,level\na,\x00\n", True),
        (b"", False),
    ],
)
def test_gold_tables(tmp_path: Path, table: bytes, accepts: bool) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "a.ann").write_text("T1\tORG 0 3\t総務省\n", encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(TEXT, encoding="utf-8")
    run(tmp_path / "run", tmp_path / "in")
    for name in ("sections", "quality", "oda_projects"):
        (gold / f"{name}.csv").write_bytes(table)
        _refused(lambda: evaluate_run(gold, tmp_path / "run").__class__, accepts=accepts)
        (gold / f"{name}.csv").unlink()


@pytest.mark.parametrize(
    "listed",
    [
        b"", b"\x00", b"x\n", b"\xff\xfe\x81\x20\n", b"doc_id,title\na,b,c,d\n", b'doc_id,title\n"a', b"doc_id\n\n\na\na\n",
        b"doc_id,published\na,2023-02-31\n", b"doc_id,published\na," + LONG + b"\n", b"doc_id,title\na," + b"x" * 200_000 + b"\n",
        b"doc_id,title\na,\x01\n", b"doc_id," + b"x" * 200_000 + b"\na,b\n", b"doc_id\nz\n", b"\xef\xbb\xbfdoc_id\r\na\r\n",
    ],
)  # fmt: skip
def test_documents_csv(tmp_path: Path, listed: bytes) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "documents.csv").write_bytes(listed)
    _refused(lambda: run(tmp_path / "out", tmp_path / "in", documents=str(tmp_path / "documents.csv")), accepts=True)


@pytest.mark.parametrize(
    "toml",
    [
        "[limits]\nseconds = 100000000000000", "[limits]\nseconds = -1", "[limits]\nseconds = nan", "[limits]\nseconds = 1.5",
        "[limits]\nmemory = 100000000000000", "[limits]\nmemory = 5", f"[limits]\nbytes = {'9' * 5000}", "[limits]\nbytes = inf",
        "limits = 3", "labels = [[1]]", "labels = {}", "decode_errors = []", "tokens = 1", "a = " + "[" * 5000, "\x00", "limits = true",
    ],
)  # fmt: skip
def test_odd_settings_are_one_line(toml: str) -> None:
    _refused(lambda: settings_from(toml, "mine.toml", default_settings().as_dict()))


def test_settings_and_lists_that_are_pipes(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe")
    _refused(lambda: settings_text(tmp_path / "pipe"))
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(TEXT, encoding="utf-8")
    _refused(lambda: run(tmp_path / "out", tmp_path / "in", documents=str(tmp_path / "pipe")))
