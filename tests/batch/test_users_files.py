"""Nothing that the user put anywhere is overwritten or removed, whatever the order of commands."""

import contextlib
import os
import shutil
import tempfile
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.batch.runs import TEXT, Here, content, ids, run, table, write

from hakusho.batch import documents_of
from hakusho.errors import HakushoError, OutputError, UsageError
from hakusho.files.store_names import temporary_name

MINE = "mine, 大切なファイル\r\n".encode()
# Where users put files: next to products, under names like those of temporary files, in our folders, around the output.
PLACES = [
    "out/documents.csv", "out/mine.toml", "out/.tmp-1-notes", "out/.tmp-dir/notes.txt", "out/text/notes.txt",
    "out/text/.tmp-2-x.txt", "out/text/sub/a.txt", "out/tables/mine.csv", "out/tables/mine.parquet",
    "out/tables/documents/mine.csv", "out/tables/documents/t/mine.csv", "out/.parts/mine.zip", "out/.parts/notes.json",
    "out/sub/.hakusho-0123.tmp", f"out/sub/{temporary_name()}", "out/.hakusho-notes.tmp", "out/run/text/a.txt",
    "in/notes.csv", "in/.tmp-a", "more/picture.png", "text/a.txt", ".parts/run.json", "manifest.json",
    "out/text/z.txt.bak", "out/datapackage.json.old", "out/.parts/a.zip.old",
]  # fmt: skip
# Where one of our own files belongs: refused, never overwritten.
OURS = ["out/text/a.txt", "out/tables/mentions.csv", "out/manifest.json", "out/datapackage.json", "out/.parts/run.json",
        "out/.parts/files.json", "out/.parts/a.zip", "out/tables/mentions.parquet", "out/hakusho.sqlite", "out/tables/documents/t/t001.csv"]  # fmt: skip
PAGE = "<html><body><p>総務省は。</p><table><tr><th>年度</th><th>額</th></tr><tr><td>平成24年度</td><td>12</td></tr></table></body></html>"


class Killed(BaseException):
    """As by SIGKILL: nothing of the run goes on."""


class Dying(Here):
    """Does some tasks, then the whole run ends, or its workers die."""

    left = 0

    def submit(self, work, /, *arguments, **named) -> Future:  # type: ignore[no-untyped-def, override]
        Dying.left -= 1
        if Dying.left == 0:
            raise Killed
        if Dying.left % 3 == 1:
            raise BrokenExecutor("a worker died")
        return super().submit(work, *arguments, **named)


def _inputs(root: Path) -> None:
    write(root / "in", "a.txt", "b.txt")
    (root / "in" / "t.html").write_text(PAGE, encoding="utf-8")
    write(root / "more", "d.txt")
    (root / "more" / "u.html").write_text(PAGE, encoding="utf-8")


COMMANDS = st.sampled_from(["run", "run more", "overwrite", "overwrite more", "add more", "add", "kill", "kill add", "parquet", "overwrite parquet", "edit", "flip", "inside", "below"])  # fmt: skip


def _do(root: Path, command: str, number: int) -> None:
    options = {
        "overwrite": "overwrite" in command,
        "add": "add" in command,
        "formats": ["parquet", "sqlite"] if "parquet" in command else [],
    }
    place = root / ("more" if "more" in command else "in")
    if command == "edit":
        write(root / "in", "b.txt", text=TEXT * (number + 2))
    elif command == "flip":
        path = root / "out" / "text" / "b.txt"
        if path.is_file() and path.read_bytes() != MINE:
            path.write_bytes(b"x" + path.read_bytes()[1:])
    elif command == "inside":
        run(root / "out", root / "out", overwrite=True)
    elif command == "below":
        run(root / "in" / "out", root / "in", overwrite=True)
    elif "kill" in command:
        Dying.left = number % 4 + 1
        run(root / "out", place, make=lambda most: Dying(), **options)
    else:
        run(root / "out", place, **options)
        ids(root / "out")


def _play(root: Path, mine: set[str], ours: set[str], commands: list[str]) -> None:
    _inputs(root)
    for name in sorted(mine | ours):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(MINE)
    put = dict.fromkeys(mine | ours, MINE)
    for number, command in enumerate(commands):
        before = content(root / "in") | {f"more {name}": data for name, data in content(root / "more").items()}
        with contextlib.suppress(HakushoError, Killed):
            _do(root, command, number)
        now = content(root / "in") | {f"more {name}": data for name, data in content(root / "more").items()}
        assert command == "edit" or now == before
        assert {name: (root / name).read_bytes() if (root / name).is_file() else None for name in put} == put, command


@settings(max_examples=400 if os.environ.get("HAKUSHO_FUZZ") else 25, suppress_health_check=list(HealthCheck))
@given(
    st.sets(st.sampled_from(PLACES)),
    st.sets(st.sampled_from(OURS), max_size=1) | st.just(set()),
    st.lists(COMMANDS, min_size=1, max_size=6),
)
def test_every_file_of_the_user_survives_every_sequence(mine: set[str], ours: set[str], commands: list[str]) -> None:
    root = Path(tempfile.mkdtemp(prefix="hakusho-users-"))
    try:
        _play(root, mine, ours, commands)
    finally:
        shutil.rmtree(root)


