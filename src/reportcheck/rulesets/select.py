"""Part of a rule set, by id."""

from collections.abc import Sequence

from reportcheck.errors import UsageError
from reportcheck.rule import Editions, RuleSet


def select_rules(ruleset: RuleSet, select: Sequence[str], ignore: Sequence[str]) -> RuleSet:
    """Keep the rules that match a ``select`` pattern (all, where there is none) and no ``ignore`` pattern."""
    return select_editions(Editions((ruleset,)), select, ignore).rulesets[0]


def select_editions(editions: Editions, select: Sequence[str], ignore: Sequence[str]) -> Editions:
    """Keep the rules that the patterns choose in every edition; a pattern need only match in one of them."""
    for pattern in (*select, *ignore):
        if not any(_matches(rule.id, (pattern,)) for ruleset in editions.rulesets for rule in ruleset.rules):
            raise UsageError(f"没有编号匹配 {pattern} 的规则", remedy="用 reportcheck rules list 查看全部规则")
    kept = Editions(tuple(_kept(ruleset, select, ignore) for ruleset in editions.rulesets))
    if not any(ruleset.rules for ruleset in kept.rulesets):
        raise UsageError("没有剩下可用的规则", remedy="请放宽 --select 或 --ignore")
    return kept


def _kept(ruleset: RuleSet, select: Sequence[str], ignore: Sequence[str]) -> RuleSet:
    chosen = tuple(
        rule
        for rule in ruleset.rules
        if (not select or _matches(rule.id, select)) and not (ignore and _matches(rule.id, ignore))
    )
    return ruleset._replace(rules=chosen)


def _matches(rule_id: str, patterns: Sequence[str]) -> bool:
    from fnmatch import fnmatchcase  # noqa: PLC0415 - most runs use all rules

    return any(fnmatchcase(rule_id, pattern) for pattern in patterns)
