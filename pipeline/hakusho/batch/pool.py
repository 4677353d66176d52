"""Hand documents to worker processes, and survive those that die."""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager, suppress
from dataclasses import replace
from multiprocessing import connection, forkserver, resource_tracker
from multiprocessing.context import BaseContext, ForkServerContext, ForkServerProcess, SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import Any

from hakusho.batch.plan import Task
from hakusho.batch.watching import overdue, seconds_of
from hakusho.errors import HakushoError, OutputError, fault_of_ours
from hakusho.files.marks import Watch
from hakusho.files.scratch import scratch_folder
from hakusho.records import Outcome, OwnKnowledge, Settings

# Tasks handed out ahead, for each worker: enough to keep it busy, few enough to know who was at work when one died.
_AHEAD = 2
_PRELOADED = "hakusho.batch.preload"
# Stands in a task's settings for what its worker was given when it began.
_HELD = OwnKnowledge(files=(("held", "", ""),))
MakeExecutor = Callable[[int], Executor]


class ExecutorLost(BrokenExecutor):
    """Tasks were cancelled, and not by us: the cluster that did them is gone."""


@contextmanager
def _without_script() -> Iterator[None]:
    """Hide the script that calls: a worker would run it again, to find names in it that no worker needs.

    A script without a main guard would start copies of itself.
    """
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


class _ForkedWorker(ForkServerProcess):
    @staticmethod
    def _Popen(worker: BaseProcess) -> Any:  # noqa: N802
        with _without_script():
            return ForkServerProcess._Popen(worker)


class _SpawnedWorker(SpawnProcess):
    @staticmethod
    def _Popen(worker: BaseProcess) -> Any:  # noqa: N802
        with _without_script():
            return SpawnProcess._Popen(worker)


class _ForkServer(ForkServerContext):
    Process = _ForkedWorker


class _Spawn(SpawnContext):
    Process = _SpawnedWorker


def process_pool(jobs: int, memory: int, own: OwnKnowledge | None = None) -> MakeExecutor:
    """Return a maker of pools of `jobs` processes (or fewer, when asked), forked from one that holds the lexicons.

    `own` are the user's names and corrections, which each worker is given once and not with every task.
    """
    context: BaseContext = _ForkServer()
    context.set_forkserver_preload([_PRELOADED])
    try:
        # It loads while this process looks for the documents.
        # Its tracker of resources is started first, since that lets signals through again.
        resource_tracker.ensure_running()
        with _ctrl_c_kept(), _sockets_in(scratch_folder()):
            forkserver.ensure_running()
    except OSError:
        # Its socket lies in TMPDIR, whose path may be too long for one.
        context = _Spawn()

    def make(most: int) -> Executor:
        pool = _Pool(min(jobs, most), mp_context=context, initializer=_start, initargs=(memory, own))
        pool.own = own
        return pool

    return make


@contextmanager
def _sockets_in(folder: Path) -> Iterator[None]:
    """Let multiprocessing make its sockets in a folder: its own one would stay where this process is killed."""
    config: dict[str, Any] = getattr(multiprocessing.current_process(), "_config", {})
    old = config.get("tempdir")
    config["tempdir"] = str(folder)
    try:
        yield
    finally:
        config["tempdir"] = old


class _Pool(ProcessPoolExecutor):
    """A pool whose workers never see Ctrl-C, and can be ended; `own` is what they were given when they began."""

    own: OwnKnowledge | None = None

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **named: Any) -> "Future[Any]":
        with _ctrl_c_later(), _ctrl_c_kept():
            return super().submit(work, *arguments, **named)

    def kill(self) -> None:
        """End the workers, whatever they are doing."""
        workers = list((getattr(self, "_processes", None) or {}).values())
        for worker in workers:
            worker.kill()
        for worker in workers:
            # One that was just begun would miss what this process takes along when it ends.
            worker.join(1)


@contextmanager
def _ctrl_c_later() -> Iterator[None]:
    """Hear Ctrl-C when a worker that is being begun is known, so that it can be ended too."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    old = signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, old)
        if heard:
            signal.raise_signal(signal.SIGINT)


@contextmanager
def _ctrl_c_kept() -> Iterator[None]:
    """Let processes that are started here never see Ctrl-C, not even before their first line: it is ours to handle."""
    old = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, old)


@contextmanager
def workers_told(out: object) -> Iterator[None]:
    """Turn the death of workers, or of the cluster they are of, into a line for the user."""
    try:
        yield
    except BrokenExecutor as error:
        raise OutputError(
            f"{out}: the worker processes ended ({error}). Run the same command again; what is done is kept."
        ) from None


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(memory: int, own: OwnKnowledge | None) -> None:
    """Prepare a worker process: `memory` is its limit in MiB, 0 for none. Ctrl-C is the parent's to handle."""
    _Pool.own = own
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    if memory:
        import resource

        # macOS does not know this limit.
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))


