"""From what on a run fails: the one meaning of ``--fail-on`` and ``--min-score``."""

from typing import NamedTuple

from reportcheck.rule import Severity
from reportcheck.verdict import BatchResult, Finding, Report

_RANK = {"error": 0, "warning": 1, "info": 2}


class Threshold(NamedTuple):
    """``fail_on`` is the lowest severity that fails, or ``never``; ``min_score`` the least percentage."""

    fail_on: str = "error"
    min_score: float | None = None

    def failed(self, result: BatchResult) -> bool:
        """Tell whether the run fails."""
        noticed = any(self.reached(notice.severity) for notice in result.notices)
        return noticed or any(self.low(report) or self.blocking(report) for report in result.reports)

    def blocking(self, report: Report) -> tuple[Finding, ...]:
        """Return the findings that fail the run; what is waived or known to a baseline does not."""
        return tuple(each for each in report.findings if each.suppression is None and self.reached(each.severity))

    def low(self, report: Report) -> bool:
        """Tell whether the score is too low; where nothing was scored it is."""
        return self.min_score is not None and (report.score.percent or 0) < self.min_score

    def reached(self, severity: Severity) -> bool:
        """Tell whether a finding of this severity fails the run."""
        return self.fail_on != "never" and _RANK[severity] <= _RANK[self.fail_on]
