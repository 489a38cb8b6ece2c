"""Who does the work of an audit: this process, or several on this machine. Results come as they are done."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait as wait_for
from typing import Protocol

from reportcheck.audit.work import Done, Judge, Task, Worker, died

_AHEAD = 4
"""Tasks handed out for each worker: enough that none waits, few enough that nothing piles up."""


class Executor(Protocol):
    """Does tasks; the order in which they come back is not fixed."""

    def run(self, judge: Judge, tasks: Iterable[Task]) -> Iterator[Done]:
        """Yield what came of each task, each once."""


class Serial:
    """This process alone."""

    def run(self, judge: Judge, tasks: Iterable[Task]) -> Iterator[Done]:
        """Do one task after another."""
        worker = Worker(judge)
        yield from map(worker.work, tasks)


class Pool:
    """Several processes of this machine; one that dies takes down no other task than its own."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def run(self, judge: Judge, tasks: Iterable[Task]) -> Iterator[Done]:
        """Do tasks side by side; what was under way when a worker died is tried once more, alone."""
        waiting = iter(tasks)
        while True:
            lost: list[Task] = []
            yield from self._until_broken(judge, waiting, lost)
            if not lost:
                return
            for task in lost:
                yield _alone(judge, task)

    def _until_broken(self, judge: Judge, waiting: Iterator[Task], lost: list[Task]) -> Iterator[Done]:
        pool = _pool(judge, self._jobs)
        pending: dict[Future[Done], Task] = {}
        try:
            while True:
                for task in islice(waiting, self._jobs * _AHEAD - len(pending)):
                    pending[pool.submit(_work, task)] = task
                if not pending:
                    return
                for future in wait(pending, return_when=FIRST_COMPLETED).done:
                    task = pending[future]
                    done = future.result()
                    del pending[future]
                    yield done
        except BrokenProcessPool:
            lost += pending.values()
        finally:
            # What is under way ends with its process; what waits is not begun.
            pool.shutdown(wait=True, cancel_futures=True)


def _alone(judge: Judge, task: Task) -> Done:
    with _pool(judge, 1) as pool:
        try:
            return pool.submit(_work, task).result()
        except BrokenProcessPool:
            return died(task)


def _pool(judge: Judge, jobs: int) -> ProcessPoolExecutor:
    # A spawned worker has nothing of ours but what it is sent, on every platform alike.
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _start, (judge,))


_worker: Callable[[Task], Done] | None = None


def _start(judge: Judge) -> None:
    global _worker  # noqa: PLW0603 - a worker process makes its checker once
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = Worker(judge).work


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)  # the parent was killed: nobody will take what we find


def _work(task: Task) -> Done:
    assert _worker is not None  # noqa: S101 - the pool's initializer ran
    return _worker(task)
