"""What a process keeps in TMPDIR goes with it; what a killed one left goes with the next, and nothing else does."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import ROOT

from hakusho.files.scratch import _sweep

HOLD = """
from hakusho.files.scratch import scratch, scratch_folder
with scratch() as folder:
    (folder / "x").write_text("x")
    print(scratch_folder(), flush=True)
    input()
"""


def _process(place: Path) -> subprocess.Popen[str]:
    env = {**os.environ, "TMPDIR": str(place), "PYTHONPATH": str(ROOT / "pipeline")}
    return subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env
    )


def _folder(process: subprocess.Popen[str]) -> Path:
    assert process.stdout is not None
    return Path(process.stdout.readline().strip())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "tmp"
    place.mkdir()
    return place


def test_it_goes_with_the_process(place: Path) -> None:
    with _process(place) as process:
        folder = _folder(process)
        assert [*folder.glob("*/x")]
        process.communicate("\n")
    assert [*place.iterdir()] == []


def test_what_a_killed_process_left_is_swept_and_what_one_at_work_holds_is_not(place: Path) -> None:
    with _process(place) as killed, _process(place) as working:
        left, held = _folder(killed), _folder(working)
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        assert left.is_dir()
        _sweep(place)
        assert not left.exists()
        assert [*held.glob("*/x")]
        working.communicate("\n")


def test_a_sweep_takes_nothing_of_others(place: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "mine").write_text("x", encoding="utf-8")
    (place / "hakusho-run-link").symlink_to(kept)
    (place / "hakusho-run-file").write_text("x", encoding="utf-8")
    (place / "hakusho-notes").mkdir()
    _sweep(place)
    assert sorted(path.name for path in place.iterdir()) == ["hakusho-notes", "hakusho-run-file", "hakusho-run-link"]
    assert (kept / "mine").exists()


def test_a_forked_process_leaves_the_folder_to_its_parent(place: Path) -> None:
    code = "import os, sys\nfrom hakusho.files.scratch import scratch_folder\nf = scratch_folder()\n"
    code += "p = os.fork()\nif p == 0: sys.exit(0)\nos.waitpid(p, 0)\nprint(f.is_dir())"
    env = {**os.environ, "TMPDIR": str(place), "PYTHONPATH": str(ROOT / "pipeline")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    assert done.stdout == "True\n"
    assert [*place.iterdir()] == []