def test_all_places_at_once(tmp_path: Path) -> None:
    _play(
        tmp_path,
        set(PLACES),
        set(),
        [
            "run",
            "run",
            "add more",
            "edit",
            "flip",
            "add",
            "overwrite more",
            "kill add",
            "add",
            "overwrite parquet",
            "overwrite",
            "run",
        ],
    )
    assert ids(tmp_path / "out")[0] == ["a", "b", "t"]


@pytest.mark.parametrize("name", OURS)
def test_a_file_in_the_way_is_refused_and_stays(tmp_path: Path, name: str) -> None:
    _inputs(tmp_path)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(MINE)
    for options in ({}, {"overwrite": True}, {"add": True}):
        with pytest.raises((UsageError, OutputError), match=Path(name).name):
            run(tmp_path / "out", tmp_path / "in", formats=["parquet", "sqlite"], **options)
        assert (tmp_path / name).read_bytes() == MINE
    (tmp_path / name).unlink()
    run(tmp_path / "out", tmp_path / "in", formats=["parquet", "sqlite"])
    assert ids(tmp_path / "out")[0] == ["a", "b", "t"]


def test_a_refusal_writes_nothing(tmp_path: Path) -> None:
    _inputs(tmp_path)
    (tmp_path / "out" / "text").mkdir(parents=True)
    (tmp_path / "out" / "text" / "a.txt").write_bytes(MINE)
    with pytest.raises(UsageError):
        run(tmp_path / "out", tmp_path / "in", overwrite=True)
    assert content(tmp_path / "out") == {"text/a.txt": MINE}
    assert not (tmp_path / "out" / ".parts").exists()


@pytest.mark.parametrize("inside", ["out", "out/in", "out/text", "out/.parts"])
def test_inputs_inside_the_output_are_refused(tmp_path: Path, inside: str) -> None:
    write(tmp_path / inside, "a.txt")
    before = content(tmp_path)
    for place in (tmp_path / inside, tmp_path / inside / "a.txt", f"file://{tmp_path}/{inside}"):
        for options in ({}, {"overwrite": True}, {"add": True}):
            with pytest.raises(UsageError, match="inside"):
                run(tmp_path / "out", place, **options)
            assert content(tmp_path) == before


def test_inputs_inside_the_output_through_links_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "out" / "docs", "a.txt")
    (tmp_path / "in").symlink_to(tmp_path / "out" / "docs")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "b.txt").symlink_to(tmp_path / "out" / "docs" / "a.txt")
    (tmp_path / "alias").symlink_to(tmp_path / "out")
    for out, place in (("out", "in"), ("out", "other"), ("alias", "out/docs"), ("out", "alias/docs")):
        with pytest.raises(UsageError, match="inside"):
            run(tmp_path / out, tmp_path / place)


def test_an_output_inside_the_inputs_is_refused_unless_hidden(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt")
    for out in ("in/out", "in/deep/out"):
        with pytest.raises(UsageError, match="inside"):
            run(tmp_path / out, tmp_path / "in")
    run(tmp_path / "in" / "out", tmp_path / "in" / "a.txt")
    run(tmp_path / "in" / ".out", tmp_path / "in" / "a.txt")
    shutil.rmtree(tmp_path / "in" / "out")
    for _ in range(2):
        run(tmp_path / "in" / ".run", tmp_path / "in")
    assert ids(tmp_path / "in" / ".run")[0] == ["a"]


@pytest.mark.parametrize("link", ["text", "tables", "tables/documents", "tables/documents/t", ".parts"])
def test_links_to_folders_are_not_written_through(tmp_path: Path, link: str) -> None:
    _inputs(tmp_path)
    write(tmp_path / "mine", "a.txt", "mentions.csv", "run.json", temporary_name())
    (tmp_path / "out" / link).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "out" / link).symlink_to(tmp_path / "mine")
    before = content(tmp_path / "mine")
    for options in ({}, {"overwrite": True}):
        with pytest.raises(HakushoError, match="link"):
            run(tmp_path / "out", tmp_path / "in", **options)
        assert content(tmp_path / "mine") == before


