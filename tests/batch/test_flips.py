"""A byte that has flipped in any file of a run is found, and mended by the command that made the run.

The suite takes every kind of file, `make fuzz` every file.
"""

import os
from pathlib import Path

import pytest
from tests.batch.runs import content, ids, run, write
from tests.conftest import Cli

WHOLE = bool(os.environ.get("HAKUSHO_FUZZ"))
# Tables are made alike: of those that are not named here the suite takes every eighth.
TAKEN = {"tables/mentions.csv", "tables/failures.csv", "tables/entities.csv", "tables/mentions.parquet"}
TABLE = "\n表1-1 予算の推移\n\n| 年度 | 予算 |\n| --- | --- |\n| 平成24年度 | 1,000 |\n| 平成25年度 | 2,000 |\n"
HTML = "<html><body><p>総務省は。</p><table><tr><th>年度</th><th>額</th></tr><tr><td>平成24年度</td><td>12</td></tr></table></body></html>"


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flips")
    write(folder / "in", "a.txt", "b.txt")
    (folder / "in" / "c.html").write_text(HTML, encoding="utf-8")
    run(folder / "out", folder / "in", formats=["parquet", "sqlite"])
    assert ids(folder / "out") == (["a", "b", "c"], [])
    return folder


def test_the_small_run_has_files_of_every_kind(finished: Path) -> None:
    names = set(content(finished / "out"))
    assert {"manifest.json", "datapackage.json", "hakusho.sqlite", ".parts/run.json", ".parts/files.json", ".parts/a.zip", "text/a.txt", "tables/mentions.csv", "tables/mentions.parquet"} <= names  # fmt: skip
    assert any(name.startswith("tables/documents/c/") for name in names)


def _taken(whole: dict[str, bytes]) -> dict[str, bytes]:
    tables = [name for name in whole if name.startswith("tables/") and name.count("/") == 1 and name not in TAKEN]
    left = set() if WHOLE else set(tables) - set(tables[::8])
    return {name: data for name, data in whole.items() if name not in left}


def test_every_file_at_several_positions(finished: Path) -> None:
    out = finished / "out"
    whole = content(out)
    assert run(out, finished / "in", formats=["parquet", "sqlite"]).confirmed
    unseen = []
    for name, data in _taken(whole).items():
        for position in sorted({0, 1, len(data) // 3, len(data) // 2, len(data) - 70, len(data) - 2, len(data) - 1}):
            if 0 <= position < len(data):
                (out / name).write_bytes(data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :])
                run(out, finished / "in", formats=["parquet", "sqlite"])
                if content(out) != whole:
                    unseen.append((name, position))
                    (out / name).write_bytes(data)
    assert unseen == []
    assert run(out, finished / "in", formats=["parquet", "sqlite"]).confirmed


@pytest.mark.parametrize(
    "how", [b"", b"{}", b"[]", b"null", b"\0" * 100, None], ids=["empty", "object", "list", "null", "zeros", "gone"]
)
def test_every_file_emptied_or_gone(finished: Path, how: bytes | None) -> None:
    out = finished / "out"
    whole = content(out)
    for name, data in _taken(whole).items():
        if name == ".parts/lock":
            continue
        (out / name).unlink()
        if how is not None:
            (out / name).write_bytes(how)
        run(out, finished / "in", formats=["parquet", "sqlite"])
        assert content(out) == whole, name
        assert (out / name).read_bytes() == data


def test_the_command_line_mends(cli: Cli, tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt", "b.txt")
    command = ("run", tmp_path / "in", "--out", tmp_path / "out", "--jobs", 1)
    assert cli(*command).returncode == 0
    whole = content(tmp_path / "out")
    text = tmp_path / "out" / "text" / "a.txt"
    text.write_bytes(text.read_bytes().replace("米国".encode(), "英国".encode()))
    assert cli(*command).returncode == 0
    assert content(tmp_path / "out") == whole
    assert "nothing to do" in cli(*command).stdout
