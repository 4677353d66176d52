"""The same bytes from a Dask cluster, also when one of its workers is killed in the middle; inputs and outputs by URL."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from tests.batch.runs import ids
from tests.batch.test_resume import _bytes, folder  # noqa: F401
from tests.conftest import ROOT, Cli

SLOWER = """
import hakusho.batch.work as work
whole = work.process
def process(data, source, settings):
    import time
    time.sleep(0.2)
    return whole(data, source, settings)
work.process = process
"""


@pytest.fixture
def cluster(tmp_path: Path):
    from distributed import LocalCluster

    site = tmp_path / "slow"
    site.mkdir()
    (site / "sitecustomize.py").write_text(SLOWER, encoding="utf-8")
    old = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = f"{site}{os.pathsep}{ROOT / 'pipeline'}"
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as made:
        yield made
    if old is None:
        del os.environ["PYTHONPATH"]
    else:
        os.environ["PYTHONPATH"] = old


@pytest.mark.slow
def test_a_worker_killed_in_the_middle(cli: Cli, folder: Path, cluster) -> None:  # noqa: F811
    assert cli("run", folder / "in", "--out", folder / "whole", "--jobs", 2, "--quiet").returncode == 0
    killed = []

    def kill() -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and len(list((folder / "out").glob(".parts/*.zip"))) < 4:
            time.sleep(0.05)
        pid = next(iter(cluster.workers.values())).pid
        os.kill(pid, signal.SIGKILL)
        killed.append(pid)

    thread = threading.Thread(target=kill)
    thread.start()
    done = cli(
        "run", folder / "in", "--out", folder / "out", "--quiet", "--engine", "dask",
        "--scheduler", cluster.scheduler_address,
    )  # fmt: skip
    thread.join()
    assert killed
    assert done.returncode == 0, done.stderr[-2000:]
    assert _bytes(folder / "out") == _bytes(folder / "whole")


@pytest.mark.slow
def test_workers_killed_again_and_again(cli: Cli, folder: Path, cluster) -> None:  # noqa: F811
    """Whatever is lost with them: each input is a document or a failure, and the command mends what is left."""
    command = ("run", folder / "in", "--out", folder / "out", "--quiet")
    over = threading.Event()

    def kill() -> None:
        # The nanny starts a new one each time; on a busy machine that takes longer than a document.
        for _ in range(6):
            if over.wait(3):
                return
            for nanny in list(cluster.workers.values())[:1]:
                if nanny.pid:
                    with suppress(ProcessLookupError):
                        os.kill(nanny.pid, signal.SIGKILL)

    thread = threading.Thread(target=kill)
    thread.start()
    done = cli(*command, "--engine", "dask", "--scheduler", cluster.scheduler_address)
    over.set()
    thread.join()
    assert done.returncode in (0, 3), done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    documents, failures = ids(folder / "out")
    assert len(documents) + len(failures) == 24
    assert cli(*command, "--jobs", 2).returncode == 0
    assert cli("run", folder / "in", "--out", folder / "whole", "--jobs", 2, "--quiet").returncode == 0
    assert _bytes(folder / "out") == _bytes(folder / "whole")


@pytest.mark.slow
def test_a_lost_scheduler_is_one_line_and_the_run_goes_on(cli: Cli, folder: Path) -> None:  # noqa: F811
    from distributed import Client

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    site = folder / "slow"
    site.mkdir()
    (site / "sitecustomize.py").write_text(SLOWER.replace("0.2", "1"), encoding="utf-8")
    env = {
        **os.environ,
        "PYTHONPATH": f"{site}{os.pathsep}{ROOT / 'pipeline'}",
        "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "3s",
    }
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", address, "--no-dashboard"]
    worker = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        address,
        "--nthreads",
        "1",
        "--no-dashboard",
        "--death-timeout",
        "5",
    ]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": env}
    scheduler, working = subprocess.Popen(dask, **quiet), subprocess.Popen(worker, **quiet)
    try:
        with Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=60)
        threading.Thread(target=_kill_once_started, args=(folder / "out", scheduler)).start()
        done = cli(
            "run",
            folder / "in",
            "--out",
            folder / "out",
            "--quiet",
            "--engine",
            "dask",
            "--scheduler",
            address,
            env={"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "3s"},
        )
    finally:
        for process in (scheduler, working):
            process.kill()
            process.wait()
    assert done.returncode == 1, done.stderr[-2000:]
    assert [line for line in done.stderr.splitlines() if line.startswith("hakusho:")][-1].endswith("where it stopped.")
    assert not (folder / "out" / "manifest.json").exists()
    assert cli("run", folder / "in", "--out", folder / "out", "--quiet", "--jobs", 2).returncode == 0
    assert len(ids(folder / "out")[0]) == 24


def _kill_once_started(out: Path, scheduler: subprocess.Popen) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and len(list(out.glob(".parts/*.zip"))) < 3:
        time.sleep(0.05)
    scheduler.kill()


def test_urls(cli: Cli, folder: Path) -> None:  # noqa: F811
    assert cli("run", folder / "in", "--out", folder / "whole", "--jobs", 1, "--quiet").returncode == 0
    done = cli("run", f"file://{folder}/in", "--out", f"file://{folder}/out", "--jobs", 2, "--quiet")
    assert done.returncode == 0, done.stderr
    assert _bytes(folder / "out") == _bytes(folder / "whole")


def test_no_scheduler_is_one_line() -> None:
    for extra in (["--scheduler", "tcp://127.0.0.1:1"], []):
        done = subprocess.run(
            [sys.executable, "-c", "import hakusho.batch.cluster as c; c._SECONDS_TO_CONNECT = 1\nfrom hakusho.cli import main; main()",
             "run", str(ROOT / "corpus/raw"), "--out", "/tmp/never", "--engine", "dask", *extra],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert "scheduler" in done.stderr.strip().splitlines()[-1]


def test_the_web_is_refused(cli: Cli, tmp_path: Path) -> None:
    done = cli("run", "https://example.com/a.pdf", "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "https" in done.stderr