@pytest.mark.parametrize("name", ["text/a.txt", "tables/mentions.csv", "manifest.json", ".parts/run.json", ".parts/a.zip", ".parts/lock", "datapackage.json"])  # fmt: skip
def test_links_to_files_are_not_written_through(tmp_path: Path, name: str) -> None:
    """Also where a finished run's file was put elsewhere and a link left behind, and then has to be written anew."""
    _inputs(tmp_path)
    out = tmp_path / "out"
    run(out, tmp_path / "in")
    (tmp_path / "elsewhere").write_bytes(MINE)
    (out / name).unlink()
    (out / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(HakushoError, match=os.path.basename(name) + "|link"):  # noqa: PTH119
        run(out, tmp_path / "in")
    assert (tmp_path / "elsewhere").read_bytes() == MINE
    assert (out / name).is_symlink()


def test_overwrite_removes_the_run_that_was_there_and_no_more(tmp_path: Path) -> None:
    _inputs(tmp_path)
    out = tmp_path / "out"
    run(out, tmp_path / "in", formats=["sqlite", "parquet"])
    write(out, "text/mine.txt", "notes.md")
    run(out, tmp_path / "more", overwrite=True)
    assert ids(out)[0] == ["d", "u"]
    names = set(content(out))
    assert {"text/mine.txt", "notes.md"} <= names
    assert not names & {"text/a.txt", ".parts/a.zip", "hakusho.sqlite", "tables/mentions.parquet"}
    assert not any(name.startswith("tables/documents/t/") for name in names)


def test_a_hostile_folder_makes_a_run_remove_nothing(tmp_path: Path) -> None:
    import json

    _inputs(tmp_path)
    write(tmp_path, "victim.txt")
    files = dict.fromkeys(
        (
            "../victim.txt",
            str(tmp_path / "victim.txt"),
            "notes.md",
            "text/../../victim.txt",
            "tables/documents/../../notes.md",
        ),
        "0",
    )
    write(tmp_path / "out", "notes.md")
    (tmp_path / "out" / "manifest.json").write_text(
        json.dumps({"inputs": [{"doc_id": "x", "path": "x"}], "files": files})
    )
    run(tmp_path / "out", tmp_path / "in", overwrite=True)
    assert (tmp_path / "victim.txt").exists()
    assert (tmp_path / "out" / "notes.md").exists()


def test_a_remote_store_harms_no_file_either() -> None:
    """Object stores by fsspec; here one in memory."""
    import fsspec

    memory = fsspec.filesystem("memory")
    for name in list(memory.find("/")):
        memory.rm_file(name)
    for name in ("in/a.txt", "in/b.txt"):
        memory.pipe_file(f"/bucket/{name}", TEXT.encode())
    mine = [f"/bucket/{name}" for name in PLACES if name.startswith("out/")]
    for name in mine:
        memory.pipe_file(name, MINE)
    left = f"/bucket/out/text/{temporary_name()}"
    memory.pipe_file(left, b"of a killed run")
    for options in ({}, {}, {"overwrite": True}, {"formats": ["parquet"], "overwrite": True}, {"overwrite": True}):
        assert run("memory://bucket/out", "memory://bucket/in", **options).documents == 2
        assert all(memory.cat_file(name) == MINE for name in mine)
    assert not memory.exists(left)
    assert documents_of("memory://bucket/out") == ("a", "b")
    memory.pipe_file("/bucket/in/c.txt", TEXT.encode())
    memory.pipe_file("/bucket/out/text/c.txt", MINE)
    with pytest.raises(UsageError, match=r"c\.txt"):
        run("memory://bucket/out", "memory://bucket/in", add=True)
    assert memory.cat_file("/bucket/out/text/c.txt") == MINE
    memory.rm_file("/bucket/out/text/c.txt")
    assert run("memory://bucket/out", "memory://bucket/in", add=True).kept == 2
    with pytest.raises(UsageError, match="inside"):
        run("memory://bucket/in/out", "memory://bucket/in")
    with pytest.raises(UsageError, match="inside"):
        run("memory://bucket", "memory://bucket/in")
    text = memory.cat_file("/bucket/out/text/a.txt")
    memory.pipe_file("/bucket/out/text/a.txt", b"x" + text[1:])
    assert not run("memory://bucket/out", "memory://bucket/in").confirmed
    assert memory.cat_file("/bucket/out/text/a.txt") == text


def test_what_a_killed_run_left_goes_and_what_looks_like_it_stays(tmp_path: Path) -> None:
    _inputs(tmp_path)
    out = tmp_path / "out"
    folder = out / temporary_name()
    kept = write(out / temporary_name(), "mentions.csv", "notes.md")
    write(out, left := f"text/{temporary_name()}", "text/.tmp-1-a.txt")
    write(folder, "mentions.csv", "hakusho.sqlite")
    run(out, tmp_path / "in")
    assert not folder.exists()
    assert not (out / left).exists()
    assert (out / "text" / ".tmp-1-a.txt").exists()
    assert (kept / "notes.md").exists()
    assert [row["doc_id"] for row in table(out, "documents")] == ["a", "b", "t"]


@pytest.mark.parametrize(
    "name", ["text/a.txt", "tables/mentions.csv", "manifest.json", ".parts/run.json", ".parts/lock"]
)
def test_a_pipe_in_the_way_is_not_waited_for(tmp_path: Path, name: str) -> None:
    _inputs(tmp_path)
    (tmp_path / "out" / name).parent.mkdir(parents=True)
    os.mkfifo(tmp_path / "out" / name)
    with pytest.raises(HakushoError, match=Path(name).name):
        run(tmp_path / "out", tmp_path / "in")
    assert (tmp_path / "out" / name).is_fifo()
