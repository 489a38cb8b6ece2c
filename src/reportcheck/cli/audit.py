"""``reportcheck audit``: a region's reports into one store, with all that a supervisor asks of them."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import click

from reportcheck import __version__
from reportcheck.cli.configured import ConfiguredCommand, waivers_of
from reportcheck.cli.judging import FACT_OPTIONS, add_options
from reportcheck.cli.progress import TerminalProgress
from reportcheck.cli.streams import print_output, tell
from reportcheck.engine import Options
from reportcheck.errors import ExitCode, UsageError
from reportcheck.inputs import find_inputs
from reportcheck.reporters.wording import printable
from reportcheck.rulesets import load_editions

if TYPE_CHECKING:
    from reportcheck.audit.executors import Executor
    from reportcheck.audit.run import Tally
    from reportcheck.audit.store import Store
    from reportcheck.audit.work import Judge
    from reportcheck.suppression.waiver import Waiver

_NAMED = 20


@click.command("audit", cls=ConfiguredCommand, help="审查 PATH（文件夹、压缩包或文件）里的全部报告，结果存进一个库，随时可以中断、接着做。", short_help="审查许多单位的报告")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--store", metavar="FILE", required=True, help="审查库（SQLite 文件）；已有的会接着用，没有变化的报告不再检查。")
@click.option("--roster", metavar="FILE", help="应报送单位名单（CSV 或 xlsx）；给过一次就记在库里，不写则沿用。")
@click.option("--html", "folder", metavar="DIR", help="把看板写进这个文件夹。")
@click.option("--xlsx", "ledger", metavar="FILE", help="把台账写成 Excel 文件。")
@click.option("--similarity/--no-similarity", default=True, help="是否比对雷同线索。")
@add_options(FACT_OPTIONS)
@click.option("--waivers", metavar="FILE", help="豁免清单；不写则用配置文件里写的。")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="同时使用的进程数；不写则用全部处理器。")
@click.option("--dask", "scheduler", metavar="ADDRESS", help="交给 Dask 集群做：调度器的地址（tcp://…:8786）或它的 scheduler-file。")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> ExitCode:  # noqa: ANN401 - click's keywords
    """Audit the paths; what is done is kept even where the run is ended."""
    from reportcheck.audit import analyses, outputs, summary, waived  # noqa: PLC0415 - only an audit needs them
    from reportcheck.audit.store import Store  # noqa: PLC0415 - likewise
    from reportcheck.audit.work import Judge  # noqa: PLC0415 - likewise

    if "-" in paths:
        raise UsageError("审查不读标准输入", remedy="请写文件夹或文件的路径")
    stated = Options(options["level"], options["subject"], options["year"], options["profile"])
    judge = Judge(load_editions(options["ruleset"]), stated)
    # Read before the work is done: a wrong path should not cost minutes.
    roster = analyses.roster_of(options["roster"])
    waivers, day = _waivers(ctx)
    executor = _executor(options["scheduler"], options["jobs"])
    with Store.open(options["store"]) as store:
        run = store.begin_run(_now(), printable(" ".join(sys.argv[1:])), __version__, judge.digest)
        tally = _checked(paths, store, judge, executor, options["store"])
        waived.compute(store, waivers, day)
        (analyses.compute if options["similarity"] else analyses.compute_without_similarity)(store, roster)
        print_output(summary.summary(store, tally) + f"审查库：{options['store']}\n")
        for line in outputs.write(store, options["folder"], options["ledger"]):
            print_output(f"{line}\n")
        store.end_run(run, _now())
    return _told(tally)


def _checked(paths: Sequence[str], store: "Store", judge: "Judge", executor: "Executor", own: str) -> "Tally":
    from reportcheck.audit.places import not_ours  # noqa: PLC0415 - only an audit needs it
    from reportcheck.audit.run import audit  # noqa: PLC0415 - likewise

    inputs = not_ours(find_inputs(paths, stdin=sys.stdin.buffer.read, stdin_name=""), own)
    try:
        return audit(inputs, paths, store, judge=judge, executor=executor, progress=TerminalProgress())
    except KeyboardInterrupt:
        tell("已经完成的都存好了，用同一条命令可以接着做")
        raise


def _waivers(ctx: click.Context) -> "tuple[tuple[Waiver, ...], date]":
    from reportcheck.suppression.waiver import today  # noqa: PLC0415 - only an audit needs it

    waivers, day = waivers_of(ctx), today()
    for waiver in waivers:
        if waiver.expired(day):
            tell(f"豁免“{waiver.rule}”（{waiver.path}）已于{waiver.expires}到期，不再起作用")
    return waivers, day


def _executor(scheduler: str | None, jobs: int | None) -> "Executor":
    if scheduler is not None:
        try:
            from reportcheck.audit.dask_pool import DaskPool  # noqa: PLC0415 - an extra
        except ModuleNotFoundError as error:
            raise UsageError(f"没有安装 Dask（{error.name}）", remedy='请运行 pip install "reportcheck[dask]"') from None
        return DaskPool(scheduler)
    from reportcheck.audit.executors import Pool, Serial  # noqa: PLC0415 - only an audit needs them

    workers = jobs or os.cpu_count() or 1
    return Serial() if workers == 1 else Pool(workers)


def _told(tally: "Tally") -> ExitCode:
    """Name the inputs that could not be read; the store lists them all."""
    for path, message, _ in tally.failures[:_NAMED]:
        tell(f"{path}：{message}")
    if len(tally.failures) > _NAMED:
        tell(f"……读不了的共{len(tally.failures)}份，全部列在库的“未检查”里")
    if any(bug for *_, bug in tally.failures):
        return ExitCode.BUG
    return ExitCode.UNREADABLE if tally.failures else ExitCode.OK


def _now() -> str:
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
