"""Who does the work of an audit: a cluster of dask.distributed, on as many machines as there are.

The store stays with the one who asks; workers read, check and send rows back. A worker reads a file itself where it
sees the same one (a shared folder); else the bytes are sent to it.
"""

import os
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import Any

from distributed import Client, Future, KilledWorker, as_completed

import reportcheck
from reportcheck.audit.dask_worker import JudgePlugin, Unlike, Unseen, work
from reportcheck.audit.executors import Results
from reportcheck.audit.work import Done, Judge, Task, died
from reportcheck.errors import UnreadableDocument, UsageError
from reportcheck.readers import raw_bytes

_AHEAD = 4
"""Tasks under way for each thread of the cluster."""
_LEAST = 64
"""Tasks under way at least: a cluster may grow while it works."""
_PATIENCE = 30
"""Seconds that a scheduler may take to answer, and a cluster to get its first worker."""


class DaskPool:
    """The workers of a scheduler; one that dies has its tasks done by the others."""

    def __init__(self, scheduler: str) -> None:
        self._scheduler = scheduler

    def run(self, judge: Judge, tasks: Iterator[Task]) -> Results:
        """Do tasks on the cluster; few are under way at a time, however many wait."""
        first = list(islice(tasks, 1))
        if not first:
            return
        with closing(self._client()) as client:
            _refuse_others(client)
            plugin = JudgePlugin(judge)
            # Workers that join later get the judge as well.
            client.register_plugin(plugin, name=plugin.name)
            try:
                yield from _Crowd(client, judge.digest).run(chain(first, tasks))
            finally:
                if client.status == "running":
                    client.unregister_worker_plugin(plugin.name)

    def _client(self) -> Client:
        place = {"scheduler_file": self._scheduler} if Path(self._scheduler).is_file() else {"address": self._scheduler}
        client = None
        try:
            client = Client(**place, timeout=_PATIENCE, set_as_default=False)
            client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, ValueError, TimeoutError) as error:
            if client is not None:
                client.close()
            raise UsageError(f"连不上 Dask 集群（{error}）", where=self._scheduler, remedy="请核对地址，确认调度器和工作机都已启动") from None
        return client


class _Crowd:
    """Tasks under way on a cluster."""

    def __init__(self, client: Client, digest: str) -> None:
        self._client, self._digest = client, digest
        self._pending: dict[Future, Task] = {}

    def run(self, tasks: Iterator[Task]) -> Results:
        """Yield results as they come; each makes room for one more task."""
        done = as_completed(loop=self._client.loop)
        # Workers start in folders of their own.
        tasks = (task._replace(path=os.path.abspath(task.path)) for task in tasks)
        for task in islice(tasks, max(sum(self._client.nthreads().values()) * _AHEAD, _LEAST)):
            done.add(self._submit(task))
        while self._pending:
            future = next(done)
            task = self._pending.pop(future)
            result = _result(future, task)
            if isinstance(result, Done):
                following = next(tasks, None)
                if following is not None:
                    done.add(self._submit(following))
                yield result
            else:
                done.add(self._submit(_with_bytes(task)))

    def _submit(self, task: Task) -> Future:
        future = self._client.submit(work, self._digest, task, pure=False)
        self._pending[future] = task
        return future


def _refuse_others(client: Client) -> None:
    versions = client.get_versions(packages=[reportcheck.__name__])["workers"]
    for each in versions.values():
        version = each["packages"].get(reportcheck.__name__)
        if version != reportcheck.__version__:
            raise _unlike(version or "没有安装")


def _unlike(version: str) -> UsageError:
    told = f"工作机上的 reportcheck 与本机不同（本机是 {reportcheck.__version__}，工作机：{version}）"
    return UsageError(told, remedy="请在每台工作机上安装同一版本的 reportcheck")


def _result(future: Future, task: Task) -> Done | Unseen:
    try:
        result: Any = future.result()
    except KilledWorker:
        return died(task)
    except (CancelledError, OSError):
        raise UsageError("与 Dask 调度器的连接断了", remedy="已经完成的都存好了；请重新启动集群，用同一条命令接着做") from None
    if isinstance(result, Unlike):
        raise _unlike(result.version)
    return result  # type: ignore[no-any-return] # else it is one of the two


def _with_bytes(task: Task) -> Task:
    try:
        return task._replace(data=raw_bytes(task.path))
    except UnreadableDocument as error:
        return task._replace(fault=str(error))
