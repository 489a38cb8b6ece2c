"""The result as GitLab's code quality report; it knows no waivers, so what does not count is told as ``info``."""


import json
from typing import Any

from reportcheck.digest import sha256
from reportcheck.reporters.places import shown_path
from reportcheck.reporters.ranking import ranked
from reportcheck.reporters.wording import printable, suppression_words
from reportcheck.verdict import BatchResult, Failure, Finding, Notice

Fields = dict[str, Any]
SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def render(result: BatchResult) -> str:
    """Write all findings as one JSON array."""
    issues = [
        *(_failure(failure) for failure in result.failures),
        *(_finding(report.document.path, finding) for report in result.reports for finding in ranked(report.findings)),
        *(_notice(notice) for notice in result.notices),
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(check: str, severity: str, description: str, location: Fields, key: str) -> Fields:
    # GitLab wants it unique in the whole report; ours only is in its document.
    fingerprint = sha256(f"{location['path']}\n{check}\n{key}".encode()).hexdigest()[:32]
    told = {"type": "issue", "check_name": check, "categories": ["Style"], "severity": severity, "description": description}
    return told | {"fingerprint": fingerprint, "location": location}


def _location(path: str, begin: tuple[int, int] = (1, 1), end: tuple[int, int] | None = None) -> Fields:
    last = end or begin
    positions = {name: {"line": line, "column": column} for name, (line, column) in (("begin", begin), ("end", last))}
    return {"path": shown_path(path), "lines": {"begin": begin[0], "end": last[0]}, "positions": positions}


def _finding(path: str, finding: Finding) -> Fields:
    place, suppression = finding.place, finding.suppression
    location = _location(path, (place.line, place.column), (place.end_line, place.end_column))
    why = f"［{suppression_words(suppression)}］" if suppression else ""
    severity = "info" if suppression else SEVERITIES[finding.severity]
    issue = _issue(finding.rule.id, severity, f"{why}{finding.rule.title}：{finding.message}", location, finding.fingerprint)
    return issue | {"content": {"body": f"{finding.rule.requirement}\n\n怎么改：{finding.advice}"}}


def _failure(failure: Failure) -> Fields:
    check = "program.bug" if failure.bug else "input.unreadable"
    return _issue(check, "blocker", printable(failure.message), _location(failure.path), "")


def _notice(notice: Notice) -> Fields:
    location = _location(notice.path, (notice.line, notice.column))
    return _issue(notice.rule, SEVERITIES[notice.severity], notice.message, location, notice.message)
