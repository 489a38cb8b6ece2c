"""The order in which findings are shown, and how many there are."""

from collections import Counter
from collections.abc import Iterable

from reportcheck.rule import Severity
from reportcheck.verdict import Finding, Report

LISTED_GROUP = "outline"
_MANY = 3
"""So many of a kind are told one by one."""
_ORDER: tuple[Severity, ...] = ("error", "warning", "info")


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by severity, then by position, then by rule."""
    return sorted(findings, key=lambda f: (_ORDER.index(f.severity), f.place.line, f.place.column, f.rule.id))


def for_reading(findings: Iterable[Finding]) -> list[Finding]:
    """Sort for people: what does not count last; within a severity the Outline's many items after what has a place in the text."""
    return sorted(ranked(findings), key=lambda f: (f.suppression is not None, _ORDER.index(f.severity), f.rule.group == LISTED_GROUP))


def gathered(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Put together what is to be mended in the same way in many places, as the blanks of a template; keep the order."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule.id, finding.advice), []).append(finding)
    return [part for group in groups.values() for part in ([group] if len(group) > _MANY else [[each] for each in group])]


def standing(findings: Iterable[Finding]) -> list[Finding]:
    """Return what counts, for reading."""
    return [finding for finding in for_reading(findings) if finding.suppression is None]


def set_aside(findings: Iterable[Finding]) -> list[Finding]:
    """Return what is waived or known to a baseline, for reading."""
    return [finding for finding in for_reading(findings) if finding.suppression is not None]


def grouped(findings: Iterable[Finding]) -> list[tuple[Severity, list[Finding]]]:
    """Return what counts, by each severity that occurs, worst first."""
    everything = standing(findings)
    groups = [(severity, [f for f in everything if f.severity == severity]) for severity in _ORDER]
    return [(severity, found) for severity, found in groups if found]


def counts(reports: Iterable[Report]) -> dict[Severity, int]:
    """Count what counts, by severity."""
    return counted(finding for report in reports for finding in report.findings if finding.suppression is None)


def counted(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Count these findings by severity."""
    found = Counter(finding.severity for finding in findings)
    return {severity: found[severity] for severity in _ORDER}
