"""A run that was stopped goes on to the same bytes; one document never stops a batch."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from tests.batch.runs import ids
from tests.conftest import ROOT, Cli

TEXTS = [
    "総務省は、平成{n}年度に米国と協議した。\n\n同年7月、第{n}回の会合が開かれた。\n",
    "外務省（以下「同省」という。）は昨年、英国と。\n",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for n in range(1, 25):
        text = TEXTS[n % 2].format(n=n) * (20 + 7 * n % 50)
        (tmp_path / "in" / f"doc{n:02d}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def _bytes(run: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(run)): path.read_bytes()
        for path in sorted(run.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(run).parts)
    }


# Thirty moments in `make fuzz`.
KILLS = 30 if os.environ.get("HAKUSHO_FUZZ") else 10


def test_killed_at_many_moments_and_resumed(cli: Cli, folder: Path) -> None:
    """Kills come at random moments of a run's life, from its start to its end; each time the same command goes on."""
    whole = folder / "whole"
    began = time.monotonic()
    assert cli("run", folder / "in", "--out", whole, "--jobs", 2, "--quiet").returncode == 0
    length = time.monotonic() - began
    moments = random.Random(7)
    out, scratch = folder / "out", folder / "scratch"
    scratch.mkdir()
    env = {**os.environ, "TMPDIR": str(scratch)}
    for _ in range(KILLS):
        command = [
            sys.executable,
            "-m",
            "hakusho",
            "run",
            str(folder / "in"),
            "--out",
            str(out),
            "--jobs",
            "2",
            "--quiet",
        ]
        process = subprocess.Popen(
            command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env
        )
        time.sleep(moments.uniform(0.05, length))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if (out / "manifest.json").exists():
            # What is called finished is whole.
            assert _bytes(out) == _bytes(whole)
            (out / "manifest.json").unlink()
            for path in out.rglob("*"):
                if path.is_file() and path.name != "run.json" and moments.random() < 0.3:
                    path.unlink()
    assert cli("run", folder / "in", "--out", out, "--jobs", 2, "--quiet", env=env).returncode == 0
    # What the killed ones left there went with the run that ended.
    assert list(scratch.iterdir()) == []
    assert _bytes(out) == _bytes(whole)
    assert len(ids(out)[0]) == 24
    assert not list(out.rglob("*.tmp*"))
    assert not list(out.glob(".tmp-*"))


def test_workers_leave_when_their_run_is_killed(cli: Cli, folder: Path) -> None:
    """Only the parent is killed, as by the kernel for want of memory; no process of the run is left behind."""
    big = folder / "in" / "big.txt"
    big.write_text(TEXTS[0].format(n=1) * 3_000, encoding="utf-8")
    command = [sys.executable, "-m", "hakusho", "run", str(folder / "in"), "--out", str(folder / "out"), "--quiet"]
    process = subprocess.Popen([*command, "--jobs", "2"], stderr=subprocess.DEVNULL)
    family: list[psutil.Process] = []
    # The server, its tracker and two workers.
    while len(family) < 4:
        assert process.poll() is None
        family = psutil.Process(process.pid).children(recursive=True)
        time.sleep(0.05)
    process.kill()
    process.wait()
    _, left = psutil.wait_procs(family, timeout=60)
    assert not left
    assert cli(*command[3:], "--jobs", 2).returncode == 0


def test_a_temporary_folder_too_deep_for_a_socket(cli: Cli, folder: Path) -> None:
    deep = folder / ("t" * 100)
    deep.mkdir()
    done = cli("run", folder / "in", "--out", folder / "out", "--quiet", env={"TMPDIR": str(deep)})
    assert (done.returncode, done.stderr) == (0, "")


def _site(folder: Path, code: str) -> dict[str, str]:
    """Return an environment in which `code` runs in each process before hakusho does."""
    site = folder / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(code, encoding="utf-8")
    return {"PYTHONPATH": f"{site}{os.pathsep}{ROOT / 'pipeline'}"}


KILLER = """
import hakusho.batch.work as work
whole = work.process
def process(data, source, settings):
    if source.doc_id == "doc07":
        import os, signal
        os.kill(os.getpid(), signal.SIGKILL)
    return whole(data, source, settings)
work.process = process
"""


