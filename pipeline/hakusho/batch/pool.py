"""Hand documents to worker processes, and survive those that die."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from multiprocessing import connection, forkserver
from multiprocessing.context import BaseContext

from hakusho.batch.plan import Task
from hakusho.errors import OutputError
from hakusho.records import Outcome, Settings

# Tasks handed out ahead, for each worker: enough to keep it busy, few enough to know who was at work when one died.
_AHEAD = 2
_PRELOADED = "hakusho.batch.preload"
MakeExecutor = Callable[[int], Executor]


def process_pool(jobs: int, memory: int) -> MakeExecutor:
    """Return a maker of pools of `jobs` processes (or fewer, when asked), forked from one that holds the lexicons."""
    context: BaseContext = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_PRELOADED])
    try:
        # It loads while this process looks for the documents.
        forkserver.ensure_running()
    except OSError:
        # Its socket lies in TMPDIR, whose path may be too long for one.
        context = multiprocessing.get_context("spawn")

    def make(most: int) -> Executor:
        return ProcessPoolExecutor(min(jobs, most), mp_context=context, initializer=_start, initargs=(memory,))

    return make


def _start(memory: int) -> None:
    """Prepare a worker process: `memory` is its limit in MiB, 0 for none. Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    if memory:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))


def _leave_with_parent() -> None:
    """End this process when the run is killed: a worker that waits for its next task would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(task: Task, place: str, settings: Settings) -> Outcome:
    """Do a task in a worker; the stages are loaded there and nowhere else."""
    from hakusho.batch.work import work

    return work(task, place, settings)


def run_tasks(
    tasks: Iterable[Task], place: str, settings: Settings, make: MakeExecutor, jobs: int
) -> Iterator[Outcome]:
    """Return the outcome of each task as it comes, the largest documents first.

    A worker that dies (out of memory, a fault in a library) takes its pool along: the documents that were being
    done are then done one by one, and the one that kills a worker again is a failure.
    """
    waiting = deque(sorted(tasks, key=lambda task: (-task.size, task.item.doc_id)))
    while waiting:
        suspects: list[Task] = []
        yield from _drain(waiting, suspects, place, settings, make(jobs), jobs)
        for suspect in suspects:
            yield _alone(suspect, place, settings, make(1))


def _drain(
    waiting: "deque[Task]", suspects: list[Task], place: str, settings: Settings, executor: Executor, jobs: int
) -> Iterator[Outcome]:
    running: dict[Future[Outcome], Task] = {}
    try:
        while waiting or running:
            while waiting and len(running) < jobs * _AHEAD:
                task = waiting.popleft()
                running[executor.submit(_work, task, place, settings)] = task
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                yield future.result()
                del running[future]
    except BrokenExecutor:
        # Those that finished before the death keep their results; the others are suspects.
        for future, task in running.items():
            if future.done() and future.exception() is None:
                yield future.result()
            else:
                suspects.append(task)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _alone(task: Task, place: str, settings: Settings, executor: Executor) -> Outcome:
    try:
        return executor.submit(_work, task, place, settings).result()
    except OutputError:
        raise
    except BrokenExecutor:
        message = (
            f"{task.item.path}: its worker died twice (out of memory, over the time limit, or a fault in a library). "
            "Split it, or raise limits.memory and limits.seconds in the settings."
        )
        return task.failed("worker", "WorkerDied", message)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
