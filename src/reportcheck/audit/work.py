"""One input of an audit: what is asked of a worker, and what comes back. Runs in any process, on any machine."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

import reportcheck
from reportcheck.audit.record import Record, record_of, record_of_failure
from reportcheck.batch import judged
from reportcheck.engine import EditionsChecker, Options
from reportcheck.errors import UnreadableDocument
from reportcheck.readers import raw_bytes
from reportcheck.rule import Editions
from reportcheck.verdict import Failure

_CHINA = timezone(timedelta(hours=8))
"""A file's date must not depend on where the audit runs."""


class Judge(NamedTuple):
    """By what the reports are judged."""

    editions: Editions
    options: Options

    @property
    def digest(self) -> str:
        """Return what changes whenever a verdict could."""
        told = [reportcheck.__version__, *(each.digest for each in self.editions.rulesets), *map(str, self.options)]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()


class Stamp(NamedTuple):
    """By what an input is known again: size in bytes and time of its file (of the archive, for a member), then content.

    What could not be read has no content: it is tried again by every run, for its remedy may lie outside the file.
    """

    size: int
    mtime_ns: int
    sha256: str | None = None


class Task(NamedTuple):
    """One input to check; ``known`` is the content that the store holds a verdict of, by the same judge.

    ``path`` is where it lies, ``name`` what the store calls it. ``data`` holds the bytes where the worker cannot
    read the file itself; ``fault`` why there are none.
    """

    path: str
    name: str
    stamp: Stamp
    known: str | None = None
    data: bytes | None = None
    fault: str = ""


class Done(NamedTuple):
    """What came of a task; no record where the content is the one that the store knows."""

    name: str
    stamp: Stamp
    record: Record | None


class Worker:
    """Checks inputs by one judge."""

    def __init__(self, judge: Judge) -> None:
        self._checker = EditionsChecker(judge.editions, judge.options)

    def work(self, task: Task) -> Done:
        """Read and check one input; raises nothing."""
        if task.fault:
            return failed(task, task.fault)
        try:
            data = raw_bytes(task.path) if task.data is None else task.data
        except UnreadableDocument as error:
            return failed(task, str(error))
        stamp = task.stamp._replace(sha256=hashlib.sha256(data).hexdigest())
        if stamp.sha256 == task.known:
            return Done(task.name, stamp, None)
        result = judged(self._checker, task.name, data)
        if isinstance(result, Failure):
            return failed(task, result.message, bug=result.bug)
        return Done(task.name, stamp, record_of(result, file_date(stamp)))


def failed(task: Task, message: str, *, bug: bool = False) -> Done:
    """Return what is kept of an input that could not be read: the reason, without the path that stands beside it."""
    for place in (task.path, task.name):
        message = message.removeprefix(f"{place}：")
    return Done(task.name, task.stamp._replace(sha256=None), record_of_failure(Failure(task.name, message, bug)))


def died(task: Task) -> Done:
    """Return what is kept of an input whose worker was ended from outside, again and again."""
    return failed(task, "检查它的进程一再意外退出；请单独检查这个文件（可能过大或损坏）", bug=True)


def stamp_of(path: str) -> Stamp:
    """Return the stamp of a file, or of the archive that a member stands in; (0, 0) where there is none."""
    place = Path(path)
    for each in (place, *place.parents):
        try:
            if each.is_file():
                told = each.stat()
                return Stamp(told.st_size, told.st_mtime_ns)
        except OSError:  # a closed folder, or a file that is just being taken away
            continue
    return Stamp(0, 0)


def file_date(stamp: Stamp) -> str | None:
    """Return the ISO date of a file, in China's time."""
    if not stamp.mtime_ns:
        return None
    return datetime.fromtimestamp(stamp.mtime_ns // 1_000_000_000, UTC).astimezone(_CHINA).date().isoformat()
