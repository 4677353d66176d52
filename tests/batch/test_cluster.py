"""The same bytes from a Dask cluster, also when one of its workers is killed in the middle; inputs and outputs by URL."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
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
        while time.monotonic() < deadline and len(list((folder / "out").glob(".parts/*.gz"))) < 4:
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
