"""Rule sets for successive years, put together."""

from collections.abc import Sequence
from itertools import pairwise

from reportcheck.errors import RuleSetError
from reportcheck.rule import Editions, RuleSet


def as_editions(rulesets: Sequence[RuleSet]) -> Editions:
    """Put sets together, oldest first; raises where two claim the same year or the same id."""
    ordered = sorted(rulesets, key=lambda each: each.years)
    for earlier, later in pairwise(ordered):
        if later.years[0] <= earlier.years[1]:
            years = f"{later.years[0]}年度"
            raise RuleSetError(f"“{earlier.id}”和“{later.id}”都适用{years}", remedy="改其中一个的 years，或用 --ruleset 指定其中一个")
    if len({each.id for each in ordered}) < len(ordered):
        raise RuleSetError("两个规则集的 id 相同", remedy="改其中一个 ruleset.yaml 里的 id")
    return Editions(tuple(ordered))
