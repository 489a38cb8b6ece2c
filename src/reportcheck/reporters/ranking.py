"""The order in which findings are shown, and how many there are."""

from collections import Counter
from collections.abc import Iterable

from reportcheck.rule import Severity
from reportcheck.verdict import Finding, Report

LISTED_GROUP = "outline"
_ORDER: tuple[Severity, ...] = ("error", "warning", "info")


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by severity, then by position, then by rule."""
    return sorted(findings, key=lambda f: (_ORDER.index(f.severity), f.place.line, f.place.column, f.rule.id))


def for_reading(findings: Iterable[Finding]) -> list[Finding]:
    """Sort for people: within a severity the Outline's many items come after what has a place in the text."""
    return sorted(ranked(findings), key=lambda f: (_ORDER.index(f.severity), f.rule.group == LISTED_GROUP))


def grouped(findings: Iterable[Finding]) -> list[tuple[Severity, list[Finding]]]:
    """Return the findings of each severity that occurs, worst first."""
    everything = for_reading(findings)
    groups = [(severity, [f for f in everything if f.severity == severity]) for severity in _ORDER]
    return [(severity, found) for severity, found in groups if found]


def counts(reports: Iterable[Report]) -> dict[Severity, int]:
    """Count the findings of every severity."""
    found = Counter(finding.severity for report in reports for finding in report.findings)
    return {severity: found[severity] for severity in _ORDER}
