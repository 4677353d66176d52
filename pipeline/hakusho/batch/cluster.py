"""The same work on a Dask cluster: its workers take the documents, over a folder or store that all of them reach."""

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from hakusho.batch.plan import Plan
from hakusho.batch.pool import ExecutorLost, MakeExecutor
from hakusho.errors import UsageError

_SECONDS_TO_CONNECT = 20
# A task whose worker is lost is given to another one this often; then it is taken for the one that kills them.
_RETRIES = 2


@contextmanager
def dask_cluster(scheduler: str) -> Iterator[tuple[MakeExecutor, int]]:
    """Return a maker of executors on the cluster of `scheduler` (tcp://host:8786), and the tasks it does at a time.

    Raises UsageError where Dask is not installed or no scheduler answers.
    """
    try:
        from distributed import Client, KilledWorker
    except ModuleNotFoundError:
        raise UsageError("--engine dask needs Dask: pip install 'hakusho[dask]'.") from None
    if not scheduler:
        raise UsageError("--engine dask needs --scheduler, the address that `dask scheduler` prints (tcp://…).")
    try:
        client = Client(scheduler, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"{scheduler}: no Dask scheduler answers ({error}). Check the address.") from None
    try:
        cores = sum(client.ncores().values())
        if not cores:
            raise UsageError(f"{scheduler}: the scheduler has no workers. Start some with `dask worker {scheduler}`.")
        yield lambda most: _Executor(client.get_executor(pure=False, retries=_RETRIES), KilledWorker), cores
    finally:
        client.close()


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