def _leave_with_parent() -> None:
    """End this process when the run is killed: a worker that waits for its next task would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _without_held(executor: Executor, common: "_Common") -> "_Common":
    """Leave out of the settings what the workers hold already: ten thousand names are slow to send with each task."""
    place, settings, watch = common
    holds = isinstance(executor, _Pool) and executor.own is settings.own
    return (place, replace(settings, own=_HELD), watch) if holds else common


def _work(task: Task, place: str, settings: Settings, watch: Watch) -> Outcome:
    """Do a task in a worker; the stages are loaded there and nowhere else."""
    from hakusho.batch.work import work

    if settings.own == _HELD and _Pool.own is not None:
        settings = replace(settings, own=_Pool.own)
    with watch.at_work(task.item.doc_id):
        return work(task, place, settings)


def run_tasks(
    tasks: Iterable[Task], place: str, settings: Settings, make: MakeExecutor, jobs: int
) -> Iterator[Outcome]:
    """Return the outcome of each task as it comes, the largest documents first.

    A worker that dies (out of memory, a fault in a library) takes its pool along: the documents that were being
    done are then done one by one, and the one that kills a worker again is a failure. One whose worker was ended for
    its time is a failure at once. Those not yet handed out wait for the next pool. Raises OutputError where a result
    cannot be written, HakushoError where the cluster is lost.
    """
    waiting = deque(sorted(tasks, key=lambda task: (-task.size, task.item.doc_id)))
    with Watch.here() as watch:
        while waiting:
            suspects: list[Task] = []
            before = len(waiting)
            yield from _drain(waiting, suspects, (place, settings, watch), make(jobs), jobs)
            if waiting and not suspects and len(waiting) == before:
                # No pool takes a task: without one that is done alone this would go on for ever.
                suspects.append(waiting.popleft())
            late = {task.item.doc_id for task in suspects if watch.is_late(task.item.doc_id, seconds_of(settings))}
            for suspect in suspects:
                if suspect.item.doc_id in late:
                    yield overdue(suspect, settings)
                else:
                    yield _alone(suspect, (place, settings, watch), make(1))


_Common = tuple[str, Settings, Watch]


def _drain(
    waiting: "deque[Task]", suspects: list[Task], common: _Common, executor: Executor, jobs: int
) -> Iterator[Outcome]:
    """Do what waits; a task leaves `waiting` once it is handed out, `running` once its outcome is known."""
    running: dict[Future[Outcome], Task] = {}
    sent = _without_held(executor, common)
    try:
        while waiting or running:
            while waiting and len(running) < jobs * _AHEAD:
                # A pool that broke a moment ago refuses the task, which must then still be among those that wait.
                running[executor.submit(_work, waiting[0], *sent)] = waiting[0]
                waiting.popleft()
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                outcome = _outcome(running[future], future)
                del running[future]
                yield outcome
    except BrokenExecutor:
        # Those that finished before the death keep their results; the others are suspects.
        for future, task in running.items():
            if future.done() and not future.cancelled() and future.exception() is None:
                yield future.result()
            else:
                suspects.append(task)
    except BaseException:
        _end(executor)
        raise
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _end(executor: Executor) -> None:
    """Wait for no document of a command that is stopped."""
    if isinstance(executor, _Pool):
        executor.kill()


def _outcome(task: Task, future: "Future[Outcome]") -> Outcome:
    """Return what became of a task. Raises what stops more than this one document."""
    try:
        return future.result()
    except (HakushoError, BrokenExecutor):
        raise
    except CancelledError:
        raise ExecutorLost(f"{task.item.path}: cancelled") from None
    except Exception as error:  # Whatever it is, it is the fault of one document, which must not stop the others.
        return task.failed("worker", type(error).__name__, fault_of_ours(task.item.path, error))


def _alone(task: Task, common: _Common, executor: Executor) -> Outcome:
    _, settings, watch = common
    try:
        return _outcome(task, executor.submit(_work, task, *_without_held(executor, common)))
    except ExecutorLost as error:
        raise HakushoError(
            f"the cluster is lost ({error}). Start it again; the same command goes on where it stopped."
        ) from None
    except BrokenExecutor:
        if watch.is_late(task.item.doc_id, seconds_of(settings)):
            return overdue(task, settings)
        message = (
            f"{task.item.path}: its worker died twice (out of memory, or a fault in a library). "
            "Split it, or raise limits.memory in the settings."
        )
        return task.failed("worker", "WorkerDied", message)
    except BaseException:
        _end(executor)
        raise
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
