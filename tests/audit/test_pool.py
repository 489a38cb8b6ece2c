"""Workers that die."""

import os
import signal
import struct
from functools import partial
from pathlib import Path

import pytest
from made import report

from reportcheck.audit import executors
from reportcheck.audit.executors import Pool, Serial
from reportcheck.audit.work import Done, Judge, Stamp, Task, Worker
from reportcheck.engine import Options
from reportcheck.rulesets import AUTO, load_editions

JUDGE = Judge(load_editions(AUTO), Options())
POISON = "致命.txt"
ONCE = "一次.txt"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")


def tasks(*names):
    return iter([Task(name, name, Stamp(1, 1), data=report(number).encode()) for number, name in enumerate(names)])


class Fragile(Worker):
    """A worker that one input kills always, and another once."""

    mark = Path()
    pipe = -1

    def work(self, task):
        first = task.name == ONCE and not self.mark.exists()
        if first:
            self.mark.touch()
            os.write(self.pipe, struct.pack("!i", 1_000_000) + b"half a result")
        if first or task.name == POISON:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().work(task)


def serve(connection, judge, mark):
    """Be a fragile worker process."""
    executors.Worker = Fragile
    Fragile.mark, Fragile.pipe = mark, connection.fileno()
    executors._serve(connection, judge)


@pytest.fixture
def fragile(monkeypatch, tmp_path):
    """Make the workers of this test fragile; they are processes of their own, and import this module."""
    monkeypatch.setattr(executors, "_serve", partial(serve, mark=tmp_path / "一次"))


def names(number):
    return [f"{each}.txt" for each in range(number)]


def test_a_pool_gives_what_one_process_gives():
    alone = {done.name: done for done in Serial().run(JUDGE, tasks(*names(12)))}
    assert {done.name: done for done in Pool(2).run(JUDGE, tasks(*names(12)))} == alone


@pytest.mark.usefixtures("fragile")
def test_an_input_that_kills_is_named_and_the_others_are_done():
    done = {each.name: each for each in Pool(2).run(JUDGE, tasks(*names(9), POISON, *[f"后{name}" for name in names(15)]))}
    assert len(done) == 25
    ((message, bug),) = done.pop(POISON).record.tables["failure"]
    assert (message.partition("；")[0], bug) == ("检查它的进程一再意外退出", 1)
    assert all("report" in each.record.tables for each in done.values())


@pytest.mark.usefixtures("fragile")
def test_an_input_whose_worker_was_killed_in_the_midst_of_its_result_is_done():
    done = list(Pool(2).run(JUDGE, tasks(*names(5), ONCE, *[f"后{name}" for name in names(9)])))
    assert sorted(each.name for each in done) == sorted([*names(5), ONCE, *[f"后{name}" for name in names(9)]])
    assert all("report" in each.record.tables for each in done)


def test_nothing_is_begun_for_nothing(monkeypatch):
    monkeypatch.setattr(executors, "_serve", None)  # a worker could not start
    assert list(Pool(2).run(JUDGE, iter(()))) == []


def test_tasks_are_taken_as_they_can_be_done():
    taken = []

    def endless():
        for number in range(10_000):
            taken.append(number)
            yield from tasks(f"{number}.txt")

    results = Pool(2).run(JUDGE, endless())
    assert isinstance(next(results), Done)
    results.close()
    assert len(taken) <= 2 * executors._AHEAD + 2


def test_a_fault_of_ours_is_a_result():
    class Broken:
        def check(self, _):
            raise ZeroDivisionError

    worker = Worker(JUDGE)
    worker._checker = Broken()
    ((message, bug),) = worker.work(next(tasks("甲.txt"))).record.tables["failure"]
    assert (message[:23], bug) == ("程序出错（ZeroDivisionError，", 1)
