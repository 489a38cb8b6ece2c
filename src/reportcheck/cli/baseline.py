"""``reportcheck baseline``: what is already known, so that only what is new fails a run."""

import sys
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from reportcheck.cli.chinese import ChineseCommand, ChineseGroup
from reportcheck.cli.configured import ConfiguredCommand
from reportcheck.cli.judging import judged, judging_options, tell_failures
from reportcheck.cli.streams import write_output
from reportcheck.errors import ExitCode
from reportcheck.suppression.baseline import baseline_of, read_baseline, write_baseline


@click.group("baseline", cls=ChineseGroup, help="基线记下已有的问题：check --baseline 照样显示它们，但只有新出现的计入退出码。", short_help="管理基线")
def command() -> None:
    """Hold the commands."""


@command.command("write", cls=ConfiguredCommand, help="检查 PATH，把现有的问题（已豁免的除外）记成基线。基线里没有报告的内容。", short_help="生成基线")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--output", metavar="FILE", required=True, help="基线文件，如 reportcheck-baseline.json。")
@judging_options
@click.pass_context
def write(ctx: click.Context, /, paths: tuple[str, ...], output: str, **_: Any) -> ExitCode:  # noqa: ANN401 - click's keywords
    """Keep what is found now."""
    result = judged(paths, ctx)
    baseline = baseline_of(result, output)
    write_output(Path(output), write_baseline(baseline))
    sys.stdout.write(f"已写入 {output}：{len(result.reports)} 份报告，{len(baseline.entries)} 个问题。\n")
    return tell_failures(result)


@command.command("show", cls=ChineseCommand, help="显示基线 FILE 里记下的问题。", short_help="显示基线")
@click.argument("file", metavar="FILE")
def show(file: str) -> ExitCode:
    """List what a baseline knows, by report."""
    entries = read_baseline(file).entries
    for path, known in groupby(entries, key=lambda entry: entry.path):
        listed = list(known)
        sys.stdout.write(f"{path}（{len(listed)} 个）\n")
        sys.stdout.writelines(f"  {entry.rule}  {entry.fingerprint}\n" for entry in listed)
    sys.stdout.write(f"共 {len(entries)} 个问题。\n")
    return ExitCode.OK
