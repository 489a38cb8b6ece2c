"""``reportcheck check``: the main job."""

import sys
from typing import TYPE_CHECKING, Any

import click

from reportcheck.batch import check_paths
from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.streams import tell, use_color, write_output
from reportcheck.engine import Options
from reportcheck.errors import ExitCode, UsageError
from reportcheck.inputs import find_inputs
from reportcheck.reporters import REPORTERS, reporter, terminal
from reportcheck.rulesets import AUTO, load_editions
from reportcheck.rulesets.select import select_editions
from reportcheck.structure.facts import PROFILES
from reportcheck.verdict import BatchResult

if TYPE_CHECKING:
    from pathlib import Path

_LEVELS = ("province", "prefecture", "county", "township")
_SUBJECTS = ("government", "party_office", "department")
_RANK = {"error": 0, "warning": 1, "info": 2}


@click.command("check", cls=ChineseCommand, help="检查 PATH（文件或文件夹；- 表示标准输入）里的报告。", short_help="检查报告")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--ruleset", metavar="ID|DIR", default=AUTO, help="规则集的名称或文件夹；不写就是 auto，按报告的年度选用全国规则。")
@click.option("--profile", type=click.Choice(PROFILES), help="按哪一类单位检查；不写则从正文判断。")
@click.option("--level", type=click.Choice(_LEVELS), help="报告单位的层级；不写则从正文判断。")
@click.option("--subject", type=click.Choice(_SUBJECTS), help="报告单位的类别；不写则从正文判断。")
@click.option("--year", type=click.IntRange(2000, 2100), metavar="YYYY", help="报告的年度；不写则从正文判断。")
@click.option("--format", "fmt", type=click.Choice(tuple(REPORTERS)), default="terminal", help="输出格式。")
@click.option("--report", "reports", metavar="FORMAT=PATH", multiple=True, help="另存一份结果，可以写多次。")
@click.option("--select", metavar="GLOB", multiple=True, help="只用编号匹配的规则，如 structure.*。")
@click.option("--ignore", metavar="GLOB", multiple=True, help="不用编号匹配的规则。")
@click.option("--fail-on", type=click.Choice(("error", "warning", "never")), default="error", help="有这一级以上的问题时退出码为1。")
@click.option("--min-score", type=click.FloatRange(0, 100), metavar="N", help="得分低于N时退出码为1。")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="同时使用的进程数；不写则按文件多少决定。")
@click.option("--stdin-filename", metavar="NAME", default="stdin.txt", help="标准输入的文件名，扩展名决定格式。")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="是否用颜色。")
def command(paths: tuple[str, ...], ruleset: str, fmt: str, reports: tuple[str, ...], **options: Any) -> ExitCode:  # noqa: ANN401 - click's keywords
    """Check the reports and return the exit code."""
    outputs = [_output(text) for text in reports]
    rules = select_editions(load_editions(ruleset), options["select"], options["ignore"])
    stated = Options(options["level"], options["subject"], options["year"], options["profile"])
    inputs = find_inputs(paths, stdin=sys.stdin.buffer.read, stdin_name=options["stdin_filename"])
    result = check_paths(inputs, rules, stated, jobs=options["jobs"])
    if fmt == "terminal":
        sys.stdout.write(terminal.render(result, color=use_color(options["color"])))
    else:
        sys.stdout.write(reporter(fmt).render(result))
    for name, path in outputs:
        write_output(path, reporter(name).render(result))
    for failure in result.failures:
        tell(failure.message)
    return _exit_code(result, options["fail_on"], options["min_score"])


def _output(text: str) -> tuple[str, "Path"]:
    from pathlib import Path  # noqa: PLC0415 - most runs write no file

    name, mark, path = text.partition("=")
    if not mark or not path or name not in REPORTERS:
        raise UsageError(f"--report {text} 不能用", remedy=f"写成 格式=文件，如 html=结果.html；格式有：{'、'.join(REPORTERS)}")
    return name, Path(path)


def _exit_code(result: BatchResult, fail_on: str, min_score: float | None) -> ExitCode:
    if any(failure.bug for failure in result.failures):
        return ExitCode.BUG
    if result.failures:
        return ExitCode.UNREADABLE
    worst = [_RANK[finding.severity] for report in result.reports for finding in report.findings]
    low = min_score is not None and any((report.score.percent or 0) < min_score for report in result.reports)
    failed = fail_on != "never" and any(rank <= _RANK[fail_on] for rank in worst)
    return ExitCode.FINDINGS if low or failed else ExitCode.OK