def test_a_worker_that_dies_costs_one_document(cli: Cli, folder: Path) -> None:
    done = cli("run", folder / "in", "--out", folder / "out", "--jobs", 2, "--quiet", env=_site(folder, KILLER))
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    failures = (folder / "out" / "tables" / "failures.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [line.split(",")[0] for line in failures] == ["doc07"]
    assert len((folder / "out" / "tables" / "documents.csv").read_text(encoding="utf-8").splitlines()) == 24
    # The cause mended, the same command does what is left.
    done = cli("run", folder / "in", "--out", folder / "out", "--jobs", 2, "--quiet")
    assert done.returncode == 0
    assert len((folder / "out" / "tables" / "documents.csv").read_text(encoding="utf-8").splitlines()) == 25


RANDOM = """
import hakusho.batch.work as work, os, random, signal
def dies(whole, odds):
    def do(*arguments, **named):
        if random.random() < odds:
            os.kill(os.getpid(), signal.SIGKILL)
        made = whole(*arguments, **named)
        if random.random() < odds:
            os.kill(os.getpid(), signal.SIGKILL)
        return made
    return do
work.process = dies(work.process, 0.04)
work.write_part = dies(work.write_part, 0.04)
work.work = dies(work.work, 0.04)
"""


@pytest.mark.parametrize("jobs", [1, 2, 4] if os.environ.get("HAKUSHO_FUZZ") else [2])
def test_workers_killed_at_random(cli: Cli, folder: Path, jobs: int) -> None:
    """Before, after and between the files that they write; no document is lost, and the same command mends."""
    command = ("run", folder / "in", "--out", folder / "out", "--quiet", "--jobs", jobs)
    done = cli(*command, env=_site(folder, RANDOM))
    assert done.returncode in (0, 3)
    assert "Traceback" not in done.stderr
    documents, failures = ids(folder / "out")
    assert len(documents) + len(failures) == 24
    assert cli(*command).returncode == 0
    assert len(ids(folder / "out")[0]) == 24
    assert cli("run", folder / "in", "--out", folder / "whole", "--jobs", 2, "--quiet").returncode == 0
    assert _bytes(folder / "out") == _bytes(folder / "whole")


SLOW = KILLER.replace("import os, signal\n        os.kill(os.getpid(), signal.SIGKILL)", "while True: pass")
GREEDY = KILLER.replace(
    "import os, signal\n        os.kill(os.getpid(), signal.SIGKILL)", "hog = [bytes(1 << 28) for _ in range(64)]"
)


@pytest.mark.parametrize(("code", "said"), [(SLOW, "6 seconds"), (GREEDY, "memory")], ids=["time", "memory"])
def test_limits_of_a_document(cli: Cli, folder: Path, code: str, said: str) -> None:
    (folder / "mine.toml").write_text("[limits]\nseconds = 6\nmemory = 3000\n", encoding="utf-8")
    done = cli(
        "run", folder / "in", "--out", folder / "out", "--jobs", 2, "--quiet", "--settings", folder / "mine.toml",
        env=_site(folder, code),
    )  # fmt: skip
    assert done.returncode == 3, done.stderr
    (line,) = done.stderr.strip().splitlines()
    assert "doc07" in line
    assert said in line


FULL = """
import errno
from pathlib import Path
replace = Path.replace
def full(self, target):
    if Path(target).name.startswith("doc1"):
        raise OSError(errno.ENOSPC, "No space left on device")
    return replace(self, target)
Path.replace = full
"""


def test_a_full_disk_is_one_line(cli: Cli, folder: Path) -> None:
    done = cli("run", folder / "in", "--out", folder / "out", "--jobs", 1, "--quiet", env=_site(folder, FULL))
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert "No space left" in line or "full" in line
    assert not (folder / "out" / "manifest.json").exists()
    assert cli("run", folder / "in", "--out", folder / "out", "--jobs", 1, "--quiet").returncode == 0


def test_a_folder_that_cannot_be_written_is_one_line(cli: Cli, folder: Path) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    done = cli("run", folder / "in", "--out", folder / "file" / "out", "--jobs", 1, "--quiet")
    assert done.returncode in (1, 2)
    (line,) = done.stderr.strip().splitlines()
    assert "file/out" in line
