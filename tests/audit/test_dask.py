"""The same audit on a cluster of one scheduler and two workers, as an office would start them."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import Future
from contextlib import closing, contextmanager

import pytest
from made import command, contents, environment, report, run, write, write_folder

from reportcheck.audit.work import Stamp, Task
from reportcheck.cli import main
from reportcheck.errors import UsageError

pytest.importorskip("distributed", reason='没有安装 distributed：pip install "reportcheck[dask]"')
pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
REPORTS = 150
PATIENCE = 120


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_folder(tmp_path_factory.mktemp("集群") / "报送", REPORTS)


@pytest.fixture(scope="module")
def local(folder):
    store = folder.parent / "本机.sqlite"
    assert run(folder, "--store", store, "--jobs", 1).returncode == 3
    return contents(store)


@contextmanager
def cluster(place, workers):
    """Start a scheduler and workers; yield its address and the workers' processes."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address, dask = f"tcp://127.0.0.1:{port}", [sys.executable, "-m", "dask"]
    environ = {**environment(), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "3"}
    quiet = {"env": environ, "cwd": place, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = [subprocess.Popen([*dask, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"], **quiet)]
    for number in range(workers):
        lone = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(place / f"工作机{number}")]
        started.append(subprocess.Popen([*dask, "worker", address, *lone], **quiet))
    try:
        yield address, started[1:]
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def kept(store) -> int:
    if not store.exists():
        return -1
    with closing(sqlite3.connect(store)) as connection:
        try:
            return connection.execute("SELECT count(*) FROM input").fetchone()[0]
        except sqlite3.OperationalError:
            return -1


def test_a_cluster_finds_what_this_machine_finds_though_a_worker_is_killed(folder, local, tmp_path):
    store = folder.parent / "集群.sqlite"
    with cluster(tmp_path, 2) as (address, workers):
        program = subprocess.Popen(
            command(folder, "--store", store, "--dask", address), env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        deadline = time.monotonic() + PATIENCE
        while kept(store) < 20:
            assert time.monotonic() < deadline
            assert program.poll() is None, program.communicate()[1].decode()
            time.sleep(0.005)
        workers[0].send_signal(signal.SIGKILL)
        _, told = program.communicate(timeout=PATIENCE)
    assert (program.returncode, "Traceback" in told.decode()) == (3, False)
    assert contents(store) == local


def test_files_that_workers_do_not_see_are_sent(folder, tmp_path, monkeypatch, capsys):
    from distributed import LocalCluster  # noqa: PLC0415 - an extra

    from reportcheck.audit import dask_worker  # noqa: PLC0415 - likewise

    monkeypatch.setattr(dask_worker, "_sees", lambda _: False)
    monkeypatch.chdir(folder.parent)
    arguments = ["audit", "报送", "没有.txt", "--store"]
    assert main([*arguments, str(tmp_path / "本机.sqlite"), "--jobs", "1"]) == 3
    told = capsys.readouterr().err
    with LocalCluster(n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None) as here:
        assert main([*arguments, str(tmp_path / "送去.sqlite"), "--dask", here.scheduler_address]) == 3
    assert capsys.readouterr().err == told
    assert contents(tmp_path / "送去.sqlite") == contents(tmp_path / "本机.sqlite")


def test_a_cluster_that_does_not_answer_is_told(tmp_path, monkeypatch, capsys):
    from reportcheck.audit import dask_pool  # noqa: PLC0415 - an extra

    monkeypatch.setattr(dask_pool, "_PATIENCE", 1)
    write(tmp_path / "甲.txt", report(1).encode())
    assert main(["audit", str(tmp_path), "--store", str(tmp_path / "库.sqlite"), "--dask", "tcp://127.0.0.1:9"]) == 2
    assert "连不上 Dask 集群" in capsys.readouterr().err


def test_a_scheduler_that_is_stopped_is_told_and_the_rest_is_done_later(folder, local, tmp_path):
    store = folder.parent / "断线.sqlite"
    with cluster(tmp_path, 1) as (address, _):
        program = subprocess.Popen(
            command(folder, "--store", store, "--dask", address), env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        deadline = time.monotonic() + PATIENCE
        while kept(store) < 10:
            assert time.monotonic() < deadline
            time.sleep(0.005)
    _, told = program.communicate(timeout=PATIENCE)
    assert program.returncode == 2
    assert "与 Dask 调度器的连接断了" in told.decode()
    assert run(folder, "--store", store, "--jobs", 1).returncode == 3
    assert contents(store) == local


def test_a_worker_of_another_version_is_told():
    from reportcheck.audit import dask_pool, dask_worker  # noqa: PLC0415 - an extra

    task = Task("甲.txt", "甲.txt", Stamp(1, 1), data=b"")
    answer = Future()
    answer.set_result(dask_worker.work("another digest", task))
    with pytest.raises(UsageError, match="请在每台工作机上安装同一版本"):
        dask_pool._result(answer, task)


def test_an_input_that_ends_every_worker_is_a_failure():
    from distributed import KilledWorker  # noqa: PLC0415 - an extra

    from reportcheck.audit import dask_pool  # noqa: PLC0415 - likewise

    answer = Future()
    answer.set_exception(KilledWorker("甲", None, 3))
    ((message, bug),) = dask_pool._result(answer, Task("甲.txt", "甲.txt", Stamp(1, 1))).record.tables["failure"]
    assert ("意外退出" in message, bug) == (True, 1)
