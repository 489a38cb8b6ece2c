"""Killed at any moment, an audit goes on where it stopped, and ends as if nothing had happened."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, contextmanager

import pytest
from made import command, contents, environment, run, write_folder

REPORTS = 240
KILLS = 10
PATIENCE = 120

pytestmark = pytest.mark.skipif(os.name == "nt" or shutil.which("ps") is None, reason="needs SIGKILL and ps")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_folder(tmp_path_factory.mktemp("审查") / "报送", REPORTS)


@pytest.fixture(scope="module")
def whole(folder):
    """What an audit finds that nobody disturbs."""
    store = folder.parent / "一气.sqlite"
    assert run(folder, "--store", store, "--jobs", 2).returncode == 3
    return contents(store)


def kept(store) -> int:
    """Return how many inputs a store holds, while others write it."""
    if not store.exists():
        return -1
    with closing(sqlite3.connect(store)) as connection:
        try:
            return connection.execute("SELECT count(*) FROM input").fetchone()[0]
        except sqlite3.OperationalError:  # it has no tables yet, or is just being locked
            return -1


@contextmanager
def started(folder, store):
    """Start an audit; whatever the test comes to, it does not outlive it."""
    told = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    program = subprocess.Popen(command(folder, "--store", store, "--jobs", 2), env=environment(), **told)
    try:
        yield program
    finally:
        program.kill()
        program.communicate()


def wait_until(held) -> None:
    deadline = time.monotonic() + PATIENCE
    while not held():
        assert time.monotonic() < deadline
        time.sleep(0.002)


def children(pid: int) -> set[int]:
    done = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return {int(each) for each in done.stdout.split()}


def gone(pid: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return not state or state.startswith("Z")


def test_killed_ten_times(folder, whole):
    store = folder.parent / "杀.sqlite"
    chance = random.Random(6)  # noqa: S311 - moments, not secrets
    moments = [0, *sorted(chance.sample(range(1, REPORTS), KILLS - 1))]
    for moment in moments:
        with started(folder, store) as program:
            wait_until(lambda: kept(store) >= moment or program.poll() is not None)  # noqa: B023 - called at once
    assert moments[-1] <= kept(store)
    with closing(sqlite3.connect(store)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert run(folder, "--store", store, "--jobs", 2).returncode == 3
    assert contents(store) == whole
    with closing(sqlite3.connect(store)) as connection:
        ends = [finished is not None for (finished,) in connection.execute("SELECT finished FROM run ORDER BY id")]
    assert ends[-1]
    assert ends.count(False) >= KILLS // 2  # killed in the midst of it, not after the end


def test_workers_end_with_a_killed_parent(folder):
    store = folder.parent / "孤儿.sqlite"
    with started(folder, store) as program:
        wait_until(lambda: kept(store) >= 5)
        workers = children(program.pid)
    assert len(workers) >= 2
    wait_until(lambda: all(map(gone, workers)))


def test_interrupted_it_says_how_to_go_on(folder, whole):
    store = folder.parent / "中断.sqlite"
    with started(folder, store) as program:
        wait_until(lambda: kept(store) >= 5)
        program.send_signal(signal.SIGINT)
        _, told = program.communicate(timeout=PATIENCE)
    assert program.returncode == 130
    assert [line for line in told.decode().splitlines() if line] == ["reportcheck: 已经完成的都存好了，用同一条命令可以接着做", "reportcheck: 已中断。"]
    assert 5 <= kept(store) < REPORTS
    assert run(folder, "--store", store).returncode == 3
    assert contents(store) == whole


def test_a_killed_worker_loses_nothing(folder, whole):
    store = folder.parent / "少一个.sqlite"
    with started(folder, store) as program:
        for moment in (5, 60):
            wait_until(lambda: kept(store) >= moment)  # noqa: B023 - called at once
            # The first child keeps the list of semaphores.
            os.kill(max(children(program.pid)), signal.SIGKILL)
        program.communicate(timeout=PATIENCE)
    assert program.returncode == 3
    assert contents(store) == whole
