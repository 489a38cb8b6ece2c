"""``reportcheck rules show``: all that a rule says."""

import sys

import click

from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.rules.shared import SEVERITIES, rule_of, ruleset_option
from reportcheck.errors import ExitCode
from reportcheck.outcome import Status
from reportcheck.reporters.wording import STATUSES
from reportcheck.rule import Rule, RuleSet
from reportcheck.rulesets import load_ruleset


@click.command("show", cls=ChineseCommand, help="显示一条规则：要求、依据、怎么改、示例。", short_help="显示一条规则")
@click.argument("rule_id", metavar="RULE")
@ruleset_option
def command(rule_id: str, ruleset: str) -> ExitCode:
    """Print all that a rule says."""
    rules = load_ruleset(ruleset)
    sys.stdout.write("\n".join(_lines(rules, rule_of(rules, rule_id))) + "\n")
    return ExitCode.OK


def _lines(rules: RuleSet, rule: Rule) -> list[str]:
    numbers = {source.id: source.number for source in rules.sources}
    basis = [f"《{each.title}》{each.locator}" + (f"（{numbers[each.source]}）" if numbers[each.source] else "") for each in rule.basis]
    examples = [f"  〔{STATUSES[Status(each.status)]}〕{each.text}" for each in rule.examples]
    return [
        f"{rule.id}  {rule.title}", f"分值：{rule.weight:g}    级别：{SEVERITIES[rule.severity]}    检查方式：{rule.check}",
        f"要求：{rule.requirement}", f"依据：{'；'.join(basis)}", f"怎么改：{rule.advice}", "示例：", *examples,
    ]
