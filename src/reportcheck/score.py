"""Verdicts to points, percent and grade: arithmetic only."""

from collections.abc import Iterable, Sequence

from reportcheck.outcome import Outcome, Status, Strength
from reportcheck.rule import Rule, RuleSet
from reportcheck.verdict import Dimension, Score, Verdict

_SHARE = {Status.MET: 1.0, Status.PARTIAL: 0.5, Status.UNMET: 0.0}
_MENTION_SHARE = 0.25
"""A slogan is worth less than half a deed: a report of slogans alone must not pass."""
NOT_SCORED = "不评分"


def verdict(rule: Rule, outcome: Outcome) -> Verdict:
    """Give a rule's points: all, half, a quarter (a mere mention) or none of its weight; what does not apply leaves the denominator."""
    if outcome.status is Status.NOT_APPLICABLE:
        return Verdict(rule, outcome, 0.0, 0.0)
    slogan = outcome.status is Status.PARTIAL and outcome.strength is Strength.MENTION
    share = _MENTION_SHARE if slogan else _SHARE[outcome.status]
    return Verdict(rule, outcome, rule.weight * share, rule.weight)


def score(ruleset: RuleSet, verdicts: Sequence[Verdict]) -> Score:
    """Add up by group and in all; vetoes cap the grade."""
    dimensions = tuple(_dimension(group.id, group.title, verdicts) for group in ruleset.groups)
    points, most = _sum(verdicts)
    if not most:
        return Score(0.0, 0.0, None, NOT_SCORED, dimensions)
    percent = round(100 * points / most, 2)
    earned = next((i for i, grade in enumerate(ruleset.grades) if percent >= grade.at_least), len(ruleset.grades) - 1)
    caps = {veto.rule: _rank(ruleset, veto.cap) for veto in ruleset.vetoes if _fails(veto.rule, verdicts)}
    final = max([earned, *caps.values()])
    lowered = tuple(rule for rule, rank in caps.items() if rank > earned)
    return Score(points, most, percent, ruleset.grades[final].title, tuple(d for d in dimensions if d.max_points), lowered)


def _dimension(group: str, title: str, verdicts: Iterable[Verdict]) -> Dimension:
    return Dimension(group, title, *_sum(v for v in verdicts if v.rule.group == group))


def _sum(verdicts: Iterable[Verdict]) -> tuple[float, float]:
    pairs = [(v.points, v.max_points) for v in verdicts]
    return round(sum(p for p, _ in pairs), 4), round(sum(m for _, m in pairs), 4)


def _rank(ruleset: RuleSet, title: str) -> int:
    return next(i for i, grade in enumerate(ruleset.grades) if grade.title == title)


def _fails(rule: str, verdicts: Iterable[Verdict]) -> bool:
    return any(v.rule.id == rule and v.outcome.status is Status.UNMET for v in verdicts)
