"""``reportcheck check``: the main job."""

import os
from pathlib import Path
from typing import Any

import click

from reportcheck.cli.configured import ConfiguredCommand
from reportcheck.cli.judging import judged, judging_options, tell_failures
from reportcheck.cli.streams import append_output, print_output, use_color, write_output
from reportcheck.errors import ExitCode, UsageError
from reportcheck.reporters import REPORTERS, reporter, terminal
from reportcheck.verdict import BatchResult

_RANK = {"error": 0, "warning": 1, "info": 2}


@click.command("check", cls=ConfiguredCommand, help="检查 PATH（文件或文件夹；- 表示标准输入）里的报告。", short_help="检查报告")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@judging_options
@click.option("--format", "fmt", type=click.Choice(tuple(REPORTERS)), default="terminal", help="输出格式。")
@click.option("--report", "reports", metavar="FORMAT=PATH", multiple=True, help="另存一份结果，可以写多次。")
@click.option("--fail-on", type=click.Choice(("error", "warning", "never")), default="error", help="有这一级以上的问题时退出码为1。")
@click.option("--min-score", type=click.FloatRange(0, 100), metavar="N", help="得分低于N时退出码为1。")
@click.option("--baseline", metavar="FILE", help="基线文件：里面已有的问题照样显示，但不计入退出码。")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="是否用颜色。")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], fmt: str, reports: tuple[str, ...], **options: Any) -> ExitCode:  # noqa: ANN401 - click's keywords
    """Check the reports and return the exit code."""
    outputs = [_output(text) for text in reports]
    result = judged(paths, ctx)
    if fmt == "terminal":
        print_output(terminal.render(result, color=use_color(options["color"])))
    else:
        print_output(reporter(fmt).render(result))
    for name, path in outputs:
        write_output(path, reporter(name).render(result))
    if "github" in (fmt, *(name for name, _ in outputs)):
        _summarise(result)
    return max(tell_failures(result), _exit_code(result, options["fail_on"], options["min_score"]))


def _output(text: str) -> tuple[str, Path]:
    name, mark, path = text.partition("=")
    if not mark or not path or name not in REPORTERS:
        raise UsageError(f"--report {text} 不能用", remedy=f"写成 格式=文件，如 html=结果.html；格式有：{'、'.join(REPORTERS)}")
    return name, Path(path)


def _summarise(result: BatchResult) -> None:
    """Add the tables to the page that GitHub shows for the run."""
    summary = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if summary:
        from reportcheck.reporters.github import step_summary  # noqa: PLC0415 - only there

        append_output(Path(summary), step_summary(result))


def _exit_code(result: BatchResult, fail_on: str, min_score: float | None) -> ExitCode:
    counted = [finding.severity for report in result.reports for finding in report.findings if finding.suppression is None]
    counted += [notice.severity for notice in result.notices]
    low = min_score is not None and any((report.score.percent or 0) < min_score for report in result.reports)
    failed = fail_on != "never" and any(_RANK[severity] <= _RANK[fail_on] for severity in counted)
    return ExitCode.FINDINGS if low or failed else ExitCode.OK
