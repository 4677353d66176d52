"""Every task has one outcome, whenever workers die: at work, between two tasks, or while a result is handed on."""

import os
import pickle
from collections import Counter
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from dataclasses import replace
from threading import Lock

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hakusho.batch import pool
from hakusho.batch.plan import Task
from hakusho.batch.pool import process_pool, run_tasks
from hakusho.errors import HakushoError, OutputError
from hakusho.files.inputs import Input
from hakusho.records import Outcome, OwnKnowledge, OwnName, Source
from hakusho.settings import default_settings


def _tasks(count: int) -> list[Task]:
    names = [f"d{n:03d}" for n in range(count)]
    return [Task(Input(n, f"{n}.txt", f"/nowhere/{n}.txt"), Source(n, f"{n}.txt"), "", 1, "") for n in names]


class Pool(Executor):
    """A pool in this process: tasks are done as they come, or wait; when it breaks, those that wait break with it."""

    def __init__(self, does: Callable[[int], str]) -> None:
        self._does, self._waiting, self.broken, self._lock = does, [], False, Lock()
        self._count = 0

    def submit(self, work: object, task: Task, *arguments: object) -> Future:  # type: ignore[override]
        with self._lock:
            self._count += 1
            does = self._does(self._count)
            if does == "break":
                self.break_down()
            if self.broken:
                raise BrokenExecutor("broken")
            future: Future = Future()
            if does == "wait" and not self._waiting:
                self._waiting.append(future)
                return future
            if does == "die":
                future.set_exception(BrokenExecutor("died"))
                self.break_down()
            elif does == "error":
                future.set_exception(ZeroDivisionError("odd"))
            elif does == "cancel":
                future.cancel()
                future.set_running_or_notify_cancel()
            else:
                future.set_result(Outcome(task.item.doc_id))
            return future

    def break_down(self) -> None:
        self.broken = True
        for future in self._waiting:
            if not future.done():
                future.set_exception(BrokenExecutor("broken"))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.break_down()


def _run(tasks: list[Task], make: Callable[[int], Executor], jobs: int, seen: Callable = lambda: None) -> list[Outcome]:
    outcomes = []
    for outcome in run_tasks(tasks, "/nowhere", default_settings(), make, jobs):
        outcomes.append(outcome)
        seen()
    return outcomes


def test_a_pool_that_breaks_while_a_result_is_handed_on() -> None:
    """The neighbour's worker dies while the consumer has a result in hand: the next task is refused, and not lost."""
    made: list[Pool] = []

    def make(most: int) -> Executor:
        made.append(Pool(lambda count: "done"))
        return made[-1]

    outcomes = _run(_tasks(30), make, 2, lambda: made[-1].break_down() if len(made) < 9 else None)
    assert Counter(o.doc_id for o in outcomes) == Counter(t.item.doc_id for t in _tasks(30))
    assert not [o for o in outcomes if o.failure]


@given(
    st.integers(0, 40),
    st.integers(1, 4),
    st.lists(st.sampled_from(["done", "done", "done", "wait", "die", "break", "error"]), max_size=90),
    st.sets(st.integers(1, 40), max_size=6),
)
def test_every_task_has_one_outcome(count: int, jobs: int, plan: list[str], handed: set[int]) -> None:
    steps, made, seen = iter(plan), [], []

    def make(most: int) -> Executor:
        # Where only one is left to wait for, somebody must do it.
        made.append(Pool(lambda n: step if (step := next(steps, "done")) != "wait" or (most > 1 and n % 3) else "done"))
        return made[-1]

    def hand_over() -> None:
        seen.append(1)
        if len(seen) in handed or len(made[-1]._waiting):
            made[-1].break_down()

    def unblocked(futures: object, return_when: str) -> object:
        if not any(f.done() for f in futures):
            made[-1].break_down()
        return whole(futures, return_when=return_when)

    whole, pool.wait = pool.wait, unblocked
    try:
        outcomes = _run(_tasks(count), make, jobs, hand_over)
    finally:
        pool.wait = whole
    assert Counter(o.doc_id for o in outcomes) == Counter(t.item.doc_id for t in _tasks(count))


