"""``reportcheck explain``: why a verdict, and how the score comes about."""

import shutil
import sys
from typing import Any

import click

from reportcheck.cli.configured import ConfiguredCommand
from reportcheck.cli.rules.shared import rule_of
from reportcheck.cli.streams import use_color
from reportcheck.engine import EditionsChecker, Options
from reportcheck.errors import ExitCode, UsageError
from reportcheck.readers import read_document
from reportcheck.reporters.ink import Ink
from reportcheck.rulesets import AUTO, load_editions
from reportcheck.structure.facts import PROFILES
from reportcheck.trace import trace
from reportcheck.trace.score_table import score_table
from reportcheck.trace.terminal import explanation

_LEVELS = ("province", "prefecture", "county", "township")
_SUBJECTS = ("government", "party_office", "department")


@click.command("explain", cls=ConfiguredCommand, help="说明 REPORT 的一条判定为什么是这样、怎样才算写到；或者说明得分怎样算出来。", short_help="说明判定和得分")
@click.argument("path", metavar="REPORT")
@click.option("--rule", "rule_ids", metavar="ID", multiple=True, help="要说明的规则，可以写多次。")
@click.option("--score", is_flag=True, help="列出每条规则的分值、比例和得分。")
@click.option("--ruleset", metavar="ID|DIR", default=AUTO, help="规则集的名称或文件夹；不写则按报告的年度选用。")
@click.option("--level", type=click.Choice(_LEVELS), help="报告单位的层级；不写则从正文判断。")
@click.option("--subject", type=click.Choice(_SUBJECTS), help="报告单位的类别；不写则从正文判断。")
@click.option("--year", type=click.IntRange(2000, 2100), metavar="YYYY", help="报告的年度；不写则从正文判断。")
@click.option("--profile", type=click.Choice(PROFILES), help="按哪一类单位检查；不写则从正文判断。")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="是否用颜色。")
def command(path: str, rule_ids: tuple[str, ...], ruleset: str, *, score: bool, color: str, **stated: Any) -> ExitCode:  # noqa: ANN401 - click's keywords
    """Explain the rules asked for, then the score."""
    if not rule_ids and not score:
        raise UsageError("没有说要说明什么", remedy="加上 --rule 编号 或者 --score")
    document = read_document(path)
    checker = EditionsChecker(load_editions(ruleset), Options(**stated)).checker(document)
    rules = [rule_of(checker.ruleset, rule_id) for rule_id in dict.fromkeys(rule_ids)]
    report = checker.check(document)
    ink = Ink(use_color(color), terminal_width())
    blocks = [explanation(trace(checker, document, rule, report), ink) for rule in rules]
    if score:
        blocks.append(score_table(report, checker.ruleset, ink))
    sys.stdout.write("\n".join("".join(f"{line.rstrip()}\n" for line in block) for block in blocks))
    return ExitCode.OK


def terminal_width() -> int:
    """Return the width to write for: the terminal's, at most 110 columns; 100 where there is none."""
    return max(80, min(shutil.get_terminal_size((100, 24)).columns, 110))
