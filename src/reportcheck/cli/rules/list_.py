"""``reportcheck rules list``: one line a rule."""

import sys

import click

from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.rules.shared import SEVERITIES, ruleset_option
from reportcheck.errors import ExitCode
from reportcheck.rulesets import load_ruleset


@click.command("list", cls=ChineseCommand, help="列出规则：编号、分值、级别、名称。", short_help="列出规则")
@ruleset_option
def command(ruleset: str) -> ExitCode:
    """Print one line a rule, by group."""
    rules = load_ruleset(ruleset)
    for group in rules.groups:
        members = [rule for rule in rules.rules if rule.group == group.id]
        sys.stdout.write(f"{group.title}（{sum(rule.weight for rule in members):g}分）\n")
        for rule in members:
            sys.stdout.write(f"  {rule.id:<32}{rule.weight:>4g}分  {SEVERITIES[rule.severity]}  {rule.title}\n")
    return ExitCode.OK
