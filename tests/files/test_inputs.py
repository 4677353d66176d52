"""Every file that is met is a document, a failure, or told of as left out."""

import os
import warnings
import zipfile
from pathlib import Path

import pytest
from tests.batch.runs import TEXT, ids, run, table, write
from tests.conftest import Cli

from hakusho.errors import InputError, UsageError
from hakusho.files import inputs
from hakusho.files.contents import read_input
from hakusho.files.inputs import find_inputs
from hakusho.settings import default_settings

LIMITS = default_settings().limits


def _find(*places: object) -> inputs.Inputs:
    return find_inputs([str(place) for place in places], LIMITS)


def _closed(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Root may read everything, so the system call says no."""
    scandir = os.scandir

    def refuse(path: object = ".") -> object:
        if Path(str(path)).name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)


def test_a_folder_that_cannot_be_read_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "in", "a.txt", "closed/b.txt", "open/c.txt")
    with monkeypatch.context() as patch:
        _closed(patch, "closed")
        summary = run(tmp_path / "out", tmp_path / "in")
        (failure,) = summary.failures
        assert "closed/" in failure.message
        assert "Permission denied" in failure.message
        assert ids(tmp_path / "out") == (["a", "c"], ["closed/"])
        assert not run(tmp_path / "out", tmp_path / "in").confirmed
    with pytest.raises(UsageError, match="--add"):
        run(tmp_path / "out", tmp_path / "in")
    assert run(tmp_path / "out", tmp_path / "in", add=True).kept == 2
    assert ids(tmp_path / "out") == (["a", "b", "c"], [])


def test_nothing_but_a_closed_folder_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "closed", "b.txt")
    _closed(monkeypatch, "closed")
    with pytest.raises(UsageError, match="Permission denied"):
        _find(tmp_path / "closed")


def test_a_member_twice_under_one_name_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with warnings.catch_warnings(), zipfile.ZipFile(tmp_path / "in" / "packed.zip", "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("x/one.txt", TEXT)
        archive.writestr("x/two.txt", TEXT)
        archive.writestr("x/two.txt", TEXT * 2)
        archive.writestr("x/picture.png", b"")
        archive.writestr("x/.hidden.txt", b"")
    (tmp_path / "in" / "picture.jpg").write_bytes(b"")
    summary = run(tmp_path / "out", tmp_path / "in")
    assert ids(tmp_path / "out") == (["one"], ["two"])
    assert "2 members" in summary.failures[0].message
    skipped = _find(tmp_path / "in").skipped
    assert [each.path for each in skipped] == ["packed.zip/x/picture.png", "picture.jpg"]
    rows = [row["path"] for row in table(tmp_path / "out", "failures") if row["kind"] == "skipped"]
    assert rows == ["packed.zip/x/picture.png", "picture.jpg"]


def test_an_empty_archive_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    with zipfile.ZipFile(tmp_path / "none.zip", "w"):
        pass
    assert [each.path for each in _find(tmp_path).skipped] == ["none.zip"]


@pytest.mark.parametrize("at", range(0, 400, 7))
def test_a_damaged_archive_is_a_failure_or_whole(tmp_path: Path, at: int) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one.txt", TEXT * 5)
        archive.writestr("two.txt", TEXT * 9)
    data = bytearray((tmp_path / "p.zip").read_bytes())
    data[at % len(data)] ^= 0xFF
    (tmp_path / "p.zip").write_bytes(data)
    try:
        found = _find(tmp_path)
    except UsageError:
        return
    for item in found.documents:
        try:
            read_input(item, LIMITS)
        except InputError as error:
            assert error.kind in ("Archive", "Unreadable", "TooLarge", "DecompressionBomb")  # noqa: PT017


def test_links_and_pipes_are_told(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt", "sub/b.txt")
    write(tmp_path / "other", "c.txt")
    place = tmp_path / "in"
    (place / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (place / "round.txt").symlink_to(place / "round.txt")
    (place / "gone.csv").symlink_to(tmp_path / "nowhere.csv")
    (place / "again").symlink_to(place / "sub")
    (place / "elsewhere").symlink_to(tmp_path / "other")
    for name in ("pipe.txt", "pipe.zip", "pipe", "pipe.csv"):
        os.mkfifo(place / name)
    (place / "pipe").unlink()
    os.rename(place / "pipe.zip", place / "packed.zip")  # noqa: PTH104
    summary = run(tmp_path / "out", place)
    assert ids(tmp_path / "out") == (["a", "b"], ["elsewhere/", "gone", "packed", "pipe", "round"])
    assert "not followed" in summary.failures[0].message
    assert {each.path for each in _find(place).skipped} == {"gone.csv", "pipe.csv"}
    # Named as well, the link hides nothing any more.
    assert not _find(place, tmp_path / "other").unread


def test_a_file_that_vanishes_or_changes_after_it_was_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from hakusho.batch import plan

    write(tmp_path / "in", "a.txt", "b.txt", "c.txt", "d.txt")
    whole = plan.digest_input
    reads: dict[str, int] = {}

    def read(item: inputs.Input, limits: object) -> tuple[int, str]:
        reads[item.doc_id] = 1
        if item.doc_id == "a":
            Path(item.location).unlink()
        data = whole(item, limits)
        if item.doc_id == "b":
            Path(item.location).unlink()
        if item.doc_id == "c":
            Path(item.location).write_text("別の文。\n", encoding="utf-8")
        return data

    with monkeypatch.context() as patch:
        patch.setattr(plan, "digest_input", read)
        summary = run(tmp_path / "out", tmp_path / "in")
    assert ids(tmp_path / "out") == (["d"], ["a", "b", "c"])
    assert [failure.error for failure in summary.failures] == ["Unreadable", "Unreadable", "Changed"]
    assert all(failure.path in failure.message for failure in summary.failures)


def test_names_that_are_no_unicode(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / os.fsdecode(b"a\xff\rb.txt")).write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "c\rd\u2028.txt").write_text(TEXT, encoding="utf-8")
    run(tmp_path / "out", tmp_path / "in", formats=["sqlite", "parquet"])
    assert len(ids(tmp_path / "out")[0]) == 2
    assert {row["path"] for row in table(tmp_path / "out", "documents")} == {"a\\udcff\rb.txt", "c\rd\u2028.txt"}


def test_two_ids_with_one_file_name(tmp_path: Path) -> None:
    write(tmp_path / "in", "a:b.txt", "a_b-6783a31e.txt", "A.txt", "a.txt")
    run(tmp_path / "out", tmp_path / "in")
    assert ids(tmp_path / "out")[0] == ["A", "a", "a:b", "a_b-6783a31e"]


def test_two_ids_that_are_one_file_where_case_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from hakusho.files.stores import LocalStore

    write(tmp_path / "in", "A.txt", "a.txt")
    monkeypatch.setattr(LocalStore, "folds_names", lambda store: True)
    with pytest.raises(UsageError, match="A and a"):
        run(tmp_path / "out", tmp_path / "in")


def test_a_carriage_return_in_metadata_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt")
    documents = tmp_path / "documents.csv"
    documents.write_bytes('doc_id,publisher,url\na,"総務\r省","https://example.jp/\rx"\n'.encode())
    with pytest.raises(InputError, match="line 2: publisher holds a control character"):
        run(tmp_path / "out", tmp_path / "in", documents=str(documents), formats=["sqlite", "parquet"])


def test_twins_take_the_folder_in_front(tmp_path: Path) -> None:
    write(
        tmp_path / "in", "2012/01.txt", "2013/01.txt", "2013/02.txt", "a.txt", "a.md", "x/2014/03.txt", "y/2014/03.txt"
    )
    found = _find(tmp_path / "in")
    ids_of = {item.path: item.doc_id for item in found.documents}
    assert ids_of == {
        "2012/01.txt": "2012_01",
        "2013/01.txt": "2013_01",
        "2013/02.txt": "02",
        "a.md": "in_a_md",
        "a.txt": "in_a_txt",
        "x/2014/03.txt": "x_2014_03",
        "y/2014/03.txt": "y_2014_03",
    }
    assert found.renamed == ("2012_01", "2013_01", "in_a_md", "in_a_txt", "x_2014_03", "y_2014_03")


def test_an_id_that_another_bears_is_not_taken(tmp_path: Path) -> None:
    write(tmp_path / "in", "b/01.txt", "a/01.txt", "a_01.txt")
    found = {item.path: item.doc_id for item in _find(tmp_path / "in").documents}
    assert found["a_01.txt"] == "a_01"
    assert len(set(found.values())) == 3


def test_skipped_files_are_rows_that_fail_nothing(tmp_path: Path, cli: Cli) -> None:
    write(tmp_path / "in", "a.txt", "old.jtd", "sub/table.csv")
    done = cli("run", tmp_path / "in", "--out", tmp_path / "out", "--jobs", 1, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    rows = {row["path"]: row for row in table(tmp_path / "out", "failures")}
    assert {path: row["kind"] for path, row in rows.items()} == {"old.jtd": "skipped", "sub/table.csv": "skipped"}
    assert "Ichitaro" in rows["old.jtd"]["message"]
    assert "PDF" in rows["old.jtd"]["message"]
    again = cli("run", tmp_path / "in", "--out", tmp_path / "out", "--jobs", 1)
    assert "nothing to do" in again.stdout
    write(tmp_path / "in", "new.png")
    assert "nothing to do" not in cli("run", tmp_path / "in", "--out", tmp_path / "out", "--jobs", 1).stdout
    assert "new.png" in {row["path"] for row in table(tmp_path / "out", "failures")}
    (tmp_path / "in" / "old.jtd").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    named = cli("run", tmp_path / "in" / "old.jtd", "--out", tmp_path / "named", "--jobs", 1)
    assert named.returncode == 3
    assert [row["kind"] for row in table(tmp_path / "named", "failures")] == ["failed"]


def test_a_run_that_grows_keeps_what_it_skipped(tmp_path: Path, cli: Cli) -> None:
    write(tmp_path / "one", "a.txt", "a.png")
    write(tmp_path / "two", "b.txt", "b.png")
    assert cli("run", tmp_path / "one", "--out", tmp_path / "out", "--jobs", 1).returncode == 0
    assert cli("run", tmp_path / "two", "--out", tmp_path / "out", "--jobs", 1, "--add").returncode == 0
    assert [row["path"] for row in table(tmp_path / "out", "failures")] == ["a.png", "b.png"]


def test_a_master_list_may_name_more_documents(tmp_path: Path, cli: Cli) -> None:
    write(tmp_path / "in", "a.txt")
    listed = tmp_path / "all.csv"
    listed.write_text("doc_id,published\na,2012\nz,2013\n", encoding="utf-8")
    done = cli("run", tmp_path / "in", "--out", tmp_path / "out", "--documents", listed, "--jobs", 1)
    assert done.returncode == 0
    assert "1 document that documents.csv names is not here: z" in done.stdout
    listed.write_text("doc_id,published\nx,2012\nz,2013\n", encoding="utf-8")
    assert cli("run", tmp_path / "in", "--out", tmp_path / "other", "--documents", listed).returncode == 2


@pytest.mark.parametrize(
    ("name", "told"),
    [("a.jbw", "Ichitaro"), ("a.LZH", "Unpack"), ("a.tiff", "OCR"), ("a.csv", ".xlsx"), ("a.xlsb", ".xlsx"), ("a.odd", "Name it")],
)  # fmt: skip
def test_what_is_left_out_is_told_with_a_way_to_convert_it(tmp_path: Path, name: str, told: str) -> None:
    write(tmp_path, "b.txt", name)
    (skipped,) = _find(tmp_path).skipped
    assert (skipped.path, skipped.kind) == (name, "skipped")
    assert told in skipped.message


@pytest.mark.parametrize("name", ["a.xht", "a.dotm", "a.xltx"])
def test_endings_of_documents(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert [item.path for item in _find(tmp_path).documents] == [name]
