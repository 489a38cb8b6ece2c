"""Audits folders of made-up reports and tells throughput, memory, the store's size, and how all that grows.

``python benchmarks/audit.py 1000 3000`` (``--jobs 2 --formats txt``). Time is processor time of all processes where
others use the machine as well; wall time stands beside it.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import generate

ROOT = Path(__file__).resolve().parent.parent
MEMORY_TARGET, GROWTH_TARGET = 150, 0.15
EXTRAPOLATED = 100_000


class Run(NamedTuple):
    """One run of the program; seconds of processor time and of the clock, megabytes at the peak."""

    processor: float
    wall: float
    parent: float
    worker: float


class Row(NamedTuple):
    """What a number of reports costs."""

    reports: int
    checked: Run
    again: Run
    compared: Run
    store: float

    @property
    def each(self) -> float:
        """Return the milliseconds of processor time that checking one takes."""
        return 1000 * self.checked.processor / self.reports


def main() -> int:
    """Measure every number of reports that is asked for; return 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=int, nargs="+")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--formats", default="txt")
    arguments = parser.parse_args()
    rows = [measure(count, arguments.jobs, tuple(arguments.formats.split(","))) for count in sorted(arguments.counts)]
    print(table(rows, arguments.jobs))
    return int(any(row.checked.worker > MEMORY_TARGET for row in rows) or growth(rows) > GROWTH_TARGET)


def measure(count: int, jobs: int, formats: tuple[str, ...]) -> Row:
    """Audit so many reports: all, again with nothing changed, and then with the comparison of all with all."""
    with tempfile.TemporaryDirectory() as place:
        folder, store = Path(place, "reports"), Path(place, "store.sqlite")
        generate.write(folder, count, formats=formats)
        command = [sys.executable, "-m", "reportcheck", "audit", str(folder), "--store", str(store), "--jobs", str(jobs)]
        environment = {**os.environ, "REPORTCHECK_CACHE": str(Path(place, "cache"))}
        checked = run([*command, "--no-similarity"], environment)
        size = store.stat().st_size / 2**20
        return Row(count, checked, run([*command, "--no-similarity"], environment), run(command, environment), size)


def run(command: Sequence[str], environment: dict[str, str]) -> Run:
    """Run a command and watch the memory of its processes."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    program = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)
    parent, workers = 0.0, 0.0
    while program.poll() is None:
        parent = max(parent, _peak(program.pid))
        workers = max([workers, *(_peak(pid) for pid in _children(program.pid))])
        time.sleep(0.2)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if program.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {program.returncode}")
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(spent, time.perf_counter() - began, parent, workers)


def _children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def _peak(pid: int) -> float:
    """Return the largest resident size of a process so far, in megabytes."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0)


def growth(rows: Sequence[Row]) -> float:
    """Return by how much a report costs more among the most than among the fewest."""
    return rows[-1].each / rows[0].each - 1


def table(rows: Sequence[Row], jobs: int) -> str:
    """Return the figures in columns."""
    names = ("reports", "cpu s", "wall s", "ms each", "per s", "worker MB", "parent MB", "store MB", "again s", "compare s")
    lines = ["".join(f"{name:>11}" for name in names)]
    for row in rows:
        figures = (
            *(row.checked.processor, row.checked.wall, row.each, row.reports / row.checked.wall, row.checked.worker),
            *(max(row.checked.parent, row.compared.parent), row.store, row.again.processor, row.compared.processor - row.again.processor),
        )
        lines.append(f"{row.reports:>11}" + "".join(f"{figure:>11.1f}" for figure in figures))
    last = rows[-1]
    minutes = last.each / 1000 * EXTRAPOLATED / jobs / 60
    lines += [
        "",
        f"growth of a report's cost from {rows[0].reports} to {last.reports}: {growth(rows):+.1%} (<= {GROWTH_TARGET:.0%})",
        f"largest worker: {max(row.checked.worker for row in rows):.0f} MB (<= {MEMORY_TARGET})",
        f"{EXTRAPOLATED} reports on {jobs} cores, extrapolated: {minutes:.0f} minutes, store {last.store / last.reports * EXTRAPOLATED / 1024:.1f} GB",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
