"""What several commands on rules share."""

from collections.abc import Callable
from typing import Any

import click

from reportcheck.errors import UsageError
from reportcheck.rule import Rule, RuleSet

NATIONAL = "national-2021-2025"
SEVERITIES = {"error": "必须改", "warning": "应当改", "info": "可改进"}
ruleset_option: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--ruleset", metavar="ID|DIR", default=NATIONAL, help="规则集的名称或文件夹。"
)


def rule_of(ruleset: RuleSet, rule_id: str) -> Rule:
    """Return the rule of this id, or tell that there is none."""
    rule = ruleset.rule(rule_id)
    if rule is None:
        raise UsageError(f"没有这条规则：{rule_id}", remedy="用 reportcheck rules list 查看全部规则")
    return rule
