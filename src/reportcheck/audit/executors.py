"""Who does the work of an audit: this process, or several on this machine. Results come as they are done."""

import multiprocessing
import signal
from collections import Counter, deque
from collections.abc import Generator, Iterator
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from reportcheck.audit.work import Done, Judge, Task, Worker, died

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_AHEAD = 2
"""Tasks handed out to each worker: one to do, one that lies ready."""
_TRIES = 2
"""A worker may be ended for something else than what it was doing."""
Results = Generator[Done, None, None]
"""Closing it ends the work."""


class Executor(Protocol):
    """Does tasks; the order in which they come back is not fixed."""

    def run(self, judge: Judge, tasks: Iterator[Task]) -> Results:
        """Yield what came of each task, each once."""


class Serial:
    """This process alone."""

    def run(self, judge: Judge, tasks: Iterator[Task]) -> Results:
        """Do one task after another."""
        worker = Worker(judge)
        yield from map(worker.work, tasks)


class Pool:
    """Several processes of this machine; one that dies takes down no other task than its own.

    Each has a pipe of its own. ``ProcessPoolExecutor`` has one for all: it waits for ever for the rest of a result
    whose sender was killed in the midst of it.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def run(self, judge: Judge, tasks: Iterator[Task]) -> Results:
        """Do tasks side by side; what a worker died of is tried once more."""
        crew = _Crew(judge, self._jobs, tasks)
        try:
            while crew.hand_out():
                yield from crew.results()
        finally:
            crew.dismiss()


class _Member(NamedTuple):
    process: SpawnProcess
    tasks: deque[Task]


class _Crew:
    """The workers, each known by our end of its pipe, with what it was given."""

    def __init__(self, judge: Judge, jobs: int, tasks: Iterator[Task]) -> None:
        self._judge, self._jobs, self._tasks = judge, jobs, tasks
        self._again: deque[Task] = deque()
        self._deaths: Counter[str] = Counter()
        self._members: dict[Connection, _Member] = {}

    def hand_out(self) -> bool:
        """Give work to all who can take it; return whether any is under way."""
        for ahead in range(_AHEAD):
            for connection in list(self._members):
                if len(self._members[connection].tasks) == ahead:
                    self._give(connection)
            while ahead == 0 and len(self._members) < self._jobs and (task := self._next()) is not None:
                self._send(self._join(), task)
        return any(member.tasks for member in self._members.values())

    def results(self) -> Iterator[Done]:
        """Wait for at least one worker, and yield what has come."""
        for ready in wait([connection for connection, member in self._members.items() if member.tasks]):
            connection = cast("Connection", ready)
            try:
                done: Done = connection.recv()
            except (EOFError, OSError):
                yield from self._lost(connection)
            else:
                self._members[connection].tasks.popleft()
                yield done

    def dismiss(self) -> None:
        """Let the workers go: each ends what it is doing, so that nothing of a draft is left lying about."""
        for connection in self._members:
            connection.close()
        for member in self._members.values():
            member.process.join()

    def _next(self) -> Task | None:
        return self._again.popleft() if self._again else next(self._tasks, None)

    def _give(self, connection: "Connection") -> None:
        task = self._next()
        if task is not None:
            self._send(connection, task)

    def _send(self, connection: "Connection", task: Task) -> None:
        self._members[connection].tasks.append(task)
        try:
            connection.send(task)
        except OSError:
            return  # it has died; the next look at its results finds that

    def _join(self) -> "Connection":
        """Start a worker; spawned, it has nothing of ours but what it is sent, on every platform alike."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._judge), daemon=True)
        process.start()
        theirs.close()  # else its end would not be seen
        self._members[ours] = _Member(process, deque())
        return ours

    def _lost(self, connection: "Connection") -> Iterator[Done]:
        """Take leave of a worker that has died: of what it did first, most likely; the rest it had not begun."""
        member = self._members.pop(connection)
        connection.close()
        member.process.join()
        first, *rest = member.tasks
        self._deaths[first.name] += 1
        self._again.extend(rest)
        if self._deaths[first.name] < _TRIES:
            self._again.append(first)
        else:
            yield died(first)


def _serve(connection: "Connection", judge: Judge) -> None:
    """Be a worker until nobody sends tasks any more: the work is done, or the parent has died."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    worker = Worker(judge)
    try:
        while True:
            connection.send(worker.work(connection.recv()))
    except (EOFError, OSError):
        return
