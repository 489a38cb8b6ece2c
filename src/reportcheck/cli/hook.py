"""``reportcheck hook``: what pre-commit runs. It never writes, and it is silent where nothing is wrong."""

import re
from typing import Any

import click

from reportcheck.cli.configured import ConfiguredCommand
from reportcheck.cli.judging import judged, judging_options, tell_failures, threshold_options
from reportcheck.cli.own import tell_skipped, without_own
from reportcheck.cli.streams import print_output
from reportcheck.errors import ExitCode
from reportcheck.reporters import brief
from reportcheck.reporters.wording import file_name
from reportcheck.structure.kind import OTHER
from reportcheck.threshold import Threshold
from reportcheck.verdict import BatchResult, Failure, Report

_CLAIMED = re.compile("法治.*报告|报告.*法治")
_HELP = "提交前检查（由 pre-commit 调用）：只显示没有通过的报告，不写文件；不是年度报告的文件跳过。"


@click.command("hook", cls=ConfiguredCommand, help=_HELP, short_help="提交前检查，由 pre-commit 调用")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@judging_options
@threshold_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **options: Any) -> ExitCode:  # noqa: ANN401 - click's keywords
    """Check the reports among the files and return the exit code."""
    result, skipped = _reports_only(without_own(judged(paths, ctx)))
    threshold = Threshold(options["fail_on"], options["min_score"])
    if skipped:
        tell_skipped(skipped, "不是法治政府建设年度报告")
    print_output(brief.render(result, threshold))
    return max(tell_failures(result), ExitCode.FINDINGS if threshold.failed(result) else ExitCode.OK)


def _reports_only(result: BatchResult) -> tuple[BatchResult, list[str]]:
    """Leave out what is no such report: a repository of drafts holds other files, too."""
    others = [report.document.path for report in result.reports if _is_other(report)]
    thin = [failure.path for failure in result.failures if _is_thin(failure)]
    kept = result._replace(reports=tuple(report for report in result.reports if not _is_other(report)),
        failures=tuple(failure for failure in result.failures if not _is_thin(failure)),
    )
    return kept, [*others, *thin]


def _is_other(report: Report) -> bool:
    return report.facts.type == OTHER and not _claimed(report.document.path)


def _is_thin(failure: Failure) -> bool:
    return failure.thin and not _claimed(failure.path)


def _claimed(path: str) -> bool:
    """Tell whether a file's name says that it is such a report: then it must not pass unread."""
    return bool(_CLAIMED.search(file_name(path)))
