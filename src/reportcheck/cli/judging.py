"""Judging paths as the options say: what ``check`` and ``baseline write`` share."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from reportcheck.batch import check_paths
from reportcheck.cli.configured import waivers_of
from reportcheck.cli.own import without_own
from reportcheck.cli.streams import tell
from reportcheck.engine import Options
from reportcheck.errors import ExitCode
from reportcheck.inputs import find_inputs
from reportcheck.rule import Editions
from reportcheck.rulesets import AUTO, load_editions
from reportcheck.rulesets.select import select_editions
from reportcheck.structure.facts import PROFILES
from reportcheck.verdict import BatchResult

LEVELS = ("province", "prefecture", "county", "township")
SUBJECTS = ("government", "party_office", "department")
FACT_OPTIONS = (
    click.option("--ruleset", metavar="ID|DIR", default=AUTO, help="规则集的名称或文件夹；不写就是 auto，按报告的年度选用全国规则。"),
    click.option("--profile", type=click.Choice(PROFILES), help="按哪一类单位检查；不写则从正文判断。"),
    click.option("--level", type=click.Choice(LEVELS), help="报告单位的层级；不写则从正文判断。"),
    click.option("--subject", type=click.Choice(SUBJECTS), help="报告单位的类别；不写则从正文判断。"),
    click.option("--year", type=click.IntRange(2000, 2100), metavar="YYYY", help="报告的年度；不写则从正文判断。"),
)
_OPTIONS = (
    *FACT_OPTIONS,
    click.option("--select", metavar="GLOB", multiple=True, help="只用编号匹配的规则，如 structure.*。"),
    click.option("--ignore", metavar="GLOB", multiple=True, help="不用编号匹配的规则。"),
    click.option("--waivers", metavar="FILE", help="豁免清单；不写则用配置文件里写的。"),
    click.option("--jobs", type=click.IntRange(1), metavar="N", help="同时使用的进程数；不写则按文件多少决定。"),
    click.option("--stdin-filename", metavar="NAME", default="stdin.txt", help="标准输入的文件名，扩展名决定格式。"),
)
_THRESHOLD = (
    click.option("--fail-on", type=click.Choice(("error", "warning", "never")), default="error", help="有这一级以上的问题时退出码为1。"),
    click.option("--min-score", type=click.FloatRange(0, 100), metavar="N", help="得分低于N时退出码为1。"),
    click.option("--baseline", metavar="FILE", help="基线文件：里面已有的问题照样显示，但不计入退出码。"),
)


def add_options(options: Sequence[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    """Return a decorator that adds these options to a command, in this order."""

    def add(command: Any) -> Any:  # noqa: ANN401 - whatever click decorates
        for option in reversed(options):
            command = option(command)
        return command

    return add


judging_options = add_options(_OPTIONS)
"""The options that say how to judge."""


threshold_options = add_options(_THRESHOLD)
"""The options that say from what on a run fails."""


def judged(paths: tuple[str, ...], ctx: click.Context) -> BatchResult:
    """Judge the files; what is waived, or known to the baseline, is marked."""
    options = ctx.params
    waivers, baseline = waivers_of(ctx), options.get("baseline")
    editions = load_editions(options["ruleset"])
    rules = select_editions(editions, options["select"], options["ignore"])
    stated = Options(options["level"], options["subject"], options["year"], options["profile"])
    inputs = find_inputs(paths, stdin=sys.stdin.buffer.read, stdin_name=options["stdin_filename"])
    if not waivers and baseline is None:
        return without_own(check_paths(inputs, rules, stated, jobs=options["jobs"]), paths)
    from reportcheck.suppression.apply import Ground, suppress  # noqa: PLC0415 - most runs suppress nothing
    from reportcheck.suppression.baseline import read_baseline  # noqa: PLC0415 - likewise
    from reportcheck.suppression.waiver import today  # noqa: PLC0415 - likewise

    # Read before the work is done: a wrong path should not cost minutes.
    ground = Ground(waivers, None if baseline is None else read_baseline(baseline), today(), _rule_ids(editions))
    return suppress(without_own(check_paths(inputs, rules, stated, jobs=options["jobs"]), paths), ground)


def tell_failures(result: BatchResult) -> ExitCode:
    """Name the inputs that could not be read, and return the exit code that they make."""
    for failure in result.failures:
        tell(failure.message)
    if any(failure.bug for failure in result.failures):
        return ExitCode.BUG
    return ExitCode.UNREADABLE if result.failures else ExitCode.OK


def _rule_ids(editions: Editions) -> frozenset[str]:
    return frozenset(rule.id for ruleset in editions.rulesets for rule in ruleset.rules)
