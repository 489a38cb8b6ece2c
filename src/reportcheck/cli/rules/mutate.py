"""``reportcheck rules mutate``: break rules and a good report on purpose, and see who notices."""

import sys

import click

from reportcheck.authoring.samples import good_samples
from reportcheck.authoring.score import MutationScore, mutation_score
from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.rules.shared import ruleset_option
from reportcheck.errors import ExitCode
from reportcheck.rulesets import load_ruleset
from reportcheck.rulesets.select import select_rules

_HELP = (
    "逐处改坏规则（清空词表、拨动数字、换开关），看示例能否发现；再逐处改坏一篇好报告，看是不是恰好这条规则不再做到。"
    "没有被发现的改动逐条列出。RULE 是编号或通配，不写则全部。"
)


@click.command("mutate", cls=ChineseCommand, help=_HELP, short_help="改坏规则和样例，看示例能否发现")
@click.argument("patterns", metavar="[RULE…]", nargs=-1)
@ruleset_option
@click.option("--sample", "samples", metavar="FILE", multiple=True, help="写得好的报告；可写多次。")
@click.option("--jobs", type=click.IntRange(1), help="用几个进程；不写就用全部处理器。")
@click.option("--at-least", type=click.FloatRange(0, 100), default=95.0, show_default=True, help="发现率低于这个百分比时退出码为1。")
def command(patterns: tuple[str, ...], ruleset: str, samples: tuple[str, ...], jobs: int | None, at_least: float) -> ExitCode:
    """Print a line a rule with what survived, and the score."""
    rules = load_ruleset(ruleset)
    chosen = [rule.id for rule in select_rules(rules, patterns, ()).rules] if patterns else []
    score = mutation_score(rules, good_samples(samples), chosen, jobs)
    sys.stdout.write(_told(score))
    bad = score.percent < at_least
    sys.stdout.write(f"{'×' if bad else '√'} 改坏{score.total}处，发现{score.killed}处，{score.percent:.1f}%（要求{at_least:g}%）\n")
    return ExitCode.FINDINGS if bad else ExitCode.OK


def _told(score: MutationScore) -> str:
    lines: list[str] = []
    for tally in score.tallies:
        lines.append(f"{tally.rule:<32}{tally.killed:>4}/{tally.total}")
        lines += [f"    没有发现：{survivor}" for survivor in tally.survivors]
    return "".join(f"{line}\n" for line in lines)
