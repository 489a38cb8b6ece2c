"""What runs at the workers of a Dask cluster."""

import threading
from typing import NamedTuple

from distributed import WorkerPlugin

import reportcheck
from reportcheck.audit.work import Done, Judge, Task, Worker, stamp_of

_SAME_TIME_NS = 2_000_000_000
"""Shared folders round the times of files."""


class Unseen(NamedTuple):
    """The worker does not see the file, or sees another one under its path."""

    path: str


class Unlike(NamedTuple):
    """The worker would judge otherwise: it has another version of this program."""

    version: str


_workers: dict[str, Worker] = {}
_one = threading.Lock()
"""PDFium, for one, must not be used by two threads of a process."""


class JudgePlugin(WorkerPlugin):  # type: ignore[misc] # the library has no types
    """Brings the judge to every worker, once."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self.name = f"reportcheck-{judge.digest}"

    def setup(self, worker: object) -> None:  # noqa: ARG002 - the library's signature
        """Make a checker; it stands under the digest that this worker's own program gives the judge."""
        _workers[self._judge.digest] = Worker(self._judge)

    def teardown(self, worker: object) -> None:  # noqa: ARG002 - the library's signature
        """Let the checker go."""
        _workers.pop(self._judge.digest, None)


def work(digest: str, task: Task) -> Done | Unseen | Unlike:
    """Do one task, where this worker can."""
    worker = _workers.get(digest)
    if worker is None:
        return Unlike(reportcheck.__version__)
    if task.data is None and not task.fault and not _sees(task):
        return Unseen(task.path)
    with _one:
        return worker.work(task)


def _sees(task: Task) -> bool:
    here = stamp_of(task.path)
    return here.size == task.stamp.size > 0 and abs(here.mtime_ns - task.stamp.mtime_ns) < _SAME_TIME_NS