def test_a_pool_that_takes_no_task_ends() -> None:
    outcomes = _run(_tasks(5), lambda most: Pool(lambda count: "break"), 2)
    assert len(outcomes) == 5
    assert all(o.failure and o.failure.error == "WorkerDied" for o in outcomes)


def test_a_lost_cluster_stops_the_run() -> None:
    with pytest.raises(HakushoError, match="same command"):
        _run(_tasks(5), lambda most: Pool(lambda count: "cancel"), 2)


def test_an_output_error_stops_the_run_and_an_odd_one_costs_a_document() -> None:
    class Full(Pool):
        def submit(self, work: object, task: Task, *arguments: object) -> Future:  # type: ignore[override]
            future: Future = Future()
            future.set_exception(OutputError("full") if task.item.doc_id == "d003" else ZeroDivisionError("odd"))
            return future

    outcomes: list[Outcome] = []
    with pytest.raises(OutputError):
        outcomes.extend(run_tasks(_tasks(9), "/nowhere", default_settings(), lambda most: Full(str), 1))
    assert [o.failure.error for o in outcomes if o.failure] == ["ZeroDivisionError"] * len(outcomes)


def _kill_one() -> None:
    """Kill a worker of this process, not the server that they are forked from."""
    for worker in psutil.Process().children(recursive=True)[::-1]:
        with suppress(psutil.NoSuchProcess):
            if worker.ppid() != os.getpid():
                worker.kill()
                return


def test_workers_killed_while_results_are_handed_on() -> None:
    """Real processes: at each third result the consumer kills a worker before it takes the next one."""
    handed: list[str] = []
    make = process_pool(2, 0)
    for outcome in run_tasks(_tasks(40), "/nowhere", default_settings(), make, 2):
        handed.append(outcome.doc_id)
        if len(handed) % 6 == 3:
            _kill_one()
    # The files do not exist: each is a failure, none is missing, none comes twice.
    assert sorted(handed) == [t.item.doc_id for t in _tasks(40)]


def _own(path: str) -> OwnKnowledge:
    return OwnKnowledge(tuple(OwnName(f"みどり第{n}商事", "ORG", f"みどり{n}", path) for n in range(1000)))


def test_names_of_the_users_own_are_sent_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a task takes along does not grow with the names, and a worker does its tasks with them."""
    own, sent = _own("names.tsv"), []
    settings = replace(default_settings(), own=own)
    submit = pool._Pool.submit

    def watched(executor: pool._Pool, work: Callable, *arguments: object) -> Future:
        sent.append(len(pickle.dumps(arguments[2])))
        return submit(executor, work, *arguments)

    monkeypatch.setattr(pool._Pool, "submit", watched)
    outcomes = [*run_tasks(_tasks(3), "/nowhere", settings, process_pool(1, 0, own), 1)]
    assert len(outcomes) == 3
    assert max(sent) < 2000 < len(pickle.dumps(settings))


@pytest.mark.parametrize("given", [None, "equal"])
def test_names_that_the_workers_do_not_hold_go_with_the_task(given: str | None) -> None:
    own = _own("names.tsv")
    common = ("/nowhere", replace(default_settings(), own=own), None)
    with process_pool(1, 0, None if given is None else _own("others.tsv"))(1) as executor:
        assert pool._without_held(executor, common) is common
    assert pool._without_held(Pool(str), common) is common


@pytest.mark.parametrize("error", [None, ZeroDivisionError("odd"), "cancelled", "closed"])
def test_what_dask_tells_always_arrives(error: object) -> None:
    from hakusho.batch.cluster import _Executor

    class Theirs(Executor):
        def submit(self, *arguments: object) -> Future:  # type: ignore[override]
            if error == "closed":
                raise RuntimeError("cannot schedule new futures after shutdown")
            future: Future = Future()
            if error == "cancelled":
                future.cancel()
                future.set_running_or_notify_cancel()
            elif isinstance(error, Exception):
                future.set_exception(error)
            else:
                future.set_result(Outcome("d000"))
            return future

    class Killed(Exception):
        pass

    def make(most: int) -> Executor:
        return _Executor(Theirs(), Killed)

    if isinstance(error, str):
        with pytest.raises(HakushoError, match="lost"):
            _run(_tasks(1), make, 1)
    else:
        (outcome,) = _run(_tasks(1), make, 1)
        assert bool(outcome.failure) == (error is not None)
