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

from hakusho.batch.cluster import dask_cluster
from hakusho.errors import UsageError

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
    # Dask itself may say that it lost a connection, depending on what it was at.
    *_, line = done.stderr.splitlines()
    assert "Traceback" not in done.stderr
    assert line.startswith("hakusho: the cluster is lost")
    assert line.endswith("the same command goes on where it stopped.")
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


NO_SCHEDULERS = [
    "", "tcp://127.0.0.1:1", "127.0.0.1:1", "tcp://nosuchhost.invalid:8786", "tcp://", "foo", "http://127.0.0.1:8786", "tcp://127.0.0.1:99999",
    "tcp://127.0.0.1:abc", "tls://127.0.0.1:1", "tcp://[::1]:1", "inproc://x", "ucx://127.0.0.1:1", "tcp://127.0.0.1:1\nx", "tcp://127.0.0.1",
    "tcp://:1", "tcp://127.0.0.1:-1", "://", "tcp://a..b:1", f"tcp://{'x' * 300}:1",
]  # fmt: skip


@pytest.mark.parametrize("address", NO_SCHEDULERS)
def test_a_wrong_address_is_told_at_once(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line, before Dask begins to try for its whole patience, and again when its client is put away."""
    import distributed

    monkeypatch.setattr(distributed, "Client", lambda *arguments, **named: pytest.fail("Dask was asked"))
    with pytest.raises(UsageError) as told, dask_cluster(address):
        pass
    assert "\n" not in str(told.value)
    assert "scheduler" in str(told.value)


@pytest.mark.parametrize(
    "says", [b"", b"SSH-2.0-OpenSSH_9.6\r\n", b"\x01" + bytes(7) + b"\x04" + bytes(7) + b"\x01\x02\x03\x04"]
)
def test_an_address_where_something_else_listens(cli: Cli, tmp_path: Path, says: bytes) -> None:
    """The whole command: exit status 2, one line, nothing written; also where what listens never says a word."""

    def answer() -> None:
        with suppress(OSError):
            while True:
                held.append(mute.accept()[0])
                held[-1].sendall(says)

    held: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as mute:
        threading.Thread(target=answer, daemon=True).start()
        address = f"tcp://127.0.0.1:{mute.getsockname()[1]}"
        done = cli(
            "run", ROOT / "corpus/raw", "--out", tmp_path / "out", "--engine", "dask", "--scheduler", address,
            env={"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"},
        )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"hakusho: {address}: no Dask scheduler answers")
    assert not (tmp_path / "out").exists()


def test_a_scheme_that_needs_certificates() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as mute,
        pytest.raises(UsageError, match="certificate"),
        dask_cluster(f"tls://127.0.0.1:{mute.getsockname()[1]}"),
    ):
        pass


def test_the_web_is_refused(cli: Cli, tmp_path: Path) -> None:
    done = cli("run", "https://example.com/a.pdf", "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "https" in done.stderr
