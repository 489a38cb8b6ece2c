"""``reportcheck rules lint``: what is wrong with a rule set."""

import sys
from collections import Counter
from collections.abc import Mapping

import click

from reportcheck.authoring.lint import Level, Remark, lint
from reportcheck.authoring.samples import good_samples
from reportcheck.authoring.sources import read_sources
from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.rules.shared import ruleset_option
from reportcheck.errors import ExitCode
from reportcheck.rulesets import load_ruleset, ruleset_faults

_LEVELS: Mapping[Level, str] = {"error": "错误", "warning": "警告", "info": "提示"}
_HELP = "检查规则写得对不对：格式、编号、依据、用不上的词、查不出问题的规则、填不上的空。有错误时退出码是1。"


@click.command("lint", cls=ChineseCommand, help=_HELP, short_help="检查规则写得对不对")
@ruleset_option
@click.option("--sample", "samples", metavar="FILE", multiple=True, help="写得好的报告，规则应当能做到；可写多次。")
@click.option("--fail-on", type=click.Choice(["error", "warning"]), default="error", help="哪一级起退出码为1。")
@click.option("--all", "show_all", is_flag=True, help="提示也逐条列出。")
def command(ruleset: str, samples: tuple[str, ...], fail_on: str, *, show_all: bool) -> ExitCode:
    """Print the remarks, one a line, and their number."""
    faults = ruleset_faults(ruleset)
    if faults:
        sys.stdout.write("".join(f"{fault}\n" for fault in faults) + f"× 规则集读不进来：{len(faults)}处错误\n")
        return ExitCode.FINDINGS
    rules = load_ruleset(ruleset)
    # The project's own sample knows nothing of what an overlay asks for.
    remarks = lint(rules, read_sources(ruleset), good_samples(samples) if samples or not rules.extends else [])
    counts = Counter(remark.level for remark in remarks)
    sys.stdout.write("".join(_line(remark) for remark in remarks if show_all or remark.level != "info"))
    bad = bool(counts["error"] or (fail_on == "warning" and counts["warning"]))
    told = "，".join(f"{word}{counts[level]}处" for level, word in _LEVELS.items())
    hint = "（用 --all 列出提示）" if counts["info"] and not show_all else ""
    sys.stdout.write(f"{'×' if bad else '√'} {told}{hint}\n")
    return ExitCode.FINDINGS if bad else ExitCode.OK


def _line(remark: Remark) -> str:
    return f"{remark.where}：{_LEVELS[remark.level]}：{remark.rule}：{remark.what}\n"
