"""An audit: every input checked once and kept as soon as it is done; what the store knows is not done again."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, Protocol

from reportcheck.audit.executors import Executor
from reportcheck.audit.places import gone, named
from reportcheck.audit.store import Store, forget
from reportcheck.audit.work import Done, Judge, Stamp, Task, file_date, stamp_of
from reportcheck.inputs import Input


class Progress(Protocol):
    """Is told how far the work has come."""

    def start(self, total: int, known: int) -> None:
        """``total`` inputs, ``known`` of which need no work."""

    def step(self) -> None:
        """One more input is done and kept."""

    def stop(self) -> None:
        """No more is done, whether all is or not."""


class Tally(NamedTuple):
    """What a run did: inputs found, those that needed work, those that the store knew, those that have gone."""

    found: int
    checked: int
    known: int
    gone: int
    failures: tuple[tuple[str, str, bool], ...] = ()
    """Of the inputs found, those that could not be read: path, reason, whether that is our fault."""


def audit(
    inputs: Sequence[Input], roots: Sequence[str], store: Store, *, judge: Judge, executor: Executor, progress: Progress
) -> Tally:
    """Check what the store does not know yet; ``roots`` are the paths that were walked in full."""
    store.put_rules(judge.editions.rulesets)
    found = named(inputs, store.folder)
    dropped = _drop(store, roots, found)
    tasks = list(_tasks(found, store, judge.digest))
    progress.start(len(found), len(found) - len(tasks))
    try:
        with closing(executor.run(judge, iter(tasks))) as results:
            for done in results:
                _keep(store, done, judge.digest)
                progress.step()
    finally:
        progress.stop()
    return Tally(len(found), len(tasks), len(found) - len(tasks), dropped, tuple(_failures(store, found)))


def _tasks(found: Mapping[str, Input], store: Store, digest: str) -> Iterator[Task]:
    known = {path: (Stamp(size, mtime, sha256), judge) for path, size, mtime, sha256, judge in store.rows("SELECT * FROM input")}
    for name, each in found.items():
        stamp = stamp_of(each.path)
        before, judge = known.get(name, (None, None))
        content = before.sha256 if before is not None and judge == digest else None
        if content is None or each.fault or stamp._replace(sha256=content) != before:
            yield Task(each.path, name, stamp, content, each.data, each.fault.removeprefix(f"{each.path}："))


def _keep(store: Store, done: Done, digest: str) -> None:
    stamp = (*done.stamp, digest)
    if done.record is None:
        store.touch(done.name, stamp, file_date(done.stamp))
    else:
        store.put(done.name, stamp, done.record)


def _drop(store: Store, roots: Sequence[str], found: Mapping[str, Input]) -> int:
    """Take out what has gone from the walked places (other folders, earlier years, stay), and paths that never were a file."""
    known = [path for (path,) in store.rows("SELECT path FROM input ORDER BY path")]
    taken = set(gone(known, roots, found, store.folder))
    # Told in earlier runs: a folder without reports, a slip of the pen.
    void = {path for (path,) in store.rows("SELECT path FROM input JOIN failure USING (path) WHERE size = 0 AND mtime_ns = 0")}
    void = {path for path in void - taken if path not in found and not _is_closed(store.folder / path)}
    with store.transaction() as connection:
        for path in sorted(taken | void):
            forget(connection, path)
    return len(taken)


def _is_closed(place: Path) -> bool:
    try:
        return place.is_dir() and not any(place.iterdir())
    except OSError:
        return True


def _failures(store: Store, found: Mapping[str, Input]) -> Iterator[tuple[str, str, bool]]:
    for path, message, bug in store.rows("SELECT path, message, bug FROM failure ORDER BY path"):
        if path in found:
            yield found[path].path, message, bool(bug)
