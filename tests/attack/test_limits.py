"""What a worker may take is kept where it is deaf, and told once; a script without a main guard runs once."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.runs import TEXT, ids, table
from tests.conftest import ROOT, Cli

# A stage at work in a pattern: no signal is heard, and no thread of Python gets a turn.
DEAF = """
import hakusho.batch.work as work
import re
whole = work.process
WAYS = %r
def process(data, source, settings):
    exec(WAYS.get(source.doc_id, ""))
    return whole(data, source, settings)
work.process = process
"""
WAYS = {
    "pattern": "re.match('(?:a|a)*b', 'a' * 60)",
    "loop": "[None for _ in iter(int, 1)]",
    "catch": "while True:\n try:\n  while True: pass\n except Exception: pass",
    "sleep": "import time; time.sleep(1000)",
    "memory": "bytearray(9_000_000_000)",
    "death": "import os; os._exit(9)",
}


def test_a_document_costs_its_own_time_and_no_other(tmp_path: Path, cli: Cli) -> None:
    folder, site = tmp_path / "in", tmp_path / "site"
    folder.mkdir()
    site.mkdir()
    (site / "sitecustomize.py").write_text(DEAF % WAYS, encoding="utf-8")
    for name in ("a", "z", *WAYS):
        (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "mine.toml").write_text("[limits]\nseconds = 2\n", encoding="utf-8")
    begun = time.monotonic()
    done = cli(
        "run", folder, "--out", tmp_path / "out", "--jobs", 2, "--quiet", "--settings", tmp_path / "mine.toml",
        env={"PYTHONPATH": f"{site}{os.pathsep}{ROOT / 'pipeline'}"},
    )  # fmt: skip
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert ids(tmp_path / "out") == (["a", "z"], sorted(WAYS))
    errors = {row["doc_id"]: row["error"] for row in table(tmp_path / "out", "failures")}
    assert errors == dict.fromkeys(WAYS, "TimeLimit") | {"memory": "MemoryError", "death": "WorkerDied"}
    # No bar on a shared machine: only that nobody waited for what has no end.
    assert time.monotonic() - begun < 150


def test_the_time_that_is_given_is_kept() -> None:
    """Measured inside one process, where only the alarm counts: at most a fifth over."""
    code = (
        "import time\nfrom hakusho.batch.watching import TimeLimit, time_limit\nbegun = time.monotonic()\n"
        "try:\n    with time_limit(2):\n        while True:\n            try:\n                time.sleep(0.01)\n"
        "            except Exception:\n                pass\nexcept TimeLimit:\n    print(time.monotonic() - begun)\n"
    )
    times = []
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        times.append(float(done.stdout))
        if times[-1] < 2.4:
            break
    assert 2 <= min(times) < 2.4


def test_a_script_without_a_main_guard_runs_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(TEXT, encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(
        "print('begun', flush=True)\nfrom hakusho.batch import make_plan, process_pool, run\n"
        "from hakusho.settings import default_settings\n"
        f"plan = make_plan([{str(tmp_path / 'in')!r}], None, default_settings(), [])\n"
        f"print(run(plan, {str(tmp_path / 'out')!r}, make=process_pool(2, 0), jobs=2).documents)\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=120)
    assert (done.stdout, done.stderr) == ("begun\n1\n", "")


@pytest.mark.parametrize("after", [0.3, 4.0])
def test_ctrl_c_is_one_sentence(tmp_path: Path, after: float) -> None:
    """It goes to the whole group of processes, as a terminal sends it, workers too."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(TEXT * 8_000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "hakusho", "run", str(folder), "--out", str(tmp_path / "out"), "--jobs", "2", "--quiet"],
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    if process.returncode == -signal.SIGINT or "site.py" in told:
        pytest.skip("the interpreter itself had not begun")
    assert told == "interrupted. The same command goes on where it stopped.\n"
    assert process.returncode == 130


def test_a_locale_without_utf_8(tmp_path: Path, cli: Cli) -> None:
    folder = tmp_path / "白書"
    folder.mkdir()
    (folder / "総務.txt").write_text(TEXT, encoding="utf-8")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = cli("run", folder, "--out", tmp_path / "出力", "--jobs", 1, env=plain)
    assert done.returncode == 0, done.stderr
    assert ids(tmp_path / "出力")[0] == ["総務"]
    done = cli("verify", tmp_path / "出力", env=plain)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "出力/manifest.json").read_bytes())["inputs"][0]["path"] == "総務.txt"


def test_names_of_files_are_printed_and_not_obeyed(tmp_path: Path, cli: Cli) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "\x1b[31mred\n\u202egpj.txt").write_bytes(b"")
    done = cli("run", folder, "--out", tmp_path / "out", "--jobs", 1)
    assert done.returncode == 3
    assert not any(mark in done.stdout + done.stderr for mark in ("\x1b", "\u202e"))
    assert "\\x1b[31mred\\n\\u202egpj.txt" in done.stderr
