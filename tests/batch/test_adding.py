"""A finished run grows: new documents are taken in, the others stay as they are."""

import json
from pathlib import Path

import pytest
from tests.batch.runs import TEXT, content, ids, run, write
from tests.batch.test_users_files import Dying, Killed

from hakusho.batch import Plan, documents_of
from hakusho.errors import UsageError
from hakusho.progress import show_progress
from hakusho.records import Outcome
from hakusho.settings import default_settings, settings_from


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "2011", "a.txt", "b.txt")
    write(tmp_path / "2012", "c.txt", "d.txt")
    run(tmp_path / "out", tmp_path / "2011")
    return tmp_path


def _public(run: Path) -> dict[str, bytes]:
    return content(run)


def test_new_documents_come_in_and_the_others_are_not_done_again(folder: Path) -> None:
    parts = {name: (folder / "out" / ".parts" / name).stat().st_mtime_ns for name in ("a.zip", "b.zip")}
    summary = run(folder / "out", folder / "2012", add=True)
    assert (summary.documents, summary.kept, summary.redone.lines) == (4, 2, ())
    assert ids(folder / "out") == (["a", "b", "c", "d"], [])
    assert parts == {name: (folder / "out" / ".parts" / name).stat().st_mtime_ns for name in parts}
    run(folder / "whole", folder / "2011", folder / "2012")
    assert _public(folder / "out") == _public(folder / "whole")
    assert run(folder / "out", folder / "2012", add=True).confirmed
    assert run(folder / "out", folder / "2011", folder / "2012").confirmed
    assert documents_of(str(folder / "out")) == ("a", "b", "c", "d")


def test_into_an_empty_folder(folder: Path) -> None:
    run(folder / "new", folder / "2011", add=True)
    assert _public(folder / "new") == _public(folder / "out")


def test_without_it_other_documents_are_refused(folder: Path) -> None:
    before = content(folder / "out")
    with pytest.raises(UsageError, match="--add"):
        run(folder / "out", folder / "2012")
    run(folder / "out", folder / "2012", add=True)
    with pytest.raises(UsageError, match="--add"):
        run(folder / "out", folder / "2011")
    assert before.items() <= {**content(folder / "out"), **{name: before[name] for name in before if name.startswith(("manifest", "datap", "tables/", ".parts/run", ".parts/files"))}}.items()  # fmt: skip


def test_other_settings_and_formats_are_refused(folder: Path) -> None:
    before = content(folder / "out")
    other = settings_from('decode_errors = "replace"', "mine", default_settings().as_dict())
    for options, named in (({"settings": other}, "decode_errors"), ({"formats": ["sqlite"]}, "formats")):
        with pytest.raises(UsageError, match=f"settings and formats; other here: {named}"):
            run(folder / "out", folder / "2012", add=True, **options)
    with pytest.raises(UsageError, match="one of them"):
        run(folder / "out", folder / "2012", add=True, overwrite=True)
    assert content(folder / "out") == before


def test_twins_are_refused(folder: Path) -> None:
    write(folder / "2012", "sub/a.txt")
    before = content(folder / "out")
    with pytest.raises(UsageError, match=r"sub/a\.txt has the id a.* that of a\.txt"):
        run(folder / "out", folder / "2012", add=True)
    assert content(folder / "out") == before


def test_changed_bytes_are_done_again_and_told(folder: Path) -> None:
    write(folder / "2012", "a.txt", text=TEXT * 3)
    summary = run(folder / "out", folder / "2012", add=True)
    assert summary.redone.bytes == ("a",)
    assert (summary.documents, summary.kept) == (4, 1)
    assert (folder / "out" / "text" / "a.txt").read_text(encoding="utf-8").startswith(TEXT * 3)


def test_killed_while_growing(folder: Path) -> None:
    run(folder / "whole", folder / "2011", folder / "2012")
    for left in (1, 2, 3, 2, 1):
        Dying.left = left
        try:
            run(folder / "out", folder / "2012", add=True, make=lambda most: Dying())
        except Killed:
            assert not (folder / "out" / "manifest.json").exists()
    assert not run(folder / "out", folder / "2012", add=True).failures
    assert _public(folder / "out") == _public(folder / "whole")


def test_a_document_that_is_not_whole_and_not_named_is_asked_for(folder: Path) -> None:
    run(folder / "out", folder / "2012", add=True)
    whole = content(folder / "out")
    for name in ("text/a.txt", ".parts/a.zip"):
        data = whole[name]
        (folder / "out" / name).write_bytes(data[:9] + b"x" + data[10:])
        damaged = content(folder / "out")
        with pytest.raises(UsageError, match=r"a \(a\.txt\)"):
            run(folder / "out", folder / "2012", add=True)
        assert content(folder / "out") == damaged
        run(folder / "out", folder / "2011", add=True)
        assert content(folder / "out") == whole


def test_other_code_asks_for_the_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from hakusho.batch import assemble, plan

    before = content(folder / "out")
    for module in (plan, assemble):
        monkeypatch.setattr(module, "versions", lambda parse=False: {"hakusho": "another"})
    with pytest.raises(UsageError, match="Name its file"):
        run(folder / "out", folder / "2012", add=True)
    assert content(folder / "out") == before
    assert run(folder / "out", folder / "2011", folder / "2012", add=True).documents == 4


def test_a_failure_of_before_stays_one(folder: Path) -> None:
    (folder / "2011" / "bad.txt").write_bytes(b"")
    run(folder / "out", folder / "2011", add=True)
    assert ids(folder / "out") == (["a", "b"], ["bad"])
    summary = run(folder / "out", folder / "2012", add=True)
    assert ids(folder / "out") == (["a", "b", "c", "d"], ["bad"])
    assert "bad.txt" in summary.failures[0].message
    write(folder / "2011", "bad.txt")
    assert not run(folder / "out", folder / "2011", add=True).failures
    assert ids(folder / "out")[0] == ["a", "b", "bad", "c", "d"]


def test_metadata_is_that_of_each_call(folder: Path) -> None:
    (folder / "2011" / "documents.csv").write_text("doc_id,title\na,旧\n", encoding="utf-8")
    (folder / "2012" / "documents.csv").write_text("doc_id,title\na,新\nc,新\n", encoding="utf-8")
    run(folder / "grown", folder / "2011")
    with pytest.raises(UsageError, match="other documents"):
        run(folder / "grown", folder / "2012")
    assert run(folder / "grown", folder / "2012", add=True).warnings == ()
    rows = [line.split(",") for line in (folder / "grown" / "tables" / "documents.csv").read_text(encoding="utf-8").splitlines()]  # fmt: skip
    titles = {row[0]: row[rows[0].index("title")] for row in rows}
    assert (titles["a"], titles["c"]) == ("旧", "新")
    inputs = json.loads((folder / "grown" / "manifest.json").read_bytes())["inputs"]
    assert [item["doc_id"] for item in inputs] == ["a", "b", "c", "d"]


def test_what_was_done_before_is_not_told_as_no_characters(capsys: pytest.CaptureFixture[str]) -> None:
    plan = Plan((), default_settings(), ("csv",))
    with show_progress(plan, quiet=False) as report:
        assert report is not None
        report(None, 1, 3)
        report(Outcome("b", characters=1), 2, 3)
        report(Outcome("c", characters=1_500), 3, 3)
    told = capsys.readouterr().err.splitlines()
    assert told == [
        "1 of 3 documents, done before",
        "2 of 3 documents, 1 character",
        "3 of 3 documents, 1,501 characters",
    ]
