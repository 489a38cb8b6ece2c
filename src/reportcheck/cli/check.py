"""``reportcheck check``: the main job."""

import os
from typing import Any

import click

from reportcheck.cli.configured import ConfiguredCommand
from reportcheck.cli.judging import judged, judging_options, tell_failures, threshold_options
from reportcheck.cli.streams import append_output, console_width, print_output, use_color, write_output
from reportcheck.errors import ExitCode, UsageError
from reportcheck.reporters import REPORTERS, reporter, terminal
from reportcheck.threshold import Threshold
from reportcheck.verdict import BatchResult

_COPIES = "docx"
"""Not a format of the whole result: every Word draft gets a commented copy of its own."""


@click.command("check", cls=ConfiguredCommand, help="检查 PATH（文件或文件夹；- 表示标准输入）里的报告。", short_help="检查报告")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@judging_options
@click.option("--format", "fmt", type=click.Choice(tuple(REPORTERS)), default="terminal", help="输出格式。")
@click.option("--report", "reports", metavar="FORMAT=PATH", multiple=True, help="另存一份结果，可以写多次；只写 docx 就在Word原稿旁边存一份加了批注的副本。")
@threshold_options
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="是否用颜色。")
@click.option("--verbose", "-v", is_flag=True, help="屏幕上逐项写明原文、依据和改法；不写则只有“必须改”的写全。")
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], fmt: str, reports: tuple[str, ...], **options: Any) -> ExitCode:  # noqa: ANN401 - click's keywords
    """Check the reports and return the exit code."""
    outputs = [_output(text) for text in reports]
    result = judged(paths, ctx)
    if fmt == "terminal":
        print_output(terminal.render(result, color=use_color(options["color"]), width=console_width(), verbose=options["verbose"]))
    else:
        print_output(reporter(fmt).render(result))
    for name, path in outputs:
        _write(name, path, result)
    if "github" in (fmt, *(name for name, _ in outputs)):
        _summarise(result)
    failed = Threshold(options["fail_on"], options["min_score"]).failed(result)
    return max(tell_failures(result), ExitCode.FINDINGS if failed else ExitCode.OK)


def _output(text: str) -> tuple[str, str]:
    name, mark, path = text.partition("=")
    if text == _COPIES or (mark and path and (name in REPORTERS or name == _COPIES)):
        return name, path
    names = "、".join((*REPORTERS, _COPIES))
    raise UsageError(f"--report {text} 不能用", remedy=f"写成 格式=文件，如 html=结果.html；格式有：{names}（docx是加了批注的副本，可以只写 docx）")


def _write(name: str, path: str, result: BatchResult) -> None:
    if name == _COPIES:
        from reportcheck.cli.copies import write_copies  # noqa: PLC0415 - only Word drafts need it

        write_copies(path, result)
    else:
        write_output(path, reporter(name).render(result))


def _summarise(result: BatchResult) -> None:
    """Add the tables to the page that GitHub shows for the run."""
    summary = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if summary:
        from reportcheck.reporters.github import step_summary  # noqa: PLC0415 - only there

        append_output(summary, step_summary(result))
