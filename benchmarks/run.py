"""Times the main job against floors taken in the same run; prints a table of ratios.

``python benchmarks/run.py`` (``--quick`` for a first look). Seconds differ from
machine to machine, ratios hardly do: each run of a job stands beside a run of its floor.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
COLD_TARGET = 2.5

COLD_FLOOR = "import click, yaml"
BATCH_FLOOR = """\
import pathlib, sys
files = sorted(pathlib.Path(sys.argv[1]).iterdir())
print(sum(file.read_text(encoding="utf-8").count("行政") for file in files))
"""


@dataclass(frozen=True)
class Job:
    """A command, and the floor that it is compared with."""

    name: str
    command: tuple[str, ...]
    floor: tuple[str, ...]
    runs: int
    reports: int = 1
    target: float | None = None


@dataclass(frozen=True)
class Timing:
    """Medians in seconds."""

    job: Job
    seconds: float
    floor: float

    @property
    def ratio(self) -> float:
        """Return how many times its floor the job takes."""
        return self.seconds / self.floor


def main() -> int:
    """Measure all jobs; return 1 where one misses its target."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer runs and reports")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as folder:
        reports = write_reports(Path(folder) / "reports", 100 if quick else 1000)
        environment = installed_environment(Path(folder))
        timings = [measure(job, environment) for job in jobs(reports, quick=quick)]
    print(table(timings))
    return int(any(t.job.target is not None and t.ratio > t.job.target for t in timings))


def jobs(reports: Path, *, quick: bool) -> Sequence[Job]:
    """Return what is measured."""
    program = (sys.executable, "-m", "reportcheck", "check", "--fail-on", "never")
    floor = (sys.executable, "-c", COLD_FLOOR)
    many = (sys.executable, "-c", BATCH_FLOOR, str(reports))
    count = sum(1 for _ in reports.iterdir())
    once, often = (1, 7) if quick else (3, 31)
    return (
        Job("one report, terminal", (*program, str(SAMPLES[0])), floor, often, target=COLD_TARGET),
        Job("one report, json", (*program, str(SAMPLES[0]), "--format", "json"), floor, often),
        Job(f"{count} reports, json", (*program, str(reports), "--format", "json"), many, once, count),
        Job(f"{count} reports, 1 process", (*program, str(reports), "--format", "json", "--jobs", "1"), many, once, count),
    )


def write_reports(folder: Path, count: int) -> Path:
    """Write reports made from the samples, each with figures of its own, so that no two are alike."""
    folder.mkdir()
    chance = random.Random(2024)  # noqa: S311 - figures, not secrets
    texts = [sample.read_text(encoding="utf-8") for sample in SAMPLES]
    for number in range(count):
        (folder / f"{number:04}.txt").write_text(_refigured(texts[number % len(texts)], chance), encoding="utf-8")
    return folder


def _refigured(text: str, chance: random.Random) -> str:
    # Years keep their digits: another year would be another report.
    before = ""
    changed = []
    for position, character in enumerate(text):
        year = "20" in text[max(position - 3, 0) : position + 2]
        changed.append(chance.choice("123456789") if character in "3456789" and before.isdigit() and not year else character)
        before = character
    return "".join(changed)


def installed_environment(folder: Path) -> dict[str, str]:
    """Return the environment of an installed program: its modules are compiled, its rule set is in the cache."""
    environment = {**os.environ, "REPORTCHECK_CACHE": str(folder / "cache"), "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def measure(job: Job, environment: dict[str, str]) -> Timing:
    """Run a job and its floor in turn, after one of each that does not count."""
    _seconds(job.command, environment)
    _seconds(job.floor, environment)
    pairs = [(_seconds(job.command, environment), _seconds(job.floor, environment)) for _ in range(job.runs)]
    return Timing(job, statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs))


def _seconds(command: Sequence[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment, cwd=ROOT)
    return time.perf_counter() - start


def table(timings: Sequence[Timing]) -> str:
    """Return the figures in columns."""
    lines = [f"{'job':<28}{'ms':>10}{'floor ms':>10}{'ratio':>8}{'reports/s':>11}  target"]
    for each in timings:
        target = "" if each.job.target is None else f"<= {each.job.target} {'met' if each.ratio <= each.job.target else 'MISSED'}"
        lines.append(
            f"{each.job.name:<28}{each.seconds * 1000:>10.1f}{each.floor * 1000:>10.1f}{each.ratio:>8.2f}"
            f"{each.job.reports / each.seconds:>11.1f}  {target}".rstrip()
        )
    return "\n".join([*lines, "", f"floors: {COLD_FLOOR!r}; reading the same files and counting one word. Medians."])


if __name__ == "__main__":
    raise SystemExit(main())
