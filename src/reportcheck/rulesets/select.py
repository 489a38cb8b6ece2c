"""Part of a rule set, by id."""

from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from reportcheck.errors import UsageError
from reportcheck.rule import RuleSet


def select_rules(ruleset: RuleSet, select: Sequence[str], ignore: Sequence[str]) -> RuleSet:
    """Keep the rules that match a ``select`` pattern (all, where there is none) and no ``ignore`` pattern."""
    for pattern in (*select, *ignore):
        if not any(fnmatchcase(rule.id, pattern) for rule in ruleset.rules):
            raise UsageError(f"没有编号匹配 {pattern} 的规则", remedy="用 reportcheck rules list 查看全部规则")
    kept = tuple(
        rule
        for rule in ruleset.rules
        if (not select or any(fnmatchcase(rule.id, pattern) for pattern in select))
        and not any(fnmatchcase(rule.id, pattern) for pattern in ignore)
    )
    if not kept:
        raise UsageError("没有剩下可用的规则", remedy="请放宽 --select 或 --ignore")
    return replace(ruleset, rules=kept)
