"""Paths to reports, in input order; one bad input never ends the batch."""

import os
from collections.abc import Callable, Sequence

from reportcheck.engine import EditionsChecker, Options
from reportcheck.errors import TooLittleText, UnreadableDocument
from reportcheck.inputs import Input
from reportcheck.readers import raw_bytes, read_bytes
from reportcheck.rule import Editions, RuleSet
from reportcheck.verdict import BatchResult, Failure, Report

_WORTH_A_POOL = 64
"""Fewer files are done before a second process has started."""
_MOST_WORKERS = 61
"""Windows cannot wait for more processes at once."""


def check_paths(inputs: Sequence[Input], rules: RuleSet | Editions, options: Options, *, jobs: int | None = None) -> BatchResult:
    """Check all inputs, each by the edition for its year; the result does not depend on ``jobs``."""
    editions = rules if isinstance(rules, Editions) else Editions((rules,))
    workers = jobs if jobs is not None else (os.cpu_count() or 1) if len(inputs) >= _WORTH_A_POOL else 1
    if workers == 1:
        checker = EditionsChecker(editions, options)
        results = [_one(checker, each) for each in inputs]
    else:
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - a quarter of the start-up, needed by few

        from reportcheck.parcel import Parcels  # noqa: PLC0415 - likewise

        parcels = Parcels(editions)
        with ProcessPoolExecutor(min(workers, _MOST_WORKERS), initializer=_start, initargs=(editions, options)) as pool:
            results = [parcels.unpack(data) for data in pool.map(_in_worker, inputs, chunksize=8)]
    reports = tuple(result for result in results if isinstance(result, Report))
    used = dict.fromkeys(report.ruleset_id for report in reports)
    sets = tuple(each for ruleset_id in used for each in editions.rulesets if each.id == ruleset_id) or (editions.covering(None),)
    return BatchResult(reports, tuple(result for result in results if isinstance(result, Failure)), sets[0], sets)


_worker: Callable[[Input], bytes] | None = None


def _start(editions: Editions, options: Options) -> None:
    global _worker  # noqa: PLW0603 - a worker process makes its checker once
    from reportcheck.parcel import Parcels  # noqa: PLC0415 - only a worker needs it

    checker, parcels = EditionsChecker(editions, options), Parcels(editions)

    def work(each: Input) -> bytes:
        return parcels.pack(_one(checker, each))

    _worker = work


def _in_worker(each: Input) -> bytes:
    assert _worker is not None  # noqa: S101 - the pool's initializer ran
    return _worker(each)


def _one(checker: EditionsChecker, each: Input) -> Report | Failure:
    if each.fault:
        return Failure(each.path, each.fault)
    try:
        data = raw_bytes(each.path) if each.data is None else each.data
    except UnreadableDocument as error:
        return Failure(each.path, str(error))
    return judged(checker, each.path, data)


def judged(checker: EditionsChecker, path: str, data: bytes) -> Report | Failure:
    """Read and judge the bytes of one input; what goes wrong is its result."""
    try:
        return checker.check(read_bytes(data, path))
    except UnreadableDocument as error:
        return Failure(path, str(error), thin=isinstance(error, TooLittleText))
    except Exception as error:  # noqa: BLE001 - a bug in one report must not lose the others
        import traceback  # noqa: PLC0415 - for bugs only

        place = traceback.extract_tb(error.__traceback__)[-1]
        return Failure(path, f"{path}：程序出错（{type(error).__name__}，{os.path.basename(place.filename)}:{place.lineno}）", bug=True)
