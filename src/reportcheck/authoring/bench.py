"""A checker that also judges by parameters, or by a rule, other than its own."""

from reportcheck.checks.params import Params
from reportcheck.engine import Checker
from reportcheck.outcome import Status
from reportcheck.rule import Rule
from reportcheck.structure.reading import Reading
from reportcheck.verdict import Verdict

_RANKS = {Status.MET: 3, Status.PARTIAL: 2, Status.UNMET: 1, Status.NOT_APPLICABLE: 0}


def fell(before: Verdict, after: Verdict) -> bool:
    """Tell whether a verdict is worse than another."""
    return _RANKS[after.outcome.status] < _RANKS[before.outcome.status]


class Bench(Checker):
    """A checker whose vocabulary stays while a rule's parameters are changed."""

    def judge_with(self, reading: Reading, rule: Rule, params: Params) -> Verdict:
        """Judge by a rule with these parameters; their terms must be among the rule's own."""
        own = self._params[rule.id]
        self._params[rule.id] = params
        try:
            return self.judge_reading(reading, rule)
        finally:
            self._params[rule.id] = own
