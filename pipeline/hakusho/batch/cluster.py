"""The same work on a Dask cluster: its workers take the documents, over a folder or store that all of them reach."""

import asyncio
import logging
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from hakusho.batch.plan import Plan
from hakusho.batch.pool import ExecutorLost, MakeExecutor
from hakusho.errors import UsageError

# The setting of Dask that says how long a scheduler is waited for, when a run begins and when it is lost (30 s).
_PATIENCE = "distributed.comm.timeouts.connect"
_SECONDS_TO_KNOCK = 5
_SCHEMES = ("tcp", "tls")
# A task whose worker is lost is given to another one this often; then it is taken for the one that kills them.
_RETRIES = 2


@contextmanager
def dask_cluster(scheduler: str) -> Iterator[tuple[MakeExecutor, int]]:
    """Return a maker of executors on the cluster of `scheduler` (tcp://host:8786), and the tasks it does at a time.

    A scheduler that is lost is waited for as long as Dask's setting `distributed.comm.timeouts.connect` says. Raises
    UsageError where Dask is not installed or no scheduler answers.
    """
    try:
        from dask import config
        from dask.utils import parse_timedelta
        from distributed import Client, KilledWorker
    except ModuleNotFoundError:
        raise UsageError("--engine dask needs Dask: pip install 'hakusho[dask]'.") from None
    if not scheduler:
        raise UsageError("--engine dask needs --scheduler, the address that `dask scheduler` prints (tcp://…).")
    patience = parse_timedelta(config.get(_PATIENCE))
    _knock(scheduler, patience)
    # What they write there, with a traceback, is told by us in one line.
    for noisy in ("distributed.client", "tornado.application", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    try:
        client = Client(scheduler, timeout=patience, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(_unanswered(scheduler, error)) from None
    try:
        cores = sum(client.ncores().values())
        if not cores:
            raise UsageError(f"{scheduler}: the scheduler has no workers. Start some with `dask worker {scheduler}`.")
        yield lambda most: _Executor(client.get_executor(pure=False, retries=_RETRIES), KilledWorker), cores
    finally:
        client.close()


def _knock(scheduler: str, patience: float) -> None:
    """Raise UsageError where an address is none or nothing listens there, at once; where it is no scheduler, later.

    Dask would try for its whole patience where nothing listens, and for ever where what listens says nothing.
    """
    from distributed.comm.addressing import get_address_host_port, parse_address

    try:
        scheme = parse_address(scheduler)[0]
        if scheme not in _SCHEMES:
            raise UsageError(f"{scheduler}: not the address of a Dask scheduler. It begins with {_named(_SCHEMES)}.")
        with socket.create_connection(get_address_host_port(scheduler), timeout=_SECONDS_TO_KNOCK):
            pass
    except (OSError, ValueError, OverflowError) as error:
        if isinstance(error, UsageError):
            raise
        raise UsageError(_unanswered(scheduler, error)) from None
    with ThreadPoolExecutor(1) as thread:
        # In a thread of its own: who calls may have a loop that runs, as a notebook does.
        thread.submit(asyncio.run, _shake_hands(scheduler, scheme, patience)).result()


async def _shake_hands(scheduler: str, scheme: str, patience: float) -> None:
    """Raise UsageError where what listens at an address is no scheduler that talks to us."""
    from distributed.comm import connect
    from distributed.security import Security

    secured = Security().get_connection_args("client")
    if scheme == "tls" and not secured.get("ssl_context"):
        raise UsageError(f"{scheduler}: Dask has no certificate here. Set distributed.comm.tls in its configuration.")
    try:
        comm = await asyncio.wait_for(connect(scheduler, timeout=patience, **secured), patience)
    except Exception as error:  # Whatever listens there may answer anything.
        raise UsageError(_unanswered(scheduler, error)) from None
    comm.abort()


def _unanswered(scheduler: str, error: Exception) -> str:
    told = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return f"{scheduler}: no Dask scheduler answers ({told}). Check the address."


def _named(schemes: tuple[str, ...]) -> str:
    return " or ".join(f"{scheme}://" for scheme in schemes)


def reachable(plan: Plan) -> Plan:
    """Return a plan whose documents other processes find: with absolute paths."""
    tasks = tuple(replace(task, item=replace(task.item, location=absolute(task.item.location))) for task in plan.tasks)
    return replace(plan, tasks=tasks)


def absolute(place: str) -> str:
    """Return a folder's absolute path; URLs stay as they are."""
    return place if "://" in place else str(Path(place).absolute())


class _Executor(Executor):
    """Dask's executor, with the death of a worker told as `concurrent.futures` tells it."""

    def __init__(self, executor: Any, killed: type[Exception]) -> None:
        self._executor, self._killed = executor, killed

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        told: Future[Any] = Future()
        try:
            done = self._executor.submit(work, *arguments, **named)
        except Exception as error:  # Dask tells of a closed client by errors of many classes.
            raise ExecutorLost(str(error)) from error
        done.add_done_callback(lambda done: self._tell(done, told))
        return told

    def _tell(self, done: Future[Any], told: Future[Any]) -> None:
        """Hand a result on. Whatever it is, `told` ends: who waits for it would wait for ever."""
        if done.cancelled():
            told.set_exception(ExecutorLost("no connection to the scheduler"))
            return
        error = done.exception()
        if error is None:
            told.set_result(done.result())
        else:
            told.set_exception(BrokenExecutor(str(error)) if isinstance(error, self._killed) else error)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._executor.shutdown(wait=wait)
