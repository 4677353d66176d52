"""What changes between a kill and the same command: what it touches is done again, and said; no clock decides a byte."""

import os
import random
import time
from pathlib import Path

import pytest
from tests.batch.runs import TEXT, Here, content, ids, run, table, write

from hakusho.batch import plan as plans
from hakusho.errors import UsageError
from hakusho.settings import default_settings, settings_from

KEYS = ("a", "b", "c", "d", "e", "f")
LISTED = "doc_id,title,published\n" + "".join(f"{key},題{key},2012-07\n" for key in KEYS)


class Killed(BaseException):
    """What stops a run at once, as a kill does."""


class Dying(Here):
    """Does so many tasks, then the run is killed."""

    def __init__(self, left: int) -> None:
        self.left = left

    def submit(self, work, /, *arguments, **named):  # type: ignore[no-untyped-def, override]
        if not self.left:
            raise Killed
        self.left -= 1
        return super().submit(work, *arguments, **named)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "in", *(f"{key}.txt" for key in KEYS))
    (tmp_path / "documents.csv").write_text(LISTED, encoding="utf-8")
    with pytest.raises(Killed):
        _again(tmp_path, make=lambda most: Dying(4))
    done = {path.stem for path in (tmp_path / "out/.parts").glob("*.zip")}
    assert 3 <= len(done) < 6
    assert "a" in done
    return tmp_path


def _again(folder: Path, out: str = "out", **options):  # type: ignore[no-untyped-def]
    return run(folder / out, folder / "in", documents=str(folder / "documents.csv"), **options)


def _as_if_made_at_once(folder: Path) -> None:
    """What is there now is, byte for byte, what the same command makes of the same inputs in an empty folder."""
    _again(folder, "whole")
    assert content(folder / "out") == content(folder / "whole")


def test_nothing_changed(folder: Path) -> None:
    summary = _again(folder)
    assert summary.redone.lines == ()
    assert summary.kept >= 3
    _as_if_made_at_once(folder)


def test_an_input_changed(folder: Path) -> None:
    write(folder / "in", "a.txt", text=TEXT * 3)
    summary = _again(folder)
    assert summary.warnings == ("done again, since the run held other bytes under the same name: a",)
    _as_if_made_at_once(folder)


def test_an_input_changed_to_bytes_of_another(folder: Path) -> None:
    """Two documents swapped: nothing of one may stay under the name of the other."""
    one, two = ((folder / "in" / name) for name in ("a.txt", "b.txt"))
    data = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(data)
    assert _again(folder).redone.bytes == ("a", "b")
    _as_if_made_at_once(folder)


def test_an_input_changed_size_and_time_kept(folder: Path) -> None:
    """Neither size nor time of a file is trusted."""
    path = folder / "in/a.txt"
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("米国", "英国"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert _again(folder).redone.bytes == ("a",)
    assert "GBR" in {row["value"] for row in table(folder / "out", "mentions") if row["doc_id"] == "a"}
    _as_if_made_at_once(folder)


def test_an_input_gone_or_new(folder: Path) -> None:
    """Other documents are another run: it is refused in one line, and what is done stays."""
    before = content(folder / "out")
    (folder / "in/a.txt").rename(folder / "in/z.txt")
    with pytest.raises(UsageError, match="other documents"):
        _again(folder)
    assert content(folder / "out") == before


def test_an_input_that_cannot_be_read_any_more(folder: Path) -> None:
    (folder / "in/a.txt").write_bytes(b"")
    summary = _again(folder)
    assert [failure.doc_id for failure in summary.failures] == ["a"]
    assert ids(folder / "out") == (["b", "c", "d", "e", "f"], ["a"])
    assert not (folder / "out/text/a.txt").exists()
    _as_if_made_at_once(folder)


def test_documents_csv_changed(folder: Path) -> None:
    (folder / "documents.csv").write_text(LISTED.replace("題a,2012-07", "題a,2013-07"), encoding="utf-8")
    summary = _again(folder)
    assert summary.warnings == ("done again, since documents.csv says something else of them: a",)
    assert table(folder / "out", "documents")[0]["published"] == "2013-07"
    _as_if_made_at_once(folder)


def test_documents_csv_written_otherwise_and_the_same(folder: Path) -> None:
    (folder / "documents.csv").write_bytes(LISTED.replace("\n", "\r\n").encode("cp932"))
    assert _again(folder).redone.lines == ()
    _as_if_made_at_once(folder)


def test_settings_changed(folder: Path) -> None:
    before = content(folder / "out")
    other = settings_from("tokens = true", "test", default_settings().as_dict())
    with pytest.raises(UsageError, match="other settings"):
        _again(folder, settings=other)
    assert content(folder / "out") == before
    assert _again(folder, settings=other, overwrite=True).redone.lines == ()
    assert table(folder / "out", "tokens")


def test_the_code_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = plans.versions
    monkeypatch.setattr(plans, "versions", lambda parse: versions(parse) | {"code": "another"})
    summary = _again(folder)
    assert summary.kept == 0
    assert "hakusho, its lexicons or a library have changed: a" in summary.warnings[0]


CLOCKS = {"1970": 0.0, "before the inputs": 1_000_000_000.0, "2037": 2_145_916_800.0, "backwards": None}


@pytest.fixture(params=CLOCKS)
def clock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system clock that is wrong, or goes back with every look at it."""
    at, looks = CLOCKS[request.param], random.Random(1)
    now = time.time()

    def told() -> float:
        return now - looks.random() * 1e8 if at is None else at

    whole = time.localtime
    monkeypatch.setattr(time, "time", told)
    monkeypatch.setattr(time, "time_ns", lambda: int(told() * 1e9))
    monkeypatch.setattr(time, "localtime", lambda seconds=None: whole(told() if seconds is None else seconds))


def test_a_changed_clock_changes_no_byte(folder: Path, clock: None) -> None:
    for number, path in enumerate(sorted((folder / "in").iterdir())):
        # In the year 2100, and in 1970.
        os.utime(path, (4_102_444_800, 4_102_444_800) if number % 2 else (0, 0))
    assert _again(folder, formats=()).redone.lines == ()
    assert len(ids(folder / "out")[0]) == 6
    _as_if_made_at_once(folder)


def test_a_run_of_another_day_is_the_same_to_the_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: None
) -> None:
    """In all formats that hold no clock of their own; `SOURCE_DATE_EPOCH` decides nothing either."""
    write(tmp_path / "in", "a.txt", "b.txt")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    run(tmp_path / "one", tmp_path / "in", formats=("parquet", "sqlite", "excel"))
    monkeypatch.undo()
    run(tmp_path / "two", tmp_path / "in", formats=("parquet", "sqlite", "excel"))
    assert content(tmp_path / "one") == content(tmp_path / "two")
