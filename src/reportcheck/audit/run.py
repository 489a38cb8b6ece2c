"""An audit: every input checked once and kept as soon as it is done; what the store knows is not done again."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from reportcheck.audit.executors import Executor
from reportcheck.audit.store import Store, forget
from reportcheck.audit.work import Judge, Stamp, Task, stamp_of
from reportcheck.inputs import Input


class Progress(Protocol):
    """Is told how far the work has come."""

    def start(self, total: int, known: int) -> None:
        """``total`` inputs, ``known`` of which need no work."""

    def step(self) -> None:
        """One more input is done and kept."""


class Tally(NamedTuple):
    """What a run did: inputs found, those that needed work, those that the store knew, those that have gone."""

    found: int
    checked: int
    known: int
    gone: int


def audit(inputs: Sequence[Input], roots: Sequence[str], store: Store, judge: Judge, executor: Executor, progress: Progress) -> Tally:
    """Check what the store does not know yet; ``roots`` are the folders and archives that were walked in full."""
    store.put_rules(judge.editions.rulesets)
    gone = _drop_gone(store, roots, {posix(each.path) for each in inputs})
    tasks = list(_tasks(inputs, store, judge.digest))
    progress.start(len(inputs), len(inputs) - len(tasks))
    for done in executor.run(judge, iter(tasks)):
        path, stamp = posix(done.path), (*done.stamp, judge.digest)
        if done.record is None:
            store.touch(path, stamp)
        else:
            store.put(path, stamp, done.record)
        progress.step()
    return Tally(len(inputs), len(tasks), len(inputs) - len(tasks), gone)


def posix(path: str) -> str:
    """Return a path as the store keeps it."""
    return Path(path).as_posix()


def _tasks(inputs: Sequence[Input], store: Store, digest: str) -> Iterator[Task]:
    known = {path: (Stamp(size, mtime, sha256), judge) for path, size, mtime, sha256, judge in store.rows("SELECT * FROM input")}
    for each in inputs:
        stamp = stamp_of(each.path)
        before, judge = known.get(posix(each.path), (None, None))
        if before is not None and judge == digest:
            if not each.fault and before.sha256 and stamp == before._replace(sha256=None):
                continue
            yield Task(each.path, stamp, before.sha256, each.data, each.fault)
        else:
            yield Task(each.path, stamp, None, each.data, each.fault)


def _drop_gone(store: Store, roots: Sequence[str], found: set[str]) -> int:
    """Take out what once stood in a walked folder and no longer does; other folders (earlier years) stay."""
    folders = tuple(f"{posix(root)}/" for root in roots)
    kept = (path for (path,) in store.rows("SELECT path FROM input") if path.startswith(folders) and path not in found)
    gone = sorted(kept) if folders else []
    with store.transaction() as connection:
        for path in gone:
            forget(connection, path)
    return len(gone)
